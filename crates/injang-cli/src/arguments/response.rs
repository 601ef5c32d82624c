//! The arguments of `response`.

use super::{OutputArguments, STATUSES, TrustArguments, value};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use injang::response::{Environment, Pointer, Provider, TimeForm, Waiver};
use injang::{PlainHashSource, SignType, VidLayout};
use std::path::PathBuf;

const EXCHANGE: &str = "What was asked and answered";
const HELD: &str = "What you hold";
const READING: &str = "How it is read";
const SHORT: &str = "Short signatures (K2220, K3220)";
const WAIVING: &str = "Doing without";
const TRUST: &str = "Trust, revocation and time";
const OUTPUT: &str = "Output";

/// How each provider's usual flow is judged, in the order of the guides.
const EXAMPLES: &str = "\
Examples:
  Kakao K3510, K3511, K3520, K3521, by the CI that you hold:
    injang response --provider kakao --product K3510 --request request.json --keys keys.json \\
      --ci-file ci.txt --trust kakao-ca.pem --crl kakao.crl --at 2026-03-02T09:00:00Z response.json
  Kakao K3510 by PERSONAL_INFO, without a CI (a VID is then not compared either):
    injang response --provider kakao --product K3510 --prepare prepare.json --request request.json \\
      --identify identify.json --keys keys.json --waive ci --waive vid --waive person \\
      --trust kakao-ca.pem --crl kakao.crl --at 2026-03-02T09:00:00Z response.json
  Kakao K3110, whose content Kakao composes:
    injang response --provider kakao --product K3110 --request request.json --content-map map.json \\
      --keys keys.json --ci-file ci.txt --trust kakao-ca.pem --crl kakao.crl response.json
  Kakao K1110, K1120, K2100, which give no signature:
    injang response --provider kakao --product K1110 --request request.json --keys keys.json \\
      --ci-file ci.txt --waive signature response.json
  Barocert, which gives no VID (without a CI also: --waive ci):
    injang response --provider barocert --product kakao-multi-sign --request request.json \\
      --receipt receipt.json --keys keys.json --ci-file ci.txt --waive vid --trust kakao-ca.pem \\
      --crl kakao.crl --at 2026-03-02T09:00:00Z response.json
  Toss (of USER_CI, whose answer has no CI: --waive ci in place of --ci-file):
    injang response --provider toss --request request.json --receipt receipt.json \\
      --keys keys.json --ci-file ci.txt --trust toss-ca1.pem --crl toss.crl response.json

A decision that is not ACCEPTED ends with what to do next; --format brief says it in a few lines.
What to keep of each step, and the form of the files: docs/responses.md.";

/// The arguments of `response`.
#[derive(Debug, Args)]
#[command(after_help = format!("{STATUSES}\n\n{EXAMPLES}"))]
pub struct ResponseArguments {
    /// The provider's answers in JSON, `-` for standard input; several only with --ci-list
    #[arg(value_name = "RESPONSE.json", required = true)]
    pub answers: Vec<PathBuf>,
    /// Who answered
    #[arg(help_heading = EXCHANGE, long, value_name = "NAME", value_parser = PossibleValuesParser::new(Provider::ALL.map(Provider::name)).try_map(|name| value::provider(&name)))]
    pub provider: Provider,
    /// The product's code, such as K3511, kakao-multi-sign or sign
    ///
    /// Kakao: K3510, K3520, K3511, K3521, K3110, K3120, K1110, K1120, K2100, K2220, K3220.
    /// Barocert: kakao- or naver- before identity, sign, multi-sign and cms, and kakao-login.
    /// Toss: sign. For K3510 to K3521 and Toss it may be left out.
    #[arg(help_heading = EXCHANGE, long, value_name = "CODE")]
    pub product: Option<String>,
    /// The request that you sent. This and the next five options also take a folder with a file of each
    /// answer's name
    #[arg(help_heading = EXCHANGE, long, value_name = "REQ.json")]
    pub request: Option<PathBuf>,
    /// The body that you sent to Kakao's prepare; it names the person
    #[arg(help_heading = EXCHANGE, long, value_name = "PREPARE.json")]
    pub prepare: Option<PathBuf>,
    /// The provider's answer to the request (Kakao: to prepare)
    #[arg(help_heading = EXCHANGE, long, value_name = "RECEIPT.json")]
    pub receipt: Option<PathBuf>,
    /// The body that you sent to Toss to get the result; the answer's fields are encrypted in its session
    #[arg(help_heading = EXCHANGE, long, value_name = "RESULT-REQ.json")]
    pub result_request: Option<PathBuf>,
    /// The provider's answer about the status
    #[arg(help_heading = EXCHANGE, long, value_name = "STATUS.json")]
    pub status: Option<PathBuf>,
    /// Kakao's answer to identify
    #[arg(help_heading = EXCHANGE, long, value_name = "IDENTIFY.json")]
    pub identify: Option<PathBuf>,
    /// The keys to encrypted fields (docs/responses.md)
    #[arg(help_heading = HELD, long, value_name = "KEYS.json")]
    pub keys: Option<PathBuf>,
    /// What you hold about the person whom you asked: name, `phone_no`, birthday, gender (M or F),
    /// nationality (LOCAL or FOREIGNER), di; docs/responses.md lists other values
    #[arg(help_heading = HELD, long, value_name = "PERSON.json")]
    pub person: Option<PathBuf>,
    /// A file with the CI that you hold of the person whom you asked, `-` for standard input
    #[arg(help_heading = HELD, long, value_name = "FILE")]
    pub ci_file: Option<PathBuf>,
    /// A file with the CIs of many persons, one in a line. The decision names the person of
    /// each answer by a pseudonym, made with the key `pseudonym` of --keys
    #[arg(help_heading = HELD,
        long,
        value_name = "FILE",
        conflicts_with = "ci_file",
        requires = "keys"
    )]
    pub ci_list: Option<PathBuf>,
    /// An original file whose digest you had signed; repeatable, in the order of the
    /// request's documents, or as ID=FILE
    #[arg(help_heading = HELD, long = "original", value_name = "[ID=]FILE")]
    pub originals: Vec<PathBuf>,
    /// Short signatures that were received (docs/responses.md)
    #[arg(help_heading = SHORT, long, value_name = "SHORT.json", requires_all = ["short_key_path", "short_from_path", "short_until_path"])]
    pub short: Option<PathBuf>,
    /// The place of the temporary key in what was signed, as a JSON pointer
    #[arg(help_heading = SHORT, long, value_name = "POINTER", requires = "short", value_parser = value::pointer)]
    pub short_key_path: Option<Pointer>,
    /// The place of the session's beginning in what was signed
    #[arg(help_heading = SHORT, long, value_name = "POINTER", requires = "short", value_parser = value::pointer)]
    pub short_from_path: Option<Pointer>,
    /// The place of the session's end in what was signed
    #[arg(help_heading = SHORT, long, value_name = "POINTER", requires = "short", value_parser = value::pointer)]
    pub short_until_path: Option<Pointer>,
    /// How the session's times are written
    #[arg(help_heading = SHORT, long, value_name = "FORM", requires = "short", default_value = "rfc3339", value_parser = PossibleValuesParser::new(TimeForm::ALL.map(TimeForm::name)).try_map(|name| value::time_form(&name)))]
    pub short_time: TimeForm,
    /// The place of the nonce in the request, as a JSON pointer [default: /data, of K2100 /state]
    #[arg(help_heading = READING, long, value_name = "POINTER", requires = "request", value_parser = value::pointer)]
    pub nonce_path: Option<Pointer>,
    /// The place of the nonce in the answer [default: /data, of K2100 /state]
    #[arg(help_heading = READING, long, value_name = "POINTER", value_parser = value::pointer)]
    pub nonce_answer_path: Option<Pointer>,
    /// The place of each member of the request in the content that the provider composes
    /// (docs/responses.md)
    #[arg(help_heading = READING, long, value_name = "MAP.json", requires = "request")]
    pub content_map: Option<PathBuf>,
    /// The environment in which the provider answered [default: production, of Kakao's codes with a T
    /// test]
    ///
    /// In its test environment Toss answers with a made-up person, so nothing about a person is compared.
    /// The first line of an ACCEPTED decision says that it is about a test.
    #[arg(help_heading = EXCHANGE, long, value_name = "NAME", value_parser = PossibleValuesParser::new(Environment::ALL.map(Environment::name)).try_map(|name| value::environment(&name)))]
    pub environment: Option<Environment>,
    /// The kind of signature to demand where the request names none [default: of Toss
    /// signed-attribute]
    #[arg(help_heading = READING, long, value_name = "TYPE", value_parser = PossibleValuesParser::new(["message", "signed-attribute"]).try_map(|name| value::sign_type(&name)))]
    pub sign_type: Option<SignType>,
    /// Whether a digest in the request is that of what was signed (prehash), or was itself signed
    /// (hash-of-hash)
    #[arg(help_heading = READING, long, value_name = "READING", default_value = "prehash", value_parser = PossibleValuesParser::new(["prehash", "hash-of-hash"]).map(|name| value::plain_hash_source(&name)))]
    pub digest_reading: PlainHashSource,
    /// How CI and serial number are joined in the VID
    #[arg(help_heading = READING, long, value_name = "LAYOUT", default_value = "ci-serial", value_parser = PossibleValuesParser::new(VidLayout::ALL.map(VidLayout::name)).try_map(|name| value::layout(&name)))]
    pub vid_layout: VidLayout,
    /// A check to leave out, because what it needs is missing; repeatable; the first line of the decision
    /// names it
    #[arg(help_heading = WAIVING, long = "waive", value_name = "CHECK", value_parser = PossibleValuesParser::new(Waiver::ALL.map(Waiver::name)).try_map(|name| value::waiver(&name)))]
    pub waivers: Vec<Waiver>,
    /// What the decision depends on beside the answer.
    #[command(flatten, next_help_heading = TRUST)]
    pub trust: TrustArguments,
    /// How the decision is shown.
    #[command(flatten, next_help_heading = OUTPUT)]
    pub output: OutputArguments,
}

#[cfg(test)]
mod tests {
    use super::EXAMPLES;
    use crate::arguments::Arguments;
    use clap::Parser as _;

    #[test]
    fn examples_are_arguments() {
        let joined = EXAMPLES.replace("\\\n", " ");
        let commands = joined.lines().map(str::trim);
        let commands = commands.filter(|line| line.starts_with("injang "));
        let mut count = 0;
        for command in commands {
            let parsed = Arguments::try_parse_from(command.split_whitespace());
            assert!(parsed.is_ok(), "{command}");
            count += 1;
        }
        assert_eq!(count, 6);
    }
}
