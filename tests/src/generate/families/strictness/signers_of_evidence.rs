//! Certificates that are not on the path and that the verdict rests on: those above who signed a CRL.

use super::{Form, Scene, document, passed};
use crate::case::Finding;
use crate::generate::certificate::Template;
use crate::generate::crl::{Crl, clean};
use crate::generate::der::{generalized_time, utc_time};
use crate::generate::distribution::Scope;
use crate::generate::families::scene::{crls_by, for_crls};
use crate::generate::hierarchy::{ca_name, usual};
use crate::generate::key::Key;
use std::io;

const SOURCE: &str =
    "RFC 5280 4.1.2.2 and 4.1.2.5 of every certificate on the path of the CRL's issuer (6.3.3 f)";
const ISSUER: &str = "Test CRL issuer";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let name = ca_name(ISSUER);
    let serial: fn(Template) -> Template = |mut it| {
        it.serial = vec![0];
        it
    };
    let time: fn(Template) -> Template = |it| {
        it.valid(
            generalized_time("20200101000000Z"),
            utc_time("351231235959Z"),
        )
    };
    let of_serial = Form::Tolerated(Finding::SerialNotPositive);
    let of_time = Form::Tolerated(Finding::CertificateNotDer);
    let rows: [(&str, _, _, &str); 3] = [
        (
            "crl-issuers-ca",
            usual as fn(Template) -> Template,
            Form::Usual,
            "The CA above the CRL's issuer, which is not on the path, has a certificate of the usual form.",
        ),
        (
            "crl-issuers-ca-serial-zero",
            serial,
            of_serial,
            "The same certificate has serial number zero.",
        ),
        (
            "crl-issuers-ca-generalized-time",
            time,
            of_time,
            "The same certificate has a GeneralizedTime before 2050.",
        ),
    ];
    for (case, shape, form, reason) in rows {
        let above = scene.root.ca_as("Test sibling CA", &Key::ec(), shape);
        let issuer = above.ca_as(ISSUER, &Key::ec(), for_crls);
        let signer = scene.middle.signer_as(crls_by(&name));
        let crl = Crl::new(&name).number(1).scope(&Scope::indirect());
        let evidence = [crl.sign(&issuer.key), clean(&above), clean(&scene.root)];
        let dress = |vector: crate::generate::vector::Vector| {
            let vector = vector
                .shared_intermediate("../intermediate.der")
                .intermediate(&above.certificate)
                .intermediate(&issuer.certificate);
            evidence
                .iter()
                .fold(vector, |vector, it| vector.evidence(it))
        };
        scene.both(
            case,
            &document(&signer),
            &passed(&signer),
            form,
            (reason, SOURCE),
            dress,
        )?;
    }
    Ok(())
}
