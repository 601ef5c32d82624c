//! Invariants of verdicts.

use super::checked_backend::CheckedBackend;
use super::setting::{Setting, signed};
use injang_core::report::{Check, CheckId, Lang, Origin, Outcome, Reason};
use injang_core::{
    Budget, Cause, Ci, Claim, Content, ContentStream, CryptoBackend as _, DigestAlgorithm,
    Identity, Limits, Profile, Report, SignedDocument, SignerInfo, SignerReport, StreamedContent,
    SubIndication, Verdict, Vid, is_deceptive,
};
use injang_crypto::Combined;
use std::sync::Arc;

/// Judging never panics, and the parts of the report agree. All crypto backends give the same report,
/// again and again. The strict profile, a claim and what is supplied beside the document turn nothing
/// into a pass. The normalised octets have the same verdict as those that were sent. The work is
/// bounded by the input.
///
/// # Panics
/// If that does not hold.
pub fn audit(input: &[u8]) {
    let setting = Setting::get();
    let backends = CheckedBackend::all();
    let reports = backends
        .each_ref()
        .map(|backend| setting.judge(input, backend, Content::Embedded));
    let [report, others @ ..] = &reports;
    coherent(report);
    bounded(input, report, &backends[0]);
    for (other, backend) in others.iter().zip(&backends[1..]) {
        if backend.has_gaps() {
            coherent(other);
            assert!(passes(report) || !passes(other), "a gap turns into a pass");
        } else {
            let other = as_judged_by(report, other);
            assert_eq!(report, &other, "the providers differ");
        }
    }
    let crypto = CheckedBackend::combined();
    let again = setting.judge(input, &crypto, Content::Embedded);
    assert_eq!(report, &again, "the same twice");

    let read = injang_core::armor::decode(input).ok();
    let der = read
        .as_ref()
        .and_then(|read| read.to_der(Limits::default()).ok());
    let document = der.as_ref().and_then(|der| SignedDocument::parse(der).ok());
    let (Some(der), Some(document)) = (&der, document) else {
        let failure = Verdict::TotalFailed(SubIndication::FormatFailure);
        assert_eq!(report.verdict, failure, "what can't be read is malformed");
        assert!(report.signers.is_empty());
        return;
    };
    assert_eq!(report.signers.len(), document.signers().len());

    // The strict profile changes the check on the profile, and no other.
    let policy = setting.policy(&crypto);
    let request = Setting::request();
    let strict = policy.clone().profile(Profile::Strict);
    let strict = document.audit(&strict, &request);
    coherent(&strict);
    assert!(passes(report) || !passes(&strict), "strict passes more");
    assert_eq!(report.findings, strict.findings);
    for (standard, strict) in report.signers.iter().zip(&strict.signers) {
        let others = |checks: &[Check]| -> Vec<Check> {
            let is_other = |check: &&Check| check.id != CheckId::Profile;
            checks.iter().filter(is_other).cloned().collect()
        };
        assert_eq!(others(&standard.checks), others(&strict.checks));
    }

    // A claim changes no verdict; no signer has this CI.
    let ci = "A".repeat(86) + "==";
    let ci = Ci::from_base64(ci.as_bytes()).expect("64 octets");
    let vid = Vid::parse(&"0".repeat(64)).expect("32 octets");
    let claimed = document.audit(&policy, &request.claim(Claim::vid(&ci, &vid)));
    assert_eq!(
        (&claimed.verdict, &claimed.signers),
        (&report.verdict, &report.signers)
    );
    assert!(!matches!(claimed.identity, Identity::Matched { .. }));
    assert!(!claimed.is_accepted());

    // A request without an answer is no pass, and answers may come one by one.
    let validation = document.validate(&policy, &request);
    assert!(!passes(&validation.finish()), "passed without an answer");
    let mut validation = document.validate(&policy, &request);
    while let [request, ..] = validation.requests() {
        let answer = crypto.answer(request);
        validation.answer(&[answer]);
    }
    assert_eq!(report, &validation.finish(), "answers one by one");

    // Content in the document, and content that is supplied.
    if let Some(content) = document.untrusted_content() {
        let supplied = document.audit(&policy, &request.content(Content::Detached(content)));
        assert_eq!(report, &supplied, "the content itself is supplied");
        for algorithm in DigestAlgorithm::ALL {
            let digest = crypto.digest(algorithm, &[content]).expect("a digest");
            let supplied = document.audit(&policy, &request.content(Content::Digest(digest)));
            let is_the_signers =
                |info: &SignerInfo<'_>| info.digest_algorithm().digest() == Some(algorithm);
            if document.signers().iter().all(is_the_signers) {
                assert_eq!(report.verdict, supplied.verdict, "its digest is supplied");
            } else {
                assert!(
                    !passes(&supplied),
                    "a digest of another algorithm is supplied"
                );
            }
        }
        let other = [content, b"."].concat();
        let other = document.audit(&policy, &request.content(Content::Detached(&other)));
        assert!(!passes(&other), "another content is supplied");
    } else {
        assert!(!passes(report), "passed without a content");
    }

    // A diagnosis names causes of a failure only, its texts have no deceptive characters, and it
    // makes no more signature requests than a report may.
    let line = b"content\n";
    let digest = crypto.digest(DigestAlgorithm::Sha256, &[line]);
    for content in [
        Content::Embedded,
        Content::Detached(line),
        Content::Digest(digest.expect("SHA-256")),
    ] {
        let backend = CheckedBackend::combined();
        let policy = setting.policy(&backend);
        let diagnoses = document.diagnose(&policy, &request.content(content));
        diagnosed_within_bounds(input, report, &backend);
        for diagnosis in &diagnoses.found {
            let signers = document.signers().len();
            assert!(diagnosis.signer.is_none_or(|signer| signer < signers));
            if let Cause::OtherCertificate { index } = diagnosis.cause {
                assert!(index < document.certificates().len());
            }
            for lang in [Lang::En, Lang::Ko] {
                let sentence = diagnosis.sentence(lang).to_string();
                assert!(!sentence.contains(is_deceptive));
            }
        }
        let judged = document.audit(&policy, &request.content(content));
        assert!(
            !passes(&judged) || (diagnoses.found.is_empty() && diagnoses.is_complete),
            "a cause of nothing"
        );
    }

    // `verify` accepts what `audit` accepts.
    let verified = document.verify(&policy, &request);
    assert_eq!(verified.is_ok(), report.is_accepted());

    // The document as sent and as normalised: only findings on its encoding differ.
    let normal = setting.judge(der.octets(), &crypto, Content::Embedded);
    assert_eq!(
        report.verdict, normal.verdict,
        "normalising changes the verdict"
    );
    for (sent, normal) in report.signers.iter().zip(&normal.signers) {
        let outcomes = |signer: &SignerReport| -> Vec<_> {
            let outcome = |it: &Check| (it.id, it.outcome, it.reason.as_ref().map(Reason::code));
            signer.checks.iter().map(outcome).collect()
        };
        assert_eq!(
            outcomes(sent),
            outcomes(normal),
            "normalising changes a check"
        );
    }
}

/// Whatever passes was signed by the keys of the vectors. The fuzzer has none of them, so
/// certificate, content and content type of everything that passes are those of one vector.
///
/// # Panics
/// If that does not hold.
pub fn pass(input: &[u8]) {
    let setting = Setting::get();
    let crypto = CheckedBackend::combined();
    let judge = |content: Content<'_>| {
        let report = setting.judge(input, &crypto, content);
        if passes(&report) {
            coherent(&report);
            let found = signed(input, &report, content);
            assert_eq!(found.len(), report.signers.len(), "each signer is known");
            for (signed, is_whole) in found {
                assert!(is_whole && setting.knows(&signed), "nobody signed this");
            }
        }
        report
    };
    let report = judge(Content::Embedded);
    let is_detached = report.signers.iter().any(|signer| {
        let content = signer.check(CheckId::Content);
        content.is_some_and(|check| check.reason == Some(Reason::ContentMissing))
    });
    if is_detached {
        for octets in &setting.detached {
            let whole = judge(Content::Detached(octets));
            let streamed = streamed(input, octets);
            let streamed = setting.judge(input, &crypto, Content::Streamed(&streamed));
            assert_eq!(whole.verdict, streamed.verdict, "a stream differs");
        }
    }
}

/// The same content in two pieces, with the digests that the document asks for.
fn streamed(input: &[u8], octets: &[u8]) -> StreamedContent {
    let read = injang_core::armor::decode(input).ok();
    let der = read
        .as_ref()
        .and_then(|read| read.to_der(Limits::default()).ok());
    let document = der.as_ref().and_then(|der| SignedDocument::parse(der).ok());
    let algorithms = document.map_or(Vec::new(), |document| document.digest_algorithms());
    let mut stream = ContentStream::new(&Combined, &algorithms);
    let (left, right) = octets.split_at(octets.len() / 2);
    stream.update(left);
    stream.update(right);
    stream.finish()
}

fn passes(report: &Report) -> bool {
    report.verdict == Verdict::TotalPassed
}

/// The other report with the crypto backend of this one in its conditions: nothing else may depend on
/// the backend.
fn as_judged_by(report: &Report, other: &Report) -> Report {
    let mut other = other.clone();
    Arc::make_mut(&mut other.conditions.policy).crypto = report.conditions.policy.crypto;
    other
}

/// The parts of a report agree, and its texts can be shown.
fn coherent(report: &Report) {
    let severity = |verdict: Verdict| match verdict {
        Verdict::TotalPassed => 0,
        Verdict::Indeterminate(_) => 1,
        Verdict::TotalFailed(_) => 2,
    };
    let worst = |checks: &[Check]| {
        let severities = checks.iter().map(|check| match check.outcome {
            Outcome::Failed(_) => 2,
            Outcome::Indeterminate(_) => 1,
            _ => 0,
        });
        severities.max().unwrap_or(0)
    };
    let own = worst(&report.checks);
    let signers = report.signers.iter().map(|signer| severity(signer.verdict));
    let expected = signers.max().unwrap_or(0).max(own);
    assert_eq!(
        severity(report.verdict),
        expected,
        "the worst is the verdict"
    );
    for signer in &report.signers {
        assert!(severity(signer.verdict) >= worst(&signer.checks));
        assert_eq!(
            signer.path.anchor.is_some(),
            !signer.path.certificates.is_empty()
        );
    }
    for check in report
        .checks
        .iter()
        .chain(report.signers.iter().flat_map(|signer| &signer.checks))
    {
        let sentences = check
            .reason
            .iter()
            .flat_map(|reason| [Lang::En, Lang::Ko].map(|lang| reason.sentence(lang).to_string()));
        for sentence in sentences {
            assert!(!sentence.is_empty() && !sentence.contains(is_deceptive));
        }
    }
    if !passes(report) {
        assert!(!report.is_accepted());
        return;
    }
    assert!(!report.signers.is_empty(), "passed without a signer");
    for signer in &report.signers {
        assert!(signer.path.anchor.is_some());
        let first = signer.path.certificates.first().map(|it| it.origin);
        assert!(signer.is_verified_key && first == signer.certificate.map(Origin::Document));
        for id in [
            CheckId::SignedAttributes,
            CheckId::SignerCertificate,
            CheckId::Content,
            CheckId::Signature,
            CheckId::AlgorithmStrength,
            CheckId::Path,
            CheckId::Validity,
        ] {
            let outcome = signer.check(id).map(|check| check.outcome);
            assert_eq!(outcome, Some(Outcome::Passed), "{}", id.name());
        }
    }
}

/// The crypto backend gets no more requests than the input allows.
fn bounded(input: &[u8], report: &Report, backend: &CheckedBackend) {
    let signers = report.signers.len();
    let budget = Budget::default();
    // One for each signer and candidate, one for each certificate and issuer; no certificate is
    // shorter than 64 octets.
    let certificates = input.len() / 64;
    let requests = signers * budget.candidates + certificates * budget.issuers;
    let requests = requests.min(budget.signatures);
    assert!(backend.asked() <= requests, "{} requests", backend.asked());
    let octets = judged_octets(input, signers);
    assert!(
        backend.digested() <= octets,
        "{} octets of {} digested",
        backend.digested(),
        input.len()
    );
}

/// How many octets a report may digest: the content and each certificate once per algorithm, the
/// attributes once, certificates under each key of their issuer's name, and messages for Ed25519,
/// anew for each signer and certificate but within the budget.
fn judged_octets(input: &[u8], signers: usize) -> usize {
    let budget = Budget::default();
    let most = (signers * budget.candidates + budget.issuers) * input.len();
    let messages = most.min(8 * input.len() + budget.octets);
    input.len() * (16 + Setting::get().anchors()) + messages
}

/// A diagnosis makes no more signature requests than its budget allows, those of its report included.
fn diagnosed_within_bounds(input: &[u8], report: &Report, backend: &CheckedBackend) {
    let budget = Budget::default();
    assert!(
        backend.asked() <= budget.signatures,
        "{} requests for a diagnosis",
        backend.asked()
    );
    // What the report may digest, the content and the attributes once more, and the forms that the
    // diagnosis tries.
    let signers = report.signers.len();
    let judged = judged_octets(input, signers) + 16 * input.len();
    let octets = judged + (64 * input.len()) + (17 << 20);
    assert!(
        backend.digested() <= octets,
        "{} octets of {} digested for a diagnosis",
        backend.digested(),
        input.len()
    );
}
