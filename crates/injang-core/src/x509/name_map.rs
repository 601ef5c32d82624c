//! Looking names up: by their octets where they are written alike, else by the form in which
//! RFC 5280 7.1 compares them, which is made once for each name and each look-up.

use super::name::Name;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use core::cell::OnceCell;

/// Numbers by name. Names that match (RFC 5280 7.1) share an entry, however they are written.
///
/// No look-up compares a name with more than a logarithm of the others, whatever they are: the
/// fingerprint of the last set, where the common name stands, only spares the canonical form of a
/// name that is not there.
#[derive(Default)]
pub(crate) struct NameMap {
    groups: Vec<Vec<usize>>,
    /// The group of a name as it is written.
    by_octets: BTreeMap<Vec<u8>, usize>,
    /// The group of a name in its canonical form.
    by_canonical: BTreeMap<Vec<u8>, usize>,
    last_fingerprints: BTreeSet<u64>,
}

/// A name to look up in several maps: what is needed of it is made once.
pub(crate) struct NameKey<'n> {
    name: Name<'n>,
    last_fingerprint: OnceCell<u64>,
    canonical: OnceCell<Vec<u8>>,
}

impl NameMap {
    pub(crate) const fn new() -> Self {
        Self {
            groups: Vec::new(),
            by_octets: BTreeMap::new(),
            by_canonical: BTreeMap::new(),
            last_fingerprints: BTreeSet::new(),
        }
    }

    /// The same of a list of names with their numbers.
    pub(crate) fn of<'n>(names: impl IntoIterator<Item = (Name<'n>, usize)>) -> Self {
        let mut map = Self::new();
        for (name, number) in names {
            map.insert(&name, number);
        }
        map
    }

    /// Adds a number under a name, after those that are there.
    pub(crate) fn insert(&mut self, name: &Name<'_>, number: usize) {
        let group = self.group(name);
        self.groups[group].push(number);
    }

    /// The same, unless it is the number that was added there last.
    pub(crate) fn insert_once(&mut self, name: &Name<'_>, number: usize) {
        let group = self.group(name);
        if self.groups[group].last() != Some(&number) {
            self.groups[group].push(number);
        }
    }

    /// The group of a name, which is made if there is none.
    fn group(&mut self, name: &Name<'_>) -> usize {
        if let Some(group) = self.by_octets.get(name.octets()) {
            return *group;
        }
        let group = *self
            .by_canonical
            .entry(name.canonical())
            .or_insert(self.groups.len());
        if group == self.groups.len() {
            self.groups.push(Vec::new());
            self.last_fingerprints.insert(name.last_fingerprint());
        }
        self.by_octets.insert(name.octets().to_vec(), group);
        group
    }

    /// The numbers under a name, in the order in which they were added.
    pub(crate) fn find(&self, key: &NameKey<'_>) -> &[usize] {
        if self.groups.is_empty() {
            return &[];
        }
        let by_octets = self.by_octets.get(key.name.octets());
        let group = by_octets.or_else(|| {
            self.last_fingerprints
                .contains(&key.last_fingerprint())
                .then(|| self.by_canonical.get(key.canonical()))
                .flatten()
        });
        group.map_or(&[], |group| &self.groups[*group])
    }
}

impl<'n> NameKey<'n> {
    pub(crate) const fn new(name: Name<'n>) -> Self {
        Self {
            name,
            last_fingerprint: OnceCell::new(),
            canonical: OnceCell::new(),
        }
    }

    /// How many octets making and comparing it touches.
    pub(crate) fn cost(&self) -> u64 {
        8 * self.name.octets().len() as u64
    }

    fn last_fingerprint(&self) -> u64 {
        let made = || self.name.last_fingerprint();
        *self.last_fingerprint.get_or_init(made)
    }

    pub(crate) fn canonical(&self) -> &[u8] {
        self.canonical.get_or_init(|| self.name.canonical())
    }

    /// Whether a name matches this one (RFC 5280 7.1).
    pub(crate) fn matches(&self, other: &Name<'_>) -> bool {
        self.matches_key(&NameKey::new(*other))
    }

    /// The same for one that is compared more than once.
    pub(crate) fn matches_key(&self, other: &NameKey<'_>) -> bool {
        self.name.octets() == other.name.octets()
            || (!self.name.differs_plainly(&other.name)
                && self.last_fingerprint() == other.last_fingerprint()
                && self.canonical() == other.canonical())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::der::{made, tag};

    fn name(common_name: &[u8]) -> Vec<u8> {
        let value = made(tag::UTF8_STRING, &[common_name]);
        let attribute = made(tag::SEQUENCE, &[&[6, 3, 0x55, 4, 3], &value]);
        made(tag::SEQUENCE, &[&made(tag::SET, &[&attribute])])
    }

    #[test]
    fn names_that_match_share_an_entry() {
        // The second is the first in other letters; the fourth has the fingerprint of the third.
        let names = [name(b"A CA"), name(b"a  ca"), name(b"B CA"), name(b"BCA")];
        let read = |octets| Name::from_der(octets).expect("a name");
        let parsed: Vec<Name<'_>> = names.iter().map(|octets| read(octets)).collect();
        let map = NameMap::of(parsed.iter().copied().zip(0..));
        let find = |name: Name<'_>| map.find(&NameKey::new(name)).to_vec();
        assert_eq!(find(parsed[0]), [0, 1]);
        assert_eq!(find(parsed[1]), [0, 1]);
        assert_eq!(parsed[2].last_fingerprint(), parsed[3].last_fingerprint());
        assert_eq!(find(parsed[2]), [2]);
        assert_eq!(find(parsed[3]), [3]);
        let spelt = name(b"a ca");
        let spelt = read(&spelt);
        assert_eq!(find(spelt), [0, 1]);
        assert!(NameKey::new(spelt).matches(&parsed[0]));
        assert!(!NameKey::new(parsed[2]).matches(&parsed[3]));
        // A fingerprint of another spares the canonical form: it is not made.
        let key = NameKey::new(parsed[0]);
        assert!(!key.matches(&parsed[2]));
        assert!(key.canonical.get().is_none());
        assert!(key.matches(&parsed[1]));
        assert!(key.canonical.get().is_some());
        let absent = name(b"nobody");
        let absent = read(&absent);
        assert!(map.find(&NameKey::new(absent)).is_empty());
        assert!(NameMap::new().find(&NameKey::new(absent)).is_empty());
    }
}
