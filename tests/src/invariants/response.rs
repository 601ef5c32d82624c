//! Exchanges with providers in one input: an octet for the provider, then the files. Each file comes
//! after the octet 1E (record separator) and an octet that says which file it is.

use super::setting::AT;
use injang_core::{Der, Limits, Policy, Revocation, SignedDocument, Time, TrustAnchor, armor};
use injang_response::{
    At, CiList, ContentMap, Decision, DecisionCode, DecisionVerdict, Effect, Exchange, Keys,
    Person, Pointer, Product, Provider, Request, Response, SessionPaths, ShortSignatures, TimeForm,
};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::OnceLock;

const SEPARATOR: u8 = 0x1e;

/// The authorities of the cases, read once.
fn anchors() -> &'static [TrustAnchor] {
    static ANCHORS: OnceLock<Vec<TrustAnchor>> = OnceLock::new();
    ANCHORS.get_or_init(|| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/responses/");
        ["ca.der", "toss-ca.der"]
            .iter()
            .filter_map(|name| std::fs::read(format!("{folder}{name}")).ok())
            .filter_map(|octets| TrustAnchor::from_certificate(&octets).ok())
            .collect()
    })
}

/// The texts of an input, by what they are; of several of a kind the first.
fn texts(input: &[u8]) -> BTreeMap<u8, &[u8]> {
    let mut texts = BTreeMap::new();
    for text in input.split(|octet| *octet == SEPARATOR) {
        if let Some((kind, text)) = text.split_first() {
            texts.entry(*kind).or_insert(text);
        }
    }
    texts
}

/// Reading never panics; a decision is the same twice and follows from its reasons; what is accepted
/// without a waiver is, by another reading of the JSON, what was asked.
///
/// # Panics
/// When one of these does not hold.
pub fn response(input: &[u8]) {
    let Some((first, rest)) = input.split_first() else {
        return;
    };
    let products: Vec<Product> = Product::all().collect();
    let product = products[usize::from(*first) % products.len()];
    let provider = product.provider();
    let texts = texts(rest);
    let text = |kind: u8| texts.get(&kind).copied();
    let answer = |kind| text(kind).map(|text| Response::parse(provider, Some(product), text));
    let Some(response) = answer(b'R') else {
        return;
    };
    let request = text(b'Q').and_then(|text| Request::parse(provider, text).ok());
    let others = [b'T', b'S', b'I', b'P'].map(|kind| answer(kind).and_then(Result::ok));
    let [receipt, status, identify, prepare] = &others;
    let keys = text(b'K').and_then(|text| Keys::parse(text).ok());
    let person = text(b'H').and_then(|text| Person::parse(text).ok());
    let people = text(b'L')
        .zip(keys.as_ref())
        .and_then(|(text, keys)| CiList::parse(text, keys).ok());
    let ci = text(b'C').map(injang_core::Ci::from_base64);
    let map = text(b'M').and_then(|text| ContentMap::parse(text).ok());
    let short = text(b'O').and_then(|text| ShortSignatures::parse(text).ok());
    let pointer = |path| Pointer::parse(path).expect("a pointer");
    let paths = SessionPaths {
        key: pointer("/data/publicKey"),
        from: pointer("/data/validFrom"),
        until: pointer("/data/validUntil"),
        times: TimeForm::Rfc3339,
    };
    let mut exchange = Exchange::new(provider, response.as_ref()).product(product);
    if let Some(request) = &request {
        exchange = exchange.request(request);
    }
    if let Some(receipt) = receipt {
        exchange = exchange.receipt(receipt);
    }
    if let Some(status) = status {
        exchange = exchange.status(status);
    }
    if let Some(identify) = identify {
        exchange = exchange.identify(identify);
    }
    if let Some(prepare) = prepare {
        exchange = exchange.prepare(prepare);
    }
    if let Some(keys) = &keys {
        exchange = exchange.keys(keys);
    }
    if let Some(person) = &person {
        exchange = exchange.person(person);
    }
    if let Some(people) = &people {
        exchange = exchange.ci_list(people);
    }
    if let Some(ci) = &ci {
        exchange = exchange.ci(ci.as_ref().map_err(|rule| *rule));
    }
    if let Some(map) = &map {
        exchange = exchange.content_map(map);
    }
    if let Some(short) = &short {
        exchange = exchange.short_signatures(short, Some(&paths));
    }
    let crypto = injang_crypto::default_backend();
    let at = At::Time(Time::parse(AT).expect("time"));
    let policy = Policy::new(crypto, anchors().to_vec(), Revocation::NotChecked);
    let decision = exchange.decide(&policy, at);
    assert_eq!(decision, exchange.decide(&policy, at), "decided otherwise");
    coherent(&decision);
    let waived = exchange
        .clone()
        .waive(injang_response::Waiver::ALL)
        .decide(&policy, at);
    coherent(&waived);
    let is_undone = waived.is_accepted() && decision.verdict == DecisionVerdict::Rejected;
    assert!(!is_undone, "a waiver did away with a difference");
    let asked = text(b'Q').and_then(|text| serde_json::from_slice::<Value>(text).ok());
    if let (true, Some(asked), Ok(response)) = (decision.is_accepted(), &asked, &response) {
        signed_what_was_asked(&decision, asked, response);
    }
}

/// Verdict, reasons and documents agree.
fn coherent(decision: &Decision) {
    let worst = decision.reasons.iter().map(|it| it.effect).max();
    let verdict = match worst {
        Some(Effect::Rejects) => DecisionVerdict::Rejected,
        Some(Effect::LeavesUndetermined) => DecisionVerdict::Undetermined,
        _ => DecisionVerdict::Accepted,
    };
    assert_eq!(decision.verdict, verdict);
    for remark in decision.reasons.iter().chain(&decision.notes) {
        let is_waived = remark.effect == Effect::Waived;
        assert!(
            remark.effect == remark.code.effect() || is_waived && remark.code.waiver().is_some()
        );
    }
    if verdict == DecisionVerdict::Accepted {
        let is_absent = decision
            .reasons
            .iter()
            .any(|it| it.code == DecisionCode::SignatureAbsent);
        assert_eq!(
            decision.documents.is_empty(),
            is_absent,
            "accepted without a signature"
        );
        for document in &decision.documents {
            assert_eq!(document.report.verdict, injang_core::Verdict::TotalPassed);
            assert!(document.report.identity.is_settled());
        }
    }
}

/// Another reading: Kakao's data and Toss's doc in the clear.
fn signed_what_was_asked(decision: &Decision, asked: &Value, response: &Response) {
    for (place, document) in decision.documents.iter().enumerate() {
        let text = response.document(document.index).expect("text");
        let decoded = armor::decode(text.as_bytes()).expect("armor");
        let der = Der::from_ber(&decoded.octets, Limits::default()).expect("DER");
        let signed = SignedDocument::parse(&der).expect("document");
        let (Some(content), None) = (signed.untrusted_content(), document.digest) else {
            continue;
        };
        let is_plain = |name: &str| asked[name].as_bool() != Some(true);
        match decision.provider {
            Provider::Toss if is_plain("docEncrypted") && asked["docEncrypted"] != "true" => {
                assert_eq!(asked["doc"].as_str().map(str::as_bytes), Some(content));
            }
            Provider::Kakao if is_plain("document_encrypted") => {
                let documents = asked["documents"].as_array();
                let outer = match documents {
                    Some(documents) => &documents[place]["document"],
                    None => &asked["document"],
                };
                let Some(outer) = outer.as_str() else {
                    continue;
                };
                let outer: Value = serde_json::from_str(outer).expect("asked in JSON");
                let inner: Value = serde_json::from_slice(content).expect("signed in JSON");
                assert_eq!(outer["data"], inner["data"]);
                assert_eq!(outer["txId"], inner["txId"]);
            }
            _ => {}
        }
    }
}
