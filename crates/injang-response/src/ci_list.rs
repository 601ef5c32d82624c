//! Many persons, and pseudonyms for them, so that a result can say who signed without saying who
//! that is.

use crate::cipher::Secret;
use crate::format_error::{FormatError, FormatRule};
use crate::keys::Keys;
use crate::verification::VerificationSettings;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use injang_core::{Ci, Vid};
use sha2::Sha256;
use std::collections::BTreeMap;
use std::fmt;
use zeroize::Zeroizing;

/// A person under the caller's key: HMAC-SHA-256 of the CI's 88 characters of base64, padded. Whoever
/// has the key can compute it again; nobody else learns the CI from it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pseudonym([u8; 32]);

impl Pseudonym {
    /// In lower-case hex.
    pub fn to_hex(&self) -> String {
        base16ct::lower::encode_string(&self.0)
    }
}

impl fmt::Debug for Pseudonym {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_hex())
    }
}

/// A list of CIs, each with its pseudonym. `Debug` shows how many there are only.
pub struct CiList {
    listed: Vec<(Ci, Pseudonym)>,
    places: BTreeMap<Pseudonym, usize>,
    key: Secret,
}

impl CiList {
    /// From a text with one CI in a line, under the key `pseudonym` of the keys. A byte order mark
    /// before the text and empty lines are skipped, and a CI that stands there twice counts once.
    pub fn parse(text: &[u8], keys: &Keys) -> Result<Self, FormatError> {
        let key = keys.pseudonym();
        let key = key.ok_or_else(|| FormatError::at_member(FormatRule::Missing, "/pseudonym"))?;
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        let mut listed = Vec::new();
        let mut places = BTreeMap::new();
        for (index, line) in text.split(|octet| *octet == b'\n').enumerate() {
            if line.trim_ascii().is_empty() {
                continue;
            }
            let unusable = FormatError::at_position(FormatRule::Form, index + 1, 1);
            let ci = Ci::from_base64(line).map_err(|_| unusable.clone())?;
            let pseudonym = pseudonym(&ci, key).ok_or(unusable)?;
            places.entry(pseudonym).or_insert_with(|| {
                listed.push((ci, pseudonym));
                listed.len() - 1
            });
        }
        if listed.is_empty() {
            return Err(FormatError::new(FormatRule::Empty));
        }
        // Looking one up needs its pseudonym, so the key stays with them.
        Ok(Self {
            listed,
            places,
            key: Secret::from_octets(key.octets().to_vec()),
        })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.listed.len()
    }

    /// Never: a list has one person at least.
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    pub(crate) fn ci(&self, index: usize) -> &Ci {
        &self.listed[index].0
    }

    pub(crate) fn pseudonym(&self, index: usize) -> Pseudonym {
        self.listed[index].1
    }

    /// Who has this CI.
    pub(crate) fn by_ci(&self, ci: &Ci) -> Option<usize> {
        self.places.get(&pseudonym(ci, &self.key)?).copied()
    }

    /// Who has this VID with a certificate of this serial number: one digest for each person.
    pub(crate) fn by_vid(
        &self,
        vid: &Vid,
        serial: &[u8],
        verification: &VerificationSettings<'_>,
    ) -> Option<usize> {
        let is_theirs = |(ci, _): &(Ci, Pseudonym)| {
            let computed = Vid::compute(
                verification.policy.crypto(),
                ci,
                serial,
                verification.request.layout(),
            );
            computed.is_some_and(|computed| computed == *vid)
        };
        self.listed.iter().position(is_theirs)
    }
}

impl fmt::Debug for CiList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CiList({})", self.listed.len())
    }
}

fn pseudonym(ci: &Ci, key: &Secret) -> Option<Pseudonym> {
    let text = Zeroizing::new(STANDARD.encode(ci.expose()));
    let mut code = Hmac::<Sha256>::new_from_slice(key.octets()).ok()?;
    code.update(text.as_bytes());
    Some(Pseudonym(code.finalize().into_bytes().into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> Keys {
        let key = STANDARD.encode([0x0b; 32]);
        Keys::parse(format!("{{\"pseudonym\":\"{key}\"}}").as_bytes()).unwrap()
    }

    #[test]
    fn pseudonyms() {
        let text = format!("{}==\n", "A".repeat(86));
        let people = CiList::parse(format!("\n{text}{text}").as_bytes(), &keys()).unwrap();
        assert_eq!(people.len(), 1);
        // printf %s "$CI" | openssl dgst -sha256 -mac HMAC -macopt hexkey:0b0b…
        let expected = "d4b77e6843186214b373736a96826c10959519549a94927b611cc53d618b5867";
        assert_eq!(people.pseudonym(0).to_hex(), expected);
        let ci = Ci::from_base64(text.as_bytes()).unwrap();
        assert_eq!(people.by_ci(&ci), Some(0));
        assert_eq!(format!("{people:?}"), "CiList(1)");
    }

    #[test]
    fn a_byte_order_mark_is_no_ci() {
        let text = format!("{}==\n", "A".repeat(86));
        for marked in [format!("\u{feff}{text}"), format!("\u{feff}\r\n{text}")] {
            let people = CiList::parse(marked.as_bytes(), &keys()).unwrap();
            assert_eq!(people.len(), 1);
        }
        let error = CiList::parse("\u{feff}\n".as_bytes(), &keys()).unwrap_err();
        assert_eq!(error.fault(), FormatRule::Empty);
    }

    #[test]
    fn errors_name_the_line() {
        let error = |text: &str, keys: &Keys| CiList::parse(text.as_bytes(), keys).unwrap_err();
        assert_eq!(
            error("\n\nnobody\n", &keys()).to_string(),
            "line 3 column 1: not of the form that it must have"
        );
        assert_eq!(error("\n", &keys()).fault(), FormatRule::Empty);
        assert_eq!(error("", &Keys::default()).fault(), FormatRule::Missing);
    }
}
