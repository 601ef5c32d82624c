//! Two authorities and a signer, made by `openssl` when the tests run.

use crate::program::{AT, Transcript, injang};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The folder that `authority.sh` filled, once for all tests.
pub(crate) struct Authority(PathBuf);

impl Authority {
    /// `None`, said on standard error, where `openssl` is missing.
    pub(crate) fn get() -> Option<&'static Self> {
        static MADE: OnceLock<Option<Authority>> = OnceLock::new();
        MADE.get_or_init(Self::make).as_ref()
    }

    fn make() -> Option<Self> {
        if Command::new("openssl").arg("version").output().is_err() {
            eprintln!("SKIPPED: openssl is not installed");
            return None;
        }
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("authority");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("folder");
        let made = Command::new("sh")
            .args(["-c", include_str!("authority.sh")])
            .current_dir(&folder)
            .output()
            .expect("sh");
        let errors = String::from_utf8_lossy(&made.stderr);
        assert!(made.status.success(), "{errors}");
        Some(Self(folder))
    }

    /// A file that was made.
    pub(crate) fn file(&self, name: &str) -> String {
        let path = self.0.join(name);
        assert!(path.exists(), "{name}");
        path.to_str().expect("UTF-8").to_owned()
    }

    /// Judges the signer's document under the root, with options each of which has a file of this
    /// folder, and then others.
    pub(crate) fn verify(&self, files: &[(&str, &str)], more: &[&str]) -> Transcript {
        let mut arguments = vec!["verify".to_owned(), "--trust".into(), self.file("root.der")];
        for (option, name) in files {
            arguments.extend([(*option).to_owned(), self.file(name)]);
        }
        arguments.extend(more.iter().map(|it| (*it).to_owned()));
        if !more.contains(&"--at") {
            arguments.extend(["--at".to_owned(), AT.to_owned()]);
        }
        arguments.push(self.file("document.der"));
        injang(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

/// The files of a good path with evidence, in which one may be replaced.
pub(crate) const GOOD: [(&str, &str); 3] = [
    ("--intermediate", "intermediate.der"),
    ("--crl", "good.crl"),
    ("--crl", "root-list.crl"),
];

/// The same with another piece of evidence about the signer.
pub(crate) fn with(option: &'static str, name: &'static str) -> [(&'static str, &'static str); 3] {
    [GOOD[0], (option, name), GOOD[2]]
}
