//! How else a VID could have been computed.

use super::Cause;
use super::signer_case::certificates;
use super::work::Work;
use crate::check::identity::SignerSerial;
use crate::cms::document::SignedDocument;
use crate::policy::Policy;
use crate::report::Identity;
use crate::request::Request;
use crate::request::vid::VidLayout;

/// Octets that are digested with a serial number: those of a CI.
const CI: usize = 64;

/// Another layout, or another certificate: some providers put that of the CA first, and whoever
/// takes the first for the signer's computes the VID of the CA.
pub(super) fn cause(
    document: &SignedDocument<'_>,
    policy: &Policy<'_>,
    request: &Request<'_>,
    identity: &Identity,
    work: &Work<'_>,
) -> Option<Cause> {
    let Identity::Mismatched { would_match, .. } = identity else {
        return None;
    };
    if let Some(layout) = would_match {
        return Some(Cause::VidLayout(layout));
    }
    let claim = request.claim.of_signer(0);
    for (index, certificate) in certificates(document) {
        let serial = certificate.serial();
        let octets = serial.len().saturating_add(CI);
        work.pass_over(octets.saturating_mul(1 + VidLayout::ALL.len()))?;
        let serials = [SignerSerial::Verified(serial)];
        if let Identity::Matched { layout, .. }
        | Identity::Mismatched {
            would_match: Some(layout),
            ..
        } = claim.check(&serials, request.vid_layout, policy.crypto)
        {
            return Some(Cause::VidCertificate { index, layout });
        }
    }
    None
}
