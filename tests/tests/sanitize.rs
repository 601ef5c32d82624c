//! The programs in C and C++ under sanitizers and valgrind. `INJANG_SANITIZE` is the beginning of the
//! names of the cases that they take; without it they take a few.

use injang_tests::abi::{Compiler, compilers, library, valgrind};
use injang_tests::plan::plans;
use std::fs;
use std::path::PathBuf;

const MEMORY: [&str; 3] = [
    "-fsanitize=address,undefined",
    "-fno-sanitize-recover=all",
    "-fno-omit-frame-pointer",
];

fn folder(name: &str) -> PathBuf {
    let folder = library().with_file_name(name);
    fs::create_dir_all(&folder).expect("folder");
    fs::write(folder.join("calls.inc"), injang_tests::abi::bad_calls()).expect("calls");
    folder
}

/// Cases whose names begin so, as a file.
fn plan(name: &str, prefix: &str) -> String {
    let path = folder(name).join("plan.tsv");
    let plans = plans();
    let chosen = plans.iter().filter(|plan| plan.name.starts_with(prefix));
    let text: String = chosen.map(injang_tests::plan::Plan::to_text).collect();
    assert!(!text.is_empty(), "no case begins with {prefix}");
    fs::write(&path, text).expect("plan");
    path.to_str().expect("path").to_owned()
}

fn prefix() -> String {
    std::env::var("INJANG_SANITIZE").unwrap_or_else(|_| "kakao/armor".to_owned())
}

fn compiler() -> Option<Compiler> {
    compilers().into_iter().next()
}

#[test]
fn address_undefined_and_leak_sanitizers_are_silent() {
    let Some(compiler) = compiler() else { return };
    let folder = folder("abi-asan");
    let plan = plan("abi-asan", &prefix());
    for (source, standard) in [("run.c", "c99"), ("run.cpp", "c++17")] {
        let built = compiler.builds(source, standard, &folder, &MEMORY);
        assert!(!built.output(&[&plan]).is_empty());
    }
    compiler
        .builds("bad.c", "c99", &folder, &MEMORY)
        .output(&[]);
    compiler
        .builds("glue.cpp", "c++17", &folder, &MEMORY)
        .output(&[]);
}

#[test]
fn the_thread_sanitizer_is_silent() {
    let Some(compiler) = compiler() else { return };
    let folder = folder("abi-tsan");
    let built = compiler.builds("threads.c", "c99", &folder, &["-fsanitize=thread"]);
    built.output(&[]);
}

#[test]
fn valgrind_is_silent() {
    let Some(compiler) = compiler() else { return };
    let folder = folder("abi-valgrind");
    let plan = plan("abi-valgrind", "kakao/armor-base64");
    for (source, arguments) in [("bad.c", &[][..]), ("run.c", &[plan.as_str()])] {
        valgrind(&compiler.builds(source, "c99", &folder, &[]), arguments);
    }
}
