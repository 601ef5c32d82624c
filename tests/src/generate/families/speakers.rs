//! Which signers are authorised to say whether a certificate was revoked.

mod copies;
mod critical;
mod entries;
mod indirect;
mod indirect_anchors;
mod left_out;
mod others;
mod own_key;
mod own_name;
mod own_path;
mod points;
mod read_over;
mod rekeyed;
mod repeated;
mod rests;
mod self_issued;
mod siblings;
mod supersede;
mod times;
mod under_its_name;
mod vouching;

use super::scene::{MIDDLE, Scene, for_crls};
use crate::generate::certificate::Template;
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use crate::generate::vector::Family;
use std::io;

/// A certificate of somebody in the name of the scene's CA, for a new key that signs CRLs.
fn crl_key_by(issuer: &Ca, shape: impl FnOnce(Template) -> Template) -> Ca {
    issuer.ca_as(MIDDLE, &Key::ec(), |it| shape(for_crls(it)))
}

/// The CA's second key for CRLs, certified by the root.
fn second_key(scene: &Scene<'_>) -> Ca {
    crl_key_by(&scene.root, |it| it)
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    own_key::make(family)?;
    under_its_name::make(family)?;
    self_issued::make(family)?;
    indirect::make(family)?;
    others::make(family)?;
    supersede::make(family)?;
    times::make(family)?;
    entries::make(family)?;
    critical::make(family)?;
    vouching::make(family)?;
    copies::make(family)?;
    own_path::make(family)?;
    siblings::make(family)?;
    rekeyed::make(family)?;
    repeated::make(family)?;
    rests::make(family)?;
    points::make(family)?;
    own_name::make(family)?;
    read_over::make(family)?;
    left_out::make(family)?;
    indirect_anchors::make(family)
}
