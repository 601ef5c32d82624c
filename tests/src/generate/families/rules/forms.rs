//! Values of the extensions that are read for nothing but their form.

use super::Scene;
use super::shapes::{Outcome, criticality, shaped};
use crate::generate::certificate::{extension, policy};
use crate::generate::der::{
    boolean_true, implicit_octets, integer_octets, null, oid, sequence, utf8,
};
use crate::generate::oid as id;
use std::io;

/// Name, value, whether it is good, and what is said of it.
type Value = (&'static str, Vec<u8>, bool, &'static str);

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let own_policy = || policy("2.25.1", &[]);
    let mail = || implicit_octets(1, b"signer@injang.test.invalid");
    let purpose = || oid(id::ID_KP_EMAIL_PROTECTION);
    let negative = || integer_octets(&[0xff]);
    let kinds: [(&'static str, &str, &str, Vec<Value>); 4] = [
        (
            id::BASIC_CONSTRAINTS,
            "basic-constraints",
            "RFC 5280 4.2.1.9",
            vec![
                ("good", sequence(&[]), true, "says that this is no CA"),
                ("empty", vec![], false, "is empty"),
                (
                    "with-more",
                    [sequence(&[]), null()].concat(),
                    false,
                    "is followed by a NULL",
                ),
                (
                    "third-field",
                    sequence(&[boolean_true(), vec![2, 1, 0], null()]),
                    false,
                    "has a third field",
                ),
                (
                    "long-boolean",
                    sequence(&[vec![1, 2, 0xff, 0xff]]),
                    false,
                    "has a BOOLEAN of two octets",
                ),
                (
                    "negative-length",
                    sequence(&[boolean_true(), negative()]),
                    false,
                    "has a negative path length",
                ),
                ("no-sequence", boolean_true(), false, "is a BOOLEAN"),
            ],
        ),
        (
            id::CERTIFICATE_POLICIES,
            "policies",
            "RFC 5280 4.2.1.4",
            vec![
                ("good", sequence(&[own_policy()]), true, "names a policy"),
                ("empty", vec![], false, "is empty"),
                ("none", sequence(&[]), false, "lists no policy"),
                (
                    "with-more",
                    [sequence(&[own_policy()]), null()].concat(),
                    false,
                    "is followed by a NULL",
                ),
                (
                    "bare",
                    sequence(&[oid("2.25.1")]),
                    false,
                    "lists a policy without its SEQUENCE",
                ),
                (
                    "third-field",
                    sequence(&[sequence(&[oid("2.25.1"), sequence(&[]), null()])]),
                    false,
                    "lists a policy with a third field",
                ),
            ],
        ),
        (
            id::SUBJECT_ALT_NAME,
            "alternative-name",
            "RFC 5280 4.2.1.6",
            vec![
                ("good", sequence(&[mail()]), true, "holds a mail address"),
                ("empty", vec![], false, "is empty"),
                ("none", sequence(&[]), false, "lists no name"),
                (
                    "with-more",
                    [sequence(&[mail()]), null()].concat(),
                    false,
                    "is followed by a NULL",
                ),
                (
                    "text",
                    sequence(&[mail(), utf8("signer")]),
                    false,
                    "lists a text without a tag",
                ),
            ],
        ),
        (
            id::EXT_KEY_USAGE,
            "extended-key-usage",
            "RFC 5280 4.2.1.12",
            vec![
                ("good", sequence(&[purpose()]), true, "names a purpose"),
                ("empty", vec![], false, "is empty"),
                ("none", sequence(&[]), false, "lists no purpose"),
                (
                    "with-more",
                    [sequence(&[purpose()]), null()].concat(),
                    false,
                    "is followed by a NULL",
                ),
                (
                    "text",
                    sequence(&[purpose(), utf8("signing")]),
                    false,
                    "lists a text",
                ),
            ],
        ),
    ];
    for (kind, word, source, cases) in kinds {
        for (name, value, is_good, about) in cases {
            for critical in [true, false] {
                let (suffix, criticality) = criticality(critical);
                let outcome = if is_good {
                    Outcome::Passes
                } else {
                    Outcome::Breaks
                };
                shaped(
                    scene,
                    &format!("{word}-{name}{suffix}"),
                    &format!("The extension's value {about}. It is {criticality}."),
                    source,
                    outcome,
                    |template| template.with(kind, extension(kind, critical, &value)),
                )?;
            }
        }
    }
    let reason = "An unknown extension that is not critical is ignored, though its value is empty.";
    shaped(
        scene,
        "unknown-empty-not-critical",
        reason,
        "RFC 5280 4.2",
        Outcome::Passes,
        |template| template.with(id::UNKNOWN, extension(id::UNKNOWN, false, &[])),
    )
}
