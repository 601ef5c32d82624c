//! BER in places where documents seldom have it; RFC 5652 allows it everywhere outside
//! certificates and what is signed.

use super::Scene;
use crate::generate::algorithm::Hash;
use crate::generate::ber::{indefinite, long_length, nested_pieces, pieces};
use crate::generate::der::{content_of, integer_octets};
use crate::generate::message::Message;
use crate::generate::vector::Vector;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.signer;
    let save = |name: &str, reason: &str, change: &dyn Fn(&mut Message)| {
        let mut document = scene.document();
        change(&mut document);
        let source = "RFC 5652 2: SignedData is BER";
        Vector::new(name, document.encode(), reason, source, scene.passed()).save(scene.family)?;
        let strict = format!("{reason} The strict profile has nothing against it.");
        Vector::new(
            &format!("{name}-strict"),
            document.encode(),
            &strict,
            source,
            scene.passed(),
        )
        .strict()
        .save(scene.family)
    };
    save(
        "ber-signature-in-pieces",
        "The signature is an OCTET STRING in nested pieces.",
        &|document| {
            let signature = nested_pieces(&document.signers[0].signature);
            document.signers[0].signature_element = Some(signature);
        },
    )?;
    save(
        "ber-signature-in-one-piece",
        "The signature is a constructed OCTET STRING of one piece.",
        &|document| {
            let signature = pieces(&document.signers[0].signature);
            document.signers[0].signature_element = Some(signature);
        },
    )?;
    save(
        "ber-signer-identifier",
        "The issuer in the signer identifier has indefinite and long lengths.",
        &|document| {
            let issuer = long_length(0x30, content_of(&signer.issuer));
            let serial = integer_octets(&signer.serial);
            document.signers[0].identifier = indefinite(0x30, &[issuer, serial].concat());
        },
    )?;
    save(
        "ber-algorithms",
        "The identifiers of digest and signature have indefinite lengths.",
        &|document| {
            let digest = Hash::Sha256.identifier();
            let info = &mut document.signers[0];
            info.digest_algorithm = indefinite(0x30, content_of(&digest));
            info.signature_algorithm = indefinite(0x30, content_of(&info.signature_algorithm));
            document.digest_algorithms = Some(vec![digest]);
        },
    )
}
