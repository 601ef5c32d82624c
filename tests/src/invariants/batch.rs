//! Arrow input: columns of any type under any name, with whatever stands in them.

use super::setting::AT;
use arrow_array::types::{Int8Type, Int64Type};
use arrow_array::{
    Array, ArrayRef, BinaryArray, BinaryViewArray, BooleanArray, DictionaryArray, Float64Array,
    Int64Array, LargeBinaryArray, LargeStringArray, NullArray, RecordBatch, RecordBatchOptions,
    StringArray, StringViewArray, TimestampNanosecondArray, TimestampSecondArray, UInt64Array,
};
use arrow_schema::{Field, Schema};
use injang::{Policy, Revocation};
use injang_batch::{BatchError, Engine, Input};
use std::sync::{Arc, OnceLock};

/// Rows of a batch at most.
const MOST_ROWS: u8 = 5;

/// A source of octets, used one after the other; zeros when they are used up.
struct Draw<'i>(&'i [u8]);

impl<'i> Draw<'i> {
    fn octet(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    fn below(&mut self, count: usize) -> usize {
        usize::from(self.octet()) % count.max(1)
    }

    /// Some octets, a good document, or nothing.
    fn cell(&mut self) -> Option<&'i [u8]> {
        match self.octet() % 8 {
            0 => None,
            1 => Some(good().0),
            2 => Some(AT.as_bytes()),
            3 => Some(b"kakao"),
            4 => Some(b"sha256:"),
            _ => {
                let length = self.below(64).min(self.0.len());
                let (cell, rest) = self.0.split_at(length);
                self.0 = rest;
                Some(cell)
            }
        }
    }
}

/// A document that passes, and the policy under which it does.
fn good() -> &'static (&'static [u8], Policy) {
    static GOOD: OnceLock<(&[u8], Policy)> = OnceLock::new();
    GOOD.get_or_init(|| {
        let ca = include_bytes!("../../vectors/toss/ca.der");
        let builder = Policy::builder(Revocation::NotChecked);
        let policy = builder.trust(ca).expect("anchor").build();
        let document = include_bytes!("../../vectors/toss/attached/document.der");
        (&document[..], policy)
    })
}

/// An array of a type that is drawn.
fn array(draw: &mut Draw<'_>, rows: usize) -> ArrayRef {
    let kind = draw.below(16);
    let cells: Vec<Option<&[u8]>> = (0..rows).map(|_| draw.cell()).collect();
    let texts = || {
        let text = |it: &&[u8]| String::from_utf8_lossy(it).into_owned();
        cells.iter().map(move |it| it.as_ref().map(text))
    };
    let numbers = || {
        let number = |it: &[u8]| it.iter().fold(0i64, |all, it| all << 8 | i64::from(*it));
        cells.iter().map(move |it| it.map(number))
    };
    match kind {
        0 => Arc::new(cells.into_iter().collect::<BinaryArray>()),
        1 => Arc::new(cells.into_iter().collect::<LargeBinaryArray>()),
        2 => Arc::new(cells.into_iter().collect::<BinaryViewArray>()),
        3 => Arc::new(texts().collect::<StringArray>()),
        4 => Arc::new(texts().collect::<LargeStringArray>()),
        5 => Arc::new(texts().collect::<StringViewArray>()),
        6 => Arc::new(
            numbers()
                .collect::<TimestampSecondArray>()
                .with_timezone("UTC"),
        ),
        7 => Arc::new(
            numbers()
                .collect::<TimestampNanosecondArray>()
                .with_timezone("+09:00"),
        ),
        8 => Arc::new(numbers().collect::<TimestampSecondArray>()),
        9 => Arc::new(numbers().collect::<Int64Array>()),
        10 => Arc::new(
            numbers()
                .map(|it| it.map(i64::cast_unsigned))
                .collect::<UInt64Array>(),
        ),
        11 => Arc::new(NullArray::new(rows)),
        12 => Arc::new(
            numbers()
                .map(|it| it.map(|it| it > 0))
                .collect::<BooleanArray>(),
        ),
        13 => Arc::new(Float64Array::from(vec![0.5; rows])),
        14 => {
            let values: Vec<Option<String>> = texts().collect();
            let values = values.iter().map(Option::as_deref);
            Arc::new(values.collect::<DictionaryArray<Int8Type>>())
        }
        _ => {
            let keys = (0i64..).zip(&cells).map(|(row, cell)| cell.map(|_| row));
            let keys: arrow_array::PrimitiveArray<Int64Type> = keys.collect();
            let values: ArrayRef = Arc::new(cells.iter().copied().collect::<BinaryArray>());
            Arc::new(DictionaryArray::new(keys, values))
        }
    }
}

fn drawn(input: &[u8]) -> (RecordBatch, Option<&'static str>) {
    let mut draw = Draw(input);
    let rows = draw.below(usize::from(MOST_ROWS) + 1);
    let at = (draw.octet() % 2 == 0).then_some(AT);
    let columns = draw.below(8);
    let (mut fields, mut arrays) = (Vec::new(), Vec::new());
    for _ in 0..columns {
        let name = Input::ALL.get(draw.below(Input::ALL.len() + 1));
        let array = array(&mut draw, rows);
        let name = name.map_or("other", |it| it.name());
        fields.push(Field::new(name, array.data_type().clone(), true));
        arrays.push(array);
    }
    let options = RecordBatchOptions::new().with_row_count(Some(rows));
    let schema = Arc::new(Schema::new(fields));
    let batch = RecordBatch::try_new_with_options(schema, arrays, &options);
    (batch.expect("a batch"), at)
}

/// A batch is refused for its schema alone, or gives one row for each of its rows. Each row is the
/// same as if it were the only one. Nothing is accepted that was not judged.
///
/// # Panics
/// If that does not hold.
pub fn batch(input: &[u8]) {
    let (batch, at) = drawn(input);
    let mut builder = Engine::builder(&good().1).threads(1);
    if let Some(at) = at {
        builder = builder.constant(Input::At, at.as_bytes());
    }
    let engine = builder.build().expect("an engine");
    let checked = engine.check(&batch.schema());
    let output = match engine.verify(&batch) {
        Ok(output) => output,
        Err(error) => {
            assert!(checked.is_err(), "refused by its rows: {error}");
            return;
        }
    };
    assert_eq!(checked, Ok::<(), BatchError>(()), "judged all the same");
    assert_eq!(output.num_rows(), batch.num_rows(), "one row for each");
    for row in 0..batch.num_rows() {
        let alone = engine.verify(&batch.slice(row, 1)).expect("a row");
        assert_eq!(alone, output.slice(row, 1), "depends on its neighbours");
    }
    let column = |name: &str| output.column_by_name(name).expect("column").clone();
    let accepted = column("accepted");
    let accepted: &BooleanArray = accepted.as_any().downcast_ref().expect("flags");
    let outcomes = column("outcome");
    let outcomes: &StringArray = outcomes.as_any().downcast_ref().expect("text");
    let documents = column("document_sha256");
    for row in 0..batch.num_rows() {
        let is_accepted = outcomes.value(row) == "accepted";
        assert_eq!(accepted.value(row), is_accepted, "flag and outcome");
        assert!(
            !is_accepted || documents.is_valid(row),
            "nothing was judged"
        );
    }
}
