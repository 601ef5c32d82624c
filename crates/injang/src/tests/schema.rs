//! Every vector through both renderings: the schemas hold, the same inputs give the same octets,
//! and verdict and acceptance are what the vector expects.

use super::{policy, with_request};
use crate::pem_or_der::Piece;
use crate::{Acceptance, Document, Report, View, json, text};
use injang_core::report::{CheckId, FindingCode, Lang, Reason};
use injang_core::{Cause, Certificate, Change, RevocationItem, Side, SubIndication};
use injang_tests::case::{IdentityOutcome, Verdict};
use injang_tests::runner::{Inputs, Vector, vectors};
use jsonschema::Validator;
use serde_json::Value;

const REPORT: &str = include_str!("../../schema/report.json");
const INSPECT: &str = include_str!("../../schema/inspect.json");
const KO: View = View {
    show_subject: true,
    is_styled: true,
    ..View::new(Lang::Ko)
};

fn schema(text: &str) -> (Value, Validator) {
    let schema: Value = serde_json::from_str(text).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    (schema, validator)
}

#[track_caller]
fn assert_valid(validator: &Validator, name: &str, text: &str) -> Value {
    assert!(text.ends_with("}\n"), "{name}");
    let value: Value = serde_json::from_str(text).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(&value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}\n{text}");
    value
}

/// The report on a vector, with a diagnosis if one is asked for.
fn audit(vector: &Vector, is_diagnosed: bool) -> Report {
    let inputs = Inputs::read(vector);
    let policy = policy(&inputs, &vector.case);
    with_request(vector, &inputs, |request| {
        let request = request.clone();
        let request = if is_diagnosed {
            request.diagnose()
        } else {
            request
        };
        policy.audit(&inputs.document, &request)
    })
}

#[test]
fn every_vector_is_reported_by_the_schema() {
    let (_, validator) = schema(REPORT);
    let vectors = vectors();
    assert!(vectors.len() > 300);
    for vector in &vectors {
        let name = &vector.name;
        let expect = &vector.case.expect;
        let render = || {
            let report = audit(vector, false);
            let texts = [
                report.to_json(),
                report.to_json_in(KO),
                report.text(Lang::En),
                report.text_in(KO),
            ];
            (report.acceptance(), texts)
        };
        let (acceptance, texts) = render();
        assert_eq!(
            render(),
            (acceptance, texts.clone()),
            "{name}: not the same twice"
        );
        let [english, korean, ..] = &texts;

        let report = assert_valid(&validator, name, english);
        assert_valid(&validator, name, korean);
        assert_eq!(report["verdict"], expect.verdict.as_str(), "{name}");
        assert_eq!(
            report["sub_indication"].as_str(),
            expect
                .sub_indication
                .map(injang_tests::case::SubIndication::as_str),
            "{name}"
        );
        assert_eq!(
            report["identity"]["outcome"],
            expect.identity.as_str(),
            "{name}"
        );
        assert_eq!(
            report["signers"].as_array().unwrap().len(),
            expect.signers.len(),
            "{name}"
        );
        if report["document"]["content"] == "embedded" {
            assert_eq!(
                report["document"]["content_sha256"].as_str(),
                expect.content_sha256.as_deref(),
                "{name}"
            );
        }
        for signer in report["signers"].as_array().unwrap() {
            let certificates = signer["path_certificates"].as_array().unwrap();
            let fingerprints: Vec<&Value> = certificates.iter().map(|it| &it["sha256"]).collect();
            let path: Vec<&Value> = signer["path"].as_array().unwrap().iter().collect();
            assert_eq!(fingerprints, path, "{name}");
        }
        for (signer, expected) in report["signers"]
            .as_array()
            .unwrap()
            .iter()
            .zip(&expect.signers)
        {
            assert_eq!(signer["verdict"], expected.verdict.as_str(), "{name}");
            assert!(signer["certificate"]["subject"].is_null(), "{name}");
            if let Some(serial) = &expected.serial {
                assert_eq!(signer["certificate"]["serial"], serial.as_str(), "{name}");
            }
        }
        assert_eq!(acceptance, expected_acceptance(vector), "{name}");
        assert_text(name, &texts, acceptance);
    }
}

fn expected_acceptance(vector: &Vector) -> Acceptance {
    let expect = &vector.case.expect;
    match (expect.verdict, expect.identity) {
        (Verdict::TotalFailed, _) | (_, IdentityOutcome::Mismatched) => Acceptance::Rejected,
        (Verdict::TotalPassed, IdentityOutcome::NotClaimed | IdentityOutcome::Matched) => {
            Acceptance::Accepted
        }
        _ => Acceptance::Undetermined,
    }
}

/// The text says the verdict first, and calls content signed only where it is.
fn assert_text(name: &str, [report, _, english, korean]: &[String; 4], acceptance: Acceptance) {
    let report: Value = serde_json::from_str(report).unwrap();
    let verdict = match (report["verdict"].as_str().unwrap(), acceptance) {
        ("TOTAL-PASSED", Acceptance::Rejected | Acceptance::Undetermined) => "NOT ACCEPTED",
        (verdict, _) => verdict,
    };
    for text in [english, korean] {
        let text = anstream::adapter::strip_str(text).to_string();
        assert!(text.starts_with(verdict), "{name}: {text}");
        assert_eq!(
            text.matches('✗').count(),
            report_count(&report, "failed"),
            "{name}: {text}"
        );
        assert_eq!(
            text.matches("\n  ? ").count(),
            report_count(&report, "indeterminate"),
            "{name}: {text}"
        );
        let is_signed = text.contains("\nSigned content\n") || text.contains("\n서명된 내용\n");
        let is_unverified = text.contains("\nContent (NOT verified)\n")
            || text.contains("\n내용 (검증되지 않음)\n");
        let is_readable = report["document"]["content"].is_string();
        assert_eq!(is_signed || is_unverified, is_readable, "{name}: {text}");
        assert!(!(is_signed && is_unverified), "{name}: {text}");
        assert!(
            acceptance != Acceptance::Accepted || is_signed,
            "{name}: {text}"
        );
        let signers = report["signers"].as_array().unwrap();
        let is_broken = |signer: &Value| {
            let checks = signer["checks"].as_array().unwrap();
            checks.iter().any(|check| {
                let wanted = [
                    "content",
                    "message-digest",
                    "signature",
                    "attribute-confusion",
                ];
                let is_bad =
                    ["failed", "indeterminate"].contains(&check["outcome"].as_str().unwrap());
                is_bad && wanted.contains(&check["id"].as_str().unwrap())
            })
        };
        assert!(
            !is_signed || !(signers.is_empty() || signers.iter().any(is_broken)),
            "{name}: {text}"
        );
    }
}

fn report_count(report: &Value, outcome: &str) -> usize {
    let signers = report["signers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|signer| &signer["checks"]);
    signers
        .chain([&report["checks"]])
        .flat_map(|checks| checks.as_array().unwrap())
        .filter(|check| check["outcome"] == outcome)
        .count()
}

#[test]
fn every_readable_vector_is_inspected_by_the_schema() {
    let (_, validator) = schema(INSPECT);
    let mut read = 0;
    for vector in &vectors() {
        let document = Inputs::read(vector).document;
        if Document::read(&document).untrusted().is_err() {
            continue;
        }
        read += 1;
        let inspection = crate::inspect(&document).unwrap();
        let english = inspection.to_json();
        assert_eq!(english, inspection.to_json());
        let value = assert_valid(&validator, &vector.name, &english);
        assert_valid(&validator, &vector.name, &inspection.to_json_in(KO));
        assert_eq!(
            value["signers"].as_array().unwrap().len(),
            vector.case.expect.signers.len()
        );
        assert!(inspection.text_in(KO).contains("내용 (검증되지 않음)"));
    }
    assert!(read > 300);
    let ca = std::fs::read(injang_tests::runner::folder().join("toss/ca.der")).unwrap();
    let ca = Piece::Certificate(Certificate::from_der(&ca).unwrap());
    assert_valid(&validator, "ca", &json::pieces(&[ca], View::default()));
}

/// The CRLs of NIST's path validation suite, which have every extension and some that are broken.
#[test]
fn every_crl_is_inspected_by_the_schema() {
    let Some(folder) = injang_tests::corpora::folder("pkits") else {
        return;
    };
    let (_, validator) = schema(INSPECT);
    let (mut read, mut limited) = (0, 0);
    for file in std::fs::read_dir(folder.join("crls")).unwrap() {
        let path = file.unwrap().path();
        let octets = std::fs::read(&path).unwrap();
        let Ok(item) = RevocationItem::from_der(&octets) else {
            continue;
        };
        read += 1;
        let name = path.display().to_string();
        let piece = [Piece::Revocation(item)];
        let value = assert_valid(&validator, &name, &json::pieces(&piece, View::default()));
        assert_eq!(value["kind"], "revocation", "{name}");
        limited += usize::from(!value["revocation_data"][0]["scope"].is_null());
        let text = text::pieces(&piece, KO);
        assert!(text.contains("폐지된 인증서 수: "), "{name}: {text}");
    }
    assert!(read > 150 && limited > 10, "{read} {limited}");
}

#[test]
fn the_schema_knows_every_code_and_no_other() {
    let (schema, _) = schema(REPORT);
    let words = |pointer: &str| -> Vec<String> {
        let words = schema.pointer(pointer).unwrap().as_array().unwrap();
        words
            .iter()
            .filter_map(|word| word.as_str().map(str::to_owned))
            .collect()
    };
    let checks: Vec<_> = CheckId::ALL.iter().map(|id| id.name()).collect();
    assert_eq!(words("/$defs/check/properties/id/enum"), checks);
    assert_eq!(words("/$defs/check/properties/prevented_by/enum"), checks);
    let subs: Vec<_> = SubIndication::ALL.iter().map(|sub| sub.name()).collect();
    assert_eq!(words("/$defs/sub_indication/enum"), subs);
    assert_eq!(words("/$defs/check/properties/sub_indication/enum"), subs);
    assert_eq!(words("/$defs/reason/enum"), Reason::CODES);
    assert_eq!(words("/$defs/diagnosis/properties/code/enum"), Cause::CODES);
    let sides = Side::ALL.map(Side::name);
    assert_eq!(words("/$defs/diagnosis/properties/from/enum"), sides);
    assert_eq!(words("/$defs/diagnosis/properties/to/enum"), sides);
    let changes = Change::ALL.map(Change::name);
    assert_eq!(
        words("/$defs/diagnosis/properties/changes/items/enum"),
        changes
    );
    let findings: Vec<_> = FindingCode::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(words("/$defs/finding/properties/code/enum"), findings);
}

/// A diagnosis is the report with two more members, and of the schema too.
#[test]
fn every_diagnosis_is_by_the_schema() {
    let (_, validator) = schema(REPORT);
    let mut found = std::collections::BTreeSet::new();
    for vector in &vectors() {
        let report = |is_diagnosed: bool| {
            let text = audit(vector, is_diagnosed).to_json();
            assert_valid(&validator, &vector.name, &text)
        };
        let mut diagnosed = report(true);
        let causes = diagnosed
            .as_object_mut()
            .unwrap()
            .remove("diagnosis")
            .unwrap();
        let members = diagnosed.as_object_mut().unwrap();
        let is_complete = members.remove("diagnosis_complete").unwrap();
        assert!(is_complete.is_boolean(), "{}", vector.name);
        assert_eq!(diagnosed, report(false), "{}", vector.name);
        for diagnosis in causes.as_array().unwrap() {
            found.insert(diagnosis["code"].as_str().unwrap().to_owned());
        }
    }
    assert!(
        found.contains("content-changed") && found.contains("attributes-as-sent"),
        "{found:?}"
    );
}

#[test]
fn no_object_of_a_schema_is_open() {
    fn walk(value: &Value, objects: &mut usize) {
        if value["type"] == "object" {
            *objects += 1;
            assert_eq!(value["additionalProperties"], false, "{value}");
        }
        match value {
            Value::Object(members) => members.values().for_each(|value| walk(value, objects)),
            Value::Array(members) => members.iter().for_each(|value| walk(value, objects)),
            _ => {}
        }
    }
    for text in [REPORT, INSPECT] {
        let mut objects = 0;
        walk(&schema(text).0, &mut objects);
        assert!(objects > 5);
    }
}

/// Not even where the subject issued itself, or is its own anchor.
#[test]
fn no_report_names_the_subject_unless_asked() {
    let mut named = 0;
    for vector in &vectors() {
        let report = audit(vector, false);
        let shown: Value = serde_json::from_str(&report.to_json_in(KO)).unwrap();
        let texts = [report.to_json(), report.text(Lang::En)];
        for signer in shown["signers"].as_array().unwrap() {
            let Some(subject) = signer["certificate"]["subject"].as_str() else {
                continue;
            };
            named += usize::from(!subject.is_empty());
            for text in &texts {
                let is_named = !subject.is_empty() && text.contains(subject);
                assert!(!is_named, "{}: {subject} in {text}", vector.name);
            }
        }
    }
    assert!(named > 300);
}

/// The order of the keys is part of the contract.
#[test]
fn keys_stand_in_their_order() {
    let vectors = vectors();
    let vector = vectors
        .iter()
        .find(|it| it.name == "identity/mismatched-layout-serial-ci")
        .unwrap();
    let text = audit(vector, false).to_json_in(KO);
    let report: Value = serde_json::from_str(&text).unwrap();
    let keys = |value: &Value| {
        value
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        keys(&report),
        "schema verdict sub_indication conditions document checks findings signers identity \
         revocation_data revocation_data_elsewhere"
    );
    assert_eq!(
        keys(&report["document"]),
        "sha256 armor encoding content_type content content_sha256"
    );
    let signer = &report["signers"][0];
    assert_eq!(
        keys(signer),
        "index verdict sub_indication sign_type digest_source signed_attributes unsigned_attributes digest_algorithm \
         signature_algorithm key certificate certificate_source claimed_signing_time path \
         path_certificates anchor pinned revoked_later missing_issuer policies checks findings"
    );
    assert_eq!(
        keys(&signer["certificate"]),
        "serial issuer subject sha256 not_before not_after policies addresses"
    );
    assert_eq!(
        keys(&signer["path_certificates"][0]),
        "sha256 source serial issuer subject not_before not_after addresses checks revocation_data"
    );
    assert_eq!(keys(&signer["anchor"]), "name public_key_sha256");
    assert_eq!(
        keys(&report["identity"]),
        "outcome layout encoding would_match message"
    );
    assert!(text.starts_with("{\n  \"schema\": 2,\n"));

    let vector = vectors
        .iter()
        .find(|it| it.name == "diagnose/signed-crlf")
        .unwrap();
    let text = audit(vector, true).to_json();
    let report: Value = serde_json::from_str(&text).unwrap();
    assert!(keys(&report).ends_with(" revocation_data_elsewhere diagnosis diagnosis_complete"));
    assert_eq!(
        keys(&report["diagnosis"][0]),
        "signer code from to changes message"
    );
    let vector = vectors
        .iter()
        .find(|it| it.name == "diagnose/named-no-certificate")
        .unwrap();
    let text = audit(vector, true).to_json();
    let report: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        keys(&report["diagnosis"][0]),
        "signer code certificate certificate_sha256 certificate_source message"
    );
}
