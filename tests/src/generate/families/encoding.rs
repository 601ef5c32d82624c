//! Octets that are a document, nearly one, or none at all.

mod ber;
mod broken;
mod foreign;
mod tolerated;

use crate::case::{Check, Expectation};
use crate::generate::algorithm::Hash;
use crate::generate::authority::{Authority, Signer};
use crate::generate::expected::{message, unreadable};
use crate::generate::message::{Message, SignerInfo};
use crate::generate::vector::{Family, Vector};
use std::io;

const CONTENT: &[u8] = b"a content in a document";

/// A good document, and the octets of it.
struct Scene<'a> {
    family: &'a Family,
    signer: Signer,
    octets: Vec<u8>,
}

impl Scene<'_> {
    fn document(&self) -> Message {
        Message::new(CONTENT).signer(
            &self.signer,
            SignerInfo::message(&self.signer, Hash::Sha256, CONTENT),
        )
    }

    fn passed(&self) -> Expectation {
        message(&self.signer).content(CONTENT)
    }

    /// A document that cannot be read.
    fn refused(&self, name: &str, octets: Vec<u8>, reason: &str, source: &str) -> io::Result<()> {
        Vector::new(name, octets, reason, source, unreadable(Check::Format)).save(self.family)
    }

    /// Something that is no document, in a file of its own name.
    fn no_document(&self, name: &str, file: &str, octets: Vec<u8>, reason: &str) -> io::Result<()> {
        let source = "What relying parties put in by mistake";
        Vector::in_file(
            name,
            file,
            octets,
            reason,
            source,
            unreadable(Check::Format),
        )
        .save(self.family)
    }
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    let signer = ca.ec_signer();
    let document =
        Message::new(CONTENT).signer(&signer, SignerInfo::message(&signer, Hash::Sha256, CONTENT));
    let scene = Scene {
        family,
        octets: document.encode(),
        signer,
    };
    ber::make(&scene)?;
    tolerated::make(&scene)?;
    broken::make(&scene)?;
    foreign::make(&scene)
}
