//! Whom the request names counts as held, must agree with what is held, and proves nothing if the
//! answer only repeats it.

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
