//! Toss's general signing.

pub(super) mod exchange;
mod persons;
mod provider;
mod signatures;
mod times;

use super::draft::Group;
use super::scene::Scene;
use std::io;

pub(super) fn make(scene: &Scene) -> io::Result<()> {
    let group = Group::open(scene, "toss")?;
    signatures::make(&group)?;
    persons::make(&group)?;
    provider::make(&group)?;
    times::make(&group)
}
