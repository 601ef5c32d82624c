//! What was signed against what was asked.

use super::exchange::{Exchange, GUIDE, receipt};
use crate::generate::algorithm::Hash;
use crate::generate::responses::documents::{SignType, attached, detached, forged};
use crate::generate::responses::draft::{Draft, Group};
use crate::generate::responses::scene::{ORIGINAL, OTHER_TEXT, TEXT, id, without};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use std::path::Path;
use std::{fs, io};

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    texts(group)?;
    signatures(group)?;
    encrypted(group)?;
    digests(group)?;
    sample(group)
}

fn texts(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    Exchange::text(scene)
        .draft(
            "text",
            "The text asked for came back signed by the person expected.",
        )
        .source(GUIDE)
        .save(group)?;
    let mut html = Exchange::text(scene);
    html.request["docType"] = "HTML".into();
    html.draft(
        "html",
        "The page asked for came back signed; it is compared as text.",
    )
    .source(GUIDE)
    .save(group)?;
    let other = attached(&scene.toss, OTHER_TEXT, SignType::SignedAttribute);
    Exchange::signed(scene, &other)
        .draft("other-text", "Another text than the one asked for was signed, although the result shows the right one.")
        .rejected("content-differs", &id(1))
        .save(group)?;
    let mut shown = Exchange::text(scene);
    shown.success()["doc"] = OTHER_TEXT.into();
    shown
        .draft("other-doc", "The result shows another text than the one asked for, although the right one was signed.")
        .rejected("doc-differs", "")
        .save(group)?;
    let mut kind = Exchange::text(scene);
    kind.success()["signatureType"] = "PKCS7_NO_CONTENT_WITH_ATTR".into();
    kind.draft(
        "signature-type-differs",
        "The result calls the signature another kind than was asked for.",
    )
    .rejected("signature-type-differs", "")
    .save(group)
}

fn signatures(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    Exchange::signed(scene, &forged(&scene.toss, TEXT))
        .draft(
            "forged",
            "The signature is none over this text, and has no attributes.",
        )
        .rejected("document-failed", &id(1))
        .undetermined("sign-type-differs", &id(1))
        .save(group)?;
    Exchange::text(scene)
        .draft(
            "no-anchor",
            "No path leads to an anchor, so that nobody vouches for the signer.",
        )
        .distrust()
        .undetermined("document-undetermined", &id(1))
        .save(group)?;
    let message = attached(&scene.toss, TEXT, SignType::Message);
    let message = Exchange::signed(scene, &message);
    message
        .draft(
            "without-attributes",
            "Toss signs attributes, and a signature without them came.",
        )
        .undetermined("sign-type-differs", &id(1))
        .save(group)?;
    message
        .draft(
            "without-attributes-as-pinned",
            "The caller expects a signature without attributes, as Toss made them once: it has no signing time.",
        )
        .options(|options| options.sign_type = Some("message".to_owned()))
        .undetermined("transaction-time-missing", &id(1))
        .save(group)?;
    Exchange::signed(scene, &crate::generate::expected::hex(TEXT.as_bytes()))
        .draft(
            "signed-doc-in-hex",
            "The signature came in hex, where base64 is meant.",
        )
        .rejected("signature-not-base64", &id(1))
        .save(group)?;
    let mut missing = Exchange::text(scene);
    *missing.success() = without(missing.response["success"].clone(), "signedDoc");
    missing
        .draft(
            "signed-doc-missing",
            "Toss says that it is complete, and sends no signature.",
        )
        .rejected("document-missing", &id(1))
        .save(group)
}

fn encrypted(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let exchange = |asked: &str, shown: &str, signed: &str| {
        let signed = attached(&scene.toss, signed, SignType::SignedAttribute);
        let mut exchange = Exchange::signed(scene, &signed);
        exchange.request["doc"] = exchange.own.field(asked).into();
        exchange.request["docEncrypted"] = true.into();
        exchange.response["success"]["doc"] = exchange.session.field(shown).into();
        exchange.response["success"]["docEncrypted"] = true.into();
        exchange
    };
    let source = "Toss general electronic signing guide (일반 전자서명), docEncrypted";
    let case = |name: &str, exchange: &Exchange<'_>, reason: &str| -> Draft {
        exchange.draft(name, reason).source(source)
    };
    case(
        "doc-encrypted",
        &exchange(TEXT, TEXT, TEXT),
        "The text went encrypted, and its plain text was signed.",
    )
    .save(group)?;
    case(
        "doc-encrypted-other-text",
        &exchange(TEXT, TEXT, OTHER_TEXT),
        "The text went encrypted, and another one was signed.",
    )
    .rejected("content-differs", &id(1))
    .save(group)?;
    case(
        "doc-encrypted-other-doc",
        &exchange(TEXT, OTHER_TEXT, TEXT),
        "The text that the result shows, decrypted, is another one.",
    )
    .rejected("doc-differs", "")
    .save(group)
}

fn digests(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let digest = STANDARD.encode(Hash::Sha256.of(ORIGINAL));
    let exchange = |content: &[u8]| {
        let signed = detached(
            &scene.toss,
            content,
            Hash::Sha256,
            SignType::SignedAttribute,
        );
        let mut exchange = Exchange::signed(scene, &signed);
        exchange.request["docType"] = "PDF".into();
        exchange.request["doc"] = digest.clone().into();
        exchange.request["signatureType"] = "PKCS7_NO_CONTENT_WITH_ATTR".into();
        exchange.success()["doc"] = digest.clone().into();
        exchange.success()["signatureType"] = "PKCS7_NO_CONTENT_WITH_ATTR".into();
        exchange
    };
    let good = exchange(ORIGINAL);
    let source =
        "Toss general electronic signing guide (일반 전자서명), PKCS7_NO_CONTENT_WITH_ATTR";
    good.draft(
        "pdf",
        "The digest asked for is the message-digest that was signed; its original is not at hand.",
    )
    .source(source)
    .note("original-not-compared", &id(1))
    .save(group)?;
    good.draft(
        "pdf-original-agrees",
        "The digest asked for and signed is that of the original at hand.",
    )
    .source(source)
    .original(ORIGINAL)
    .save(group)?;
    good.draft(
        "pdf-original-differs",
        "The digest asked for was signed, but it is not that of the original at hand.",
    )
    .source(source)
    .original(b"%PDF-1.7 another original of a test\n")
    .rejected("original-differs", &id(1))
    .save(group)?;
    exchange(b"another")
        .draft(
            "pdf-other-digest",
            "Another digest than the one asked for was signed.",
        )
        .source(source)
        .rejected("document-failed", &id(1))
        .save(group)?;
    let of_digest = exchange(&Hash::Sha256.of(ORIGINAL));
    of_digest
        .draft("pdf-hash-of-hash", "message-digest is the digest of the digest asked for, and digests are read as prehashes.")
        .source(source)
        .rejected("document-failed", &id(1))
        .save(group)?;
    of_digest
        .draft("pdf-hash-of-hash-read-so", "message-digest is the digest of the digest asked for, and the caller reads digests so.")
        .source(source)
        .options(|options| options.digest_reading = Some("hash-of-hash".to_owned()))
        .save(group)
}

/// The guide's own result, whose keys and CA are not here.
fn sample(group: &Group<'_>) -> io::Result<()> {
    let vector = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/seed/toss-general-sign");
    let signed = fs::read_to_string(vector.join("document.b64"))?;
    let doc = fs::read_to_string(vector.join("content.txt"))?;
    let tx = "60940525-9a59-47db-b0eb-4f029b9faf1e";
    let field = |text: &str| format!("v1$b88f8717-8e76-4276-bed0-f769a8baf7be${text}");
    let response = json!({
        "resultType": "SUCCESS",
        "success": {
            "txId": tx,
            "status": "COMPLETED",
            "doc": doc,
            "signedDoc": signed.trim(),
            "signatureType": "PKCS7",
            "docEncrypted": false,
            "randomValue": null,
            "userCiToken": null,
            "completedDt": "2022-03-13T18:01:53+09:00",
            "requestedDt": "2022-03-13T18:00:26+09:00",
            "personalData": {
                "ci": field("X3g52aAyCBirz0UVp1oNRq0SfGtj66vGtUT3rp1aSdm1h//xmpm7vdf48fbGI2i7VTBj6TKG2rqanP6Yo9MiTQu63C8kLWayzWAMp+RLyXLovvnFb9SxxdblRtZbj5KRNlBWK9t2VXI="),
                "name": field("9oiJBRei1KI/SgXtXGmkfNHu+pdAUHXBxA=="),
                "birthday": field("LQgw26ExChwWi8cQQz6GrdMAdMZGyaEI"),
                "gender": field("WnREqd1HM/Ci7p+3KIqROusVkYeSAQ=="),
                "nationality": field("UH5Kqd3dPV1daxw0i23eMWjeXcXC"),
                "ci2": null,
                "di": "v1$2e161d9d-e620-443e-9a27-8db41cc96cf9$6GKr2zaUWWfI6rpJ6/AV9U4W0S4nhAMFIFLkt5CS6N8Gjb1Oc/dpitkMSSvLroDO5b6zdl9bufGSQ6SiVQdlYN2OWYFBr/Hb4e4AYwQpFxDbpi9ksYt52aFa3G2DwaNOQMUBkyQ1IWc=",
                "ciUpdate": null,
            },
        },
    });
    let request = json!({
        "requestType": "USER_PERSONAL",
        "triggerType": "PUSH",
        "serviceName": "토스 출금이체",
        "docTitle": "출금이체 동의문",
        "doc": doc,
        "docType": "TEXT",
        "docEncrypted": false,
        "signatureType": "PKCS7",
    });
    let mut own_receipt = receipt(tx);
    own_receipt["success"]["requestedDt"] = "2022-03-13T18:00:26+09:00".into();
    let reason = "The guide's own result: its text is the one asked for and its signature verifies, but neither its CA nor its session's key is given.";
    Draft::new("toss", "sign", "seed-sample", reason)
        .source(GUIDE)
        .request(&request)
        .receipt(&own_receipt)
        .ci(&group.scene.ci.text())
        .response(&response)
        .options(|options| {
            options.trust.clear();
            "2022-05-01T00:00:00Z".clone_into(&mut options.at);
        })
        .undetermined("document-undetermined", tx)
        .undetermined("signing-time-outside-transaction", tx)
        .undetermined("keys-missing", "")
        .undetermined("person-not-held", "")
        .note("no-vid", "")
        .save(group)
}
