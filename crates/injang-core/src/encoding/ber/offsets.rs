//! Where an octet of the normalised document stood in the source: one map, made during the pass.

use alloc::vec::Vec;

/// A stretch of the normalised octets that stands as it is in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// Where it begins in the normalised octets.
    target: usize,
    /// Where it begins in the source.
    source: usize,
}

/// The stretches in order, of which each begins where the distance between both changes.
///
/// The distance changes only where the source has a header that is not DER, or the end of an
/// indefinite element. Both take two octets at least, so that there is no more than one stretch for
/// each two octets of the source.
#[derive(Clone, Debug, Default)]
pub(super) struct Offsets {
    runs: Vec<Run>,
}

impl Offsets {
    /// With room for what an ordinary document in BER needs.
    pub(super) fn new() -> Self {
        Self {
            runs: Vec::with_capacity(32),
        }
    }

    /// Notes that the octets from `target` on stand from `source` on. Both only grow.
    pub(super) fn note(&mut self, target: usize, source: usize) {
        match self.runs.last_mut() {
            // The same distance as before: target and source only grow, and nothing is taken twice.
            Some(last) if source - last.source == target - last.target => {}
            // Nothing was written since: what begins here is what follows.
            Some(last) if last.target == target => last.source = source,
            _ => self.runs.push(Run { target, source }),
        }
    }

    /// The place in the source. Without a note it is the same.
    pub(super) fn source(&self, target: usize) -> usize {
        // The run with the greatest beginning that is not above the place: the runs are sorted.
        let next = self.runs.partition_point(|run| run.target <= target);
        let Some(run) = next.checked_sub(1).and_then(|last| self.runs.get(last)) else {
            return target;
        };
        let source = run.source + (target - run.target);
        // A header that became longer in DER has no more octets in the source than it has there.
        match self.runs.get(next) {
            Some(next) => source.min(next.source.max(run.source + 1) - 1),
            None => source,
        }
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.runs.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs() {
        let mut offsets = Offsets::default();
        assert_eq!(offsets.source(7), 7);
        // A header of 2 octets that becomes 4, then 10 octets as they are, then 2 that vanish.
        offsets.note(0, 0);
        offsets.note(4, 2);
        offsets.note(9, 7);
        offsets.note(14, 14);
        // Nothing was written in between: the later note holds.
        offsets.note(14, 16);
        let places: Vec<usize> = [0, 1, 3, 4, 9, 13, 14, 20]
            .map(|target| offsets.source(target))
            .into();
        assert_eq!(places, [0, 1, 1, 2, 7, 11, 16, 22]);
        assert_eq!(offsets.len(), 3);
    }
}
