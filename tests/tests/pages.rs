//! The pages say what is there: every link leads somewhere, and what DESIGN.md and CONTRIBUTING.md name
//! exists under that name.

use injang_tests::pages;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

fn text(file: &str) -> String {
    fs::read_to_string(pages::repository().join(file)).unwrap_or_else(|it| panic!("{file}: {it}"))
}

/// A link's path from the root of the repository, and its anchor.
fn target(page: &str, link: &str) -> (String, String) {
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    if path.is_empty() {
        return (page.to_owned(), anchor.to_owned());
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    (parts.join("/"), anchor.to_owned())
}

#[test]
fn every_link_leads_to_a_file_and_a_heading() {
    let files = pages::files(&[""]);
    let folders = pages::folders(&files);
    let mut broken = Vec::new();
    let mut count = 0;
    for page in &pages::files(&[".md"]) {
        for line in pages::lines(&text(page)) {
            for link in pages::links(&line.text) {
                if link.contains("://") || link.starts_with("mailto:") {
                    continue;
                }
                count += 1;
                let (path, anchor) = target(page, link);
                let is_there = files.contains(&path) || folders.contains(&path);
                let is_heading =
                    anchor.is_empty() || is_there && pages::anchors(&text(&path)).contains(&anchor);
                if !is_there || !is_heading {
                    broken.push(format!("{page}:{}: {link}", line.number));
                }
            }
        }
    }
    assert!(count > 100, "{count} links");
    assert!(broken.is_empty(), "{broken:#?}");
}

/// The names that the repository has.
struct Names {
    files: BTreeSet<String>,
    folders: BTreeSet<String>,
    /// Every word of the sources.
    words: BTreeSet<String>,
    /// By file of Rust: the types that it defines or implements something for, and all that it defines.
    defined: BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)>,
    /// The sources in one text, for names that are no words of Rust: `evidence-stale`.
    sources: String,
}

/// Where a page may begin a path.
const BASES: [&str; 6] = [
    "",
    "crates/injang-core/src/",
    "crates/injang-core/src/x509/",
    "crates/injang-response/src/",
    "tests/",
    "tests/vectors/",
];

fn is_word(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|char| !is_word(char))
        .filter(|it| !it.is_empty())
}

/// What a file of Rust defines: the types that it is about, and the names of its items, fields and
/// variants.
fn definitions(text: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    const ITEMS: [&str; 9] = [
        "fn",
        "struct",
        "enum",
        "trait",
        "type",
        "mod",
        "const",
        "static",
        "macro_rules",
    ];
    let (mut types, mut names) = (BTreeSet::new(), BTreeSet::new());
    for line in text.lines().map(str::trim_start) {
        let line = line.strip_prefix("pub(crate) ").unwrap_or(line);
        let line = line.strip_prefix("pub(super) ").unwrap_or(line);
        let line = line.strip_prefix("pub ").unwrap_or(line);
        let all: Vec<&str> = words(line).collect();
        if line.starts_with("impl") {
            types.extend(all.iter().skip(1).map(|it| (*it).to_owned()));
        }
        let items = all.windows(2).filter(|pair| ITEMS.contains(&pair[0]));
        names.extend(items.clone().map(|pair| pair[1].to_owned()));
        types.extend(items.map(|pair| pair[1].to_owned()));
        // A field or a variant.
        let end = line.find(|char| !is_word(char)).unwrap_or(line.len());
        let (name, rest) = line.split_at(end);
        if !name.is_empty() && rest.trim_start().starts_with([':', ',', '(', '{', '=']) {
            names.insert(name.to_owned());
        }
    }
    (types, names)
}

impl Names {
    fn read() -> Self {
        let files = pages::files(&[""]);
        let is_source = |file: &&String| {
            [
                ".rs", ".java", ".c", ".h", ".hpp", ".py", ".toml", "pom.xml",
            ]
            .iter()
            .any(|ending| file.ends_with(ending))
        };
        let rust = pages::files(&[".rs"]);
        let mut defined = BTreeMap::new();
        let mut sources = String::new();
        for file in files.iter().filter(is_source) {
            let text = text(file);
            // This test names what is not there.
            if file.as_str() == "tests/tests/pages.rs" {
                continue;
            }
            if rust.contains(file) {
                defined.insert(file.clone(), definitions(&text));
            }
            sources.push_str(&text);
        }
        Self {
            folders: pages::folders(&files),
            words: words(&sources).map(str::to_owned).collect(),
            files,
            defined,
            sources,
        }
    }

    /// Whether a path leads to a file, a file of Rust without its ending, or a folder.
    fn has_path(&self, path: &str) -> bool {
        if let Some((start, (inner, end))) = path
            .split_once('{')
            .and_then(|(start, rest)| Some((start, rest.split_once('}')?)))
        {
            return inner
                .split(',')
                .all(|it| self.has_path(&[start, it, end].concat()));
        }
        let path = path.trim_end_matches('/').replace('…', "*");
        BASES.iter().any(|base| {
            let path = [base, path.as_str()].concat();
            if path.contains('*') {
                let mut all = self.files.iter().chain(&self.folders);
                return all.any(|it| pages::is_like(it, &path));
            }
            self.files.contains(&path)
                || self.folders.contains(&path)
                || self.files.contains(&format!("{path}.rs"))
        })
    }

    /// Whether an item is defined in its type or module: `Owner::name`.
    fn has_item(&self, owner: &str, name: &str) -> bool {
        if owner.starts_with("injang") {
            return self.defined.values().any(|(_, names)| names.contains(name));
        }
        let is_module = owner.starts_with(|char: char| char.is_ascii_lowercase());
        self.defined.iter().any(|(file, (types, names))| {
            let is_about = if is_module {
                file.ends_with(&format!("/{owner}.rs")) || file.contains(&format!("/{owner}/"))
            } else {
                types.contains(owner)
            };
            is_about && names.contains(name)
        })
    }

    /// Whether a hyphenated name is that of a case, or stands in the sources.
    fn has_hyphenated(&self, name: &str) -> bool {
        let is_case = |folder: &String| {
            let last = folder.rsplit('/').next().unwrap_or_default();
            pages::is_like(last, name)
        };
        self.sources.contains(name) || self.folders.iter().any(is_case)
    }

    /// Whether what a page has as code exists, if it is a name that should: a path, an item of Rust, an
    /// identifier, a code or a case.
    fn know(&self, span: &str) -> bool {
        let is_path_char = |char: char| is_word(char) || "-./*…{},".contains(char);
        let is_elsewhere = ["/", "../", "target/", "clippy::"]
            .iter()
            .any(|start| span.starts_with(start));
        let has = |char: char| span.contains(char);
        let is_lower = span.starts_with(|char: char| char.is_ascii_lowercase());
        // `GROUP/CASE` stands for any.
        let is_placeholder = !span.contains(|char: char| char.is_lowercase());
        if is_elsewhere || is_placeholder {
            return true;
        }
        if span.contains("::") {
            let path = span.split('(').next().unwrap_or_default();
            let parts: Vec<&str> = path.split("::").collect();
            return parts.windows(2).all(|it| self.has_item(it[0], it[1]));
        }
        if !span.chars().all(is_path_char) {
            return true;
        }
        if has('/') {
            return self.has_path(span);
        }
        if [".rs", ".md", ".tsv", ".toml", ".json"]
            .iter()
            .any(|it| span.ends_with(it))
        {
            return self
                .files
                .iter()
                .any(|it| it.rsplit('/').next() == Some(span));
        }
        if span.chars().all(is_word) {
            let is_identifier = has('_') || span.starts_with(|char: char| char.is_uppercase());
            return !is_identifier || self.words.contains(span);
        }
        let is_hyphenated = is_lower && has('-') && !has('.') && !has('…');
        !is_hyphenated || self.has_hyphenated(span)
    }
}

#[test]
fn what_the_design_names_exists() {
    let names = Names::read();
    let mut unknown = Vec::new();
    let mut count = 0;
    for page in ["DESIGN.md", "CONTRIBUTING.md", "tests/responses/README.md"] {
        for line in pages::lines(&text(page)) {
            for span in pages::code_spans(&line.text) {
                count += 1;
                if !names.know(span) {
                    unknown.push(format!("{page}:{}: {span}", line.number));
                }
            }
        }
    }
    assert!(count > 500, "{count} names");
    assert!(unknown.is_empty(), "{unknown:#?}");
}

/// The test above can fail: for a path, a folder, an item, an identifier and a code that are not there.
#[test]
fn what_is_not_there_is_found_out() {
    let names = Names::read();
    for span in [
        "x509/crl/nothing",
        "crates/injang-core/src/nothing/",
        "provider/{kakao,nobody}/",
        "chain/no-such-case*",
        "PathExtensions::nothing",
        "Nothing::pay",
        "request_queue::nothing",
        "no_such_identifier",
        "NoSuchType",
        "nothing.rs",
        "no-such-code",
    ] {
        assert!(!names.know(span), "{span}");
    }
    for span in [
        "crates/injang-core/src",
        "x509/crl/index",
        "forms/*-bmp-pair",
        "RequestQueue::pay",
        "Budget::candidates",
        "trailing-padding",
    ] {
        assert!(names.know(span), "{span}");
    }
}
