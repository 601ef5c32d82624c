//! What is decided when one thing of an exchange is another than it should be: cases of
//! `tests/responses`, each changed in one place.

#[path = "exchanges/answers.rs"]
mod answers;
#[path = "exchanges/changed.rs"]
mod changed;
#[path = "exchanges/forms.rs"]
mod forms;
#[path = "exchanges/missing.rs"]
mod missing;
#[path = "exchanges/times.rs"]
mod times;
#[path = "exchanges/transactions.rs"]
mod transactions;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use changed::{Case, ID_START, said};
use injang::{Der, Limits, SignedDocument};
use injang_response::{Detail, Remark, Verdict, Waiver};
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

/// With another content in the signed document, so that it does not verify any more. White space
/// fills what is shorter, as nothing else is encoded anew.
fn forged(case: Case, change: impl FnOnce(&str) -> String) -> Case {
    const SIGNED: &str = "response/signed_document";
    let mut octets = STANDARD.decode(case.get(SIGNED).as_str().unwrap()).unwrap();
    let der = Der::from_ber(&octets, Limits::default()).unwrap();
    let document = SignedDocument::parse(&der).unwrap();
    let content = document.untrusted_content().unwrap().to_vec();
    let mut new = change(std::str::from_utf8(&content).unwrap()).into_bytes();
    assert!(new.len() <= content.len() && new != content);
    new.resize(content.len(), b' ');
    let is_content = |it: &[u8]| it == content.as_slice();
    let start = octets.windows(content.len()).position(is_content).unwrap();
    octets[start..start + new.len()].copy_from_slice(&new);
    case.with(SIGNED, STANDARD.encode(octets))
}

/// The agreement with a map of one member.
fn mapped(case: Case, from: &str, to: &str) -> Case {
    let mut map = json!({});
    map[from] = to.into();
    case.with("map", map)
}

/// A content that Kakao is said to have composed, which names its transaction.
fn composed(case: Case) -> Case {
    let title = "시험 계약서: 이 원문은 시험을 위해 만들었습니다.";
    let signed = "response/signed_document";
    let case = case.with_of(signed, "kakao-debit/document", signed);
    mapped(
        case.with("request/document_title", title),
        "/document_title",
        "/data",
    )
}

#[test]
fn contents_that_the_provider_composes() {
    const MAPPED: &str = "kakao-debit/mapped";
    const BANK: &str = "/withdraw_info/bank";
    fn with_null(case: Case) -> Case {
        let null = |content: &str| content.replace("\"시험은행\"", "null");
        let case = forged(case, null);
        mapped(case, BANK, "/납부자 출금은행")
    }
    check(&[
        ("its transaction", MAPPED, composed, &[]),
        (
            "another transaction",
            MAPPED,
            |it| composed(it).with("request/tx_id", id(2)),
            &["tx-id-differs rejected #2"],
        ),
        (
            "null on both sides",
            MAPPED,
            |it| with_null(it).with("request/withdraw_info/bank", Value::Null),
            &[
                "document-failed rejected #1",
                "request-unusable undetermined #1",
            ],
        ),
        (
            "no such target",
            MAPPED,
            |it| mapped(it, BANK, "/bank"),
            &["content-differs rejected #1"],
        ),
        (
            "no such source",
            MAPPED,
            |it| mapped(it, "/bank", "/bank"),
            &["request-unusable undetermined #1"],
        ),
        (
            "one of them",
            MAPPED,
            |it| mapped(it, BANK, "/납부자 출금은행"),
            &[],
        ),
    ]);
}

#[test]
fn members_that_no_map_names_are_noted() {
    let noted = |case: Case| {
        let notes = case.decide().notes;
        let member = |it: &Remark| match &it.detail {
            Some(Detail::Member(member)) => Some(format!("{} {member}", it.code.name())),
            _ => None,
        };
        notes.iter().filter_map(member).collect::<Vec<_>>()
    };
    let case = composed(Case::read("kakao-debit/mapped"));
    assert!(noted(case.clone()).contains(&"content-member /desc".to_owned()));
    assert!(!noted(case).contains(&"content-member /data".to_owned()));
    let all = Case::read("kakao-debit/mapped");
    let one = mapped(all.clone(), "/withdraw_info/bank", "/납부자 출금은행");
    let members = |case| {
        let is_one = |it: &&String| it.starts_with("content-member ");
        noted(case).iter().filter(is_one).count()
    };
    assert_eq!((members(all), members(one)), (1, 3));
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
                Verdict::Rejected,
                "{} {waivers:?}",
                folder.display()
            );
        }
    }
    assert!(rejected > 100, "{rejected}");
}
