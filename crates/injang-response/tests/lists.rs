//! Whose of many people an answer is.

#[path = "exchanges/changed.rs"]
mod changed;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use changed::{Case, said};
use injang_core::{
    Certificate, CertificateChoice, Ci, Der, Limits, SignedDocument, Vid, VidEncoding, VidLayout,
};
use injang_response::{DecisionVerdict, Pseudonym, SeenSignatures, Waiver};
use serde_json::json;

/// The CI of whose answer it is in the cases of Kakao.
fn own() -> String {
    Case::read("kakao-single/text").text("ci").to_owned()
}

/// The CI of somebody else.
fn other() -> String {
    let case = Case::read("kakao-single/ci-held-of-somebody-else");
    case.text("ci").to_owned()
}

/// The CI of nobody in any case.
fn third() -> String {
    format!("{}==", "A".repeat(86))
}

/// A case with people to look among.
fn among(name: &str, list: &[&dyn Fn() -> String]) -> Case {
    let mut case = Case::read(name).without("ci");
    case.list = list.iter().map(|ci| ci()).collect();
    case.with("keys/pseudonym", STANDARD.encode([0x0b; 32]))
}

/// The VID that a person would have with the certificate of a signed document.
fn vid_of(case: &Case, ci: &str) -> String {
    let signed = case.get("response/signed_document");
    let octets = STANDARD.decode(signed.as_str().unwrap()).unwrap();
    let der = Der::from_ber(&octets, Limits::default()).unwrap();
    let document = SignedDocument::parse(&der).unwrap();
    let certificate: &Certificate<'_> = match document.certificates().first() {
        Some(CertificateChoice::Certificate(certificate)) => certificate,
        _ => panic!("no certificate"),
    };
    let crypto = injang_crypto::default_backend();
    let ci = Ci::from_base64(ci.as_bytes()).unwrap();
    let vid = Vid::compute(crypto, &ci, certificate.serial(), VidLayout::default());
    vid.unwrap().to_text(VidEncoding::Base64)
}

/// The reasons, and who it is.
fn found(case: &Case) -> (Vec<String>, Option<Pseudonym>) {
    let decision = case.decide();
    (said(&decision.reasons), decision.person)
}

fn reasons(all: &[&str]) -> Vec<String> {
    all.iter().map(|&it| it.to_owned()).collect()
}

#[test]
fn each_of_several_is_found() {
    let (_, alone) = found(&among("kakao-single/text", &[&own]));
    assert!(alone.is_some());
    let orders: [[&dyn Fn() -> String; 3]; 3] = [
        [&own, &other, &third],
        [&other, &own, &third],
        [&other, &third, &own],
    ];
    for order in orders {
        let case = among("kakao-single/text", &order);
        // Nobody is named, whom the key would show.
        let by_vid = case.clone().without("keys/kakao");
        let by_vid = by_vid.without("request/delegate_info");
        let by_ci = case.clone().without("response/vid").waiving(Waiver::Vid);
        for (case, expected) in [
            (case, &[][..]),
            (by_vid, &[]),
            (by_ci, &["vid-missing waived"]),
        ] {
            assert_eq!(found(&case), (reasons(expected), alone));
        }
    }
    let (_, somebody) = found(
        &among("kakao-single/text", &[&own, &other])
            .with_of(
                "response/ci",
                "kakao-single/ci-of-somebody-else",
                "response/ci",
            )
            .without("response/vid"),
    );
    assert!(somebody.is_some() && somebody != alone);
}

#[test]
fn nobody_on_the_list() {
    let missing = "ci-not-listed undetermined";
    let case = among("kakao-single/text", &[&third]);
    assert_eq!(found(&case), (reasons(&[missing]), None));
    // The VID is held against the CI that came with it.
    let vid = vid_of(&case, &other());
    let contradicted = case.with("response/vid", vid);
    let both = reasons(&[missing, "vid-differs rejected"]);
    assert_eq!(found(&contradicted), (both, None));
    // Without keys nothing says that it is another's.
    let unread = contradicted.without("keys/kakao");
    assert_eq!(found(&unread).1, None);
}

#[test]
fn a_vid_is_held_against_the_person_of_the_ci() {
    let case = among("kakao-single/text", &[&own, &other]);
    assert_eq!(
        Some(vid_of(&case, &own()).as_str()),
        case.get("response/vid").as_str()
    );
    let vid = vid_of(&case, &other());
    let case = case.with("response/vid", vid);
    assert_eq!(found(&case), (reasons(&["vid-differs rejected"]), None));
}

#[test]
fn whom_was_asked_is_not_who_answered() {
    let case = among("kakao-single/text", &[&own]);
    let ci = case.get("response/ci");
    let case = case.with("prepare", json!({ "type": "CI", "ci": ci }));
    let silent = case.without("response/ci").without("response/vid");
    let expected = reasons(&[
        "ci-missing undetermined",
        "ci-not-listed undetermined",
        "vid-missing undetermined",
    ]);
    assert_eq!(found(&silent), (expected, None));
    // Who was asked is the only one whom the VID may be of.
    let case = among("kakao-single/text", &[&own, &other]).without("response/ci");
    let (other, place) = ("kakao-single/ci-of-somebody-else", "response/ci");
    let case = case.with_of("prepare/ci", other, place);
    assert_eq!(
        found(&case),
        (
            reasons(&["ci-differs rejected", "vid-differs rejected"]),
            None
        )
    );
}

/// One signature counts once over many answers too; what was rejected spoils nobody's.
#[test]
fn a_signature_that_comes_twice() {
    let first = || Case::read("toss/text").decide();
    let several = || Case::read("kakao-multi/documents-3").decide();
    let mut seen = SeenSignatures::default();
    assert!(seen.hold_against(first()).is_accepted());
    let others = seen.hold_against(several());
    assert!(others.is_accepted(), "{:?}", said(&others.reasons));
    for again in [first(), several()] {
        let again = seen.hold_against(again);
        assert_eq!(again.verdict, DecisionVerdict::Rejected);
        let duplicated = said(&again.reasons);
        assert_eq!(duplicated.len(), again.documents.len());
        let is_said = |it: &String| it.starts_with("document-duplicated rejected");
        assert!(duplicated.iter().all(is_said), "{duplicated:?}");
    }
    // The same signature with another's VID is rejected first, and the genuine answer counts.
    let stranger = Case::read("kakao-single/hash").with(
        "response/vid",
        vid_of(&Case::read("kakao-single/hash"), &other()),
    );
    let mut seen = SeenSignatures::default();
    assert_eq!(
        seen.hold_against(stranger.decide()).verdict,
        DecisionVerdict::Rejected
    );
    let own = Case::read("kakao-single/hash").decide();
    assert!(seen.hold_against(own).is_accepted());
}

/// A transaction id that was signed once more, under another signature; and an answer without a
/// signature that comes twice.
#[test]
fn ids_and_nonces_that_come_twice() {
    let is_duplicated = |first: &Case, again: &Case| {
        let mut seen = SeenSignatures::default();
        let first = seen.hold_against(first.decide());
        assert!(first.is_accepted(), "{:?}", said(&first.reasons));
        let again = seen.hold_against(again.decide());
        let is_said = |it: &String| it.starts_with("document-duplicated rejected");
        let is_duplicated = said(&again.reasons).iter().any(is_said);
        assert_eq!(again.is_accepted(), !is_duplicated);
        is_duplicated
    };
    // Both are over the transaction of number 1, each with its own signature.
    let [text, hash] = ["kakao-single/text", "kakao-single/hash"].map(Case::read);
    assert!(is_duplicated(&text, &hash));
    assert!(!is_duplicated(&text, &Case::read("toss/text")));
    // Of one transaction, over texts that name none, each with its own signature.
    let [text, pdf] = ["toss/text", "toss/pdf"].map(Case::read);
    assert!(is_duplicated(&text, &pdf));
    let other = "00000000-0000-4000-8000-0000000000a2";
    let pdf = pdf.with("receipt/success/txId", other);
    assert!(!is_duplicated(
        &text,
        &pdf.with("response/success/txId", other)
    ));
    let nonce = Case::read("situations/k1110-without-ci");
    assert!(is_duplicated(&nonce, &nonce));
    let other = nonce.clone().with("request/data", "another nonce");
    let other = other.with("response/data", "another nonce");
    // One transaction has one answer, whatever nonce is in it.
    assert!(is_duplicated(&nonce, &other));
    let other = other.with("request/tx_id", "00000000-0000-4000-8000-0000000000a2");
    assert!(!is_duplicated(&nonce, &other));
    let shown = format!("{:?}", other.decide());
    assert!(!shown.contains("another nonce"));
}
