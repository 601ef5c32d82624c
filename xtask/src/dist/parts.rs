//! The crates that are linked into the library.

use super::{Target, says, work};
use crate::chore::{Failed, cargo};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// A crate of a registry.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) version: String,
    /// The licence as an SPDX expression.
    pub(super) licence: String,
    /// Where its source is.
    pub(super) folder: PathBuf,
}

/// Everything that is linked, beside the crates of this project, by name and version.
///
/// `cargo tree` knows which crates a build of this one package takes; `cargo metadata`, which unites the
/// features of the workspace, knows their licences and folders.
pub(super) fn linked(target: Target) -> Result<Vec<Part>, Failed> {
    let tree = cargo(&["tree", "--locked", "--package=injang-ffi", "--prefix=none"])
        .argument("--edges=no-dev,no-build,no-proc-macro")
        .argument(&format!("--target={}", target.triple))
        .argument("--format={p}");
    let tree = tree.says().ok_or_else(|| Failed("cargo tree".to_owned()))?;
    let taken: BTreeSet<(&str, &str)> = tree.lines().filter_map(name_and_version).collect();

    let metadata = cargo(&["metadata", "--locked", "--format-version=1"]).says();
    let metadata = metadata.ok_or_else(|| Failed("cargo metadata".to_owned()))?;
    let metadata: Value = serde_json::from_str(&metadata)
        .map_err(|error| Failed(format!("cargo metadata: {error}")))?;
    let packages = metadata["packages"].as_array();
    let packages = packages.ok_or_else(|| Failed("cargo metadata: no packages".to_owned()))?;

    let mut own = 0;
    let mut parts = Vec::new();
    for package in packages {
        let field = |name: &str| package[name].as_str().unwrap_or_default();
        let (name, version) = (field("name"), field("version"));
        if !taken.contains(&(name, version)) {
            continue;
        }
        if package["source"].is_null() {
            own += 1;
            continue;
        }
        let licence = field("license").replace('/', " OR ");
        let folder = PathBuf::from(field("manifest_path"));
        let folder = folder.parent().map(PathBuf::from);
        let (Some(folder), false) = (folder, licence.is_empty()) else {
            return Err(Failed(format!("{name} {version} names no licence")));
        };
        parts.push(Part {
            name: name.to_owned(),
            version: version.to_owned(),
            licence,
            folder,
        });
    }
    if parts.len() + own != taken.len() {
        return Err(Failed(format!(
            "cargo tree names {} crates, cargo metadata knows {} of them",
            taken.len(),
            parts.len() + own
        )));
    }
    parts.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(parts)
}

/// `NAME vVERSION …`, as `cargo tree` writes it.
fn name_and_version(line: &str) -> Option<(&str, &str)> {
    let mut words = line.split(' ');
    Some((words.next()?, words.next()?.strip_prefix('v')?))
}

/// The compiler's version and where it is installed.
pub(super) fn compiler() -> Result<(String, PathBuf), Failed> {
    let version = says("rustc", &["--version"])?;
    let version = version.split(' ').nth(1).unwrap_or_default().to_owned();
    let folder = says("rustc", &["--print", "sysroot"])?;
    Ok((version, PathBuf::from(folder.trim())))
}

/// Where zig is, whose runtime is linked in.
pub(super) fn zig() -> Result<PathBuf, Failed> {
    let python = work("venv/bin/python");
    let line = "import ziglang, pathlib; print(pathlib.Path(ziglang.__file__).parent)";
    Ok(PathBuf::from(
        says(super::text(&python)?, &["-c", line])?.trim(),
    ))
}

#[cfg(test)]
mod tests {
    use super::name_and_version;

    #[test]
    fn a_line_of_the_tree_is_a_name_and_a_version() {
        let lines = ["rsa v0.10.0-rc.20", "injang v0.1.0 (/somewhere/else) (*)"];
        let read = lines.map(name_and_version);
        assert_eq!(
            read,
            [Some(("rsa", "0.10.0-rc.20")), Some(("injang", "0.1.0"))]
        );
        assert_eq!(name_and_version(""), None);
    }
}
