//! The rules about uses. Each gives what breaks it, in words.

use super::{Place, Use, shown};
use std::collections::{BTreeMap, BTreeSet};

/// The uses of a folder at the top by one below it, or by itself of the root. `floors` are all
/// folders and files at the top but the root, from the highest to the lowest.
pub fn above(all: &BTreeSet<Use>, floors: &[&str]) -> Vec<String> {
    let floor = |place: &Place| {
        let name = place.first()?;
        floors.iter().position(|floor| floor == name)
    };
    let is_broken = |it: &&Use| match (floor(&it.user), floor(&it.used)) {
        (Some(from), Some(to)) => from > to,
        // The root is above all others, and may use each of them.
        (Some(_), None) => true,
        (None, _) => false,
    };
    let broken = all.iter().filter(is_broken);
    broken.map(in_words).collect()
}

/// The uses by a folder at the top of any other but these.
pub fn beside(all: &BTreeSet<Use>, folder: &str, allowed: &[&str]) -> Vec<String> {
    let is_broken = |it: &&Use| {
        let used = it.used.first().map(String::as_str);
        let is_own = it.user.first().is_some_and(|name| name == folder);
        is_own && used != Some(folder) && !used.is_some_and(|name| allowed.contains(&name))
    };
    all.iter().filter(is_broken).map(in_words).collect()
}

/// The uses of a file in a folder by another one in it.
pub fn siblings(all: &BTreeSet<Use>, folder: &str) -> Vec<String> {
    let own = |place: &Place| match place.as_slice() {
        [first, file, ..] if first == folder => Some(file.clone()),
        _ => None,
    };
    let is_broken = |it: &&Use| match (own(&it.user), own(&it.used)) {
        (Some(from), Some(to)) => from != to,
        _ => false,
    };
    all.iter().filter(is_broken).map(in_words).collect()
}

/// The circles between the modules of each folder. A folder and its own file count as one module
/// there, with everything below them: what a file uses of its own parent is no circle.
pub fn circles(uses: &BTreeSet<Use>) -> Vec<String> {
    let mut by_folder: BTreeMap<Place, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for Use { user, used } in uses {
        let both = user.iter().zip(used);
        let common = both.take_while(|(from, to)| from == to).count();
        if let (Some(from), Some(to)) = (user.get(common), used.get(common)) {
            let folder = by_folder.entry(user[..common].to_vec()).or_default();
            folder.entry(from.clone()).or_default().insert(to.clone());
        }
    }
    by_folder
        .into_iter()
        .filter_map(|(folder, uses)| {
            let circle = circle(uses)?;
            Some(format!("in {}: {}", shown(&folder), circle.join(" → ")))
        })
        .collect()
}

/// A circle among these, if there is one.
///
/// 1. Remove every module that uses none of the remaining ones: it is in no circle. Repeat until each
///    remaining module uses another remaining one.
/// 2. Start at one of these, and go from each to one that it uses. The walk comes back to a module
///    where it has been, and what lies between is the circle.
fn circle(mut uses: BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    loop {
        let left: BTreeSet<String> = uses.keys().cloned().collect();
        for used in uses.values_mut() {
            used.retain(|name| left.contains(name));
        }
        uses.retain(|_, used| !used.is_empty());
        if uses.len() == left.len() {
            break;
        }
    }
    let mut way: Vec<String> = vec![uses.keys().next()?.clone()];
    loop {
        let next = uses[way.last()?].first()?.clone();
        if let Some(start) = way.iter().position(|name| *name == next) {
            way.drain(..start);
            way.push(next);
            return Some(way);
        }
        way.push(next);
    }
}

fn in_words(it: &Use) -> String {
    format!("{} uses {}", shown(&it.user), shown(&it.used))
}
