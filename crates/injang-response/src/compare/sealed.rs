//! A member of the request that is not what was signed, and may be the ciphertext of it.

use super::agreement::Agreement;
use super::difference;
use crate::DecisionCode;
use crate::cipher::Secret;
use crate::hidden::is_public_key;
use crate::json::Value;
use injang_core::armor::BASE64;
use zeroize::Zeroizing;

/// Octets from which on a text is taken for a ciphertext though words are base64 too. A word of four
/// letters comes out of the cipher as a text under one key of ten, one of eight letters under one of
/// hundreds.
const LEAST_HIDDEN: usize = 6;

/// Digits of a number at most that may be a ciphertext. Of the ciphertexts of three octets one of
/// 1,700 is written in digits alone, of those of six one of three million.
const MOST_DIGITS: usize = 4;

impl Agreement<'_> {
    /// The finding for two values that are not equal, of which the requested one may be encrypted.
    ///
    /// 1. What is no base64, and what was not signed at all, differs.
    /// 2. With the key, what decrypts to what was signed agrees, however short it is.
    /// 3. With the key, what decrypts to something else differs. What decrypts to no text may have
    ///    been encrypted under another key; a short word, a number or a public key was not encrypted,
    ///    and differs.
    /// 4. Without the key, what may be a ciphertext is undecided.
    pub(super) fn differ_sealed(&self, signed: &Value, asked: &Value) -> Option<DecisionCode> {
        let sealed = asked.as_text().and_then(Sealed::read);
        // What is not there at all is not there whatever was asked for.
        let (Some(sealed), false) = (sealed, *signed == Value::Null) else {
            return Some(difference(signed, asked));
        };
        let readings = match self.keys.open(self.scheme, &sealed.line).readings() {
            Ok(readings) => readings,
            Err(code) if sealed.may_be_ciphertext(self.has_sealed_members) => return Some(code),
            Err(_) => return Some(difference(signed, asked)),
        };
        let mut texts = readings.iter().filter_map(Secret::text).peekable();
        if texts.peek().is_none() && !sealed.is_word && !sealed.is_key {
            return Some(DecisionCode::FieldUndecryptable);
        }
        let is_signed = |text: &str| {
            signed.as_text() == Some(text)
                || !matches!(signed, Value::Text(_))
                    && Value::parse(text.as_bytes()).is_ok_and(|value| value == *signed)
        };
        (!texts.any(is_signed)).then(|| difference(signed, asked))
    }
}

/// The base64 of a text that may be a ciphertext.
struct Sealed {
    /// Without the line breaks of MIME.
    line: Zeroizing<String>,
    octets: usize,
    is_number: bool,
    /// Whether it is a public key (`SubjectPublicKeyInfo`, RFC 5280 4.1).
    is_key: bool,
    /// Whether it is a number, or a short word: what an encoder fills up is none.
    is_word: bool,
}

impl Sealed {
    fn read(text: &str) -> Option<Self> {
        // In one buffer: one that grows would leave copies in memory.
        let mut line = Zeroizing::new(String::with_capacity(text.len()));
        let symbols = text.trim().chars();
        line.extend(symbols.filter(|char| !matches!(char, '\r' | '\n')));
        let decoded = BASE64.decode(line.as_str()).map(Zeroizing::new).ok();
        let decoded = decoded.filter(|octets| !octets.is_empty())?;
        let (octets, is_key) = (decoded.len(), is_public_key(&decoded));
        let is_number = line.bytes().all(|octet| octet.is_ascii_digit());
        let is_word = is_number || octets < LEAST_HIDDEN && !line.ends_with('=');
        Some(Self {
            line,
            octets,
            is_number,
            is_key,
            is_word,
        })
    }

    /// Whether it may be one, as nothing but its looks tells. `is_any_length` says whether short members
    /// may have been sent encrypted.
    fn may_be_ciphertext(&self, is_any_length: bool) -> bool {
        let is_long = self.octets >= LEAST_HIDDEN;
        let is_figure = self.is_number && self.line.len() > MOST_DIGITS;
        (is_long || is_any_length) && !is_figure && !self.is_key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_key_is_no_ciphertext() {
        let key = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEPteijsZI7c5dW34lL2sqr7tEg1EUoks8qo9xD2SZO8JXEaNM3JIpCAtjnwmXf+t8qR7M4WSb/qithccrIGrefg==";
        let sealed = Sealed::read(key).unwrap();
        assert!(sealed.is_key && !sealed.may_be_ciphertext(true));
        // As long, and no key.
        let other = key.replacen("MFkw", "AFkw", 1);
        let sealed = Sealed::read(&other).unwrap();
        assert!(!sealed.is_key && sealed.may_be_ciphertext(true));
    }
}
