//! Fields of an answer that are what the relying party itself sent. Whoever saw the request can
//! copy them, so that they prove nothing and count as absent.

use crate::cipher::ciphertexts;
use crate::exchange::Exchange;
use crate::json::Value;
use crate::keys::session_of;
use crate::product::Scheme;
use zeroize::Zeroizing;

/// Characters of the longest field: a CI in base64 four times is shorter.
const LONGEST: usize = 1 << 10;

impl Exchange<'_> {
    /// Whether an encrypted field of an answer is a text of the request or of `prepare`, however its
    /// ciphertext is wrapped; for Toss also whether it is encrypted in the request's session, of
    /// which the answer must not be.
    pub(crate) fn is_echo(&self, field: &str) -> bool {
        if self.scheme() == Scheme::Toss && self.is_of_the_requests_session(field) {
            return true;
        }
        let field = Sent::read(field);
        let sent = [
            self.request.map(|it| &it.raw),
            self.prepare.map(|it| &it.raw),
        ];
        sent.into_iter().flatten().any(|value| field.is_in(value))
    }

    fn is_of_the_requests_session(&self, field: &str) -> bool {
        let (Some(session), Some(request)) = (session_of(field), self.request) else {
            return false;
        };
        let persons = request.sealed_person.iter().map(|(_, text)| text);
        let mut sealed = persons.chain(&request.sealed_ci);
        request.session.as_ref() == Some(&session)
            || sealed.any(|text| session_of(text).as_ref() == Some(&session))
    }
}

/// A text, and the ciphertexts that it may stand for.
struct Sent<'t> {
    text: &'t str,
    ciphertexts: Vec<Zeroizing<Vec<u8>>>,
}

impl<'t> Sent<'t> {
    fn read(text: &'t str) -> Self {
        let text = text.trim_ascii();
        let found = Some(text)
            .filter(|text| text.len() <= LONGEST)
            .and_then(|text| ciphertexts(text).ok());
        let octets = found.into_iter().flatten().map(|(_, octets)| octets);
        Self {
            text,
            ciphertexts: octets.filter(|it| !it.is_empty()).collect(),
        }
    }

    fn is_in(&self, value: &Value) -> bool {
        match value {
            Value::Text(text) => self.is_same(&Sent::read(text)),
            Value::Array(items) => items.iter().any(|item| self.is_in(item)),
            Value::Object(object) => object.values().any(|member| self.is_in(member)),
            _ => false,
        }
    }

    fn is_same(&self, other: &Sent<'_>) -> bool {
        let is_theirs = |octets: &Zeroizing<Vec<u8>>| other.ciphertexts.contains(octets);
        self.text == other.text || self.ciphertexts.iter().any(is_theirs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_ciphertext_in_every_wrapping() {
        let raw = Value::parse(br#"{"a": [{"b": "ajNZRTQ1ait0ZytD"}], "c": 1}"#).unwrap();
        for same in [
            "ajNZRTQ1ait0ZytD",
            " ajNZRTQ1ait0ZytD\n",
            // Once where the request has it twice.
            "j3YE45j+tg+C",
        ] {
            assert!(Sent::read(same).is_in(&raw), "{same}");
        }
        for other in ["", "j3YE45j+tg+D", "c", "ajNZRTQ1ait0ZytE"] {
            assert!(!Sent::read(other).is_in(&raw), "{other}");
        }
    }
}
