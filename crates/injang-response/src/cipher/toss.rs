//! Toss's sessions: a key that the relying party makes, sends to Toss under Toss's RSA key, and
//! keeps, to decrypt what Toss answers (Toss certificate guide and Java SDK, `TossCertSession`).

use super::text::{self, Octets};
use super::toss_field::{TossField, check_id, check_version};
use super::{CipherError, Secret, blocks};
use aes_gcm::aead::AeadInOut as _;
use aes_gcm::{Aes256Gcm, Nonce, Tag};
use core::fmt;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use std::collections::BTreeSet;
use subtle::{Choice, ConstantTimeEq as _};

/// Octets of a GCM tag.
const TAG: usize = 16;

#[derive(Clone, Copy)]
enum Algorithm {
    /// AES-256-GCM. The additional data are the octets of the key; the tag is behind the
    /// ciphertext.
    Gcm,
    /// AES-128-CBC or AES-256-CBC with PKCS#7 padding. HMAC-SHA256 of the plaintext, in lower-case
    /// hex, is the field's fourth part; its key is the base64 text of the key.
    Cbc,
}

impl Algorithm {
    const fn name(self) -> &'static str {
        match self {
            Self::Gcm => "AES_GCM",
            Self::Cbc => "AES_CBC",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        [Self::Gcm, Self::Cbc]
            .into_iter()
            .find(|algorithm| algorithm.name() == name)
    }

    const fn key_lengths(self) -> &'static [usize] {
        match self {
            Self::Gcm => &[32],
            Self::Cbc => &[16, 32],
        }
    }

    const fn iv_lengths(self) -> &'static [usize] {
        match self {
            Self::Gcm => &[12],
            Self::Cbc => &[16],
        }
    }
}

/// One session with Toss: its id, and the key and IV of all its fields.
///
/// `Debug` shows the algorithm alone.
pub struct TossSession {
    /// In lower case.
    id: String,
    algorithm: Algorithm,
    key: Secret,
    iv: Secret,
}

impl fmt::Debug for TossSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TossSession({})", self.algorithm.name())
    }
}

impl TossSession {
    /// From the text that the SDK's `serializeSession` gives:
    /// `version$uuid$algorithm$base64(key)$base64(iv)`, with or without a `$` at the end.
    ///
    /// Fails as [`TossSession::new`] does, and with [`CipherError::Size`].
    pub fn parse(text: &str) -> Result<Self, CipherError> {
        let text = text::bounded(text)?;
        let mut parts = text.strip_suffix('$').unwrap_or(text).split('$');
        let (Some(version), Some(id), Some(algorithm), Some(key), Some(iv), None) = (
            parts.next(),
            parts.next(),
            parts.next(),
            parts.next(),
            parts.next(),
            parts.next(),
        ) else {
            return Err(CipherError::SessionForm);
        };
        Self::new(version, id, algorithm, key, iv)
    }

    /// From its parts. The algorithm's name is `AES_GCM` (32 octets of key, 12 of IV) or `AES_CBC`
    /// (32 or 16 of key, 16 of IV). White space around key and IV is skipped.
    ///
    /// Fails with [`CipherError::SessionVersion`], with [`CipherError::SessionForm`] if the id is
    /// no UUID or the algorithm another, with [`CipherError::KeyLength`] and
    /// [`CipherError::IvLength`].
    pub fn new(
        version: &str,
        id: &str,
        algorithm_name: &str,
        key_base64: &str,
        iv_base64: &str,
    ) -> Result<Self, CipherError> {
        check_version(version)?;
        check_id(id)?;
        let algorithm = Algorithm::from_name(algorithm_name).ok_or(CipherError::SessionForm)?;
        let key_lengths = algorithm.key_lengths();
        Ok(Self {
            id: id.to_ascii_lowercase(),
            algorithm,
            key: text::key(key_base64, key_lengths, CipherError::KeyLength)?,
            iv: text::key(iv_base64, algorithm.iv_lengths(), CipherError::IvLength)?,
        })
    }

    /// Whether what comes out is proved to be what somebody encrypted who has the key: always.
    ///
    /// The caveat is the scheme's, not this implementation's: all fields of a session have one IV.
    /// Who sees two of them under GCM learns the difference of their contents, and may compute
    /// what it takes to forge others (NIST SP 800-38D 8, appendix A). Fields must go over TLS.
    pub const fn is_authenticated(&self) -> bool {
        true
    }

    /// Its key.
    pub(crate) fn key(&self) -> &[u8] {
        self.key.octets()
    }

    fn decrypt(&self, field: &TossField<'_>) -> Result<Secret, CipherError> {
        match (self.algorithm, field.hmac) {
            (Algorithm::Gcm, None) => self.decrypt_gcm(text::decode(field.ciphertext)?),
            (Algorithm::Cbc, Some(hmac)) => self.decrypt_cbc(text::decode(field.ciphertext)?, hmac),
            (Algorithm::Gcm, Some(_)) | (Algorithm::Cbc, None) => Err(CipherError::SessionForm),
        }
    }

    fn decrypt_gcm(&self, mut octets: Octets) -> Result<Secret, CipherError> {
        let (ciphertext, tag) = octets
            .split_last_chunk_mut::<TAG>()
            .ok_or(CipherError::Length)?;
        let cipher =
            Aes256Gcm::new_from_slice(self.key.octets()).map_err(|_| CipherError::KeyLength)?;
        let iv = Nonce::try_from(self.iv.octets()).map_err(|_| CipherError::IvLength)?;
        let tag = Tag::from(*tag);
        cipher
            .decrypt_inout_detached(&iv, self.key.octets(), ciphertext.into(), &tag)
            .map_err(|_| CipherError::Integrity)?;
        let length = ciphertext.len();
        octets.truncate(length);
        Ok(Secret::from_zeroizing(octets))
    }

    /// The HMAC is computed whether the padding is right or not, and one bit comes out of both.
    /// What remains to be measured is whether the plaintext's length has crossed one of SHA-256's
    /// blocks.
    fn decrypt_cbc(&self, mut octets: Octets, hmac: &str) -> Result<Secret, CipherError> {
        blocks::decrypt(self.key.octets(), self.iv.octets(), &mut octets)?;
        let (has_padding, length) = blocks::padding(&octets);
        let is_authentic = has_padding & self.has_hmac(&octets[..length], hmac)?;
        if !bool::from(is_authentic) {
            return Err(CipherError::Integrity);
        }
        octets.truncate(length);
        Ok(Secret::from_zeroizing(octets))
    }

    fn has_hmac(&self, plain: &[u8], hmac: &str) -> Result<Choice, CipherError> {
        let key = text::encode(self.key.octets());
        let mut code =
            Hmac::<Sha256>::new_from_slice(key.as_bytes()).map_err(|_| CipherError::KeyLength)?;
        code.update(plain);
        let mut hex = [0; 64];
        base16ct::lower::encode(&code.finalize().into_bytes(), &mut hex)
            .map_err(|_| CipherError::Integrity)?;
        Ok(hex.as_slice().ct_eq(hmac.as_bytes()))
    }
}

/// All sessions whose fields may occur in one answer.
#[derive(Debug)]
pub struct TossSessions(Vec<TossSession>);

impl TossSessions {
    /// Fails with [`CipherError::SessionForm`] if two sessions have one id.
    pub fn new(sessions: Vec<TossSession>) -> Result<Self, CipherError> {
        let ids: BTreeSet<&str> = sessions.iter().map(|session| &*session.id).collect();
        if ids.len() != sessions.len() {
            return Err(CipherError::SessionForm);
        }
        Ok(Self(sessions))
    }

    /// Decrypts a field under the session that it names.
    ///
    /// It is `version$uuid$base64(ciphertext‖tag)` under GCM, with or without a `$` at the end, and
    /// `version$uuid$base64(ciphertext)$hmac` under CBC. Its version need not be the session's, as
    /// Toss answers `v1` to an SDK that writes `v1_0.0.14`; both must be of that scheme.
    ///
    /// Fails with [`CipherError::Size`], [`CipherError::SessionForm`],
    /// [`CipherError::SessionVersion`], [`CipherError::SessionUnknown`],
    /// [`CipherError::NotBase64`] and [`CipherError::Length`] by what is to be seen from outside,
    /// and otherwise with [`CipherError::Integrity`] alone.
    pub fn decrypt(&self, field: &str) -> Result<Secret, CipherError> {
        let field = TossField::parse(field)?;
        let has_id = |session: &&TossSession| session.id.eq_ignore_ascii_case(field.id);
        let session = self.0.iter().find(has_id);
        session.ok_or(CipherError::SessionUnknown)?.decrypt(&field)
    }
}
