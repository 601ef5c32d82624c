//! The gate: everything that must pass before a change lands.
//!
//! It installs nothing (`cargo xtask setup` does). All steps share one profile and one target folder,
//! so that the C code of aws-lc is built once.

use crate::chore::{Chore, Failed, cargo, root};
use crate::setup::{self, CARGO_DENY, CARGO_FUZZ, OLDEST_COMPILER, oldest_cargo};
use crate::{differential, fuzz, java, python, sanitize};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// The result of a step that did not fail.
enum Outcome {
    Passed,
    /// Why it did not run.
    Skipped(String),
}

/// A part of the gate.
struct Step {
    name: &'static str,
    what: &'static str,
    run: fn() -> Result<Outcome, Failed>,
}

/// What always runs. Tests come first: what they find matters most.
const USUAL: [Step; 11] = [
    Step {
        name: "tests",
        what: "all tests of the workspace",
        run: tests,
    },
    Step {
        name: "java",
        what: "the jar, and its tests on the JDKs that are installed",
        run: java,
    },
    Step {
        name: "format",
        what: "rustfmt would change nothing",
        run: format,
    },
    Step {
        name: "clippy",
        what: "no warning, and nothing newer in std than rust-version",
        run: clippy,
    },
    Step {
        name: "documentation",
        what: "rustdoc has no warning",
        run: documentation,
    },
    Step {
        name: "rustcrypto",
        what: "injang-crypto without aws-lc-rs, and the core without its features",
        run: || alone("rustcrypto"),
    },
    Step {
        name: "aws-lc-rs",
        what: "injang-crypto without RustCrypto",
        run: || alone("aws-lc-rs"),
    },
    Step {
        name: "no_std",
        what: "nothing below the core and RustCrypto needs std",
        run: no_std,
    },
    Step {
        name: "oldest compiler",
        what: "the workspace under rust-version",
        run: oldest_compiler,
    },
    Step {
        name: "python",
        what: "the wheel in a fresh virtual environment: all cases, tests, types",
        run: python,
    },
    Step {
        name: "licences",
        what: "licences, sources and duplicates of the dependencies",
        run: licences,
    },
];

/// What `--full` adds.
const FULL: [Step; 5] = [
    Step {
        name: "revocation scenes",
        what: "judged by OpenSSL and Bouncy Castle too",
        run: scenes,
    },
    Step {
        name: "large packages of Python",
        what: "Spark, a database, notebooks and other libraries with the wheel",
        run: heavy,
    },
    Step {
        name: "wheel",
        what: "the wheel for glibc 2.17 and the source distribution, each installed",
        run: wheel,
    },
    Step {
        name: "fuzz",
        what: "all targets, five minutes in total",
        run: fuzz,
    },
    Step {
        name: "flips",
        what: "every bit of every vector, about an hour",
        run: flips,
    },
];

/// Runs it; `--full` adds what takes long.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failed> {
    let added: &[Step] = match arguments {
        [] => &[],
        [option] if option == "--full" => &FULL,
        _ => return Err(Failed("usage: cargo xtask test [--full]".to_owned())),
    };
    setup::require()?;
    let start = Instant::now();
    let count = USUAL.len() + added.len();
    let mut skipped = Vec::new();
    for (step, number) in USUAL.iter().chain(added).zip(1..) {
        let place = format!("[{number}/{count}] {}", step.name);
        eprintln!("{place} … {}", step.what);
        let start = Instant::now();
        let outcome = (step.run)().map_err(|Failed(what)| Failed(format!("{place}: {what}")))?;
        match outcome {
            Outcome::Passed => eprintln!("{place}: passed, {}", seconds(start.elapsed())),
            Outcome::Skipped(why) => {
                eprintln!("{place}: SKIPPED: {why}");
                skipped.push(format!("step {}: {why}", step.name));
            }
        }
    }
    skipped.extend(unseen());
    for what in &skipped {
        eprintln!("xtask: SKIPPED: {what}");
    }
    eprintln!(
        "xtask: passed, {}; skipped: {}",
        seconds(start.elapsed()),
        skipped.len()
    );
    Ok(())
}

fn seconds(time: Duration) -> String {
    match time.as_secs() {
        seconds @ 0..60 => format!("{seconds} s"),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// What the tests could not look at; their own words are hidden where they pass.
fn unseen() -> Vec<String> {
    let corpora = std::env::var_os("INJANG_CORPORA")
        .map_or_else(|| "../shared/corpora".into(), PathBuf::from);
    let names = [
        "providers",
        "mbedtls",
        "go_pkcs7",
        "openssl_cms",
        "pkits",
        "x509_limbo",
    ];
    let absent = names
        .into_iter()
        .filter(|name| !root().join(&corpora).join(name).is_dir())
        .map(|name| {
            format!(
                "tests over the corpus {name}, which is not in {}",
                corpora.display()
            )
        });
    let programs = ["openssl", "xxd"].into_iter().chain(sanitize::PROGRAMS);
    let programs = programs
        .filter(|program| !Chore::new(program, &["-v"]).starts())
        .map(|program| format!("tests that run {program}, which is not installed"));
    absent.chain(programs).collect()
}

fn tests() -> Result<Outcome, Failed> {
    cargo(&["test", "--workspace", "--locked"])
        .variable("INJANG_LONG", "0")
        .run()?;
    Ok(Outcome::Passed)
}

fn java() -> Result<Outcome, Failed> {
    if let Some(what) = java::missing() {
        return Ok(Outcome::Skipped(what));
    }
    java::run(&[])?;
    Ok(Outcome::Passed)
}

fn format() -> Result<Outcome, Failed> {
    cargo(&["fmt", "--all", "--check"]).run()?;
    Ok(Outcome::Passed)
}

fn clippy() -> Result<Outcome, Failed> {
    cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--"])
        .argument("-Dwarnings")
        .run()?;
    Ok(Outcome::Passed)
}

fn documentation() -> Result<Outcome, Failed> {
    cargo(&["doc", "--workspace", "--no-deps", "--locked"])
        .variable("RUSTDOCFLAGS", "-D warnings")
        .run()?;
    Ok(Outcome::Passed)
}

/// One backend without the other.
fn alone(feature: &str) -> Result<Outcome, Failed> {
    cargo(&[
        "clippy",
        "--package",
        "injang-crypto",
        "--locked",
        "--no-default-features",
    ])
    .argument("--features")
    .argument(feature)
    .argument("--")
    .argument("-Dwarnings")
    .run()?;
    Ok(Outcome::Passed)
}

/// A crate with its own panic handler can't be built together with std.
fn no_std() -> Result<Outcome, Failed> {
    cargo(&[
        "check",
        "--manifest-path",
        "tests/no-std/Cargo.toml",
        "--locked",
    ])
    .variable("CARGO_TARGET_DIR", "target/no-std")
    .run()?;
    Ok(Outcome::Passed)
}

/// All Rust code of the workspace under the promised compiler. Nothing is linked in a check, so that
/// the C code of aws-lc is not built for it: cargo is given what the build script would say.
///
/// Where that compiler is not installed, clippy has judged this project's own code against
/// `rust-version`, and Cargo.lock was resolved for it.
fn oldest_compiler() -> Result<Outcome, Failed> {
    if !OLDEST_COMPILER.is_there() {
        return Ok(Outcome::Skipped(OLDEST_COMPILER.missing()));
    }
    let mut check = oldest_cargo(&["check", "--workspace", "--locked"]);
    for setting in without_c_code()? {
        check = check.argument("--config").argument(&setting);
    }
    check.variable("CARGO_TARGET_DIR", "target/msrv").run()?;
    Ok(Outcome::Passed)
}

/// Settings in place of the build script of aws-lc-sys: the bindings that it would choose, and a
/// folder of headers, which no Rust code reads.
fn without_c_code() -> Result<[String; 2], Failed> {
    let missing = |what: &str| Failed(format!("{what} is not found"));
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let version = Chore::new(&rustc, &["-vV"]).says();
    let version = version.ok_or_else(|| missing("rustc -vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.ok_or_else(|| missing("the host of rustc -vV"))?;

    let lock = std::fs::read_to_string(root().join("Cargo.lock"));
    let lock = lock.map_err(|error| Failed(format!("Cargo.lock: {error}")))?;
    let (_, package) = lock
        .split_once("name = \"aws-lc-sys\"\nversion = \"")
        .ok_or_else(|| missing("aws-lc-sys in Cargo.lock"))?;
    let (version, _) = package
        .split_once('"')
        .ok_or_else(|| missing("the version of aws-lc-sys"))?;
    let script = format!("target.{host}.aws_lc_{}", version.replace('.', "_"));
    Ok([
        format!("{script}.rustc-cfg = [\"universal\"]"),
        format!("{script}.include = \"none\""),
    ])
}

/// Advisories need the network and are asked for by hand.
fn licences() -> Result<Outcome, Failed> {
    if !CARGO_DENY.is_there() {
        return Ok(Outcome::Skipped(CARGO_DENY.missing()));
    }
    cargo(&["deny", "check", "licenses", "bans", "sources"]).run()?;
    Ok(Outcome::Passed)
}

/// It needs a Python with venv, and the packages that pip fetches.
fn python() -> Result<Outcome, Failed> {
    if let Some(what) = python::missing() {
        return Ok(Outcome::Skipped(what));
    }
    python::run(&[])?;
    Ok(Outcome::Passed)
}

fn heavy() -> Result<Outcome, Failed> {
    if let Some(what) = python::missing() {
        return Ok(Outcome::Skipped(what));
    }
    python::run(&["--heavy".to_owned()])?;
    Ok(Outcome::Passed)
}

fn wheel() -> Result<Outcome, Failed> {
    if let Some(what) = python::missing() {
        return Ok(Outcome::Skipped(what));
    }
    python::run(&["--wheel".to_owned()])?;
    Ok(Outcome::Passed)
}

fn scenes() -> Result<Outcome, Failed> {
    if let Some(what) = differential::missing() {
        return Ok(Outcome::Skipped(what));
    }
    differential::run(&[])?;
    Ok(Outcome::Passed)
}

fn fuzz() -> Result<Outcome, Failed> {
    if !CARGO_FUZZ.is_there() {
        return Ok(Outcome::Skipped(CARGO_FUZZ.missing()));
    }
    fuzz::run(&["--minutes".to_owned(), "5".to_owned()])?;
    Ok(Outcome::Passed)
}

fn flips() -> Result<Outcome, Failed> {
    cargo(&["test", "--workspace", "--locked", "--test", "flips"])
        .variable("INJANG_LONG", "1")
        .run()?;
    Ok(Outcome::Passed)
}
