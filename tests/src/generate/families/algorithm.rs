//! Algorithms: which are read, which are weak, and forgeries that careless arithmetic accepts.

mod ecdsa;
mod keys;
mod rsa;
mod strength;

use crate::case::Expectation;
use crate::generate::algorithm::Hash;
use crate::generate::attribute::{signed_field, signed_octets, usual_under};
use crate::generate::authority::{Authority, Signer};
use crate::generate::certificate::serial_of;
use crate::generate::expected::attributes;
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::vector::{Family, Vector};
use std::io;

const CONTENT: &[u8] = b"a content signed under many algorithms";

/// The trusted CA, and a signer of either kind.
struct Scene<'a> {
    family: &'a Family,
    ca: Authority,
    rsa: Signer,
    ec: Signer,
}

impl Scene<'_> {
    /// A case about one `SignerInfo`.
    fn save(
        &self,
        name: &str,
        signer: &Signer,
        info: SignerInfo,
        reason: &str,
        source: &str,
        expect: Expectation,
    ) -> io::Result<()> {
        Vector::new(
            name,
            Message::new(CONTENT).signer(signer, info).encode(),
            reason,
            source,
            expect,
        )
        .save(self.family)
    }
}

/// The usual attributes, and a signature made in a way of its own from what they say.
fn with_signature(signer: &Signer, hash: Hash, sign: impl FnOnce(&[u8]) -> Vec<u8>) -> SignerInfo {
    let list = usual_under(hash, CONTENT);
    let mut info = SignerInfo::unsigned(signer, hash).signed(sign(&signed_octets(&list)));
    info.signed_attributes = Some(signed_field(&list));
    info
}

fn passed(signer: &Signer) -> Expectation {
    attributes(signer).content(CONTENT)
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    let rsa = ca.certify(&Key::rsa(2048), &serial_of(20, false));
    let ec = ca.ec_signer();
    let scene = Scene {
        family,
        ca,
        rsa,
        ec,
    };
    strength::make(&scene)?;
    keys::make(&scene)?;
    rsa::make(&scene)?;
    ecdsa::make(&scene)
}
