//! What a call through the C ABI costs: programs in C and C++ against the static library.

use crate::chore::{Chore, Failed, cargo, root};
use std::path::{Path, PathBuf};

/// The two programs of `benches/abi`, compiler, standard and source.
const PROGRAMS: [(&str, &str, &str, &str); 2] = [
    ("call-c", "gcc", "c99", "benches/abi/call.c"),
    ("call-cpp", "g++", "c++17", "benches/abi/call.cpp"),
];

/// Authority, document and time of the call.
pub(crate) const SCENE: [&str; 3] = [
    "tests/vectors/kakao/ca.der",
    "tests/vectors/kakao/content-in-pieces/document.der",
    "2026-03-02T09:00:00Z",
];

/// How often one thread verifies in a turn, and how many turns there are.
const TURNS: [&str; 2] = ["2000", "40"];

/// Where cargo leaves what it builds for release.
pub(crate) fn release() -> PathBuf {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    root().join(target).join("release")
}

/// Builds library and programs for release.
pub(crate) fn build() -> Result<(), Failed> {
    cargo(&[
        "build",
        "--release",
        "--quiet",
        "--locked",
        "--package",
        "injang-ffi",
    ])
    .run()?;
    for (name, compiler, standard, source) in PROGRAMS {
        let program = program(name);
        let archive = release().join("libinjang_ffi.a");
        Chore::new(
            compiler,
            &[
                "-O2",
                "-Wall",
                "-Wextra",
                "-Wpedantic",
                "-Werror",
                "-Iinclude",
            ],
        )
        .argument(&format!("-std={standard}"))
        .argument(source)
        .argument(&archive.display().to_string())
        .argument("-lpthread")
        .argument("-ldl")
        .argument("-lm")
        .argument("-o")
        .argument(&program.display().to_string())
        .run()?;
    }
    Ok(())
}

/// A program that was built.
pub(crate) fn program(name: &str) -> PathBuf {
    release().join(name)
}

/// A program with its scene.
pub(crate) fn scene(program: &Path) -> Chore {
    Chore::new(&program.display().to_string(), &SCENE)
}

/// Two threads over one policy, beside one.
pub(crate) fn threads() -> Result<(), Failed> {
    build()?;
    let [times, turns] = TURNS;
    scene(&program("call-c"))
        .argument("threads")
        .argument(times)
        .argument(turns)
        .run()
}
