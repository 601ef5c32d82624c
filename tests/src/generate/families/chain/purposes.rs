//! extKeyUsage, where the caller asks for a purpose.

use super::{Outcome, Scene};
use crate::generate::constraint::purposes;
use crate::generate::hierarchy::usual;
use crate::generate::oid as id;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Breaks, Passes};
    let (mail, stamps) = (id::ID_KP_EMAIL_PROTECTION, id::ID_KP_TIME_STAMPING);
    for (name, outcome, named, reason) in [
        (
            "purpose-named",
            Passes,
            &[stamps, mail][..],
            "The signer's certificate names the purpose asked for.",
        ),
        (
            "purpose-another",
            Breaks,
            &[stamps],
            "The signer's certificate is for another purpose alone.",
        ),
        (
            "purpose-any",
            Passes,
            &[stamps, id::ANY_EXTENDED_KEY_USAGE],
            "The signer's certificate is for any purpose.",
        ),
        (
            "purpose-absent",
            Passes,
            &[],
            "The signer's certificate says nothing of purposes.",
        ),
    ] {
        let vector = scene.shaped(name, outcome, usual, |it| match named {
            [] => it,
            named => it.with(id::EXT_KEY_USAGE, purposes(named)),
        });
        scene.save(vector.purpose(mail), reason, "RFC 5280 4.2.1.12")?;
    }
    let vector = scene.shaped("purpose-another-not-asked", Passes, usual, |it| {
        it.with(id::EXT_KEY_USAGE, purposes(&[stamps]))
    });
    scene.save(
        vector,
        "The signer's certificate is for timestamps, and no purpose is asked for.",
        "RFC 5280 4.2.1.12",
    )
}
