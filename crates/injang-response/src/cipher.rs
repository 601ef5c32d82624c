//! The ciphers under which providers send personal data, and what comes out of them.
//!
//! | provider | cipher | is what comes out authenticated? |
//! |---|---|---|
//! | Kakao | AES-256-CTR ([`CtrKey`]) | no: every flipped bit comes through |
//! | Naver through Barocert | AES-128-CBC ([`CbcKey`]) | no: the padding is no proof |
//! | Toss | AES-256-GCM or AES-CBC with HMAC ([`TossSessions`]) | yes, with a caveat told there |
//!
//! Decrypted octets are in buffers that are wiped when dropped, from the first decoding on; so are
//! keys and IVs. AES, SHA-256 and their modes come from crates whose states are wiped too. What no
//! crate promises is to wipe copies on the stack; `hmac` leaves its padded key there.

mod blocks;
mod candidate;
mod cbc_key;
mod ctr_key;
mod error;
mod secret;
mod text;
mod toss;
mod toss_field;

pub(crate) use candidate::ciphertexts;
pub use candidate::{Candidate, Wrapping};
pub use cbc_key::CbcKey;
pub use ctr_key::CtrKey;
pub use error::CipherError;
pub use secret::Secret;
pub use toss::{TossSession, TossSessions};
