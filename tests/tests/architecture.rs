//! What must never depend on what. Each rule is read from the sources and fails by its name.

use injang_tests::architecture::{self, Modules};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("workspace")
        .to_path_buf()
}

/// Every Rust file under a folder, as a path from that folder, with its text.
fn texts(folder: &Path) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("folder") {
            let path = entry.expect("entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("source");
                let name = path
                    .strip_prefix(folder)
                    .expect("prefix")
                    .to_string_lossy()
                    .into_owned();
                files.push((name, text));
            }
        }
    }
    files.sort();
    assert!(!files.is_empty(), "no sources in {}", folder.display());
    files
}

/// The same: each file's code, without comments and without the module of tests at its end.
fn sources(folder: &Path) -> Vec<(String, String)> {
    let files = texts(folder).into_iter();
    files
        .map(|(file, text)| (file, architecture::code(&text)))
        .collect()
}

fn core_sources() -> Vec<(String, String)> {
    sources(&root().join("crates/injang-core/src"))
}

fn check(rule: &str, broken: &[String]) {
    assert!(
        broken.is_empty(),
        "rule broken: {rule}\n  {}",
        broken.join("\n  ")
    );
}

/// The folders and files at the top of each library and of the command line, from the highest to the
/// lowest: each uses only those below it.
const FLOORS: [(&str, &[&str]); 6] = [
    (
        "injang-core",
        &[
            "tables",
            "diagnose",
            "validation",
            "path",
            "check",
            "request",
            "policy",
            "crypto",
            "report",
            "cms",
            "x509",
            "algorithm",
            "encoding",
            "codes",
        ],
    ),
    ("injang-crypto", &["combined", "aws_lc", "rustcrypto"]),
    (
        "injang-response",
        &[
            "tables",
            "decide",
            "identity",
            "document",
            "compare",
            "provider",
            "pairing",
            "exchange",
            "seen",
            "decision",
            "request",
            "result_request",
            "short_signature",
            "response",
            "ci_list",
            "hidden",
            "keys",
            "content_map",
            "person",
            "times",
            "findings",
            "finding",
            "members",
            "pointer",
            "signed_content",
            "environment",
            "seen_text",
            "provider_errors",
            "digest_text",
            "cipher",
            "json",
            "verification",
            "signature_key",
            "product",
            "provider_time",
            "format_error",
        ],
    ),
    (
        "injang",
        &[
            "facts",
            "signer",
            "many",
            "exchange",
            "decision",
            "report",
            "inspect",
            "json",
            "text",
            "policy",
            "request",
            "material",
            "response_results",
            "document",
            "verification",
            "input_document",
            "pem_or_der",
            "next_step",
            "redaction",
            "option_names",
            "unreadable",
            "kisa",
            "oid_names",
            "fingerprint",
            "digest_text",
            "names",
            "codes",
            "escape",
        ],
    ),
    (
        "injang-batch",
        &[
            "engine",
            "judge",
            "constants",
            "question",
            "source",
            "cell",
            "output",
            "fault",
            "input",
        ],
    ),
    (
        "injang-cli",
        &[
            "commands",
            "trust",
            "certificates",
            "revocation_files",
            "beside",
            "panic_hook",
            "input",
            "failure",
            "option_names",
            "escape",
            "arguments",
        ],
    ),
];

fn modules(package: &str) -> Modules {
    let files = texts(&root().join("crates").join(package).join("src"));
    Modules::of(
        files
            .iter()
            .map(|(file, text)| (file.as_str(), text.as_str())),
    )
}

#[test]
fn a_folder_uses_only_folders_below_it() {
    let mut broken = Vec::new();
    for (package, floors) in FLOORS {
        let modules = modules(package);
        let in_package = |what: String| format!("{package}: {what}");
        let named: BTreeSet<String> = floors.iter().map(|floor| (*floor).to_owned()).collect();
        let differing = modules.top();
        let differing = differing.symmetric_difference(&named);
        broken.extend(
            differing.map(|name| format!("{package}: {name} stands on no floor, or is gone")),
        );
        broken.extend(modules.globs().into_iter().map(in_package));
        broken.extend(
            architecture::above(&modules.uses(), floors)
                .into_iter()
                .map(in_package),
        );
    }
    check("a folder uses only folders below it", &broken);
}

#[test]
fn modules_use_each_other_in_no_circle() {
    let broken: Vec<String> = FLOORS
        .iter()
        .flat_map(|(package, _)| {
            let circles = architecture::circles(&modules(package).uses());
            circles
                .into_iter()
                .map(move |circle| format!("{package} {circle}"))
        })
        .collect();
    check("no circle of modules that use each other", &broken);
}

#[test]
fn checks_do_not_know_each_other() {
    let broken = architecture::siblings(&modules("injang-core").uses(), "check");
    check("a file under check/ never uses its sibling", &broken);
}

/// Not even on syntax, which stands below it: a report owns what it tells.
#[test]
fn report_is_plain_values() {
    let uses = modules("injang-core").uses();
    let broken = architecture::beside(&uses, "report", &["encoding", "codes"]);
    check("report uses nothing but encoding and codes", &broken);
}

#[test]
fn core_reaches_for_nothing() {
    let lib = fs::read_to_string(root().join("crates/injang-core/src/lib.rs")).expect("lib.rs");
    assert!(lib.contains("#![no_std]"), "the core is no_std");
    let forbidden = [
        "std::",
        "extern crate std",
        "SystemTime",
        "Instant",
        "unsafe ",
        "println!",
    ];
    let broken: Vec<String> = core_sources()
        .iter()
        .flat_map(|(file, code)| {
            forbidden
                .into_iter()
                .filter(move |word| code.contains(word))
                .map(move |word| format!("{file} contains {word}"))
        })
        .collect();
    check(
        "the core uses no std, clock, environment, network or unsafe code",
        &broken,
    );
}

/// The libraries between the core and the command line get octets, names and times as arguments.
#[test]
fn libraries_reach_for_no_file_stream_environment_or_clock() {
    let forbidden = [
        "std::fs",
        "std::io",
        "std::env",
        "std::net",
        "std::process",
        "std::time",
        "SystemTime",
        "Instant",
        "unsafe ",
        "println!",
    ];
    let mut broken = Vec::new();
    for library in ["injang-response", "injang"] {
        let sources = sources(&root().join("crates").join(library).join("src"));
        for (file, code) in sources
            .iter()
            .filter(|(file, _)| !file.starts_with("tests/"))
        {
            let found = forbidden.iter().filter(|word| code.contains(**word));
            broken.extend(found.map(|word| format!("{library}/src/{file} contains {word}")));
        }
    }
    check(
        "a library below the command line has no I/O, environment or clock",
        &broken,
    );
}

/// A user of C or Java has no command line: texts of the libraries ask for things in words, and the
/// command line adds its own names (`OptionNames`).
#[test]
fn libraries_name_no_option_of_the_command_line() {
    let mut broken = Vec::new();
    for package in ["injang", "injang-core", "injang-crypto", "injang-response"] {
        let folder = root().join("crates").join(package).join("src");
        for (file, code) in sources(&folder) {
            let is_test = file.split('/').any(|part| part.starts_with("tests"));
            for (number, line) in code.lines().enumerate().filter(|_| !is_test) {
                let mut parts = line.split("--").skip(1);
                if parts.any(|rest| rest.starts_with(|first: char| first.is_ascii_lowercase())) {
                    broken.push(format!(
                        "{package}/{file}: code line {}: {line}",
                        number + 1
                    ));
                }
            }
        }
    }
    check("a library names an option of the command line", &broken);
}

/// The names of the packages that a package is built from, without those only for its tests.
fn dependencies(package: &str, features: &[&str]) -> BTreeSet<String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args([
            "tree",
            "--offline",
            "--locked",
            "--prefix",
            "none",
            "--edges",
            "normal,features",
        ])
        .args(["--package", package])
        .args(features)
        .current_dir(root())
        .output()
        .expect("cargo tree");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let tree = String::from_utf8(output.stdout).expect("UTF-8");
    tree.lines()
        .map(|line| line.trim_end_matches(" (*)").to_owned())
        .collect()
}

#[test]
fn core_depends_on_text_forms_and_care_of_secrets_only() {
    let tree = dependencies("injang-core", &[]);
    let allowed = [
        "base16ct",
        "base64",
        "encoding_rs",
        "injang-core",
        "subtle",
        "zeroize",
    ];
    // What those are built from.
    let below = [
        "cfg-if",
        "core_detect",
        "multiversion_no_op",
        "scopeguard",
        "simdutf8",
    ];
    let is_below = |line: &str| {
        below
            .iter()
            .any(|name| line.starts_with(&format!("{name} ")))
    };
    let packages: BTreeSet<&str> = tree
        .iter()
        .map(|line| line.split(' ').next().unwrap_or(""))
        .collect();
    let broken: Vec<String> = packages
        .iter()
        .filter(|package| !allowed.contains(package) && !below.contains(package))
        .map(|package| format!("injang-core depends on {package}"))
        .chain(
            tree.iter()
                .filter(|line| {
                    line.contains(r#"feature "std""#) || line.contains(r#"feature "default""#)
                })
                .filter(|line| !line.starts_with("injang-core ") && !is_below(line))
                .map(|line| format!("injang-core turns on {line}")),
        )
        .collect();
    check("the core depends on no crypto, serde or std", &broken);
}

/// DESIGN.md, "The second reader", says why. `rsa` and the curves' crates stand on `der` and `spki`
/// themselves, so what counts for these two is what a manifest asks for and what the code names.
#[test]
fn nothing_that_ships_uses_the_second_reader() {
    const READERS: [&str; 4] = ["cms", "der", "spki", "x509-cert"];
    let mut broken = Vec::new();
    for entry in fs::read_dir(root().join("crates")).expect("crates") {
        let path = entry.expect("entry").path();
        let name = path.file_name().expect("name").to_string_lossy();
        let manifest = fs::read_to_string(path.join("Cargo.toml")).expect("manifest");
        for line in manifest.lines() {
            let asked = line.split(['.', ' ', '=']).next().unwrap_or_default();
            if READERS.contains(&asked)
                || READERS
                    .iter()
                    .any(|it| line.contains(&format!("package = \"{it}\"")))
            {
                broken.push(format!("{name} depends on {asked}"));
            }
        }
        // Two of them are below `rsa`, which hands them on.
        let names = [
            "x509_cert::",
            "use der::",
            "use spki::",
            "pkcs1::der",
            "pkcs8::der",
            "pkcs8::spki",
        ];
        for (file, code) in sources(&path.join("src")) {
            let found = names.iter().filter(|it| code.contains(**it));
            broken.extend(found.map(|it| format!("{name}/src/{file} contains {it}")));
        }
    }
    // Only the crypto backends have any of them below them, and no more than `der` and `spki`.
    for tree in [
        dependencies("injang-core", &[]),
        dependencies("injang-response", &[]),
    ] {
        let readers = tree
            .iter()
            .filter(|line| READERS.contains(&line.split(' ').next().unwrap_or_default()));
        broken.extend(readers.map(|line| format!("below the core or the responses: {line}")));
    }
    let tree = dependencies("injang-cli", &["--all-features"]);
    let whole = tree
        .iter()
        .filter(|line| line.starts_with("cms ") || line.starts_with("x509-cert "));
    broken.extend(whole.map(|line| format!("below the command line: {line}")));
    check("no crate under crates/ uses the second reader", &broken);
}

#[test]
fn bindings_and_tools_do_not_know_each_other() {
    let crates = root().join("crates");
    let mut broken = Vec::new();
    for entry in fs::read_dir(&crates).expect("crates") {
        let path = entry.expect("entry").path();
        let name = path
            .file_name()
            .expect("name")
            .to_string_lossy()
            .into_owned();
        let manifest = fs::read_to_string(path.join("Cargo.toml")).expect("manifest");
        let below: &[&str] = match name.as_str() {
            "injang-core" => &[],
            "injang-crypto" | "injang-response" => &["injang-core"],
            "injang" => &["injang-core", "injang-crypto", "injang-response"],
            "injang-cli" => &["injang", "injang-core", "injang-crypto", "injang-response"],
            // Pointers in and out of the library, and nothing else.
            "injang-ffi" | "injang-batch" => &["injang"],
            _ => &["injang-core", "injang-crypto"],
        };
        let normal = manifest
            .split("[dev-dependencies]")
            .next()
            .unwrap_or_default();
        let section = normal.split("[dependencies]").nth(1).unwrap_or_default();
        for line in section.lines().take_while(|line| !line.starts_with('[')) {
            let dependency = line.split(['.', ' ', '=']).next().unwrap_or_default();
            if dependency.starts_with("injang") && !below.contains(&dependency) {
                broken.push(format!("{name} depends on {dependency}"));
            }
        }
    }
    check("a crate depends only on those below it", &broken);
}

#[test]
fn every_member_takes_the_workspace_lints() {
    let root = root();
    let members = ["bindings/python", "tests", "benches", "xtask"];
    let mut manifests: Vec<_> = members.map(|member| root.join(member)).into();
    manifests.extend(
        fs::read_dir(root.join("crates"))
            .expect("crates")
            .map(|e| e.expect("entry").path()),
    );
    let broken: Vec<String> = manifests
        .iter()
        .filter(|path| {
            let manifest = fs::read_to_string(path.join("Cargo.toml")).expect("manifest");
            !manifest.contains("[lints]\nworkspace = true")
        })
        .map(|path| format!("{} lacks [lints] workspace = true", path.display()))
        .collect();
    check("every member takes the workspace's lints", &broken);
}

/// What C asks for goes through the library, so that every other binding has it too.
#[test]
fn the_c_abi_does_not_reach_below_the_library() {
    let mut broken = Vec::new();
    for (file, code) in sources(&root().join("crates/injang-ffi/src")) {
        let words = [
            "injang_core",
            "injang_crypto",
            "std::fs",
            "std::env",
            "SystemTime",
            "println!",
        ];
        let found = words.iter().filter(|word| code.contains(**word));
        broken.extend(found.map(|word| format!("injang-ffi/src/{file} contains {word}")));
    }
    check(
        "the C ABI uses the library alone, and no I/O or clock",
        &broken,
    );
}

#[test]
fn only_bindings_may_be_unsafe() {
    let mut broken = Vec::new();
    for entry in fs::read_dir(root().join("crates")).expect("crates") {
        let path = entry.expect("entry").path();
        if path.file_name().is_some_and(|name| name == "injang-ffi") {
            continue;
        }
        for top in ["src/lib.rs", "src/main.rs"].map(|file| path.join(file)) {
            if top.exists()
                && !fs::read_to_string(&top)
                    .expect("source")
                    .contains("#![forbid(unsafe_code)]")
            {
                broken.push(top.display().to_string());
            }
        }
    }
    check("every crate but the C ABI forbids unsafe code", &broken);
}

/// The crates that a package depends on, as its code names them.
fn third_parties(package: &str) -> BTreeSet<String> {
    let manifest = root().join("crates").join(package).join("Cargo.toml");
    let text = fs::read_to_string(manifest).expect("manifest");
    let section = text.split("\n[dependencies]\n").nth(1).expect("section");
    section
        .lines()
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split([' ', '.', '=']).next())
        .filter(|name| !name.is_empty() && !name.starts_with('#') && !name.starts_with("injang"))
        .map(|name| name.replace('-', "_"))
        .collect()
}

/// Every item that begins with `pub`, up to its body; of enums and traits with it, because all of
/// that is public too. And whatever a public type implements.
fn public_items(code: &str) -> Vec<&str> {
    const WITH_BODY: [&str; 4] = ["pub fn", "pub struct", "pub const fn", "pub unsafe fn"];
    const WHOLE: [&str; 2] = ["pub enum", "pub trait"];
    let mut items = Vec::new();
    for (at, _) in code.match_indices("pub ") {
        let item = &code[at..];
        let length = if WHOLE.iter().any(|kind| item.starts_with(kind)) {
            item.find("\n}")
        } else if WITH_BODY.iter().any(|kind| item.starts_with(kind)) {
            item.find(['{', ';'])
        } else if ["pub type", "pub const", "pub static", "pub use"]
            .iter()
            .any(|kind| item.starts_with(kind))
        {
            item.find(';')
        } else {
            // A field.
            item.find('\n')
        };
        items.push(&item[..length.unwrap_or(item.len())]);
    }
    for (at, _) in code.match_indices("\nimpl") {
        let item = &code[at + 1..];
        let header = item.split('{').next().unwrap_or_default();
        let Some((_, implementor)) = header.split_once(" for ") else {
            continue;
        };
        let name: String = implementor
            .chars()
            .take_while(|char| char.is_alphanumeric())
            .collect();
        let is_public = ["struct", "enum"]
            .iter()
            .any(|kind| code.contains(&format!("pub {kind} {name}")));
        if is_public {
            items.push(header);
        }
    }
    items
}

#[test]
fn public_signatures_name_no_third_party() {
    let mut broken = Vec::new();
    for name in ["injang-core", "injang-crypto", "injang"] {
        let third = third_parties(name);
        assert!(third.len() > 2, "dependencies of {name}: {third:?}");
        for (file, code) in sources(&root().join("crates").join(name).join("src")) {
            // What a file imports from others, by the names that it uses.
            let mut foreign: BTreeSet<String> = BTreeSet::new();
            for line in code
                .split(';')
                .filter_map(|line| line.trim_start().strip_prefix("use "))
            {
                if third.iter().any(|name| {
                    line.strip_prefix(name.as_str())
                        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
                }) {
                    let names = line.split(|char: char| !char.is_alphanumeric() && char != '_');
                    foreign.extend(
                        names
                            .filter(|n| n.starts_with(char::is_uppercase))
                            .map(str::to_owned),
                    );
                }
            }
            // A name that the core defines too is the core's where both could be meant.
            for own in ["Digest", "Error"] {
                foreign.remove(own);
            }
            for item in public_items(&code) {
                let words: BTreeSet<&str> = item
                    .split(|char: char| !char.is_alphanumeric() && char != '_')
                    .collect();
                let path = third
                    .iter()
                    .find(|name| item.contains(&format!("{name}::")));
                let imported = foreign.iter().find(|name| words.contains(name.as_str()));
                if let Some(name) = path.or(imported) {
                    broken.push(format!("{file}: {name} in `{}`", item.trim()));
                }
            }
        }
    }
    check("no public signature names a third-party type", &broken);
}
