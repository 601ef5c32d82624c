//! What a verdict depends on beside the document: the same options for every command that judges.

use super::value::AtArgument;
use super::{RevocationOption, value};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use injang::{OidBuf, Profile};
use std::path::PathBuf;

/// Whom to trust, with what evidence, at what time, and how strictly.
#[derive(Debug, Args)]
pub struct TrustArguments {
    /// Certificates of authorities to trust: a file in DER, PEM, base64 or hex, a list of
    /// certificates (.p7b), or a folder of such files; repeatable
    ///
    /// A file in a folder that can't be read stops the run.
    #[arg(long = "trust", value_name = "PATH")]
    pub anchors: Vec<PathBuf>,
    /// Certificates of authorities between a signer's and a trusted one: files as of --trust, or a
    /// folder of them; repeatable
    ///
    /// They are not trusted for being named here. A folder of certificates holds nothing else: a
    /// CRL or an OCSP response in it is an error that says where it belongs.
    #[arg(long = "intermediate", value_name = "PATH")]
    pub intermediates: Vec<PathBuf>,
    /// CRLs: a file in DER, PEM, base64 or hex, a list (.p7b) that has some, or a folder of such files;
    /// repeatable
    ///
    /// CRLs and OCSP responses are told apart by what is in them, so that --crl takes either, and
    /// a folder may mix the two. A file in a folder that can't be read is named in the report and
    /// left out; one that is named by itself stops the run.
    #[arg(long = "crl", value_name = "PATH")]
    pub crls: Vec<PathBuf>,
    /// OCSP responses: a file in DER, PEM, base64 or hex, or a folder of such files; repeatable; the
    /// same as --crl
    #[arg(long = "ocsp", value_name = "PATH")]
    pub responses: Vec<PathBuf>,
    /// Certificates of OCSP responders whose answers you trust by local configuration (RFC 6960
    /// 4.2.2.2): files as of --trust, or a folder of them; repeatable
    ///
    /// A responder that the issuer of the asked certificate did not certify itself is heard only if
    /// it is named here. Toss's responder is certified by the root, and not by the CA that issues to
    /// subscribers.
    #[arg(long = "ocsp-responder", value_name = "PATH")]
    pub responders: Vec<PathBuf>,
    /// Whether certificates must be shown not to have been revoked
    ///
    /// With `require` every certificate below the trusted one needs a CRL or an OCSP response that
    /// was fresh at the time of --at: from --crl, --ocsp or the document. With `none` the report
    /// says that it was not checked.
    #[arg(long, value_name = "MODE", default_value = "require", value_parser = PossibleValuesParser::new(["require", "none"]).map(|name| value::revocation(&name)))]
    pub revocation: RevocationOption,
    /// The time at which the signature is known to have existed [default: now]
    ///
    /// Of a signature that you keep, that is when you received it: name it, or the certificate will
    /// have expired one day. `response` also takes `provider`: when the provider says that the
    /// signer completed the transaction. That time is unsigned, so the first line says whose it is,
    /// and a certificate that was revoked later leaves the decision UNDETERMINED.
    #[arg(long, value_name = "RFC3339", value_parser = value::at)]
    pub at: Option<AtArgument>,
    /// Whether harmless deviations from the standards are taken
    #[arg(long, value_name = "PROFILE", default_value = "standard", value_parser = PossibleValuesParser::new(["standard", "strict"]).map(|name| value::profile(&name)))]
    pub profile: Profile,
    /// A certificate policy that is acceptable; repeatable [default: any]
    ///
    /// One of those named must be valid along the whole path (RFC 5280 6.1), unless
    /// --explicit-policy says no.
    #[arg(long = "policy-oid", value_name = "OID", value_parser = value::oid)]
    pub policies: Vec<OidBuf>,
    /// Whether an acceptable policy must be valid along the whole path [default: yes with
    /// --policy-oid, no without]
    #[arg(long, value_name = "YES|NO", value_parser = PossibleValuesParser::new(["yes", "no"]).map(|name| name == "yes"))]
    pub explicit_policy: Option<bool>,
    /// Let no authority map one policy to another
    #[arg(long)]
    pub inhibit_policy_mapping: bool,
    /// Let anyPolicy in a certificate stand for no other policy
    #[arg(long)]
    pub inhibit_any_policy: bool,
    /// A policy, one of which the signer's own certificate must assert, whatever the path says;
    /// repeatable
    #[arg(long = "signer-policy", value_name = "OID", value_parser = value::oid)]
    pub signer_policies: Vec<OidBuf>,
    /// The purpose that the signer's certificate must allow, if it is restricted to some
    /// (extKeyUsage)
    #[arg(long, value_name = "OID", value_parser = value::oid)]
    pub purpose: Option<OidBuf>,
    /// Apply the constraints in the certificates of --trust to what is below them (RFC 5937)
    #[arg(long)]
    pub anchor_constraints: bool,
}
