//! The policy that the options of every judging command ask for.

use crate::arguments::{At, RevocationMode, TrustArguments};
use crate::beside::Beside;
use crate::certificates;
use crate::evidence::{self, Pieces};
use crate::failure::{Failure, Status};
use injang::UnreadableFile;
use injang_core::{
    AtSource, CryptoBackend, OidBuf, Policy, Request, Revocation, RevocationData, Time, TrustAnchor,
};
use std::path::PathBuf;
use std::time::SystemTime;

/// Everything that the options name, read from its files.
pub(crate) struct Trust<'t> {
    arguments: &'t TrustArguments,
    anchors: Vec<TrustAnchor>,
    intermediates: Vec<Vec<u8>>,
    responders: Vec<Vec<u8>>,
    pieces: Pieces,
    /// What lists have beside what was taken of them.
    beside: Vec<Beside>,
    at: Time,
}

impl<'t> Trust<'t> {
    /// Reads the files, and the clock if no time is given.
    pub(crate) fn read(arguments: &'t TrustArguments) -> Result<Self, Failure> {
        let evidence = arguments.crls.iter().chain(&arguments.responses);
        let mut beside = Vec::new();
        Ok(Self {
            arguments,
            anchors: certificates::anchors(&arguments.anchors, &mut beside)?,
            intermediates: certificates::from_paths(&arguments.intermediates, &mut beside)?,
            responders: certificates::from_paths(&arguments.responders, &mut beside)?,
            pieces: evidence::from_paths(evidence, &mut beside)?,
            beside,
            at: match arguments.at {
                Some(At::Time(at)) => at,
                Some(At::Provider) | None => now()?,
            },
        })
    }

    /// The CRLs and OCSP responses, and the files of folders that can't be read.
    pub(crate) fn evidence(
        &self,
        crypto: &dyn CryptoBackend,
    ) -> Result<(RevocationData<'_>, Vec<UnreadableFile>), Failure> {
        evidence::read(&self.pieces, crypto)
    }

    /// What to say of members of lists that no option takes, beside those of `--certificate`, whose
    /// files are named here.
    pub(crate) fn warnings(&self, others: &[PathBuf], of_others: &[Beside]) -> Vec<Failure> {
        let named = self.arguments;
        let certificates = [
            &named.anchors[..],
            &named.intermediates,
            &named.responders,
            others,
        ];
        let evidence = [&named.crls[..], &named.responses];
        let mut warnings: Vec<Failure> = Vec::new();
        let all = self.beside.iter().chain(of_others);
        for beside in all.filter(|it| !it.is_named(&certificates, &evidence)) {
            let warning = beside.warning();
            // A file may be named for several options.
            if !warnings.contains(&warning) {
                warnings.push(warning);
            }
        }
        warnings
    }

    /// The time of verification of answers.
    pub(crate) fn time(&self) -> injang_response::At {
        use injang_response::At as Of;
        match self.arguments.at {
            Some(At::Time(at)) => Of::Time(at),
            Some(At::Provider) => Of::ProviderCompletion { now: self.at },
            None => Of::Clock(self.at),
        }
    }

    /// What is asked of a document: its time is the one that the options give, or the clock's.
    pub(crate) fn request<'r>(&self) -> Request<'r> {
        let is_given = matches!(self.arguments.at, Some(At::Time(_)));
        let source = if is_given {
            AtSource::Caller
        } else {
            AtSource::Clock
        };
        Request::at(self.at).at_source(source)
    }

    /// The policy.
    pub(crate) fn policy<'a>(
        &'a self,
        evidence: &'a RevocationData<'a>,
        crypto: &'a dyn CryptoBackend,
    ) -> Policy<'a> {
        let arguments = self.arguments;
        let revocation = match arguments.revocation {
            RevocationMode::Require => Revocation::Require(evidence),
            RevocationMode::None => Revocation::NotChecked,
        };
        let is_named = !arguments.policies.is_empty();
        let mut policy = Policy::new(crypto, self.anchors.clone(), revocation)
            .intermediates(certificates::views(&self.intermediates))
            .ocsp_responders(certificates::views(&self.responders))
            .anchor_constraints(arguments.anchor_constraints)
            .require_explicit_policy(arguments.explicit_policy.unwrap_or(is_named))
            .inhibit_policy_mapping(arguments.inhibit_policy_mapping)
            .inhibit_any_policy(arguments.inhibit_any_policy)
            .signer_policies(arguments.signer_policies.iter().map(OidBuf::as_oid))
            .profile(arguments.profile);
        if is_named {
            policy = policy.acceptable_policies(arguments.policies.iter().map(OidBuf::as_oid));
        }
        if let Some(purpose) = &arguments.purpose {
            policy = policy.purpose(purpose.as_oid());
        }
        policy
    }
}

/// The time on the clock.
fn now() -> Result<Time, Failure> {
    let seconds = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .ok();
    seconds
        .and_then(|since| Time::from_unix(i64::try_from(since.as_secs()).ok()?))
        .ok_or_else(|| {
            Failure::new(
                Status::Usage,
                "the clock is out of range; give the time with --at",
                "시스템 시각을 쓸 수 없습니다. --at으로 시각을 지정하세요",
            )
        })
}
