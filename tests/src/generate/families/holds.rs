//! Holds, by which evidence they end, and revocations that never end.

mod copies;
mod fresh;
mod late;
mod lifted;
mod permanent;
mod removal;
mod since;

use crate::generate::vector::Family;
use std::io;

pub(super) fn make(family: &Family) -> io::Result<()> {
    fresh::make(family)?;
    lifted::make(family)?;
    permanent::make(family)?;
    since::make(family)?;
    copies::make(family)?;
    removal::make(family)?;
    late::make(family)
}
