//! `docs/provider-fields.md` is what the program does: each field is tried in a good exchange.

#[path = "fields/probe.rs"]
mod probe;
#[path = "fields/table.rs"]
mod table;

use injang_response::DecisionCode;
use injang_tests::response_case::cases;
use probe::Desk;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use table::{Lang, Place, Row, Table, Treatment};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn tables() -> [Table; 2] {
    [Lang::En, Lang::Ko].map(|lang| Table::read(&root(), lang))
}

/// Codes of reasons and notes by provider, over all cases.
fn codes_of_cases() -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (_, case) in cases() {
        let codes = found.entry(case.options.provider).or_default();
        codes.extend(case.reasons.into_iter().map(|reason| reason.code));
        codes.extend(case.notes.into_iter().map(|note| note.code));
    }
    found
}

#[test]
fn both_languages_say_the_same() {
    let [english, korean] = tables();
    assert!(english.rows.len() > 150, "{}", english.rows.len());
    let shown = |table: &Table| -> Vec<String> {
        let rows = table.rows.iter().map(Row::shown);
        let limits = table.limits.iter().map(table::Limit::shown);
        rows.chain(limits).collect()
    };
    assert_eq!(shown(&english), shown(&korean));
}

/// What is compared or said names the codes in which that shows, and a case shows each.
#[test]
fn each_code_of_a_field_shows_in_a_case() {
    let found = codes_of_cases();
    let known: BTreeSet<&str> = DecisionCode::ALL.iter().map(|code| code.name()).collect();
    let [table, _] = tables();
    let mut wrong = Vec::new();
    for row in &table.rows {
        let codes = row.codes();
        if row.treatment != Treatment::NotRead && codes.is_empty() {
            wrong.push(format!("{}: no code", row.shown()));
        }
        for code in codes {
            if !known.contains(code) {
                wrong.push(format!("{}: {code} is no code", row.shown()));
            } else if !found[row.provider.name()].contains(code) {
                wrong.push(format!("{}: no case has {code}", row.shown()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_limit_shows_in_its_case() {
    let folder = root().join("tests/responses");
    let all: BTreeMap<PathBuf, _> = cases()
        .into_iter()
        .filter_map(|(path, case)| {
            let inner = path.components().rev().take(2).collect::<Vec<_>>();
            Some((
                Path::new(inner.get(1)?.as_os_str()).join(inner.first()?.as_os_str()),
                case,
            ))
        })
        .collect();
    let [table, _] = tables();
    assert!(table.limits.len() > 35, "{}", table.limits.len());
    for limit in &table.limits {
        let Some(name) = &limit.case else { continue };
        let case = all
            .get(Path::new(name))
            .unwrap_or_else(|| panic!("{} is not in {}", name, folder.display()));
        let reasons = case.reasons.iter().map(|reason| &reason.code);
        let codes: BTreeSet<_> = reasons
            .chain(case.notes.iter().map(|it| &it.code))
            .collect();
        for code in limit.codes() {
            assert!(codes.contains(&code.to_owned()), "{name} has no {code}");
        }
    }
}

/// Names in the readers of requests and answers that are no members.
const NO_MEMBERS: [&str; 7] = [
    "ResultRequest",
    "decrypted",
    "false",
    "more",
    "t",
    "true",
    "v1",
];

/// The members that the readers name: texts in their source that are written as members are.
fn names_in_readers() -> BTreeSet<String> {
    let source = root().join("crates/injang-response/src");
    let mut files = vec![source.join("result_request.rs")];
    files.push(source.join("request/wrapper.rs"));
    for provider in ["kakao", "barocert", "toss"] {
        let folder = source.join("provider").join(provider);
        files.extend(["request.rs", "response.rs"].map(|name| folder.join(name)));
    }
    let mut names = BTreeSet::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("source");
        let lines = text.lines().filter(|line| !line.trim().starts_with("//"));
        for line in lines {
            // Every other piece between quotation marks is a text.
            names.extend(line.split('"').skip(1).step_by(2).filter_map(|name| {
                let is_name = name.starts_with(|char: char| char.is_ascii_alphabetic())
                    && name
                        .bytes()
                        .all(|it| it.is_ascii_alphanumeric() || it == b'_')
                    && name.bytes().any(|it| it.is_ascii_lowercase());
                (is_name && !NO_MEMBERS.contains(&name)).then(|| name.to_owned())
            }));
        }
    }
    names
}

#[test]
fn the_readers_name_what_the_tables_name() {
    let read = names_in_readers();
    let [table, _] = tables();
    let fields = |with_all: bool| -> BTreeSet<String> {
        let rows = table.rows.iter();
        rows.filter(|row| with_all || row.place != Place::Nowhere)
            .map(|row| row.name().to_owned())
            .collect()
    };
    let (all, mut in_files) = (fields(true), fields(false));
    // Any member that has no row of its own: a reader does not name it.
    assert!(
        in_files.remove("*"),
        "no row for the other members of a document"
    );
    let untold: Vec<_> = read.difference(&all).collect();
    assert!(untold.is_empty(), "in no table: {untold:?}");
    let unread: Vec<_> = in_files.difference(&read).collect();
    assert!(unread.is_empty(), "named by no reader: {unread:?}");
}

/// Each field of a file is put into a good exchange, with values of every kind: what is not read
/// changes nothing at all; what is read changes something, or is refused.
#[test]
fn each_field_is_treated_as_the_table_says() {
    let [table, _] = tables();
    let mut desk = Desk::new("fields");
    let mut wrong = Vec::new();
    for row in table.rows.iter().filter(|row| row.is_member()) {
        let Err(error) = desk.try_field(row) else {
            continue;
        };
        wrong.push(format!("{}: {error}", row.shown()));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
