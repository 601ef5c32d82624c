//! What makes two signatures one.

/// What stays the same of one act of signing, however the signature is encoded again: of ECDSA the number
/// r, of which a signer makes a new one each time and which stays when anybody turns `s` into
/// `n - s`, under which the signature verifies too (RFC 6979 and SEC 1 4.1); of anything else the
/// octets.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SignatureKey(Vec<u8>);

impl SignatureKey {
    /// Of the value of a signature (RFC 5652 5.3, `SignatureValue`).
    pub(crate) fn new(value: &[u8]) -> Self {
        Self(first_number(value).unwrap_or(value).to_vec())
    }
}

/// r of `ECDSA-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER }` (RFC 3279 2.2.3), without the zeros
/// before it.
fn first_number(value: &[u8]) -> Option<&[u8]> {
    const SEQUENCE: u8 = 0x30;
    const INTEGER: u8 = 0x02;
    let (numbers, after) = element(value, SEQUENCE)?;
    let (r, rest) = element(numbers, INTEGER)?;
    let (_, end) = element(rest, INTEGER)?;
    if !(after.is_empty() && end.is_empty()) {
        return None;
    }
    let zeros = r.iter().take_while(|octet| **octet == 0).count();
    Some(&r[zeros..])
}

/// The content of the element of this tag at the beginning, and what follows it. Lengths of up to
/// 255 octets, which those of all curves are.
fn element(octets: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let (length, rest) = match octets {
        [first, 0x81, length, rest @ ..] if *first == tag => (*length, rest),
        [first, length @ 0..=0x7f, rest @ ..] if *first == tag => (*length, rest),
        _ => return None,
    };
    rest.split_at_checked(usize::from(length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r_makes_a_signature_of_ecdsa() {
        let key = SignatureKey::new;
        let one = [0x30, 7, 2, 2, 0, 0x91, 2, 1, 5];
        for same in [
            &[0x30, 7, 2, 2, 0, 0x91, 2, 1, 6][..],
            &[0x30, 6, 2, 1, 0x91, 2, 1, 5],
            &[0x30, 0x81, 7, 2, 2, 0, 0x91, 2, 1, 5],
        ] {
            assert_eq!(key(&one), key(same), "{same:?}");
        }
        for other in [
            &[0x30, 7, 2, 2, 0, 0x92, 2, 1, 5][..],
            &[0x30, 7, 2, 2, 0, 0x91, 2, 1, 5, 0],
            &[0x30, 7, 2, 2, 0, 0x91, 2, 1],
            &[0x30, 4, 2, 2, 0, 0x91],
            &[],
        ] {
            assert_ne!(key(&one), key(other), "{other:?}");
        }
        // Of other algorithms all octets count.
        assert_ne!(key(&[1, 2, 3]), key(&[1, 2, 4]));
        assert_eq!(key(&[1, 2, 3]), key(&[1, 2, 3]));
    }
}
