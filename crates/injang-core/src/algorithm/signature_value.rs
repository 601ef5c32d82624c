//! The forms of signature values.

use crate::encoding::der::{Reader, tag};
use crate::encoding::error::Error;

/// Whether a signature is an `ECDSA-Sig-Value` in DER with positive numbers. What the numbers must
/// be below is the curve's question and asked by the arithmetic.
///
/// ```asn1
/// ECDSA-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER }
/// ```
/// RFC 3279 2.2.3
pub(crate) fn is_ecdsa_signature(signature: &[u8]) -> bool {
    let read = || -> Result<bool, Error> {
        let mut outer = Reader::new(signature, 0, "ECDSA-Sig-Value");
        let mut fields = outer.element(tag::SEQUENCE)?.reader("ECDSA-Sig-Value");
        outer.finish()?;
        let r = fields.element(tag::INTEGER)?.integer()?;
        let s = fields.element(tag::INTEGER)?.integer()?;
        fields.finish()?;
        Ok(r[0] < 0x80 && s[0] < 0x80 && r != [0] && s != [0])
    };
    read().unwrap_or(false)
}
