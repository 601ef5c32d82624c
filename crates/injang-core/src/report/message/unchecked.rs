//! Why a check was not made: which other check left it nothing to look at.

use super::Lang;
use crate::report::{Check, CheckId, Outcome, SignType, SignerReport};

impl SignerReport {
    /// For a check that is [`Outcome::NotApplicable`], the check whose outcome left it nothing to
    /// look at. `None` if it simply has nothing to do with this signature: a rule about signed
    /// attributes where there are none, a demand where nothing is demanded.
    pub fn prevented_by(&self, check: &Check) -> Option<CheckId> {
        self.prevented(check.id, check.outcome)
    }

    /// The same for a check of one certificate of the path.
    pub fn prevented_on_path(&self, check: &Check) -> Option<CheckId> {
        let is_open = check.outcome == Outcome::NotApplicable;
        (is_open && !self.has_passed(CheckId::Path)).then_some(CheckId::Path)
    }

    fn prevented(&self, id: CheckId, outcome: Outcome) -> Option<CheckId> {
        if outcome != Outcome::NotApplicable {
            return None;
        }
        let is_message = self.sign_type == SignType::Message;
        let needed: &[CheckId] = match id {
            CheckId::MessageDigest if !is_message => &[CheckId::SignedAttributes, CheckId::Content],
            CheckId::AlgorithmProtection if !is_message => &[CheckId::SignedAttributes],
            CheckId::SigningCertificate if !is_message => {
                &[CheckId::SignedAttributes, CheckId::SignerCertificate]
            }
            CheckId::AttributeConfusion if self.sign_type != SignType::SignedAttribute => {
                &[CheckId::Content]
            }
            CheckId::Signature => &[
                CheckId::SignerCertificate,
                CheckId::Content,
                CheckId::SignedAttributes,
            ],
            CheckId::AlgorithmStrength => &[CheckId::SignerCertificate, CheckId::Signature],
            CheckId::Path | CheckId::Validity => &[CheckId::SignerCertificate],
            CheckId::Revocation => &[CheckId::SignerCertificate, CheckId::Path],
            _ => &[],
        };
        let open = needed.iter().copied().find(|id| !self.has_passed(*id))?;
        // What prevented that one prevented this one too. No check is needed for one before it, so
        // this ends.
        let outcome = self.check(open)?.outcome;
        self.prevented(open, outcome).or(Some(open))
    }

    fn has_passed(&self, id: CheckId) -> bool {
        self.check(id)
            .is_some_and(|check| check.outcome == Outcome::Passed)
    }
}

impl CheckId {
    /// What is missing where this check did not pass: the words after "not checked because".
    pub const fn lack(self, lang: Lang) -> &'static str {
        match self {
            Self::SignedAttributes => lang.pick(
                "the signed attributes break a rule",
                "서명 속성이 규칙에 어긋나",
            ),
            Self::SignerCertificate => lang.pick(
                "the signer's certificate is not there",
                "서명자 인증서가 없어",
            ),
            Self::Content => lang.pick(
                "the content is not there or is not the signed one",
                "원문이 없거나 서명된 원문이 아니어서",
            ),
            Self::Signature => {
                lang.pick("the signature did not verify", "전자서명이 검증되지 않아")
            }
            Self::Path => lang.pick(
                "there is no certificate path that keeps all rules",
                "모든 규칙에 맞는 인증서 경로가 없어",
            ),
            _ => lang.pick("another check did not pass", "다른 검사를 통과하지 못해"),
        }
    }
}
