//! A request to Kakao and its answer, both as they should be.

use super::documents::{SignType, attached, kakao_content};
use super::draft::Draft;
use super::scene::{NAME, Scene, TEXT, id};
use serde_json::{Value, json};

/// Where the shape of a good answer is settled.
pub(super) const GUIDE: &str = "Kakao K3500 guide, verify response";

/// The request and the answer; cases change either.
pub(super) struct Exchange<'a> {
    pub(super) scene: &'a Scene,
    pub(super) product: &'static str,
    pub(super) request: Value,
    pub(super) response: Value,
}

impl<'a> Exchange<'a> {
    /// One text, signed by MESSAGE.
    pub(super) fn text(scene: &'a Scene) -> Self {
        let signed = signed_text(scene, 1);
        Self::one(scene, "TEXT", &asked(TEXT, &id(1)), &signed)
    }

    /// One document of any type.
    pub(super) fn one(scene: &'a Scene, kind: &str, document: &str, signed: &str) -> Self {
        let mut request = request(scene, kind);
        request["document_title"] = "시험 계약서".into();
        request["document"] = document.into();
        let mut response = response(scene);
        response["signed_document"] = signed.into();
        Self {
            scene,
            product: "K3510",
            request,
            response,
        }
    }

    /// Several texts, signed by MESSAGE.
    pub(super) fn texts(scene: &'a Scene, count: usize) -> Self {
        let documents: Vec<_> = (1..=count)
            .map(|place| {
                (
                    asked(&text_at(place), &id(place)),
                    signed_text(scene, place),
                )
            })
            .collect();
        Self::several(scene, "TEXT", &documents)
    }

    /// Several documents of any type: what was asked, and what was signed.
    pub(super) fn several(scene: &'a Scene, kind: &str, documents: &[(String, String)]) -> Self {
        let mut request = request(scene, kind);
        request["tx_id"] = id(0).into();
        request["delegate_info"]["request_type"] = "시험 전자계약".into();
        let mut response = response(scene);
        let (mut wanted, mut given) = (Vec::new(), Vec::new());
        for (place, (document, signed)) in (1..).zip(documents) {
            wanted.push(json!({
                "document_tx_id": id(place),
                "document_title": format!("시험 계약서 {place}"),
                "document": document,
            }));
            given.push(json!({ "document_tx_id": id(place), "signed_document": signed }));
        }
        request["documents"] = wanted.into();
        response["signed_documents"] = given.into();
        Self {
            scene,
            product: "K3511",
            request,
            response,
        }
    }

    /// The documents that came.
    pub(super) fn given(&mut self) -> &mut Vec<Value> {
        self.response["signed_documents"]
            .as_array_mut()
            .expect("several documents")
    }

    /// A case in which everything is given.
    pub(super) fn draft(&self, name: &str, reason: &str) -> Draft {
        Draft::new("kakao", self.product, name, reason)
            .request(&self.request)
            .keys(&self.scene.kakao_keys())
            .ci(&self.scene.ci.text())
            .response(&self.response)
    }
}

/// The request's `document`, which is JSON in a string.
pub(super) fn asked(data: &str, id: &str) -> String {
    json!({ "txId": id, "data": data }).to_string()
}

/// The text at a place; the first is the one of single documents.
pub(super) fn text_at(place: usize) -> String {
    match place {
        1 => TEXT.to_owned(),
        _ => format!("{TEXT} {place}번"),
    }
}

/// The signature over the text at a place.
pub(super) fn signed_text(scene: &Scene, place: usize) -> String {
    let content = kakao_content(&text_at(place), &id(place));
    attached(&scene.signer, &content, SignType::Message)
}

/// The status of a transaction that was created and completed at these times of Korea.
pub(super) fn status(created: &str, completed: &str) -> Value {
    json!({
        "status": "COMPLETED",
        "tx_id": id(1),
        "created_at": created,
        "viewed_at": created,
        "completed_at": completed,
        "expired_at": "2026-03-02 18:00:00",
        "partner_notified_at": null,
    })
}

fn request(scene: &Scene, kind: &str) -> Value {
    json!({
        "tx_id": id(1),
        "expires_in": 1200,
        "document_type": kind,
        "delegate_info": { "receiver_name": scene.kakao_key.twice(NAME) },
    })
}

fn response(scene: &Scene) -> Value {
    json!({
        "status": "COMPLETED",
        "result": "Y",
        "ci": scene.kakao_key.once(&scene.ci.text()),
        "vid": scene.vid(),
    })
}
