//! Names chain: who issued a certificate is found by name, and a key alone is not enough.

use crate::generate::families::scene::{MIDDLE, Outcome, Scene, document};
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str =
    "RFC 5280 6.1.3 (a) (4): the issuer's name is the subject of the certificate above";

pub(super) fn make(family: &Family) -> io::Result<()> {
    for (name, subject, reason) in [
        (
            "issuer-in-the-document",
            MIDDLE,
            "The document brings the certificate of the CA.",
        ),
        (
            "issuer-in-the-document-of-another-name",
            "Test other CA",
            "The document brings a certificate of the CA's key under another name than that of the signer's issuer.",
        ),
    ] {
        let scene = Scene::new(family, name);
        let authority = scene.root.ca_as(subject, &scene.middle.key, |it| it);
        let document = document(&scene.signer).certificate(&authority.certificate);
        let expect = Outcome::Good.of(&scene.signer);
        let expect = match subject {
            MIDDLE => expect,
            _ => expect.no_chain(),
        };
        let vector =
            Vector::new(name, document.encode(), "", "", expect).trusting(&scene.root.certificate);
        scene.save(vector, reason, SOURCE)?;
    }
    Ok(())
}
