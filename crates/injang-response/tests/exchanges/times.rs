//! The times of a transaction, the provider's time as the time of verification, and the session that
//! Toss's request for the result names.

use super::changed::Case;
use super::{check, id};
use injang_core::report::{AtSource, Lang};
use injang_response::{DecisionVerdict, Environment, Waiver};
use serde_json::{Value, json};

const TOSS: &str = "toss/text";
const KAKAO: &str = "kakao-single/at-provider";
const OUTSIDE: &str = "signing-time-outside-transaction undetermined #1";
const MISSING: &str = "transaction-time-missing undetermined";
const FUTURE: &str = "time-after-verification undetermined";
const UNUSABLE: &str = "provider-time-unusable undetermined";

fn requested(case: Case, time: &str) -> Case {
    case.with("response/success/requestedDt", time)
}

fn completed(case: Case, time: &str) -> Case {
    case.with("response/success/completedDt", time)
}

#[test]
fn signatures_of_other_times() {
    check(&[
        (
            "requested a year later, completed a year before",
            TOSS,
            |it| {
                let case = requested(it, "2027-03-02T18:00:00+09:00");
                completed(case, "2025-03-02T18:00:00+09:00")
            },
            &[OUTSIDE, FUTURE],
        ),
        (
            "requested after it was completed, by more than clocks differ",
            TOSS,
            |it| {
                let case = requested(it, "2026-03-02T18:04:30+09:00");
                completed(case, "2026-03-02T17:54:29+09:00")
            },
            &[OUTSIDE],
        ),
        (
            "after the time of verification, by more than clocks differ",
            TOSS,
            |mut it| {
                it.options.at = "2026-03-02T08:54:29Z".to_owned();
                it
            },
            &[OUTSIDE, FUTURE],
        ),
        (
            "after the time of verification, by as much as clocks may differ",
            TOSS,
            |mut it| {
                it.options.at = "2026-03-02T08:54:30Z".to_owned();
                it
            },
            &[],
        ),
        (
            "in another zone",
            TOSS,
            |it| completed(it, "2026-03-02T08:59:30Z"),
            &[],
        ),
        (
            "requested as the status says",
            TOSS,
            |it| {
                let later = json!({ "resultType": "SUCCESS", "success": {
                    "txId": id(1), "status": "COMPLETED",
                    "requestedDt": "2026-03-02T18:10:00+09:00",
                } });
                it.with("status", later)
            },
            &[OUTSIDE, FUTURE],
        ),
        (
            "neither time",
            TOSS,
            |it| {
                let case = it.without("response/success/completedDt");
                let case = case.without("response/success/requestedDt");
                case.without("receipt/success/requestedDt")
            },
            &[MISSING],
        ),
        (
            "null and a number",
            TOSS,
            |it| {
                let case = it.with("response/success/completedDt", 5);
                case.with("response/success/requestedDt", Value::Null)
            },
            &[MISSING],
        ),
        (
            "the answer's own time of the request",
            TOSS,
            |it| it.without("receipt/success/requestedDt"),
            &[MISSING],
        ),
        (
            "the receipt's can't be read",
            TOSS,
            |it| it.with("receipt/success/requestedDt", "2026-03-02 17:50:00"),
            &[MISSING],
        ),
        (
            "no receipt, and the caller does without, but for its time",
            TOSS,
            |it| it.without("receipt").waiving(Waiver::Receipt),
            &["receipt-missing waived", MISSING],
        ),
        (
            "the result as its own receipt, in the library",
            TOSS,
            |it| {
                let result = it.get("response");
                it.with("receipt", result)
            },
            &[MISSING],
        ),
        (
            "the status' time of the request",
            TOSS,
            |it| {
                let status = json!({ "resultType": "SUCCESS", "success": {
                    "txId": id(1), "status": "COMPLETED",
                    "requestedDt": "2026-03-02T17:50:00+09:00",
                } });
                it.without("receipt/success/requestedDt")
                    .with("status", status)
            },
            &[],
        ),
        (
            "completed after the time of verification, by more than clocks differ",
            TOSS,
            |it| completed(it, "2026-03-02T18:05:01+09:00"),
            &[FUTURE],
        ),
        (
            "completed after the time of verification, by as much as clocks may differ",
            TOSS,
            |it| completed(it, "2026-03-02T18:05:00+09:00"),
            &[],
        ),
        (
            "completed after the time of verification, and the caller does without",
            TOSS,
            |it| completed(it, "2026-12-02T18:00:00+09:00").waiving(Waiver::Time),
            &["time-after-verification waived"],
        ),
        (
            "Kakao's status of the future, and a MESSAGE",
            "kakao-single/text-with-status",
            |it| it.with("status/completed_at", "2030-03-02 18:00:00"),
            &[FUTURE],
        ),
        (
            "waived",
            TOSS,
            |it| {
                it.without("response/success/completedDt")
                    .waiving(Waiver::Time)
            },
            &["transaction-time-missing waived"],
        ),
        (
            "a signature without attributes, as pinned, has no time: it may be of any transaction",
            "toss/without-attributes-as-pinned",
            |it| completed(it, "2020-03-02T18:00:00+09:00"),
            &["transaction-time-missing undetermined #1"],
        ),
        (
            "the same, and the caller does without",
            "toss/without-attributes-as-pinned",
            |it| it.waiving(Waiver::Time),
            &["transaction-time-missing waived #1"],
        ),
        (
            "Kakao's status of another time, and a MESSAGE",
            "kakao-single/text-with-status",
            |it| it.with("status/completed_at", "2020-03-02 18:00:00"),
            &[],
        ),
    ]);
}

#[test]
fn no_other_waiver_does_for_time() {
    for waiver in Waiver::ALL {
        let case = completed(Case::read(TOSS), "2025-03-02T18:00:00+09:00").waiving(waiver);
        let is_time = waiver == Waiver::Time;
        assert_eq!(case.decide().is_accepted(), is_time, "{}", waiver.name());
    }
}

#[test]
fn times_that_are_said_to_be_malformed() {
    let case = Case::read("barocert/with-status");
    for name in ["requestDT", "viewDT", "completeDT", "expireDT", "verifyDT"] {
        for (value, is_said) in [
            (json!("20260302175930"), false),
            (json!(""), false),
            (json!(null), false),
            (json!("2026-03-02 17:59:30"), true),
            (json!("20260332175930"), true),
            (json!(20_260_302), true),
        ] {
            let place = format!("status/{name}");
            let decision = case.clone().with(&place, value.clone()).decide();
            let member = format!("(status:/{name})");
            let is_it = |note: &injang_response::Finding| {
                note.code.name() == "time-malformed" && note.sentence(Lang::En).ends_with(&member)
            };
            assert_eq!(decision.notes.iter().any(is_it), is_said, "{name} {value}");
        }
    }
}

#[test]
fn the_providers_time() {
    check(&[
        (
            "a second before the request",
            KAKAO,
            |it| it.with("status/created_at", "2025-03-02 17:59:31"),
            &[UNUSABLE],
        ),
        (
            "at the request",
            KAKAO,
            |it| it.with("status/created_at", "2025-03-02 17:59:30"),
            &[],
        ),
        (
            "at the clock",
            KAKAO,
            |it| it.with("status/completed_at", "2026-03-02 18:10:00"),
            &[],
        ),
        (
            "a second after the clock",
            KAKAO,
            |it| it.with("status/completed_at", "2026-03-02 18:10:01"),
            &[UNUSABLE],
        ),
        (
            "no time",
            KAKAO,
            |it| it.with("status/completed_at", Value::Null),
            &[UNUSABLE],
        ),
        (
            "no time of the request",
            KAKAO,
            |it| it.without("status/created_at"),
            &[UNUSABLE],
        ),
        (
            "malformed",
            KAKAO,
            |it| it.with("status/completed_at", "2025-03-02"),
            &[UNUSABLE],
        ),
        (
            "another one in the answer",
            KAKAO,
            |it| it.with("response/completed_at", "2025-03-02 17:59:29"),
            &[UNUSABLE],
        ),
        (
            "the same in the answer",
            KAKAO,
            |it| it.with("response/completed_at", "2025-03-02T17:59:30+09:00"),
            &[],
        ),
        (
            "before the certificate",
            KAKAO,
            |it| {
                let case = it.with("status/created_at", "2020-03-02 17:50:00");
                case.with("status/completed_at", "2020-03-02 17:59:30")
            },
            &["document-failed rejected #1"],
        ),
        (
            "of the answer that failed",
            KAKAO,
            |it| it.with("response/result", "N"),
            &["provider-failed rejected"],
        ),
    ]);
}

/// Of Toss only the receipt and the status say when the transaction was requested.
#[test]
fn the_providers_time_of_toss() {
    fn at_provider(mut case: Case) -> Case {
        "provider".clone_into(&mut case.options.at);
        case
    }
    check(&[
        ("with the receipt", TOSS, at_provider, &[]),
        (
            "with the answer's alone",
            TOSS,
            |it| at_provider(it).without("receipt/success/requestedDt"),
            &[UNUSABLE],
        ),
    ]);
}

/// Whose time it is stands in the first line and in the conditions, and under a time that can't be
/// used nothing is verified.
#[test]
fn whose_time_it_is() {
    let good = Case::read(KAKAO).decide();
    assert!(good.is_accepted());
    assert_eq!(good.conditions.at_source, AtSource::Provider);
    assert_eq!(good.conditions.at.to_string(), "2025-03-02T08:59:30Z");
    assert_eq!(good.documents[0].report.conditions.at, good.conditions.at);
    for (lang, words) in [
        (
            Lang::En,
            "ACCEPTED (at the provider's completion time 2025-03-02T08:59:30Z; ",
        ),
        (
            Lang::Ko,
            "ACCEPTED (인증사업자가 알린 완료 시각 2025-03-02T08:59:30Z 기준; ",
        ),
    ] {
        let headline = good.headline(lang);
        assert!(headline.starts_with(words), "{headline}");
    }
    let unusable = Case::read(KAKAO).without("status").decide();
    assert_eq!(unusable.verdict, DecisionVerdict::Undetermined);
    assert!(unusable.documents.is_empty());
    assert_ne!(unusable.conditions.at_source, AtSource::Provider);
    assert!(!unusable.headline(Lang::En).contains("provider's"));
}

/// Toss invents the person in its test environment; Kakao does not.
#[test]
fn the_test_environment() {
    let test = |name: &str| {
        let mut case = Case::read(name);
        case.options.environment = Some("test".to_owned());
        case
    };
    for (name, is_accepted) in [
        (TOSS, true),
        ("toss/ci-differs", true),
        ("toss/name-differs", true),
        ("toss/session-of-the-request", true),
        ("toss/ci-not-held", true),
        ("toss/other-text", false),
        ("toss/other-receipt", false),
        ("kakao-single/text", true),
        ("kakao-single/ci-of-somebody-else", false),
        ("kakao-identify/name-differs", false),
    ] {
        let decision = test(name).decide();
        assert_eq!(decision.is_accepted(), is_accepted, "{name}");
        assert_eq!(decision.environment, Environment::Test);
        assert!(
            decision
                .notes
                .iter()
                .any(|it| it.code.name() == "environment-test")
        );
        assert!(
            decision.headline(Lang::En).contains("TEST ENVIRONMENT"),
            "{name}"
        );
        assert!(
            decision.headline(Lang::Ko).contains("테스트 환경"),
            "{name}"
        );
        let is_compared = decision.identity.ci.name() != "not-compared";
        assert!(!is_compared || name.starts_with("kakao"), "{name}");
    }
    let real = Case::read(TOSS).decide();
    assert!(!real.headline(Lang::En).contains("TEST"));
}

/// The session of the answer's fields is that of the request for the result, of this transaction.
#[test]
fn sessions_of_the_result_request() {
    const CASE: &str = "toss/result-request";
    const UNCLEAR: &str = "field-session-unclear undetermined";
    check(&[
        ("as it is", CASE, |it| it, &[]),
        (
            "not given",
            CASE,
            |it| it.without("result-request"),
            &[UNCLEAR],
        ),
        (
            "without a session",
            CASE,
            |it| it.without("result-request/sessionKey"),
            &[UNCLEAR],
        ),
        (
            "of another transaction",
            CASE,
            |it| it.with("result-request/txId", id(2)),
            &[UNCLEAR, "tx-id-differs rejected"],
        ),
        (
            "and the keys name another transaction for the session",
            CASE,
            |it| {
                let bound = json!({ "session": it.get("keys/toss/2"), "tx_id": id(2) });
                it.with("keys/toss/2", bound)
            },
            &["field-session-differs rejected"],
        ),
        (
            "of the request's own session, in which its own fields come back",
            "toss/session-of-the-request",
            |it| {
                let own = it.get("request/sessionKey");
                it.with(
                    "result-request",
                    json!({ "txId": id(1), "sessionKey": own }),
                )
            },
            // A field of an answer in the request's session counts as absent; the others are in a third.
            &[
                "ci-missing undetermined",
                "field-session-differs rejected",
                "person-missing undetermined",
            ],
        ),
        (
            "of a session that the keys lack",
            CASE,
            |it| {
                let other = it.get("keys/toss/1");
                it.with("keys/toss", json!([other]))
            },
            &["keys-missing undetermined"],
        ),
    ]);
}
