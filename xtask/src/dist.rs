//! The C library as servers install it: an archive that unpacks anywhere, and what comes with it.

mod check;
mod deb;
mod jar;
mod licences;
mod native;
mod pack;
mod parts;
mod rpm;
mod sbom;
mod tree;

use crate::chore::{Chore, Failed, root};
use std::fs;
use std::path::{Path, PathBuf};

const USAGE: &str = "usage: cargo xtask dist [--check | --aarch64 | --jar]";
/// Where all of it goes, in the project's root.
const WORK: &str = "target/dist";
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What the libraries are built for.
#[derive(Clone, Copy)]
pub(crate) struct Target {
    /// As in the archive's name.
    processor: &'static str,
    triple: &'static str,
    /// The loader that every such system has.
    loader: &'static str,
}

const X86_64: Target = Target {
    processor: "x86_64",
    triple: "x86_64-unknown-linux-gnu",
    loader: "ld-linux-x86-64.so.2",
};
/// Built across; nobody has run it.
const AARCH64: Target = Target {
    processor: "aarch64",
    triple: "aarch64-unknown-linux-gnu",
    loader: "ld-linux-aarch64.so.1",
};

/// `cargo xtask dist [--check | --aarch64 | --jar]`
///
/// 1. The native libraries, against glibc 2.17; what they need of the system is read back from them.
/// 2. The licences and the list of everything that is linked.
/// 3. A folder as it is installed, and of it an archive, a package for Debian and one for RHEL: the same
///    octets each time from the same source.
/// 4. With `--check`: all are unpacked elsewhere, and the examples are built on them and run.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failed> {
    let is_checked = match arguments {
        [] => false,
        [option] if option == "--check" => true,
        [option] if option == "--aarch64" => return across(),
        [option] if option == "--jar" => return jar::make(&native::build(X86_64)?),
        _ => return Err(Failed(USAGE.to_owned())),
    };
    let built = native::build(X86_64)?;
    let parts = parts::linked(X86_64)?;
    let folder = tree::lay_out(X86_64, &built, &parts)?;
    let archive = pack::archive(X86_64, &folder)?;
    let package = deb::package(&folder)?;
    let rpm = rpm::package(&folder)?;
    let list = pack::list(&parts)?;
    let files = [Some(&archive), package.as_ref(), Some(&rpm), Some(&list)];
    pack::sums(files.into_iter().flatten())?;
    if is_checked {
        check::run(&archive, package.as_deref(), &rpm)?;
    }
    Ok(())
}

/// The archive for aarch64 alone. What it needs of a system is read back as for x86-64; it was never run.
fn across() -> Result<(), Failed> {
    let built = native::build(AARCH64)?;
    let parts = parts::linked(AARCH64)?;
    let folder = tree::lay_out(AARCH64, &built, &parts)?;
    let archive = pack::archive(AARCH64, &folder)?;
    eprintln!(
        "xtask: {}: UNTESTED, built on another processor",
        archive.display()
    );
    Ok(())
}

/// The name of the archive and of the folder in it.
fn name(target: Target) -> String {
    format!("injang-{VERSION}-{}-linux", target.processor)
}

/// Judges the library of the jar.
pub(crate) fn examine_java(library: &Path) -> Result<(), Failed> {
    native::examine_java(library)
}

/// A path below [`WORK`].
fn work(path: &str) -> PathBuf {
    root().join(WORK).join(path)
}

fn failed(path: &Path) -> impl FnOnce(std::io::Error) -> Failed {
    move |error| Failed(format!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<(), Failed> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed(folder))?;
    }
    fs::write(path, text).map_err(failed(path))
}

fn copy(from: &Path, to: &Path) -> Result<(), Failed> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(failed(folder))?;
    }
    fs::copy(from, to).map_err(failed(from))?;
    Ok(())
}

/// An empty folder in the place of what was there.
fn empty(folder: &Path) -> Result<(), Failed> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(failed(folder))?;
    }
    fs::create_dir_all(folder).map_err(failed(folder))
}

/// What a program prints; its failure is ours.
fn says(program: &str, arguments: &[&str]) -> Result<String, Failed> {
    let said = Chore::new(program, arguments).says();
    said.ok_or_else(|| Failed(format!("{program} {}", arguments.join(" "))))
}

/// A path as an argument.
fn text(path: &Path) -> Result<&str, Failed> {
    let text = path.to_str();
    text.ok_or_else(|| Failed(format!("{}: no UTF-8", path.display())))
}
