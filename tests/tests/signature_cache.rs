//! The cache of verified signatures changes no report, however many threads use the policy.

use injang_core::{Certificate, CryptoBackend, Policy, Report, Request};
use injang_crypto::Combined;
use injang_tests::counted::Counted;
use injang_tests::runner::{Inputs, Vector, vectors};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Judges a vector under its policy.
fn report(
    vector: &Vector,
    crypto: &dyn CryptoBackend,
    judge: impl FnOnce(&Inputs, Policy<'_>, &Request<'_>),
) {
    let inputs = Inputs::read(vector);
    let evidence = inputs.evidence(crypto);
    let policy = inputs.policy(&vector.case, &evidence, crypto);
    let request = inputs.request(&vector.case);
    judge(&inputs, policy, &request);
}

#[test]
fn a_hit_changes_no_report() {
    let mut spared = 0;
    for vector in vectors() {
        let crypto = Counted::new(&Combined);
        report(&vector, &crypto, |inputs, policy, request| {
            let audit = |policy: &Policy<'_>| -> (Report, usize) {
                let before = crypto.asked();
                let report = inputs.audit(policy, request);
                (report, crypto.asked() - before)
            };
            let (plain, asked) = audit(&policy);
            let caching = policy.cache(64);
            let (first, at_first) = audit(&caching);
            let (again, at_last) = audit(&caching);
            assert_eq!(plain, first, "{}", vector.name);
            assert_eq!(plain, again, "{}", vector.name);
            // A delegate may be an intermediate too; then one request is enough.
            assert!(at_first <= asked && at_last <= at_first, "{}", vector.name);
            spared += asked - at_last;
        });
    }
    assert!(spared > 500, "only {spared} requests were spared");
}

/// A cache that is too small changes nothing either.
#[test]
fn a_full_cache_changes_no_report() {
    for vector in vectors().iter().step_by(7) {
        report(vector, &Combined, |inputs, policy, request| {
            let plain = inputs.audit(&policy, request);
            let small = policy.cache(0);
            for _ in 0..3 {
                assert_eq!(inputs.audit(&small, request), plain, "{}", vector.name);
            }
        });
    }
}

#[test]
fn threads_share_one_policy() {
    let chain = vectors().into_iter().filter(|vector| {
        vector.name.starts_with("chain/") || vector.name.starts_with("revocation/")
    });
    for vector in chain.take(60) {
        let crypto = Counted::new(&Combined);
        report(&vector, &crypto, |inputs, policy, request| {
            let plain = inputs.audit(&policy, request);
            let policy = &policy.cache(64);
            let plain = &plain;
            let different = AtomicUsize::new(0);
            thread::scope(|scope| {
                for _ in 0..4 {
                    scope.spawn(|| {
                        for _ in 0..4 {
                            let differs = inputs.audit(policy, request) != *plain;
                            different.fetch_add(usize::from(differs), Ordering::Relaxed);
                        }
                    });
                }
            });
            assert_eq!(different.into_inner(), 0, "{}", vector.name);
        });
    }
}

/// The cache holds a signature over these very octets under this very key.
#[test]
fn a_flipped_bit_is_not_in_the_cache() {
    let vector = vectors()
        .into_iter()
        .find(|vector| vector.name == "path/direct")
        .expect("a vector that passes");
    report(&vector, &Combined, |inputs, policy, request| {
        let policy = policy.cache(64);
        assert!(inputs.audit(&policy, request).is_accepted());
        let decoded = injang_core::armor::decode(&inputs.document).expect("armor");
        let der = injang_core::Der::from_ber(&decoded.octets, injang_core::Limits::default())
            .expect("BER");
        let document = injang_core::SignedDocument::parse(&der).expect("SignedData");
        let injang_core::CertificateChoice::Certificate(certificate) = document.certificates()[0]
        else {
            panic!("a certificate");
        };
        let octets = certificate.octets();
        for place in 0..octets.len() {
            let mut changed = octets.to_vec();
            changed[place] ^= 1;
            if let Ok(changed) = Certificate::from_der(&changed) {
                let report = policy.audit_certificate(&changed, &[], request.time());
                assert_ne!(
                    report.verdict,
                    injang_core::Verdict::TotalPassed,
                    "octet {place}"
                );
            }
        }
    });
}
