//! CI and VID: whose signature it is.

use crate::case::Layout;
use crate::generate::expected::hex;
use crate::generate::responses::cipher::KakaoKey;
use crate::generate::responses::draft::Group;
use crate::generate::responses::kakao_exchange::Exchange;
use crate::generate::responses::scene::without;
use crate::generate::seed::random;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use std::io;

const VID: &str = "Kakao certificate overview, question 6";

pub(super) fn make(group: &Group<'_>) -> io::Result<()> {
    vids(group)?;
    layouts(group)?;
    vid_missing(group)?;
    foreign(group)?;
    held(group)?;
    keys(group)
}

/// A good answer with another VID.
fn with_vid<'a>(group: &Group<'a>, vid: &str) -> Exchange<'a> {
    let mut exchange = Exchange::text(group.scene);
    exchange.response["vid"] = vid.into();
    exchange
}

/// A good answer with another person's CI.
fn with_foreign_ci<'a>(group: &Group<'a>) -> Exchange<'a> {
    let mut exchange = Exchange::text(group.scene);
    let foreign = group.scene.other_ci.text();
    exchange.response["ci"] = group.scene.kakao_key.once(&foreign).into();
    exchange
}

fn vids(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let vid = scene.ci.vid(&scene.signer, Layout::CiSerial);
    for (form, text) in [
        ("hex", hex(&vid)),
        ("base64url", URL_SAFE_NO_PAD.encode(&vid)),
    ] {
        with_vid(group, &text)
            .draft(
                &format!("vid-in-{form}"),
                &format!("The VID fits, and is written in {form}."),
            )
            .source(VID)
            .save(group)?;
    }
    with_vid(group, &STANDARD.encode(random(32)))
        .draft(
            "vid-random",
            "The VID fits neither this person nor this certificate.",
        )
        .source(VID)
        .rejected("vid-differs", "")
        .save(group)?;
    let vid = scene.ci.vid(&scene.other, Layout::CiSerial);
    with_vid(group, &STANDARD.encode(vid))
        .draft(
            "vid-of-another-certificate",
            "The VID is that of the person and another certificate than the signer's.",
        )
        .source(VID)
        .rejected("vid-differs", "")
        .save(group)?;
    with_vid(group, &STANDARD.encode(random(31)))
        .draft(
            "vid-malformed",
            "The VID is no digest that could be compared.",
        )
        .source(VID)
        .undetermined("vid-malformed", "")
        .save(group)
}

fn layouts(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    for &layout in &Layout::ALL[1..] {
        let word = layout.as_str();
        let vid = STANDARD.encode(scene.ci.vid(&scene.signer, layout));
        with_vid(group, &vid)
            .draft(
                &format!("vid-under-{word}"),
                &format!("The VID fits under {word}, but ci-serial is pinned."),
            )
            .source(VID)
            .rejected("vid-differs", "")
            .save(group)?;
    }
    let layout = Layout::CiSerialUnsigned;
    with_vid(group, &STANDARD.encode(scene.ci.vid(&scene.signer, layout)))
        .draft(
            "vid-under-the-layout-named",
            "The VID fits under the layout that the caller pins.",
        )
        .source(VID)
        .options(|options| options.vid_layout = Some(layout.as_str().to_owned()))
        .save(group)
}

fn vid_missing(group: &Group<'_>) -> io::Result<()> {
    let mut exchange = Exchange::text(group.scene);
    exchange.response = without(exchange.response, "vid");
    let reason = "There is no VID, so that nothing ties the person to the certificate.";
    exchange
        .draft("vid-missing", reason)
        .undetermined("vid-missing", "")
        .save(group)?;
    exchange
        .draft(
            "vid-missing-waived",
            "There is no VID, and the caller does without; the decrypted CI is the one held.",
        )
        .waive("vid")
        .waived("vid-missing")
        .save(group)?;
    with_vid(group, &STANDARD.encode(random(32)))
        .draft(
            "vid-differs-not-waivable",
            "A VID that is missing can be waived, one that differs can't.",
        )
        .waive("vid")
        .rejected("vid-differs", "")
        .save(group)
}

fn foreign(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let good = Exchange::text(scene);
    good.draft(
        "ci-held-of-somebody-else",
        "The CI held is another person's than the response's and than the VID's.",
    )
    .ci(&scene.other_ci.text())
    .rejected("ci-differs", "")
    .rejected("vid-differs", "")
    .save(group)?;
    good.draft(
        "ci-held-of-somebody-else-no-keys",
        "The CI held is another person's; the VID alone tells.",
    )
    .no_keys()
    .ci(&scene.other_ci.text())
    .rejected("vid-differs", "")
    .undetermined("keys-missing", "")
    .save(group)?;
    with_foreign_ci(group)
        .draft(
            "ci-of-somebody-else",
            "The response's CI is another person's, although the VID fits the one held.",
        )
        .rejected("ci-differs", "")
        .save(group)?;
    with_foreign_ci(group)
        .draft(
            "ci-differs-not-waivable",
            "A CI that is missing can be waived, one that differs can't.",
        )
        .waive("ci")
        .rejected("ci-differs", "")
        .save(group)
}

fn held(group: &Group<'_>) -> io::Result<()> {
    let scene = group.scene;
    let good = Exchange::text(scene);
    good.draft(
        "ci-not-held",
        "Nobody knows who should have signed; the VID fits the CI that the response brought itself.",
    )
    .no_ci()
    .undetermined("ci-not-held", "")
    .undetermined("person-missing", "")
    .save(group)?;
    good.draft(
        "ci-not-held-waived",
        "The caller takes whoever signed, and the VID fits the response's own CI; but the name that \
         was asked for does not come back.",
    )
    .no_ci()
    .waive("ci")
    .waived("ci-not-held")
    .undetermined("person-missing", "")
    .save(group)?;
    good.draft(
        "ci-and-person-waived",
        "The caller takes whoever signed, by whatever name; the VID fits the response's own CI.",
    )
    .no_ci()
    .waive("ci")
    .waive("person")
    .waived("ci-not-held")
    .waived("person-missing")
    .save(group)?;
    with_foreign_ci(group)
        .draft(
            "ci-not-held-waived-vid-differs",
            "The caller takes whoever signed, but the VID does not fit the response's own CI.",
        )
        .no_ci()
        .waive("ci")
        .waived("ci-not-held")
        .rejected("vid-differs", "")
        .undetermined("person-missing", "")
        .save(group)?;
    good.draft(
        "ci-held-by-prepare",
        "The CI that was sent to prepare the signature is the one held.",
    )
    .source("Kakao K3500 guide, prepare request of type CI")
    .no_ci()
    .prepare(&prepare(&scene.kakao_key.once(&scene.ci.text())))
    .note("field-echoed", "")
    .save(group)?;
    good.draft(
        "ci-prepared-of-somebody-else",
        "The CI that was sent to prepare the signature is another person's.",
    )
    .no_ci()
    .prepare(&prepare(&scene.kakao_key.once(&scene.other_ci.text())))
    .rejected("ci-differs", "")
    .rejected("vid-differs", "")
    .save(group)
}

fn prepare(ci: &str) -> Value {
    json!({ "enc_version": 1, "type": "CI", "ci": ci })
}

fn keys(group: &Group<'_>) -> io::Result<()> {
    let good = Exchange::text(group.scene);
    good.draft(
        "no-keys",
        "The CI is held and the VID is plain, but no key is given to read whom the request names.",
    )
    .no_keys()
    .undetermined("keys-missing", "")
    .save(group)?;
    let wrong = KakaoKey::new().json();
    good.draft(
        "wrong-key",
        "Under this key the response's CI is no CI; CTR can't tell a wrong key from a wrong CI.",
    )
    .keys(&json!({ "kakao": wrong }))
    .undetermined("ci-malformed", "")
    .undetermined("field-undecryptable", "")
    .save(group)
}
