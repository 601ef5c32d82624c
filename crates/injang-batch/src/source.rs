//! Where each input comes from: a column, one value for all rows, or nowhere.

use crate::cell::{Cell, Cells};
use crate::fault::{BatchError, RowError, RowFault};
use crate::input::Input;
use arrow_array::RecordBatch;
use injang::Time;
use std::borrow::Cow;
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// What was said of the inputs before any batch came.
#[derive(Clone, Default)]
pub(crate) struct Mapping {
    /// Columns by another name than the input's.
    pub(crate) columns: BTreeMap<Input, String>,
    /// Values for all rows. Keys may be among them.
    pub(crate) constants: BTreeMap<Input, Zeroizing<Vec<u8>>>,
}

enum Source<'a> {
    Nowhere,
    Constant(&'a [u8]),
    Column(Cells<'a>),
}

/// The inputs of one batch, each bound to its column.
pub(crate) struct Sources<'a> {
    /// In the order of `Input::ALL`.
    all: Vec<Source<'a>>,
    /// Those that come from columns: few of all.
    columns: Vec<Input>,
    /// Those that come from dictionaries, in which a key may have no value.
    dictionaries: Vec<Input>,
    /// The time, where it is the same in all rows.
    at: Option<Time>,
}

impl<'a> Sources<'a> {
    /// Finds the columns of a batch.
    ///
    /// 1. A column that is mapped must be there; one of the input's own name is taken if it is.
    /// 2. Its type must be one that the input takes.
    /// 3. An input has one source: a column and a value for all rows would contradict each other.
    /// 4. There is something to judge, a time to judge it at, and a claim is whole.
    pub(crate) fn bind(mapping: &'a Mapping, batch: &'a RecordBatch) -> Result<Self, BatchError> {
        let bound = |input| Self::bind_one(mapping, batch, input);
        let all: Vec<Source<'_>> = Input::ALL
            .into_iter()
            .map(bound)
            .collect::<Result<_, _>>()?;
        let is_dictionary =
            |source: &Source<'_>| matches!(source, Source::Column(Cells::Dictionary { .. }));
        let dictionaries = Input::ALL.into_iter().zip(&all);
        let dictionaries = dictionaries.filter(|(_, source)| is_dictionary(source));
        let dictionaries = dictionaries.map(|(input, _)| input).collect();
        let is_column = |source: &Source<'_>| matches!(source, Source::Column(_));
        let columns = Input::ALL.into_iter().zip(&all);
        let columns = columns.filter(|(_, source)| is_column(source));
        let columns = columns.map(|(input, _)| input).collect();
        let mut all = Self {
            all,
            columns,
            dictionaries,
            at: None,
        };
        if let Source::Constant(_) = all.source(Input::At) {
            all.at = all.cell(Input::At, 0).and_then(|cell| cell.time());
        }
        let missing = |input: Input| BatchError::MissingColumn {
            input,
            column: mapping
                .columns
                .get(&input)
                .map_or_else(|| input.name().to_owned(), Clone::clone),
        };
        if !all.has(Input::SignedDocument) && !all.has(Input::Response) {
            return Err(missing(Input::SignedDocument));
        }
        for (input, needs) in [
            (Input::Response, Input::Provider),
            (Input::Vid, Input::Ci),
            (Input::Signer, Input::Vid),
            (Input::VidLayout, Input::Ci),
            (Input::Content, Input::SignedDocument),
            (Input::Digest, Input::SignedDocument),
            (Input::DigestSource, Input::Digest),
        ] {
            let is_of_answers =
                matches!(input, Input::DigestSource | Input::VidLayout) && all.has(Input::Response);
            if all.has(input) && !all.has(needs) && !is_of_answers {
                return Err(BatchError::Needs { input, needs });
            }
        }
        // Without a VID the CI would not be looked at, unless an answer brings one.
        if all.has(Input::Ci) && !all.has(Input::Vid) && !all.has(Input::Response) {
            return Err(BatchError::Needs {
                input: Input::Ci,
                needs: Input::Vid,
            });
        }
        if !all.has(Input::At) {
            return Err(missing(Input::At));
        }
        Ok(all)
    }

    fn bind_one(
        mapping: &'a Mapping,
        batch: &'a RecordBatch,
        input: Input,
    ) -> Result<Source<'a>, BatchError> {
        let mapped = mapping.columns.get(&input);
        let name = mapped.map_or(input.name(), String::as_str);
        let schema = batch.schema_ref();
        let named = |field: &&std::sync::Arc<arrow_schema::Field>| field.name() == name;
        let count = schema.fields().iter().filter(named).count();
        let constant = mapping.constants.get(&input);
        if count > 1 {
            return Err(BatchError::RepeatedColumn {
                column: name.to_owned(),
            });
        }
        if mapped.is_some() && count == 0 {
            return Err(BatchError::MissingColumn {
                input,
                column: name.to_owned(),
            });
        }
        match (batch.column_by_name(name), constant) {
            (Some(_), Some(_)) => Err(BatchError::GivenTwice { input }),
            (Some(array), None) => Cells::of(array.as_ref(), input.kind())
                .map(Source::Column)
                .ok_or_else(|| BatchError::ColumnType {
                    input,
                    column: name.to_owned(),
                    found: array.data_type().to_string(),
                }),
            (None, Some(octets)) => Ok(Source::Constant(octets)),
            (None, None) => Ok(Source::Nowhere),
        }
    }

    fn source(&self, input: Input) -> &Source<'a> {
        // `Input::ALL` lists them in the order of their discriminants.
        &self.all[input as usize]
    }

    /// Whether an input has a source.
    pub(crate) fn has(&self, input: Input) -> bool {
        !matches!(self.source(input), Source::Nowhere)
    }

    /// What an input has in a row; `None` if it is null or has no source.
    pub(crate) fn cell(&self, input: Input, row: usize) -> Option<Cell<'_>> {
        match self.source(input) {
            Source::Nowhere => None,
            Source::Constant(octets) => Some(Cell::Octets(Cow::Borrowed(octets))),
            Source::Column(cells) => cells.get(row),
        }
    }

    /// Whether every cell of a row is there: a key outside its dictionary says nothing, and is no null.
    pub(crate) fn check_row(&self, row: usize) -> Result<(), RowError> {
        let is_astray = |input: &&Input| match self.source(**input) {
            Source::Column(cells) => cells.is_astray(row),
            _ => false,
        };
        match self.dictionaries.iter().find(is_astray) {
            Some(input) => {
                let detail = "its key is outside the dictionary";
                Err(RowError::with(RowFault::Malformed, *input, detail))
            }
            None => Ok(()),
        }
    }

    /// How many octets stand in the columns of a row.
    pub(crate) fn octets(&self, row: usize) -> usize {
        let of = |input: &Input| match self.source(*input) {
            Source::Column(cells) => cells.get(row).map_or(0, |cell| cell.octets().len()),
            _ => 0,
        };
        self.columns.iter().map(of).sum()
    }

    /// The inputs whose column has something in a row: what is given for all rows is not among them.
    pub(crate) fn cells_of(&self, row: usize) -> impl Iterator<Item = Input> {
        let columns = self.columns.iter().copied();
        columns.filter(move |input| self.has_cell(*input, row))
    }

    /// Whether a column has something in a row: what is given for all rows does not count.
    pub(crate) fn has_cell(&self, input: Input, row: usize) -> bool {
        match self.source(input) {
            Source::Column(cells) => cells.get(row).is_some(),
            _ => false,
        }
    }

    /// The text of an input in a row.
    pub(crate) fn text<R>(
        &self,
        input: Input,
        row: usize,
        read: impl FnOnce(&str) -> Result<R, RowError>,
    ) -> Result<Option<R>, RowError> {
        let Some(cell) = self.cell(input, row) else {
            return Ok(None);
        };
        let text = cell.text();
        let text = text.ok_or_else(|| RowError::new(RowFault::NotText, input))?;
        read(text).map(Some)
    }

    /// The time of a row.
    pub(crate) fn time(&self, row: usize) -> Result<Time, RowError> {
        if let Some(at) = self.at {
            return Ok(at);
        }
        let cell = self.cell(Input::At, row);
        let cell = cell.ok_or_else(|| RowError::new(RowFault::Missing, Input::At))?;
        cell.time().ok_or_else(|| {
            let takes = "RFC 3339 with an offset or Z, in the years 0000 to 9999";
            RowError::with(RowFault::Malformed, Input::At, takes)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places() {
        for (place, input) in Input::ALL.into_iter().enumerate() {
            assert_eq!(input as usize, place);
        }
    }
}
