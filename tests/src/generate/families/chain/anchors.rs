//! The constraints of the certificate that the anchor came in, where the policy applies them.

use super::names::organization;
use super::{MIDDLE, Outcome, Scene, Shape, case};
use crate::generate::certificate::key_usage;
use crate::generate::constraint::{
    name_constraints, no_ca, path_length, policies, policy_constraints,
};
use crate::generate::hierarchy::{Ca, usual};
use crate::generate::key::Key;
use crate::generate::oid as id;
use std::io;

const SOURCE: &str = "RFC 5937 3: the constraints of a trust anchor's certificate";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Breaks, NoChain, Passes};
    let rows: [(&str, Outcome, Shape, &str); 9] = [
        (
            "anchor-usual",
            Passes,
            usual,
            "is that of a CA and constrains nothing.",
        ),
        (
            "anchor-name-constraints",
            Breaks,
            |it| {
                it.with(
                    id::NAME_CONSTRAINTS,
                    name_constraints(&[organization("OTHER")], &[]),
                )
            },
            "permits other names only.",
        ),
        (
            "anchor-name-constraints-kept",
            Passes,
            |it| {
                it.with(
                    id::NAME_CONSTRAINTS,
                    name_constraints(&[], &[organization("OTHER")]),
                )
            },
            "excludes other names only.",
        ),
        (
            "anchor-not-a-ca",
            NoChain,
            |it| it.with(id::BASIC_CONSTRAINTS, no_ca()),
            "says that it is no CA's.",
        ),
        (
            "anchor-key-usage",
            NoChain,
            |it| it.with(id::KEY_USAGE, key_usage(&[0])),
            "has a keyUsage without keyCertSign.",
        ),
        (
            "anchor-path-length-1",
            Passes,
            |it| it.with(id::BASIC_CONSTRAINTS, path_length(1)),
            "has a pathLenConstraint of 1, and one CA is below it.",
        ),
        (
            "anchor-requires-policy",
            Breaks,
            |it| it.with(id::POLICY_CONSTRAINTS, policy_constraints(Some(0), None)),
            "requires a policy, and nobody asserts any.",
        ),
        (
            "anchor-policies",
            Breaks,
            |it| {
                it.with(id::CERTIFICATE_POLICIES, policies(&["2.25.1"]))
                    .with(id::POLICY_CONSTRAINTS, policy_constraints(Some(0), None))
            },
            "requires a policy of its own, and nobody asserts it.",
        ),
        (
            "anchor-version-1",
            Passes,
            |mut it| {
                it.version = 0;
                it.extensions.clear();
                it
            },
            "is of version 1 and constrains nothing.",
        ),
    ];
    for (name, outcome, shape, what) in rows {
        let root = Ca::root_as("Test strict root CA", &Key::ec(), shape);
        let middle = root.ca(MIDDLE);
        let signer = middle.signer();
        let vector = |name: &str, outcome: Outcome| {
            case(name, &signer, outcome.of(&signer))
                .trusting(&root.certificate)
                .intermediate(&middle.certificate)
        };
        let reason = format!("The certificate that the anchor came in {what}");
        let applied = format!("{reason} The policy applies the anchors' constraints.");
        let vector_applied = vector(&format!("{name}-applied"), outcome);
        scene.save(vector_applied.constrained_by_anchors(), &applied, SOURCE)?;
        if name == "anchor-not-a-ca" || name == "anchor-name-constraints" {
            let (what, outcome) = if name == "anchor-not-a-ca" {
                ("Such an anchor is one for itself alone.", NoChain)
            } else {
                (
                    "An anchor is a name and a key, and no more is asked.",
                    Passes,
                )
            };
            let ignored = format!("{reason} {what}");
            scene.save(vector(name, outcome), &ignored, "RFC 5280 6.1.1 (d)")?;
        }
    }
    Ok(())
}
