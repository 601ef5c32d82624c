//! Digests that stand in the place of a content, as octets or as text.

use super::Change;
use crate::algorithm::DigestAlgorithm;
use crate::crypto::Digest;
use crate::encoding::text_form::base64_hex::{BASE64, BASE64_URL};
use alloc::vec::Vec;

/// More than the longest digest as text, with white space around it.
const LONGEST: usize = 256;

/// The digests that octets may be, or may be the text of.
pub(super) fn read(octets: &[u8]) -> Vec<Digest> {
    if octets.len() > LONGEST {
        return Vec::new();
    }
    let text = octets.trim_ascii();
    let readings = [
        Some(octets.to_vec()),
        base16ct::mixed::decode_vec(text).ok(),
        BASE64.decode(text).ok(),
        BASE64_URL.decode(text).ok(),
    ];
    let mut digests = Vec::new();
    for octets in readings.into_iter().flatten() {
        let digest = of_size(&octets);
        digests.extend(digest.filter(|digest| !digests.contains(digest)));
    }
    digests
}

/// The digests that octets are, or are exactly the text of, and how they are written.
pub(super) fn written(octets: &[u8]) -> Vec<(Digest, Option<Change>)> {
    let how = |digest: Digest| {
        let is_written = |text: &Change| text.write(digest.as_bytes()).as_deref() == Some(octets);
        if digest.as_bytes() == octets {
            return Some((digest, None));
        }
        let text = Change::TEXTS.into_iter().find(is_written)?;
        Some((digest, Some(text)))
    };
    read(octets).into_iter().filter_map(how).collect()
}

/// The text in which a digest stands in octets, white space around it aside; `None` if it is none
/// of [`Change::TEXTS`].
pub(super) fn text_of(digest: Digest, octets: &[u8]) -> Option<Change> {
    let written = written(octets.trim_ascii());
    written.into_iter().find(|(it, _)| *it == digest)?.1
}

/// The ways in which octets are written: as they are, and as text; each once.
pub(super) fn writings(octets: &[u8]) -> Vec<(Option<Change>, Vec<u8>)> {
    let mut all = Vec::from([(None, octets.to_vec())]);
    for text in Change::TEXTS {
        let written = text.write(octets);
        let new = written.filter(|octets| !all.iter().any(|(_, other)| other == octets));
        all.extend(new.map(|octets| (Some(text), octets)));
    }
    all
}

/// Each algorithm's digests have a size of their own.
fn of_size(octets: &[u8]) -> Option<Digest> {
    let mut all = DigestAlgorithm::ALL.into_iter();
    all.find_map(|algorithm| Digest::new(algorithm, octets))
}

#[cfg(test)]
mod tests {
    use super::{Change, read, writings, written};
    use crate::algorithm::DigestAlgorithm;

    #[test]
    fn what_is_written_is_read() {
        for algorithm in DigestAlgorithm::ALL {
            let octets = alloc::vec![0xfb; algorithm.size()];
            for (text, writing) in writings(&octets) {
                let is_it = |digest: &crate::crypto::Digest| digest.as_bytes() == octets;
                assert!(read(&writing).iter().any(is_it), "{text:?}");
                let found = written(&writing);
                let (_, how) = found.iter().find(|(digest, _)| is_it(digest)).unwrap();
                // Without padding to write, base64url has one form.
                let is_same = *how == text || (text == Some(Change::Base64UrlPadded));
                assert!(is_same, "{text:?} {how:?}");
            }
        }
        assert_eq!(read(b"no digest"), []);
        assert!(read(&[b'0'; 300]).is_empty());
        // In hex of SHA-256, in base64 of SHA-384.
        assert_eq!(read(&[&[b'0'; 64][..], b"\r\n"].concat()).len(), 2);
        assert!(written(&[&[b'0'; 64][..], b"\n"].concat()).is_empty());
    }
}
