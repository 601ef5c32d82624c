//! A CRL of the CA: whose it is, when it is from, and whether it can be used at all.

use super::{Outcome, Scene};
use crate::case::Finding;
use crate::generate::algorithm::Hash;
use crate::generate::certificate::{authority_key_identifier, extension};
use crate::generate::crl::{Crl, Entry, clean};
use crate::generate::der::{forged, generalized_time, null};
use crate::generate::hierarchy::Ca;
use crate::generate::oid as id;
use std::io;

const SOURCE: &str = "RFC 5280 5.1 and 6.3.3; PKITS 4.4";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    usable(scene)?;
    times(scene)?;
    dates(scene)
}

fn usable(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Good, Open};
    let (ca, key) = (&scene.middle, &scene.middle.key);
    let usual = || Crl::new(&ca.name).number(1);
    let unknown = |is_critical| extension(id::UNKNOWN, is_critical, &null());
    let forged = forged(clean(ca));
    let mut sha1 = usual();
    sha1.hash = Hash::Sha1;
    let mut differing = usual();
    differing.inner_algorithm = Some(Hash::Sha384.with_ecdsa());
    let namesake = Ca::root("Test intermediate CA");
    let stranger = Ca::root("Another CA");
    let own = authority_key_identifier(&[0x77; 20]);
    for (name, outcome, evidence, reason) in [
        (
            "crl-good",
            Good,
            vec![clean(ca)],
            "The CA's CRL is fresh and does not list the signer's certificate.",
        ),
        (
            "crl-good-twice",
            Good,
            vec![clean(ca), clean(ca)],
            "The CA's CRL is there in two copies, signed anew.",
        ),
        ("crl-missing", Open, vec![], "There is no CRL of the CA."),
        (
            "crl-forged",
            Open,
            vec![forged],
            "One bit of the CRL's signature changed.",
        ),
        (
            "crl-of-a-namesake",
            Open,
            vec![clean(&namesake)],
            "The CRL has the CA's name and is signed with another key.",
        ),
        (
            "crl-of-another",
            Open,
            vec![clean(&stranger)],
            "The CRL is one of another CA.",
        ),
        (
            "crl-of-the-root",
            Open,
            vec![Crl::new(&ca.name).sign(&scene.root.key)],
            "The CRL has the CA's name and is signed with the root's key, which is not the CA's.",
        ),
        (
            "crl-sha1",
            Open,
            vec![sha1.sign(key)],
            "The CRL is signed with SHA-1, which is too weak to rely on.",
        ),
        (
            "crl-algorithms-differ",
            Open,
            vec![differing.sign(key)],
            "The CRL names ecdsa-with-SHA384 inside and ecdsa-with-SHA256, under which it verifies, outside.",
        ),
        (
            "crl-unknown-critical",
            Open,
            vec![usual().with(unknown(true)).sign(key)],
            "The CRL has an unknown critical extension.",
        ),
        (
            "crl-unknown",
            Good,
            vec![usual().with(unknown(false)).sign(key)],
            "The CRL has an unknown extension that is not critical.",
        ),
        (
            "crl-number-repeated",
            Open,
            vec![usual().number(2).sign(key)],
            "cRLNumber stands twice.",
        ),
        (
            "crl-without-extensions",
            Good,
            vec![Crl::new(&ca.name).sign(key)],
            "The CRL has no extensions.",
        ),
        (
            "crl-other-key-identifier",
            Good,
            vec![usual().with(own).sign(key)],
            "authorityKeyIdentifier names another key; it is a hint, and the signature verifies under the CA's.",
        ),
    ] {
        scene.case(name, outcome, &evidence, reason, SOURCE)?;
    }
    Ok(())
}

/// When a CRL covers the time asked, which is 2 March 2026, 09:00:00.
fn times(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Good, Open};
    let source = "RFC 5280 5.1.2.4, 5.1.2.5 and 6.3.3; verdicts: fresh at the time asked";
    for (name, outcome, this_update, next_update, reason) in [
        (
            "crl-stale",
            Open,
            "260201000000Z",
            Some("260301000000Z"),
            "The CRL was out of date at the time asked.",
        ),
        (
            "crl-next-update-at",
            Good,
            "260201000000Z",
            Some("260302090000Z"),
            "nextUpdate is the time asked.",
        ),
        (
            "crl-next-update-before",
            Open,
            "260201000000Z",
            Some("260302085959Z"),
            "nextUpdate is a second before the time asked.",
        ),
        (
            "crl-this-update-at",
            Good,
            "260302090000Z",
            Some("260303000000Z"),
            "thisUpdate is the time asked.",
        ),
        (
            "crl-issued-later",
            Open,
            "260401000000Z",
            Some("260501000000Z"),
            "The CRL was issued after the time asked, while the certificate was valid and would have been listed. Nothing shows that the CA's own certificate had not been revoked by then, and its signer is judged at that time.",
        ),
        (
            "crl-issued-years-later",
            Open,
            "271201000000Z",
            Some("280101000000Z"),
            "The CRL was issued in the certificate's last month. Nothing shows that the CA's own certificate had not been revoked by then, and its signer is judged at that time.",
        ),
        (
            "crl-issued-at-not-after",
            Open,
            "271231235959Z",
            Some("280201000000Z"),
            "The CRL was issued in the certificate's last second. Nothing shows that the CA's own certificate had not been revoked by then, and its signer is judged at that time.",
        ),
        (
            "crl-issued-after-expiry",
            Open,
            "280101000000Z",
            Some("280201000000Z"),
            "The CRL was issued a second after the certificate's end, when it need not be listed any more.",
        ),
        (
            "crl-without-next-update",
            Open,
            "260302000000Z",
            None,
            "The CRL has no nextUpdate, so that nobody knows until when it holds.",
        ),
        (
            "crl-without-next-update-later",
            Good,
            "260303000000Z",
            None,
            "The CRL has no nextUpdate, and was issued after the time asked.",
        ),
    ] {
        let crl = Crl::new(&scene.middle.name).times(this_update, next_update);
        let evidence = [crl.sign(&scene.middle.key)];
        scene.case(name, outcome, &evidence, reason, source)?;
    }
    let mut crl = Crl::new(&scene.middle.name);
    crl.this_update = generalized_time("20260215000000Z");
    crl.next_update = Some(generalized_time("20260315000000Z"));
    let evidence = [crl.sign(&scene.middle.key)];
    let vector = scene.about("crl-generalized-times", &scene.signer, Good, &evidence);
    scene.save(
        vector.finding(Finding::CrlForm),
        "The CRL's times before 2050 are GeneralizedTime, and are read all the same.",
        source,
    )
}

/// When the certificate was revoked.
fn dates(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Good, Later, Open, Revoked};
    let source = "RFC 5280 5.3 and 6.3.3 (i) and (j); ETSI EN 319 102-1 5.2.6";
    let (february, april) = (
        ("260215000000Z", "260315000000Z"),
        ("260401000000Z", "260501000000Z"),
    );
    let own = &scene.signer.serial;
    let mut other = own.clone();
    other[7] ^= 1;
    for (name, outcome, serial, date, (this_update, next_update), reason) in [
        (
            "crl-revoked",
            Revoked,
            own,
            "260220000000Z",
            february,
            "The certificate was revoked before the time asked.",
        ),
        (
            "crl-revoked-at",
            Revoked,
            own,
            "260302090000Z",
            april,
            "The certificate was revoked at the very time asked.",
        ),
        (
            "crl-revoked-second-later",
            Open,
            own,
            "260302090001Z",
            april,
            "The certificate was revoked a second after the time asked. Nothing shows that the CA's own certificate had not been revoked by then, and its signer is judged at that time.",
        ),
        (
            "crl-revoked-later",
            Open,
            own,
            "260320000000Z",
            april,
            "The certificate was revoked after the time asked, as a later CRL says. Nothing shows that the CA's own certificate had not been revoked by then, and its signer is judged at that time.",
        ),
        (
            "crl-revoked-told-later",
            Revoked,
            own,
            "260220000000Z",
            april,
            "A CRL of after the time asked says that the certificate was revoked before.",
        ),
        (
            "crl-revoked-in-future",
            Later,
            own,
            "260310000000Z",
            february,
            "A CRL of before the time asked has a date of after it.",
        ),
        (
            "crl-revoked-and-stale",
            Revoked,
            own,
            "260210000000Z",
            ("260211000000Z", "260301000000Z"),
            "The CRL lists the certificate, and was out of date at the time asked: a revocation does not lapse with it.",
        ),
        (
            "crl-another-serial",
            Good,
            &other,
            "260220000000Z",
            february,
            "The CRL lists another serial number of the same length.",
        ),
    ] {
        let crl = Crl::new(&scene.middle.name)
            .times(this_update, Some(next_update))
            .number(3)
            .entry(Entry::new(serial, date));
        let evidence = [crl.sign(&scene.middle.key)];
        scene.case(name, outcome, &evidence, reason, source)?;
    }
    Ok(())
}
