//! pathLenConstraint.

use super::{MIDDLE, Outcome, Scene, case, passed};
use crate::generate::certificate::Template;
use crate::generate::constraint::path_length;
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use crate::generate::oid as id;
use std::io;

const SOURCE: &str = "RFC 5280 4.2.1.9 and 6.1.4 (l) and (m)";

fn at_most(length: u8) -> impl FnOnce(Template) -> Template {
    move |template| template.with(id::BASIC_CONSTRAINTS, path_length(length))
}

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    scene.save(
        scene.below("path-length-0", Outcome::Passes, at_most(0)),
        "The CA's pathLenConstraint of 0 lets it certify subscribers.",
        SOURCE,
    )?;
    for (name, length, outcome, reason) in [
        (
            "path-length",
            0,
            Outcome::Breaks,
            "A CA stands below one whose pathLenConstraint is 0.",
        ),
        (
            "path-length-1",
            1,
            Outcome::Passes,
            "A CA stands below one whose pathLenConstraint is 1.",
        ),
    ] {
        let upper = scene.root.ca_as(MIDDLE, &Key::ec(), at_most(length));
        let lower = upper.ca("Test CA 2");
        let signer = lower.signer();
        scene.save(
            case(name, &signer, outcome.of(&signer))
                .intermediate(&upper.certificate)
                .intermediate(&lower.certificate),
            reason,
            SOURCE,
        )?;
    }
    self_issued(scene)?;
    larger_below(scene)?;
    at_the_anchor(scene)
}

/// A self-issued certificate for a new key of the CA does not count.
fn self_issued(scene: &Scene<'_>) -> io::Result<()> {
    let old = scene.root.ca_as(MIDDLE, &Key::ec(), at_most(0));
    let new = old.ca(MIDDLE);
    let signer = new.signer();
    scene.save(
        case("path-length-0-self-issued", &signer, passed(&signer))
            .intermediate(&old.certificate)
            .intermediate(&new.certificate),
        "A CA of pathLenConstraint 0 certified a new key of its own, which does not count.",
        "RFC 5280 6.1.4 (l): self-issued certificates are not counted",
    )?;
    let other = new.ca("Test CA 2");
    let victim = other.signer();
    scene.save(
        case(
            "path-length-0-below-self-issued",
            &victim,
            passed(&victim).broken_path(),
        )
        .intermediate(&old.certificate)
        .intermediate(&new.certificate)
        .intermediate(&other.certificate),
        "The new key of a CA of pathLenConstraint 0 certified another CA.",
        "RFC 5280 6.1.4 (l): self-issued certificates are not counted",
    )
}

/// A greater number below does not loosen the constraint above.
fn larger_below(scene: &Scene<'_>) -> io::Result<()> {
    let first = scene.root.ca_as(MIDDLE, &Key::ec(), at_most(1));
    let second = first.ca_as("Test CA 2", &Key::ec(), at_most(5));
    let third = second.ca("Test CA 3");
    let signer = third.signer();
    scene.save(
        case(
            "path-length-larger-below",
            &signer,
            passed(&signer).broken_path(),
        )
        .intermediate(&first.certificate)
        .intermediate(&second.certificate)
        .intermediate(&third.certificate),
        "pathLenConstraint is 1 above and 5 below; the smaller one counts.",
        SOURCE,
    )
}

fn at_the_anchor(scene: &Scene<'_>) -> io::Result<()> {
    let root = Ca::root_as("Test strict root CA", &Key::ec(), at_most(0));
    let middle = root.ca(MIDDLE);
    let signer = middle.signer();
    let vector = |name: &str, outcome: Outcome| {
        case(name, &signer, outcome.of(&signer))
            .trusting(&root.certificate)
            .intermediate(&middle.certificate)
    };
    scene.save(
        vector("anchor-path-length", Outcome::Passes),
        "The anchor's own certificate has a pathLenConstraint of 0, which is not asked: the real Toss Root CA1 breaks its own.",
        "RFC 5280 6.1.1 (d): an anchor is a name and a key",
    )?;
    scene.save(
        vector("anchor-path-length-applied", Outcome::Breaks).constrained_by_anchors(),
        "The anchor's own certificate has a pathLenConstraint of 0, and the policy applies it.",
        "RFC 5937 3.2",
    )
}
