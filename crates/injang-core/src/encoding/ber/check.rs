//! The short way for documents that are DER already, as most are: says yes or leaves it to the
//! pass.

use super::walk::{Role, is_string};
use super::{DEPTH, Limits};
use crate::encoding::der::{Header, Length};

/// Where the one element at the start of `source` ends, if it is DER outside of what stays as it
/// came and within the limits. `None` says nothing: the pass will tell what is wrong, or mend it.
pub(super) fn der_end(source: &[u8], limits: Limits) -> Option<usize> {
    let mut check = Check {
        left: limits.elements.checked_sub(1)?,
        ends: [0; DEPTH],
    };
    let (content, rest) = split(source)?;
    check.children(content, Role::ContentInfo, limits.depth)?;
    Some(source.len() - rest.len())
}

struct Check {
    /// Elements still allowed.
    left: usize,
    ends: Ends,
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
                let role = role.of_child(index, identifier);
                if is_string(identifier) || role == Role::KeyIdentifier {
                    return None;
                }
                // What is in signed attributes is nothing to the pass but in their order.
                if matches!(role, Role::Other | Role::SignedAttributes) {
                    let depth = depth.checked_sub(1)?;
                    self.left = plain(content, depth, self.left, &mut self.ends)?;
                } else {
                    self.children(content, role, depth)?;
                }
            }
            octets = rest;
            index += 1;
        }
        Some(())
    }
}

/// Where elements end that are entered: the octets behind each, up to the end of all.
pub(super) type Ends = [usize; DEPTH];

/// Whether these octets are elements in DER to the innermost, none of which is anything to the pass:
/// how many elements are still allowed then, of so many. There may be so many levels below.
///
/// Nearly all elements of a document are such, so this is a loop and no recursion.
pub(super) fn plain(
    octets: &[u8],
    depth: usize,
    mut left: usize,
    ends: &mut Ends,
) -> Option<usize> {
    let mut level = 0;
    let mut end = 0;
    let mut rest = octets;
    loop {
        while rest.len() == end {
            if level == 0 {
                return Some(left);
            }
            level -= 1;
            end = ends[level];
        }
        left = left.checked_sub(1)?;
        let identifier = *rest.first()?;
        let (content, behind) = match *rest {
            [identifier, length @ 0..=0x7f, ref content @ ..] if identifier & 0x1f != 0x1f => {
                (content, content.len().checked_sub(usize::from(length))?)
            }
            _ => {
                let (content, behind) = split(rest)?;
                (
                    &rest[rest.len() - behind.len() - content.len()..],
                    behind.len(),
                )
            }
        };
        if identifier == 0 || behind < end {
            return None;
        }
        if identifier & 0x20 == 0 {
            rest = &content[content.len() - behind..];
            continue;
        }
        if is_string(identifier) || level == depth {
            return None;
        }
        *ends.get_mut(level)? = end;
        level += 1;
        end = behind;
        rest = content;
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
