//! Cases about a signer whose certificate has another shape, and what they come to.

use super::{CONTENT, Scene, document};
use crate::case::{Check, Expectation, Finding, SubIndication};
use crate::generate::authority::Signer;
use crate::generate::certificate::Template;
use crate::generate::expected::message;
use std::io;

/// What the certificate's shape comes to.
#[derive(Clone, Copy)]
pub(super) enum Outcome {
    Passes,
    /// A rule of certificates is broken.
    Breaks,
    /// Likewise, and the extensions are not written in DER.
    BreaksNotDer,
    /// Nothing is broken, but the extensions are not written in DER.
    PassesNotDer,
}

impl Outcome {
    pub(super) fn of(self, signer: &Signer) -> Expectation {
        let expect = message(signer).content(CONTENT);
        let expect = match self {
            Self::Passes | Self::Breaks => expect,
            Self::PassesNotDer | Self::BreaksNotDer => expect.finding(Finding::CertificateNotDer),
        };
        match self {
            Self::Passes | Self::PassesNotDer => expect,
            Self::Breaks | Self::BreaksNotDer => {
                expect.indeterminate(SubIndication::ChainConstraintsFailure, Check::Path)
            }
        }
    }
}

/// A case about a signer whose certificate has another shape.
pub(super) fn shaped(
    scene: &Scene<'_>,
    name: &str,
    reason: &str,
    source: &str,
    outcome: Outcome,
    shape: impl FnOnce(Template) -> Template,
) -> io::Result<()> {
    let signer = scene.ca.ec_signer_as(shape);
    let document = document(&signer).encode();
    scene.save(name, document, reason, source, outcome.of(&signer))
}

/// The end of a case's name, and the words.
pub(super) fn criticality(critical: bool) -> (&'static str, &'static str) {
    if critical {
        ("", "critical")
    } else {
        ("-not-critical", "not critical")
    }
}
