//! The short way for documents that are DER already, as most are: says yes or leaves it to the
//! pass.

use super::Limits;
use super::walk::{Role, is_string};
use crate::der::{Header, Length};

/// Where the one element at the start of `source` ends, if it is DER outside of what stays as it
/// came and within the limits. `None` says nothing: the pass will tell what is wrong, or mend it.
pub(super) fn der_end(source: &[u8], limits: Limits) -> Option<usize> {
    let mut check = Check {
        source,
        left: limits.elements.checked_sub(1)?,
    };
    let (content, end) = header(source, 0, source.len())?;
    check.children(content, end, Role::ContentInfo, limits.depth)?;
    Some(end)
}

struct Check<'a> {
    source: &'a [u8],
    /// Elements still allowed.
    left: usize,
}

impl Check<'_> {
    /// The children of an element of this role, whose content is `at..end`.
    fn children(&mut self, mut at: usize, end: usize, role: Role, depth: usize) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        let mut index = 0;
        while at < end {
            self.left = self.left.checked_sub(1)?;
            let identifier = self.source[at];
            if identifier == 0 {
                return None;
            }
            if role == Role::Verbatim {
                // Any definite length will do: these octets are not touched.
                let header = Header::read(&self.source[..end], at).ok()?;
                let Length::Definite(length) = header.length else {
                    return None;
                };
                at = header
                    .content
                    .checked_add(length)
                    .filter(|next| *next <= end)?;
                continue;
            }
            let (content, next) = header(self.source, at, end)?;
            if identifier & 0x20 != 0 {
                let role = if role == Role::Other {
                    role
                } else {
                    role.of_child(index, identifier)
                };
                if is_string(identifier) || role == Role::KeyIdentifier {
                    return None;
                }
                self.children(content, next, role, depth)?;
            }
            at = next;
            index += 1;
        }
        Some(())
    }
}

/// Where the content of an element begins and ends, if its length is in the shortest form.
#[inline]
fn header(source: &[u8], at: usize, limit: usize) -> Option<(usize, usize)> {
    match *source.get(at..limit)? {
        [identifier, length @ 0..=0x7f, ref rest @ ..] if identifier & 0x1f != 0x1f => {
            let length = usize::from(length);
            (length <= rest.len()).then_some((at + 2, at + 2 + length))
        }
        _ => long_header(source, at, limit),
    }
}

fn long_header(source: &[u8], at: usize, limit: usize) -> Option<(usize, usize)> {
    let header = Header::read(&source[..limit], at)
        .ok()
        .filter(|header| header.minimal)?;
    let Length::Definite(length) = header.length else {
        return None;
    };
    let end = header
        .content
        .checked_add(length)
        .filter(|end| *end <= limit)?;
    Some((header.content, end))
}
