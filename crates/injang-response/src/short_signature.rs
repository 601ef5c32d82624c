//! Short signatures (축약서명, K2220 and K3220): a signed document carries a temporary key and a
//! session; within it, that key signs more, without certificate or CMS.
//!
//! Where key and times stand in the signed document is not published, so both are pointers of the
//! caller's.

use crate::DecisionCode;
use crate::format_error::{FormatError, FormatRule};
use crate::json::Value;
use crate::members::Members;
use crate::pointer::Pointer;
use crate::signature_key::SignatureKey;
use crate::times::{is_after, korean, korean_digits};
use injang_core::armor::{BASE64, BASE64_URL};
use injang_core::{
    CryptoBackend, DigestAlgorithm, RequestError, SignatureAlgorithm, SignatureInput,
    SignatureRequest, SignatureStatus, SubjectPublicKeyInfo, Time,
};
use std::collections::BTreeSet;
use std::fmt;
use zeroize::Zeroizing;

/// The header of a `SubjectPublicKeyInfo` of P-256 (RFC 5480 2), before the uncompressed point.
const P256_HEADER: [u8; 26] = [
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a,
    0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];

/// Seconds of the longest session: 48 hours (K3220 guide).
const LONGEST_SESSION: i64 = 48 * 60 * 60;

/// Short signatures (축약서명) that the caller received, each with its text and the time of receipt.
pub struct ShortSignatures {
    signatures: Vec<Short>,
}

struct Short {
    id: String,
    data: Zeroizing<Vec<u8>>,
    signature: String,
    at: Time,
}

impl ShortSignatures {
    /// From JSON, `{"signatures": [{"id", "data" or "data_base64", "signature", "at"}]}`: the text
    /// or the octets that were signed, the signature in base64 or hex (DER of `ECDSA-Sig-Value`,
    /// or r and s of 32 octets each), and when it was received (RFC 3339).
    pub fn parse(text: &[u8]) -> Result<Self, FormatError> {
        let value = Value::parse(text)?;
        let members = Members::top(&value)?;
        let all = members.objects("signatures")?;
        let all = all.ok_or_else(|| members.fault(FormatRule::Missing, "signatures"))?;
        members.refuse_unknown()?;
        if all.is_empty() {
            return Err(members.fault(FormatRule::Empty, "signatures"));
        }
        let mut ids = BTreeSet::new();
        let mut signatures = Vec::new();
        for inner in all {
            let id = inner
                .identifier("id")?
                .ok_or_else(|| inner.fault(FormatRule::Missing, "id"))?;
            if !ids.insert(id.clone()) {
                return Err(inner.fault(FormatRule::Repeated, "id"));
            }
            let data = match (inner.text("data")?, inner.text("data_base64")?) {
                (Some(text), None) => text.as_bytes().to_vec(),
                (None, Some(text)) => BASE64
                    .decode(text)
                    .map_err(|_| inner.fault(FormatRule::Form, "data_base64"))?,
                (Some(_), Some(_)) => return Err(inner.fault(FormatRule::Both, "data_base64")),
                (None, None) => return Err(inner.fault(FormatRule::Missing, "data")),
            };
            let at = Time::parse(inner.needed_text("at")?);
            signatures.push(Short {
                id,
                data: Zeroizing::new(data),
                signature: inner.needed_text("signature")?.to_owned(),
                at: at.map_err(|_| inner.fault(FormatRule::Form, "at"))?,
            });
            inner.refuse_unknown()?;
        }
        Ok(Self { signatures })
    }
}

impl fmt::Debug for ShortSignatures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ShortSignatures({})", self.signatures.len())
    }
}

injang_core::codes! {
    table "time-form" (u8, name, sentence);
    /// How a session's times are written.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum TimeForm {
        /// RFC 3339, with its zone.
        #[default]
        Rfc3339 = 1 "rfc3339" "RFC 3339, with its zone" "시간대가 있는 RFC 3339",
        /// Seconds since 1970, UTC.
        EpochSeconds = 2 "epoch-seconds" "seconds since 1970, UTC" "1970년부터의 초(UTC)",
        /// Milliseconds since 1970, UTC.
        EpochMilliseconds = 3 "epoch-milliseconds"
            "milliseconds since 1970, UTC"
            "1970년부터의 밀리초(UTC)",
        /// Date and time without a zone, of Korea (UTC+9): `2026-03-02 18:00:00`, with `T`, or
        /// `20260302180000`.
        Kst = 4 "kst" "date and time of Korea, without a zone" "시간대가 없는 한국 시각",
    }
}

impl TimeForm {
    fn read(self, value: &Value) -> Option<Time> {
        let number = || match value {
            Value::Number(number) => i64::try_from(*number).ok(),
            Value::Text(text) => text.parse().ok(),
            _ => None,
        };
        match self {
            Self::Rfc3339 => Time::parse(value.as_text()?).ok(),
            Self::EpochSeconds => Time::from_unix(number()?),
            Self::EpochMilliseconds => Time::from_unix(number()?.div_euclid(1000)),
            Self::Kst => {
                let text = value.as_text()?;
                korean_digits(text).or_else(|| korean(text))
            }
        }
    }
}

/// Where the signed document says which key may sign, from when and until when.
#[derive(Clone, Debug)]
pub struct SessionPaths {
    /// The temporary public key: `SubjectPublicKeyInfo` or uncompressed point, in base64 or hex.
    pub key: Pointer,
    /// From when it may sign.
    pub from: Pointer,
    /// Until when.
    pub until: Pointer,
    /// How the two are written.
    pub times: TimeForm,
}

/// The result for one short signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortReport {
    /// The id that the caller gave it.
    pub id: String,
    /// What is wrong with it; `None` if it is valid.
    pub fault: Option<DecisionCode>,
}

/// The times that bound a session beside its own.
#[derive(Clone, Copy)]
pub(crate) struct SessionBounds {
    /// When the document of the session is verified.
    pub(crate) verified: Time,
    /// Until when a short signature can have been received.
    pub(crate) latest: Time,
}

/// Short signatures as they were judged.
pub(crate) struct Judged {
    pub(crate) reports: Vec<ShortReport>,
    /// Whether the session begins after its document was verified.
    pub(crate) is_early: bool,
}

/// Verifies short signatures under the key, and within the session, of a signed document.
///
/// 1. Key and session are read, and the session is no longer than any that the provider gives.
/// 2. Each signature must verify under the key.
/// 3. One signature counts once: the first that has it keeps it.
/// 4. It was received within the session, and not after the time until which one can have been.
pub(crate) fn verify(
    shorts: &ShortSignatures,
    content: Option<&[u8]>,
    paths: Option<&SessionPaths>,
    bounds: SessionBounds,
    crypto: &dyn CryptoBackend,
) -> Result<Judged, DecisionCode> {
    let session = content.zip(paths).and_then(|(content, paths)| {
        let value = Value::parse(content).ok()?;
        let key = key(paths.key.find(&value)?.as_text()?)?;
        let from = paths.times.read(&paths.from.find(&value)?)?;
        let until = paths.times.read(&paths.until.find(&value)?)?;
        Some((key, from, until))
    });
    let (key, from, until) = session.ok_or(DecisionCode::SessionMalformed)?;
    let length = until.unix() - from.unix();
    if length > LONGEST_SESSION {
        return Err(DecisionCode::SessionTooLong);
    }
    let key = SubjectPublicKeyInfo::from_der(&key).map_err(|_| DecisionCode::SessionMalformed)?;
    if length < 0 {
        return Err(DecisionCode::SessionMalformed);
    }
    let mut known = BTreeSet::new();
    let judge = |short: &Short| ShortReport {
        id: short.id.clone(),
        fault: match value(short, &key, crypto) {
            Err(code) => Some(code),
            Ok(value) if !known.insert(SignatureKey::new(&value)) => {
                Some(DecisionCode::ShortDuplicated)
            }
            Ok(_) if !(from..=until).contains(&short.at) => Some(DecisionCode::SessionOutside),
            Ok(_) if is_after(short.at, bounds.latest) => Some(DecisionCode::TimeAfterVerification),
            Ok(_) => None,
        },
    };
    Ok(Judged {
        reports: shorts.signatures.iter().map(judge).collect(),
        is_early: is_after(from, bounds.verified),
    })
}

/// The octets of a P-256 key, as `SubjectPublicKeyInfo`.
fn key(text: &str) -> Option<Vec<u8>> {
    let octets = octets(text)?;
    let octets = match octets.as_slice() {
        [4, ..] if octets.len() == 65 => [&P256_HEADER, octets.as_slice()].concat(),
        _ => octets,
    };
    // Whatever else may be in a document, only this kind of key signs short.
    (octets.len() == 91 && octets.starts_with(&P256_HEADER)).then_some(octets)
}

/// The `ECDSA-Sig-Value` of a short signature that verifies, or what is wrong with it.
fn value(
    short: &Short,
    key: &SubjectPublicKeyInfo<'_>,
    crypto: &dyn CryptoBackend,
) -> Result<Vec<u8>, DecisionCode> {
    let octets = octets(&short.signature).ok_or(DecisionCode::ShortMalformed)?;
    let ask = |signature: &[u8]| {
        let question = SignatureRequest::new(
            key,
            SignatureAlgorithm::Ecdsa(DigestAlgorithm::Sha256),
            SignatureInput::Message(short.data.as_slice().into()),
            signature,
        );
        match question.map(|question| crypto.answer(&question)) {
            Ok(SignatureStatus::Valid) => Ok(signature.to_vec()),
            Ok(SignatureStatus::Invalid) => Err(DecisionCode::ShortInvalid),
            Err(RequestError::SignatureMalformed) => Err(DecisionCode::ShortMalformed),
            Ok(SignatureStatus::UnusableKey) | Err(RequestError::KeyUnusable) => {
                Err(DecisionCode::SessionMalformed)
            }
            Ok(_) | Err(_) => Err(DecisionCode::ShortUnsupported),
        }
    };
    match (ask(&octets), <&[u8; 64]>::try_from(octets.as_slice())) {
        (Err(DecisionCode::ShortMalformed), Ok(raw)) => ask(&signature_value(raw)),
        (value, _) => value,
    }
}

/// Hex or base64. What is both is hex if its length is that of a key or signature in hex.
fn octets(text: &str) -> Option<Vec<u8>> {
    let text = text.trim();
    let hex = base16ct::mixed::decode_vec(text).ok();
    let is_likely =
        |octets: &Vec<u8>| [64, 65, 91].contains(&octets.len()) || octets.starts_with(&[0x30]);
    hex.filter(is_likely)
        .or_else(|| BASE64.decode(text).ok())
        .or_else(|| BASE64_URL.decode(text).ok())
}

/// `ECDSA-Sig-Value` (RFC 3279 2.2.3) of r and s.
fn signature_value(raw: &[u8; 64]) -> Vec<u8> {
    let integer = |octets: &[u8]| {
        let start = octets
            .iter()
            .position(|octet| *octet != 0)
            .unwrap_or(octets.len() - 1);
        let mut content = octets[start..].to_vec();
        if content[0] >= 0x80 {
            content.insert(0, 0);
        }
        // At most 33 octets.
        let length = u8::try_from(content.len()).unwrap_or_default();
        [&[2, length], content.as_slice()].concat()
    };
    let (r, s) = raw.split_at(32);
    let content = [integer(r), integer(s)].concat();
    let length = u8::try_from(content.len()).unwrap_or_default();
    [&[0x30, length], content.as_slice()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_in_every_form() {
        let at = Time::parse("2026-03-02T09:00:00Z").unwrap();
        let text = |text: &str| Value::Text(Zeroizing::new(text.to_owned()));
        for (form, value) in [
            (TimeForm::Rfc3339, text("2026-03-02T18:00:00+09:00")),
            (TimeForm::EpochSeconds, Value::Number(at.unix().into())),
            (TimeForm::EpochSeconds, text(&at.unix().to_string())),
            (
                TimeForm::EpochMilliseconds,
                Value::Number((at.unix() * 1000 + 999).into()),
            ),
            (TimeForm::Kst, text("2026-03-02T18:00:00")),
            (TimeForm::Kst, text("2026-03-02 18:00:00")),
            (TimeForm::Kst, text("20260302180000")),
        ] {
            assert_eq!(form.read(&value), Some(at), "{form:?}");
            assert_eq!(TimeForm::from_name(form.name()), Some(form));
        }
        for (form, value) in [
            (TimeForm::Rfc3339, text("2026-03-02T18:00:00")),
            (TimeForm::Kst, text("2026-03-02T18:00:00+09:00")),
            (TimeForm::Kst, text("계약서계약")),
            (TimeForm::EpochSeconds, text("soon")),
            (TimeForm::EpochSeconds, Value::Null),
        ] {
            assert_eq!(form.read(&value), None, "{form:?}");
        }
    }

    #[test]
    fn signature_values() {
        let mut raw = [0; 64];
        raw[31] = 0x7f;
        raw[32] = 0x80;
        let der = signature_value(&raw);
        assert_eq!(&der[..7], [0x30, 38, 2, 1, 0x7f, 2, 33]);
        assert_eq!(&der[7..9], [0, 0x80]);
        assert_eq!(signature_value(&[0; 64]), [0x30, 6, 2, 1, 0, 2, 1, 0]);
    }
}
