//! How many questions a decision asks of the provider of cryptography: one for each document, and
//! one for each signature of a path, however many documents share it.

use injang_core::{Ci, Policy, Revocation, Time, TrustAnchor};
use injang_response::{At, Exchange, Keys, Product, Provider, Request, Response};
use injang_tests::counted::Counted;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// What a vector gives.
struct Case {
    product: Product,
    request: Request,
    response: Response,
    receipt: Option<Response>,
    keys: Keys,
    ci: Ci,
    anchor: TrustAnchor,
    at: Time,
}

impl Case {
    /// A case of Kakao's among the vectors of responses.
    fn read(name: &str) -> Option<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/responses");
        let folder: PathBuf = folder.join(name);
        let Ok(text) = fs::read(folder.join("case.json")) else {
            eprintln!("SKIPPED: no vector tests/responses/{name}");
            return None;
        };
        let case: Value = serde_json::from_slice(&text).unwrap();
        let options = &case["options"];
        let word = |name: &str| options[name].as_str().unwrap();
        let file = |name: &str| fs::read(folder.join(name)).unwrap();
        let response = |text: &[u8]| Response::parse(Provider::Kakao, None, text).unwrap();
        let ca = file(options["trust"][0].as_str().unwrap());
        Some(Self {
            product: Product::from_name(Provider::Kakao, word("product")).unwrap(),
            request: Request::parse(Provider::Kakao, &file(word("request"))).unwrap(),
            response: response(&file(case["response"].as_str().unwrap())),
            receipt: options["receipt"].as_str().map(|it| response(&file(it))),
            keys: Keys::parse(&file(word("keys"))).unwrap(),
            ci: Ci::from_base64(&file(word("ci-file"))).unwrap(),
            anchor: TrustAnchor::from_certificate(&ca).unwrap(),
            at: Time::parse(word("at")).unwrap(),
        })
    }

    fn policy<'c>(&self, crypto: &'c Counted<'_>) -> Policy<'c> {
        Policy::new(crypto, [self.anchor.clone()], Revocation::NotChecked)
    }

    /// Decides, and says how many questions that took.
    fn asked(&self, crypto: &Counted<'_>, policy: &Policy<'_>) -> usize {
        let mut exchange = Exchange::new(Provider::Kakao, Ok(&self.response))
            .product(self.product)
            .request(&self.request)
            .keys(&self.keys)
            .ci(Ok(&self.ci));
        if let Some(receipt) = &self.receipt {
            exchange = exchange.receipt(receipt);
        }
        let before = crypto.asked();
        let decision = exchange.decide(policy, At::Time(self.at));
        assert!(decision.is_accepted(), "{:?}", decision.reasons);
        crypto.asked() - before
    }
}

/// The vectors' certificates are signed by the authority that is trusted.
const PATH: usize = 1;

#[test]
fn a_path_is_verified_once() {
    for (name, documents) in [
        ("kakao-single/text", 1),
        ("kakao-multi/documents-3", 3),
        ("kakao-multi/documents-20", 20),
        ("kakao-multi/documents-200", 200),
    ] {
        let Some(case) = Case::read(name) else {
            return;
        };
        assert_eq!(case.request.ids().len(), documents);
        let crypto = Counted::new(injang_crypto::default_backend());
        let policy = case.policy(&crypto);
        // A policy that does not remember is the same each time: what is remembered is remembered
        // within one answer.
        for _ in 0..2 {
            assert_eq!(case.asked(&crypto, &policy), documents + PATH, "{name}");
        }
        // One that does remembers what signs documents from one answer to the next, not documents.
        let policy = policy.cache(64);
        assert_eq!(case.asked(&crypto, &policy), documents + PATH, "{name}");
        for _ in 0..2 {
            assert_eq!(case.asked(&crypto, &policy), documents, "{name}");
        }
    }
}
