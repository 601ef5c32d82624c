//! What is read although a MUST on form forbids it, as sets that cost nothing to make.
//!
//! A reader that accepts such a thing notes it at the line where it does. What a verdict rests on
//! is asked for its set, and each member becomes a finding: DESIGN.md has the table of all rules.

/// A deviation from a standard's form that does not keep the octets from being read.
///
/// The order is that of the findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Tolerance {
    /// A certificate's serial number is zero or negative (RFC 5280 4.1.2.2).
    SerialNotPositive,
    /// A certificate breaks DER or RFC 5280 4.1 and 4.2 in another way.
    Certificate,
    /// Parameters of an algorithm where they must be absent, or none where NULL must be (RFC 4055,
    /// 5758, 8410, 8419).
    Parameters,
    /// NULL behind ecdsa-with-SHA384 in a certificate that is a CA's.
    AuthorityParameters,
    /// A name in a `SignerInfo` has an empty set, or a value that is none of its type.
    Name,
    /// A CRL breaks DER or RFC 5280 5.
    Crl,
    /// An OCSP response breaks DER or RFC 6960 4.2.
    Ocsp,
    /// A userNotice has a string of another type or length than RFC 5280 4.2.1.4 asks for.
    UserNotice,
}

impl Tolerance {
    const ALL: [Self; 8] = [
        Self::SerialNotPositive,
        Self::Certificate,
        Self::Parameters,
        Self::AuthorityParameters,
        Self::Name,
        Self::Crl,
        Self::Ocsp,
        Self::UserNotice,
    ];
}

/// A set of [`Tolerance`]s: one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tolerances(u8);

impl Tolerances {
    /// Adds a member where the condition holds.
    pub(crate) fn note(&mut self, holds: bool, tolerance: Tolerance) {
        if holds {
            self.0 |= 1 << tolerance as u8;
        }
    }

    /// The members of either.
    pub(crate) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn contains(self, tolerance: Tolerance) -> bool {
        self.0 >> tolerance as u8 & 1 == 1
    }

    /// The members in the order of the findings.
    pub(crate) fn iter(self) -> impl Iterator<Item = Tolerance> {
        let is_member = move |it: &Tolerance| self.contains(*it);
        Tolerance::ALL.into_iter().filter(is_member)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn members_in_their_order() {
        let mut set = Tolerances::default();
        set.note(true, Tolerance::UserNotice);
        set.note(false, Tolerance::Crl);
        set.note(true, Tolerance::SerialNotPositive);
        let members: Vec<_> = set.iter().collect();
        assert_eq!(
            members,
            [Tolerance::SerialNotPositive, Tolerance::UserNotice]
        );
        assert!(!set.contains(Tolerance::Crl));
        let mut other = Tolerances::default();
        other.note(true, Tolerance::Crl);
        assert_eq!(set.union(other).iter().count(), 3);
        // Each has a bit of its own, in the order of the enum.
        for (place, tolerance) in Tolerance::ALL.into_iter().enumerate() {
            assert_eq!(tolerance as usize, place);
        }
    }
}
