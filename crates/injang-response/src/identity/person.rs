//! What the provider gives about a person, compared with what is known about them.

use super::Concluded;
use super::known::KnownPerson;
use super::readings::{LONGEST, difference, joined};
use crate::decision::Match;
use crate::exchange::Exchange;
use crate::finding::{DecisionCode, Detail, Whose};
use crate::findings::Findings;
use crate::json::Value;
use crate::person::Field;
use crate::product::Provider;
use crate::response::Response;
use zeroize::Zeroizing;

/// Compares every field that is held or given.
///
/// 1. What is known: what the caller holds, and what was sent when the person was asked.
/// 2. What the answers give, but for what is the request's own text.
/// 3. A text that was sent and can't be read may name another person, whatever the VID shows.
/// 4. Both are there: they are compared.
/// 5. One is not there, or says nothing: that is said where it was due.
pub(crate) fn compare_person(
    exchange: &Exchange<'_>,
    concluded: &Concluded,
    findings: &mut Findings,
) -> Vec<(Field, Match)> {
    let known = KnownPerson::read(exchange, findings);
    let is_ci_held = exchange.ci.is_some() || exchange.among.is_some() || exchange.is_asked_by_ci();
    let mut matches = Vec::new();
    let mut is_any_given = false;
    let mut is_any_held = false;
    for field in Field::ALL {
        let detail = || Some(Detail::Reading(field.name()));
        let answers = exchange.about_the_person();
        let texts = answers.filter_map(|answer| answer.person.get(&field));
        let held = known.held.get(&field);
        let agrees = |pieces: &[Zeroizing<String>]| {
            let read = answered(field, pieces, exchange).unwrap_or_default();
            held.is_some_and(|held| read.iter().any(|text| is_same(text, held)))
        };
        let is_echo = |pieces: &&Vec<Zeroizing<String>>| {
            // What was sent for something else and differs is not about this person.
            exchange.is_person_echo(field, pieces)
                || agrees(pieces)
                    && (exchange.is_copy(field, pieces) || exchange.is_ciphertext_sent(pieces))
        };
        let (echoed, given): (Vec<_>, Vec<_>) = texts.partition(is_echo);
        is_any_given |= !given.is_empty();
        if !echoed.is_empty() {
            findings.add(DecisionCode::FieldEchoed, None, detail());
        }
        let is_own = exchange.person.is_some_and(|it| it.get(field).is_some());
        if let Some(code) = known.unread.get(&field) {
            findings.add(*code, None, detail());
        }
        let is_known = held.is_some() || known.unread.contains_key(&field);
        is_any_held |= held.is_some() && !(given.is_empty() && echoed.is_empty());
        if let (Some(held), false) = (held, given.is_empty()) {
            matches.push((field, compare(exchange, field, &given, held, findings)));
            continue;
        }
        // A request with an empty field does not name the person there; where the guide requires
        // the field, no CI takes its place.
        let is_owed = known.required.contains(&field) && !known.unread.contains_key(&field);
        let is_blank = known.blank_fields.contains(&field) && !concluded.is_proven;
        if held.is_none() && (is_owed || is_blank) {
            findings.add(DecisionCode::PersonNotHeld, None, detail());
        }
        if !is_known && given.is_empty() && echoed.is_empty() {
            // It was asked to come back, and what is not there can't be that of anybody.
            if exchange.request.is_some() && was_asked_for(exchange, field) {
                findings.add(DecisionCode::PersonMissing, None, detail());
                matches.push((field, Match::NotCompared));
            }
            continue;
        }
        let is_due = if echoed.is_empty() {
            // Toss gives what the contract says, and so only what the caller holds is due.
            given.is_empty()
                && (is_own
                    || exchange.provider == Provider::Barocert
                    || (exchange.identify.is_some() || exchange.request.is_some())
                        && was_asked_for(exchange, field)
                    || !is_ci_held && exchange.provider != Provider::Toss)
        } else {
            // With Kakao's cipher a good answer is an echo too, so that the VID alone decides.
            given.is_empty() && !concluded.is_tied && (is_own || !concluded.is_proven)
        };
        if is_due {
            findings.add(DecisionCode::PersonMissing, None, detail());
        }
        matches.push((field, Match::NotCompared));
    }
    let is_unbound = |it: &Response| it.vid.is_none() && it.ci.is_none() && is_any_given;
    if !is_ci_held && exchange.identify.is_some_and(is_unbound) {
        findings.push(DecisionCode::PersonUnbound);
    }
    let is_expected = exchange.identify.is_some() || exchange.provider == Provider::Barocert;
    // Where the request was encrypted it may hold them, which is said.
    let is_readable = exchange.request.is_none_or(|request| !request.is_encrypted);
    if is_any_given && !is_any_held && is_expected && is_readable {
        findings.push(DecisionCode::PersonNotHeld);
    }
    matches
}

/// Compares what the answers give of a field with what is known.
fn compare(
    exchange: &Exchange<'_>,
    field: Field,
    given: &[&Vec<Zeroizing<String>>],
    held: &str,
    findings: &mut Findings,
) -> Match {
    let mut outcome = Match::Matched;
    for pieces in given {
        match answered(field, pieces, exchange) {
            Ok(readings) if readings.iter().any(|text| is_same(text, held)) => {}
            // An unknown word is not taken as a different value.
            Ok(readings) if !readings.iter().any(|text| field.is_readable(text)) => {
                let detail = Some(Detail::Reading(field.name()));
                findings.add(DecisionCode::PersonWordUnknown, None, detail);
                if outcome == Match::Matched {
                    outcome = Match::NotCompared;
                }
            }
            Ok(_) => outcome = Match::Mismatched,
            Err(code) => {
                findings.add(code, None, Some(Detail::Reading(field.name())));
                if outcome == Match::Matched {
                    outcome = Match::NotCompared;
                }
            }
        }
    }
    if outcome == Match::Mismatched {
        let detail = Some(Detail::Whose(Whose::Answer));
        findings.add(difference(field), None, detail);
    }
    outcome
}

/// Whether the request asked for a field to come back (`identify_items`). Without the request it may
/// have.
fn was_asked_for(exchange: &Exchange<'_>, field: Field) -> bool {
    let Some(request) = exchange.request else {
        return true;
    };
    let members = request.raw.as_object();
    let Some(Value::Array(items)) = members.and_then(|it| it.get("identify_items")) else {
        return false;
    };
    let name = match field {
        Field::Name => "NAME",
        Field::Phone => "PHONE_NUMBER",
        Field::Birthday => "BIRTHDAY",
        Field::Gender => "GENDER",
        Field::Nationality | Field::Di => return false,
    };
    items.iter().any(|item| item.as_text() == Some(name))
}

/// Every reading of a field of an answer. What is longer than any field, whatever it was padded with, is
/// compared as it came.
fn answered(
    field: Field,
    pieces: &[Zeroizing<String>],
    exchange: &Exchange<'_>,
) -> Result<Vec<Zeroizing<String>>, DecisionCode> {
    let is_padded = pieces.iter().any(|piece| piece.len() > LONGEST);
    let open = |text: &str| exchange.open_answer(text);
    joined(pieces, open).map(|texts| {
        let read = |text: Zeroizing<String>| {
            if is_padded { text } else { field.normal(&text) }
        };
        texts.into_iter().map(read).collect()
    })
}

fn is_same(text: &str, held: &str) -> bool {
    use subtle::ConstantTimeEq as _;
    text.as_bytes().ct_eq(held.as_bytes()).into()
}
