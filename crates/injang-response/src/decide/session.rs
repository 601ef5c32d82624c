//! Short signatures, under the key in the signed document.

use crate::document::Outcome;
use crate::exchange::Exchange;
use crate::product::Shape;
use crate::remark::Code;
use crate::remarks::Remarks;
use crate::short::{self, ShortReport};
use crate::signed_content::SignedContent;
use injang::{Policy, Verdict};

impl Exchange<'_> {
    pub(super) fn short(
        &self,
        outcomes: &[Outcome],
        policy: &Policy<'_>,
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
        match short::verify(shorts, content, self.session, policy.crypto()) {
            Ok(mut reports) => {
                let has_passed = |it: &Outcome| it.judged.report.verdict == Verdict::TotalPassed;
                let is_signed = outcomes.iter().all(has_passed);
                for report in &mut reports {
                    if let Some(code) = report.fault {
                        remarks.about(code, &report.id);
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
