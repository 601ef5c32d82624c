//! What the request sent for something else, in the place of a field about the signer.

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
    fn unbound(case: super::changed::Case, sent: &str) -> super::changed::Case {
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
            "somebody else's, which is not copied",
            IDENTIFY,
            |it| unbound(it, "다른 사람"),
            &[
                "ci-missing waived",
                "ci-not-held waived",
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
