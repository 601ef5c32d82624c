//! What is held about a person, and what an answer gives: compared, never shown.

mod hangul;
mod word;

use crate::format_error::{FormatError, FormatRule};
use crate::json::Value;
use crate::members::Members;
use std::collections::BTreeMap;
use std::fmt;
use zeroize::Zeroizing;

/// What may stand between the digits of a phone number or a birthday. Whatever else is there counts:
/// a number with something more in it is another one.
const SEPARATORS: [char; 7] = [' ', '-', '+', '(', ')', '.', '/'];

/// Octets of the longest name of a gender or a nationality.
const LONGEST_WORD: usize = 16;

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
        /// Gender: M, F, MALE, FEMALE, 남, 여, 남자, 여자, 남성 or 여성, in any letter case.
        Gender = 4 "gender" "gender" "성별",
        /// Whether it is a Korean or a foreigner: LOCAL, DOMESTIC, 내국인, FOREIGNER, FOREIGN or 외국인,
        /// in any letter case.
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
        // In one buffer: one that grows would leave copies in memory. The longest name of a meaning fits.
        let mut normal = Zeroizing::new(String::with_capacity(text.len().max(LONGEST_WORD) + 1));
        match self {
            // "+82 10-…" is "010-…".
            Self::Phone if text.starts_with("+82") => {
                normal.push('0');
                normal.extend(counts().skip(2).skip_while(|it| *it == '0'));
            }
            Self::Phone | Self::Birthday => normal.extend(counts()),
            Self::Name => hangul::compose(text, &mut normal),
            Self::Gender | Self::Nationality => {
                let mut composed = Zeroizing::new(String::with_capacity(text.len()));
                hangul::compose(text, &mut composed);
                normal.push_str(word::meaning(self, &composed).unwrap_or(&composed));
            }
            Self::Di => normal.push_str(text),
        }
        normal
    }

    /// Whether a text in the form in which it is compared is a possible value: of gender
    /// and nationality, a word that is known.
    pub(crate) fn is_readable(self, normal: &str) -> bool {
        match self {
            Self::Gender | Self::Nationality => word::meaning(self, normal).is_some(),
            _ => true,
        }
    }
}

/// What the caller holds about a person. `Debug` shows only which fields there are.
#[derive(Clone, Default)]
pub struct Person {
    fields: BTreeMap<Field, Zeroizing<String>>,
}

impl Person {
    /// From JSON: an object with any of `name`, `phone_no`, `birthday` (YYYYMMDD), `gender`,
    /// `nationality` and `di`, all of them texts in clear. Other members are
    /// [`FormatRule::UnknownMember`], other types [`FormatRule::NotText`], and a text that says nothing
    /// is [`FormatRule::Form`], as is a phone number or a birthday with anything but digits and
    /// separators. Another word for gender or nationality than those of [`Field`] is
    /// [`FormatRule::Gender`] or [`FormatRule::Nationality`].
    pub fn parse(text: &[u8]) -> Result<Self, FormatError> {
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
                return Err(members.fault(FormatRule::Form, name));
            }
            let fault = match field {
                Field::Gender => FormatRule::Gender,
                _ => FormatRule::Nationality,
            };
            if person
                .get(field)
                .is_some_and(|text| !field.is_readable(text))
            {
                return Err(members.fault(fault, name));
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
    fn a_gender_that_is_held_is_known() {
        let parse = |text: &str| Person::parse(text.as_bytes()).map(|_| ());
        for text in [
            r#"{"gender": "m", "nationality": "내국인"}"#,
            r#"{"gender": " 여자 ", "nationality": "Foreigner"}"#,
        ] {
            assert!(parse(text).is_ok(), "{text}");
        }
        for (text, fault) in [
            (r#"{"gender": "1"}"#, FormatRule::Gender),
            (r#"{"gender": "남여"}"#, FormatRule::Gender),
            (r#"{"nationality": "KR"}"#, FormatRule::Nationality),
            (r#"{"gender": " "}"#, FormatRule::Form),
        ] {
            assert_eq!(parse(text).unwrap_err().fault(), fault, "{text}");
        }
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
                (FormatRule::Form, Some(pointer))
            );
        }
    }
}
