//! Writes `include/injang.h`: declarations and their comments from `crates/injang-ffi` by cbindgen, and
//! the numbers of every table.

use cbindgen::{Braces, Builder, Config, DocumentationStyle, Language, Layout, SortKey, Style};
use injang::codes::{Entry, tables};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The types of `crates/injang-ffi`, and their names in C.
const HANDLES: [(&str, &str); 8] = [
    ("PolicyBuilderHandle", "injang_policy_builder"),
    ("PolicyHandle", "injang_policy"),
    ("RequestHandle", "injang_request"),
    ("ReportHandle", "injang_report"),
    ("ExchangeHandle", "injang_exchange"),
    ("DecisionHandle", "injang_decision"),
    ("InspectionHandle", "injang_inspection"),
    ("ErrorHandle", "injang_error"),
];

/// The text at the top: the rules that hold for every function.
const MANUAL: &str = "\
/**
 * @file injang.h
 * @brief Verifies the electronic signatures of Korean providers, offline.
 *
 * Generated from crates/injang-ffi by `cargo xtask header`. Do not edit.
 *
 * What holds for every function, unless its comment says otherwise:
 *
 * Codes. A function that returns int32_t and takes `error` returns 0 (INJANG_OK) if it did what was
 * asked. Functions that judge (injang_verify(), injang_decide(), injang_vid_check() and their like)
 * return 0 only for what may be relied on; so `if (code == INJANG_OK)` is the only test for it, and every
 * mistake is a refusal. Zeroed memory is no verdict: all other numbers count from 1, and 0 is none.
 *
 * Errors. `error` may be NULL. Otherwise `*error` is overwritten: NULL, or with a code of 64 and more an
 * error that names the parameter, to be freed by injang_error_free(). Errors hold no CI, no name and no
 * content.
 *
 * NULL. Where a comment does not allow NULL for a pointer, it is INJANG_E_ARGUMENT, or a getter's
 * value for nothing. That is so for octets of the length 0 too: give any pointer that is not NULL.
 *
 * Lengths. Octets and texts are a pointer and a length. Texts need no NUL at their end, and are UTF-8.
 * A length over PTRDIFF_MAX is INJANG_E_ARGUMENT. Texts that the library lends have a NUL behind
 * them and none within; their length does not count it.
 *
 * Owners. What a function writes to `**handle` is the caller's, to be freed by the `_free` function of
 * its type; what was there before is overwritten, not freed. Every `_free` takes NULL. Octets and texts
 * that are given are copied, or read during the call only. What is lent lives as long as its handle.
 * A pointer that a function writes to overlaps with no other argument.
 *
 * Threads. Policies, reports, decisions, inspections and errors are immutable: any number of threads may
 * use one at the same time, without a lock. Builders, requests and exchanges belong to one thread while
 * they are changed. Nobody may use a handle that is being freed.
 *
 * Memory. Before an input over 64 KiB is read, it is asked whether there is memory for all that the
 * reading can need; if there is none, the code is INJANG_E_MEMORY. Where memory for less than that is
 * missing, the process is aborted, as it is where two threads read such inputs at the same time and one
 * takes what the other had found.
 *
 * Standard streams, files, the clock, the environment and signals are never touched.
 */
";

/// What stands below the includes.
fn constants() -> String {
    let mut text = String::from(
        "\
/** \"None\" among indexes, positions and offsets. */
#define INJANG_NONE SIZE_MAX
/** \"None\" among times. */
#define INJANG_NO_TIME INT64_MIN

",
    );
    for (name, number) in injang_ffi::TABLES.iter().zip(1..) {
        let table = tables().find(|table| table.name == *name);
        let entries = table.map_or(&[][..], |table| table.entries);
        let prefix = format!("INJANG_{}", screaming(name));
        let group = prefix.to_ascii_lowercase();
        let _ = write!(
            text,
            "/**\n * @defgroup {group} {prefix}_…\n * The values of `{name}`.\n * @{{\n */\n\
             /** The number of this table, for injang_code_name(). */\n\
             #define INJANG_TABLE_{} {number}\n",
            screaming(name),
        );
        for entry in entries {
            let _ = write!(
                text,
                "/** {} */\n#define {prefix}_{} {}\n",
                comment(entry),
                screaming(entry.name),
                entry.number
            );
        }
        text.push_str("/** @} */\n\n");
    }
    text.truncate(text.trim_end().len());
    text
}

/// The text of a value, without anything that would end the comment or that Doxygen would interpret.
fn comment(entry: &Entry) -> String {
    let english = entry.texts.first().map_or("", |text| text.0);
    let text = format!("`{}`: {english}", entry.name);
    text.replace("*/", "* /")
        .replace(['@', '\\'], "")
        .replace("%s", "")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The name of a value as a macro: `TOTAL-PASSED`, `keyCompromise` and `K3510` become `TOTAL_PASSED`,
/// `KEY_COMPROMISE` and `K3510`.
fn screaming(name: &str) -> String {
    let mut macro_name = String::new();
    let mut is_after_lower = false;
    for char in name.chars() {
        // The names of RFC 5280's reasons: `cACompromise`, `aACompromise`.
        let is_hump = char.is_ascii_uppercase() && is_after_lower && macro_name.len() > 1;
        if is_hump {
            macro_name.push('_');
        }
        is_after_lower = char.is_ascii_lowercase();
        macro_name.push(if char.is_ascii_alphanumeric() {
            char.to_ascii_uppercase()
        } else {
            '_'
        });
    }
    macro_name
}

/// The header.
///
/// # Panics
/// If `crates/injang-ffi` can't be read, or declares something that C has not.
pub fn text() -> String {
    let mut config = Config {
        language: Language::C,
        style: Style::Type,
        cpp_compat: true,
        usize_is_size_t: true,
        no_includes: true,
        sys_includes: vec!["stddef.h".into(), "stdint.h".into()],
        include_guard: Some("INJANG_H".into()),
        documentation_style: DocumentationStyle::Doxy,
        header: Some(MANUAL.trim_end().to_owned()),
        after_includes: Some(constants()),
        sort_by: SortKey::None,
        line_length: 100,
        braces: Braces::SameLine,
        ..Config::default()
    };
    config.function.args = Layout::Auto;
    config.function.sort_by = Some(SortKey::None);
    for (rust, c) in HANDLES {
        config.export.rename.insert(rust.into(), c.into());
    }
    let mut builder = Builder::new().with_config(config);
    for file in sources() {
        builder = builder.with_src(file);
    }
    let bindings = builder.generate().expect("declarations that C has");
    let mut written = Vec::new();
    bindings.write(&mut written);
    String::from_utf8(written).expect("a header is text")
}

/// The files of `crates/injang-ffi` that declare something, in the order in which the header has them.
/// None of them has modules, which cbindgen would follow.
fn sources() -> Vec<PathBuf> {
    const FILES: [&str; 16] = [
        "status",
        "codes",
        "error",
        "policy_builder",
        "policy",
        "request",
        "judge",
        "report",
        "signer",
        "report_checks",
        "report_path",
        "report_revocation",
        "inspection",
        "vid",
        "exchange",
        "decision",
    ];
    let folder = root().join("crates/injang-ffi/src");
    FILES
        .iter()
        .map(|file| folder.join(format!("{file}.rs")))
        .collect()
}

/// Where it is committed.
pub fn path() -> PathBuf {
    root().join("include/injang.h")
}

fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests).to_owned()
}
