//! One field in a good exchange, and what the program makes of it.

use crate::table::{Place, Provider, Row, Treatment};
use injang_tests::response_case::ResponseCase;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the program says: its exit status, and its remarks in order; or only that it refused.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Outcome {
    status: Option<i32>,
    remarks: Vec<String>,
}

/// Exchanges that are run again and again with another field in one of their files.
pub(crate) struct Desk {
    folder: PathBuf,
    /// What comes of each exchange as it is.
    known: BTreeMap<String, Outcome>,
}

/// Values of every kind, long and short.
fn samples() -> Vec<Value> {
    vec![
        json!("시험"),
        json!("가".repeat(3001)),
        json!(7),
        json!(99_999),
        json!(true),
        json!([1]),
        json!({ "시험": 1 }),
    ]
}

/// An exchange that has the file in which a field stands.
fn exchange(row: &Row) -> &'static str {
    let option = match &row.place {
        Place::Option(option) => option.as_str(),
        Place::Answer => "answer",
        Place::Failure => "failure",
        Place::Nowhere => unreachable!("it is in no file"),
    };
    let first = row.path.split(['.', '[', '{']).next().unwrap_or_default();
    match (row.provider, option, first) {
        (Provider::Kakao, "request" | "answer", "data") => "kakao-auth/k1110",
        (Provider::Kakao, "request" | "answer", "state") => "kakao-auth/k2100",
        (Provider::Kakao, "request", "documents")
        | (Provider::Kakao, "answer", "signed_documents")
        | (Provider::Kakao, "receipt", _) => "kakao-multi/documents-3",
        (Provider::Kakao, "prepare", "count") => "limits/count-2",
        (Provider::Kakao, "prepare", _) => "whom-was-asked/kakao-prepared-and-held",
        (Provider::Kakao, "status", _) => "times/kakao-4-minutes-before",
        (Provider::Kakao, "identify", _) => "kakao-identify/good",
        (Provider::Kakao, "request", "identify_items") => {
            "whom-was-asked/kakao-identify-of-the-ci-alone"
        }
        (Provider::Kakao, _, _) => "kakao-single/text",
        (
            Provider::Barocert,
            "request",
            "bankName"
            | "requestCorp"
            | "bankAccountNum"
            | "bankAccountName"
            | "bankAccountBirthday"
            | "bankServiceType",
        ) => "content-maps/barocert-whole",
        (Provider::Barocert, "request", "token" | "signTitle" | "tokenType")
        | (Provider::Barocert, "answer", "signedData") => "barocert/kakao-text",
        (Provider::Barocert, "answer", "txID") => "barocert/kakao-login",
        (Provider::Barocert, "status", _) => "times/barocert-within",
        (Provider::Barocert, "failure", "Code" | "message") => {
            "as-the-guides-say/barocert-exception-of-the-guide"
        }
        (Provider::Barocert, "failure", _) => "as-the-guides-say/barocert-exception-of-an-sdk",
        (Provider::Barocert, _, _) => "limits/barocert-2800",
        (Provider::Toss, "failure", _) => "as-the-guides-say/toss-ce3101",
        (Provider::Toss, "result-request", _) => "as-the-guides-say/result-request",
        (Provider::Toss, _, _) => "toss/text",
    }
}

/// The file of an exchange, by its place; a status that no case has is made here.
fn file_of(row: &Row, case: &mut ResponseCase) -> (String, Option<Value>) {
    let options = &mut case.options;
    let (slot, made) = match &row.place {
        Place::Option(option) => match option.as_str() {
            "request" => (&mut options.request, None),
            "prepare" => (&mut options.prepare, None),
            "receipt" => (&mut options.receipt, None),
            "identify" => (&mut options.identify, None),
            "result-request" => (&mut options.result_request, None),
            "status" => (
                &mut options.status,
                Some(json!({
                    "resultType": "SUCCESS",
                    "success": {
                        "txId": "00000000-0000-4000-8000-000000000001",
                        "status": "COMPLETED",
                        "requestedDt": "2026-03-02T17:50:00+09:00",
                    },
                })),
            ),
            other => panic!("no option {other}"),
        },
        _ => return (case.response.clone(), None),
    };
    if let Some(file) = slot {
        (file.clone(), None)
    } else {
        let file = "made.json".to_owned();
        *slot = Some(file.clone());
        (file, Some(made.expect("a case has the file")))
    }
}

/// Sets a member by its path; objects on the way are made.
fn set(value: &mut Value, path: &str, new: Value) {
    let mut place = value;
    for name in path.split('.') {
        let name_only = name.trim_end_matches("[]");
        place = &mut place[name_only];
        if name.ends_with("[]") {
            place = &mut place[0];
        }
    }
    *place = new;
}

impl Desk {
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        Self {
            folder,
            known: BTreeMap::new(),
        }
    }

    /// Tries a field, and says what does not fit its row.
    pub(crate) fn try_field(&mut self, row: &Row) -> Result<(), String> {
        let name = exchange(row);
        let source = crate::root().join("tests/responses").join(name);
        let text = fs::read_to_string(source.join("case.json")).map_err(|it| it.to_string())?;
        let mut case: ResponseCase = serde_json::from_str(&text).map_err(|it| it.to_string())?;
        let (file, made) = file_of(row, &mut case);
        // Cases refer to what lies beside their folder, and above.
        let inner = self.folder.join("responses/group/case");
        let copied = [
            (source.clone(), inner.clone()),
            (source.join(".."), inner.join("..")),
            (source.join("../.."), inner.join("../..")),
        ];
        let _ = fs::remove_dir_all(&self.folder);
        fs::create_dir_all(&inner).map_err(|it| it.to_string())?;
        for (from, to) in copied {
            for entry in fs::read_dir(from).map_err(|it| it.to_string())?.flatten() {
                if entry.path().is_file() {
                    fs::copy(entry.path(), to.join(entry.file_name()))
                        .map_err(|it| it.to_string())?;
                }
            }
        }
        let original = if let Some(made) = made {
            made
        } else {
            let text = fs::read(source.join(&file)).map_err(|it| it.to_string())?;
            serde_json::from_slice(&text).map_err(|it| it.to_string())?
        };
        let write = |value: &Value| {
            fs::write(inner.join(&file), value.to_string()).map_err(|it| it.to_string())
        };
        write(&original)?;
        let key = format!("{name} {file}");
        if !self.known.contains_key(&key) {
            let outcome = run(&inner, &case);
            self.known.insert(key.clone(), outcome);
        }
        let base = &self.known[&key];
        let mut is_noticed = false;
        for sample in samples() {
            let mut changed = original.clone();
            set(&mut changed, &row.path, sample.clone());
            write(&changed)?;
            let outcome = run(&inner, &case);
            let unknown = |outcome: &Outcome| {
                let is_unknown = |it: &&String| it.starts_with("unknown-member");
                outcome.remarks.iter().filter(is_unknown).count()
            };
            let is_inner = sample.is_object();
            if unknown(&outcome) > unknown(base) && !is_inner {
                return Err("it is listed as unknown".to_owned());
            }
            let is_same = outcome == *base;
            if row.treatment == Treatment::NotRead && !is_same {
                return Err(format!("{} changes {base:?} to {outcome:?}", kind(&sample)));
            }
            is_noticed |= !is_same;
        }
        if row.treatment == Treatment::NotRead || is_noticed {
            Ok(())
        } else {
            Err(format!("no value changes {base:?}"))
        }
    }
}

const fn kind(value: &Value) -> &'static str {
    match value {
        Value::String(_) => "a text",
        Value::Number(_) => "a number",
        Value::Bool(_) => "a boolean",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
        Value::Null => "null",
    }
}

fn run(folder: &Path, case: &ResponseCase) -> Outcome {
    let output = Command::new(env!("CARGO_BIN_EXE_injang"))
        .arg("response")
        .args(case.arguments())
        .args(["--format", "json"])
        .current_dir(folder)
        .output()
        .expect("injang runs");
    let value: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let remarks = ["reasons", "notes"]
        .into_iter()
        .flat_map(|list| value[list].as_array().cloned().unwrap_or_default())
        .map(|remark| {
            let text = |name: &str| remark[name].as_str().unwrap_or_default().to_owned();
            [
                text("code"),
                text("effect"),
                text("document"),
                text("message"),
            ]
            .join(" ")
        })
        .collect();
    Outcome {
        status: output.status.code(),
        remarks,
    }
}
