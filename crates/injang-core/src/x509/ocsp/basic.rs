//! `BasicOCSPResponse` and `ResponseData`.

use super::form::unprocessed;
use super::single::SingleResponse;
use super::time;
use crate::algorithm::AlgorithmIdentifier;
use crate::encoding::der::{Element, Reader, tag};
use crate::encoding::error::{Error, ErrorKind};
use crate::encoding::oid::{self, Oid};
use crate::encoding::time::Time;
use crate::encoding::tolerance::{Tolerance, Tolerances};
use crate::x509::signed::SignedStructure;
use crate::x509::{Certificate, Name};
use alloc::vec::Vec;

/// The signed answer of a responder.
///
/// ```asn1
/// BasicOCSPResponse ::= SEQUENCE {
///   tbsResponseData ResponseData, signatureAlgorithm AlgorithmIdentifier,
///   signature BIT STRING, certs [0] SEQUENCE OF Certificate OPTIONAL }
/// ResponseData ::= SEQUENCE {
///   version [0] Version DEFAULT v1, responderID ResponderID, producedAt GeneralizedTime,
///   responses SEQUENCE OF SingleResponse, responseExtensions [1] Extensions OPTIONAL }
/// ```
/// RFC 6960 4.2.1
pub struct BasicOcspResponse<'a> {
    signed: SignedStructure<'a>,
    responder: ResponderId<'a>,
    produced_at: Time,
    responses: Vec<SingleResponse<'a>>,
    unprocessed: Option<Oid<'a>>,
    algorithm: AlgorithmIdentifier<'a>,
    certificates: Vec<Certificate<'a>>,
    tolerances: Tolerances,
}

/// ```asn1
/// ResponderID ::= CHOICE { byName [1] Name, byKey [2] KeyHash }
/// ```
/// RFC 6960 4.2.1
#[derive(Clone, Copy)]
pub enum ResponderId<'a> {
    /// The subject of the responder's certificate.
    Name(Name<'a>),
    /// SHA-1 of the responder's public key: of the BIT STRING's octets without the number of
    /// unused bits.
    Key(&'a [u8]),
}

impl<'a> BasicOcspResponse<'a> {
    pub(super) fn read(reader: &mut Reader<'a>) -> Result<Self, Error> {
        let element = reader.element(tag::SEQUENCE)?;
        let (signed, mut outer) = SignedStructure::read(&element, "BasicOCSPResponse")?;
        let mut is_strict = true;
        let certificates = match outer.rest.optional(tag::context(0))? {
            Some(explicit) => read_certificates(&explicit, &mut is_strict)?,
            None => Vec::new(),
        };
        outer.rest.finish()?;

        let mut fields = outer.tbs.reader("ResponseData");
        if let Some(explicit) = fields.optional(tag::context(0))? {
            check_version(&explicit)?;
            // X.690 11.5: version 1 is the default, which DER leaves out.
            is_strict = false;
        }
        let responder = ResponderId::read(&mut fields)?;
        is_strict &= match responder {
            ResponderId::Name(name) => name.is_strict_der(),
            ResponderId::Key(_) => true,
        };
        let produced_at = time(&mut fields)?;
        let mut list = fields.element(tag::SEQUENCE)?.reader("responses");
        let extensions = fields.optional(tag::context(1))?;
        let known = [oid::ID_PKIX_OCSP_NONCE];
        let unprocessed = unprocessed(extensions, &known, &mut is_strict)?;
        fields.finish()?;
        let mut responses = Vec::new();
        while !list.is_empty() {
            responses.push(SingleResponse::read(&mut list, &mut is_strict)?);
        }
        let mut tolerances = outer.algorithm.tolerances();
        tolerances.note(!is_strict, Tolerance::Ocsp);
        Ok(Self {
            signed,
            responder,
            produced_at,
            responses,
            unprocessed,
            tolerances,
            algorithm: outer.algorithm,
            certificates,
        })
    }

    /// The octets that the responder's signature covers.
    pub fn tbs_octets(&self) -> &'a [u8] {
        self.signed.tbs
    }

    /// How the response names the responder.
    pub fn responder(&self) -> ResponderId<'a> {
        self.responder
    }

    /// producedAt: when the response was signed.
    pub fn produced_at(&self) -> Time {
        self.produced_at
    }

    /// The answers, one for each certificate: those that were asked for and others.
    pub fn responses(&self) -> &[SingleResponse<'a>] {
        &self.responses
    }

    /// The first critical extension that is not known: any but the nonce.
    pub fn unprocessed(&self) -> Option<Oid<'a>> {
        self.unprocessed
    }

    /// The algorithm of the responder's signature. It stands outside of the signed octets alone.
    pub fn signature_algorithm(&self) -> AlgorithmIdentifier<'a> {
        self.algorithm
    }

    /// The responder's signature.
    pub fn signature(&self) -> &'a [u8] {
        self.signed.signature
    }

    /// The tolerances that reading it took: who relies on the response says so in findings.
    pub(crate) fn tolerances(&self) -> Tolerances {
        self.tolerances
    }

    /// The certificates that came with the response and can be read.
    pub fn certificates(&self) -> &[Certificate<'a>] {
        &self.certificates
    }
}

impl<'a> ResponderId<'a> {
    fn read(reader: &mut Reader<'a>) -> Result<Self, Error> {
        let choice = reader.any()?;
        let mut inside = choice.reader("ResponderID");
        let id = if choice.tag() == tag::context(1) {
            Self::Name(Name::read(&mut inside)?)
        } else if choice.tag() == tag::context(2) {
            Self::Key(inside.element(tag::OCTET_STRING)?.value())
        } else {
            let structure = "ResponderID";
            return Err(Error::new(ErrorKind::Choice, choice.offset(), structure));
        };
        inside.finish()?;
        Ok(id)
    }
}

/// Version 1 is the only one, and DER leaves it out; written out it changes nothing.
fn check_version(explicit: &Element<'_>) -> Result<(), Error> {
    let mut inside = explicit.reader("Version");
    let version = inside.element(tag::INTEGER)?;
    inside.finish()?;
    match version.small_integer()? {
        0 => Ok(()),
        _ => Err(Error::new(ErrorKind::Choice, version.offset(), "Version")),
    }
}

/// `[0] EXPLICIT SEQUENCE OF Certificate`. One that can't be read proves nothing, and another may
/// be the responder's.
fn read_certificates<'a>(
    explicit: &Element<'a>,
    is_strict: &mut bool,
) -> Result<Vec<Certificate<'a>>, Error> {
    let mut inside = explicit.reader("certs");
    let mut list = inside.element(tag::SEQUENCE)?.reader("certs");
    inside.finish()?;
    let mut certificates = Vec::new();
    while !list.is_empty() {
        let member = list.any()?;
        let mut reader = Reader::new(member.octets(), member.offset(), "certs");
        match Certificate::read(&mut reader) {
            Ok(certificate) => certificates.push(certificate),
            Err(_) => *is_strict = false,
        }
    }
    Ok(certificates)
}

impl core::fmt::Debug for BasicOcspResponse<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("BasicOcspResponse")
            .field("responses", &self.responses.len())
            .finish_non_exhaustive()
    }
}

impl core::fmt::Debug for ResponderId<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Name(name) => write!(f, "ResponderId::{name:?}"),
            Self::Key(octets) => write!(f, "ResponderId::Key({} octets)", octets.len()),
        }
    }
}
