//! The three kinds of signature that providers are asked for, for every algorithm the same.

use crate::case::Expectation;
use crate::generate::algorithm::Hash;
use crate::generate::attribute::{signed_field, signed_octets, usual_under};
use crate::generate::authority::Signer;
use crate::generate::expected::{attributes, message, plain_hash};
use crate::generate::message::{Message, SignerInfo};
use crate::generate::vector::Vector;

/// What a signature covers, and what the caller has of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// The embedded content.
    Message,
    /// Attributes beside the embedded content.
    Attributes,
    /// A content that is not there, and of which the caller has the digest.
    PlainHash,
}

impl Mode {
    pub(super) const ALL: [Self; 3] = [Self::Message, Self::Attributes, Self::PlainHash];

    /// Its word in the names of cases.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::Attributes => "attributes",
            Self::PlainHash => "plain-hash",
        }
    }

    /// A `SignerInfo` with a signature made in a way of its own from what it must cover.
    pub(super) fn info(
        self,
        signer: &Signer,
        hash: Hash,
        content: &[u8],
        sign: impl FnOnce(&[u8]) -> Vec<u8>,
    ) -> SignerInfo {
        let unsigned = SignerInfo::unsigned(signer, hash);
        if self != Self::Attributes {
            return unsigned.signed(sign(content));
        }
        let list = usual_under(hash, content);
        let mut info = unsigned.signed(sign(&signed_octets(&list)));
        info.signed_attributes = Some(signed_field(&list));
        info
    }

    /// The document around it.
    pub(super) fn document(self, signer: &Signer, info: SignerInfo, content: &[u8]) -> Vec<u8> {
        let message = if self == Self::PlainHash {
            Message::detached()
        } else {
            Message::new(content)
        };
        message.signer(signer, info).encode()
    }

    /// The case with what the caller supplies.
    pub(super) fn supplied(self, vector: Vector, hash: Hash, content: &[u8]) -> Vector {
        if self == Self::PlainHash {
            vector.digest_of(hash, content)
        } else {
            vector
        }
    }

    /// What a good one gets.
    pub(super) fn passed(self, signer: &Signer, content: &[u8]) -> Expectation {
        match self {
            Self::Message => message(signer).content(content),
            Self::Attributes => attributes(signer).content(content),
            Self::PlainHash => plain_hash(signer),
        }
    }
}
