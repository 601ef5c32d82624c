//! The readings of both readers, compared.

use super::elements::signed_data;
use super::facts::Facts;
use super::reading::{Difference, Field, Member, differences};
use super::reason::Reason;
use super::{ours, theirs};
use der::Decode as _;
use injang_core::{Certificate, CertificateList, Der, Error, ErrorKind, SignedDocument};
use std::collections::BTreeSet;

/// The result of a comparison.
#[derive(Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Both read it, and read the same.
    Alike,
    /// Both read it and differ, for these known reasons.
    Differ(BTreeSet<Reason>),
    /// Only Injang reads it.
    OnlyInjang(Reason),
    /// Only the second reader reads it.
    OnlySecond(Reason),
    /// Neither reads it.
    Neither,
    /// They disagree for no known reason: these fields, or the error of one. It holds no octets of
    /// the input.
    Unexplained(Unexplained),
}

/// A disagreement without a reason.
#[derive(Debug, PartialEq, Eq)]
pub enum Unexplained {
    /// Both read it, and these fields differ.
    Fields(BTreeSet<Field>),
    /// Only Injang reads it; the other's error.
    OnlyInjang(String),
    /// Only the second reader reads it; Injang's error.
    OnlySecond(String),
}

/// Compares a document. Injang reads attribute sets, extensions and CRLs when they are asked for,
/// `cms` reads them at once: who refuses one of them refuses the document here.
///
/// 1. Read it with both.
/// 2. Where both read it, compare every field.
/// 3. Where only Injang does, find the reason, and compare the content by itself.
/// 4. Where only `cms` does, find the reason in Injang's error.
pub fn document(der: &Der<'_>) -> Comparison {
    let second = theirs::read(der.octets());
    let serials = second
        .as_ref()
        .map_or(Vec::new(), theirs::serials_of_document);
    let second = second.and_then(|read| theirs::document(&read));
    let document = SignedDocument::parse(der);
    let first = document
        .as_ref()
        .map_err(|error| *error)
        .and_then(|read| ours::document(read, &serials));
    let facts = document.as_ref().map(Facts::of_document);
    let facts = facts.unwrap_or_default();
    match (first, second) {
        (Ok(first), Ok(second)) => fields(&first.differences(second), &facts),
        (Ok(first), Err(error)) => {
            // INVARIANT: whatever keeps `cms` from reading the rest, it reads no other content.
            let content = theirs::content(signed_data(der.octets())[2]);
            let found = content.map_or(Vec::new(), |second| differences(first.content, second));
            if found.is_empty() {
                only_injang(&facts, error)
            } else {
                fields(&found, &facts)
            }
        }
        (Err(error), Ok(_)) => only_second(error),
        (Err(_), Err(_)) => Comparison::Neither,
    }
}

/// The content that `cms` reads where Injang's pass over BER has not been, if it reads the document.
pub fn content_as_sent(octets: &[u8]) -> Option<Vec<u8>> {
    let read = theirs::read(octets).ok()?;
    let content = read.encap_content_info.econtent?;
    Some(content.value().to_vec())
}

/// Compares a certificate.
pub fn certificate(octets: &[u8]) -> Comparison {
    let certificate = Certificate::from_der(octets);
    let facts = certificate.as_ref().map(Facts::of_certificate);
    let first = certificate.and_then(|read| ours::certificate(&read));
    let second = x509_cert::Certificate::from_der(octets);
    let second = second.and_then(|read| theirs::certificate(&read));
    members(first, second, &facts.unwrap_or_default())
}

/// Compares a CRL.
pub fn crl(octets: &[u8]) -> Comparison {
    let second = x509_cert::crl::CertificateList::from_der(octets);
    let serials = second.as_ref().map_or(Vec::new(), theirs::serials);
    let second = second.and_then(|read| theirs::crl(&read, &serials));
    let crl = CertificateList::from_der(octets);
    let facts = crl.as_ref().map(Facts::of_crl).unwrap_or_default();
    let first = crl.map(|read| ours::crl(&read, &serials));
    members(first, second, &facts)
}

fn members(first: Result<Member, Error>, second: der::Result<Member>, facts: &Facts) -> Comparison {
    match (first, second) {
        (Ok(first), Ok(second)) => fields(&differences(first, second), facts),
        (Ok(_), Err(error)) => only_injang(facts, error),
        (Err(error), Ok(_)) => only_second(error),
        (Err(_), Err(_)) => Comparison::Neither,
    }
}

/// Why these fields differ.
///
/// INVARIANT: there is no reason for a content or a content type, a signature, a key, an attribute,
/// an extension or a date.
fn fields(found: &[Difference], facts: &Facts) -> Comparison {
    let mut reasons = BTreeSet::new();
    let mut unexplained = BTreeSet::new();
    let mut refused = None;
    for difference in found {
        if difference.field == Field::Members && facts.refused().is_some() {
            refused = facts.refused();
            continue;
        }
        match explanation(difference, facts) {
            Some(reason) => _ = reasons.insert(reason),
            None => _ = unexplained.insert(difference.field),
        }
    }
    if !unexplained.is_empty() {
        Comparison::Unexplained(Unexplained::Fields(unexplained))
    } else if let Some(error) = refused {
        // As if the certificate stood by itself.
        only_second(error)
    } else if reasons.is_empty() {
        Comparison::Alike
    } else {
        Comparison::Differ(reasons)
    }
}

fn explanation(difference: &Difference, facts: &Facts) -> Option<Reason> {
    match (difference.field, &difference.ours, &difference.theirs) {
        // The fields are compared by themselves, so what is left is how they are written.
        (Field::Certificate | Field::Crl, Some(_), Some(_)) => Some(Reason::Reencoded),
        (Field::Name, Some(ours), Some(theirs)) => {
            let is_sorted = theirs::name(ours).is_ok_and(|name| name == *theirs);
            (is_sorted && ours.len() == theirs.len()).then_some(Reason::NameSorted)
        }
        (Field::Members, _, _) => facts.unread_member(),
        _ => None,
    }
}

fn only_injang(facts: &Facts, error: der::Error) -> Comparison {
    facts.reason(error).map_or_else(
        || Comparison::Unexplained(Unexplained::OnlyInjang(error.to_string())),
        Comparison::OnlyInjang,
    )
}

fn only_second(error: Error) -> Comparison {
    let reason = match (error.kind(), error.structure()) {
        (ErrorKind::Entries | ErrorKind::Depth | ErrorKind::Elements, _) => Some(Reason::Limit),
        (ErrorKind::ContentNotOctets, _) => Some(Reason::ContentNotOctets),
        (ErrorKind::Choice, "CRLReason") => Some(Reason::UnknownCrlReason),
        (ErrorKind::BitString, _) => Some(Reason::SignatureNotOctets),
        _ => None,
    };
    reason.map_or_else(
        || Comparison::Unexplained(Unexplained::OnlySecond(error.to_string())),
        Comparison::OnlySecond,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(field: Field, ours: &[u8], theirs: &[u8]) -> Comparison {
        let ours = vec![(field, ours.to_vec())];
        let theirs = vec![(field, theirs.to_vec())];
        fields(&differences(ours, theirs), &Facts::default())
    }

    #[test]
    fn no_reason_is_about_what_decides() {
        for field in [
            Field::ContentType,
            Field::Content,
            Field::Members,
            Field::Entries,
            Field::Serial,
            Field::Version,
            Field::SignatureAlgorithm,
            Field::DigestAlgorithm,
            Field::Signature,
            Field::Name,
            Field::Date,
            Field::PublicKey,
            Field::Extension,
            Field::KeyIdentifier,
            Field::SignedAttribute,
            Field::SignedAttributes,
            Field::UnsignedAttribute,
            Field::OtherFormat,
        ] {
            assert_eq!(compared(field, b"a", b"a"), Comparison::Alike);
            let expected = Unexplained::Fields([field].into());
            assert_eq!(
                compared(field, b"a", b"b"),
                Comparison::Unexplained(expected),
                "{field:?}"
            );
        }
    }

    #[test]
    fn a_field_that_one_lacks_is_a_difference() {
        let content = vec![(Field::Content, b"a".to_vec())];
        for (ours, theirs) in [(content.clone(), vec![]), (vec![], content)] {
            let found = fields(&differences(ours, theirs), &Facts::default());
            let expected = Unexplained::Fields([Field::Content].into());
            assert_eq!(found, Comparison::Unexplained(expected));
        }
    }
}
