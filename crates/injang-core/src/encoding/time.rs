//! Points in time: UTCTime and GeneralizedTime of certificates and attributes, RFC 3339 in
//! options and reports. There is no clock here.

use crate::encoding::der::{Element, tag};
use crate::encoding::error::{Error, ErrorKind};
use core::fmt;

/// A second, counted from 1970-01-01T00:00:00Z, between the years 0000 and 9999.
///
/// Displayed as RFC 3339 in UTC: `2022-04-22T08:14:49Z`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(i64);

/// The octets are not a time of the form asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeError;

/// As [`Time::parse`] reads it.
impl core::str::FromStr for Time {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        Self::parse(text)
    }
}

impl fmt::Display for TimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "not an RFC 3339 time such as 2026-03-02T09:00:00Z or 2026-03-02T18:00:00+09:00",
        )
    }
}

impl core::error::Error for TimeError {}

/// 0000-01-01T00:00:00Z and 9999-12-31T23:59:59Z.
const RANGE: core::ops::RangeInclusive<i64> = -62_167_219_200..=253_402_300_799;

impl Time {
    /// A time from seconds since 1970-01-01T00:00:00Z; `None` outside the years 0000 to 9999.
    pub fn from_unix(seconds: i64) -> Option<Self> {
        RANGE.contains(&seconds).then_some(Self(seconds))
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub const fn unix(self) -> i64 {
        self.0
    }

    /// Whether it is in a year that UTCTime names (RFC 5280 4.1.2.5).
    fn is_before_2050(self) -> bool {
        self.0 < 2_524_608_000
    }

    /// Reads RFC 3339 text with an offset or `Z`. Fractions of a second are cut off. A leap second is
    /// an error, because certificates can't name one.
    ///
    /// ```
    /// let time = injang_core::Time::parse("2022-04-22T17:14:49+09:00")?;
    /// assert_eq!(time.to_string(), "2022-04-22T08:14:49Z");
    /// # Ok::<(), injang_core::TimeError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, TimeError> {
        let octets = text.as_bytes();
        if octets.len() < 20 {
            return Err(TimeError);
        }
        // `YYYY-MM-DDThh:mm:ss` has 19 octets, at fixed places; a fraction and the offset follow.
        let (time, mut rest) = octets.split_at(19);
        let digits = [
            &time[..4],
            &time[5..7],
            &time[8..10],
            &time[11..13],
            &time[14..16],
            &time[17..],
        ];
        let marks = [time[4], time[7], time[13], time[16]];
        if marks != *b"--::" || !matches!(time[10], b'T' | b't' | b' ') {
            return Err(TimeError);
        }
        let [
            Some(year),
            Some(month),
            Some(day),
            Some(hour),
            Some(minute),
            Some(second),
        ] = digits.map(number)
        else {
            return Err(TimeError);
        };
        if let [b'.', fraction @ ..] = rest {
            let length = fraction
                .iter()
                .take_while(|octet| octet.is_ascii_digit())
                .count();
            // A fraction is dropped: verification is by whole seconds.
            rest = &fraction[length..];
            if length == 0 {
                return Err(TimeError);
            }
        }
        let offset = match *rest {
            [b'Z' | b'z'] => 0,
            [sign @ (b'+' | b'-'), ref hours @ .., b':', m1, m2] if hours.len() == 2 => {
                let hours = number(hours).filter(|hours| *hours < 24).ok_or(TimeError)?;
                let minutes = number(&[m1, m2])
                    .filter(|minutes| *minutes < 60)
                    .ok_or(TimeError)?;
                let seconds = i64::from(hours * 3600 + minutes * 60);
                if sign == b'-' { -seconds } else { seconds }
            }
            _ => return Err(TimeError),
        };
        civil(year, month, day, hour, minute, second)
            .and_then(|seconds| Self::from_unix(seconds - offset))
            .ok_or(TimeError)
    }

    /// The time of an element, and whether its type is the one that RFC 5280 4.1.2.5 and 5.1.2.4
    /// and RFC 5652 11.3 give to its year: UTCTime before 2050, GeneralizedTime from then on.
    pub(crate) fn with_form(element: &Element<'_>) -> Result<(Self, bool), Error> {
        let time = Self::from_element(element)?;
        Ok((
            time,
            (element.tag() == tag::UTC_TIME) == time.is_before_2050(),
        ))
    }

    /// A `Time` of RFC 5280 4.1.2.5 (and RFC 5652 11.3): UTCTime `YYMMDDhhmmssZ` for 1950 to 2049,
    /// GeneralizedTime `YYYYMMDDhhmmssZ`. GeneralizedTime for years that UTCTime could name is
    /// read too: certificates with it exist, and their meaning is plain.
    pub(crate) fn from_element(element: &Element<'_>) -> Result<Self, Error> {
        let broken = Error::new(ErrorKind::Time, element.offset(), "Time");
        let octets = element.value();
        let of_year = match (element.tag(), octets.len()) {
            (tag::UTC_TIME, 13) => 2,
            (tag::GENERALIZED_TIME, 15) => 4,
            _ => return Err(broken),
        };
        let (digits, zone) = octets.split_at(octets.len() - 1);
        if zone != b"Z" || !digits.iter().all(u8::is_ascii_digit) {
            return Err(broken);
        }
        let value = |digits: &[u8]| {
            let digits = digits.iter().map(|digit| u32::from(*digit) & 0x0f);
            digits.fold(0, |value, digit| value * 10 + digit)
        };
        let (year, rest) = digits.split_at(of_year);
        let year = match (of_year, value(year)) {
            (2, year @ 0..50) => 2000 + year,
            (2, year) => 1900 + year,
            (_, year) => year,
        };
        let [month, day, hour, minute, second] = [0, 2, 4, 6, 8].map(|at| value(&rest[at..at + 2]));
        civil(year, month, day, hour, minute, second)
            .map(Self)
            .ok_or(broken)
    }
}

/// A decimal number of at most four digits.
fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |value, digit| {
        digit
            .is_ascii_digit()
            .then(|| value * 10 + u32::from(digit - b'0'))
    })
}

/// Seconds since 1970 of a date and time of day in the Gregorian calendar.
fn civil(year: u32, month: u32, day: u32, hour: u32, minute: u32, second: u32) -> Option<i64> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=last).contains(&day) || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    // Counting years from March makes the leap day the last of a year.
    let year = i64::from(year) - i64::from(month <= 2);
    let month = i64::from((month + 9) % 12);
    let days = 365 * year + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (153 * month + 2) / 5
        + i64::from(day - 1)
        - 719_468;
    Some(days * 86_400 + i64::from(hour * 3600 + minute * 60 + second))
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = self.0.div_euclid(86_400) + 719_468;
        let seconds = self.0.rem_euclid(86_400);
        // The inverse of `civil`, in eras of 400 years.
        let era = days.div_euclid(146_097);
        let day = days.rem_euclid(146_097);
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day_of_year = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year + era * 400 + i64::from(month <= 2);
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
        )
    }
}

impl fmt::Debug for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    #[test]
    fn there_and_back() {
        let known = [
            ("1970-01-01T00:00:00Z", 0),
            ("2022-04-22T08:14:49Z", 1_650_615_289),
            ("2000-02-29T23:59:59Z", 951_868_799),
            ("1900-03-01T00:00:00Z", -2_203_891_200),
            ("0000-01-01T00:00:00Z", *RANGE.start()),
            ("9999-12-31T23:59:59Z", *RANGE.end()),
        ];
        for (text, seconds) in known {
            assert_eq!(Time::parse(text).unwrap().unix(), seconds, "{text}");
            assert_eq!(Time::from_unix(seconds).unwrap().to_string(), text);
        }
        for days in -719_528..2_932_896i64 {
            let time = Time::from_unix(days * 86_400).unwrap();
            assert_eq!(Time::parse(&time.to_string()), Ok(time));
        }
    }

    #[test]
    fn refused() {
        for text in [
            "",
            "2026-03-02",
            "2026-03-02T09:00:00",
            "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-03-02T24:00:00Z",
            "2026-03-02T09:00:60Z",
            "2026-03-02T09:00:00+24:00",
            "2026-03-02T09:00:00.Z",
            "2026-03-02T09:00:00Zx",
            "20260302T090000Z",
            "+026-03-02T09:00:00Z",
            "9999-12-31T23:59:59-01:00",
        ] {
            assert_eq!(Time::parse(text), Err(TimeError), "{text}");
        }
    }

    #[test]
    fn fraction_and_offset() {
        let noon = Time::parse("2026-03-02T12:00:00Z").unwrap();
        assert_eq!(Time::parse("2026-03-02T12:00:00.999Z"), Ok(noon));
        assert_eq!(Time::parse("2026-03-02T21:00:00+09:00"), Ok(noon));
        assert_eq!(Time::parse("2026-03-02t07:30:00-04:30"), Ok(noon));
    }
}
