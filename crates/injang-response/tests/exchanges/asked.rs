//! Whom was asked: what a request says about a person, against what is held and what came back.

use super::changed::{Case, said};
use super::check;
use super::sealed::{in_session, once, other_ci, twice};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use injang_response::{Detail, Finding, Waiver, Whose};
use serde_json::json;

const KAKAO: &str = "kakao-single/text";
const PREPARED: &str = "kakao-single/ci-held-by-prepare";
const IDENTIFY: &str = "kakao-identify/good";
const TOSS: &str = "toss/text";
const USER_CI: &str = "toss/user-ci-waived";
const RECEIVER: &str = "request/delegate_info/receiver_name";
const PERSONAL: &str = "response/success/personalData";

/// Where what is said of this code comes from.
fn whose(findings: &[Finding], code: &str) -> Vec<Whose> {
    let of_code = findings.iter().filter(|it| it.code.name() == code);
    let whose = of_code.filter_map(|it| match it.detail {
        Some(Detail::Whose(whose)) => Some(whose),
        _ => None,
    });
    whose.collect()
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
                it.with("prepare", json!({ "type": "CI", "name": other }))
            },
            &["name-differs rejected"],
        ),
        (
            "prepare's, in another wrapping",
            KAKAO,
            |it| {
                let same = once(&it, "시험용 이름".as_bytes());
                it.with("prepare", json!({ "type": "CI", "name": same }))
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
            "a name that identify was asked for, and does not give",
            IDENTIFY,
            |it| it.without("person").without("identify/name"),
            &[
                "person-missing undetermined",
                "person-not-held undetermined",
            ],
        ),
        (
            "a name that identify was not asked for",
            IDENTIFY,
            |it| {
                let case = it.without("request/identify_items");
                case.without("person").without("identify/name")
            },
            &["person-not-held undetermined"],
        ),
        (
            "no keys, and the VID shows who signed",
            KAKAO,
            |it| it.without("keys").without("response/ci"),
            &["keys-missing undetermined"],
        ),
        (
            "no keys, nobody is named, and the VID shows who signed",
            KAKAO,
            |it| it.without("keys").without(RECEIVER),
            &[],
        ),
        (
            "a name that is no ciphertext, and the VID shows who signed",
            KAKAO,
            |it| it.with(RECEIVER, "시험용 이름"),
            &["field-undecryptable undetermined"],
        ),
        (
            "a name that is no ciphertext, against the answer's",
            IDENTIFY,
            |it| it.with(RECEIVER, "시험용 이름").without("person"),
            &[
                "field-undecryptable undetermined",
                "person-not-held undetermined",
            ],
        ),
        (
            "no keys, no CI, and the name does not come back",
            KAKAO,
            |it| {
                let case = it.without("keys").without("response/ci").without("ci");
                case.waiving(Waiver::Ci).waiving(Waiver::Vid)
            },
            &[
                "ci-not-held waived",
                "keys-missing undetermined",
                missing,
                "vid-unchecked waived",
            ],
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
