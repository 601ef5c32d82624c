//! The times of a transaction, as the providers write them.

use crate::members::Members;
use injang_core::Time;

/// Seconds that the clocks of the provider and of the signer's phone may differ.
const ALLOWED: i64 = 5 * 60;

/// Whether a time is after another by more than clocks may differ.
pub(crate) const fn is_after(time: Time, other: Time) -> bool {
    // Years have four digits, so that nothing overflows.
    time.unix() > other.unix() + ALLOWED
}

/// The times in an answer. Those that can't be read are known by name, and never used.
#[derive(Default)]
pub(crate) struct Times {
    /// When the transaction was requested.
    pub(crate) requested: Option<Time>,
    /// When the signer completed it.
    pub(crate) completed: Option<Time>,
    /// The members that hold no time of the provider's form, as JSON pointers.
    pub(crate) malformed: Vec<String>,
}

/// How a provider writes a time.
#[derive(Clone, Copy)]
pub(crate) enum TimeNotation {
    /// ISO 8601 with its offset: `2022-03-13T18:01:53+09:00` (Toss).
    WithOffset,
    /// `yyyy-MM-dd'T'HH:mm:ss` in the guide's table and a blank for the T in its example, without an
    /// offset: of Korea. With one, as RFC 3339 to which the guide refers, that offset counts (Kakao).
    Korean,
    /// `yyyyMMddHHmmss`, of Korea (Barocert).
    Digits,
}

impl TimeNotation {
    fn read(self, text: &str) -> Option<Time> {
        match self {
            Self::WithOffset => Time::parse(text).ok(),
            Self::Korean => Time::parse(text).ok().or_else(|| korean(text)),
            Self::Digits => korean_digits(text),
        }
    }
}

impl Times {
    /// Reads the times of these members: that of the request, that of the completion, and others,
    /// which only have to be times.
    pub(crate) fn read(
        members: &Members<'_>,
        written: TimeNotation,
        requested: &'static str,
        completed: &'static str,
        others: &[&'static str],
    ) -> Self {
        let mut malformed = Vec::new();
        let mut time = |name: &'static str| {
            let value = members.value(name)?;
            let text = value.as_text();
            // Nothing happened yet.
            if text == Some("") {
                return None;
            }
            let time = text.and_then(|text| written.read(text));
            if time.is_none() {
                malformed.push(members.pointer(name));
            }
            time
        };
        let (requested, completed) = (time(requested), time(completed));
        for name in others {
            time(name);
        }
        Self {
            requested,
            completed,
            malformed,
        }
    }
}

/// Date and time without an offset, of Korea (UTC+9), with a T or a blank between them.
pub(crate) fn korean(text: &str) -> Option<Time> {
    let (date, time) = text.split_once(['T', ' '])?;
    Time::parse(&format!("{date}T{time}+09:00")).ok()
}

/// The same as 14 digits.
pub(crate) fn korean_digits(text: &str) -> Option<Time> {
    let is_digits = text.len() == 14 && text.bytes().all(|octet| octet.is_ascii_digit());
    if !is_digits {
        return None;
    }
    let two = |at: usize| &text[at..at + 2];
    let date = [&text[..4], two(4), two(6)].join("-");
    let time = [two(8), two(10), two(12)].join(":");
    Time::parse(&format!("{date}T{time}+09:00")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Value;

    #[test]
    fn every_form_of_the_guides() {
        let at = Time::parse("2021-06-18T04:53:36Z").unwrap();
        for (written, text) in [
            (TimeNotation::WithOffset, "2021-06-18T13:53:36+09:00"),
            (TimeNotation::WithOffset, "2021-06-18T04:53:36Z"),
            (TimeNotation::Korean, "2021-06-18 13:53:36"),
            (TimeNotation::Korean, "2021-06-18T13:53:36"),
            (TimeNotation::Korean, "2021-06-18T13:53:36.999"),
            (TimeNotation::Korean, "2021-06-18T13:53:36+09:00"),
            (TimeNotation::Korean, "2021-06-18T04:53:36Z"),
            (TimeNotation::Digits, "20210618135336"),
        ] {
            assert_eq!(written.read(text), Some(at), "{text}");
        }
    }

    #[test]
    fn whatever_else_is_none() {
        for (written, text) in [
            (TimeNotation::WithOffset, "2021-06-18T13:53:36"),
            (TimeNotation::WithOffset, "2021-06-18T13:53:36+0900"),
            (TimeNotation::WithOffset, "2021-02-30T13:53:36+09:00"),
            (TimeNotation::WithOffset, "내일"),
            (TimeNotation::Korean, "2021-06-18"),
            (TimeNotation::Korean, "20210618135336"),
            (TimeNotation::Korean, "2021-06-18 13:53"),
            (TimeNotation::Korean, "2021-06-18 24:00:00"),
            (TimeNotation::Korean, "2021-06-18 13:53:36 "),
            (TimeNotation::Digits, "2021-06-18 13:53:36"),
            (TimeNotation::Digits, "20211318135336"),
            (TimeNotation::Digits, "2021061813533"),
            (TimeNotation::Digits, "오늘오늘오"),
        ] {
            assert_eq!(written.read(text), None, "{text}");
        }
    }

    #[test]
    fn members_that_are_no_times() {
        let text = br#"{"a": "x", "b": 5, "c": "", "d": null, "e": "20210618135336"}"#;
        let value = Value::parse(text).unwrap();
        let members = Members::top(&value).unwrap();
        let times = Times::read(
            &members,
            TimeNotation::Digits,
            "a",
            "b",
            &["c", "d", "e", "f"],
        );
        assert_eq!(times.malformed, ["/a", "/b"]);
        assert_eq!((times.requested, times.completed), (None, None));
    }
}
