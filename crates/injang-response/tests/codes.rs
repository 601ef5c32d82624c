//! The tables of codes and of the providers' error codes in `docs/responses.md` and
//! `docs/responses.ko.md` are made of the codes and their sentences. `INJANG_CODES=write` writes them
//! anew.

use injang_core::report::Lang;
use injang_response::{DecisionCode, ProviderError};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Where each table begins and ends, and what makes it.
type Table = (&'static str, &'static str, fn() -> String);

const TABLES: [Table; 2] = [
    (
        "<!-- provider errors -->\n",
        "<!-- end of provider errors -->",
        provider_errors,
    ),
    ("<!-- codes -->\n", "<!-- end of codes -->", codes),
];

fn provider_errors() -> String {
    let mut table = String::from("| provider | code | English | 한국어 |\n|---|---|---|---|\n");
    for known in ProviderError::ALL {
        let (provider, code) = (known.provider.name(), known.code);
        let (en, ko) = (known.sentence(Lang::En), known.sentence(Lang::Ko));
        writeln!(table, "| {provider} | `{code}` | {en} | {ko} |").expect("text");
    }
    table
}

fn codes() -> String {
    let mut table =
        String::from("| code | effect | waiver | English | 한국어 |\n|---|---|---|---|---|\n");
    for code in DecisionCode::ALL {
        let waiver = code
            .waiver()
            .map_or(String::new(), |it| format!("`{}`", it.name()));
        let (name, effect) = (code.name(), code.effect().name());
        let (en, ko) = (code.sentence(Lang::En), code.sentence(Lang::Ko));
        writeln!(table, "| `{name}` | {effect} | {waiver} | {en} | {ko} |").expect("text");
    }
    table
}

#[test]
fn pages_have_every_code() {
    for page in ["responses.md", "responses.ko.md"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../docs")
            .join(page);
        let text = fs::read_to_string(&path).expect("page");
        let mut written = text.clone();
        for (start, end, table) in TABLES {
            let (before, rest) = written.split_once(start).expect("start of a table");
            let (_, after) = rest.split_once(end).expect("end of a table");
            written = [before, start, &table(), end, after].concat();
        }
        if std::env::var("INJANG_CODES").is_ok_and(|how| how == "write") {
            fs::write(&path, written).expect("page");
        } else {
            assert_eq!(text, written, "{page}; INJANG_CODES=write mends it");
        }
    }
}
