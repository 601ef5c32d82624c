//! What answers say beside their signatures: nonces, and fields about a person.

use super::changed::{Case, said};
use super::{alone, check, id};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use injang_core::report::Lang;
use injang_response::{Detail, Match, Waiver};
use serde_json::json;

/// Another person's CI, encrypted as Kakao does.
const OTHER_CI: (&str, &str) = ("kakao-single/ci-of-somebody-else", "response/ci");

/// A VID that does not fit, encrypted.
const OTHER_VID: (&str, &str) = ("kakao-identify/vid-differs", "identify/vid");

#[test]
fn a_product_without_a_signature() {
    const NONCE: &str = "kakao-auth/k1110";
    const DATA: (&str, &str) = ("request/data", "response/data");
    let missing = ["nonce-missing undetermined", "signature-absent waived"];
    check(&[
        (
            "a signed document in the answer",
            NONCE,
            |it| {
                it.with_of(
                    "response/signed_document",
                    "kakao-single/text",
                    "response/signed_document",
                )
            },
            &[
                "document-additional rejected 1",
                "product-differs undetermined",
                "vid-missing undetermined",
            ],
        ),
        (
            "the same, without the request",
            NONCE,
            |it| {
                let signed = "response/signed_document";
                alone(it.with_of(signed, "kakao-single/text", signed))
                    .waiving(Waiver::Vid)
                    .with("receipt", json!({ "tx_id": id(1) }))
            },
            &[
                "product-differs undetermined",
                "request-missing waived",
                "vid-missing waived",
            ],
        ),
        (
            "blanks, and what is not seen",
            NONCE,
            |it| {
                let blanks = " \t\u{3000}\u{200b}";
                it.with(DATA.0, blanks).with(DATA.1, blanks)
            },
            &missing,
        ),
        (
            "a request for a document",
            NONCE,
            |it| it.with_of("request/document", "kakao-single/text", "request/document"),
            &[
                "document-missing rejected #1",
                "product-differs undetermined",
                "signature-absent waived",
            ],
        ),
        (
            "a whole exchange of another product",
            "kakao-single/text",
            |mut it| {
                it.options.product = "K1110".to_owned();
                it
            },
            &["product-differs undetermined"],
        ),
        (
            "empty",
            NONCE,
            |it| it.with(DATA.0, "").with(DATA.1, ""),
            &missing,
        ),
        ("asked for empty", NONCE, |it| it.with(DATA.0, ""), &missing),
        ("answered empty", NONCE, |it| it.with(DATA.1, ""), &missing),
        (
            "another",
            NONCE,
            |it| it.with(DATA.1, "x"),
            &["nonce-differs rejected", "signature-absent waived"],
        ),
    ]);
}

#[test]
fn what_toss_says_beside_the_signature() {
    const TYPE: &str = "response/success/signatureType";
    check(&[
        ("PKCS7 by default", "toss/text", |it| it.without(TYPE), &[]),
        (
            "PKCS7 by default, which was not asked for",
            "toss/pdf",
            |it| it.without(TYPE),
            &["signature-type-differs rejected"],
        ),
        (
            "another text",
            "toss/doc-encrypted",
            |it| {
                let other = it.get("request/userName");
                it.with("response/success/doc", other)
            },
            &["doc-differs rejected"],
        ),
        (
            "another name than the request's",
            "toss/text",
            |it| {
                let other = it.get("response/success/personalData/birthday");
                let case = it.without("person");
                case.with("response/success/personalData/name", other)
            },
            &["name-differs rejected"],
        ),
        (
            "the request's name",
            "toss/text",
            |it| it.without("person"),
            &[],
        ),
    ]);
}

/// The keys with a session bound to this transaction, or to none.
fn bound(case: Case, to: Option<usize>) -> Case {
    // The first is the request's.
    let session = case.get("keys/toss/1");
    case.with(
        "keys/toss/1",
        json!({ "session": session, "tx_id": to.map(id) }),
    )
}

/// The keys with a session more that nobody bound.
fn with_session(case: Case, number: usize) -> Case {
    let all = case.get("keys/toss");
    let mut all = all.as_array().unwrap().clone();
    let key = STANDARD.encode([7; 32]);
    let iv = STANDARD.encode([7; 12]);
    let id = id(number);
    all.push(format!("v1${}$AES_GCM${key}${iv}", id.as_str().unwrap()).into());
    case.with("keys/toss", all)
}

#[test]
fn a_field_is_of_this_transactions_session() {
    const CI: &str = "response/success/personalData/ci";
    check(&[
        (
            "a session that the keys don't have",
            "toss/text",
            |it| it.with_of(CI, "toss/user-ci", "request/userCi"),
            &["keys-missing undetermined"],
        ),
        (
            "a session that the keys don't have, and no ciphertext",
            "toss/text",
            |it| it.with(CI, "v1$00000000-0000-4000-8000-000000000001$."),
            &["keys-missing undetermined"],
        ),
        ("bound to none", "toss/text", |it| bound(it, None), &[]),
        ("bound to this", "toss/text", |it| bound(it, Some(1)), &[]),
        (
            "bound to another",
            "toss/text",
            |it| bound(it, Some(2)),
            &["field-session-differs rejected"],
        ),
        (
            "bound to this, where only the answer names one",
            "toss/text",
            |it| {
                let case = bound(it, Some(1)).without("receipt");
                case.waiving(Waiver::Receipt).waiving(Waiver::Time)
            },
            &["receipt-missing waived", "transaction-time-missing waived"],
        ),
        (
            "bound to another, where only the answer names one",
            "toss/text",
            |it| {
                bound(it, Some(2))
                    .without("receipt")
                    .waiving(Waiver::Receipt)
            },
            &[
                "field-session-differs rejected",
                "receipt-missing waived",
                "transaction-time-missing undetermined",
            ],
        ),
        ("one beside the request's", "toss/text", |it| it, &[]),
        (
            "the request's, which counts as absent",
            "toss/text",
            |it| {
                let sent = it.get("request/userName");
                it.with("response/success/personalData/name", sent)
            },
            &["person-missing undetermined"],
        ),
        (
            "several beside the request's",
            "toss/text",
            |it| with_session(it, 1),
            &["field-session-unclear undetermined"],
        ),
        (
            "several, and no request",
            "toss/text",
            alone,
            &[
                "field-session-unclear undetermined",
                "request-missing waived",
            ],
        ),
    ]);
}

#[test]
fn what_was_prepared_is_held_against_identify() {
    const GOOD: &str = "kakao-identify/good";
    fn prepared(case: Case, name: &str, phone: &str) -> Case {
        let [name, phone] = [name, phone].map(|it| case.get(it));
        let prepare = json!({ "type": "INFO", "name": name, "phone_no": phone });
        case.without("person").with("prepare", prepare)
    }
    check(&[
        (
            "the same",
            GOOD,
            |it| prepared(it, "identify/name", "identify/phone_no"),
            &[],
        ),
        (
            "another name",
            GOOD,
            |it| prepared(it, "identify/gender", "identify/phone_no"),
            &["name-differs rejected"],
        ),
        (
            "another number",
            GOOD,
            |it| prepared(it, "identify/name", "identify/birthday"),
            &["phone-differs rejected"],
        ),
    ]);
}

#[test]
fn two_answers_about_one_person() {
    const GOOD: &str = "kakao-identify/good";
    const OWN: &str = "kakao-single/text";
    let vid = ["vid-differs rejected"];
    // The name is the request's own, and no VID shows who signed.
    let of_two = ["person-missing undetermined", "vid-differs rejected"];
    let ci = ["ci-differs rejected"];
    check(&[
        (
            "the same",
            GOOD,
            |it| {
                it.with_of("response/ci", OWN, "response/ci").with_of(
                    "response/vid",
                    OWN,
                    "response/vid",
                )
            },
            &[],
        ),
        (
            "another CI beside",
            GOOD,
            |it| it.with_of("response/ci", OTHER_CI.0, OTHER_CI.1),
            &ci,
        ),
        (
            "another CI from identify",
            GOOD,
            |it| {
                let case = it.with_of("response/ci", OWN, "response/ci");
                case.with_of("identify/ci", OTHER_CI.0, OTHER_CI.1)
            },
            &ci,
        ),
        (
            "another VID beside",
            GOOD,
            |it| it.with_of("response/vid", OTHER_VID.0, OTHER_VID.1),
            &of_two,
        ),
        (
            "another VID from identify",
            GOOD,
            |it| {
                let case = it.with_of("response/vid", OWN, "response/vid");
                case.with_of("identify/vid", OTHER_VID.0, OTHER_VID.1)
            },
            &vid,
        ),
        (
            "a CI held that is none",
            OWN,
            |it| it.with("ci", "x"),
            &["ci-malformed undetermined"],
        ),
    ]);
}

/// Base64 of base64, as Kakao's guide writes some fields.
#[test]
fn a_ci_that_is_wrapped_twice_is_read() {
    let case = Case::read("kakao-single/text").without("response/vid");
    let once = case.get("response/ci");
    let twice = STANDARD.encode(once.as_str().unwrap());
    for ci in [once, twice.into()] {
        let case = case.clone().with("response/ci", ci).waiving(Waiver::Vid);
        let decision = case.decide();
        assert_eq!(said(&decision.reasons), ["vid-missing waived"]);
        assert_eq!(decision.identity.ci, Match::Matched);
    }
    let other = case.with_of("response/ci", OTHER_CI.0, OTHER_CI.1);
    assert_eq!(other.decide().identity.ci, Match::Mismatched);
}

/// What a provider's error is said to be: with its code, and the meaning of one that is documented.
#[test]
fn errors_of_the_providers() {
    let barocert = "barocert/kakao-text";
    for (case, answer, expected) in [
        (
            "kakao-single/text",
            json!({ "error_code": "E2013", "message": "m" }),
            "(E2013: verify was called a second time, or more than ten minutes after the signature)",
        ),
        ("kakao-single/text", json!({ "code": "E9999" }), "(E9999)"),
        (
            barocert,
            json!({ "code": -25_000_000, "message": "m" }),
            "(-25000000)",
        ),
        (
            barocert,
            json!({ "Code": -25_000_000, "message": "m" }),
            "(-25000000)",
        ),
        (
            barocert,
            json!({ "Code": "-25000000", "Message": "m" }),
            "(-25000000)",
        ),
        (
            barocert,
            json!({ "Code": "a sentence", "message": "m" }),
            "the provider says that the transaction failed",
        ),
    ] {
        let decision = Case::read(case).with("response", answer.clone()).decide();
        assert_eq!(
            said(&decision.reasons),
            ["provider-failed rejected"],
            "{answer}"
        );
        let sentence = decision.reasons[0].sentence(Lang::En);
        assert!(sentence.ends_with(expected), "{answer}: {sentence}");
        assert!(decision.notes.is_empty(), "{answer}: {:?}", decision.notes);
    }
    let both = json!({ "code": -1, "Code": -2 });
    let decision = Case::read(barocert).with("response", both).decide();
    assert_eq!(said(&decision.reasons), ["response-malformed rejected"]);
    assert!(matches!(
        decision.reasons[0].detail,
        Some(Detail::Format(_))
    ));
}

/// A failure, and anything less than success, names the file that says it.
#[test]
fn another_file_says_that_it_failed() {
    let identify = "kakao-identify/good";
    for (case, file, answer, code, expected) in [
        (
            identify,
            "identify",
            json!({ "error_code": "E2013", "message": "m" }),
            "provider-failed rejected",
            "(Kakao's answer to identify: E2013: verify was called a second time, or more than ten \
             minutes after the signature)",
        ),
        (
            identify,
            "identify",
            json!({ "result": "N" }),
            "provider-failed rejected",
            "(Kakao's answer to identify)",
        ),
        (
            "kakao-single/text-with-status",
            "status/status",
            json!("REQUESTED"),
            "provider-pending undetermined",
            "(the provider's answer about the status)",
        ),
    ] {
        let decision = Case::read(case).with(file, answer.clone()).decide();
        let mut reasons = decision.reasons.iter();
        let found = reasons.find(|it| said(std::slice::from_ref(it)) == [code]);
        let found = found.unwrap_or_else(|| panic!("{answer}: {:?}", decision.reasons));
        let sentence = found.sentence(Lang::En);
        assert!(sentence.ends_with(expected), "{answer}: {sentence}");
    }
}
