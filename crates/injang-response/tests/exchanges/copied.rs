//! What the request sent for something else, in the place of a field about the signer.

use super::changed::{Case, said};
use super::sealed::once;
use super::{check, id};
use injang_response::Waiver;
use serde_json::json;

const IDENTIFY: &str = "kakao-identify/good";
const TOSS: &str = "toss/text";
const NAME: &str = "시험용 이름";

#[test]
fn a_name_that_was_sent_for_something_else() {
    const ECHOED: [&str; 4] = [
        "ci-missing waived",
        "ci-not-held waived",
        "person-missing undetermined",
        "vid-missing waived",
    ];
    fn unbound(case: Case, sent: &str) -> Case {
        let holder = once(&case, sent.as_bytes());
        let name = once(&case, NAME.as_bytes());
        let case = case.without("ci").without("request/delegate_info");
        case.with("person", json!({ "name": NAME }))
            .with("identify", json!({ "name": name }))
            .with("request/withdraw_info", json!({ "holder": holder }))
            .waiving(Waiver::Ci)
            .waiving(Waiver::Vid)
    }
    check(&[
        (
            "the holder of the account",
            IDENTIFY,
            |it| unbound(it, NAME),
            &ECHOED,
        ),
        (
            "with a blank behind it",
            IDENTIFY,
            |it| unbound(it, "시험용 이름 "),
            &ECHOED,
        ),
        (
            "with more blanks behind it than any field has characters",
            IDENTIFY,
            |it| unbound(it, &format!("{NAME}{}", " ".repeat(3000))),
            &ECHOED,
        ),
        (
            "somebody else's, which is not copied",
            IDENTIFY,
            |it| unbound(it, "다른 사람"),
            &[
                "ci-missing waived",
                "ci-not-held waived",
                "person-missing undetermined",
                "person-unbound undetermined",
                "vid-missing waived",
            ],
        ),
    ]);
}

/// Without the request nothing says that a session is not the request's own.
#[test]
fn a_session_of_nobody_knows_which() {
    check(&[
        (
            "the request is not at hand",
            TOSS,
            |it| {
                let case = it.without("keys/toss/0");
                case.without("request").waiving(Waiver::Request)
            },
            &[
                "field-session-unclear undetermined",
                "request-missing waived",
            ],
        ),
        (
            "the same, and the keys name the transaction of the session",
            TOSS,
            |it| {
                let session = it.get("keys/toss/1");
                let bound = json!([{ "session": session, "tx_id": id(1) }]);
                let case = it.with("keys/toss", bound);
                case.without("request").waiving(Waiver::Request)
            },
            &["request-missing waived"],
        ),
    ]);
}

/// A birthday of two pieces, each of which the request has somewhere.
#[test]
fn pieces_that_were_sent_for_something_else() {
    const RELAY: &str = "barocert/kakao-text";
    check(&[
        (
            "a birthday in pieces",
            RELAY,
            |it| it,
            &["vid-missing waived"],
        ),
        (
            "the same, and both pieces were sent",
            RELAY,
            |it| {
                let [year, day] =
                    ["receiverYear", "receiverDay"].map(|name| it.get(&format!("response/{name}")));
                it.with("request/parts", json!([year, day]))
            },
            &["person-missing undetermined", "vid-missing waived"],
        ),
    ]);
}

/// A name that goes on behind the longest that there are is no name, whatever it goes on with.
#[test]
fn names_that_are_padded() {
    let with_name = |name: &str| {
        let case = Case::read(IDENTIFY);
        let sealed = once(&case, name.as_bytes());
        let reasons = case
            .without("request/delegate_info")
            .with("identify/name", sealed)
            .decide()
            .reasons;
        said(&reasons)
    };
    assert_eq!(with_name(NAME), [""; 0]);
    for padding in [" ", "\u{3164}", "\u{301}", "\u{200b}", "시험"] {
        let name = format!("{NAME}{}", padding.repeat(1100));
        assert_eq!(with_name(&name), ["name-differs rejected"], "{padding:?}");
    }
    for padding in ["\u{3164}", "\u{301}", "\u{200b}"] {
        let name = format!("{NAME}{padding}");
        assert_eq!(with_name(&name), ["name-differs rejected"], "{padding:?}");
    }
}
