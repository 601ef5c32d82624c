//! Revocation data and names that were once relied on, or not relied on, by mistake: one vector for
//! each.

mod budgets;
mod crls;
mod delegates;
mod issuers;
mod names;

use crate::case::Expectation;
use crate::generate::algorithm::Hash;
use crate::generate::authority::Signer;
use crate::generate::certificate::{Template, key_usage};
use crate::generate::crl::clean;
use crate::generate::expected::message;
use crate::generate::hierarchy::Ca;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const CONTENT: &[u8] = b"a content whose evidence is doubtful";

/// The name of the CA between.
const MIDDLE: &str = "Test intermediate CA";

/// The trusted root, the CA below it, and a signer of that CA.
struct Scene<'a> {
    family: &'a Family,
    root: Ca,
    middle: Ca,
    signer: Signer,
    /// The root's CRL, which has no entries.
    root_crl: Vec<u8>,
}

impl Scene<'_> {
    /// A case about the usual signer with this evidence and the root's CRL.
    fn case(
        &self,
        name: &str,
        outcome: fn(Expectation) -> Expectation,
        evidence: &[Vec<u8>],
        reason: &str,
        source: &str,
    ) -> io::Result<()> {
        let expect = outcome(passed(&self.signer));
        let vector = self.about(name, &document(&self.signer), expect, evidence);
        let vector = vector.shared_intermediate("../intermediate.der");
        self.save(vector, reason, source)
    }

    /// A case about any document with this evidence and the root's CRL.
    fn about(
        &self,
        name: &str,
        document: &Message,
        expect: Expectation,
        evidence: &[Vec<u8>],
    ) -> Vector {
        let evidence = [evidence, std::slice::from_ref(&self.root_crl)].concat();
        with_evidence(about(name, document, expect), &evidence)
    }

    /// Writes a case with its reason and source.
    fn save(&self, vector: Vector, reason: &str, source: &str) -> io::Result<()> {
        vector.because(reason, source).save(self.family)
    }
}

/// A case about any document under the root. Reason and source come last.
fn about(name: &str, document: &Message, expect: Expectation) -> Vector {
    Vector::new(name, document.encode(), "", "", expect).trust(&["../root.der"])
}

/// Revocation data is required, and these pieces are given.
fn with_evidence(vector: Vector, evidence: &[Vec<u8>]) -> Vector {
    let vector = vector.require_revocation();
    evidence
        .iter()
        .fold(vector, |vector, it| vector.evidence(it))
}

/// A good document of `signer`.
fn document(signer: &Signer) -> Message {
    Message::new(CONTENT).signer(signer, SignerInfo::message(signer, Hash::Sha256, CONTENT))
}

fn passed(signer: &Signer) -> Expectation {
    message(signer).content(CONTENT)
}

/// Extensions of a certificate that signs CRLs and issues no certificates.
fn for_crls(template: Template) -> Template {
    template
        .without(id::BASIC_CONSTRAINTS)
        .with(id::KEY_USAGE, key_usage(&[6]))
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let root = Ca::root("Test root CA");
    let middle = root.ca(MIDDLE);
    family.share("root.der", &root.certificate)?;
    family.share("intermediate.der", &middle.certificate)?;
    let scene = Scene {
        family,
        signer: middle.signer(),
        root_crl: clean(&root),
        root,
        middle,
    };
    budgets::make(&scene)?;
    delegates::make(&scene)?;
    crls::make(&scene)?;
    issuers::make(&scene)?;
    names::make(&scene)
}
