//! Fields of an answer that are what the relying party itself sent. Whoever saw the request can
//! copy them, so that they prove nothing and count as absent.
//!
//! A field counts as sent only against what was sent for that field: anything else in its place is
//! read and compared, and if it agrees, against all that was sent, piece by piece. Kakao's and
//! Naver's ciphers are deterministic, and what they make can be cut off or changed without the key.
//! So it is what was encrypted that decides, in the form in which it is compared; and the ciphertext
//! alone only where the keys are missing. Toss's fields are authenticated: there it is the
//! session, or the very ciphertext under another session's name.

use super::readings::{LONGEST, readings};
use crate::cipher::ciphertexts;
use crate::exchange::Exchange;
use crate::finding::DecisionCode;
use crate::json::Value;
use crate::keys::session_of;
use crate::person::Field;
use crate::product::Scheme;
use injang_core::Ci;
use zeroize::Zeroizing;

/// Members of a request that are no field about anybody: texts to be signed, where one is longer than
/// any field.
const DOCUMENTS: [&str; 5] = ["document", "documents", "doc", "token", "tokens"];
/// Characters of the shortest ciphertext in base64.
const LEAST_TEXT: usize = 4;
/// Octets from which on a beginning of a ciphertext is no accident: a birthday has as many.
const LEAST_BEGINNING: usize = 8;

/// The members in which a request says something about a person.
const fn names(field: Field) -> &'static [&'static str] {
    match field {
        Field::Name => &["name", "receiver_name", "userName", "receiverName"],
        Field::Phone => &["phone_no", "userPhone", "receiverHP"],
        Field::Birthday => &["birthday", "userBirthday", "receiverBirthday"],
        Field::Gender => &["gender"],
        Field::Nationality => &["nationality"],
        Field::Di => &["di"],
    }
}

/// Characters of a text at least in which a CI is hidden: a ciphertext is no shorter than what it
/// hides, and a CI without padding has so many.
const LEAST_CI: usize = 86;

impl Exchange<'_> {
    /// Whether the encrypted CI of an answer is a CI that the request or `prepare` has anywhere; for
    /// Toss also whether it is encrypted in the request's session, of which the answer must not be.
    pub(crate) fn is_ci_echo(&self, field: &str) -> bool {
        if self.is_of_the_requests_session(field) {
            return true;
        }
        let read = |text: &str| -> Vec<Ci> {
            let readings = self.open_own(text).unwrap_or_default();
            let parsed = readings.iter().map(|it| Ci::from_base64(it.octets()));
            parsed.filter_map(Result::ok).collect()
        };
        let is_by_value = self.scheme() != Scheme::Toss;
        let own = if is_by_value { read(field) } else { Vec::new() };
        let is_same = |sent: &str| {
            let is_theirs = |ci: Ci| own.iter().any(|it| it.is_same(&ci));
            sent.len() >= LEAST_CI && !own.is_empty() && read(sent).into_iter().any(is_theirs)
        };
        let field = self.field(field);
        let mut sent = self.sent(None);
        sent.any(|sent| field.is_ciphertext_of(sent) || is_same(sent))
    }

    /// The same of a field about a person, against what was sent for that field.
    pub(crate) fn is_person_echo(&self, field: Field, pieces: &[Zeroizing<String>]) -> bool {
        self.is_sent(field, pieces, Some(names(field)))
    }

    /// Whether each piece of a field about a person is, octet for octet, a ciphertext that was sent for
    /// anything.
    pub(crate) fn is_ciphertext_sent(&self, pieces: &[Zeroizing<String>]) -> bool {
        let sent: Vec<&str> = self.sent(None).collect();
        let is_one = |piece: &Zeroizing<String>| {
            let is_long = piece.trim().len() >= LEAST_TEXT;
            let field = self.field(piece);
            is_long && sent.iter().any(|sent| field.is_ciphertext_of(sent))
        };
        !pieces.is_empty() && pieces.iter().all(is_one)
    }

    /// Whether a field about a person is what was sent for anything: the holder of an account, say.
    /// One that agrees with what is held proves nothing then.
    pub(crate) fn is_copy(&self, field: Field, pieces: &[Zeroizing<String>]) -> bool {
        self.is_sent(field, pieces, None)
    }

    fn is_sent(&self, field: Field, pieces: &[Zeroizing<String>], names: Option<&[&str]>) -> bool {
        if pieces.iter().any(|it| self.is_of_the_requests_session(it)) {
            return true;
        }
        let read = |pieces: &[Zeroizing<String>]| match self.scheme() {
            Scheme::Toss => Vec::new(),
            _ => readings(field, pieces, |text| self.open_own(text)).unwrap_or_default(),
        };
        let own = read(pieces);
        let is_same = |sent: &str| {
            let sent = [Zeroizing::new(sent.to_owned())];
            !own.is_empty() && read(&sent).iter().any(|text| own.contains(text))
        };
        let field = match pieces {
            [piece] => Some(self.field(piece)),
            _ => None,
        };
        let is_ciphertext = |sent| field.as_ref().is_some_and(|it| it.is_ciphertext_of(sent));
        let mut sent = self.sent(names);
        sent.any(|sent| is_ciphertext(sent) || is_same(sent))
    }

    fn is_of_the_requests_session(&self, field: &str) -> bool {
        if self.scheme() != Scheme::Toss {
            return false;
        }
        let (Some(session), Some(request)) = (session_of(field), self.request) else {
            return false;
        };
        let persons = request.sealed_person.iter().map(|(_, text)| text);
        let mut sealed = persons.chain(&request.sealed_ci);
        request.session.as_ref() == Some(&session)
            || sealed.any(|text| session_of(text).as_ref() == Some(&session))
    }

    /// The texts of the request and of `prepare`: those in members of these names, or all.
    fn sent(&self, names: Option<&[&str]>) -> impl Iterator<Item = &str> {
        let raw = [
            self.request.map(|it| &it.raw),
            self.prepare.map(|it| &it.raw),
        ];
        let mut found = Vec::new();
        for value in raw.into_iter().flatten() {
            texts(value, names, &mut found);
        }
        found.into_iter()
    }

    /// A field of an answer, read once for all texts that were sent.
    fn field<'t>(&self, text: &'t str) -> ReadField<'t> {
        let is_toss = self.scheme() == Scheme::Toss;
        let part = if is_toss { ciphertext_part(text) } else { text };
        ReadField {
            sent: Sent::read(part),
            is_toss,
            is_unread: !is_toss && matches!(self.open_own(text), Err(DecisionCode::KeysMissing)),
        }
    }
}

/// A field of an answer.
struct ReadField<'t> {
    sent: Sent<'t>,
    is_toss: bool,
    /// Whether the keys to it are missing, and nothing in it is authenticated.
    is_unread: bool,
}

impl ReadField<'_> {
    /// Whether this field of the answer is the ciphertext that was sent, in whatever encodings both are
    /// written. If the cipher has no integrity and there are no keys, the beginning of that ciphertext
    /// counts as the same too.
    fn is_ciphertext_of(&self, sent: &str) -> bool {
        let sent = if self.is_toss {
            ciphertext_part(sent)
        } else {
            sent
        };
        // Most of what is sent are texts that people read, which are no base64.
        if !sent.is_ascii() {
            return !self.sent.text.is_empty() && self.sent.text == sent.trim_ascii();
        }
        let sent = Sent::read(sent);
        self.sent.is_same(&sent) || self.is_unread && self.sent.is_beginning(&sent)
    }
}

/// The texts in members of these names, or all.
fn texts<'v>(value: &'v Value, names: Option<&[&str]>, found: &mut Vec<&'v str>) {
    match value {
        Value::Text(text) if names.is_none() => found.push(text),
        Value::Array(items) => {
            for item in items {
                texts(item, names, found);
            }
        }
        Value::Object(object) => {
            for (name, member) in object {
                let is_named = names.is_some_and(|names| names.contains(&name.as_str()));
                let is_document = DOCUMENTS.contains(&name.as_str());
                if is_document && member.as_text().is_some_and(|it| it.len() > LONGEST) {
                    continue;
                }
                texts(member, names.filter(|_| !is_named), found);
            }
        }
        _ => {}
    }
}

/// The part of Toss's field that is the ciphertext; all of a text that is none.
fn ciphertext_part(text: &str) -> &str {
    text.trim().split('$').nth(2).unwrap_or(text)
}

/// A text, and the ciphertexts that it may encode.
struct Sent<'t> {
    text: &'t str,
    ciphertexts: Vec<Zeroizing<Vec<u8>>>,
}

impl<'t> Sent<'t> {
    fn read(text: &'t str) -> Self {
        let text = text.trim_ascii();
        // However it was padded: what is too long to be decoded is no field.
        let found = ciphertexts(text).ok();
        let octets = found.into_iter().flatten().map(|(_, octets)| octets);
        Self {
            text,
            ciphertexts: octets.filter(|it| !it.is_empty()).collect(),
        }
    }

    fn is_same(&self, other: &Sent<'_>) -> bool {
        let is_theirs = |octets: &Zeroizing<Vec<u8>>| other.ciphertexts.contains(octets);
        !self.text.is_empty() && self.text == other.text || self.ciphertexts.iter().any(is_theirs)
    }

    /// Whether one is the beginning of the other.
    fn is_beginning(&self, other: &Sent<'_>) -> bool {
        let begins = |one: &[u8], other: &[u8]| {
            let length = one.len().min(other.len());
            length >= LEAST_BEGINNING && one[..length] == other[..length]
        };
        let mut own = self.ciphertexts.iter();
        own.any(|one| other.ciphertexts.iter().any(|it| begins(one, it)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENT: &str = "ajNZRTQ1ait0ZytD";

    #[test]
    fn one_ciphertext_in_every_wrapping() {
        let sent = Sent::read(SENT);
        for same in [
            "ajNZRTQ1ait0ZytD",
            " ajNZRTQ1ait0ZytD\n",
            // Once where the request has it twice.
            "j3YE45j+tg+C",
        ] {
            assert!(Sent::read(same).is_same(&sent), "{same}");
        }
        for other in ["", "j3YE45j+tg+D", "c", "ajNZRTQ1ait0ZytE", "j3YE45j+tg8"] {
            assert!(!Sent::read(other).is_same(&sent), "{other}");
        }
        assert!(!Sent::read("").is_same(&Sent::read("")));
    }

    #[test]
    fn a_ciphertext_that_is_cut_off() {
        let sent = Sent::read(SENT);
        for same in ["j3YE45j+tg8", "j3YE45j+tg+CAAAA"] {
            assert!(Sent::read(same).is_beginning(&sent), "{same}");
        }
        // Seven octets, and eight others.
        for other in ["j3YE45j+tg==", "j3YE45j+tg4"] {
            assert!(!Sent::read(other).is_beginning(&sent), "{other}");
        }
    }

    #[test]
    fn texts_by_the_names_of_their_members() {
        let raw = Value::parse(br#"{"a": [{"b": "1"}, "2"], "c": "3", "d": {"c": "4"}}"#).unwrap();
        let found = |names: Option<&[&str]>| {
            let mut found = Vec::new();
            texts(&raw, names, &mut found);
            found
        };
        assert_eq!(found(None), ["1", "2", "3", "4"]);
        assert_eq!(found(Some(&["c"])), ["3", "4"]);
        assert_eq!(found(Some(&["b", "z"])), ["1"]);
    }
}
