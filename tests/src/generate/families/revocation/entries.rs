//! What stands in the entries of a CRL: reasons, other dates, other extensions.

use super::{Outcome, Scene};
use crate::case::Finding;
use crate::generate::crl::{Crl, Entry, HOLD, REMOVE, clean};
use crate::generate::distribution::Scope;
use std::io;

const SOURCE: &str = "RFC 5280 5.3";
const BEFORE: &str = "260220000000Z";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let own = &scene.signer.serial;
    let mut other = own.clone();
    other[7] ^= 1;
    let listed = || Entry::new(own, BEFORE);
    let foreign = || Entry::new(&other, BEFORE);
    for (name, outcome, entries, reason) in [
        (
            "entry-key-compromise",
            Revoked,
            vec![listed().reason(1)],
            "The key was compromised.",
        ),
        (
            "entry-superseded",
            Revoked,
            vec![listed().reason(4)],
            "The certificate was superseded.",
        ),
        (
            "entry-unspecified",
            Revoked,
            vec![listed().reason(0)],
            "The reason is unspecified, and written though it should not be.",
        ),
        (
            "entry-privilege-withdrawn",
            Revoked,
            vec![listed().reason(9)],
            "The privilege was withdrawn.",
        ),
        (
            "entry-hold",
            Revoked,
            vec![listed().reason(HOLD)],
            "The certificate was on hold at the time asked.",
        ),
        (
            "entry-remove",
            Open,
            vec![listed().reason(REMOVE)],
            "removeFromCRL stands in a complete CRL, where it has no meaning.",
        ),
        (
            "entry-remove-of-another",
            Good,
            vec![foreign().reason(REMOVE)],
            "removeFromCRL stands in a complete CRL, in the entry of another certificate.",
        ),
        (
            "entry-unknown-critical",
            Open,
            vec![listed().unknown(true)],
            "The certificate's entry has an unknown critical extension.",
        ),
        (
            "entry-unknown-critical-of-another",
            Open,
            vec![foreign().unknown(true)],
            "Another certificate's entry has an unknown critical extension: the CRL must not be used for any.",
        ),
        (
            "entry-unknown",
            Revoked,
            vec![listed().unknown(false)],
            "The certificate's entry has an unknown extension that is not critical.",
        ),
        (
            "entry-reason-twice",
            Open,
            vec![listed().reason(1).reason(HOLD)],
            "The certificate's entry has two reasons.",
        ),
        (
            "entry-invalidity-date",
            Revoked,
            vec![listed().invalid_since("20260101000000Z")],
            "The certificate was revoked, and the key may have been compromised before.",
        ),
        (
            "entry-invalidity-date-before",
            Revoked,
            vec![Entry::new(own, "260310000000Z").invalid_since("20260101000000Z")],
            "The certificate was revoked after the time asked, and invalidityDate says that its key may have been compromised before: the earlier date counts.",
        ),
        (
            "entry-twice-earlier-last",
            Revoked,
            vec![Entry::new(own, "260310000000Z"), listed()],
            "The certificate is listed twice, the earlier date last.",
        ),
        (
            "entry-among-others",
            Revoked,
            vec![foreign(), listed(), foreign()],
            "The certificate is listed among others.",
        ),
    ] {
        let crl = entries
            .into_iter()
            .fold(Crl::new(&scene.middle.name).number(3), Crl::entry);
        let evidence = [crl.sign(&scene.middle.key)];
        let mut vector = scene.about(name, &scene.signer, outcome, &evidence);
        if name == "entry-remove-of-another" {
            vector = vector.finding(Finding::CrlForm);
        }
        scene.save(vector, reason, SOURCE)?;
    }
    holds(scene)
}

/// A hold ends where a newer CRL has the entry no longer.
fn holds(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Good, Revoked};
    let (ca, own) = (&scene.middle, &scene.signer.serial);
    let on_hold = Crl::new(&ca.name)
        .number(3)
        .entry(Entry::new(own, BEFORE).reason(HOLD))
        .sign(&ca.key);
    let later = |this_update, next_update| {
        Crl::new(&ca.name)
            .times(this_update, Some(next_update))
            .number(4)
            .sign(&ca.key)
    };
    let before = later("260225000000Z", "260325000000Z");
    let after = later("260305000000Z", "260405000000Z");
    let compromised = Crl::new(&ca.name)
        .number(3)
        .entry(Entry::new(own, BEFORE).reason(1))
        .sign(&ca.key);
    let partial = Crl::new(&ca.name)
        .times("260225000000Z", Some("260325000000Z"))
        .scope(&Scope::some_reasons(&[1]))
        .sign(&ca.key);
    let source = "RFC 5280 5.3.1; X.509: a hold may be released, another revocation may not";
    for (name, outcome, evidence, reason) in [
        (
            "hold-released",
            Good,
            vec![on_hold.clone(), before.clone()],
            "A hold was released before the time asked, as a newer CRL shows.",
        ),
        (
            "hold-released-other-order",
            Good,
            vec![before.clone(), on_hold.clone()],
            "The same with the newer CRL first.",
        ),
        (
            "hold-released-later",
            Revoked,
            vec![on_hold.clone(), after],
            "A hold was released after the time asked, at which the certificate was on hold.",
        ),
        (
            "hold-released-by-a-part",
            Revoked,
            vec![on_hold.clone(), partial],
            "The certificate is on hold, and a newer CRL that does not list it covers other reasons only.",
        ),
        (
            "hold-not-yet",
            Revoked,
            vec![on_hold, clean(ca)],
            "One CRL has the certificate on hold, and another one of the same time has not.",
        ),
        (
            "revoked-then-absent",
            Revoked,
            vec![compromised, before],
            "The key was compromised, and a newer CRL does not list the certificate any more.",
        ),
    ] {
        scene.case(name, outcome, &evidence, reason, source)?;
    }
    Ok(())
}
