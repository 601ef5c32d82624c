//! What holds of all exchanges with providers together; each by itself is in `response_cases.rs`.

#[path = "responses/program.rs"]
mod program;

use injang_response::{DecisionCode, Waiver};
use injang_tests::response_case::{Decision, ResponseCase, cases};
use program::run;
use serde_json::Value;
use std::collections::BTreeSet;

const RESPONSE: &str = include_str!("../../injang/schema/response.json");

fn schema() -> Value {
    serde_json::from_str(RESPONSE).unwrap()
}

/// Every code is a reason or a note of some exchange.
#[test]
fn every_code_is_said_of_a_case() {
    // These need another crypto backend, a list of persons, no product, or a folder.
    let mut seen = BTreeSet::from(
        [
            "short-unsupported",
            "ci-not-listed",
            "product-missing",
            "file-not-kept",
        ]
        .map(str::to_owned),
    );
    for (folder, case) in &cases() {
        let output = run(folder, case, &["--format", "json"]);
        let value: Value = serde_json::from_slice(&output.stdout).unwrap();
        for list in ["reasons", "notes"] {
            let remarks = value[list].as_array().unwrap().iter();
            seen.extend(remarks.map(|it| it["code"].as_str().unwrap().to_owned()));
        }
    }
    let codes = DecisionCode::ALL.iter().map(|code| code.name());
    let unseen: Vec<&str> = codes.filter(|name| !seen.contains(*name)).collect();
    assert!(unseen.is_empty(), "no case has {unseen:?}");
}

/// What a caller did without stands in the first line, for each waiver, and without it the same
/// exchange is not accepted.
#[test]
fn what_was_waived_stands_in_the_first_line() {
    let cases = cases();
    for waiver in Waiver::ALL {
        let name = waiver.name();
        let is_shown = |(_, case): &&(std::path::PathBuf, ResponseCase)| {
            case.decision == Decision::Accepted
                && case.reasons.iter().any(|reason| {
                    let code = DecisionCode::ALL
                        .iter()
                        .find(|code| code.name() == reason.code);
                    code.and_then(|code| code.waiver()) == Some(waiver)
                })
        };
        let mut count = 0;
        for (folder, case) in cases.iter().filter(is_shown) {
            count += 1;
            let place = folder.display();
            for (lang, label) in [("en", "waived: "), ("ko", "생략: ")] {
                for format in ["text", "brief"] {
                    let output = run(folder, case, &["--lang", lang, "--format", format]);
                    let text = String::from_utf8(output.stdout).unwrap();
                    let first = text.lines().next().unwrap_or_default();
                    let named = first.strip_prefix("ACCEPTED (").and_then(|rest| {
                        let (_, rest) = rest.split_once(label)?;
                        rest.split([';', ')']).next()
                    });
                    let is_named = named.is_some_and(|it| it.split(", ").any(|it| it == name));
                    assert!(is_named, "{place}: no {name} in {first}");
                }
            }
            let mut without = case.clone();
            without.options.waive.retain(|it| it != name);
            let output = run(folder, &without, &[]);
            assert_eq!(output.status.code(), Some(2), "{place} without {name}");
        }
        assert!(count > 0, "no case is ACCEPTED by --waive {name}");
    }
}

/// However many documents there are, what is said of them takes a screen.
#[test]
fn many_documents_take_few_lines() {
    let all = cases();
    let many = all
        .iter()
        .filter(|(folder, _)| folder.ends_with("kakao-multi/documents-200"));
    let mut count = 0;
    for (folder, case) in many {
        count += 1;
        let mut open = case.clone();
        "require".clone_into(&mut open.options.revocation);
        for (case, format, most) in [
            (case, "text", 50),
            (&open, "text", 60),
            (case, "brief", 2),
            (&open, "brief", 12),
        ] {
            let output = run(folder, case, &["--format", format]);
            let text = String::from_utf8(output.stdout).unwrap();
            assert!(text.lines().count() <= most, "{text}");
            let is_counted = text.contains("… and 192 more");
            assert_eq!(is_counted, most > 2, "{text}");
        }
    }
    assert_eq!(count, 1);
}

#[test]
fn the_schema_knows_every_waiver() {
    let schema = schema();
    let names: Vec<&str> = Waiver::ALL.iter().map(|waiver| waiver.name()).collect();
    let listed = |list: &Value| -> Vec<String> {
        let list = list.as_array().unwrap().iter();
        list.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let one = &schema["oneOf"][0]["properties"];
    let among = &schema["oneOf"][1]["properties"]["answers"]["items"]["properties"];
    for list in [
        &one["waived"]["items"]["enum"],
        &among["waived"]["items"]["enum"],
    ] {
        assert_eq!(listed(list), names);
    }
    let reason = &schema["$defs"]["reason"]["properties"]["waiver"]["enum"];
    assert_eq!(listed(reason), names);
}

#[test]
fn the_schema_knows_every_code() {
    let schema = schema();
    for (list, is_noted) in [("reason", false), ("note", true)] {
        let known: Vec<&str> = schema["$defs"][list]["properties"]["code"]["enum"]
            .as_array()
            .unwrap()
            .iter()
            .map(|name| name.as_str().unwrap())
            .collect();
        let codes = DecisionCode::ALL
            .iter()
            .filter(|code| (code.effect() == injang_response::Effect::Noted) == is_noted);
        assert_eq!(known, codes.map(|code| code.name()).collect::<Vec<_>>());
    }
}
