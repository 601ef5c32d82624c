//! A document that owns its octets, so that a report on it can be kept.

use crate::fingerprint;
use crate::input_document::Opened;
use injang_core::armor::{Decoded, decode};
use injang_core::{Certificate, Der, Error, Limits, SignedDocument};
use self_cell::self_cell;
use std::borrow::Cow;

type ReadDer<'a> = Result<Der<'a>, Error>;
type ReadDocument<'a> = Result<SignedDocument<'a>, Error>;

/// The octets behind the armor, and certificates that came beside them, each in DER.
struct Octets {
    decoded: Decoded<'static>,
    certificates: Vec<Vec<u8>>,
}

self_cell!(
    struct DerCell {
        owner: Octets,
        #[covariant]
        dependent: ReadDer,
    }
);

self_cell!(
    struct DocumentCell {
        owner: DerCell,
        #[covariant]
        dependent: ReadDocument,
    }
);

/// What is known of octets that should be a signed document.
pub(crate) enum OwnedDocument {
    /// Their armor can't be taken off: why, and SHA-256 of the octets as they came.
    Armored { error: Error, sha256: String },
    /// What is behind the armor, read as far as it can be.
    Decoded(Box<Document>),
}

/// A document, or why it can't be read.
pub(crate) struct Document(DocumentCell);

impl OwnedDocument {
    /// Reads octets in any armor as a signed document, and adds certificates to it.
    ///
    /// 1. Octets beyond the limit are refused before their armor is looked at.
    /// 2. Octets without armor are copied, once; those in a text form are what it decodes to.
    /// 3. From there on everything borrows those octets.
    pub(crate) fn read(input: &[u8], limits: Limits, certificates: Vec<Vec<u8>>) -> Self {
        let unread = |error| Self::Armored {
            error,
            sha256: fingerprint::sha256(input),
        };
        if input.len() > limits.size
            && let Err(error) = Der::from_ber(input, limits)
        {
            return unread(error);
        }
        let decoded = match decode(input) {
            Ok(decoded) => decoded,
            Err(error) => return unread(error),
        };
        let octets = Octets {
            decoded: Decoded {
                octets: Cow::Owned(decoded.octets.into_owned()),
                armor: decoded.armor,
                label_differs: decoded.label_differs,
            },
            certificates,
        };
        let der = DerCell::new(octets, |octets| octets.decoded.to_der(limits));
        Self::Decoded(Box::new(Document(DocumentCell::new(der, |der| {
            let octets = der.borrow_owner();
            let mut document =
                SignedDocument::parse(der.borrow_dependent().as_ref().map_err(|it| *it)?)?;
            let certificates = octets.certificates.iter();
            document.add_certificates(certificates.filter_map(|it| Certificate::from_der(it).ok()));
            Ok(document)
        }))))
    }

    /// The document, or why it can't be read.
    pub(crate) fn parsed(&self) -> Result<&SignedDocument<'_>, Error> {
        match self {
            Self::Armored { error, .. } => Err(*error),
            Self::Decoded(document) => document.0.borrow_dependent().as_ref().map_err(|it| *it),
        }
    }

    /// What a report is written from.
    pub(crate) fn opened(&self) -> Opened<'_> {
        match self {
            Self::Armored { error, sha256 } => Opened::unread(*error, sha256),
            Self::Decoded(document) => {
                let der = document.0.borrow_owner();
                let octets = &der.borrow_owner().decoded;
                Opened::read(
                    octets.armor,
                    der.borrow_dependent().as_ref().ok().map(Der::encoding),
                    self.parsed(),
                    &octets.octets,
                )
            }
        }
    }
}
