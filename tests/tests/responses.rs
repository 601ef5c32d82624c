//! The cases of providers' responses are what their schema and their format say.

use injang_tests::response_case::{Decision, Effect, ResponseCase, cases};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("responses")
}

/// Every case's folder with the text of its `case.json`.
fn texts() -> Vec<(PathBuf, String)> {
    cases()
        .into_iter()
        .map(|(folder, _)| {
            let text = fs::read_to_string(folder.join("case.json")).expect("case.json");
            (folder, text)
        })
        .collect()
}

#[test]
fn every_case_follows_the_schema() {
    let schema = fs::read_to_string(root().join("schema.json")).expect("schema.json");
    let schema: Value = serde_json::from_str(&schema).expect("schema.json is JSON");
    let validator = jsonschema::draft202012::new(&schema).expect("schema.json is a schema");
    let cases = texts();
    assert!(cases.len() > 120, "only {} cases", cases.len());
    for (folder, text) in &cases {
        let value: Value = serde_json::from_str(text).expect("case.json is JSON");
        let wrong: Vec<String> = validator
            .iter_errors(&value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(wrong.is_empty(), "{}: {wrong:?}", folder.display());
    }
}

#[test]
fn every_case_is_consistent() {
    for (folder, case) in cases() {
        let name = folder.display();
        assert_eq!(case.decision, Decision::of(&case.reasons), "{name}");
        for reason in &case.reasons {
            let waivable = reason.code.ends_with("-missing")
                || [
                    "-not-held",
                    "-absent",
                    "-not-compared",
                    "-outside-transaction",
                    "revoked-later",
                ]
                .iter()
                .any(|end| reason.code.ends_with(end));
            assert!(
                waivable || reason.effect != Effect::Waived,
                "{name}: {} can't be waived",
                reason.code
            );
            if reason.code == "response-malformed" {
                assert_eq!(case.reasons.len(), 1, "{name}");
            }
        }
        let mut given = vec![case.response.clone()];
        let options = serde_json::to_value(&case.options).expect("options");
        for value in options
            .as_object()
            .into_iter()
            .flat_map(serde_json::Map::values)
        {
            let texts = value
                .as_array()
                .map_or_else(|| vec![value], |list| list.iter().collect());
            let files = texts.into_iter().filter_map(Value::as_str).filter(|text| {
                [".json", ".txt", ".der", ".pdf"]
                    .iter()
                    .any(|end| text.ends_with(end))
            });
            given.extend(files.map(str::to_owned));
        }
        for file in &given {
            assert!(folder.join(file).is_file(), "{name}: no {file}");
        }
        for entry in fs::read_dir(&folder).expect("folder") {
            let file = entry.expect("entry").file_name();
            let file = file.to_string_lossy().into_owned();
            assert!(
                file == "case.json" || given.contains(&file),
                "{name}: {file} is given nowhere"
            );
        }
    }
}

/// The same octets come of reading and writing, so that no field is lost.
#[test]
fn every_case_is_read_and_written_alike() {
    for (folder, text) in texts() {
        let case: ResponseCase = serde_json::from_str(&text).expect("a case");
        let written = serde_json::to_string_pretty(&case).expect("text") + "\n";
        assert_eq!(written, text, "{}", folder.display());
    }
}
