//! What `cms` and `x509-cert` read.

use super::reading::{Field, Member, Reading, Value, number, seconds, sorted};
use cms::cert::CertificateChoices;
use cms::content_info::ContentInfo;
use cms::revocation::RevocationInfoChoice;
use cms::signed_data::{EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo};
use der::oid::ObjectIdentifier;
use der::{Decode as _, Encode, EncodingRules, ErrorKind};
use spki::AlgorithmIdentifierOwned;
use x509_cert::attr::Attributes;
use x509_cert::crl::CertificateList;
use x509_cert::name::Name;
use x509_cert::time::Time;
use x509_cert::{Certificate, Version};

const ID_SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");

/// A document, as `cms` reads it whole.
pub(super) fn read(octets: &[u8]) -> der::Result<SignedData> {
    let info = ContentInfo::from_ber(octets)?;
    if info.content_type != ID_SIGNED_DATA {
        let oid = info.content_type;
        return Err(ErrorKind::OidUnknown { oid }.into());
    }
    info.content.decode_as_encoding(EncodingRules::Ber)
}

/// What `cms` says of an `EncapsulatedContentInfo` that stands by itself.
pub(super) fn content(octets: &[u8]) -> der::Result<Member> {
    let info = EncapsulatedContentInfo::from_ber(octets)?;
    Ok(encapsulated(&info))
}

fn encapsulated(info: &EncapsulatedContentInfo) -> Member {
    let content_type = (Field::ContentType, info.econtent_type.as_bytes().to_vec());
    let content = info.econtent.as_ref();
    let content = content.map(|octets| (Field::Content, octets.value().to_vec()));
    std::iter::once(content_type).chain(content).collect()
}

/// A name in the order in which `x509-cert` has its attributes when it reads DER.
pub(super) fn name(octets: &[u8]) -> der::Result<Vec<u8>> {
    Name::from_der(octets)?.to_der()
}

/// The serial numbers that a document's CRLs list.
pub(super) fn serials_of_document(read: &SignedData) -> Vec<Vec<u8>> {
    let infos = read.crls.iter().flat_map(|crls| crls.0.iter());
    let crls = infos.filter_map(|info| match info {
        RevocationInfoChoice::Crl(crl) => Some(crl),
        RevocationInfoChoice::Other(_) => None,
    });
    let mut serials: Vec<_> = crls.flat_map(serials).collect();
    serials.sort_unstable();
    serials.dedup();
    serials
}

/// The serial numbers that a CRL lists, each once.
pub(super) fn serials(crl: &CertificateList) -> Vec<Vec<u8>> {
    let entries = crl.tbs_cert_list.revoked_certificates.iter().flatten();
    let mut serials: Vec<_> = entries
        .map(|entry| entry.serial_number.as_bytes().to_vec())
        .collect();
    serials.sort_unstable();
    serials.dedup();
    serials
}

/// What `cms` says of a document.
pub(super) fn document(read: &SignedData) -> der::Result<Reading> {
    let mut certificates = Vec::new();
    let mut others = Vec::new();
    for choice in read.certificates.iter().flat_map(|set| set.0.iter()) {
        match choice {
            CertificateChoices::Certificate(read) => certificates.push(certificate(read)?),
            other @ CertificateChoices::Other(_) => {
                others.push(vec![(Field::OtherFormat, other.to_der()?)]);
            }
        }
    }
    let serials = serials_of_document(read);
    let mut crls = Vec::new();
    for choice in read.crls.iter().flat_map(|set| set.0.iter()) {
        match choice {
            RevocationInfoChoice::Crl(read) => crls.push(crl(read, &serials)?),
            other @ RevocationInfoChoice::Other(_) => {
                others.push(vec![(Field::OtherFormat, other.to_der()?)]);
            }
        }
    }
    let signers: der::Result<_> = read.signer_infos.0.iter().map(signer).collect();
    Ok(Reading {
        content: encapsulated(&read.encap_content_info),
        certificates,
        signers: signers?,
        crls,
        others,
    })
}

/// What `x509-cert` says of a certificate.
pub(super) fn certificate(read: &Certificate) -> der::Result<Member> {
    let tbs = read.tbs_certificate();
    let validity = tbs.validity();
    let mut member = vec![
        (Field::Serial, tbs.serial_number().as_bytes().to_vec()),
        (Field::PublicKey, tbs.subject_public_key_info().to_der()?),
        (Field::Signature, read.signature().raw_bytes().to_vec()),
        algorithm(Field::SignatureAlgorithm, tbs.signature())?,
        (Field::Name, tbs.issuer().to_der()?),
        (Field::Name, tbs.subject().to_der()?),
        (Field::Version, vec![version(tbs.version())]),
        date(&validity.not_before),
        date(&validity.not_after),
    ];
    for extension in tbs.extensions().into_iter().flatten() {
        let parts = [
            extension.extn_id.as_bytes(),
            &[u8::from(extension.critical)],
            extension.extn_value.as_bytes(),
        ];
        member.push((Field::Extension, parts.concat()));
    }
    member.push((Field::Certificate, read.to_der()?));
    Ok(member)
}

/// What `x509-cert` says of a CRL, its entries by serial number.
pub(super) fn crl(read: &CertificateList, serials: &[Vec<u8>]) -> der::Result<Member> {
    let tbs = &read.tbs_cert_list;
    let mut member = vec![
        (Field::Signature, read.signature.raw_bytes().to_vec()),
        (Field::Version, vec![version(tbs.version)]),
        algorithm(Field::SignatureAlgorithm, &tbs.signature)?,
        (Field::Name, tbs.issuer.to_der()?),
        date(&tbs.this_update),
    ];
    member.extend(tbs.next_update.iter().map(date));
    let entries: Vec<_> = tbs.revoked_certificates.iter().flatten().collect();
    member.push((Field::Entries, number(entries.len())));
    for serial in serials {
        let about = entries
            .iter()
            .filter(|entry| entry.serial_number.as_bytes() == serial);
        let mut dates: Vec<_> = about.map(|entry| date(&entry.revocation_date)).collect();
        dates.sort_unstable();
        if !dates.is_empty() {
            member.push((Field::Serial, serial.clone()));
        }
        member.extend(dates);
    }
    member.push((Field::Crl, read.to_der()?));
    Ok(member)
}

fn signer(read: &SignerInfo) -> der::Result<Member> {
    let mut member = vec![(Field::Signature, read.signature.as_bytes().to_vec())];
    match &read.sid {
        SignerIdentifier::IssuerAndSerialNumber(it) => {
            member.push((Field::Serial, it.serial_number.as_bytes().to_vec()));
            member.push((Field::Name, it.issuer.to_der()?));
        }
        SignerIdentifier::SubjectKeyIdentifier(it) => {
            member.push((Field::KeyIdentifier, it.0.as_bytes().to_vec()));
        }
    }
    member.push(algorithm(Field::DigestAlgorithm, &read.digest_alg)?);
    member.push(algorithm(
        Field::SignatureAlgorithm,
        &read.signature_algorithm,
    )?);
    if let Some(set) = &read.signed_attrs {
        member.extend(attributes(Field::SignedAttribute, set)?);
        let members: der::Result<Vec<_>> = set.iter().map(Encode::to_der).collect();
        member.push((Field::SignedAttributes, sorted(members?)));
    }
    if let Some(set) = &read.unsigned_attrs {
        member.extend(attributes(Field::UnsignedAttribute, set)?);
    }
    Ok(member)
}

fn attributes(field: Field, set: &Attributes) -> der::Result<Vec<Value>> {
    let mut values = Vec::new();
    for attribute in set.iter() {
        let elements: der::Result<Vec<_>> = attribute.values.iter().map(Encode::to_der).collect();
        let octets = [attribute.oid.as_bytes(), &sorted(elements?)].concat();
        values.push((field, octets));
    }
    values.sort_unstable();
    Ok(values)
}

fn algorithm(field: Field, read: &AlgorithmIdentifierOwned) -> der::Result<Value> {
    Ok((field, read.to_der()?))
}

fn date(time: &Time) -> Value {
    let unix = i64::try_from(time.to_unix_duration().as_secs());
    (Field::Date, seconds(unix.expect("a year of four digits")))
}

/// The version as people count it.
fn version(version: Version) -> u8 {
    match version {
        Version::V1 => 1,
        Version::V2 => 2,
        Version::V3 => 3,
    }
}
