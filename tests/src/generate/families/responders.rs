//! Responders: delegates of the issuing key, wherever their certificates are, and those whom the
//! caller trusts for answers.

mod beside;
mod critical;
mod delegates;
mod left_out;
mod misnamed;
mod named;
mod places;

use crate::generate::vector::Family;
use std::io;

pub(super) fn make(family: &Family) -> io::Result<()> {
    places::make(family)?;
    delegates::make(family)?;
    named::make(family)?;
    critical::make(family)?;
    left_out::make(family)?;
    misnamed::make(family)?;
    beside::make(family)
}
