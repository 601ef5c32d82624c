//! The example of the README: a file from the vectors, verified. Run from the project's root.

use injang_core::{Limits, Policy, Request, Revocation, SignedDocument, Time, TrustAnchor};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let anchor = TrustAnchor::from_certificate(&std::fs::read("tests/vectors/toss/ca.der")?)?;
    let policy = Policy::new(
        injang_crypto::default_backend(),
        [anchor],
        Revocation::NotChecked,
    );
    let request = Request::at(Time::parse("2026-03-02T09:00:00Z")?);

    let file = std::fs::read("tests/vectors/toss/attached/document.der")?;
    let decoded = injang_core::armor::decode(&file)?;
    let der = decoded.to_der(Limits::default())?;
    let document = SignedDocument::parse(&der)?;
    let verified = document.verify(&policy, &request)?;
    assert_eq!(verified.content().map(<[u8]>::len), Some(94));
    Ok(())
}
