//! policyMappings.

use super::policies::{ONE, TWO, asserts};
use super::{MIDDLE, Outcome, Scene, about, case, document};
use crate::generate::constraint::{mappings, policy_constraints};
use crate::generate::key::Key;
use crate::generate::oid as id;
use std::io;

const SOURCE: &str = "RFC 5280 4.2.1.5 and 6.1.4 (a) and (b)";
const THREE: &str = "2.25.3";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Breaks, Passes};
    let mapped = |name: &str,
                  outcome,
                  ca: &[&'static str],
                  pairs: &[(&str, &str)],
                  signer: &[&'static str]| {
        let extension = mappings(pairs);
        scene.shaped(
            &format!("mapping-{name}"),
            outcome,
            |it| asserts(ca)(it).with(id::POLICY_MAPPINGS, extension),
            asserts(signer),
        )
    };
    let pair = &[(ONE, TWO)][..];
    scene.save(
        mapped("good", Passes, &[ONE], pair, &[TWO]).require_policies(&[ONE]),
        "The CA maps the policy asked for to the one that the signer's certificate asserts.",
        SOURCE,
    )?;
    scene.save(
        mapped("by-the-subject-s-name", Breaks, &[ONE], pair, &[TWO]).require_policies(&[TWO]),
        "The policy is asked for by the name that it has below the CA, which means nothing above.",
        SOURCE,
    )?;
    scene.save(
        mapped("unmapped-name-below", Breaks, &[ONE], pair, &[ONE]).require_policies(&[ONE]),
        "Below the CA the policy goes by another name, and the signer's certificate has the old one.",
        SOURCE,
    )?;
    scene.save(
        mapped(
            "to-two",
            Passes,
            &[ONE],
            &[(ONE, TWO), (ONE, THREE)],
            &[THREE],
        )
        .require_policies(&[ONE]),
        "The CA maps the policy to two, of which the signer's certificate asserts one.",
        SOURCE,
    )?;
    scene.save(
        mapped("under-any", Passes, &[id::ANY_POLICY], pair, &[TWO]).require_policies(&[ONE]),
        "The CA asserts anyPolicy, and maps one that this stands for.",
        SOURCE,
    )?;
    scene.save(
        mapped("of-what-is-not-asserted", Breaks, &[THREE], pair, &[TWO]).require_policies(&[ONE]),
        "The CA maps a policy that it does not assert.",
        SOURCE,
    )?;
    scene.save(
        mapped("inhibited", Breaks, &[ONE], pair, &[TWO])
            .require_policies(&[ONE])
            .inhibit_policy_mapping(),
        "The CA maps the policy, and the caller does not want mappings.",
        SOURCE,
    )?;
    scene.save(
        mapped("inhibited-not-required", Passes, &[ONE], pair, &[TWO]).inhibit_policy_mapping(),
        "The caller does not want mappings, and asks for no policy.",
        SOURCE,
    )?;
    for (name, issuer, subject, reason) in [
        (
            "of-any",
            id::ANY_POLICY,
            TWO,
            "The CA maps anyPolicy to another.",
        ),
        (
            "to-any",
            ONE,
            id::ANY_POLICY,
            "The CA maps a policy to anyPolicy.",
        ),
    ] {
        scene.save(
            mapped(name, Breaks, &[ONE], &[(issuer, subject)], &[TWO]),
            reason,
            "RFC 5280 4.2.1.5: policies must not be mapped to or from anyPolicy",
        )?;
    }
    scene.save(
        mapped("none", Breaks, &[ONE], &[], &[ONE]),
        "policyMappings is an empty sequence.",
        SOURCE,
    )?;
    inhibited_above(scene)?;
    multiplying(scene)
}

/// inhibitPolicyMapping of a CA above the one that maps.
fn inhibited_above(scene: &Scene<'_>) -> io::Result<()> {
    for (name, skip, outcome, reason) in [
        (
            "mapping-inhibited-above",
            0,
            Outcome::Breaks,
            "A CA above does not let the one below map policies.",
        ),
        (
            "mapping-inhibited-further-below",
            1,
            Outcome::Passes,
            "A CA above lets the next one map policies, and no further ones.",
        ),
    ] {
        let upper = scene.root.ca_as(MIDDLE, &Key::ec(), |it| {
            asserts(&[ONE])(it).with(id::POLICY_CONSTRAINTS, policy_constraints(None, Some(skip)))
        });
        let lower = upper.ca_as("Test CA 2", &Key::ec(), |it| {
            asserts(&[ONE])(it).with(id::POLICY_MAPPINGS, mappings(&[(ONE, TWO)]))
        });
        let signer = lower.signer_as(asserts(&[TWO]));
        let vector = case(name, &signer, outcome.of(&signer))
            .intermediate(&upper.certificate)
            .intermediate(&lower.certificate)
            .require_policies(&[ONE]);
        scene.save(vector, reason, "RFC 5280 4.2.1.11")?;
    }
    let vector = scene.shaped(
        "mapping-in-the-signer-s",
        Outcome::Passes,
        asserts(&[ONE]),
        |it| asserts(&[ONE])(it).with(id::POLICY_MAPPINGS, mappings(&[(ONE, TWO)])),
    );
    scene.save(
        vector.require_policies(&[ONE]),
        "policyMappings in the signer's certificate maps nothing, because nobody is below.",
        SOURCE,
    )
}

/// Policies each of which every CA maps to all: a tree of them would have 3 to the 12th leaves.
fn multiplying(scene: &Scene<'_>) -> io::Result<()> {
    let all: &[&'static str] = &[ONE, TWO, THREE];
    let pairs: Vec<(&str, &str)> = all
        .iter()
        .flat_map(|issuer| all.iter().map(|subject| (*issuer, *subject)))
        .collect();
    let mut row = Vec::new();
    let mut issuer = scene.root.clone();
    for number in 1..=12 {
        issuer = issuer.ca_as(&format!("Test CA {number}"), &Key::ec(), |it| {
            asserts(all)(it).with(id::POLICY_MAPPINGS, mappings(&pairs))
        });
        row.push(issuer.clone());
    }
    for (name, own, outcome, reason) in [
        (
            "policy-mesh",
            TWO,
            Outcome::Passes,
            "Twelve CAs map each of three policies to all three, and the signer's certificate asserts one of them.",
        ),
        (
            "policy-mesh-absent",
            id::KAKAO_POLICY,
            Outcome::Breaks,
            "Twelve CAs map each of three policies to all three, and the signer's certificate asserts another.",
        ),
    ] {
        let signer = issuer.signer_as(asserts(&[own]));
        let document = row.iter().fold(document(&signer), |document, ca| {
            document.certificate(&ca.certificate)
        });
        let vector = about(name, &document, outcome.of(&signer)).require_policies(&[ONE]);
        scene.save(
            vector,
            reason,
            "RFC 9618; openssl 80-test_policy_tree: policy trees grow without bound",
        )?;
    }
    Ok(())
}
