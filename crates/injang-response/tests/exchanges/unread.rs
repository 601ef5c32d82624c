//! Texts that may be encrypted, and keys that are not at hand.

use super::changed::{Case, said};
use super::sealed::{in_session, once, other_ci, twice};
use super::{alone, check, id};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use injang_core::Identity;
use injang_response::Waiver;
use serde_json::json;

const KAKAO: &str = "kakao-single/text";
const IDENTIFY: &str = "kakao-identify/good";
const TOSS: &str = "toss/text";

/// The VID of `identify`, in clear.
fn vid(case: &Case) -> Vec<u8> {
    let plain = Case::read(KAKAO).get("response/vid");
    assert_eq!(case.text("ci"), Case::read(KAKAO).text("ci"));
    STANDARD.decode(plain.as_str().unwrap()).unwrap()
}

#[test]
fn an_encrypted_vid_is_read_in_every_way() {
    const VID: &str = "identify/vid";
    let case = Case::read(IDENTIFY);
    let vid = vid(&case);
    let hex = base16ct::lower::encode_string(&vid);
    for plain in [
        vid.clone(),
        STANDARD.encode(&vid).into_bytes(),
        URL_SAFE_NO_PAD.encode(&vid).into_bytes(),
        hex.into_bytes(),
    ] {
        for text in [once(&case, &plain), twice(&case, &plain)] {
            let decision = case.clone().with(VID, text.clone()).decide();
            assert_eq!(said(&decision.reasons), [""; 0], "{text}");
            // Of somebody else no reading fits.
            let other = case.clone().without("ci");
            let ci = once(&case, other_ci().as_bytes());
            let decision = other.with("identify/ci", ci).with(VID, text).decide();
            let reasons = said(&decision.reasons);
            assert!(reasons.contains(&"vid-differs rejected".to_owned()));
        }
    }
    let mut octets = vid.clone();
    octets[0] ^= 1;
    let other = case.clone().with(VID, once(&case, &octets));
    assert!(said(&other.decide().reasons).contains(&"vid-differs rejected".to_owned()));
    // Without the key it may be what it is in clear, or not.
    let sealed = case.clone().with(VID, once(&case, &vid));
    let unread = sealed.without("keys").without("person");
    let decision = unread.decide();
    assert!(!said(&decision.reasons).contains(&"vid-differs rejected".to_owned()));
    assert!(said(&decision.reasons).contains(&"keys-missing undetermined".to_owned()));
    let clear = case.with(VID, STANDARD.encode(&vid)).without("keys");
    let reasons = said(
        &clear
            .without("person")
            .without("identify/ci")
            .decide()
            .reasons,
    );
    assert!(!reasons.iter().any(|it| it.contains("vid")), "{reasons:?}");
}

#[test]
fn a_key_that_is_missing_decides_nothing() {
    const SEALED: &str = "toss/doc-encrypted";
    check(&[
        (
            "of the request's doc",
            SEALED,
            |it| {
                // The same text, as the answer's session has it.
                let text = "시험 계약서: 이 원문은 시험을 위해 만들었습니다.";
                let doc = in_session(&it, 1, text);
                let answer = it.get("keys/toss/1");
                let case = it.with("response/success/doc", doc).without("person");
                case.with("keys/toss", json!([answer]))
            },
            &["keys-missing undetermined", "keys-missing undetermined #1"],
        ),
        (
            "a session for a transaction, of which no id is known",
            TOSS,
            |it| {
                let session = it.get("keys/toss/1");
                let bound = json!({ "session": session, "tx_id": id(1) });
                let case = alone(it).with("keys/toss/1", bound).without("receipt");
                case.without("response/success/txId")
                    .waiving(Waiver::Receipt)
            },
            &[
                "field-session-unclear undetermined",
                "receipt-missing waived",
                "request-missing waived",
                "transaction-time-missing undetermined",
            ],
        ),
        (
            "of prepare's CI, where no other is held",
            "kakao-single/ci-held-by-prepare",
            |it| it.without("keys"),
            &["keys-missing undetermined"],
        ),
        (
            "of a digest",
            "kakao-single/plain-hash-sha1",
            |it| {
                let case = it.with("request/document_encrypted", true);
                case.without("keys")
            },
            &[
                "document-undetermined undetermined #1",
                "keys-missing undetermined",
                "keys-missing undetermined #1",
            ],
        ),
    ]);
}

/// The VID of the answer in clear, beside the one of `identify`.
#[test]
fn two_vids_are_one_in_some_reading() {
    const VID: &str = "identify/vid";
    let case = Case::read(IDENTIFY).with_of("response/vid", KAKAO, "response/vid");
    let vid = vid(&case);
    for plain in [vid.clone(), STANDARD.encode(&vid).into_bytes()] {
        let both = case.clone().with(VID, once(&case, &plain));
        assert_eq!(said(&both.decide().reasons), [""; 0]);
        // The one in clear shows who signed; the other could not be held against it.
        let decision = both.without("keys").without("person").decide();
        let reasons = said(&decision.reasons);
        assert!(reasons.contains(&"keys-missing undetermined".to_owned()));
        assert!(!reasons.iter().any(|it| it.contains("vid")), "{reasons:?}");
        assert!(matches!(decision.identity.vid, Identity::Matched { .. }));
    }
    let other = case.clone().with(VID, once(&case, &[7; 32]));
    let reasons = said(&other.decide().reasons);
    assert!(reasons.contains(&"vid-differs rejected".to_owned()));
}

#[test]
fn somebody_listed_is_found_by_an_encrypted_vid() {
    let mut case = Case::read(IDENTIFY).with("keys/pseudonym", STANDARD.encode([1; 32]));
    let raw = once(&case, &vid(&case));
    case.list = vec![other_ci(), case.text("ci").to_owned()];
    let case = case.without("identify/ci").with("identify/vid", raw);
    let decision = case.decide();
    assert_eq!(said(&decision.reasons), [""; 0]);
    assert!(decision.person.is_some());
    let mut other = case;
    other.list.truncate(1);
    assert_eq!(other.decide().person, None);
}
