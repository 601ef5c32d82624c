//! One time for the whole path.

use super::{MIDDLE, Outcome, Scene, case, passed};
use crate::generate::der::utc_time;
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use std::io;

const SOURCE: &str = "RFC 5280 6.1.3 (a) (2); cosign CVE-2026-24122: one time for all certificates";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let short = scene.root.ca_as(MIDDLE, &Key::ec(), |it| {
        it.valid(utc_time("250601000000Z"), utc_time("260131235959Z"))
    });
    let signer = short.signer();
    let vector = |name: &str, expect| case(name, &signer, expect).intermediate(&short.certificate);
    scene.save(
        vector("intermediate-expired", passed(&signer).expired()),
        "The CA's certificate had expired, though the signer's had not and both were valid when it was issued.",
        SOURCE,
    )?;
    scene.save(
        vector(
            "intermediate-not-yet-valid",
            passed(&signer).not_yet_valid(),
        )
        .at("2025-05-01T00:00:00Z"),
        "The signer's certificate was valid before the CA's was.",
        SOURCE,
    )?;
    scene.save(
        vector("intermediate-at-not-after", passed(&signer)).at("2026-01-31T23:59:59Z"),
        "The time asked is notAfter of the CA's certificate.",
        SOURCE,
    )?;
    scene.save(
        vector("intermediate-at-not-before", passed(&signer)).at("2025-06-01T00:00:00Z"),
        "The time asked is notBefore of the CA's certificate.",
        SOURCE,
    )?;
    let late = scene.root.ca_as(MIDDLE, &short.key, |it| {
        it.valid(utc_time("260101000000Z"), utc_time("391231235959Z"))
    });
    scene.save(
        vector("intermediate-renewed", passed(&signer)).intermediate(&late.certificate),
        "The CA's certificate had expired, and another one for the same key is valid.",
        "RFC 5280 6.1: any one path will do",
    )?;
    let root = Ca::root_as("Test old root CA", &Key::ec(), |it| {
        it.valid(utc_time("150101000000Z"), utc_time("210101000000Z"))
    });
    let middle = root.ca(MIDDLE);
    let signer = middle.signer();
    scene.save(
        case("anchor-expired", &signer, Outcome::Passes.of(&signer))
            .trusting(&root.certificate)
            .intermediate(&middle.certificate),
        "The certificate that the anchor came in had expired, which is not asked.",
        "RFC 5280 6.1.1 (d): an anchor is a name and a key",
    )
}
