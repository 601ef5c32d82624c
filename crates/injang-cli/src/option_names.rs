//! How this command line calls what the library's texts ask for.

use injang::response::{Input, Provider};
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
fn input(input: Input, provider: Provider) -> Option<&'static str> {
    let is_kakao = provider == Provider::Kakao;
    Some(match input {
        Input::Request => "--request REQ.json",
        Input::Prepare | Input::Identify if !is_kakao => return None,
        Input::Prepare => "--prepare PREPARE.json",
        Input::Identify => "--identify IDENTIFY.json",
        Input::ResultRequest => "--result-request RESULT-REQ.json",
        Input::Receipt => "--receipt RECEIPT.json",
        Input::Status => "--status STATUS.json",
        Input::Keys => "--keys KEYS.json",
        Input::Ci => "--ci-file FILE",
        Input::CiList => "--ci-list FILE",
        Input::Person => "--person PERSON.json",
        Input::Original => "--original [ID=]FILE",
        Input::DigestReading => "--digest-reading READING",
        Input::ContentMap => "--content-map MAP.json",
        Input::NoncePaths => "--nonce-path POINTER, --nonce-answer-path POINTER",
        Input::ShortSignatures => "--short SHORT.json",
        Input::SessionPaths => {
            "--short-key-path, --short-from-path, --short-until-path POINTER, --short-time FORM"
        }
        Input::Product => "--product CODE",
        Input::SignType => "--sign-type TYPE",
        Input::VidLayout => "--vid-layout LAYOUT",
        Input::At => "--at RFC3339",
        Input::Anchors => "--trust PATH",
        Input::RevocationData => "--crl PATH",
        _ => return None,
    })
}
