//! Memory for what grows with the input.

use crate::error::Fault;

/// Inputs up to this size are taken without asking: what they need is not more than what every call
/// needs.
const SMALL: usize = 64 << 10;

/// How many times its size an input needs at most while it is read: the octets behind its armor, its
/// DER where it was BER, what is kept of it, and the tables over it.
const FACTOR: usize = 6;

/// Whether there is memory to read an input of this size: asked before anything is done with it, by
/// reserving it and giving it back.
///
/// The reading itself can't say that memory ran out, it would end the process. Of threads that read
/// large inputs at the same time one may take what was given back here.
pub(crate) fn reserve(parameter: &'static str, octets: usize) -> Result<(), Fault> {
    if octets <= SMALL {
        return Ok(());
    }
    let needed = octets.checked_mul(FACTOR).ok_or(Fault::Memory(parameter))?;
    let mut buffer: Vec<u8> = Vec::new();
    buffer
        .try_reserve_exact(needed)
        .map_err(|_| Fault::Memory(parameter))
}
