//! The certificate's validity at the time asked.

use super::{Scene, document, passed};
use crate::case::{Check, Expectation, Finding, SubIndication};
use crate::generate::authority::Signer;
use crate::generate::certificate::Template;
use crate::generate::der::{generalized_time, utc_time};
use crate::generate::vector::Vector;
use std::io;

const SOURCE: &str = "RFC 5280 4.1.2.5 and 6.1.3 (a) (2): the period includes both ends";

fn expired(signer: &Signer) -> Expectation {
    passed(signer).failed(SubIndication::Expired, Check::Validity)
}

fn not_yet(signer: &Signer) -> Expectation {
    passed(signer).failed(SubIndication::NotYetValid, Check::Validity)
}

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let usual = scene.ca.ec_signer();
    for (name, time, expect, reason) in [
        (
            "long-expired",
            "2035-01-01T00:00:00Z",
            expired(&usual),
            "The certificate had expired years before.",
        ),
        (
            "not-yet-valid",
            "2024-06-01T00:00:00Z",
            not_yet(&usual),
            "The certificate was not valid for months to come.",
        ),
        (
            "at-not-before",
            "2025-01-01T00:00:00Z",
            passed(&usual),
            "The time asked is notBefore itself.",
        ),
        (
            "before-not-before",
            "2024-12-31T23:59:59Z",
            not_yet(&usual),
            "The time asked is a second before notBefore.",
        ),
        (
            "at-not-after",
            "2027-12-31T23:59:59Z",
            passed(&usual),
            "The time asked is notAfter itself.",
        ),
        (
            "after-not-after",
            "2028-01-01T00:00:00Z",
            expired(&usual),
            "The time asked is a second after notAfter.",
        ),
    ] {
        Vector::new(name, document(&usual).encode(), reason, SOURCE, expect)
            .at(time)
            .save(scene.family)?;
    }
    forms(scene)?;
    Vector::new(
        "expired-without-chain",
        document(&usual).encode(),
        "The certificate had expired and leads nowhere: what is certainly bad outranks what is unknown.",
        "ETSI EN 319 102-1 5.2; the worst verdict names the reason",
        expired(&usual),
    )
    .trust(&[])
    .at("2028-01-01T00:00:00Z")
    .save(scene.family)
}

fn forms(scene: &Scene<'_>) -> io::Result<()> {
    let shaped = |shape: fn(Template) -> Template| scene.ca.ec_signer_as(shape);
    let early = shaped(|template| {
        template.valid(
            generalized_time("20250101000000Z"),
            generalized_time("20271231235959Z"),
        )
    });
    let far = shaped(|template| {
        template.valid(
            utc_time("250101000000Z"),
            generalized_time("20600101000000Z"),
        )
    });
    let endless = shaped(|template| {
        template.valid(
            utc_time("250101000000Z"),
            generalized_time("99991231235959Z"),
        )
    });
    let old =
        shaped(|template| template.valid(utc_time("500101000000Z"), utc_time("491231235959Z")));
    for (name, signer, time, reason) in [
        (
            "generalized-time-before-2050",
            &early,
            "2026-03-02T09:00:00Z",
            "GeneralizedTime before 2050 is read all the same.",
        ),
        (
            "generalized-time-after-2050",
            &far,
            "2055-01-01T00:00:00Z",
            "GeneralizedTime is due from 2050 on.",
        ),
        (
            "no-well-defined-end",
            &endless,
            "2026-03-02T09:00:00Z",
            "99991231235959Z means that there is no end.",
        ),
        (
            "utc-time-1950-to-2049",
            &old,
            "2026-03-02T09:00:00Z",
            "UTCTime's years 50 to 99 are in the last century, 00 to 49 in this.",
        ),
    ] {
        let expect = match name {
            "generalized-time-before-2050" => passed(signer).finding(Finding::CertificateNotDer),
            _ => passed(signer),
        };
        Vector::new(name, document(signer).encode(), reason, SOURCE, expect)
            .at(time)
            .save(scene.family)?;
    }
    Ok(())
}
