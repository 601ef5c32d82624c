//! Names as RFC 4514 writes them.

use super::{AttributeTypeAndValue, Name};
use crate::encoding::oid::Oid;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};

/// RFC 4514 2.3's short names, and the two that Korean providers use beside them.
fn short_name(oid: Oid<'_>) -> Option<&'static str> {
    Some(match *oid.content() {
        [0x55, 0x04, 0x03] => "CN",
        [0x55, 0x04, 0x05] => "serialNumber",
        [0x55, 0x04, 0x06] => "C",
        [0x55, 0x04, 0x07] => "L",
        [0x55, 0x04, 0x08] => "ST",
        [0x55, 0x04, 0x09] => "STREET",
        [0x55, 0x04, 0x0a] => "O",
        [0x55, 0x04, 0x0b] => "OU",
        [0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 0x01, 0x01] => "UID",
        [0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 0x01, 0x19] => "DC",
        _ => return None,
    })
}

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sets: Vec<_> = self.sets().collect();
        for (index, set) in sets.iter().rev().enumerate() {
            if index > 0 {
                f.write_char(',')?;
            }
            for (index, attribute) in set.iter().enumerate() {
                if index > 0 {
                    f.write_char('+')?;
                }
                display_attribute(attribute, f)?;
            }
        }
        Ok(())
    }
}

fn display_attribute(
    attribute: &AttributeTypeAndValue<'_>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    match (short_name(attribute.oid), attribute.text()) {
        (Some(name), Some(text)) => {
            write!(f, "{name}=")?;
            escape(&text, f)
        }
        (None, Some(text)) => {
            write!(f, "{}=", attribute.oid)?;
            escape(&text, f)
        }
        (_, None) => {
            write!(f, "{}=#", attribute.oid)?;
            attribute
                .value
                .octets()
                .iter()
                .try_for_each(|octet| write!(f, "{octet:02x}"))
        }
    }
}

/// RFC 4514 2.4. Control characters and those that turn the direction of writing are written as
/// hex pairs, so that a name can't rearrange the line that it is shown in.
fn escape(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let last = text.chars().count().saturating_sub(1);
    for (index, char) in text.chars().enumerate() {
        let at_end = index == 0 || index == last;
        match char {
            '"' | '+' | ',' | ';' | '<' | '>' | '\\' => write!(f, "\\{char}")?,
            '#' if index == 0 => write!(f, "\\#")?,
            ' ' if at_end => write!(f, "\\ ")?,
            _ if crate::encoding::text::is_deceptive(char) => {
                let mut utf8 = [0; 4];
                for octet in char.encode_utf8(&mut utf8).bytes() {
                    write!(f, "\\{octet:02x}")?;
                }
            }
            _ => f.write_char(char)?,
        }
    }
    Ok(())
}
