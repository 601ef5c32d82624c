//! Who signed: the CI and the VID, and what else the provider gives about a person.

mod echo;
mod held;
mod known;
mod person;
mod readings;
mod vid;

pub(crate) use person::compare_person;

use crate::ci_list::Pseudonym;
use crate::cipher::Secret;
use crate::decision::{JudgedDocument, Match};
use crate::document::DocumentOutcome;
use crate::exchange::Exchange;
use crate::finding::{DecisionCode, Detail, Whose};
use crate::findings::Findings;
use crate::keys::Keys;
use crate::person::Field;
use crate::product::Provider;
use crate::response::Response;
use crate::verification::VerificationSettings;
use held::Held;
use injang_core::{Ci, CiError, Claim, Identity, VidError};
use std::sync::LazyLock;
use vid::Vids;
use zeroize::Zeroizing;

/// No keys, where none are given.
static NONE: LazyLock<Keys> = LazyLock::new(Keys::default);

impl<'a> Exchange<'a> {
    /// The keys, if any.
    pub(crate) fn any_keys(&self) -> &'a Keys {
        self.keys.unwrap_or(&NONE)
    }
}

/// The CI and the VID of an answer, read as far as a check needs them.
pub(crate) struct Identification<'a> {
    /// The one held, or else the provider's.
    ci: Option<Result<Held<'a>, CiError>>,
    /// Whether that is one held, by which the VID says who signed.
    is_held: bool,
    vid: Option<Result<Vids, VidError>>,
    /// The one held, where the signer is looked for in a list all the same.
    asked: Option<Result<Held<'a>, CiError>>,
    /// Whether the CI is looked for in a list.
    is_among: bool,
    pub(crate) ci_match: Match,
}

/// The outcomes of CI and VID.
pub(crate) struct Concluded {
    /// Of all documents the worst.
    pub(crate) vid: Identity,
    /// Whether a VID ties the certificate to a CI that is held.
    pub(crate) is_tied: bool,
    /// Whether it does, or the CI held came authenticated.
    pub(crate) is_proven: bool,
}

impl<'a> Identification<'a> {
    /// Of an answer about no real person: the person in it is made up.
    pub(crate) const fn none() -> Self {
        Self {
            ci: None,
            is_held: false,
            vid: None,
            asked: None,
            is_among: false,
            ci_match: Match::NotCompared,
        }
    }

    /// Reads CI and VID, and holds the provider's CI against the one held. `has_signature` says
    /// whether there is a certificate for a VID to tie it to.
    ///
    /// 1. The CI held: the caller's, or that of the person who was asked.
    /// 2. The texts of the answers, but for those that are the request's own.
    /// 3. What is missing.
    /// 4. The VID, in every reading.
    /// 5. The provider's CI, and whether it is the one held.
    pub(crate) fn new(
        exchange: &Exchange<'a>,
        has_signature: bool,
        findings: &mut Findings,
    ) -> Self {
        let held::HeldCi {
            ci: held,
            is_unreadable,
        } = held::held(exchange, findings);
        let answers = [exchange.response.ok(), exchange.identify];
        let (ci_texts, is_echoed) = ci_texts(exchange, findings);
        let mut vid_texts = vid::texts(exchange);
        if !has_signature {
            vid_texts.clear();
        }
        // Where no CI is held, Toss's users are known by their DI too.
        let is_di_held = exchange
            .person
            .is_some_and(|it| it.get(Field::Di).is_some());
        let gives_di = |it: &Response| {
            let di = it.person.get(&Field::Di);
            di.is_some_and(|pieces| !exchange.is_person_echo(Field::Di, pieces))
        };
        let is_di_given = answers.into_iter().flatten().any(gives_di);
        let has_di =
            exchange.provider == Provider::Toss && held.is_none() && is_di_held && is_di_given;
        if held.is_none() && !is_unreadable && exchange.among.is_none() && !has_di {
            findings.push(DecisionCode::CiNotHeld);
        }
        if ci_texts.is_empty() && vid_texts.is_empty() && !has_di {
            let is_by_ci = exchange.request.is_some_and(|it| it.is_by_ci);
            let detail = if is_echoed {
                Some(Detail::Whose(Whose::Request))
            } else {
                is_by_ci.then_some(Detail::Reading("USER_CI"))
            };
            findings.add(DecisionCode::CiMissing, None, detail);
        }
        if has_signature && vid_texts.is_empty() {
            findings.push(match exchange.provider {
                // Its fields are authenticated.
                Provider::Toss => DecisionCode::NoVid,
                _ => DecisionCode::VidMissing,
            });
        }
        let vid = vid::one_vid(exchange, &vid_texts, findings);
        // Where a VID shows that it is the CI held, or no person is held, keys are not needed.
        let is_sought = held.is_some() || exchange.among.is_some();
        let is_needed = is_sought && vid_texts.is_empty();
        let answered = one_ci(exchange, &ci_texts, is_needed, findings);
        if vid.is_some() && !is_sought && !is_unreadable && answered.is_none() {
            findings.push(DecisionCode::VidUnchecked);
        }
        let mut ci_match = Match::NotCompared;
        if let (Some(Ok(held)), Some(answered)) = (&held, &answered) {
            ci_match = Match::of(held.get().is_same(answered));
            if ci_match == Match::Mismatched {
                differs(findings);
            }
        }
        let answered = answered.map(|ci| Ok(Held::Decrypted(ci)));
        let is_among = exchange.among.is_some();
        let is_held = held.is_some() && !is_among;
        // One of many is known by the answer alone.
        let (ci, asked) = if is_among {
            (answered, held)
        } else {
            (held.or(answered), None)
        };
        Self {
            ci,
            is_held,
            vid,
            asked,
            is_among,
            ci_match,
        }
    }

    /// Finds out who of many signed, by the CI that the provider gives or by its VID, and holds the
    /// documents against that person. Where no person is looked for, the VID is compared with the
    /// documents in its other readings.
    pub(crate) fn find(
        &mut self,
        exchange: &Exchange<'_>,
        outcomes: &mut [DocumentOutcome],
        verification: &VerificationSettings<'_>,
        findings: &mut Findings,
    ) -> Option<Pseudonym> {
        let Some(people) = exchange.among else {
            self.read_on(outcomes, verification, findings);
            return None;
        };
        let by_ci = match &self.ci {
            Some(Ok(ci)) => Some(people.by_ci(ci.get())),
            _ => None,
        };
        let found = by_ci.unwrap_or_else(|| {
            let vid = self.vid.as_ref()?.as_ref().ok()?;
            let serial = outcomes.iter().find_map(DocumentOutcome::serial)?;
            vid.who(people, &serial, verification)
        });
        // Who was asked is who must have answered, on the list or not. Nobody on the list: then the
        // VID is compared with the person who was asked, or with the CI that came with it.
        let asked = match &self.asked {
            Some(Ok(asked)) => Some(asked.get()),
            _ => None,
        };
        self.is_held = asked.is_some() || found.is_some();
        let ci = match (asked, found, &self.ci) {
            (Some(asked), _, _) => Some(asked),
            (None, Some(index), _) => Some(people.ci(index)),
            (None, None, Some(Ok(ci))) => Some(ci.get()),
            _ => None,
        };
        match (&self.vid, ci) {
            (Some(Ok(vid)), Some(ci)) => vid.hold(ci, outcomes, verification, findings),
            (Some(Err(VidError)), Some(_)) => {
                for outcome in outcomes {
                    outcome.judged.report.identity = Identity::MalformedVid;
                }
            }
            _ => {}
        }
        let Some(index) = found else {
            findings.push(DecisionCode::CiNotListed);
            return None;
        };
        if asked.is_some_and(|asked| !asked.is_same(people.ci(index))) {
            differs(findings);
            return None;
        }
        if by_ci.is_some() {
            self.ci_match = Match::Matched;
        }
        Some(people.pseudonym(index))
    }

    /// Holds the other readings of the VID against documents that the first does not fit.
    fn read_on(
        &self,
        outcomes: &mut [DocumentOutcome],
        verification: &VerificationSettings<'_>,
        findings: &mut Findings,
    ) {
        let is_matched = |it: &DocumentOutcome| {
            let identity = &it.judged.report.identity;
            matches!(identity, Identity::Matched { .. })
        };
        if let (Some(Ok(vid)), Some(Ok(ci))) = (&self.vid, &self.ci)
            && !outcomes.iter().all(is_matched)
        {
            vid.hold(ci.get(), outcomes, verification, findings);
        }
    }

    /// What every signed document is compared with.
    pub(crate) fn claim(&self) -> Claim<'_> {
        match (&self.ci, &self.vid) {
            (Some(ci), Some(vid)) if !self.is_among => {
                let ci = ci.as_ref().map(Held::get).map_err(|rule| *rule);
                let vid = vid.as_ref().map_err(|error| *error);
                Claim::parsed(ci, vid.and_then(|it| it.any().ok_or(VidError)))
            }
            _ => Claim::none(),
        }
    }

    /// Reports the result for the VID over the signed documents, and what that does not show.
    pub(crate) fn conclude(
        &self,
        exchange: &Exchange<'_>,
        documents: &[JudgedDocument],
        findings: &mut Findings,
    ) -> Concluded {
        let vid = vid::conclude(documents, findings);
        let is_tied = self.is_held && matches!(vid, Identity::Matched { .. });
        let is_authentic = exchange.provider == Provider::Toss && self.ci_match == Match::Matched;
        Concluded {
            vid,
            is_tied,
            is_proven: is_tied || is_authentic,
        }
    }
}

fn differs(findings: &mut Findings) {
    findings.add(
        DecisionCode::CiDiffers,
        None,
        Some(Detail::Whose(Whose::Answer)),
    );
}

/// The texts of the provider's CI that are not the request's own, and whether others are.
fn ci_texts<'a>(
    exchange: &Exchange<'a>,
    findings: &mut Findings,
) -> (Vec<&'a Zeroizing<String>>, bool) {
    let answers = [exchange.response.ok(), exchange.identify];
    let texts = answers
        .into_iter()
        .flatten()
        .filter_map(|it| it.ci.as_ref());
    let (echoed, own): (Vec<_>, Vec<_>) = texts.partition(|text| exchange.is_ci_echo(text));
    if !echoed.is_empty() {
        findings.add(DecisionCode::FieldEchoed, None, Some(member("/ci")));
    }
    (own, !echoed.is_empty())
}

fn member(pointer: &str) -> Detail {
    Detail::Member(pointer.to_owned())
}

/// The provider's CI, of all answers that give one.
fn one_ci(
    exchange: &Exchange<'_>,
    texts: &[&Zeroizing<String>],
    is_needed: bool,
    findings: &mut Findings,
) -> Option<Ci> {
    let mut found: Option<Ci> = None;
    for text in texts {
        match (ci_of(exchange.open_answer(text)), &found) {
            (Ok(Ok(ci)), None) => found = Some(ci),
            (Ok(Ok(ci)), Some(first)) if !first.is_same(&ci) => differs(findings),
            (Ok(Ok(_)), Some(_)) => {}
            (Ok(Err(_)), _) => {
                findings.add(
                    DecisionCode::CiMalformed,
                    None,
                    Some(Detail::Whose(Whose::Answer)),
                );
            }
            (Err(DecisionCode::KeysMissing), _) if !is_needed => {}
            (Err(code), _) => findings.add(code, None, Some(member("/ci"))),
        }
    }
    found
}

/// The CI in a field: the reading that is one.
fn ci_of(readings: Result<Vec<Secret>, DecisionCode>) -> Result<Result<Ci, CiError>, DecisionCode> {
    let mut last = Err(CiError::NotBase64);
    for plain in &readings? {
        last = Ci::from_base64(plain.octets());
        if last.is_ok() {
            break;
        }
    }
    Ok(last)
}
