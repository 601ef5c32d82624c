//! Distribution points that name somebody as cRLIssuer, and which CRLs are for them.

use crate::generate::constraint::{directory, uri};
use crate::generate::crl::{Crl, Entry};
use crate::generate::distribution::{Point, Scope, distribution_points, full_name};
use crate::generate::families::scene::{BEFORE, Made, Outcome, Scene, made, others_point};
use crate::generate::hierarchy::ca_name;
use crate::generate::ocsp::Single;
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 5280 6.3.3 (b) and 4.2.1.13: the CRL's issuer is the certificate's, or it is indirect and of the cRLIssuer of a point that has a name in common with it";
const ISSUER: &str = "Test CRL issuer";

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Made] = &[
        (
            "named-name-indirect",
            Good,
            |it, outcome| own_key(it, outcome, &[named()], &Scope::indirect()),
            "The certificate names a cRLIssuer, in whose name the issuing key signs an indirect CRL.",
        ),
        (
            "named-name-not-indirect",
            Open,
            |it, outcome| own_key_in_full(it, outcome),
            "The same CRL is not indirect.",
        ),
        (
            "named-name-not-indirect-for-a-plain-point",
            Open,
            |it, outcome| {
                let points = [named(), Point::named(others_point())];
                own_key(it, outcome, &points, &Scope::named(others_point()))
            },
            "The same CRL is not indirect, and for another point of the certificate, which names no cRLIssuer.",
        ),
        (
            "named-name-of-some-reasons",
            Open,
            |it, outcome| {
                let points = [named().reasons(&[1]), Point::named(others_point())];
                own_key(it, outcome, &points, &Scope::indirect())
            },
            "The point that names the indirect CRL's issuer is for one reason, and another point names no cRLIssuer: the rest is not covered.",
        ),
        (
            "named-point-of-the-indirect-crl",
            Good,
            |it, outcome| {
                let scope = Scope {
                    indirect: true,
                    ..Scope::named(others_point())
                };
                let point = Point::named(others_point()).issued_by(directory(&ca_name(ISSUER)));
                own_key(it, outcome, &[point], &scope)
            },
            "The indirect CRL is for the point that names its issuer.",
        ),
        (
            "another-point-of-the-indirect-crl",
            Open,
            |it, outcome| {
                let scope = Scope {
                    indirect: true,
                    ..Scope::named(others_point())
                };
                let other = full_name(&[uri("http://crl.test.invalid/own.crl")]);
                let point = Point::named(other).issued_by(directory(&ca_name(ISSUER)));
                own_key(it, outcome, &[point], &scope)
            },
            "The indirect CRL is for another point than the one that names its issuer.",
        ),
        (
            "point-first-of-three-names",
            Revoked,
            |it, outcome| of_three(it, outcome, "z"),
            "The CRL that lists the certificate is for a point of three names, of which the first is the certificate's; OCSP says good.",
        ),
        (
            "point-of-another-name-than-three",
            Good,
            |it, outcome| of_three(it, outcome, "b"),
            "The same CRL, and the certificate's point has none of the three names.",
        ),
    ];
    made(family, SOURCE, all)
}

fn named() -> Point {
    Point::default().issued_by(directory(&ca_name(ISSUER)))
}

/// The issuing key signs a CRL in the name of the cRLIssuer.
fn own_key(scene: &Scene<'_>, outcome: Outcome, points: &[Point], scope: &Scope) -> Vector {
    let points = distribution_points(points);
    let signer = scene
        .middle
        .signer_as(|it| it.with(id::CRL_DISTRIBUTION_POINTS, points));
    let crl = Crl::new(&ca_name(ISSUER)).scope(scope);
    scene.about(&signer, outcome, &[scene.sign(&crl)])
}

/// The same CRL without an issuing distribution point.
fn own_key_in_full(scene: &Scene<'_>, outcome: Outcome) -> Vector {
    let points = distribution_points(&[named()]);
    let signer = scene
        .middle
        .signer_as(|it| it.with(id::CRL_DISTRIBUTION_POINTS, points));
    let crl = Crl::new(&ca_name(ISSUER));
    scene.about(&signer, outcome, &[scene.sign(&crl)])
}

fn of_three(scene: &Scene<'_>, outcome: Outcome, own: &str) -> Vector {
    let address = |name: &str| uri(&format!("http://crl.test.invalid/{name}.crl"));
    let points = distribution_points(&[Point::named(full_name(&[address(own)]))]);
    let signer = scene
        .middle
        .signer_as(|it| it.with(id::CRL_DISTRIBUTION_POINTS, points));
    let scope = Scope::named(full_name(&[address("z"), address("m"), address("a")]));
    let entry = Entry::new(&signer.serial, BEFORE).reason(1);
    let listing = scene.sign(&scene.crl().scope(&scope).entry(entry));
    let good = Single::good(&scene.middle, &signer.serial);
    scene.about(&signer, outcome, &[listing, scene.ocsp(good)])
}
