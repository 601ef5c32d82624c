//! Which structure of ASN.1 octets are, by their first fields.
//!
//! Nothing here decides how an input is read: what is no `ContentInfo` is named, so that its owner
//! can be told.

use crate::encoding::der::{Element, Header, Reader, tag};
use crate::encoding::error::OtherFormat;

/// Whether octets begin as a `ContentInfo` does, in BER or DER: an OBJECT IDENTIFIER and `[0]` in a
/// SEQUENCE.
pub(crate) fn is_content_info(octets: &[u8]) -> bool {
    let inside = |at| Header::read(octets, at).map(|header| header.content).ok();
    let tag_at = |at: usize| octets.get(at).copied();
    let Some(content_type) = inside(0).filter(|_| tag_at(0) == Some(tag::SEQUENCE)) else {
        return false;
    };
    let mut rest = Reader::new(&octets[content_type..], 0, "ContentInfo");
    rest.element(tag::OID).is_ok() && rest.peek() == Some(tag::context(0))
}

/// The kind of structure in DER that is no `ContentInfo`, by its first fields. A structure that is
/// malformed farther behind has its kind all the same.
pub(crate) fn of_der(octets: &[u8]) -> Option<OtherFormat> {
    let outer = Reader::new(octets, 0, "document")
        .element(tag::SEQUENCE)
        .ok()?;
    let [first, second, third, fourth] = fields(&outer);
    let first = first?;
    let tags = [second, third, fourth].map(|field| field.map_or(0, |it| it.tag()));
    let begins_with_oid =
        |field: Option<Element<'_>>| field.and_then(|it| inside(&it)) == Some(tag::OID);
    Some(match (first.tag(), tags) {
        // OCSPResponse ::= SEQUENCE { responseStatus ENUMERATED, … } (RFC 6960 4.2.1)
        (tag::ENUMERATED, _) => OtherFormat::OcspResponse,
        // PFX ::= SEQUENCE { version INTEGER {v3(3)}, authSafe ContentInfo, … } (RFC 7292 4)
        (tag::INTEGER, [tag::SEQUENCE, ..]) if first.value() == [3] => OtherFormat::Pfx,
        // SignedData ::= SEQUENCE { version, digestAlgorithms SET, encapContentInfo SEQUENCE, … }
        // (RFC 5652 5.1)
        (tag::INTEGER, [tag::SET, tag::SEQUENCE, _]) if begins_with_oid(third) => {
            OtherFormat::BareSignedData
        }
        // TimeStampReq ::= SEQUENCE { version INTEGER { v1(1) }, messageImprint SEQUENCE { algorithm,
        // OCTET STRING }, … } (RFC 3161 2.4.1)
        (tag::INTEGER, [tag::SEQUENCE, ..])
            if first.value() == [1] && second.and_then(|it| inside(&it)) == Some(tag::SEQUENCE) =>
        {
            OtherFormat::TimestampRequest
        }
        // PrivateKeyInfo ::= SEQUENCE { version, algorithm, privateKey OCTET STRING, … } (RFC 5958 2)
        (tag::INTEGER, [tag::SEQUENCE, tag::OCTET_STRING, _]) if begins_with_oid(second) => {
            OtherFormat::PrivateKey
        }
        // ECPrivateKey ::= SEQUENCE { version, privateKey OCTET STRING, … } (RFC 5915 3), and
        // RSAPrivateKey: numbers (RFC 8017 A.1.2)
        (tag::INTEGER, [tag::OCTET_STRING, ..] | [tag::INTEGER, tag::INTEGER, tag::INTEGER]) => {
            OtherFormat::PrivateKey
        }
        // RSAPublicKey: two numbers (RFC 8017 A.1.1)
        (tag::INTEGER, [tag::INTEGER, 0, 0]) => OtherFormat::PublicKey,
        // EncryptedPrivateKeyInfo ::= SEQUENCE { algorithm, OCTET STRING } (RFC 5958 3)
        (tag::SEQUENCE, [tag::OCTET_STRING, 0, 0]) if begins_with_oid(Some(first)) => {
            OtherFormat::PrivateKey
        }
        // SubjectPublicKeyInfo ::= SEQUENCE { algorithm, BIT STRING } (RFC 5280 4.1)
        (tag::SEQUENCE, [tag::BIT_STRING, 0, 0]) if begins_with_oid(Some(first)) => {
            OtherFormat::PublicKey
        }
        // SIGNED{}: what is signed, algorithm, signature.
        (tag::SEQUENCE, [tag::SEQUENCE, tag::BIT_STRING, 0]) => return of_signed(&first),
        // TimeStampResp ::= SEQUENCE { status SEQUENCE { INTEGER, … }, timeStampToken OPTIONAL }
        // (RFC 3161 2.4.2)
        (tag::SEQUENCE, [0 | tag::SEQUENCE, 0, 0]) if inside(&first) == Some(tag::INTEGER) => {
            OtherFormat::TimestampResponse
        }
        // OCSPRequest ::= SEQUENCE { tbsRequest, optionalSignature [0] OPTIONAL } (RFC 6960 4.1.1)
        (tag::SEQUENCE, [0, 0, 0]) if is_request_list(&first) => OtherFormat::OcspRequest,
        (tag::SEQUENCE, [signature, 0, 0])
            if signature == tag::context(0) && is_request_list(&first) =>
        {
            OtherFormat::OcspRequest
        }
        _ => return None,
    })
}

/// Whether it is the body of an OCSP request, in which a `CertID` begins with an algorithm.
///
/// ```asn1
/// TBSRequest ::= SEQUENCE {
///   version [0] Version DEFAULT v1, requestorName [1] GeneralName OPTIONAL,
///   requestList SEQUENCE OF Request, requestExtensions [2] Extensions OPTIONAL }
/// Request ::= SEQUENCE { reqCert CertID, … }
/// ```
/// RFC 6960 4.1.1
fn is_request_list(body: &Element<'_>) -> bool {
    let first_of = |element: Element<'_>| inside(&element) == Some(tag::SEQUENCE);
    let mut reader = body.reader("document");
    let _ = reader.optional(tag::context(0));
    let _ = reader.optional(tag::context(1));
    let Ok(list) = reader.element(tag::SEQUENCE) else {
        return false;
    };
    let request = list.reader("document").element(tag::SEQUENCE);
    let id = request.and_then(|it| it.reader("document").element(tag::SEQUENCE));
    id.is_ok_and(first_of)
}

/// The kind of what is signed in a `SIGNED{}`.
fn of_signed(body: &Element<'_>) -> Option<OtherFormat> {
    let mut reader = body.reader("document");
    // version [0] and serialNumber of a certificate, of which old ones have the latter alone;
    // version of the others, which a CRL may lack.
    let has_explicit_version = reader.optional(tag::context(0)).ok()?.is_some();
    let has_number = reader.optional(tag::INTEGER).ok()?.is_some();
    let tags: [u8; 4] = core::array::from_fn(|_| reader.any().map_or(0, |field| field.tag()));
    let is_time = |tag: u8| matches!(tag, tag::UTC_TIME | tag::GENERALIZED_TIME);
    Some(match (has_number && !has_explicit_version, tags) {
        // signature, issuer, thisUpdate (RFC 5280 5.1)
        (_, [tag::SEQUENCE, tag::SEQUENCE, time, _]) if is_time(time) => OtherFormat::Crl,
        // signature, issuer, validity, subject (RFC 5280 4.1)
        (_, [tag::SEQUENCE, tag::SEQUENCE, tag::SEQUENCE, tag::SEQUENCE]) => {
            OtherFormat::Certificate
        }
        // subject, subjectPKInfo, attributes [0] (RFC 2986 4.1)
        (true, [tag::SEQUENCE, tag::SEQUENCE, attributes, 0])
            if attributes == 0 || attributes == tag::context(0) =>
        {
            OtherFormat::CertificateRequest
        }
        _ => return None,
    })
}

/// The first fields of a structure.
fn fields<'a>(structure: &Element<'a>) -> [Option<Element<'a>>; 4] {
    let mut reader = structure.reader("document");
    core::array::from_fn(|_| reader.any().ok())
}

/// The tag of the first field in a structure.
fn inside(structure: &Element<'_>) -> Option<u8> {
    structure.reader("document").peek()
}
