//! The tables of DESIGN.md name functions, types, files, tests and vectors. Each must be there: a
//! name that a change left behind says what no code does.

use injang_tests::runner::vectors;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("workspace")
        .to_path_buf()
}

/// The rows of the tables of a chapter: each a list of cells, with the line of the file.
fn rows(chapter: &str) -> Vec<(usize, Vec<String>)> {
    let text = fs::read_to_string(root().join("DESIGN.md")).expect("DESIGN.md");
    let mut is_in = false;
    let mut rows = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if let Some(title) = line.strip_prefix("## ") {
            is_in = title == chapter;
        }
        let is_rule = line.starts_with("|---");
        if is_in && line.starts_with('|') && !is_rule {
            let cells = line.trim_matches('|').split('|');
            rows.push((number + 1, cells.map(|it| it.trim().to_owned()).collect()));
        }
    }
    assert!(rows.len() > 10, "no table in {chapter}");
    rows
}

/// What stands in back quotes.
fn spans(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Every name that the core defines: functions, types, modules, constants, variants and fields.
fn defined() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for text in sources() {
        let is_part = |it: char| it.is_ascii_alphanumeric() || it == '_';
        let words: Vec<&str> = text
            .split(|it: char| !is_part(it))
            .filter(|it| !it.is_empty())
            .collect();
        for pair in words.windows(2) {
            if [
                "fn", "struct", "enum", "trait", "mod", "const", "type", "static",
            ]
            .contains(&pair[0])
            {
                names.insert(pair[1].to_owned());
            }
        }
        for line in text.lines().map(str::trim) {
            // A field, or a variant.
            let line = line.strip_prefix("pub ").unwrap_or(line);
            let line = line.strip_prefix("pub(super) ").unwrap_or(line);
            let line = line.strip_prefix("pub(crate) ").unwrap_or(line);
            if let Some((name, _)) = line.split_once(": ")
                && name.chars().all(is_part)
            {
                names.insert(name.to_owned());
            }
        }
    }
    names
}

fn sources() -> Vec<String> {
    let mut texts = Vec::new();
    let mut folders = vec![root().join("crates/injang-core/src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("folder") {
            let path = entry.expect("entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                texts.push(fs::read_to_string(path).expect("source"));
            }
        }
    }
    texts
}

/// Whether a path names a file or folder of the core's, from its root or from where the readers are.
fn is_path(span: &str) -> bool {
    let source = root().join("crates/injang-core/src");
    ["", "x509", "encoding"].iter().any(|folder| {
        let path = source.join(folder).join(span);
        path.is_dir() || path.with_extension("rs").is_file()
    })
}

/// Whether there is such a thing in the core.
fn is_defined(span: &str, names: &BTreeSet<String>) -> bool {
    is_path(span) || span.split("::").all(|name| names.contains(name))
}

/// Whether a name with `*` or `…` for any text is that of a thing.
fn fits(pattern: &str, name: &str) -> bool {
    let pattern = pattern.replace('…', "*");
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = name.strip_prefix(first) else {
        return false;
    };
    let mut is_open = !pattern.contains('*');
    for part in parts {
        match rest.find(part) {
            Some(place) => rest = &rest[place + part.len()..],
            None => return false,
        }
        is_open = !part.is_empty();
    }
    !is_open || rest.is_empty()
}

/// Whether a span names vectors or tests. One without a family is of the family before it.
struct Proofs {
    vectors: Vec<String>,
    family: String,
}

impl Proofs {
    fn new() -> Self {
        let vectors = vectors();
        Self {
            vectors: vectors.into_iter().map(|it| it.name).collect(),
            family: String::new(),
        }
    }

    fn has(&mut self, span: &str) -> bool {
        let tests = root().join("tests");
        let file = span.strip_prefix("tests/").unwrap_or(span);
        let is_test = [
            file.to_owned(),
            format!("{file}.rs"),
            format!("{file}/main.rs"),
        ]
        .iter()
        .any(|it| tests.join("tests").join(it).is_file());
        if is_test {
            return true;
        }
        let mut full = span.to_owned();
        match span.split_once('/') {
            Some((family, _)) => family.clone_into(&mut self.family),
            None if tests.join("vectors").join(span).is_dir() => return true,
            None => full = format!("{}/{span}", self.family),
        }
        self.vectors.iter().any(|name| fits(&full, name))
    }
}

#[test]
fn form() {
    let names = defined();
    let mut proofs = Proofs::new();
    let mut wrong = Vec::new();
    for (line, cells) in rows("Form") {
        let [_, _, _, place, vector] = &cells[..] else {
            panic!("DESIGN.md:{line}: {} columns", cells.len());
        };
        wrong.extend(
            spans(place)
                .filter(|span| !is_defined(span, &names))
                .map(|span| format!("DESIGN.md:{line}: the core has no {span}")),
        );
        for span in spans(vector) {
            if !proofs.has(span) {
                wrong.push(format!("DESIGN.md:{line}: no vector or test {span}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn bounds() {
    let names = defined();
    let mut proofs = Proofs::new();
    let mut wrong = Vec::new();
    for (line, cells) in rows("Bounds") {
        let [first, second, third] = &cells[..] else {
            panic!("DESIGN.md:{line}: {} columns", cells.len());
        };
        for span in spans(first).chain(spans(second)).chain(spans(third)) {
            if !is_defined(span, &names) && !proofs.has(span) {
                wrong.push(format!("DESIGN.md:{line}: neither code nor test {span}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The prose under "Work" and the questions names functions by their types.
#[test]
fn names_with_a_type() {
    let names = defined();
    let text = fs::read_to_string(root().join("DESIGN.md")).expect("DESIGN.md");
    let starts_type = |span: &&str| span.starts_with(|it: char| it.is_ascii_uppercase());
    let is_name = |it: char| it.is_ascii_alphanumeric() || it == '_' || it == ':';
    let mut count = 0;
    for span in spans(&text)
        .filter(|it| it.contains("::"))
        .filter(starts_type)
    {
        if span.chars().all(is_name) {
            count += 1;
            let is_there = span.split("::").all(|name| names.contains(name));
            assert!(is_there, "DESIGN.md: the core has no {span}");
        }
    }
    assert!(count > 20, "{count} names");
}

/// Names that are not there are found.
#[test]
fn what_is_not_there() {
    let names = defined();
    assert!(is_defined("RequestQueue::pay", &names) && is_defined("x509/form", &names));
    assert!(!is_defined("Questions::pay", &names) && !is_defined("x509/shape", &names));
    let mut proofs = Proofs::new();
    assert!(proofs.has("forms/*-bmp-pair") && proofs.has("subject-unknown-bmp"));
    assert!(proofs.has("tests/work.rs") && !proofs.has("forms/no-such-case*"));
    assert!(fits("a/*b", "a/xb") && !fits("a/*b", "a/xbc") && fits("a/b…", "a/bc"));
}
