//! The members of an object, read by name. Those that were not read are listed.

use crate::format_error::{FormatError, FormatRule};
use crate::json::{JsonObject, Value};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// Unknown members named at most: of more, only these.
const MOST_UNKNOWN: usize = 32;

/// An object that is being read.
pub(crate) struct Members<'v> {
    object: &'v JsonObject,
    /// The JSON pointer of the object; empty at the top.
    path: String,
    known: RefCell<BTreeSet<&'static str>>,
}

impl<'v> Members<'v> {
    /// The object at the top of a text.
    pub(crate) fn top(value: &'v Value) -> Result<Self, FormatError> {
        Self::within(value, String::new())
    }

    /// The object at a place.
    pub(crate) fn within(value: &'v Value, path: String) -> Result<Self, FormatError> {
        match value {
            Value::Object(object) => Ok(Self {
                object,
                path,
                known: RefCell::default(),
            }),
            _ if path.is_empty() => Err(FormatError::new(FormatRule::NotObject)),
            _ => Err(FormatError::at_member(FormatRule::NotObject, path)),
        }
    }

    /// What is wrong with a member.
    pub(crate) fn fault(&self, fault: FormatRule, name: &str) -> FormatError {
        FormatError::at_member(fault, self.pointer(name))
    }

    /// The JSON pointer of a member.
    pub(crate) fn pointer(&self, name: &str) -> String {
        [&self.path, "/", name].concat()
    }

    /// A member of any kind; `None` if it is not there or null.
    pub(crate) fn value(&self, name: &'static str) -> Option<&'v Value> {
        self.known.borrow_mut().insert(name);
        self.object
            .get(name)
            .filter(|value| !matches!(value, Value::Null))
    }

    /// Whether there is a member of this name, be it null.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.object.contains_key(name)
    }

    /// Members that are known and of no use here.
    pub(crate) fn skip(&self, names: &[&'static str]) {
        self.known.borrow_mut().extend(names);
    }

    pub(crate) fn text(&self, name: &'static str) -> Result<Option<&'v str>, FormatError> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::Text(text)) => Ok(Some(text)),
            Some(_) => Err(self.fault(FormatRule::NotText, name)),
        }
    }

    /// A text that is not blank: one that is empty or has only white space counts as null.
    pub(crate) fn non_blank_text(
        &self,
        name: &'static str,
    ) -> Result<Option<&'v str>, FormatError> {
        Ok(self.text(name)?.filter(|text| !text.trim().is_empty()))
    }

    pub(crate) fn needed_text(&self, name: &'static str) -> Result<&'v str, FormatError> {
        self.text(name)?
            .ok_or_else(|| self.fault(FormatRule::Missing, name))
    }

    /// An identifier: it may be shown.
    pub(crate) fn identifier(&self, name: &'static str) -> Result<Option<String>, FormatError> {
        let Some(text) = self.text(name)? else {
            return Ok(None);
        };
        let is_symbol = |octet: u8| octet.is_ascii_alphanumeric() || b"._-".contains(&octet);
        if (1..=128).contains(&text.len()) && text.bytes().all(is_symbol) {
            Ok(Some(text.to_owned()))
        } else {
            Err(self.fault(FormatRule::Identifier, name))
        }
    }

    pub(crate) fn boolean(&self, name: &'static str) -> Result<Option<bool>, FormatError> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::Bool(value)) => Ok(Some(*value)),
            Some(_) => Err(self.fault(FormatRule::NotBoolean, name)),
        }
    }

    pub(crate) fn integer(&self, name: &'static str) -> Result<Option<i64>, FormatError> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::Number(number)) => i64::try_from(*number)
                .map(Some)
                .map_err(|_| self.fault(FormatRule::NotInteger, name)),
            Some(_) => Err(self.fault(FormatRule::NotInteger, name)),
        }
    }

    pub(crate) fn array(&self, name: &'static str) -> Result<Option<&'v [Value]>, FormatError> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::Array(items)) => Ok(Some(items)),
            Some(_) => Err(self.fault(FormatRule::NotArray, name)),
        }
    }

    pub(crate) fn object(&self, name: &'static str) -> Result<Option<Self>, FormatError> {
        self.value(name)
            .map(|value| Self::within(value, self.pointer(name)))
            .transpose()
    }

    /// The objects of an array.
    pub(crate) fn objects(&self, name: &'static str) -> Result<Option<Vec<Self>>, FormatError> {
        let Some(items) = self.array(name)? else {
            return Ok(None);
        };
        let list = self.pointer(name);
        let member = |(index, value): (usize, &'v Value)| {
            Self::within(value, [&list, "/", &index.to_string()].concat())
        };
        items
            .iter()
            .enumerate()
            .map(member)
            .collect::<Result<_, _>>()
            .map(Some)
    }

    /// The texts of an array.
    pub(crate) fn texts(&self, name: &'static str) -> Result<Option<Vec<&'v str>>, FormatError> {
        let Some(items) = self.array(name)? else {
            return Ok(None);
        };
        let text = |(index, value): (usize, &'v Value)| {
            let place = || format!("{}/{index}", self.pointer(name));
            value
                .as_text()
                .ok_or_else(|| FormatError::at_member(FormatRule::NotText, place()))
        };
        items
            .iter()
            .enumerate()
            .map(text)
            .collect::<Result<_, _>>()
            .map(Some)
    }

    /// Refuses members that were not read: in the caller's own files they are mistakes.
    pub(crate) fn refuse_unknown(&self) -> Result<(), FormatError> {
        let known = self.known.borrow();
        let mut unknown = self.object.keys().filter(|it| !known.contains(it.as_str()));
        unknown.next().map_or(Ok(()), |name| {
            let place = self.pointer(&mistaken(name));
            Err(FormatError::at_member(FormatRule::UnknownMember, place))
        })
    }

    /// Adds the pointers of the members that were not read.
    pub(crate) fn list_unknown(&self, unknown: &mut Vec<String>) {
        let known = self.known.borrow();
        let names = self
            .object
            .keys()
            .filter(|key| !known.contains(key.as_str()));
        for name in names {
            if unknown.len() == MOST_UNKNOWN {
                return;
            }
            unknown.push(self.pointer(&shown(name)));
        }
    }
}

/// Members that people take for those of their own files.
const MISTAKEN: &[&str] = &[
    "phone",
    "phoneno",
    "phonenumber",
    "mobile",
    "mobileno",
    "mobilenumber",
    "hp",
    "tel",
    "birth",
    "birthdate",
    "birthday",
    "birthyear",
    "dateofbirth",
    "sex",
    "gender",
    "foreigner",
    "name",
    "username",
    "userphone",
    "userbirthday",
    "userci",
    "receivername",
    "receiverhp",
    "receiverbirthday",
    "fullname",
    "email",
    "ci",
    "vid",
    "key",
    "iv",
    "session",
    "sessions",
    "sessionkey",
    "toss",
    "kakao",
    "naver",
    "barocert",
    "txid",
    "이름",
    "성명",
    "전화번호",
    "휴대폰번호",
    "생년월일",
    "성별",
    "국적",
];

/// An unknown member of the caller's own file: by its name if it is a word that people take for one
/// of the file's, else by its length, because a secret may stand in the place of its name.
fn mistaken(name: &str) -> String {
    let is_letter = |char: &char| !matches!(char, '_' | '-');
    // Without a copy of what may be a secret.
    let is_same = |word: &&str| {
        let letters = name.chars().filter(is_letter);
        letters
            .map(|char| char.to_ascii_lowercase())
            .eq(word.chars())
    };
    if MISTAKEN.iter().any(is_same) {
        name.to_owned()
    } else {
        format!("({} octets)", name.len())
    }
}

/// A key of unknown origin, if it looks like one that a programmer would write; else its length
/// only, because an unknown writer can put anything there.
pub(crate) fn shown(name: &str) -> String {
    let is_symbol = |octet: u8| octet.is_ascii_alphanumeric() || octet == b'_';
    let is_name = name.len() <= 32
        && name.starts_with(|char: char| char.is_ascii_alphabetic())
        && name.bytes().all(is_symbol)
        && name.bytes().filter(u8::is_ascii_digit).count() <= 4;
    if is_name {
        name.to_owned()
    } else {
        format!("({} octets)", name.len())
    }
}
