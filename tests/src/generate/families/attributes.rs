//! The rules of RFC 5652 5.3 and 11 for signed attributes.

mod claims;
mod forms;
mod rules;

use crate::case::Expectation;
use crate::generate::algorithm::Hash;
use crate::generate::authority::{Authority, Signer};
use crate::generate::expected::attributes;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::vector::{Family, Vector};
use std::io;

const CONTENT: &[u8] = b"a content with signed attributes";

/// One signer for the whole family.
struct Scene<'a> {
    family: &'a Family,
    signer: Signer,
}

impl Scene<'_> {
    /// The document in which the signer signed exactly these attributes, in DER.
    fn document(&self, attributes: &[Vec<u8>]) -> Message {
        Message::new(CONTENT).signer(
            &self.signer,
            SignerInfo::over(&self.signer, Hash::Sha256, attributes),
        )
    }

    /// A case about that document.
    fn vector(
        &self,
        name: &str,
        attributes: &[Vec<u8>],
        reason: &str,
        source: &str,
        expect: Expectation,
    ) -> Vector {
        Vector::new(
            name,
            self.document(attributes).encode(),
            reason,
            source,
            expect,
        )
    }

    /// What a good document of this family gets.
    fn passed(&self) -> Expectation {
        attributes(&self.signer).content(CONTENT)
    }
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    let scene = Scene {
        family,
        signer: ca.ec_signer(),
    };
    rules::make(&scene)?;
    forms::make(&scene)?;
    claims::make(&scene)
}
