//! No signer gives its own status, except a CRL issuer that its own certificate names.

use super::crl_key_by;
use crate::generate::authority::Signer;
use crate::generate::certificate::key_usage;
use crate::generate::constraint::directory;
use crate::generate::crl::Crl;
use crate::generate::distribution::{Point, Scope, distribution_points};
use crate::generate::families::scene::{
    Made, Outcome, RESPONDER, Scene, at_others_point, crls_by, for_checked_ocsp, for_crls, made,
    others_point,
};
use crate::generate::hierarchy::{Ca, ca_name};
use crate::generate::key::Key;
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str =
    "RFC 5280 6.3.3 (f); PKITS 4.14.30: the CA itself named the CRL issuer in its certificate";
const ISSUER: &str = "Test CRL issuer";

pub(super) fn make(family: &Family) -> io::Result<()> {
    crl_issuers(family)?;
    responders(family)?;
    through_others(family)
}

/// An issuer of indirect CRLs, whose own status only its own CRL gives.
fn crl_issuers(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "crl-issuer-named-by-its-own-certificate",
            Good,
            |it, outcome| {
                let issuer = it.root.ca_as(ISSUER, &Key::ec(), |it| {
                    crls_by(&ca_name(ISSUER))(for_crls(it))
                });
                of_issuer(it, outcome, &issuer)
            },
            "The CRL issuer's own certificate names it as cRLIssuer: the root said that its CRL covers it.",
        ),
        (
            "crl-issuer-not-named-by-its-own-certificate",
            Open,
            |it, outcome| {
                let issuer = it.root.ca_as(ISSUER, &Key::ec(), for_crls);
                of_issuer(it, outcome, &issuer)
            },
            "Of the CRL issuer's certificate only its own CRL tells, and the certificate does not name it.",
        ),
        (
            "crl-issuer-told-of-by-a-namesake",
            Good,
            |it, outcome| by_namesake(it, outcome, true),
            "The CRL issuer's own certificate names it as cRLIssuer; a CRL of another key under its name covers it, and the root says that this one is good.",
        ),
        (
            "crl-issuer-told-of-by-an-unknown-namesake",
            Open,
            |it, outcome| by_namesake(it, outcome, false),
            "The same, and nothing covers the certificate of that other key: the CA let the issuer speak for itself, not every namesake.",
        ),
        (
            "signer-named-by-its-own-certificate",
            Open,
            |it, outcome| {
                let own = it.middle.ca_as(ISSUER, &Key::ec(), |it| {
                    let shaped = crls_by(&ca_name(ISSUER))(for_crls(it));
                    shaped.with(id::KEY_USAGE, key_usage(&[0, 6]))
                });
                let crl = Crl::new(&own.name).scope(&Scope::indirect()).sign(&own.key);
                it.about(&own.as_signer(&it.middle), outcome, &[crl])
            },
            "The signer of the document is the CRL issuer that its own certificate names: it does not vouch for itself.",
        ),
    ];
    made(family, SOURCE, all)
}

/// The issuer's CRL is for another distribution point than that of its own certificate.
fn by_namesake(scene: &Scene<'_>, outcome: Outcome, is_known: bool) -> Vector {
    let issuer = scene.root.ca_as(ISSUER, &Key::ec(), |it| {
        crls_by(&ca_name(ISSUER))(for_crls(it))
    });
    let namesake = scene.root.ca_as(ISSUER, &Key::ec(), for_crls);
    let point = Point::named(others_point()).issued_by(directory(&ca_name(ISSUER)));
    let signer = scene.middle.signer_as(|it| {
        it.with(
            id::CRL_DISTRIBUTION_POINTS,
            distribution_points(std::slice::from_ref(&point)),
        )
    });
    let authorities = Scope {
        authorities: true,
        ..Scope::default()
    };
    let of_others = Scope {
        indirect: true,
        ..Scope::named(others_point())
    };
    let of_root = Crl::new(&scene.root.name).scope(&authorities);
    let of_issuer = Crl::new(&issuer.name).scope(&of_others);
    let of_namesake = Crl::new(&namesake.name).scope(&Scope::indirect());
    let mut evidence = vec![
        of_root.sign(&scene.root.key),
        of_issuer.sign(&issuer.key),
        of_namesake.sign(&namesake.key),
    ];
    if is_known {
        let single = Single::good(&scene.root, &namesake.serial);
        evidence.push(Response::new(by_name(&scene.root.name), single).sign(&scene.root.key));
    }
    scene
        .only(&signer, outcome, &evidence)
        .intermediate(&issuer.certificate)
        .intermediate(&namesake.certificate)
}

/// The root's only CRL is for certificates of CAs: it covers the CA, and not the issuer of CRLs.
fn of_issuer(scene: &Scene<'_>, outcome: Outcome, issuer: &Ca) -> Vector {
    let signer: Signer = scene.middle.signer_as(crls_by(&ca_name(ISSUER)));
    let authorities = Scope {
        authorities: true,
        ..Scope::default()
    };
    let of_root = Crl::new(&scene.root.name).scope(&authorities);
    let of_issuer = Crl::new(&issuer.name).scope(&Scope::indirect());
    let evidence = [of_root.sign(&scene.root.key), of_issuer.sign(&issuer.key)];
    scene
        .only(&signer, outcome, &evidence)
        .intermediate(&issuer.certificate)
}

/// A responder without id-pkix-ocsp-nocheck, whose status only responders give.
fn responders(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "responder-vouched-for-by-the-ca",
            Good,
            |it, outcome| {
                let one = checked(it);
                let evidence = [
                    answer(&one, it.single()),
                    it.ocsp(Single::good(&it.middle, &one.serial)),
                ];
                it.vector(outcome, &evidence)
            },
            "The CA itself says by OCSP that its responder's certificate is good.",
        ),
        (
            "responder-vouches-for-itself",
            Open,
            |it, outcome| {
                let one = checked(it);
                let own = Single::good(&it.middle, &one.serial);
                it.vector(outcome, &[answer(&one, it.single()), answer(&one, own)])
            },
            "The responder says by OCSP that its own certificate is good.",
        ),
        (
            "responder-vouches-for-itself-in-one",
            Open,
            |it, outcome| {
                let one = checked(it);
                let own = Single::good(&it.middle, &one.serial);
                let response = Response::new(by_name(&one.name), it.single())
                    .single(own)
                    .certificate(&one.certificate);
                it.vector(outcome, &[response.sign(&one.key)])
            },
            "The same in one response with what it says of the signer.",
        ),
        (
            "responders-vouch-for-each-other",
            Open,
            |it, outcome| {
                let (one, other) = (checked(it), checked(it));
                let evidence = [
                    answer(&one, it.single()),
                    answer(&other, Single::good(&it.middle, &one.serial)),
                    answer(&one, Single::good(&it.middle, &other.serial)),
                ];
                it.vector(outcome, &evidence)
            },
            "Two responders say of each other that their certificates are good.",
        ),
        (
            "responder-vouched-for-by-one-that-is-good",
            Good,
            |it, outcome| {
                let (one, other) = (checked(it), checked(it));
                let evidence = [
                    answer(&one, it.single()),
                    answer(&other, Single::good(&it.middle, &one.serial)),
                    it.ocsp(Single::good(&it.middle, &other.serial)),
                ];
                it.vector(outcome, &evidence)
            },
            "One responder says of the other that it is good, and the CA says so of that one.",
        ),
    ];
    made(
        family,
        "RFC 6960 4.2.2.2.1; nobody vouches for themselves by OCSP",
        all,
    )
}

fn checked(scene: &Scene<'_>) -> Ca {
    scene.middle.ca_as(RESPONDER, &Key::ec(), for_checked_ocsp)
}

fn answer(responder: &Ca, single: Single) -> Vec<u8> {
    Response::new(by_name(&responder.name), single)
        .certificate(&responder.certificate)
        .sign(&responder.key)
}

/// A responder and a key for CRLs of one CA, each of which gives the other's status.
fn through_others(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "crl-key-and-responder-vouch-for-each-other",
            Open,
            |it, outcome| ring(it, outcome, false),
            "The CA's key for CRLs covers its responder, and the responder of that key's certificate.",
        ),
        (
            "crl-key-vouched-for-by-the-ca",
            Good,
            |it, outcome| ring(it, outcome, true),
            "The same, and the CA itself says by OCSP that the certificate of the key for CRLs is good.",
        ),
    ];
    made(family, SOURCE, all)
}

fn ring(scene: &Scene<'_>, outcome: Outcome, by_the_ca: bool) -> Vector {
    let crl_key = crl_key_by(&scene.middle, |it| it);
    let responder = scene.middle.ca_as(RESPONDER, &Key::ec(), |it| {
        at_others_point(for_checked_ocsp(it))
    });
    let about_key = Single::good(&scene.middle, &crl_key.serial);
    let said = if by_the_ca {
        scene.ocsp(about_key)
    } else {
        answer(&responder, about_key)
    };
    // The CRL of that key is for responders alone, so the signer's certificate can be good by OCSP
    // only.
    let crl = Crl::new(&crl_key.name).scope(&Scope::named(others_point()));
    let responder_answer = answer(&responder, scene.single());
    scene
        .vector(outcome, &[responder_answer, said, crl.sign(&crl_key.key)])
        .intermediate(&crl_key.certificate)
}
