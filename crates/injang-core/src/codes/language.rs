//! The languages in which everything that a report says is written.

#[cfg(feature = "messages")]
use core::fmt;

codes! {
    table "language" (u8, name, sentence);
    /// A language of sentences.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum Lang {
        /// English
        #[default]
        En = 1 "en" "English" "영어",
        /// 한국어
        Ko = 2 "ko" "Korean" "한국어",
    }
}

impl Lang {
    /// One of two texts, by language.
    pub const fn pick<'a>(self, en: &'a str, ko: &'a str) -> &'a str {
        match self {
            Self::En => en,
            Self::Ko => ko,
        }
    }
}

/// A sentence that is written out when displayed.
#[cfg(feature = "messages")]
pub(crate) struct Sentence<F>(pub(crate) F);

#[cfg(feature = "messages")]
impl<F: Fn(&mut fmt::Formatter<'_>) -> fmt::Result> fmt::Display for Sentence<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)(f)
    }
}
