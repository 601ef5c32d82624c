//! The survivors that are accepted, each with its reason.

use crate::failure::{Failure, at};
use crate::workspace::Found;
use std::fs;
use std::path::Path;

/// One line of the list.
pub(crate) struct Entry {
    line: usize,
    /// File, function, original, mutated, and which of those that are alike.
    key: [String; 5],
    is_used: bool,
}

/// The key of a mutant. It has no line number: code above it may change.
fn key(found: &Found) -> [String; 5] {
    let mutant = &found.mutant;
    [
        found.file.clone(),
        mutant.function.clone(),
        mutant.original.clone(),
        mutant.mutated.clone(),
        found.nth.to_string(),
    ]
}

/// A mutant as a line of the list, the reason to be written behind it.
pub(crate) fn line(found: &Found) -> String {
    key(found).join("\t")
}

/// Reads the list: six columns, `#` begins a comment.
pub(crate) fn read(path: &Path) -> Result<Vec<Entry>, Failure> {
    let Ok(text) = fs::read_to_string(path) else {
        return Ok(Vec::new());
    };
    let mut entries: Vec<Entry> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let number = index + 1;
        let columns: Vec<&str> = line.split('\t').collect();
        let [file, function, original, mutated, nth, reason] = columns[..] else {
            return Err(at(path, format!("line {number} has not six columns")));
        };
        if reason.trim().is_empty() {
            return Err(at(path, format!("line {number} has no reason")));
        }
        let key = [file, function, original, mutated, nth].map(str::to_owned);
        if let Some(other) = entries.iter().find(|other| other.key == key) {
            let error = format!("line {number} repeats line {}", other.line);
            return Err(at(path, error));
        }
        entries.push(Entry {
            line: number,
            key,
            is_used: false,
        });
    }
    Ok(entries)
}

/// Whether a mutant is in the list.
pub(crate) fn is_listed(entries: &[Entry], mutant: &Found) -> bool {
    let key = key(mutant);
    entries.iter().any(|entry| entry.key == key)
}

/// Whether a survivor is in the list; its entry is used then.
pub(crate) fn accepts(entries: &mut [Entry], survivor: &Found) -> bool {
    let key = key(survivor);
    let entry = entries.iter_mut().find(|entry| entry.key == key);
    entry.is_some_and(|entry| {
        entry.is_used = true;
        true
    })
}

/// The entries that no survivor needs: of all, or of those mutants that were run.
pub(crate) fn stale<'e>(
    entries: &'e [Entry],
    run: Option<&[&Found]>,
) -> Vec<(usize, &'e [String; 5])> {
    let is_run =
        |entry: &Entry| run.is_none_or(|run| run.iter().any(|found| key(found) == entry.key));
    entries
        .iter()
        .filter(|entry| !entry.is_used && is_run(entry))
        .map(|entry| (entry.line, &entry.key))
        .collect()
}
