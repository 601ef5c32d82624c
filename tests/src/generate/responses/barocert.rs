//! Barocert: Kakao's and Naver's signatures by way of a relay.

mod documents;
pub(super) mod exchange;
mod persons;
mod products;
mod provider;

use super::draft::Group;
use super::scene::Scene;
use std::io;

pub(super) fn make(scene: &Scene) -> io::Result<()> {
    let group = Group::open(scene, "barocert")?;
    products::make(&group)?;
    documents::make(&group)?;
    persons::make(&group)?;
    provider::make(&group)
}
