//! Everything that there is to read: vectors, documents of providers' responses, corpora.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use injang_core::{Certificate, Der, Limits, SignedDocument, armor};
use injang_tests::runner::unhex;
use injang_tests::{corpora, response_case};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What octets are taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Document,
    Certificate,
    Crl,
}

/// Something to read.
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) octets: Vec<u8>,
}

impl Input {
    fn new(name: impl Into<String>, kind: Kind, octets: Vec<u8>) -> Self {
        let name = name.into();
        Self { name, kind, octets }
    }
}

fn file(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The documents of the vectors, and the certificates and CRLs beside them.
pub(crate) fn vectors() -> Vec<Input> {
    let mut inputs = Vec::new();
    // Most vectors of a family share its anchors.
    let mut seen = BTreeSet::new();
    for vector in injang_tests::runner::vectors() {
        let case = &vector.case;
        let certificates = [
            &case.trust,
            &case.certificates,
            &case.intermediates,
            &case.ocsp_responders,
        ];
        let certificates = certificates.into_iter().flatten();
        let files = std::iter::once((&case.document, Kind::Document))
            .chain(certificates.map(|it| (it, Kind::Certificate)))
            // An OCSP response is read by neither as a CRL, which is all that is to be seen.
            .chain(case.evidence.iter().map(|it| (it, Kind::Crl)));
        for (name, kind) in files {
            let path = vector.folder.join(name);
            let is_new = seen.insert(fs::canonicalize(&path).expect("file of a vector"));
            if is_new {
                let name = format!("{}/{name}", vector.name);
                inputs.push(Input::new(name, kind, file(&path)));
            }
        }
    }
    inputs
}

/// What no vector has: a certificate whose signature is not whole octets. Made of one that both
/// read.
pub(crate) fn made() -> Vec<Input> {
    let of_vector = vectors()
        .into_iter()
        .find(|it| it.kind == Kind::Certificate);
    let mut octets = of_vector.expect("a certificate").octets;
    let certificate = Certificate::from_der(&octets).expect("a certificate");
    let unused = octets.len() - certificate.signature().len() - 1;
    octets[unused] = 1;
    *octets.last_mut().expect("an octet") &= 0xfe;
    vec![Input::new(
        "made/signature-of-some-bits",
        Kind::Certificate,
        octets,
    )]
}

/// The signed documents in the responses: every text in a JSON that is one, whatever it is called.
pub(crate) fn responses() -> Vec<Input> {
    let mut inputs = Vec::new();
    for (folder, _) in response_case::cases() {
        let entries = fs::read_dir(&folder).expect("folder of a case");
        for path in entries.map(|entry| entry.expect("entry").path()) {
            let name = path.display().to_string();
            if path.extension().is_some_and(|it| it == "json")
                && let Ok(value) = serde_json::from_slice(&file(&path))
            {
                texts(&name, &value, &mut inputs);
            }
        }
    }
    inputs
}

fn texts(name: &str, value: &Value, inputs: &mut Vec<Input>) {
    match value {
        Value::String(text) if text.len() > 400 && is_document(text.as_bytes()) => {
            inputs.push(Input::new(name, Kind::Document, text.clone().into_bytes()));
        }
        Value::Array(list) => list.iter().for_each(|it| texts(name, it, inputs)),
        Value::Object(map) => map.values().for_each(|it| texts(name, it, inputs)),
        _ => {}
    }
}

fn is_document(text: &[u8]) -> bool {
    armor::decode(text).is_ok_and(|decoded| {
        let der = decoded.to_der(Limits::default());
        der.is_ok_and(|der: Der<'_>| SignedDocument::parse(&der).is_ok())
    })
}

/// Whatever corpora are there.
pub(crate) fn corpora() -> Vec<Input> {
    let mut inputs = Vec::new();
    for name in ["go_pkcs7", "openssl_cms", "providers", "pkits"] {
        if let Some(folder) = corpora::folder(name) {
            walk(&folder, &mut inputs);
        }
    }
    if let Some(folder) = corpora::folder("mbedtls") {
        for case in json(&folder.join("cases.json")).as_array().expect("cases") {
            let name = case["name"].as_str().expect("name");
            let octets = if let Some(digits) = case["hex"].as_str() {
                unhex(digits)
            } else {
                let path = case["file"].as_str().or(case["p7"].as_str());
                file(&folder.join(path.expect("file")))
            };
            inputs.push(Input::new(
                format!("mbedtls {name}"),
                Kind::Document,
                octets,
            ));
        }
    }
    if let Some(folder) = corpora::folder("x509_limbo") {
        let limbo = json(&folder.join("limbo.json"));
        for case in limbo["testcases"].as_array().expect("cases") {
            let id = case["id"].as_str().expect("id");
            for (field, kind) in [
                ("trusted_certs", Kind::Certificate),
                ("untrusted_intermediates", Kind::Certificate),
                ("peer_certificate", Kind::Certificate),
                ("crls", Kind::Crl),
            ] {
                let one = case[field].as_str();
                let list = case[field].as_array().into_iter().flatten();
                for pem in one.into_iter().chain(list.filter_map(Value::as_str)) {
                    inputs.push(Input::new(format!("limbo {id}"), kind, unpem(pem)));
                }
            }
        }
    }
    inputs
}

/// What stands between the lines of a PEM block.
fn unpem(text: &str) -> Vec<u8> {
    let lines = text.lines().filter(|line| !line.starts_with("-----"));
    let base64: String = lines.map(str::trim).collect();
    STANDARD.decode(base64).expect("base64")
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&file(path)).expect("JSON")
}

fn walk(folder: &Path, inputs: &mut Vec<Input>) {
    for entry in fs::read_dir(folder).expect("folder of a corpus") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            walk(&path, inputs);
            continue;
        }
        let name = path.display().to_string();
        let is = |end: &str| name.ends_with(end);
        let kind = if is(".crl") {
            Kind::Crl
        } else if is(".crt") || is(".crt.der") || name.contains("providers/ca/") {
            Kind::Certificate
        } else if is(".md") || is(".json") || is(".txt") || is(".content") || is(".bin") {
            continue;
        } else {
            Kind::Document
        };
        inputs.push(Input::new(name, kind, file(&path)));
    }
}
