//! An answer with 200 documents, and the same documents one by one.

use injang_core::{
    Ci, Claim, Der, Limits, Policy, Report, Revocation, SignType, SignedDocument, TrustAnchor, Vid,
    armor,
};
use injang_response::{At, Decision, Exchange, Keys, Product, Provider, Request, Response};
use std::fs;

/// What a relying party holds of an exchange with Kakao.
pub struct Answer {
    product: &'static str,
    request: Vec<u8>,
    response: Vec<u8>,
    keys: Keys,
    ci: Ci,
    vid: Vid,
    documents: Vec<String>,
    anchor: TrustAnchor,
}

impl Answer {
    /// The case `kakao-multi/documents-200`.
    ///
    /// # Panics
    /// If it is not in the tree.
    pub fn of_200() -> Self {
        Self::of("kakao-multi/documents-200", "K3521")
    }

    /// The same documents, each asked for and answered by itself.
    ///
    /// # Panics
    /// If the case is not in the tree.
    pub fn each() -> Vec<Self> {
        let all = Self::of_200();
        let parse = |text: &[u8]| serde_json::from_slice::<serde_json::Value>(text).expect("JSON");
        let (asked, answered) = (parse(&all.request), parse(&all.response));
        let documents = asked["documents"].as_array().expect("documents");
        let signed = all.documents.iter();
        documents
            .iter()
            .zip(signed)
            .map(|(document, signed)| {
                let (mut request, mut response) = (asked.clone(), answered.clone());
                request["tx_id"] = document["document_tx_id"].clone();
                request["document"] = document["document"].clone();
                response["signed_document"] = signed.as_str().into();
                for (value, name) in [
                    (&mut request, "documents"),
                    (&mut response, "signed_documents"),
                ] {
                    value.as_object_mut().expect("object").remove(name);
                }
                Self {
                    product: "K3510",
                    request: request.to_string().into_bytes(),
                    response: response.to_string().into_bytes(),
                    documents: vec![signed.clone()],
                    ..Self::of_200()
                }
            })
            .collect()
    }

    fn of(name: &str, product: &'static str) -> Self {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/responses/");
        let read = |name: &str| fs::read(format!("{root}{name}")).expect("case");
        let folder = name;
        let case = |name: &str| read(&format!("{folder}/{name}"));
        let response = case("response.json");
        let value: serde_json::Value = serde_json::from_slice(&response).expect("JSON");
        let only = [value.clone()];
        let documents = value["signed_documents"].as_array();
        let documents = documents.map_or(&only[..], Vec::as_slice);
        let text = |document: &serde_json::Value| {
            let text = document["signed_document"].as_str();
            text.expect("signed document").to_owned()
        };
        Self {
            product,
            request: case("request.json"),
            documents: documents.iter().map(text).collect(),
            vid: Vid::parse(value["vid"].as_str().expect("VID")).expect("VID"),
            response,
            keys: Keys::parse(&case("keys.json")).expect("keys"),
            ci: Ci::from_base64(&case("ci.txt")).expect("CI"),
            anchor: TrustAnchor::from_certificate(&read("ca.der")).expect("anchor"),
        }
    }

    /// A policy that remembers the shared path.
    pub fn policy(&self) -> Policy<'static> {
        let crypto = injang_crypto::default_backend();
        Policy::new(crypto, [self.anchor.clone()], Revocation::NotChecked).cache(64)
    }

    /// Every document by itself, from its text to its report.
    ///
    /// # Panics
    /// If one does not pass.
    pub fn one_by_one(&self, policy: &Policy<'_>) -> Vec<Report> {
        let request = crate::request()
            .sign_type(SignType::Message)
            .claim(Claim::vid(&self.ci, &self.vid));
        let judge = |text: &String| {
            let decoded = armor::decode(text.as_bytes()).expect("armor");
            let der = Der::from_ber(&decoded.octets, Limits::default()).expect("BER");
            let document = SignedDocument::parse(&der).expect("SignedData");
            let report = document.audit(policy, &request);
            assert!(report.is_accepted());
            report
        };
        self.documents.iter().map(judge).collect()
    }

    /// The request and the answer, read.
    ///
    /// # Panics
    /// If they are none.
    pub fn read(&self) -> (Request, Response) {
        let product = Product::from_name(Provider::Kakao, self.product);
        let request = Request::parse(Provider::Kakao, &self.request).expect("request");
        let response = Response::parse(Provider::Kakao, product, &self.response);
        (request, response.expect("answer"))
    }

    /// The answer as a whole, from its JSON to the decision.
    ///
    /// # Panics
    /// If it is not accepted.
    pub fn decide(&self, policy: &Policy<'_>) -> Decision {
        let (request, response) = self.read();
        let decision = Exchange::new(Provider::Kakao, Ok(&response))
            .request(&request)
            .keys(&self.keys)
            .ci(Ok(&self.ci))
            .decide(policy, At::Time(crate::time()));
        assert!(decision.is_accepted());
        decision
    }
}
