//! The one pass over BER: bounds, nesting, end-of-contents, and what becomes of each element.

use super::check::{Ends, plain};
use super::{DEPTH, Limits, tag};
use crate::encoding::der::{Header, Length, length_octets};
use crate::encoding::error::{Error, ErrorKind};
use alloc::vec::Vec;
use core::ops::Range;

/// What becomes of an element in DER.
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
    /// Stays as it came: a certificate or CRL, or what is DER already.
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
    /// What becomes of it.
    pub(super) kind: Kind,
    /// Whether it is the signed attributes of a signer, and they are not DER.
    pub(super) is_reencoded_attributes: bool,
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
    /// The same, inside of something that is not DER. It is not looked at twice: the pass is linear.
    Mixed,
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
            (Self::Mixed, ..) => Self::Mixed,
            _ => Self::Other,
        }
    }
}

/// All elements of the one at the start of `source`, in the order in which they stand, with their
/// lengths in DER; and where it ends.
pub(super) fn walk(source: &[u8], limits: Limits) -> Result<(Vec<Node>, usize), Error> {
    let mut walk = Walk {
        source,
        limits,
        nodes: Vec::with_capacity(64),
        count: 0,
        ends: [0; DEPTH],
        changes: 0,
    };
    let (end, _) = walk.element(0, source.len(), Role::ContentInfo, limits.depth)?;
    Ok((walk.nodes, end))
}

struct Walk<'a> {
    source: &'a [u8],
    limits: Limits,
    /// The elements so far. Of those that are not left yet, lengths are not known.
    nodes: Vec<Node>,
    /// How many there are with those that stay inside of others.
    count: usize,
    ends: Ends,
    /// Deviations from DER so far.
    changes: usize,
}

impl Walk<'_> {
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
            self.nodes.push(node);
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
        // Where the content ends, if the length says it; else at the end-of-contents octets.
        let stated = match header.length {
            Length::Definite(_) => Some(definite_end(header, start, limit)?),
            Length::Indefinite => None,
        };
        let role = match stated.filter(|_| role == Role::Other) {
            None => role,
            Some(end) => {
                let content = &self.source[header.content..end];
                let left = self.limits.elements.saturating_sub(self.count);
                let rest =
                    plain(content, depth - 1, left, &mut self.ends).filter(|_| header.minimal);
                if let Some(rest) = rest {
                    self.count += left - rest;
                    return Ok(self.opaque(start, end));
                }
                Role::Mixed
            }
        };
        // It takes its place before its children, and its lengths behind them.
        let number = self.nodes.len();
        self.nodes.push(node);
        let bound = stated.unwrap_or(limit);
        let mut at = header.content;
        let mut length = 0;
        let mut index = 0;
        let end = loop {
            match stated {
                Some(end) if at >= end => break end,
                None if self.source[..limit].get(at..at + 2) == Some(&[0, 0]) => break at + 2,
                None if at >= limit => return Err(broken(ErrorKind::EndOfContents, start)),
                _ => {}
            }
            let (next, encoded) = self.child(at, bound, role, index, depth)?;
            at = next;
            length += encoded;
            index += 1;
        };
        let node = &mut self.nodes[number];
        node.content.end = at;
        node.length = length;
        node.is_reencoded_attributes = role == Role::SignedAttributes && self.changes > changes;
        Ok((end, encoded(node)))
    }

    /// One child of an element; returns its end and its length in DER.
    fn child(
        &mut self,
        at: usize,
        limit: usize,
        role: Role,
        index: usize,
        depth: usize,
    ) -> Result<(usize, usize), Error> {
        let first = self.source[at];
        if first == 0 {
            return Err(broken(ErrorKind::EndOfContents, at));
        }
        if role == Role::Verbatim {
            let end = skip(self.source, at, limit)?;
            self.count += 1;
            return Ok(self.opaque(at, end));
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
            _ => role.of_child(index, first),
        };
        self.element(at, limit, role, depth - 1)
    }

    /// Something that stays as it came; its end and its length.
    fn opaque(&mut self, start: usize, end: usize) -> (usize, usize) {
        let length = end - start;
        self.nodes.push(Node {
            start,
            identifier: 0,
            content: start..end,
            length,
            kind: Kind::Opaque,
            is_reencoded_attributes: false,
        });
        (end, length)
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
    /// A bit for each of their tag numbers: one look for what is asked of every element.
    const NUMBERS: u32 = 0b0101_1110_0111_1100_0001_0000_0001_1000;
    identifier & 0xe0 == 0x20 && NUMBERS >> (identifier & 0x1f) & 1 == 1
}

fn broken(kind: ErrorKind, offset: usize) -> Error {
    Error::new(kind, offset, "BER")
}
