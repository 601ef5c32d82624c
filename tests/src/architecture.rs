//! Which module of a crate uses which, read from its sources, and the rules about that.
//!
//! A module uses another if it names something that is defined there: in a `use`, or by a path in
//! the code. A name that is re-exported counts as that of the file that defines it. What a `use`
//! of all names would hide is not looked for; such a `use` breaks a rule of its own.

mod paths;
mod rules;

pub use paths::code;
pub use rules::{above, beside, circles, siblings};

use paths::{Named, named};
use std::collections::{BTreeMap, BTreeSet};

/// The place of a module in its crate: `x509::crl`; empty for the root.
type Place = Vec<String>;

/// A module that uses another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    user: Place,
    used: Place,
}

/// The modules of a crate.
pub struct Modules {
    by_place: BTreeMap<Place, Module>,
}

#[derive(Default)]
struct Module {
    /// What each name stands for that the module imports or re-exports.
    imports: BTreeMap<String, Place>,
    /// Every path that it names, from the root of the crate.
    named: BTreeSet<Place>,
    has_glob: bool,
}

impl Modules {
    /// From the sources of a crate: each the file's path from the source folder, and its text.
    /// Tests are passed over: they stand above everything that they test.
    pub fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let files: Vec<(Place, &str)> = files
            .into_iter()
            .map(|(file, text)| (place(file), text))
            .filter(|(place, _)| place.iter().all(|name| name != "tests"))
            .collect();
        let places: BTreeSet<Place> = files.iter().map(|(place, _)| place.clone()).collect();
        let by_place = files
            .into_iter()
            .map(|(place, text)| (place.clone(), Module::read(&place, text, &places)))
            .collect();
        Self { by_place }
    }

    /// Every use of one module by another. A folder's own file stands for the folder: declaring its
    /// files and re-exporting what is in them is no use.
    pub fn uses(&self) -> BTreeSet<Use> {
        let mut all = BTreeSet::new();
        for (user, module) in &self.by_place {
            for path in &module.named {
                let used = self.definer(path, &mut BTreeSet::new());
                if used != *user {
                    all.insert(Use {
                        user: user.clone(),
                        used,
                    });
                }
            }
        }
        all
    }

    /// The modules that import all names of another.
    pub fn globs(&self) -> Vec<String> {
        let with_glob = self.by_place.iter().filter(|(_, module)| module.has_glob);
        with_glob
            .map(|(place, _)| format!("{} imports `*`", shown(place)))
            .collect()
    }

    /// The names of the modules at the top.
    pub fn top(&self) -> BTreeSet<String> {
        let first = |place: &Place| place.first().cloned();
        self.by_place.keys().filter_map(first).collect()
    }

    /// The module that defines what a path names. It is the longest part of the path that is a
    /// module. If that module only re-exports the next name, it is the module from which that name is
    /// imported.
    fn definer(&self, path: &[String], seen: &mut BTreeSet<Place>) -> Place {
        let length = (0..=path.len())
            .rev()
            .find(|length| self.by_place.contains_key(&path[..*length]))
            .unwrap_or(0);
        let (module, rest) = path.split_at(length);
        let handed_on = rest
            .first()
            .and_then(|name| self.by_place.get(module)?.imports.get(name));
        match handed_on {
            Some(from) if seen.insert(path.to_vec()) => {
                let path = [from.as_slice(), &rest[1..]].concat();
                self.definer(&path, seen)
            }
            _ => module.to_vec(),
        }
    }
}

impl Module {
    fn read(place: &[String], text: &str, places: &BTreeSet<Place>) -> Self {
        let Named { imports, paths } = named(text);
        let mut module = Self::default();
        for import in imports {
            if let Some(path) = absolute(&import.path, place, places) {
                // All names of another crate hide none of this one's.
                module.has_glob |= import.name == "*";
                module.named.insert(path.clone());
                module.imports.insert(import.name, path);
            }
        }
        for path in paths {
            let (first, rest) = path.split_first().expect("a path has a name");
            // A path begins at the crate, at a module, or with a name that was imported.
            let path = match module.imports.get(first) {
                Some(imported) => Some([imported.as_slice(), rest].concat()),
                None => absolute(&path, place, places),
            };
            module.named.extend(path);
        }
        module
    }
}

/// The path from the root of the crate; `None` of what is in no module of the crate.
fn absolute(path: &[String], place: &[String], places: &BTreeSet<Place>) -> Option<Place> {
    let (first, rest) = path.split_first()?;
    match first.as_str() {
        "crate" => Some(rest.to_vec()),
        "self" => Some([place, rest].concat()),
        "super" => {
            let climbs = path.iter().take_while(|name| *name == "super").count();
            let above = place.len().checked_sub(climbs)?;
            Some([&place[..above], &path[climbs..]].concat())
        }
        child => {
            let module = [place, &[child.to_owned()]].concat();
            places.contains(&module).then(|| [place, path].concat())
        }
    }
}

/// The module of a file: `x509/crl.rs` is `x509::crl`, `lib.rs` the root.
fn place(file: &str) -> Place {
    let names = file.trim_end_matches(".rs").split('/');
    names
        .filter(|name| !["lib", "main", "mod"].contains(name))
        .map(str::to_owned)
        .collect()
}

fn shown(place: &[String]) -> String {
    if place.is_empty() {
        "the root".to_owned()
    } else {
        place.join("::")
    }
}

#[cfg(test)]
mod tests;
