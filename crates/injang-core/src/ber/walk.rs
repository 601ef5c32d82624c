//! The one pass over BER: bounds, nesting, end-of-contents, and how each element is written in DER.

use super::{Limits, tag};
use crate::der::{Header, Length, length_octets};
use crate::error::{Error, ErrorKind};
use core::ops::Range;

/// How an element is written in DER.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Keeps its header and has children.
    Constructed,
    /// Keeps its header and its content octets.
    Primitive,
    /// A constructed string: its header turns primitive, its content are the segments' contents.
    Joined,
    /// A segment of a constructed string: only its content octets stay.
    Segment,
    /// A constructed segment of a constructed string: nothing of itself stays.
    Transparent,
    /// A certificate or CRL: stays as it came.
    Opaque,
}

/// An element of the source.
#[derive(Clone)]
pub(super) struct Node {
    /// Where its identifier octets begin in the source.
    pub(super) start: usize,
    /// How many identifier octets there are.
    pub(super) identifier: usize,
    /// Where its content stands in the source (for [`Kind::Opaque`], the whole element).
    pub(super) content: Range<usize>,
    /// The length of its content in DER.
    pub(super) length: usize,
    /// How it is written in DER.
    pub(super) kind: Kind,
    /// Whether it is the signed attributes of a signer, and they are not DER.
    pub(super) is_reencoded_attributes: bool,
}

/// When a node is reported.
#[derive(Clone, Copy)]
pub(super) enum Report {
    /// At its place in the order; lengths are known only if it has no children.
    Opens,
    /// The node with this number, complete.
    Closes(usize),
}

/// What an element is to the pass, so far as it matters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    ContentInfo,
    Content,
    SignedData,
    Verbatim,
    SignerInfos,
    SignerInfo,
    SignedAttributes,
    /// `[0] IMPLICIT SubjectKeyIdentifier` in its constructed form.
    KeyIdentifier,
    String(u8),
    Other,
}

impl Role {
    /// The role of a child, by its place and its identifier octet.
    pub(super) fn of_child(self, index: usize, identifier: u8) -> Self {
        const A0: u8 = tag::context(0);
        const A1: u8 = tag::context(1);
        match (self, index, identifier) {
            (Self::ContentInfo, 1, A0) => Self::Content,
            (Self::Content, 0, tag::SEQUENCE) => Self::SignedData,
            (Self::SignedData, 3.., A0 | A1) => Self::Verbatim,
            (Self::SignedData, 3.., tag::SET) => Self::SignerInfos,
            (Self::SignerInfos, _, tag::SEQUENCE) => Self::SignerInfo,
            (Self::SignerInfo, 1, A0) => Self::KeyIdentifier,
            (Self::SignerInfo, 3.., A0) => Self::SignedAttributes,
            _ => Self::Other,
        }
    }
}

/// Walks the one element at the start of `source`, telling `sink` of every element.
///
/// Returns where the element ends. The sink is called once for every element in order, and again for
/// those with children.
pub(super) fn walk(
    source: &[u8],
    limits: Limits,
    sink: impl FnMut(Node, Report),
) -> Result<usize, Error> {
    let mut walk = Walk {
        source,
        limits,
        sink,
        count: 0,
        changes: 0,
    };
    let (end, _) = walk.element(0, source.len(), Role::ContentInfo, limits.depth)?;
    Ok(end)
}

struct Walk<'a, F> {
    source: &'a [u8],
    limits: Limits,
    sink: F,
    /// Elements so far.
    count: usize,
    /// Deviations from DER so far.
    changes: usize,
}

impl<F: FnMut(Node, Report)> Walk<'_, F> {
    /// One element that must end by `limit`; returns its end and its length in DER, header
    /// included. Recursion is bounded by `depth`, which counts the levels still allowed.
    fn element(
        &mut self,
        start: usize,
        limit: usize,
        role: Role,
        depth: usize,
    ) -> Result<(usize, usize), Error> {
        if self.count >= self.limits.elements {
            return Err(broken(ErrorKind::Elements, start));
        }
        let number = self.count;
        self.count += 1;
        let changes = self.changes;
        let header = Header::read(&self.source[..limit], start)?;
        if !header.minimal {
            self.changes += 1;
        }
        let mut node = Node {
            start,
            identifier: header.identifier,
            content: header.content..header.content,
            length: 0,
            kind: Kind::Constructed,
            is_reencoded_attributes: false,
        };
        let first = self.source[start];
        let constructed = first & 0x20 != 0;
        let segment = matches!(role, Role::String(_));
        if !constructed {
            let end = definite_end(header, start, limit)?;
            node.content.end = end;
            node.length = end - header.content;
            node.kind = if segment {
                Kind::Segment
            } else {
                Kind::Primitive
            };
            let encoded = encoded(&node);
            (self.sink)(node, Report::Opens);
            return Ok((end, encoded));
        }
        if depth == 0 {
            return Err(broken(ErrorKind::Depth, start));
        }
        let role = match role {
            Role::String(_) => {
                node.kind = Kind::Transparent;
                self.changes += 1;
                role
            }
            Role::KeyIdentifier => {
                node.kind = Kind::Joined;
                self.changes += 1;
                Role::String(tag::OCTET_STRING)
            }
            _ if is_string(first) => {
                node.kind = Kind::Joined;
                self.changes += 1;
                Role::String(first & 0x1f)
            }
            role => role,
        };
        (self.sink)(node.clone(), Report::Opens);
        // Where the content ends, if the length says it; else at the end-of-contents octets.
        let stated = match header.length {
            Length::Definite(_) => Some(definite_end(header, start, limit)?),
            Length::Indefinite => None,
        };
        let bound = stated.unwrap_or(limit);
        let mut at = header.content;
        let mut index = 0;
        let end = loop {
            match stated {
                Some(end) if at >= end => break end,
                None if self.source[..limit].get(at..at + 2) == Some(&[0, 0]) => break at + 2,
                None if at >= limit => return Err(broken(ErrorKind::EndOfContents, start)),
                _ => {}
            }
            at = self.child(at, bound, &mut node, role, index, depth)?;
            index += 1;
        };
        node.content.end = at;
        node.is_reencoded_attributes = role == Role::SignedAttributes && self.changes > changes;
        let encoded = encoded(&node);
        (self.sink)(node, Report::Closes(number));
        Ok((end, encoded))
    }

    /// One child of an element, whose length it adds to; returns the child's end.
    fn child(
        &mut self,
        at: usize,
        limit: usize,
        parent: &mut Node,
        role: Role,
        index: usize,
        depth: usize,
    ) -> Result<usize, Error> {
        let first = self.source[at];
        if first == 0 {
            return Err(broken(ErrorKind::EndOfContents, at));
        }
        if role == Role::Verbatim {
            let end = skip(self.source, at, limit)?;
            self.count += 1;
            parent.length += end - at;
            let node = Node {
                start: at,
                identifier: 0,
                content: at..end,
                length: end - at,
                kind: Kind::Opaque,
                is_reencoded_attributes: false,
            };
            (self.sink)(node, Report::Opens);
            return Ok(end);
        }
        let role = match role {
            Role::String(string) => {
                // X.690 8.7.3 and 8.23: the segments of octet and character strings are OCTET
                // STRINGs. Those of BIT STRINGs are not read.
                if first & !0x20 != tag::OCTET_STRING || string == tag::BIT_STRING {
                    return Err(broken(ErrorKind::StringSegment, at));
                }
                role
            }
            Role::Other => role,
            _ => role.of_child(index, first),
        };
        let (end, encoded) = self.element(at, limit, role, depth - 1)?;
        parent.length += encoded;
        Ok(end)
    }
}

/// Where one BER element at `start` ends, without looking at more than it takes to find out.
pub(crate) fn skip(source: &[u8], start: usize, limit: usize) -> Result<usize, Error> {
    let mut at = start;
    let mut open = 0usize;
    loop {
        if open > 0 && source[..limit].get(at..at + 2) == Some(&[0, 0]) {
            at += 2;
            open -= 1;
        } else if at >= limit {
            return Err(broken(ErrorKind::EndOfContents, start));
        } else {
            let header = Header::read(&source[..limit], at)?;
            if header.length == Length::Indefinite && source[at] & 0x20 != 0 {
                open += 1;
                at = header.content;
            } else {
                at = definite_end(header, at, limit)?;
            }
        }
        if open == 0 {
            return Ok(at);
        }
    }
}

fn definite_end(header: Header, start: usize, limit: usize) -> Result<usize, Error> {
    match header.length {
        Length::Indefinite => Err(broken(ErrorKind::LengthIndefinite, start)),
        Length::Definite(length) => header
            .content
            .checked_add(length)
            .filter(|end| *end <= limit)
            .ok_or(broken(ErrorKind::Truncated, start)),
    }
}

/// The octets that an element takes in DER, its header included if it keeps one.
pub(super) fn encoded(node: &Node) -> usize {
    match node.kind {
        Kind::Constructed | Kind::Primitive | Kind::Joined => {
            node.identifier + length_octets(node.length) + node.length
        }
        Kind::Opaque | Kind::Segment | Kind::Transparent => node.length,
    }
}

/// Whether this identifier octet is that of a constructed string type of X.680.
pub(super) fn is_string(identifier: u8) -> bool {
    matches!(identifier, 0x23 | 0x24 | 0x2c | 0x32..=0x36 | 0x39..=0x3c | 0x3e)
}

fn broken(kind: ErrorKind, offset: usize) -> Error {
    Error::new(kind, offset, "BER")
}
