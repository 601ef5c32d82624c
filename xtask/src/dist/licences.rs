//! The licence texts of everything that is linked, in one file.

use super::failed;
use super::parts::{self, Part};
use crate::chore::Failed;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// How files begin that a licence asks to pass on, in small letters.
const NAMES: [&str; 6] = [
    "licen",
    "copying",
    "copyright",
    "notice",
    "unlicense",
    "authors",
];
/// Folders of a crate of which nothing is linked.
const UNLINKED: [&str; 6] = ["tests", "benches", "examples", "target", "fuzz", "util"];
const HEAD: &str = "\
Injang's library is linked with the crates below, and passes on their licences and notices. A text that
several crates have stands once, below all their names. Where a crate gives the choice between the GPL
and another licence, Injang takes the other one. The notices of Rust's standard library are in
RUST-STANDARD-LIBRARY.html.
";

/// The file's text.
pub(super) fn collect(parts: &[Part]) -> Result<String, Failed> {
    // By text: which crates have it. The order is that of the first crate.
    let mut order: Vec<String> = Vec::new();
    let mut owners: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut add = |owner: String, path: &Path| -> Result<(), Failed> {
        let octets = fs::read(path).map_err(failed(path))?;
        let text = String::from_utf8_lossy(&octets).replace("\r\n", "\n");
        let text = text.trim_matches('\n').to_owned();
        if !owners.contains_key(&text) {
            order.push(text.clone());
        }
        owners.entry(text).or_default().push(owner);
        Ok(())
    };

    for part in parts {
        let mut files = Vec::new();
        find(&part.folder, &mut files)?;
        files.sort();
        let has_choice = part.licence.contains(" OR ");
        files.retain(|path| !(has_choice && file_name(path).contains("gpl")));
        if files.is_empty() {
            let Part { name, version, .. } = part;
            return Err(Failed(format!("{name} {version} has no licence file")));
        }
        for path in files {
            let place = path.strip_prefix(&part.folder).unwrap_or(&path);
            let Part { name, version, .. } = part;
            add(format!("{name} {version}: {}", place.display()), &path)?;
        }
    }
    // What the linker adds: the compiler's routines, and the unwinder.
    let zig = parts::zig()?;
    for file in ["LICENSE", "lib/libunwind/LICENSE.TXT"] {
        add(format!("zig's runtime: {file}"), &zig.join(file))?;
    }

    let mut all = HEAD.to_owned();
    all.push_str("\nCrates\n");
    for part in parts {
        let _ = writeln!(all, "  {} {}: {}", part.name, part.version, part.licence);
    }
    for text in order {
        let owners = owners
            .get(&text)
            .map(|it| it.join("\n"))
            .unwrap_or_default();
        let rule = "=".repeat(80);
        let _ = write!(all, "\n{rule}\n{owners}\n{rule}\n\n{text}\n");
    }
    Ok(all)
}

/// The notices of Rust's standard library, which comes with the compiler.
pub(super) fn standard_library() -> Result<PathBuf, Failed> {
    let (_, folder) = parts::compiler()?;
    let path = folder.join("share/doc/rust/COPYRIGHT-library.html");
    let is_there = path.exists();
    is_there.then_some(path.clone()).ok_or_else(|| {
        let path = path.display();
        Failed(format!("{path} is missing: a rustup toolchain has it"))
    })
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().to_lowercase()
}

/// Licence files of a folder and of those in it: a crate may hold the source of another library.
fn find(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failed> {
    for entry in fs::read_dir(folder).map_err(failed(folder))? {
        let path = entry.map_err(failed(folder))?.path();
        let name = file_name(&path);
        if path.is_dir() {
            if !UNLINKED.contains(&name.as_str()) {
                find(&path, files)?;
            }
        } else if is_licence(&name) {
            files.push(path);
        }
    }
    Ok(())
}

/// Whether a file of this name is a text to pass on, and not source about licences.
fn is_licence(name: &str) -> bool {
    let is_code = [".rs", ".c", ".h", ".go", ".py", ".toml", ".json", ".hpp"];
    NAMES.iter().any(|start| name.starts_with(start))
        && !is_code.iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::is_licence;

    #[test]
    fn licences_are_known_by_their_names() {
        for name in [
            "license",
            "license-mit",
            "licence.txt",
            "copying",
            "unlicense",
        ] {
            assert!(is_licence(name), "{name}");
        }
        for name in ["license.rs", "readme.md", "cargo.toml", "src"] {
            assert!(!is_licence(name), "{name}");
        }
    }
}
