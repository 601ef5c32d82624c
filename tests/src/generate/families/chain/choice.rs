//! Several certificates that could have issued the signer's, and several paths.

use super::{MIDDLE, Outcome, Scene, case, passed};
use crate::generate::certificate::name;
use crate::generate::constraint::no_ca;
use crate::generate::der::{printable, utc_time};
use crate::generate::hierarchy::{Ca, usual};
use crate::generate::key::Key;
use crate::generate::oid as id;
use std::io;

const SOURCE: &str = "RFC 5280 6.1; RFC 4158 2.4: several certificates may have the issuer's name";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    equal_names(scene)?;
    cross_signed(scene)?;
    loops(scene)
}

fn equal_names(scene: &Scene<'_>) -> io::Result<()> {
    let signer = scene.middle.signer();
    let namesake = scene.root.ca(MIDDLE);
    let shared = "../intermediate.der";
    scene.save(
        case("same-name-other-key", &signer, passed(&signer))
            .intermediate(&namesake.certificate)
            .shared_intermediate(shared),
        "Two CAs have the issuer's name; the signer's certificate verifies under the key of one.",
        SOURCE,
    )?;
    scene.save(
        case(
            "same-name-other-key-only",
            &signer,
            passed(&signer).no_chain(),
        )
        .intermediate(&namesake.certificate),
        "A CA has the issuer's name, but not its key.",
        SOURCE,
    )?;
    let serial = scene.middle.serial.clone();
    let twin = scene.root.ca_as(MIDDLE, &Key::ec(), |mut it| {
        it.serial = serial;
        it
    });
    scene.save(
        case("same-issuer-and-serial", &signer, passed(&signer))
            .intermediate(&twin.certificate)
            .shared_intermediate(shared),
        "Two CAs have certificates of the same issuer and serial number, and different keys.",
        SOURCE,
    )?;
    let spelled = scene.middle.signer_as(|mut it| {
        it.issuer = name(&[
            (id::COUNTRY_NAME, printable("kr")),
            (id::ORGANIZATION_NAME, printable("Injang  test CA")),
            (id::COMMON_NAME, printable("TEST intermediate ca ")),
        ]);
        it
    });
    scene.save(
        case("same-name-spelled-otherwise", &spelled, passed(&spelled))
            .shared_intermediate(shared),
        "The signer's certificate spells the issuer's name with other case, white space and string types.",
        "RFC 5280 7.1",
    )?;
    let impostor = Ca::root("Another root CA").ca(MIDDLE);
    let victim = impostor.signer();
    scene.save(
        case(
            "same-name-of-a-stranger",
            &victim,
            passed(&victim).no_chain(),
        )
        .intermediate(&impostor.certificate)
        .shared_intermediate(shared),
        "A CA that nobody trusts calls itself by the name of one below the root.",
        SOURCE,
    )
}

/// A CA certified by two others: one path is broken, the other good.
fn cross_signed(scene: &Scene<'_>) -> io::Result<()> {
    let cross = scene.root.ca("Test cross CA");
    let signer = scene.middle.signer();
    let other = |shape: fn(_) -> _| cross.ca_as(MIDDLE, &scene.middle.key, shape).certificate;
    let good = "../intermediate.der";
    scene.save(
        case("cross-signed", &signer, passed(&signer))
            .intermediate(&cross.certificate)
            .intermediate(&other(usual)),
        "The CA's certificate is from a cross CA, and that from the root.",
        SOURCE,
    )?;
    scene.save(
        case("cross-signed-both-good", &signer, passed(&signer))
            .intermediate(&cross.certificate)
            .intermediate(&other(usual))
            .shared_intermediate(good),
        "The CA has certificates from the root and from a cross CA.",
        SOURCE,
    )?;
    let broken = other(|it| it.with(id::BASIC_CONSTRAINTS, no_ca()));
    scene.save(
        case("cross-signed-one-broken", &signer, passed(&signer))
            .intermediate(&cross.certificate)
            .intermediate(&broken)
            .shared_intermediate(good),
        "Of two certificates of the CA one says that it is no CA: the other path is good.",
        "RFC 5280 6.1: any one path will do",
    )?;
    let expired = other(|it| it.valid(utc_time("200101000000Z"), utc_time("210101000000Z")));
    scene.save(
        case("cross-signed-one-expired", &signer, passed(&signer))
            .intermediate(&cross.certificate)
            .intermediate(&expired)
            .shared_intermediate(good),
        "Of two certificates of the CA one had expired: the other path is good.",
        "RFC 5280 6.1: any one path will do",
    )?;
    scene.save(
        case(
            "cross-signed-all-broken",
            &signer,
            Outcome::Breaks.of(&signer),
        )
        .intermediate(&cross.certificate)
        .intermediate(&broken)
        .intermediate(
            &scene
                .root
                .ca_as(MIDDLE, &scene.middle.key, |it| {
                    it.without(id::BASIC_CONSTRAINTS)
                })
                .certificate,
        ),
        "Both certificates of the CA say that it is none, each in its way.",
        "RFC 5280 6.1",
    )
}

/// CAs that certify each other.
fn loops(scene: &Scene<'_>) -> io::Result<()> {
    let [one, other] = ["Test CA A", "Test CA B"].map(Ca::root);
    let one_by_other = other.ca_as("Test CA A", &one.key, usual);
    let other_by_one = one.ca_as("Test CA B", &other.key, usual);
    let signer = one.signer();
    let vector = |name: &str, outcome: Outcome| {
        case(name, &signer, outcome.of(&signer))
            .intermediate(&one_by_other.certificate)
            .intermediate(&other_by_one.certificate)
    };
    let source = "RFC 5280 6.1; RFC 4158 2.4.2: loops must be found";
    scene.save(
        vector("loop", Outcome::NoChain),
        "Two CAs certify each other, and nobody else does.",
        source,
    )?;
    scene.save(
        vector("loop-with-selves", Outcome::NoChain)
            .intermediate(&one.certificate)
            .intermediate(&other.certificate),
        "Two CAs certify each other and themselves, and nobody else does.",
        source,
    )?;
    let anchored = scene.root.ca_as("Test CA B", &other.key, usual);
    scene.save(
        vector("loop-with-a-way-out", Outcome::Passes).intermediate(&anchored.certificate),
        "Two CAs certify each other, and the root certifies one of them.",
        source,
    )
}
