//! Whom was asked is part of the request: it counts as held, agrees with what is held, and proves
//! nothing when it comes back as it went.

mod barocert;
mod kakao;
mod kakao_echoes;
mod toss;
mod unnamed;
mod unread;

use super::draft::Group;
use super::scene::Scene;
use std::io;

/// Where that is settled.
const SOURCE: &str = "providers: whom was asked is part of the request";

pub(super) fn make(scene: &Scene) -> io::Result<()> {
    let group = Group::open_apart(scene, "whom-was-asked")?;
    kakao::make(&group)?;
    kakao_echoes::make(&group)?;
    toss::make(&group)?;
    barocert::make(&group)?;
    unread::make(&group)?;
    unnamed::make(&group)
}
