//! The generator: every vector is made here, from keys that follow from the case's name, so that
//! making it anew changes no octet.
//!
//! Nothing is parsed and nothing verified. Documents are put together octet by octet, because
//! many of them are wrong on purpose, and what a verifier must say is written beside each.

pub(crate) mod algorithm;
pub mod archive;
mod attribute;
pub(crate) mod authority;
mod ber;
pub(crate) mod certificate;
pub(crate) mod constraint;
pub(crate) mod crl;
pub mod der;
pub(crate) mod distribution;
mod expected;
mod families;
pub(crate) mod hierarchy;
pub(crate) mod key;
mod message;
mod number;
pub(crate) mod ocsp;
pub(crate) mod oid;
pub mod planted;
mod responses;
pub(crate) mod seed;
mod vector;
pub mod work;

pub use responses::{
    generate_responses, generate_responses_of, generate_shared_of_responses, group_names,
};
use std::io;
use std::path::Path;
use vector::Family;

/// Names of the families, in the order in which they are made.
pub fn family_names() -> impl Iterator<Item = &'static str> {
    families::ALL.iter().map(|(name, _)| *name)
}

/// Makes one family anew under `root`, and says whether there is one of that name.
///
/// # Errors
/// When files cannot be written.
pub fn generate(root: &Path, name: &str) -> io::Result<bool> {
    let Some((_, make)) = families::ALL.iter().find(|(known, _)| *known == name) else {
        return Ok(false);
    };
    let (order, rehearsed) = seed::rehearse(|| make(&Family::rehearsal(name)));
    rehearsed?;
    seed::perform(order, || make(&Family::open(root, name)?))?;
    Ok(true)
}
