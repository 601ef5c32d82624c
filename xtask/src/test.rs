//! Everything that must pass before a change lands.

use crate::chore::{Chore, Failed, cargo};
use std::path::PathBuf;

/// The oldest compiler that is promised (`rust-version`).
const MSRV: &str = "1.88";

/// Runs it; `--long` gives the property tests minutes where they usually take seconds.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failed> {
    let is_long = match arguments {
        [] => false,
        [option] if option == "--long" => true,
        _ => return Err(Failed("usage: cargo xtask test [--long]".to_owned())),
    };
    set_up()?;
    cargo(&["fmt", "--all", "--check"]).run()?;
    // Clippy also refuses what the standard library got after `rust-version`.
    cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ])
    .run()?;
    cargo(&["test", "--workspace", "--locked"])
        .variable("INJANG_LONG", if is_long { "1" } else { "0" })
        .run()?;
    cargo(&["doc", "--workspace", "--no-deps", "--locked"])
        .variable("RUSTDOCFLAGS", "-D warnings")
        .run()?;
    features()?;
    no_std()?;
    oldest_compiler()?;
    licences()?;
    skipped();
    Ok(())
}

/// Says what the tests could not look at; their own words are hidden where they pass.
fn skipped() {
    let corpora = std::env::var_os("INJANG_CORPORA")
        .map_or_else(|| "../shared/corpora".into(), PathBuf::from);
    for corpus in [
        "providers",
        "mbedtls",
        "go_pkcs7",
        "openssl_cms",
        "pkits",
        "x509_limbo",
    ] {
        if !corpora.join(corpus).is_dir() {
            println!(
                "xtask: SKIPPED: tests over the corpus {corpus}, which is not in {}",
                corpora.display()
            );
        }
    }
    for program in ["openssl", "xxd"] {
        if !Chore::new(program, &["-v"]).starts() {
            println!("xtask: SKIPPED: tests that run {program}, which is not installed");
        }
    }
}

/// The parts of the toolchain that a minimal installation lacks.
fn set_up() -> Result<(), Failed> {
    for (part, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if !cargo(&[part, "--version"]).runs() {
            Chore::new("rustup", &["component", "add", component]).run()?;
        }
    }
    Ok(())
}

/// Each provider without the other.
fn features() -> Result<(), Failed> {
    for feature in ["rustcrypto", "aws-lc-rs"] {
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
    }
    Ok(())
}

/// A crate with its own panic handler can't be built together with std.
fn no_std() -> Result<(), Failed> {
    cargo(&[
        "check",
        "--manifest-path",
        "tests/no-std/Cargo.toml",
        "--locked",
    ])
    .variable("CARGO_TARGET_DIR", "target/no-std")
    .run()
}

/// The promised compiler, installed if it can be. Where it can't, clippy has judged this project's
/// own code against `rust-version`, and Cargo.lock was resolved for it.
fn oldest_compiler() -> Result<(), Failed> {
    let toolchain = format!("+{MSRV}");
    let is_there = || Chore::new("cargo", &[&toolchain, "--version"]).runs();
    let install = || {
        Chore::new(
            "rustup",
            &["toolchain", "install", MSRV, "--profile", "minimal"],
        )
        .runs()
    };
    let is_ready = is_there() || (install() && is_there());
    if !is_ready {
        println!("xtask: SKIPPED: rust {MSRV} is not installed and could not be");
        return Ok(());
    }
    Chore::new("cargo", &[&toolchain, "check", "--workspace", "--locked"])
        .variable("CARGO_TARGET_DIR", "target/msrv")
        .run()
}

/// Licences, sources and duplicates, where cargo-deny is installed; advisories need the network
/// and are asked for by hand.
fn licences() -> Result<(), Failed> {
    if !cargo(&["deny", "--version"]).runs() {
        println!("xtask: SKIPPED: cargo-deny is not installed");
        return Ok(());
    }
    cargo(&["deny", "check", "licenses", "bans", "sources"]).run()
}
