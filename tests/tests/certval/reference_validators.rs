//! One path and one set of inputs, judged by Injang and by certval.

use certval::environment::pki_environment::PkiEnvironment;
use certval::path_settings::CertificationPathSettings;
use certval::pdv_certificate::{DeferDecodeSigned, PDVCertificate};
use certval::pdv_extension::{ExtensionProcessing as _, PDVExtension};
use certval::pdv_trust_anchor::PDVTrustAnchorChoice;
use certval::{
    CertificationPath, CertificationPathResults, Error, FinalValidPolicyTree, PathValidationStatus,
    TimeOfInterest, compare_names, enforce_trust_anchor_constraints, validate_path_rfc5280,
};
use injang_core::report::{CertificateReport, CheckId, Reason};
use injang_core::{
    Budget, Certificate, CryptoBackend as _, DigestAlgorithm, OidBuf, Policy, Revocation,
    SignatureAlgorithm, SignatureInput, SignatureRequest, SignatureStatus, SubjectPublicKeyInfo,
    Time, TrustAnchor, Verdict,
};
use injang_crypto::Combined;
use rsa::pkcs8::der::asn1::BitString;
use rsa::pkcs8::der::{Decode as _, Encode as _};
use rsa::pkcs8::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};
use std::collections::BTreeSet;

/// anyPolicy
pub(crate) const ANY: &str = "2.5.29.32.0";

/// The inputs of RFC 5280 6.1.1 beside the path, and what is asked of the certificate at its end.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "they are the standard's")]
pub(crate) struct Inputs {
    pub(crate) at: Time,
    /// user-initial-policy-set, dotted.
    pub(crate) initial: BTreeSet<String>,
    pub(crate) explicit: bool,
    pub(crate) inhibit_mapping: bool,
    pub(crate) inhibit_any: bool,
    /// Whether the anchor's certificate constrains what is below it (RFC 5937).
    pub(crate) anchor_constraints: bool,
    /// A purpose that extKeyUsage must allow, dotted.
    pub(crate) purpose: Option<String>,
    /// How many CAs may stand between the anchor and the end.
    pub(crate) depth: Option<u8>,
}

/// What is judged, in DER.
pub(crate) struct Path {
    pub(crate) anchor: Vec<u8>,
    /// From the one that the anchor issued down to the end.
    pub(crate) certificates: Vec<Vec<u8>>,
}

/// What Injang says: the user-constrained policy set (dotted), or why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ours {
    Valid(BTreeSet<String>),
    Invalid(Vec<Reason>),
    /// A certificate can't be read.
    Unreadable,
}

/// What certval says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Theirs {
    Valid(BTreeSet<String>),
    Invalid(PathValidationStatus, Option<u32>),
    /// keyUsage of the end allows no signatures on documents, which Injang asks of it.
    NoSigner,
    /// It has no word for the fault.
    Failed,
    Unreadable,
}

impl Ours {
    pub(crate) fn is_valid(&self) -> bool {
        matches!(self, Self::Valid(_))
    }
}

impl Theirs {
    pub(crate) fn is_valid(&self) -> bool {
        matches!(self, Self::Valid(_))
    }
}

/// Whether they say the same: the same policies, or that there is no valid path.
pub(crate) fn agree(ours: &Ours, theirs: &Theirs) -> bool {
    match (ours, theirs) {
        (Ours::Valid(ours), Theirs::Valid(theirs)) => ours == theirs,
        _ => ours.is_valid() == theirs.is_valid(),
    }
}

/// What Injang says of the path alone.
pub(crate) fn ours(path: &Path, inputs: &Inputs) -> Ours {
    let Ok(anchor) = TrustAnchor::from_certificate(&path.anchor) else {
        return Ours::Unreadable;
    };
    let read: Result<Vec<_>, _> = path
        .certificates
        .iter()
        .map(|it| Certificate::from_der(it))
        .collect();
    let Ok(certificates) = read else {
        return Ours::Unreadable;
    };
    let (end, others) = certificates.split_last().expect("a path");
    let report = policy([anchor], inputs).audit_certificate(end, others, inputs.at);
    said(&report)
}

/// The policy of the inputs, with revocation left out.
pub(crate) fn policy(
    anchors: impl IntoIterator<Item = TrustAnchor>,
    inputs: &Inputs,
) -> Policy<'static> {
    let oid = |dotted: &String| OidBuf::parse(dotted).expect("an OID");
    let initial: Vec<_> = inputs.initial.iter().map(oid).collect();
    let mut budget = Budget::default();
    if let Some(depth) = inputs.depth {
        budget.depth = usize::from(depth);
    }
    let policy = Policy::new(&Combined, anchors, Revocation::NotChecked)
        .acceptable_policies(initial.iter().map(OidBuf::as_oid))
        .require_explicit_policy(inputs.explicit)
        .inhibit_policy_mapping(inputs.inhibit_mapping)
        .inhibit_any_policy(inputs.inhibit_any)
        .anchor_constraints(inputs.anchor_constraints)
        .budget(budget);
    match &inputs.purpose {
        Some(purpose) => policy.purpose(oid(purpose).as_oid()),
        None => policy,
    }
}

/// What a report comes to.
pub(crate) fn said(report: &CertificateReport) -> Ours {
    if report.verdict == Verdict::TotalPassed {
        let policies = report.path.policies.iter();
        return Ours::Valid(policies.map(|it| it.as_oid().to_string()).collect());
    }
    let reasons = report
        .checks
        .iter()
        .filter(|check| ![CheckId::AlgorithmStrength, CheckId::Revocation].contains(&check.id))
        .filter_map(|check| check.reason.clone());
    Ours::Invalid(reasons.collect())
}

/// certval, with Injang's own crypto backend.
pub(crate) struct Certval(PkiEnvironment);

impl Certval {
    pub(crate) fn new() -> Self {
        let mut environment = PkiEnvironment::new();
        environment.add_verify_signature_message_callback(verify);
        Self(environment)
    }

    /// What certval says of a path.
    pub(crate) fn judge(&self, path: &Path, inputs: &Inputs) -> Theirs {
        self.judge_as(path, inputs, false)
    }

    /// What certval says if it accepts all policies, and those that the user accepts are taken
    /// from its answer as RFC 9618 5.5 does.
    pub(crate) fn judge_any(&self, path: &Path, inputs: &Inputs) -> Theirs {
        self.judge_as(path, inputs, true)
    }

    fn judge_as(&self, path: &Path, inputs: &Inputs, accepts_any: bool) -> Theirs {
        let Ok(anchor) = PDVTrustAnchorChoice::try_from(&path.anchor[..]) else {
            return Theirs::Unreadable;
        };
        let read: Result<Vec<_>, _> = path
            .certificates
            .iter()
            .map(|it| PDVCertificate::try_from(&it[..]))
            .collect();
        let Ok(mut certificates) = read else {
            return Theirs::Unreadable;
        };
        let end = certificates.pop().expect("a path");
        let signs = signs_documents(&end);
        let mut results = CertificationPathResults::new();
        let any = ANY.to_owned();
        let mut accepted = None;
        let mut is_any = true;
        let judged = enforce_trust_anchor_constraints(&settings(inputs), &anchor).and_then(
            |mut settings| {
                let initial = settings.get_initial_policy_set();
                is_any = accepts_any || initial.contains(&any);
                if accepts_any && !initial.contains(&any) {
                    accepted = Some(initial);
                    settings.set_initial_policy_set(vec![any.clone()]);
                }
                let path = CertificationPath::new(anchor, certificates, end);
                validate_path_rfc5280(&self.0, &settings, &path, &mut results)
            },
        );
        match judged {
            Ok(()) if !signs => Theirs::NoSigner,
            Ok(()) => {
                let graph = results.get_final_valid_policy_graph().unwrap_or_default();
                let mut valid = policies(&graph, is_any);
                if let Some(accepted) = accepted {
                    if valid.contains(&any) {
                        valid.extend(accepted.iter().cloned());
                    }
                    valid.retain(|it| accepted.contains(it));
                    if valid.is_empty() && results.get_final_explicit_policy() == Some(0) {
                        return Theirs::Invalid(PathValidationStatus::NullPolicySet, None);
                    }
                }
                Theirs::Valid(valid)
            }
            Err(Error::PathValidation(status)) => {
                Theirs::Invalid(status, results.get_failure_index())
            }
            Err(_) => Theirs::Failed,
        }
    }

    /// The paths from a certificate to one of the anchors, as names and signatures make them.
    /// Certificates that certval can't read are not there.
    pub(crate) fn paths(&self, end: &[u8], others: &[Vec<u8>], anchors: &[Vec<u8>]) -> Vec<Path> {
        let read = |der: &Vec<u8>| {
            let certificate = PDVCertificate::try_from(&der[..]).ok()?;
            Some((der.clone(), certificate))
        };
        let others: Vec<_> = others.iter().filter_map(read).collect();
        let anchors: Vec<_> = anchors.iter().filter_map(read).collect();
        let mut open: Vec<Vec<_>> = read(&end.to_vec())
            .map(|end| vec![end])
            .into_iter()
            .collect();
        let mut found = Vec::new();
        while let Some(path) = open.pop() {
            let (_, top) = path.last().expect("a certificate");
            for (anchor, issuer) in &anchors {
                if self.issued(issuer, top) {
                    found.push(Path {
                        anchor: anchor.clone(),
                        certificates: path.iter().rev().map(|(der, _)| der.clone()).collect(),
                    });
                }
            }
            for other in &others {
                let is_new = path.iter().all(|(der, _)| *der != other.0);
                if is_new && self.issued(&other.1, top) {
                    open.push(path.iter().chain([other]).cloned().collect());
                }
            }
        }
        found
    }

    fn issued(&self, issuer: &PDVCertificate, subject: &PDVCertificate) -> bool {
        let above = issuer.decoded().tbs_certificate();
        let below = subject.decoded().tbs_certificate();
        let signed = DeferDecodeSigned::from_der(subject.as_bytes()).expect("a certificate");
        compare_names(above.subject(), below.issuer())
            && self
                .0
                .verify_signature_message(
                    &self.0,
                    &signed.tbs_field,
                    subject.decoded().signature(),
                    below.signature(),
                    above.subject_public_key_info(),
                )
                .is_ok()
    }
}

fn settings(inputs: &Inputs) -> CertificationPathSettings {
    let at = u64::try_from(inputs.at.unix()).expect("after 1970");
    let mut settings = CertificationPathSettings::new();
    settings.set_time_of_interest(TimeOfInterest::from_unix_secs(at).expect("a time"));
    settings.set_require_ta_store(false);
    settings.set_enforce_trust_anchor_validity(false);
    settings.set_enforce_trust_anchor_constraints(inputs.anchor_constraints);
    settings.set_initial_policy_set(inputs.initial.iter().cloned().collect());
    settings.set_initial_explicit_policy_indicator(inputs.explicit);
    settings.set_initial_policy_mapping_inhibit_indicator(inputs.inhibit_mapping);
    settings.set_initial_inhibit_any_policy_indicator(inputs.inhibit_any);
    if let Some(depth) = inputs.depth {
        settings.set_initial_path_length_constraint(depth);
    }
    if let Some(purpose) = &inputs.purpose {
        settings.set_extended_key_usage(vec![purpose.clone()]);
    }
    settings
}

/// Whether keyUsage, where it stands, has digitalSignature or nonRepudiation.
fn signs_documents(certificate: &PDVCertificate) -> bool {
    let key_usage = "2.5.29.15".parse().expect("an OID");
    match certificate.get_extension(&key_usage) {
        Ok(Some(PDVExtension::KeyUsage(usage))) => {
            usage.digital_signature() || usage.non_repudiation()
        }
        _ => true,
    }
}

/// The user-constrained policy set of a final graph, from which certval has taken what the user
/// does not accept. Its nodes come without their parents, which are those above that expect them,
/// or anyPolicy where none does (RFC 9618 5.3). Unless the user accepts any, what is accepted of an
/// anyPolicy at the end stands beside what is expected, even if it is the same.
fn policies(graph: &FinalValidPolicyTree, is_any: bool) -> BTreeSet<String> {
    let mut policies = BTreeSet::new();
    let Some(last) = graph.last().filter(|it| !it.is_empty()) else {
        return policies;
    };
    for pair in graph.windows(2) {
        if !pair[0].iter().any(|it| it.valid_policy.to_string() == ANY) {
            break;
        }
        for node in &pair[1] {
            let policy = &node.valid_policy;
            let is_expected = pair[0]
                .iter()
                .any(|it| it.expected_policy_set.contains(policy));
            let same = pair[1].iter().filter(|it| it.valid_policy == *policy);
            if !is_expected || (!is_any && same.count() > 1) {
                policies.insert(policy.to_string());
            }
        }
    }
    if last.iter().any(|it| it.valid_policy.to_string() == ANY) {
        policies.insert(ANY.to_owned());
    }
    policies
}

/// A signature request of certval's, answered by Injang's crypto backend.
fn verify(
    _: &PkiEnvironment,
    message: &[u8],
    signature: &BitString,
    algorithm: &AlgorithmIdentifierOwned,
    key: &SubjectPublicKeyInfoOwned,
) -> certval::Result<()> {
    let algorithm = match algorithm.oid.to_string().as_str() {
        "1.2.840.113549.1.1.11" => SignatureAlgorithm::RsaPkcs1(DigestAlgorithm::Sha256),
        "1.2.840.10045.4.3.2" => SignatureAlgorithm::Ecdsa(DigestAlgorithm::Sha256),
        _ => return Err(Error::Unrecognized),
    };
    let bad = Error::PathValidation(PathValidationStatus::SignatureVerificationFailure);
    let key = key.to_der()?;
    let signature = signature.as_bytes().ok_or(bad)?;
    let input = SignatureInput::Message(message.into());
    let answer = SubjectPublicKeyInfo::from_der(&key)
        .ok()
        .and_then(|key| SignatureRequest::new(&key, algorithm, input, signature).ok())
        .map(|request| Combined.answer(&request));
    match answer {
        Some(SignatureStatus::Valid) => Ok(()),
        _ => Err(bad),
    }
}
