//! Whether the certificates of a path had been revoked: CRLs and OCSP responses, and pieces that are
//! neither.

mod authorities;
mod crl_issuers;
mod crls;
mod delegates;
mod deltas;
mod documents;
mod entries;
mod indirect;
mod partitions;
mod responses;
mod scopes;
mod together;

use crate::case::{Expectation, Finding};
use crate::generate::algorithm::Hash;
use crate::generate::authority::Signer;
use crate::generate::certificate::Template;
use crate::generate::crl::clean;
use crate::generate::expected::message;
use crate::generate::hierarchy::Ca;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::vector::{Family, Vector};
use std::io;

const CONTENT: &[u8] = b"a content signed with a key that may have been revoked";

/// The trusted root, the CA below it, and a signer of that CA.
struct Scene<'a> {
    family: &'a Family,
    root: Ca,
    middle: Ca,
    signer: Signer,
    /// The root's CRL, which has no entries.
    root_crl: Vec<u8>,
}

/// The result from the revocation data.
#[derive(Clone, Copy)]
enum Outcome {
    Good,
    /// Good by a CRL under another key than the issuer's.
    OtherKey,
    /// Revoked, but after the time asked.
    Later,
    Revoked,
    /// The status is undecided.
    Open,
}

/// How a certificate deviates from the usual.
type Shape = fn(Template) -> Template;

impl Outcome {
    fn of(self, signer: &Signer) -> Expectation {
        let expect = message(signer).content(CONTENT);
        match self {
            Self::Good => expect,
            Self::OtherKey => expect.finding(Finding::EvidenceUnderAnotherKey),
            Self::Later => expect.finding(Finding::RevokedLater),
            Self::Revoked => expect.revoked(),
            Self::Open => expect.try_later(),
        }
    }
}

impl Scene<'_> {
    /// A case about the usual signer with this evidence and the root's CRL.
    fn case(
        &self,
        name: &str,
        outcome: Outcome,
        evidence: &[Vec<u8>],
        reason: &str,
        source: &str,
    ) -> io::Result<()> {
        let vector = self.about(name, &self.signer, outcome, evidence);
        self.save(vector, reason, source)
    }

    /// A case about another signer of the CA with this evidence and the root's CRL.
    fn about(&self, name: &str, signer: &Signer, outcome: Outcome, evidence: &[Vec<u8>]) -> Vector {
        let evidence = [evidence, std::slice::from_ref(&self.root_crl)].concat();
        only_with(name, signer, outcome, &evidence)
    }

    /// Writes a case with its reason and source.
    fn save(&self, vector: Vector, reason: &str, source: &str) -> io::Result<()> {
        vector.because(reason, source).save(self.family)
    }
}

/// A case about a signer of the CA with this evidence and no other.
fn only_with(name: &str, signer: &Signer, outcome: Outcome, evidence: &[Vec<u8>]) -> Vector {
    with_evidence(name, &document(signer), signer, outcome, evidence)
}

/// A case about any document with this evidence and no other. Reason and source come last.
fn with_evidence(
    name: &str,
    document: &Message,
    signer: &Signer,
    outcome: Outcome,
    evidence: &[Vec<u8>],
) -> Vector {
    let vector = Vector::new(name, document.encode(), "", "", outcome.of(signer))
        .trust(&["../root.der"])
        .shared_intermediate("../intermediate.der")
        .require_revocation();
    evidence
        .iter()
        .fold(vector, |vector, it| vector.evidence(it))
}

/// A good document of `signer`.
fn document(signer: &Signer) -> Message {
    Message::new(CONTENT).signer(signer, SignerInfo::message(signer, Hash::Sha256, CONTENT))
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let root = Ca::root("Test root CA");
    let middle = root.ca("Test intermediate CA");
    family.share("root.der", &root.certificate)?;
    family.share("intermediate.der", &middle.certificate)?;
    let scene = Scene {
        family,
        signer: middle.signer(),
        root_crl: clean(&root),
        root,
        middle,
    };
    crls::make(&scene)?;
    entries::make(&scene)?;
    authorities::make(&scene)?;
    scopes::make(&scene)?;
    partitions::make(&scene)?;
    deltas::make(&scene)?;
    crl_issuers::make(&scene)?;
    indirect::make(&scene)?;
    responses::make(&scene)?;
    delegates::make(&scene)?;
    together::make(&scene)?;
    documents::make(&scene)
}
