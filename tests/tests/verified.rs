//! `verify` decides as `audit` describes, and hands out the content that was signed only where all is
//! good.

use injang_core::{Content, Der, Limits, SignedDocument, Verdict};
use injang_crypto::Combined;
use injang_tests::runner::{Inputs, vectors};

#[test]
fn verify_decides_as_audit_describes() {
    let (mut accepted, mut rejected) = (0, 0);
    for vector in vectors() {
        let inputs = Inputs::read(&vector);
        let Ok(decoded) = injang_core::armor::decode(&inputs.document) else {
            continue;
        };
        let Ok(der) = Der::from_ber(&decoded.octets, Limits::default()) else {
            continue;
        };
        let Ok(mut document) = SignedDocument::parse(&der) else {
            continue;
        };
        document.add_certificates(inputs.certificates());
        let evidence = inputs.evidence(&Combined);
        let policy = inputs.policy(&vector.case, &evidence, &Combined);
        let request = inputs.request(&vector.case);
        let described = document.audit(&policy, &request);
        match document.verify(&policy, &request) {
            Ok(verified) => {
                accepted += 1;
                assert_eq!(described.verdict, Verdict::TotalPassed, "{}", vector.name);
                assert_eq!(verified.report(), &described, "{}", vector.name);
                let signed = match inputs.content() {
                    Content::Detached(octets) => Some(octets),
                    _ => document.untrusted_content(),
                };
                assert_eq!(verified.content(), signed, "{}", vector.name);
            }
            Err(rejection) => {
                rejected += 1;
                assert_ne!(described.verdict, Verdict::TotalPassed, "{}", vector.name);
                let sentence = rejection.to_string();
                let verdict = described.verdict.name();
                assert!(sentence.starts_with(verdict), "{}", vector.name);
                assert_eq!(rejection.into_report(), described, "{}", vector.name);
            }
        }
    }
    assert!(
        accepted > 500 && rejected > 500,
        "{accepted} and {rejected}"
    );
}
