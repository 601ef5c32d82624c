//! Attributes of a `SignerInfo`.

use super::algorithm::Hash;
use super::certificate::test_signer;
use super::der::{
    explicit, integer_octets, octet_string, oid, retag, sequence, set, sorted_set, utc_time,
};
use super::oid as id;

/// The signing time that vectors claim unless they are about it.
pub(crate) const SIGNING_TIME: &str = "260302085930Z";

/// `Attribute` of any number of values, in DER.
pub(crate) fn attribute(dotted: &str, values: &[Vec<u8>]) -> Vec<u8> {
    sequence(&[oid(dotted), sorted_set(values)])
}

/// content-type (RFC 5652 11.1).
pub(crate) fn content_type(dotted: &str) -> Vec<u8> {
    attribute(id::ID_CONTENT_TYPE, &[oid(dotted)])
}

/// message-digest (RFC 5652 11.2).
pub(crate) fn message_digest(digest: &[u8]) -> Vec<u8> {
    attribute(id::ID_MESSAGE_DIGEST, &[octet_string(digest)])
}

/// signing-time (RFC 5652 11.3).
pub(crate) fn signing_time(text: &str) -> Vec<u8> {
    attribute(id::ID_SIGNING_TIME, &[utc_time(text)])
}

/// content-type, signing-time and message-digest over `content` under SHA-256.
pub(crate) fn usual(content: &[u8]) -> Vec<Vec<u8>> {
    usual_under(Hash::Sha256, content)
}

/// The usual three under another digest.
pub(crate) fn usual_under(hash: Hash, content: &[u8]) -> Vec<Vec<u8>> {
    vec![
        content_type(id::ID_DATA),
        signing_time(SIGNING_TIME),
        message_digest(&hash.of(content)),
    ]
}

/// What is signed: the SET OF in DER (RFC 5652 5.4).
pub(crate) fn signed_octets(attributes: &[Vec<u8>]) -> Vec<u8> {
    sorted_set(attributes)
}

/// `signedAttrs` as it stands in the message when it is DER.
pub(crate) fn signed_field(attributes: &[Vec<u8>]) -> Vec<u8> {
    retag(0xa0, &sorted_set(attributes))
}

/// `signedAttrs` in the order given.
pub(crate) fn signed_field_as_given(attributes: &[Vec<u8>]) -> Vec<u8> {
    retag(0xa0, &set(attributes))
}

/// cmsAlgorithmProtection (RFC 6211).
pub(crate) fn algorithm_protection(digest: &[u8], signature: &[u8]) -> Vec<u8> {
    let value = sequence(&[digest.to_vec(), retag(0xa1, signature)]);
    attribute(id::ID_AA_CMS_ALGORITHM_PROTECT, &[value])
}

/// ESS signing-certificate (RFC 2634 5.4): SHA-1 of the certificate.
pub(crate) fn signing_certificate(certificate: &[u8]) -> Vec<u8> {
    let essence = sequence(&[octet_string(&Hash::Sha1.of(certificate))]);
    attribute(
        id::ID_AA_SIGNING_CERTIFICATE,
        &[sequence(&[sequence(&[essence])])],
    )
}

/// ESS signing-certificate-v2 (RFC 5035) under SHA-256, its default, or a digest that it names.
pub(crate) fn signing_certificate_v2(
    certificate: &[u8],
    hash: Hash,
    issuer_serial: Option<Vec<u8>>,
) -> Vec<u8> {
    let algorithm = if hash == Hash::Sha256 {
        Vec::new()
    } else {
        hash.identifier()
    };
    let digest = octet_string(&hash.of(certificate));
    let essence = sequence(&[algorithm, digest, issuer_serial.unwrap_or_default()]);
    attribute(
        id::ID_AA_SIGNING_CERTIFICATE_V2,
        &[sequence(&[sequence(&[essence])])],
    )
}

/// `IssuerSerial` (RFC 5035 6) of a directory name.
pub(crate) fn issuer_serial(issuer: &[u8], serial: &[u8]) -> Vec<u8> {
    sequence(&[sequence(&[explicit(4, issuer)]), integer_octets(serial)])
}

/// An attribute of an unknown type.
pub(crate) fn unknown(text: &str) -> Vec<u8> {
    attribute(id::UNKNOWN, &[super::der::utf8(text)])
}

/// The value of a countersignature: a `SignerInfo` with an arbitrary signature.
pub(crate) fn countersignature() -> Vec<u8> {
    let info = sequence(&[
        super::der::integer(1),
        sequence(&[test_signer(9), integer_octets(&[9])]),
        Hash::Sha256.identifier(),
        Hash::Sha256.with_ecdsa(),
        octet_string(&[0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01]),
    ]);
    attribute(id::ID_COUNTERSIGNATURE, &[info])
}
