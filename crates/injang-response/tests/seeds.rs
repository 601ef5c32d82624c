//! The providers' own examples: every JSON object of Kakao's K3500 guide and of Toss's general sign
//! guide is read as what it is.
//!
//! The guides are beside the checkout, in `../shared/seeds`.

use injang_core::{Policy, Revocation, SignType, Time};
use injang_response::{
    At, DecisionCode, Detail, Exchange, FormatRule, Provider, Request, Response,
};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// A guide by the words that only it has, or `None`, said on standard error, without the folder.
fn guide(words: &str) -> Option<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seeds");
    let Ok(entries) = fs::read_dir(&folder) else {
        eprintln!("SKIPPED: no folder ../shared/seeds beside the checkout");
        return None;
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let guides = paths.iter().map(|path| fs::read_to_string(path).unwrap());
    let found: Vec<String> = guides.filter(|text| text.contains(words)).collect();
    assert_eq!(found.len(), 1, "guides with {words}");
    found.into_iter().next()
}

const KAKAO: &str = "https://cert-sign.kakao.com/sign/doc/v1/prepare/";
const TOSS: &str = "https://cert.toss.im/api/v2/sign/doc/request";

/// How an example begins, on a line of its own.
const BEGINNINGS: [&str; 3] = ["-d '{", "--data-raw '{", "{"];

/// Every JSON object of a guide, with the last address before it, if it is sent to that.
fn examples(guide: &str) -> Vec<(Option<String>, String)> {
    let mut found = Vec::new();
    let mut address = None;
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("curl ") {
            let quoted = line
                .split(['"', '\''])
                .find(|it| it.starts_with("https://"));
            address = quoted.map(str::to_owned);
        }
        let Some(beginning) = BEGINNINGS.into_iter().find(|it| *it == line.trim()) else {
            continue;
        };
        let mut text = "{\n".to_owned();
        while depth(&text) > 0 {
            text.push_str(lines.next().expect("an end of the example"));
            text.push('\n');
        }
        let text = text.trim_end().trim_end_matches('\'');
        let is_sent = beginning != "{";
        found.push((address.clone().filter(|_| is_sent), plain(text)));
    }
    found
}

/// What stands outside of texts, with its place.
fn outside(text: &str) -> impl Iterator<Item = (usize, char)> {
    let (mut is_within, mut is_escaped) = (false, false);
    text.char_indices().filter(move |(_, char)| {
        let was_within = is_within;
        is_within = match char {
            '"' if !is_escaped => !is_within,
            // No text goes over the end of a line, but findings have quotes.
            '\n' => false,
            _ => is_within,
        };
        is_escaped = was_within && *char == '\\' && !is_escaped;
        !was_within && !is_within
    })
}

/// How many braces are open.
fn depth(text: &str) -> i32 {
    let of = |(_, char)| match char {
        '{' => 1,
        '}' => -1,
        _ => 0,
    };
    outside(text).map(of).sum()
}

/// The example without findings and elisions, and without the comma that one leaves behind.
fn plain(text: &str) -> String {
    let line = |line: &str| {
        let finding = outside(line).find(|(at, _)| line[*at..].starts_with("//"));
        let line = finding.map_or(line, |(at, _)| &line[..at]);
        let is_elision = ["...", "…"].contains(&line.trim());
        if is_elision {
            String::new()
        } else {
            line.to_owned()
        }
    };
    let mut lines: Vec<String> = text.lines().map(line).collect();
    lines.retain(|line| !line.trim().is_empty());
    for index in 1..lines.len() {
        if lines[index].trim_start().starts_with([']', '}']) {
            let before = lines[index - 1].trim_end_matches(',').to_owned();
            lines[index - 1] = before;
        }
    }
    lines.join("\n")
}

/// Codes of a decision without an authority that is trusted, and the provider's own.
fn codes(exchange: &Exchange<'_>) -> (Vec<&'static str>, Option<String>) {
    let at = At::Time(Time::parse("2022-05-01T00:00:00Z").unwrap());
    let crypto = injang_crypto::default_backend();
    let policy = Policy::new(crypto, [], Revocation::NotChecked);
    let decision = exchange.decide(&policy, at);
    assert!(!decision.is_accepted());
    let all = decision.reasons.iter().chain(&decision.notes);
    let codes = all.clone().map(|it| it.code);
    assert!(
        codes
            .clone()
            .all(|code| code != DecisionCode::UnknownMember),
        "members that the guide has are known: {decision:?}"
    );
    let mut own = all.filter_map(|it| match &it.detail {
        Some(Detail::ProviderCode(code)) => Some(code.clone()),
        _ => None,
    });
    (codes.map(DecisionCode::name).collect(), own.next_back())
}

/// How many signed documents an answer has.
fn documents(response: &Response) -> usize {
    // Kakao has 200 at most.
    (0..=200)
        .filter(|at| response.document(*at).is_some())
        .count()
}

#[test]
fn what_kakao_is_asked() {
    let Some(guide) = guide(KAKAO) else {
        return;
    };
    let single = ["02a05c5bfe-d89a-448b-a538-d80dc5b038fa"];
    let multi = ["0297e72d72-7e09-4d94-b3f0-1d2eff325ab7"];
    // Type and form of what is asked to be signed, in the guide's order.
    let table = [
        ("TEXT", "document", single),
        ("TEXT", "documents", multi),
        ("HASH", "document", single),
        ("HASH", "documents", multi),
        ("PLAIN_HASH", "document", single),
        ("PLAIN_HASH", "documents", multi),
    ];
    let sent: Vec<_> = examples(&guide)
        .into_iter()
        .filter_map(|(address, text)| Some((address?, text)))
        .collect();
    let is_request = |(address, _): &&(String, String)| address.contains("/v1/request");
    let requests: Vec<_> = sent.iter().filter(is_request).collect();
    assert_eq!((sent.len(), requests.len()), (8, table.len()));
    for ((_, text), (kind, form, ids)) in requests.into_iter().zip(table) {
        let json: Value = serde_json::from_str(text).unwrap();
        assert_eq!(json["document_type"], kind);
        assert!(json.get(form).is_some(), "{kind} {form}");
        let request = Request::parse(Provider::Kakao, text.as_bytes());
        let request = request.unwrap_or_else(|error| panic!("{kind} {form}: {error}"));
        assert_eq!(request.ids(), ids, "{kind} {form}");
        // "기본값: MESSAGE"
        assert_eq!(
            request.sign_type(),
            Some(SignType::Message),
            "{kind} {form}"
        );
    }
    let prepares: Vec<_> = sent
        .iter()
        .filter(|(address, _)| address.contains("/v1/prepare/"))
        .collect();
    assert_eq!(prepares.len(), 2);
    let answer = br#"{"status":"COMPLETED","result":"Y","signed_document":"AA=="}"#;
    let answer = Response::parse(Provider::Kakao, None, answer).unwrap();
    for (_, text) in prepares {
        let prepare = Response::parse(Provider::Kakao, None, text.as_bytes()).unwrap();
        assert_eq!(documents(&prepare), 0);
        let exchange = Exchange::new(Provider::Kakao, Ok(&answer)).prepare(&prepare);
        // The CI in it is what is held, and encrypted.
        assert!(codes(&exchange).0.contains(&"keys-missing"));
    }
}

#[test]
fn what_kakao_answers() {
    let Some(guide) = guide(KAKAO) else {
        return;
    };
    // A member that only this answer has, its signed documents, and a code that must come of it.
    let table = [
        ("", 0, "provider-status-missing"),
        ("document_tx_ids", 0, "provider-status-missing"),
        ("result", 0, "provider-status-missing"),
        ("scheme", 0, "provider-status-missing"),
        ("viewed_at", 0, "provider-pending"),
        ("signed_document", 1, "signature-not-base64"),
        ("vid", 1, "keys-missing"),
        ("signed_documents", 1, "vid-missing"),
        ("vid", 1, "keys-missing"),
        ("phone_no", 0, "provider-status-missing"),
    ];
    let answers: Vec<String> = examples(&guide)
        .into_iter()
        .filter_map(|(address, text)| address.is_none().then_some(text))
        .collect();
    assert_eq!(answers.len(), table.len());
    for (text, (member, count, code)) in answers.iter().zip(table) {
        let json: Value = serde_json::from_str(text).unwrap();
        assert!(member.is_empty() || json.get(member).is_some(), "{member}");
        let response = Response::parse(Provider::Kakao, None, text.as_bytes());
        let response = response.unwrap_or_else(|error| panic!("{member}: {error}"));
        assert_eq!(documents(&response), count, "{member}");
        if count > 0 {
            assert_eq!(response.document(0), Some("${CMSSignedData}"));
        }
        let (codes, own) = codes(&Exchange::new(Provider::Kakao, Ok(&response)));
        assert!(codes.contains(&code), "{member}: {codes:?}");
        assert_eq!(own, None);
    }
    let ids = |text: &String| {
        let json: Value = serde_json::from_str(text).unwrap();
        json["document_tx_ids"].as_array().map(Vec::len)
    };
    assert_eq!(answers.iter().filter_map(ids).collect::<Vec<_>>(), [20]);
}

/// A receipt of the guide belongs to the request of the guide.
#[test]
fn a_kakao_request_and_its_receipt() {
    let Some(guide) = guide(KAKAO) else {
        return;
    };
    let all = examples(&guide);
    let with = |member: &str| {
        let has = |(_, text): &&(Option<String>, String)| {
            let json: Value = serde_json::from_str(text).unwrap();
            json.get(member).is_some()
        };
        all.iter().find(has).unwrap().1.as_bytes()
    };
    let request = Request::parse(Provider::Kakao, with("document")).unwrap();
    let prepared = Response::parse(Provider::Kakao, None, with("tx_id")).unwrap();
    let answer = Response::parse(Provider::Kakao, None, with("signed_document")).unwrap();
    let exchange = Exchange::new(Provider::Kakao, Ok(&answer))
        .request(&request)
        .receipt(&prepared);
    let (codes, _) = codes(&exchange);
    assert!(!codes.contains(&"tx-id-differs"), "{codes:?}");
    // The guide puts another id into what is signed than the transaction's.
    assert!(codes.contains(&"request-tx-id-differs"), "{codes:?}");
}

#[test]
fn what_toss_is_asked() {
    let Some(guide) = guide(TOSS) else {
        return;
    };
    let sent: Vec<_> = examples(&guide)
        .into_iter()
        .filter_map(|(address, text)| Some((address?, text)))
        .collect();
    // Where it is sent, and of what asks for a signature, how the person is named.
    let table = [
        ("/sign/doc/request", Some("userName")),
        ("/sign/doc/request", Some("userCi")),
        ("/sign/doc/status", None),
        ("/sign/doc/result", None),
    ];
    assert_eq!(sent.len(), table.len());
    for ((address, text), (path, person)) in sent.iter().zip(table) {
        assert!(address.ends_with(path), "{address}");
        let request = Request::parse(Provider::Toss, text.as_bytes());
        let Some(person) = person else {
            // It asks for a status or a result, and for no signature.
            let error = request.unwrap_err();
            assert_eq!(
                (error.fault(), error.pointer()),
                (FormatRule::Missing, Some("/doc"))
            );
            continue;
        };
        let json: Value = serde_json::from_str(text).unwrap();
        assert!(json.get(person).is_some(), "{person}");
        let request = request.unwrap_or_else(|error| panic!("{person}: {error}"));
        assert_eq!(request.ids(), ["1"], "{person}");
        assert_eq!(request.sign_type(), Some(SignType::SignedAttribute));
    }
}

#[test]
fn what_toss_answers() {
    let Some(guide) = guide(TOSS) else {
        return;
    };
    let answers: Vec<String> = examples(&guide)
        .into_iter()
        .filter_map(|(address, text)| address.is_none().then_some(text))
        .collect();
    // The first is OAuth's, not one of a signature. Of the others: a member that stands there, its
    // signed documents, a code that must come of it, and Toss's own.
    let table = [
        ("/success/requestedDt", 0, "provider-status-missing", None),
        ("/success/appScheme", 0, "provider-status-missing", None),
        ("/success/status", 0, "provider-pending", None),
        ("/error/reason", 0, "provider-failed", Some("CE3100")),
        ("/success/signedDoc", 1, "document-undetermined", None),
        ("/error/reason", 0, "provider-failed", Some("CE3101")),
    ];
    let (token, answers) = answers.split_first().unwrap();
    assert!(token.contains("access_token"));
    assert_eq!(answers.len(), table.len());
    for (text, (member, count, code, own)) in answers.iter().zip(table) {
        let json: Value = serde_json::from_str(text).unwrap();
        assert!(json.pointer(member).is_some(), "{member}");
        let response = Response::parse(Provider::Toss, None, text.as_bytes());
        let response = response.unwrap_or_else(|error| panic!("{member}: {error}"));
        assert_eq!(documents(&response), count, "{member}");
        let (codes, found) = codes(&Exchange::new(Provider::Toss, Ok(&response)));
        assert!(codes.contains(&code), "{member}: {codes:?}");
        assert_eq!(found.as_deref(), own, "{member}");
    }
}
