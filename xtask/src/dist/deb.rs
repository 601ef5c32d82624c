//! The same files as a package of Debian and Ubuntu, below `/usr`.

use super::{VERSION, empty, pack, says, text, work, write};
use crate::chore::{Chore, Failed};
use std::path::{Path, PathBuf};

/// What dpkg reads. A library below `/usr/lib` is found after `ldconfig`, which the trigger runs.
const TRIGGERS: &str = "activate-noawait ldconfig\n";

/// Packs the folder that is installed; `None`, and that is said, where dpkg is not.
pub(super) fn package(folder: &Path) -> Result<Option<PathBuf>, Failed> {
    if !Chore::new("dpkg-deb", &["--version"]).runs() {
        eprintln!("xtask: SKIPPED: dpkg-deb is not installed, so that no .deb is made");
        return Ok(None);
    }
    let tree = work("deb");
    empty(&tree)?;
    Chore::new("cp", &["-a", text(folder)?, text(&tree.join("usr"))?]).run()?;
    write(&tree.join("DEBIAN/control"), &control())?;
    write(&tree.join("DEBIAN/triggers"), TRIGGERS)?;
    write(&tree.join("DEBIAN/shlibs"), "libinjang 1 injang\n")?;
    // The same octets each time: modes, times, no owner, and a compression that has no threads.
    let tree = text(&tree)?;
    let time = pack::source_time()?.to_string();
    Chore::new("chmod", &["-R", "u+rwX,go+rX,go-w", tree]).run()?;
    let at = format!("@{time}");
    Chore::new(
        "find",
        &[tree, "-exec", "touch", "-h", "-d", &at, "{}", "+"],
    )
    .run()?;
    let package = work(&name());
    Chore::new("dpkg-deb", &["--root-owner-group", "-Zgzip", "--build"])
        .argument(tree)
        .argument(text(&package)?)
        .variable("SOURCE_DATE_EPOCH", &time)
        .run()?;
    Ok(Some(package))
}

/// The package's fields and files, as dpkg reads them; then the files themselves, into a folder.
pub(super) fn unpack(package: &Path, folder: &Path) -> Result<(), Failed> {
    let package = text(package)?;
    let fields = says("dpkg-deb", &["--field", package])?;
    let contents = says("dpkg-deb", &["--contents", package])?;
    for line in ["Package: injang", "Depends: libc6 (>= 2.17)"] {
        if !fields.lines().any(|it| it == line) {
            return Err(Failed(format!("{package} lacks {line}")));
        }
    }
    if let Some(line) = contents.lines().find(|it| !it.contains(" root/root ")) {
        return Err(Failed(format!("{package}: an owner: {line}")));
    }
    empty(folder)?;
    Chore::new("dpkg-deb", &["--extract", package, text(folder)?]).run()
}

fn name() -> String {
    format!("injang_{VERSION}_amd64.deb")
}

fn control() -> String {
    format!(
        "\
Package: injang
Version: {VERSION}
Section: libs
Priority: optional
Architecture: amd64
Maintainer: The Injang project
Depends: libc6 (>= 2.17)
Description: verifies Korean CMS signatures offline
 The C library of Injang: libinjang.so.1, libinjang.a, the headers for C and C++,
 and files for pkg-config and CMake.
"
    )
}
