//! ECDSA on P-384 and P-521, as on P-256.

mod keys;
mod ranges;

use super::modes::Mode;
use crate::case::{Check, Expectation, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::authority::{Authority, Manner, Signer};
use crate::generate::certificate::serial_of;
use crate::generate::key::{Curve, Key};
use crate::generate::message::SignerInfo;
use crate::generate::vector::{Family, Vector};
use std::io;

const CONTENT: &[u8] = b"a content signed on larger curves";

/// The trusted CA, and a signer on each curve.
struct Scene<'a> {
    family: &'a Family,
    ca: Authority,
    signers: [(Curve, Signer); 2],
}

impl Scene<'_> {
    /// A case about attributes under one `SignerInfo`.
    fn save(
        &self,
        name: &str,
        signer: &Signer,
        info: SignerInfo,
        reason: &str,
        source: &str,
        expect: Expectation,
    ) -> io::Result<()> {
        let document = Mode::Attributes.document(signer, info, CONTENT);
        Vector::new(name, document, reason, source, expect).save(self.family)
    }
}

/// The digest that goes with a curve's size.
fn usual_hash(curve: Curve) -> Hash {
    match curve {
        Curve::P256 => Hash::Sha256,
        Curve::P384 => Hash::Sha384,
        Curve::P521 => Hash::Sha512,
    }
}

fn passed(signer: &Signer) -> Expectation {
    Mode::Attributes.passed(signer, CONTENT)
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    let signers = [Curve::P384, Curve::P521]
        .map(|curve| (curve, ca.certify(&Key::on(curve), &serial_of(20, false))));
    let scene = Scene {
        family,
        ca,
        signers,
    };
    modes(&scene)?;
    other_hashes(&scene)?;
    ranges::make(&scene)?;
    keys::make(&scene)?;
    issued(&scene)
}

fn modes(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5753 2.1, RFC 5754 3.3: any digest goes with any curve";
    for (curve, signer) in &scene.signers {
        for hash in [Hash::Sha256, Hash::Sha384, Hash::Sha512] {
            for mode in Mode::ALL {
                let (curve, word) = (curve.word(), hash.word());
                let info = mode.info(signer, hash, CONTENT, |octets| {
                    signer.key.sign(hash, octets)
                });
                let reason = format!("ECDSA on {curve} with {word} is good.");
                let name = format!("{curve}-{word}-{}", mode.word());
                let expect = mode.passed(signer, CONTENT);
                let document = mode.document(signer, info, CONTENT);
                let vector = Vector::new(&name, document, &reason, source, expect);
                mode.supplied(vector, hash, CONTENT).save(scene.family)?;
            }
        }
    }
    Ok(())
}

fn other_hashes(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5754 3.3; SHA-1 collides (SHAttered, 2017)";
    for (curve, signer) in &scene.signers {
        let curve = curve.word();
        let weak = passed(signer).indeterminate(
            SubIndication::CryptoConstraintsFailure,
            Check::AlgorithmStrength,
        );
        for (hash, reason, expect) in [
            (
                Hash::Sha1,
                "SHA-1 on a large curve is as weak as elsewhere.",
                weak,
            ),
            (
                Hash::Sha224,
                "SHA-224 on a large curve is good.",
                passed(signer),
            ),
        ] {
            let info = SignerInfo::attributes(signer, hash, CONTENT);
            let name = format!("{curve}-{}-attributes", hash.word());
            scene.save(&name, signer, info, reason, source, expect)?;
        }
        let called = SignerInfo::attributes(signer, Hash::Sha384, CONTENT)
            .algorithm(Hash::Sha512.with_ecdsa());
        let name = format!("{curve}-sha384-called-sha512");
        let reason =
            "signatureAlgorithm names SHA-512, digestAlgorithm SHA-384, and SHA-384 was used.";
        scene.save(
            &name,
            signer,
            called,
            reason,
            "RFC 5652 5.4",
            passed(signer).forged(),
        )?;
    }
    Ok(())
}

/// Certificates issued on these curves.
fn issued(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5480; Naver's CA signs with ecdsa-with-SHA384";
    for curve in [Curve::P384, Curve::P521] {
        let issuer = Authority::new(Manner::Kakao, Key::on(curve), &scene.ca.name);
        let good = issuer.ec_signer_as(|mut template| {
            template.hash = usual_hash(curve);
            template
        });
        let mut flipped = good.clone();
        let last = flipped.certificate.len() - 1;
        flipped.certificate[last] ^= 1;
        let no_chain =
            passed(&flipped).indeterminate(SubIndication::NoCertificateChainFound, Check::Path);
        for (name, signer, reason, expect) in [
            (
                "issued",
                &good,
                "The anchor on this curve issued the certificate.",
                passed(&good),
            ),
            (
                "issued-flipped-bit",
                &flipped,
                "One bit of the signature in the certificate changed.",
                no_chain,
            ),
        ] {
            let info = SignerInfo::attributes(signer, Hash::Sha256, CONTENT);
            let document = Mode::Attributes.document(signer, info, CONTENT);
            Vector::new(
                &format!("{}-{name}", curve.word()),
                document,
                reason,
                source,
                expect,
            )
            .trusting(&issuer.certificate)
            .save(scene.family)?;
        }
    }
    Ok(())
}
