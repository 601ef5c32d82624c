//! Short signatures, under the key in the signed document.

use crate::document::Outcome;
use crate::exchange::Exchange;
use crate::product::Shape;
use crate::remark::Code;
use crate::remarks::Remarks;
use crate::short::{self, ShortReport};
use injang::Policy;

impl Exchange<'_> {
    pub(super) fn short(
        &self,
        outcomes: &[Outcome],
        policy: &Policy<'_>,
        remarks: &mut Remarks,
    ) -> Vec<ShortReport> {
        if self.shape() != Shape::Session && self.short.is_none() {
            return Vec::new();
        }
        let Some(shorts) = self.short else {
            remarks.push(Code::NoShortSignatures);
            return Vec::new();
        };
        let content = match outcomes {
            [only] => only.content.as_deref(),
            _ => None,
        };
        match short::verify(shorts, content, self.session, policy.crypto()) {
            Ok(reports) => {
                for report in &reports {
                    if let Some(code) = report.fault {
                        remarks.about(code, &report.id);
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
