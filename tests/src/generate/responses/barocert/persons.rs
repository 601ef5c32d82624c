//! Who signed: CI and the receiver's fields.

use super::exchange::{Exchange, encrypted};
use crate::generate::responses::documents::{SignType, attached};
use crate::generate::responses::draft::Group;
use crate::generate::responses::scene::{BIRTHDAY, NAME, PHONE, TEXT};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use std::io;

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    receivers(group)?;
    persons(group)?;
    identity(group)?;
    naver(group)
}

fn receivers(group: &Group<'_>) -> io::Result<()> {
    for (member, value, code) in [
        ("receiverName", "다른 사람", "name-differs"),
        ("receiverYear", "1901", "birthday-differs"),
        ("receiverDay", "0102", "birthday-differs"),
        ("receiverHP", "01000000001", "phone-differs"),
    ] {
        let mut exchange = Exchange::text(group.scene);
        exchange.response[member] = encrypted(group.scene, exchange.product, value).into();
        exchange
            .draft(
                &format!("other-{}", member.to_lowercase()),
                &format!("{member} is not what the request says of the person."),
            )
            .rejected(code, "")
            .save(group)?;
    }
    Ok(())
}

fn persons(group: &Group<'_>) -> io::Result<()> {
    let exchange = Exchange::text(group.scene);
    exchange
        .draft(
            "person-held",
            "The receiver's fields are what is held of the person.",
        )
        .person(&json!({ "name": NAME, "phone_no": PHONE, "birthday": BIRTHDAY }))
        .save(group)?;
    exchange
        .draft(
            "person-held-differs",
            "What is held of the person goes before what the request says.",
        )
        .person(&json!({ "name": "다른 사람", "phone_no": PHONE, "birthday": BIRTHDAY }))
        .rejected("name-differs", "")
        .save(group)
}

fn identity(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let good = Exchange::text(scene);
    good.draft_with_vid_wanted(
        "vid-missing",
        "Barocert gives no VID, so that nothing ties the person to the certificate.",
    )
    .undetermined("vid-missing", "")
    .save(group)?;
    good.draft("ci-differs", "The CI held is another person's.")
        .ci(&scene.other_ci.text())
        .rejected("ci-differs", "")
        .save(group)?;
    good.draft("ci-not-held", "Nobody knows who should have signed.")
        .no_ci()
        .undetermined("ci-not-held", "")
        .save(group)?;
    good.draft(
        "ci-not-held-waived",
        "The caller takes whoever signed under the name asked for.",
    )
    .no_ci()
    .waive("ci")
    .waived("ci-not-held")
    .save(group)?;
    good.draft(
        "no-keys",
        "Without a key neither the CI nor the receiver's fields can be compared.",
    )
    .no_keys()
    .undetermined("keys-missing", "")
    .save(group)
}

fn naver(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let signature = attached(&scene.signer, TEXT, SignType::Message);
    let exchange = || Exchange::one(scene, "naver-sign", "TEXT", TEXT, &signature);
    let mut foreign = exchange();
    foreign.response["ci"] = scene.naver_key.once(&scene.other_ci.text()).into();
    foreign
        .draft(
            "naver-ci-differs",
            "Naver's CI is another person's than the one held.",
        )
        .rejected("ci-differs", "")
        .save(group)?;
    let whole = scene.naver_key.once(&scene.ci.text());
    let octets = STANDARD.decode(whole).expect("base64");
    for (name, length, reason) in [
        (
            "naver-padding",
            octets.len() - 16,
            "The CI's last block is gone, and what is last now ends in no padding.",
        ),
        (
            "naver-length",
            octets.len() - 1,
            "The CI's ciphertext is not a whole number of blocks.",
        ),
    ] {
        let mut broken = exchange();
        broken.response["ci"] = STANDARD.encode(&octets[..length]).into();
        broken
            .draft(name, reason)
            .undetermined("field-undecryptable", "")
            .save(group)?;
    }
    Ok(())
}
