//! A certificate by itself, judged like a signer's certificate.

use crate::algorithm::{
    DigestAlgorithm, KeyFault, PssParameters, PublicKey, RsaUsage, SignatureAlgorithm,
};
use crate::check::profile::{self, with_positions};
use crate::check::signature;
use crate::cms::CertificateChoice;
use crate::crypto::request_queue::{RequestQueue, unsupported_length};
use crate::crypto::verified_cache::CacheKey;
use crate::crypto::{SignatureInput, SignatureRequest, SignatureStatus};
use crate::encoding::oid::Oid;
use crate::encoding::time::Time;
use crate::path::best_path::Paths;
use crate::path::issuer_graph::CertificateStore;
use crate::policy::Policy;
use crate::policy::revocation_data::RevocationData;
use crate::report::{CertificateReport, Check, Origin, Reason, verdict_of};
use crate::request::Request;
use crate::x509::Certificate;
use alloc::borrow::Cow;
use alloc::vec::Vec;

impl Policy<'_> {
    /// Describes a certificate as if somebody had signed with it: its path to a trust anchor over
    /// `others` and the policy's intermediates, whether it was valid, and whether it had been
    /// revoked. In the report, index 0 of the document's certificates is this one, and 1 and above
    /// are `others`.
    ///
    /// ```
    /// # use injang_core::{Certificate, Policy, Time};
    /// fn is_good(policy: &Policy<'_>, der: &[u8], at: Time) -> Result<bool, injang_core::Error> {
    ///     let report = policy.audit_certificate(&Certificate::from_der(der)?, &[], at);
    ///     Ok(report.verdict.name() == "TOTAL-PASSED")
    /// }
    /// ```
    pub fn audit_certificate(
        &self,
        certificate: &Certificate<'_>,
        others: &[Certificate<'_>],
        at: Time,
    ) -> CertificateReport {
        let all: Vec<_> = core::iter::once(certificate)
            .chain(others)
            .map(|certificate| CertificateChoice::Certificate(*certificate))
            .collect();
        let octets: usize = others.iter().map(|other| other.octets().len()).sum();
        let input = (certificate.octets().len() + octets) as u64;
        judge(self, &all, &Request::at(at), input)
    }
}

fn judge<'a>(
    policy: &'a Policy<'a>,
    certificates: &'a [CertificateChoice<'a>],
    request: &Request<'_>,
    input: u64,
) -> CertificateReport {
    let mut requests = RequestQueue::new(policy.budget, input);
    let mut paths = Paths::new(
        policy,
        request.at,
        CertificateStore::new(policy, certificates),
        RevocationData::new(),
    );
    let origin = Origin::Document(0);
    paths.start(core::iter::once(origin));
    paths.advance(&mut requests);
    while !requests.open().is_empty() {
        requests.ask(policy.crypto);
        paths.advance(&mut requests);
    }
    let outcome = paths.outcome(origin, &requests);
    let certificate = certificates
        .first()
        .and_then(CertificateChoice::certificate);
    let found = with_positions(&outcome.report);
    // Where no path leads from the certificate, its own findings count all the same.
    let own = profile::findings(paths.tolerances(origin)).map(|finding| (finding, Some(0)));
    let found: Vec<_> = own.chain(found).collect();
    let digest = || paths.certificate_digest(origin);
    let of_key = certificate.and_then(|it| check_key(it, policy, digest));
    let strength = of_key.unwrap_or(outcome.strength);
    let checks = Vec::from([
        profile::check_profile(policy.profile, found.iter().copied()),
        strength,
        outcome.path,
        outcome.validity,
        outcome.revocation,
    ]);
    let mut findings = Vec::new();
    for (finding, _) in found {
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    }
    for finding in outcome.findings {
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    }
    CertificateReport {
        verdict: verdict_of(&checks),
        conditions: policy.conditions(request),
        checks,
        findings,
        path: outcome.report,
        revocation_data: paths.revocation_data(&[]),
    }
}

/// Why no signature under the key of a certificate could be verified here; `None` if the key is
/// known and can be used. There is no signature of this key, so the crypto backend is asked to verify a
/// made-up one: for a usable key it answers that the signature is invalid.
/// The cache keeps that the key can be used, as it keeps signatures.
fn check_key(
    certificate: &Certificate<'_>,
    policy: &Policy<'_>,
    digest: impl FnOnce() -> Option<[u8; 32]>,
) -> Option<Check> {
    /// `ECDSA-Sig-Value { r 1, s 1 }`
    const ONE_AND_ONE: [u8; 8] = [0x30, 6, 2, 1, 1, 2, 1, 1];
    let info = certificate.public_key();
    let cache = policy.cache.as_ref();
    let cache = cache.and_then(|cache| Some((cache, CacheKey::of_usable_key(&digest()?))));
    if cache.as_ref().is_some_and(|(cache, key)| cache.holds(key)) {
        return None;
    }
    let unsupported = |oid: Oid<'_>| Reason::AlgorithmUnsupported(oid.into());
    let reason = match info.public_key() {
        Err(KeyFault::Unsupported(oid)) => unsupported(oid),
        Err(KeyFault::TooLong { bits }) => Reason::KeyLengthUnsupported { bits },
        Err(KeyFault::Unusable) => Reason::KeyUnusable,
        Ok(key) => {
            let (algorithm, signature) = match key {
                PublicKey::Rsa { modulus, usage, .. } => {
                    let algorithm = match usage {
                        RsaUsage::Any => SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha256),
                        RsaUsage::Pss(parameters) => {
                            SignatureAlgorithm::RsaPss(parameters.unwrap_or(PssParameters {
                                digest: DigestAlgorithm::Sha256,
                                mask_digest: DigestAlgorithm::Sha256,
                                salt: 32,
                            }))
                        }
                    };
                    (algorithm, alloc::vec![0; modulus.len()])
                }
                PublicKey::Ec { .. } => (
                    SignatureAlgorithm::Ecdsa(DigestAlgorithm::Sha256),
                    ONE_AND_ONE.to_vec(),
                ),
                PublicKey::Ed25519(_) => (SignatureAlgorithm::Ed25519, alloc::vec![0; 64]),
            };
            let input = SignatureInput::Message(Cow::Borrowed(&[]));
            let request = SignatureRequest::new(&info, algorithm, input, &signature).ok()?;
            match policy.crypto.answer(&request) {
                SignatureStatus::Valid | SignatureStatus::Invalid => {
                    if let Some((cache, key)) = &cache {
                        cache.insert(key, false);
                    }
                    return None;
                }
                SignatureStatus::UnusableKey => Reason::KeyUnusable,
                SignatureStatus::Unsupported => {
                    unsupported_length(key).unwrap_or_else(|| unsupported(info.algorithm().oid()))
                }
                SignatureStatus::Unanswered => Reason::Unanswered,
            }
        }
    };
    Some(signature::check_strength(Some(reason)).about(0))
}
