//! A command that must succeed.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Why a chore came to its end.
pub(crate) struct Failed(pub(crate) String);

/// A command, run from the project's root.
pub(crate) struct Chore(Command);

/// `cargo`, the one that runs this program.
pub(crate) fn cargo(arguments: &[&str]) -> Chore {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    Chore::new(&cargo, arguments)
}

/// The project's root.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

impl Chore {
    pub(crate) fn new(program: &str, arguments: &[&str]) -> Self {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(root());
        Self(command)
    }

    pub(crate) fn argument(mut self, argument: &str) -> Self {
        self.0.arg(argument);
        self
    }

    pub(crate) fn variable(mut self, name: &str, value: &str) -> Self {
        self.0.env(name, value);
        self
    }

    /// Runs it, its output shown.
    pub(crate) fn run(mut self) -> Result<(), Failed> {
        let line = format!("{:?}", self.0);
        eprintln!("xtask: {line}");
        match self.0.status() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(Failed(format!("{line}: {status}"))),
            Err(error) => Err(Failed(format!("{line}: {error}"))),
        }
    }

    /// Whether there is such a program at all, whatever it answers; its output hidden.
    pub(crate) fn starts(mut self) -> bool {
        self.0.output().is_ok()
    }

    /// Whether it runs well, its output hidden.
    pub(crate) fn runs(self) -> bool {
        self.says().is_some()
    }

    /// What it prints, if it runs well.
    pub(crate) fn says(mut self) -> Option<String> {
        let output = self.0.output().ok()?;
        let is_good = output.status.success();
        is_good.then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// What it prints to stderr, if it runs well.
    pub(crate) fn complains(mut self) -> Option<String> {
        let output = self.0.output().ok()?;
        let is_good = output.status.success();
        is_good.then(|| String::from_utf8_lossy(&output.stderr).into_owned())
    }
}
