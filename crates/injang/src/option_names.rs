//! What a caller can give, and how the program that shows a text calls it.
//!
//! Texts of this library name what is missing in the words of the question: "give a CRL of this
//! issuer". A program that has a name for it, such as an option of a command line, says so once in an
//! [`OptionNames`], and the texts add the name in parentheses.

use injang_core::report::Lang;
#[cfg(feature = "response")]
use injang_response::{DecisionInput, Provider};

/// Something that a caller gives or chooses, and that a text may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Parameter {
    /// Certificates of authorities that are trusted: [`PolicyBuilder::trust`](crate::PolicyBuilder::trust).
    TrustAnchors,
    /// Further certificates for paths: [`PolicyBuilder::intermediates`](crate::PolicyBuilder::intermediates).
    Intermediates,
    /// Certificates of signers: [`Request::certificates`](crate::Request::certificates).
    SignerCertificates,
    /// CRLs, as revocation data of the policy.
    Crls,
    /// OCSP responses, as revocation data of the policy.
    OcspResponses,
    /// OCSP responders that are trusted by themselves.
    OcspResponders,
    /// That revocation is not checked.
    RevocationNotChecked,
    /// The content of a detached signature: [`Request::content`](crate::Request::content).
    Content,
    /// The digest of that content.
    Digest,
    /// The time of validation: [`Request::at`](crate::Request::at).
    Time,
    /// The acceptable certificate policies of RFC 5280 6.1.1.
    AcceptablePolicies,
    /// That a path needs no valid policy: initial-explicit-policy is off.
    NoExplicitPolicy,
    /// The policies of which the signer's certificate must have one.
    SignerPolicies,
    /// The extended key usage that the signer's certificate must have.
    Purpose,
    /// That names of subjects are shown: [`View::show_subject`](crate::View::show_subject).
    Subjects,
    /// The report with all checks: [`Report::text`](crate::Report::text).
    FullReport,
    /// What is in a file: [`inspect`](crate::inspect).
    Inspection,
    /// The decision over an answer of a provider.
    Response,
    /// A check of a decision that is left out; its name follows.
    Waiver,
}

impl Parameter {
    /// All of them.
    pub const ALL: [Self; 19] = [
        Self::TrustAnchors,
        Self::Intermediates,
        Self::SignerCertificates,
        Self::Crls,
        Self::OcspResponses,
        Self::OcspResponders,
        Self::RevocationNotChecked,
        Self::Content,
        Self::Digest,
        Self::Time,
        Self::AcceptablePolicies,
        Self::NoExplicitPolicy,
        Self::SignerPolicies,
        Self::Purpose,
        Self::Subjects,
        Self::FullReport,
        Self::Inspection,
        Self::Response,
        Self::Waiver,
    ];
}

/// The three places that a certificate can be given in.
pub(crate) const CERTIFICATES: &[Parameter] = &[
    Parameter::TrustAnchors,
    Parameter::Intermediates,
    Parameter::SignerCertificates,
];

/// How a program calls what its user can give. The default has no names: texts then stand by
/// themselves, for a user of C or Java.
#[derive(Clone, Copy, Debug, Default)]
pub struct OptionNames {
    parameter: Option<fn(Parameter) -> Option<&'static str>>,
    #[cfg(feature = "response")]
    input: Option<fn(DecisionInput, Provider) -> Option<&'static str>>,
}

impl OptionNames {
    /// No names.
    pub const NONE: Self = Self {
        parameter: None,
        #[cfg(feature = "response")]
        input: None,
    };

    /// Names of parameters; `None` for one that the program does not have.
    #[must_use]
    pub const fn new(parameter: fn(Parameter) -> Option<&'static str>) -> Self {
        Self {
            parameter: Some(parameter),
            #[cfg(feature = "response")]
            input: None,
        }
    }

    /// The same with names of what a decision over an answer needs; `None` for an input that the
    /// program does not take of this provider.
    #[cfg(feature = "response")]
    #[must_use]
    pub const fn inputs(self, input: fn(DecisionInput, Provider) -> Option<&'static str>) -> Self {
        Self {
            input: Some(input),
            ..self
        }
    }

    /// The name of a parameter; `None` if the program has none for it.
    pub fn name(self, parameter: Parameter) -> Option<&'static str> {
        self.parameter?(parameter)
    }

    /// The name of an input of a decision.
    #[cfg(feature = "response")]
    pub(crate) fn of_input(self, input: DecisionInput, provider: Provider) -> Option<&'static str> {
        self.input?(input, provider)
    }
}

/// Names in parentheses. Korean joins them to the word before.
pub(crate) fn in_parentheses(names: &[&str], lang: Lang) -> String {
    match (names.is_empty(), lang) {
        (true, _) => String::new(),
        (_, Lang::Ko) => format!("({})", names.join(", ")),
        _ => format!(" ({})", names.join(", ")),
    }
}
