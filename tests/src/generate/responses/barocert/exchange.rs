//! A request to Barocert and its answer, both as they should be.

use crate::generate::responses::documents::{SignType, attached, kakao_content};
use crate::generate::responses::draft::Draft;
use crate::generate::responses::kakao_exchange::text_at;
use crate::generate::responses::scene::{BIRTHDAY, NAME, PHONE, Scene, TEXT, id};
use serde_json::{Value, json};

/// Where the shape of a good answer is settled.
pub(in super::super) const GUIDE: &str =
    "Barocert Kakao multi sign guide, MultiSign and MultiSignResult";
/// The receipt of every case.
pub(in super::super) const RECEIPT: &str = "00000000000000000000000000000001";

/// The request and the answer; cases change either.
pub(in super::super) struct Exchange<'a> {
    pub(in super::super) scene: &'a Scene,
    pub(in super::super) product: &'static str,
    pub(in super::super) request: Value,
    pub(in super::super) response: Value,
}

impl<'a> Exchange<'a> {
    /// One text through Kakao.
    pub(in super::super) fn text(scene: &'a Scene) -> Self {
        Self::one(scene, "kakao-sign", "TEXT", TEXT, &signed(scene, TEXT))
    }

    /// One token of any type.
    pub(in super::super) fn one(
        scene: &'a Scene,
        product: &'static str,
        kind: &str,
        token: &str,
        signed: &str,
    ) -> Self {
        let mut exchange = Self::bare(scene, product);
        exchange.request["tokenType"] = kind.into();
        exchange.request["token"] = token.into();
        exchange.response["signedData"] = signed.into();
        exchange
    }

    /// Several texts through Kakao, each of which has a transaction of its own.
    pub(in super::super) fn texts(scene: &'a Scene, count: usize) -> Self {
        Self::transactions(scene, count, id)
    }

    /// The same texts, whose signatures all name the one transaction: from the second on each is
    /// `document-duplicated`.
    pub(super) fn texts_of_one(scene: &'a Scene, count: usize) -> Self {
        Self::transactions(scene, count, |_| RECEIPT.to_owned())
    }

    fn transactions(scene: &'a Scene, count: usize, id_at: impl Fn(usize) -> String) -> Self {
        let mut exchange = Self::bare(scene, "kakao-multi-sign");
        exchange.request["tokenType"] = "TEXT".into();
        exchange.request["tokens"] = (1..=count)
            .map(|place| json!({ "signTitle": format!("시험 계약서 {place}"), "token": text_at(place) }))
            .collect();
        exchange.response["multiSignedData"] = (1..=count)
            .map(|place| {
                let content = kakao_content(&text_at(place), &id_at(place));
                Value::from(attached(&scene.signer, &content, SignType::Message))
            })
            .collect();
        exchange
    }

    /// Everything but what is signed.
    pub(in super::super) fn bare(scene: &'a Scene, product: &'static str) -> Self {
        let request = json!({
            "receiverHP": PHONE,
            "receiverName": NAME,
            "receiverBirthday": BIRTHDAY,
            "reqTitle": "시험 서명 요청",
            "expireIn": 1000,
        });
        let field = |plain: &str| encrypted(scene, product, plain);
        let response = json!({
            "receiptID": RECEIPT,
            "state": 1,
            "ci": field(&scene.ci.text()),
            "receiverName": field(NAME),
            "receiverYear": field(&BIRTHDAY[..4]),
            "receiverDay": field(&BIRTHDAY[4..]),
            "receiverHP": field(PHONE),
        });
        Self {
            scene,
            product,
            request,
            response,
        }
    }

    /// The signatures that came.
    pub(in super::super) fn given(&mut self) -> &mut Vec<Value> {
        self.response["multiSignedData"]
            .as_array_mut()
            .expect("several documents")
    }

    /// A case in which everything is given that there is; a VID there never is.
    pub(in super::super) fn draft(&self, name: &str, reason: &str) -> Draft {
        self.draft_with_vid_wanted(name, reason)
            .waive("vid")
            .waived("vid-missing")
    }

    /// The same, and the caller does not do without a VID.
    pub(in super::super) fn draft_with_vid_wanted(&self, name: &str, reason: &str) -> Draft {
        let scene = self.scene;
        let keys = if self.product.starts_with("naver") {
            json!({ "naver": scene.naver_key.json() })
        } else {
            scene.kakao_keys()
        };
        Draft::new("barocert", self.product, name, reason)
            .request(&self.request)
            .receipt(&json!({ "receiptID": RECEIPT }))
            .keys(&keys)
            .ci(&scene.ci.text())
            .response(&self.response)
    }
}

/// A field under the key of the product's provider.
pub(in super::super) fn encrypted(scene: &Scene, product: &str, plain: &str) -> String {
    if product.starts_with("naver") {
        scene.naver_key.once(plain)
    } else {
        scene.kakao_key.once(plain)
    }
}

/// A token as Kakao signs it.
pub(in super::super) fn signed(scene: &Scene, token: &str) -> String {
    attached(
        &scene.signer,
        &kakao_content(token, RECEIPT),
        SignType::Message,
    )
}

/// These places have the transaction of the first one too.
pub(super) fn duplicated(draft: Draft, places: &[usize]) -> Draft {
    places.iter().fold(draft, |draft, place| {
        draft.rejected("document-duplicated", &place.to_string())
    })
}
