//! Two reports that are made under different conditions differ, in JSON and in text, in the condition
//! that differs and in no other; the same conditions and octets give the same octets.

use crate::document::Document;
use crate::redaction::View;
use crate::verification::Verification;
use crate::{json, text};
use injang_core::report::Lang;
use injang_core::{
    AlgorithmConstraints, AtSource, Budget, Certificate, CryptoBackend, Limits, OidBuf,
    PlainHashSource, Policy, Profile, Request, Revocation, RevocationData, SignType, Time,
    TrustAnchor, VidLayout,
};
use injang_crypto::{AwsLc, RustCrypto};
use injang_tests::runner::folder;
use serde_json::{Value, json};
use std::fmt::Write as _;

const AT: &str = "2026-03-02T09:00:00Z";

fn read(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap()
}

/// What a report is made from.
struct Setting {
    document: Vec<u8>,
    anchors: Vec<TrustAnchor>,
    crl: Vec<u8>,
    other: Vec<u8>,
}

impl Setting {
    fn new() -> Self {
        let family = "revocation";
        Self {
            document: read(&format!("{family}/crl-good/document.der")),
            anchors: vec![anchor("toss/ca.der")],
            crl: read(&format!("{family}/crl-good/evidence-0.der")),
            other: read("kakao/ca.der"),
        }
    }

    fn evidence(&self) -> RevocationData<'_> {
        let mut evidence = RevocationData::new();
        evidence.add(&self.crl, &AwsLc).unwrap();
        evidence
    }

    /// The conditions in JSON, and the whole text in English and in Korean.
    fn render(&self, policy: &Policy<'_>, limits: Limits) -> (Value, [String; 2]) {
        self.render_request(policy, &request(), limits)
    }

    /// The same where something else is asked of the document.
    fn render_request(
        &self,
        policy: &Policy<'_>,
        request: &Request<'_>,
        limits: Limits,
    ) -> (Value, [String; 2]) {
        let document = Document::read_within(&self.document, limits);
        let report = document.untrusted().unwrap().audit(policy, request);
        let verification = Verification {
            input: &document.input(),
            policy,
            supplied: request.given_content(),
            report: &report,
            diagnoses: None,
            unreadable_files: &[],
            fingerprints: None,
        };
        let plain = |lang| {
            let view = View::new(lang);
            view.styled(text::report(&verification, view))
        };
        let json = || json::report(&verification, View::new(Lang::En));
        assert_eq!(json(), json());
        let report: Value = serde_json::from_str(&json()).unwrap();
        (
            report["conditions"].clone(),
            [plain(Lang::En), plain(Lang::Ko)],
        )
    }
}

fn anchor(name: &str) -> TrustAnchor {
    TrustAnchor::from_certificate(&read(name)).unwrap()
}

fn at(text: &str) -> Time {
    Time::parse(text).unwrap()
}

fn request() -> Request<'static> {
    Request::at(at(AT))
}

/// Asserts that the second report differs from the first in these conditions alone, and says so to
/// people in these words.
#[track_caller]
fn assert_differs(
    [one, other]: [&(Value, [String; 2]); 2],
    conditions: &[(&str, Value)],
    words: [&str; 2],
) {
    let members = one.0.as_object().unwrap();
    for (key, value) in members {
        let expected = conditions.iter().find(|(name, _)| name == key);
        match expected {
            // Any other digest.
            Some((_, Value::Null)) if key == "policy_sha256" => {
                assert_ne!(other.0[key], *value);
                assert!(other.0[key].is_string());
            }
            Some((_, expected)) => {
                assert_ne!(value, expected, "{key} is no other than before");
                assert_eq!(other.0[key], *expected, "{key}");
            }
            None => assert_eq!(other.0[key], *value, "{key}"),
        }
    }
    assert_eq!(other.0.as_object().unwrap().len(), members.len());
    for ((before, after), word) in one.1.iter().zip(&other.1).zip(words) {
        assert!(!before.contains(word), "{word} in {before}");
        assert!(after.contains(word), "no {word} in {after}");
    }
}

/// The report under a policy that a change makes of the plain one, against that of the plain one.
#[track_caller]
fn changed(
    change: impl for<'a> FnOnce(Policy<'a>) -> Policy<'a>,
    conditions: &[(&str, Value)],
    words: [&str; 2],
) {
    let setting = Setting::new();
    let evidence = setting.evidence();
    let revocation = Revocation::Require(&evidence);
    let policy = || Policy::new(&AwsLc, setting.anchors.clone(), revocation);
    let plain = setting.render(&policy(), Limits::default());
    let other = setting.render(&change(policy()), Limits::default());
    assert_differs([&plain, &other], conditions, words);
}

/// The same for a change of what is asked of the document: the policy, and so its digest, stays.
#[track_caller]
fn asked(
    change: impl for<'a> FnOnce(Request<'a>) -> Request<'a>,
    conditions: &[(&str, Value)],
    words: [&str; 2],
) {
    let setting = Setting::new();
    let evidence = setting.evidence();
    let revocation = Revocation::Require(&evidence);
    let policy = Policy::new(&AwsLc, setting.anchors.clone(), revocation);
    let plain = setting.render(&policy, Limits::default());
    let other = setting.render_request(&policy, &change(request()), Limits::default());
    assert_differs([&plain, &other], conditions, words);
}

/// The digest of the policy is another.
const DIGEST: (&str, Value) = ("policy_sha256", Value::Null);

/// The same with another crypto backend, anchors or revocation data.
#[track_caller]
fn made(
    make: impl for<'a> FnOnce(&'a Setting, Revocation<'a>) -> Policy<'a>,
    conditions: &[(&str, Value)],
    words: [&str; 2],
) {
    let setting = Setting::new();
    let evidence = setting.evidence();
    let revocation = Revocation::Require(&evidence);
    let plain = Policy::new(&AwsLc, setting.anchors.clone(), revocation);
    let plain = setting.render(&plain, Limits::default());
    let other = setting.render(&make(&setting, revocation), Limits::default());
    assert_differs([&plain, &other], conditions, words);
}

#[test]
fn engine() {
    let setting = Setting::new();
    let policy = Policy::new(&AwsLc, [], Revocation::NotChecked);
    let (conditions, [english, korean]) = setting.render(&policy, Limits::default());
    let engine = format!("injang {}", env!("CARGO_PKG_VERSION"));
    assert_eq!(conditions["engine"], engine.as_str());
    assert!(english.contains(&format!("\n  program: {engine}\n")));
    assert!(korean.contains(&format!("\n  프로그램: {engine}\n")));
}

#[test]
fn crypto() {
    made(
        |setting, revocation| Policy::new(&RustCrypto, setting.anchors.clone(), revocation),
        &[("crypto", RustCrypto.name().into())],
        [
            "\n  crypto backend: rustcrypto\n",
            "\n  암호 백엔드: rustcrypto\n",
        ],
    );
}

#[test]
fn time() {
    let other = "2026-03-02T20:00:00Z";
    asked(
        |request| request.at_time(at(other), AtSource::Caller),
        &[("at", other.into())],
        [
            "judged at: 2026-03-02T20:00:00Z (2026-03-03 05:00:00 KST)",
            "검증 기준 시각: 2026-03-02T20:00:00Z (2026-03-03 05:00:00 KST)",
        ],
    );
}

#[test]
fn source_of_the_time() {
    asked(
        |request| request.at_source(AtSource::Clock),
        &[("at_source", "clock".into())],
        ["KST), the clock", "KST), 시각이 주어지지 않아"],
    );
    asked(
        |request| request.at_source(AtSource::Provider),
        &[("at_source", "provider".into())],
        ["KST), reported by the provider", "KST), 인증사업자가"],
    );
}

#[test]
fn profile() {
    changed(
        |policy| policy.profile(Profile::Strict),
        &[("profile", "strict".into()), DIGEST],
        ["\n  profile: strict\n", "\n  프로파일: strict\n"],
    );
}

#[test]
fn revocation_mode() {
    made(
        |setting, _| Policy::new(&AwsLc, setting.anchors.clone(), Revocation::NotChecked),
        &[
            ("revocation", "none".into()),
            ("revocation_data", 0.into()),
            DIGEST,
        ],
        [
            "\n  revocation mode: NOT CHECKED",
            "\n  폐지 여부 검사: 요청에 따라 검사하지 않음",
        ],
    );
}

#[test]
fn sign_type() {
    asked(
        |request| request.sign_type(SignType::Message),
        &[("sign_type", "MESSAGE".into())],
        [
            "\n  demanded sign type: MESSAGE\n",
            "\n  요구한 서명 방식: MESSAGE\n",
        ],
    );
}

#[test]
fn vid_layout() {
    asked(
        |request| request.vid_layout(VidLayout::SerialThenCi),
        &[("vid_layout", "serial-ci".into())],
        [
            "\n  VID layout: serial-ci\n",
            "\n  VID 결합 순서: serial-ci\n",
        ],
    );
}

#[test]
fn digest_source() {
    asked(
        |request| request.plain_hash_source(PlainHashSource::HashOfHash),
        &[("digest_source", "hash-of-hash".into())],
        [
            "\n  digest source: hash-of-hash\n",
            "\n  해시값 해석: hash-of-hash\n",
        ],
    );
}

fn oid(text: &str) -> OidBuf {
    OidBuf::parse(text).unwrap()
}

#[test]
fn purpose() {
    changed(
        |policy| policy.purpose(oid("1.3.6.1.5.5.7.3.4").as_oid()),
        &[("purpose", "1.3.6.1.5.5.7.3.4".into()), DIGEST],
        [
            "\n  demanded purpose: 1.3.6.1.5.5.7.3.4\n",
            "\n  요구한 용도(extKeyUsage): 1.3.6.1.5.5.7.3.4\n",
        ],
    );
}

#[test]
fn acceptable_policies() {
    let value = json!(["1.2.410.200098.1", "1.2.410.200099.1"]);
    for order in [[0, 1], [1, 0]] {
        changed(
            |policy| {
                let oids = [oid("1.2.410.200098.1"), oid("1.2.410.200099.1")];
                policy.acceptable_policies(order.iter().map(|index| oids[*index].as_oid()))
            },
            &[("acceptable_policies", value.clone()), DIGEST],
            [
                "\n  acceptable policies: 1.2.410.200098.1, 1.2.410.200099.1\n",
                "\n  허용하는 인증서 정책: 1.2.410.200098.1, 1.2.410.200099.1\n",
            ],
        );
    }
}

#[test]
fn explicit_policy() {
    changed(
        |policy| policy.require_explicit_policy(true),
        &[("explicit_policy", true.into()), DIGEST],
        [
            "path rule: an acceptable policy must be valid",
            "경로 규칙: 경로 전체에서",
        ],
    );
}

#[test]
fn policy_mapping() {
    changed(
        |policy| policy.inhibit_policy_mapping(true),
        &[("inhibit_policy_mapping", true.into()), DIGEST],
        ["path rule: no policy mapping", "경로 규칙: 정책 매핑"],
    );
}

#[test]
fn any_policy() {
    changed(
        |policy| policy.inhibit_any_policy(true),
        &[("inhibit_any_policy", true.into()), DIGEST],
        ["path rule: anyPolicy", "경로 규칙: anyPolicy"],
    );
}

#[test]
fn signer_policies() {
    changed(
        |policy| policy.signer_policies([oid("1.2.410.200098.1").as_oid()]),
        &[("signer_policies", json!(["1.2.410.200098.1"])), DIGEST],
        [
            "demanded policies of the signer: 1.2.410.200098.1",
            "서명자에게 요구한 인증서 정책: 1.2.410.200098.1",
        ],
    );
}

#[test]
fn anchor_constraints() {
    changed(
        |policy| policy.anchor_constraints(true),
        &[("anchor_constraints", true.into()), DIGEST],
        [
            "path rule: constraints in the certificates of trust anchors",
            "경로 규칙: 신뢰 기관 인증서",
        ],
    );
}

#[test]
fn algorithm_constraints() {
    let default = AlgorithmConstraints::default();
    changed(
        |policy| {
            policy.constraints(AlgorithmConstraints {
                accept_sha1: true,
                ..default
            })
        },
        &[("accept_sha1", true.into()), DIGEST],
        ["\n  SHA-1: accepted\n", "\n  SHA-1: 허용함\n"],
    );
    changed(
        |policy| {
            policy.constraints(AlgorithmConstraints {
                least_rsa_bits: 3072,
                ..default
            })
        },
        &[("least_rsa_bits", 3072.into()), DIGEST],
        ["RSA key: 3072\n", "비트 수: 3072\n"],
    );
}

#[test]
fn limits() {
    changed(
        |policy| {
            policy.budget(Budget {
                signatures: 7,
                ..Budget::default()
            })
        },
        &[("limits", json!({ "budget_signatures": 7 })), DIGEST],
        [
            "\n  limit: budget_signatures 7\n",
            "\n  한도: budget_signatures 7\n",
        ],
    );
    // Those of reading the document are no part of a policy.
    let setting = Setting::new();
    let policy = Policy::new(&AwsLc, setting.anchors.clone(), Revocation::NotChecked);
    let narrow = Limits {
        entries: 9,
        ..Limits::default()
    };
    assert_differs(
        [
            &setting.render(&policy, Limits::default()),
            &setting.render(&policy, narrow),
        ],
        &[("limits", json!({ "document_entries": 9 }))],
        [
            "\n  limit: document_entries 9\n",
            "\n  한도: document_entries 9\n",
        ],
    );
}

#[test]
fn anchors() {
    made(
        |setting, revocation| {
            let more = [setting.anchors[0].clone(), anchor("kakao/ca.der")];
            Policy::new(&AwsLc, more, revocation)
        },
        &[("anchors", 2.into()), DIGEST],
        ["\n  given: 2 trust anchors", "\n  주어진 것: 신뢰 기관 2개"],
    );
    // As many, and another.
    let setting = Setting::new();
    let digest = |anchor: TrustAnchor| {
        let policy = Policy::new(&AwsLc, [anchor], Revocation::NotChecked);
        setting.render(&policy, Limits::default()).0["policy_sha256"].clone()
    };
    assert_ne!(
        digest(setting.anchors[0].clone()),
        digest(anchor("kakao/ca.der"))
    );
}

#[test]
fn intermediates() {
    made(
        |setting, revocation| {
            let other = Certificate::from_der(&setting.other).unwrap();
            Policy::new(&AwsLc, setting.anchors.clone(), revocation).intermediates([other, other])
        },
        &[("intermediates", 1.into()), DIGEST],
        [
            "1 trust anchor, 1 intermediate certificate, 1 CRL or OCSP response",
            "중간 인증서 1개",
        ],
    );
}

#[test]
fn revocation_data() {
    let setting = Setting::new();
    let more = read("revocation/crl-good/evidence-1.der");
    let rendered = |pieces: &[&[u8]]| {
        let mut evidence = RevocationData::new();
        for piece in pieces {
            evidence.add(piece, &AwsLc).unwrap();
        }
        let revocation = Revocation::Require(&evidence);
        let policy = Policy::new(&AwsLc, setting.anchors.clone(), revocation);
        setting.render(&policy, Limits::default())
    };
    let (one, two) = (rendered(&[&setting.crl]), rendered(&[&setting.crl, &more]));
    assert_differs(
        [&one, &two],
        &[("revocation_data", 2.into()), DIGEST],
        ["2 CRLs and OCSP responses", "폐지 정보(CRL·OCSP) 2개"],
    );
    // The order in which they are given does not matter, and neither does giving one twice.
    let again = rendered(&[&more, &setting.crl, &more]);
    assert_eq!(two.0, again.0);
}

/// What is given and not used, because revocation is not checked.
#[test]
fn unused_revocation_data() {
    let setting = Setting::new();
    let rendered = |count| {
        let policy = Policy::new(&AwsLc, setting.anchors.clone(), Revocation::NotChecked);
        let policy = policy.unused_revocation_data(count);
        setting.render(&policy, Limits::default())
    };
    assert_differs(
        [&rendered(0), &rendered(2)],
        &[("unused_revocation_data", 2.into())],
        [
            "\n  not used: 2 CRLs and OCSP responses, because revocation is not checked",
            "\n  사용하지 않은 것: 폐지 여부를 검사하지 않아 CRL·OCSP 응답 2개를 사용하지 않음",
        ],
    );
    // Where it is checked, all that is given is used.
    let evidence = setting.evidence();
    let policy = Policy::new(&AwsLc, [], Revocation::Require(&evidence)).unused_revocation_data(2);
    assert_eq!(policy.stated().unused_revocation_data, 0);
}

/// Certificates that are supplied with a document, whether or not its report rests on them.
#[test]
fn supplied_certificates() {
    use crate::{Policy as Whole, Request as Asked, Revocation as Mode};
    use sha2::{Digest as _, Sha256};

    let setting = Setting::new();
    let policy = Whole::builder(Mode::NotChecked).build();
    let judged = |request: Asked<'_>| {
        let report = policy.audit(&setting.document, &request);
        let json: Value = serde_json::from_str(&report.to_json()).unwrap();
        let text = [
            report.text_in(View::new(Lang::En)),
            report.text_in(View::new(Lang::Ko)),
        ];
        (json["conditions"].clone(), text)
    };
    let plain = judged(Asked::at(at(AT)));
    let digest = hex(&Sha256::digest(&setting.other));
    assert_differs(
        [
            &plain,
            &judged(Asked::at(at(AT)).certificates(&setting.other).unwrap()),
        ],
        &[("supplied_certificates", json!([digest]))],
        [
            &format!("\n  supplied certificate sha256: {digest}"),
            &format!("\n  함께 지정한 인증서 sha256: {digest}"),
        ],
    );
}

/// The digest is that of the text that the policy prints, whichever of the equal policies prints it.
#[test]
fn the_digest_is_that_of_the_manifest() {
    use sha2::{Digest as _, Sha256};

    let setting = Setting::new();
    let evidence = setting.evidence();
    let other = Certificate::from_der(&setting.other).unwrap();
    let anchors = [setting.anchors[0].clone(), anchor("kakao/ca.der")];
    let policy = |anchors: Vec<TrustAnchor>| {
        Policy::new(&AwsLc, anchors, Revocation::Require(&evidence))
            .purpose(oid("1.3.6.1.5.5.7.3.4").as_oid())
            .intermediates([other])
    };
    let one = policy(anchors.to_vec());
    let manifest = one.manifest().unwrap();
    let digest: [u8; 32] = Sha256::digest(&manifest).into();
    assert_eq!(one.stated().policy_sha256, Some(digest));
    let reversed = policy(anchors.iter().rev().cloned().collect());
    assert_eq!(reversed.manifest(), Some(manifest.clone()));
    assert_eq!(reversed.stated(), one.stated());
    // What is asked of one document, and what is remembered, is no part of it.
    let asked = request()
        .sign_type(SignType::Message)
        .vid_layout(VidLayout::SerialThenCi)
        .plain_hash_source(PlainHashSource::HashOfHash)
        .at_source(AtSource::Clock);
    let conditions = one.clone().cache(64).conditions(&asked);
    assert_eq!(conditions.policy.policy_sha256, Some(digest));
    let hex = |octets: &[u8]| -> String { hex(&Sha256::digest(octets)) };
    for line in [
        format!("anchor certificate {}", hex(&read("toss/ca.der"))),
        format!("anchor certificate {}", hex(&read("kakao/ca.der"))),
        format!("intermediate {}", hex(&setting.other)),
        format!("crl {}", hex(&setting.crl)),
        "anchors 2".into(),
        "purpose 1.3.6.1.5.5.7.3.4".into(),
    ] {
        assert!(manifest.lines().any(|it| it == line), "{line}: {manifest}");
    }
    assert!(manifest.is_ascii() && manifest.ends_with('\n'));
    // An anchor that came in no certificate.
    let first = &setting.anchors[0];
    let bare = TrustAnchor::from_name_and_key(first.name(), first.public_key()).unwrap();
    let bare = Policy::new(&AwsLc, [bare], Revocation::NotChecked);
    let line = format!(
        "anchor name {} key {}\n",
        hex(first.name()),
        hex(first.public_key())
    );
    assert!(bare.manifest().unwrap().contains(&line));
}

#[test]
fn ocsp_responders() {
    use sha2::{Digest as _, Sha256};

    let octets = read("kakao/ca.der");
    let digest: String = hex(&Sha256::digest(&octets));
    made(
        |setting, revocation| {
            let responder = Certificate::from_der(&setting.other).unwrap();
            Policy::new(&AwsLc, setting.anchors.clone(), revocation).ocsp_responders([responder])
        },
        &[("ocsp_responders", json!([digest])), DIGEST],
        [
            &format!("\n  trusted OCSP responder sha256: {digest}\n"),
            &format!("\n  신뢰하는 OCSP 응답자 sha256: {digest}\n"),
        ],
    );
}

fn hex(octets: &[u8]) -> String {
    octets.iter().fold(String::new(), |mut text, octet| {
        write!(text, "{octet:02x}").expect("a string");
        text
    })
}
