//! What is read though a MUST on form forbids it: each deviation passes with a finding under the
//! standard profile, and is undecided under the strict one. What deviates from nothing passes under
//! both without a finding.

mod certificates;
mod crls;
mod messages;
mod responses;
mod signers_of_evidence;
mod within;

use crate::case::{Check, Expectation, Finding, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::authority::Signer;
use crate::generate::crl::clean;
use crate::generate::expected::message;
use crate::generate::hierarchy::Ca;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::vector::{Family, Vector};
use std::io;

const CONTENT: &[u8] = b"a content whose form is judged";

/// The trusted root, the CA below it, and a signer of that CA.
struct Scene<'a> {
    family: &'a Family,
    root: Ca,
    middle: Ca,
    signer: Signer,
}

/// What a verdict rests on that has another form, or the usual one.
#[derive(Clone, Copy)]
enum Form {
    /// It deviates from nothing.
    Usual,
    /// It deviates, which the strict profile refuses.
    Tolerated(Finding),
    /// It deviates, which nobody refuses.
    Noticed(Finding),
}

impl Scene<'_> {
    /// A case under both profiles; `dress` adds what lies beside the document.
    fn both(
        &self,
        name: &str,
        document: &Message,
        expect: &Expectation,
        form: Form,
        (reason, source): (&str, &str),
        dress: impl Fn(Vector) -> Vector,
    ) -> io::Result<()> {
        let (found, strict) = match form {
            Form::Usual => (expect.clone(), expect.clone()),
            Form::Noticed(finding) => {
                let found = expect.clone().finding(finding);
                (found.clone(), found)
            }
            Form::Tolerated(finding) => {
                let found = expect.clone().finding(finding);
                let refused = (SubIndication::FormatFailure, Check::Profile);
                (found.clone(), found.indeterminate(refused.0, refused.1))
            }
        };
        let vector = |name: &str, expect| {
            let vector = Vector::new(name, document.encode(), reason, source, expect);
            dress(vector.trust(&["../root.der"]))
        };
        vector(name, found).save(self.family)?;
        vector(&format!("{name}-strict"), strict)
            .strict()
            .save(self.family)
    }

    /// The usual signer with this evidence about them, and a clean CRL of the root about the CA.
    fn with_evidence(
        &self,
        name: &str,
        evidence: &[u8],
        form: Form,
        why: (&str, &str),
    ) -> io::Result<()> {
        let expect = passed(&self.signer);
        let root_crl = clean(&self.root);
        self.both(
            name,
            &document(&self.signer),
            &expect,
            form,
            why,
            |vector| {
                vector
                    .shared_intermediate("../intermediate.der")
                    .evidence(evidence)
                    .evidence(&root_crl)
            },
        )
    }
}

/// A good document of `signer`.
fn document(signer: &Signer) -> Message {
    Message::new(CONTENT).signer(signer, SignerInfo::message(signer, Hash::Sha256, CONTENT))
}

fn passed(signer: &Signer) -> Expectation {
    message(signer).content(CONTENT)
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let root = Ca::root("Test root CA");
    let middle = root.ca("Test intermediate CA");
    family.share("root.der", &root.certificate)?;
    family.share("intermediate.der", &middle.certificate)?;
    let scene = Scene {
        family,
        signer: middle.signer(),
        root,
        middle,
    };
    certificates::make(&scene)?;
    messages::make(&scene)?;
    crls::make(&scene)?;
    responses::make(&scene)?;
    signers_of_evidence::make(&scene)?;
    within::make(&scene)
}
