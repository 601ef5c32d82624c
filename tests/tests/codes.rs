//! Every enum that leaves the library has a table of stable numbers, names and texts.
//!
//! `docs/codes.md` is made from the tables, and `tests/numbers.tsv` holds every number that was ever
//! given. `INJANG_CODES=write` writes the page anew, and adds what is new to the list; it never
//! changes a line of the list.

#[path = "codes/page.rs"]
mod page;

use injang_core::codes::{Entry, Table};
use injang_core::report::{FindingCode, Lang, Reason, RevocationReason, SignType};
use injang_core::{CiError, Error, ErrorKind, Identity, OidBuf, OtherFormat, Profile, Time};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// All tables: the core's, then those of the decisions over providers' answers.
fn tables() -> impl Iterator<Item = &'static Table> {
    injang_core::TABLES
        .iter()
        .chain(injang_response::TABLES.iter())
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn is_written_anew() -> bool {
    std::env::var("INJANG_CODES").is_ok_and(|how| how == "write")
}

#[test]
fn the_page_is_what_the_tables_say() {
    let path = repository().join("docs/codes.md");
    let page = page::page();
    if is_written_anew() {
        fs::write(&path, &page).expect("page");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(written, page, "INJANG_CODES=write mends docs/codes.md");
}

/// Numbers that are given to nothing: to nothing yet, or to nothing any more.
const UNUSED: &str = "-";

/// The list of all numbers, by table and number.
fn given(list: &str) -> BTreeMap<(&str, u16), &str> {
    let mut given = BTreeMap::new();
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let parts: Vec<_> = line.split('\t').collect();
        let [table, number, name] = parts[..] else {
            panic!("no line of three: {line}");
        };
        let number = number.parse().expect("a number");
        let before = given.insert((table, number), name);
        assert_eq!(before, None, "{table} has {number} twice in the list");
    }
    given
}

/// A number stays with its name for ever. What is new is added to the list; what is gone stays
/// there as `-`, so that nothing else gets its number.
#[test]
fn no_number_ever_changes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("numbers.tsv");
    let list = fs::read_to_string(&path).expect("list of numbers");
    let given = given(&list);
    let mut added = String::new();
    let mut known = BTreeSet::new();
    for table in tables() {
        for Entry { number, name, .. } in table.entries {
            known.insert((table.name, *number));
            match given.get(&(table.name, *number)) {
                Some(before) => assert_eq!(before, name, "{} {number}", table.name),
                None => writeln!(added, "{}\t{number}\t{name}", table.name).expect("text"),
            }
        }
    }
    for ((table, number), name) in &given {
        assert!(
            *name == UNUSED || known.contains(&(*table, *number)),
            "{table} has no {number} any more: write `-` for {name} in the list"
        );
    }
    if is_written_anew() {
        fs::write(&path, list.clone() + &added).expect("list of numbers");
    } else {
        assert_eq!(added, "", "INJANG_CODES=write adds these to the list");
    }
}

#[test]
fn numbers_begin_with_1_and_have_no_gap() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("numbers.tsv");
    let list = fs::read_to_string(path).expect("list of numbers");
    let given = given(&list);
    for table in tables() {
        let numbers: BTreeSet<u16> = table.entries.iter().map(|it| it.number).collect();
        assert_eq!(numbers.len(), table.entries.len(), "{}", table.name);
        // The numbers of RFC 5280 begin with 0.
        let first = u16::from(table.name != "revocation-reason");
        assert_eq!(numbers.first(), Some(&first), "{}", table.name);
        for number in first..*numbers.last().expect("an entry") {
            assert!(
                numbers.contains(&number) || given.get(&(table.name, number)) == Some(&UNUSED),
                "{} has no {number}: the list says nothing of it",
                table.name
            );
        }
    }
}

#[test]
fn names_are_unique() {
    let mut titles = BTreeSet::new();
    for table in tables() {
        assert!(titles.insert(table.name), "two tables {}", table.name);
        let names: BTreeSet<&str> = table.entries.iter().map(|it| it.name).collect();
        assert_eq!(names.len(), table.entries.len(), "{}", table.name);
        let is_plain = |name: &str| {
            name.bytes()
                .all(|it| it.is_ascii_alphanumeric() || b"-_".contains(&it))
        };
        assert!(names.iter().all(|name| is_plain(name)), "{names:?}");
    }
}

/// The names of the tables that the sources of a crate make.
fn made_in(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("folder") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            made_in(&path, names);
            continue;
        }
        let text = fs::read_to_string(&path).expect("source");
        let made = text
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix("table \""));
        names.extend(made.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())));
    }
}

#[test]
fn every_table_is_listed() {
    let mut made = BTreeSet::new();
    for name in ["injang-core", "injang-response"] {
        made_in(
            &repository().join("crates").join(name).join("src"),
            &mut made,
        );
    }
    // Products are values of a struct, and their table is made of these.
    made.insert("product".to_owned());
    let listed: BTreeSet<String> = tables().map(|table| table.name.to_owned()).collect();
    assert_eq!(made, listed);
}

/// Whether a text has a letter of Hangul.
fn is_korean(text: &str) -> bool {
    text.chars().any(|char| ('가'..='힣').contains(&char))
}

/// Texts that list the words that a file may have, Korean ones among them.
const NAMING_KOREAN_WORDS: [(&str, &str); 2] =
    [("form-fault", "gender"), ("form-fault", "nationality")];

#[test]
fn every_text_is_said_in_both_languages() {
    for table in tables() {
        for entry in table.entries {
            let place = (table.name, entry.name);
            assert!(!entry.texts.is_empty(), "{place:?}");
            for (en, ko) in entry.texts {
                let names_words = NAMING_KOREAN_WORDS.contains(&place);
                assert!(
                    !en.is_empty() && (names_words || !is_korean(en)),
                    "{place:?}: {en}"
                );
                // Without Hangul it is a term, or a value alone.
                let is_term = ko.split(' ').count() <= 2;
                assert!(is_term || is_korean(ko), "{place:?}: {ko}");
                for text in [en, ko] {
                    assert!(
                        !text.contains("  ") && !text.contains('|'),
                        "{place:?}: {text}"
                    );
                }
                let values = |text: &str| -> BTreeSet<String> {
                    let parts = text.split('{').skip(1);
                    parts
                        .filter_map(|part| Some(part.split_once('}')?.0.to_owned()))
                        .collect()
                };
                assert_eq!(
                    values(en),
                    values(ko),
                    "{place:?} has other values in Korean"
                );
            }
        }
    }
}

/// An error as octets that are cut off give it.
fn truncated() -> Error {
    injang_core::Certificate::from_der(&[0x30, 5]).expect_err("two octets are no certificate")
}

/// The values stand in the sentences, in the form that each has in its language.
#[test]
fn values_stand_in_the_sentences() {
    // id-data, as an example of an identifier.
    let content = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01];
    let oid = OidBuf::from(injang_core::Oid::from_content(&content).expect("OID"));
    let time = Time::parse("2026-03-02T09:00:00Z").expect("time");
    let reasons = [
        (
            Reason::AttributeMissing(oid),
            "the signed attribute 1.2.840.113549.1.7.1 is missing",
            "서명 속성 1.2.840.113549.1.7.1이(가) 없습니다",
        ),
        (
            Reason::Malformed(truncated()),
            "an element is longer than what is left at byte 0 (Certificate)",
            "요소의 길이가 남은 바이트보다 깁니다 (0바이트째, Certificate)",
        ),
        (
            Reason::ToleranceRefused(FindingCode::NameForm),
            "the strict profile refuses: the issuer's name in a SignerInfo has an empty set, or a value of the wrong type",
            "strict 프로파일은 다음을 허용하지 않습니다: SignerInfo의 발급자 이름에 빈 집합이나 형식에 맞지 않는 값이 있습니다",
        ),
        (
            Reason::DigestAlgorithmDiffers {
                supplied: "sha1",
                signer: Some("sha256"),
            },
            "the supplied digest is sha1, the signer's algorithm is sha256",
            "주어진 해시값은 sha1, 서명자의 알고리즘은 sha256입니다",
        ),
        (
            Reason::DigestAlgorithmDiffers {
                supplied: "sha1",
                signer: None,
            },
            "the supplied digest is sha1, the signer's algorithm is not supported",
            "주어진 해시값은 sha1이고, 서명자의 알고리즘은 지원되지 않습니다",
        ),
        (
            Reason::SignTypeDiffers {
                demanded: SignType::SignedAttribute,
                found: SignType::Message,
            },
            "the signature type SIGNED_ATTRIBUTE was demanded, and this one is MESSAGE",
            "요구된 서명 방식은 SIGNED_ATTRIBUTE인데 이 서명은 MESSAGE입니다",
        ),
        (
            Reason::Revoked {
                revoked_at: time,
                reason: None,
            },
            "the certificate was revoked at 2026-03-02T09:00:00Z",
            "인증서가 2026-03-02T09:00:00Z에 폐지되었습니다",
        ),
        (
            Reason::Revoked {
                revoked_at: time,
                reason: Some(RevocationReason::KeyCompromise),
            },
            "the certificate was revoked at 2026-03-02T09:00:00Z (keyCompromise)",
            "인증서가 2026-03-02T09:00:00Z에 폐지되었습니다(keyCompromise)",
        ),
        (
            Reason::RevocationUnconfirmed {
                revoked_at: time,
                reason: Some(RevocationReason::KeyCompromise),
            },
            "revocation data says that the certificate was revoked at 2026-03-02T09:00:00Z (keyCompromise), but that data can't be relied on: the status is not decided",
            "인증서가 2026-03-02T09:00:00Z에 폐지되었다는 폐지 정보가 있으나(keyCompromise) 그 정보를 신뢰할 수 없어, 폐지 여부를 판정하지 않습니다",
        ),
        (
            Reason::EvidenceStale {
                this_update: time,
                next_update: None,
            },
            "the revocation data covers only 2026-03-02T09:00:00Z",
            "폐지 정보가 2026-03-02T09:00:00Z 시점에만 유효합니다",
        ),
        (
            Reason::ResponderError(3),
            "the OCSP responder returned an error: tryLater",
            "OCSP 응답자가 오류로 응답했습니다: tryLater",
        ),
    ];
    for (reason, en, ko) in reasons {
        assert_eq!(reason.sentence(Lang::En).to_string(), en);
        assert_eq!(reason.sentence(Lang::Ko).to_string(), ko);
        assert_eq!(reason.to_string(), en);
        let entry = Reason::TABLE.entries.iter();
        let entry = entry.clone().find(|it| it.number == reason.number());
        assert_eq!(entry.map(|it| it.name), Some(reason.code()));
    }
    let tag = ErrorKind::Tag {
        expected: 0x30,
        found: 4,
    };
    assert_eq!(tag.to_string(), "unexpected tag 0x04 where 0x30 belongs");
    assert_eq!(
        tag.sentence(Lang::Ko).to_string(),
        "태그 0x30이(가) 있을 곳에 0x04이(가) 있습니다"
    );
    let other = ErrorKind::OtherFormat(OtherFormat::Pdf);
    assert_eq!(
        other.to_string(),
        "this is a PDF file, not a signed document"
    );
    let identity = Identity::MalformedCi {
        rule: CiError::Length,
    };
    assert_eq!(
        identity.sentence(Lang::Ko).to_string(),
        "CI가 64바이트의 base64가 아닙니다"
    );
}

/// What comes in as text is found by its name, and by no other writing of it.
#[test]
fn names_lead_back() {
    macro_rules! lead_back {
        ($($type:ty),+) => {
            $(
                for value in <$type>::ALL {
                    assert_eq!(<$type>::from_name(value.name()), Some(value));
                    assert_eq!(<$type>::from_number(value.number()), Some(value));
                    assert_eq!(<$type>::from_name(&format!("{} ", value.name())), None);
                }
                assert_eq!(<$type>::from_name(""), None);
                assert_eq!(<$type>::from_number(255), None);
            )+
        };
    }
    lead_back!(
        SignType,
        Profile,
        Lang,
        injang_core::DigestAlgorithm,
        injang_core::RevocationMode,
        injang_core::VidLayout,
        injang_core::VidEncoding,
        injang_core::PlainHashSource,
        injang_core::AtSource,
        injang_response::Waiver,
        injang_response::Provider,
        injang_response::Environment,
        injang_response::TimeForm
    );
    for product in injang_response::Product::all() {
        let found = injang_response::Product::from_number(product.number());
        assert_eq!(found, Some(product));
    }
}
