//! Toss's own samples, each inside of an answer to a request that is made here.
//!
//! They are third-party data and not in the repository; see `injang_tests::corpora`.

use aes_gcm::aead::AeadInOut as _;
use aes_gcm::{Aes256Gcm, KeyInit as _, Nonce};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use injang_core::armor::decode;
use injang_core::{Ci, Der, Limits, Policy, Revocation, SignedDocument, Time, TrustAnchor};
use injang_response::{
    At, Decision, DecisionVerdict, Exchange, Field, Keys, Match, Person, Provider, Request,
    Response,
};
use injang_tests::corpora;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const ID: &str = "60940525-9a59-47db-b0eb-4f029b9faf1e";

/// Each sample with a time at which its certificate is valid.
const SAMPLES: [(&str, &str); 3] = [
    ("toss_signdoc_seed.b64", "2022-05-01T00:00:00Z"),
    ("toss_identity_signature.b64", "2022-05-01T00:00:00Z"),
    ("toss_sdk_test.b64", "2026-03-02T09:00:00Z"),
];

/// A made-up CI.
fn ci(octet: u8) -> Ci {
    Ci::from_base64(BASE64.encode([octet; 64]).as_bytes()).unwrap()
}

/// A row of Toss's test data.
#[derive(Clone)]
struct Row {
    id: String,
    key: String,
    iv: String,
    plain: String,
    encrypted: String,
}

impl Row {
    fn all(folder: &Path) -> Vec<Self> {
        let text = fs::read_to_string(folder.join("toss/toss_aes_test_data.txt")).unwrap();
        let row = |line: &str| {
            let mut parts = line.splitn(4, ',').map(str::to_owned);
            let mut part = || parts.next().unwrap();
            let (id, key, iv) = (part(), part(), part());
            let rest = part();
            let (plain, encrypted) = rest.rsplit_once(',').unwrap();
            Self {
                id,
                key,
                iv,
                plain: plain.to_owned(),
                encrypted: encrypted.to_owned(),
            }
        };
        text.lines().map(row).collect()
    }

    /// The keys as a relying party keeps them.
    fn keys(&self) -> Keys {
        let (id, key, iv) = (&self.id, &self.key, &self.iv);
        let session = format!("v1${id}$AES_GCM${key}${iv}");
        Keys::parse(json!({ "toss": [session] }).to_string().as_bytes()).unwrap()
    }

    /// A field under this session, as Toss writes one.
    fn seal(&self, plain: &[u8]) -> String {
        let key = BASE64.decode(&self.key).unwrap();
        let iv = BASE64.decode(&self.iv).unwrap();
        let mut octets = plain.to_vec();
        let tag = Aes256Gcm::new_from_slice(&key)
            .unwrap()
            .encrypt_inout_detached(
                &Nonce::try_from(iv.as_slice()).unwrap(),
                &key,
                octets.as_mut_slice().into(),
            )
            .unwrap();
        octets.extend_from_slice(&tag);
        format!("v1${}${}", self.id, BASE64.encode(octets))
    }

    fn seal_ci(&self, octet: u8) -> String {
        self.seal(BASE64.encode(ci(octet).expose()).as_bytes())
    }
}

/// A sample with what it signs, the authority above it, and a row of the test data.
struct Sample {
    signed: String,
    doc: String,
    at: Time,
    /// The signing time, a signed attribute.
    signed_at: String,
    anchor: TrustAnchor,
    row: Row,
}

impl Sample {
    fn read(folder: &Path, (file, at): (&str, &str), row: &Row) -> Self {
        let signed = fs::read_to_string(folder.join("toss").join(file)).unwrap();
        let signed = signed.trim().to_owned();
        let octets = decode(signed.as_bytes()).unwrap().octets;
        let der = Der::from_ber(&octets, Limits::default()).unwrap();
        let document = SignedDocument::parse(&der).unwrap();
        let content = document.untrusted_content().unwrap().to_vec();
        let signed_at = signing_time(&document);
        let ca = fs::read(folder.join("ca/vpcg_toss_Toss_CA1_02.der")).unwrap();
        Self {
            signed,
            doc: String::from_utf8(content).unwrap(),
            at: Time::parse(at).unwrap(),
            signed_at,
            anchor: TrustAnchor::from_certificate(&ca).unwrap(),
            row: row.clone(),
        }
    }

    fn request(doc: &str) -> Request {
        let text = json!({
            "requestType": "USER_CI", "triggerType": "PUSH", "doc": doc, "docType": "TEXT",
            "docEncrypted": false, "signatureType": "PKCS7",
        });
        Request::parse(Provider::Toss, text.to_string().as_bytes()).unwrap()
    }

    /// An answer to a transaction that began and ended with the signature.
    fn answer(&self, doc: &str, person: &Value) -> Response {
        self.answer_of(doc, person, [&self.signed_at; 2])
    }

    /// An answer to a transaction that was requested and completed at these times.
    fn answer_of(&self, doc: &str, person: &Value, [from, until]: [&str; 2]) -> Response {
        response(&json!({
            "resultType": "SUCCESS",
            "success": {
                "txId": ID, "status": "COMPLETED", "doc": doc, "signedDoc": self.signed,
                "signatureType": "PKCS7", "docEncrypted": false, "personalData": person,
                "requestedDt": from, "completedDt": until,
            },
        }))
    }

    /// The decision over an answer, against a CI that is held and what else the caller says.
    fn decide(
        &self,
        doc: &str,
        answer: &Response,
        is_trusted: bool,
        person: Option<&Person>,
    ) -> Decision {
        let anchors = is_trusted.then(|| self.anchor.clone());
        let crypto = injang_crypto::default_backend();
        let policy = Policy::new(crypto, anchors, Revocation::NotChecked);
        let (request, keys, held) = (Self::request(doc), self.row.keys(), ci(0x5a));
        let receipt = response(&json!({
            "resultType": "SUCCESS", "success": { "txId": ID, "appScheme": null, "requestedDt": self.signed_at },
        }));
        let mut exchange = Exchange::new(Provider::Toss, Ok(answer))
            .request(&request)
            .receipt(&receipt)
            .keys(&keys)
            .ci(Ok(&held));
        if let Some(person) = person {
            exchange = exchange.person(person);
        }
        exchange.decide(&policy, At::Time(self.at))
    }
}

fn response(value: &Value) -> Response {
    Response::parse(Provider::Toss, None, value.to_string().as_bytes()).unwrap()
}

/// When the signer of a document says that they signed.
fn signing_time(document: &SignedDocument<'_>) -> String {
    let crypto = injang_crypto::default_backend();
    let request = injang_core::Request::at(Time::from_unix(0).unwrap());
    let policy = Policy::new(crypto, [], Revocation::NotChecked);
    let report = document.audit(&policy, &request);
    report.signers[0].claimed_signing_time.unwrap().to_string()
}

fn codes(decision: &Decision) -> Vec<&'static str> {
    decision.reasons.iter().map(|it| it.code.name()).collect()
}

#[test]
fn samples_in_answers() {
    let Some(folder) = corpora::folder("providers") else {
        return;
    };
    let rows = Row::all(&folder);
    for (sample, row) in SAMPLES.into_iter().zip(&rows) {
        let file = sample.0;
        let sample = Sample::read(&folder, sample, row);
        let (doc, longer) = (sample.doc.clone(), format!("{}.", sample.doc));
        // The doc of the request and of the answer, the CI that comes, whether the authority is
        // trusted; the verdict, and its reasons.
        let table = [
            (&doc, &doc, 0x5a, true, DecisionVerdict::Accepted, &[][..]),
            (
                &longer,
                &longer,
                0x5a,
                true,
                DecisionVerdict::Rejected,
                &["content-differs"],
            ),
            (
                &longer,
                &doc,
                0x5a,
                true,
                DecisionVerdict::Rejected,
                &["content-differs", "doc-differs"],
            ),
            (
                &doc,
                &longer,
                0x5a,
                true,
                DecisionVerdict::Rejected,
                &["doc-differs"],
            ),
            (
                &doc,
                &doc,
                0x5b,
                true,
                DecisionVerdict::Rejected,
                &["ci-differs"],
            ),
            (
                &doc,
                &doc,
                0x5a,
                false,
                DecisionVerdict::Undetermined,
                &["document-undetermined"],
            ),
        ];
        for (asked, answered, octet, is_trusted, verdict, reasons) in table {
            let person = json!({ "ci": row.seal_ci(octet) });
            let answer = sample.answer(answered, &person);
            let decision = sample.decide(asked, &answer, is_trusted, None);
            assert_eq!(codes(&decision), reasons, "{file}");
            assert_eq!(decision.verdict, verdict, "{file}");
            let is_held = decision.identity.ci == Match::Matched;
            assert_eq!(is_held, octet == 0x5a, "{file}");
        }
    }
}

/// The guide's sample is of April 22, 2022, and the times that the guide shows beside it are of March
/// 13: whoever verifies it has to waive that.
#[test]
fn the_guides_own_times() {
    let Some(folder) = corpora::folder("providers") else {
        return;
    };
    let row = &Row::all(&folder)[0];
    let sample = Sample::read(&folder, SAMPLES[0], row);
    assert_eq!(sample.signed_at, "2022-04-22T08:14:49Z");
    let times = ["2022-03-13T18:00:26+09:00", "2022-03-13T18:01:53+09:00"];
    let person = json!({ "ci": row.seal_ci(0x5a) });
    let answer = sample.answer_of(&sample.doc, &person, times);
    let decision = sample.decide(&sample.doc, &answer, true, None);
    assert_eq!(codes(&decision), ["signing-time-outside-transaction"]);
    assert_eq!(decision.verdict, DecisionVerdict::Undetermined);
}

#[test]
fn names_of_every_row() {
    let Some(folder) = corpora::folder("providers") else {
        return;
    };
    let rows = Row::all(&folder);
    assert_eq!(rows.len(), 100);
    for row in &rows {
        let sample = Sample::read(&folder, SAMPLES[0], row);
        let person = json!({ "ci": row.seal_ci(0x5a), "name": row.encrypted });
        let answer = sample.answer(&sample.doc, &person);
        for (name, verdict, outcome, reasons) in [
            (
                row.plain.clone(),
                DecisionVerdict::Accepted,
                Match::Matched,
                &[][..],
            ),
            (
                format!("{}a", row.plain),
                DecisionVerdict::Rejected,
                Match::Mismatched,
                &["name-differs"],
            ),
        ] {
            let held = json!({ "name": name }).to_string();
            let held = Person::parse(held.as_bytes()).unwrap();
            let decision = sample.decide(&sample.doc, &answer, true, Some(&held));
            assert_eq!(codes(&decision), reasons, "{}", row.id);
            assert_eq!(decision.verdict, verdict, "{}", row.id);
            assert_eq!(
                decision.identity.person,
                [(Field::Name, outcome)],
                "{}",
                row.id
            );
        }
    }
}
