//! Invariant of two readers: where both can read something, they read the same.

use super::syntax::disarmed;
use crate::second_reader::{Comparison, Unexplained, certificate, crl, document};
use injang_core::{Der, Limits};

/// What Injang and the second reader both read of a document, a certificate or a CRL is the same,
/// but for the reasons in [`Reason`](crate::second_reader::Reason); and of a document that only
/// Injang reads, the second reader reads no other content. Who refuses what is not judged here: on
/// arbitrary octets each is as strict as it likes.
///
/// # Panics
/// If that does not hold.
pub fn second_reader(input: &[u8]) {
    let octets = &*disarmed(input);
    if let Ok(der) = Der::from_ber(octets, Limits::default()) {
        alike(&document(&der));
    }
    alike(&certificate(octets));
    alike(&crl(octets));
}

fn alike(found: &Comparison) {
    if let Comparison::Unexplained(Unexplained::Fields(fields)) = found {
        panic!("the readers differ: {fields:?}");
    }
}
