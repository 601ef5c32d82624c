//! The policy that the options of every judging command ask for.

use crate::arguments::{AtArgument, RevocationOption, TrustArguments};
use crate::beside::Beside;
use crate::certificates;
use crate::evidence::{self, Pieces};
use crate::failure::{ExitStatus, Failure};
use injang::{
    AtSource, Lang, MaterialError, OidBuf, Policy, Request, Revocation, Time, UnreadableFile,
};
use std::path::PathBuf;
use std::time::SystemTime;

/// Everything that the options name, read from its files.
pub(crate) struct Trust<'t> {
    arguments: &'t TrustArguments,
    anchors: Vec<Vec<u8>>,
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
            anchors: certificates::from_paths(&arguments.anchors, &mut beside)?,
            intermediates: certificates::from_paths(&arguments.intermediates, &mut beside)?,
            responders: certificates::from_paths(&arguments.responders, &mut beside)?,
            pieces: evidence::from_paths(evidence, &mut beside)?,
            beside,
            at: match arguments.at {
                Some(AtArgument::Time(at)) => at,
                Some(AtArgument::Provider) | None => now()?,
            },
        })
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
    pub(crate) fn time(&self) -> injang::response::At {
        use injang::response::At as Of;
        match self.arguments.at {
            Some(AtArgument::Time(at)) => Of::Time(at),
            Some(AtArgument::Provider) => Of::ProviderCompletion { now: self.at },
            None => Of::Clock(self.at),
        }
    }

    /// What is asked of a document: its time is the one that the options give, or the clock's.
    pub(crate) fn request<'r>(&self) -> Request<'r> {
        let is_given = matches!(self.arguments.at, Some(AtArgument::Time(_)));
        let source = if is_given {
            AtSource::Caller
        } else {
            AtSource::Clock
        };
        Request::at(self.at).at_source(source)
    }

    /// The policy, and the files of folders with revocation data that can't be read.
    pub(crate) fn policy(&self) -> Result<(Policy, Vec<UnreadableFile>), Failure> {
        let arguments = self.arguments;
        let revocation = match arguments.revocation {
            RevocationOption::Require => Revocation::Require,
            RevocationOption::None => Revocation::NotChecked,
        };
        let mut builder = Policy::builder(revocation)
            .anchor_constraints(arguments.anchor_constraints)
            .inhibit_policy_mapping(arguments.inhibit_policy_mapping)
            .inhibit_any_policy(arguments.inhibit_any_policy)
            .acceptable_policies(arguments.policies.iter().map(OidBuf::as_oid))
            .signer_policies(arguments.signer_policies.iter().map(OidBuf::as_oid))
            .profile(arguments.profile);
        if let Some(require) = arguments.explicit_policy {
            builder = builder.require_explicit_policy(require);
        }
        if let Some(purpose) = &arguments.purpose {
            builder = builder.purpose(purpose.as_oid());
        }
        for certificate in &self.anchors {
            builder = builder.trust(certificate).map_err(internal)?;
        }
        for certificate in &self.intermediates {
            builder = builder.intermediates(certificate).map_err(internal)?;
        }
        for certificate in &self.responders {
            builder = builder.ocsp_responders(certificate).map_err(internal)?;
        }
        let unreadable = self.pieces.add_to(&mut builder)?;
        Ok((builder.build(), unreadable))
    }
}

/// Octets that were read before can be read again.
pub(crate) fn internal(error: MaterialError) -> Failure {
    let sentence = |lang| error.message(lang);
    Failure::new(ExitStatus::Bug, sentence(Lang::En), sentence(Lang::Ko))
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
                ExitStatus::Usage,
                "the clock is out of range; give the time with --at",
                "시스템 시각을 쓸 수 없습니다. --at으로 시각을 지정하세요",
            )
        })
}
