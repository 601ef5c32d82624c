//! Where the octets of keys, serial numbers, salts and nonces come from: the name of the case that
//! needs them.
//!
//! A family is made twice. The first run is a rehearsal: it writes nothing and learns the names of
//! the cases in their order. In the second run, what is drawn before a case is written follows from
//! the name of that case, and what is drawn before the first case from the name of the family. A
//! case that is added, taken away or changed therefore changes no other one, unless others share
//! what was drawn for it.

use super::algorithm::Hash;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// The names of the cases of each scope, in the order in which they are written.
pub(crate) type Order = BTreeMap<String, Vec<String>>;

#[derive(Default)]
struct State {
    /// The text from which the octets follow.
    seed: Vec<u8>,
    /// How many blocks were drawn from this seed.
    blocks: u64,
    /// The family of vectors or the group of responses that is being made.
    scope: String,
    /// The names written so far, in every scope.
    written: Order,
    /// The names that the rehearsal learnt.
    order: Order,
    /// The committed keys that this scope has used.
    keys: BTreeSet<String>,
}

/// Names that were changed after their octets were drawn, with the name that the octets follow from.
const RENAMED: [(&str, &str); 2] = [
    ("edge-cases", "corners"),
    ("one-key-two-certificates-", "twins-"),
];

/// A text with the first name of everything in it that was renamed, so that a new name changes no
/// octet.
fn first_name(text: &str) -> String {
    let mut text = text.to_owned();
    for (new, first) in RENAMED {
        text = text.replace(new, first);
    }
    text
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

impl State {
    fn sow(&mut self, text: &str) {
        self.seed = first_name(text).into_bytes();
        self.blocks = 0;
    }
}

/// From here on octets follow from this text.
pub(crate) fn derive_from(text: &str) {
    STATE.with_borrow_mut(|state| state.sow(text));
}

/// Begins a family or a group: octets follow from its name until the first case is written.
pub(crate) fn open(scope: &str) {
    STATE.with_borrow_mut(|state| {
        state.sow(scope);
        scope.clone_into(&mut state.scope);
        state.keys.clear();
        state.written.insert(scope.to_owned(), Vec::new());
    });
}

/// A case was written: from here on octets follow from the name of the next one.
pub(crate) fn written(case: &str) {
    STATE.with_borrow_mut(|state| {
        let scope = state.scope.clone();
        let written = state.written.entry(scope.clone()).or_default();
        written.push(case.to_owned());
        let next = written.len();
        let next = state.order.get(&scope).and_then(|names| names.get(next));
        // Not the text of `Family::begin`: a case that begins itself draws other octets.
        let text = match next {
            Some(next) => format!("{scope}/{next}: before it begins"),
            None => format!("{scope}: after {case}"),
        };
        state.sow(&text);
    });
}

/// Runs the rehearsal and takes down the order of the cases.
pub(crate) fn rehearse<T>(run: impl FnOnce() -> T) -> (Order, T) {
    STATE.set(State::default());
    let outcome = run();
    (STATE.take().written, outcome)
}

/// Runs with the order that the rehearsal has learnt.
pub(crate) fn perform<T>(order: Order, run: impl FnOnce() -> T) -> T {
    STATE.set(State {
        order,
        ..State::default()
    });
    let outcome = run();
    STATE.set(State::default());
    outcome
}

/// The next octets: SHA-256 over the seed and a counter, block by block.
pub(crate) fn random(count: usize) -> Vec<u8> {
    STATE.with_borrow_mut(|state| {
        let mut octets = Vec::with_capacity(count + 32);
        while octets.len() < count {
            let block = [state.seed.as_slice(), &state.blocks.to_be_bytes()].concat();
            octets.extend(Hash::Sha256.of(&block));
            state.blocks += 1;
        }
        octets.truncate(count);
        octets
    })
}

/// Chooses one of these names that this scope has not used yet. The seed decides which. A name that
/// is added later changes few choices.
pub(crate) fn unused(mut names: Vec<String>) -> Option<String> {
    let drawn = random(32);
    names.sort_by_cached_key(|name| Hash::Sha256.of(&[&drawn, name.as_bytes()].concat()));
    STATE.with_borrow_mut(|state| {
        names
            .into_iter()
            .find(|name| state.keys.insert(name.clone()))
    })
}

#[cfg(test)]
mod tests {
    use super::{Order, open, perform, random, rehearse, unused, written};

    /// What a family draws: its own octets, then those of each case.
    fn family(cases: &[&str]) -> Vec<Vec<u8>> {
        let make = || {
            open("family");
            let mut drawn = vec![random(40)];
            for case in cases {
                drawn.push(random(40));
                written(case);
            }
            drawn
        };
        let (order, _) = rehearse(make);
        perform(order, make)
    }

    #[test]
    fn a_family_comes_out_the_same_again() {
        let drawn = family(&["a", "b", "c"]);
        assert_eq!(drawn, family(&["a", "b", "c"]));
        for (index, octets) in drawn.iter().enumerate() {
            assert!(!drawn[..index].contains(octets), "{index}");
        }
    }

    #[test]
    fn a_new_case_changes_no_other() {
        let (old, new) = (family(&["a", "b", "c"]), family(&["a", "new", "b", "c"]));
        assert_eq!(old[..2], new[..2]);
        assert_eq!(old[2..], new[3..]);
    }

    #[test]
    fn a_committed_key_is_used_once_in_a_family() {
        let names = ["1", "2", "3"].map(str::to_owned);
        perform(Order::new(), || {
            open("family");
            let mut used: Vec<_> = (0..3).map(|_| unused(names.to_vec())).collect();
            used.sort();
            assert_eq!(used, names.clone().map(Some));
            assert_eq!(unused(names.to_vec()), None);
            open("another");
            assert!(unused(names.to_vec()).is_some());
        });
    }
}
