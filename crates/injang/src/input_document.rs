//! A file, read as a signed document as far as it can be.

use crate::fingerprint::{Fingerprint, sha256};
use injang_core::armor::{Armor, decode};
use injang_core::{Certificate, CertificateChoice, Der, Encoding, Error, Limits, SignedDocument};

/// What is known about a file that should be a signed document.
#[derive(Clone, Copy)]
pub(crate) struct InputDocument<'a> {
    /// The form it came in; `None` if that could not be told.
    pub armor: Option<Armor>,
    /// How it is encoded; `None` if that could not be told.
    pub encoding: Option<Encoding>,
    /// The document, or why it can't be read.
    pub document: Result<&'a SignedDocument<'a>, Error>,
    octets: Octets<'a>,
    name: Option<&'a str>,
}

/// The octets behind the armor, or of the file as it came if the armor is broken.
#[derive(Clone, Copy)]
enum Octets<'a> {
    Here(&'a [u8]),
    /// They are gone; their SHA-256.
    Digested(Fingerprint),
}

impl<'a> InputDocument<'a> {
    /// Octets whose armor could not be taken off, by their SHA-256.
    pub(crate) const fn unread(error: Error, sha256: Fingerprint) -> Self {
        Self {
            armor: None,
            encoding: None,
            document: Err(error),
            octets: Octets::Digested(sha256),
            name: None,
        }
    }

    /// Octets from behind this armor, read as far as they can be.
    pub(crate) const fn read(
        armor: Armor,
        encoding: Option<Encoding>,
        document: Result<&'a SignedDocument<'a>, Error>,
        octets: &'a [u8],
    ) -> Self {
        Self {
            armor: Some(armor),
            encoding,
            document,
            octets: Octets::Here(octets),
            name: None,
        }
    }

    /// SHA-256 of the octets behind the armor; of the file as it came if the armor is broken.
    pub(crate) fn sha256(&self) -> Fingerprint {
        match self.octets {
            Octets::Here(octets) => sha256(octets),
            Octets::Digested(fingerprint) => fingerprint,
        }
    }

    /// The same with the name of the file, on one line.
    #[must_use]
    pub(crate) const fn named(self, name: &'a str) -> Self {
        Self {
            name: Some(name),
            ..self
        }
    }

    /// The name of the file, if it is known.
    pub(crate) const fn name(&self) -> Option<&'a str> {
        self.name
    }

    /// The certificate at an index of the document's certificates, if it is one.
    pub(crate) fn certificate(&self, index: usize) -> Option<Certificate<'a>> {
        match self.document.ok()?.certificates().get(index)? {
            CertificateChoice::Certificate(certificate) => Some(*certificate),
            _ => None,
        }
    }
}

/// Reads a file as a signed document, and adds certificates to it. The parts borrow from each
/// other, so they are lent to a closure.
pub(crate) fn open<R>(
    input: &[u8],
    limits: Limits,
    certificates: &[Certificate<'_>],
    then: impl FnOnce(&InputDocument<'_>) -> R,
) -> R {
    let unread = |error, armor, octets| InputDocument {
        armor,
        encoding: None,
        document: Err(error),
        octets: Octets::Here(octets),
        name: None,
    };
    if input.len() > limits.size {
        // Of a larger file only the beginning was read, so what is behind its armor is cut off.
        if let Err(error) = Der::from_ber(input, limits) {
            return then(&unread(error, None, input));
        }
    }
    let decoded = match decode(input) {
        Ok(decoded) => decoded,
        Err(error) => return then(&unread(error, None, input)),
    };
    let armor = Some(decoded.armor);
    let der = match decoded.to_der(limits) {
        Ok(der) => der,
        Err(error) => return then(&unread(error, armor, &decoded.octets)),
    };
    let mut document = SignedDocument::parse(&der);
    if let Ok(document) = &mut document {
        document.add_certificates(certificates.iter().copied());
    }
    then(&InputDocument {
        armor,
        encoding: Some(der.encoding()),
        document: document.as_ref().map_err(|error| *error),
        octets: Octets::Here(&decoded.octets),
        name: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use injang_core::ErrorKind;

    #[test]
    fn larger_than_the_limit() {
        // In any armor, even one that hides nothing behind its beginning.
        for input in [&[0x30, 3, 2, 1, 1, 0][..], b"MAMCAQE=\n\n\n"] {
            let kind = |size| {
                let limits = Limits {
                    size,
                    ..Limits::default()
                };
                open(input, limits, &[], |input| {
                    input.document.err().map(|error| error.kind())
                })
            };
            assert_eq!(kind(input.len() - 1), Some(ErrorKind::Size));
            assert_ne!(kind(input.len()), Some(ErrorKind::Size));
        }
    }
}
