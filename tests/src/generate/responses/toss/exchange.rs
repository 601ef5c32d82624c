//! A request to Toss and its result, both as they should be.

use crate::generate::responses::cipher::TossKey;
use crate::generate::responses::documents::{SignType, attached};
use crate::generate::responses::draft::Draft;
use crate::generate::responses::scene::{BIRTHDAY, GENDER, NAME, PHONE, Scene, TEXT, id};
use crate::generate::seed::random;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

/// Where the shape of a good answer is settled.
pub(in super::super) const GUIDE: &str =
    "Toss general electronic signing guide (일반 전자서명), request and result API";

/// The request and the result; cases change either.
pub(in super::super) struct Exchange<'a> {
    pub(in super::super) scene: &'a Scene,
    /// The request's session.
    pub(in super::super) own: TossKey,
    /// The result's: each is made anew, as the guide asks.
    pub(in super::super) session: TossKey,
    pub(in super::super) request: Value,
    pub(in super::super) response: Value,
}

impl<'a> Exchange<'a> {
    /// A text, and the signature over it.
    pub(in super::super) fn text(scene: &'a Scene) -> Self {
        let signed = attached(&scene.toss, TEXT, SignType::SignedAttribute);
        Self::under(scene, TossKey::gcm(), &signed)
    }

    /// A text, and this signature.
    pub(in super::super) fn signed(scene: &'a Scene, signed: &str) -> Self {
        Self::under(scene, TossKey::gcm(), signed)
    }

    /// The same under another session.
    pub(in super::super) fn under(scene: &'a Scene, session: TossKey, signed: &str) -> Self {
        let own = TossKey::gcm();
        let request = json!({
            "requestType": "USER_PERSONAL",
            "triggerType": "PUSH",
            "userName": own.field(NAME),
            "userPhone": own.field(PHONE),
            "userBirthday": own.field(BIRTHDAY),
            "sessionKey": wrapped(&own),
            "serviceName": "시험 서비스",
            "docTitle": "시험 계약서",
            "doc": TEXT,
            "docType": "TEXT",
            "docEncrypted": false,
            "signatureType": "PKCS7",
        });
        let response = json!({
            "resultType": "SUCCESS",
            "success": {
                "txId": id(1),
                "status": "COMPLETED",
                "doc": TEXT,
                "signedDoc": signed,
                "signatureType": "PKCS7",
                "docEncrypted": false,
                "randomValue": null,
                "userCiToken": null,
                "completedDt": "2026-03-02T17:59:30+09:00",
                "requestedDt": "2026-03-02T17:50:00+09:00",
                "personalData": {
                    "ci": session.field(&scene.ci.text()),
                    "name": session.field(NAME),
                    "birthday": session.field(BIRTHDAY),
                    "gender": session.field(GENDER),
                    "nationality": session.field("LOCAL"),
                    "ci2": null,
                    "di": session.field(&scene.di),
                    "ciUpdate": null,
                },
            },
        });
        Self {
            scene,
            own,
            session,
            request,
            response,
        }
    }

    /// The result's own object.
    pub(in super::super) fn success(&mut self) -> &mut Value {
        &mut self.response["success"]
    }

    /// A field of the person, anew under the session.
    pub(in super::super) fn set_person(&mut self, member: &str, plain: &str) {
        self.response["success"]["personalData"][member] = self.session.field(plain).into();
    }

    /// A case in which everything is given.
    pub(in super::super) fn draft(&self, name: &str, reason: &str) -> Draft {
        let (own, session) = (self.own.text(), self.session.text());
        Draft::new("toss", "sign", name, reason)
            .request(&self.request)
            .receipt(&receipt(&id(1)))
            .keys(&json!({ "toss": [own, session] }))
            .person(&self.person())
            .ci(&self.scene.ci.text())
            .response(&self.response)
            .plant(&session)
            .plant(&own)
            .plant(&self.session.key_text())
            .note("no-vid", "")
    }

    /// What is held of the person.
    pub(in super::super) fn person(&self) -> Value {
        json!({ "name": NAME, "birthday": BIRTHDAY, "gender": GENDER, "di": self.scene.di })
    }
}

/// Toss's answer to a request.
pub(in super::super) fn receipt(id: &str) -> Value {
    json!({
        "resultType": "SUCCESS",
        "success": {
            "txId": id,
            "appScheme": null,
            "androidAppUri": null,
            "iosAppUri": null,
            "requestedDt": "2026-03-02T17:50:00+09:00",
        },
    })
}

/// The session as it goes to Toss, under a key that nobody here has.
pub(in super::super) fn wrapped(session: &TossKey) -> String {
    let text = session.text();
    let mut parts = text.split('$');
    let version = parts.next().unwrap_or_default();
    let id = parts.next().unwrap_or_default();
    format!("{version}${id}${}", STANDARD.encode(random(512)))
}
