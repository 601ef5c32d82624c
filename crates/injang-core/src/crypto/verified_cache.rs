//! Signatures on certificates and CRLs that have verified before.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::sync::atomic::{AtomicU32, Ordering};

/// The cache key of a verified signature: SHA-256 of what is signed, with its signature, and of
/// the key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct CacheKey([u32; WORDS]);

const WORDS: usize = 16;

/// How many slots are tried for one key.
const PROBES: usize = 8;

/// What threads share without waiting for each other. Signatures on certificates of CAs and on CRLs
/// are few and stand in many paths: the others do not crowd them out.
#[derive(Clone)]
pub(crate) struct VerifiedSignatureCache(Arc<[Slots; 2]>);

/// A set of keys: slots are filled once and never changed. A signature that finds no slot is not
/// cached, and is verified again.
struct Slots(Vec<[AtomicU32; WORDS]>);

impl CacheKey {
    pub(crate) fn new(signed: &[u8; 32], key: &[u8; 32]) -> Self {
        let mut words = [0; WORDS];
        let octets = signed.chunks_exact(4).chain(key.chunks_exact(4));
        for (word, octets) in words.iter_mut().zip(octets) {
            // Invariant: no stored word is 0, because 0 marks an empty word. Setting bit 0 of each word
            // leaves 248 of the 256 bits of a digest.
            *word = u32::from_be_bytes([octets[0], octets[1], octets[2], octets[3]]) | 1;
        }
        Self(words)
    }
}

impl CacheKey {
    /// The cache key of a certificate whose public key is usable, by the SHA-256 of the certificate: no
    /// signature is on 32 zeros.
    pub(crate) fn of_usable_key(certificate: &[u8; 32]) -> Self {
        Self::new(&[0; 32], certificate)
    }
}

impl VerifiedSignatureCache {
    /// Room for about so many keys, half of them of authorities.
    pub(crate) fn new(capacity: usize) -> Self {
        Self(Arc::new([Slots::new(capacity), Slots::new(capacity)]))
    }

    pub(crate) fn holds(&self, key: &CacheKey) -> bool {
        self.0.iter().any(|slots| slots.hold(key))
    }

    pub(crate) fn insert(&self, key: &CacheKey, is_of_authority: bool) {
        self.0[usize::from(!is_of_authority)].insert(key);
    }
}

impl Slots {
    fn new(capacity: usize) -> Self {
        let slots = capacity.clamp(PROBES, 1 << 24).next_power_of_two();
        Self(
            core::iter::repeat_with(<[AtomicU32; WORDS]>::default)
                .take(slots)
                .collect(),
        )
    }

    fn slots(&self, key: &CacheKey) -> impl Iterator<Item = &[AtomicU32; WORDS]> {
        let start = (key.0[1] >> 1) as usize;
        let mask = self.0.len() - 1;
        (0..PROBES).map(move |step| &self.0[(start + step) & mask])
    }

    fn hold(&self, key: &CacheKey) -> bool {
        // A key stands in the first slot that was free, and none becomes free again.
        let is_filled = |slot: &&[AtomicU32; WORDS]| slot[0].load(Ordering::Relaxed) != 0;
        self.slots(key).take_while(is_filled).any(|slot| {
            slot.iter()
                .zip(&key.0)
                .all(|(word, wanted)| word.load(Ordering::Relaxed) == *wanted)
        })
    }

    /// Takes a key up in the first free slot. While another thread still writes one, it is not
    /// found: each word is empty or that key's, because the first word is claimed before the rest
    /// is written.
    fn insert(&self, key: &CacheKey) {
        for slot in self.slots(key) {
            let claim = slot[0].compare_exchange(0, key.0[0], Ordering::Relaxed, Ordering::Relaxed);
            if claim.is_ok() {
                for (word, value) in slot.iter().zip(&key.0).skip(1) {
                    word.store(*value, Ordering::Relaxed);
                }
                return;
            }
            let is_there =
                |(word, value): (&AtomicU32, &u32)| word.load(Ordering::Relaxed) == *value;
            if slot.iter().zip(&key.0).all(is_there) {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(number: u8) -> CacheKey {
        CacheKey::new(&[number; 32], &[7; 32])
    }

    #[test]
    fn remembers_what_it_has_room_for_and_nothing_else() {
        let cache = VerifiedSignatureCache::new(4);
        assert!(!cache.holds(&key(2)));
        cache.insert(&key(2), true);
        cache.insert(&key(2), true);
        assert!(cache.holds(&key(2)));
        assert!(!cache.holds(&key(4)));
        for number in 0..100 {
            cache.insert(&key(number), number % 2 == 0);
        }
        let held = (0..100).filter(|number| cache.holds(&key(*number))).count();
        assert!((2..=32).contains(&held), "{held}");
        assert!(cache.clone().holds(&key(2)));
    }
}
