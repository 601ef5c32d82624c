//! A signed document: read, not judged. How it is judged is in `validation`.

use crate::algorithm::{DigestAlgorithm, SignatureAlgorithm};
use crate::cms::{CertificateChoice, RevocationInfo, SignedData, SignerInfo};
use crate::encoding::armor::Decoded;
use crate::encoding::ber::{Der, Limits};
use crate::encoding::error::Error;
use crate::encoding::oid::Oid;
use crate::x509::Certificate;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

/// A CMS `SignedData` that has been read to its end.
///
/// Nothing about it is judged: what a method with `untrusted` in its name gives may be anybody's.
pub struct SignedDocument<'a> {
    der: &'a Der<'a>,
    data: SignedData<'a>,
    /// How many of the certificates are the document's own.
    embedded: usize,
}

impl<'a> SignedDocument<'a> {
    /// Reads the document. An error names the rule that the octets break, with its offset in the
    /// octets as they were sent.
    pub fn parse(der: &'a Der<'_>) -> Result<Self, Error> {
        let data =
            SignedData::read(der).map_err(|error| error.at(der.source_offset(error.offset())))?;
        let embedded = data.certificates.len();
        Ok(Self {
            der,
            data,
            embedded,
        })
    }

    /// Adds certificates that the document may lack, so that its signers can be found among them
    /// too: RFC 5652 5.1 lets them come by other means. They are not trusted for being here. They are
    /// used as the document's own certificates, which they follow in [`SignedDocument::certificates`].
    /// One that is there already is not added again. There may be any number of them, and every verdict
    /// looks through them.
    pub fn add_certificates(&mut self, certificates: impl IntoIterator<Item = Certificate<'a>>) {
        let all = &mut self.data.certificates;
        let mut known: BTreeSet<&'a [u8]> = all
            .iter()
            .filter_map(|choice| Some(choice.certificate()?.octets()))
            .collect();
        let new = certificates
            .into_iter()
            .filter(|certificate| known.insert(certificate.octets()));
        all.extend(new.map(CertificateChoice::Certificate));
    }

    /// Whether the certificate with this index came by [`SignedDocument::add_certificates`].
    pub fn is_supplied(&self, index: usize) -> bool {
        index >= self.embedded
    }

    /// The octets in DER from which the document was read.
    pub fn der(&self) -> &'a Der<'a> {
        self.der
    }

    pub(crate) fn data(&self) -> &SignedData<'a> {
        &self.data
    }

    /// The type of the content: eContentType.
    pub fn content_type(&self) -> Oid<'a> {
        self.data.content_type
    }

    /// The embedded content, whether or not its signature verifies.
    pub fn untrusted_content(&self) -> Option<&'a [u8]> {
        self.data.content
    }

    /// The members of `certificates`, in the document's order, then those that were
    /// [supplied](SignedDocument::add_certificates). None of them is trusted for being here.
    pub fn certificates(&self) -> &[CertificateChoice<'a>] {
        &self.data.certificates
    }

    /// Which rule keeps the member of `certificates` with this index from being read, and at which
    /// octet of the document as it was sent; `None` if it can be read, or is of another choice than
    /// a certificate.
    pub fn certificate_error(&self, index: usize) -> Option<Error> {
        match self.data.certificates.get(index)? {
            CertificateChoice::Certificate(_) => None,
            CertificateChoice::Unrecognised(member) => {
                let error = member.error()?;
                Some(error.at(self.der.source_offset(error.offset())))
            }
        }
    }

    /// The signers, in the document's order.
    pub fn signers(&self) -> &[SignerInfo<'a>] {
        &self.data.signers
    }

    /// The digest algorithms that its signers need of a content, each once; unknown ones are left
    /// out.
    pub fn digest_algorithms(&self) -> Vec<DigestAlgorithm> {
        let mut algorithms = Vec::new();
        for algorithm in self
            .data
            .signers
            .iter()
            .filter_map(|s| s.digest_algorithm().digest())
        {
            if !algorithms.contains(&algorithm) {
                algorithms.push(algorithm);
            }
        }
        algorithms
    }

    /// Whether a signer's algorithm signs the content itself, so that digests of it are not
    /// enough: Ed25519 without signed attributes.
    pub fn needs_whole_content(&self) -> bool {
        self.data.signers.iter().any(|signer| {
            let algorithm = signer.signature_algorithm().signature(None);
            !signer.has_signed_attributes() && algorithm == Some(SignatureAlgorithm::Ed25519)
        })
    }

    /// The members of `crls`: CRLs and OCSP responses, in the document's order. They are revocation data
    /// about certificates if they verify, as the caller's are.
    pub fn revocation_infos(&self) -> Vec<RevocationInfo<'a>> {
        self.data.revocation_infos().collect()
    }
}

impl Decoded<'_> {
    /// Reads octets in BER as a document, and lends it to `then`. An error if they are no BER, or no
    /// document: the rule and the offset.
    pub fn with_document<R>(
        &self,
        limits: Limits,
        then: impl FnOnce(Result<&SignedDocument<'_>, Error>) -> R,
    ) -> R {
        let der = match self.to_der(limits) {
            Ok(der) => der,
            Err(error) => return then(Err(error)),
        };
        match SignedDocument::parse(&der) {
            Ok(document) => then(Ok(&document)),
            Err(error) => then(Err(error)),
        }
    }
}

impl core::fmt::Debug for SignedDocument<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("SignedDocument")
            .field("content_type", &self.data.content_type)
            .field("content_octets", &self.data.content.map(<[u8]>::len))
            .field("certificates", &self.data.certificates.len())
            .field("signers", &self.data.signers.len())
            .finish_non_exhaustive()
    }
}
