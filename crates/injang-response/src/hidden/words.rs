//! Texts that are written to be read: what comes out of a cipher, and words that look like what goes
//! into one.

/// Whether decrypted octets are a text that a person may have written: in UTF-8, in the
/// EUC-KR of older systems, or in UTF-16.
pub(super) fn is_clear(octets: &[u8]) -> bool {
    let is_written = |char: char| !char.is_control() || matches!(char, '\n' | '\r' | '\t');
    let text = std::str::from_utf8(octets).ok();
    text.is_some_and(|it| !it.is_empty() && it.chars().all(is_written))
        || is_euc_kr(octets)
        || is_utf16(octets, u16::from_le_bytes)
        || is_utf16(octets, u16::from_be_bytes)
}

/// Whether octets are ASCII and at least one syllable of KS X 1001 (rows 16 to 40).
fn is_euc_kr(mut octets: &[u8]) -> bool {
    let mut has_syllable = false;
    loop {
        octets = match octets {
            [] => return has_syllable,
            [b' '..=b'~' | b'\n' | b'\r' | b'\t', rest @ ..] => rest,
            [0xb0..=0xc8, 0xa1..=0xfe, rest @ ..] => {
                has_syllable = true;
                rest
            }
            _ => return false,
        };
    }
}

/// Whether octets are Hangul and ASCII in UTF-16. Of random units one of six is, so that what is too
/// short is none.
fn is_utf16(octets: &[u8], order: fn([u8; 2]) -> u16) -> bool {
    const LEAST: usize = 4;
    let (units, rest) = octets.as_chunks::<2>();
    let units = units.iter().map(|unit| order(*unit));
    let has_mark = units.clone().next() == Some(0xfeff);
    let is_written = |unit: u16| matches!(unit, 0x20..=0x7e | 0x0a | 0x0d | 0x09 | 0xac00..=0xd7a3 | 0x3001..=0x3003 | 0x00b7);
    let count = units.clone().count();
    rest.is_empty() && count >= LEAST && units.skip(usize::from(has_mark)).all(is_written)
}

/// Whether a character is invisible: controls, format characters and the fillers of Hangul, which
/// are letters.
pub(crate) fn is_unseen(char: char) -> bool {
    // Most of what people write.
    if matches!(char, ' '..='~' | '\u{ac00}'..='\u{d7a3}') {
        return false;
    }
    char.is_control()
        || matches!(
            char,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        )
        || matches!(
            char,
            '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        )
        || matches!(
            char,
            '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        )
        || matches!(
            char,
            '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
        )
}

/// Whether a text is of words as programmers put them together: parts of one letter case or of digits,
/// of four characters on the average. Base64 changes from one to the other at every second character.
pub(super) fn is_wordlike(text: &str) -> bool {
    const LEAST_PART: usize = 4;
    #[derive(Clone, Copy, PartialEq, Eq)]
    enum WordKind {
        Upper,
        Lower,
        Digit,
        Other,
    }
    let kind = |char: char| match char {
        'A'..='Z' => WordKind::Upper,
        'a'..='z' => WordKind::Lower,
        '0'..='9' => WordKind::Digit,
        _ => WordKind::Other,
    };
    let kinds: Vec<WordKind> = text.chars().map(kind).collect();
    if !kinds
        .iter()
        .any(|it| matches!(it, WordKind::Upper | WordKind::Lower))
    {
        return true;
    }
    let mut parts = 1;
    for (index, pair) in kinds.windows(2).enumerate() {
        let is_first = index == 0 || kinds[index - 1] != WordKind::Upper;
        // A word may begin with a capital.
        let is_capital = pair == [WordKind::Upper, WordKind::Lower] && is_first;
        let is_between = pair.contains(&WordKind::Other) && pair[1] == WordKind::Other;
        parts += usize::from(pair[0] != pair[1] && !is_capital && !is_between);
    }
    LEAST_PART * parts <= kinds.len()
}

/// Whether a text is an id as programs make them, by its form alone: 32 hex digits, as digests of MD5
/// and UUIDs without hyphens have; those of a UUID in its groups, or in the groups of the guide's own
/// ids, whose first has two digits more; or a ULID, 26 symbols of Crockford's base 32 in one letter
/// case, of which the first is at most 7. Hex digits in any other number or grouping may write a
/// ciphertext.
pub(super) fn is_id(text: &str) -> bool {
    const FORMS: [&[usize]; 3] = [&[32], &[8, 4, 4, 4, 12], &[10, 4, 4, 4, 12]];
    const ULID: usize = 26;
    let is_hex = |part: &str| part.bytes().all(|it| it.is_ascii_hexdigit());
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    let is_grouped = FORMS.contains(&lengths.as_slice()) && text.split('-').all(is_hex);
    let is_one_case = !text.bytes().any(|it| it.is_ascii_lowercase())
        || !text.bytes().any(|it| it.is_ascii_uppercase());
    let is_symbol =
        |octet: u8| octet.is_ascii_alphanumeric() && !b"ILOU".contains(&octet.to_ascii_uppercase());
    let is_ulid = text.len() == ULID
        && text.starts_with(|first: char| ('0'..='7').contains(&first))
        && is_one_case
        && text.bytes().all(is_symbol);
    is_grouped || is_ulid
}

/// Whether a text is a UUID (RFC 9562 4), as ids of transactions are.
pub(super) fn is_uuid(text: &str) -> bool {
    let is_hex = |part: &str| part.bytes().all(|octet| octet.is_ascii_hexdigit());
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && text.split('-').all(is_hex)
}
