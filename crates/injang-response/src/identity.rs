//! Who signed: the CI and the VID, and what else the provider gives about a person.

mod person;

pub(crate) use person::compare_person;

use crate::answered::Response;
use crate::cipher::Secret;
use crate::decision::{JudgedDocument, Match};
use crate::document::Outcome;
use crate::exchange::Exchange;
use crate::keys::Keys;
use crate::people::Pseudonym;
use crate::person::Field;
use crate::product::Provider;
use crate::remark::{Code, Detail};
use crate::remarks::Remarks;
use injang::{Ci, CiError, Claim, Identity, Policy, Verdict, Vid, VidError};
use std::sync::LazyLock;
use zeroize::Zeroizing;

/// No keys, where none are given.
static NONE: LazyLock<Keys> = LazyLock::new(Keys::default);

impl<'a> Exchange<'a> {
    /// The keys, if any.
    pub(crate) fn any_keys(&self) -> &'a Keys {
        self.keys.unwrap_or(&NONE)
    }
}

/// A CI that the caller holds, or one that was decrypted here.
enum Held<'a> {
    Borrowed(&'a Ci),
    Decrypted(Ci),
}

impl Held<'_> {
    fn get(&self) -> &Ci {
        match self {
            Self::Borrowed(ci) => ci,
            Self::Decrypted(ci) => ci,
        }
    }
}

/// The CI and the VID of an answer, read as far as a check needs them.
pub(crate) struct Identification<'a> {
    /// The one held, or else the provider's.
    ci: Option<Result<Held<'a>, CiError>>,
    vid: Option<Result<Vid, VidError>>,
    /// The one held, where the signer is looked for in a list all the same.
    asked: Option<Result<Held<'a>, CiError>>,
    /// Whether the CI is looked for in a list.
    is_among: bool,
    pub(crate) ci_match: Match,
}

impl<'a> Identification<'a> {
    /// Of an answer about nobody: the person in it is invented.
    pub(crate) const fn none() -> Self {
        Self {
            ci: None,
            vid: None,
            asked: None,
            is_among: false,
            ci_match: Match::NotCompared,
        }
    }

    /// Reads CI and VID, and holds the provider's CI against the one held. `has_signature` says
    /// whether there is a certificate for a VID to tie it to.
    pub(crate) fn new(exchange: &Exchange<'a>, has_signature: bool, remarks: &mut Remarks) -> Self {
        let held = held(exchange, remarks);
        let answers = [exchange.response.ok(), exchange.identify];
        let texts = |text: fn(&Response) -> Option<&Zeroizing<String>>| {
            answers
                .into_iter()
                .flatten()
                .filter_map(text)
                .collect::<Vec<_>>()
        };
        let ci_texts = texts(|answer| answer.ci.as_ref());
        let mut vid_texts = texts(|answer| answer.vid.as_ref());
        if !has_signature {
            vid_texts.clear();
        }
        // Where no CI is held, Toss's users are known by their DI too.
        let is_di_held = exchange
            .person
            .is_some_and(|it| it.get(Field::Di).is_some());
        let is_di_given = answers
            .into_iter()
            .flatten()
            .any(|it| it.person.contains_key(&Field::Di));
        let has_di =
            exchange.provider == Provider::Toss && held.is_none() && is_di_held && is_di_given;
        if held.is_none() && exchange.among.is_none() && !has_di {
            remarks.push(Code::CiNotHeld);
        }
        if ci_texts.is_empty() && vid_texts.is_empty() && !has_di {
            remarks.push(Code::CiMissing);
        }
        if has_signature && vid_texts.is_empty() {
            remarks.push(match exchange.provider {
                // Its fields are authenticated.
                Provider::Toss => Code::NoVid,
                _ => Code::VidMissing,
            });
        }
        let vid = one_vid(exchange, &vid_texts, remarks);
        // Where a VID shows that it is the CI held, or nobody is held, keys are not asked for.
        let is_sought = held.is_some() || exchange.among.is_some();
        let is_needed = is_sought && vid_texts.is_empty();
        let answered = one_ci(exchange, &ci_texts, is_needed, remarks);
        if vid.is_some() && !is_sought && answered.is_none() {
            remarks.push(Code::VidUnchecked);
        }
        let mut ci_match = Match::NotCompared;
        if let (Some(Ok(held)), Some(answered)) = (&held, &answered) {
            ci_match = Match::of(held.get().is_same(answered));
            if ci_match == Match::Mismatched {
                remarks.push(Code::CiDiffers);
            }
        }
        let answered = answered.map(|ci| Ok(Held::Decrypted(ci)));
        let is_among = exchange.among.is_some();
        // One of many is known by the answer alone.
        let (ci, asked) = if is_among {
            (answered, held)
        } else {
            (held.or(answered), None)
        };
        Self {
            ci,
            vid,
            asked,
            is_among,
            ci_match,
        }
    }

    /// Finds out who of many signed, by the CI that the provider gives or by its VID, and holds the
    /// documents against that person.
    pub(crate) fn find(
        &mut self,
        exchange: &Exchange<'_>,
        outcomes: &mut [Outcome],
        policy: &Policy<'_>,
        remarks: &mut Remarks,
    ) -> Option<Pseudonym> {
        let people = exchange.among?;
        let serials: Vec<Option<Vec<u8>>> = outcomes.iter().map(Outcome::serial).collect();
        let by_ci = match &self.ci {
            Some(Ok(ci)) => Some(people.by_ci(ci.get())),
            _ => None,
        };
        let found = by_ci.unwrap_or_else(|| {
            let vid = self.vid.as_ref()?.as_ref().ok()?;
            let serial = serials.iter().flatten().next()?;
            people.by_vid(vid, serial, policy)
        });
        // Who was asked is who must have answered, on the list or not. Nobody on the list: then the
        // VID is held against whoever was asked, or the CI that came with it.
        let asked = match &self.asked {
            Some(Ok(asked)) => Some(asked.get()),
            _ => None,
        };
        let ci = match (asked, found, &self.ci) {
            (Some(asked), _, _) => Some(asked),
            (None, Some(index), _) => Some(people.ci(index)),
            (None, None, Some(Ok(ci))) => Some(ci.get()),
            _ => None,
        };
        if let (Some(vid), Some(ci)) = (&self.vid, ci) {
            let claim = Claim::parsed(Ok(ci), vid.as_ref().map_err(|error| *error));
            for (outcome, serial) in outcomes.iter_mut().zip(&serials) {
                outcome.judged.report.identity = match serial {
                    Some(serial) => claim.hold_against(serial, policy.layout(), policy.crypto()),
                    None => claim.without_signer(),
                };
            }
        }
        let Some(index) = found else {
            remarks.push(Code::CiNotListed);
            return None;
        };
        if asked.is_some_and(|asked| !asked.is_same(people.ci(index))) {
            remarks.push(Code::CiDiffers);
            return None;
        }
        if by_ci.is_some() {
            self.ci_match = Match::Matched;
        }
        Some(people.pseudonym(index))
    }

    /// What every signed document is held against.
    pub(crate) fn claim(&self) -> Claim<'_> {
        match (&self.ci, &self.vid) {
            (Some(ci), Some(vid)) if !self.is_among => Claim::parsed(
                ci.as_ref().map(Held::get).map_err(|rule| *rule),
                vid.as_ref().map_err(|error| *error),
            ),
            _ => Claim::none(),
        }
    }
}

/// Says what the VID came to for the signed documents, and gives the worst.
pub(crate) fn conclude_vid(documents: &[JudgedDocument], remarks: &mut Remarks) -> Identity {
    let mut worst = Identity::NotClaimed;
    let is_mismatch =
        |it: &JudgedDocument| matches!(it.report.identity, Identity::Mismatched { .. });
    let is_all = documents.iter().all(is_mismatch);
    for document in documents {
        let identity = &document.report.identity;
        match identity {
            // What is malformed was said where the texts were read.
            Identity::NotClaimed
            | Identity::Matched { .. }
            | Identity::MalformedCi { .. }
            | Identity::MalformedVid => {}
            Identity::Mismatched { would_match, .. } => {
                let detail = would_match.map(Detail::WouldMatch);
                let about = Some(document.id.as_str()).filter(|_| !is_all);
                remarks.add(Code::VidDiffers, about, detail);
            }
            // Of a document that did not pass, that is said.
            _ if document.report.verdict != Verdict::TotalPassed => {}
            _ => remarks.about(Code::VidUndecided, &document.id),
        }
        if severity(identity) > severity(&worst) {
            worst = identity.clone();
        }
    }
    worst
}

fn severity(identity: &Identity) -> u8 {
    match identity {
        Identity::NotClaimed => 0,
        Identity::Matched { .. } => 1,
        Identity::Mismatched { .. } => 3,
        _ => 2,
    }
}

/// The CI held: the caller's, or that of the `prepare` request. If both are at hand, they are one.
fn held<'a>(exchange: &Exchange<'a>, remarks: &mut Remarks) -> Option<Result<Held<'a>, CiError>> {
    let text = exchange.prepare.and_then(|prepare| prepare.ci.as_ref());
    let prepared = text.map(|text| ci_of(exchange.open_own(text)));
    let is_malformed = matches!(exchange.ci, Some(Err(_))) || matches!(prepared, Some(Ok(Err(_))));
    if is_malformed {
        remarks.push(Code::CiMalformed);
    }
    match (exchange.ci, prepared) {
        (Some(held), prepared) => {
            match (held, prepared) {
                (Ok(held), Some(Ok(Ok(other)))) if !held.is_same(&other) => {
                    remarks.push(Code::CiDiffers);
                }
                // What is held by itself needs no keys.
                (_, Some(Err(code))) if code != Code::KeysMissing => remarks.push(code),
                _ => {}
            }
            Some(held.map(Held::Borrowed))
        }
        (None, Some(Ok(prepared))) => Some(prepared.map(Held::Decrypted)),
        (None, Some(Err(code))) => {
            remarks.push(code);
            None
        }
        (None, None) => None,
    }
}

/// The provider's CI, of all answers that give one.
fn one_ci(
    exchange: &Exchange<'_>,
    texts: &[&Zeroizing<String>],
    is_needed: bool,
    remarks: &mut Remarks,
) -> Option<Ci> {
    let mut found: Option<Ci> = None;
    for text in texts {
        match (ci_of(exchange.open_answer(text)), &found) {
            (Ok(Ok(ci)), None) => found = Some(ci),
            (Ok(Ok(ci)), Some(first)) if !first.is_same(&ci) => remarks.push(Code::CiDiffers),
            (Ok(Ok(_)), Some(_)) => {}
            (Ok(Err(_)), _) => remarks.push(Code::CiMalformed),
            (Err(Code::KeysMissing), _) if !is_needed => {}
            (Err(code), _) => remarks.add(code, None, Some(Detail::Member("/ci".to_owned()))),
        }
    }
    found
}

/// The VID, of all answers that give one. `None` also where none can be decrypted.
fn one_vid(
    exchange: &Exchange<'_>,
    texts: &[&Zeroizing<String>],
    remarks: &mut Remarks,
) -> Option<Result<Vid, VidError>> {
    let mut found = None;
    for text in texts {
        match (read_vid(exchange, text), &found) {
            (Ok(Ok(vid)), Some(Ok(first))) if *first != vid => remarks.push(Code::VidDiffers),
            (Ok(read), None) => found = Some(read),
            (Ok(Err(VidError)), Some(_)) => remarks.push(Code::VidMalformed),
            (Ok(Ok(_)), Some(_)) => {}
            (Err(code), _) => remarks.add(code, None, Some(Detail::Member("/vid".to_owned()))),
        }
    }
    if let Some(Err(VidError)) = found {
        remarks.push(Code::VidMalformed);
    }
    found
}

/// The CI in a field: the reading that is one.
fn ci_of(readings: Result<Vec<Secret>, Code>) -> Result<Result<Ci, CiError>, Code> {
    let mut last = Err(CiError::NotBase64);
    for plain in &readings? {
        last = Ci::from_base64(plain.octets());
        if last.is_ok() {
            break;
        }
    }
    Ok(last)
}

/// The VID: in clear, as `verify` gives it, or encrypted, as `identify` does. `None` where it can't
/// be decrypted, and why.
fn read_vid(exchange: &Exchange<'_>, text: &str) -> Result<Result<Vid, VidError>, Code> {
    if let Ok(vid) = Vid::parse(text) {
        return Ok(Ok(vid));
    }
    let readings = match exchange.open_answer(text) {
        Ok(readings) => readings,
        // What is no ciphertext either is simply no VID.
        Err(Code::FieldUndecryptable) => return Ok(Err(VidError)),
        Err(code) => return Err(code),
    };
    let parsed = readings
        .iter()
        .find_map(|plain| Vid::parse(plain.text()?).ok());
    Ok(parsed.ok_or(VidError))
}
