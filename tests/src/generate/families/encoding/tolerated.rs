//! Deviations that the standard profile tolerates and the strict one does not.

use super::Scene;
use crate::case::{Check, Finding, SubIndication};
use crate::generate::message::{Layers, Message};
use crate::generate::vector::Vector;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    padding(scene)?;
    versions(scene)
}

fn padding(scene: &Scene<'_>) -> io::Result<()> {
    let source = "Fixed-length database columns and text editors leave these behind";
    for (name, tail, about) in [
        (
            "trailing-zero",
            &[0][..],
            "One zero octet follows the document.",
        ),
        (
            "trailing-zeros",
            &[0; 300][..],
            "300 zero octets follow the document.",
        ),
        ("trailing-newline", b"\n", "A newline follows the document."),
        (
            "trailing-zeros-and-newline",
            b"\0\0\0\0\n",
            "Zero octets and a newline follow the document.",
        ),
    ] {
        for (kind, document) in [
            ("", scene.octets.clone()),
            (
                "-ber",
                scene.document().layers(Layers::OuterIndefinite).encode(),
            ),
        ] {
            let octets = [&document[..], tail].concat();
            let expect = scene.passed().finding(Finding::TrailingPadding);
            let tolerated = format!("{about} It is tolerated with a finding.");
            Vector::new(
                &format!("{name}{kind}"),
                octets.clone(),
                &tolerated,
                source,
                expect.clone(),
            )
            .save(scene.family)?;
            let refused = format!("{about} The strict profile does not tolerate it.");
            let expect = expect.indeterminate(SubIndication::FormatFailure, Check::Profile);
            Vector::new(
                &format!("{name}{kind}-strict"),
                octets,
                &refused,
                source,
                expect,
            )
            .strict()
            .save(scene.family)?;
        }
    }
    Ok(())
}

fn versions(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5652 5.1 and 5.3; openssl issue 29484";
    let both = |name: &str, message: &Message, count: usize, reason: &str| {
        let mut expect = scene.passed();
        for _ in 0..count {
            expect = expect.finding(Finding::VersionMismatch);
        }
        Vector::new(name, message.encode(), reason, source, expect.clone()).save(scene.family)?;
        let noticed =
            format!("{reason} That is a notice, which the strict profile does not refuse.");
        Vector::new(
            &format!("{name}-strict"),
            message.encode(),
            &noticed,
            source,
            expect,
        )
        .strict()
        .save(scene.family)
    };
    for version in [0, 3, 5, 99] {
        let mut document = scene.document();
        document.version = Some(version);
        let reason = format!("SignedData's version is {version} where 1 fits.");
        both(
            &format!("signed-data-version-{version}"),
            &document,
            1,
            &reason,
        )?;
    }
    for version in [0, 2, 99] {
        let mut document = scene.document();
        document.signers[0].version = version;
        let reason = format!("SignerInfo's version is {version} where 1 fits.");
        both(
            &format!("signer-info-version-{version}"),
            &document,
            1,
            &reason,
        )?;
    }
    let mut document = scene.document();
    document.version = Some(0);
    document.signers[0].version = 0;
    both(
        "both-versions-0",
        &document,
        2,
        "Both versions are 0 where 1 fits, which are two findings.",
    )
}
