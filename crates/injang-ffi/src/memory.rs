//! Memory for what grows with the input.

use crate::error::Fault;
use injang::Limits;

/// Inputs up to this size are taken without asking: what they need is not more than what every call
/// needs.
const SMALL: usize = 64 << 10;

/// How many times its size an input needs at most while it is read: the octets behind its armor, its
/// DER where it was BER, and what is kept of it.
const COPIES: usize = 6;

/// Octets of the tables for one element, of which an input has one in two octets at most: a table that
/// grows is there twice, once in the size that it had and once in double that size.
const TABLES: usize = 3 * 48;

/// Whether there is memory to read an input of this size: asked before anything is done with it, by
/// reserving it and giving it back.
///
/// The reading itself can't say that memory ran out, it would end the process. Of threads that read
/// large inputs at the same time one may take what was given back here.
pub(crate) fn reserve(parameter: &'static str, octets: usize) -> Result<(), Fault> {
    reserve_within(parameter, octets, Limits::default())
}

/// The same of an input that is read within these limits. tests/abi/peak.c holds it against what is
/// used.
pub(crate) fn reserve_within(
    parameter: &'static str,
    octets: usize,
    limits: Limits,
) -> Result<(), Fault> {
    if octets <= SMALL {
        return Ok(());
    }
    let elements = limits.elements.min(octets / 2);
    let copies = octets.checked_mul(COPIES);
    let tables = elements.checked_mul(TABLES);
    let needed = copies
        .zip(tables)
        .and_then(|(one, other)| one.checked_add(other));
    ask(parameter, needed)
}

/// Octets for a value of JSON in its array or object, for an object, and for an array; tables that grow
/// included.
const VALUE: usize = 256;
const OBJECT: usize = 640;
const ARRAY: usize = 160;

/// The same of a text in JSON, of which the values are kept as a tree.
pub(crate) fn reserve_json(parameter: &'static str, text: &[u8]) -> Result<(), Fault> {
    if text.len() <= SMALL {
        return Ok(());
    }
    // No value is without one of these; those inside of strings count too.
    let mut each = text.iter().map(|octet| match octet {
        b',' => VALUE,
        b'{' => OBJECT,
        b'[' => ARRAY,
        _ => COPIES,
    });
    let needed = each.try_fold(0_usize, usize::checked_add);
    ask(parameter, needed)
}

fn ask(parameter: &'static str, needed: Option<usize>) -> Result<(), Fault> {
    let needed = needed.ok_or(Fault::Memory(parameter))?;
    let mut buffer: Vec<u8> = Vec::new();
    buffer
        .try_reserve_exact(needed)
        .map_err(|_| Fault::Memory(parameter))
}
