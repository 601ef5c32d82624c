//! Short signatures: each counts once, and none is of the future.

use super::changed::{Case, said};
use super::forms::keyed;
use serde_json::{Value, json};

/// A key of which three signatures follow, over `order 1` to `order 3`; nobody has it any more.
const KEY: &str = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEcZH8Pg7bFCg/uoPORms7f7fDWgPAiuCth/UYaQN99YEpucj+5b\
    lUsWE/bPgDlAeF4wvQDVRIL2f38P8FXE8vjw==";
const FIRST: &str = "MEUCIQCQrCwVF8NLe19WHEzhFoIToGW+HdF57bzkkh6yUHShXAIgRN3hCHpe2BwCmDWgCyBNLsT5APDDWiFJ\
    Z4hZt8yM5YE=";
const SECOND: &str = "MEUCIAwHG7I7edxX4yu6MiBQxJHOmFfgw9imDMoOnKQIRUkgAiEAgAONm1BURcDAkxl//FLO+OXRiVJNzsyb\
    bw0Gf1W8jMk=";
const THIRD: &str = "MEQCICybU3D6S88KVS9CFa7HMs0T8MOAIQqNAAUjysDCzMU6AiA1RJ09ZtoR5EWU/scsVgyuZBlIQipaSUYc\
    Y0kHj3nvNg==";
/// The first as two numbers, and with n - s in the place of s: it verifies all the same.
const FIRST_RAW: &str =
    "kKwsFRfDS3tfVhxM4RaCE6Blvh3Ree285JIeslB0oVxE3eEIel7YHAKYNaALIE0uxPkA8MNaIUlniFm3zIzlgQ==";
const FIRST_NEGATED: &str =
    "kKwsFRfDS3tfVhxM4RaCE6Blvh3Ree285JIeslB0oVy7Ih72haEn5P1nyl/037LQ9+35vOO9fTuMMXELL9Y/0A==";

/// The reasons about short signatures of a session under the key above.
fn about(signatures: &[(&str, &str)]) -> Vec<String> {
    let short = |(index, (data, signature)): (usize, &(&str, &str))| -> Value {
        json!({
            "id": format!("order-{}", index + 1),
            "data": data,
            "signature": signature,
            "at": "2026-03-02T09:00:00Z",
        })
    };
    let all: Vec<Value> = signatures.iter().enumerate().map(short).collect();
    let case =
        keyed(Case::read("kakao-short/raw"), KEY).with("short", json!({ "signatures": all }));
    let mut reasons = said(&case.decide().reasons);
    reasons.retain(|it| it.starts_with("short-") || it.starts_with("session-"));
    reasons
}

#[test]
fn one_short_signature_counts_once() {
    let first = ("order 1", FIRST);
    let others = [("order 2", SECOND), ("order 3", THIRD)];
    assert_eq!(about(&[first, others[0], others[1]]), [""; 0]);
    for again in [FIRST, FIRST_RAW, FIRST_NEGATED] {
        let found = about(&[first, others[0], ("order 1", again)]);
        assert_eq!(found, ["short-duplicated rejected order-3"], "{again}");
    }
    // What does not verify takes nothing from what does.
    let found = about(&[("order 2", FIRST), first]);
    assert_eq!(found, ["short-invalid rejected order-1"]);
}

#[test]
fn nothing_is_of_the_future() {
    const ORDER: &str = "time-after-verification undetermined order-1";
    const SESSION: &str = "time-after-verification undetermined";
    for (at, expected) in [
        ("2026-03-02T08:55:00Z", &[][..]),
        ("2026-03-02T08:54:59Z", &[ORDER]),
        ("2026-03-02T07:55:00Z", &[ORDER]),
        ("2026-03-02T07:54:59Z", &[SESSION, ORDER]),
    ] {
        let mut case = Case::read("kakao-short/raw");
        at.clone_into(&mut case.options.at);
        assert_eq!(said(&case.decide().reasons), expected, "{at}");
        let waived = case.waiving(injang_response::Waiver::Time).decide();
        assert!(waived.is_accepted(), "{at}");
        assert!(waived.short_signatures.iter().all(|it| it.fault.is_none()));
    }
}
