//! Every failure that was planted in a large archive is found, and no other.

use arrow_array::{
    Array, ArrayRef, BinaryArray, BooleanArray, RecordBatch, RecordBatchIterator, StringArray,
};
use injang::{Policy, Revocation};
use injang_batch::Engine;
use injang_tests::generate::planted::{Archive, KINDS, Row};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// Rows of the archive.
const ROWS: usize = 200_000;
/// Rows of an input batch: no multiple of what an output batch holds.
const TOGETHER: usize = 9_973;

fn policy(archive: &Archive) -> Policy {
    let mut builder = Policy::builder(Revocation::Require);
    for certificate in &archive.trust {
        builder.add_trust(certificate).unwrap();
    }
    for crl in &archive.revocation_data {
        builder.add_revocation_data(crl).unwrap();
    }
    builder.build()
}

fn batch(archive: &Archive, start: usize, rows: &[Row]) -> RecordBatch {
    let ids = (start..).take(rows.len()).map(|it| Some(it.to_string()));
    let octets = |from: &[Vec<u8>], of: fn(&Row) -> Option<usize>| {
        let cells = rows.iter().map(|row| of(row).map(|it| from[it].clone()));
        Arc::new(cells.collect::<BinaryArray>()) as ArrayRef
    };
    let texts = |of: fn(&Row) -> Option<&str>| {
        Arc::new(rows.iter().map(of).collect::<StringArray>()) as ArrayRef
    };
    RecordBatch::try_from_iter([
        ("id", Arc::new(ids.collect::<StringArray>()) as ArrayRef),
        (
            "signed_document",
            octets(&archive.documents, |row| row.document),
        ),
        ("content", octets(&archive.contents, |row| row.content)),
        ("digest", texts(|row| row.digest.as_deref())),
        ("at", texts(|row| row.at.as_deref())),
        ("sign_type", texts(|row| row.sign_type)),
        ("ci", texts(|row| row.ci.as_deref())),
        ("vid", texts(|row| row.vid.as_deref())),
    ])
    .unwrap()
}

/// The columns of a judged batch that are looked at.
struct Columns<'a> {
    texts: [&'a StringArray; 5],
    accepted: &'a BooleanArray,
}

impl<'a> Columns<'a> {
    fn of(batch: &'a RecordBatch) -> Self {
        let column = |name| batch.column_by_name(name).unwrap().as_any();
        let names = ["id", "outcome", "sub_indication", "identity", "error_code"];
        Self {
            texts: names.map(|name| column(name).downcast_ref().unwrap()),
            accepted: column("accepted").downcast_ref().unwrap(),
        }
    }

    fn row(&self, row: usize) -> [&'a str; 5] {
        let text = |it: &'a StringArray| if it.is_valid(row) { it.value(row) } else { "" };
        self.texts.map(text)
    }
}

#[test]
fn every_planted_row_and_no_other() {
    let archive = Archive::new();
    let rows: Vec<Row> = archive.rows(ROWS).collect();
    let starts = (0..ROWS).step_by(TOGETHER);
    let batches = starts.map(|start| {
        let end = ROWS.min(start + TOGETHER);
        batch(&archive, start, &rows[start..end])
    });
    let batches: Vec<_> = batches.map(Ok).collect();
    let schema = batches[0].as_ref().unwrap().schema();
    let engine = Arc::new(Engine::builder(&policy(&archive)).build().unwrap());
    let input = RecordBatchIterator::new(batches, schema);
    let mut planted = [0; KINDS.len()];
    let mut judged = 0;
    let mut wrong = BTreeMap::new();
    for output in engine.reader(input).unwrap() {
        let output = output.unwrap();
        let columns = Columns::of(&output);
        for row in 0..output.num_rows() {
            let [id, outcome, sub_indication, identity, error_code] = columns.row(row);
            assert_eq!(id, judged.to_string(), "in order");
            let expected = rows[judged].kind.map(|kind| {
                planted[kind] += 1;
                KINDS[kind]
            });
            let found = (outcome, sub_indication, identity, error_code);
            let is_claimed = rows[judged].ci.is_some();
            let identity = if is_claimed { "matched" } else { "not-claimed" };
            let (name, wanted) = expected.map_or(("good", ("accepted", "", identity, "")), |it| {
                (
                    it.name,
                    (it.outcome, it.sub_indication, it.identity, it.error_code),
                )
            });
            if found != wanted {
                wrong.insert(name, format!("row {id}: {found:?}, not {wanted:?}"));
            }
            assert_eq!(columns.accepted.value(row), expected.is_none(), "row {id}");
            judged += 1;
        }
    }
    assert!(wrong.is_empty(), "the last row of each kind: {wrong:#?}");
    assert_eq!(judged, ROWS);
    assert!(planted.iter().all(|count| *count > 150), "{planted:?}");
}

/// The same archive as files, for the other languages: `cargo xtask python` has them written.
#[test]
fn as_files() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("planted");
    let archive = Archive::new();
    archive.write(&folder, ROWS).unwrap();
    let lines = std::fs::read_to_string(folder.join("rows.tsv")).unwrap();
    assert_eq!(lines.lines().count(), ROWS + 1);
    let kinds = std::fs::read_to_string(folder.join("kinds.tsv")).unwrap();
    assert_eq!(kinds.lines().count(), KINDS.len() + 1);
}
