//! Products that request and answer show to be others, members that nobody would compare, and a
//! request in the place of the answer.

use super::changed::{Case, said};
use super::{check, id};
use injang_core::report::Lang;
use injang_response::{Finding, Waiver};
use serde_json::json;

const SINGLE: &str = "kakao-single/text";
const MAPPED: &str = "kakao-debit/mapped";
const SESSION: &str = "situations/k2220";

/// The one document in the list of products with several.
fn listed(case: Case) -> Case {
    let signed = case.get("response/signed_document");
    let item = json!({ "document_tx_id": id(1), "signed_document": signed });
    case.without("response/signed_document")
        .with("response/signed_documents", json!([item]))
}

#[test]
fn answers_of_another_product() {
    check(&[
        (
            "a list of a product with one document",
            SINGLE,
            listed,
            &["product-differs undetermined"],
        ),
        (
            "the same, of a product that nobody names",
            SINGLE,
            |it| {
                let mut case = listed(it);
                case.options.product.clear();
                case
            },
            &["product-differs undetermined"],
        ),
        ("one document", SINGLE, |it| it, &[]),
        (
            "a product without a signature",
            SINGLE,
            |mut it| {
                "K1110".clone_into(&mut it.options.product);
                it.waiving(Waiver::Signature)
            },
            &["product-differs undetermined"],
        ),
        (
            "a list of one with several",
            "situations/k3511",
            |it| it,
            &[],
        ),
    ]);
}

#[test]
fn members_that_may_change_for_whom_the_signature_is() {
    check(&[
        (
            "of the delegation, as the guide has it",
            MAPPED,
            |it| {
                it.with("request/delegate_info/request_type", "시험")
                    .with("request/delegate_info/call_center_name", "시험")
            },
            &[],
        ),
        (
            "of the delegation, and not in the guide",
            MAPPED,
            |it| it.with("request/delegate_info/on_behalf_of", "시험"),
            &["content-not-compared undetermined #1"],
        ),
        (
            "the same, named by the map",
            MAPPED,
            |it| {
                let map = it.get("map");
                let case = it.with("request/delegate_info/on_behalf_of", "시험은행");
                let target = map["/withdraw_info/bank"].clone();
                let mut map = map;
                map["/delegate_info/on_behalf_of"] = target;
                case.with("map", map)
            },
            &[],
        ),
        (
            "beside the document of a session, none",
            SESSION,
            |it| it,
            &[],
        ),
        (
            "beside the document of a session",
            SESSION,
            |it| it.with("request/orders", "시험"),
            &["content-not-compared undetermined #1"],
        ),
        (
            "the same, and the caller does without",
            SESSION,
            |it| it.with("request/orders", "시험").waiving(Waiver::Content),
            &["content-not-compared waived #1"],
        ),
    ]);
}

#[test]
fn a_request_in_the_place_of_the_answer() {
    for name in [
        SINGLE,
        "toss/text",
        "barocert/kakao-text",
        "kakao-multi/documents-3",
    ] {
        let case = Case::read(name);
        let request = case.get("request");
        let reasons = case.with("response", request).decide().reasons;
        let missing = |it: &&Finding| it.code.name() == "document-missing";
        let missing = reasons.iter().find(missing).unwrap();
        assert!(
            missing.sentence(Lang::En).contains("is a request"),
            "{name}"
        );
        let step = missing.next_step().unwrap().sentence(Lang::En);
        assert!(step.starts_with("This is a request"), "{name}");
    }
    // An answer that has no document is none for that.
    let case = Case::read(SINGLE).without("response/signed_document");
    let reasons = case.decide().reasons;
    assert!(
        reasons
            .iter()
            .all(|it| !it.sentence(Lang::En).contains("is a request"))
    );
    // The nonce of a request agrees with itself.
    let case = Case::read("situations/k1110-without-ci");
    let request = case.get("request");
    let case = case.with("response", request).waiving(Waiver::Status);
    let reasons = said(&case.decide().reasons);
    assert!(
        reasons.contains(&"nonce-missing undetermined".to_owned()),
        "{reasons:?}"
    );
}
