//! Texts that count once over many answers: ids in what was signed, and nonces.

use crate::product::Provider;
use std::cmp::Ordering;
use std::fmt;
use zeroize::Zeroizing;

/// A text that counts once, and whose it is: never shown, and wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct SeenText(Zeroizing<Vec<String>>);

impl SeenText {
    pub(crate) fn new(provider: Provider, parts: &[&str]) -> Self {
        let all = std::iter::once(provider.name()).chain(parts.iter().copied());
        Self(Zeroizing::new(all.map(str::to_owned).collect()))
    }
}

impl Ord for SeenText {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.as_slice().cmp(other.0.as_slice())
    }
}

impl PartialOrd for SeenText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for SeenText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SeenText(…)")
    }
}
