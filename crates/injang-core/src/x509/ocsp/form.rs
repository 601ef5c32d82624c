//! The form of the extensions of OCSP responses that nothing else reads (RFC 6960 4.4).

use crate::encoding::der::{Element, is_text, tag};
use crate::encoding::error::{Error, ErrorKind};
use crate::encoding::oid::{self, Oid};
use crate::encoding::time::Time;
use crate::x509::{Extension, Extensions, GeneralName, read_reason};
use alloc::vec::Vec;

/// The first critical extension in an explicitly tagged list that is not one of these. All are
/// read.
pub(super) fn unprocessed<'a>(
    explicit: Option<Element<'a>>,
    known: &[Oid<'_>],
    strict: &mut bool,
) -> Result<Option<Oid<'a>>, Error> {
    let extensions = Extensions::explicit(explicit)?;
    // Extensions ::= SEQUENCE SIZE (1..MAX) OF Extension
    *strict &= explicit.is_none() || !extensions.is_empty();
    let mut first = None;
    let mut seen = Vec::new();
    for extension in extensions {
        let extension = extension?;
        *strict &= extension.has_strict_criticality() && is_strict(&extension);
        seen.push(extension.oid());
        if extension.is_critical() && !known.contains(&extension.oid()) {
            first = first.or(Some(extension.oid()));
        }
    }
    // RFC 5280 4.2, whose Extensions these are: not more than one instance of an extension.
    seen.sort_unstable();
    *strict &= seen.windows(2).all(|pair| pair[0] != pair[1]);
    Ok(first)
}

/// Whether an extension of a response, or of one answer in it, is of its type. What is not known is
/// taken as it is.
pub(super) fn is_strict(extension: &Extension<'_>) -> bool {
    let read = match extension.oid() {
        oid::ID_PKIX_OCSP_NONCE => nonce(extension),
        oid::ID_PKIX_OCSP_CRL => crl_reference(extension),
        oid::ID_PKIX_OCSP_ARCHIVE_CUTOFF => archive_cutoff(extension),
        oid::ID_PKIX_OCSP_EXTENDED_REVOKE => return extension.value() == [tag::NULL, 0],
        // 4.4.5: the extensions of CRL entries, which RFC 5280 5.3 says when to make critical.
        oid::REASON_CODE => reason(extension),
        oid::INVALIDITY_DATE => return !extension.is_critical(),
        oid::CERTIFICATE_ISSUER => {
            let names = extension.general_names();
            return names.is_ok_and(|names| names.iter().all(GeneralName::is_strict_der));
        }
        _ => return true,
    };
    read.is_ok()
}

/// ```asn1
/// Nonce ::= OCTET STRING
/// ```
/// RFC 6960 4.4.1
fn nonce(extension: &Extension<'_>) -> Result<(), Error> {
    let mut inside = extension.reader("Nonce");
    inside.element(tag::OCTET_STRING)?;
    inside.finish()
}

/// ```asn1
/// CrlID ::= SEQUENCE {
///   crlUrl [0] EXPLICIT IA5String OPTIONAL, crlNum [1] EXPLICIT INTEGER OPTIONAL,
///   crlTime [2] EXPLICIT GeneralizedTime OPTIONAL }
/// ```
/// RFC 6960 4.4.2
fn crl_reference(extension: &Extension<'_>) -> Result<(), Error> {
    let mut fields = extension.sequence("CrlID")?;
    for (number, kind) in [
        (0, tag::IA5_STRING),
        (1, tag::INTEGER),
        (2, tag::GENERALIZED_TIME),
    ] {
        let Some(explicit) = fields.optional(tag::context(number))? else {
            continue;
        };
        let mut inside = explicit.reader("CrlID");
        let value = inside.element(kind)?;
        inside.finish()?;
        match kind {
            tag::INTEGER => value.integer().map(|_| ())?,
            tag::GENERALIZED_TIME => Time::from_element(&value).map(|_| ())?,
            _ if is_text(kind, value.value()) == Some(true) => {}
            _ => return Err(Error::new(ErrorKind::TextAlphabet, value.offset(), "CrlID")),
        }
    }
    fields.finish()
}

/// ```asn1
/// ArchiveCutoff ::= GeneralizedTime
/// ```
/// RFC 6960 4.4.4
fn archive_cutoff(extension: &Extension<'_>) -> Result<(), Error> {
    let mut inside = extension.reader("ArchiveCutoff");
    Time::from_element(&inside.element(tag::GENERALIZED_TIME)?)?;
    inside.finish()
}

/// reasonCode (RFC 5280 5.3.1).
fn reason(extension: &Extension<'_>) -> Result<(), Error> {
    let mut inside = extension.reader("CRLReason");
    read_reason(&mut inside)?;
    inside.finish()
}
