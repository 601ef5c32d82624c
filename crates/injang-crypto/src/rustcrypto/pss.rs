//! EMSA-PSS-VERIFY (RFC 8017 9.1.2), for any two digests and any salt. The `rsa` crate's own takes
//! one digest for both.

use super::RustCrypto;
use alloc::vec::Vec;
use injang_core::{CryptoBackend as _, Digest, DigestAlgorithm, PssParameters, SignatureStatus};
use rsa::traits::PublicKeyParts as _;
use rsa::{BoxedUint, RsaPublicKey, hazmat};

/// RSASSA-PSS-VERIFY (RFC 8017 8.1.2). The signature is as long as the modulus.
pub(super) fn verify(
    key: &RsaPublicKey,
    parameters: &PssParameters,
    prehash: &Digest,
    signature: &[u8],
) -> SignatureStatus {
    let representative = BoxedUint::from_be_slice(signature, key.n().bits_precision());
    let encoded = representative
        .ok()
        .filter(|signature| signature < key.n().as_ref())
        .and_then(|signature| hazmat::rsa_encrypt(key, &signature).ok());
    let Some(encoded) = encoded else {
        return SignatureStatus::Invalid;
    };
    // One bit less than the modulus has, which may be one octet less.
    let bits = key.n().bits_vartime() as usize - 1;
    let octets = encoded.to_be_bytes();
    let (excess, encoded) = octets.split_at(octets.len() - bits.div_ceil(8));
    let is_valid = excess.iter().all(|octet| *octet == 0)
        && is_encoding(encoded, bits, parameters, prehash).unwrap_or(false);
    if is_valid {
        SignatureStatus::Valid
    } else {
        SignatureStatus::Invalid
    }
}

/// Steps 3 to 14 of RFC 8017 9.1.2; `None` where a length can't fit.
fn is_encoding(
    encoded: &[u8],
    bits: usize,
    parameters: &PssParameters,
    prehash: &Digest,
) -> Option<bool> {
    let size = parameters.digest.size();
    let (last, body) = encoded.split_last()?;
    if *last != 0xbc || prehash.algorithm() != parameters.digest {
        return Some(false);
    }
    let (masked, hash) = body.split_at_checked(body.len().checked_sub(size)?)?;
    let unused = 8 * encoded.len() - bits;
    let first_mask = 0xff >> unused;
    if masked.first()? & !first_mask != 0 {
        return Some(false);
    }
    let mask = mgf1(hash, masked.len(), parameters.mask_digest)?;
    let mut block: Vec<u8> = masked
        .iter()
        .zip(mask)
        .map(|(octet, mask)| octet ^ mask)
        .collect();
    block[0] &= first_mask;
    let (padding, salt) = block.split_at_checked(block.len().checked_sub(parameters.salt)?)?;
    let (one, zeros) = padding.split_last()?;
    if *one != 1 || zeros.iter().any(|octet| *octet != 0) {
        return Some(false);
    }
    let expected = RustCrypto.digest(parameters.digest, &[&[0; 8], prehash.as_bytes(), salt])?;
    Some(expected.as_bytes() == hash)
}

/// MGF1 (RFC 8017 B.2.1).
fn mgf1(seed: &[u8], length: usize, algorithm: DigestAlgorithm) -> Option<Vec<u8>> {
    let mut mask = Vec::with_capacity(length + algorithm.size());
    let mut counter = 0u32;
    while mask.len() < length {
        let block = RustCrypto.digest(algorithm, &[seed, &counter.to_be_bytes()])?;
        mask.extend_from_slice(block.as_bytes());
        counter += 1;
    }
    mask.truncate(length);
    Some(mask)
}
