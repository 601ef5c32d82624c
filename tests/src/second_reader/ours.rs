//! What Injang reads.

use super::elements::{content, elements};
use super::reading::{Field, Member, Reading, Value, number, seconds, sorted};
use injang_core::{
    AlgorithmIdentifier, Attribute, Attributes, Certificate, CertificateChoice, CertificateList,
    Error, RevocationInfo, SignedDocument, SignerIdentifier, SignerInfo,
};

/// A whole document; an error of an attribute set or an extension is one of the document here,
/// since the second reader reads everything at once.
pub(super) fn document(read: &SignedDocument<'_>, serials: &[Vec<u8>]) -> Result<Reading, Error> {
    let content_type = (Field::ContentType, read.content_type().content().to_vec());
    let content = read
        .untrusted_content()
        .map(|octets| (Field::Content, octets.to_vec()));
    let mut certificates = Vec::new();
    let mut others = Vec::new();
    for choice in read.certificates() {
        match choice {
            CertificateChoice::Certificate(read) => certificates.push(certificate(read)?),
            CertificateChoice::Unrecognised(it) => {
                others.push(vec![(Field::OtherFormat, it.octets().to_vec())]);
            }
            _ => unreachable!("no other choice is known"),
        }
    }
    let mut crls = Vec::new();
    for info in read.revocation_infos() {
        match info {
            RevocationInfo::Crl(octets) => {
                crls.push(crl(&CertificateList::from_der(octets)?, serials));
            }
            info => others.push(vec![(Field::OtherFormat, info.octets().to_vec())]),
        }
    }
    let signers: Result<_, _> = read.signers().iter().map(signer).collect();
    Ok(Reading {
        content: std::iter::once(content_type).chain(content).collect(),
        certificates,
        signers: signers?,
        crls,
        others,
    })
}

/// One certificate.
pub(super) fn certificate(read: &Certificate<'_>) -> Result<Member, Error> {
    let validity = read.validity();
    let mut member = vec![
        (Field::Serial, read.serial().to_vec()),
        (Field::PublicKey, read.public_key().octets().to_vec()),
        (Field::Signature, read.signature().to_vec()),
        algorithm(Field::SignatureAlgorithm, read.signature_algorithm()),
        (Field::Name, read.issuer().octets().to_vec()),
        (Field::Name, read.subject().octets().to_vec()),
        (Field::Version, vec![read.version().to_le_bytes()[0]]),
        (Field::Date, seconds(validity.not_before.unix())),
        (Field::Date, seconds(validity.not_after.unix())),
    ];
    for extension in read.extensions() {
        let extension = extension?;
        let oid = extension.oid();
        let parts = [
            oid.content(),
            &[u8::from(extension.is_critical())],
            extension.value(),
        ];
        member.push((Field::Extension, parts.concat()));
    }
    member.push((Field::Certificate, read.octets().to_vec()));
    Ok(member)
}

/// One CRL, with its entries about some serial numbers.
pub(super) fn crl(read: &CertificateList<'_>, serials: &[Vec<u8>]) -> Member {
    let mut member = vec![
        (Field::Signature, read.signature().to_vec()),
        (Field::Version, vec![read.version().to_le_bytes()[0]]),
        algorithm(Field::SignatureAlgorithm, read.signature_algorithm()),
        (Field::Name, read.issuer().octets().to_vec()),
        (Field::Date, seconds(read.this_update().unix())),
    ];
    let next = read.next_update();
    member.extend(next.map(|next| (Field::Date, seconds(next.unix()))));
    member.push((Field::Entries, number(read.len())));
    for serial in serials {
        let mut dates: Vec<_> = read
            .find(serial)
            .map(|entry| entry.revoked_at.unix())
            .collect();
        dates.sort_unstable();
        if !dates.is_empty() {
            member.push((Field::Serial, serial.clone()));
        }
        member.extend(dates.into_iter().map(|date| (Field::Date, seconds(date))));
    }
    member.push((Field::Crl, read.octets().to_vec()));
    member
}

fn signer(read: &SignerInfo<'_>) -> Result<Member, Error> {
    let mut member = vec![(Field::Signature, read.signature().to_vec())];
    match read.identifier() {
        SignerIdentifier::IssuerAndSerial { issuer, serial } => {
            member.push((Field::Serial, serial.to_vec()));
            member.push((Field::Name, issuer.octets().to_vec()));
        }
        SignerIdentifier::SubjectKeyIdentifier(identifier) => {
            member.push((Field::KeyIdentifier, identifier.to_vec()));
        }
        _ => unreachable!("no other choice is known"),
    }
    member.push(algorithm(Field::DigestAlgorithm, read.digest_algorithm()));
    member.push(algorithm(
        Field::SignatureAlgorithm,
        read.signature_algorithm(),
    ));
    if let Some(set) = read.signed_attributes() {
        let set = set?;
        member.extend(attributes(Field::SignedAttribute, &set));
        let members = elements(content(set.octets()));
        member.push((Field::SignedAttributes, sorted(members)));
    }
    if let Some(set) = read.unsigned_attributes() {
        member.extend(attributes(Field::UnsignedAttribute, &set?));
    }
    Ok(member)
}

fn attributes(field: Field, set: &Attributes<'_>) -> Vec<Value> {
    let octets = |attribute: &Attribute<'_>| {
        let values = sorted(elements(attribute.values()));
        [attribute.oid().content(), &values].concat()
    };
    let mut values: Vec<_> = set.as_slice().iter().map(octets).collect();
    values.sort_unstable();
    values.into_iter().map(|octets| (field, octets)).collect()
}

fn algorithm(field: Field, read: AlgorithmIdentifier<'_>) -> Value {
    (field, read.octets().to_vec())
}
