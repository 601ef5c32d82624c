//! Rules that a verifier could lose without any other family noticing: each from both sides.

mod armor;
mod attributes;
mod ber;
mod confusion;
mod extensions;
mod forms;
mod limits;
mod names;
mod one_key_two_certificates;
mod parameters;
mod shapes;

use crate::case::Expectation;
use crate::generate::algorithm::Hash;
use crate::generate::authority::{Authority, Signer};
use crate::generate::expected::{attributes, message};
use crate::generate::message::{Message, SignerInfo};
use crate::generate::vector::{Family, Vector};
use std::io;

const CONTENT: &[u8] = b"a content signed under the rules";

/// A trusted CA and one of its signers.
struct Scene<'a> {
    family: &'a Family,
    ca: Authority,
    signer: Signer,
}

impl Scene<'_> {
    /// A case with nothing beside the document.
    fn save(
        &self,
        name: &str,
        document: Vec<u8>,
        reason: &str,
        source: &str,
        expect: Expectation,
    ) -> io::Result<()> {
        Vector::new(name, document, reason, source, expect).save(self.family)
    }

    /// What a good signature of the scene's signer over the content itself gets.
    fn message(&self) -> Expectation {
        message(&self.signer).content(CONTENT)
    }

    /// What a good signature of the scene's signer over attributes gets.
    fn attributes(&self) -> Expectation {
        attributes(&self.signer).content(CONTENT)
    }
}

/// A good document without attributes.
fn document(signer: &Signer) -> Message {
    Message::new(CONTENT).signer(signer, SignerInfo::message(signer, Hash::Sha256, CONTENT))
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    let signer = ca.ec_signer();
    let scene = Scene { family, ca, signer };
    confusion::make(&scene)?;
    extensions::make(&scene)?;
    attributes::make(&scene)?;
    parameters::make(&scene)?;
    one_key_two_certificates::make(&scene)?;
    ber::make(&scene)?;
    armor::make(&scene)?;
    names::make(&scene)?;
    limits::make(&scene)
}
