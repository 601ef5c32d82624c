//! About which certificate of the path the deciding check is: of equally bad ones the nearest to the
//! signer, and the same reason is told of the place where it is.

use crate::generate::authority::Signer;
use crate::generate::certificate::extension;
use crate::generate::constraint::no_ca;
use crate::generate::crl::clean;
use crate::generate::der::null;
use crate::generate::families::scene::{MIDDLE, Outcome, Scene, between, document};
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str =
    "ETSI EN 319 102-1 5.2.6: the report names the certificate that the verdict is about";

pub(super) fn make(family: &Family) -> io::Result<()> {
    revocation(family)?;
    validity(family)?;
    rules(family)
}

fn revocation(family: &Family) -> io::Result<()> {
    for (name, position, has_own, reason) in [
        (
            "position-no-evidence",
            0,
            false,
            "Nothing is known of the signer's certificate nor of the CA's: the first is named.",
        ),
        (
            "position-no-evidence-of-the-ca",
            1,
            true,
            "The signer's certificate is good, and nothing is known of the CA's.",
        ),
    ] {
        let scene = Scene::new(family, name);
        let evidence = [clean(&scene.middle)];
        let evidence = if has_own { &evidence[..] } else { &[] };
        let expect = Outcome::Open.of(&scene.signer);
        let expect = expect.position(position);
        let vector = scene.expecting(&document(&scene.signer), expect, evidence);
        scene.save(vector, reason, SOURCE)?;
    }
    Ok(())
}

/// A path of which these have expired.
fn validity(family: &Family) -> io::Result<()> {
    let ended = || between("200101000000Z", "260201000000Z");
    for (name, position, reason) in [
        (
            "position-both-expired",
            0,
            "The signer's certificate and the CA's had expired: the first is named.",
        ),
        (
            "position-ca-expired",
            1,
            "The CA's certificate had expired, and the signer's had not.",
        ),
    ] {
        let scene = Scene::new(family, name);
        let middle = scene.root.ca_as(MIDDLE, &Key::ec(), ended());
        let signer = if position == 0 {
            middle.signer_as(ended())
        } else {
            middle.signer()
        };
        let expect = Outcome::Good.of(&signer).expired();
        let vector = below(&scene, &signer, &[&middle], expect.position(position));
        scene.save(vector, reason, SOURCE)?;
    }
    Ok(())
}

/// One reason at one place or another.
fn rules(family: &Family) -> io::Result<()> {
    let unknown = || extension(id::UNKNOWN, true, &null());
    for (name, position, reason) in [
        (
            "position-critical-of-the-signer",
            0,
            "The signer's certificate has an unknown critical extension.",
        ),
        (
            "position-critical-of-the-lower-ca",
            1,
            "The lower CA's certificate has an unknown critical extension.",
        ),
        (
            "position-critical-of-the-upper-ca",
            2,
            "The upper CA's certificate has an unknown critical extension.",
        ),
    ] {
        let scene = Scene::new(family, name);
        let shape = |at: usize| {
            move |it: crate::generate::certificate::Template| {
                if at == position {
                    it.with(id::UNKNOWN, unknown())
                } else {
                    it
                }
            }
        };
        let upper = scene.root.ca_as("Test upper CA", &Key::ec(), shape(2));
        let lower = upper.ca_as(MIDDLE, &Key::ec(), shape(1));
        let signer = lower.signer_as(shape(0));
        let expect = Outcome::Good.of(&signer).broken_path();
        let expect = expect.position(position);
        scene.save(
            below(&scene, &signer, &[&upper, &lower], expect),
            reason,
            SOURCE,
        )?;
    }
    for (name, position, reason) in [
        (
            "position-not-a-ca-lower",
            1,
            "The lower of two CAs says that it is none.",
        ),
        (
            "position-not-a-ca-upper",
            2,
            "The upper of two CAs says that it is none.",
        ),
    ] {
        let scene = Scene::new(family, name);
        let shape = |at: usize| {
            move |it: crate::generate::certificate::Template| {
                if at == position {
                    it.with(id::BASIC_CONSTRAINTS, no_ca())
                } else {
                    it
                }
            }
        };
        let upper = scene.root.ca_as("Test upper CA", &Key::ec(), shape(2));
        let lower = upper.ca_as(MIDDLE, &Key::ec(), shape(1));
        let signer = lower.signer();
        let expect = Outcome::Good.of(&signer).broken_path();
        let expect = expect.position(position);
        scene.save(
            below(&scene, &signer, &[&upper, &lower], expect),
            reason,
            SOURCE,
        )?;
    }
    Ok(())
}

/// A case about a signer below these CAs, without revocation.
fn below(
    scene: &Scene<'_>,
    signer: &Signer,
    cas: &[&Ca],
    expect: crate::case::Expectation,
) -> Vector {
    let vector = Vector::new(scene.name(), document(signer).encode(), "", "", expect)
        .trusting(&scene.root.certificate);
    cas.iter()
        .fold(vector, |vector, ca| vector.intermediate(&ca.certificate))
}
