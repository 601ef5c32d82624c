//! The C ABI: its header, its symbols, and the lines that C and C++ write of all cases.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use injang_tests::abi::{Built, compilers, library, shared_library};
use injang_tests::header;
use injang_tests::plan::{Plan, judge, plans};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

#[test]
fn the_header_is_what_the_code_says() {
    let committed = fs::read_to_string(header::path()).expect("include/injang.h");
    // Not assert_eq, which would print both.
    assert!(
        committed == header::text(),
        "include/injang.h differs from crates/injang-ffi: run cargo xtask header"
    );
}

/// The functions that a header declares.
fn declared(text: &str) -> BTreeSet<&str> {
    let code = text.split("extern \"C\" {").nth(1).expect("declarations");
    let lines = code
        .lines()
        .filter(|line| !line.starts_with([' ', '/', '*']));
    lines
        .filter_map(|line| {
            let (before, _) = line.split_once('(')?;
            before.rsplit([' ', '*']).next()
        })
        .filter(|name| name.starts_with("injang_"))
        .collect()
}

#[test]
fn the_symbols_are_the_header_s_functions_and_no_others() {
    let text = fs::read_to_string(header::path()).expect("include/injang.h");
    let output = Command::new("nm")
        .args(["-D", "--defined-only", "--format=posix"])
        .arg(shared_library())
        .output();
    let Ok(output) = output else {
        eprintln!("SKIPPED: nm is not installed");
        return;
    };
    let output = String::from_utf8(output.stdout).expect("names");
    let exported: BTreeSet<&str> = output
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert_eq!(exported, declared(&text));
    let committed = include_str!("../abi/symbols.txt");
    let known: BTreeSet<&str> = committed.lines().collect();
    let gone: Vec<_> = known.difference(&exported).collect();
    assert!(gone.is_empty(), "a function must never go: {gone:?}");
    let new: Vec<_> = exported.difference(&known).collect();
    assert!(new.is_empty(), "add to tests/abi/symbols.txt: {new:?}");
}

#[test]
fn the_headers_compile_in_every_language() {
    for compiler in compilers() {
        for standard in ["gnu17", "c99", "c11"] {
            compiler.checks_syntax("include/injang.h", "c", standard);
        }
        compiler.checks_syntax("include/injang.h", "c++", "c++17");
        compiler.checks_syntax("include/injang.hpp", "c++", "c++17");
        compiler.checks_syntax("tests/abi/lifetimes.cpp", "c++", "c++17");
    }
}

/// Rust, C and C++ write the same line of every case.
#[test]
fn every_case_comes_out_alike_in_rust_c_and_cpp() {
    let plans = plans();
    assert!(plans.len() > 3_000, "only {} cases", plans.len());
    let Some(compiler) = compilers().into_iter().next() else {
        return;
    };
    let folder = library().with_file_name("abi-cases");
    fs::create_dir_all(&folder).expect("folder");
    let path = folder.join("plan.tsv");
    let text: String = plans.iter().map(Plan::to_text).collect();
    fs::write(&path, text).expect("plan");
    let runners = [("run.c", "c99"), ("run.cpp", "c++17")];
    thread::scope(|scope| {
        let others: Vec<_> = runners
            .into_iter()
            .map(|(source, standard)| {
                let (compiler, folder, path) = (compiler, &folder, &path);
                scope.spawn(move || {
                    let built: Built = compiler.builds(source, standard, folder, &[]);
                    (source, built.output(&[path.to_str().expect("path")]))
                })
            })
            .collect();
        let ours: Vec<String> = plans.iter().map(judge).collect();
        for other in others {
            let (source, theirs) = other.join().expect("a runner");
            let theirs: Vec<&str> = theirs.lines().collect();
            for (ours, theirs) in ours.iter().zip(&theirs) {
                assert_eq!(ours, theirs, "{source}");
            }
            assert_eq!(ours.len(), theirs.len(), "{source}");
        }
    });
}

/// What the programs that look at allocations stand in front of.
const WRAPPED: [&str; 5] = ["free", "malloc", "calloc", "realloc", "posix_memalign"];

/// Each large allocation of the library fails in turn: the first one of a call is said by a code, and
/// none makes anything pass.
#[test]
fn where_memory_is_missing_nothing_passes() {
    let Some(compiler) = compilers().into_iter().next() else {
        return;
    };
    let folder = library().with_file_name("abi-memory");
    fs::create_dir_all(&folder).expect("folder");
    let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/content");
    let response = folder.join("response.json");
    fs::write(&response, format!("{{\"a\":\"{}\"}}", "a".repeat(100_000))).expect("response");
    // Nothing is freed that was not allocated, so that this one is left alone.
    let wrap = WRAPPED[1..].iter().map(|name| format!("-Wl,--wrap={name}"));
    let wrap: Vec<String> = wrap.collect();
    let wrap: Vec<&str> = wrap.iter().map(String::as_str).collect();
    let built = compiler.builds("memory.c", "c99", &folder, &wrap);
    let (ca, document) = (vectors.join("ca.der"), vectors.join("large/document.der"));
    let files = [&ca, &document, &response].map(|path| path.to_str().expect("path"));
    let said = built.output(&[&files[..], &["2026-03-02T09:00:00Z"]].concat());
    let count: usize = said.trim().parse().expect("a number of allocations");
    assert!(count > 22, "only {count} allocations");
}

/// No input needs more memory than the library asks for before it reads it.
#[test]
fn no_input_needs_more_memory_than_is_asked_for() {
    let Some(compiler) = compilers().into_iter().next() else {
        return;
    };
    let folder = library().with_file_name("abi-peak");
    fs::create_dir_all(&folder).expect("folder");
    let wrap = WRAPPED.map(|name| format!("-Wl,--wrap={name}"));
    let built = compiler.builds("peak.c", "c99", &folder, &wrap.each_ref().map(|it| &**it));
    let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors");
    let large = fs::read(vectors.join("content/large/document.der")).expect("vector");
    // A table has doubled just before.
    let elements = (1 << 17) + 1;
    let constructed = |element: &[u8]| {
        let mut octets = vec![0x30, 0x80];
        octets.extend(element.repeat(elements));
        octets.extend([0, 0]);
        octets
    };
    let text = |octets: &[u8]| STANDARD.encode(octets).into_bytes();
    let hex = injang_tests::runner::hex;
    let documents = [
        ("der", large.clone()),
        ("base64", text(&large)),
        ("hex", hex(&large).into_bytes()),
        ("null", constructed(&[5, 0])),
        ("null-base64", text(&constructed(&[5, 0]))),
        ("octet", constructed(&[4, 1, 0])),
        ("sequence", constructed(&[0x30, 0x80, 0, 0])),
    ];
    let members = (0..elements).map(|number| format!("\"{number}\":1,"));
    let answers = [
        (
            "array",
            format!("[{}1]", "1,".repeat(elements)).into_bytes(),
        ),
        (
            "arrays",
            format!("[{}[]]", "[],".repeat(elements)).into_bytes(),
        ),
        (
            "objects",
            format!("[{}1]", "{\"\":1},".repeat(elements)).into_bytes(),
        ),
        (
            "members",
            format!("{{{}\"\":1}}", members.collect::<String>()).into_bytes(),
        ),
        (
            "text",
            format!("{{\"data\":\"{}\"}}", STANDARD.encode(&large)).into_bytes(),
        ),
    ];
    let documents = documents.into_iter().map(|it| ("audit", it));
    let answers = answers.into_iter().map(|it| ("decide", it));
    for (call, (name, octets)) in documents.chain(answers) {
        let path = folder.join(name);
        fs::write(&path, octets).expect("input");
        let said = built.output(&[call, path.to_str().expect("path")]);
        println!("{call} {name}: {}", said.trim());
    }
}

/// Calls each function with NULL for each pointer, with lengths beyond what there can be, and with
/// unknown numbers.
#[test]
fn bad_arguments_are_refused_under_their_names() {
    let Some(compiler) = compilers().into_iter().next() else {
        return;
    };
    let folder = library().with_file_name("abi-bad");
    fs::create_dir_all(&folder).expect("folder");
    fs::write(folder.join("calls.inc"), injang_tests::abi::bad_calls()).expect("calls");
    let built = compiler.builds("bad.c", "c99", &folder, &[]);
    let said = built.output(&[]);
    let count: usize = said.trim().parse().expect("a number of calls");
    assert!(count > 600, "only {count} calls");
    compiler
        .builds("threads.c", "c99", &folder, &[])
        .output(&[]);
}
