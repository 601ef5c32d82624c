//! The order of the checks, from the first octet to the verdict.
//!
//! Every check is a file under `verify/` that knows nothing of its siblings. This file decides
//! what is asked, in which order the outcomes stand, and that nothing is left out.

mod attributes;
mod content;
mod identity;
mod path;
mod signature;

pub use identity::Claim;

use crate::ber::{Der, Limits};
use crate::cms::{CertificateChoice, SignerInfo};
use crate::crypto::{Answer, Question, SignatureInput};
use crate::document::{Content, SignedDocument};
use crate::error::Error;
use crate::policy::{Policy, Profile, Revocation};
use crate::questions::{Asked, NotVerified, Questions};
use crate::report::{
    Check, CheckId, FindingCode, Identity, Outcome, Reading, Reason, Report, SignType, SignerReport,
    SubIndication, Verdict, verdict_of,
};
use crate::x509::Certificate;
use alloc::boxed::Box;
use alloc::vec::Vec;
use attributes::SignedAttributes;
use content::ContentDigests;
use core::fmt;
use path::{PathInquiry, PathOutcome};

/// Describes a document from its first octet: armor, BER, syntax, every check. A document that
/// can't be read is a report too.
pub fn audit(input: &[u8], policy: &Policy<'_>, content: Content<'_>, claim: Claim<'_>) -> Report {
    let judge = || -> Result<Report, Error> {
        let decoded = crate::armor::decode(input)?;
        let der = Der::from_ber(&decoded.octets, Limits::default())?;
        Ok(SignedDocument::parse(&der)?.audit(policy, content, claim))
    };
    judge().unwrap_or_else(|error| Report::unreadable(error, policy.at(), claim.is_claimed()))
}

/// A document of which every check passed, and whose signer is who was claimed.
#[derive(Clone)]
pub struct Verified<'a> {
    content: Option<&'a [u8]>,
    report: Report,
}

impl<'a> Verified<'a> {
    pub(crate) fn new(report: Report, content: Option<&'a [u8]>) -> Result<Self, Rejection> {
        if report.is_accepted() {
            Ok(Self { content, report })
        } else {
            Err(Rejection(Box::new(report)))
        }
    }

    /// What was signed; `None` if only its digest was at hand.
    pub fn content(&self) -> Option<&'a [u8]> {
        self.content
    }

    /// The report.
    pub fn report(&self) -> &Report {
        &self.report
    }
}

impl fmt::Debug for Verified<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verified").field("report", &self.report).finish_non_exhaustive()
    }
}

/// A document that is not to be relied on, and the report that says why.
#[derive(Clone, Debug)]
pub struct Rejection(Box<Report>);

impl Rejection {
    /// The report.
    pub fn report(&self) -> &Report {
        &self.0
    }

    /// The report, taken out.
    pub fn into_report(self) -> Report {
        *self.0
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.verdict.name())?;
        if let Some(sub_indication) = self.0.verdict.sub_indication() {
            write!(f, " / {}", sub_indication.name())?;
        }
        match self.0.deciding_check().and_then(|check| check.reason.as_ref()) {
            Some(reason) => write!(f, ": {reason}"),
            None => write!(f, ": {}", self.0.identity.sentence(crate::report::Lang::En)),
        }
    }
}

impl core::error::Error for Rejection {}

/// The checks of one document, made up to the questions that only arithmetic can answer.
///
/// Have the [questions](Inquiry::questions) answered by whom you like and hand the answers to
/// [`Inquiry::answer`], until there are none left; then [`Inquiry::conclude`]. What was not
/// answered is undecided, never passed.
///
/// ```
/// # use injang::{Answer, Content, Claim, CryptoProvider, Policy, SignedDocument};
/// fn judge(crypto: &dyn CryptoProvider, policy: &Policy<'_>, document: &SignedDocument<'_>) -> injang::Report {
///     let mut inquiry = document.inquire(policy, Content::Embedded, Claim::none());
///     while !inquiry.questions().is_empty() {
///         let mut answers = vec![Answer::Unanswered; inquiry.questions().len()];
///         crypto.answer_all(inquiry.questions(), &mut answers);
///         inquiry.answer(&answers);
///     }
///     inquiry.conclude()
/// }
/// ```
pub struct Inquiry<'a> {
    document: &'a SignedDocument<'a>,
    policy: &'a Policy<'a>,
    claim: Claim<'a>,
    content: ContentDigests<'a>,
    signers: Vec<Signer<'a>>,
    questions: Questions<'a>,
}

/// One signer, before the answers.
struct Signer<'a> {
    info: &'a SignerInfo<'a>,
    /// The signed attributes, if there are any and they keep the rules.
    attributes: Result<Option<SignedAttributes<'a>>, Check>,
    /// Whether there is something that the signature can be held against: a content or its
    /// digest, or attributes that can be read.
    has_input: bool,
    /// The certificates that fit the identifier, in an order that the document has no say in.
    candidates: Vec<Candidate<'a>>,
    /// Whether more certificates fit than the budget allows to try.
    has_more_candidates: bool,
}

/// One certificate that fits a signer's identifier.
struct Candidate<'a> {
    /// Its index in the document.
    index: usize,
    certificate: &'a Certificate<'a>,
    signature: Asked,
    path: PathInquiry,
}

impl<'a> Inquiry<'a> {
    pub(crate) fn new(
        document: &'a SignedDocument<'a>,
        policy: &'a Policy<'a>,
        content: Content<'a>,
        claim: Claim<'a>,
    ) -> Self {
        let mut content = ContentDigests::new(policy.crypto, document.untrusted_content(), content);
        let mut questions = Questions::new(policy.budget.questions);
        let signers = document
            .signers()
            .iter()
            .map(|info| Signer::new(info, document, policy, &mut content, &mut questions))
            .collect();
        Self { document, policy, claim, content, signers, questions }
    }

    /// The questions that have no answer yet.
    pub fn questions(&self) -> &[Question<'a>] {
        self.questions.open()
    }

    /// Takes the answers to [`Inquiry::questions`], in their order.
    pub fn answer(&mut self, answers: &[Answer]) {
        self.questions.answer(answers);
    }

    /// Has all questions answered by the policy's provider.
    pub(crate) fn ask(&mut self) {
        self.questions.ask(self.policy.crypto);
    }

    /// Folds the answers into the report.
    pub fn conclude(mut self) -> Report {
        let mut findings = Vec::new();
        if self.document.der().is_padded() {
            findings.push(FindingCode::TrailingPadding);
        }
        if !self.document.data().version_fits() {
            findings.push(FindingCode::VersionMismatch);
        }
        let is_unrecognised = |choice: &CertificateChoice<'_>| matches!(choice, CertificateChoice::Unrecognised(_));
        if self.document.certificates().iter().any(is_unrecognised) {
            findings.push(FindingCode::UnrecognisedCertificate);
        }
        let mut checks = Vec::from([Check::passed(CheckId::Format)]);
        checks.push(if self.signers.is_empty() {
            Check::failed(CheckId::Signers, SubIndication::FormatFailure, Reason::NoSigners)
        } else {
            Check::passed(CheckId::Signers)
        });
        let signers: Vec<SignerReport> = core::mem::take(&mut self.signers)
            .iter()
            .map(|signer| self.conclude_signer(signer, &findings))
            .collect();
        let own = verdict_of(&checks);
        let verdict = signers.iter().map(|signer| signer.verdict).fold(own, |worst, verdict| {
            if verdict.severity() > worst.severity() { verdict } else { worst }
        });
        let identity = self.identity(&signers);
        Report { verdict, at: self.policy.at, checks, findings, signers, identity }
    }

    fn identity(&self, signers: &[SignerReport]) -> Identity {
        if !self.claim.is_claimed() {
            return Identity::NotClaimed;
        }
        let serials: Vec<Option<&[u8]>> = signers
            .iter()
            .map(|signer| {
                let index = signer.certificate.filter(|_| signer.is_verified_key)?;
                match &self.document.certificates()[index] {
                    CertificateChoice::Certificate(certificate) => Some(certificate.serial()),
                    CertificateChoice::Unrecognised(_) => None,
                }
            })
            .collect();
        self.claim.check(&serials, self.policy.vid_layout, self.policy.crypto)
    }

    /// All checks of one signer, in the order in which they name the verdict.
    fn conclude_signer(&mut self, signer: &Signer<'a>, document_findings: &[FindingCode]) -> SignerReport {
        let info = signer.info;
        let attributes = signer.attributes.as_ref().ok().and_then(Option::as_ref);
        let (chosen, signature) = self.choose(signer);
        let (candidate, path) = chosen.unzip();
        let certificate = candidate.map(|candidate| candidate.certificate);
        let is_verified_key = signature.outcome == Outcome::Passed;
        let digest_algorithm = info.digest_algorithm().digest();
        let content = self.content.check(digest_algorithm);
        let reading = self.content.reading();

        let mut report = SignerReport {
            verdict: Verdict::TotalPassed,
            sign_type: match (reading, info.has_signed_attributes()) {
                (Reading::Prehash, _) => SignType::PlainHash,
                (Reading::Content, true) => SignType::SignedAttribute,
                (Reading::Content, false) => SignType::Message,
            },
            reading,
            certificate: candidate.map(|candidate| candidate.index),
            is_verified_key,
            path: Vec::new(),
            anchor: None,
            claimed_signing_time: attributes.and_then(|attributes| attributes.signing_time),
            checks: Vec::with_capacity(CheckId::ALL.len()),
            findings: self.findings(signer, certificate, is_verified_key),
        };
        let checks = &mut report.checks;
        checks.push(match &signer.attributes {
            Ok(_) => Check::passed(CheckId::SignedAttributes),
            Err(check) => check.clone(),
        });
        checks.push(self.check_profile(document_findings, &report.findings));
        checks.push(match certificate {
            Some(_) => Check::passed(CheckId::SignerCertificate),
            None => Check::undecided(
                CheckId::SignerCertificate,
                SubIndication::NoSigningCertificateFound,
                Reason::NoSignerCertificate,
            ),
        });
        checks.push(content);
        checks.push(self.check_message_digest(info, attributes));
        checks.push(signature);
        checks.push(match attributes.and_then(|attributes| attributes.algorithm_protection) {
            Some(protection) => protection.check(info),
            None => Check::not_applicable(CheckId::AlgorithmProtection),
        });
        checks.push(match (attributes, certificate) {
            (Some(attributes), Some(certificate)) if !attributes.certificate_hashes.is_empty() => {
                attributes::check_signing_certificate(
                    &attributes.certificate_hashes,
                    certificate,
                    self.policy.crypto,
                )
            }
            _ => Check::not_applicable(CheckId::SigningCertificate),
        });
        checks.push(self.check_sign_type(info, reading));
        checks.push(match self.content.octets() {
            Some(octets) if !info.has_signed_attributes() => attributes::confusion(octets),
            _ => Check::not_applicable(CheckId::AttributeConfusion),
        });
        checks.push(self.check_strength(signer, certificate.filter(|_| is_verified_key), path.as_ref()));
        let is_path_good = path.as_ref().is_some_and(|path| path.check.reason.is_none());
        if let (true, Some(path)) = (is_path_good, &path) {
            report.path.extend(report.certificate);
            report.anchor = path.anchor;
        }
        checks.push(path.map_or(Check::not_applicable(CheckId::Path), |path| path.check));
        checks.push(certificate.map_or(Check::not_applicable(CheckId::Validity), |certificate| {
            path::check_validity(certificate, self.policy.at)
        }));
        checks.push(self.check_revocation(is_path_good));
        report.verdict = signer_verdict(&report.checks);
        report
    }

    /// The certificate to report on, with its path, and the outcome of the signature: the one
    /// under whose key the signature verified; among several of those or of none, one with a good
    /// path; among several of these, the first by its octets. The document's order has no say.
    fn choose<'s>(&self, signer: &'s Signer<'a>) -> (Option<(&'s Candidate<'a>, PathOutcome)>, Check) {
        let unsupported =
            || Reason::AlgorithmUnsupported(signer.info.signature_algorithm().oid().into());
        let mut best: Option<(u8, &Candidate<'a>, PathOutcome)> = None;
        let mut not_verified: Option<NotVerified> = None;
        let mut has_verified = false;
        for candidate in &signer.candidates {
            let outcome = self.questions.outcome(&candidate.signature, unsupported);
            let path = candidate.path.conclude(candidate.certificate, &self.questions);
            let rank = match &path.check.reason {
                None => 2,
                Some(_) if path.anchor.is_some() => 1,
                Some(_) => 0,
            } + if outcome.is_ok() { 3 } else { 0 };
            has_verified |= outcome.is_ok();
            match (outcome, &not_verified) {
                (Err(open @ NotVerified::Open(_)), None | Some(NotVerified::Wrong(_))) => {
                    not_verified = Some(open);
                }
                (Err(wrong), None) => not_verified = Some(wrong),
                _ => {}
            }
            if best.as_ref().is_none_or(|(best, _, _)| rank > *best) {
                best = Some((rank, candidate, path));
            }
        }
        let signature = match (has_verified, not_verified) {
            (true, _) => signature::check(Ok(())),
            (false, _) if signer.has_more_candidates => {
                signature::check(Err(NotVerified::Open(Reason::BudgetExhausted)))
            }
            _ if !signer.has_input => Check::not_applicable(CheckId::Signature),
            (false, Some(not_verified)) => signature::check(Err(not_verified)),
            (false, None) => Check::not_applicable(CheckId::Signature),
        };
        (best.map(|(_, candidate, path)| (candidate, path)), signature)
    }

    fn findings(
        &self,
        signer: &Signer<'a>,
        certificate: Option<&Certificate<'a>>,
        is_verified_key: bool,
    ) -> Vec<FindingCode> {
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
            is_verified_key && !(info.attributes_as_sent() && attributes.set.is_sorted())
        };
        find(attributes.is_some_and(is_not_der), FindingCode::SignedAttributesNotDer);
        if let Some(time) = attributes.and_then(|attributes| attributes.signing_time) {
            let is_outside = certificate.is_some_and(|certificate| {
                let validity = certificate.validity();
                !(validity.not_before..=validity.not_after).contains(&time)
            });
            find(is_outside, FindingCode::SigningTimeOutsideValidity);
            find(time > self.policy.at, FindingCode::SigningTimeAfterAt);
        }
        find(signer.candidates.len() > 1, FindingCode::AmbiguousSignerCertificate);
        find(
            certificate.is_some_and(|certificate| !certificate.serial_is_positive()),
            FindingCode::SerialNotPositive,
        );
        findings
    }

    fn check_profile(&self, document: &[FindingCode], signer: &[FindingCode]) -> Check {
        let mut tolerances = document.iter().chain(signer).filter(|finding| finding.is_tolerance());
        match (self.policy.profile, tolerances.next()) {
            (Profile::Strict, Some(finding)) => Check::undecided(
                CheckId::Profile,
                SubIndication::FormatFailure,
                Reason::ToleranceRefused(*finding),
            ),
            (Profile::Standard | Profile::Strict, _) => Check::passed(CheckId::Profile),
        }
    }

    fn check_message_digest(
        &mut self,
        info: &SignerInfo<'a>,
        attributes: Option<&SignedAttributes<'a>>,
    ) -> Check {
        let id = CheckId::MessageDigest;
        let Some(attributes) = attributes else { return Check::not_applicable(id) };
        let identifier = info.digest_algorithm();
        let unsupported = || {
            let reason = Reason::AlgorithmUnsupported(identifier.oid().into());
            Check::undecided(id, SubIndication::CryptoConstraintsFailure, reason)
        };
        let Some(algorithm) = identifier.digest() else { return unsupported() };
        match self.content.of(algorithm) {
            Some(digest) if digest.as_bytes() == attributes.message_digest => Check::passed(id),
            Some(_) => Check::failed(id, SubIndication::HashFailure, Reason::MessageDigestDiffers),
            None if self.content.octets().is_some() => unsupported(),
            None => Check::not_applicable(id),
        }
    }

    fn check_sign_type(&self, info: &SignerInfo<'a>, reading: Reading) -> Check {
        let id = CheckId::SignType;
        let Some(demanded) = self.policy.sign_type else { return Check::not_applicable(id) };
        let found = if info.has_signed_attributes() { SignType::SignedAttribute } else { SignType::Message };
        if demanded == found || (demanded == SignType::PlainHash && reading == Reading::Prehash) {
            return Check::passed(id);
        }
        let reason = Reason::SignTypeDiffers { demanded, found };
        Check::undecided(id, SubIndication::SigConstraintsFailure, reason)
    }

    fn check_strength(
        &self,
        signer: &Signer<'a>,
        verified: Option<&Certificate<'a>>,
        path: Option<&PathOutcome>,
    ) -> Check {
        let (Some(certificate), Ok(algorithm)) = (verified, signature::algorithm(signer.info)) else {
            return Check::not_applicable(CheckId::AlgorithmStrength);
        };
        let constraints = &self.policy.constraints;
        let key = certificate.public_key().public_key().ok();
        let own = signature::weakness(constraints, algorithm.digest(), key);
        let link = || {
            let anchor = &self.policy.anchors[path?.anchor?];
            let (digest, key) = path::link_strength(certificate, anchor)?;
            signature::weakness(constraints, digest, key)
        };
        signature::check_strength(own.or_else(link))
    }

    fn check_revocation(&self, is_path_good: bool) -> Check {
        let id = CheckId::Revocation;
        match self.policy.revocation {
            Revocation::NotChecked => Check {
                id,
                outcome: Outcome::NotChecked,
                reason: Some(Reason::RevocationNotRequested),
            },
            Revocation::Require if !is_path_good => Check::not_applicable(id),
            Revocation::Require => {
                Check::undecided(id, SubIndication::TryLater, Reason::NoRevocationEvidence)
            }
        }
    }
}

/// The verdict on a signer. What every good signature has must have been checked: if one of these
/// checks was left out and no other has failed, nothing has been shown.
fn signer_verdict(checks: &[Check]) -> Verdict {
    const INDISPENSABLE: [CheckId; 6] = [
        CheckId::SignedAttributes,
        CheckId::SignerCertificate,
        CheckId::Content,
        CheckId::Signature,
        CheckId::Path,
        CheckId::Validity,
    ];
    let has_passed = |id| checks.iter().any(|c| c.id == id && c.outcome == Outcome::Passed);
    match verdict_of(checks) {
        Verdict::TotalPassed if !INDISPENSABLE.into_iter().all(has_passed) => {
            Verdict::Indeterminate(SubIndication::SigConstraintsFailure)
        }
        verdict => verdict,
    }
}

impl<'a> Signer<'a> {
    fn new(
        info: &'a SignerInfo<'a>,
        document: &'a SignedDocument<'a>,
        policy: &'a Policy<'a>,
        content: &mut ContentDigests<'a>,
        questions: &mut Questions<'a>,
    ) -> Self {
        let attributes = SignedAttributes::read(info, document.content_type());
        let algorithm = signature::algorithm(info);
        let (has_input, input) = match (&algorithm, info.signed_attributes()) {
            (Ok(algorithm), None) => {
                let input = content.of(algorithm.digest());
                (input.is_some() || content.octets().is_some(), input)
            }
            // The signature can be judged even where the attributes in it break a rule.
            (Ok(algorithm), Some(Ok(set))) => {
                (true, signature::attributes_digest(&set, algorithm.digest(), policy.crypto))
            }
            (Ok(_), Some(Err(_))) => (false, None),
            (Err(_), _) => (true, None),
        };
        let mut candidates: Vec<(usize, &'a Certificate<'a>)> = document
            .certificates()
            .iter()
            .enumerate()
            .filter_map(|(index, choice)| match choice {
                CertificateChoice::Certificate(certificate) => Some((index, certificate)),
                CertificateChoice::Unrecognised(_) => None,
            })
            .filter(|(_, certificate)| info.identifier().matches(certificate))
            .collect();
        candidates.sort_by_key(|(_, certificate)| certificate.octets());
        candidates.dedup_by_key(|(_, certificate)| certificate.octets());
        let has_more_candidates = candidates.len() > policy.budget.candidates;
        candidates.truncate(policy.budget.candidates);
        let mut ask = |certificate: &Certificate<'a>| match (&algorithm, input) {
            (Err(not_verified), _) => Asked::Settled(not_verified.clone()),
            // There is an input, but the provider does not compute its digest; or there is none,
            // and what is settled here is not looked at.
            (Ok(_), None) => {
                let oid = info.digest_algorithm().oid().into();
                Asked::Settled(NotVerified::Open(Reason::AlgorithmUnsupported(oid)))
            }
            (Ok(algorithm), Some(digest)) => questions.put(Question::new(
                &certificate.public_key(),
                *algorithm,
                SignatureInput::Prehash(digest),
                info.signature(),
            )),
        };
        let asked: Vec<Asked> = candidates.iter().map(|(_, certificate)| ask(certificate)).collect();
        let candidates = candidates
            .into_iter()
            .zip(asked)
            .map(|((index, certificate), signature)| Candidate {
                index,
                certificate,
                signature,
                path: PathInquiry::new(certificate, &policy.anchors, questions),
            })
            .collect();
        Self { info, attributes, has_input, candidates, has_more_candidates }
    }
}
