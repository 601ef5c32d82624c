//! JSON (RFC 8259) of unknown origin, within bounds.
//!
//! A key that stands twice in one object is refused, however it is spelled: readers differ in which
//! of the two they take, so that two programs could see two documents. Texts are wiped when they
//! are dropped, because keys and personal data come in JSON too.

use crate::format_error::{FormatError, FormatRule};
use serde_core::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;
use zeroize::Zeroizing;

/// Octets of the largest text. 200 documents of 3,000 characters, each signed, are 4 MiB.
pub const MAX_SIZE: usize = 32 << 20;

/// How deep arrays and objects may be nested. Answers of providers have four levels.
const MAX_DEPTH: usize = 32;

/// Values in one text. 200 documents are some 1,000.
const MAX_VALUES: usize = 1 << 18;

/// A value. `Debug` shows its kind only.
#[derive(Clone)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    /// A whole number of 64 bits.
    Number(i128),
    /// Any other number: what was written can't be told from it any more, so it is equal to nothing,
    /// itself included.
    Inexact,
    Text(Zeroizing<String>),
    Array(Vec<Value>),
    Object(JsonObject),
}

/// The members of an object, by key.
pub(crate) type JsonObject = BTreeMap<String, Value>;

impl Value {
    /// From a whole text. A byte order mark before it is skipped.
    pub(crate) fn parse(text: &[u8]) -> Result<Self, FormatError> {
        if text.len() > MAX_SIZE {
            return Err(FormatError::new(FormatRule::Size));
        }
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        if text.trim_ascii().is_empty() {
            return Err(FormatError::new(FormatRule::Empty));
        }
        let text = match std::str::from_utf8(text) {
            Ok(text) => text,
            Err(error) => return Err(at_octet(FormatRule::Encoding, text, error.valid_up_to())),
        };
        let bounds = JsonBounds::default();
        let mut reader = serde_json::Deserializer::from_str(text);
        let read = Seed {
            bounds: &bounds,
            depth: 0,
        }
        .deserialize(&mut reader)
        .and_then(|value| reader.end().map(|()| value));
        read.map_err(|error| {
            let fault = bounds.fault.get().unwrap_or(if error.is_eof() {
                FormatRule::Truncated
            } else {
                FormatRule::Syntax
            });
            FormatError::at_position(fault, error.line(), error.column())
        })
    }

    /// Whether there is a number in it that is equal to nothing.
    pub(crate) fn is_inexact(&self) -> bool {
        match self {
            Self::Inexact => true,
            Self::Array(items) => items.iter().any(Self::is_inexact),
            Self::Object(object) => object.values().any(Self::is_inexact),
            _ => false,
        }
    }

    pub(crate) const fn is_text(&self) -> bool {
        matches!(self, Self::Text(_))
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn as_object(&self) -> Option<&JsonObject> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }
}

/// A fault at an octet of a text, by its line and its column in octets, both from 1.
pub(crate) fn at_octet(fault: FormatRule, text: &[u8], offset: usize) -> FormatError {
    let before = &text[..offset];
    let line = before.split(|octet| *octet == b'\n');
    let column = line.clone().next_back().map_or(0, <[u8]>::len) + 1;
    FormatError::at_position(fault, line.count(), column)
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Bool(one), Self::Bool(other)) => one == other,
            (Self::Number(one), Self::Number(other)) => one == other,
            (Self::Text(one), Self::Text(other)) => one == other,
            (Self::Array(one), Self::Array(other)) => one == other,
            (Self::Object(one), Self::Object(other)) => one == other,
            _ => false,
        }
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Number(_) | Self::Inexact => "number",
            Self::Text(_) => "text",
            Self::Array(_) => "array",
            Self::Object(_) => "object",
        })
    }
}

/// What has been read, and which bound was passed.
#[derive(Default)]
struct JsonBounds {
    values: Cell<usize>,
    fault: Cell<Option<FormatRule>>,
}

#[derive(Clone, Copy)]
struct Seed<'b> {
    bounds: &'b JsonBounds,
    depth: usize,
}

impl Seed<'_> {
    fn refuse<E: serde_core::de::Error>(self, fault: FormatRule) -> E {
        self.bounds.fault.set(Some(fault));
        E::custom("refused")
    }

    fn deeper<E: serde_core::de::Error>(self) -> Result<Self, E> {
        if self.depth == MAX_DEPTH {
            return Err(self.refuse(FormatRule::Depth));
        }
        Ok(Self {
            depth: self.depth + 1,
            ..self
        })
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        let count = self.bounds.values.get() + 1;
        self.bounds.values.set(count);
        if count > MAX_VALUES {
            return Err(self.refuse(FormatRule::Count));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Value, E> {
        Ok(Value::Inexact)
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(Zeroizing::new(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let seed = self.deeper()?;
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(seed)? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let seed = self.deeper()?;
        let mut object = JsonObject::new();
        while let Some(key) = members.next_key::<String>()? {
            if object.contains_key(&key) {
                return Err(self.refuse(FormatRule::DuplicateKey));
            }
            object.insert(key, members.next_value_seed(seed)?);
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &[u8]) -> Option<FormatRule> {
        Value::parse(text).err().map(|error| error.fault())
    }

    #[test]
    fn bounds() {
        let nested = |depth: usize| [b"[".repeat(depth), b"]".repeat(depth)].concat();
        assert_eq!(fault(&nested(MAX_DEPTH)), None);
        assert_eq!(fault(&nested(MAX_DEPTH + 1)), Some(FormatRule::Depth));
        assert_eq!(fault(&b"{\"a\":".repeat(1 << 20)), Some(FormatRule::Depth));
        let many = |count: usize| format!("[0{}]", ",0".repeat(count - 1)).into_bytes();
        assert_eq!(fault(&many(MAX_VALUES - 1)), None);
        assert_eq!(fault(&many(MAX_VALUES)), Some(FormatRule::Count));
        assert_eq!(fault(&vec![b' '; MAX_SIZE]), Some(FormatRule::Empty));
        assert_eq!(fault(&vec![b' '; MAX_SIZE + 1]), Some(FormatRule::Size));
    }

    #[test]
    fn what_is_refused() {
        let cases: [(&str, FormatRule); 14] = [
            ("", FormatRule::Empty),
            (" \n", FormatRule::Empty),
            ("{", FormatRule::Truncated),
            ("{\"a\":\"b", FormatRule::Truncated),
            ("{\"a\":1,}", FormatRule::Syntax),
            ("{\"a\":1} x", FormatRule::Syntax),
            ("{'a':1}", FormatRule::Syntax),
            ("{\"a\":1 // finding\n}", FormatRule::Syntax),
            ("{\"a\":1,\"a\":1}", FormatRule::DuplicateKey),
            ("{\"a\":1,\"\\u0061\":1}", FormatRule::DuplicateKey),
            ("{\"b\":{\"a\":1,\"a\":1}}", FormatRule::DuplicateKey),
            ("\"\\ud800\"", FormatRule::Syntax),
            ("1e999", FormatRule::Syntax),
            ("\"\n\"", FormatRule::Syntax),
        ];
        for (text, expected) in cases {
            assert_eq!(fault(text.as_bytes()), Some(expected), "{text}");
        }
        let error = Value::parse(b"{\n\"\xff\"}").unwrap_err();
        assert_eq!(error.to_string(), "line 2 column 2: not in UTF-8");
        assert_eq!(fault(b"\xef\xbb\xbf{}"), None);
    }

    #[test]
    fn numbers_that_a_reader_rounds_are_equal_to_nothing() {
        let parse = |text: &str| Value::parse(text.as_bytes()).unwrap();
        for number in ["0", "-9223372036854775808", "18446744073709551615"] {
            assert_eq!(parse(number), parse(number));
        }
        for (one, other) in [
            ("100000000000000000001", "100000000000000000999"),
            ("0.1", "0.10000000000000000001"),
            ("0.5", "0.5"),
            ("1", "1.0"),
            ("1", "\"1\""),
            ("null", "false"),
        ] {
            assert_ne!(parse(one), parse(other), "{one} {other}");
        }
    }

    #[test]
    fn nothing_is_shown() {
        let value = Value::parse(br#"{"a":"secret","b":["secret"]}"#).unwrap();
        assert_eq!(format!("{value:?}"), "object");
        let object = format!("{:?}", value.as_object().unwrap());
        assert!(!object.contains("secret"), "{object}");
    }
}
