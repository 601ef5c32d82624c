//! The keys with which providers encrypt fields, as a relying party keeps them in a file.

use crate::cipher::{CbcKey, CipherError, CtrKey, Secret, TossSession, TossSessions};
use crate::format_error::{FormatError, FormatRule};
use crate::json::{Value, at_octet};
use crate::members::Members;
use crate::product::Scheme;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Octets of a key for pseudonyms at least (RFC 2104 3: no less than the digest).
const LEAST_PSEUDONYM_KEY: usize = 32;

/// Keys by provider. `Debug` shows which there are only; all are wiped when dropped.
#[derive(Default)]
pub struct Keys {
    kakao: Option<CtrKey>,
    naver: Option<CbcKey>,
    toss: Option<TossSessions>,
    /// The transaction of each session, if it is named, by the session's id in lower case.
    bound: BTreeMap<String, Option<String>>,
    pseudonym: Option<Secret>,
}

impl Keys {
    /// From JSON, with any of these members; others are refused:
    ///
    /// * `kakao`: `{"key", "iv"}`, 32 and 16 octets in base64, as the dealer hands them out
    ///   (AES-256-CTR; Barocert's answers of Kakao too);
    /// * `naver`: `{"key", "iv"}`, 16 and 16 octets (AES-128-CBC, through Barocert);
    /// * `toss`: an array of sessions, each as Toss's SDK serialises it
    ///   (`version$id$AES_GCM$key$iv`), or `{"session"}` with that text, or `{"version", "id",
    ///   "algorithm", "key", "iv"}`; an object may name the transaction whose result was asked for
    ///   with it, as `tx_id`. Of several sessions that name none, nothing says whose an answer's
    ///   fields may be in. Two sessions of one key are refused ([`FormatRule::SameKey`]);
    /// * `pseudonym`: at least 32 octets in base64, the caller's own.
    ///
    /// A backslash is refused ([`FormatRule::Escaped`]): a text with escapes would be put together in
    /// memory that is not wiped. What is no key, IV or session is [`FormatRule::Key`], at its member.
    pub fn parse(text: &[u8]) -> Result<Self, FormatError> {
        if let Some(place) = text.iter().position(|octet| *octet == b'\\') {
            return Err(at_octet(FormatRule::Escaped, text, place));
        }
        let value = Value::parse(text)?;
        let members = Members::top(&value)?;
        let kakao = pair(&members, "kakao", CtrKey::new)?;
        let naver = pair(&members, "naver", CbcKey::new)?;
        let mut bound = BTreeMap::new();
        let toss = sessions(&members, &mut bound)?;
        let pseudonym = match members.text("pseudonym")? {
            None => None,
            Some(text) => {
                let octets = STANDARD.decode(text).map(Secret::from_octets).ok();
                let secret = octets.filter(|it| it.octets().len() >= LEAST_PSEUDONYM_KEY);
                Some(secret.ok_or_else(|| members.fault(FormatRule::Key, "pseudonym"))?)
            }
        };
        members.refuse_unknown()?;
        Ok(Self {
            kakao,
            naver,
            toss,
            bound,
            pseudonym,
        })
    }

    /// Whether there is a key under which pseudonyms are made.
    pub fn has_pseudonym(&self) -> bool {
        self.pseudonym.is_some()
    }

    /// Which transaction a session of Toss is for.
    pub(crate) fn bound(&self, session: &str) -> Bound<'_> {
        match self.bound.get(session) {
            None => Bound::Unknown,
            Some(None) => Bound::Anybody,
            Some(Some(transaction)) => Bound::To(transaction),
        }
    }

    /// Whether a session of Toss is for this transaction.
    pub(crate) fn has_bound(&self, transaction: &str) -> bool {
        let mut bound = self.bound.values();
        bound.any(|it| it.as_deref() == Some(transaction))
    }

    /// How many sessions of Toss name no transaction, beside one.
    pub(crate) fn unbound(&self, beside: Option<&str>) -> usize {
        let is_free = |(id, bound): &(&String, &Option<String>)| {
            bound.is_none() && Some(id.as_str()) != beside
        };
        self.bound.iter().filter(is_free).count()
    }

    /// The key under which pseudonyms are made.
    pub(crate) fn pseudonym(&self) -> Option<&Secret> {
        self.pseudonym.as_ref()
    }

    /// Every reading of an encrypted field.
    pub(crate) fn open(&self, scheme: Scheme, field: &str) -> Opened {
        let readings = match scheme {
            Scheme::Kakao => match &self.kakao {
                None => return Opened::NoKeys,
                Some(key) => key.decrypt(field),
            },
            Scheme::Naver => match &self.naver {
                None => return Opened::NoKeys,
                Some(key) => key.decrypt(field),
            },
            Scheme::Toss => match &self.toss {
                None => return Opened::NoKeys,
                Some(sessions) => match sessions.decrypt(field) {
                    Ok(plain) => return Opened::Readings(vec![plain]),
                    Err(CipherError::SessionUnknown) => return Opened::NoKeys,
                    Err(error) => Err(error),
                },
            },
        };
        match readings {
            Ok(candidates) => Opened::Readings(candidates.into_iter().map(|it| it.plain).collect()),
            Err(_) => Opened::Failed,
        }
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys")
            .field("kakao", &self.kakao.is_some())
            .field("naver", &self.naver.is_some())
            .field("toss", &self.toss.is_some())
            .field("pseudonym", &self.pseudonym.is_some())
            .finish_non_exhaustive()
    }
}

/// Which transaction a session of Toss is for.
pub(crate) enum Bound<'k> {
    /// There is no such session.
    Unknown,
    /// The keys don't say.
    Anybody,
    /// The one with this id.
    To(&'k str),
}

/// An encrypted field, as far as it can be read.
pub(crate) enum Opened {
    /// The keys for it were not given.
    NoKeys,
    /// It is not encrypted under them.
    Failed,
    /// Its readings, at least one.
    Readings(Vec<Secret>),
}

impl Opened {
    /// The readings, or what to say.
    pub(crate) fn readings(self) -> Result<Vec<Secret>, crate::DecisionCode> {
        match self {
            Self::NoKeys => Err(crate::DecisionCode::KeysMissing),
            Self::Failed => Err(crate::DecisionCode::FieldUndecryptable),
            Self::Readings(readings) => Ok(readings),
        }
    }
}

/// A key and an IV.
fn pair<K>(
    members: &Members<'_>,
    name: &'static str,
    make: impl FnOnce(&str, &str) -> Result<K, CipherError>,
) -> Result<Option<K>, FormatError> {
    let Some(inner) = members.object(name)? else {
        return Ok(None);
    };
    let (key, iv) = (inner.needed_text("key")?, inner.needed_text("iv")?);
    inner.refuse_unknown()?;
    let key = make(key, iv).map_err(|_| members.fault(FormatRule::Key, name))?;
    Ok(Some(key))
}

/// The id in the text of a session or of a field, in lower case.
pub(crate) fn session_of(text: &str) -> Option<String> {
    text.trim().split('$').nth(1).map(str::to_ascii_lowercase)
}

fn sessions(
    members: &Members<'_>,
    bound: &mut BTreeMap<String, Option<String>>,
) -> Result<Option<TossSessions>, FormatError> {
    let Some(items) = members.array("toss")? else {
        return Ok(None);
    };
    let mut sessions = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let place = format!("/toss/{index}");
        let unusable = FormatError::at_member(FormatRule::Key, place.as_str());
        let (id, session, transaction) = if let Some(text) = item.as_text() {
            (session_of(text), TossSession::parse(text), None)
        } else {
            let inner = Members::within(item, place)?;
            let transaction = inner.identifier("tx_id")?;
            let (id, session) = if let Some(text) = inner.text("session")? {
                (session_of(text), TossSession::parse(text))
            } else {
                let id = inner.needed_text("id")?;
                let session = TossSession::new(
                    inner.text("version")?.unwrap_or("v1"),
                    id,
                    inner.needed_text("algorithm")?,
                    inner.needed_text("key")?,
                    inner.needed_text("iv")?,
                );
                (Some(id.to_ascii_lowercase()), session)
            };
            inner.refuse_unknown()?;
            (id, session, transaction)
        };
        sessions.push(session.map_err(|_| unusable)?);
        bound.extend(id.map(|id| (id, transaction)));
    }
    // Two ids of one key would be one session, and a field of either a field of both.
    let mut keys = BTreeSet::new();
    let again = sessions.iter().position(|it| !keys.insert(it.key()));
    if let Some(index) = again {
        let place = format!("/toss/{index}");
        return Err(FormatError::at_member(FormatRule::SameKey, place));
    }
    let repeated = FormatError::at_member(FormatRule::Repeated, "/toss");
    TossSessions::new(sessions).map(Some).map_err(|_| repeated)
}
