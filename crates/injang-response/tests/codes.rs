//! The table of codes in `docs/responses.md` and `docs/responses.ko.md` is made of the codes and
//! their sentences. `INJANG_CODES=write` writes it anew.

use injang::report::Lang;
use injang_response::Code;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const START: &str = "<!-- codes -->\n";
const END: &str = "<!-- end of codes -->";

fn table() -> String {
    let mut table =
        String::from("| code | effect | waiver | English | 한국어 |\n|---|---|---|---|---|\n");
    for code in Code::ALL {
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
        let (before, rest) = text.split_once(START).expect("start of the codes");
        let (_, after) = rest.split_once(END).expect("end of the codes");
        let written = [before, START, &table(), END, after].concat();
        if std::env::var("INJANG_CODES").is_ok_and(|how| how == "write") {
            fs::write(&path, written).expect("page");
        } else {
            assert_eq!(text, written, "{page}; INJANG_CODES=write mends it");
        }
    }
}
