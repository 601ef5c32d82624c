//! PEM (RFC 7468): one block, of which the content counts and not the label.

use super::base64_hex::base64;
use super::{is_raw, labelled};
use crate::encoding::error::{Error, ErrorKind, OtherFormat};
use crate::encoding::structure;
use alloc::vec::Vec;

/// The labels of what a signed document is (RFC 7468 8 and 9, and OpenSSL's other one).
const LABELS: [&[u8]; 3] = [b"PKCS7", b"CMS", b"PKCS #7 SIGNED DATA"];
pub(super) const BEGIN: &[u8] = b"-----BEGIN ";
pub(super) const END: &[u8] = b"-----END ";
pub(super) const DASHES: &[u8] = b"-----";

/// The octets of the one block in a text, and whether its label names another type; `None` if there
/// is no block. A block begins at the beginning of a line, behind blanks at most.
///
/// 1. The block runs from its label to the next end line, which must have the same label.
/// 2. Another block behind it is refused: which of them is the document would be a guess. So is
///    anything but white space.
/// 3. What is in the block, and is no `ContentInfo`, is named by its content, or else by its label.
pub(crate) fn read(text: &[u8], start: usize) -> Result<Option<(Vec<u8>, bool)>, Error> {
    // One look for a dash spares base64, which has none, the search for a line.
    let begin = text.contains(&b'-').then(|| block(text)).flatten();
    let Some(begin) = begin else {
        return Ok(None);
    };
    let at = start + begin;
    let unended = Error::new(ErrorKind::PemEnd, at, "PEM");
    let rest = &text[begin + BEGIN.len()..];
    let length = find(rest, DASHES).ok_or(unended)?;
    let label = &rest[..length];
    let is_ours = LABELS.contains(&label);
    // Of a block that can't be read, its label says what it was meant to be.
    let named = |error: Error| {
        if is_ours {
            error
        } else {
            Error::new(ErrorKind::OtherFormat(labelled(label)), at, "PEM")
        }
    };
    let body_start = begin + BEGIN.len() + length + DASHES.len();
    let body = &text[body_start..];
    let end = find(body, END).ok_or_else(|| named(unended))?;
    let behind = body[end + END.len()..]
        .strip_prefix(label)
        .and_then(|rest| rest.strip_prefix(DASHES))
        .ok_or_else(|| {
            named(Error::new(
                ErrorKind::PemEnd,
                start + body_start + end,
                "PEM",
            ))
        })?;
    let (octets, _) = base64(&body[..end], start + body_start).map_err(|error| {
        let header = header(&body[..end]).map(|at| {
            let what = ErrorKind::OtherFormat(OtherFormat::PemHeaders);
            Error::new(what, start + body_start + at, "PEM")
        });
        named(header.unwrap_or(error))
    })?;
    let is_document = structure::is_content_info(&octets);
    let behind_start = start + text.len() - behind.len();
    if let Some(next) = block(behind) {
        let several = Error::new(ErrorKind::PemSeveral, behind_start + next, "PEM");
        // Several without a document are what the first one is: a chain of certificates.
        let has_document = is_document || has_ours(&behind[next..]);
        return Err(if has_document {
            several
        } else {
            named(several)
        });
    }
    if !is_document && !is_ours {
        let what = structure::of_der(&octets).unwrap_or(labelled(label));
        return Err(Error::new(ErrorKind::OtherFormat(what), at, "PEM"));
    }
    if let Some(extra) = behind.iter().position(|octet| !octet.is_ascii_whitespace()) {
        let offset = behind_start + extra;
        return Err(Error::new(ErrorKind::TrailingData, offset, "PEM"));
    }
    Ok(Some((octets, !is_ours)))
}

/// Whether the first block of a text is whole, whatever its label is: it has its end line, and base64
/// of a SEQUENCE.
pub(crate) fn has_whole_block(text: &[u8]) -> bool {
    let body = || {
        let rest = &text[block(text)? + BEGIN.len()..];
        let length = find(rest, DASHES)?;
        let (label, body) = (&rest[..length], &rest[length + DASHES.len()..]);
        let end = find(body, END)?;
        let is_same = body[end + END.len()..].starts_with(label);
        let (octets, _) = base64(&body[..end], 0).ok()?;
        Some(is_same && is_raw(&octets))
    };
    body().unwrap_or_default()
}

/// Where the first line of a block's body begins, if it is a header (RFC 1421 4.6): RFC 7468 has none.
fn header(body: &[u8]) -> Option<usize> {
    let start = body.iter().position(|octet| !octet.is_ascii_whitespace())?;
    let line = body[start..].split(|octet| matches!(octet, b'\n' | b'\r'));
    line.into_iter().next()?.contains(&b':').then_some(start)
}

/// Where the first block begins. A line that begins like one and has no closing dashes is text before
/// it, unless there is no block at all.
fn block(text: &[u8]) -> Option<usize> {
    let mut from = 0;
    let mut unclosed = None;
    while let Some(found) = find(&text[from..], BEGIN) {
        let at = from + found;
        from = at + BEGIN.len();
        let before = text[..at]
            .iter()
            .rev()
            .find(|octet| !matches!(octet, b' ' | b'\t'));
        if !matches!(before, None | Some(b'\n' | b'\r')) {
            continue;
        }
        let line = text[from..].split(|octet| matches!(octet, b'\n' | b'\r'));
        if line
            .into_iter()
            .next()
            .is_some_and(|line| find(line, DASHES).is_some())
        {
            return Some(at);
        }
        unclosed.get_or_insert(at);
    }
    unclosed
}

/// Whether a block of a signed document's label is there.
fn has_ours(text: &[u8]) -> bool {
    let mut rest = text;
    while let Some(begin) = block(rest) {
        rest = &rest[begin + BEGIN.len()..];
        let is_ours = |label: &&[u8]| {
            let behind = rest.strip_prefix(*label);
            behind.is_some_and(|behind| behind.starts_with(DASHES))
        };
        if LABELS.iter().any(is_ours) {
            return true;
        }
    }
    false
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack
        .windows(needle.len())
        .position(|window| window == needle)
}
