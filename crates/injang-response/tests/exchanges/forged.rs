//! Fields that were made of what the request sent, without the key: cut off, changed, moved to
//! another field or to another session. And texts that only look like what was asked for.

use super::changed::Case;
use super::check;
use super::sealed::{in_session, once, other_ci, twice};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use injang_core::report::Lang;
use injang_response::{Detail, FormatRule, Keys, Waiver, Whose};
use serde_json::{Value, json};

const PREPARED: &str = "kakao-single/ci-held-by-prepare";
const IDENTIFY: &str = "kakao-identify/good";
const NONCE: &str = "kakao-auth/k1110";
const TOSS: &str = "toss/text";
const BAROCERT: &str = "barocert/kakao-text";
const NAME: &str = "시험용 이름";
const ABSENT: &str = "signature-absent waived";
const MISSING: &str = "ci-missing undetermined";

/// A ciphertext without its last octets.
fn cut(text: &Value, less: usize) -> String {
    let octets = STANDARD.decode(text.as_str().unwrap()).unwrap();
    STANDARD.encode(&octets[..octets.len() - less])
}

/// Somebody who was prepared by CI, and an answer without a signature.
fn prepared(case: Case) -> Case {
    let ci = case.get("response/ci");
    case.with("prepare", json!({ "ci": ci }))
}

/// The same by name, phone number and birthday, of which the CI is not known.
fn by_person(case: Case) -> Case {
    let [name, phone, birthday] =
        [NAME, "01000000000", "19000101"].map(|it| once(&case, it.as_bytes()));
    let case = case.without("person").without("ci").without("identify/vid");
    let case = case.without("identify/ci").without("identify/gender");
    let case = case.waiving(Waiver::Ci).waiving(Waiver::Vid);
    case.with(
        "prepare",
        json!({ "name": name, "phone_no": phone, "birthday": birthday }),
    )
}

const BY_PERSON: [&str; 4] = [
    "ci-missing waived",
    "ci-not-held waived",
    "person-missing undetermined",
    "vid-missing waived",
];

#[test]
fn a_ci_that_was_made_of_the_requests() {
    check(&[
        (
            "without its padding",
            NONCE,
            |it| {
                let case = prepared(it);
                let ci = cut(&case.get("response/ci"), 2);
                case.with("response/ci", ci)
            },
            &[MISSING, ABSENT],
        ),
        (
            "without its padding, in base64 twice",
            NONCE,
            |it| {
                let case = prepared(it);
                let ci = cut(&case.get("response/ci"), 1);
                case.with("response/ci", STANDARD.encode(ci))
            },
            &[MISSING, ABSENT],
        ),
        (
            "with white space behind it",
            NONCE,
            |it| {
                let case = prepared(it);
                let ci = once(&case, format!("{}\n ", case.text("ci")).as_bytes());
                case.with("response/ci", ci)
            },
            &[MISSING, ABSENT],
        ),
        (
            "without its padding, beside a signature",
            PREPARED,
            |it| {
                let ci = cut(&it.get("response/ci"), 2);
                let case = it.without("response/vid").waiving(Waiver::Vid);
                case.with("response/ci", ci)
            },
            &[MISSING, "vid-missing waived"],
        ),
        (
            "cut off, and no keys",
            NONCE,
            |it| {
                let case = prepared(it).without("keys");
                let ci = cut(&case.get("response/ci"), 40);
                case.with("response/ci", ci)
            },
            // Whether the caller's is the prepared one is not known either.
            &[MISSING, "keys-missing undetermined", ABSENT],
        ),
        ("not prepared", NONCE, |it| it, &[ABSENT]),
        (
            "not prepared, and without its padding",
            NONCE,
            |it| {
                let ci = cut(&it.get("response/ci"), 2);
                it.with("response/ci", ci)
            },
            &[ABSENT],
        ),
        (
            "another's",
            NONCE,
            |it| {
                let case = prepared(it);
                let ci = once(&case, other_ci().as_bytes());
                case.with("response/ci", ci)
            },
            &["ci-differs rejected", ABSENT],
        ),
        (
            "the ciphertext of Toss's request under the id of the answer's session",
            TOSS,
            |it| {
                let sealed = in_session(&it, 0, it.text("ci"));
                let session = it.get("keys/toss/1");
                let id = session.as_str().unwrap().split('$').nth(1).unwrap();
                let ciphertext = sealed.split('$').nth(2).unwrap();
                let moved = format!("v1${id}${ciphertext}");
                it.without("person")
                    .with("request/userCi", sealed)
                    .with("response/success/personalData/ci", moved)
            },
            &[MISSING],
        ),
    ]);
}

#[test]
fn a_missing_ci_says_that_it_is_the_requests() {
    let decision = prepared(Case::read(NONCE)).decide();
    let missing = decision
        .reasons
        .iter()
        .find(|it| it.code.name() == "ci-missing");
    let missing = missing.unwrap();
    assert_eq!(missing.detail, Some(Detail::Whose(Whose::Request)));
    assert!(
        missing
            .sentence(Lang::En)
            .ends_with("(the CI that came is the request's own)")
    );
    let step = missing.next_step().unwrap();
    assert!(step.sentence(Lang::En).contains("does not help"));
    // Where none came, it is another step.
    let decision = Case::read("kakao-auth/ci-missing").decide();
    let missing = decision
        .reasons
        .iter()
        .find(|it| it.code.name() == "ci-missing");
    assert_eq!(missing.unwrap().detail, None);
    assert_ne!(missing.unwrap().next_step().unwrap(), step);
}

#[test]
fn a_person_that_was_made_of_the_requests() {
    check(&[
        ("the very texts", IDENTIFY, by_person, &BY_PERSON),
        (
            "a blank and other punctuation",
            IDENTIFY,
            |it| {
                let case = by_person(it);
                let name = once(&case, format!("{NAME} ").as_bytes());
                let phone = twice(&case, b"010-0000-0000");
                let birthday = once(&case, b"1900.01.01");
                case.with("identify/name", name)
                    .with("identify/phone_no", phone)
                    .with("identify/birthday", birthday)
            },
            &BY_PERSON,
        ),
        (
            "a blank, where nothing was prepared",
            IDENTIFY,
            |it| {
                let name = once(&it, format!("{NAME} ").as_bytes());
                let case = it.with("identify/name", name);
                case.without("request/delegate_info")
            },
            &[],
        ),
        (
            "a name that is cut off",
            IDENTIFY,
            |it| {
                let case = by_person(it);
                let name = cut(&case.get("prepare/name"), 3);
                case.with("identify/name", name)
            },
            &[
                "ci-missing waived",
                "ci-not-held waived",
                "name-differs rejected",
                "person-missing undetermined",
                "person-unbound undetermined",
                "vid-missing waived",
            ],
        ),
        (
            "the phone number's in place of the name",
            IDENTIFY,
            |it| {
                let phone = it.get("identify/phone_no");
                it.with("prepare", json!({ "phone_no": phone }))
                    .with("identify/name", phone)
            },
            &["name-differs rejected"],
        ),
        (
            "a name that is held, and comes back as it went, unread",
            "kakao-single/text",
            |it| {
                let name = cut(&once(&it, NAME.as_bytes()).into(), 1);
                let case = it.without("keys").without("response/ci");
                case.with("identify", json!({ "name": name }))
                    .with("person", json!({ "name": NAME }))
            },
            &["keys-missing undetermined"],
        ),
        (
            "a word of the request in place of the name",
            IDENTIFY,
            |it| it.with("identify/name", "BIRTHDAY"),
            &["field-undecryptable undetermined"],
        ),
        (
            "fields beside the signature, of which the guide knows none",
            PREPARED,
            |it| {
                let name = once(&it, NAME.as_bytes());
                it.with("person", json!({ "name": NAME }))
                    .without("request/delegate_info")
                    .with("response/name", name)
            },
            &["person-missing undetermined"],
        ),
    ]);
    let case = Case::read(PREPARED);
    let name = once(&case, "다른 사람".as_bytes());
    let decision = case.with("response/name", name).decide();
    let unknown = Some(Detail::Member("answer:/name".to_owned()));
    assert!(decision.notes.iter().any(|it| it.detail == unknown));
}

#[test]
fn barocert_was_asked_by_ci() {
    /// With this CI in place of the receiver's fields.
    fn asked(case: Case, ci: String) -> Case {
        let receiver = ["receiverHP", "receiverName", "receiverBirthday"];
        let case = receiver
            .into_iter()
            .fold(case, |case, name| case.without(&format!("request/{name}")));
        case.with("request/ci", ci).waiving(Waiver::Person)
    }
    let waived = ["person-not-held waived", "vid-missing waived"];
    let differs = [
        "ci-differs rejected",
        "person-not-held waived",
        "vid-missing waived",
    ];
    check(&[
        (
            "the CI held",
            BAROCERT,
            |it| {
                let ci = it.text("ci").to_owned();
                asked(it, ci)
            },
            &waived,
        ),
        (
            "another than the CI held",
            BAROCERT,
            |it| asked(it, other_ci()),
            &differs,
        ),
        (
            "the answer's, and none is held",
            BAROCERT,
            |it| {
                let ci = it.text("ci").to_owned();
                asked(it.without("ci"), ci)
            },
            &waived,
        ),
        (
            "another than the answer's, and none is held",
            BAROCERT,
            |it| asked(it.without("ci"), other_ci()),
            &differs,
        ),
        (
            "no CI",
            BAROCERT,
            |it| asked(it, "01000000000".to_owned()),
            &[
                "ci-malformed undetermined",
                "person-not-held waived",
                "vid-missing waived",
            ],
        ),
    ]);
}

#[test]
fn only_separators_do_not_count() {
    /// With this phone number in the answer.
    fn answered(case: Case, phone: &str) -> Case {
        let phone = once(&case, phone.as_bytes());
        case.with("response/receiverHP", phone)
    }
    let waived = ["vid-missing waived"];
    let differs = ["phone-differs rejected", "vid-missing waived"];
    let unheld = ["person-not-held undetermined", "vid-missing waived"];
    check(&[
        (
            "hyphens",
            BAROCERT,
            |it| answered(it, "010-0000-0000"),
            &waived,
        ),
        (
            "parentheses, dots and a country",
            BAROCERT,
            |it| answered(it, "+82 (10) 0000.0000"),
            &waived,
        ),
        (
            "a digit of full width",
            BAROCERT,
            |it| answered(it, "01000000000９"),
            &differs,
        ),
        (
            "an Arabic digit",
            BAROCERT,
            |it| answered(it, "01000000000٣"),
            &differs,
        ),
        (
            "a word",
            BAROCERT,
            |it| answered(it, "01000000000 (배우자)"),
            &differs,
        ),
        (
            "a request with nothing in it",
            BAROCERT,
            |it| it.with("request/receiverHP", ""),
            &unheld,
        ),
        (
            "a request with a hyphen in it",
            BAROCERT,
            |it| it.with("request/receiverHP", "-"),
            &unheld,
        ),
        (
            "a request without it",
            BAROCERT,
            |it| it.without("request/receiverHP"),
            &unheld,
        ),
        (
            "a request with nothing in it, and it is held",
            BAROCERT,
            |it| {
                it.with("request/receiverHP", "-")
                    .with("person", json!({ "phone_no": "010-0000-0000" }))
            },
            &waived,
        ),
        (
            "prepared with nothing in it",
            IDENTIFY,
            |it| {
                let nothing = once(&it, b"-");
                let case = by_person(it);
                case.with("prepare/phone_no", nothing)
            },
            &[
                "ci-missing waived",
                "ci-not-held waived",
                "person-missing undetermined",
                "person-not-held undetermined",
                "person-unbound undetermined",
                "vid-missing waived",
            ],
        ),
    ]);
}

#[test]
fn two_sessions_of_one_key_are_refused() {
    let keys = |case: &Case| Keys::parse(case.get("keys").to_string().as_bytes()).map(|_| ());
    let case = Case::read(TOSS);
    assert_eq!(keys(&case), Ok(()));
    let session = case.get("keys/toss/0");
    let mut parts: Vec<&str> = session.as_str().unwrap().split('$').collect();
    parts[1] = "00000000-0000-4000-8000-00000000abcd";
    let again = parts.join("$");
    let error = keys(&case.with("keys/toss/1", again)).unwrap_err();
    assert_eq!(
        (error.fault(), error.pointer()),
        (FormatRule::SameKey, Some("/toss/1"))
    );
}
