//! Who signed: the fields of `personalData` under the session's key.

use super::exchange::{Exchange, GUIDE, wrapped};
use crate::generate::responses::cipher::TossKey;
use crate::generate::responses::documents::{SignType, attached};
use crate::generate::responses::draft::{Draft, Group};
use crate::generate::responses::scene::{BIRTHDAY, GENDER, NAME, Scene, TEXT, id, without};
use serde_json::json;
use std::io;

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    persons(group)?;
    identity(group)?;
    user_ci(group)?;
    ciphers(group)
}

fn persons(group: &Group<'_>) -> io::Result<()> {
    let other_di = group.scene.other_ci.text();
    for (member, value, code) in [
        ("name", "다른 사람", "name-differs"),
        ("birthday", "19000102", "birthday-differs"),
        ("gender", "FEMALE", "gender-differs"),
        ("di", other_di.as_str(), "di-differs"),
    ] {
        let mut exchange = Exchange::text(group.scene);
        exchange.set_person(member, value);
        exchange
            .draft(
                code,
                &format!("The result's {member} is another than the one held."),
            )
            .rejected(code, "")
            .save(group)?;
    }
    let good = Exchange::text(group.scene);
    good.draft(
        "person-held-in-part",
        "Only the name is held, and it is the result's.",
    )
    .person(&json!({ "name": NAME }))
    .save(group)?;
    good.draft(
        "person-not-held",
        "Nothing but the CI is held, which is enough.",
    )
    .no_person()
    .save(group)?;
    let with_nationality = |word: &str| {
        let mut person = good.person();
        person["nationality"] = word.into();
        person
    };
    good.draft(
        "nationality-held",
        "The nationality held is the one in the result.",
    )
    .source(GUIDE)
    .person(&with_nationality("LOCAL"))
    .save(group)?;
    good.draft(
        "nationality-differs",
        "The nationality held is another than the one in the result.",
    )
    .source(GUIDE)
    .person(&with_nationality("FOREIGNER"))
    .rejected("nationality-differs", "")
    .save(group)
}

fn identity(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let good = Exchange::text(scene);
    good.draft("ci-differs", "The CI held is another person's.")
        .ci(&scene.other_ci.text())
        .rejected("ci-differs", "")
        .save(group)?;
    good.draft("ci-not-held", "Nobody knows who should have signed.")
        .no_ci()
        .no_person()
        .undetermined("ci-not-held", "")
        .save(group)?;
    good.draft(
        "ci-not-held-waived",
        "The caller takes whoever signed under this name.",
    )
    .no_person()
    .no_ci()
    .waive("ci")
    .waived("ci-not-held")
    .save(group)?;
    good.draft(
        "di-held",
        "No CI is held, and the DI that is held is the one that came.",
    )
    .no_ci()
    .save(group)?;
    sessions(group, &good)?;
    good.draft(
        "no-keys",
        "Without the session's key neither the CI nor the person can be compared.",
    )
    .no_keys()
    .undetermined("keys-missing", "")
    .save(group)
}

/// Fields are in a session of this transaction, or nobody knows whose they are.
fn sessions(group: &Group<'_>, good: &Exchange<'_>) -> io::Result<()> {
    let (own, other) = (good.own.text(), TossKey::gcm());
    let mut pasted = Exchange::text(group.scene);
    pasted.session = TossKey::gcm();
    let mut field = |member: &str, plain: &str| {
        pasted.response["success"]["personalData"][member] = other.field(plain).into();
    };
    field("ci", &group.scene.ci.text());
    field("name", NAME);
    field("birthday", BIRTHDAY);
    field("gender", GENDER);
    field("di", &group.scene.di);
    pasted.request = good.request.clone();
    let both = |draft: Draft, keys: &serde_json::Value| draft.keys(keys).plant(&other.text());
    both(
        pasted.draft(
            "session-of-another-transaction",
            "The person's fields are of a session that was made for another transaction.",
        ),
        &json!({ "toss": [own, { "session": other.text(), "tx_id": id(2) }] }),
    )
    .rejected("field-session-differs", "")
    .save(group)?;
    both(
        pasted.draft(
            "session-of-this-transaction",
            "The session is bound to this transaction, and others to others.",
        ),
        &json!({ "toss": [
            own,
            { "session": TossKey::gcm().text(), "tx_id": id(2) },
            { "session": other.text(), "tx_id": id(1) },
        ] }),
    )
    .save(group)?;
    let first = TossKey::gcm();
    let several = json!({ "toss": [own, first.text(), other.text()] });
    for (name, reason, session, tx_id, codes) in [
        (
            "result-request",
            "The request for the result names the session of the answer's fields, so that it is this transaction's.",
            &other,
            id(1),
            &[][..],
        ),
        (
            "result-request-of-another-session",
            "The request for the result names another session than that of the answer's fields.",
            &first,
            id(1),
            &["field-session-differs"],
        ),
        (
            "result-request-of-another-transaction",
            "The request for the result is about another transaction, and binds no session to this one.",
            &other,
            id(2),
            &["tx-id-differs", "field-session-unclear"],
        ),
    ] {
        let asked = json!({ "txId": tx_id, "sessionKey": wrapped(session) });
        let mut draft = both(pasted.draft(name, reason), &several)
            .source("Toss general electronic signing guide (일반 전자서명), result request")
            .result_request(&asked);
        for code in codes {
            draft = match *code {
                "tx-id-differs" | "field-session-differs" => draft.rejected(code, ""),
                _ => draft.undetermined(code, ""),
            };
        }
        draft.save(group)?;
    }
    both(
        pasted.draft(
            "session-of-nobody-knows-which",
            "Of several sessions nothing says which is this transaction's.",
        ),
        &several,
    )
    .undetermined("field-session-unclear", "")
    .save(group)?;
    both(
        pasted.draft(
            "session-beside-a-bound-one",
            "Another session is bound to this transaction, so that this one is not.",
        ),
        &json!({ "toss": [own, { "session": TossKey::gcm().text(), "tx_id": id(1) }, other.text()] }),
    )
    .undetermined("field-session-unclear", "")
    .save(group)?;
    let mut reflected = Exchange::text(group.scene);
    for (member, plain) in [("ci", group.scene.ci.text()), ("name", NAME.to_owned())] {
        reflected.response["success"]["personalData"][member] = reflected.own.field(&plain).into();
    }
    reflected
        .draft(
            "session-of-the-request",
            "The request's own fields came back as the answer's.",
        )
        .undetermined("ci-missing", "")
        .undetermined("person-missing", "")
        .note("field-echoed", "")
        .save(group)
}

fn user_ci(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let mut exchange = Exchange::text(scene);
    for member in ["userName", "userPhone", "userBirthday"] {
        exchange.request = without(exchange.request, member);
    }
    exchange.request["requestType"] = "USER_CI".into();
    exchange.request["userCi"] = exchange.own.field(&scene.ci.text()).into();
    exchange.success()["personalData"]["ci"] = json!(null);
    exchange.success()["personalData"]["di"] = json!(null);
    let source = "Toss general electronic signing guide (일반 전자서명), USER_CI";
    exchange
        .draft(
            "user-ci",
            "The person was asked for by CI, and then no CI comes back.",
        )
        .source(source)
        .no_person()
        .undetermined("ci-missing", "")
        .save(group)?;
    exchange
        .draft(
            "user-ci-waived",
            "The person was asked for by CI, nothing comes back, and the caller does without.",
        )
        .source(source)
        .no_person()
        .waive("ci")
        .waived("ci-missing")
        .save(group)
}

/// A good exchange under the older cipher.
fn under_cbc(scene: &Scene) -> Exchange<'_> {
    let signed = attached(&scene.toss, TEXT, SignType::SignedAttribute);
    Exchange::under(scene, TossKey::cbc(), &signed)
}

fn ciphers(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    under_cbc(scene)
        .draft(
            "cbc",
            "The session is of the older cipher, and each field's HMAC fits.",
        )
        .save(group)?;
    let mut broken = under_cbc(scene);
    let mut field = broken.session.field(&scene.ci.text());
    let last = if field.ends_with('0') { "1" } else { "0" };
    field.replace_range(field.len() - 1.., last);
    broken.success()["personalData"]["ci"] = field.into();
    broken
        .draft("cbc-hmac", "The last digit of the CI's HMAC is another.")
        .undetermined("field-undecryptable", "")
        .save(group)?;
    let mut broken = Exchange::text(scene);
    let field = broken.session.flipped_field(&scene.ci.text());
    broken.success()["personalData"]["ci"] = field.into();
    broken
        .draft(
            "gcm-flipped-ci",
            "One bit of the CI's ciphertext changed, which GCM tells.",
        )
        .undetermined("field-undecryptable", "")
        .save(group)?;
    let mut broken = Exchange::text(scene);
    let field = broken.session.flipped_field(NAME);
    broken.success()["personalData"]["name"] = field.into();
    broken
        .draft(
            "gcm-flipped-name",
            "One bit of the name's ciphertext changed, which GCM tells.",
        )
        .undetermined("field-undecryptable", "")
        .save(group)
}
