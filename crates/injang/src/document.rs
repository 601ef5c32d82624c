//! A signed document: read, not judged. How it is judged is in `verify`.

use crate::ber::Der;
use crate::cms::{CertificateChoice, RevocationInfo, SignedData, SignerInfo};
use crate::error::Error;
use crate::oid::Oid;

/// A CMS `SignedData` that has been read to its end.
///
/// Nothing about it is judged: what a method with `untrusted` in its name gives may be anybody's.
pub struct SignedDocument<'a> {
    der: &'a Der<'a>,
    data: SignedData<'a>,
}

impl<'a> SignedDocument<'a> {
    /// Reads the document. Offsets in errors count in the octets as they were sent.
    pub fn parse(der: &'a Der<'_>) -> Result<Self, Error> {
        let data =
            SignedData::read(der).map_err(|error| error.at(der.source_offset(error.offset())))?;
        Ok(Self { der, data })
    }

    /// The octets that it is read from.
    pub fn der(&self) -> &'a Der<'a> {
        self.der
    }

    pub(crate) fn data(&self) -> &SignedData<'a> {
        &self.data
    }

    /// eContentType.
    pub fn content_type(&self) -> Oid<'a> {
        self.data.content_type
    }

    /// The embedded content, whoever wrote it.
    pub fn untrusted_content(&self) -> Option<&'a [u8]> {
        self.data.content
    }

    /// The members of `certificates`, in the document's order. None of them is trusted for being
    /// here.
    pub fn certificates(&self) -> &[CertificateChoice<'a>] {
        &self.data.certificates
    }

    /// The signers, in the document's order.
    pub fn signers(&self) -> &[SignerInfo<'a>] {
        &self.data.signers
    }

    /// How many CRLs the document brings, and how many members of `crls` that are none. Neither is
    /// used yet.
    pub fn revocation_infos(&self) -> (usize, usize) {
        self.data
            .revocation_infos()
            .fold((0, 0), |(crls, others), info| match info {
                RevocationInfo::Crl => (crls + 1, others),
                RevocationInfo::Other => (crls, others + 1),
            })
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
