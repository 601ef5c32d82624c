//! Every exchange with a provider through the program: decision, reasons, notes and exit status are
//! what the case expects, the schema holds, and nothing that was planted is written anywhere.

use injang_response::Code;
use injang_tests::response_case::{Decision, ResponseCase, cases};
use jsonschema::{Registry, RegistryBuilder, Resource, Validator};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

const REPORT: &str = include_str!("../schema/report.json");
const RESPONSE: &str = include_str!("../schema/response.json");

fn schema() -> Value {
    serde_json::from_str(RESPONSE).unwrap()
}

fn validator() -> Validator {
    let report: Value = serde_json::from_str(REPORT).unwrap();
    let registry = Registry::new()
        .add(
            "urn:injang:schema:report:2",
            Resource::from_contents(report),
        )
        .and_then(RegistryBuilder::prepare)
        .unwrap();
    jsonschema::options()
        .with_registry(&registry)
        .build(&schema())
        .unwrap()
}

fn run(folder: &Path, case: &ResponseCase, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_injang"))
        .arg("response")
        .args(case.arguments())
        .args(more)
        .current_dir(folder)
        .output()
        .expect("injang runs")
}

/// Code, effect and document of each.
type Remarks = BTreeSet<(String, Option<String>)>;

fn remarks(value: &Value) -> Remarks {
    let text = |remark: &Value, name: &str| remark[name].as_str().map(str::to_owned);
    let remark = |remark: &Value| {
        let effect = text(remark, "effect").unwrap();
        let effect = if effect == "noted" {
            String::new()
        } else {
            format!(" {effect}")
        };
        let code = text(remark, "code").unwrap();
        (format!("{code}{effect}"), text(remark, "document"))
    };
    value.as_array().unwrap().iter().map(remark).collect()
}

fn assert_silent(name: &str, case: &ResponseCase, output: &Output) {
    for stream in [&output.stdout, &output.stderr] {
        let text = String::from_utf8(stream.clone()).unwrap();
        for planted in &case.planted {
            assert!(!text.contains(planted), "{name}: {planted} in {text}");
        }
    }
}

#[test]
fn every_case_is_decided_as_it_expects() {
    let validator = validator();
    // These need another provider of arithmetic, or a list of persons.
    let mut seen = BTreeSet::from(["short-unsupported", "ci-not-listed"].map(str::to_owned));
    let cases = cases();
    assert!(cases.len() > 300, "only {} cases", cases.len());
    for (folder, case) in &cases {
        let name = folder.display().to_string();
        let output = run(folder, case, &["--format", "json"]);
        assert_silent(&name, case, &output);
        let status = match case.decision {
            Decision::Accepted => 0,
            Decision::Rejected => 1,
            Decision::Undetermined => 2,
        };
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(status), "{name}: {errors}");
        let value: Value = serde_json::from_slice(&output.stdout).unwrap();
        let wrong: Vec<String> = validator
            .iter_errors(&value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(wrong.is_empty(), "{name}: {wrong:#?}");
        let expected = serde_json::to_value(case).unwrap();
        assert_eq!(value["decision"], expected["decision"], "{name}");
        assert_eq!(
            remarks(&value["reasons"]),
            remarks(&expected["reasons"]),
            "{name}"
        );
        let notes: Remarks = case
            .notes
            .iter()
            .map(|note| (note.code.clone(), note.document.clone()))
            .collect();
        let found = remarks(&value["notes"]);
        let missing: Vec<_> = notes.difference(&found).collect();
        assert!(missing.is_empty(), "{name}: {missing:?} not in {found:?}");
        let unwanted = found.iter().find(|(code, _)| case.absent.contains(code));
        assert_eq!(unwanted, None, "{name}");
        seen.extend(found.into_iter().map(|(code, _)| code));
        seen.extend(case.reasons.iter().map(|it| it.code.clone()));
    }
    let codes = Code::ALL.iter().map(|code| code.name());
    let unseen: Vec<&str> = codes.filter(|name| !seen.contains(*name)).collect();
    assert!(unseen.is_empty(), "no case has {unseen:?}");
}

#[test]
fn people_are_told_the_same_and_no_more() {
    for (folder, case) in &cases() {
        let name = folder.display().to_string();
        for lang in ["en", "ko"] {
            let output = run(folder, case, &["--lang", lang]);
            assert_silent(&name, case, &output);
            let text = String::from_utf8(output.stdout).unwrap();
            let decision = serde_json::to_value(case.decision).unwrap();
            assert!(
                text.starts_with(decision.as_str().unwrap()),
                "{name}: {text}"
            );
            for reason in &case.reasons {
                assert!(
                    text.contains(&reason.code),
                    "{name}: no {} in {text}",
                    reason.code
                );
            }
        }
    }
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
        let codes = Code::ALL
            .iter()
            .filter(|code| (code.effect() == injang_response::Effect::Noted) == is_noted);
        assert_eq!(known, codes.map(|code| code.name()).collect::<Vec<_>>());
    }
}
