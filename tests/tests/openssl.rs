//! What OpenSSL answers to every vector, recorded in `tests/openssl.tsv`; and `docs/openssl.md`,
//! which says where it differs.
//!
//! The record and the page must fit the vectors, and the record must be what the installed OpenSSL
//! answers, if it is of the recorded version. `INJANG_OPENSSL=write` makes both anew.

mod signature_level;

use injang_core::Verdict;
use injang_crypto::Combined;
use injang_tests::case::{Check, SubIndication};
use injang_tests::runner::{Inputs, Vector, vectors};
use signature_level::signature_level;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, thread};

/// One vector: what must come out of it, and what OpenSSL says.
#[derive(Clone, PartialEq, Eq)]
struct Row {
    vector: String,
    /// At signature level, with every tolerance and whatever kind of signature.
    expected: String,
    answer: String,
}

/// OpenSSL's answers.
struct Record {
    version: String,
    rows: Vec<Row>,
}

const ACCEPTS: &str = "accepts";
const PASSED: &str = "TOTAL-PASSED";

impl Record {
    fn path() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("openssl.tsv")
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let version = lines.next()?.strip_prefix("# OpenSSL ")?.to_owned();
        lines.next()?;
        let row = |line: &str| {
            let mut fields = line.split('\t').map(str::to_owned);
            Some(Row {
                vector: fields.next()?,
                expected: fields.next()?,
                answer: fields.next()?,
            })
        };
        let rows = lines.map(row).collect::<Option<_>>()?;
        Some(Self { version, rows })
    }

    fn text(&self) -> String {
        let mut text = format!("# OpenSSL {}\nvector\texpected\tanswer\n", self.version);
        for row in &self.rows {
            let Row {
                vector,
                expected,
                answer,
            } = row;
            writeln!(text, "{vector}\t{expected}\t{answer}").expect("text");
        }
        text
    }
}

#[test]
fn openssl_answers_as_recorded() {
    // OpenSSL verifies no digests that stand for a content, and is asked about signatures alone.
    let (vectors, left_out): (Vec<_>, Vec<_>) = vectors()
        .into_iter()
        .partition(|vector| vector.case.digest.is_none() && !is_of_paths(vector));
    let paths = left_out.iter().filter(|vector| is_of_paths(vector)).count();
    let left_out = [left_out.len() - paths, paths];
    let installed = installed();
    if env::var_os("INJANG_OPENSSL").is_some_and(|value| value == "write") {
        let record = Record {
            version: installed.expect("openssl"),
            rows: ask(&vectors),
        };
        fs::write(Record::path(), record.text()).expect("record");
        fs::create_dir_all(page_path().parent().expect("folder")).expect("folder");
        fs::write(page_path(), page(&record, &vectors, left_out)).expect("page");
        return;
    }
    let text = fs::read_to_string(Record::path()).expect("tests/openssl.tsv");
    let record = Record::parse(&text).expect("a table");
    let remedy = "run this test with INJANG_OPENSSL=write";
    let recorded = record.rows.iter().map(|row| (&row.vector, &row.expected));
    let actual: Vec<_> = vectors
        .iter()
        .map(|vector| (vector.name.clone(), expected(vector)))
        .collect();
    let actual = actual.iter().map(|(vector, expected)| (vector, expected));
    assert!(
        recorded.eq(actual),
        "tests/openssl.tsv is not of these vectors; {remedy}"
    );
    let written = fs::read_to_string(page_path()).expect("docs/openssl.md");
    assert!(
        written == page(&record, &vectors, left_out),
        "docs/openssl.md is not of tests/openssl.tsv; {remedy}"
    );
    match installed {
        Some(version) if version == record.version => {
            let differing: Vec<_> = ask(&vectors)
                .into_iter()
                .zip(record.rows)
                .filter(|(answered, recorded)| answered != recorded)
                .map(|(answered, recorded)| {
                    let Row { vector, answer, .. } = answered;
                    format!("{vector}: {answer}, recorded is: {}", recorded.answer)
                })
                .collect();
            assert!(
                differing.is_empty(),
                "OpenSSL answers otherwise; {remedy}\n{}",
                differing.join("\n")
            );
        }
        Some(version) => eprintln!(
            "SKIPPED: OpenSSL {version} is installed, {} is recorded",
            record.version
        ),
        None => eprintln!("SKIPPED: no openssl is installed"),
    }
}

/// Whether a vector is of a family in which every signature is good, and the certificates are not.
fn is_of_paths(vector: &Vector) -> bool {
    [
        "chain/",
        "revocation/",
        "holds/",
        "deltas-fit/",
        "speakers/",
        "responders/",
        "pinned/",
        "bounds-evidence/",
        "path-rules/",
    ]
    .iter()
    .any(|family| vector.name.starts_with(family))
}

/// The version of the installed OpenSSL.
fn installed() -> Option<String> {
    let output = Command::new("openssl").arg("version").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let mut words = text.split_whitespace();
    (words.next()? == "OpenSSL").then(|| words.next().map(str::to_owned))?
}

/// The verdict of a vector at signature level. The kind of signature that a caller demands and the
/// strict profile are not asked of OpenSSL, so they are left out.
fn expected(vector: &Vector) -> String {
    let inputs = Inputs::read(vector);
    let mut case = vector.case.clone();
    case.sign_type = None;
    case.profile = None;
    let evidence = inputs.evidence(&Combined);
    let policy = inputs.policy(&case, &evidence, &Combined);
    let request = inputs.request(&case);
    let report = inputs.audit(&policy, &request);
    let verdict = words(signature_level(&report));
    // Where the vector's own verdict is about the signature, it must be the same.
    let elsewhere = [
        Check::Profile,
        Check::SignType,
        Check::AlgorithmStrength,
        Check::Path,
        Check::Validity,
        Check::Revocation,
    ];
    let expect = &vector.case.expect;
    if expect.check.is_none_or(|check| !elsewhere.contains(&check)) {
        let own = join(
            expect.verdict.as_str(),
            expect.sub_indication.map(SubIndication::as_str),
        );
        assert_eq!(verdict, own, "{}", vector.name);
    }
    verdict
}

fn words(verdict: Verdict) -> String {
    join(
        verdict.name(),
        verdict
            .sub_indication()
            .map(injang_core::SubIndication::name),
    )
}

fn join(verdict: &str, sub_indication: Option<&str>) -> String {
    match sub_indication {
        Some(sub_indication) => format!("{verdict} / {sub_indication}"),
        None => verdict.to_owned(),
    }
}

/// Has OpenSSL judge every vector.
fn ask(vectors: &[Vector]) -> Vec<Row> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut rows = Vec::new();
        while let Some(vector) = vectors.get(next.fetch_add(1, Ordering::Relaxed)) {
            rows.push(Row {
                vector: vector.name.clone(),
                expected: expected(vector),
                answer: answer(vector),
            });
        }
        rows
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let mut rows: Vec<Row> = thread::scope(|scope| {
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().expect("a worker"))
            .collect()
    });
    rows.sort_by(|a, b| a.vector.cmp(&b.vector));
    rows
}

/// What `openssl cms -verify` says of a vector, no question of trust asked. It is given octets, not
/// text: the forms of text are this project's own affair.
fn answer(vector: &Vector) -> String {
    let inputs = Inputs::read(vector);
    let octets = injang_core::armor::decode(&inputs.document).map_or_else(
        |_| inputs.document.clone(),
        |decoded| decoded.octets.into_owned(),
    );
    let mut command = Command::new("openssl");
    command
        .args(["cms", "-verify", "-noverify", "-binary", "-inform", "DER"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    if let Some(content) = &vector.case.content {
        command.arg("-content").arg(vector.folder.join(content));
    }
    for certificate in &vector.case.certificates {
        command
            .arg("-certfile")
            .arg(vector.folder.join(certificate));
    }
    let mut child = command.spawn().expect("openssl");
    // It may have seen enough before the end.
    let _ = child.stdin.take().expect("a pipe").write_all(&octets);
    let output = child.wait_with_output().expect("openssl");
    let errors = String::from_utf8_lossy(&output.stderr);
    match output.status.code() {
        Some(0) => ACCEPTS.to_owned(),
        None => "crashes".to_owned(),
        Some(_) if errors.contains("Error reading SMIME Content Info") => {
            "refuses: can't read it".to_owned()
        }
        // The last line of the queue of errors: thread, "error", code, library, function, reason.
        Some(_) => {
            let fields: Vec<_> = errors
                .lines()
                .last()
                .unwrap_or_default()
                .split(':')
                .collect();
            format!("refuses: {}", fields.get(5).unwrap_or(&"without a reason"))
        }
    }
}

fn page_path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/openssl.md")
}

/// `docs/openssl.md`. `left_out`: vectors with digests, and those about certificates.
fn page(record: &Record, vectors: &[Vector], left_out: [usize; 2]) -> String {
    let [plain_hash, paths] = left_out;
    let pairs: Vec<_> = record.rows.iter().zip(vectors).collect();
    let table = |holds: &dyn Fn(&Row) -> bool, last: &dyn Fn(&Row) -> String| {
        let mut table = String::new();
        let mut count = 0;
        for (row, vector) in pairs.iter().filter(|(row, _)| holds(row)) {
            let cell = |text: &str| text.replace('|', "\\|");
            writeln!(
                table,
                "| `{}` | {} | {} | {} |",
                row.vector,
                cell(&vector.case.reason),
                cell(&vector.case.source),
                cell(&last(row))
            )
            .expect("text");
            count += 1;
        }
        (count, table)
    };
    let verdict = |row: &Row| row.expected.clone();
    let accepts = |row: &Row| row.answer == ACCEPTS;
    let (forged, forged_table) = table(
        &|row| accepts(row) && row.expected.starts_with("TOTAL-FAILED"),
        &verdict,
    );
    let (open, open_table) = table(
        &|row| accepts(row) && row.expected.starts_with("INDETERMINATE"),
        &verdict,
    );
    let (refused, refused_table) = table(&|row| !accepts(row) && row.expected == PASSED, &|row| {
        row.answer.trim_start_matches("refuses: ").to_owned()
    });
    let agree = pairs.len() - forged - open - refused;
    format!(
        "# Where OpenSSL answers otherwise

This page is made by `tests/tests/openssl.rs` from the record `tests/openssl.tsv`.

Every vector was given to `openssl cms -verify -noverify -binary` of OpenSSL {version}, which
decides on the signature alone. It is compared with what must come out when no question of trust,
time or strength is asked, with the standard profile's tolerances and whatever kind of signature the
caller demanded. OpenSSL gets octets, whatever the vector's text form is. {plain_hash} vectors give
a digest in place of the content, which OpenSSL can't verify with; they are left out. So are the
{paths} vectors of the families about paths and revocation alone, whose signatures are all good.

| OpenSSL and the vector | vectors |
|---|---|
| agree | {agree} |
| OpenSSL accepts what is wrong | {forged} |
| OpenSSL accepts what is undecided | {open} |
| OpenSSL refuses what is good | {refused} |

Not each of these is a flaw of OpenSSL: some rules are this project's choice, and the source says
which. A relying party that uses `openssl cms` should know that they are not checked.

## OpenSSL accepts what is wrong

| vector | what it is | source | here |
|---|---|---|---|
{forged_table}
## OpenSSL accepts what is undecided

| vector | what it is | source | here |
|---|---|---|---|
{open_table}
## OpenSSL refuses what is good

| vector | what it is | source | OpenSSL's reason |
|---|---|---|---|
{refused_table}",
        version = record.version,
    )
}
