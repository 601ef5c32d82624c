//! `cargo xtask mutants`: changes the verdict code one place at a time, and says which changes no
//! test notices.
//!
//! 1. `find` reads the verdict code (`scope`) and lists every mutant.
//! 2. `workspace` copies the project and writes all mutants into the copy's core (`edit`), each
//!    behind a switch that an environment variable turns on. What does not compile is dropped.
//! 3. The suites are built once, and run once without a mutant to see which mutants they come by.
//! 4. `suite` runs each mutant under the quick suites that come by it, and then what survives them
//!    and is not accepted under the others.
//! 5. Survivors are held against the list of those that are accepted (`accepted`).

mod accepted;
mod cargo;
mod edit;
mod failure;
mod find;
mod scope;
mod suite;
mod workspace;

use failure::{Failure, at};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;
use suite::{Fate, Suite};
use workspace::{Found, Workspace};

const USAGE: &str = "\
cargo xtask mutants [--only TEXT]… [--shard I/N] [--open] [--jobs N] [--list]
  --only TEXT   those with this text in `file:line function: original → mutated`; given more than
                once, those with any of the texts
  --shard I/N   every Nth, from the Ith (1 to N)
  --open        those only that the list does not accept: twice as fast, and finds no stale entry
  --jobs N      programs at the same time; as many as there are processors by default
  --list        only lists the mutants; builds and runs nothing
";

struct Arguments {
    only: Vec<String>,
    shard: Option<(usize, usize)>,
    is_open: bool,
    jobs: usize,
    is_list: bool,
}

fn main() -> ExitCode {
    let Some(arguments) = parse(std::env::args().skip(1)) else {
        eprint!("{USAGE}");
        return ExitCode::from(64);
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    match root
        .canonicalize()
        .map_err(|error| at(&root, error))
        .and_then(|root| run(&root, &arguments))
    {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(Failure(what)) => {
            eprintln!("mutants: {what}");
            ExitCode::from(70)
        }
    }
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Option<Arguments> {
    let mut parsed = Arguments {
        only: Vec::new(),
        shard: None,
        is_open: false,
        jobs: std::thread::available_parallelism().map_or(1, usize::from),
        is_list: false,
    };
    while let Some(option) = arguments.next() {
        match option.as_str() {
            "--only" => parsed.only.push(arguments.next()?),
            "--shard" => {
                let text = arguments.next()?;
                let (index, count) = text.split_once('/')?;
                let (index, count) = (index.parse().ok()?, count.parse().ok()?);
                parsed.shard = (1..=count).contains(&index).then_some((index, count));
                parsed.shard?;
            }
            "--jobs" => {
                parsed.jobs = arguments
                    .next()?
                    .parse()
                    .ok()
                    .filter(|jobs| (1..=256).contains(jobs))?;
            }
            "--open" => parsed.is_open = true,
            "--list" => parsed.is_list = true,
            _ => return None,
        }
    }
    Some(parsed)
}

/// A mutant for people.
fn describe(found: &Found) -> String {
    let mutant = &found.mutant;
    let original = match mutant.original.as_str() {
        "" => "(start)",
        original => original,
    };
    format!(
        "{}:{} {}: {original} → {}",
        found.file, found.line, mutant.function, mutant.mutated
    )
}

/// Whether every survivor is accepted, and every accepted one survives.
fn run(root: &Path, arguments: &Arguments) -> Result<bool, Failure> {
    let start = Instant::now();
    let mut entries = accepted::read(&root.join(scope::ACCEPTED))?;
    let mut workspace = Workspace::new(root)?;
    if arguments.is_list {
        for found in &workspace.mutants {
            println!("{}", describe(found));
        }
        return Ok(true);
    }
    require_corpora(root)?;
    workspace.drop_what_does_not_compile()?;
    let suites = suite::measure(&workspace, root)?;
    let chosen: Vec<usize> = (0..workspace.mutants.len())
        .filter(|number| !workspace.dropped.contains(number))
        .filter(|number| {
            let found = describe(&workspace.mutants[*number]);
            let mut only = arguments.only.iter();
            arguments.only.is_empty() || only.any(|text| found.contains(text))
        })
        .filter(|number| {
            !arguments.is_open || !accepted::is_listed(&entries, &workspace.mutants[*number])
        })
        .filter(|number| {
            arguments
                .shard
                .is_none_or(|(index, count)| number % count == index - 1)
        })
        .collect();
    let fates = judge_all(&suites, &workspace, root, &chosen, &entries, arguments.jobs)?;
    report(root, &workspace, &chosen, &fates)?;
    let is_good = conclude(&workspace, &chosen, &fates, &mut entries, arguments);
    println!("{} minutes", start.elapsed().as_secs().div_ceil(60));
    Ok(is_good)
}

fn require_corpora(root: &Path) -> Result<(), Failure> {
    let folder = std::env::var_os("INJANG_CORPORA")
        .map_or_else(|| root.join("../shared/corpora"), PathBuf::from);
    for corpus in scope::CORPORA {
        if !folder.join(corpus).is_dir() {
            return Err(Failure(format!(
                "no corpus {corpus} in {}: a run without it says too little; set INJANG_CORPORA",
                folder.display()
            )));
        }
    }
    Ok(())
}

/// Judges mutants; the fates in the order of the numbers:
///
/// 1. All of them under the quick suite. What survives it is named as it is found, so that a reader
///    need not wait for the end.
/// 2. What survives it and is not accepted, under the others: they take much longer.
fn judge_all(
    suites: &[Suite],
    workspace: &Workspace,
    root: &Path,
    chosen: &[usize],
    entries: &[accepted::Entry],
    jobs: usize,
) -> Result<Vec<Fate>, Failure> {
    let (quick, elsewhere) = suites.split_at(scope::QUICK.len());
    let is_accepted = |number: usize| accepted::is_listed(entries, &workspace.mutants[number]);
    let mut killed = in_parallel(chosen, jobs, |number| {
        let killed = suite::judge(quick, workspace, root, number)?;
        if killed.is_none() && !is_accepted(number) {
            let found = describe(&workspace.mutants[number]);
            eprintln!("mutants: the quick suite does not notice: {found}");
        }
        Ok(killed)
    })?;
    let left: Vec<usize> = (0..chosen.len())
        .filter(|place| killed[*place].is_none() && !is_accepted(chosen[*place]))
        .collect();
    eprintln!("mutants: {} for the other suites", left.len());
    let numbers: Vec<usize> = left.iter().map(|place| chosen[*place]).collect();
    let found = in_parallel(&numbers, jobs, |number| {
        let killed = suite::judge(elsewhere, workspace, root, number)?;
        let fate = killed.as_ref().map_or("survived".to_owned(), Fate::name);
        eprintln!("mutants: {fate}: {}", describe(&workspace.mutants[number]));
        Ok(killed)
    })?;
    for (place, fate) in left.into_iter().zip(found) {
        killed[place] = fate;
    }
    let is_reached = |number| suites.iter().any(|suite| suite.seen.contains(number));
    let fates = killed.into_iter().zip(chosen).map(|(killed, number)| {
        killed.unwrap_or_else(|| {
            if is_reached(number) {
                Fate::Survived
            } else {
                Fate::NotReached
            }
        })
    });
    Ok(fates.collect())
}

/// Does something with each of these numbers, several at a time; the results in their order.
fn in_parallel<T: Send>(
    numbers: &[usize],
    jobs: usize,
    work: impl Fn(usize) -> Result<T, Failure> + Sync,
) -> Result<Vec<T>, Failure> {
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<Option<T>>> = Mutex::new(numbers.iter().map(|_| None).collect());
    let failed: Mutex<Option<Failure>> = Mutex::new(None);
    let lock = "no thread panics with the lock";
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(number) = numbers.get(index) else {
                        return;
                    };
                    match work(*number) {
                        Ok(result) => results.lock().expect(lock)[index] = Some(result),
                        Err(failure) => {
                            *failed.lock().expect(lock) = Some(failure);
                            next.store(numbers.len(), Ordering::Relaxed);
                            return;
                        }
                    }
                    if (index + 1).is_multiple_of(100) {
                        eprintln!("mutants: {} of {}", index + 1, numbers.len());
                    }
                }
            });
        }
    });
    if let Some(failure) = failed.into_inner().expect(lock) {
        return Err(failure);
    }
    let results = results.into_inner().expect(lock);
    Ok(results.into_iter().flatten().collect())
}

/// Writes what became of each mutant.
fn report(
    root: &Path,
    workspace: &Workspace,
    chosen: &[usize],
    fates: &[Fate],
) -> Result<(), Failure> {
    let path = root.join(scope::WORK).join("report.txt");
    let lines = chosen.iter().zip(fates).map(|(number, fate)| {
        let found = describe(&workspace.mutants[*number]);
        format!("{}: {found}\n", fate.name())
    });
    std::fs::write(&path, lines.collect::<String>()).map_err(|error| at(&path, error))
}

/// Prints figures and survivors; whether all is as accepted.
fn conclude(
    workspace: &Workspace,
    chosen: &[usize],
    fates: &[Fate],
    entries: &mut [accepted::Entry],
    arguments: &Arguments,
) -> bool {
    let mut counts = [0_usize; 4];
    let mut unaccepted = Vec::new();
    for (number, fate) in chosen.iter().zip(fates) {
        let found = &workspace.mutants[*number];
        let kind = match fate {
            Fate::Killed(suite) if scope::QUICK.contains(&suite.as_str()) => 0,
            Fate::TimedOut(_) => 1,
            Fate::Killed(suite) => {
                println!("noticed by {suite} only: {}", describe(found));
                2
            }
            Fate::Survived | Fate::NotReached => {
                let is_accepted = accepted::accepts(entries, found);
                let word = if is_accepted { "accepted" } else { "SURVIVED" };
                let reach = if *fate == Fate::NotReached {
                    " (no test comes by)"
                } else {
                    ""
                };
                println!("{word}{reach}: {}", describe(found));
                if !is_accepted {
                    unaccepted.push(found);
                }
                3
            }
        };
        counts[kind] += 1;
    }
    let is_whole = arguments.only.is_empty() && arguments.shard.is_none() && !arguments.is_open;
    let run: Vec<&Found> = chosen
        .iter()
        .map(|number| &workspace.mutants[*number])
        .collect();
    let stale = accepted::stale(entries, (!is_whole).then_some(&run));
    for (line, key) in &stale {
        println!(
            "STALE: {} line {line}: {}",
            scope::ACCEPTED,
            key.join(" | ")
        );
    }
    if !unaccepted.is_empty() {
        println!(
            "to accept a survivor, add its line and a reason to {}:",
            scope::ACCEPTED
        );
        for found in &unaccepted {
            println!("{}\t", accepted::line(found));
        }
    }
    let [killed, timed_out, elsewhere, survived] = counts;
    println!(
        "{} mutants: {killed} killed by the quick suite, {timed_out} timed out, {elsewhere} noticed \
         elsewhere only, {survived} survived, of which {} are not accepted; {} stale entries; {} more \
         do not compile",
        chosen.len(),
        unaccepted.len(),
        stale.len(),
        workspace.dropped.len(),
    );
    unaccepted.is_empty() && stale.is_empty()
}
