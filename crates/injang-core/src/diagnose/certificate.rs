//! Another certificate of the document than the one that the signer names.

use super::Cause;
use super::signer_case::{SignatureState, SignerCase, certificates};
use super::work::Work;
use crate::check::content::ContentDigests;
use crate::cms::document::SignedDocument;
use crate::crypto::SignatureInput;
use crate::policy::Policy;
use crate::validation::covered::Covered;

impl<'p> SignerCase<'p> {
    /// Notes it if the signature, wrong or under no certificate so far, verifies under another one.
    pub(super) fn look_for_certificate(
        &mut self,
        document: &SignedDocument<'_>,
        policy: &Policy<'_>,
        content: &mut ContentDigests<'_>,
        work: &Work<'_>,
    ) {
        if !(self.is_forged() || self.is_unnamed()) {
            return;
        }
        let mut others = certificates(document).filter(|(_, it)| !self.names(it));
        let Some(input) = self.input(policy, content) else {
            return;
        };
        let Some((index, _)) = others.find(|(_, it)| self.is_valid(it, &input, work)) else {
            return;
        };
        self.signature = SignatureState::Verified;
        // With attributes, what message-digest says of the content is another matter.
        if !self.info.has_signed_attributes() {
            self.is_open = false;
        }
        self.causes.push(Cause::OtherCertificate { index });
    }

    /// What the signature was held against, or would have been.
    fn input<'o, 'c: 'o>(
        &self,
        policy: &Policy<'_>,
        content: &mut ContentDigests<'c>,
    ) -> Option<SignatureInput<'o>>
    where
        'p: 'o,
    {
        match Covered::of(self.info, None, self.algorithm?, policy.crypto, content) {
            Covered::Input(input) => Some(input),
            Covered::Nothing | Covered::Open(_) => None,
        }
    }
}
