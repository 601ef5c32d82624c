//! Arrow tables from Python and back, by capsules over arrow's own C interfaces.
//!
//! The only file with unsafe code: it takes structures of the Arrow C data interface out of capsules,
//! whose owners promise that they are what the capsules' names say.
#![expect(
    unsafe_code,
    reason = "capsules hold structures of the Arrow C data interface"
)]

use crate::errors::{batch, wrong_type};
use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi};
use arrow_array::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{
    Array, ArrayReader, ArrayRef, NullArray, RecordBatch, RecordBatchOptions, RecordBatchReader,
    StructArray, make_array,
};
use arrow_buffer::NullBuffer;
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;
use std::sync::Arc;

/// Batches that come from Python.
pub(crate) struct Incoming {
    arrays: Box<dyn Iterator<Item = Result<ArrayRef, ArrowError>> + Send>,
    schema: SchemaRef,
}

impl Incoming {
    /// Reads anything with `__arrow_c_stream__` or `__arrow_c_array__`.
    pub(crate) fn of(table: &Bound<'_, PyAny>) -> PyResult<Self> {
        if table.hasattr("__arrow_c_stream__")? {
            return Self::of_stream(table);
        }
        if table.hasattr("__arrow_c_array__")? {
            return Self::of_array(table);
        }
        let takes = "an Arrow table: anything with __arrow_c_stream__ or __arrow_c_array__, such as a \
                     pyarrow, Polars, DuckDB or pandas table";
        Err(wrong_type("table", takes, table))
    }

    fn of_stream(table: &Bound<'_, PyAny>) -> PyResult<Self> {
        let py = table.py();
        let capsule = table.call_method0("__arrow_c_stream__")?;
        let capsule = capsule.cast_into::<PyCapsule>()?;
        let pointer = capsule.pointer_checked(Some(c"arrow_array_stream"))?;
        // A stream that is taken already is refused below.
        // SAFETY: a capsule of this name holds an ArrowArrayStream (Arrow PyCapsule interface). It is
        // moved out, which leaves a released one that the capsule's destructor does not touch.
        let stream = unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr().cast()) };
        let reader = ArrayStreamReader::try_new(stream).map_err(|error| batch(py, error))?;
        let schema = schema_of(py, reader.field())?;
        Ok(Self {
            arrays: Box::new(reader),
            schema,
        })
    }

    fn of_array(table: &Bound<'_, PyAny>) -> PyResult<Self> {
        let py = table.py();
        let pair = table.call_method0("__arrow_c_array__")?;
        let pair = pair.cast_into::<PyTuple>()?;
        let schema = pair.get_item(0)?.cast_into::<PyCapsule>()?;
        let array = pair.get_item(1)?.cast_into::<PyCapsule>()?;
        let schema = schema.pointer_checked(Some(c"arrow_schema"))?;
        let array = array.pointer_checked(Some(c"arrow_array"))?;
        // SAFETY: capsules of these names hold an ArrowSchema and an ArrowArray. Both are moved out,
        // which leaves released ones that the capsules' destructors do not touch.
        let (schema, array) = unsafe {
            (
                ptr::replace(schema.as_ptr().cast(), FFI_ArrowSchema::empty()),
                FFI_ArrowArray::from_raw(array.as_ptr().cast()),
            )
        };
        if schema.release().is_none() || array.is_released() {
            return Err(batch(py, "its capsules were taken before"));
        }
        let field = Field::try_from(&schema).map_err(|error| batch(py, error))?;
        let batch_schema = schema_of(py, &field)?;
        let array = caught(|| {
            // SAFETY: the producer promises that the array is of this schema.
            let data = unsafe { from_ffi(array, &schema) }?;
            Ok(make_array(data))
        });
        let array = array.map_err(|error| batch(py, error))?;
        Ok(Self {
            arrays: Box::new(std::iter::once(Ok(array))),
            schema: batch_schema,
        })
    }
}

/// What a function gives, and an error where it panics: arrow's own checks of arrays that are not what
/// their schema says are panics, and one must not unwind into a caller in C.
pub(crate) fn caught<T>(run: impl FnOnce() -> Result<T, ArrowError>) -> Result<T, ArrowError> {
    // Nothing is looked at again of what a panic left half done.
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| {
        let what = "an array is not what its schema says, or this package has a bug";
        Err(ArrowError::ExternalError(what.into()))
    })
}

/// The schema of the batches in a stream of this field. Nulls are expected in every column: those of
/// the rows themselves are passed on to them.
fn schema_of(py: Python<'_>, field: &Field) -> PyResult<SchemaRef> {
    let DataType::Struct(fields) = field.data_type() else {
        let found = field.data_type();
        return Err(batch(py, format!("its rows are no structs but {found}")));
    };
    let nullable = fields
        .iter()
        .map(|it| it.as_ref().clone().with_nullable(true));
    let fields: Fields = nullable.collect();
    Ok(Arc::new(Schema::new(fields)))
}

impl Iterator for Incoming {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let array = self.arrays.next()?;
        Some(array.and_then(|array| record_batch(&self.schema, &array)))
    }
}

impl RecordBatchReader for Incoming {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }
}

/// A struct array as a batch. Where a row itself is null, all its columns are: otherwise it would be
/// judged by what happens to stand in them.
fn record_batch(schema: &SchemaRef, array: &ArrayRef) -> Result<RecordBatch, ArrowError> {
    let rows = array.as_any().downcast_ref::<StructArray>();
    let rows = rows.ok_or_else(|| ArrowError::CDataInterface("not a struct array".to_owned()))?;
    let columns = match rows.nulls().filter(|nulls| nulls.null_count() > 0) {
        None => rows.columns().to_vec(),
        Some(nulls) => {
            let masked = rows.columns().iter().map(|column| masked(column, nulls));
            masked.collect::<Result<_, _>>()?
        }
    };
    let options = RecordBatchOptions::new().with_row_count(Some(rows.len()));
    RecordBatch::try_new_with_options(Arc::clone(schema), columns, &options)
}

/// The array, null also where the rows are. Types that have no nulls of their own are left: no column
/// of such a type is read.
fn masked(array: &ArrayRef, rows: &NullBuffer) -> Result<ArrayRef, ArrowError> {
    match array.data_type() {
        DataType::Null => return Ok(Arc::new(NullArray::new(array.len()))),
        DataType::Union(_, _) | DataType::RunEndEncoded(_, _) => return Ok(Arc::clone(array)),
        _ => {}
    }
    let nulls = NullBuffer::union(array.nulls(), Some(rows));
    let data = array.to_data().into_builder().nulls(nulls).build()?;
    Ok(make_array(data))
}

/// Batches as a capsule that a consumer takes the stream out of.
pub(crate) fn stream_capsule(
    py: Python<'_>,
    reader: Box<dyn RecordBatchReader + Send>,
) -> PyResult<Bound<'_, PyCapsule>> {
    let stream = FFI_ArrowArrayStream::new(reader);
    // Where nobody takes it, it is released with the capsule.
    PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
}

/// A schema as a capsule.
pub(crate) fn schema_capsule<'py>(
    py: Python<'py>,
    schema: &SchemaRef,
) -> PyResult<Bound<'py, PyCapsule>> {
    let schema = FFI_ArrowSchema::try_from(schema.as_ref()).map_err(|error| batch(py, error))?;
    PyCapsule::new_with_value(py, schema, c"arrow_schema")
}
