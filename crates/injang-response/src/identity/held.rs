//! The CI of the person who was to sign: the one that the caller holds, and those with which the
//! person was asked. All of them are one person's.

use super::ci_of;
use crate::exchange::Exchange;
use crate::finding::{DecisionCode, Detail, Whose};
use crate::findings::Findings;
use injang_core::{Ci, CiError};
use zeroize::Zeroizing;

/// A CI that the caller holds, or one that was decrypted here.
pub(super) enum Held<'a> {
    Borrowed(&'a Ci),
    Decrypted(Ci),
}

impl Held<'_> {
    pub(super) fn get(&self) -> &Ci {
        match self {
            Self::Borrowed(ci) => ci,
            Self::Decrypted(ci) => ci,
        }
    }
}

/// What is held.
pub(super) struct HeldCi<'a> {
    /// The caller's, or else that of the request.
    pub(super) ci: Option<Result<Held<'a>, CiError>>,
    /// Whether a request has one that can't be read.
    pub(super) is_unreadable: bool,
}

/// Reads the CIs of the requests, and holds them against the caller's or against each other.
pub(super) fn held<'a>(exchange: &Exchange<'a>, findings: &mut Findings) -> HeldCi<'a> {
    let malformed = |findings: &mut Findings, whose| {
        findings.add(DecisionCode::CiMalformed, None, Some(Detail::Whose(whose)));
    };
    if let Some(Err(_)) = exchange.ci {
        malformed(findings, Whose::Held);
    }
    let open = |text: &Zeroizing<String>| ci_of(exchange.open_own(text));
    let clear = |text: &Zeroizing<String>| Ok(Ci::from_base64(text.as_bytes()));
    let request = exchange.request;
    let prepared = exchange.prepare.and_then(|it| it.ci.as_ref()).map(open);
    let requested = request.and_then(|it| it.sealed_ci.as_ref()).map(open);
    let in_clear = request.and_then(|it| it.clear_ci.as_ref()).map(clear);
    let mut asked: Option<Result<Ci, CiError>> = None;
    let mut is_unreadable = false;
    for (member, read) in [
        ("prepare:/ci", prepared),
        ("request:/userCi", requested),
        ("request:/ci", in_clear),
    ] {
        let Some(read) = read else {
            continue;
        };
        match read {
            Ok(Ok(ci)) => {
                let known = match (exchange.ci, &asked) {
                    (Some(Ok(held)), _) => Some(held),
                    (_, Some(Ok(first))) => Some(first),
                    _ => None,
                };
                if known.is_some_and(|known| !known.is_same(&ci)) {
                    let detail = Some(Detail::Whose(Whose::Request));
                    findings.add(DecisionCode::CiDiffers, None, detail);
                }
                if !matches!(asked, Some(Ok(_))) {
                    asked = Some(Ok(ci));
                }
            }
            Ok(Err(rule)) => {
                malformed(findings, Whose::Request);
                asked.get_or_insert(Err(rule));
            }
            // It may be another person's than the caller's, whatever the VID shows.
            Err(code) => {
                is_unreadable = true;
                findings.add(code, None, Some(Detail::Member(member.to_owned())));
            }
        }
    }
    let asked = asked.map(|read| read.map(Held::Decrypted));
    HeldCi {
        ci: exchange.ci.map(|it| it.map(Held::Borrowed)).or(asked),
        is_unreadable,
    }
}
