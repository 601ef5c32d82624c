//! The format of a response's `case.json`: what a relying party has, and the decision that follows.
//!
//! `responses/schema.json` says the same to readers in other languages.

use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

/// One case: the content of one `case.json`. File names are relative to its folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResponseCase {
    /// Why the decision is this, in one English sentence.
    pub reason: String,
    /// Where that is settled.
    pub source: String,
    /// What the caller gives, in the order and under the names of the command line.
    pub options: Options,
    /// The file with the provider's response.
    pub response: String,
    /// What must be decided.
    pub decision: Decision,
    /// Every reason that must be given, in any order, and no others.
    pub reasons: Vec<Reason>,
    /// The notes that must be there; others may be.
    pub notes: Vec<Note>,
    /// Codes of notes that may not be there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absent: Vec<String>,
    /// Texts that may stand in no output.
    pub planted: Vec<String>,
}

/// The options of the command line, without their dashes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Options {
    /// `kakao`, `barocert` or `toss`.
    pub provider: String,
    /// The product's code or name.
    pub product: String,
    /// What was sent to ask for the signature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<String>,
    /// What was sent to Kakao to prepare it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prepare: Option<String>,
    /// The provider's answer to the request or its preparation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<String>,
    /// What was sent to Toss to get the result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result_request: Option<String>,
    /// The provider's answer about the status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Kakao's answer about the signer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identify: Option<String>,
    /// The keys of encrypted fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keys: Option<String>,
    /// What is held about the person, in plain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// The person's CI as it is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ci_file: Option<String>,
    /// The originals of which digests were to be signed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub original: Vec<String>,
    /// The short signatures of a session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// Where the session's key stands in the first signature's content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_key_path: Option<String>,
    /// Where the session's beginning stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_from_path: Option<String>,
    /// Where the session's end stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_until_path: Option<String>,
    /// `rfc3339`, `epoch-seconds`, `epoch-milliseconds` or `kst`; the first when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_time: Option<String>,
    /// Where the nonce stands in the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nonce_path: Option<String>,
    /// Where the nonce stands in the response.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nonce_answer_path: Option<String>,
    /// Which values of the request must be which of the signed content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_map: Option<String>,
    /// `production` or `test`; the first when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub environment: Option<String>,
    /// `message` or `signed-attribute`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_type: Option<String>,
    /// `prehash` or `hash-of-hash`; the first when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest_reading: Option<String>,
    /// How CI and serial number are joined; `ci-serial` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vid_layout: Option<String>,
    /// The missing pieces that the caller does without.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waive: Vec<String>,
    /// Certificates (DER) whose names and keys are the trust anchors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trust: Vec<String>,
    /// CRLs in DER.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub crl: Vec<String>,
    /// `none` or `require`.
    pub revocation: String,
    /// The time for which the decision is asked, RFC 3339 in UTC; or `provider`, which is when the
    /// provider says that the transaction was completed.
    pub at: String,
}

/// What is decided over a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Decision {
    /// Nothing is missing or wrong, but for what was waived.
    Accepted,
    /// Something is wrong.
    Rejected,
    /// Nothing is wrong, and something is missing.
    Undetermined,
}

/// What a reason does to the decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Effect {
    /// It is wrong.
    Rejected,
    /// It is missing.
    Undetermined,
    /// It is missing, and the caller does without.
    Waived,
}

/// One reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// Its code.
    pub code: String,
    /// What it does.
    pub effect: Effect,
    /// The document that it is about, if it is about one.
    pub document: Option<String>,
}

/// Something that is said and decides nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Its code.
    pub code: String,
    /// The document that it is about, if it is about one.
    pub document: Option<String>,
}

/// Every case with its folder, in the order of their names.
///
/// # Panics
/// When a `case.json` is missing or none.
pub fn cases() -> Vec<(PathBuf, ResponseCase)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("responses");
    let groups = folders(&root);
    let folders = groups.iter().flat_map(|group| folders(group));
    folders
        .map(|folder| {
            let text = fs::read_to_string(folder.join("case.json")).expect("case.json");
            let case = serde_json::from_str(&text)
                .unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
            (folder, case)
        })
        .collect()
}

fn folders(parent: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(parent).expect("folder of cases");
    let paths = entries.map(|entry| entry.expect("entry").path());
    let mut folders: Vec<PathBuf> = paths.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

impl ResponseCase {
    /// The arguments of the command line behind `response`, to be run in the case's folder.
    ///
    /// # Panics
    /// Never: the options are texts and lists of texts.
    pub fn arguments(&self) -> Vec<String> {
        let options = serde_json::to_value(&self.options).expect("options");
        let mut arguments = Vec::new();
        for (name, value) in options.as_object().into_iter().flatten() {
            let values = value
                .as_array()
                .map_or(std::slice::from_ref(value), Vec::as_slice);
            for value in values {
                arguments.push(format!("--{name}"));
                arguments.extend(value.as_str().map(str::to_owned));
            }
        }
        arguments.push(self.response.clone());
        arguments
    }
}

impl Decision {
    /// The decision that reasons make: the worst of their effects.
    pub fn of(reasons: &[Reason]) -> Self {
        let some = |effect| reasons.iter().any(|reason| reason.effect == effect);
        if some(Effect::Rejected) {
            Self::Rejected
        } else if some(Effect::Undetermined) {
            Self::Undetermined
        } else {
            Self::Accepted
        }
    }
}
