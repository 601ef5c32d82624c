//! Nothing about a person, no key and no content stands in `Debug`, in an error or in a decision,
//! wherever it was written.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ctr::cipher::{KeyIvInit as _, StreamCipher as _};
use injang_core::report::Lang;
use injang_core::{
    Certificate, CertificateChoice, Ci, ContentStream, Der, DigestAlgorithm, Limits, Policy,
    Revocation, SignType, SignedDocument, Time, TrustAnchor,
};
use injang_response::{
    At, CbcKey, CiList, CipherError, ContentMap, CtrKey, Decision, DecisionCode, Exchange,
    FormatError, Keys, Person, Pointer, Product, Provider, Request, Response, Secret, SessionPaths,
    ShortSignatures, TimeForm, TossSession, TossSessions, Waiver,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Debug;

/// Characters of a text that must not be shown, if it has more.
const PIECE: usize = 12;

const CI: &str =
    "Qr5Vd9Kz1mWpT3xYcLb8HsNf0aJgEu2Ro6iZtXvB7qkMwDnCy4PeShGlFjUAIOqr5Vd9Kz1mWpT3xYcLb8HsNQ==";
const NAME: &str = "남궁 가나다라";
const PHONE: &str = "010-9753-8642";
const BIRTHDAY: &str = "19870623";
const TEXT: &str = "시험 계약서: the party of the first part pays 7,130,000 won";
const KEY: &str = "wqc9wvA3HVzbooanWKngabJH6gaWpscP0AV+ozNh9tE=";
const IV: &str = "8eW0Y+mzoJJZP/H2ipFRWQ==";
const SHORT_IV: &str = "XvA/fJkStWbxQcQw";
const SESSION: &str =
    "v1$b94ea687-0a72-43f8-be24-7be5029fa998$AES_GCM$KxHeNnbiR5Eh5d/9KJCN6jUW5Md9nkk8jU6WbkmR7Es=$";

/// What is written everywhere, and must stand nowhere.
const PLANTED: [&str; 10] = [
    CI,
    NAME,
    PHONE,
    "01097538642",
    BIRTHDAY,
    TEXT,
    KEY,
    IV,
    SHORT_IV,
    SESSION,
];

/// Those that look like identifiers.
const LIKE_IDENTIFIERS: [&str; 3] = [PHONE, "01097538642", BIRTHDAY];

/// A text, and every piece of it that is as long as one must be to be recognised.
fn pieces(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let length = PIECE.min(chars.len());
    chars
        .windows(length)
        .map(|it| it.iter().collect())
        .collect()
}

/// What was said, held against what must not be.
#[derive(Default)]
struct Said {
    texts: BTreeSet<(String, String)>,
}

impl Said {
    fn text(&mut self, place: &str, text: impl Into<String>) {
        self.texts.insert((place.to_owned(), text.into()));
    }

    fn debug(&mut self, place: &str, value: &impl Debug) {
        self.text(place, format!("{value:?} {value:#?}"));
    }

    fn form<T: Debug>(&mut self, place: &str, result: Result<T, FormatError>) -> Option<T> {
        self.debug(place, &result);
        if let Err(error) = &result {
            self.text(place, error.to_string());
            self.text(place, error.pointer().unwrap_or_default());
            for lang in [Lang::En, Lang::Ko] {
                self.text(place, error.sentence(lang));
            }
        }
        result.ok()
    }

    fn cipher<T: Debug>(&mut self, place: &str, result: &Result<T, CipherError>) {
        self.debug(place, result);
        if let Err(error) = result {
            self.text(place, error.to_string());
        }
    }

    fn decision(&mut self, place: &str, decision: &Decision) {
        self.debug(place, decision);
        for finding in decision.reasons.iter().chain(&decision.notes) {
            for lang in [Lang::En, Lang::Ko] {
                self.text(place, finding.sentence(lang));
            }
            self.text(place, finding.document.clone().unwrap_or_default());
        }
    }

    #[track_caller]
    fn assert_silent<'p>(&self, planted: impl IntoIterator<Item = &'p str>) {
        let mut found = Vec::new();
        for piece in planted.into_iter().flat_map(pieces) {
            for (place, text) in self.texts.iter().filter(|(_, text)| text.contains(&piece)) {
                found.push(format!("{place}: {piece:?} in {text:.300}"));
            }
        }
        assert!(
            found.is_empty(),
            "{} leaks, {:#?}",
            found.len(),
            &found[..found.len().min(8)]
        );
    }
}

fn policy() -> Policy<'static> {
    let crypto = injang_crypto::default_backend();
    Policy::new(crypto, [], Revocation::NotChecked)
}

fn at() -> At {
    At::Time(Time::parse("2026-03-02T09:00:00Z").unwrap())
}

fn octets(value: &Value) -> Vec<u8> {
    value.to_string().into_bytes()
}

/// An object with one member that has no constant name.
fn keyed(key: &str, value: impl Into<Value>) -> Value {
    Value::Object([(key.to_owned(), value.into())].into_iter().collect())
}

/// Requests with a value in a wrong place.
fn requests(p: &str) -> Vec<(Provider, String, Value)> {
    let wrapper = |id: &str, data: &str| json!({ "txId": id, "data": data }).to_string();
    let good = wrapper("a1", "b");
    let kakao = |member: &str| {
        let mut value = json!({ "tx_id": "a1", "document": good });
        value[member] = p.into();
        (Provider::Kakao, format!("kakao request {member}"), value)
    };
    let toss = |member: &str| {
        let mut value = json!({ "doc": "text" });
        value[member] = p.into();
        (Provider::Toss, format!("toss request {member}"), value)
    };
    let barocert = |member: &str| {
        let mut value = json!({});
        value[member] = p.into();
        (
            Provider::Barocert,
            format!("barocert request {member}"),
            value,
        )
    };
    let mut all = Vec::new();
    for member in [
        p,
        "hash_type",
        "document_type",
        "sign_type",
        "document_encrypted",
        "document",
        "documents",
        "expires_in",
        "data",
        "state",
        "return_url",
        "identify_items",
    ] {
        all.push(kakao(member));
    }
    for member in [
        p,
        "signatureType",
        "docType",
        "docEncrypted",
        "doc",
        "userName",
        "userCi",
        "sessionKey",
        "userPhone",
        "userBirthday",
    ] {
        all.push(toss(member));
    }
    for member in [
        p,
        "token",
        "tokens",
        "tokenType",
        "receiverName",
        "receiverHP",
        "signTitle",
    ] {
        all.push(barocert(member));
    }
    let multi = |inner: Value| json!({ "tx_id": "a1", "documents": [inner] });
    for (name, value) in [
        (
            "inner key",
            json!({ "tx_id": "a1", "document": keyed(p, "b").to_string() }),
        ),
        (
            "inner txId",
            json!({ "tx_id": "a1", "document": wrapper(p, "b") }),
        ),
        (
            "inner data",
            json!({ "tx_id": "a1", "document": wrapper("a1", p) }),
        ),
        ("key of a document", multi(keyed(p, "b"))),
        (
            "document of many",
            multi(json!({ "document_tx_id": "b1", "document": p })),
        ),
        (
            "deep key",
            multi(json!({ "document_tx_id": "b1", "document": good, p: { p: p } })),
        ),
        (
            "digest",
            json!({ "tx_id": "a1", "document_type": "PLAIN_HASH", "document": p }),
        ),
    ] {
        all.push((Provider::Kakao, format!("kakao request {name}"), value));
    }
    let tokens = json!({ "tokens": [{ "token": p, "tokenType": p, p: p }] });
    all.push((Provider::Barocert, "barocert request tokens".into(), tokens));
    all
}

/// Answers with a value in a wrong place.
fn answers(p: &str) -> Vec<(Provider, String, Value)> {
    let mut all = Vec::new();
    let mut add = |provider: Provider, member: &str, base: Value, path: &str| {
        let mut value = base;
        let target = value.pointer_mut(path).unwrap();
        target[member] = p.into();
        all.push((
            provider,
            format!("{} answer {path}/{member}", provider.name()),
            value,
        ));
    };
    let kakao = json!({ "status": "COMPLETED", "result": "Y", "signed_document": "AAAA" });
    for member in [
        p,
        "status",
        "result",
        "signed_document",
        "signed_documents",
        "message",
        "msg",
        "data",
        "state",
        "ci",
        "vid",
        "name",
        "phone_no",
        "birthday",
        "gender",
        "document_tx_ids",
        "scheme",
        "created_at",
        "type",
    ] {
        add(Provider::Kakao, member, kakao.clone(), "");
    }
    let many = json!({ "status": "COMPLETED", "result": "Y",
        "signed_documents": [{ "document_tx_id": "a1", "signed_document": "AAAA" }] });
    for member in [p, "signed_document"] {
        add(Provider::Kakao, member, many.clone(), "/signed_documents/0");
    }
    let barocert = json!({ "receiptID": "a1", "state": 1, "signedData": "AAAA" });
    for member in [
        p,
        "state",
        "signedData",
        "multiSignedData",
        "ci",
        "receiverName",
        "receiverYear",
        "receiverDay",
        "receiverHP",
        "receiverGender",
        "message",
        "clientCode",
    ] {
        add(Provider::Barocert, member, barocert.clone(), "");
    }
    let toss = json!({ "resultType": "SUCCESS", "error": {},
        "success": { "txId": "a1", "status": "COMPLETED", "signedDoc": "AAAA",
            "personalData": { "ci": "AAAA" } } });
    for member in [p, "resultType"] {
        add(Provider::Toss, member, toss.clone(), "");
    }
    for member in [p, "errorType", "reason", "data", "title"] {
        add(Provider::Toss, member, toss.clone(), "/error");
    }
    for member in [
        p,
        "status",
        "signedDoc",
        "doc",
        "docEncrypted",
        "signatureType",
        "personalData",
        "randomValue",
        "userCiToken",
    ] {
        add(Provider::Toss, member, toss.clone(), "/success");
    }
    for member in [
        p,
        "ci",
        "name",
        "birthday",
        "gender",
        "di",
        "phone",
        "nationality",
    ] {
        add(
            Provider::Toss,
            member,
            toss.clone(),
            "/success/personalData",
        );
    }
    all
}

/// Answers with a value in the place of an identifier or of an error code.
fn identified(p: &str) -> Vec<(Provider, String, Value)> {
    let kakao = json!({ "status": "COMPLETED", "result": "Y" });
    let with = |member: &str| {
        let mut value = kakao.clone();
        value[member] = p.into();
        value
    };
    let mut all: Vec<(Provider, String, Value)> = ["tx_id", "error_code", "errcode", "code"]
        .map(|member| {
            (
                Provider::Kakao,
                format!("kakao answer {member}"),
                with(member),
            )
        })
        .into();
    let documents = json!({ "status": "COMPLETED", "result": "Y",
        "signed_documents": [{ "document_tx_id": p, "signed_document": "AAAA" }] });
    all.push((
        Provider::Kakao,
        "kakao answer document_tx_id".into(),
        documents,
    ));
    for member in ["receiptID", "txID", "code", "Code"] {
        let mut value = json!({ "state": 1, "signedData": "AAAA" });
        value[member] = p.into();
        all.push((
            Provider::Barocert,
            format!("barocert answer {member}"),
            value,
        ));
    }
    let toss = json!({ "resultType": "SUCCESS",
        "success": { "txId": p, "status": "COMPLETED", "signedDoc": "AAAA" } });
    all.push((Provider::Toss, "toss answer txId".into(), toss));
    let error = json!({ "resultType": "FAIL", "error": { "errorCode": p } });
    all.push((Provider::Toss, "toss answer errorCode".into(), error));
    all
}

/// Says what is said about an answer: to no request, to one that fits, and as every other kind of
/// answer beside one.
fn say_answer(said: &mut Said, provider: Provider, place: &str, value: &Value) {
    let text = octets(value);
    let read = Response::parse(provider, None, &text);
    let request = match provider {
        Provider::Kakao => json!({ "tx_id": "a1",
            "document": json!({ "txId": "a1", "data": "b" }).to_string() }),
        Provider::Barocert => json!({ "token": "b" }),
        _ => json!({ "doc": "b" }),
    };
    let request = Request::parse(provider, &octets(&request)).unwrap();
    let keys = keys();
    for product in Product::all().filter(|it| it.provider() == provider) {
        let exchange = Exchange::new(provider, read.as_ref())
            .product(product)
            .keys(&keys);
        said.debug(place, &exchange);
        said.decision(place, &exchange.decide(&policy(), at()));
        let exchange = exchange.request(&request).waive(Waiver::ALL);
        said.decision(place, &exchange.decide(&policy(), at()));
    }
    let Some(read) = said.form(place, read) else {
        return;
    };
    let other = Response::parse(provider, None, &octets(&json!({ "status": "COMPLETED" })));
    let exchange = Exchange::new(provider, other.as_ref())
        .request(&request)
        .receipt(&read)
        .status(&read)
        .identify(&read)
        .prepare(&read);
    said.debug(place, &exchange);
    said.decision(place, &exchange.decide(&policy(), at()));
}

fn keys() -> Keys {
    let session = format!("{SESSION}{SHORT_IV}");
    let text = json!({
        "kakao": { "key": KEY, "iv": IV }, "naver": { "key": IV, "iv": IV },
        "toss": [session], "pseudonym": KEY,
    });
    Keys::parse(&octets(&text)).unwrap()
}

#[test]
fn what_is_asked() {
    let mut said = Said::default();
    for planted in PLANTED {
        for (provider, place, value) in requests(planted) {
            let read = Request::parse(provider, &octets(&value));
            let Some(request) = said.form(&place, read) else {
                continue;
            };
            let answer = Response::parse(provider, None, b"{\"status\":\"COMPLETED\"}");
            let exchange = Exchange::new(provider, answer.as_ref()).request(&request);
            said.debug(&place, &exchange);
            said.decision(&place, &exchange.decide(&policy(), at()));
        }
    }
    assert!(said.texts.len() > 500, "{}", said.texts.len());
    said.assert_silent(PLANTED);
}

#[test]
fn what_is_answered() {
    let mut said = Said::default();
    for planted in PLANTED {
        for (provider, place, value) in answers(planted) {
            say_answer(&mut said, provider, &place, &value);
        }
    }
    assert!(said.texts.len() > 5000, "{}", said.texts.len());
    said.assert_silent(PLANTED);
}

/// What can't be an identifier or an error code is not shown as one.
#[test]
fn what_is_no_identifier() {
    let mut said = Said::default();
    let others = || {
        PLANTED
            .into_iter()
            .filter(|it| !LIKE_IDENTIFIERS.contains(it))
    };
    for planted in others() {
        for (provider, place, value) in identified(planted) {
            say_answer(&mut said, provider, &place, &value);
        }
        for value in [
            json!({ "tx_id": planted }),
            json!({ "tx_id": "a", "documents": [{ "document_tx_id": planted, "document": "" }] }),
        ] {
            let read = Request::parse(Provider::Kakao, &octets(&value));
            said.form("request", read);
        }
    }
    said.assert_silent(others());
}

/// The number of a person is nobody's identifier and no error code.
#[test]
fn numbers_of_persons_as_error_codes() {
    let mut said = Said::default();
    let is_code = |place: &str| place.to_ascii_lowercase().ends_with("code");
    for planted in [PHONE, "01097538642", BIRTHDAY, "1987-06-23"] {
        for (provider, place, value) in identified(planted) {
            if is_code(&place) {
                say_answer(&mut said, provider, &place, &value);
            }
        }
    }
    said.assert_silent([PHONE, "01097538642", BIRTHDAY, "1987-06-23"]);
}

/// A secret in the place of its name, in files of one's own. What providers call their members is
/// shown, if it looks as if a programmer had written it.
#[test]
fn secrets_as_keys() {
    let planted = ["HongGildongMade", "jbZIV4aBzrydN0IP"];
    let mut said = Said::default();
    for p in planted {
        said.form("keys", Keys::parse(&octets(&keyed(p, "a"))));
        said.form("person", Person::parse(&octets(&keyed(p, "a"))));
    }
    said.assert_silent(planted);
}

#[test]
fn what_is_held() {
    let mut said = Said::default();
    let empty = Keys::default();
    said.debug("keys", &keys());
    for p in PLANTED {
        for value in [
            keyed(p, "a"),
            json!({ p: { "key": KEY, "iv": IV } }),
            json!({ "kakao": p }),
            json!({ "kakao": { "key": p, "iv": p } }),
            json!({ "kakao": { "key": KEY, "iv": IV, p: p } }),
            json!({ "naver": { "key": KEY, "iv": p } }),
            json!({ "toss": p }),
            json!({ "toss": [p] }),
            json!({ "toss": [p, p] }),
            json!({ "toss": [{ "id": p, "algorithm": p, "key": p, "iv": p }] }),
            json!({ "toss": [{ "version": p, "id": p, "algorithm": p, "key": p, "iv": p, p: p }] }),
            json!({ "pseudonym": p }),
        ] {
            said.form("keys", Keys::parse(&octets(&value)));
            said.form("person", Person::parse(&octets(&value)));
            said.form("short signatures", ShortSignatures::parse(&octets(&value)));
        }
        for member in ["name", "phone_no", "birthday", "gender", "di", "email", p] {
            said.form("person", Person::parse(&octets(&keyed(member, p))));
            said.form("person", Person::parse(&octets(&keyed(member, json!([p])))));
        }
        for lines in [p.to_owned(), format!("{CI}\n{p}"), format!("{p}\n{p}\n")] {
            said.form("people", CiList::parse(lines.as_bytes(), &keys()));
            said.form("people", CiList::parse(lines.as_bytes(), &empty));
        }
        for value in [
            json!({ "signatures": [{ p: p }] }),
            json!({ "signatures": [{ "id": "a", "data": p, "at": p, "signature": p }] }),
            json!({ "signatures": [{ "id": "a", "data_base64": p, "at": p, "signature": p }] }),
            json!({ "signatures": [
                { "id": "a", "data": p, "at": "2026-03-02T09:00:00Z", "signature": p }] }),
        ] {
            said.form("short signatures", ShortSignatures::parse(&octets(&value)));
        }
        // Cut off, escaped, twice there, or no JSON at all.
        for text in [
            p.to_owned(),
            format!("\"{p}"),
            format!("{{\"{p}\":"),
            format!("{{\"{p}\":1,\"{p}\":2}}"),
            format!("{{\"name\":\"\\u0041{p}\"}}"),
            format!("{{\"name\":{p}}}"),
        ] {
            said.form("keys", Keys::parse(text.as_bytes()));
            said.form("person", Person::parse(text.as_bytes()));
            said.form("map", ContentMap::parse(text.as_bytes()));
            for provider in Provider::ALL {
                said.form("request", Request::parse(provider, text.as_bytes()));
                said.form("answer", Response::parse(provider, None, text.as_bytes()));
            }
        }
    }
    said.assert_silent(PLANTED);
}

#[test]
fn ciphers() {
    let mut said = Said::default();
    let session = format!("{SESSION}{SHORT_IV}");
    for p in PLANTED {
        said.debug("secret", &Secret::from_octets(p.as_bytes().to_vec()));
        for (key, iv) in [(p, p), (KEY, p), (p, IV), (KEY, IV), (IV, IV)] {
            said.cipher("CTR key", &CtrKey::new(key, iv));
            said.cipher("CBC key", &CbcKey::new(key, iv));
        }
        said.cipher("field", &CtrKey::new(KEY, IV).unwrap().decrypt(p));
        said.cipher("field", &CbcKey::new(IV, IV).unwrap().decrypt(p));
        said.cipher("session", &TossSession::parse(p));
        said.cipher("session", &TossSession::new(p, p, p, p, p));
        said.cipher("session", &TossSession::parse(&format!("{SESSION}{p}")));
        let sessions = TossSessions::new(vec![TossSession::parse(&session).unwrap()]);
        said.cipher("field", &sessions.as_ref().unwrap().decrypt(p));
        said.cipher("sessions", &sessions);
    }
    said.assert_silent(PLANTED);
}

/// A pointer is the caller's own; still, a value may be pasted in its place.
#[test]
fn pointers() {
    let mut said = Said::default();
    for p in PLANTED {
        for text in [p.to_owned(), format!("/{p}"), format!("/a/{p}~")] {
            let Some(pointer) = said.form("pointer", Pointer::parse(&text)) else {
                continue;
            };
            let paths = SessionPaths {
                key: pointer.clone(),
                from: pointer.clone(),
                until: pointer.clone(),
                times: TimeForm::Rfc3339,
            };
            said.debug("paths", &paths);
            let map = json!({ &text: &text });
            said.form("map", ContentMap::parse(&octets(&map)));
        }
    }
    said.assert_silent(PLANTED);
}

/// A signature that verifies: its signer's name, its content, and the CI that its VID is of.
#[test]
fn an_answer_with_everything() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/identity");
    let read = |name: &str| std::fs::read(format!("{folder}/{name}")).unwrap();
    let case: Value = serde_json::from_slice(&read("matched-ci-serial/case.json")).unwrap();
    let claim = |name: &str| case["identity"][name].as_str().unwrap();
    let (ci_text, vid) = (claim("ci"), claim("vid"));
    let signed = read("matched-ci-serial/document.der");
    let der = Der::from_ber(&signed, Limits::default()).unwrap();
    let document = SignedDocument::parse(&der).unwrap();
    let content = String::from_utf8(document.untrusted_content().unwrap().to_vec()).unwrap();
    let Some(CertificateChoice::Certificate(certificate)) = document.certificates().first() else {
        panic!("no certificate");
    };
    let subject = common_name(certificate);

    let seal = |plain: &str| {
        let mut octets = plain.as_bytes().to_vec();
        let (key, iv) = (BASE64.decode(KEY).unwrap(), BASE64.decode(IV).unwrap());
        let mut cipher = ctr::Ctr128BE::<aes::Aes256>::new_from_slices(&key, &iv).unwrap();
        cipher.apply_keystream(&mut octets);
        BASE64.encode(octets)
    };
    let wrapper = json!({ "txId": "a1", "data": TEXT }).to_string();
    let request = json!({ "tx_id": "a1", "document": wrapper });
    let request = Request::parse(Provider::Kakao, &octets(&request)).unwrap();
    let answer = json!({ "status": "COMPLETED", "result": "Y", "ci": seal(ci_text), "vid": vid,
        "signed_document": BASE64.encode(&signed) });
    let answer = Response::parse(Provider::Kakao, None, &octets(&answer)).unwrap();
    let person = json!({ "name": seal(NAME), "phone_no": seal(PHONE), "birthday": seal(BIRTHDAY) });
    let identify = Response::parse(Provider::Kakao, None, &octets(&person)).unwrap();
    let other = json!({ "name": TEXT, "phone_no": "1", "birthday": BIRTHDAY });
    let other = Person::parse(&octets(&other)).unwrap();
    let keys = keys();
    let ci = Ci::from_base64(ci_text.as_bytes()).unwrap();
    let people = CiList::parse(format!("{CI}\n{ci_text}\n").as_bytes(), &keys).unwrap();
    let crypto = injang_crypto::default_backend();
    let mut original = ContentStream::new(crypto, &[DigestAlgorithm::Sha256]);
    original.update(TEXT.as_bytes());
    let original = original.finish();
    let anchor = TrustAnchor::from_certificate(&read("ca.der")).unwrap();

    let mut said = Said::default();
    for anchors in [vec![anchor], Vec::new()] {
        let at = At::Time(Time::parse(case["at"].as_str().unwrap()).unwrap());
        let policy = Policy::new(crypto, anchors, Revocation::NotChecked);
        let exchange = Exchange::new(Provider::Kakao, Ok(&answer))
            .request(&request)
            .identify(&identify)
            .keys(&keys)
            .person(&other)
            .sign_type(SignType::Message)
            .originals(vec![Some(&original)]);
        for exchange in [exchange.clone().ci(Ok(&ci)), exchange.ci_list(&people)] {
            said.debug("exchange", &exchange);
            let decision = exchange.decide(&policy, at);
            assert!(
                decision
                    .reasons
                    .iter()
                    .any(|it| it.code == DecisionCode::NameDiffers)
            );
            said.decision("decision", &decision);
        }
    }
    let more = [ci_text, vid, &subject, &content];
    said.assert_silent(PLANTED.into_iter().chain(more));
}

/// The name of whom a certificate is of.
fn common_name(certificate: &Certificate<'_>) -> String {
    let name = certificate.subject().to_string();
    let common = name.split(',').find_map(|it| it.trim().strip_prefix("CN="));
    common.expect("a common name").to_owned()
}
