//! Kakao K1110, K1120 and K2100: a nonce and a CI, and no signature.

use super::cipher::KakaoKey;
use super::draft::{Draft, Group};
use super::scene::{Scene, id, without};
use serde_json::{Value, json};
use std::io;

const SOURCE: &str = "Kakao certificate overview: K1100 and K2100 give no signature";
const NONCE: &str = "시험 난수 00000001";
const OTHER_NONCE: &str = "시험 난수 00000002";

pub(super) fn make(scene: &Scene) -> io::Result<()> {
    let group = Group::open(scene, "kakao-auth")?;
    good(&group)?;
    nonces(&group)?;
    identity(&group)
}

/// The member of the nonce.
fn member(product: &str) -> &'static str {
    if product == "K2100" { "state" } else { "data" }
}

fn request(product: &str) -> Value {
    let mut request = json!({ "tx_id": id(1), "expires_in": 600 });
    request[member(product)] = NONCE.into();
    request
}

fn response(scene: &Scene, product: &str) -> Value {
    let mut response = json!({ "status": "COMPLETED", "result": "Y" });
    response[member(product)] = NONCE.into();
    response["ci"] = scene.kakao_key.once(&scene.ci.text()).into();
    response
}

/// A case in which only the signature is absent.
fn absent(scene: &Scene, product: &str, name: &str, reason: &str, response: &Value) -> Draft {
    Draft::new("kakao", product, name, reason)
        .source(SOURCE)
        .request(&request(product))
        .keys(&scene.kakao_keys())
        .ci(&scene.ci.text())
        .response(response)
}

/// The same, and the caller does without.
fn waived(scene: &Scene, product: &str, name: &str, reason: &str, response: &Value) -> Draft {
    absent(scene, product, name, reason, response)
        .waive("signature")
        .waived("signature-absent")
}

fn good(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    for (name, product) in [("k1110", "K1110"), ("k1120", "K1120"), ("k2100", "K2100")] {
        let response = response(scene, product);
        waived(
            scene,
            product,
            name,
            "Nonce and CI are the right ones, and the caller knows that there is no signature.",
            &response,
        )
        .save(group)?;
        absent(
            scene,
            product,
            &format!("{name}-signature-not-waived"),
            "Nonce and CI are the right ones, but nothing is signed.",
            &response,
        )
        .undetermined("signature-absent", "")
        .save(group)?;
    }
    Ok(())
}

fn nonces(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    for (name, product) in [("k1110", "K1110"), ("k2100", "K2100")] {
        let mut other = response(scene, product);
        other[member(product)] = OTHER_NONCE.into();
        waived(
            scene,
            product,
            &format!("{name}-nonce-differs"),
            "The nonce is another request's.",
            &other,
        )
        .rejected("nonce-differs", "")
        .save(group)?;
        waived(
            scene,
            product,
            &format!("{name}-nonce-missing"),
            "The response has no nonce that could be compared.",
            &without(other, member(product)),
        )
        .undetermined("nonce-missing", "")
        .save(group)?;
    }
    let mut request = without(request("K1110"), "data");
    request["extra"] = json!({ "nonce": NONCE });
    for (name, answer) in [
        ("nonce-by-paths", NONCE),
        ("nonce-by-paths-differs", OTHER_NONCE),
    ] {
        let mut response = without(response(scene, "K1110"), "data");
        response["echo"] = json!([answer]);
        let draft = waived(
            scene,
            "K1110",
            name,
            "The caller says where the nonce stands in request and response.",
            &response,
        )
        .request(&request)
        .options(|options| {
            options.nonce_path = Some("/extra/nonce".to_owned());
            options.nonce_answer_path = Some("/echo/0".to_owned());
        });
        let draft = if answer == NONCE {
            draft
        } else {
            draft.rejected("nonce-differs", "")
        };
        draft.save(group)?;
    }
    Ok(())
}

fn identity(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let good = response(scene, "K1110");
    let case =
        |name: &str, reason: &str, response: &Value| waived(scene, "K1110", name, reason, response);
    let mut foreign = good.clone();
    foreign["ci"] = scene.kakao_key.once(&scene.other_ci.text()).into();
    case(
        "ci-differs",
        "Another person than the one expected authenticated.",
        &foreign,
    )
    .rejected("ci-differs", "")
    .save(group)?;
    let bare = without(good.clone(), "ci");
    let reason = "The provider gives no CI, so that nobody knows who authenticated.";
    case("ci-missing", reason, &bare)
        .undetermined("ci-missing", "")
        .save(group)?;
    case(
        "ci-missing-waived",
        "The provider gives no CI, and the caller does without.",
        &bare,
    )
    .waive("ci")
    .waived("ci-missing")
    .save(group)?;
    case(
        "ci-not-held",
        "Nobody knows who should have authenticated.",
        &good,
    )
    .no_ci()
    .undetermined("ci-not-held", "")
    .save(group)?;
    case(
        "ci-not-held-waived",
        "The caller takes whoever authenticated.",
        &good,
    )
    .no_ci()
    .waive("ci")
    .waived("ci-not-held")
    .save(group)?;
    case(
        "no-keys",
        "Without a key the response's CI can't be compared.",
        &good,
    )
    .no_keys()
    .undetermined("keys-missing", "")
    .save(group)?;
    case(
        "wrong-key",
        "Under this key the response's CI is no CI.",
        &good,
    )
    .keys(&json!({ "kakao": KakaoKey::new().json() }))
    .undetermined("ci-malformed", "")
    .save(group)
}
