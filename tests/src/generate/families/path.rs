//! From the signer's certificate to an anchor, mostly in one step: the family `chain` has more.

mod anchors;
mod rules;
mod times;

use crate::case::{Check, Expectation, Finding, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::authority::{Authority, Signer};
use crate::generate::certificate::Template;
use crate::generate::expected::message;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::vector::{Family, Vector};
use std::io;

const CONTENT: &[u8] = b"a content signed under a path";

/// The trusted CA of the whole family.
struct Scene<'a> {
    family: &'a Family,
    ca: Authority,
}

impl Scene<'_> {
    /// A case about a signer whose certificate the trusted CA issued in another shape.
    fn shaped(
        &self,
        name: &str,
        reason: &str,
        source: &str,
        passes: bool,
        shape: impl FnOnce(Template) -> Template,
    ) -> io::Result<()> {
        let signer = self.ca.ec_signer_as(shape);
        let expect = if passes {
            passed(&signer)
        } else {
            against_the_rules(&signer)
        };
        // RFC 5280 4.2.1.10: no certificate but a CA's has nameConstraints.
        let expect = match name {
            "name-constraints" => expect.finding(Finding::CertificateNotDer),
            _ => expect,
        };
        Vector::new(name, document(&signer).encode(), reason, source, expect).save(self.family)
    }
}

/// A good document of `signer`.
fn document(signer: &Signer) -> Message {
    Message::new(CONTENT).signer(signer, SignerInfo::message(signer, Hash::Sha256, CONTENT))
}

fn passed(signer: &Signer) -> Expectation {
    message(signer).content(CONTENT)
}

fn no_chain(signer: &Signer) -> Expectation {
    passed(signer).indeterminate(SubIndication::NoCertificateChainFound, Check::Path)
}

fn against_the_rules(signer: &Signer) -> Expectation {
    passed(signer).indeterminate(SubIndication::ChainConstraintsFailure, Check::Path)
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    let scene = Scene { family, ca };
    anchors::make(&scene)?;
    rules::make(&scene)?;
    times::make(&scene)
}
