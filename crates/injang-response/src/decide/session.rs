//! Short signatures, under the key in the signed document.

use crate::document::DocumentOutcome;
use crate::exchange::Exchange;
use crate::finding::{DecisionCode, Detail};
use crate::findings::Findings;
use crate::product::ProductKind;
use crate::short_signature::{self, Judged, SessionBounds, ShortReport};
use crate::signed_content::SignedContent;
use crate::verification::VerificationSettings;
use injang_core::Verdict;

impl Exchange<'_> {
    pub(super) fn short(
        &self,
        outcomes: &[DocumentOutcome],
        verification: &VerificationSettings<'_>,
        findings: &mut Findings,
    ) -> Vec<ShortReport> {
        let Some(shorts) = self.short else {
            if self.kind() == ProductKind::Session {
                findings.push(DecisionCode::NoShortSignatures);
            }
            return Vec::new();
        };
        let content = match outcomes {
            [only] => only.content.as_ref().map(SignedContent::octets),
            _ => None,
        };
        let verified = verification.request.time();
        let bounds = SessionBounds {
            verified,
            latest: Self::latest_short(verification.at),
        };
        match short_signature::verify(
            shorts,
            content,
            self.session,
            bounds,
            verification.policy.crypto(),
        ) {
            Ok(Judged {
                mut reports,
                is_early,
            }) => {
                if is_early {
                    // The document would have been verified before its session began.
                    let detail = Some(Detail::Reading("session"));
                    findings.add(DecisionCode::TimeAfterVerification, None, detail);
                }
                let has_passed =
                    |it: &DocumentOutcome| it.judged.report.verdict == Verdict::TotalPassed;
                let is_signed = outcomes.iter().all(has_passed);
                for report in &mut reports {
                    if let Some(code) = report.fault {
                        findings.about(code, &report.id);
                        let waiver = code.waiver();
                        report.fault =
                            (!waiver.is_some_and(|it| findings.is_waived(it))).then_some(code);
                    } else if !is_signed {
                        // The document that authorises this session key did not pass; its own finding
                        // says why.
                        report.fault = Some(DecisionCode::SessionMalformed);
                    }
                }
                reports
            }
            Err(code) => {
                findings.push(code);
                Vec::new()
            }
        }
    }
}
