//! Kakao K3510 and K3520: one document.

mod content;
mod digest;
mod edge_cases;
mod identity;
mod provider;
mod times;

use super::draft::Group;
use super::scene::Scene;
use std::io;

pub(super) fn make(scene: &Scene) -> io::Result<()> {
    let group = Group::open(scene, "kakao-single")?;
    content::make(&group)?;
    edge_cases::make(&group)?;
    digest::make(&group)?;
    identity::make(&group)?;
    provider::make(&group)?;
    times::make(&group)
}
