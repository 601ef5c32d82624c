//! Compiles programs in C and C++ against the library of this build, and runs them.

use crate::header;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of this build: that of the program that runs.
fn folder() -> PathBuf {
    let program = env::current_exe().expect("this program");
    let folder = program.parent().expect("its folder");
    if folder.ends_with("deps") {
        folder.to_owned()
    } else {
        folder.join("deps")
    }
}

/// The static library. Cargo builds it with the tests, which depend on its package.
pub fn library() -> PathBuf {
    folder().join("libinjang_ffi.a")
}

/// The shared library.
pub fn shared_library() -> PathBuf {
    folder().join("libinjang_ffi.so")
}

fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests).to_owned()
}

/// A compiler of C with its sibling for C++.
#[derive(Clone, Copy, Debug)]
pub struct Compiler {
    c: &'static str,
    cpp: &'static str,
}

/// The compilers that are installed, gcc first. Those that are not are named on standard error.
pub fn compilers() -> Vec<Compiler> {
    let all = [
        Compiler {
            c: "gcc",
            cpp: "g++",
        },
        Compiler {
            c: "clang",
            cpp: "clang++",
        },
    ];
    let is_there = |compiler: &Compiler| {
        let runs = |program| Command::new(program).arg("--version").output().is_ok();
        let is_there = runs(compiler.c) && runs(compiler.cpp);
        if !is_there {
            eprintln!("SKIPPED: {} is not installed", compiler.c);
        }
        is_there
    };
    all.into_iter().filter(is_there).collect()
}

/// A program that was built.
pub struct Built(PathBuf);

/// Warnings are errors.
const STRICT: [&str; 4] = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"];

impl Compiler {
    fn of(self, source: &str) -> &'static str {
        if matches!(source.rsplit_once('.'), Some((_, "cpp" | "hpp"))) {
            self.cpp
        } else {
            self.c
        }
    }

    /// Checks a file by itself.
    ///
    /// # Panics
    /// If it has a warning.
    pub fn checks_syntax(self, header: &str, language: &str, standard: &str) {
        let program = if language == "c" { self.c } else { self.cpp };
        // Through a file that includes it: a header that is compiled itself gets warnings of its own.
        let (name, standard) = (header.rsplit('/').next(), format!("-std={standard}"));
        let source = format!("#include \"{}\"\n", name.unwrap_or_default());
        let file = folder().join(format!("injang-syntax-{program}{standard}.{language}"));
        fs::write(&file, source).expect("a source");
        let status = Command::new(program)
            .args(STRICT)
            .args([
                "-Wshadow",
                "-fsyntax-only",
                "-x",
                language,
                &standard,
                "-Iinclude",
                "-Itests/abi",
            ])
            .arg(&file)
            .current_dir(root())
            .status()
            .expect("a compiler");
        assert!(status.success(), "{program} {standard} {header}");
    }

    /// Builds a program of `tests/abi` against the static library.
    ///
    /// # Panics
    /// If it can't be built.
    pub fn builds(self, source: &str, standard: &str, folder: &Path, options: &[&str]) -> Built {
        let program = folder.join(source.replace('.', "_"));
        let status = Command::new(self.of(source))
            .args(STRICT)
            .args(options)
            .args(["-g", "-O1", "-Iinclude", &format!("-std={standard}")])
            .arg(format!("-I{}", folder.display()))
            .arg(format!("tests/abi/{source}"))
            .arg(library())
            .args(["-lpthread", "-ldl", "-lm", "-o"])
            .arg(&program)
            .current_dir(root())
            .status()
            .expect("a compiler");
        assert!(status.success(), "{source} can't be built");
        Built(program)
    }
}

impl Built {
    /// Runs it and gives what it printed.
    ///
    /// # Panics
    /// If it fails.
    pub fn output(&self, arguments: &[&str]) -> String {
        let output = Command::new(&self.0)
            .args(arguments)
            .output()
            .expect("a program");
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {complaint}", output.status);
        String::from_utf8(output.stdout).expect("text")
    }
}

/// Runs a program under valgrind, where that is installed.
///
/// # Panics
/// If valgrind finds an error or octets that are lost.
pub fn valgrind(built: &Built, arguments: &[&str]) {
    let mut command = Command::new("valgrind");
    command
        .args(["--quiet", "--error-exitcode=99", "--leak-check=full"])
        .args(["--errors-for-leak-kinds=definite,indirect,possible"])
        .arg(&built.0)
        .args(arguments);
    let Ok(output) = command.output() else {
        eprintln!("SKIPPED: valgrind is not installed");
        return;
    };
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {complaint}", output.status);
}

/// A parameter of a function.
struct Parameter {
    kind: String,
    name: String,
}

/// A declaration of the header.
struct Function {
    result: String,
    name: String,
    parameters: Vec<Parameter>,
}

/// Every declaration, so that no function can be forgotten.
fn functions() -> Vec<Function> {
    let text = header::text();
    let code = text.split("extern \"C\" {").nth(1).expect("declarations");
    let mut plain = String::new();
    let mut rest = code;
    while let Some((before, after)) = rest.split_once("/**") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |it| it.1);
    }
    plain.push_str(rest);
    let declarations = plain.split(';').filter_map(|it| it.trim().split_once('('));
    declarations
        .filter_map(|(head, parameters)| {
            let (result, name) = split_name(head.lines().last()?);
            let list = parameters.trim_end().strip_suffix(')')?;
            let parameters = list.split(',').map(str::trim).filter(|it| *it != "void");
            let parameters = parameters.map(|text| {
                let (kind, name) = split_name(text);
                Parameter { kind, name }
            });
            Some(Function {
                result,
                name,
                parameters: parameters.collect(),
            })
        })
        .filter(|it| it.name.starts_with("injang_"))
        .collect()
}

/// `const char *name` as type and name.
fn split_name(text: &str) -> (String, String) {
    let at = text.rfind([' ', '*']).map_or(0, |at| at + 1);
    (text[..at].trim().to_owned(), text[at..].to_owned())
}

/// Functions whose pointer may be NULL, by name of function and parameter; `*` stands for any function.
const MAY_BE_NULL: [(&str, &str); 14] = [
    ("*", "error"),
    ("*", "length"),
    ("injang_verify", "report"),
    ("injang_verify_detached", "report"),
    ("injang_decide", "decision"),
    ("injang_decide_all", "decision"),
    ("injang_exchange_new", "product"),
    ("injang_exchange_add_original", "id"),
    ("injang_exchange_set_nonce_paths", "asked"),
    ("injang_exchange_set_nonce_paths", "answered"),
    ("injang_policy_with_revocation_data", "pieces"),
    ("injang_policy_with_revocation_data", "lengths"),
    ("injang_code_number", "name"),
    ("injang_error_free", "error"),
];

fn may_be_null(function: &str, parameter: &str) -> bool {
    MAY_BE_NULL
        .iter()
        .any(|(of, name)| *name == parameter && (*of == "*" || *of == function))
}

/// A valid value for a parameter.
fn good(parameter: &Parameter) -> String {
    let kind = parameter.kind.as_str();
    let name = parameter.name.as_str();
    match kind {
        "int32_t" if name == "show_subject" || name == "notes" => "0".to_owned(),
        "int32_t" | "uint64_t" => "1".to_owned(),
        "int64_t" => "AT".to_owned(),
        "size_t" if name == "ci_length" => "sizeof CI - 1".to_owned(),
        "size_t" if name == "vid_length" => "sizeof VID - 1".to_owned(),
        "size_t" if name.ends_with("_length") => "sizeof TEXT - 1".to_owned(),
        "size_t" if name.ends_with("_capacity") => "sizeof ROOM".to_owned(),
        "const char *" if name == "ci" => "CI".to_owned(),
        "const char *" if name == "vid" => "VID".to_owned(),
        "size_t" => "0".to_owned(),
        "const uint8_t *" => "(const uint8_t *)TEXT".to_owned(),
        "const char *" => "TEXT".to_owned(),
        "uint8_t *" => "(uint8_t *)ROOM".to_owned(),
        "char *" => "ROOM".to_owned(),
        "size_t *" => "&LENGTH".to_owned(),
        "int64_t *" => "&SECONDS".to_owned(),
        "const uint8_t *const *" => "PIECES".to_owned(),
        "const size_t *" => "LENGTHS".to_owned(),
        "const injang_exchange *const *" => "EXCHANGES".to_owned(),
        _ if kind.ends_with("**") => format!("&out_{}", inner(kind)),
        _ => format!("good_{}", inner(kind)),
    }
}

/// `policy` of `const injang_policy *`.
fn inner(kind: &str) -> &str {
    let name = kind
        .trim_start_matches("const ")
        .trim_end_matches(['*', ' ']);
    name.trim_start_matches("injang_")
}

/// The calls of `tests/abi/bad.c`: for each function with each pointer NULL, with each length beyond
/// what there can be, and with each number unknown; and with each length 0, which is no fault by itself
/// and never a pass.
///
/// # Panics
/// Never: writing to a String can't fail.
pub fn bad_calls() -> String {
    let mut text = String::new();
    for function in functions() {
        for (index, parameter) in function.parameters.iter().enumerate() {
            let name = &parameter.name;
            let is_pointer = parameter.kind.ends_with('*');
            let is_length = parameter.kind == "size_t" && name.ends_with("_length");
            // The others of this type are indexes: getters of what is not there give nothing.
            let is_count = parameter.kind == "size_t" && name == "count";
            let is_index = parameter.kind == "size_t" && function.result != "int32_t";
            let is_number = parameter.kind == "int32_t";
            let values: &[&str] = match () {
                () if is_pointer => &["NULL"],
                () if is_length => &["0", "SIZE_MAX", "(size_t)PTRDIFF_MAX + 1"],
                () if is_count => &["SIZE_MAX", "(size_t)PTRDIFF_MAX / 8 + 1"],
                () if is_index => &["SIZE_MAX", "SIZE_MAX - 1", "(size_t)INT32_MAX + 1"],
                () if is_number => &["0", "-1", "INT32_MAX", "INT32_MIN"],
                () => continue,
            };
            for value in values {
                write_call(&mut text, &function, index, value);
            }
        }
    }
    text
}

fn write_call(text: &mut String, function: &Function, bad: usize, value: &str) {
    let Function {
        result,
        name,
        parameters,
    } = function;
    let parameter = &parameters[bad];
    if parameter.kind == "int32_t" && value == "0" && is_flag(&parameter.name) {
        return;
    }
    let arguments: Vec<String> = parameters
        .iter()
        .enumerate()
        .map(|(index, it)| {
            if index == bad {
                value.to_owned()
            } else {
                good(it)
            }
        })
        .collect();
    let call = format!("{name}({})", arguments.join(", "));
    let has_error = parameters
        .last()
        .is_some_and(|it| it.kind == "injang_error **");
    // The name that the error must give: for a length that of its pointer.
    let named = match parameter.kind.as_str() {
        // The list that it is the count of.
        "size_t" if parameter.name == "count" && name == "injang_decide_all" => "exchanges",
        "size_t" if parameter.name == "count" => "pieces",
        "size_t" => parameter.name.trim_end_matches("_length"),
        _ => &parameter.name,
    };
    let is_empty = parameter.name.ends_with("_length") && value == "0";
    let is_allowed =
        is_empty || parameter.kind.ends_with('*') && may_be_null(name, &parameter.name);
    let judges = ["injang_verify", "injang_verify_detached"].contains(&name.as_str());
    let is_index = parameter.kind == "size_t" && !has_error;
    let _ = match result.as_str() {
        "void" => writeln!(text, "    FREE({call});"),
        "int32_t" if judges && is_empty => writeln!(text, "    NO_PASS({call});"),
        "int32_t" if has_error && is_allowed => writeln!(text, "    ANY({call});"),
        "int32_t" if has_error => writeln!(text, "    REFUSED({call}, \"{named}\");"),
        _ if result.ends_with('*') && !is_allowed && !is_index => {
            writeln!(text, "    NOTHING({call});")
        }
        _ => writeln!(text, "    VALUE({call});"),
    };
}

fn is_flag(name: &str) -> bool {
    [
        "accept",
        "apply",
        "require",
        "inhibit",
        "diagnose",
        "show_subject",
        "notes",
    ]
    .contains(&name)
}
