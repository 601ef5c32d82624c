//! Whom was asked: what a request says about a person, against what is held and what came back.

use super::changed::{Case, said};
use super::{alone, check, id};
use aes_gcm::aead::{Aead as _, Payload};
use aes_gcm::{Aes256Gcm, KeyInit as _, Nonce};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use injang_response::{CtrKey, Detail, Match, Remark, Waiver, Whose};
use serde_json::json;

const KAKAO: &str = "kakao-single/text";
const PREPARED: &str = "kakao-single/ci-held-by-prepare";
const IDENTIFY: &str = "kakao-identify/good";
const TOSS: &str = "toss/text";
const USER_CI: &str = "toss/user-ci-waived";
const RECEIVER: &str = "request/delegate_info/receiver_name";
const PERSONAL: &str = "response/success/personalData";

/// Octets under Kakao's key, in base64 once.
fn once(case: &Case, plain: &[u8]) -> String {
    let text = |member: &str| case.get(member).as_str().unwrap().to_owned();
    let key = CtrKey::new(&text("keys/kakao/key"), &text("keys/kakao/iv")).unwrap();
    // In counter mode, decrypting is encrypting.
    let readings = key.decrypt(&STANDARD.encode(plain)).unwrap();
    STANDARD.encode(readings[0].plain.octets())
}

/// The same, in base64 twice.
fn twice(case: &Case, plain: &[u8]) -> String {
    STANDARD.encode(once(case, plain))
}

/// A text in the Toss session that the keys have at this place.
fn in_session(case: &Case, place: usize, plain: &str) -> String {
    let session = case.get(&format!("keys/toss/{place}"));
    let parts: Vec<&str> = session.as_str().unwrap().split('$').collect();
    let [key, iv] = [parts[3], parts[4]].map(|it| STANDARD.decode(it).unwrap());
    let payload = Payload {
        msg: plain.as_bytes(),
        aad: &key,
    };
    let iv = Nonce::try_from(iv.as_slice()).unwrap();
    let cipher = Aes256Gcm::new_from_slice(&key).unwrap();
    let octets = cipher.encrypt(&iv, payload).unwrap();
    format!("{}${}${}", parts[0], parts[1], STANDARD.encode(octets))
}

/// Another person's CI.
fn other_ci() -> String {
    STANDARD.encode([7; 64])
}

/// Where what is said of this code comes from.
fn whose(remarks: &[Remark], code: &str) -> Vec<Whose> {
    let of_code = remarks.iter().filter(|it| it.code.name() == code);
    let whose = of_code.filter_map(|it| match it.detail {
        Some(Detail::Whose(whose)) => Some(whose),
        _ => None,
    });
    whose.collect()
}

/// The fields of which a note says that they are the request's own.
fn echoed(case: &Case) -> Vec<String> {
    let notes = case.decide().notes;
    let field = |it: &Remark| match &it.detail {
        _ if it.code.name() != "field-echoed" => None,
        Some(Detail::Member(member)) => Some(member.clone()),
        Some(Detail::Reading(field)) => Some((*field).to_owned()),
        _ => None,
    };
    notes.iter().filter_map(field).collect()
}

#[test]
fn kakao_was_asked_for_a_name() {
    let missing = "person-missing undetermined";
    check(&[
        (
            "the name held, which no answer gives",
            KAKAO,
            |it| it.with("person", json!({ "name": "시험용 이름" })),
            &[missing],
        ),
        (
            "another than the name held",
            KAKAO,
            |it| it.with("person", json!({ "name": "다른 사람" })),
            &["name-differs rejected", missing],
        ),
        (
            "another than prepare's",
            KAKAO,
            |it| {
                let other = twice(&it, "다른 사람".as_bytes());
                it.with("prepare", json!({ "name": other }))
            },
            &["name-differs rejected"],
        ),
        (
            "prepare's, in another wrapping",
            KAKAO,
            |it| {
                let same = once(&it, "시험용 이름".as_bytes());
                it.with("prepare", json!({ "name": same }))
            },
            &[],
        ),
        (
            "another than the answer's",
            IDENTIFY,
            |it| {
                let other = twice(&it, "다른 사람".as_bytes());
                it.without("person").with(RECEIVER, other)
            },
            &["name-differs rejected"],
        ),
        (
            "no keys, and the VID shows who signed",
            KAKAO,
            |it| it.without("keys").without("response/ci"),
            &[],
        ),
        (
            "no keys, no CI, and the name does not come back",
            KAKAO,
            |it| {
                let case = it.without("keys").without("response/ci").without("ci");
                case.waiving(Waiver::Ci).waiving(Waiver::Vid)
            },
            &["ci-not-held waived", missing, "vid-unchecked waived"],
        ),
        (
            "no keys, and nothing shows who signed",
            KAKAO,
            |it| {
                let case = it.without("keys").without("response/ci");
                case.without("response/vid")
                    .with("person", json!({ "name": "시험용 이름" }))
            },
            &[
                "ci-missing undetermined",
                "keys-missing undetermined",
                missing,
                "vid-missing undetermined",
            ],
        ),
    ]);
}

#[test]
fn barocert_was_asked_for_a_person() {
    const HELD: &str = "barocert/person-held";
    let vid = "vid-missing waived";
    check(&[
        ("the one held", HELD, |it| it, &[vid]),
        (
            "another name",
            HELD,
            |it| it.with("request/receiverName", "다른 사람"),
            &["name-differs rejected", vid],
        ),
        (
            "another phone number",
            HELD,
            |it| it.with("request/receiverHP", "01000000001"),
            &["phone-differs rejected", vid],
        ),
        (
            "another birthday",
            HELD,
            |it| it.with("request/receiverBirthday", "19000102"),
            &["birthday-differs rejected", vid],
        ),
        (
            "the same with hyphens",
            HELD,
            |it| it.with("request/receiverHP", "010-0000-0000"),
            &[vid],
        ),
    ]);
    let case = Case::read(HELD).with("request/receiverName", "다른 사람");
    let reasons = case.decide().reasons;
    assert_eq!(whose(&reasons, "name-differs"), [Whose::Request]);
}

#[test]
fn toss_was_asked_for_a_ci() {
    check(&[
        ("the one held", USER_CI, |it| it, &["ci-missing waived"]),
        (
            "no other is held",
            USER_CI,
            |it| it.without("ci"),
            &["ci-missing waived"],
        ),
        (
            "another than the one held",
            USER_CI,
            |it| {
                let other = in_session(&it, 0, &other_ci());
                it.with("request/userCi", other)
            },
            &["ci-differs rejected", "ci-missing waived"],
        ),
        (
            "another than the answer's",
            TOSS,
            |it| {
                let other = in_session(&it, 0, &other_ci());
                it.without("ci").with("request/userCi", other)
            },
            &["ci-differs rejected"],
        ),
        (
            "the answer's",
            TOSS,
            |it| {
                let same = in_session(&it, 0, it.text("ci"));
                it.without("ci").with("request/userCi", same)
            },
            &[],
        ),
        (
            "no key to it, and another is held",
            USER_CI,
            |it| {
                let answer = it.get("keys/toss/1");
                it.with("keys/toss", json!([answer]))
            },
            &["ci-missing waived", "keys-missing undetermined"],
        ),
        (
            "no key to it, and no other is held",
            USER_CI,
            |it| it.without("keys").without("ci"),
            &["ci-missing waived", "keys-missing undetermined"],
        ),
        (
            "none",
            USER_CI,
            |it| {
                let none = in_session(&it, 0, "none");
                it.with("request/userCi", none)
            },
            &["ci-malformed undetermined", "ci-missing waived"],
        ),
        (
            "another name than the one held",
            TOSS,
            |it| {
                let other = in_session(&it, 0, "다른 사람");
                it.with("request/userName", other)
            },
            &["name-differs rejected"],
        ),
    ]);
}

#[test]
fn a_ci_that_is_none_says_which_one() {
    let of = |case: Case| whose(&case.decide().reasons, "ci-malformed");
    let held = Case::read(KAKAO).with("ci", "x");
    assert_eq!(of(held), [Whose::Held]);
    let case = Case::read(PREPARED);
    let none = once(&case, b"none");
    assert_eq!(of(case.with("prepare/ci", none.clone())), [Whose::Request]);
    let answered = Case::read(KAKAO).with("response/ci", none);
    assert_eq!(of(answered), [Whose::Answer]);
}

/// A CI that the caller lists is not the one that was asked for.
#[test]
fn a_list_is_held_against_who_was_asked() {
    let mut case = Case::read(TOSS).with("keys/pseudonym", STANDARD.encode([1; 32]));
    case.list = vec![case.text("ci").to_owned(), other_ci()];
    let case = case.without("person");
    assert_eq!(said(&case.decide().reasons), [""; 0]);
    let other = in_session(&case, 0, &other_ci());
    let decision = case.with("request/userCi", other).decide();
    assert_eq!(said(&decision.reasons), ["ci-differs rejected"]);
    assert_eq!(decision.person, None);
}

#[test]
fn an_echo_of_the_request_counts_as_absent() {
    let vid = "vid-missing undetermined";
    fn unwrapped(case: Case, place: &str) -> Case {
        let octets = STANDARD.decode(case.get(place).as_str().unwrap()).unwrap();
        case.with(place, String::from_utf8(octets).unwrap())
    }
    check(&[
        ("the VID shows who signed", PREPARED, |it| it, &[]),
        (
            "a CI, and no VID",
            PREPARED,
            |it| it.without("response/vid"),
            &["ci-missing undetermined", vid],
        ),
        (
            "a CI, and only the VID is waived",
            PREPARED,
            |it| it.without("response/vid").waiving(Waiver::Vid),
            &["ci-missing undetermined", "vid-missing waived"],
        ),
        (
            "a CI that is wrapped otherwise",
            PREPARED,
            |it| {
                let ci = it.get("response/ci");
                let ci = STANDARD.encode(ci.as_str().unwrap());
                it.without("response/vid").with("response/ci", ci)
            },
            &["ci-missing undetermined", vid],
        ),
        ("a name, and the VID", IDENTIFY, |it| it, &[]),
        (
            "a name, and no VID",
            IDENTIFY,
            |it| it.without("identify/vid"),
            &["person-missing undetermined", vid],
        ),
        (
            "a name that is wrapped otherwise",
            IDENTIFY,
            |it| unwrapped(it.without("identify/vid"), "identify/name"),
            &["person-missing undetermined", vid],
        ),
        (
            "a name, and nobody is held",
            IDENTIFY,
            |it| it.without("ci").without("person"),
            &["ci-not-held undetermined", "person-missing undetermined"],
        ),
        (
            "a CI of a product without a signature",
            "kakao-auth/k1110",
            |it| {
                let ci = it.get("response/ci");
                it.with("prepare", json!({ "ci": ci }))
            },
            &["ci-missing undetermined", "signature-absent waived"],
        ),
        (
            "Toss's CI under the request's session",
            TOSS,
            |it| {
                let ci = in_session(&it, 0, it.text("ci"));
                it.with(&format!("{PERSONAL}/ci"), ci)
            },
            &["ci-missing undetermined"],
        ),
        (
            "Toss's name under the request's session, and the CI",
            TOSS,
            |it| {
                let name = in_session(&it, 0, "시험용 이름");
                it.with(&format!("{PERSONAL}/name"), name)
            },
            &[],
        ),
        (
            "Toss's DI under the request's session, and no CI",
            "toss/di-held",
            |it| {
                let di = in_session(&it, 0, "x");
                it.with(&format!("{PERSONAL}/di"), di)
            },
            &["ci-not-held undetermined", "person-missing undetermined"],
        ),
    ]);
    let case = Case::read(PREPARED);
    assert_eq!(echoed(&case), ["/ci"]);
    assert_eq!(case.decide().identity.ci, Match::NotCompared);
    assert_eq!(echoed(&Case::read(IDENTIFY)), ["name"]);
    // The same CI under the answer's own key proves what it says.
    assert_eq!(echoed(&Case::read(TOSS)), [""; 0]);
}

#[test]
fn a_nationality_is_compared() {
    fn nationality(case: Case, word: &str) -> Case {
        let mut person = case.get("person");
        person["nationality"] = word.into();
        let given = in_session(&case, 1, "LOCAL");
        case.with("person", person)
            .with(&format!("{PERSONAL}/nationality"), given)
    }
    check(&[
        ("the same", TOSS, |it| nationality(it, "LOCAL"), &[]),
        (
            "another",
            TOSS,
            |it| nationality(it, "FOREIGNER"),
            &["nationality-differs rejected"],
        ),
        (
            "none came",
            TOSS,
            |it| nationality(it, "LOCAL").without(&format!("{PERSONAL}/nationality")),
            &["person-missing undetermined"],
        ),
    ]);
}

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
    let hex: String = vid.iter().map(|octet| format!("{octet:02x}")).collect();
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
            ],
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
                "keys-missing undetermined #1",
            ],
        ),
    ]);
}
