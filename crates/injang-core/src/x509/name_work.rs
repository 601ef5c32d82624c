//! What comparing names really costs, beside what the meter of a validation is charged: for tests alone.

use core::sync::atomic::{AtomicU64, Ordering};

static OCTETS: AtomicU64 = AtomicU64::new(0);

/// Counts octets of a name of which a form for comparing is made.
pub(crate) fn count(octets: usize) {
    OCTETS.fetch_add(octets as u64, Ordering::Relaxed);
}

/// How many octets of names have been brought into a form for comparing (canonical form or
/// fingerprint) by this process so far, whichever document they are of. It is the only global of this
/// crate, and there with the feature `count-work` only, which is for tests.
pub fn octets_of_names() -> u64 {
    OCTETS.load(Ordering::Relaxed)
}
