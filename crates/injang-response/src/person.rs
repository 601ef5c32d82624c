//! What is held about a person, and what an answer gives: compared, never shown.

mod hangul;

use crate::form::{Fault, FormError};
use crate::json::Value;
use crate::members::Members;
use std::collections::BTreeMap;
use std::fmt;
use zeroize::Zeroizing;

/// What may stand between the digits of a phone number or a birthday. Whatever else is there counts:
/// a number with something more in it is another one.
const SEPARATORS: [char; 7] = [' ', '-', '+', '(', ')', '.', '/'];

injang_core::codes! {
    table "person-field" (u8, name, sentence);
    /// A field about a person.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    #[non_exhaustive]
    pub enum Field {
        /// Name.
        Name = 1 "name" "name" "성명",
        /// Phone number: the separators in it don't count.
        Phone = 2 "phone" "phone number" "전화번호",
        /// Birthday, YYYYMMDD: the separators in it don't count.
        Birthday = 3 "birthday" "birthday" "생년월일",
        /// Gender, in the provider's word.
        Gender = 4 "gender" "gender" "성별",
        /// Whether it is a Korean or a foreigner, in the provider's word: Toss's `LOCAL` and
        /// `FOREIGNER`.
        Nationality = 5 "nationality" "nationality" "국적",
        /// DI: the connecting information of one relying party.
        Di = 6 "di" "DI" "DI",
    }
}

impl Field {
    /// The text of it that is compared.
    pub(crate) fn normal(self, text: &str) -> Zeroizing<String> {
        let text = text.trim();
        let counts = || text.chars().filter(|char| !SEPARATORS.contains(char));
        // In one buffer: one that grows would leave copies behind.
        let mut normal = Zeroizing::new(String::with_capacity(text.len() + 1));
        match self {
            // "+82 10-…" is "010-…".
            Self::Phone if text.starts_with("+82") => {
                normal.push('0');
                normal.extend(counts().skip(2).skip_while(|it| *it == '0'));
            }
            Self::Phone | Self::Birthday => normal.extend(counts()),
            Self::Name => hangul::compose(text, &mut normal),
            _ => normal.push_str(text),
        }
        normal
    }
}

/// What is held about a person. `Debug` shows which fields only.
#[derive(Clone, Default)]
pub struct Person {
    fields: BTreeMap<Field, Zeroizing<String>>,
}

impl Person {
    /// From JSON: an object with any of `name`, `phone_no`, `birthday` (YYYYMMDD), `gender`,
    /// `nationality` and `di`, all of them texts in clear. Other members are [`Fault::UnknownMember`], other types
    /// [`Fault::NotText`], and a text that says nothing is [`Fault::Form`], as is a phone number or a
    /// birthday with anything but digits and separators.
    pub fn parse(text: &[u8]) -> Result<Self, FormError> {
        let value = Value::parse(text)?;
        let members = Members::top(&value)?;
        let mut person = Self::default();
        for (field, name) in [
            (Field::Name, "name"),
            (Field::Phone, "phone_no"),
            (Field::Birthday, "birthday"),
            (Field::Gender, "gender"),
            (Field::Nationality, "nationality"),
            (Field::Di, "di"),
        ] {
            let text = members.text(name)?;
            person.hold(field, text);
            let is_number = matches!(field, Field::Phone | Field::Birthday);
            let is_usable = |text: &str| !is_number || text.bytes().all(|it| it.is_ascii_digit());
            if text.is_some() && !person.get(field).is_some_and(is_usable) {
                return Err(members.fault(Fault::Form, name));
            }
        }
        members.refuse_unknown()?;
        Ok(person)
    }

    /// Adds a field, if there is a text for it that says something.
    pub(crate) fn hold(&mut self, field: Field, text: Option<&str>) {
        let text = text.map(|text| field.normal(text));
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.fields.insert(field, text);
        }
    }

    pub(crate) fn get(&self, field: Field) -> Option<&str> {
        self.fields.get(&field).map(|text| text.as_str())
    }
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.fields.keys()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_without_their_separators() {
        let phone = |text| Field::Phone.normal(text);
        for same in [
            "01012345678",
            " 010-1234-5678 ",
            "+82 10 1234 5678",
            "(010) 1234.5678",
        ] {
            assert_eq!(*phone(same), "01012345678", "{same}");
        }
        for other in [
            "01012345678９",
            "0101234567٨",
            "01012345678 (배우자)",
            "01012345678x",
            "",
        ] {
            assert_ne!(*phone(other), "01012345678", "{other}");
        }
        assert_eq!(*phone(" - "), "");
        assert_eq!(*Field::Birthday.normal("1990.01/01"), "19900101");
        assert_ne!(*Field::Birthday.normal("19900101일"), "19900101");
    }

    #[test]
    fn a_number_that_is_held_has_digits_only() {
        let parse = |text: &str| Person::parse(text.as_bytes()).map(|_| ());
        assert!(parse(r#"{"phone_no": "010-1234-5678", "birthday": "1990-01-01"}"#).is_ok());
        for (text, pointer) in [
            (r#"{"phone_no": "010-1234-567８"}"#, "/phone_no"),
            (r#"{"phone_no": "-"}"#, "/phone_no"),
            (r#"{"birthday": "1990년 1월 1일"}"#, "/birthday"),
        ] {
            let error = parse(text).unwrap_err();
            assert_eq!(
                (error.fault(), error.pointer()),
                (Fault::Form, Some(pointer))
            );
        }
    }
}
