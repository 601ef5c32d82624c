//! A file, read as a signed document as far as it can be.

use crate::fingerprint::{Fingerprint, sha256};
use injang_core::armor::Armor;
use injang_core::{Certificate, Encoding, Error, SignedDocument};

/// What is known about a file that should be a signed document.
#[derive(Clone, Copy)]
pub(crate) struct InputDocument<'a> {
    /// The form it came in; `None` if that could not be told.
    pub(crate) armor: Option<Armor>,
    /// How it is encoded; `None` if that could not be told.
    pub(crate) encoding: Option<Encoding>,
    /// The document, or why it can't be read.
    pub(crate) document: Result<&'a SignedDocument<'a>, Error>,
    octets: InputOctets<'a>,
    name: Option<&'a str>,
}

/// The octets behind the armor, or the SHA-256 of the file as it came if the armor is broken.
#[derive(Clone, Copy)]
enum InputOctets<'a> {
    Here(&'a [u8]),
    Digested(Fingerprint),
}

impl<'a> InputDocument<'a> {
    /// Octets whose armor could not be taken off, by their SHA-256.
    pub(crate) const fn unread(error: Error, sha256: Fingerprint) -> Self {
        Self {
            armor: None,
            encoding: None,
            document: Err(error),
            octets: InputOctets::Digested(sha256),
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
            octets: InputOctets::Here(octets),
            name: None,
        }
    }

    /// SHA-256 of the octets behind the armor; of the file as it came if the armor is broken.
    pub(crate) fn sha256(&self) -> Fingerprint {
        match self.octets {
            InputOctets::Here(octets) => sha256(octets),
            InputOctets::Digested(fingerprint) => fingerprint,
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
        let choice = self.document.ok()?.certificates().get(index)?;
        choice.certificate().copied()
    }
}
