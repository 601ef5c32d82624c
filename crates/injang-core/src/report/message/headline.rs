//! The first line of a report: the outcome, with everything that limits it.

use super::{Lang, Sentence};
use crate::report::{CheckId, Identity, Outcome, Reason, Report, SignerReport, Verdict};
use core::fmt::{self, Display as _};

/// What a passed report does not show about revocation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RevocationGap {
    /// A signer's own certificate is trusted for itself, so that revocation data is not asked for.
    pub is_pinned: bool,
    /// The policy says not to check revocation.
    pub is_unchecked: bool,
}

impl RevocationGap {
    /// The gaps of both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            is_pinned: self.is_pinned || other.is_pinned,
            is_unchecked: self.is_unchecked || other.is_unchecked,
        }
    }

    /// The gaps in a few words; `None` if there is none.
    pub const fn sentence(self, lang: Lang) -> Option<&'static str> {
        match (self.is_pinned, self.is_unchecked) {
            (false, false) => None,
            (true, _) => Some(lang.pick(
                "pinned certificate; revocation not checked",
                "지정 인증서(pinned), 폐지 여부 검사 안 함",
            )),
            (false, true) => Some(lang.pick("revocation not checked", "폐지 여부 검사 안 함")),
        }
    }
}

impl Report {
    /// What the report does not show about revocation.
    pub fn revocation_gap(&self) -> RevocationGap {
        let gap = |signer: &SignerReport| match signer.check(CheckId::Revocation) {
            Some(check) if check.outcome == Outcome::NotChecked => {
                let is_pinned = check.reason == Some(Reason::AnchorPinned);
                RevocationGap {
                    is_pinned,
                    is_unchecked: !is_pinned,
                }
            }
            _ => RevocationGap::default(),
        };
        self.signers
            .iter()
            .map(gap)
            .fold(RevocationGap::default(), RevocationGap::and)
    }

    /// Why a document is not accepted, in one English line: the verdict and the reason of the check that
    /// names it, or the headline.
    pub fn why(&self) -> impl fmt::Display + '_ {
        Sentence(move |f: &mut fmt::Formatter<'_>| {
            let reason = self.deciding_check().and_then(|it| it.reason.as_ref());
            match (self.verdict.sub_indication(), reason) {
                (Some(sub_indication), Some(reason)) => {
                    let (verdict, sub_indication) = (self.verdict.name(), sub_indication.name());
                    write!(f, "{verdict} / {sub_indication}: {reason}")
                }
                _ => self.headline(Lang::En).fmt(f),
            }
        })
    }

    /// The first line of a report: what came out, a colon, and what that means. `TOTAL-PASSED`
    /// stands there only where the report [is accepted](Report::is_accepted); what was not checked
    /// is said beside it.
    ///
    /// ```
    /// # use injang_core::{Policy, Request, SignedDocument};
    /// fn print(document: &SignedDocument<'_>, policy: &Policy<'_>, request: &Request<'_>) {
    ///     let report = document.audit(policy, request);
    ///     println!("{}", report.headline(injang_core::report::Lang::En));
    /// }
    /// ```
    pub fn headline(&self, lang: Lang) -> impl fmt::Display + '_ {
        Sentence(move |f: &mut fmt::Formatter<'_>| {
            let gap = self.revocation_gap().sentence(lang);
            let beside = |f: &mut fmt::Formatter<'_>| match gap {
                Some(gap) => write!(f, " ({gap})"),
                None => Ok(()),
            };
            let Some(sub_indication) = self.verdict.sub_indication() else {
                let is_accepted = self.is_accepted();
                let name = if is_accepted {
                    self.verdict.name()
                } else {
                    "NOT ACCEPTED"
                };
                f.write_str(name)?;
                beside(f)?;
                f.write_str(": ")?;
                return match (is_accepted, gap) {
                    (false, _) => self.identity.contradiction(lang).fmt(f),
                    (true, None) => f.write_str(Verdict::TotalPassed.sentence(lang)),
                    (true, Some(_)) => f.write_str(
                        lang.pick("every other check passed", "그 밖의 모든 검사를 통과함"),
                    ),
                };
            };
            let (name, meaning) = (self.verdict.name(), self.verdict.sentence(lang));
            let (sub, why) = (sub_indication.name(), sub_indication.sentence(lang));
            write!(f, "{name} / {sub}: {meaning} – {why}")?;
            if !self.identity.is_settled() {
                let outcome = self.identity.name();
                match lang {
                    Lang::En => write!(f, ", and the identity is {outcome}")?,
                    Lang::Ko => write!(f, ", 신원 확인은 {outcome}")?,
                }
            }
            beside(f)
        })
    }
}

impl Identity {
    /// Why a good signature is not accepted.
    fn contradiction(&self, lang: Lang) -> impl fmt::Display + '_ {
        Sentence(move |f: &mut fmt::Formatter<'_>| {
            f.write_str(match self {
                Self::Mismatched {
                    layout,
                    would_match: Some(other),
                    ..
                } => {
                    return match lang {
                        Lang::En => write!(
                            f,
                            "the signature is valid, but the VID does not match under the layout \
                             {layout}; it would match under the layout {other}"
                        ),
                        Lang::Ko => write!(
                            f,
                            "전자서명은 유효하지만, 적용한 결합 순서 {layout}에서는 VID가 일치하지 \
                             않음({other}이면 일치)"
                        ),
                    };
                }
                Self::Mismatched { .. } => lang.pick(
                    "the signature is valid, but is another person's",
                    "전자서명은 유효하지만 다른 사람의 서명임",
                ),
                Self::MalformedCi { .. } => lang.pick(
                    "the signature is valid, but the CI can't be read, so it is not known whether it is this person's",
                    "전자서명은 유효하지만 CI를 읽을 수 없어 본인의 서명인지 알 수 없음",
                ),
                Self::MalformedVid => lang.pick(
                    "the signature is valid, but the VID can't be read, so it is not known whether it is this person's",
                    "전자서명은 유효하지만 VID를 읽을 수 없어 본인의 서명인지 알 수 없음",
                ),
                Self::AmbiguousSigner => lang.pick(
                    "the signatures are valid, but it is not known which signer the VID is about",
                    "전자서명은 유효하지만 어느 서명자의 VID인지 알 수 없음",
                ),
                Self::NoSignerCertificate => lang.pick(
                    "no certificate is known with which the VID could be compared",
                    "VID와 비교할 인증서가 없음",
                ),
                Self::Unsupported => lang.pick(
                    "the signature is valid, but the crypto backend does not compute SHA-256, so that the VID was not compared",
                    "전자서명은 유효하지만 암호 백엔드가 SHA-256을 지원하지 않아 VID를 비교하지 못함",
                ),
// Unreachable in a headline: these contradict nothing.
                Self::NotClaimed | Self::Matched { .. } => lang.pick("accepted", "인정됨"),
            })
        })
    }
}
