//! Rows come out in order, one for each, whatever stands beside them.

use arrow_array::{
    Array, ArrayRef, BinaryArray, BooleanArray, DictionaryArray, Int8Array, RecordBatch,
    RecordBatchIterator, RecordBatchReader, StringArray,
};
use arrow_schema::ArrowError;
use injang::{Lang, Policy, Request, Revocation};
use injang_batch::{BatchError, COLUMNS, Engine, EngineBuilder, Input, ROWS, RowFault};
use injang_tests::runner::{Inputs, vectors};
use std::sync::Arc;

const AT: &[u8] = b"2026-03-02T09:00:00Z";

/// The documents of many vectors, and a policy that trusts all their anchors. It remembers nothing, so
/// that an answer taken from a neighbour would be seen.
fn archive(step: usize) -> (Vec<Vec<u8>>, Policy) {
    let mut builder = Policy::builder(Revocation::NotChecked).cache_size(0);
    let vectors = vectors();
    let documents = vectors.iter().step_by(step).map(|vector| {
        let inputs = Inputs::read(vector);
        for certificate in &inputs.trust {
            builder.add_trust(certificate).unwrap();
        }
        inputs.document
    });
    let documents = documents.collect();
    (documents, builder.build())
}

fn batch(documents: &[Vec<u8>]) -> RecordBatch {
    let ids: Vec<String> = (0..documents.len()).map(|it| it.to_string()).collect();
    let ids: ArrayRef = Arc::new(StringArray::from(ids));
    let documents = documents.iter().map(|it| Some(&it[..]));
    let documents: ArrayRef = Arc::new(documents.collect::<BinaryArray>());
    RecordBatch::try_from_iter([("id", ids), ("signed_document", documents)]).unwrap()
}

fn engine(policy: &Policy) -> EngineBuilder {
    Engine::builder(policy).constant(Input::At, AT)
}

#[test]
fn as_alone_whatever_the_threads() {
    let (documents, policy) = archive(13);
    let input = batch(&documents);
    let one = engine(&policy).json().threads(1).build().unwrap();
    let expected = one.verify(&input).unwrap();
    assert_eq!(expected.num_rows(), documents.len());
    for threads in [0, 2, 3] {
        let many = engine(&policy).json().threads(threads).build().unwrap();
        assert_eq!(many.verify(&input).unwrap(), expected, "{threads} threads");
    }
    for start in (0..documents.len()).step_by(7) {
        let length = 7.min(documents.len() - start);
        let part = one.verify(&input.slice(start, length)).unwrap();
        assert_eq!(part, expected.slice(start, length), "from {start}");
    }
    let request = Request::at(std::str::from_utf8(AT).unwrap().parse().unwrap());
    let json = expected.column_by_name("json").unwrap();
    let json: &arrow_array::LargeStringArray = json.as_any().downcast_ref().unwrap();
    let accepted = expected.column_by_name("accepted").unwrap();
    let accepted: &BooleanArray = accepted.as_any().downcast_ref().unwrap();
    let ids = expected.column_by_name("id").unwrap();
    let ids: &StringArray = ids.as_any().downcast_ref().unwrap();
    for (row, document) in documents.iter().enumerate() {
        let report = policy.audit(document, &request);
        assert_eq!(json.value(row), report.to_json());
        assert_eq!(accepted.value(row), report.is_accepted());
        assert_eq!(ids.value(row), row.to_string());
    }
    assert!(accepted.true_count() > 10 && accepted.false_count() > 10);
}

#[test]
fn large_batches_come_out_in_pieces() {
    let (documents, policy) = archive(1_000);
    let count = ROWS + 10;
    let values = documents[..1].iter().map(|it| Some(&it[..]));
    let values: ArrayRef = Arc::new(values.collect::<BinaryArray>());
    let keys = Int8Array::from(vec![0; count]);
    let column: ArrayRef = Arc::new(DictionaryArray::new(keys, values));
    let input = RecordBatch::try_from_iter([("signed_document", column)]).unwrap();
    let empty = input.slice(0, 0);
    let schema = input.schema();
    let failure = || Err(ArrowError::ExternalError("the disk is gone".into()));
    let items = vec![Ok(empty), Ok(input.clone()), failure(), Ok(input)];
    let engine = Arc::new(engine(&policy).build().unwrap());
    let input = RecordBatchIterator::new(items, schema);
    let reader = Arc::clone(&engine).reader(input).unwrap();
    assert_eq!(&reader.schema(), engine.schema());
    let output: Vec<_> = reader.collect();
    let rows = |it: &Result<RecordBatch, ArrowError>| it.as_ref().map(RecordBatch::num_rows).ok();
    let rows: Vec<_> = output.iter().map(rows).collect();
    assert_eq!(rows, [Some(0), Some(ROWS), Some(10), None]);
    assert!(output[3].as_ref().unwrap_err().to_string().contains("disk"));
}

#[test]
fn text_in_both_languages() {
    let (documents, policy) = archive(500);
    let input = batch(&documents);
    let request = Request::at(std::str::from_utf8(AT).unwrap().parse().unwrap());
    for lang in [Lang::En, Lang::Ko] {
        let engine = engine(&policy).text(lang).build().unwrap();
        let output = engine.verify(&input).unwrap();
        let text = output.column_by_name("text").unwrap();
        let text: &arrow_array::LargeStringArray = text.as_any().downcast_ref().unwrap();
        for (row, document) in documents.iter().enumerate() {
            let report = policy.audit(document, &request);
            assert_eq!(text.value(row), report.text(lang));
        }
    }
}

#[test]
fn what_can_not_be_asked() {
    let policy = Policy::builder(Revocation::NotChecked).build();
    let built = |builder: EngineBuilder| builder.build().map(drop).unwrap_err();
    for (builder, says) in [
        (
            engine(&policy).column(Input::At, "received"),
            "at is given for all rows and is a column too",
        ),
        (
            Engine::builder(&policy).constant(Input::At, b"today"),
            "at: the cell can't be read",
        ),
        (
            engine(&policy).constant(Input::SignedDocument, b"x"),
            "signed_document: ",
        ),
        (
            engine(&policy).constant(Input::Keys, b"{"),
            "keys: the cell can't be read",
        ),
        (engine(&policy).threads(1 << 20), "threads can't be started"),
    ] {
        let error = built(builder).to_string();
        assert!(error.starts_with(says), "{error}");
    }
    let array: ArrayRef = Arc::new(BooleanArray::from(vec![true]));
    let input = RecordBatch::try_from_iter([("signed_document", array)]).unwrap();
    let engine = engine(&policy).build().unwrap();
    let checked = engine.check(&input.schema()).unwrap_err();
    assert!(matches!(checked, BatchError::ColumnType { .. }));
    assert!(checked.to_string().contains("Boolean"), "{checked}");
    assert!(engine.verify(&input).is_err());
}

/// Nothing is accepted, whatever keeps a row from being judged.
#[test]
fn faults_are_rows() {
    let (documents, policy) = archive(3_000);
    let document = &documents[0][..];
    let text = |it: [Option<&str>; 4]| Arc::new(StringArray::from(it.to_vec())) as ArrayRef;
    let documents = vec![Some(document), Some(document), None, Some(document)];
    let documents: ArrayRef = Arc::new(BinaryArray::from(documents));
    let time = Some("2026-03-02T09:00:00Z");
    let input = RecordBatch::try_from_iter([
        ("signed_document", documents),
        ("at", text([time, Some("soon"), time, None])),
        ("sign_type", text([Some("cms"), None, None, None])),
    ]);
    let engine = Engine::builder(&policy).build().unwrap();
    let output = engine.verify(&input.unwrap()).unwrap();
    let column = |name: &str| -> Vec<Option<String>> {
        let array = output.column_by_name(name).unwrap();
        let array: &StringArray = array.as_any().downcast_ref().unwrap();
        array.iter().map(|it| it.map(str::to_owned)).collect()
    };
    let codes: Vec<_> = column("error_code").into_iter().flatten().collect();
    let faults = [
        RowFault::Unknown,
        RowFault::Malformed,
        RowFault::NothingToJudge,
        RowFault::Missing,
    ];
    assert_eq!(codes, faults.map(RowFault::name));
    let columns: Vec<_> = column("error_column").into_iter().flatten().collect();
    assert_eq!(columns, ["sign_type", "at", "at"]);
    assert!(
        column("outcome")
            .iter()
            .all(|it| it.as_deref() == Some("not-judged"))
    );
    assert!(column("verdict").iter().all(Option::is_none));
    let accepted = output.column_by_name("accepted").unwrap();
    let accepted: &BooleanArray = accepted.as_any().downcast_ref().unwrap();
    assert_eq!(accepted.true_count(), 0);
}

fn cells(output: &RecordBatch, name: &str) -> Vec<Option<String>> {
    let array = output.column_by_name(name).unwrap();
    let array: &StringArray = array.as_any().downcast_ref().unwrap();
    array.iter().map(|it| it.map(str::to_owned)).collect()
}

/// What parts of an exchange contradict each other is said of the column to change.
#[test]
fn columns_of_contradictions() {
    let policy = Policy::builder(Revocation::NotChecked).build();
    let request = include_bytes!("../../../tests/responses/kakao-single/text/request.json");
    let texts = |it: [&str; 2]| Arc::new(StringArray::from(it.to_vec())) as ArrayRef;
    let octets = |it: [&[u8]; 2]| Arc::new(BinaryArray::from(it.to_vec())) as ArrayRef;
    let input = RecordBatch::try_from_iter([
        ("provider", texts(["kakao", "kakao"])),
        ("product", texts(["K3510", "K3510T"])),
        ("request", octets([request, request])),
        ("response", octets([b"{}", b"{}"])),
        ("sign_type", texts(["signed-attribute", "message"])),
        ("environment", texts(["production", "production"])),
    ]);
    let engine = engine(&policy).build().unwrap();
    let output = engine.verify(&input.unwrap()).unwrap();
    let expected = ["sign_type", "environment"].map(|it| Some(it.to_owned()));
    assert_eq!(cells(&output, "error_column"), expected);
}

/// A cell that would be looked at only beside another one is not passed over.
#[test]
fn cells_that_mean_nothing_alone() {
    let (documents, policy) = archive(3_000);
    let document = &documents[0][..];
    let count = 4;
    let documents: ArrayRef = Arc::new(BinaryArray::from(vec![document; count]));
    let text = |it: [Option<&str>; 4]| Arc::new(StringArray::from(it.to_vec())) as ArrayRef;
    let digest = format!("sha256:{}", "00".repeat(32));
    let input = RecordBatch::try_from_iter([
        ("signed_document", documents),
        ("ci", text([None, None, Some("x"), None])),
        ("vid", text([None, None, Some("x"), None])),
        (
            "vid_layout",
            text([Some("ci-serial"), None, Some("ci-serial"), None]),
        ),
        ("digest", text([None, None, None, Some(&digest)])),
        (
            "digest_source",
            text([None, Some("prehash"), None, Some("prehash")]),
        ),
    ]);
    let built = engine(&policy).build().unwrap();
    let output = built.verify(&input.unwrap()).unwrap();
    let unused = Some("cell-unused".to_owned());
    assert_eq!(
        cells(&output, "error_code"),
        [unused.clone(), unused, None, None]
    );
    let expected = [Some("vid_layout"), Some("digest_source"), None, None];
    assert_eq!(
        cells(&output, "error_column"),
        expected.map(|it| it.map(str::to_owned))
    );
    // What is given for all rows may mean nothing in some.
    let documents: ArrayRef = Arc::new(BinaryArray::from(vec![document; count]));
    let nobody = text([None; 4]);
    let input = RecordBatch::try_from_iter([
        ("signed_document", documents),
        ("ci", Arc::clone(&nobody)),
        ("vid", nobody),
    ]);
    let built = engine(&policy).constant(Input::VidLayout, b"ci-serial");
    let output = built.build().unwrap().verify(&input.unwrap()).unwrap();
    assert_eq!(cells(&output, "error_code"), vec![None; count]);
}

/// The tables of the documentation are those of the code. `INJANG_BATCH=write` writes them anew.
#[test]
fn documentation() {
    for (file, lang) in [("batch.md", Lang::En), ("batch.ko.md", Lang::Ko)] {
        let path = format!("{}/../../docs/{file}", env!("CARGO_MANIFEST_DIR"));
        let mut text = std::fs::read_to_string(&path).unwrap();
        let read: Vec<String> = Input::ALL
            .iter()
            .map(|it| format!("| `{}` | {} | {} |\n", it.name(), it.takes(), it.about()))
            .collect();
        let written: Vec<String> = COLUMNS
            .iter()
            .map(|(name, kind, about)| format!("| `{name}` | {kind} | {about} |\n"))
            .collect();
        let faults: Vec<String> = RowFault::ALL
            .iter()
            .map(|it| format!("| `{}` | {} |\n", it.name(), it.sentence(lang)))
            .collect();
        for (name, rows) in [("read", read), ("written", written), ("faults", faults)] {
            let table = rows.concat();
            let begin = format!("<!-- {name} -->\n");
            let (before, rest) = text.split_once(&begin).expect("the table's mark");
            let (_, after) = rest.split_once("<!-- end -->").expect("the table's end");
            let rule = "|---".repeat(table.lines().next().unwrap().matches(" | ").count() + 1);
            let head = rest.lines().next().unwrap();
            text = format!("{before}{begin}{head}\n{rule}|\n{table}<!-- end -->{after}");
        }
        if std::env::var("INJANG_BATCH").is_ok_and(|it| it == "write") {
            std::fs::write(&path, &text).unwrap();
        }
        assert_eq!(
            std::fs::read_to_string(&path).unwrap(),
            text,
            "{file}: INJANG_BATCH=write writes it"
        );
    }
}
