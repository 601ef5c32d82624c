//! `docs/codes.md`: every table with its numbers, names and texts.

use super::tables;
use injang_core::codes::{Entry, Table};
use injang_core::report::{FindingCode, Lang};
use injang_core::{Cause, Change, Diagnosis, DigestAlgorithm, Side};
use injang_response::DecisionCode;
use std::fmt::Write as _;

/// Title and introduction of each table, by its name.
const SECTIONS: &[(&str, &str, &str)] = &[
    ("verdict", "Verdicts", "ETSI EN 319 102-1."),
    (
        "sub-indication",
        "Sub-indications",
        "Why a verdict is not TOTAL-PASSED.",
    ),
    (
        "check",
        "Checks",
        "In the order in which they name a verdict.",
    ),
    ("outcome", "Outcomes", "What a check found."),
    (
        "finding",
        "Findings",
        "Observations that change no check. The strict profile refuses the tolerances.",
    ),
    ("reason", "Reasons", "Why a check came out as it did."),
    (
        "revocation-reason",
        "Reasons for revocation",
        "The numbers are those of RFC 5280 5.3.1, and begin with 0; 7 is not assigned.",
    ),
    (
        "error-kind",
        "Errors of the syntax",
        "What `malformed` says, beside the place.",
    ),
    (
        "other-format",
        "Other formats",
        "What the input is where it is no signed document (`other-format`).",
    ),
    ("identity", "Identity", "The outcome of a claim."),
    (
        "ci-error",
        "CI",
        "What is wrong with a text that should be a CI.",
    ),
    ("sign-type", "Sign types", "What a signature covers."),
    (
        "digest-source",
        "Digest sources",
        "What was digested for the comparison with the signature.",
    ),
    ("digest-algorithm", "Digest algorithms", "FIPS 180-4."),
    ("armor", "Armors", "In which form the octets came."),
    ("encoding", "Encodings", "How a document was encoded."),
    (
        "origin",
        "Origins",
        "Where a certificate or a piece of revocation data came from.",
    ),
    (
        "evidence-kind",
        "Revocation data",
        "What a piece of revocation data is.",
    ),
    (
        "time-source",
        "Sources of the time",
        "Who gave the time of verification.",
    ),
    (
        "profile",
        "Profiles",
        "How strictly deviations from the standards are treated.",
    ),
    (
        "revocation-mode",
        "Revocation modes",
        "Whether certificates must be shown not to have been revoked.",
    ),
    (
        "plain-hash-source",
        "Digests in place of a content",
        "What a digest is that the caller gives (PLAIN_HASH).",
    ),
    (
        "vid-layout",
        "VID layouts",
        "In which order and form CI and serial number are joined.",
    ),
    ("vid-encoding", "VID encodings", "How a VID was written."),
    ("language", "Languages", "In which language sentences are."),
    (
        "cause",
        "Diagnosis",
        "What would have matched; only where that is asked. Values in the sentences are examples.",
    ),
    (
        "side",
        "Sides",
        "What a diagnosis of `content-changed` compares.",
    ),
    (
        "change",
        "Changes",
        "The changes that turn one content into the other, in a diagnosis of `content-changed`.",
    ),
    (
        "decision",
        "Decisions",
        "Whether to rely on a provider's answer.",
    ),
    (
        "response-finding",
        "Codes of a decision",
        "What is said about a provider's answer: [responses.md](responses.md).",
    ),
    ("effect", "Effects", "What a code does to the decision."),
    (
        "waiver",
        "Waivers",
        "The checks that a caller can do without, by name.",
    ),
    (
        "match",
        "Comparisons",
        "Whether something that the provider gave is what the caller holds.",
    ),
    (
        "person-field",
        "Fields about a person",
        "What is compared of a person.",
    ),
    ("provider", "Providers", "Who answered."),
    ("product", "Products", "By the provider's code."),
    (
        "environment",
        "Environments",
        "In which of the provider's environments.",
    ),
    ("role", "Roles", "What a file beside the result is."),
    (
        "verification-time",
        "Times of verification",
        "At which time the signatures of an answer are verified.",
    ),
    (
        "provider-time-fault",
        "The provider's time",
        "Why it can't be used as the time of verification.",
    ),
    (
        "time-form",
        "Forms of time",
        "How a session's times are written.",
    ),
    ("detail", "Details", "What a sentence says beside its code."),
    (
        "whose",
        "Owners",
        "Where something about a person comes from.",
    ),
    ("unit", "Units", "What a limit counts."),
    (
        "input",
        "Inputs",
        "What a caller gives to a decision, as next steps name it.",
    ),
    ("remedy", "Next steps", "Of which kind a next step is."),
    (
        "form-fault",
        "Errors of form",
        "What is wrong with a request, an answer or another file.",
    ),
    (
        "cipher-error",
        "Errors of decryption",
        "Why a field could not be decrypted.",
    ),
    ("wrapping", "Wrappings", "How a ciphertext was written."),
];

pub(super) fn page() -> String {
    let mut page = String::from(
        "# Codes\n\n\
         Everything that a report or a decision says by a code: its number, its name, and its sentence in\n\
         English and in Korean. Numbers and names are never changed and never given to anything else; 0 is\n\
         never used. Programs and other languages may rely on either.\n\n\
         A word in braces stands for a value: `{oid}` for an object identifier, `{error}` for an error of\n\
         the syntax with its place. Where a code has several rows, a value decides which sentence is said.\n\n\
         This page is made from the tables in the sources (`codes!` and `messages!`); a test holds it to\n\
         them, and `tests/numbers.tsv` holds every number that was ever given.\n",
    );
    for table in tables() {
        let section = SECTIONS.iter().find(|it| it.0 == table.name);
        let Some((_, title, intro)) = section else {
            panic!("{} has no title for the page", table.name);
        };
        write!(page, "\n## {title}\n{intro}\n\n").expect("page");
        write_table(&mut page, table);
    }
    assert_eq!(SECTIONS.len(), tables().count(), "a title has no table");
    page
}

fn write_table(page: &mut String, table: &Table) {
    let extra = match table.name {
        "finding" => " tolerance |",
        "response-finding" => " effect | waiver |",
        _ => "",
    };
    let heads = format!("| number | code |{extra} English | 한국어 |");
    let rule = "|---".repeat(heads.matches('|').count() - 1);
    write!(page, "{heads}\n{rule}|\n").expect("page");
    for entry in table.entries {
        let Entry { number, name, .. } = entry;
        let more = columns(table.name, name);
        for (en, ko) in texts(table.name, entry) {
            writeln!(page, "| {number} | `{name}` |{more} {en} | {ko} |").expect("page");
        }
    }
}

/// What stands between a code and its texts.
fn columns(table: &str, name: &str) -> String {
    match table {
        "finding" => {
            let finding = FindingCode::from_name(name).expect("finding");
            let is_tolerance = finding.is_tolerance();
            format!(" {} |", if is_tolerance { "yes" } else { "no" })
        }
        "response-finding" => {
            let code = DecisionCode::from_name(name).expect("code");
            let waiver = code.waiver().map(|it| format!("`{}`", it.name()));
            let effect = code.effect().name();
            format!(" `{effect}` | {} |", waiver.unwrap_or_default())
        }
        _ => String::new(),
    }
}

fn texts(table: &str, entry: &Entry) -> Vec<(String, String)> {
    if table == "cause" {
        return causes()
            .into_iter()
            .filter(|cause| cause.code() == entry.name)
            .map(|cause| {
                let it = Diagnosis {
                    signer: Some(0),
                    cause,
                };
                let [en, ko] = [Lang::En, Lang::Ko].map(|lang| it.sentence(lang).to_string());
                (en, ko)
            })
            .collect();
    }
    // How a value is written is of no interest to a reader.
    let plain = |text: &str| text.replace(":02x}", "}");
    let texts = entry.texts.iter();
    texts.map(|(en, ko)| (plain(en), plain(ko))).collect()
}

/// An example of every cause: a content can be changed in many ways.
fn causes() -> Vec<Cause> {
    let content = |from, to, changes| Cause::Content { from, to, changes };
    let digest = Change::Digest(DigestAlgorithm::Sha256);
    vec![
        content(Side::Supplied, Side::Signed, vec![Change::CrlfToLf]),
        content(Side::Supplied, Side::Signed, Vec::new()),
        content(Side::Signed, Side::SuppliedDigest, Vec::new()),
        content(Side::SuppliedDigest, Side::Embedded, Vec::new()),
        content(Side::Supplied, Side::Embedded, vec![digest, Change::Wrap]),
        Cause::HashOfHash,
        Cause::Prehash,
        Cause::AttributesAsSent,
        Cause::AttributesTagged,
        Cause::AttributesUntagged,
        Cause::OtherCertificate { index: 1 },
        Cause::VidLayout("serial-ci"),
        Cause::VidCertificate {
            index: 0,
            layout: "ci-serial",
        },
    ]
}
