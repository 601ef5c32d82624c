//! The example of the README: a file from the vectors, verified. Run from the project's root.

use injang::{Policy, Request, Revocation};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Whom you trust: the CA certificate in any form, after you compared its fingerprint.
    let ca = std::fs::read("tests/vectors/toss/ca.der")?;
    let policy = Policy::builder(Revocation::NotChecked).trust(&ca)?.build();
    // The time at which the signature is known to have existed.
    let request = Request::at("2026-03-02T09:00:00Z".parse()?);

    // Describe: a report, whatever it says.
    let file = std::fs::read("tests/vectors/toss/attached/document.der")?;
    let report = policy.audit(&file, &request);
    assert!(report.is_accepted());
    println!("{report}");

    // Decide: what was signed, or an error that carries the report.
    let verified = policy.verify(&file, &request)?;
    assert_eq!(verified.content().map(<[u8]>::len), Some(94));
    Ok(())
}
