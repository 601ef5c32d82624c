//! The short way for documents that are DER already, as most are: says yes or leaves it to the
//! pass.

use super::Limits;
use super::walk::{Role, is_string};
use crate::encoding::der::{Header, Length};

/// Where the one element at the start of `source` ends, if it is DER outside of what stays as it
/// came and within the limits. `None` says nothing: the pass will tell what is wrong, or mend it.
pub(super) fn der_end(source: &[u8], limits: Limits) -> Option<usize> {
    let mut check = Check {
        left: limits.elements.checked_sub(1)?,
    };
    let (content, rest) = split(source)?;
    check.children(content, Role::ContentInfo, limits.depth)?;
    Some(source.len() - rest.len())
}

struct Check {
    /// Elements still allowed.
    left: usize,
}

impl Check {
    /// The children of an element of this role, whose content octets these are.
    fn children(&mut self, mut octets: &[u8], role: Role, depth: usize) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        let mut index = 0;
        while let [identifier, ..] = *octets {
            self.left = self.left.checked_sub(1)?;
            if identifier == 0 {
                return None;
            }
            if role == Role::Verbatim {
                octets = behind(octets)?;
                continue;
            }
            let (content, rest) = split(octets)?;
            if identifier & 0x20 != 0 {
                let role = if role == Role::Other {
                    role
                } else {
                    role.of_child(index, identifier)
                };
                if is_string(identifier) || role == Role::KeyIdentifier {
                    return None;
                }
                self.children(content, role, depth)?;
            }
            octets = rest;
            index += 1;
        }
        Some(())
    }
}

/// The content of the first element, if its length is in the shortest form, and what follows it.
#[inline]
fn split(octets: &[u8]) -> Option<(&[u8], &[u8])> {
    // Nearly all elements have one identifier octet and up to three length octets.
    let (content, length) = match *octets {
        [first, ..] if first & 0x1f == 0x1f => return split_slowly(octets),
        [_, length @ 0..=0x7f, ref content @ ..]
        | [_, 0x81, length @ 0x80..=0xff, ref content @ ..] => (content, usize::from(length)),
        [_, 0x82, high @ 1..=0xff, low, ref content @ ..] => {
            (content, usize::from(high) << 8 | usize::from(low))
        }
        _ => return split_slowly(octets),
    };
    content.split_at_checked(length)
}

/// The same for every form of header.
#[cold]
fn split_slowly(octets: &[u8]) -> Option<(&[u8], &[u8])> {
    let header = Header::read(octets, 0).ok().filter(|it| it.minimal)?;
    let Length::Definite(length) = header.length else {
        return None;
    };
    octets[header.content..].split_at_checked(length)
}

/// What follows the first element. Any definite length will do: its octets are not touched.
fn behind(octets: &[u8]) -> Option<&[u8]> {
    if let Some((_, rest)) = split(octets) {
        return Some(rest);
    }
    let header = Header::read(octets, 0).ok()?;
    let Length::Definite(length) = header.length else {
        return None;
    };
    octets.get(header.content.checked_add(length)?..)
}
