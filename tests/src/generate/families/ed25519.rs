//! Ed25519 (RFC 8419): it signs messages and no digests.

mod forgeries;
mod keys;
mod readings;

use super::modes::Mode;
use crate::case::Expectation;
use crate::generate::algorithm::Hash;
use crate::generate::authority::{Authority, Signer};
use crate::generate::certificate::serial_of;
use crate::generate::key::Key;
use crate::generate::message::SignerInfo;
use crate::generate::vector::{Family, Vector};
use std::io;

const CONTENT: &[u8] = b"a content signed with Ed25519";

/// The digest that goes with Ed25519 where there are attributes (RFC 8419 3.1).
const HASH: Hash = Hash::Sha512;

/// The trusted CA, and a signer with an Ed25519 key.
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
    fn holding(&self, spki: Vec<u8>) -> Signer {
        let key = &self.signer.key;
        self.ca
            .certify_as(key, &serial_of(20, false), |template| template.spki(spki))
    }
}

/// A good signature over the usual attributes.
fn good(signer: &Signer) -> SignerInfo {
    SignerInfo::attributes(signer, HASH, CONTENT)
}

fn passed(signer: &Signer) -> Expectation {
    Mode::Attributes.passed(signer, CONTENT)
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    let signer = ca.certify(&Key::ed25519(), &serial_of(20, false));
    let scene = Scene { family, ca, signer };
    readings::make(&scene)?;
    forgeries::make(&scene)?;
    keys::make(&scene)
}
