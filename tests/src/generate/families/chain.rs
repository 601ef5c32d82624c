//! Paths over several certificates: signer, CA, root.

mod anchors;
mod authorities;
mod bounds;
mod choice;
mod host_names;
mod lengths;
mod mailboxes;
mod mapping;
mod names;
mod other_names;
mod policies;
mod purposes;
mod strength;
mod supply;
mod times;

use crate::case::Expectation;
use crate::generate::algorithm::Hash;
use crate::generate::authority::Signer;
use crate::generate::certificate::Template;
use crate::generate::expected::message;
use crate::generate::hierarchy::{Ca, usual};
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::vector::{Family, Vector};
use std::io;

const CONTENT: &[u8] = b"a content signed below two authorities";

/// The trusted root and the CA below it.
struct Scene<'a> {
    family: &'a Family,
    root: Ca,
    middle: Ca,
}

/// The result for a path.
#[derive(Clone, Copy)]
enum Outcome {
    Passes,
    NoChain,
    /// It breaks a rule.
    Breaks,
    /// It could not be followed to its end.
    Open,
}

impl Outcome {
    fn of(self, signer: &Signer) -> Expectation {
        let expect = passed(signer);
        match self {
            Self::Passes => expect,
            Self::NoChain => expect.no_chain(),
            Self::Breaks => expect.broken_path(),
            Self::Open => expect.open_path(),
        }
    }
}

/// How a certificate deviates from the usual.
type Shape = fn(Template) -> Template;

/// The name of the CA between.
const MIDDLE: &str = "Test intermediate CA";

/// Most of these cases have the time of [`Vector::new`]: 2 March 2026.
impl Scene<'_> {
    /// A case about a signer below a CA below the root, each in another shape.
    fn shaped(
        &self,
        name: &str,
        outcome: Outcome,
        middle: impl FnOnce(Template) -> Template,
        signer: impl FnOnce(Template) -> Template,
    ) -> Vector {
        let middle = self.root.ca_as(MIDDLE, &Key::ec(), middle);
        let signer = middle.signer_as(signer);
        case(name, &signer, outcome.of(&signer)).intermediate(&middle.certificate)
    }

    /// The same where only the CA deviates.
    fn below(
        &self,
        name: &str,
        outcome: Outcome,
        middle: impl FnOnce(Template) -> Template,
    ) -> Vector {
        self.shaped(name, outcome, middle, usual)
    }

    /// Writes a case with its reason and source.
    fn save(&self, vector: Vector, reason: &str, source: &str) -> io::Result<()> {
        vector.because(reason, source).save(self.family)
    }
}

/// A good document of `signer`.
fn document(signer: &Signer) -> Message {
    Message::new(CONTENT).signer(signer, SignerInfo::message(signer, Hash::Sha256, CONTENT))
}

/// A case about a document of `signer` under the root.
fn case(name: &str, signer: &Signer, expect: Expectation) -> Vector {
    about(name, &document(signer), expect)
}

/// A case about any document under the root. Reason and source come last.
fn about(name: &str, document: &Message, expect: Expectation) -> Vector {
    Vector::new(name, document.encode(), "", "", expect).trust(&["../root.der"])
}

fn passed(signer: &Signer) -> Expectation {
    message(signer).content(CONTENT)
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let root = Ca::root("Test root CA");
    let middle = root.ca(MIDDLE);
    family.share("root.der", &root.certificate)?;
    family.share("intermediate.der", &middle.certificate)?;
    let scene = Scene {
        family,
        root,
        middle,
    };
    supply::make(&scene)?;
    authorities::make(&scene)?;
    lengths::make(&scene)?;
    times::make(&scene)?;
    choice::make(&scene)?;
    strength::make(&scene)?;
    names::make(&scene)?;
    mailboxes::make(&scene)?;
    other_names::make(&scene)?;
    host_names::make(&scene)?;
    policies::make(&scene)?;
    mapping::make(&scene)?;
    purposes::make(&scene)?;
    anchors::make(&scene)?;
    bounds::make(&scene)
}
