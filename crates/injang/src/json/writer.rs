//! JSON, written as a stream: each member goes to the text as soon as it is added.
//!
//! The form is fixed, because the same inputs give the same octets: members in the order in which they
//! are added, one on a line, two spaces for each level, and nothing between the brackets of what is
//! empty.

use std::fmt::{self, Display, Write};

/// The text of one object, with a newline at the end.
pub(super) fn document(write: impl FnOnce(&mut Object<'_>)) -> String {
    // A report on one signer is some 8 kB.
    let mut text = String::with_capacity(12 << 10);
    let place = Place {
        text: &mut text,
        depth: 0,
    };
    place.object(write);
    text.push('\n');
    text
}

/// Where one value has to be written: exactly one, so that a place is used up by it.
#[must_use = "the text is no JSON without a value in this place"]
pub(super) struct Place<'w> {
    text: &'w mut String,
    /// How many objects and lists are open around it.
    depth: usize,
}

impl Place<'_> {
    pub(super) fn scalar(self, value: impl Scalar) {
        value.write(self.text);
    }

    pub(super) fn null(self) {
        self.text.push_str("null");
    }

    pub(super) fn object(self, write: impl FnOnce(&mut Object<'_>)) {
        self.text.push('{');
        let mut object = Object {
            text: self.text,
            depth: self.depth + 1,
            is_empty: true,
        };
        write(&mut object);
        if !object.is_empty {
            new_line(self.text, self.depth);
        }
        self.text.push('}');
    }

    /// An object, or null.
    pub(super) fn optional<T>(self, value: Option<T>, write: impl FnOnce(T, &mut Object<'_>)) {
        match value {
            Some(value) => self.object(|members| write(value, members)),
            None => self.null(),
        }
    }

    pub(super) fn list<T>(
        self,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(T, Place<'_>),
    ) {
        self.text.push('[');
        let mut is_empty = true;
        for item in items {
            if !is_empty {
                self.text.push(',');
            }
            is_empty = false;
            new_line(self.text, self.depth + 1);
            let place = Place {
                text: self.text,
                depth: self.depth + 1,
            };
            write(item, place);
        }
        if !is_empty {
            new_line(self.text, self.depth);
        }
        self.text.push(']');
    }

    /// A list of objects.
    pub(super) fn objects<T>(
        self,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(T, &mut Object<'_>),
    ) {
        self.list(items, |item, place| {
            place.object(|members| write(item, members));
        });
    }

    /// A list of scalars.
    pub(super) fn scalars<T: Scalar>(self, items: impl IntoIterator<Item = T>) {
        self.list(items, |item, place| place.scalar(item));
    }
}

/// An object that is open.
pub(super) struct Object<'w> {
    text: &'w mut String,
    /// How many objects and lists are open, this one among them.
    depth: usize,
    is_empty: bool,
}

impl Object<'_> {
    /// The place of a member's value. Nothing holds a key that was added before.
    pub(super) fn member(&mut self, key: &str) -> Place<'_> {
        if !self.is_empty {
            self.text.push(',');
        }
        self.is_empty = false;
        new_line(self.text, self.depth);
        string(self.text, key);
        self.text.push_str(": ");
        Place {
            text: self.text,
            depth: self.depth,
        }
    }

    /// A member with a scalar.
    pub(super) fn add(&mut self, key: &str, value: impl Scalar) {
        self.member(key).scalar(value);
    }
}

/// A string, number, boolean or null.
pub(super) trait Scalar {
    fn write(&self, text: &mut String);
}

impl<T: Scalar> Scalar for Option<T> {
    fn write(&self, text: &mut String) {
        match self {
            Some(value) => value.write(text),
            None => text.push_str("null"),
        }
    }
}

impl<T: Scalar + ?Sized> Scalar for &T {
    fn write(&self, text: &mut String) {
        (*self).write(text);
    }
}

impl Scalar for str {
    fn write(&self, text: &mut String) {
        string(text, self);
    }
}

impl Scalar for String {
    fn write(&self, text: &mut String) {
        string(text, self);
    }
}

impl Scalar for bool {
    fn write(&self, text: &mut String) {
        text.push_str(if *self { "true" } else { "false" });
    }
}

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl Scalar for $number {
            fn write(&self, text: &mut String) {
                // Writing to a String can't fail.
                let _ = write!(text, "{self}");
            }
        }
    )*};
}

numbers!(u8 u32 u64 usize);

/// A string of whatever can be shown, without a text of its own in between.
pub(super) struct Shown<T>(pub(super) T);

impl<T: Display> Scalar for Shown<T> {
    fn write(&self, text: &mut String) {
        struct JsonEscaper<'t>(&'t mut String);
        impl Write for JsonEscaper<'_> {
            fn write_str(&mut self, part: &str) -> fmt::Result {
                escape(self.0, part);
                Ok(())
            }
        }
        text.push('"');
        let _ = write!(JsonEscaper(text), "{}", self.0);
        text.push('"');
    }
}

/// A string of octets in lower-case hex.
pub(super) struct Hex<T>(pub(super) T);

impl<T: AsRef<[u8]>> Scalar for Hex<T> {
    fn write(&self, text: &mut String) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        text.push('"');
        for octet in self.0.as_ref() {
            text.push(char::from(DIGITS[usize::from(octet >> 4)]));
            text.push(char::from(DIGITS[usize::from(octet & 0xf)]));
        }
        text.push('"');
    }
}

fn new_line(text: &mut String, depth: usize) {
    const SPACES: &str = "                                ";
    text.push('\n');
    let mut rest = 2 * depth;
    while rest > 0 {
        let count = rest.min(SPACES.len());
        text.push_str(&SPACES[..count]);
        rest -= count;
    }
}

fn string(text: &mut String, value: &str) {
    text.push('"');
    escape(text, value);
    text.push('"');
}

/// A part of a string: what JSON does not allow in one is escaped (RFC 8259 7), and nothing else.
fn escape(text: &mut String, part: &str) {
    let mut start = 0;
    for (at, octet) in part.bytes().enumerate() {
        if octet >= b' ' && octet != b'"' && octet != b'\\' {
            continue;
        }
        // Octets that are escaped are ASCII, so that both ends are between characters.
        text.push_str(&part[start..at]);
        start = at + 1;
        match octet {
            b'"' => text.push_str("\\\""),
            b'\\' => text.push_str("\\\\"),
            b'\n' => text.push_str("\\n"),
            b'\r' => text.push_str("\\r"),
            b'\t' => text.push_str("\\t"),
            0x08 => text.push_str("\\b"),
            0x0c => text.push_str("\\f"),
            _ => {
                let _ = write!(text, "\\u{octet:04x}");
            }
        }
    }
    text.push_str(&part[start..]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    /// The same as `serde_json` writes, of every kind of value at every depth.
    #[test]
    fn pretty_form() {
        let text = document(|members| {
            members.add("text", "a");
            members.add("none", None::<u32>);
            members.add("yes", true);
            members.add("number", u64::MAX);
            members.add("shown", Shown(format_args!("{}-{}", 1, '"')));
            members.add("hex", Hex([0x00, 0x9f, 0xff]));
            members.member("empty").object(|_| {});
            members.member("nobody").scalars::<u8>([]);
            members.member("list").list([1_u32, 2], |it, place| {
                place.list([it], |it, place| place.object(|inner| inner.add("it", it)));
            });
            members.member("null").optional(None::<u8>, |_, _| {});
        });
        let value = json!({
            "text": "a", "none": null, "yes": true, "number": u64::MAX, "shown": "1-\"",
            "hex": "009fff", "empty": {}, "nobody": [], "list": [[{"it": 1}], [{"it": 2}]],
            "null": null,
        });
        assert_eq!(text, format!("{value:#}\n"));
        assert_eq!(document(|_| {}), format!("{:#}\n", json!({})));
    }

    #[test]
    fn deep() {
        fn nest(members: &mut Object<'_>, depth: usize) {
            members.add("depth", depth);
            if depth > 0 {
                members.member("in").object(|inner| nest(inner, depth - 1));
            }
        }
        let text = document(|members| nest(members, 40));
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(text, format!("{value:#}\n"));
    }

    /// Every character below U+0800, alone and between others.
    #[test]
    fn escapes() {
        for char in (0..0x800).filter_map(char::from_u32) {
            for value in [format!("{char}"), format!("인{char}{char}b")] {
                let expected = serde_json::to_string(&value).unwrap();
                let mut text = String::new();
                value.write(&mut text);
                assert_eq!(text, expected);
                let mut text = String::new();
                Shown(&value).write(&mut text);
                assert_eq!(text, expected);
            }
        }
    }
}
