//! From the answers to the report on one signer: the order of the checks, and nothing left out.

use super::Validation;
use super::signer::{PendingSigner, SignerCandidate};
use super::signer_certificates::CandidateFacts;
use crate::check::content::ContentDigests;
use crate::check::profile::{self, check_profile, with_positions};
use crate::check::signature;
use crate::check::signed_attributes::{self, Confusion, SignedAttributes};
use crate::cms::SignerInfo;
use crate::crypto::request_queue::{self, Unverified};
use crate::encoding::error::Error;
use crate::encoding::tolerance::Tolerances;
use crate::path::best_path::PathOutcome;
use crate::policy::Revocation;
use crate::report::{
    Check, CheckId, DigestSource, FindingCode, Outcome, PathReport, Reason, SignType, SignerReport,
    SubIndication, Verdict, verdict_of,
};
use alloc::vec::Vec;

impl<'a> Validation<'a> {
    /// All checks of one signer, in the order in which they name the verdict. `is_only`: the document
    /// has no other, so that nobody else wants what was found out about its path.
    pub(super) fn signer_report(
        &mut self,
        signer: &PendingSigner<'a>,
        is_only: bool,
        document_findings: &[FindingCode],
    ) -> SignerReport {
        let info = signer.info;
        let attributes = signer.attributes.as_ref().ok().and_then(Option::as_ref);
        let Choice {
            candidate,
            path,
            signature,
            is_ambiguous,
        } = self.choose(signer, is_only);
        let known = candidate.map(|candidate| self.known.at(candidate.place));
        let certificate = known.map(|known| known.certificate);
        let is_verified_key = signature.outcome == Outcome::Passed;
        let digest_algorithm = info.digest_algorithm().digest();
        let content = self.content.check(digest_algorithm);
        let reading = self.content.reading();

        let mut report = SignerReport {
            verdict: Verdict::TotalPassed,
            sign_type: match (reading, info.has_signed_attributes()) {
                (DigestSource::Prehash | DigestSource::HashOfHash, _) => SignType::PlainHash,
                (DigestSource::Content, true) => SignType::SignedAttribute,
                (DigestSource::Content, false) => SignType::Message,
            },
            reading,
            certificate: known.map(|known| known.index),
            is_verified_key,
            is_ambiguous,
            path: PathReport::default(),
            claimed_signing_time: attributes.and_then(|attributes| attributes.signing_time),
            checks: Vec::with_capacity(CheckId::ALL.len()),
            findings: self.findings(signer, known, is_verified_key, path.as_ref()),
        };
        let checks = &mut report.checks;
        checks.push(match &signer.attributes {
            Ok(_) => Check::passed(CheckId::SignedAttributes),
            Err(check) => check.clone(),
        });
        let of_path = path.as_ref().map(|path| with_positions(&path.report));
        let of_path: Vec<_> = of_path.into_iter().flatten().collect();
        let own = document_findings.iter().chain(&report.findings);
        checks.push(check_profile(
            self.policy.profile,
            own.map(|finding| (*finding, None))
                .chain(of_path.iter().copied()),
        ));
        checks.push(match certificate {
            Some(_) => Check::passed(CheckId::SignerCertificate),
            None => Check::undecided(
                CheckId::SignerCertificate,
                SubIndication::NoSigningCertificateFound,
                self.unreadable_certificate()
                    .map_or(Reason::NoSignerCertificate, Reason::CertificateUnreadable),
            ),
        });
        checks.push(content);
        checks.push(check_message_digest(&mut self.content, info, attributes));
        checks.push(signature);
        checks.push(signed_attributes::check_algorithm_protection(
            attributes.and_then(|attributes| attributes.algorithm_protection),
        ));
        checks.push(known.map_or_else(
            || Check::not_applicable(CheckId::SigningCertificate),
            |known| self.check_signing_certificate(attributes, known),
        ));
        checks.push(self.check_sign_type(info, reading));
        let confusion = match self.content.is_confusing() {
            _ if info.has_signed_attributes() || !self.content.is_there() => Confusion::None,
            Some(is_confusing) => Confusion::CandidateFacts(is_confusing),
            None => Confusion::Unknown,
        };
        checks.push(signed_attributes::check_confusion(confusion));
        checks.push(self.check_strength(
            signer,
            candidate.filter(|_| is_verified_key),
            path.as_ref(),
        ));
        if let Some(mut path) = path {
            self.name_unreadable(&mut path);
            checks.extend([path.path, path.validity, path.revocation]);
            let of_path = of_path.into_iter().map(|(finding, _)| finding);
            for finding in of_path.chain(path.findings) {
                if !report.findings.contains(&finding) {
                    report.findings.push(finding);
                }
            }
            report.path = path.report;
        } else {
            let nothing = [CheckId::Path, CheckId::Validity, CheckId::Revocation];
            checks.extend(nothing.map(Check::not_applicable));
        }
        // A pinned certificate need not be shown to be good; its check fails where it is revoked.
        let is_revocation_required =
            matches!(self.policy.revocation, Revocation::Require(_)) && !report.path.is_pinned;
        report.verdict = signer_verdict(&report.checks, is_revocation_required);
        report
    }

    /// The certificate to report on, with its path, and the outcome of the signature. Of several
    /// certificates it is one under whose key the signature verified; of those, one that the signed
    /// attributes name, then one with a good path, then one that was valid; of those, the first by
    /// its octets. The document's order does not matter.
    fn choose<'s>(&mut self, signer: &'s PendingSigner<'a>, is_only: bool) -> Choice<'s> {
        let unsupported =
            || Reason::AlgorithmUnsupported(signer.info.signature_algorithm().oid().into());
        let attributes = signer.attributes.as_ref().ok().and_then(Option::as_ref);
        let mut best: Option<(u8, &SignerCandidate, &PathOutcome)> = None;
        let mut is_ambiguous = false;
        let mut not_verified: Option<Unverified> = None;
        let mut has_verified = false;
        for candidate in &signer.candidates {
            let known = self.known.at(candidate.place);
            let outcome = self.requests.outcome(&candidate.signature, unsupported);
            let path = self.known.path(candidate.place, &self.requests);
            // Where there is nothing to choose from, there is nothing to compare.
            let rank = if signer.candidates.len() == 1 {
                0
            } else {
                let passed = |check: &Check| u8::from(check.outcome == Outcome::Passed);
                u8::from(outcome.is_ok()) << 4
                    | passed(&self.check_signing_certificate(attributes, known)) << 3
                    | passed(&path.path) << 2
                    | u8::from(path.report.anchor.is_some()) << 1
                    | passed(&path.validity)
            };
            match &best {
                Some((best, chosen, _)) if rank == *best => {
                    is_ambiguous |= outcome.is_ok()
                        && self.known.at(chosen.place).certificate.serial()
                            != known.certificate.serial();
                }
                Some((best, _, _)) if rank < *best => {}
                _ => {
                    is_ambiguous = false;
                    best = Some((rank, candidate, path));
                }
            }
            has_verified |= outcome.is_ok();
            match (outcome, &not_verified) {
                (Err(open @ Unverified::Indeterminate(_)), None | Some(Unverified::Invalid(_))) => {
                    not_verified = Some(open);
                }
                (Err(wrong), None) => not_verified = Some(wrong),
                _ => {}
            }
        }
        let signature = match (has_verified, not_verified) {
            (true, _) => signature::check(Ok(())),
            (false, _) if signer.has_more_candidates => {
                signature::check(Err(Unverified::Indeterminate(Reason::BudgetExhausted)))
            }
            _ if !signer.has_input => Check::not_applicable(CheckId::Signature),
            (false, Some(not_verified)) => signature::check(Err(not_verified)),
            (false, None) => Check::not_applicable(CheckId::Signature),
        };
        let candidate = best.map(|(_, candidate, _)| candidate);
        let mut path = candidate.and_then(|candidate| {
            let place = candidate.place;
            if is_only {
                self.known.take_path(place)
            } else {
                Some(self.known.path(place, &self.requests).clone())
            }
        });
        // Of those that were not tried, one may be the certificate that an anchor leads to.
        if signer.has_more_candidates
            && let Some(path) = &mut path
        {
            path.leave_open();
        }
        Choice {
            candidate,
            path,
            signature,
            is_ambiguous,
        }
    }

    /// Whether the ESS attributes name a certificate, where there are any.
    fn check_signing_certificate(
        &self,
        attributes: Option<&SignedAttributes<'a>>,
        known: &CandidateFacts<'a>,
    ) -> Check {
        match attributes.filter(|attributes| !attributes.certificate_hashes.is_empty()) {
            None => Check::not_applicable(CheckId::SigningCertificate),
            Some(attributes) => signed_attributes::check_signing_certificate(
                &attributes.certificate_hashes,
                known.certificate,
                |algorithm| known.digest(algorithm, self.policy.crypto),
            ),
        }
    }

    fn findings(
        &self,
        signer: &PendingSigner<'a>,
        known: Option<&CandidateFacts<'a>>,
        is_verified_key: bool,
        path: Option<&PathOutcome>,
    ) -> Vec<FindingCode> {
        let certificate = known.map(|known| known.certificate);
        let info = signer.info;
        let attributes = signer.attributes.as_ref().ok().and_then(Option::as_ref);
        let mut findings = Vec::new();
        let mut find = |holds: bool, finding| {
            if holds {
                findings.push(finding);
            }
        };
        find(!info.version_fits(), FindingCode::VersionMismatch);
        let is_listed = self.document.data().lists(&info.digest_algorithm());
        find(!is_listed, FindingCode::DigestAlgorithmNotListed);
        let is_not_der = |attributes: &SignedAttributes<'_>| {
            is_verified_key
                && !(info.attributes_as_sent()
                    && attributes.is_sorted
                    && attributes.has_strict_values)
        };
        find(
            attributes.is_some_and(is_not_der),
            FindingCode::SignedAttributesNotDer,
        );
        if let Some(time) = attributes.and_then(|attributes| attributes.signing_time) {
            let is_outside = certificate.is_some_and(|certificate| {
                let validity = certificate.validity();
                !(validity.not_before..=validity.not_after).contains(&time)
            });
            find(is_outside, FindingCode::SigningTimeOutsideValidity);
            find(time > self.request.at, FindingCode::SigningTimeAfterAt);
        }
        find(
            attributes.is_some_and(|attributes| !attributes.has_strict_time),
            FindingCode::SigningTimeForm,
        );
        if let Some(unsigned) = info.unsigned_attributes() {
            match unsigned {
                Ok(set) if !set.is_empty() => {
                    find(
                        !signed_attributes::are_values_well_formed(&set),
                        FindingCode::UnsignedAttributesMalformed,
                    );
                    find(
                        signed_attributes::has_misplaced(&set),
                        FindingCode::UnsignedAttributeMisplaced,
                    );
                }
                _ => find(true, FindingCode::UnsignedAttributesMalformed),
            }
        }
        find(
            signer.candidates.len() > 1,
            FindingCode::AmbiguousSignerCertificate,
        );
        // The first certificate of a path is the signer's and has its findings there; where no path
        // leads to an anchor, they count all the same.
        let is_on_path = path.is_some_and(|path| !path.report.certificates.is_empty());
        let of_certificate = known.filter(|_| !is_on_path);
        let of_certificate =
            of_certificate.map_or(Tolerances::default(), |it| self.known.tolerances(it));
        // Nothing is verified with a digest whose parameters are not known.
        let of_document = info.digest_algorithm().digest();
        let of_document =
            of_document.map_or(Tolerances::default(), |_| self.document.data().tolerances());
        let all = info.tolerances().union(of_document).union(of_certificate);
        findings.extend(profile::findings(all));
        findings
    }

    /// Where the issuer at which a path ends is nobody who is known, says which certificate of the
    /// document can't be read: it may be the issuer's, so that fetching another copy may be all that
    /// is needed. A root that nobody trusts is its own issuer, and known.
    fn name_unreadable(&self, path: &mut PathOutcome) {
        let is_known = path.report.missing_issuer.as_ref();
        let is_known = is_known.is_none_or(|it| it.is_itself);
        if path.path.reason == Some(Reason::NoAnchor)
            && !is_known
            && let Some(error) = self.unreadable_certificate()
        {
            path.path.reason = Some(Reason::IssuerUnreadable(error));
        }
    }

    /// Why a certificate of the document can't be read, and where: of the first that can't be.
    fn unreadable_certificate(&self) -> Option<Error> {
        let all = 0..self.document.certificates().len();
        all.into_iter()
            .find_map(|index| self.document.certificate_error(index))
    }

    fn check_sign_type(&self, info: &SignerInfo<'a>, reading: DigestSource) -> Check {
        let id = CheckId::SignType;
        let Some(demanded) = self.request.sign_type else {
            return Check::not_applicable(id);
        };
        let found = if info.has_signed_attributes() {
            SignType::SignedAttribute
        } else {
            SignType::Message
        };
        if demanded == found
            || (demanded == SignType::PlainHash && reading != DigestSource::Content)
        {
            return Check::passed(id);
        }
        let reason = Reason::SignTypeDiffers { demanded, found };
        Check::undecided(id, SubIndication::SigConstraintsFailure, reason)
    }

    fn check_strength(
        &self,
        signer: &PendingSigner<'a>,
        verified: Option<&SignerCandidate>,
        path: Option<&PathOutcome>,
    ) -> Check {
        let (Some(candidate), Some(algorithm)) = (verified, signer.algorithm) else {
            return Check::not_applicable(CheckId::AlgorithmStrength);
        };
        let constraints = &self.policy.constraints;
        let of_request = self.requests.key(&candidate.signature);
        let bits = if let Some(key) = of_request {
            key.rsa_bits()
        } else {
            let certificate = self.known.at(candidate.place).certificate;
            certificate.public_key().rsa_bits()
        };
        let own = signature::weakness(constraints, algorithm.digest(), bits)
            .or_else(|| signature::weakness(constraints, self.content.signed_digest(), None));
        match (own, path) {
            (None, Some(path)) => path.strength.clone(),
            (own, _) => signature::check_strength(own),
        }
    }
}

/// Whether message-digest is the digest of the content.
fn check_message_digest(
    content: &mut ContentDigests<'_>,
    info: &SignerInfo<'_>,
    attributes: Option<&SignedAttributes<'_>>,
) -> Check {
    let id = CheckId::MessageDigest;
    let Some(attributes) = attributes else {
        return Check::not_applicable(id);
    };
    let identifier = info.digest_algorithm();
    let unsupported = || {
        let reason = request_queue::unsupported(&identifier);
        Check::undecided(id, SubIndication::CryptoConstraintsFailure, reason)
    };
    let Some(algorithm) = identifier.digest() else {
        return unsupported();
    };
    match content.of(algorithm) {
        Some(digest) if digest.as_bytes() == attributes.message_digest => Check::passed(id),
        Some(_) => Check::failed(id, SubIndication::HashFailure, Reason::MessageDigestDiffers),
        None if content.is_there() && content.reading() != DigestSource::Prehash => unsupported(),
        None => Check::not_applicable(id),
    }
}

/// The results for the certificates that fit a signer.
struct Choice<'s> {
    candidate: Option<&'s SignerCandidate>,
    path: Option<PathOutcome>,
    signature: Check,
    /// Whether a certificate with another serial number fits as well as the one that was chosen.
    is_ambiguous: bool,
}

/// The verdict on a signer. What every good signature has must have been checked: if one of these
/// checks was left out and no other has failed, nothing has been shown.
fn signer_verdict(checks: &[Check], is_revocation_required: bool) -> Verdict {
    const INDISPENSABLE: [CheckId; 6] = [
        CheckId::SignedAttributes,
        CheckId::SignerCertificate,
        CheckId::Content,
        CheckId::Signature,
        CheckId::Path,
        CheckId::Validity,
    ];
    let has_passed = |id| {
        checks
            .iter()
            .any(|c| c.id == id && c.outcome == Outcome::Passed)
    };
    match verdict_of(checks) {
        Verdict::TotalPassed
            if !INDISPENSABLE.into_iter().all(has_passed)
                || (is_revocation_required && !has_passed(CheckId::Revocation)) =>
        {
            Verdict::Indeterminate(SubIndication::SigConstraintsFailure)
        }
        verdict => verdict,
    }
}
