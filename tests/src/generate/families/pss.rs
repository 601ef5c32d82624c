//! RSASSA-PSS: parameters come from the message, and are bound to the key's if it has some.

mod forgeries;
mod issuers;
mod keys;
mod parameters;

use super::modes::Mode;
use crate::case::{Check, Expectation, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::authority::{Authority, Signer};
use crate::generate::certificate::serial_of;
use crate::generate::der::{bit_string, sequence};
use crate::generate::key::{Key, Pss, rsassa_pss};
use crate::generate::message::SignerInfo;
use crate::generate::vector::{Family, Vector};
use std::io;

const CONTENT: &[u8] = b"a content signed with RSASSA-PSS";

/// Digest, mask and salt of SHA-256: what every backend computes.
const USUAL: Pss = Pss {
    hash: Hash::Sha256,
    mask: Hash::Sha256,
    salt: 32,
};

/// The trusted CA, and a signer with an ordinary RSA key.
struct Scene<'a> {
    family: &'a Family,
    ca: Authority,
    signer: Signer,
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

    /// A signer whose certificate says other things about the key.
    fn holding(&self, key: &Key, spki: Vec<u8>) -> Signer {
        self.ca
            .certify_as(key, &serial_of(20, false), |template| template.spki(spki))
    }
}

/// A good signature over the usual attributes, under an identifier of choice.
fn called(signer: &Signer, pss: Pss, identifier: Vec<u8>) -> SignerInfo {
    let sign = |octets: &[u8]| pss.sign(&signer.key, octets);
    Mode::Attributes
        .info(signer, pss.hash, CONTENT, sign)
        .algorithm(identifier)
}

/// A good signature over the usual attributes.
fn good(signer: &Signer, pss: Pss) -> SignerInfo {
    called(signer, pss, pss.identifier())
}

/// The key as one of id-RSASSA-PSS, with the parameters' element or without.
fn pss_spki(key: &Key, parameters: Vec<u8>) -> Vec<u8> {
    sequence(&[rsassa_pss(parameters), bit_string(&key.rsa_public_key())])
}

fn passed(signer: &Signer) -> Expectation {
    Mode::Attributes.passed(signer, CONTENT)
}

/// What verified under SHA-1 or a short key.
fn weak(expect: Expectation) -> Expectation {
    expect.indeterminate(
        SubIndication::CryptoConstraintsFailure,
        Check::AlgorithmStrength,
    )
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    let signer = ca.certify(&Key::rsa(2048), &serial_of(20, false));
    let scene = Scene { family, ca, signer };
    modes(&scene)?;
    parameters::make(&scene)?;
    keys::make(&scene)?;
    forgeries::make(&scene)?;
    issuers::make(&scene)
}

fn modes(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 4056 2 and 3; SHA-1 collides (SHAttered, 2017)";
    let signer = &scene.signer;
    for hash in Hash::ALL {
        let pss = Pss::usual(hash);
        let word = hash.word();
        for mode in Mode::ALL {
            let info = mode
                .info(signer, hash, CONTENT, |octets| {
                    pss.sign(&signer.key, octets)
                })
                .algorithm(pss.identifier());
            let (reason, expect) = if hash == Hash::Sha1 {
                let reason = format!("RSASSA-PSS with {word} verifies and is too weak.");
                (reason, weak(mode.passed(signer, CONTENT)))
            } else {
                let reason = format!("RSASSA-PSS with {word} and a salt of its size is good.");
                (reason, mode.passed(signer, CONTENT))
            };
            let name = format!("{word}-{}", mode.word());
            let document = mode.document(signer, info, CONTENT);
            let vector = Vector::new(&name, document, &reason, source, expect);
            mode.supplied(vector, hash, CONTENT).save(scene.family)?;
        }
    }
    Ok(())
}
