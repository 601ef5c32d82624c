//! Short signatures, under the key in the signed document.

use crate::document::Outcome;
use crate::exchange::Exchange;
use crate::product::Shape;
use crate::remark::{Code, Detail};
use crate::remarks::Remarks;
use crate::short::{self, Bounds, Judged, ShortReport};
use crate::signed_content::SignedContent;
use crate::verification::Verification;
use injang_core::Verdict;

impl Exchange<'_> {
    pub(super) fn short(
        &self,
        outcomes: &[Outcome],
        verification: &Verification<'_>,
        remarks: &mut Remarks,
    ) -> Vec<ShortReport> {
        let Some(shorts) = self.short else {
            if self.shape() == Shape::Session {
                remarks.push(Code::NoShortSignatures);
            }
            return Vec::new();
        };
        let content = match outcomes {
            [only] => only.content.as_ref().map(SignedContent::octets),
            _ => None,
        };
        let verified = verification.request.time();
        let bounds = Bounds {
            verified,
            latest: Self::latest_short(verification.at),
        };
        match short::verify(
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
                    remarks.add(Code::TimeAfterVerification, None, detail);
                }
                let has_passed = |it: &Outcome| it.judged.report.verdict == Verdict::TotalPassed;
                let is_signed = outcomes.iter().all(has_passed);
                for report in &mut reports {
                    if let Some(code) = report.fault {
                        remarks.about(code, &report.id);
                        let waiver = code.waiver();
                        report.fault =
                            (!waiver.is_some_and(|it| remarks.is_waived(it))).then_some(code);
                    } else if !is_signed {
                        // Nobody signed that this key may sign, which is said of the document.
                        report.fault = Some(Code::SessionMalformed);
                    }
                }
                reports
            }
            Err(code) => {
                remarks.push(code);
                Vec::new()
            }
        }
    }
}
