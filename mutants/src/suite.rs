//! Runs the suites: once to see which mutants each passes by, then for each mutant.

use crate::cargo::UNIT_TESTS;
use crate::failure::{Failure, at};
use crate::scope::{ELSEWHERE, QUICK, WORK};
use crate::workspace::Workspace;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// A test program, and what it passes by.
pub(crate) struct Suite {
    pub(crate) name: String,
    program: PathBuf,
    /// The mutants whose place it comes by.
    pub(crate) seen: BTreeSet<usize>,
    pub(crate) duration: Duration,
}

/// What became of a mutant.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Fate {
    /// By the quick suite, or by a suite elsewhere: its name.
    Killed(String),
    TimedOut(String),
    Survived,
    /// No suite comes by.
    NotReached,
}

impl Fate {
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Killed(suite) => format!("killed by {suite}"),
            Self::TimedOut(suite) => format!("timed out in {suite}"),
            Self::Survived => "survived".to_owned(),
            Self::NotReached => "not reached".to_owned(),
        }
    }
}

enum Run {
    Passed,
    Failed,
    TimedOut,
}

/// Octets of memory that a run may have; a loop that collects without end stops there.
const MEMORY: u64 = 6 << 30;

/// Seconds of computing that a run may take, unless twice what is usual is more: all suites together
/// take less without a mutant.
const SECONDS: u64 = 6;

/// Runs every suite without a mutant: all must pass.
pub(crate) fn measure(workspace: &Workspace, root: &Path) -> Result<Vec<Suite>, Failure> {
    let programs = workspace.build()?;
    let mut suites = Vec::new();
    let unit_tests = [UNIT_TESTS];
    for name in QUICK.iter().chain(&unit_tests).chain(ELSEWHERE) {
        let Some(program) = programs.get(*name) else {
            return Err(Failure(format!("there is no suite {name}")));
        };
        let seen = root.join(WORK).join(format!("{name}.seen"));
        let _absent = fs::remove_file(&seen);
        let mut suite = Suite {
            name: (*name).to_owned(),
            program: program.clone(),
            seen: BTreeSet::new(),
            duration: Duration::from_secs(60),
        };
        let mut recording = suite.command(workspace, root, 3600);
        recording.env("INJANG_MUTANTS_SEEN", &seen);
        let output = recording.output().map_err(|error| at(program, error))?;
        if !output.status.success() {
            let text = String::from_utf8_lossy(&output.stdout);
            return Err(Failure(format!("{name} fails without any mutant:\n{text}")));
        }
        let start = Instant::now();
        let none = workspace.mutants.len();
        if !matches!(suite.run(workspace, root, none)?, Run::Passed) {
            return Err(Failure(format!("{name} passes only now and then")));
        }
        suite.duration = start.elapsed();
        let list = fs::read_to_string(&seen).unwrap_or_default();
        suite.seen = list.lines().filter_map(|line| line.parse().ok()).collect();
        eprintln!(
            "mutants: {name}: {:.2} s, comes by {} mutants",
            suite.duration.as_secs_f64(),
            suite.seen.len()
        );
        suites.push(suite);
    }
    Ok(suites)
}

impl Suite {
    fn command(&self, workspace: &Workspace, root: &Path, seconds: u64) -> Command {
        let mut command = Command::new("sh");
        let limits = format!(
            "ulimit -v {}; ulimit -t {seconds}; exec \"$0\" \"$@\"",
            MEMORY >> 10
        );
        command
            .args(["-c", &limits])
            .arg(&self.program)
            .args(["--test-threads=1", "--quiet"])
            .current_dir(workspace.copy().join("tests"))
            .env("RUST_BACKTRACE", "0")
            .env("INJANG_QUICK", "1")
            .env_remove("INJANG_LONG")
            .stdin(Stdio::null());
        if std::env::var_os("INJANG_CORPORA").is_none() {
            command.env("INJANG_CORPORA", root.join("../shared/corpora"));
        }
        command
    }

    fn run(&self, workspace: &Workspace, root: &Path, mutant: usize) -> Result<Run, Failure> {
        let seconds = SECONDS.max(2 * self.duration.as_secs());
        let status = self
            .command(workspace, root, seconds)
            .env("INJANG_MUTANT", mutant.to_string())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .map_err(|error| at(&self.program, error))?;
        Ok(match status.success() {
            true => Run::Passed,
            false if is_out_of_time(status) => Run::TimedOut,
            false => Run::Failed,
        })
    }
}

/// Whether the limit on computing ended it: SIGXCPU or SIGKILL.
fn is_out_of_time(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    matches!(status.signal(), Some(9 | 24))
}

/// Runs a mutant under those suites that come by, in their order, until one notices; `None` if none
/// does.
pub(crate) fn judge(
    suites: &[Suite],
    workspace: &Workspace,
    root: &Path,
    mutant: usize,
) -> Result<Option<Fate>, Failure> {
    for suite in suites.iter().filter(|suite| suite.seen.contains(&mutant)) {
        match suite.run(workspace, root, mutant)? {
            Run::Passed => {}
            Run::Failed => return Ok(Some(Fate::Killed(suite.name.clone()))),
            Run::TimedOut => return Ok(Some(Fate::TimedOut(suite.name.clone()))),
        }
    }
    Ok(None)
}
