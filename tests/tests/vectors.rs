//! Every vector comes out as it expects, under every backend.

use injang::CryptoProvider;
use injang_crypto::{AwsLc, Combined, RustCrypto};
use injang_tests::runner::{Inputs, expected, judge, vectors};

#[test]
fn every_vector_under_every_backend() {
    let vectors = vectors();
    assert!(vectors.len() > 500, "only {} vectors", vectors.len());
    let mut wrong = Vec::new();
    for vector in &vectors {
        let inputs = Inputs::read(vector);
        let backends: [&dyn CryptoProvider; 3] = [&Combined, &RustCrypto, &AwsLc];
        for crypto in backends {
            if crypto.name() == "aws-lc-rs" && NOT_IN_AWS_LC.contains(&vector.name.as_str()) {
                // What aws-lc alone does not compute is undecided there.
                let report = injang::audit(
                    &inputs.document,
                    &inputs.policy(&vector.case, crypto),
                    inputs.content(),
                    injang::Claim::none(),
                );
                let undecided =
                    injang::Verdict::Indeterminate(injang::SubIndication::CryptoConstraintsFailure);
                assert_eq!(report.verdict, undecided, "{}", vector.name);
                continue;
            }
            let (expected, actual) = (expected(&vector.case), judge(vector, &inputs, crypto));
            if expected != actual {
                wrong.push(format!(
                    "{} ({})\n  expected {expected:?}\n  actual   {actual:?}",
                    vector.name,
                    crypto.name()
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Vectors whose algorithm aws-lc leaves to RustCrypto.
const NOT_IN_AWS_LC: [&str; 4] = [
    "algorithm/ecdsa-sha224",
    "algorithm/rsa-sha224",
    "algorithm/rsa-sha224-named",
    "content/detached-digest-sha224",
];
