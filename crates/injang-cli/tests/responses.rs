//! Every exchange with a provider through the program: decision, reasons, notes and exit status are
//! what the case expects, the schema holds, and nothing that was planted is written anywhere.

use injang_response::{Code, Waiver};
use injang_tests::response_case::{Decision, ResponseCase, cases};
use jsonschema::{Registry, RegistryBuilder, Resource, Validator};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

const REPORT: &str = include_str!("../../injang/schema/report.json");
const RESPONSE: &str = include_str!("../../injang/schema/response.json");

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

/// Whoever is not told ACCEPTED is told what to do, in every form and language.
#[test]
fn every_case_says_what_to_do_next() {
    for (folder, case) in &cases() {
        let name = folder.display().to_string();
        let output = run(folder, case, &["--format", "json"]);
        let value: Value = serde_json::from_slice(&output.stdout).unwrap();
        let mut open = BTreeSet::new();
        for reason in value["reasons"].as_array().unwrap() {
            let code = reason["code"].as_str().unwrap();
            let known = Code::ALL.iter().find(|it| it.name() == code).unwrap();
            let waiver = known.waiver().map(Waiver::name);
            assert_eq!(reason["waiver"].as_str(), waiver, "{name}: {code}");
            let step = reason["next_step"].as_str();
            assert_eq!(
                step.is_none(),
                reason["effect"] == "waived",
                "{name}: {code}"
            );
            if let (Some(step), Some(waiver)) = (step, waiver) {
                assert!(
                    step.contains(&format!("--waive {waiver}")),
                    "{name}: {step}"
                );
            }
            open.extend(step.map(|_| code.to_owned()));
        }
        for (lang, title, label) in [
            ("en", "\nNext steps\n", "\nnext step: "),
            ("ko", "\n다음 단계\n", "\n다음 단계: "),
        ] {
            let text = run(folder, case, &["--lang", lang]).stdout;
            let text = String::from_utf8(text).unwrap();
            let steps = text.split_once(title).map(|(_, steps)| steps);
            assert_eq!(steps.is_some(), !open.is_empty(), "{name}");
            let headed: BTreeSet<String> = steps
                .into_iter()
                .flat_map(str::lines)
                .filter_map(|line| Some(line.strip_prefix("  ")?.strip_suffix(':')?.to_owned()))
                .filter(|line| !line.starts_with(' '))
                .collect();
            assert_eq!(headed, open, "{name}: {text}");
            let output = run(folder, case, &["--lang", lang, "--format", "brief"]);
            assert_silent(&name, case, &output);
            let brief = String::from_utf8(output.stdout).unwrap();
            assert_eq!(text.lines().next(), brief.lines().next(), "{name}");
            assert_eq!(brief.contains(label), !open.is_empty(), "{name}: {brief}");
            assert!(
                open.iter().all(|code| brief.contains(code)),
                "{name}: {brief}"
            );
            // Nothing else: what is as it should be is not there.
            let most = if open.is_empty() { 1 } else { 24 };
            assert!(brief.lines().count() <= most, "{name}: {brief}");
        }
    }
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
                    let code = Code::ALL.iter().find(|code| code.name() == reason.code);
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
            (case, "brief", 1),
            (&open, "brief", 12),
        ] {
            let output = run(folder, case, &["--format", format]);
            let text = String::from_utf8(output.stdout).unwrap();
            assert!(text.lines().count() <= most, "{text}");
            let is_counted = text.contains("… and 192 more");
            assert_eq!(is_counted, most > 1, "{text}");
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
        let codes = Code::ALL
            .iter()
            .filter(|code| (code.effect() == injang_response::Effect::Noted) == is_noted);
        assert_eq!(known, codes.map(|code| code.name()).collect::<Vec<_>>());
    }
}
