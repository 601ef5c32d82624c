//! A document with a path and a CRL, judged, and its report written.

use injang::{Policy, Report, Request, Revocation, Time};
use injang_crypto::AwsLc;
use std::fs;
use std::path::Path;

/// A document, and the policy that has the two certificates above its signer's and a CRL of each.
pub struct Judged {
    document: Vec<u8>,
    policy: Policy,
}

impl Judged {
    /// The vector whose CRLs show that its certificates are good, with a cache of so many verified
    /// signatures.
    ///
    /// # Panics
    /// If the vectors are not there.
    pub fn crl_good(cache: usize) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/revocation");
        let read = |name: &str| fs::read(folder.join(name)).expect("vector");
        let mut policy = Policy::builder(Revocation::Require)
            .crypto(&AwsLc)
            .cache_size(cache)
            .trust(&read("root.der"))
            .expect("anchor")
            .intermediates(&read("intermediate.der"))
            .expect("certificate");
        for name in ["crl-good/evidence-0.der", "crl-good/evidence-1.der"] {
            policy = policy.revocation_data(&read(name)).expect("CRL");
        }
        Self {
            document: read("crl-good/document.der"),
            policy: policy.build(),
        }
    }

    /// Judges the document.
    ///
    /// # Panics
    /// If it does not pass.
    pub fn audit(&self) -> Report {
        let at = Time::parse("2026-03-02T09:00:00Z").expect("time");
        let report = self.policy.audit(&self.document, &Request::at(at));
        assert!(report.is_accepted());
        report
    }
}
