//! How this command line calls what the library's texts ask for.

use injang::response::{DecisionInput, Provider};
use injang::{Lang, OptionNames, Parameter, View};

/// The names of all options that a text may ask for.
pub const OPTIONS: OptionNames = OptionNames::new(parameter).inputs(input);

/// How texts are shown: with the names of options, and with styles.
pub(crate) const fn view(lang: Lang, show_subject: bool) -> View {
    View {
        lang,
        show_subject,
        is_styled: true,
        options: OPTIONS,
    }
}

/// How errors are shown, which never have names of subjects.
pub(crate) const fn plain(lang: Lang) -> View {
    View {
        lang,
        show_subject: false,
        is_styled: false,
        options: OPTIONS,
    }
}

/// The option of `injang verify`, or the command, by which a parameter is given.
fn parameter(parameter: Parameter) -> Option<&'static str> {
    Some(match parameter {
        Parameter::TrustAnchors => "--trust",
        Parameter::Intermediates => "--intermediate",
        Parameter::SignerCertificates => "--certificate",
        Parameter::Crls => "--crl",
        Parameter::OcspResponses => "--ocsp",
        Parameter::OcspResponders => "--ocsp-responder",
        Parameter::RevocationNotChecked => "--revocation none",
        Parameter::Content => "--content",
        Parameter::Digest => "--digest",
        Parameter::Time => "--at",
        Parameter::AcceptablePolicies => "--policy-oid",
        Parameter::NoExplicitPolicy => "--explicit-policy no",
        Parameter::SignerPolicies => "--signer-policy",
        Parameter::Purpose => "--purpose",
        Parameter::Subjects => "--show-subject",
        Parameter::FullReport => "--format text",
        Parameter::Inspection => "injang inspect",
        Parameter::Response => "injang response --help",
        Parameter::Waiver => "--waive",
        _ => return None,
    })
}

/// The option of `injang response` by which an input is given, with its value; `None` if this provider
/// has no such thing. The answer itself is no option.
fn input(input: DecisionInput, provider: Provider) -> Option<&'static str> {
    let is_kakao = provider == Provider::Kakao;
    Some(match input {
        DecisionInput::Request => "--request REQ.json",
        DecisionInput::Prepare | DecisionInput::Identify if !is_kakao => return None,
        DecisionInput::Prepare => "--prepare PREPARE.json",
        DecisionInput::Identify => "--identify IDENTIFY.json",
        DecisionInput::ResultRequest => "--result-request RESULT-REQ.json",
        DecisionInput::Receipt => "--receipt RECEIPT.json",
        DecisionInput::Status => "--status STATUS.json",
        DecisionInput::Keys => "--keys KEYS.json",
        DecisionInput::Ci => "--ci-file FILE",
        DecisionInput::CiList => "--ci-list FILE",
        DecisionInput::Person => "--person PERSON.json",
        DecisionInput::Original => "--original [ID=]FILE",
        DecisionInput::DigestReading => "--digest-reading READING",
        DecisionInput::ContentMap => "--content-map MAP.json",
        DecisionInput::NoncePaths => "--nonce-path POINTER, --nonce-answer-path POINTER",
        DecisionInput::ShortSignatures => "--short SHORT.json",
        DecisionInput::SessionPaths => {
            "--short-key-path, --short-from-path, --short-until-path POINTER, --short-time FORM"
        }
        DecisionInput::Product => "--product CODE",
        DecisionInput::SignType => "--sign-type TYPE",
        DecisionInput::VidLayout => "--vid-layout LAYOUT",
        DecisionInput::At => "--at RFC3339",
        DecisionInput::Anchors => "--trust PATH",
        DecisionInput::RevocationData => "--crl PATH",
        _ => return None,
    })
}
