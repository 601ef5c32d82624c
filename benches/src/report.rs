//! A document with a path and a CRL, judged, and its report written.

use injang::input_document::{self, InputDocument};
use injang::redaction::View;
use injang::verification::{self, Verification};
use injang::{json, text};
use injang_core::{Content, Limits, Policy, Revocation, RevocationData, Time, TrustAnchor};
use injang_crypto::AwsLc;
use std::fs;
use std::path::Path;

/// A document of Toss's shape, its authority and its CRL.
pub struct Judged {
    document: Vec<u8>,
    authority: Vec<u8>,
    crl: Vec<u8>,
}

impl Judged {
    /// The vector whose CRL shows that the certificate is good.
    ///
    /// # Panics
    /// If the vectors are not there.
    pub fn crl_good() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors");
        let read = |name: &str| fs::read(folder.join(name)).expect("vector");
        Self {
            document: read("revocation/crl-good/document.der"),
            authority: read("toss/ca.der"),
            crl: read("revocation/crl-good/evidence-0.der"),
        }
    }

    /// Lends the document, opened, and the policy.
    ///
    /// # Panics
    /// If the vectors can't be read.
    pub fn with<R>(&self, then: impl FnOnce(&InputDocument<'_>, &Policy<'_>) -> R) -> R {
        let mut data = RevocationData::new();
        data.add(&self.crl, &AwsLc).expect("CRL");
        let anchor = TrustAnchor::from_certificate(&self.authority).expect("anchor");
        let at = Time::parse("2026-03-02T09:00:00Z").expect("time");
        let policy = Policy::new(&AwsLc, [anchor], Revocation::Require(&data), at);
        input_document::open(&self.document, Limits::default(), &[], |input| {
            then(input, &policy)
        })
    }
}

/// Judges a document and lends what a report is written from.
pub fn verify<R>(
    input: &InputDocument<'_>,
    policy: &Policy<'_>,
    then: impl FnOnce(&Verification<'_>) -> R,
) -> R {
    verification::judge(input, policy, Content::Embedded, None, None, then)
}

/// The report for programs.
pub fn json(verification: &Verification<'_>) -> String {
    json::report(verification, View::default())
}

/// The report for people.
pub fn text(verification: &Verification<'_>) -> String {
    text::report(verification, View::default())
}
