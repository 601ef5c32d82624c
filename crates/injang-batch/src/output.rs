//! The columns that are written, in order.

use crate::fault::BatchError;
use arrow_array::builder::{
    BooleanBuilder, Int32Builder, ListBuilder, StringBuilder, TimestampSecondBuilder,
};
use arrow_array::{ArrayRef, ListArray, RecordBatch, StringArray};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef, TimeUnit};
use std::collections::HashMap;
use std::sync::Arc;

/// The version of the schema; another one when a column is renamed, removed or of another type. New
/// columns are added at the end.
pub const SCHEMA_VERSION: &str = "1";

/// How a column is made from a row's value of each kind.
macro_rules! kind {
    (type flag) => { bool };
    (type text) => { Option<String> };
    (type count) => { Option<i32> };
    (type time) => { Option<i64> };
    (type texts) => { Vec<String> };
    (type name) => { Option<&'static str> };
    (type names) => { Vec<&'static str> };
    (type hash) => { Option<[u8; 32]> };
    (type hashes) => { Vec<[u8; 32]> };
    (type shared) => { () };

    (word shared) => { "text" };
    (word name) => { "text" };
    (word names) => { "texts" };
    (word hash) => { "text" };
    (word hashes) => { "texts" };
    (word $other:ident) => { stringify!($other) };

    (data flag) => { DataType::Boolean };
    (data count) => { DataType::Int32 };
    (data time) => { DataType::Timestamp(TimeUnit::Second, Some("UTC".into())) };
    (data texts) => { DataType::List(Arc::new(Field::new("item", DataType::Utf8, true))) };
    (data names) => { kind!(data texts) };
    (data hashes) => { kind!(data texts) };
    (data $text:ident) => { DataType::Utf8 };

    (nullable flag) => { false };
    (nullable texts) => { false };
    (nullable names) => { false };
    (nullable hashes) => { false };
    (nullable $other:ident) => { true };

    (octets text, $value:expr) => { $value.as_deref().map_or(0, str::len) };
    (octets name, $value:expr) => { $value.map_or(0, str::len) };
    (octets hash, $value:expr) => { if $value.is_some() { HEX } else { 0 } };
    (octets hashes, $value:expr) => { $value.len() * (HEX + 1) };
    // One more for each, so that the count of texts is bounded too.
    (octets texts, $value:expr) => { $value.iter().map(|it| it.len() + 1).sum::<usize>() };
    (octets names, $value:expr) => { kind!(octets texts, $value) };
    (octets $other:ident, $value:expr) => { 0 };

    (build shared, $rows:ident, $shared:ident, $name:ident) => {{
        let text = $shared.$name.as_deref();
        let octets = $rows.len() * text.map_or(0, str::len);
        let mut builder = StringBuilder::with_capacity($rows.len(), octets);
        for _ in $rows { builder.append_option(text); }
        Arc::new(builder.finish())
    }};
    (build flag, $rows:ident, $shared:ident, $name:ident) => {{
        let mut builder = BooleanBuilder::with_capacity($rows.len());
        for row in $rows { builder.append_value(row.$name); }
        Arc::new(builder.finish())
    }};
    (build text, $rows:ident, $shared:ident, $name:ident) => {
        Arc::new(texts($rows, |row| row.$name.as_deref()))
    };
    (build name, $rows:ident, $shared:ident, $name:ident) => {
        Arc::new(texts($rows, |row| row.$name))
    };
    (build hash, $rows:ident, $shared:ident, $name:ident) => {{
        let mut builder = StringBuilder::with_capacity($rows.len(), $rows.len() * HEX);
        for row in $rows { builder.append_option(row.$name.map(hex).as_ref().map(as_text)); }
        Arc::new(builder.finish())
    }};
    (build count, $rows:ident, $shared:ident, $name:ident) => {{
        let mut builder = Int32Builder::with_capacity($rows.len());
        for row in $rows { builder.append_option(row.$name); }
        Arc::new(builder.finish())
    }};
    (build time, $rows:ident, $shared:ident, $name:ident) => {{
        let builder = TimestampSecondBuilder::with_capacity($rows.len());
        let mut builder = builder.with_timezone("UTC");
        for row in $rows { builder.append_option(row.$name); }
        Arc::new(builder.finish())
    }};
    (build hashes, $rows:ident, $shared:ident, $name:ident) => {
        Arc::new(lists($rows, |row, list| {
            row.$name.iter().for_each(|it| list.append_value(as_text(&hex(*it))));
        }))
    };
    // Texts or names.
    (build $kind:ident, $rows:ident, $shared:ident, $name:ident) => {
        Arc::new(lists($rows, |row, list| {
            row.$name.iter().for_each(|it| list.append_value(it));
        }))
    };
}

/// Digits of a SHA-256 in hex.
const HEX: usize = 64;

fn hex(octets: [u8; 32]) -> [u8; HEX] {
    let mut digits = [0; HEX];
    // The buffer is as long as it must be.
    let _ = base16ct::lower::encode(&octets, &mut digits);
    digits
}

fn as_text(digits: &[u8; HEX]) -> &str {
    std::str::from_utf8(digits).unwrap_or_default()
}

fn texts(rows: &[Row], text: impl Fn(&Row) -> Option<&str>) -> StringArray {
    let octets = rows.iter().map(|row| text(row).map_or(0, str::len)).sum();
    let mut builder = StringBuilder::with_capacity(rows.len(), octets);
    for row in rows {
        builder.append_option(text(row));
    }
    builder.finish()
}

fn lists(rows: &[Row], append: impl Fn(&Row, &mut StringBuilder)) -> ListArray {
    let mut builder = ListBuilder::new(StringBuilder::new());
    for row in rows {
        append(row, builder.values());
        builder.append(true);
    }
    builder.finish()
}

/// Makes the row, its schema and its arrays from one list.
macro_rules! columns {
    ($($name:ident: $kind:ident $about:literal,)+) => {
        /// One row of the output.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub(crate) struct Row { $(pub(crate) $name: kind!(type $kind),)+ }

        impl Row {
            /// How much text it has in its columns.
            pub(crate) fn octets(&self) -> usize {
                0 $(+ kind!(octets $kind, self.$name))+
            }
        }

        /// Every column: its name, its type in words, and what it is.
        pub const COLUMNS: &[(&str, &str, &str)] =
            &[$((stringify!($name), kind!(word $kind), $about),)+];

        fn fields() -> Vec<Field> {
            vec![$(Field::new(stringify!($name), kind!(data $kind), kind!(nullable $kind)),)+]
        }

        fn arrays(rows: &[Row], shared: &Shared) -> Vec<ArrayRef> {
            vec![$(kind!(build $kind, rows, shared, $name),)+]
        }
    };
}

columns! {
    id: text "the row's name, as text",
    outcome: name "`accepted`, `rejected`, `undetermined`, or `not-judged` where the row can't be read",
    accepted: flag "whether to rely on the row: only where `outcome` is `accepted`",
    verdict: name "the verdict over the document; of an answer the worst of its documents'",
    sub_indication: name "the sub-indication of that verdict",
    decision: name "the decision over an answer",
    reasons: names "the codes of the reasons of a decision; of a document the code of the reason that decided",
    error_column: name "the input that keeps the row from being judged",
    error_code: name "the code of what is wrong with it",
    error_message: text "the same in a sentence",
    at: time "the time at which the row was judged",
    provider: name "who answered",
    product: name "the product",
    documents: count "how many signed documents were judged",
    signers: count "how many signers the document has",
    document_sha256: hash "SHA-256 of the document behind its armor",
    armor: name "the armor of the document",
    encoding: name "`der` or `ber`",
    content_sha256: hash "SHA-256 of the content",
    sign_type: name "what the signature covers",
    digest_source: name "from what the digest was taken",
    digest_algorithm: text "the digest algorithm",
    signature_algorithm: text "the signature algorithm",
    key: text "kind and size of the signer's key",
    serial: text "the serial number of the signer's certificate, in hex",
    issuer: text "the issuer of the signer's certificate",
    certificate_sha256: hash "SHA-256 of the signer's certificate",
    not_before: time "the beginning of its validity",
    not_after: time "the end of its validity",
    policies: texts "the certificate policies that it asserts",
    claimed_signing_time: time "when the signer says that they signed",
    identity: name "whether the signer is who was claimed",
    vid_layout: name "the layout under which the VID was compared",
    failed_checks: names "the checks that failed, each once",
    undecided_checks: names "the checks that could not be decided, each once",
    findings: names "what is remarkable about the document and its signers, and the notes of a decision",
    path_sha256: hashes "SHA-256 of each certificate of the path, the signer's first",
    revocation_sha256: hashes "SHA-256 of each CRL and OCSP response that the verdict rests on",
    engine: shared "name and version of the library that judged",
    policy_sha256: shared "SHA-256 over the whole policy",
}

/// What is the same in all rows.
pub(crate) struct Shared {
    pub(crate) engine: Option<String>,
    pub(crate) policy_sha256: Option<String>,
}

/// Text for people and JSON for programs, where they are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reports {
    pub(crate) text: bool,
    pub(crate) json: bool,
}

/// A row with the reports that were asked for.
#[derive(Default)]
pub(crate) struct Written {
    pub(crate) row: Row,
    pub(crate) text: Option<String>,
    pub(crate) json: Option<String>,
}

impl Written {
    /// How much text it is, with the reports.
    pub(crate) fn octets(&self) -> usize {
        let reports = [&self.text, &self.json].into_iter().flatten();
        self.row.octets() + reports.map(String::len).sum::<usize>()
    }
}

/// The schema of the output, with what is the same in every row as its metadata.
pub(crate) fn schema(reports: Reports, metadata: HashMap<String, String>) -> SchemaRef {
    let mut fields = fields();
    for (name, is_asked) in [("text", reports.text), ("json", reports.json)] {
        if is_asked {
            fields.push(Field::new(name, DataType::LargeUtf8, true));
        }
    }
    Arc::new(Schema::new_with_metadata(fields, metadata))
}

/// Rows as a batch of that schema. The texts of a column end at offsets of 32 bits: more than that can
/// hold is refused.
pub(crate) fn batch(
    schema: &SchemaRef,
    reports: Reports,
    shared: &Shared,
    written: Vec<Written>,
) -> Result<RecordBatch, ArrowError> {
    let (mut texts, mut jsons) = (Vec::new(), Vec::new());
    let rows: Vec<Row> = written
        .into_iter()
        .map(|it| {
            texts.extend(reports.text.then_some(it.text));
            jsons.extend(reports.json.then_some(it.json));
            it.row
        })
        .collect();
    let of_all = [&shared.engine, &shared.policy_sha256]
        .into_iter()
        .flatten();
    let of_all = of_all.map(String::len).sum::<usize>() * rows.len();
    let octets = of_all + rows.iter().map(Row::octets).sum::<usize>();
    if i32::try_from(octets).is_err() {
        return Err(ArrowError::ExternalError(Box::new(BatchError::TooLarge)));
    }
    let mut arrays = arrays(&rows, shared);
    for (column, is_asked) in [(texts, reports.text), (jsons, reports.json)] {
        if is_asked {
            let array: arrow_array::LargeStringArray = column.into_iter().collect();
            arrays.push(Arc::new(array));
        }
    }
    RecordBatch::try_new(Arc::clone(schema), arrays)
}
