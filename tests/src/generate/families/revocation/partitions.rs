//! Distribution points: CRLs that cover a part of the CA's certificates.

use super::{Outcome, Scene};
use crate::generate::certificate::name;
use crate::generate::constraint::{directory, uri};
use crate::generate::crl::{Crl, Entry};
use crate::generate::der::{printable, utf8};
use crate::generate::distribution::{Point, Scope, distribution_points, full_name, relative_name};
use crate::generate::oid as id;
use std::io;

const SOURCE: &str = "RFC 5280 4.2.1.13, 5.2.5 and 6.3.3 (b) (2) (i); AWS-LC CVE-2026-4428";

fn at(number: u8) -> Vec<u8> {
    uri(&format!("http://crl.test.invalid/{number}.crl"))
}

fn partition(number: u8) -> Vec<u8> {
    relative_name(id::COMMON_NAME, utf8(&format!("Partition {number}")))
}

/// The name that a partition of the CA has in full.
fn below_ca(number: u8) -> Vec<u8> {
    directory(&name(&[
        (id::COUNTRY_NAME, printable("KR")),
        (id::ORGANIZATION_NAME, utf8("INJANG TEST CA")),
        (id::COMMON_NAME, utf8("Test intermediate CA")),
        (id::COMMON_NAME, utf8(&format!("Partition {number}"))),
    ]))
}

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Good, Open};
    let full = |numbers: &[u8]| full_name(&numbers.iter().map(|it| at(*it)).collect::<Vec<_>>());
    let own_name = full_name(&[directory(&scene.middle.name)]);
    for (name, outcome, point, scope, reason) in [
        (
            "point-full-name",
            Good,
            Some(full(&[1])),
            Some(full(&[1])),
            "Certificate and CRL name the same distribution point.",
        ),
        (
            "point-other-full-name",
            Open,
            Some(full(&[1])),
            Some(full(&[2])),
            "Certificate and CRL name different distribution points.",
        ),
        (
            "point-one-of-several",
            Good,
            Some(full(&[1, 2])),
            Some(full(&[3, 2])),
            "Certificate and CRL have one name of the distribution point in common.",
        ),
        (
            "point-of-crl-alone",
            Open,
            None,
            Some(full(&[1])),
            "The CRL is of a distribution point, and the certificate names none: it may be on another part.",
        ),
        (
            "point-of-certificate-alone",
            Good,
            Some(full(&[1])),
            None,
            "The certificate names a distribution point, and the CRL covers all.",
        ),
        (
            "point-relative-name",
            Good,
            Some(partition(1)),
            Some(partition(1)),
            "Certificate and CRL name the same distribution point below the CA's name.",
        ),
        (
            "point-other-relative-name",
            Open,
            Some(partition(1)),
            Some(partition(2)),
            "Certificate and CRL name different distribution points below the CA's name.",
        ),
        (
            "point-relative-in-certificate",
            Good,
            Some(partition(1)),
            Some(full_name(&[below_ca(1)])),
            "The certificate names the distribution point below the CA's name, the CRL in full.",
        ),
        (
            "point-relative-in-crl",
            Good,
            Some(full_name(&[below_ca(1)])),
            Some(partition(1)),
            "The CRL names the distribution point below the CA's name, the certificate in full.",
        ),
        (
            "point-relative-and-other",
            Open,
            Some(partition(1)),
            Some(full_name(&[below_ca(2)])),
            "The certificate names another distribution point below the CA's name than the CRL in full.",
        ),
        (
            "point-of-the-ca-s-name",
            Good,
            None,
            Some(own_name),
            "The CRL's distribution point has the CA's name, which is where the CRL of a certificate without distribution points is.",
        ),
    ] {
        for is_revoked in [false, true] {
            let signer = scene.middle.signer_as(|it| match &point {
                Some(point) => it.with(
                    id::CRL_DISTRIBUTION_POINTS,
                    distribution_points(&[Point::named(point.clone())]),
                ),
                None => it,
            });
            let mut crl = Crl::new(&scene.middle.name).number(1);
            if let Some(scope) = &scope {
                crl = crl.scope(&Scope::named(scope.clone()));
            }
            if is_revoked {
                crl = crl.entry(Entry::new(&signer.serial, "260220000000Z"));
            }
            let evidence = [crl.sign(&scene.middle.key)];
            match (is_revoked, outcome) {
                (false, _) => {
                    let vector = scene.about(name, &signer, outcome, &evidence);
                    scene.save(vector, reason, SOURCE)?;
                }
                (true, Good) => {
                    let name = format!("{name}-revoked");
                    let vector = scene.about(&name, &signer, Outcome::Revoked, &evidence);
                    scene.save(
                        vector,
                        &format!("{reason} It lists the certificate."),
                        SOURCE,
                    )?;
                }
                (true, _) => {}
            }
        }
    }
    by_reason(scene)
}

/// Two distribution points, each for some reasons.
fn by_reason(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Good, Open};
    let (some, others) = (&[1, 2][..], &[3, 4, 5, 6, 7, 8][..]);
    let named = |number| full_name(&[at(number)]);
    let signer = scene.middle.signer_as(|it| {
        let points = [
            Point::named(named(1)).reasons(some),
            Point::named(named(2)).reasons(others),
        ];
        it.with(id::CRL_DISTRIBUTION_POINTS, distribution_points(&points))
    });
    let crl = |number: u8, reasons: &[u8]| {
        let mut scope = Scope::some_reasons(reasons);
        scope.name = Some(named(number));
        Crl::new(&scene.middle.name)
            .number(1)
            .scope(&scope)
            .sign(&scene.middle.key)
    };
    for (name, outcome, evidence, reason) in [
        (
            "points-by-reason",
            Good,
            vec![crl(1, some), crl(2, others)],
            "Each of two distribution points has a CRL for its reasons.",
        ),
        (
            "points-by-reason-one",
            Open,
            vec![crl(1, some)],
            "Of two distribution points one has a CRL, for its reasons.",
        ),
        (
            "points-by-reason-crossed",
            Open,
            vec![crl(1, others), crl(2, some)],
            "Each of two distribution points has a CRL for the other's reasons.",
        ),
    ] {
        let vector = scene.about(name, &signer, outcome, &evidence);
        scene.save(vector, reason, "RFC 5280 4.2.1.13 and 6.3.3 (d)")?;
    }
    Ok(())
}
