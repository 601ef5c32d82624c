//! The sentence of a check.

use super::{Lang, Sentence};
use crate::report::Check;
use core::fmt::{self, Display as _};

impl Check {
    /// The reason as a sentence in this language; empty if the check passed.
    pub fn sentence(&self, lang: Lang) -> impl fmt::Display + '_ {
        Sentence(move |f: &mut fmt::Formatter<'_>| match &self.reason {
            Some(reason) => {
                if let Some(position) = self.position {
                    match lang {
                        Lang::En => write!(f, "certificate {position} of the path: ")?,
                        Lang::Ko => write!(f, "경로의 {position}번 인증서: ")?,
                    }
                }
                reason.sentence(lang).fmt(f)
            }
            None => Ok(()),
        })
    }
}
