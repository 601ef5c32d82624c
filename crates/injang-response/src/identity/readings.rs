//! The readings of a field about a person, and what is said where they differ.

use crate::cipher::Secret;
use crate::finding::DecisionCode;
use crate::person::Field;
use zeroize::Zeroizing;

/// Readings of a field in several pieces at most.
const MOST_READINGS: usize = 16;
/// Octets of the longest field of the guides: a CI in base64 four times is shorter.
pub(super) const LONGEST: usize = 1 << 10;
/// What is said where a field differs.
pub(super) const fn difference(field: Field) -> DecisionCode {
    match field {
        Field::Name => DecisionCode::NameDiffers,
        Field::Phone => DecisionCode::PhoneDiffers,
        Field::Birthday => DecisionCode::BirthdayDiffers,
        Field::Gender => DecisionCode::GenderDiffers,
        Field::Nationality => DecisionCode::NationalityDiffers,
        Field::Di => DecisionCode::DiDiffers,
    }
}

/// Every reading of a field in clear, pieces joined, in the form in which it is compared.
pub(super) fn readings(
    field: Field,
    pieces: &[Zeroizing<String>],
    open: impl Fn(&str) -> Result<Vec<Secret>, DecisionCode>,
) -> Result<Vec<Zeroizing<String>>, DecisionCode> {
    let texts = joined(pieces, open)?;
    Ok(texts.iter().map(|text| field.normal(text)).collect())
}

/// The same as it came.
pub(super) fn joined(
    pieces: &[Zeroizing<String>],
    open: impl Fn(&str) -> Result<Vec<Secret>, DecisionCode>,
) -> Result<Vec<Zeroizing<String>>, DecisionCode> {
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
        return Err(DecisionCode::FieldUndecryptable);
    }
    Ok(joined)
}
