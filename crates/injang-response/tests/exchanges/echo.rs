//! Fields of an answer that are what the request sent.

use super::changed::{Case, said};
use super::check;
use super::sealed::in_session;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use injang_response::{Detail, Finding, Match, Waiver};
use serde_json::{Value, json};

const PREPARED: &str = "kakao-single/ci-held-by-prepare";
const IDENTIFY: &str = "kakao-identify/good";
const TOSS: &str = "toss/text";
const PERSONAL: &str = "response/success/personalData";

/// The fields of which a note says that they are the request's own.
fn echoed(case: &Case) -> Vec<String> {
    let notes = case.decide().notes;
    let field = |it: &Finding| match &it.detail {
        _ if it.code.name() != "field-echoed" => None,
        Some(Detail::Member(member)) => Some(member.clone()),
        Some(Detail::Reading(field)) => Some((*field).to_owned()),
        _ => None,
    };
    notes.iter().filter_map(field).collect()
}

/// With a text in base64 once where it was twice.
fn unwrapped(case: Case, place: &str) -> Case {
    let octets = STANDARD.decode(case.get(place).as_str().unwrap()).unwrap();
    case.with(place, String::from_utf8(octets).unwrap())
}

#[test]
fn an_echo_of_the_request_counts_as_absent() {
    let vid = "vid-missing undetermined";
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
            "names and numbers that nothing ties to the signature",
            IDENTIFY,
            |it| {
                let [name, phone] =
                    ["identify/name", "identify/phone_no"].map(|place| it.get(place));
                let prepare = json!({ "type": "CI", "name": name, "phone_no": phone });
                let mut case = it.without("ci").without("person").with("prepare", prepare);
                for other in ["ci", "vid", "birthday", "gender"] {
                    case = case.without(&format!("identify/{other}"));
                }
                case.waiving(Waiver::Ci).waiving(Waiver::Vid)
            },
            &[
                "ci-missing waived",
                "ci-not-held waived",
                "person-missing undetermined",
                "vid-missing waived",
            ],
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
            "Toss's CI under the session of the request's fields, which names no other",
            TOSS,
            |it| {
                let ci = in_session(&it, 0, it.text("ci"));
                let case = it.without("request/sessionKey").without("person");
                let case = case.with(&format!("{PERSONAL}/ci"), ci);
                let answer = case.get("keys/toss/1");
                case.with("keys/toss", json!([answer]))
                    .with("request/userName", Value::Null)
            },
            &[
                "ci-missing undetermined",
                "keys-missing undetermined",
                "person-not-held undetermined",
            ],
        ),
        (
            "Toss's name under the request's session, and the CI",
            TOSS,
            |it| {
                let name = in_session(&it, 0, "시험용 이름");
                let case = it.without("person");
                case.with(&format!("{PERSONAL}/name"), name)
            },
            &[],
        ),
        (
            "Toss's name under the request's session, and a name that is held",
            TOSS,
            |it| {
                let name = in_session(&it, 0, "시험용 이름");
                it.with(&format!("{PERSONAL}/name"), name)
            },
            &["person-missing undetermined"],
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
fn what_is_empty_says_nothing() {
    for (name, member) in [
        ("toss/text", "response/success/personalData/name"),
        ("kakao-single/text", "response/ci"),
        ("kakao-single/text", "response/vid"),
    ] {
        let with = |value: Value| said(&Case::read(name).with(member, value).decide().reasons);
        for blank in ["", " "] {
            assert_eq!(with(blank.into()), with(Value::Null), "{name} {member}");
        }
    }
}
