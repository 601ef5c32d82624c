//! The cases of all languages: every vector and every response as steps that a program without a JSON
//! parser can take, and the line that comes out of each.
//!
//! A step is a line `key<TAB>number<TAB>hex`. The steps of a case begin with `case` and end with
//! `document` or `decide`. What each key does is said by [`judge`] and by the runners in `tests/abi`.

use crate::case::{Case, DemandedSignType, PlainHash, Profile, Revocation};
use crate::response_case::{self, Options, ResponseCase};
use crate::runner::{hex, unhex, vectors};
use injang::response::{Environment, Provider, Role, TimeForm, Waiver};
use injang::{DigestAlgorithm, SignType, VidLayout};
use std::fmt::Write as _;
use std::path::Path;

mod judge;
mod line;

pub use judge::{judge, judge_whole};

/// The time that stands for now where a case is judged at the provider's completion time.
const NOW: &str = "2027-01-01T00:00:00Z";

/// One step of a case.
#[derive(Clone, Debug)]
pub struct Step {
    /// What to do.
    pub key: &'static str,
    /// With which number.
    pub number: i64,
    /// With which octets; of a file its path.
    pub octets: Vec<u8>,
}

/// The steps of one case.
#[derive(Clone, Debug)]
pub struct Plan {
    /// `family/case`
    pub name: String,
    pub(crate) steps: Vec<Step>,
}

impl Plan {
    fn new(name: &str) -> Self {
        let mut plan = Self {
            name: name.to_owned(),
            steps: Vec::new(),
        };
        plan.add("case", 0, name);
        plan
    }

    fn add(&mut self, key: &'static str, number: impl Into<i64>, octets: impl AsRef<[u8]>) {
        self.steps.push(Step {
            key,
            number: number.into(),
            octets: octets.as_ref().to_vec(),
        });
    }

    fn file(&mut self, key: &'static str, number: i64, folder: &Path, file: &str) {
        let path = folder.join(file);
        self.add(key, number, path.to_str().expect("path").as_bytes());
    }

    /// The steps as lines.
    pub fn to_text(&self) -> String {
        self.steps.iter().fold(String::new(), |mut text, step| {
            let _ = writeln!(text, "{}\t{}\t{}", step.key, step.number, hex(&step.octets));
            text
        })
    }
}

/// Every case: vectors, then responses.
///
/// # Panics
/// If a case has a word that is none.
pub fn plans() -> Vec<Plan> {
    let vectors = vectors().into_iter().map(|vector| {
        let mut plan = Plan::new(&vector.name);
        add_vector(&mut plan, &vector.folder, &vector.case);
        plan
    });
    let responses = response_case::cases().into_iter().map(|(folder, case)| {
        let mut names = folder.iter().rev().map(|it| it.to_string_lossy());
        let (last, group) = (names.next(), names.next());
        let name = format!(
            "responses/{}/{}",
            group.unwrap_or_default(),
            last.unwrap_or_default()
        );
        let mut plan = Plan::new(&name);
        add_response(&mut plan, &folder, &case);
        plan
    });
    vectors.chain(responses).collect()
}

fn add_vector(plan: &mut Plan, folder: &Path, case: &Case) {
    let mode = match case.revocation {
        Revocation::Require => 1,
        Revocation::None => 2,
    };
    plan.add("revocation", mode, "");
    for (key, files) in [
        ("trust", &case.trust),
        ("intermediate", &case.intermediates),
        ("evidence", &case.evidence),
        ("responder", &case.ocsp_responders),
    ] {
        for file in files {
            plan.file(key, 0, folder, file);
        }
    }
    plan.add("anchor-constraints", i64::from(case.anchor_constraints), "");
    for oid in &case.policies {
        plan.add("policy", 0, oid);
    }
    plan.add("explicit", i64::from(case.explicit_policy), "");
    plan.add(
        "inhibit-mapping",
        i64::from(case.inhibit_policy_mapping),
        "",
    );
    plan.add("inhibit-any", i64::from(case.inhibit_any_policy), "");
    for oid in &case.signer_policies {
        plan.add("signer-policy", 0, oid);
    }
    if let Some(oid) = &case.purpose {
        plan.add("purpose", 0, oid);
    }
    if case.profile == Some(Profile::Strict) {
        plan.add("profile", 2, "");
    }
    plan.add("at", 0, &case.at);
    for file in &case.certificates {
        plan.file("certificate", 0, folder, file);
    }
    if let Some(digest) = &case.digest {
        let algorithm = DigestAlgorithm::from_name(&digest.algorithm).expect("algorithm");
        plan.add("digest", algorithm.number(), unhex(&digest.value));
    }
    if case.plain_hash == Some(PlainHash::HashOfHash) {
        plan.add("hash-of-hash", 2, "");
    }
    if let Some(sign_type) = case.sign_type {
        let sign_type = match sign_type {
            DemandedSignType::Message => SignType::Message,
            DemandedSignType::SignedAttribute => SignType::SignedAttribute,
            DemandedSignType::PlainHash => SignType::PlainHash,
        };
        plan.add("sign-type", sign_type.number(), "");
    }
    if let Some(claim) = &case.identity {
        plan.add("ci", 0, &claim.ci);
        plan.add("vid", 0, &claim.vid);
        let layout = VidLayout::from_name(claim.layout.as_str()).expect("layout");
        plan.add("layout", layout.number(), "");
        if let Some(signer) = claim.signer {
            plan.add("signer", i64::try_from(signer).expect("index"), "");
        }
    }
    if let Some(content) = &case.content {
        plan.file("content", 0, folder, content);
    }
    plan.file("document", 0, folder, &case.document);
}

fn add_response(plan: &mut Plan, folder: &Path, case: &ResponseCase) {
    let options = &case.options;
    let mode = if options.revocation == "none" { 2 } else { 1 };
    plan.add("revocation", mode, "");
    for file in &options.trust {
        plan.file("trust", 0, folder, file);
    }
    for file in &options.crl {
        plan.file("evidence", 0, folder, file);
    }
    let (source, at) = match options.at.as_str() {
        "provider" => (2, NOW),
        at => (1, at),
    };
    plan.add("at", source, at);
    let provider = Provider::from_name(&options.provider).expect("provider");
    plan.add("provider", provider.number(), &options.product);
    add_files(plan, folder, options);
    add_words(plan, options);
    plan.file("response", 0, folder, &case.response);
    plan.add("decide", 0, "");
}

fn add_files(plan: &mut Plan, folder: &Path, options: &Options) {
    for (key, role, file) in [
        ("request", 0, &options.request),
        ("other", i64::from(Role::Prepare.number()), &options.prepare),
        ("other", i64::from(Role::Receipt.number()), &options.receipt),
        ("other", i64::from(Role::Status.number()), &options.status),
        (
            "other",
            i64::from(Role::Identify.number()),
            &options.identify,
        ),
        ("result-request", 0, &options.result_request),
        ("keys", 0, &options.keys),
        ("person", 0, &options.person),
        ("held-ci", 0, &options.ci_file),
        ("short", 0, &options.short),
        ("content-map", 0, &options.content_map),
    ] {
        if let Some(file) = file {
            plan.file(key, role, folder, file);
        }
    }
    for original in &options.original {
        let (id, file) = match original.split_once('=') {
            Some((id, file)) if !folder.join(original).exists() => (Some(id), file),
            _ => (None, original.as_str()),
        };
        plan.add("original-id", 0, id.unwrap_or_default());
        plan.file("original", 0, folder, file);
    }
}

fn add_words(plan: &mut Plan, options: &Options) {
    for (key, text) in [
        ("short-key", &options.short_key_path),
        ("short-from", &options.short_from_path),
        ("short-until", &options.short_until_path),
        ("nonce", &options.nonce_path),
        ("nonce-answer", &options.nonce_answer_path),
    ] {
        if let Some(text) = text {
            plan.add(key, 0, text);
        }
    }
    if options.short.is_some() {
        let form = options
            .short_time
            .as_deref()
            .map_or(TimeForm::Rfc3339, |name| {
                TimeForm::from_name(name).expect("form")
            });
        plan.add("short-time", form.number(), "");
    }
    if let Some(name) = &options.environment {
        let environment = Environment::from_name(name).expect("environment");
        plan.add("environment", environment.number(), "");
    }
    match options.sign_type.as_deref() {
        Some("message") => plan.add("asked-sign-type", 1, ""),
        Some(_) => plan.add("asked-sign-type", 2, ""),
        None => {}
    }
    if options.digest_reading.as_deref() == Some("hash-of-hash") {
        plan.add("asked-hash-of-hash", 2, "");
    }
    if let Some(name) = &options.vid_layout {
        let layout = VidLayout::from_name(name).expect("layout");
        plan.add("asked-layout", layout.number(), "");
    }
    for name in &options.waive {
        let waiver = Waiver::from_name(name).expect("waiver");
        plan.add("waive", waiver.number(), "");
    }
}
