//! Output batches end before they hold too much text.

use crate::{Engine, Input, ROWS};
use arrow_array::{Array, ArrayRef, BinaryArray, RecordBatch, RecordBatchIterator, StringArray};
use injang::{Policy, Revocation};
use std::sync::Arc;

/// An engine whose batches hold so many octets of text.
fn engine(most_octets: usize) -> Engine {
    let policy = Policy::builder(Revocation::NotChecked).build();
    let builder = Engine::builder(&policy).constant(Input::At, b"2026-03-02T09:00:00Z");
    let mut engine = builder.build().unwrap();
    engine.most_octets = most_octets;
    engine
}

/// Rows that can't be read, with ids of these lengths.
fn rows(lengths: &[usize]) -> RecordBatch {
    let ids = lengths.iter().enumerate();
    let ids = ids.map(|(row, length)| Some(format!("{row:0>length$}")));
    let ids: ArrayRef = Arc::new(ids.collect::<StringArray>());
    let documents = vec![Some(&b"none"[..]); lengths.len()];
    let documents: ArrayRef = Arc::new(BinaryArray::from(documents));
    RecordBatch::try_from_iter([("id", ids), ("signed_document", documents)]).unwrap()
}

fn read(engine: Engine, input: RecordBatch) -> Vec<RecordBatch> {
    let schema = input.schema();
    let input = RecordBatchIterator::new([Ok(input)], schema);
    let reader = Arc::new(engine).reader(input).unwrap();
    reader.map(Result::unwrap).collect()
}

fn texts<'a>(batch: &'a RecordBatch, name: &str) -> &'a StringArray {
    let column = batch.column_by_name(name).unwrap();
    column.as_any().downcast_ref().unwrap()
}

#[test]
fn a_batch_ends_before_it_is_too_large() {
    let most = 1 << 16;
    let input = rows(&[10_000; 100]);
    let batches = read(engine(most), input.clone());
    assert!(batches.len() > 16, "{} batches", batches.len());
    let ids = |batch: &RecordBatch| texts(batch, "id").value_data().len();
    assert!(batches.iter().all(|batch| ids(batch) <= most));
    let all = batches.iter().flat_map(|batch| texts(batch, "id").iter());
    let expected = texts(&input, "id");
    assert!(all.eq(expected.iter()), "every row once, in order");
    // What fits stays in one batch.
    assert_eq!(read(engine(1 << 28), input).len(), 1);
    assert_eq!(read(engine(1 << 28), rows(&vec![1; ROWS])).len(), 1);
}

/// What a row says can be much more than stands in its cells.
#[test]
fn a_batch_ends_where_reports_are_long() {
    let policy = Policy::builder(Revocation::NotChecked).build();
    let builder = Engine::builder(&policy).json();
    let builder = builder.constant(Input::At, b"2026-03-02T09:00:00Z");
    let mut engine = builder.build().unwrap();
    engine.most_octets = 1 << 20;
    let batches = read(engine, rows(&[1; 100]));
    assert!(batches.len() > 4, "{} batches", batches.len());
    let count: usize = batches.iter().map(RecordBatch::num_rows).sum();
    assert_eq!(count, 100);
}

#[test]
fn a_row_that_is_too_large_says_so() {
    let batches = read(engine(1 << 12), rows(&[1, 1 << 13, 2]));
    let codes = batches.iter().flat_map(|it| texts(it, "error_code").iter());
    let codes: Vec<_> = codes.collect();
    assert_eq!(codes, [None, Some("row-too-large"), None]);
    let ids = batches.iter().flat_map(|it| texts(it, "id").iter());
    assert_eq!(ids.collect::<Vec<_>>(), [Some("0"), None, Some("02")]);
}
