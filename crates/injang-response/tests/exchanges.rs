//! What is decided when one thing of an exchange is another than it should be: cases of
//! `tests/responses`, each changed in one place.

#[path = "exchanges/agreement.rs"]
mod agreement;
#[path = "exchanges/answers.rs"]
mod answers;
#[path = "exchanges/asked.rs"]
mod asked;
#[path = "exchanges/bound.rs"]
mod bound;
#[path = "exchanges/changed.rs"]
mod changed;
#[path = "exchanges/copied.rs"]
mod copied;
#[path = "exchanges/documents.rs"]
mod documents;
#[path = "exchanges/echo.rs"]
mod echo;
#[path = "exchanges/forged.rs"]
mod forged;
#[path = "exchanges/forms.rs"]
mod forms;
#[path = "exchanges/hidden.rs"]
mod hidden;
#[path = "exchanges/ids.rs"]
mod ids;
#[path = "exchanges/limits.rs"]
mod limits;
#[path = "exchanges/missing.rs"]
mod missing;
#[path = "exchanges/products.rs"]
mod products;
#[path = "exchanges/sealed.rs"]
mod sealed;
#[path = "exchanges/short.rs"]
mod short;
#[path = "exchanges/times.rs"]
mod times;
#[path = "exchanges/transactions.rs"]
mod transactions;
#[path = "exchanges/unread.rs"]
mod unread;
#[path = "exchanges/wrappers.rs"]
mod wrappers;

use changed::{Case, ID_START, said};
use injang_response::{DecisionVerdict, Waiver};
use injang_tests::response_case::{Decision, cases};
use serde_json::{Value, json};

/// What is changed, of which case, how, and the reasons that must be given then.
type Row<'r> = (&'r str, &'r str, fn(Case) -> Case, &'r [&'r str]);

/// Decides over every row's case, and compares all reasons.
#[track_caller]
fn check(rows: &[Row<'_>]) {
    let mut wrong = Vec::new();
    for (what, name, change, expected) in rows {
        let found = said(&change(Case::read(name)).decide().reasons);
        if found != *expected {
            wrong.push(format!("{name}, {what}: {found:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The id of the cases' transaction or document of this number.
fn id(number: usize) -> Value {
    format!("{ID_START}{number:012}").into()
}

/// Without the request, of which the caller knows.
fn alone(case: Case) -> Case {
    case.without("request").waiving(Waiver::Request)
}

/// Only these documents of an exchange about many, by their places from 0.
fn only(case: Case, places: &[usize]) -> Case {
    let of = |list: &str| -> Value {
        let item = |place: &usize| case.get(&format!("{list}/{place}"));
        places.iter().map(item).collect()
    };
    let [asked, answered] = ["request/documents", "response/signed_documents"].map(of);
    let case = case.with("request/documents", asked);
    case.with("response/signed_documents", answered)
}

#[test]
fn documents_are_paired() {
    const MULTI: &str = "kakao-multi/documents-3";
    const OTHERS: &str = "kakao-multi/other-signer";
    const ANSWERED: &str = "response/signed_documents";
    let none = ["document-missing rejected", "request-missing waived"];
    check(&[
        (
            "twice there, and no request",
            MULTI,
            |it| {
                let first = it.get("response/signed_documents/0");
                alone(it)
                    .without("receipt")
                    .with("response/signed_documents/2", first)
            },
            &["document-duplicated rejected #1", "request-missing waived"],
        ),
        (
            "none, and no request",
            "kakao-single/text",
            |it| alone(it).without("response/signed_document"),
            &none,
        ),
        (
            "none, and an empty receipt",
            MULTI,
            |it| {
                let case = alone(it).with("receipt/document_tx_ids", json!([]));
                case.with(ANSWERED, json!([]))
            },
            &none,
        ),
        (
            "none, and a request for none",
            MULTI,
            |it| only(it, &[]).without("receipt"),
            &["document-missing rejected", "request-unusable undetermined"],
        ),
        (
            "one of them by somebody else",
            OTHERS,
            |it| only(it, &[11, 12, 13]),
            &["signer-differs rejected #13", "vid-differs rejected #13"],
        ),
        (
            "one of two by somebody else",
            OTHERS,
            |it| only(it, &[11, 12]),
            &["signer-differs rejected", "vid-differs rejected #13"],
        ),
        (
            "all by somebody else",
            OTHERS,
            |it| only(it, &[12]),
            &["vid-differs rejected"],
        ),
    ]);
}

#[test]
fn what_is_wrong_is_not_waived() {
    let mut rejected = 0;
    for (folder, case) in cases() {
        if case.decision != Decision::Rejected {
            continue;
        }
        rejected += 1;
        let each = Waiver::ALL.iter().map(std::slice::from_ref);
        for waivers in each.chain([&Waiver::ALL[..]]) {
            let mut case = Case::new(&folder, &case);
            case.options.waive = waivers.iter().map(|it| it.name().to_owned()).collect();
            let verdict = case.decide().verdict;
            assert_eq!(
                verdict,
                DecisionVerdict::Rejected,
                "{} {waivers:?}",
                folder.display()
            );
        }
    }
    assert!(rejected > 100, "{rejected}");
}
