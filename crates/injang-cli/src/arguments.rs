//! The arguments, as they stand on the command line.

mod refusal;
mod response;
mod trust;
mod value;

pub use refusal::refusal;
pub use response::ResponseArguments;
pub use trust::TrustArguments;
pub use value::AtArgument;
pub use value::{Layouts, SerialArgument};

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{ArgGroup, Args, Parser, Subcommand, ValueEnum};
use injang::Lang;
use injang::{Digest, PlainHashSource, SignType, VidEncoding, VidLayout};
use std::ffi::OsString;
use std::path::PathBuf;

const STATUSES: &str = "\
Exit status:
  0   TOTAL-PASSED and, where claimed, the identity matched; ACCEPTED
  1   TOTAL-FAILED, or the identity did not match; REJECTED
  2   INDETERMINATE, or an identity that could not be decided; UNDETERMINED
  64  usage
  66  a file is missing, unreadable or of another kind
  70  a bug
  74  the output could not be written";

/// Verifies electronic signatures of Korean providers (CMS, RFC 5652).
#[derive(Debug, Parser)]
#[command(name = "injang", version, arg_required_else_help = true, after_help = STATUSES)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Judge one signed document
    Verify(Box<VerifyArguments>),
    /// Show what is in a signed document, certificate, CRL or OCSP response, without judging it
    Inspect(InspectArguments),
    /// Compute the VID of a person for a certificate
    Vid(VidArguments),
    /// Decide over a provider's answer: whether the person signed what you requested
    Response(Box<ResponseArguments>),
}

/// How a report is shown.
#[derive(Clone, Copy, Debug, Args)]
pub struct OutputArguments {
    /// For people, or for programs
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
    /// Language of sentences [default: the locale's for text, English for JSON]
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// Show the subjects of certificates: personal data
    #[arg(long)]
    pub show_subject: bool,
}

/// The arguments of `verify`.
#[derive(Debug, Args)]
#[command(after_help = STATUSES)]
pub struct VerifyArguments {
    /// The signed document (DER, BER, PEM, base64 or hex), `-` for standard input
    pub file: PathBuf,
    /// The detached content
    #[arg(long, value_name = "FILE", conflicts_with = "digest")]
    pub content: Option<PathBuf>,
    /// The digest of a detached content, in hex or base64
    ///
    /// Algorithms: sha1, sha224, sha256, sha384, sha512.
    #[arg(long, value_name = "ALG:VALUE", value_parser = value::digest)]
    pub digest: Option<Digest>,
    /// Whether the digest is that of what was signed (prehash), or was itself signed (hash-of-hash)
    #[arg(long, value_name = "READING", requires = "digest", default_value = "prehash", value_parser = PossibleValuesParser::new(["prehash", "hash-of-hash"]).map(|name| value::plain_hash_source(&name)))]
    pub digest_reading: PlainHashSource,
    /// The kind of signature that you requested from the provider; another kind does not pass
    #[arg(long, value_name = "TYPE", value_parser = PossibleValuesParser::new(["message", "signed-attribute"]).try_map(|name| value::sign_type(&name)))]
    pub sign_type: Option<SignType>,
    /// Certificates of the signers, if the document lacks them: files as for --trust, or a folder of
    /// them; repeatable
    ///
    /// They do not become trusted.
    #[arg(long, value_name = "PATH")]
    pub certificate: Vec<PathBuf>,
    /// What the verdict depends on beside the document.
    #[command(flatten)]
    pub trust: TrustArguments,
    /// A file with the CI of the person who should have signed, `-` for standard input
    #[arg(long, value_name = "FILE", requires = "vid")]
    pub ci_file: Option<PathBuf>,
    /// The VID that the provider gave with the signature
    #[arg(
        long,
        value_name = "TEXT",
        requires = "ci_file",
        allow_hyphen_values = true
    )]
    pub vid: Option<String>,
    /// How CI and serial number are joined in the VID [default: ci-serial]
    #[arg(long, value_name = "LAYOUT", requires = "vid", value_parser = PossibleValuesParser::new(VidLayout::ALL.map(VidLayout::name)).try_map(|name| value::layout(&name)))]
    pub vid_layout: Option<VidLayout>,
    /// Which signer the person should be, by index, if there are several
    #[arg(long, value_name = "N", requires = "vid")]
    pub signer: Option<usize>,
    /// Say which other form of the input would match, such as other line ends; does not change the verdict
    #[arg(long)]
    pub diagnose: bool,
    /// How the report is shown.
    #[command(flatten)]
    pub output: OutputArguments,
}

/// The arguments of `inspect`. It judges nothing, so it has no brief form.
#[derive(Debug, Args)]
#[command(mut_arg("format", |format| format.value_parser(PossibleValuesParser::new(["text", "json"]).map(|name| value::format(&name)))))]
pub struct InspectArguments {
    /// A signed document, or certificates, CRLs and OCSP responses in DER, PEM, base64 or hex; `-`
    /// for standard input
    pub file: PathBuf,
    /// How the report is shown.
    #[command(flatten)]
    pub output: OutputArguments,
}

/// The arguments of `vid`.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("certificate").args(["cert", "serial"]).required(true)))]
pub struct VidArguments {
    /// A file with the person's CI, `-` for standard input
    #[arg(long, value_name = "FILE")]
    pub ci_file: PathBuf,
    /// The signer's certificate, in PEM or DER
    #[arg(long, value_name = "FILE")]
    pub cert: Option<PathBuf>,
    /// The certificate's serial number in hex: the content octets of its INTEGER
    ///
    /// Include the leading 00 if the top bit is set. `openssl x509 -serial` leaves that 00 out, so its
    /// number gives another VID for half of all certificates. There may be colons between octets.
    #[arg(long, value_name = "HEX", value_parser = value::serial)]
    pub serial: Option<SerialArgument>,
    /// How CI and serial number are joined; `all` writes a line for each
    #[arg(long, value_name = "LAYOUT", default_value = "ci-serial", value_parser = PossibleValuesParser::new(["ci-serial", "ci-serial-unsigned", "serial-ci", "serial-unsigned-ci", "all"]).map(|name| value::layouts(&name)))]
    pub layout: Layouts,
    /// How the VID is written
    #[arg(long, value_name = "ENCODING", default_value = "base64", value_parser = PossibleValuesParser::new(["base64", "base64url", "hex"]).map(|name| value::encoding(&name)))]
    pub encoding: VidEncoding,
}

/// Whether certificates must be shown not to have been revoked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RevocationOption {
    /// They must.
    Require,
    /// It is not checked.
    None,
}

/// For whom a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: everything
    Text,
    /// For people: the verdict, the checks that did not pass, and the next step
    Brief,
    /// For programs
    Json,
}

/// A language to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// English
    En,
    /// 한국어
    Ko,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::En => Self::En,
            Language::Ko => Self::Ko,
        }
    }
}

impl OutputArguments {
    /// The language to write in: the one asked for, else English for programs and the locale's for
    /// people.
    pub fn lang(&self, locale: Lang) -> Lang {
        match (self.lang, self.format) {
            (Some(language), _) => language.into(),
            (None, Format::Json) => Lang::En,
            (None, Format::Text | Format::Brief) => locale,
        }
    }
}

/// The language of the locale: of `LC_ALL`, `LC_MESSAGES` and `LANG` the first that is set and not
/// empty counts (POSIX.1-2017, XBD 8.2).
pub fn locale(variable: impl Fn(&str) -> Option<OsString>) -> Lang {
    let value = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(variable)
        .find(|value| !value.is_empty());
    let language = value
        .as_ref()
        .and_then(|value| value.to_str())
        .unwrap_or_default();
    match language.split(['_', '.', '@', '-']).next() {
        Some("ko" | "korean") => Lang::Ko,
        _ => Lang::En,
    }
}
