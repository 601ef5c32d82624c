//! Agreements that the provider composes of the members of the request.

use super::changed::{Case, said};
use super::{check, id};
use aes::Aes256;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ctr::Ctr128BE;
use ctr::cipher::{KeyIvInit as _, StreamCipher as _};
use injang_core::{Der, Limits, SignedDocument};
use injang_response::{Detail, Finding, Waiver};
use serde_json::{Value, json};

const MAPPED: &str = "kakao-debit/mapped";
const BANK: &str = "/withdraw_info/bank";

/// With another content in the signed document, so that it does not verify any more. White space
/// fills what is shorter, as nothing else is encoded anew.
pub(super) fn forged(case: Case, change: impl FnOnce(&str) -> String) -> Case {
    forged_at("response/signed_document", case, change)
}

/// The same of a document that stands elsewhere.
pub(super) fn forged_at(place: &str, case: Case, change: impl FnOnce(&str) -> String) -> Case {
    let mut octets = STANDARD.decode(case.get(place).as_str().unwrap()).unwrap();
    let der = Der::from_ber(&octets, Limits::default()).unwrap();
    let document = SignedDocument::parse(&der).unwrap();
    let content = document.untrusted_content().unwrap().to_vec();
    let mut new = change(std::str::from_utf8(&content).unwrap()).into_bytes();
    assert!(new.len() <= content.len() && new != content);
    new.resize(content.len(), b' ');
    let is_content = |it: &[u8]| it == content.as_slice();
    let start = octets.windows(content.len()).position(is_content).unwrap();
    octets[start..start + new.len()].copy_from_slice(&new);
    case.with(place, STANDARD.encode(octets))
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
    let case = case.waiving(Waiver::Content);
    mapped(
        case.with("request/document_title", title),
        "/document_title",
        "/data",
    )
}

#[test]
fn contents_that_the_provider_composes() {
    fn with_null(case: Case) -> Case {
        let null = |content: &str| content.replace("\"시험은행\"", "null");
        let case = forged(case, null);
        mapped(case, BANK, "/납부자 출금은행")
    }
    check(&[
        (
            "its transaction",
            MAPPED,
            composed,
            &["content-not-compared waived #1"],
        ),
        (
            "another transaction",
            MAPPED,
            |it| composed(it).with("request/tx_id", id(2)),
            &[
                "content-not-compared waived #2",
                "tx-id-differs rejected #2",
            ],
        ),
        (
            "null on both sides",
            MAPPED,
            |it| with_null(it).with("request/withdraw_info/bank", Value::Null),
            &[
                "content-map-unusable undetermined #1",
                "content-not-compared undetermined #1",
                "document-failed rejected #1",
            ],
        ),
        (
            "no such target",
            MAPPED,
            |it| mapped(it, BANK, "/bank"),
            &[
                "content-differs rejected #1",
                "content-not-compared undetermined #1",
            ],
        ),
        (
            "no such source",
            MAPPED,
            |it| mapped(it, "/bank", "/bank"),
            &[
                "content-map-unusable undetermined #1",
                "content-not-compared undetermined #1",
            ],
        ),
        (
            "one of them",
            MAPPED,
            |it| mapped(it, BANK, "/납부자 출금은행"),
            &["content-not-compared undetermined #1"],
        ),
    ]);
}

#[test]
fn members_that_no_map_names_are_noted() {
    let noted = |case: Case| {
        let notes = case.decide().notes;
        let member = |it: &Finding| match &it.detail {
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

/// A text under the case's key, in base64.
fn sealed(case: &Case, text: impl AsRef<[u8]>) -> String {
    let part = |name| {
        let text = case.get(&format!("keys/kakao/{name}"));
        STANDARD.decode(text.as_str().unwrap()).unwrap()
    };
    let mut octets = text.as_ref().to_vec();
    Ctr128BE::<Aes256>::new_from_slices(&part("key"), &part("iv"))
        .unwrap()
        .apply_keystream(&mut octets);
    STANDARD.encode(octets)
}

/// With the agreement's members encrypted, all but one in base64 twice, as the overview has it.
fn encrypted(case: Case) -> Case {
    let members = ["organization", "bank", "account_no"];
    members.into_iter().fold(case, |case, name| {
        let place = format!("request/withdraw_info/{name}");
        let text = sealed(&case, case.get(&place).as_str().unwrap());
        let is_once = name == "bank";
        let text = if is_once { text } else { STANDARD.encode(text) };
        case.with(&place, text)
    })
}

/// With another bank in what was signed, which is as long as the ciphertext of the first.
fn forged_bank(case: Case, bank: &str) -> Case {
    forged(case, |content| {
        let content = content.replace("시험은행", bank);
        // Room for what is longer.
        content.replace("자동이체 서비스 종류", "s")
    })
}

#[test]
fn members_that_were_sent_encrypted() {
    const ACCOUNT: &str = "request/withdraw_info/account_no";
    check(&[
        ("all", MAPPED, encrypted, &[]),
        (
            "another account",
            MAPPED,
            |it| {
                let text = sealed(&it, "000000-00-000001");
                encrypted(it).with(ACCOUNT, text)
            },
            &["content-differs rejected #1"],
        ),
        (
            "another account in the content",
            "kakao-debit/mapped-other-account",
            encrypted,
            &["content-differs rejected #1"],
        ),
        (
            "no keys",
            MAPPED,
            |it| encrypted(it).without("keys"),
            &["keys-missing undetermined", "keys-missing undetermined #1"],
        ),
        (
            "another key",
            MAPPED,
            |it| encrypted(it).with("keys/kakao/key", STANDARD.encode([0; 32])),
            &[
                "ci-malformed undetermined",
                "field-undecryptable undetermined",
                "field-undecryptable undetermined #1",
            ],
        ),
        (
            "and so it was signed",
            MAPPED,
            |it| {
                let bank = it.get("request/withdraw_info/bank");
                let sealed = sealed(&it, bank.as_str().unwrap());
                forged_bank(it, &sealed).with("request/withdraw_info/bank", sealed)
            },
            &[
                "content-encrypted undetermined #1",
                "document-failed rejected #1",
            ],
        ),
        (
            "and so it was signed, and nobody has the keys",
            MAPPED,
            |it| {
                let bank = it.get("request/withdraw_info/bank");
                let sealed = sealed(&it, bank.as_str().unwrap());
                let case = forged_bank(it, &sealed).with("request/withdraw_info/bank", sealed);
                case.without("keys")
            },
            &[
                "document-failed rejected #1",
                "keys-missing undetermined",
                "keys-missing undetermined #1",
            ],
        ),
        (
            "so was a short one",
            MAPPED,
            |it| {
                let sealed = sealed(&it, "은행");
                forged_bank(it, &sealed).with("request/withdraw_info/bank", sealed)
            },
            &[
                "content-encrypted undetermined #1",
                "document-failed rejected #1",
            ],
        ),
        (
            "a text in clear was signed, and nobody has the keys",
            MAPPED,
            |it| {
                let waivers = [Waiver::Ci, Waiver::Vid, Waiver::Person];
                let case = it.without("keys").without("ci");
                waivers.into_iter().fold(case, Case::waiving)
            },
            &[
                "ci-not-held waived",
                "keys-missing undetermined",
                "person-missing waived",
                "vid-unchecked waived",
            ],
        ),
        (
            "a number in clear is no ciphertext",
            MAPPED,
            |it| it.without("keys").with(ACCOUNT, "0000000000000001"),
            &["content-differs rejected #1", "keys-missing undetermined"],
        ),
        (
            "nor is a text that is no base64",
            MAPPED,
            |it| it.without("keys").with(ACCOUNT, "000000-00-000001"),
            &["content-differs rejected #1", "keys-missing undetermined"],
        ),
        (
            "all of them in one text",
            MAPPED,
            |it| {
                let text = it.get("request/withdraw_info").to_string();
                let text = sealed(&it, &text);
                it.with("request/withdraw_info", text)
            },
            &[],
        ),
        (
            "all of them in one text, and one is another",
            MAPPED,
            |it| {
                let mut inner = it.get("request/withdraw_info");
                inner["account_no"] = "000000-00-000001".into();
                let text = sealed(&it, inner.to_string());
                it.with("request/withdraw_info", text)
            },
            &["content-differs rejected #1"],
        ),
    ]);
}

#[test]
fn members_that_the_map_leaves_out() {
    fn said(case: &Case) -> Vec<String> {
        let reasons = case.decide().reasons;
        let said = |it: &Finding| match &it.detail {
            Some(Detail::Member(member)) => format!("{} {member}", it.code.name()),
            _ => it.code.name().to_owned(),
        };
        reasons.iter().map(said).collect()
    }
    let agreement = || Case::read(MAPPED);
    let inner = agreement().get("request/withdraw_info");
    let left_out = |names: &[&str]| -> Vec<String> {
        let name = |it: &&str| format!("content-not-compared {it}");
        names.iter().map(name).collect()
    };
    for (what, case, expected) in [
        ("none", agreement(), &[][..]),
        (
            "one within an object",
            agreement().with("request/withdraw_info/holder", "시험용 이름"),
            &["/withdraw_info/holder"],
        ),
        (
            "one at the top, a number",
            agreement().with("request/amount", 1000),
            &["/amount"],
        ),
        (
            "null says nothing",
            agreement().with("request/amount", Value::Null),
            &[],
        ),
        (
            "how to ask is no agreement",
            agreement()
                .with("request/extra_message", "시험")
                .with("request/return_url", "https://example.org"),
            &[],
        ),
        (
            "each of an array",
            agreement().with("request/items", json!(["시험", { "no": 1 }])),
            &["/items/0", "/items/1/no"],
        ),
        (
            "a name that may say who it is",
            agreement().with("request/시험용 이름", "시험"),
            &["/(16 octets)"],
        ),
        (
            "within a text",
            {
                let mut more = inner.clone();
                more["holder"] = "시험용 이름".into();
                agreement().with("request/withdraw_info", more.to_string())
            },
            &["/withdraw_info/holder"],
        ),
    ] {
        assert_eq!(said(&case), left_out(expected), "{what}");
    }
    // Doing without the content is doing without what was left out, and no more.
    check(&[
        (
            "the map names the transaction only",
            MAPPED,
            |it| mapped(it, "/tx_id", "/납부자 출금은행").waiving(Waiver::Content),
            &[
                "content-differs rejected #1",
                "content-not-compared waived #1",
            ],
        ),
        (
            "one member is left out",
            MAPPED,
            |it| mapped(it, BANK, "/납부자 출금은행").waiving(Waiver::Content),
            &["content-not-compared waived #1"],
        ),
        (
            "of a relay",
            "barocert/kakao-cms-mapped",
            |it| it.with("request/bankServiceType", "FIRM"),
            &["content-not-compared undetermined 1", "vid-missing waived"],
        ),
    ]);
}

#[test]
fn what_says_nothing_is_no_agreement() {
    const NOT_COMPARED: &str = "content-not-compared undetermined #1";
    /// With this in the place of the bank, in the request and in what was signed, and no more.
    fn only(case: Case, value: &Value) -> Case {
        let text = value.to_string();
        let case = forged(case, |content| content.replace("\"시험은행\"", &text));
        let case = case.with("request/withdraw_info", json!({ "bank": value }));
        mapped(case, BANK, "/납부자 출금은행")
    }
    let reasons = |value: Value| {
        let mut said = said(&only(Case::read(MAPPED), &value).decide().reasons);
        said.retain(|it| it.starts_with("content-"));
        said
    };
    for value in [
        json!([]),
        json!({}),
        json!(""),
        json!(" "),
        json!([null, {}]),
        json!("-"),
        json!("\u{200b}"),
        json!("\u{3164}"),
        json!(["-", "\u{2800}"]),
        // What programs write where a value is missing.
        json!("null"),
        json!(" NULL"),
        json!("nu\u{200b}ll"),
        json!("Undefined"),
    ] {
        assert_eq!(reasons(value.clone()), [NOT_COMPARED], "{value}");
    }
    for value in [
        json!(0),
        json!(false),
        json!(["은행"]),
        json!("은행"),
        json!("nullable"),
    ] {
        assert_eq!(reasons(value.clone()), [""; 0], "{value}");
    }
    // The same where it was sent encrypted.
    let case = only(Case::read(MAPPED), &json!(" ".repeat(8)));
    let blank = sealed(&case, [b' '; 8]);
    let case = case.with("request/withdraw_info", json!({ "bank": blank }));
    let mut all = said(&case.decide().reasons);
    all.retain(|it| it.starts_with("content-"));
    assert_eq!(all, [NOT_COMPARED]);
    check(&[(
        "how to ask is no agreement",
        MAPPED,
        |it| {
            let case = composed(it).without("request/withdraw_info");
            without_waiver(case)
        },
        &[NOT_COMPARED],
    )]);
}

/// A ciphertext that was signed as it was sent, in other encodings and with line breaks; and words
/// in clear that are base64 by chance, under many keys.
#[test]
fn ciphertexts_that_were_signed_and_words_that_are_none() {
    let said_of = |case: Case| {
        let mut said = said(&case.decide().reasons);
        said.retain(|it| it.starts_with("content-"));
        said
    };
    let with_bank = |bank: &str| {
        let written = Value::from(bank).to_string();
        let case = forged(Case::read(MAPPED), |content| {
            let content = content.replace("\"시험은행\"", &written);
            content.replace("자동이체 서비스 종류", "s")
        });
        case.with("request/withdraw_info/bank", bank)
    };
    let case = Case::read(MAPPED);
    for plain in [
        &b"a bank\nof two"[..],
        b"\ta bank",
        // In EUC-KR.
        b"\xb1\xb9\xb9\xce\xc0\xba\xc7\xe0",
    ] {
        let bank = sealed(&case, plain);
        let hidden = ["content-encrypted undetermined #1"];
        assert_eq!(said_of(with_bank(&bank)), hidden, "{plain:?}");
        let broken = format!("{}\r\n{}", &bank[..4], &bank[4..]);
        assert_eq!(said_of(with_bank(&broken)), hidden, "{plain:?}");
    }
    for word in ["CITI", "HANA", "TOSS"] {
        let case = with_bank(word);
        for key in 0..40u8 {
            let key = STANDARD.encode([key; 32]);
            let case = case.clone().with("keys/kakao/key", key);
            assert_eq!(said_of(case), [""; 0], "{word}");
        }
    }
}

fn without_waiver(mut case: Case) -> Case {
    case.options.waive.clear();
    case
}

/// The provider may make what is signed of the members beside the document too.
#[test]
fn members_beside_a_document() {
    const DOCUMENT: &str = "kakao-debit/document";
    const ACCOUNT: &str = "request/account_no";
    check(&[
        ("none", DOCUMENT, |it| it, &[]),
        (
            "one",
            DOCUMENT,
            |it| it.with(ACCOUNT, "000-00"),
            &["content-not-compared undetermined #1"],
        ),
        (
            "one, and the caller does without",
            DOCUMENT,
            |it| it.with(ACCOUNT, "000-00").waiving(Waiver::Content),
            &["content-not-compared waived #1"],
        ),
        (
            "one that a map names, and that was not signed",
            DOCUMENT,
            |it| mapped(it.with(ACCOUNT, "000-00"), "/account_no", "/account_no"),
            &["content-differs rejected #1"],
        ),
        (
            "one of a product with a document only",
            DOCUMENT,
            |mut it| {
                "K3510".clone_into(&mut it.options.product);
                it.with(ACCOUNT, "000-00")
            },
            &[],
        ),
    ]);
}

/// What the map compares was looked at.
#[test]
fn members_that_a_map_names_are_no_unknown_ones() {
    let unknown = |case: &Case| {
        let notes = case.decide().notes;
        let member = |it: &Finding| match &it.detail {
            Some(Detail::Member(member)) if it.code.name() == "unknown-member" => {
                Some(member.clone())
            }
            _ => None,
        };
        notes.iter().filter_map(member).collect::<Vec<_>>()
    };
    let case = Case::read(MAPPED);
    assert_eq!(unknown(&case), [""; 0]);
    let more = case.clone().with("request/amount", 1000);
    assert_eq!(unknown(&more), ["request:/amount"]);
    let unmapped = case.without("map");
    assert_eq!(unknown(&unmapped), ["request:/withdraw_info"]);
}

/// A request that was kept as it was before it was encrypted says what was signed.
#[test]
fn requests_that_were_kept_in_clear() {
    check(&[
        (
            "Kakao's",
            "kakao-single/text",
            |it| it.with("request/document_encrypted", true),
            &[],
        ),
        (
            "Toss's",
            "toss/text",
            |it| it.with("request/docEncrypted", true),
            &[],
        ),
        (
            "another text",
            "kakao-single/other-text",
            |it| it.with("request/document_encrypted", true),
            &["field-undecryptable undetermined #1"],
        ),
        (
            "a digest, which may be one that was encrypted",
            "kakao-single/plain-hash-in-base64",
            |it| it.with("request/document_encrypted", true),
            &["content-encrypted undetermined #1"],
        ),
        (
            "the same, and nobody has the keys",
            "kakao-single/plain-hash-in-base64",
            |it| it.with("request/document_encrypted", true).without("keys"),
            &[
                "content-encrypted undetermined #1",
                "keys-missing undetermined",
            ],
        ),
        (
            "the same, and the caller does without",
            "kakao-single/plain-hash-in-base64",
            |it| {
                let case = it.with("request/document_encrypted", true);
                case.waiving(Waiver::Content)
            },
            &["content-encrypted waived #1"],
        ),
        (
            "a digest of the original file",
            "kakao-single/plain-hash-original-agrees",
            |it| it.with("request/document_encrypted", true),
            &[],
        ),
        (
            "another digest",
            "kakao-single/plain-hash-other-octets",
            |it| it.with("request/document_encrypted", true),
            &[
                "document-undetermined undetermined #1",
                "field-undecryptable undetermined #1",
            ],
        ),
    ]);
}
