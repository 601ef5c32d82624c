//! The Python package: built as a wheel, installed into a fresh virtual environment, and tested there.

use crate::chore::{Chore, Failed, cargo, root};
use std::fs;

/// Where the environment and the wheel go, in the project's root.
const WORK: &str = "target/python";
/// Where the wheel for servers goes.
const WHEEL: &str = "target/wheel";
/// The environment of large packages.
const HEAVY: &str = "target/python-heavy";
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

/// `cargo xtask python [--release | --heavy | --wheel]`
///
/// 1. What Rust says of all cases, and an archive with planted failures, as files.
/// 2. A fresh virtual environment with the pinned packages that tests need.
/// 3. A wheel of this tree, and nothing else of it, into that environment.
/// 4. The package's tests, then the types: mypy, pyright and stubtest.
/// 5. With `--heavy` the same wheel into the environment of large packages (600 MB, which stay from one run
///    to the next), and the tests that need those: Spark, a database, notebooks, other libraries.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failed> {
    let (profile, is_heavy) = match arguments {
        [] => ("dev", false),
        [option] if option == "--heavy" => ("dev", true),
        [option] if option == "--release" => ("release", false),
        [option] if option == "--wheel" => return wheel(),
        _ => {
            let usage = "usage: cargo xtask python [--release | --heavy | --wheel]";
            return Err(Failed(usage.to_owned()));
        }
    };
    if let Some(what) = missing() {
        return Err(Failed(what));
    }
    written_by_rust()?;
    let wheels = format!("{WORK}/wheels");
    let failed = |error: std::io::Error| Failed(format!("{WORK}: {error}"));
    if root().join(WORK).exists() {
        fs::remove_dir_all(root().join(WORK)).map_err(failed)?;
    }
    fs::create_dir_all(root().join(&wheels)).map_err(failed)?;
    let venv = format!("{WORK}/venv");
    Chore::new("python3", &["-m", "venv", &venv]).run()?;
    let python = python_of(&venv);
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
    with_what_rust_wrote(module(&["pytest", "-m", "not heavy", &tests])).run()?;
    module(&["mypy", "--strict", "-p", "injang"]).run()?;
    module(&["mypy.stubtest", "injang"]).run()?;
    module(&[
        "pyright",
        "--pythonpath",
        &python,
        &format!("{PACKAGE}/python"),
    ])
    .run()?;
    if is_heavy {
        heavy(&wheels, &tests)?;
    }
    Ok(())
}

/// The wheel for servers, linked by zig against glibc 2.17, and the source distribution, in `target/wheel`.
/// Each is installed into an environment of its own and judges a document there.
fn wheel() -> Result<(), Failed> {
    if let Some(what) = missing() {
        return Err(Failed(what));
    }
    let build = format!("{WHEEL}/build");
    let failed = |error: std::io::Error| Failed(format!("{WHEEL}: {error}"));
    if root().join(WHEEL).exists() {
        fs::remove_dir_all(root().join(WHEEL)).map_err(failed)?;
    }
    Chore::new("python3", &["-m", "venv", &build]).run()?;
    let install = ["-m", "pip", "install", "--quiet", "-r"];
    Chore::new(&python_of(&build), &install)
        .argument(&format!("{PACKAGE}/requirements-build.txt"))
        .run()?;
    let out = format!("{WHEEL}/out");
    // maturin itself refuses a symbol that is newer than the platform's.
    Chore::new(&python_of(&build), &["-m", "maturin", "build", "--release"])
        .argument("--locked")
        .argument("--zig")
        .argument("--compatibility")
        .argument("manylinux2014")
        .argument("--sdist")
        .argument("--out")
        .argument(&out)
        .argument("--manifest-path")
        .argument(&format!("{PACKAGE}/Cargo.toml"))
        .run()?;
    for kind in ["--only-binary", "--no-binary"] {
        let venv = format!("{WHEEL}/{}", kind.trim_start_matches('-'));
        Chore::new("python3", &["-m", "venv", &venv]).run()?;
        // What builds the source distribution is fetched; the package itself is not.
        let found = built(&out, kind == "--only-binary")?;
        Chore::new(
            &python_of(&venv),
            &["-m", "pip", "install", "--quiet", &found],
        )
        .run()?;
        let judges = "import injang; from datetime import datetime, timezone; from pathlib import Path; \
                      samples = Path('tests/vectors/toss'); \
                      policy = injang.Policy(trust=samples / 'ca.der', revocation='none'); \
                      at = datetime(2026, 3, 2, 9, tzinfo=timezone.utc); \
                      injang.verify(samples / 'attached/document.der', policy, at=at)";
        Chore::new(&python_of(&venv), &["-c", judges]).run()?;
    }
    Ok(())
}

/// The file that was built: the wheel, or the source distribution.
fn built(folder: &str, is_wheel: bool) -> Result<String, Failed> {
    let end = if is_wheel {
        "manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
    } else {
        ".tar.gz"
    };
    let failed = |error: std::io::Error| Failed(format!("{folder}: {error}"));
    let files = fs::read_dir(root().join(folder)).map_err(failed)?;
    let names = files.filter_map(|it| it.ok()?.file_name().into_string().ok());
    let mut found = names.filter(|name| name.ends_with(end));
    let name = found.next();
    let name = name.ok_or_else(|| Failed(format!("{folder} has no file …{end}")))?;
    Ok(format!("{folder}/{name}"))
}

/// Has the files written that the tests compare with: the tests of Rust that write them are built already
/// where all tests have run.
fn written_by_rust() -> Result<(), Failed> {
    let tests = ["test", "--workspace", "--locked", "--quiet"];
    cargo(&tests)
        .argument("--test")
        .argument("planted")
        .argument("--test")
        .argument("whole_reports")
        .argument("--")
        .argument("as_files")
        .argument("whole_reports")
        .run()
}

fn with_what_rust_wrote(chore: Chore) -> Chore {
    let file = |name: &str| root().join("target/tmp").join(name).display().to_string();
    chore
        .variable("INJANG_PLANTED", &file("planted"))
        .variable("INJANG_WHOLE_REPORTS", &file("whole-reports.tsv"))
}

/// The tests that need large packages.
fn heavy(wheels: &str, tests: &str) -> Result<(), Failed> {
    let requirements = format!("{PACKAGE}/requirements-heavy.txt");
    let wanted = fs::read_to_string(root().join(&requirements));
    let wanted = wanted.map_err(|error| Failed(format!("{requirements}: {error}")))?;
    let stamp = root().join(HEAVY).join("requirements.txt");
    if fs::read_to_string(&stamp).ok().as_deref() != Some(&wanted) {
        Chore::new("python3", &["-m", "venv", "--clear", HEAVY]).run()?;
        let install = ["-m", "pip", "install", "--quiet", "-r", &requirements];
        Chore::new(&python_of(HEAVY), &install).run()?;
        fs::write(&stamp, wanted).map_err(|error| Failed(format!("{HEAVY}: {error}")))?;
    }
    let python = python_of(HEAVY);
    let install = ["-m", "pip", "install", "--quiet", "--no-index", "--no-deps"];
    Chore::new(&python, &install)
        .argument("--force-reinstall")
        .argument("--find-links")
        .argument(wheels)
        .argument("injang")
        .run()?;
    with_what_rust_wrote(Chore::new(&python, &["-m", "pytest", "-m", "heavy", tests])).run()
}

/// The interpreter of a virtual environment.
fn python_of(venv: &str) -> String {
    root().join(venv).join("bin/python").display().to_string()
}
