//! Every exchange with a provider through the program: decision, reasons, notes and exit status are
//! what the case expects, the schema holds, and nothing that was planted is written anywhere. One
//! test for each case, called by its name: `cargo test --test response_cases -- toss/` runs Toss's.

#[path = "responses/program.rs"]
mod program;

use injang_response::{DecisionCode, Waiver};
use injang_tests::response_case::{Decision, ResponseCase, cases};
use jsonschema::{Registry, RegistryBuilder, Resource, Validator};
use libtest_mimic::{Arguments, Trial};
use program::run;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{ExitCode, Output};
use std::sync::Arc;

const REPORT: &str = include_str!("../../injang/schema/report.json");
const RESPONSE: &str = include_str!("../../injang/schema/response.json");

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let validator = Arc::new(validator());
    let cases = cases();
    assert!(cases.len() > 600, "only {} cases", cases.len());
    let trial = |(folder, case): (std::path::PathBuf, ResponseCase)| {
        let validator = Arc::clone(&validator);
        let mut names = folder.iter().rev().map(|name| name.to_string_lossy());
        let own = names.next().unwrap_or_default();
        let name = format!("{}/{own}", names.next().unwrap_or_default());
        Trial::test(name.clone(), move || {
            is_decided_as_it_expects(&name, &folder, &case, &validator);
            is_told_to_people_alike(&name, &folder, &case);
            says_what_to_do_next(&name, &folder, &case);
            Ok(())
        })
    };
    let trials = cases.into_iter().map(trial).collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn validator() -> Validator {
    let response: Value = serde_json::from_str(RESPONSE).unwrap();
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
        .build(&response)
        .unwrap()
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

fn is_decided_as_it_expects(name: &str, folder: &Path, case: &ResponseCase, validator: &Validator) {
    let output = run(folder, case, &["--format", "json"]);
    assert_silent(name, case, &output);
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
}

/// People are told the same and no more.
fn is_told_to_people_alike(name: &str, folder: &Path, case: &ResponseCase) {
    for lang in ["en", "ko"] {
        let output = run(folder, case, &["--lang", lang]);
        assert_silent(name, case, &output);
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

/// Whoever is not told ACCEPTED is told what to do, in every form and language.
fn says_what_to_do_next(name: &str, folder: &Path, case: &ResponseCase) {
    let output = run(folder, case, &["--format", "json"]);
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut open = BTreeSet::new();
    for reason in value["reasons"].as_array().unwrap() {
        let code = reason["code"].as_str().unwrap();
        let known = DecisionCode::ALL
            .iter()
            .find(|it| it.name() == code)
            .unwrap();
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
        assert_silent(name, case, &output);
        let brief = String::from_utf8(output.stdout).unwrap();
        assert_eq!(text.lines().next(), brief.lines().next(), "{name}");
        assert_eq!(brief.contains(label), !open.is_empty(), "{name}: {brief}");
        assert!(
            open.iter().all(|code| brief.contains(code)),
            "{name}: {brief}"
        );
        // Nothing else than the decision and its time: what is as it should be is not there.
        let most = if open.is_empty() { 2 } else { 24 };
        assert!(brief.lines().count() <= most, "{name}: {brief}");
    }
}
