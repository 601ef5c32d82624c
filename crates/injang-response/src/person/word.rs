//! Gender and nationality: one meaning in several words.

use super::Field;

/// A meaning in all its words, its name first.
type Words = &'static [&'static str];

/// Toss writes MALE and FEMALE (general sign guide, `gender`); what the others write is not in their
/// guides.
const GENDERS: [Words; 2] = [
    &["MALE", "M", "남", "남자", "남성"],
    &["FEMALE", "F", "여", "여자", "여성"],
];

/// Toss writes LOCAL and FOREIGNER (general sign guide, `nationality`).
const NATIONALITIES: [Words; 2] = [
    &["LOCAL", "DOMESTIC", "내국인"],
    &["FOREIGNER", "FOREIGN", "외국인"],
];

/// The name of what a word means, in any letter case; `None` if it is not known, and of fields that
/// are no words.
pub(super) fn meaning(field: Field, text: &str) -> Option<&'static str> {
    let all: &[Words] = match field {
        Field::Gender => &GENDERS,
        Field::Nationality => &NATIONALITIES,
        _ => return None,
    };
    let is_one = |words: &&Words| words.iter().any(|word| word.eq_ignore_ascii_case(text));
    all.iter().find(is_one).map(|words| words[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_meaning() {
        for (field, words, name) in [
            (Field::Gender, "MALE male Male M m 남 남자 남성", "MALE"),
            (Field::Gender, "FEMALE Female f F 여 여자 여성", "FEMALE"),
            (Field::Nationality, "LOCAL local domestic 내국인", "LOCAL"),
            (Field::Nationality, "FOREIGNER Foreign 외국인", "FOREIGNER"),
        ] {
            for word in words.split(' ') {
                assert_eq!(meaning(field, word), Some(name), "{word}");
            }
        }
        for word in ["", "1", "X", "MALES", "남여", "F M"] {
            assert_eq!(meaning(Field::Gender, word), None, "{word}");
        }
        assert_eq!(meaning(Field::Nationality, "F"), None);
        assert_eq!(meaning(Field::Name, "M"), None);
    }
}
