//! A copy of the project whose core has all mutants in it, each behind its switch.
//!
//! The copy is built with the project's own dependencies and in its own target folder, so that only
//! the core and the tests are compiled anew.

use crate::edit::{Instrumented, Mutant, instrument};
use crate::failure::{Failure, at, read};
use crate::scope::{CORE, ELSEWHERE, QUICK, VERDICT_CODE, WORK};
use crate::{cargo, find};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// One source file of the core that is changed.
pub(crate) struct Source {
    /// From [`CORE`].
    pub(crate) name: String,
    text: String,
}

/// A mutant, and the source that it is of.
pub(crate) struct Found {
    /// The index of its source.
    source: usize,
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) mutant: Mutant,
    /// Which of those of the same function, original and replacement it is, from 1.
    pub(crate) nth: usize,
}

pub(crate) struct Workspace {
    root: PathBuf,
    copy: PathBuf,
    sources: Vec<Source>,
    /// By number.
    pub(crate) mutants: Vec<Found>,
    /// Those that do not compile.
    pub(crate) dropped: BTreeSet<usize>,
}

/// What the copy leaves out: what is built, and what is only read.
const LINKED: &[&str] = &[
    "tests/vectors",
    "tests/responses",
    "bindings/cpp",
    "fuzz",
    "include",
    "docs",
    "DESIGN.md",
];
const COPIED: &[&str] = &["bindings/python", "crates", "tests", "benches", "xtask"];

/// Rounds of compiling and dropping. An error can hide others of a later pass of the compiler.
const ROUNDS: usize = 24;

impl Workspace {
    /// Finds all mutants and makes the copy.
    pub(crate) fn new(root: &Path) -> Result<Self, Failure> {
        let core = root.join(CORE);
        let mut names = Vec::new();
        for entry in VERDICT_CODE {
            let path = core.join(entry);
            let before = names.len();
            if path.is_dir() {
                rust_files(&path, &core, &mut names)?;
            } else if path.is_file() {
                names.push((*entry).to_owned());
            }
            if names.len() == before {
                return Err(Failure(format!(
                    "mutants/src/scope.rs names {entry}, which is not in {CORE}"
                )));
            }
        }
        names.sort();
        let mut sources = Vec::new();
        let mut files = Vec::new();
        let mut constants = BTreeSet::new();
        for name in names {
            let path = core.join(&name);
            let text = read(&path)?;
            let file = syn::parse_file(&text).map_err(|error| at(&path, error))?;
            constants.extend(find::constants(&file));
            sources.push(Source { name, text });
            files.push(file);
        }
        let mut mutants = Vec::new();
        for (index, (source, file)) in sources.iter().zip(&files).enumerate() {
            let mut seen = BTreeMap::new();
            for mutant in find::mutants(&source.text, file, &constants) {
                let key = (
                    mutant.function.clone(),
                    mutant.original.clone(),
                    mutant.mutated.clone(),
                );
                let nth = seen.entry(key).or_insert(0);
                *nth += 1;
                mutants.push(Found {
                    source: index,
                    file: source.name.clone(),
                    line: source.text[..mutant.range.start].matches('\n').count() + 1,
                    nth: *nth,
                    mutant,
                });
            }
        }
        let copy = root.join(WORK).join("copy");
        let this = Self {
            root: root.to_path_buf(),
            copy,
            sources,
            mutants,
            dropped: BTreeSet::new(),
        };
        this.copy_project()?;
        Ok(this)
    }

    /// The root of the copied project.
    pub(crate) fn copy(&self) -> &Path {
        &self.copy
    }

    fn copy_project(&self) -> Result<(), Failure> {
        fs::create_dir_all(&self.copy).map_err(|error| at(&self.copy, error))?;
        for name in COPIED {
            self.copy_folder(Path::new(name))?;
        }
        for name in LINKED {
            let (from, to) = (self.root.join(name), self.copy.join(name));
            if from.exists() && !to.exists() {
                std::os::unix::fs::symlink(&from, &to).map_err(|error| at(&to, error))?;
            }
        }
        for name in ["Cargo.toml", "Cargo.lock"] {
            put(
                &self.copy.join(name),
                &fs::read(self.root.join(name)).unwrap_or_default(),
            )?;
        }
        Ok(())
    }

    /// Makes a folder like the project's: files that are gone there go here too, and a file that has
    /// not changed is not written, so that it is not compiled again.
    fn copy_folder(&self, name: &Path) -> Result<(), Failure> {
        let (from, to) = (self.root.join(name), self.copy.join(name));
        if LINKED.iter().any(|linked| name == Path::new(linked)) {
            return Ok(());
        }
        fs::create_dir_all(&to).map_err(|error| at(&to, error))?;
        let mut kept = BTreeSet::new();
        for entry in fs::read_dir(&from).map_err(|error| at(&from, error))? {
            let entry = entry.map_err(|error| at(&from, error))?;
            let (path, name) = (entry.path(), name.join(entry.file_name()));
            if entry.file_name() == "target" {
                continue;
            }
            kept.insert(entry.file_name());
            if path.is_dir() {
                self.copy_folder(&name)?;
            } else if !self.is_changed(&name) {
                let octets = fs::read(&path).map_err(|error| at(&path, error))?;
                put(&self.copy.join(&name), &octets)?;
            }
        }
        for entry in fs::read_dir(&to).map_err(|error| at(&to, error))? {
            let entry = entry.map_err(|error| at(&to, error))?;
            let path = entry.path();
            if !kept.contains(&entry.file_name())
                && path.is_file()
                && !path.ends_with("src/mutant.rs")
            {
                fs::remove_file(&path).map_err(|error| at(&path, error))?;
            }
        }
        Ok(())
    }

    /// Whether a file is written by [`Self::write`].
    fn is_changed(&self, name: &Path) -> bool {
        name == Path::new(CORE).join("lib.rs")
            || name.strip_prefix(CORE).is_ok_and(|name| {
                self.sources
                    .iter()
                    .any(|source| name == Path::new(&source.name))
            })
    }

    /// Writes the core with all mutants that were not dropped.
    fn write(&self) -> Result<BTreeMap<String, Instrumented>, Failure> {
        let mut texts = BTreeMap::new();
        let core = self.copy.join(CORE);
        for (index, source) in self.sources.iter().enumerate() {
            let mutants: Vec<(usize, &Mutant)> = self
                .mutants
                .iter()
                .enumerate()
                .filter(|(number, found)| found.source == index && !self.dropped.contains(number))
                .map(|(number, found)| (number, &found.mutant))
                .collect();
            let text = instrument(&source.text, &mutants);
            put(&core.join(&source.name), text.text.as_bytes())?;
            texts.insert(format!("{CORE}/{}", source.name), text);
        }
        let lib = read(&self.root.join(CORE).join("lib.rs"))?;
        put(
            &core.join("lib.rs"),
            format!("{lib}\nmod mutant;\n").as_bytes(),
        )?;
        let switch =
            include_str!("switch.rs.txt").replace("@COUNT@", &self.mutants.len().to_string());
        put(&core.join("mutant.rs"), switch.as_bytes())?;
        Ok(texts)
    }

    /// Compiles the core until it does, dropping the mutants that the compiler complains of.
    pub(crate) fn drop_what_does_not_compile(&mut self) -> Result<(), Failure> {
        for round in 1..=ROUNDS {
            let texts = self.write()?;
            let errors = cargo::check(self)?;
            if errors.is_empty() {
                return Ok(());
            }
            let before = self.dropped.len();
            for error in &errors {
                self.blame(error, &texts)?;
            }
            eprintln!(
                "mutants: round {round}: {} errors, {} mutants dropped",
                errors.len(),
                self.dropped.len() - before
            );
        }
        Err(Failure(format!(
            "the core does not compile after {ROUNDS} rounds"
        )))
    }

    /// Drops the mutants in the smallest place around an error, or else those within it.
    fn blame(
        &mut self,
        error: &cargo::Complaint,
        texts: &BTreeMap<String, Instrumented>,
    ) -> Result<(), Failure> {
        for (file, span) in &error.spans {
            let Some(text) = texts.get(file) else {
                continue;
            };
            let around = text
                .spans
                .iter()
                .filter(|(_, place)| place.start <= span.start && span.end <= place.end);
            let smallest = around
                .min_by_key(|(_, place)| place.len())
                .map(|(_, place)| place);
            let blamed: Vec<usize> = match smallest {
                Some(smallest) => text
                    .spans
                    .iter()
                    .filter(|(_, place)| place == smallest)
                    .map(|it| it.0)
                    .collect(),
                None => text
                    .spans
                    .iter()
                    .filter(|(_, place)| place.start < span.end && span.start < place.end)
                    .map(|it| it.0)
                    .collect(),
            };
            if !blamed.is_empty() {
                self.dropped.extend(blamed);
                return Ok(());
            }
        }
        Err(Failure(format!(
            "an error in the copy that no mutant causes:\n{}",
            error.text
        )))
    }

    /// Builds the suites; by name, the program of each.
    pub(crate) fn build(&self) -> Result<BTreeMap<String, PathBuf>, Failure> {
        let programs = cargo::build(self)?;
        for name in QUICK.iter().chain(ELSEWHERE) {
            if !programs.contains_key(*name) {
                return Err(Failure(format!(
                    "mutants/src/scope.rs names the suite {name}, which was not built"
                )));
            }
        }
        Ok(programs)
    }

    /// The target folder of the project itself.
    pub(crate) fn target(&self) -> PathBuf {
        self.root.join("target")
    }
}

/// Writes a file if it is not there with these very octets.
fn put(path: &Path, octets: &[u8]) -> Result<(), Failure> {
    if fs::read(path).is_ok_and(|there| there == octets) {
        return Ok(());
    }
    fs::write(path, octets).map_err(|error| at(path, error))
}

fn rust_files(folder: &Path, core: &Path, names: &mut Vec<String>) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).map_err(|error| at(folder, error))? {
        let path = entry.map_err(|error| at(folder, error))?.path();
        if path.is_dir() {
            rust_files(&path, core, names)?;
        } else if path.extension().is_some_and(|it| it == "rs")
            && path.file_stem().is_some_and(|it| it != "tests")
        {
            let name = path.strip_prefix(core).map_err(|error| at(&path, error))?;
            names.push(name.to_string_lossy().into_owned());
        }
    }
    Ok(())
}
