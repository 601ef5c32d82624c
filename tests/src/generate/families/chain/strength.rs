//! Weak algorithms and keys above the signer's certificate.

use super::{MIDDLE, Scene, case, passed};
use crate::generate::algorithm::Hash;
use crate::generate::certificate::Template;
use crate::generate::hierarchy::usual;
use crate::generate::key::Key;
use crate::generate::vector::Vector;
use std::io;

const SOURCE: &str =
    "NIST SP 800-131A; KISA's guideline since 2011: the weakest signature of a path counts";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let vector =
        |name: &str, key: &Key, is_weak: bool, shape: fn(Template) -> Template| -> Vector {
            let middle = scene.root.ca_as(MIDDLE, key, shape);
            let signer = middle.signer();
            let expect = passed(&signer);
            let expect = if is_weak { expect.weak() } else { expect };
            case(name, &signer, expect).intermediate(&middle.certificate)
        };
    scene.save(
        vector("intermediate-sha1", &Key::ec(), true, |mut it| {
            it.hash = Hash::Sha1;
            it
        }),
        "The root signed the CA's certificate with SHA-1.",
        SOURCE,
    )?;
    scene.save(
        vector("intermediate-rsa-1024", &Key::rsa(1024), true, usual),
        "The CA's key is RSA of 1024 bits.",
        SOURCE,
    )?;
    scene.save(
        vector("intermediate-rsa-2048", &Key::rsa(2048), false, usual),
        "The CA's key is RSA of 2048 bits.",
        SOURCE,
    )?;
    let twice = scene.root.ca_as(MIDDLE, &Key::ec(), |mut it| {
        it.hash = Hash::Sha1;
        it
    });
    let strong = scene.root.ca_as(MIDDLE, &twice.key, usual);
    let signer = twice.signer();
    scene.save(
        case("intermediate-sha1-and-sha256", &signer, passed(&signer))
            .intermediate(&twice.certificate)
            .intermediate(&strong.certificate),
        "The CA has one certificate signed with SHA-1 and one with SHA-256: the other path is good.",
        "RFC 5280 6.1: any one path will do",
    )
}
