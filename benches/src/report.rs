//! A document with a path and a CRL, judged, and its report written.

use injang::input_document::{self, InputDocument};
use injang::redaction::View;
use injang::verification::{self, Verification};
use injang::{json, text};
use injang_core::{
    Certificate, Content, Limits, Policy, Revocation, RevocationData, Time, TrustAnchor,
};
use injang_crypto::AwsLc;
use std::fs;
use std::path::Path;

/// A document, the two certificates above its signer's, and the CRL of each issuer.
pub struct Judged {
    document: Vec<u8>,
    root: Vec<u8>,
    intermediate: Vec<u8>,
    crls: [Vec<u8>; 2],
}

impl Judged {
    /// The vector whose CRLs show that the certificates are good.
    ///
    /// # Panics
    /// If the vectors are not there.
    pub fn crl_good() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/revocation");
        let read = |name: &str| fs::read(folder.join(name)).expect("vector");
        Self {
            document: read("crl-good/document.der"),
            root: read("root.der"),
            intermediate: read("intermediate.der"),
            crls: ["crl-good/evidence-0.der", "crl-good/evidence-1.der"].map(read),
        }
    }

    /// Lends the document, opened, and the policy without a cache of verified signatures.
    ///
    /// # Panics
    /// If the vectors can't be read.
    pub fn with<R>(&self, then: impl FnOnce(&InputDocument<'_>, &Policy<'_>) -> R) -> R {
        let mut data = RevocationData::new();
        for crl in &self.crls {
            data.add(crl, &AwsLc).expect("CRL");
        }
        let anchor = TrustAnchor::from_certificate(&self.root).expect("anchor");
        let intermediate = Certificate::from_der(&self.intermediate).expect("certificate");
        let at = Time::parse("2026-03-02T09:00:00Z").expect("time");
        let policy = Policy::new(&AwsLc, [anchor], Revocation::Require(&data), at)
            .intermediates([intermediate]);
        input_document::open(&self.document, Limits::default(), &[], |input| {
            verify(input, &policy, |it| assert!(it.report.is_accepted()));
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
