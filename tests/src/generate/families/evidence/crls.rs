//! CRLs that revoke and don't fit, or are too weak to be relied on.

use super::Scene;
use crate::case::Expectation;
use crate::generate::algorithm::Hash;
use crate::generate::certificate::extension;
use crate::generate::crl::{Crl, Entry, HOLD, clean};
use crate::generate::der::null;
use crate::generate::oid as id;
use std::io;

const SOURCE: &str = "RFC 5280 5.2.4 and 6.3.3";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let (ca, serial) = (&scene.middle, &scene.signer.serial);
    let newer = || Crl::new(&ca.name).times("260301000000Z", Some("260308000000Z"));
    let compromised = || Entry::new(serial, "260220000000Z").reason(1);
    let hold = Entry::new(serial, "260214000000Z").reason(HOLD);
    let sign = |crl: &Crl| crl.sign(&ca.key);
    let mut weak = newer().number(2).entry(compromised());
    weak.hash = Hash::Sha1;
    let stale = Crl::new(&ca.name)
        .times("260220120000Z", Some("260227000000Z"))
        .number(2)
        .entry(compromised());
    let unknown = extension(id::UNKNOWN, true, &null());
    let unprocessed = newer().number(2).with(unknown).entry(compromised());
    let revoked: fn(Expectation) -> Expectation = Expectation::revoked;
    for (name, outcome, evidence, reason) in [
        (
            "delta-without-base-revokes",
            revoked,
            [
                clean(ca),
                sign(&newer().number(6).delta_to(5).entry(compromised())),
            ],
            "The delta belongs to a newer CRL than there is, but what it revokes is revoked.",
        ),
        (
            "delta-hold-to-compromise",
            revoked,
            [
                sign(&Crl::new(&ca.name).number(1).entry(hold)),
                sign(
                    &Crl::new(&ca.name)
                        .number(1)
                        .delta_to(1)
                        .entry(compromised()),
                ),
            ],
            "The certificate was on hold, and a delta of the same time says that its key was compromised.",
        ),
        (
            "weak-crl-revokes",
            Expectation::try_later,
            [clean(ca), sign(&weak)],
            "The newer CRL lists the certificate and is signed with SHA-1: it can't be relied on, nor can the older one be.",
        ),
        (
            "stale-crl-revokes",
            Expectation::revoked,
            [clean(ca), sign(&stale)],
            "A newer CRL, out of date at the time asked, lists the certificate: a revocation does not lapse.",
        ),
        (
            "unprocessed-crl-revokes",
            Expectation::try_later,
            [clean(ca), sign(&unprocessed)],
            "A newer CRL has a critical extension that nobody knows, and lists the certificate.",
        ),
    ] {
        scene.case(name, outcome, &evidence, reason, SOURCE)?;
    }
    Ok(())
}
