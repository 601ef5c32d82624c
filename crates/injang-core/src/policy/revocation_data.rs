//! CRLs and OCSP responses, read once and looked up often.

use crate::algorithm::SignatureAlgorithm;
use crate::crypto::fingerprint::{self, sha256};
use crate::crypto::{CryptoBackend, Digest};
use crate::encoding::error::Error;
use crate::encoding::tolerance::Tolerances;
use crate::x509::ocsp::{OcspResponse, SingleResponse};
use crate::x509::{CertificateList, CrlPoint, NameKey, NameMap};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

/// Revocation data: any number of CRLs and OCSP responses, in DER, as octets that the caller
/// keeps. Reading a CRL indexes its entries, so that looking a certificate up costs the same
/// however long it is. Nothing is judged before a certificate is: what is here may be anybody's.
///
/// Made once, shared by any number of policies and threads.
#[derive(Default)]
pub struct RevocationData<'a> {
    items: Vec<RevocationItem<'a>>,
    prepared: Vec<PreparedItem>,
    /// SHA-256 of each piece.
    known: BTreeSet<[u8; 32]>,
    /// CRLs by their issuer's name.
    crls: NameMap,
    /// CRLs by the names that entries of theirs state as certificateIssuer, each once under each.
    certificate_issuers: NameMap,
    /// OCSP responses about no certificate.
    nameless: Vec<usize>,
    /// Whether a response is no error message.
    has_answers: bool,
    /// Single responses by serial number: item, and place in it.
    responses: BTreeMap<&'a [u8], Vec<(usize, usize)>>,
}

/// One piece of revocation data.
#[derive(Debug)]
#[non_exhaustive]
pub enum RevocationItem<'a> {
    /// A CRL, complete or delta.
    Crl(CertificateList<'a>),
    /// An OCSP response.
    Ocsp(OcspResponse<'a>),
}

/// What is found out about a piece once.
struct PreparedItem {
    /// Its place in the list that it came from.
    place: usize,
    sha256: Option<Digest>,
    /// The digest of what is signed, in the algorithm of the signature.
    signed: Option<Digest>,
    /// The names of a CRL, in the form in which they are compared.
    point: Option<CrlPoint>,
}

impl<'a> RevocationData<'a> {
    /// No revocation data.
    pub const fn new() -> Self {
        Self {
            items: Vec::new(),
            prepared: Vec::new(),
            known: BTreeSet::new(),
            crls: NameMap::new(),
            certificate_issuers: NameMap::new(),
            nameless: Vec::new(),
            has_answers: false,
            responses: BTreeMap::new(),
        }
    }

    /// Adds a CRL (RFC 5280 5), told apart by its form, or an OCSP response (RFC 6960 4.2.1). One
    /// that is there already is not added again.
    pub fn add(&mut self, octets: &'a [u8], crypto: &dyn CryptoBackend) -> Result<(), Error> {
        self.add_at(octets, crypto, self.items.len())
    }

    /// The same with the place in the list that it comes from.
    pub(crate) fn add_at(
        &mut self,
        octets: &'a [u8],
        crypto: &dyn CryptoBackend,
        place: usize,
    ) -> Result<(), Error> {
        let item = RevocationItem::from_der(octets)?;
        let sha256 = sha256(crypto, octets);
        if let Some(digest) = sha256.as_ref().and_then(fingerprint::array)
            && !self.known.insert(digest)
        {
            return Ok(());
        }
        let index = self.items.len();
        let mut point = None;
        let signed = match &item {
            RevocationItem::Crl(crl) => {
                self.crls.insert(&crl.issuer(), index);
                for name in crl.certificate_issuers() {
                    self.certificate_issuers.insert_once(&name, index);
                }
                point = Some(CrlPoint::of(crl));
                let digest = crl.signature_algorithm().signature(None);
                digest.and_then(SignatureAlgorithm::digest)
            }
            RevocationItem::Ocsp(response) => {
                self.has_answers |= response.basic().is_some();
                let singles = response.basic().map_or(&[][..], |basic| basic.responses());
                if singles.is_empty() {
                    self.nameless.push(index);
                }
                for (single, it) in singles.iter().enumerate() {
                    self.responses
                        .entry(it.serial())
                        .or_default()
                        .push((index, single));
                }
                // Short, so that whoever verifies it takes the digest.
                None
            }
        };
        self.prepared.push(PreparedItem {
            place,
            sha256,
            signed: signed.and_then(|algorithm| crypto.digest(algorithm, &[item.tbs_octets()])),
            point,
        });
        self.items.push(item);
        Ok(())
    }

    /// Every piece, in the order in which it was added.
    pub fn items(&self) -> &[RevocationItem<'a>] {
        &self.items
    }

    /// The indices of the CRLs of the issuer of this name.
    pub(crate) fn crls_of(&self, issuer: &NameKey<'_>) -> &[usize] {
        self.crls.find(issuer)
    }

    /// The indices of the CRLs with entries of this certificateIssuer, whoever issued them.
    pub(crate) fn crls_listing(&self, issuer: &NameKey<'_>) -> &[usize] {
        self.certificate_issuers.find(issuer)
    }

    /// The indices of the OCSP responses that are about no certificate.
    pub(crate) fn nameless(&self) -> &[usize] {
        &self.nameless
    }

    /// Whether there is an OCSP response that is no error message.
    pub(crate) fn has_answers(&self) -> bool {
        self.has_answers
    }

    /// A CRL with its names in the form in which they are compared.
    pub(crate) fn crl_point(&self, index: usize) -> Option<(&CertificateList<'a>, &CrlPoint)> {
        self.crl(index)
            .zip(self.prepared.get(index)?.point.as_ref())
    }

    /// The single responses about this serial number, of any issuer: item, and place in it.
    pub(crate) fn responses_about(
        &self,
        serial: &[u8],
    ) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.responses.get(serial).into_iter().flatten().copied()
    }

    pub(crate) fn crl(&self, index: usize) -> Option<&CertificateList<'a>> {
        match self.items.get(index)? {
            RevocationItem::Crl(crl) => Some(crl),
            RevocationItem::Ocsp(_) => None,
        }
    }

    pub(crate) fn response(&self, index: usize) -> Option<&OcspResponse<'a>> {
        match self.items.get(index)? {
            RevocationItem::Ocsp(response) => Some(response),
            RevocationItem::Crl(_) => None,
        }
    }

    pub(crate) fn single(&self, (index, single): (usize, usize)) -> Option<&SingleResponse<'a>> {
        self.response(index)?.basic()?.responses().get(single)
    }

    pub(crate) fn sha256(&self, index: usize) -> Option<&Digest> {
        self.prepared.get(index)?.sha256.as_ref()
    }

    pub(crate) fn signed_digest(&self, index: usize) -> Option<Digest> {
        self.prepared.get(index)?.signed
    }

    /// Its place in the list that it came from.
    pub(crate) fn place(&self, index: usize) -> usize {
        self.prepared
            .get(index)
            .map_or(index, |prepared| prepared.place)
    }
}

impl<'a> RevocationItem<'a> {
    /// Reads a CRL or an OCSP response in DER, told apart by the first field: an OCSP response has
    /// an ENUMERATED there (RFC 6960 4.2.1).
    pub fn from_der(octets: &'a [u8]) -> Result<Self, Error> {
        if OcspResponse::is_one(octets) {
            OcspResponse::from_der(octets).map(Self::Ocsp)
        } else {
            CertificateList::from_der(octets).map(Self::Crl)
        }
    }

    /// The tolerances that reading it took.
    pub(crate) fn tolerances(&self) -> Tolerances {
        match self {
            Self::Crl(crl) => crl.tolerances(),
            Self::Ocsp(response) => response.tolerances(),
        }
    }

    /// The octets of the CRL or the OCSP response, as the caller gave them.
    pub fn octets(&self) -> &'a [u8] {
        match self {
            Self::Crl(crl) => crl.octets(),
            Self::Ocsp(response) => response.octets(),
        }
    }

    fn tbs_octets(&self) -> &'a [u8] {
        match self {
            Self::Crl(crl) => crl.tbs_octets(),
            Self::Ocsp(response) => response.basic().map_or(&[], |basic| basic.tbs_octets()),
        }
    }
}

impl core::fmt::Debug for RevocationData<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("RevocationData")
            .field("items", &self.items.len())
            .finish_non_exhaustive()
    }
}
