//! KISA's VID of accredited certificates: whether one is there. It is another construction than the
//! provider's VID, and never compared with it.

use injang_core::Certificate;

/// id-ce-subjectAltName, 2.5.29.17 (RFC 5280 4.2.1.6)
const SUBJECT_ALT_NAME: [u8; 3] = [0x55, 0x1d, 0x11];
/// id-kisa-identifyData, 1.2.410.200004.10.1.1 (KCAC.TS.SIVID 4)
const IDENTIFY_DATA: [u8; 9] = [0x2a, 0x83, 0x1a, 0x8c, 0x9a, 0x44, 0x0a, 0x01, 0x01];

const SEQUENCE: u8 = 0x30;
const OID: u8 = 0x06;
/// `otherName [0] OtherName` of `GeneralName` (RFC 5280 4.2.1.6)
const OTHER_NAME: u8 = 0xa0;

/// Whether a certificate's subjectAltName has an otherName with KISA's identification data.
pub(crate) fn is_present(certificate: &Certificate<'_>) -> bool {
    certificate
        .extensions()
        .filter_map(Result::ok)
        .filter(|extension| *extension.oid().content() == SUBJECT_ALT_NAME)
        .any(|extension| has_identify_data(extension.value()))
}

/// Looks for it in the DER of `GeneralNames`; what can't be read has none.
fn has_identify_data(octets: &[u8]) -> bool {
    let Some((SEQUENCE, mut names, [])) = element(octets) else {
        return false;
    };
    while let Some((tag, name, rest)) = element(names) {
        if tag == OTHER_NAME
            && matches!(element(name), Some((OID, type_id, _)) if type_id == IDENTIFY_DATA)
        {
            return true;
        }
        names = rest;
    }
    false
}

/// The first element: its tag, its content, and what follows it. One octet of tag, a definite length
/// of up to two octets: an extension with more is none that is looked for here.
fn element(octets: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (tag, rest) = octets.split_first()?;
    let (length, rest) = match rest {
        [length @ 0..=0x7f, rest @ ..] | [0x81, length, rest @ ..] => (usize::from(*length), rest),
        [0x82, high, low, rest @ ..] => (usize::from(*high) << 8 | usize::from(*low), rest),
        _ => return None,
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((*tag, content, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identify_data() {
        let mut names = vec![SEQUENCE, 17, 0x82, 0, OTHER_NAME, 13, OID, 9];
        names.extend(IDENTIFY_DATA);
        names.extend([0x0c, 0]);
        assert!(has_identify_data(&names));
        let mut other = names.clone();
        other[16] = 2;
        assert!(!has_identify_data(&other));
        let mut directory_name = names.clone();
        directory_name[4] = 0xa4;
        assert!(!has_identify_data(&directory_name));
        for length in 0..names.len() {
            assert!(!has_identify_data(&names[..length]));
        }
    }
}
