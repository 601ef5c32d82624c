//! How providers encrypt fields.

use crate::generate::expected::hex;
use crate::generate::seed::random;
use aes::{Aes128, Aes256};
use aes_gcm::aead::{Aead as _, Payload};
use aes_gcm::{Aes256Gcm, KeyInit as _};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeEncrypt as _, KeyIvInit as _, StreamCipher as _};
use hmac::{Hmac, Mac as _};
use serde_json::{Value, json};
use sha2::Sha256;

/// Kakao's: AES-256-CTR with one key and one initial counter block for everything.
pub(super) struct KakaoKey {
    key: Vec<u8>,
    iv: Vec<u8>,
}

impl KakaoKey {
    pub(super) fn new() -> Self {
        Self {
            key: random(32),
            iv: random(16),
        }
    }

    /// What `keys.json` says of it.
    pub(super) fn json(&self) -> Value {
        json!({ "key": STANDARD.encode(&self.key), "iv": STANDARD.encode(&self.iv) })
    }

    /// The ciphertext in base64, as `ci` has it.
    pub(super) fn once(&self, plain: &str) -> String {
        self.octets_once(plain.as_bytes())
    }

    /// The same of any octets.
    pub(super) fn octets_once(&self, plain: &[u8]) -> String {
        let mut octets = plain.to_vec();
        ctr::Ctr128BE::<Aes256>::new_from_slices(&self.key, &self.iv)
            .expect("lengths")
            .apply_keystream(&mut octets);
        STANDARD.encode(octets)
    }

    /// Base64 of that text, as names and texts have it.
    pub(super) fn twice(&self, plain: &str) -> String {
        STANDARD.encode(self.once(plain))
    }
}

/// Naver's: AES-128-CBC with one key and one IV for everything.
pub(super) struct NaverKey {
    key: Vec<u8>,
    iv: Vec<u8>,
}

impl NaverKey {
    pub(super) fn new() -> Self {
        Self {
            key: random(16),
            iv: random(16),
        }
    }

    /// What `keys.json` says of it.
    pub(super) fn json(&self) -> Value {
        json!({ "key": STANDARD.encode(&self.key), "iv": STANDARD.encode(&self.iv) })
    }

    /// The ciphertext in base64.
    pub(super) fn once(&self, plain: &str) -> String {
        STANDARD.encode(cbc128(&self.key, &self.iv, plain))
    }
}

fn cbc128(key: &[u8], iv: &[u8], plain: &str) -> Vec<u8> {
    cbc::Encryptor::<Aes128>::new_from_slices(key, iv)
        .expect("lengths")
        .encrypt_padded_vec::<Pkcs7>(plain.as_bytes())
}

/// Toss's session: a key of the relying party's own for one request.
pub(super) struct TossKey {
    id: String,
    key: Vec<u8>,
    iv: Vec<u8>,
    is_gcm: bool,
}

impl TossKey {
    /// AES-256-GCM, whose additional data is the key itself.
    pub(super) fn gcm() -> Self {
        Self {
            id: uuid(),
            key: random(32),
            iv: random(12),
            is_gcm: true,
        }
    }

    /// The older AES-128-CBC, with an HMAC beside each field.
    pub(super) fn cbc() -> Self {
        Self {
            id: uuid(),
            key: random(16),
            iv: random(16),
            is_gcm: false,
        }
    }

    /// The session as Toss's SDK writes it.
    pub(super) fn text(&self) -> String {
        let algorithm = if self.is_gcm { "AES_GCM" } else { "AES_CBC" };
        format!(
            "v1${}${algorithm}${}${}",
            self.id,
            self.key_text(),
            STANDARD.encode(&self.iv)
        )
    }

    /// The key alone, as the session has it.
    pub(super) fn key_text(&self) -> String {
        STANDARD.encode(&self.key)
    }

    /// A field of the session.
    pub(super) fn field(&self, plain: &str) -> String {
        let octets = self.encrypt(plain);
        if self.is_gcm {
            return self.field_of(&octets);
        }
        let mut mac = <Hmac<Sha256>>::new_from_slice(self.key_text().as_bytes()).expect("any");
        mac.update(plain.as_bytes());
        let mac = hex(&mac.finalize().into_bytes());
        format!("{}${mac}", self.field_of(&octets))
    }

    /// The same with a bit of the ciphertext changed.
    pub(super) fn flipped_field(&self, plain: &str) -> String {
        let mut octets = self.encrypt(plain);
        octets[0] ^= 1;
        self.field_of(&octets)
    }

    fn encrypt(&self, plain: &str) -> Vec<u8> {
        if !self.is_gcm {
            return cbc128(&self.key, &self.iv, plain);
        }
        let payload = Payload {
            msg: plain.as_bytes(),
            aad: &self.key,
        };
        let mut nonce = [0; 12];
        nonce.copy_from_slice(&self.iv);
        Aes256Gcm::new_from_slice(&self.key)
            .expect("length")
            .encrypt(&nonce.into(), payload)
            .expect("short")
    }

    fn field_of(&self, octets: &[u8]) -> String {
        format!("v1${}${}", self.id, STANDARD.encode(octets))
    }
}

/// A random UUID of version 4.
pub(super) fn uuid() -> String {
    let mut octets = random(16);
    octets[6] = (octets[6] & 0x0f) | 0x40;
    octets[8] = (octets[8] & 0x3f) | 0x80;
    let text = hex(&octets);
    [
        &text[..8],
        &text[8..12],
        &text[12..16],
        &text[16..20],
        &text[20..],
    ]
    .join("-")
}
