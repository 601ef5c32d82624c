//! PAYCO's shape: DER, the CA certificate first, attributes not sorted, algorithm protection.

use crate::case::{Check, Finding, SubIndication};
use crate::generate::algorithm::{Hash, rsa_encryption};
use crate::generate::attribute::{
    SIGNING_TIME, algorithm_protection, content_type, message_digest, signed_field_as_given,
    signed_octets, signing_time,
};
use crate::generate::authority::{Authority, Signer};
use crate::generate::certificate::serial_of;
use crate::generate::der::{retag, set};
use crate::generate::expected::attributes;
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::oid::ID_DATA;
use crate::generate::vector::{Family, Vector};
use std::io;

const CONTENT: &[u8] = "{\"message\":\"시험용 간편인증 원문\"}".as_bytes();

/// The four attributes in an order that DER does not have.
fn unsorted() -> Vec<Vec<u8>> {
    let mut list = vec![
        algorithm_protection(&Hash::Sha256.identifier(), &rsa_encryption()),
        message_digest(&Hash::Sha256.of(CONTENT)),
        signing_time(SIGNING_TIME),
        content_type(ID_DATA),
    ];
    list.sort();
    list.reverse();
    list
}

/// The CA certificate, the signer's, one signer.
fn document(ca: &Authority, signer: &Signer, info: SignerInfo) -> Vec<u8> {
    Message::new(CONTENT)
        .certificate(&ca.certificate)
        .signer(signer, info)
        .encode()
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::payco();
    family.share("ca.der", &ca.certificate)?;
    let signer = ca.certify(&Key::rsa(2048), &serial_of(8, false));
    let list = unsorted();
    let field = signed_field_as_given(&list);
    let over_sorted =
        SignerInfo::over_octets(&signer, Hash::Sha256, field.clone(), &signed_octets(&list));
    let over_sent = SignerInfo::over_octets(&signer, Hash::Sha256, field.clone(), &set(&list));
    let over_tagged = SignerInfo::over_octets(
        &signer,
        Hash::Sha256,
        field,
        &retag(0xa0, &signed_octets(&list)),
    );
    let sorted = SignerInfo::over(&signer, Hash::Sha256, &list);
    let source = "PAYCO's signatures as found in the field; RFC 5652 5.4, RFC 6211";
    let passed = || attributes(&signer).content(CONTENT);
    Vector::new(
        "unsorted-signed-sorted",
        document(&ca, &signer, over_sorted.clone()),
        "The attributes came unsorted and were signed sorted: the DER encoding is what must verify, and it does.",
        source,
        passed().finding(Finding::SignedAttributesNotDer),
    )
    .save(family)?;
    Vector::new(
        "unsorted-signed-sorted-strict",
        document(&ca, &signer, over_sorted),
        "The same document under the strict profile, which tolerates no attributes outside DER.",
        source,
        passed()
            .finding(Finding::SignedAttributesNotDer)
            .indeterminate(SubIndication::FormatFailure, Check::Profile),
    )
    .strict()
    .save(family)?;
    Vector::new(
        "unsorted-signed-as-sent",
        document(&ca, &signer, over_sent),
        "The signature covers the attributes in the order sent, which is not their DER encoding.",
        "RFC 5652 5.4; Bouncy Castle testUnsortedAttributes",
        passed().forged(),
    )
    .save(family)?;
    Vector::new(
        "unsorted-signed-under-context-tag",
        document(&ca, &signer, over_tagged),
        "The signature covers the attributes under the tag [0] of the message; the tag of SET is what RFC 5652 asks for.",
        "RFC 5652 5.4",
        passed().forged(),
    )
    .save(family)?;
    for (name, strict) in [("sorted", false), ("sorted-strict", true)] {
        let vector = Vector::new(
            name,
            document(&ca, &signer, sorted.clone()),
            "The same attributes sorted need no tolerance; the CA certificate in front is not taken for the signer's.",
            source,
            passed(),
        );
        let vector = if strict { vector.strict() } else { vector };
        vector.save(family)?;
    }
    Vector::new(
        "signer-certificate-first",
        Message::new(CONTENT)
            .signer(&signer, sorted)
            .certificate(&ca.certificate)
            .encode(),
        "The order of certificates says nothing.",
        "RFC 5652 5.1",
        passed(),
    )
    .save(family)
}
