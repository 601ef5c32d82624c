//! What the provider gives about a person, held against what is known of them.

use crate::decision::Match;
use crate::exchange::Exchange;
use crate::person::{Field, Person};
use crate::remark::Code;
use crate::remarks::Remarks;
use std::borrow::Cow;
use zeroize::Zeroizing;

/// Readings of a field in several pieces at most.
const MOST_READINGS: usize = 16;

/// Compares every field that is held or given.
pub(crate) fn compare_person(
    exchange: &Exchange<'_>,
    remarks: &mut Remarks,
) -> Vec<(Field, Match)> {
    let known = known(exchange, remarks);
    let mut matches = Vec::new();
    let mut is_any_given = false;
    let mut is_any_compared = false;
    for field in Field::ALL {
        let answers = [exchange.response.ok(), exchange.identify];
        let given = answers
            .into_iter()
            .flatten()
            .find_map(|answer| answer.person.get(&field));
        is_any_given |= given.is_some();
        let outcome = match (known.get(field), given) {
            (None, None) => continue,
            (Some(_), None) => {
                // Only what the caller holds beside the request is asked for by that.
                if exchange.person.is_some_and(|it| it.get(field).is_some()) {
                    remarks.push(Code::PersonMissing);
                }
                Match::NotCompared
            }
            (None, Some(_)) => Match::NotCompared,
            (Some(held), Some(pieces)) => {
                is_any_compared = true;
                match readings(exchange, field, pieces) {
                    Ok(readings) => {
                        let same = |text: &Zeroizing<String>| is_same(text, held);
                        Match::of(readings.iter().any(same))
                    }
                    Err(code) => {
                        remarks.push(code);
                        Match::NotCompared
                    }
                }
            }
        };
        if outcome == Match::Mismatched {
            remarks.push(difference(field));
        }
        matches.push((field, outcome));
    }
    let is_expected = exchange.identify.is_some() || exchange.provider == crate::Provider::Barocert;
    if is_any_given && !is_any_compared && is_expected {
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

/// What is known of the person: what the caller holds, or else what was sent when they were asked.
fn known<'e>(exchange: &'e Exchange<'_>, remarks: &mut Remarks) -> Cow<'e, Person> {
    if let Some(person) = exchange.person {
        return Cow::Borrowed(person);
    }
    let mut person = Person::default();
    let mut decrypt = |field, pieces: &[Zeroizing<String>]| {
        match readings(exchange, field, pieces) {
            // Of several readings of one's own text, the last is the plainest.
            Ok(readings) => person.hold(field, readings.last().map(|text| text.as_str())),
            // Without keys nothing in the answer can be read either, which is said there.
            Err(Code::KeysMissing) => {}
            Err(code) => remarks.push(code),
        }
    };
    if let Some(prepare) = exchange.prepare {
        for (field, pieces) in &prepare.person {
            decrypt(*field, pieces);
        }
    }
    let Some(request) = exchange.request else {
        return Cow::Owned(person);
    };
    for (field, text) in &request.sealed_person {
        decrypt(*field, std::slice::from_ref(text));
    }
    if person.is_empty() {
        Cow::Borrowed(&request.person)
    } else {
        Cow::Owned(person)
    }
}

/// Every reading of a field in clear, pieces joined, in the form in which it is compared.
fn readings(
    exchange: &Exchange<'_>,
    field: Field,
    pieces: &[Zeroizing<String>],
) -> Result<Vec<Zeroizing<String>>, Code> {
    let mut joined = vec![Zeroizing::new(String::new())];
    for piece in pieces {
        let opened = exchange.any_keys().open(exchange.scheme(), piece);
        let texts = opened.readings()?;
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
