//! Content, shown so that it can't pass for anything else.

use super::page::{FAINT, Page};
use crate::escape;
use crate::fingerprint::{hex, sha256};

/// Characters shown of a text: a screen or two.
const CHARACTERS: usize = 2_000;
/// Octets shown of what is no text.
const OCTETS: usize = 64;

/// Size, fingerprint and beginning of a content.
pub(super) fn show(page: &mut Page, octets: &[u8]) {
    show_head(
        page,
        octets,
        octets.len() as u64,
        Some(&sha256(octets).to_string()),
    );
}

/// The same of a content of which only the beginning was kept.
pub(super) fn show_head(page: &mut Page, head: &[u8], size: u64, sha256: Option<&str>) {
    let lang = page.lang;
    page.fact(
        1,
        "size",
        "크기",
        format_args!("{size} {}", lang.pick("octets", "바이트")),
    );
    if let Some(sha256) = sha256 {
        page.fact(1, "sha256", "sha256", format_args!("{sha256}"));
    }
    let shown = match text(head, size) {
        Some("") => 0,
        Some(text) => show_text(page, text),
        None => {
            let shown = &head[..head.len().min(OCTETS)];
            page.fact(
                1,
                "not text; in hex",
                "텍스트가 아님(16진수)",
                format_args!("{}", hex(shown)),
            );
            shown.len()
        }
    };
    let rest = size - shown as u64;
    if rest > 0 {
        let note = match lang.pick("en", "ko") {
            "ko" => format!("나머지 {rest}바이트는 표시하지 않음"),
            _ => format!("{rest} more octets are not shown"),
        };
        page.line(1, format_args!("{FAINT}({note}){FAINT:#}"));
    }
}

/// The text at the beginning of a content, if what was kept of it is text: the last
/// character may be cut off where the content goes on.
fn text(head: &[u8], size: u64) -> Option<&str> {
    match std::str::from_utf8(head) {
        Ok(text) => Some(text),
        Err(error) if error.error_len().is_none() && (head.len() as u64) < size => {
            std::str::from_utf8(&head[..error.valid_up_to()]).ok()
        }
        Err(_) => None,
    }
}

/// The beginning of a text, each line after a bar; returns how many octets of it were shown.
fn show_text(page: &mut Page, text: &str) -> usize {
    let end = text
        .char_indices()
        .nth(CHARACTERS)
        .map_or(text.len(), |(end, _)| end);
    for line in text[..end].split('\n') {
        let mut shown = String::with_capacity(line.len());
        for char in line.chars() {
            if char == '\t' {
                shown.push(char);
            } else {
                escape::push(&mut shown, char);
            }
        }
        page.line(1, format_args!("{FAINT}│{FAINT:#} {shown}"));
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use injang_core::report::Lang;

    fn shown(octets: &[u8]) -> String {
        let mut page = Page::new(Lang::En);
        show(&mut page, octets);
        anstream::adapter::strip_str(&page.finish()).to_string()
    }

    #[test]
    fn deceptive_characters() {
        let text = shown("a\tb\r\nTOTAL-PASSED\u{202e}\u{1b}[2J\u{feff}".as_bytes());
        assert!(text.contains("  │ a\tb\\u{d}\n  │ TOTAL-PASSED\\u{202e}\\u{1b}[2J\\u{feff}\n"));
        assert!(!text.contains("not shown"));
    }

    #[test]
    fn bounds() {
        let text = shown("인".repeat(2_003).as_bytes());
        assert_eq!(text.matches('인').count(), 2_000);
        assert!(text.contains("9 more octets are not shown"));
        assert!(!shown("인".repeat(2_000).as_bytes()).contains("not shown"));
        let hex = shown(&[0xff; 70]);
        assert!(hex.contains(&format!(": {}\n", "ff".repeat(64))));
        assert!(hex.contains("6 more octets are not shown"));
        assert!(shown(b"").contains("size: 0 octets"));
    }
}
