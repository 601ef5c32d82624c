//! Archive and package as a server team takes them: unpacked into empty folders, and the examples built
//! on them by pkg-config and by CMake, with the shared and the static library, and run.

use super::{copy, deb, empty, failed, rpm, says, text, work};
use crate::chore::{Chore, Failed, root};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names of the examples' programs, and whether they are C.
const EXAMPLES: [(&str, bool); 5] = [
    ("verify_c", true),
    ("response_c", true),
    ("verify", false),
    ("response", false),
    ("server", false),
];
const VECTORS: &str = "tests/vectors/kakao";
const ANSWERS: &str = "tests/responses/kakao-single/text";
const TIME: &str = "2026-03-02T09:00:00Z";

/// Builds the examples: the prefix, their source, where the programs go.
type Build = fn(&Path, &Path, &Path, Linking) -> Result<(), Failed>;

/// How a program ends.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Accepted,
    Refused,
    /// What is given can't be read; in C++ an exception says so.
    Error,
}

/// Which of the two libraries.
#[derive(Clone, Copy, PartialEq)]
enum Linking {
    Shared,
    Static,
}

/// Unpacks, builds and runs.
///
/// 1. The examples are copied too, so that nothing of this tree is found beside them.
/// 2. Every program says what it needs: `libinjang.so.1` if it is linked to the shared library only.
/// 3. Every program accepts what is good, refuses the twin of it, and says an error about what is none.
pub(super) fn run(archive: &Path, package: Option<&Path>, rpm: &Path) -> Result<(), Failed> {
    let work = work("check");
    let source = work.join("cpp");
    empty(&work)?;
    copy_all(&root().join("bindings/cpp"), &source)?;

    let prefix = work.join("archive");
    fs::create_dir_all(&prefix).map_err(failed(&prefix))?;
    let unpack = ["-xzf", text(archive)?, "--strip-components=1", "-C"];
    Chore::new("tar", &unpack).argument(text(&prefix)?).run()?;
    let mut ran = on(&prefix, &source, &work.join("on-archive"))?;
    if let Some(package) = package {
        let folder = work.join("package");
        deb::unpack(package, &folder)?;
        ran += on(&folder.join("usr"), &source, &work.join("on-package"))?;
    }
    let folder = work.join("rpm");
    rpm::unpack(rpm, &folder)?;
    ran += on(&folder.join("usr"), &source, &work.join("on-rpm"))?;
    if ran == 0 {
        return Err(Failed(
            "neither pkg-config nor CMake is installed".to_owned(),
        ));
    }
    eprintln!("xtask: {ran} programs built and run");
    Ok(())
}

/// Builds and runs all examples on one prefix, and counts them.
fn on(prefix: &Path, source: &Path, work: &Path) -> Result<usize, Failed> {
    let mut ran = 0;
    for (tool, build) in [("pkg-config", by_pkg_config as Build), ("cmake", by_cmake)] {
        if !Chore::new(tool, &["--version"]).runs() {
            eprintln!("xtask: SKIPPED: {tool} is not installed");
            continue;
        }
        for linking in [Linking::Shared, Linking::Static] {
            let programs = work.join(tool).join(linking.name());
            build(prefix, source, &programs, linking)?;
            run_all(&programs, linking)?;
            ran += EXAMPLES.len();
            eprintln!("xtask: examples run: {tool}, {}", linking.name());
        }
    }
    Ok(ran)
}

impl Linking {
    fn name(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Static => "static",
        }
    }
}

/// Where the libraries of a prefix are.
fn libraries(prefix: &Path) -> PathBuf {
    let wide = prefix.join("lib64");
    if wide.exists() {
        wide
    } else {
        prefix.join("lib")
    }
}

fn copy_all(from: &Path, to: &Path) -> Result<(), Failed> {
    for entry in fs::read_dir(from).map_err(failed(from))? {
        let path = entry.map_err(failed(from))?.path();
        let place = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy_all(&path, &place)?;
        } else {
            copy(&path, &place)?;
        }
    }
    Ok(())
}

/// Each example by one call of the compiler, as `docs/install.md` shows it.
fn by_pkg_config(
    prefix: &Path,
    source: &Path,
    programs: &Path,
    linking: Linking,
) -> Result<(), Failed> {
    fs::create_dir_all(programs).map_err(failed(programs))?;
    let libraries = libraries(prefix);
    let place = libraries.join("pkgconfig");
    let ask = |options: &[&str]| {
        let chore = Chore::new("pkg-config", options).argument("injang");
        let said = chore.variable("PKG_CONFIG_PATH", text(&place)?).says();
        said.ok_or_else(|| Failed(format!("pkg-config {}", options.join(" "))))
    };
    let flags = match linking {
        Linking::Shared => ask(&["--cflags", "--libs"])?,
        // The linker takes the shared library of two, unless it is told the file.
        Linking::Static => {
            ask(&["--cflags", "--static", "--libs"])?.replace("-linjang", "-l:libinjang.a")
        }
    };
    for (name, is_c) in EXAMPLES {
        let (compiler, standard, suffix) = if is_c {
            ("cc", "-std=c99", "c")
        } else {
            ("c++", "-std=c++17", "cpp")
        };
        let file = source.join(format!("examples/{name}.{suffix}"));
        let program = programs.join(name);
        let mut build = Chore::new(compiler, &[standard, "-Wall", "-Wextra", "-Wpedantic"]);
        for argument in ["-Werror", "-pthread", text(&file)?, "-o", text(&program)?] {
            build = build.argument(argument);
        }
        for flag in flags.split_whitespace() {
            build = build.argument(flag);
        }
        let run_path = format!("-Wl,-rpath,{}", libraries.display());
        build.argument(&run_path).run()?;
    }
    Ok(())
}

fn by_cmake(prefix: &Path, source: &Path, programs: &Path, linking: Linking) -> Result<(), Failed> {
    let shared = if linking == Linking::Shared {
        "ON"
    } else {
        "OFF"
    };
    Chore::new("cmake", &["-S", text(source)?, "-B", text(programs)?])
        .argument(&format!("-DCMAKE_PREFIX_PATH={}", prefix.display()))
        .argument(&format!("-DINJANG_SHARED={shared}"))
        .argument("-DCMAKE_COMPILE_WARNING_AS_ERROR=ON")
        .run()?;
    Chore::new("cmake", &["--build", text(programs)?]).run()
}

/// Runs the programs of one folder over what they must accept, refuse and not be able to read.
fn run_all(programs: &Path, linking: Linking) -> Result<(), Failed> {
    let vector = |path: &str| root().join(VECTORS).join(path);
    let answer = |path: &str| root().join(ANSWERS).join(path);
    let ca = vector("ca.der");
    let no_ca = answer("request.json");
    let other_ca = root().join("tests/responses/toss-ca.der");
    let documents = [
        (&ca, vector("armor-base64/document.b64"), End::Accepted),
        (
            &ca,
            vector("content-flipped-bit/document.der"),
            End::Refused,
        ),
        (&no_ca, vector("armor-base64/document.b64"), End::Error),
    ];
    for (name, _) in EXAMPLES {
        let program = programs.join(name);
        let headers = says("objdump", &["-p", text(&program)?])?;
        let needs = headers.contains("libinjang.so");
        if needs != (linking == Linking::Shared) || needs != headers.contains("libinjang.so.1\n") {
            let program = program.display();
            return Err(Failed(format!("{program}: linked to the other library")));
        }
        if name.starts_with("response") {
            let authority = root().join("tests/responses/ca.der");
            let authorities = [
                (&authority, End::Accepted),
                (&other_ca, End::Refused),
                (&no_ca, End::Error),
            ];
            for (authority, end) in authorities {
                let mut arguments = vec![authority.clone()];
                let files = ["request.json", "response.json", "keys.json", "ci.txt"];
                arguments.extend(files.map(answer));
                arguments.push(TIME.into());
                ends(&program, &arguments, end)?;
            }
            continue;
        }
        for (ca, document, end) in &documents {
            let mut arguments = vec![(*ca).clone(), document.clone(), TIME.into()];
            if name == "server" {
                arguments.push("200".into());
            }
            ends(&program, &arguments, *end)?;
        }
    }
    Ok(())
}

/// Whether the program ends as it should; a crash is none of it.
fn ends(program: &Path, arguments: &[PathBuf], end: End) -> Result<(), Failed> {
    let output = Command::new(program).args(arguments).output();
    let output = output.map_err(failed(program))?;
    let code = output.status.code();
    let is_expected = match code {
        Some(0) => end == End::Accepted,
        // INJANG_REJECTED and INJANG_UNDETERMINED.
        Some(1 | 2) => end == End::Refused,
        // The codes of an error, below those of a signal.
        Some(64..=127) => end == End::Error,
        _ => false,
    };
    if is_expected {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    let program = program.display();
    Err(Failed(format!("{program} {arguments:?}: {code:?}\n{said}")))
}
