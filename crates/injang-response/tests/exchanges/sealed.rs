//! Fields as the relying party and the provider encrypt them.

use super::changed::Case;
use aes_gcm::aead::{Aead as _, Payload};
use aes_gcm::{Aes256Gcm, KeyInit as _, Nonce};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use injang_response::CtrKey;

/// Octets under Kakao's key, in base64 once.
pub(crate) fn once(case: &Case, plain: &[u8]) -> String {
    let text = |member: &str| case.get(member).as_str().unwrap().to_owned();
    let key = CtrKey::new(&text("keys/kakao/key"), &text("keys/kakao/iv")).unwrap();
    // In counter mode, decrypting is encrypting.
    let readings = key.decrypt(&STANDARD.encode(plain)).unwrap();
    STANDARD.encode(readings[0].plain.octets())
}

/// The same, in base64 twice.
pub(crate) fn twice(case: &Case, plain: &[u8]) -> String {
    STANDARD.encode(once(case, plain))
}

/// A text in the Toss session that the keys have at this place.
pub(crate) fn in_session(case: &Case, place: usize, plain: &str) -> String {
    let session = case.get(&format!("keys/toss/{place}"));
    let parts: Vec<&str> = session.as_str().unwrap().split('$').collect();
    let [key, iv] = [parts[3], parts[4]].map(|it| STANDARD.decode(it).unwrap());
    let payload = Payload {
        msg: plain.as_bytes(),
        aad: &key,
    };
    let iv = Nonce::try_from(iv.as_slice()).unwrap();
    let cipher = Aes256Gcm::new_from_slice(&key).unwrap();
    let octets = cipher.encrypt(&iv, payload).unwrap();
    format!("{}${}${}", parts[0], parts[1], STANDARD.encode(octets))
}

/// Another person's CI.
pub(crate) fn other_ci() -> String {
    STANDARD.encode([7; 64])
}
