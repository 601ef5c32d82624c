//! From a certificate to a trust anchor: RFC 5280 6.1, with the policies of RFC 9618 and the
//! anchor's constraints of RFC 5937.
//!
//! Signatures, validity and revocation are not looked at here: this is what a path of certificates
//! says, one after the other, about the ones below.

use crate::crypto::request_queue::RequestQueue;
use crate::encoding::der::{Reader, tag};
use crate::encoding::oid::{self, Oid, OidBuf};
use crate::encoding::time::Time;
use crate::policy::{Policy, PolicyInputs, TrustAnchor};
use crate::report::{Check, CheckId, Reason, SubIndication};
use crate::x509::{
    Certificate, CertificateDefect, GeneralName, JudgedName, Name, NameConstraints, NameForm,
    NamePermission, PathExtensions, PolicyGraph, is_host,
};
use alloc::vec::Vec;

/// A certificate of a path, and what its extensions say.
pub(crate) struct PathStep<'p, 'a> {
    pub(crate) certificate: &'p Certificate<'a>,
    pub(crate) extensions: &'p PathExtensions<'a>,
}

/// What the certificate at the end of a path is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PathRole {
    /// Signing documents, under the policy's demands.
    Signer,
    /// Signing CRLs.
    CrlIssuer,
    /// Signing OCSP responses.
    Responder,
}

/// The first rule that is broken, going down from the anchor.
pub(crate) struct Broken {
    /// The certificate that breaks it, counted from the one at the end; the anchor's own comes last.
    pub(crate) position: usize,
    pub(crate) reason: Reason,
}

/// Names times subtrees that are compared on one path: millions of them occur in attacks only.
const COMPARISONS: usize = 1 << 20;

/// Validates a path, the certificate at its end first. Gives the policies under which it is valid.
pub(crate) fn process(
    steps: &[PathStep<'_, '_>],
    anchor: &TrustAnchor,
    role: PathRole,
    policy: &Policy<'_>,
    requests: &RequestQueue<'_>,
) -> Result<Vec<OidBuf>, Broken> {
    let none = PolicyInputs::default();
    let inputs = match role {
        PathRole::Signer => &policy.policies,
        PathRole::CrlIssuer | PathRole::Responder => &none,
    };
    // A pinned anchor's certificate is the one at the end itself.
    let own = if policy.anchor_constraints && !anchor.is_pinned() {
        anchor.certificate()
    } else {
        None
    };
    let own = own.as_ref().map(PathExtensions::of);
    let mut state = PathState::new(steps.len(), inputs, requests);
    if let Some(extensions) = &own {
        state.constrain(extensions).map_err(|reason| Broken {
            position: steps.len(),
            reason,
        })?;
    }
    for (position, step) in steps.iter().enumerate().rev() {
        state
            .enter(step, position == 0)
            .and_then(|()| match position {
                0 => state.finish(step, role, policy),
                _ => state.descend(step),
            })
            .map_err(|reason| Broken { position, reason })?;
    }
    Ok(state.policies)
}

/// The state variables of RFC 5280 6.1.2.
struct PathState<'s, 'a> {
    graph: PolicyGraph<'a>,
    /// nameConstraints of the certificates above, each of which must be kept.
    constraints: Vec<&'s NameConstraints<'a>>,
    explicit_policy: usize,
    policy_mapping: usize,
    inhibit_any_policy: usize,
    max_path_length: usize,
    /// How many more names may be compared.
    comparisons: usize,
    /// What pays for comparing them.
    requests: &'s RequestQueue<'s>,
    /// user-initial-policy-set
    initial: Option<Vec<OidBuf>>,
    policies: Vec<OidBuf>,
}

impl<'s, 'a> PathState<'s, 'a> {
    fn new(length: usize, inputs: &PolicyInputs, requests: &'s RequestQueue<'s>) -> Self {
        let unless = |is_set: bool| if is_set { 0 } else { length + 1 };
        Self {
            graph: PolicyGraph::new(),
            constraints: Vec::new(),
            explicit_policy: unless(inputs.explicit),
            policy_mapping: unless(inputs.inhibit_mapping),
            inhibit_any_policy: unless(inputs.inhibit_any),
            max_path_length: length,
            comparisons: COMPARISONS,
            requests,
            initial: inputs.initial.clone(),
            policies: Vec::new(),
        }
    }

    /// Takes the constraints of the certificate over that the anchor came in (RFC 5937 3).
    fn constrain(&mut self, extensions: &'s PathExtensions<'a>) -> Result<(), Reason> {
        fault(extensions)?;
        // Certificates of version 1 say nothing, and are those of old roots.
        if extensions.denies_authority() {
            return Err(Reason::NotAuthority);
        }
        may_issue(extensions)?;
        if let Some(length) = extensions.path_length {
            self.max_path_length = self.max_path_length.min(at_most(length));
        }
        self.constraints.extend(&extensions.name_constraints);
        self.limit_policies(extensions);
        if let Some(policies) = &extensions.policies
            && !policies.contains(&oid::ANY_POLICY)
        {
            let own = policies.iter().map(|policy| OidBuf::from(*policy));
            self.initial = Some(match &self.initial {
                None => own.collect(),
                Some(initial) => own.filter(|policy| initial.contains(policy)).collect(),
            });
        }
        Ok(())
    }

    /// RFC 5280 6.1.4 (i) and (j)
    fn limit_policies(&mut self, extensions: &PathExtensions<'_>) {
        let limit = |variable: &mut usize, by: Option<u32>| {
            if let Some(by) = by {
                *variable = (*variable).min(at_most(by));
            }
        };
        limit(
            &mut self.explicit_policy,
            extensions.require_explicit_policy,
        );
        limit(&mut self.policy_mapping, extensions.inhibit_policy_mapping);
        limit(&mut self.inhibit_any_policy, extensions.inhibit_any_policy);
    }

    /// RFC 5280 6.1.3, as far as it is about names, policies and extensions.
    fn enter(&mut self, step: &PathStep<'s, 'a>, is_last: bool) -> Result<(), Reason> {
        fault(step.extensions)?;
        let is_self_issued = step.extensions.is_self_issued;
        if !self.constraints.is_empty() && (is_last || !is_self_issued) {
            self.compare_names(step, is_last)?;
        }
        let takes_any = self.inhibit_any_policy > 0 || (!is_last && is_self_issued);
        self.graph
            .descend(step.extensions.policies.as_deref(), takes_any);
        self.needs_policy()
    }

    /// RFC 5280 6.1.3 (f)
    fn needs_policy(&self) -> Result<(), Reason> {
        if self.explicit_policy == 0 && self.graph.is_null() {
            Err(Reason::NoValidPolicy)
        } else {
            Ok(())
        }
    }

    /// RFC 5280 6.1.4: from a CA to what it issued.
    fn descend(&mut self, step: &PathStep<'s, 'a>) -> Result<(), Reason> {
        let extensions = step.extensions;
        let is_any = |(issuer, subject): &(Oid<'_>, Oid<'_>)| {
            *issuer == oid::ANY_POLICY || *subject == oid::ANY_POLICY
        };
        if extensions.mappings.iter().any(is_any) {
            return Err(Reason::AnyPolicyMapped);
        }
        if !extensions.mappings.is_empty() {
            self.graph
                .map(&extensions.mappings, self.policy_mapping > 0);
        }
        self.constraints.extend(&extensions.name_constraints);
        let is_self_issued = step.extensions.is_self_issued;
        if !is_self_issued {
            let variables = [
                &mut self.explicit_policy,
                &mut self.policy_mapping,
                &mut self.inhibit_any_policy,
            ];
            for variable in variables {
                *variable = variable.saturating_sub(1);
            }
        }
        self.limit_policies(extensions);
        if !extensions.is_authority() {
            return Err(Reason::NotAuthority);
        }
        if !is_self_issued {
            self.max_path_length = self
                .max_path_length
                .checked_sub(1)
                .ok_or(Reason::PathTooLong)?;
        }
        if let Some(length) = extensions.path_length {
            self.max_path_length = self.max_path_length.min(at_most(length));
        }
        may_issue(extensions)
    }

    /// RFC 5280 6.1.5, and the demands on the certificate at the end of the path.
    fn finish(
        &mut self,
        step: &PathStep<'s, 'a>,
        role: PathRole,
        policy: &Policy<'_>,
    ) -> Result<(), Reason> {
        let extensions = step.extensions;
        self.explicit_policy = self.explicit_policy.saturating_sub(1);
        if extensions.require_explicit_policy == Some(0) {
            self.explicit_policy = 0;
        }
        let mut policies = self.graph.policies();
        let initial;
        if let Some(wanted) = &self.initial {
            initial = wanted.clone();
            if policies.contains(&oid::ANY_POLICY) {
                policies = initial.iter().map(OidBuf::as_oid).collect();
            } else {
                let is_wanted = |policy: &Oid<'_>| initial.iter().any(|it| it.as_oid() == *policy);
                policies.retain(is_wanted);
            }
        }
        if self.explicit_policy == 0 && policies.is_empty() {
            return Err(Reason::NoValidPolicy);
        }
        self.policies = policies.into_iter().map(OidBuf::from).collect();
        match role {
            PathRole::Signer => check_signer(extensions, policy),
            PathRole::CrlIssuer
                if extensions
                    .key_usage
                    .is_some_and(|usage| !usage.signs_crls()) =>
            {
                Err(Reason::CrlSignMissing)
            }
            PathRole::CrlIssuer | PathRole::Responder => Ok(()),
        }
    }

    /// RFC 5280 6.1.3 (b) and (c): every name that the certificate has.
    fn compare_names(&mut self, step: &PathStep<'_, '_>, is_last: bool) -> Result<(), Reason> {
        let subject = step.certificate.subject();
        let extensions = step.extensions;
        if !subject.is_empty() {
            self.compare_directory(&subject)?;
        }
        for name in &extensions.alternative_names {
            match (name, JudgedName::of(name)) {
                (GeneralName::Directory(name), _) => {
                    self.compare_directory(name)?;
                }
                (GeneralName::Other(octets), _) => {
                    self.compare(&JudgedName::Unprocessed(NameForm::Other))?;
                    // A mailbox in another form (RFC 9598), which rfc822Name's constraints bind.
                    if is_mailbox(octets) {
                        self.compare(&JudgedName::Unprocessed(NameForm::Mail))?;
                    }
                }
                (_, Some(name)) => self.compare(&name)?,
                (_, None) => return Err(Reason::NameUnprocessed),
            }
        }
        // RFC 5280 4.2.1.10 asks for this only where there is no subjectAltName.
        if self.constrains(NameForm::Mail) {
            for mailbox in subject.texts_of(oid::EMAIL_ADDRESS) {
                match &mailbox {
                    Some(mailbox) => self.compare(&JudgedName::Mail(mailbox.as_bytes()))?,
                    None => return Err(Reason::NameUnprocessed),
                }
            }
        }
        // Those who take a common name for a host do it where no dNSName stands.
        let has_host = |name: &GeneralName<'_>| matches!(name, GeneralName::Dns(_));
        if is_last
            && self.constrains(NameForm::Dns)
            && !extensions.alternative_names.iter().any(has_host)
        {
            for name in subject.texts_of(oid::COMMON_NAME).flatten() {
                let host = name.strip_suffix('.').unwrap_or(&name);
                let rest = host.strip_prefix("*.").unwrap_or(host);
                if rest.contains('.') && is_host(rest.as_bytes()) {
                    self.compare(&JudgedName::Dns(host.as_bytes()))?;
                }
            }
        }
        Ok(())
    }

    /// A directory name. Below an exclusion it must be one that can be written in one way only: a
    /// text that is prepared otherwise by others (RFC 4518) could be what is excluded.
    fn compare_directory(&mut self, name: &Name<'_>) -> Result<(), Reason> {
        self.compare(&JudgedName::Directory(&name.canonical()))?;
        let is_excluding = |it: &&NameConstraints<'_>| it.excludes_directories();
        if self.constraints.iter().any(is_excluding) && !name.is_plain() {
            return Err(Reason::NameUnprocessed);
        }
        Ok(())
    }

    fn constrains(&self, form: NameForm) -> bool {
        self.constraints.iter().any(|it| it.constrains(form))
    }

    fn compare(&mut self, name: &JudgedName<'_>) -> Result<(), Reason> {
        for constraints in &self.constraints {
            self.comparisons = self
                .comparisons
                .checked_sub(constraints.len())
                .filter(|_| self.requests.pay(16 * constraints.len() as u64))
                .ok_or(Reason::BudgetExhausted)?;
            match constraints.judge(name) {
                NamePermission::Allowed => {}
                NamePermission::NotPermitted => return Err(Reason::NameNotPermitted),
                NamePermission::Excluded => return Err(Reason::NameExcluded),
                NamePermission::Unprocessed => return Err(Reason::NameUnprocessed),
            }
        }
        Ok(())
    }
}

/// Whether an `OtherName` is a `SmtpUTF8Mailbox` (RFC 9598 3).
fn is_mailbox(octets: &[u8]) -> bool {
    let mut fields = Reader::new(octets, 0, "OtherName");
    let kind = fields.element(tag::OID).and_then(|kind| kind.oid());
    kind.is_ok_and(|kind| kind == oid::SMTP_UTF8_MAILBOX)
}

/// The policy's demands on a signer's certificate, independent of its path.
fn check_signer(extensions: &PathExtensions<'_>, policy: &Policy<'_>) -> Result<(), Reason> {
    if extensions
        .key_usage
        .is_some_and(|usage| !usage.signs_documents())
    {
        return Err(Reason::KeyUsageForbids);
    }
    let is_allowed = |purpose: &OidBuf| extensions.allows(purpose.as_oid());
    if !policy.purpose.as_ref().is_none_or(is_allowed) {
        return Err(Reason::PurposeForbidden);
    }
    let asserted = extensions.policies.as_deref().unwrap_or_default();
    let asserts = |wanted: &OidBuf| asserted.contains(&wanted.as_oid());
    if !policy.signer_policies.is_empty() && !policy.signer_policies.iter().any(asserts) {
        return Err(Reason::SignerPolicyMissing);
    }
    Ok(())
}

/// The rule that a certificate breaks by itself, as a reason.
pub(crate) fn fault(extensions: &PathExtensions<'_>) -> Result<(), Reason> {
    match extensions.fault {
        None => Ok(()),
        Some(CertificateDefect::AlgorithmsDiffer) => Err(Reason::CertificateAlgorithmsDiffer),
        Some(CertificateDefect::Malformed(error)) => Err(Reason::ExtensionsMalformed(error)),
        Some(CertificateDefect::Extension(oid)) => Err(Reason::ExtensionMalformed(oid.into())),
        Some(CertificateDefect::VersionWithExtensions(version)) => {
            Err(Reason::VersionForbidsExtensions { version })
        }
        Some(CertificateDefect::VersionUnknown(version)) => Err(Reason::VersionUnknown { version }),
        Some(CertificateDefect::PolicyRepeated(oid)) => Err(Reason::PolicyRepeated(oid.into())),
        Some(CertificateDefect::Qualifier(oid)) => Err(Reason::PolicyQualifierUnknown(oid.into())),
        Some(CertificateDefect::Repeated(oid)) => Err(Reason::ExtensionRepeated(oid.into())),
        Some(CertificateDefect::Critical(oid)) => Err(Reason::CriticalExtension(oid.into())),
    }
}

/// RFC 5280 6.1.4 (n)
fn may_issue(extensions: &PathExtensions<'_>) -> Result<(), Reason> {
    if extensions
        .key_usage
        .is_some_and(|usage| !usage.signs_certificates())
    {
        Err(Reason::KeyUsageForbidsIssuing)
    } else {
        Ok(())
    }
}

fn at_most(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Which sub-indication a broken path has.
pub(crate) fn broken(broken: Broken) -> Check {
    let sub_indication = match broken.reason {
        Reason::BudgetExhausted => SubIndication::CertificateChainGeneralFailure,
        _ => SubIndication::ChainConstraintsFailure,
    };
    Check::undecided(CheckId::Path, sub_indication, broken.reason).about(broken.position)
}

/// Whether a certificate was valid at a time (RFC 5280 6.1.3 a 2).
pub(crate) fn check_validity(certificate: &Certificate<'_>, at: Time) -> Check {
    let validity = certificate.validity();
    if at < validity.not_before {
        let reason = Reason::NotYetValid {
            not_before: validity.not_before,
        };
        Check::failed(CheckId::Validity, SubIndication::NotYetValid, reason)
    } else if at > validity.not_after {
        let reason = Reason::Expired {
            not_after: validity.not_after,
        };
        Check::failed(CheckId::Validity, SubIndication::Expired, reason)
    } else {
        Check::passed(CheckId::Validity)
    }
}
