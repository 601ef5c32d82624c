//! The VID: read in every way that decodes, and compared with the certificates that signed.

use crate::ci_list::CiList;
use crate::cipher::Secret;
use crate::decision::JudgedDocument;
use crate::document::DocumentOutcome;
use crate::exchange::Exchange;
use crate::finding::{DecisionCode, Detail};
use crate::findings::Findings;
use crate::response::Response;
use crate::verification::VerificationSettings;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use injang_core::{Ci, Claim, Identity, Verdict, Vid, VidError};
use zeroize::Zeroizing;

/// Octets of a VID.
const SIZE: usize = 32;

/// One VID, in every reading of its text: nothing in a text tells whether it is the VID in clear or
/// encrypted, nor whether what comes out is a text or the octets themselves.
#[derive(Debug)]
pub(super) struct Vids {
    /// At least one.
    readings: Vec<Vid>,
    /// Whether there is a reading for which no key was given.
    is_unread: bool,
}

impl Vids {
    /// One of the readings.
    pub(super) fn any(&self) -> Option<&Vid> {
        self.readings.first()
    }

    /// Who of many has this VID.
    pub(super) fn who(
        &self,
        people: &CiList,
        serial: &[u8],
        verification: &VerificationSettings<'_>,
    ) -> Option<usize> {
        let mut readings = self.readings.iter();
        readings.find_map(|vid| people.by_vid(vid, serial, verification))
    }

    /// Holds every reading against the certificates that signed, and keeps what fits best. A reading
    /// that could not be made may have fitted: then nothing is reported as different.
    pub(super) fn hold(
        &self,
        ci: &Ci,
        outcomes: &mut [DocumentOutcome],
        verification: &VerificationSettings<'_>,
        findings: &mut Findings,
    ) {
        let serials: Vec<Option<Vec<u8>>> = outcomes.iter().map(DocumentOutcome::serial).collect();
        let held = |vid: &Vid| -> Vec<Option<Identity>> {
            let claim = Claim::vid(ci, vid);
            let against = |serial: &Option<Vec<u8>>| {
                let serial = serial.as_ref()?;
                Some(claim.hold_against(
                    serial,
                    verification.request.layout(),
                    verification.policy.crypto(),
                ))
            };
            serials.iter().map(against).collect()
        };
        let all = self.readings.iter().map(|vid| (vid, held(vid)));
        // Of equally good ones the first.
        let best = all.rev().max_by_key(|(_, identities)| fitness(identities));
        let Some((vid, identities)) = best else {
            return;
        };
        let (matches, _) = fitness(&identities);
        if self.is_unread && matches == 0 {
            unread(DecisionCode::KeysMissing, findings);
            for outcome in outcomes {
                outcome.judged.report.identity = Identity::NotClaimed;
            }
            return;
        }
        for (outcome, identity) in outcomes.iter_mut().zip(identities) {
            let report = &mut outcome.judged.report;
            match identity {
                Some(identity) => report.identity = identity,
                None if report.identity == Identity::NotClaimed => {
                    report.identity = Claim::vid(ci, vid).without_signer();
                }
                None => {}
            }
        }
    }

    /// What is left of two VIDs that must be one.
    fn and(self, other: Self, findings: &mut Findings) -> Self {
        let is_common = |vid: &&Vid| other.readings.contains(vid);
        let common: Vec<Vid> = self.readings.iter().filter(is_common).cloned().collect();
        if !common.is_empty() {
            return Self {
                readings: common,
                is_unread: false,
            };
        }
        match (self.is_unread, other.is_unread) {
            (false, false) => findings.push(DecisionCode::VidDiffers),
            _ => unread(DecisionCode::KeysMissing, findings),
        }
        if self.is_unread { other } else { self }
    }
}

/// How many are matched, and how many would be under another layout.
fn fitness(identities: &[Option<Identity>]) -> (usize, usize) {
    let count = |is: fn(&Identity) -> bool| identities.iter().flatten().filter(|it| is(it)).count();
    let is_near = |it: &Identity| {
        matches!(
            it,
            Identity::Mismatched {
                would_match: Some(_),
                ..
            }
        )
    };
    (
        count(|it| matches!(it, Identity::Matched { .. })),
        count(is_near),
    )
}

fn unread(code: DecisionCode, findings: &mut Findings) {
    findings.add(code, None, Some(Detail::Member("/vid".to_owned())));
}

/// The texts of it: that of the answer, which the guide shows in clear, and that of `identify`, which
/// is encrypted.
pub(super) fn texts<'a>(exchange: &Exchange<'a>) -> Vec<(&'a str, bool)> {
    let text = |answer: Option<&'a Response>| Some(answer?.vid.as_ref()?.as_str());
    let answered = text(exchange.response.ok()).map(|text| (text, false));
    let identified = text(exchange.identify).map(|text| (text, true));
    answered.into_iter().chain(identified).collect()
}

/// The VID, of all answers that give one. `None` also where none can be decrypted.
pub(super) fn one_vid(
    exchange: &Exchange<'_>,
    texts: &[(&str, bool)],
    findings: &mut Findings,
) -> Option<Result<Vids, VidError>> {
    let mut found = None;
    for (text, is_sealed) in texts {
        match (read(exchange, text, *is_sealed), found.take()) {
            (Ok(Ok(vids)), Some(Ok(first))) => {
                let first: Vids = first;
                found = Some(Ok(first.and(vids, findings)));
            }
            (Ok(read), first) => {
                if read.is_err() {
                    findings.push(DecisionCode::VidMalformed);
                }
                found = first.or(Some(read));
            }
            (Err(code), first) => {
                unread(code, findings);
                found = first;
            }
        }
    }
    found
}

/// Every reading; or why there is none.
fn read(
    exchange: &Exchange<'_>,
    text: &str,
    is_sealed: bool,
) -> Result<Result<Vids, VidError>, DecisionCode> {
    let mut readings: Vec<Vid> = Vid::parse(text).ok().into_iter().collect();
    let opened = exchange.open_answer(text);
    for plain in opened.iter().flatten() {
        for vid in [of_text(plain), of_octets(plain)].into_iter().flatten() {
            if !readings.contains(&vid) {
                readings.push(vid);
            }
        }
    }
    // What is no ciphertext has no other reading.
    let obstacle = opened
        .err()
        .filter(|code| *code != DecisionCode::FieldUndecryptable);
    match (readings.is_empty(), obstacle) {
        (false, obstacle) => Ok(Ok(Vids {
            readings,
            is_unread: is_sealed && obstacle.is_some(),
        })),
        (true, None) => Ok(Err(VidError)),
        (true, Some(code)) => Err(code),
    }
}

fn of_text(plain: &Secret) -> Option<Vid> {
    Vid::parse(plain.text()?).ok()
}

fn of_octets(plain: &Secret) -> Option<Vid> {
    let octets = Some(plain.octets()).filter(|it| it.len() == SIZE)?;
    Vid::parse(&Zeroizing::new(STANDARD.encode(octets))).ok()
}

/// Reports the outcome of the VID for each signed document, and returns the worst.
pub(super) fn conclude(documents: &[JudgedDocument], findings: &mut Findings) -> Identity {
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
                findings.add(DecisionCode::VidDiffers, about, detail);
            }
            // Of a document that did not pass, that is said.
            _ if document.report.verdict != Verdict::TotalPassed => {}
            _ => findings.about(DecisionCode::VidUndecided, &document.id),
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
