//! The time of verification: the provider's, and none where one belongs.

use crate::authority::{Authority, GOOD, with};
use crate::program::{AT, Transcript, file, injang, vector};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::fs;

/// Decides over an answer of Barocert's with the authority's document, completed at 18:00 in Korea.
fn decide(authority: &Authority, files: &[(&str, &str)], more: &[&str]) -> Transcript {
    let signed = STANDARD.encode(fs::read(authority.file("document.der")).unwrap());
    let write = |name: &str, value: &Value| {
        let text = value.to_string();
        file(&format!("provider-time/{name}.json"), text.as_bytes())
    };
    let id = "r-1";
    let request = json!({ "reqTitle": "t", "tokenType": "TEXT", "token": "the content" });
    let status = json!({
        "receiptID": id, "clientCode": "c", "state": 1, "requestDT": "20260302175000",
        "viewDT": "", "completeDT": "20260302180000", "expireDT": "20260302181000",
    });
    let answer = json!({ "receiptID": id, "state": 1, "signedData": signed });
    let [request, receipt, status, answer] = [
        write("request", &request),
        write("receipt", &json!({ "receiptID": id })),
        write("status", &status),
        write("answer", &answer),
    ];
    let trust = authority.file("root.der");
    let given: Vec<(&str, String)> = files
        .iter()
        .map(|(option, name)| (*option, authority.file(name)))
        .collect();
    let mut arguments = vec![
        "response",
        "--provider",
        "barocert",
        "--product",
        "kakao-sign",
    ];
    arguments.extend(["--request", &request, "--receipt", &receipt]);
    arguments.extend(["--status", &status, "--trust", &trust]);
    arguments.extend(["--waive", "ci", "--waive", "vid", "--waive", "person"]);
    for (option, path) in &given {
        arguments.extend([*option, path.as_str()]);
    }
    arguments.extend(more);
    arguments.push(&answer);
    injang(&arguments)
}

/// Under the provider's time, a certificate that was revoked since leaves the decision open; under the
/// caller's own time it does not.
#[test]
fn revoked_since_the_providers_time() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let later = with("--crl", "revoked-later.crl");
    let provider = ["--at", "provider"];
    let first = "(at the provider's completion time 2026-03-02T09:00:00Z (2026-03-02 18:00:00 KST); waived: ci, ";
    let good = decide(authority, &GOOD, &provider);
    assert_eq!(good.status, 0, "{good:?}");
    assert!(good.first().starts_with("ACCEPTED "), "{good:?}");
    good.has(first);
    good.has(
        "judged at: 2026-03-02T09:00:00Z (2026-03-02 18:00:00 KST), reported by the provider\n",
    );
    let open = decide(authority, &later, &provider);
    assert_eq!(open.status, 2, "{open:?}");
    open.has(first);
    open.has("  ? revoked-later [1]: ");
    let waived = decide(
        authority,
        &later,
        &["--at", "provider", "--waive", "revoked-later"],
    );
    assert_eq!(waived.status, 0, "{waived:?}");
    waived.has("waived: ci, person, revoked-later, vid");
    for other in ["status", "time", "signature", "request", "receipt"] {
        let run = decide(authority, &later, &["--at", "provider", "--waive", other]);
        assert_eq!(run.status, 2, "{other}");
    }
    let own = decide(authority, &later, &["--at", AT]);
    assert_eq!(own.status, 0, "{own:?}");
    own.has_not("revoked-later [1]");
    let before = decide(authority, &with("--crl", "revoked.crl"), &provider);
    assert_eq!(before.status, 1, "{before:?}");
}

#[test]
fn the_providers_time_in_json() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let json = decide(authority, &GOOD, &["--at", "provider", "--format", "json"]).json();
    assert_eq!(json["conditions"]["at"], "2026-03-02T09:00:00Z");
    assert_eq!(json["conditions"]["at_source"], "provider");
    assert_eq!(json["environment"], "production");
}

/// A document by itself has no time of its provider.
#[test]
fn not_of_a_document() {
    let document = vector("attributes/signing-time-does-not-heal-expiry/document.der");
    let run = injang(&["verify", "--at", "provider", &document]);
    assert_eq!(run.status, 64, "{run:?}");
}

/// A certificate that has expired by the clock: the time of receipt is what is missing.
#[test]
fn expired_by_the_clock() {
    let case = "chain/intermediate-expired";
    let trust = vector("chain/root.der");
    let [document, issuer] =
        ["document.der", "intermediate-0.der"].map(|it| vector(&format!("{case}/{it}")));
    let judge = |more: &[&str]| {
        let usual = [
            "verify",
            "--revocation",
            "none",
            "--trust",
            &trust,
            "--intermediate",
            &issuer,
        ];
        injang(&[&usual[..], more, &[&document]].concat())
    };
    let run = judge(&[]);
    assert_eq!(run.status, 1, "{run:?}");
    run.has("\nNo time was given, so the certificate was judged by the clock");
    judge(&["--lang", "ko"]).has("\n시각이 주어지지 않아 현재 시각으로 판정했으며");
    let named = judge(&["--at", AT]);
    assert_eq!(named.status, 1, "{named:?}");
    named.has_not("No time was given, so");
}
