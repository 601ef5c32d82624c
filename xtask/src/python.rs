//! The Python package: built as a wheel, installed into a fresh virtual environment, and tested there.

use crate::chore::{Chore, Failed, root};
use std::fs;

/// Where the environment and the wheel go, in the project's root.
const WORK: &str = "target/python";
const PACKAGE: &str = "bindings/python";

/// Why the package can't be tested here; `None` if it can.
pub(crate) fn missing() -> Option<String> {
    let probe = Chore::new(
        "python3",
        &[
            "-c",
            "import ensurepip, sys, venv; assert sys.version_info >= (3, 11)",
        ],
    );
    (!probe.runs()).then(|| {
        "python3 of 3.11 or newer with venv and pip is not installed (Debian: python3-venv)"
            .to_owned()
    })
}

/// `cargo xtask python [--release]`
///
/// 1. A fresh virtual environment with the pinned packages that tests need.
/// 2. A wheel of this tree, and nothing else of it, into that environment.
/// 3. The package's tests, then the types: mypy, pyright and stubtest.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failed> {
    let profile = match arguments {
        [] => "dev",
        [option] if option == "--release" => "release",
        _ => return Err(Failed("usage: cargo xtask python [--release]".to_owned())),
    };
    if let Some(what) = missing() {
        return Err(Failed(what));
    }
    let wheels = format!("{WORK}/wheels");
    let failed = |error: std::io::Error| Failed(format!("{WORK}: {error}"));
    if root().join(WORK).exists() {
        fs::remove_dir_all(root().join(WORK)).map_err(failed)?;
    }
    fs::create_dir_all(root().join(&wheels)).map_err(failed)?;
    let venv = format!("{WORK}/venv");
    Chore::new("python3", &["-m", "venv", &venv]).run()?;
    let python = root().join(format!("{venv}/bin/python"));
    let python = python.to_string_lossy().into_owned();
    let module = |arguments: &[&str]| {
        let chore = Chore::new(&python, &["-m"]);
        arguments.iter().fold(chore, |chore, it| chore.argument(it))
    };
    let requirements = format!("{PACKAGE}/requirements-test.txt");
    module(&["pip", "install", "--quiet", "-r", &requirements]).run()?;
    module(&[
        "maturin",
        "build",
        "--locked",
        "--profile",
        profile,
        "--out",
        &wheels,
    ])
    .argument("--manifest-path")
    .argument(&format!("{PACKAGE}/Cargo.toml"))
    .run()?;
    module(&[
        "pip",
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
        "--find-links",
        &wheels,
        "injang",
    ])
    .run()?;
    let tests = format!("{PACKAGE}/tests");
    module(&["pytest", &tests]).run()?;
    module(&["mypy", "--strict", "-p", "injang"]).run()?;
    module(&["mypy.stubtest", "injang"]).run()?;
    module(&[
        "pyright",
        "--pythonpath",
        &python,
        &format!("{PACKAGE}/python"),
    ])
    .run()
}
