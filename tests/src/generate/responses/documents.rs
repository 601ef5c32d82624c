//! Signed documents as the providers send them, in base64.

use crate::generate::algorithm::Hash;
use crate::generate::attribute::{content_type, message_digest, signing_time};
use crate::generate::authority::Signer;
use crate::generate::message::{Layers, Message, SignerInfo};
use crate::generate::oid::ID_DATA;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

/// What a signature covers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SignType {
    /// The content.
    Message,
    /// Attributes.
    SignedAttribute,
}

impl SignType {
    fn info(self, signer: &Signer, hash: Hash, content: &[u8]) -> SignerInfo {
        match self {
            Self::Message => SignerInfo::message(signer, hash, content),
            Self::SignedAttribute => SignerInfo::attributes(signer, hash, content),
        }
    }
}

/// A Kakao document around `content`.
pub(super) fn attached(signer: &Signer, content: &str, sign_type: SignType) -> String {
    let content = content.as_bytes();
    let info = sign_type.info(signer, Hash::Sha256, content);
    text(&Message::new(content).signer(signer, info), signer)
}

/// The same over attributes, signed at a time (UTCTime).
pub(super) fn signed_at(signer: &Signer, content: &str, time: &str) -> String {
    let info = info_at(signer, content.as_bytes(), time);
    text(
        &Message::new(content.as_bytes()).signer(signer, info),
        signer,
    )
}

/// The same without the content.
pub(super) fn detached_at(signer: &Signer, content: &[u8], time: &str) -> String {
    let info = info_at(signer, content, time);
    text(&Message::detached().signer(signer, info), signer)
}

fn info_at(signer: &Signer, content: &[u8], time: &str) -> SignerInfo {
    let attributes = [
        content_type(ID_DATA),
        signing_time(time),
        message_digest(&Hash::Sha256.of(content)),
    ];
    SignerInfo::over(signer, Hash::Sha256, &attributes)
}

/// The same, signed by two.
pub(super) fn signed_by_two(first: &Signer, second: &Signer, content: &str) -> String {
    let content = content.as_bytes();
    let info = |signer| SignerInfo::message(signer, Hash::Sha256, content);
    let message = Message::new(content).signer(first, info(first));
    text(&message.signer(second, info(second)), first)
}

/// The same with a signature over something else.
pub(super) fn forged(signer: &Signer, content: &str) -> String {
    let info = SignerInfo::message(signer, Hash::Sha256, b"something else");
    text(
        &Message::new(content.as_bytes()).signer(signer, info),
        signer,
    )
}

/// A document without content over a content whose digest the relying party has.
pub(super) fn detached(signer: &Signer, content: &[u8], hash: Hash, sign_type: SignType) -> String {
    let info = sign_type.info(signer, hash, content);
    text(&Message::detached().signer(signer, info), signer)
}

fn text(message: &Message, signer: &Signer) -> String {
    let layers = match signer.key {
        crate::generate::key::Key::Rsa(_) => Layers::Definite,
        _ => Layers::OuterIndefinite,
    };
    STANDARD.encode(message.clone().layers(layers).encode())
}

/// The content that Kakao makes of what it was asked to have signed.
pub(super) fn kakao_content(data: &str, id: &str) -> String {
    let [data, id] = [data, id].map(Value::from);
    format!(r#"{{"data":{data},"txId":{id},"desc":"시험"}}"#)
}
