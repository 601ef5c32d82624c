//! AES in cipher block chaining mode (NIST SP 800-38A 6.2), and PKCS#7 padding (RFC 5652 6.3).

use super::CipherError;
use aes::{Aes128, Aes256};
use cbc::Decryptor;
use cbc::cipher::block_padding::NoPadding;
use cbc::cipher::{BlockModeDecrypt, KeyIvInit};
use subtle::{
    Choice, ConditionallySelectable as _, ConstantTimeEq as _, ConstantTimeGreater as _,
    ConstantTimeLess as _,
};

/// Octets of a block.
const BLOCK: u8 = 16;

/// Decrypts in place, by AES-128 or AES-256 as the key is long. The padding stays.
pub(super) fn decrypt(key: &[u8], iv: &[u8], octets: &mut [u8]) -> Result<(), CipherError> {
    if octets.is_empty() {
        return Err(CipherError::Length);
    }
    match key.len() {
        16 => decrypt_by::<Decryptor<Aes128>>(key, iv, octets),
        32 => decrypt_by::<Decryptor<Aes256>>(key, iv, octets),
        _ => Err(CipherError::KeyLength),
    }
}

fn decrypt_by<C: KeyIvInit + BlockModeDecrypt>(
    key: &[u8],
    iv: &[u8],
    octets: &mut [u8],
) -> Result<(), CipherError> {
    C::new_from_slices(key, iv)
        .map_err(|_| CipherError::KeyLength)?
        .decrypt_padded::<NoPadding>(octets)
        .map_err(|_| CipherError::Length)?;
    Ok(())
}

/// Whether whole blocks end in a right padding, and the length of what is before it: all, if the
/// padding is wrong. Takes as long for a wrong as for a right one.
pub(super) fn padding(octets: &[u8]) -> (Choice, usize) {
    let last = octets.last().copied().unwrap_or(0);
    let mut is_right = !last.ct_eq(&0) & !last.ct_gt(&BLOCK);
    for (distance, octet) in (0..BLOCK).zip(octets.iter().rev()) {
        is_right &= !distance.ct_lt(&last) | octet.ct_eq(&last);
    }
    let length = u8::conditional_select(&0, &last, is_right);
    (is_right, octets.len() - usize::from(length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_last_octet() {
        for last in 0..=u8::MAX {
            // As many of them as they say, but for those that say more than a block.
            let mut octets = [0xaa; 32];
            let length = 32 - usize::from(last.clamp(1, 16));
            octets[length..].fill(last);
            let is_right = (1..=16).contains(&last);
            let expected = if is_right { length } else { 32 };
            let (found, found_length) = padding(&octets);
            assert_eq!((found.into(), found_length), (is_right, expected), "{last}");
        }
    }

    #[test]
    fn every_octet_of_a_padding_counts() {
        for last in 2..=BLOCK {
            for place in 1..usize::from(last) {
                let mut octets = [last; 16];
                octets[15 - place] ^= 1;
                assert!(!bool::from(padding(&octets).0), "{last} {place}");
            }
        }
    }
}
