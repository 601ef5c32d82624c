//! Indirect CRLs: another issuer signs them, which the certificate names.

use super::crl_issuers::for_crls;
use super::{Outcome, Scene, only_with};
use crate::generate::authority::Signer;
use crate::generate::certificate::key_usage;
use crate::generate::constraint::{directory, uri};
use crate::generate::crl::{Crl, Entry};
use crate::generate::distribution::{Point, Scope, distribution_points, full_name};
use crate::generate::hierarchy::{Ca, ca_name};
use crate::generate::key::Key;
use crate::generate::oid as id;
use std::io;

const SOURCE: &str = "RFC 5280 4.2.1.13, 5.2.5, 5.3.3 and 6.3.3 (b) (1)";
const ISSUER: &str = "Test CRL issuer";
const DATE: &str = "260220000000Z";

/// A signer whose certificate names another one's CRL.
fn signer(scene: &Scene<'_>, issuer: &Ca) -> Signer {
    scene.middle.signer_as(|it| {
        let name = full_name(&[uri("http://crl.test.invalid/indirect.crl")]);
        let point = Point::named(name).issued_by(directory(&issuer.name));
        it.with(id::CRL_DISTRIBUTION_POINTS, distribution_points(&[point]))
    })
}

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let issuer = scene.root.ca_as(ISSUER, &Key::ec(), for_crls);
    let signer = signer(scene, &issuer);
    let (ca, own) = (&scene.middle.name, &signer.serial);
    let mut other = own.clone();
    other[7] ^= 1;
    let indirect = || Crl::new(&issuer.name).number(1).scope(&Scope::indirect());
    let of = |serial: &[u8], name: &[u8]| Entry::new(serial, DATE).issued_by(name);
    for (name, outcome, crl, reason) in [
        (
            "indirect-good",
            Good,
            indirect(),
            "The certificate names another issuer of CRLs, whose indirect CRL does not list it.",
        ),
        (
            "indirect-revoked",
            Revoked,
            indirect().entry(of(own, ca)),
            "The indirect CRL lists the certificate under its issuer's name.",
        ),
        (
            "indirect-revoked-inherited",
            Revoked,
            indirect()
                .entry(of(&other, ca))
                .entry(Entry::new(own, DATE)),
            "The indirect CRL lists the certificate behind another one of the same issuer, whose name holds on.",
        ),
        (
            "indirect-same-serial-of-another",
            Good,
            indirect().entry(of(own, &scene.root.name)),
            "The indirect CRL lists the serial number under another issuer's name.",
        ),
        (
            "indirect-inherited-from-another",
            Good,
            indirect()
                .entry(of(&other, &scene.root.name))
                .entry(Entry::new(own, DATE)),
            "The indirect CRL lists the serial number behind an entry of another issuer, whose name holds on.",
        ),
        (
            "indirect-same-serial-of-its-issuer",
            Good,
            indirect().entry(Entry::new(own, DATE)),
            "The indirect CRL lists the serial number without a name, which means one that its own issuer issued.",
        ),
        (
            "indirect-back-to-the-ca",
            Revoked,
            indirect()
                .entry(of(&other, &scene.root.name))
                .entry(of(own, ca)),
            "The indirect CRL lists certificates of several issuers, of which the last is the CA.",
        ),
        (
            "indirect-without-flag",
            Open,
            Crl::new(&issuer.name).number(1),
            "The CRL of the issuer named does not say that it is indirect.",
        ),
        (
            "indirect-without-flag-revoked",
            Open,
            Crl::new(&issuer.name).number(1).entry(of(own, ca)),
            "The CRL does not say that it is indirect, and lists certificates of others.",
        ),
    ] {
        let vector = scene
            .about(name, &signer, outcome, &[crl.sign(&issuer.key)])
            .intermediate(&issuer.certificate);
        scene.save(vector, reason, SOURCE)?;
    }
    let foreign = Crl::new(ca).number(1).entry(of(&other, &scene.root.name));
    scene.case(
        "direct-with-foreign-entry",
        Open,
        &[foreign.sign(&scene.middle.key)],
        "The CA's CRL has an entry of another issuer and does not say that it is indirect.",
        SOURCE,
    )?;
    let own_indirect = Crl::new(ca)
        .number(1)
        .scope(&Scope::indirect())
        .entry(of(&scene.signer.serial, &scene.root.name));
    scene.case(
        "direct-indirect",
        Good,
        &[own_indirect.sign(&scene.middle.key)],
        "The CA's own CRL is indirect and lists the serial number under the root's name.",
        SOURCE,
    )?;
    not_named(scene, &issuer, &indirect())?;
    issuers(scene)?;
    circular(scene)
}

/// Certificates that don't name the issuer of the CRL.
fn not_named(scene: &Scene<'_>, issuer: &Ca, crl: &Crl) -> io::Result<()> {
    let vector = scene
        .about(
            "indirect-not-named",
            &scene.signer,
            Outcome::Open,
            &[crl.sign(&issuer.key)],
        )
        .intermediate(&issuer.certificate);
    let reason =
        "Somebody's indirect CRL is there, and the certificate names no other issuer of CRLs.";
    scene.save(vector, reason, SOURCE)?;
    let other = Ca::root("Test CRL issuer 2");
    let named = signer(scene, &other);
    let vector = scene
        .about(
            "indirect-another-named",
            &named,
            Outcome::Open,
            &[crl.sign(&issuer.key)],
        )
        .intermediate(&issuer.certificate);
    scene.save(
        vector,
        "The certificate names another issuer of CRLs than that of the indirect CRL.",
        SOURCE,
    )
}

/// Issuers of CRLs who may not be one.
fn issuers(scene: &Scene<'_>) -> io::Result<()> {
    let stranger = Ca::root("Another root CA").ca_as(ISSUER, &Key::ec(), for_crls);
    let subscriber = scene.root.ca_as(ISSUER, &Key::ec(), |it| {
        for_crls(it).with(id::KEY_USAGE, key_usage(&[0]))
    });
    for (name, issuer, reason) in [
        (
            "indirect-of-a-stranger",
            &stranger,
            "The issuer of the indirect CRL has the right name, and its certificate is from a root that nobody trusts.",
        ),
        (
            "indirect-without-crl-sign",
            &subscriber,
            "The certificate of the indirect CRL's issuer is not for CRLs.",
        ),
    ] {
        let signer = signer(scene, issuer);
        let crl = Crl::new(&issuer.name)
            .scope(&Scope::indirect())
            .sign(&issuer.key);
        let vector = scene
            .about(name, &signer, Outcome::Open, &[crl])
            .intermediate(&issuer.certificate);
        scene.save(vector, reason, "RFC 5280 6.3.3 (f)")?;
    }
    let issuer = scene.root.ca_as(ISSUER, &Key::ec(), for_crls);
    let signer = signer(scene, &issuer);
    let root_crl = Crl::new(&scene.root.name)
        .entry(Entry::new(&issuer.serial, DATE))
        .sign(&scene.root.key);
    let crl = Crl::new(&issuer.name)
        .scope(&Scope::indirect())
        .sign(&issuer.key);
    let vector = only_with(
        "indirect-issuer-revoked",
        &signer,
        Outcome::Open,
        &[crl, root_crl],
    )
    .intermediate(&issuer.certificate);
    scene.save(
        vector,
        "The certificate of the indirect CRL's issuer had been revoked.",
        "RFC 5280 6.3.3 (f)",
    )
}

/// Certificates whose own key signs the only data about their revocation.
fn circular(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5280 6.3.3 (f): the CRL issuer's own certificate must be good, which it can't vouch for";
    let subscriber = |name: &str, vouching: &str| {
        scene.middle.ca_as(name, &Key::ec(), |it| {
            let point = Point::named(full_name(&[uri("http://crl.test.invalid/own.crl")]));
            let point = point.issued_by(directory(&ca_name(vouching)));
            it.without(id::BASIC_CONSTRAINTS)
                .with(id::KEY_USAGE, key_usage(&[0, 6]))
                .with(id::CRL_DISTRIBUTION_POINTS, distribution_points(&[point]))
        })
    };
    let crl = |of: &Ca| Crl::new(&of.name).scope(&Scope::indirect()).sign(&of.key);
    let own = subscriber("Test one", "Test one");
    let signer = own.as_signer(&scene.middle);
    let vector = scene.about(
        "indirect-of-the-signer",
        &signer,
        Outcome::Open,
        &[crl(&own)],
    );
    let reason = "The signer's certificate names the signer as the issuer of its CRL.";
    scene.save(vector, reason, source)?;
    let [one, other] = [("Test one", "Test other"), ("Test other", "Test one")]
        .map(|(name, vouching)| subscriber(name, vouching));
    let signer = one.as_signer(&scene.middle);
    let vector = scene
        .about(
            "indirect-of-each-other",
            &signer,
            Outcome::Open,
            &[crl(&one), crl(&other)],
        )
        .intermediate(&other.certificate);
    let reason = "Two subscribers' certificates name each other as the issuers of their CRLs.";
    scene.save(vector, reason, source)?;
    let ca = scene.root.ca_as("Test other CA", &Key::ec(), |it| {
        let point = Point::named(full_name(&[uri("http://crl.test.invalid/own.crl")]));
        let point = point.issued_by(directory(&ca_name("Test other CA")));
        it.with(id::CRL_DISTRIBUTION_POINTS, distribution_points(&[point]))
    });
    let signer = ca.signer();
    let vector = only_with(
        "indirect-of-the-ca-itself",
        &signer,
        Outcome::Open,
        &[crl(&ca)],
    )
    .intermediate(&ca.certificate);
    let reason = "The CA's certificate names the CA as the issuer of its CRL, and there is none of the root.";
    scene.save(vector, reason, source)
}
