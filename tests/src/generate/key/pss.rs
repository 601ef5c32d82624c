//! RSASSA-PSS (RFC 8017 8.1 and 9.1), part by part.

use super::{Key, random};
use crate::generate::algorithm::Hash;
use crate::generate::der::{explicit, integer, oid, sequence, unsigned};
use crate::generate::oid::{MGF1, RSASSA_PSS};

/// The octet that ends every block: trailerField 1.
pub(crate) const TRAILER: u8 = 0xbc;

/// Digest, digest of MGF1, and octets of salt.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pss {
    pub(crate) hash: Hash,
    pub(crate) mask: Hash,
    pub(crate) salt: usize,
}

impl Pss {
    /// One digest for both, and a salt as long as it.
    pub(crate) fn usual(hash: Hash) -> Self {
        Self {
            hash,
            mask: hash,
            salt: hash.size(),
        }
    }

    /// `RSASSA-PSS-params` in DER: defaults are left out (RFC 4055 3.1).
    pub(crate) fn parameters(self) -> Vec<u8> {
        let [hash, mask, salt, _] = self.fields();
        let kept = [
            (self.hash != Hash::Sha1, hash),
            (self.mask != Hash::Sha1, mask),
            (self.salt != 20, salt),
        ];
        let fields: Vec<Vec<u8>> = kept
            .into_iter()
            .filter_map(|(is_kept, field)| is_kept.then_some(field))
            .collect();
        sequence(&fields)
    }

    /// The four fields with their tags, defaults or not: digest, mask, salt, trailer.
    pub(crate) fn fields(self) -> [Vec<u8>; 4] {
        let salt = unsigned(&self.salt.to_be_bytes());
        [
            explicit(0, &self.hash.identifier()),
            explicit(1, &mgf1(&self.mask.identifier())),
            explicit(2, &salt),
            explicit(3, &integer(1)),
        ]
    }

    /// `id-RSASSA-PSS` with the parameters in DER.
    pub(crate) fn identifier(self) -> Vec<u8> {
        rsassa_pss(self.parameters())
    }

    /// A good signature over `message`.
    pub(crate) fn sign(self, key: &Key, message: &[u8]) -> Vec<u8> {
        self.sign_with(key, message, &random(self.salt))
    }

    /// A good signature under that salt.
    pub(crate) fn sign_with(self, key: &Key, message: &[u8], salt: &[u8]) -> Vec<u8> {
        let data = self.data_block(key, salt);
        let hash = self.salted(message, salt);
        key.rsa_raw(&self.block(key, &data, &hash, TRAILER))
    }

    /// DB (RFC 8017 9.1.1 step 8): zeros, a one, the salt.
    pub(crate) fn data_block(self, key: &Key, salt: &[u8]) -> Vec<u8> {
        let zeros = encoded_length(key) - self.hash.size() - 2 - salt.len();
        [vec![0; zeros], vec![1], salt.to_vec()].concat()
    }

    /// H (steps 2 to 6): the digest of the message's digest and the salt.
    pub(crate) fn salted(self, message: &[u8], salt: &[u8]) -> Vec<u8> {
        self.hash
            .of(&[&[0; 8], self.hash.of(message).as_slice(), salt].concat())
    }

    /// EM (steps 9 to 12) around any DB and H, in as many octets as the modulus has.
    pub(crate) fn block(self, key: &Key, data: &[u8], hash: &[u8], trailer: u8) -> Vec<u8> {
        let mask = self.mask_of(hash, data.len());
        let mut masked: Vec<u8> = data.iter().zip(mask).map(|(a, b)| a ^ b).collect();
        // One bit less than the modulus has.
        let unused = 8 * encoded_length(key) + 1 - modulus_bits(key);
        masked[0] &= 0xff >> unused;
        let encoded = [masked, hash.to_vec(), vec![trailer]].concat();
        [vec![0; key.modulus_length() - encoded.len()], encoded].concat()
    }

    /// MGF1 (RFC 8017 B.2.1).
    fn mask_of(self, seed: &[u8], length: usize) -> Vec<u8> {
        let blocks =
            (0_u32..).map(|counter| self.mask.of(&[seed, &counter.to_be_bytes()].concat()));
        blocks
            .take(length.div_ceil(self.mask.size()))
            .flatten()
            .take(length)
            .collect()
    }
}

/// `id-RSASSA-PSS` with any parameters.
pub(crate) fn rsassa_pss(parameters: Vec<u8>) -> Vec<u8> {
    sequence(&[oid(RSASSA_PSS), parameters])
}

/// MGF1 over the digest that is named.
pub(crate) fn mgf1(digest: &[u8]) -> Vec<u8> {
    sequence(&[oid(MGF1), digest.to_vec()])
}

fn modulus_bits(key: &Key) -> usize {
    let modulus = key.modulus();
    let top = modulus.first().map_or(0, |octet| octet.leading_zeros());
    8 * modulus.len() - usize::try_from(top).expect("at most eight")
}

/// emLen: the octets of one bit less than the modulus has.
fn encoded_length(key: &Key) -> usize {
    (modulus_bits(key) - 1).div_ceil(8)
}
