//! A document with a path and a CRL, judged, and its report written.

use injang::{Policy, Report, Request, Revocation, Time};
use injang_crypto::AwsLc;
use std::fs;
use std::path::Path;

/// A document of Toss's shape, and the policy that trusts its authority and has its CRL.
pub struct Judged {
    document: Vec<u8>,
    policy: Policy,
}

impl Judged {
    /// The vector whose CRL shows that the certificate is good.
    ///
    /// # Panics
    /// If the vectors are not there.
    pub fn crl_good() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors");
        let read = |name: &str| fs::read(folder.join(name)).expect("vector");
        let policy = Policy::builder(Revocation::Require)
            .crypto(&AwsLc)
            .trust(&read("toss/ca.der"))
            .expect("anchor")
            .revocation_data(&read("revocation/crl-good/evidence-0.der"))
            .expect("CRL")
            .build();
        Self {
            document: read("revocation/crl-good/document.der"),
            policy,
        }
    }

    /// Judges the document.
    ///
    /// # Panics
    /// Never: the time is a constant.
    pub fn audit(&self) -> Report {
        let at = Time::parse("2026-03-02T09:00:00Z").expect("time");
        self.policy.audit(&self.document, &Request::at(at))
    }
}
