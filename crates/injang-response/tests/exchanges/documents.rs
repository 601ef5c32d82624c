//! What counts as compared, and that each signature stands for one document, under its id.

use super::changed::Case;
use super::{alone, check, id, only};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use injang_response::Waiver;
use serde_json::{Value, json};

/// With several waivers more.
fn waiving(case: Case, waivers: &[Waiver]) -> Case {
    waivers.iter().fold(case, |case, it| case.waiving(*it))
}

/// Of a product that the caller does not name.
fn unnamed(mut case: Case) -> Case {
    case.options.product.clear();
    case
}

/// Without the request and whatever says who it is, of all of which the caller knows.
fn stripped(case: Case) -> Case {
    let case = case.without("request").without("ci");
    waiving(case, &[Waiver::Request, Waiver::Ci, Waiver::Vid])
}

#[test]
fn something_must_have_been_compared() {
    const NOTHING: &str = "nothing-compared undetermined";
    const TEXT: &str = "kakao-single/text";
    let waived = ["ci-missing waived", "ci-not-held waived"];
    let [missing, held] = waived;
    check(&[
        (
            "an empty answer",
            "kakao-auth/k1110",
            |it| {
                let case = it.without("request").without("ci");
                let case = case.with("response", json!({}));
                waiving(case, &[Waiver::Request, Waiver::Ci, Waiver::Status])
            },
            &[
                missing,
                held,
                "nonce-missing undetermined",
                NOTHING,
                "provider-status-missing waived",
                "request-missing waived",
                "signature-absent waived",
            ],
        ),
        (
            "a signature of anybody over anything",
            TEXT,
            |it| stripped(it).without("response/ci").without("response/vid"),
            &[
                missing,
                held,
                NOTHING,
                "request-missing waived",
                "vid-missing waived",
            ],
        ),
        (
            "the same of the transaction that the receipt names",
            TEXT,
            |it| {
                let case = stripped(it).with("receipt", json!({ "tx_id": id(1) }));
                case.without("response/ci").without("response/vid")
            },
            &[
                missing,
                held,
                "request-missing waived",
                "vid-missing waived",
            ],
        ),
        (
            "the answer's CI by the answer's VID",
            TEXT,
            stripped,
            &[held, NOTHING, "request-missing waived"],
        ),
        (
            "the same, and a CI is held",
            TEXT,
            |it| it.without("request").waiving(Waiver::Request),
            &["request-missing waived"],
        ),
        (
            "a text, and nobody",
            TEXT,
            |it| {
                let case = it.without("ci").without("response/ci");
                let case = case.without("response/vid");
                waiving(case, &[Waiver::Ci, Waiver::Vid, Waiver::Person])
            },
            &[missing, held, "person-missing waived", "vid-missing waived"],
        ),
        (
            "what can't be waived is said instead",
            "kakao-single/text",
            |mut it| {
                it.options.trust = vec!["../../toss-ca.der".to_owned()];
                stripped(it).without("response/ci").without("response/vid")
            },
            &[
                missing,
                held,
                "document-undetermined undetermined 1",
                "request-missing waived",
                "vid-missing waived",
            ],
        ),
        (
            "a nonce, and nobody",
            "kakao-auth/k1110",
            |it| {
                let case = it.without("ci").without("response/ci");
                case.waiving(Waiver::Ci)
            },
            &[missing, held, "signature-absent waived"],
        ),
        (
            "a CI, and no request",
            "kakao-auth/k1110",
            alone,
            &[
                "nonce-missing undetermined",
                "request-missing waived",
                "signature-absent waived",
            ],
        ),
        (
            "no nonce came, which is not done without",
            "kakao-auth/k1110",
            |it| {
                let case = it.without("ci").without("response/data");
                case.waiving(Waiver::Ci)
            },
            &[
                held,
                "nonce-missing undetermined",
                NOTHING,
                "signature-absent waived",
            ],
        ),
    ]);
}

#[test]
fn a_product_that_is_not_named() {
    const MISSING: &str = "product-missing undetermined";
    check(&[
        ("a nonce", "kakao-auth/k1110", unnamed, &[MISSING]),
        ("a state", "kakao-auth/k2100", unnamed, &[MISSING]),
        (
            "an answer with a nonce",
            "kakao-auth/k1110",
            |it| alone(unnamed(it)),
            &[MISSING, "request-missing waived"],
        ),
        (
            "a document that did not come",
            "kakao-single/text",
            |it| {
                let case = unnamed(it).without("response/signed_document");
                case.without("response/vid").with("response/data", "1")
            },
            &["document-missing rejected #1", "vid-missing undetermined"],
        ),
        ("a document", "kakao-single/text", unnamed, &[]),
        (
            "a relay's",
            "barocert/kakao-text",
            unnamed,
            &[MISSING, "vid-missing waived"],
        ),
    ]);
}

/// The signature of the first document in the place of the last, written by another encoder.
fn again(case: Case, write: fn(&[u8]) -> String) -> Case {
    let first = case.get("response/signed_documents/0/signed_document");
    let octets = STANDARD.decode(first.as_str().unwrap()).unwrap();
    case.with(
        "response/signed_documents/2/signed_document",
        write(&octets),
    )
}

#[test]
fn a_signature_counts_for_one_document() {
    const MULTI: &str = "kakao-multi/documents-3";
    let twice = [
        "document-duplicated rejected #3",
        "request-missing waived",
        "tx-id-differs rejected #3",
    ];
    check(&[
        (
            "as it was",
            MULTI,
            |it| again(alone(it), |octets| STANDARD.encode(octets)),
            &twice,
        ),
        (
            "in another alphabet",
            MULTI,
            |it| again(alone(it), |octets| URL_SAFE_NO_PAD.encode(octets)),
            &twice,
        ),
        (
            "in lines",
            MULTI,
            |it| {
                again(alone(it), |octets| {
                    let text = STANDARD.encode(octets);
                    let (first, rest) = text.split_at(64);
                    format!("{first}\r\n{rest}")
                })
            },
            &twice,
        ),
        (
            "in definite lengths",
            MULTI,
            |it| {
                again(alone(it), |octets| {
                    let der = injang_core::Der::from_ber(octets, injang_core::Limits::default());
                    STANDARD.encode(der.unwrap().octets())
                })
            },
            &twice,
        ),
        (
            "of a relay, for a token that is the same",
            "barocert/naver-multi",
            |it| {
                let token = it.get("request/tokens/0");
                let first = it.get("response/multiSignedData/0");
                it.with("request/tokens/1", token)
                    .with("response/multiSignedData/1", first)
            },
            &["document-duplicated rejected 2", "vid-missing waived"],
        ),
        (
            "of a relay, and each has its own",
            "barocert/naver-multi",
            |it| it,
            &["vid-missing waived"],
        ),
        (
            "one transaction in several",
            "barocert/kakao-multi-3",
            |it| it,
            &[
                "document-duplicated rejected 2",
                "document-duplicated rejected 3",
                "vid-missing waived",
            ],
        ),
    ]);
}

#[test]
fn each_document_has_its_id() {
    const MULTI: &str = "kakao-multi/documents-3";
    const DIGESTS: &str = "kakao-multi/documents-plain-hash";
    /// The one document in the form of products with one.
    fn as_single(case: Case) -> Case {
        let case = only(case, &[0]);
        let signed = case.get("response/signed_documents/0/signed_document");
        case.without("response/signed_documents")
            .with("response/signed_document", signed)
    }
    check(&[
        (
            "not",
            MULTI,
            |it| as_single(it).without("receipt"),
            &["document-id-missing undetermined #1"],
        ),
        (
            "not, by the request alone",
            MULTI,
            |it| unnamed(as_single(it).without("receipt")),
            &["document-id-missing undetermined #1"],
        ),
        (
            "not, by the receipt alone",
            MULTI,
            |it| {
                let case = alone(unnamed(as_single(it)));
                case.with("receipt/document_tx_ids", json!([id(1)]))
            },
            &[
                "document-id-missing undetermined #1",
                "request-missing waived",
            ],
        ),
        (
            "one of one",
            MULTI,
            |it| only(it, &[0]).without("receipt"),
            &[],
        ),
        ("of digests", DIGESTS, |it| it, &[]),
        (
            "not, in the list",
            MULTI,
            |it| it.without("response/signed_documents/1/document_tx_id"),
            &["response-malformed rejected"],
        ),
        (
            "not, in the list that nobody asked for",
            MULTI,
            |it| {
                let case = alone(unnamed(it)).without("receipt");
                case.without("response/signed_documents/1/document_tx_id")
            },
            &["response-malformed rejected"],
        ),
        (
            "and another was signed, as the request has it",
            MULTI,
            |it| {
                it.without("receipt")
                    .with("request/documents/2/document_tx_id", id(9))
                    .with("response/signed_documents/2/document_tx_id", id(9))
            },
            &["tx-id-differs rejected #9"],
        ),
    ]);
}

#[test]
fn a_request_after_the_sdk() {
    const ONE: &str = "barocert/kakao-text";
    fn field(length: usize) -> Value {
        STANDARD.encode(vec![0xa5; length]).into()
    }
    // Of what can't be read nothing is held against the answer, neither the token nor a person.
    let encrypted = ["request-encrypted undetermined", "vid-missing waived"];
    check(&[
        (
            "IV, ciphertext and tag",
            ONE,
            |it| {
                it.with("request/receiverHP", field(12 + 11 + 16))
                    .with("request/receiverName", field(12 + 16 + 16))
                    .with("request/receiverBirthday", field(12 + 8 + 16))
                    .with("request/token", field(12 + 68 + 16))
            },
            &encrypted,
        ),
        (
            "ciphertext alone",
            ONE,
            |it| {
                it.with_of("request/receiverHP", ONE, "response/receiverHP")
                    .with("request/token", field(68))
            },
            // Which is the answer's own text: an echo.
            &[
                "person-missing undetermined",
                "request-encrypted undetermined",
                "vid-missing waived",
            ],
        ),
        (
            "a CI in place of the receiver",
            ONE,
            |it| {
                it.without("request/receiverHP")
                    .without("request/receiverName")
                    .without("request/receiverBirthday")
                    .with("request/ci", field(12 + 88 + 16))
                    .with("request/token", field(12 + 68 + 16))
            },
            &encrypted,
        ),
        (
            "an agreement",
            "barocert/kakao-cms-mapped",
            |it| it.with("request/receiverHP", field(39)),
            &encrypted,
        ),
        (
            "a token that came back in clear",
            "barocert/kakao-identity-token-waived",
            |it| {
                it.with("request/receiverHP", field(39))
                    .with("request/token", field(60))
            },
            &["request-encrypted undetermined", "signature-absent waived"],
        ),
        (
            "a phone number with hyphens",
            ONE,
            |it| it.with("request/receiverHP", "010-0000-0000"),
            &["vid-missing waived"],
        ),
        (
            "a token that is base64",
            ONE,
            |it| it.with("request/token", field(64)),
            &["content-differs rejected 1", "vid-missing waived"],
        ),
        (
            "a CI in clear",
            ONE,
            |it| {
                let ci = it.text("ci").to_owned();
                it.with("request/ci", ci)
            },
            &["vid-missing waived"],
        ),
    ]);
}
