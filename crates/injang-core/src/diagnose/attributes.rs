//! Encodings of signed attributes that signers sign in place of the DER.

use super::Cause;
use super::signer_case::{SignatureState, SignerCase};
use super::work::Work;
use crate::algorithm::SignatureAlgorithm;
use crate::cms::Attributes;
use crate::cms::document::SignedDocument;
use crate::crypto::SignatureInput;
use crate::encoding::ber::skip;
use crate::encoding::der::{Header, tag};
use alloc::borrow::Cow;
use alloc::vec::Vec;

impl SignerCase<'_> {
    /// Notes it if a wrong signature covers the attributes in another encoding.
    pub(super) fn look_at_attributes(&mut self, document: &SignedDocument<'_>, work: &Work<'_>) {
        let Some(Ok(attributes)) = self.info.signed_attributes().filter(|_| self.is_forged())
        else {
            return;
        };
        let readings = readings(self, document, &attributes).unwrap_or_default();
        let cause = readings
            .into_iter()
            .find(|(_, octets)| self.covers(octets, work))
            .map(|(cause, _)| cause);
        if cause.is_some() {
            self.signature = SignatureState::Verified;
        }
        self.causes.extend(cause);
    }

    /// Whether the signature covers these octets.
    fn covers(&self, octets: &[u8], work: &Work<'_>) -> bool {
        let input = match self.algorithm.map(SignatureAlgorithm::digest) {
            None => None,
            Some(None) => Some(SignatureInput::Message(Cow::Borrowed(octets))),
            Some(Some(digest)) => work.digest(digest, octets).map(SignatureInput::Prehash),
        };
        input.is_some_and(|input| self.verifies(&input, work))
    }
}

/// The encodings, each once, and not the one that was verified.
fn readings(
    patient: &SignerCase<'_>,
    document: &SignedDocument<'_>,
    attributes: &Attributes<'_>,
) -> Option<Vec<(Cause, Vec<u8>)>> {
    let der = document.der();
    let from = der.source_offset(patient.info.signed_attributes_offset()?);
    let end = skip(der.source(), from, der.source().len()).ok()?;
    let sent = &der.source()[from..end];
    let sent_content = &sent[Header::read(sent, 0).ok()?.content..];
    // Lengths as DER has them, the order as sent.
    let normal = attributes.octets();
    let (header, length) = attributes.set_header();
    let sorted = [&header[..length], &attributes.der_content()].concat();
    let tagged = |octets: &[u8], tag: u8| [&[tag], octets.get(1..).unwrap_or_default()].concat();
    let context = tag::context(0);
    let mut readings = Vec::new();
    let all = [
        (Cause::AttributesAsSent, tagged(sent, tag::SET)),
        (Cause::AttributesAsSent, tagged(normal, tag::SET)),
        (Cause::AttributesTagged, tagged(&sorted, context)),
        (Cause::AttributesTagged, tagged(normal, context)),
        (Cause::AttributesTagged, sent.to_vec()),
        (Cause::AttributesUntagged, attributes.der_content()),
        (Cause::AttributesUntagged, attributes.content().to_vec()),
        (Cause::AttributesUntagged, sent_content.to_vec()),
    ];
    for (cause, octets) in all {
        let is_known = readings.iter().any(|(_, other)| *other == octets);
        if !is_known && octets != sorted {
            readings.push((cause, octets));
        }
    }
    Some(readings)
}
