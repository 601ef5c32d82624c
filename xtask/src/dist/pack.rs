//! The archive, its checksums, and the list of what it is made of beside it.

use super::parts::Part;
use super::{Target, WORK, X86_64, name, says, sbom, text, work, write};
use crate::chore::{Chore, Failed};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Packs the folder; the same source gives the same octets: sorted, of no owner, and of one time.
pub(super) fn archive(target: Target, folder: &Path) -> Result<PathBuf, Failed> {
    let time = source_time()?;
    let archive = work(&format!("{}.tar.gz", name(target)));
    let parent = folder.parent().unwrap_or(folder);
    Chore::new(
        "tar",
        &["--sort=name", "--format=gnu", "--owner=0", "--group=0"],
    )
    .argument("--numeric-owner")
    .argument("--mode=u+rwX,go+rX,go-w")
    .argument(&format!("--mtime=@{time}"))
    .argument("--use-compress-program=gzip -9n")
    .argument(&format!("--directory={}", parent.display()))
    .argument("-cf")
    .argument(text(&archive)?)
    .argument(&name(target))
    .run()?;

    Ok(archive)
}

/// The list of what is linked, of the time of the source.
pub(super) fn list(parts: &[Part]) -> Result<PathBuf, Failed> {
    let at = format!("@{}", source_time()?);
    let at = says("date", &["-u", "-d", &at, "+%Y-%m-%dT%H:%M:%SZ"])?;
    let list = work(&format!("{}.cdx.json", name(X86_64)));
    write(&list, &sbom::document(parts, at.trim())?)?;
    Ok(list)
}

/// The checksums of what is handed on.
pub(super) fn sums<'a>(files: impl Iterator<Item = &'a PathBuf>) -> Result<(), Failed> {
    let mut sums = String::new();
    for file in files {
        let said = says("sha256sum", &[text(file)?])?;
        let sum = said.split(' ').next().unwrap_or_default();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let _ = writeln!(sums, "{sum}  {name}");
    }
    write(&work("SHA256SUMS"), &sums)?;
    eprint!("xtask: in {WORK}:\n{sums}");
    Ok(())
}

/// Seconds since 1970: `SOURCE_DATE_EPOCH`, or when the source was committed.
pub(super) fn source_time() -> Result<u64, Failed> {
    let time = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(time) => time,
        Err(_) => says("git", &["log", "-1", "--format=%ct"])?,
    };
    let seconds = time.trim().parse();
    seconds.map_err(|_| Failed(format!("SOURCE_DATE_EPOCH: {}", time.trim())))
}
