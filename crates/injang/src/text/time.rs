//! Times for people in Korea: in UTC, as everywhere, with Korean time (UTC+9) beside it.

use injang_core::Time;

/// Seconds by which Korean time is ahead.
const AHEAD: i64 = 9 * 60 * 60;

/// A time in UTC with Korean time in brackets: `2026-03-02T09:00:00Z (2026-03-02 18:00:00 KST)`.
pub(super) fn shown(time: Time) -> String {
    match korean(time) {
        Some(korean) => format!("{time} ({korean})"),
        None => time.to_string(),
    }
}

/// Korean time alone; `None` for the last hours of the year 9999, which Korean time would exceed.
pub(super) fn korean(time: Time) -> Option<String> {
    let ahead = Time::from_unix(time.unix().checked_add(AHEAD)?)?.to_string();
    let (day, clock) = ahead.trim_end_matches('Z').split_once('T')?;
    Some(format!("{day} {clock} KST"))
}

/// A sentence of the core, which has identifiers, numbers and times in it and nothing of a document,
/// with Korean time after each time.
pub(super) fn in_sentence(sentence: &str) -> String {
    let mut output = String::with_capacity(sentence.len());
    let mut rest = sentence;
    // Every time has 19 characters of digits and marks, then the first Z.
    while let Some(end) = rest.find('Z') {
        let (head, tail) = rest.split_at(end + 1);
        output.push_str(head);
        let time = end
            .checked_sub(LENGTH - 1)
            .and_then(|start| head.get(start..));
        let time = time.and_then(|text| Time::parse(text).ok());
        if let Some(korean) = time.and_then(korean) {
            output.push_str(" (");
            output.push_str(&korean);
            output.push(')');
        }
        rest = tail;
    }
    output.push_str(rest);
    output
}

/// Characters of a time in UTC.
const LENGTH: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn korean_time_beside_utc() {
        let time = |text| Time::parse(text).unwrap();
        assert_eq!(
            shown(time("2026-12-31T15:00:01Z")),
            "2026-12-31T15:00:01Z (2027-01-01 00:00:01 KST)"
        );
        assert_eq!(shown(time("9999-12-31T23:59:59Z")), "9999-12-31T23:59:59Z");
        assert_eq!(
            in_sentence("인증서가 2026-03-01T12:00:00Z에 폐지되었습니다(Z, keyCompromise)"),
            "인증서가 2026-03-01T12:00:00Z (2026-03-01 21:00:00 KST)에 폐지되었습니다(Z, keyCompromise)"
        );
        assert_eq!(in_sentence("Z"), "Z");
        assert_eq!(in_sentence("no time"), "no time");
    }
}
