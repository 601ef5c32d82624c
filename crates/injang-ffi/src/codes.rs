//! From numbers to names and sentences, and back.

use crate::guard;
use crate::input;
use crate::output::Text;
use injang::Lang;
use injang::codes::{Table, tables};
use std::ffi::c_char;
use std::ptr;
use std::sync::OnceLock;

/// The tables by their numbers, which count from 1. A new one comes last.
pub const TABLES: [&str; 49] = [
    "verdict",
    "sub-indication",
    "check",
    "outcome",
    "finding",
    "reason",
    "revocation-reason",
    "error-kind",
    "other-format",
    "identity",
    "ci-error",
    "sign-type",
    "digest-source",
    "digest-algorithm",
    "armor",
    "encoding",
    "origin",
    "evidence-kind",
    "time-source",
    "profile",
    "revocation-mode",
    "plain-hash-source",
    "vid-layout",
    "vid-encoding",
    "language",
    "cause",
    "side",
    "change",
    "decision",
    "response-finding",
    "effect",
    "waiver",
    "match",
    "person-field",
    "provider",
    "product",
    "environment",
    "role",
    "verification-time",
    "provider-time-fault",
    "time-form",
    "detail",
    "whose",
    "unit",
    "input",
    "remedy",
    "form-fault",
    "cipher-error",
    "wrapping",
];

/// One value, as C reads it.
struct Code {
    number: i32,
    name: Text,
    sentences: [Text; 2],
}

/// All values of one table, by ascending numbers.
type Codes = Vec<Code>;

fn codes(table: i32) -> Option<&'static Codes> {
    static ALL: OnceLock<Vec<Codes>> = OnceLock::new();
    let all = ALL.get_or_init(|| TABLES.iter().map(|name| read(name)).collect());
    all.get(usize::try_from(table).ok()?.checked_sub(1)?)
}

fn read(name: &str) -> Codes {
    let table: Option<&Table> = tables().find(|table| table.name == name);
    let entries = table.map_or(&[][..], |table| table.entries);
    let code = |entry: &injang::codes::Entry| {
        // Where it depends on values which sentence is said, the first is.
        let (english, korean) = entry.texts.first().copied().unwrap_or_default();
        Code {
            number: i32::from(entry.number),
            name: Text::new(entry.name),
            sentences: [Text::new(english), Text::new(korean)],
        }
    };
    let mut codes: Codes = entries.iter().map(code).collect();
    codes.sort_by_key(|code| code.number);
    codes
}

fn find(table: i32, number: i32) -> Option<&'static Code> {
    let codes = codes(table)?;
    let place = codes.binary_search_by_key(&number, |code| code.number);
    codes.get(place.ok()?)
}

/// The stable name of a value, as it stands in reports and in `docs/codes.md`: `TOTAL-PASSED` for
/// `INJANG_TABLE_VERDICT` and 1. NULL if this library knows no such value, as of a later one.
///
/// `table` is an `INJANG_TABLE_…`. Any thread. The text is static: never free it.
#[unsafe(no_mangle)]
pub extern "C" fn injang_code_name(table: i32, number: i32) -> *const c_char {
    guard::get(ptr::null(), || Some(find(table, number)?.name.as_ptr()))
}

/// What a value says, in English or Korean. A word in braces stands for a value that a report fills in.
/// NULL if this library knows no such value.
///
/// `table` is an `INJANG_TABLE_…`, `lang` an `INJANG_LANGUAGE_…`. Any thread. The text is static:
/// never free it.
#[unsafe(no_mangle)]
pub extern "C" fn injang_code_sentence(table: i32, number: i32, lang: i32) -> *const c_char {
    guard::get(ptr::null(), || {
        let lang = input::number(lang, Lang::from_number, "lang").ok()?;
        let sentences = &find(table, number)?.sentences;
        Some(sentences[usize::from(lang != Lang::En)].as_ptr())
    })
}

/// The number of a value by its stable name, such as the `ci-serial` of `INJANG_TABLE_VID_LAYOUT` in a
/// file with settings; -1 if there is none, or if `name` is NULL.
///
/// `table` is an `INJANG_TABLE_…`; `name` has `name_length` characters. Any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_code_number(
    table: i32,
    name: *const c_char,
    name_length: usize,
) -> i32 {
    guard::get(-1, || {
        // SAFETY: the caller gives so many characters, or NULL.
        let name = unsafe { input::text(name, name_length, "name") }.ok()?;
        let code = codes(table)?.iter().find(|it| it.name.as_str() == name);
        Some(code?.number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_a_number() {
        let mut known: Vec<&str> = tables().map(|table| table.name).collect();
        let mut numbered = TABLES.to_vec();
        known.sort_unstable();
        numbered.sort_unstable();
        assert_eq!(known, numbered);
        for (table, number) in TABLES.iter().zip(1..) {
            assert!(codes(number).is_some_and(|it| !it.is_empty()), "{table}");
        }
        for number in [i32::MIN, -1, 0, 50, i32::MAX] {
            assert!(codes(number).is_none());
            assert!(find(1, number).is_none());
        }
    }
}
