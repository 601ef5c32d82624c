//! JSON pointers (RFC 6901) that enter texts: where a token is left and a text stands, the text is
//! read as JSON, because providers put JSON into texts of JSON.

use crate::format_error::{FormatError, FormatRule};
use crate::json::Value;
use std::fmt;

/// Texts entered at most on the way to one value.
const MOST_TEXTS: usize = 4;

/// A JSON pointer (RFC 6901) that also enters JSON in texts.
#[derive(Clone, PartialEq, Eq)]
pub struct Pointer {
    text: String,
    tokens: Vec<String>,
}

impl Pointer {
    /// Reads a pointer such as `/data/publicKey`; an error if it is none. The empty text points to
    /// the whole.
    pub fn parse(text: &str) -> Result<Self, FormatError> {
        let malformed = FormatError::new(FormatRule::Form);
        let mut tokens = Vec::new();
        if !text.is_empty() {
            let rest = text.strip_prefix('/').ok_or(malformed.clone())?;
            for token in rest.split('/') {
                // RFC 6901 3: ~ only as ~0 and ~1.
                let mut escapes = token.split('~').skip(1);
                if !escapes.all(|after| after.starts_with(['0', '1'])) {
                    return Err(malformed);
                }
                tokens.push(token.replace("~1", "/").replace("~0", "~"));
            }
        }
        Ok(Self {
            text: text.to_owned(),
            tokens,
        })
    }

    /// The text of the pointer.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The key at the top that it begins with.
    pub(crate) fn first(&self) -> Option<&str> {
        self.tokens.first().map(String::as_str)
    }

    /// The keys and indexes of which it is made.
    pub(crate) fn tokens(&self) -> &[String] {
        &self.tokens
    }

    /// The value there; `None` if there is none.
    pub(crate) fn find(&self, value: &Value) -> Option<Value> {
        self.find_in(value, &read)
    }

    /// The same, with what reads the texts that it enters.
    pub(crate) fn find_in(
        &self,
        value: &Value,
        read: &dyn Fn(&str) -> Option<Value>,
    ) -> Option<Value> {
        find(value, &self.tokens, MOST_TEXTS, read)
    }
}

/// How many tokens there are only: anything may have been given in a pointer's place.
impl fmt::Debug for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pointer({})", self.tokens.len())
    }
}

/// The JSON in a text.
fn read(text: &str) -> Option<Value> {
    Value::parse(text.as_bytes()).ok()
}

fn find(
    value: &Value,
    tokens: &[String],
    texts: usize,
    read: &dyn Fn(&str) -> Option<Value>,
) -> Option<Value> {
    let Some((token, rest)) = tokens.split_first() else {
        return Some(value.clone());
    };
    match value {
        Value::Object(object) => find(object.get(token)?, rest, texts, read),
        Value::Array(items) => {
            let is_index = token.bytes().all(|octet| octet.is_ascii_digit())
                && (token == "0" || !token.starts_with('0'));
            let index: usize = token.parse().ok().filter(|_| is_index)?;
            find(items.get(index)?, rest, texts, read)
        }
        Value::Text(text) if texts > 0 => {
            let inner = read(text)?;
            find(&inner, tokens, texts - 1, read)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found() {
        let value =
            Value::parse(br#"{"a":[1,{"b/c":"x"}],"d":"{\"e\":\"[7]\",\"f~\":null}","g":"text"}"#)
                .unwrap();
        let found = |pointer: &str| Pointer::parse(pointer).unwrap().find(&value);
        for (pointer, text) in [("/a/1/b~1c", "x"), ("/g", "text")] {
            assert_eq!(found(pointer).unwrap().as_text(), Some(text));
        }
        assert_eq!(found("/d/e/0"), found("/d/e/0"));
        assert_eq!(found("/d/e/0"), Some(Value::Number(7.into())));
        assert_eq!(found("/d/f~0"), Some(Value::Null));
        assert_eq!(found("").as_ref(), Some(&value));
        for pointer in [
            "/a/2", "/a/01", "/a/-", "/a/+1", "/x", "/g/0", "/a/0/0", "/",
        ] {
            assert_eq!(found(pointer), None, "{pointer}");
        }
        for pointer in ["a", "/~", "/~2", "/a~"] {
            assert!(Pointer::parse(pointer).is_err(), "{pointer}");
        }
    }
}
