//! What the provider gives about a person, held against what is known of them.

use crate::answered::Response;
use crate::cipher::Secret;
use crate::decision::Match;
use crate::exchange::Exchange;
use crate::json::Value;
use crate::person::{Field, Person};
use crate::product::Provider;
use crate::remark::{Code, Detail};
use crate::remarks::Remarks;
use std::collections::BTreeSet;
use zeroize::Zeroizing;

/// Readings of a field in several pieces at most.
const MOST_READINGS: usize = 16;

/// Compares every field that is held or given.
pub(crate) fn compare_person(
    exchange: &Exchange<'_>,
    remarks: &mut Remarks,
) -> Vec<(Field, Match)> {
    let (known, unreadable) = known(exchange, remarks);
    let is_ci_held = exchange.ci.is_some()
        || exchange.among.is_some()
        || exchange.prepare.is_some_and(|it| it.ci.is_some());
    let mut matches = Vec::new();
    let mut is_any_given = false;
    let mut is_any_compared = false;
    for field in Field::ALL {
        let answers = [exchange.response.ok(), exchange.identify];
        let given: Vec<_> = answers
            .into_iter()
            .flatten()
            .filter_map(|answer| answer.person.get(&field))
            .collect();
        is_any_given |= !given.is_empty();
        let held = match known.get(field) {
            None if given.is_empty() => continue,
            Some(held) if !given.is_empty() => held,
            None if unreadable.contains(&field) => {
                // What was asked is known, and only the key to it is not.
                let detail = Some(Detail::Reading(field.name()));
                remarks.add(Code::KeysMissing, None, detail);
                matches.push((field, Match::NotCompared));
                continue;
            }
            held => {
                // Toss gives what the contract says, and so only what the caller holds is due.
                let is_due = exchange.person.is_some_and(|it| it.get(field).is_some())
                    || exchange.provider == Provider::Barocert
                    || exchange.identify.is_some() && was_asked_for(exchange, field)
                    || !is_ci_held && exchange.provider != Provider::Toss;
                if held.is_some() && is_due {
                    let detail = Some(Detail::Reading(field.name()));
                    remarks.add(Code::PersonMissing, None, detail);
                }
                matches.push((field, Match::NotCompared));
                continue;
            }
        };
        is_any_compared = true;
        let mut outcome = Match::Matched;
        for pieces in given {
            match readings(field, pieces, |text| exchange.open_answer(text)) {
                Ok(readings) if readings.iter().any(|text| is_same(text, held)) => {}
                Ok(_) => outcome = Match::Mismatched,
                Err(code) => {
                    remarks.add(code, None, Some(Detail::Reading(field.name())));
                    if outcome == Match::Matched {
                        outcome = Match::NotCompared;
                    }
                }
            }
        }
        if outcome == Match::Mismatched {
            remarks.push(difference(field));
        }
        matches.push((field, outcome));
    }
    let is_unbound = |it: &Response| it.vid.is_none() && it.ci.is_none() && !it.person.is_empty();
    if !is_ci_held && exchange.identify.is_some_and(is_unbound) {
        remarks.push(Code::PersonUnbound);
    }
    let is_expected = exchange.identify.is_some() || exchange.provider == Provider::Barocert;
    // Where the request was encrypted it may hold them, which is said.
    let is_readable = exchange.request.is_none_or(|request| !request.is_encrypted);
    if is_any_given && !is_any_compared && is_expected && is_readable {
        remarks.push(Code::PersonNotHeld);
    }
    matches
}

const fn difference(field: Field) -> Code {
    match field {
        Field::Name => Code::NameDiffers,
        Field::Phone => Code::PhoneDiffers,
        Field::Birthday => Code::BirthdayDiffers,
        Field::Gender => Code::GenderDiffers,
        Field::Di => Code::DiDiffers,
    }
}

/// What is known of the person, field by field: what the caller holds, or else what was sent when
/// they were asked.
///
/// And of which fields the keys are not at hand.
fn known(exchange: &Exchange<'_>, remarks: &mut Remarks) -> (Person, BTreeSet<Field>) {
    let mut unreadable = BTreeSet::new();
    let mut person = exchange.person.cloned().unwrap_or_default();
    let prepared = exchange.prepare.into_iter().flat_map(|it| &it.person);
    let prepared = prepared.map(|(field, pieces)| (*field, pieces.as_slice()));
    let requested = exchange
        .request
        .into_iter()
        .flat_map(|it| &it.sealed_person);
    let requested = requested.map(|(field, text)| (*field, std::slice::from_ref(text)));
    for (field, pieces) in prepared.chain(requested) {
        if person.get(field).is_some() {
            continue;
        }
        match readings(field, pieces, |text| exchange.open_own(text)) {
            // Of several readings of one's own text, the last is the plainest.
            Ok(readings) => person.hold(field, readings.last().map(|text| text.as_str())),
            // Which matters if the answer gives it.
            Err(Code::KeysMissing) => {
                unreadable.insert(field);
            }
            Err(code) => remarks.push(code),
        }
    }
    if let Some(request) = exchange.request {
        person.fill(&request.person);
    }
    (person, unreadable)
}

/// Whether the request asked for a field, as far as it says (`identify_items`).
fn was_asked_for(exchange: &Exchange<'_>, field: Field) -> bool {
    let request = exchange.request.and_then(|request| request.raw.as_object());
    let Some(Value::Array(items)) = request.and_then(|it| it.get("identify_items")) else {
        return true;
    };
    let name = match field {
        Field::Name => "NAME",
        Field::Phone => "PHONE_NUMBER",
        Field::Birthday => "BIRTHDAY",
        Field::Gender => "GENDER",
        Field::Di => return false,
    };
    items.iter().any(|item| item.as_text() == Some(name))
}

/// Every reading of a field in clear, pieces joined, in the form in which it is compared.
fn readings(
    field: Field,
    pieces: &[Zeroizing<String>],
    open: impl Fn(&str) -> Result<Vec<Secret>, Code>,
) -> Result<Vec<Zeroizing<String>>, Code> {
    let mut joined = vec![Zeroizing::new(String::new())];
    for piece in pieces {
        let texts = open(piece)?;
        let mut longer = Vec::new();
        for start in &joined {
            for text in texts.iter().filter_map(|plain| plain.text()) {
                if longer.len() < MOST_READINGS {
                    longer.push(Zeroizing::new([start.as_str(), text].concat()));
                }
            }
        }
        joined = longer;
    }
    if joined.is_empty() {
        // No reading is a text: another key.
        return Err(Code::FieldUndecryptable);
    }
    Ok(joined.iter().map(|text| field.normal(text)).collect())
}

fn is_same(text: &str, held: &str) -> bool {
    use subtle::ConstantTimeEq as _;
    text.as_bytes().ct_eq(held.as_bytes()).into()
}
