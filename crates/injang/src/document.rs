//! A document that owns its octets, so that a report on it can be kept.

use crate::fingerprint::{self, Fingerprint};
use crate::input_document::InputDocument;
use injang_core::armor::{Decoded, decode};
use injang_core::{Certificate, Der, DigestAlgorithm, Error, Limits, SignedDocument};
use self_cell::self_cell;
use std::borrow::Cow;
use std::fmt;

type ReadDer<'a> = Result<Der<'a>, Error>;
type ReadDocument<'a> = Result<SignedDocument<'a>, Error>;

/// The octets inside the armor, and the certificates that were supplied with them, each in DER.
struct DocumentOctets {
    decoded: Decoded<'static>,
    limits: Limits,
    certificates: Vec<Vec<u8>>,
}

self_cell!(
    struct DerCell {
        owner: DocumentOctets,
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

/// A signed document that owns its octets, read as far as possible. It says which digests of a content
/// it needs, before the content is given.
///
/// ```
/// use injang::{ContentStream, Document, Policy, Request, Revocation};
///
/// # let octets = include_bytes!("../../../tests/vectors/toss/attached/document.der");
/// # let policy = Policy::builder(Revocation::NotChecked).build();
/// let document = Document::read(octets);
/// // A large content goes by in pieces; only its digests are kept.
/// let mut stream = ContentStream::new(policy.core().crypto(), &document.digest_algorithms());
/// stream.update(b"one piece after the other");
/// let content = stream.finish();
/// # let at = "2026-03-02T09:00:00Z".parse()?;
/// let report = policy.audit_document(document, &Request::at(at).streamed(&content));
/// # assert!(!report.is_accepted());
/// # Ok::<(), injang::TimeError>(())
/// ```
pub struct Document(DocumentState);

enum DocumentState {
    /// Its armor can't be decoded: the error, and SHA-256 of the octets as they came.
    Armored { error: Error, sha256: Fingerprint },
    /// The octets inside the armor.
    Decoded(Box<DocumentCell>),
}

impl Document {
    /// Reads octets in any armor: DER, BER, PEM, base64 or hex. What can't be read is a document
    /// too: its report says why.
    pub fn read(octets: &[u8]) -> Self {
        Self::read_within(octets, Limits::default())
    }

    /// The same within other bounds on size and depth.
    ///
    /// 1. Octets beyond the limit are refused before their armor is looked at.
    /// 2. Octets without armor are copied, once; those in a text form are what it decodes to.
    /// 3. From there on everything borrows those octets.
    pub fn read_within(input: &[u8], limits: Limits) -> Self {
        let unread = |error| {
            Self(DocumentState::Armored {
                error,
                sha256: fingerprint::sha256(input),
            })
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
        let octets = DocumentOctets {
            decoded: Decoded {
                octets: Cow::Owned(decoded.octets.into_owned()),
                armor: decoded.armor,
                label_differs: decoded.label_differs,
            },
            limits,
            certificates: Vec::new(),
        };
        Self::decoded(octets)
    }

    fn decoded(octets: DocumentOctets) -> Self {
        let der = DerCell::new(octets, |octets| octets.decoded.to_der(octets.limits));
        Self(DocumentState::Decoded(Box::new(DocumentCell::new(
            der,
            |der| {
                let read = der.borrow_dependent().as_ref();
                let mut document = SignedDocument::parse(read.map_err(|error| *error)?)?;
                let certificates = der.borrow_owner().certificates.iter();
                document
                    .add_certificates(certificates.filter_map(|it| Certificate::from_der(it).ok()));
                Ok(document)
            },
        ))))
    }

    /// Adds certificates in DER that came beside it.
    pub(crate) fn with_der(self, certificates: &[Vec<u8>]) -> Self {
        match self.0 {
            DocumentState::Decoded(document) if !certificates.is_empty() => {
                let mut octets = document.into_owner().into_owner();
                octets.certificates.extend_from_slice(certificates);
                Self::decoded(octets)
            }
            state => Self(state),
        }
    }

    /// The document, or why it can't be read. Nothing of it was verified.
    pub fn untrusted(&self) -> Result<&SignedDocument<'_>, Error> {
        match &self.0 {
            DocumentState::Armored { error, .. } => Err(*error),
            DocumentState::Decoded(document) => {
                document.borrow_dependent().as_ref().map_err(|it| *it)
            }
        }
    }

    /// The digests that its signatures need of a content that is not in it, and SHA-256, which
    /// reports show.
    pub fn digest_algorithms(&self) -> Vec<DigestAlgorithm> {
        let algorithms = self.untrusted().map(SignedDocument::digest_algorithms);
        let mut algorithms = algorithms.unwrap_or_default();
        if !algorithms.contains(&DigestAlgorithm::Sha256) {
            algorithms.push(DigestAlgorithm::Sha256);
        }
        algorithms
    }

    /// Whether a signature is over the content itself, so that digests of it are not enough: Ed25519
    /// without signed attributes.
    pub fn needs_whole_content(&self) -> bool {
        self.untrusted()
            .is_ok_and(SignedDocument::needs_whole_content)
    }

    /// What a report is written from.
    pub(crate) fn input(&self) -> InputDocument<'_> {
        match &self.0 {
            DocumentState::Armored { error, sha256 } => InputDocument::unread(*error, *sha256),
            DocumentState::Decoded(document) => {
                let der = document.borrow_owner();
                let octets = &der.borrow_owner().decoded;
                InputDocument::read(
                    octets.armor,
                    der.borrow_dependent().as_ref().ok().map(Der::encoding),
                    self.untrusted(),
                    &octets.octets,
                )
            }
        }
    }
}

/// Neither names nor content.
impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let signers = self.untrusted().map(|document| document.signers().len());
        f.debug_struct("Document")
            .field("signers", &signers)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use injang_core::ErrorKind;

    #[test]
    fn larger_than_the_limit() {
        // In any armor, even one with nothing after its beginning.
        for input in [&[0x30, 3, 2, 1, 1, 0][..], b"MAMCAQE=\n\n\n"] {
            let kind = |size| {
                let limits = Limits {
                    size,
                    ..Limits::default()
                };
                let document = Document::read_within(input, limits);
                document.untrusted().err().map(|error| error.kind())
            };
            assert_eq!(kind(input.len() - 1), Some(ErrorKind::Size));
            assert_ne!(kind(input.len()), Some(ErrorKind::Size));
        }
    }
}
