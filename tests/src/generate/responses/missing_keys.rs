//! A key that is missing decides nothing; every spelling of an encrypted VID and of a CI file is
//! read; a malformed CI says which one.

use super::barocert::exchange as barocert;
use super::documents::{SignType, attached, detached};
use super::draft::{Draft, Group};
use super::kakao_exchange::Exchange;
use super::scene::{NAME, ORIGINAL, OTHER_TEXT, Scene, TEXT, id, without};
use super::toss::exchange as toss;
use crate::case::Layout;
use crate::generate::algorithm::Hash;
use crate::generate::expected::hex;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::json;
use std::io;

const SOURCE: &str = "providers: a missing key decides nothing";

pub(super) fn make(scene: &Scene) -> io::Result<()> {
    let group = Group::open_apart(scene, "missing-keys")?;
    kakao(&group)?;
    digests(&group)?;
    nonces(&group)?;
    toss_documents(&group)?;
    toss_persons(&group)?;
    barocert_answers(&group)?;
    vids(&group)?;
    cis(&group)
}

fn kakao(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("kakao-prepared-ci");
    let prepare = |scene: &Scene| json!({ "enc_version": 1, "type": "CI", "ci": scene.kakao_key.once(&scene.other_ci.text()) });
    let mut exchange = Exchange::text(scene);
    exchange.response = without(exchange.response, "ci");
    exchange
        .draft(
            "kakao-prepared-ci",
            "No CI is held but the one sent to prepare, and no key to it is given.",
        )
        .source(SOURCE)
        .no_ci()
        .no_keys()
        .prepare(&prepare(scene))
        .undetermined("keys-missing", "")
        .save(group)?;
    let scene = group.begin("kakao-identify-vid");
    let mut exchange = Exchange::text(scene);
    exchange.request["identify_items"] = json!(["CI"]);
    exchange.response = without(without(exchange.response, "ci"), "vid");
    exchange
        .draft(
            "kakao-identify-vid",
            "The identify answer's VID is encrypted, and no key to it is given.",
        )
        .source(SOURCE)
        .no_keys()
        .identify(&json!({ "vid": scene.kakao_key.once(&scene.vid()) }))
        .undetermined("keys-missing", "")
        .save(group)?;
    let scene = group.begin("kakao-document-of-another-text");
    let signed = attached(
        &scene.signer,
        &super::documents::kakao_content(OTHER_TEXT, &id(1)),
        SignType::Message,
    );
    let document = super::kakao_exchange::asked(&scene.kakao_key.twice(TEXT), &id(1));
    let mut exchange = Exchange::one(scene, "TEXT", &document, &signed);
    exchange.request["document_encrypted"] = true.into();
    exchange
        .draft(
            "kakao-document-of-another-text",
            "The request's text is encrypted and no key is given: nobody can tell that another was signed.",
        )
        .source(SOURCE)
        .no_keys()
        .undetermined("keys-missing", &id(1))
        .undetermined("keys-missing", "")
        .save(group)
}

/// Digests that went encrypted: without the key nobody knows of what the signature must be.
fn digests(group: &Group<'_>) -> io::Result<()> {
    let digest = STANDARD.encode(Hash::Sha256.of(ORIGINAL));
    let scene = group.begin("kakao-digest");
    let signed = detached(&scene.signer, ORIGINAL, Hash::Sha256, SignType::Message);
    let sealed = scene.kakao_key.twice(&digest);
    let exchange = || {
        let mut exchange = Exchange::one(scene, "PLAIN_HASH", &sealed, &signed);
        exchange.request["document_encrypted"] = true.into();
        exchange
    };
    exchange()
        .draft(
            "kakao-digest",
            "The request's digest is encrypted, and its key is given.",
        )
        .source(SOURCE)
        .save(group)?;
    group.begin("kakao-digest-without-keys");
    exchange()
        .draft(
            "kakao-digest-without-keys",
            "The request's digest is encrypted, and no key is given.",
        )
        .source(SOURCE)
        .no_keys()
        .undetermined("keys-missing", &id(1))
        .undetermined("keys-missing", "")
        .undetermined("document-undetermined", &id(1))
        .save(group)
}

/// K1110's CI is all that says who it was.
fn nonces(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("k1110-ci");
    let mut exchange = Exchange::text(scene);
    exchange.product = "K1110";
    exchange.request = json!({ "tx_id": id(1), "data": "시험 난수 00000001" });
    exchange.response = json!({
        "status": "COMPLETED",
        "result": "Y",
        "data": "시험 난수 00000001",
        "ci": scene.kakao_key.once(&scene.other_ci.text()),
    });
    exchange
        .draft(
            "k1110-ci",
            "The CI is another person's, and without the key nobody can tell.",
        )
        .source(SOURCE)
        .no_keys()
        .waive("signature")
        .waived("signature-absent")
        .undetermined("keys-missing", "")
        .save(group)
}

/// A text that went encrypted, and comes back under the result's session.
fn sealed(scene: &Scene) -> toss::Exchange<'_> {
    let mut exchange = toss::Exchange::text(scene);
    exchange.request["doc"] = exchange.own.field(TEXT).into();
    exchange.request["docEncrypted"] = true.into();
    exchange.response["success"]["doc"] = exchange.session.field(TEXT).into();
    exchange.response["success"]["docEncrypted"] = true.into();
    exchange
}

fn toss_documents(group: &Group<'_>) -> io::Result<()> {
    let draft = |exchange: &toss::Exchange<'_>, name: &str, reason: &str| -> Draft {
        exchange.draft(name, reason).source(SOURCE)
    };
    let scene = group.begin("toss-doc");
    draft(
        &sealed(scene),
        "toss-doc",
        "The text went encrypted and came back encrypted, and both sessions are given.",
    )
    .save(group)?;
    let scene = group.begin("toss-doc-without-the-requests-session");
    let exchange = sealed(scene);
    draft(
        &exchange,
        "toss-doc-without-the-requests-session",
        "The text went encrypted, and the request's session is not given: nothing says that another was signed.",
    )
    .keys(&json!({ "toss": [exchange.session.text()] }))
    .undetermined("keys-missing", &id(1))
    .undetermined("keys-missing", "")
    .save(group)?;
    let scene = group.begin("toss-doc-without-keys");
    draft(
        &sealed(scene),
        "toss-doc-without-keys",
        "The text went encrypted, and no session is given.",
    )
    .no_keys()
    .undetermined("keys-missing", &id(1))
    .undetermined("keys-missing", "")
    .save(group)
}

fn toss_persons(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("toss-result-session");
    let exchange = toss::Exchange::text(scene);
    exchange
        .draft(
            "toss-result-session",
            "The session of the result is not given, so that neither CI nor person can be compared.",
        )
        .source(SOURCE)
        .keys(&json!({ "toss": [exchange.own.text()] }))
        .undetermined("keys-missing", "")
        .save(group)?;
    let scene = group.begin("toss-request-session");
    let exchange = toss::Exchange::text(scene);
    exchange
        .draft(
            "toss-request-session",
            "The request's session is not given, so that nobody knows whether it asked the person held.",
        )
        .source(SOURCE)
        .keys(&json!({ "toss": [exchange.session.text()] }))
        .undetermined("keys-missing", "")
        .save(group)?;
    let scene = group.begin("toss-di");
    let mut exchange = toss::Exchange::text(scene);
    exchange.set_person("di", &scene.other_ci.text());
    exchange
        .draft(
            "toss-di",
            "The DI is another person's, and without the result's session nobody can tell.",
        )
        .source(SOURCE)
        .no_ci()
        .keys(&json!({ "toss": [exchange.own.text()] }))
        .undetermined("keys-missing", "")
        .save(group)?;
    let scene = group.begin("toss-user-ci-session");
    let mut exchange = toss::Exchange::text(scene);
    for member in ["userName", "userPhone", "userBirthday"] {
        exchange.request = without(exchange.request, member);
    }
    exchange.request["requestType"] = "USER_CI".into();
    exchange.request["userCi"] = exchange.own.field(&scene.ci.text()).into();
    exchange
        .draft(
            "toss-user-ci-session",
            "The session of the request's userCi is not given, so that nobody knows whether it asked the person held.",
        )
        .source(SOURCE)
        .no_person()
        .keys(&json!({ "toss": [exchange.session.text()] }))
        .undetermined("keys-missing", "")
        .save(group)
}

fn barocert_answers(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("barocert-kakao");
    barocert::Exchange::text(scene)
        .draft(
            "barocert-kakao",
            "Only Naver's key is given, and the answer is Kakao's.",
        )
        .source(SOURCE)
        .keys(&json!({ "naver": scene.naver_key.json() }))
        .undetermined("keys-missing", "")
        .save(group)?;
    let scene = group.begin("barocert-naver");
    let signed = attached(&scene.signer, TEXT, SignType::Message);
    barocert::Exchange::one(scene, "naver-sign", "TEXT", TEXT, &signed)
        .draft(
            "barocert-naver",
            "Only Kakao's key is given, and the answer is Naver's.",
        )
        .source(SOURCE)
        .keys(&scene.kakao_keys())
        .undetermined("keys-missing", "")
        .save(group)
}

/// Writes a VID in one of the forms.
type Write = fn(&[u8]) -> Vec<u8>;

/// What a VID's encrypted text can be.
fn vids(group: &Group<'_>) -> io::Result<()> {
    let forms: [(&str, Write); 4] = [
        ("base64", |vid| STANDARD.encode(vid).into_bytes()),
        ("base64url", |vid| URL_SAFE_NO_PAD.encode(vid).into_bytes()),
        ("hex", |vid| hex(vid).into_bytes()),
        ("octets", <[u8]>::to_vec),
    ];
    for (form, write) in forms {
        for (is_good, ci_of) in [(true, "held"), (false, "another")] {
            let name = format!("vid-in-{form}-of-{ci_of}");
            let scene = group.begin(&name);
            let ci = if is_good { &scene.ci } else { &scene.other_ci };
            let vid = write(&ci.vid(&scene.signer, Layout::CiSerial));
            let mut exchange = Exchange::text(scene);
            exchange.request["identify_items"] = json!(["CI"]);
            exchange.response = without(without(exchange.response, "ci"), "vid");
            let identify = json!({
                "ci": scene.kakao_key.once(&scene.ci.text()),
                "vid": scene.kakao_key.octets_once(&vid),
            });
            let reason = format!("The identify answer's VID is encrypted as {form}.");
            let draft = exchange
                .draft(&name, &reason)
                .source(SOURCE)
                .identify(&identify);
            if is_good {
                draft.save(group)?;
            } else {
                draft.rejected("vid-differs", "").save(group)?;
            }
        }
    }
    Ok(())
}

fn cis(group: &Group<'_>) -> io::Result<()> {
    let scene = group.begin("ci-file-with-a-byte-order-mark");
    Exchange::text(scene)
        .draft(
            "ci-file-with-a-byte-order-mark",
            "The file of the CI held begins with a byte order mark.",
        )
        .source(SOURCE)
        .ci(&format!("\u{feff}{}", scene.ci.text()))
        .save(group)?;
    let scene = group.begin("ci-held-malformed");
    Exchange::text(scene)
        .draft("ci-held-malformed", "The CI held is none.")
        .source(SOURCE)
        .ci("시험: CI가 아닙니다")
        .undetermined("ci-malformed", "")
        .save(group)?;
    let scene = group.begin("ci-of-the-request-malformed");
    let mut exchange = toss::Exchange::text(scene);
    for member in ["userName", "userPhone", "userBirthday"] {
        exchange.request = without(exchange.request, member);
    }
    exchange.request["requestType"] = "USER_CI".into();
    exchange.request["userCi"] = exchange.own.field("시험: CI가 아닙니다").into();
    exchange
        .draft(
            "ci-of-the-request-malformed",
            "The request's userCi decrypts to something that is no CI.",
        )
        .source(SOURCE)
        .no_person()
        .undetermined("ci-malformed", "")
        .save(group)?;
    let scene = group.begin("ci-of-the-answer-malformed");
    let mut exchange = toss::Exchange::text(scene);
    exchange.set_person("ci", NAME);
    exchange
        .draft(
            "ci-of-the-answer-malformed",
            "The result's CI decrypts to something that is no CI.",
        )
        .source(SOURCE)
        .undetermined("ci-malformed", "")
        .save(group)
}
