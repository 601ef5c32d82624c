//! The jar with the native library of zig: one for every system with glibc 2.17 and newer.

use super::native::{self, Built, NEWEST_GLIBC, TOOLS};
use super::{copy, text, work};
use crate::chore::{Chore, Failed};
use crate::java;

/// Links the glue over the archive, packs the jar and copies it beside the archives.
pub(super) fn make(built: &Built) -> Result<(), Failed> {
    let python = native::tools(&TOOLS)?.join("python");
    let (major, minor) = NEWEST_GLIBC;
    let target = format!("x86_64-linux-gnu.{major}.{minor}");
    let compiler = || {
        Ok(Chore::new(text(&python)?, &["-m", "ziglang", "cc"])
            .argument("-target")
            .argument(&target))
    };
    let jar = java::pack(&compiler, &built.archive)?;
    let name = jar.file_name().unwrap_or_default();
    let place = work(&name.to_string_lossy());
    copy(&jar, &place)?;
    eprintln!("xtask: {}", place.display());
    Ok(())
}
