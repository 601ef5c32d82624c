//! Responses of the Online Certificate Status Protocol (RFC 6960), as slices of the octets they
//! came in.

mod basic;
mod form;
mod single;

pub use basic::{BasicOcspResponse, ResponderId};
pub use single::{CertificateStatus, SingleResponse};

use crate::encoding::der::{Element, Reader, tag};
use crate::encoding::error::{Error, ErrorKind};
use crate::encoding::oid;
use crate::encoding::time::Time;
use crate::encoding::tolerance::Tolerances;

/// An OCSP response, read but not judged.
///
/// ```asn1
/// OCSPResponse ::= SEQUENCE {
///   responseStatus OCSPResponseStatus, responseBytes [0] ResponseBytes OPTIONAL }
/// OCSPResponseStatus ::= ENUMERATED { successful (0), malformedRequest (1), internalError (2),
///   tryLater (3), sigRequired (5), unauthorized (6) }
/// ResponseBytes ::= SEQUENCE { responseType OBJECT IDENTIFIER, response OCTET STRING }
/// ```
/// RFC 6960 4.2.1, with explicit tags
pub struct OcspResponse<'a> {
    octets: &'a [u8],
    status: u8,
    basic: Option<BasicOcspResponse<'a>>,
}

impl<'a> OcspResponse<'a> {
    /// Whether these octets begin as a response does and a CRL or certificate does not: with an
    /// ENUMERATED in the SEQUENCE.
    pub(crate) fn is_one(octets: &[u8]) -> bool {
        let mut fields = Reader::new(octets, 0, "OCSPResponse");
        let inside = fields.element(tag::SEQUENCE);
        inside.is_ok_and(|it| it.value().first() == Some(&tag::ENUMERATED))
    }

    /// Reads one response in DER. An error if it is no response, or if octets follow it.
    pub fn from_der(octets: &'a [u8]) -> Result<Self, Error> {
        let structure = "OCSPResponse";
        if octets.is_empty() {
            return Err(Error::new(ErrorKind::Empty, 0, structure));
        }
        let mut reader = Reader::new(octets, 0, structure);
        let mut fields = reader.element(tag::SEQUENCE)?.reader(structure);
        reader.finish()?;
        let status = status(&fields.element(tag::ENUMERATED)?)?;
        let explicit = fields.optional(tag::context(0))?;
        fields.finish()?;
        let mut basic = None;
        if let Some(explicit) = explicit {
            let mut inside = explicit.reader("ResponseBytes");
            let mut fields = inside.element(tag::SEQUENCE)?.reader("ResponseBytes");
            inside.finish()?;
            let kind = fields.element(tag::OID)?.oid()?;
            let response = fields.element(tag::OCTET_STRING)?;
            fields.finish()?;
            if status == 0 && kind == oid::ID_PKIX_OCSP_BASIC {
                let mut reader = response.reader("BasicOCSPResponse");
                basic = Some(BasicOcspResponse::read(&mut reader)?);
                reader.finish()?;
            }
        }
        Ok(Self {
            octets,
            status,
            basic,
        })
    }

    /// The octets as they came.
    pub fn octets(&self) -> &'a [u8] {
        self.octets
    }

    /// The number of the `OCSPResponseStatus`: 0 (successful) if the responder answers.
    pub fn status(&self) -> u8 {
        self.status
    }

    /// The tolerances that reading it took: who relies on the response says so in findings.
    pub(crate) fn tolerances(&self) -> Tolerances {
        self.basic
            .as_ref()
            .map_or(Tolerances::default(), BasicOcspResponse::tolerances)
    }

    /// The answer, if there is one and it is of the type id-pkix-ocsp-basic.
    pub fn basic(&self) -> Option<&BasicOcspResponse<'a>> {
        self.basic.as_ref()
    }
}

fn status(element: &Element<'_>) -> Result<u8, Error> {
    let structure = "OCSPResponseStatus";
    let [status @ (0..=3 | 5 | 6)] = *element.value() else {
        return Err(Error::new(ErrorKind::Choice, element.offset(), structure));
    };
    Ok(status)
}

/// The next element, a GeneralizedTime without a fraction of a second: RFC 6960 4.2.2.1 takes the
/// form from RFC 5280 4.1.2.5.2.
fn time(reader: &mut Reader<'_>) -> Result<Time, Error> {
    Time::from_element(&reader.element(tag::GENERALIZED_TIME)?)
}

impl core::fmt::Debug for OcspResponse<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("OcspResponse")
            .field("length", &self.octets.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
