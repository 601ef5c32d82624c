//! The native libraries, linked against the glibc of RHEL 7, and what they ask of a system.

use super::{Target, VERSION, WORK, copy, says, text, work};
use crate::chore::{Chore, Failed, root};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The tools that link for an older glibc than this machine's, from PyPI. Other releases of zig could
/// not archive aws-lc.
pub(super) const TOOLS: [&str; 2] = ["cargo-zigbuild==0.24.1", "ziglang==0.17.1"];
/// What RHEL 7 have, and everything since.
pub(super) const NEWEST_GLIBC: (u32, u32) = (2, 17);
const SONAME: &str = "libinjang.so.1";
/// What belongs to glibc or to the compiler's runtime, which every system with glibc has.
const SYSTEM: [&str; 7] = [
    "libc.so.6",
    "libm.so.6",
    "libdl.so.2",
    "libpthread.so.0",
    "librt.so.1",
    "libutil.so.1",
    "libgcc_s.so.1",
];

/// Where they are, without their symbols for debuggers.
pub(super) struct Built {
    pub(super) shared: PathBuf,
    pub(super) archive: PathBuf,
}

/// Builds both in one go.
///
/// 1. The pinned tools, in a virtual environment of their own.
/// 2. No `rlib` beside them, so that the optimisation over all crates takes place; no path of this
///    machine in them.
/// 3. Stripped: of the shared library everything but the exported symbols, of the archive what only a
///    debugger reads.
/// 4. Held against what is promised.
pub(super) fn build(target: Target) -> Result<Built, Failed> {
    let tools = tools(&TOOLS)?;
    let path = std::env::var("PATH").unwrap_or_default();
    let (major, minor) = NEWEST_GLIBC;
    let folder = format!("{WORK}/build");
    let program = tools.join("cargo-zigbuild");
    Chore::new(
        text(&program)?,
        &["rustc", "--locked", "--release", "--lib"],
    )
    .argument("--package=injang-ffi")
    .argument("--crate-type=cdylib,staticlib")
    .argument(&format!("--target={}.{major}.{minor}", target.triple))
    .argument(&format!("--target-dir={folder}"))
    .variable("PATH", &format!("{}:{path}", tools.display()))
    .variable("RUSTFLAGS", &without_paths()?)
    .variable("CARGO_PROFILE_RELEASE_STRIP", "debuginfo")
    .run()?;

    let made = root().join(folder).join(target.triple).join("release");
    let native = work("native").join(target.processor);
    let built = Built {
        shared: native.join(format!("libinjang.so.{VERSION}")),
        archive: native.join("libinjang.a"),
    };
    copy(&made.join("libinjang_ffi.so"), &built.shared)?;
    copy(&made.join("libinjang_ffi.a"), &built.archive)?;
    // The binutils of this machine may know no other processor.
    if target.triple == super::X86_64.triple {
        Chore::new("strip", &["--strip-unneeded", text(&built.shared)?]).run()?;
        // `-D`: no times or owners in the archive.
        Chore::new("strip", &["-D", "--strip-debug", text(&built.archive)?]).run()?;
    }
    examine(target, &built.shared)?;
    Ok(built)
}

/// The folder with the programs of these packages of PyPI, and with Python.
pub(super) fn tools(packages: &[&str]) -> Result<PathBuf, Failed> {
    let venv = work("venv");
    let programs = venv.join("bin");
    let python = programs.join("python");
    if !python.exists() {
        Chore::new("python3", &["-m", "venv", text(&venv)?]).run()?;
    }
    let pip = Chore::new(text(&python)?, &["-m", "pip", "install", "--quiet"]);
    let pip = packages
        .iter()
        .fold(pip, |pip, package| pip.argument(package));
    pip.run()?;
    Ok(programs)
}

/// The texts of panics name source files: by the project's and by cargo's own paths, not by this
/// machine's.
fn without_paths() -> Result<String, Failed> {
    let home = std::env::var("HOME").unwrap_or_default();
    let cargo = std::env::var("CARGO_HOME").unwrap_or_else(|_| format!("{home}/.cargo"));
    let project = root();
    let project = text(&project)?;
    if [project, cargo.as_str()].iter().any(|it| it.contains(' ')) {
        return Err(Failed(
            "the project's or cargo's path has a space".to_owned(),
        ));
    }
    Ok(format!(
        "--remap-path-prefix={project}=injang --remap-path-prefix={cargo}=cargo"
    ))
}

/// Reads back from the shared library what it needs and gives.
fn examine(target: Target, library: &Path) -> Result<(), Failed> {
    let library = text(library)?;
    let headers = says("objdump", &["-p", library])?;
    let symbols = says("objdump", &["-T", library])?;
    let path = root().join("include/injang.h");
    let header = std::fs::read_to_string(&path).map_err(super::failed(&path))?;
    let said = judge(target, &headers, &symbols, &declared(&header));
    let said = said.map_err(|what| Failed(format!("{library}: {what}")))?;
    eprintln!("xtask: {SONAME}: {said}");
    Ok(())
}

/// Reads back from the library in the jar what it needs: no symbol of a newer glibc, and no library that a
/// system may lack.
pub(super) fn examine_java(library: &Path) -> Result<(), Failed> {
    let library = text(library)?;
    let symbols = says("objdump", &["-T", library])?;
    let said = newest_glibc(&symbols).map_err(|what| Failed(format!("{library}: {what}")))?;
    let (major, minor) = said;
    if said > NEWEST_GLIBC {
        return Err(Failed(format!("{library}: needs GLIBC_{major}.{minor}")));
    }
    let other = exported(&symbols)
        .into_iter()
        .find(|name| !name.starts_with("Java_io_injang_") && name != "JNI_OnUnload");
    if let Some(name) = other {
        return Err(Failed(format!("{library}: exports {name}")));
    }
    eprintln!("xtask: libinjang_java.so: GLIBC_{major}.{minor} at most");
    Ok(())
}

/// Judges what `objdump -p` and `-T` print; the result is a line about it.
///
/// 1. SONAME is the one of the ABI.
/// 2. It needs no library that a system with glibc may lack.
/// 3. It needs no symbol of a glibc newer than [`NEWEST_GLIBC`].
/// 4. It exports the functions of the header and nothing else.
fn judge(
    target: Target,
    headers: &str,
    symbols: &str,
    promised: &BTreeSet<String>,
) -> Result<String, String> {
    let entries = |name: &str| -> Vec<&str> {
        let lines = headers
            .lines()
            .filter_map(|line| line.trim().strip_prefix(name));
        lines.map(str::trim).collect()
    };
    if entries("SONAME ") != [SONAME] {
        return Err(format!("its SONAME is not {SONAME}"));
    }
    let needed = entries("NEEDED ");
    let is_there = |it: &&&str| SYSTEM.contains(it) || **it == target.loader;
    if let Some(other) = needed.iter().find(|it| !is_there(it)) {
        return Err(format!("needs {other}"));
    }
    let (major, minor) = newest_glibc(symbols)?;
    if (major, minor) > NEWEST_GLIBC {
        return Err(format!("needs GLIBC_{major}.{minor}"));
    }
    let given = exported(symbols);
    if let Some(symbol) = given.difference(promised).next() {
        return Err(format!("exports {symbol}, which is not in the header"));
    }
    if let Some(symbol) = promised.difference(&given).next() {
        return Err(format!("does not export {symbol}"));
    }
    Ok(format!(
        "{} functions, GLIBC_{major}.{minor} at most, needs {}",
        given.len(),
        needed.join(" ")
    ))
}

/// The newest version of glibc's symbols in what `objdump -T` prints.
fn newest_glibc(symbols: &str) -> Result<(u32, u32), String> {
    let mut newest = (0, 0);
    for name in symbols.split("GLIBC_").skip(1) {
        let end = name.find(|it: char| !it.is_ascii_alphanumeric() && it != '.');
        let version = end.map_or(name, |end| &name[..end]);
        let mut numbers = version.split('.').map(str::parse::<u32>);
        let (Some(Ok(major)), Some(Ok(minor))) = (numbers.next(), numbers.next()) else {
            // GLIBC_PRIVATE, and whatever else is no version.
            return Err(format!("needs GLIBC_{version}"));
        };
        newest = newest.max((major, minor));
    }
    if newest == (0, 0) {
        return Err("objdump names no symbol of glibc".to_owned());
    }
    Ok(newest)
}

/// The symbols that are defined in what `objdump -T` prints.
fn exported(symbols: &str) -> BTreeSet<String> {
    let lines = symbols.lines().filter(|line| !line.contains("*UND*"));
    // A symbol's line begins with its address.
    let is_symbol = |line: &&str| {
        let address = line.split(' ').next().unwrap_or_default();
        address.len() == 16 && address.bytes().all(|it| it.is_ascii_hexdigit())
    };
    let lines = lines.filter(is_symbol);
    let names = lines.filter_map(|line| line.split_whitespace().next_back());
    names.map(str::to_owned).collect()
}

/// The functions that the header declares.
fn declared(header: &str) -> BTreeSet<String> {
    let lines = header
        .lines()
        .filter(|line| !line.trim_start().starts_with('/'));
    let mut functions = BTreeSet::new();
    for line in lines {
        let Some(start) = line.find("injang_").filter(|_| !line.starts_with(' ')) else {
            continue;
        };
        // The name is what stands before the first parenthesis.
        let before = line[start..].split('(').next().unwrap_or_default();
        if before.len() < line[start..].len() {
            let name = before.split([' ', '*']).next_back().unwrap_or_default();
            functions.insert(name.to_owned());
        }
    }
    functions
}

#[cfg(test)]
mod tests {
    use super::super::{AARCH64, X86_64};
    use super::{declared, exported, judge, newest_glibc};

    const HEADERS: &str = "\
Dynamic Section:
  NEEDED               libc.so.6
  SONAME               libinjang.so.1
";
    const HEADER: &str = "\
// injang_version() is said here only.
typedef struct injang_error injang_error;
uint32_t injang_abi_version(void);
";

    const SYMBOLS: &str = "\
DYNAMIC SYMBOL TABLE:
0000000000000000      DF *UND*  0000000000000000 (GLIBC_2.2.5) memcpy
0000000000000000      DF *UND*  0000000000000000  GLIBC_2.17  clock_gettime
0000000000012340 g    DF .text  0000000000000010  Base        injang_abi_version
";

    #[test]
    fn the_newest_version_is_by_number() {
        assert_eq!(newest_glibc(SYMBOLS), Ok((2, 17)));
        let newer = format!("{SYMBOLS}0 DF *UND* 0 (GLIBC_2.100) new\n");
        assert_eq!(newest_glibc(&newer), Ok((2, 100)));
    }

    #[test]
    fn what_is_no_version_is_refused() {
        assert!(newest_glibc("0 DF *UND* 0 (GLIBC_PRIVATE) inner").is_err());
        assert!(newest_glibc("").is_err());
    }

    #[test]
    fn what_is_undefined_is_not_exported() {
        let names: Vec<String> = exported(SYMBOLS).into_iter().collect();
        assert_eq!(names, ["injang_abi_version"]);
    }
    /// What is right passes; each thing that is wrong does not.
    #[test]
    fn a_library_is_held_against_what_is_promised() {
        let promised = declared(HEADER);
        assert!(judge(X86_64, HEADERS, SYMBOLS, &promised).is_ok());

        let soname = HEADERS.replace("libinjang.so.1", "libinjang_ffi.so");
        assert!(judge(X86_64, &soname, SYMBOLS, &promised).is_err());
        let needed = HEADERS.replace("libc.so.6", "libcrypto.so.3");
        assert!(judge(X86_64, &needed, SYMBOLS, &promised).is_err());
        let loader = HEADERS.replace("libc.so.6", "ld-linux-aarch64.so.1");
        assert!(judge(X86_64, &loader, SYMBOLS, &promised).is_err());
        assert!(judge(AARCH64, &loader, SYMBOLS, &promised).is_ok());
        let newer = SYMBOLS.replace("GLIBC_2.17", "GLIBC_2.18");
        assert!(judge(X86_64, HEADERS, &newer, &promised).is_err());
        let other = SYMBOLS.replace("injang_abi_version", "aws_lc_version");
        assert!(judge(X86_64, HEADERS, &other, &promised).is_err());
        let more = format!("{HEADER}int32_t injang_more(void);\n");
        assert!(judge(X86_64, HEADERS, SYMBOLS, &declared(&more)).is_err());
    }

    #[test]
    fn a_function_is_named_before_its_first_parenthesis() {
        let header =
            "const injang_x *injang_of(const injang_y *injang_z,\n                 int a);";
        let names: Vec<String> = declared(header).into_iter().collect();
        assert_eq!(names, ["injang_of"]);
    }
}
