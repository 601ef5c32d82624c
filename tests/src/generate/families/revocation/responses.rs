//! OCSP responses that the CA signed itself.

use super::{Outcome, Scene, only_with};
use crate::generate::algorithm::Hash;
use crate::generate::crl::HOLD;
use crate::generate::der::{forged, null, octet_string};
use crate::generate::hierarchy::Ca;
use crate::generate::ocsp::{Response, Single, by_key, by_name, without_answer};
use crate::generate::oid as id;
use std::io;

const SOURCE: &str = "RFC 6960 3.2, 4.1.1 and 4.2";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    said(scene)?;
    times(scene)?;
    certificates(scene)?;
    forms(scene)
}

/// A response of the CA.
fn of(ca: &Ca, single: Single) -> Response {
    Response::new(by_name(&ca.name), single)
}

fn said(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Good, Later, Open, Revoked};
    let (ca, serial) = (&scene.middle, &scene.signer.serial);
    let good = || Single::good(ca, serial);
    let later = || good().times("20260401000000Z", Some("20260408000000Z"));
    for (name, outcome, single, reason) in [
        (
            "ocsp-good",
            Good,
            good(),
            "The CA itself says that the certificate is good.",
        ),
        (
            "ocsp-revoked",
            Revoked,
            good().revoked("20260220000000Z", Some(1)),
            "The CA says that the certificate was revoked before the time asked.",
        ),
        (
            "ocsp-revoked-without-reason",
            Revoked,
            good().revoked("20260220000000Z", None),
            "The CA says that the certificate was revoked, and gives no reason.",
        ),
        (
            "ocsp-revoked-at",
            Revoked,
            later().revoked("20260302090000Z", None),
            "The certificate was revoked at the very time asked.",
        ),
        (
            "ocsp-revoked-later",
            Later,
            later().revoked("20260320000000Z", Some(4)),
            "The certificate was revoked after the time asked.",
        ),
        (
            "ocsp-hold",
            Revoked,
            good().revoked("20260220000000Z", Some(HOLD)),
            "The certificate was on hold at the time asked.",
        ),
        (
            "ocsp-unknown",
            Open,
            good().unknown(),
            "The responder does not know the certificate.",
        ),
    ] {
        let response = of(ca, single).sign(&ca.key);
        scene.case(name, outcome, &[response], reason, SOURCE)?;
    }
    Ok(())
}

fn times(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Good, Open};
    for (name, outcome, this_update, next_update, reason) in [
        (
            "ocsp-stale",
            Open,
            "20260220000000Z",
            Some("20260227000000Z"),
            "The response was out of date at the time asked.",
        ),
        (
            "ocsp-next-update-at",
            Good,
            "20260220000000Z",
            Some("20260302090000Z"),
            "nextUpdate is the time asked.",
        ),
        (
            "ocsp-next-update-before",
            Open,
            "20260220000000Z",
            Some("20260302085959Z"),
            "nextUpdate is a second before the time asked.",
        ),
        (
            "ocsp-without-next-update",
            Open,
            "20260302085959Z",
            None,
            "The response has no nextUpdate, so that newer information may have been there a second later.",
        ),
        (
            "ocsp-without-next-update-at",
            Good,
            "20260302090000Z",
            None,
            "The response has no nextUpdate, and covers the very time asked.",
        ),
        (
            "ocsp-without-next-update-later",
            Open,
            "20260320000000Z",
            None,
            "The response has no nextUpdate, and covers a time after the time asked. Nothing shows that the CA's own certificate had not been revoked by then, and its signer is judged at that time.",
        ),
        (
            "ocsp-issued-after-expiry",
            Open,
            "20280101000000Z",
            Some("20280108000000Z"),
            "The response is of after the certificate's end, when nothing need be known any more.",
        ),
    ] {
        let single =
            Single::good(&scene.middle, &scene.signer.serial).times(this_update, next_update);
        let response = of(&scene.middle, single)
            .produced_at(this_update)
            .sign(&scene.middle.key);
        scene.case(
            name,
            outcome,
            &[response],
            reason,
            "RFC 6960 2.4 and 4.2.2.1",
        )?;
    }
    Ok(())
}

/// Which certificate it is about.
fn certificates(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let (ca, serial) = (&scene.middle, &scene.signer.serial);
    let mut other = serial.clone();
    other[7] ^= 1;
    let key = ca.key.key_octets();
    let about = |name: &[u8], key: &[u8]| Single::about(Hash::Sha1, name, key, serial);
    let revoked = |single: Single| single.revoked("20260220000000Z", None);
    let several = of(ca, Single::good(ca, &other))
        .single(Single::good(&scene.root, serial))
        .single(Single::good(ca, serial));
    let several_revoked = of(ca, revoked(Single::good(ca, &other)))
        .single(revoked(Single::good(&scene.root, serial)))
        .single(Single::good(ca, serial));
    let last_revoked = of(ca, Single::good(ca, &other)).single(revoked(Single::good(ca, serial)));
    let mut contradicting = of(ca, Single::good(ca, serial));
    contradicting = contradicting.single(revoked(Single::good(ca, serial)));
    let none = {
        let mut response = of(ca, Single::good(ca, serial));
        response.singles.clear();
        response
    };
    for (name, outcome, response, reason) in [
        (
            "ocsp-sha256",
            Good,
            of(ca, Single::under(Hash::Sha256, ca, serial)),
            "The response names the certificate by SHA-256.",
        ),
        (
            "ocsp-sha512",
            Good,
            of(ca, Single::under(Hash::Sha512, ca, serial)),
            "The response names the certificate by SHA-512.",
        ),
        (
            "ocsp-sha256-revoked",
            Revoked,
            of(ca, revoked(Single::under(Hash::Sha256, ca, serial))),
            "The response names the revoked certificate by SHA-256.",
        ),
        (
            "ocsp-another-serial",
            Open,
            of(ca, Single::good(ca, &other)),
            "The response is about another serial number.",
        ),
        (
            "ocsp-another-key-hash",
            Open,
            of(ca, about(&ca.name, &scene.root.key.key_octets())),
            "issuerKeyHash is that of another key.",
        ),
        (
            "ocsp-another-name-hash",
            Open,
            of(ca, about(&scene.root.name, &key)),
            "issuerNameHash is that of another name.",
        ),
        (
            "ocsp-key-hash-of-info",
            Open,
            of(ca, about(&ca.name, &ca.key.spki())),
            "issuerKeyHash is that of the whole SubjectPublicKeyInfo.",
        ),
        (
            "ocsp-several",
            Good,
            several,
            "Of several answers the last is about the certificate.",
        ),
        (
            "ocsp-several-others-revoked",
            Good,
            several_revoked,
            "Of several answers the last is about the certificate, and those before say that others were revoked.",
        ),
        (
            "ocsp-several-own-revoked",
            Revoked,
            last_revoked,
            "Of several answers the last is about the certificate and says that it was revoked.",
        ),
        (
            "ocsp-contradicting",
            Revoked,
            contradicting,
            "Of two answers about the certificate one says good and one revoked.",
        ),
        (
            "ocsp-no-answers",
            Open,
            none,
            "The response has no answers.",
        ),
    ] {
        scene.case(name, outcome, &[response.sign(&ca.key)], reason, SOURCE)?;
    }
    Ok(())
}

fn forms(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Good, Open};
    let (ca, serial) = (&scene.middle, &scene.signer.serial);
    let single = || Single::good(ca, serial);
    let usual = || of(ca, single());
    let forged = forged(usual().sign(&ca.key));
    let mut sha1 = usual();
    sha1.hash = Hash::Sha1;
    let nonce = octet_string(&[7; 16]);
    let by_key_of = |key| Response::new(by_key(key), single());
    for (name, outcome, evidence, reason) in [
        (
            "ocsp-by-key",
            Good,
            by_key_of(&ca.key).sign(&ca.key),
            "The response names its responder by the CA's key.",
        ),
        (
            "ocsp-by-another-key",
            Open,
            by_key_of(&scene.root.key).sign(&ca.key),
            "The response names its responder by another key than it is signed with.",
        ),
        (
            "ocsp-by-another-name",
            Open,
            Response::new(by_name(&scene.root.name), single()).sign(&ca.key),
            "The response names its responder by another name than that of its key.",
        ),
        (
            "ocsp-nonce",
            Good,
            usual()
                .with(id::ID_PKIX_OCSP_NONCE, false, &nonce)
                .sign(&ca.key),
            "The response repeats a nonce, which says nothing to those who did not ask.",
        ),
        (
            "ocsp-nonce-critical",
            Good,
            usual()
                .with(id::ID_PKIX_OCSP_NONCE, true, &nonce)
                .sign(&ca.key),
            "The nonce is critical, and known.",
        ),
        (
            "ocsp-unknown-extension",
            Good,
            usual().with(id::UNKNOWN, false, &null()).sign(&ca.key),
            "The response has an unknown extension that is not critical.",
        ),
        (
            "ocsp-unknown-critical",
            Open,
            usual().with(id::UNKNOWN, true, &null()).sign(&ca.key),
            "The response has an unknown critical extension.",
        ),
        (
            "ocsp-single-unknown-extension",
            Good,
            of(ca, single().with(id::UNKNOWN, false, &null())).sign(&ca.key),
            "The answer has an unknown extension that is not critical.",
        ),
        (
            "ocsp-single-unknown-critical",
            Open,
            of(ca, single().with(id::UNKNOWN, true, &null())).sign(&ca.key),
            "The answer has an unknown critical extension.",
        ),
        (
            "ocsp-forged",
            Open,
            forged,
            "One bit of the response's signature changed.",
        ),
        (
            "ocsp-sha1",
            Open,
            sha1.sign(&ca.key),
            "The response is signed with SHA-1, which is too weak to rely on.",
        ),
        (
            "ocsp-status-try-later",
            Open,
            without_answer(3),
            "The responder says tryLater and answers nothing.",
        ),
        (
            "ocsp-status-unauthorized",
            Open,
            without_answer(6),
            "The responder says unauthorized and answers nothing.",
        ),
        (
            "ocsp-status-successful-alone",
            Open,
            without_answer(0),
            "The responder says successful and answers nothing.",
        ),
        (
            "ocsp-of-the-root",
            Open,
            Response::new(by_name(&scene.root.name), single()).sign(&scene.root.key),
            "The root answers for the CA below it, which it must not.",
        ),
    ] {
        scene.case(name, outcome, &[evidence], reason, SOURCE)?;
    }
    let about_ca = Single::good(&scene.root, &scene.middle.serial);
    let of_root = |single| of(&scene.root, single).sign(&scene.root.key);
    for (name, outcome, single, reason) in [
        (
            "ocsp-of-both",
            Good,
            about_ca.clone(),
            "The root says by OCSP that the CA is good, the CA that the signer is.",
        ),
        (
            "ocsp-ca-revoked",
            Outcome::Revoked,
            about_ca.revoked("20260220000000Z", Some(2)),
            "The root says by OCSP that the CA was revoked.",
        ),
    ] {
        let evidence = [usual().sign(&ca.key), of_root(single)];
        let vector = only_with(name, &scene.signer, outcome, &evidence);
        scene.save(vector, reason, SOURCE)?;
    }
    Ok(())
}
