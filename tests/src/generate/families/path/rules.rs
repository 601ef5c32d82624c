//! What a signer's certificate may and must say.

use super::{Scene, against_the_rules, document};
use crate::case::Finding;
use crate::generate::algorithm::Hash;
use crate::generate::certificate::{extension, key_usage, name, policy};
use crate::generate::der::{explicit, integer, null, oid, retag, sequence, utf8};
use crate::generate::oid as id;
use crate::generate::vector::Vector;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    key_usages(scene)?;
    algorithms(scene)?;
    extensions(scene)?;
    constraints(scene)
}

fn key_usages(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5280 4.2.1.3";
    for (name, bits, passes, reason) in [
        (
            "key-usage-digital-signature",
            &[0_u8][..],
            true,
            "digitalSignature alone is enough.",
        ),
        (
            "key-usage-non-repudiation",
            &[1][..],
            true,
            "nonRepudiation alone is enough.",
        ),
        (
            "key-usage-key-encipherment",
            &[2][..],
            false,
            "The key is for key encipherment only.",
        ),
        (
            "key-usage-certificates",
            &[5, 6][..],
            false,
            "The key is for certificates and CRLs only.",
        ),
        (
            "key-usage-nothing",
            &[][..],
            false,
            "keyUsage is there and names no use at all.",
        ),
    ] {
        scene.shaped(name, reason, source, passes, |template| {
            template.with(id::KEY_USAGE, key_usage(bits))
        })?;
    }
    let reason = "Without keyUsage every use is allowed.";
    scene.shaped("key-usage-absent", reason, source, true, |template| {
        template.without(id::KEY_USAGE)
    })?;
    let purposes = extension(
        id::EXT_KEY_USAGE,
        false,
        &sequence(&[oid(id::ID_KP_EMAIL_PROTECTION)]),
    );
    let reason = "extendedKeyUsage matters only to those who ask for a purpose.";
    scene.shaped(
        "extended-key-usage",
        reason,
        "RFC 5280 4.2.1.12",
        true,
        |template| template.with(id::EXT_KEY_USAGE, purposes),
    )
}

fn algorithms(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5280 4.1.1.2: both identifiers must be the same";
    let reason = "The certificate names ecdsa-with-SHA384 inside and ecdsa-with-SHA256, under which it verifies, outside.";
    scene.shaped(
        "algorithms-differ",
        reason,
        source,
        false,
        |mut template| {
            template.inner_algorithm = Some(Hash::Sha384.with_ecdsa());
            template
        },
    )?;
    let reason =
        "The certificate names the same algorithm inside with NULL parameters and outside without.";
    let signer = scene.ca.ec_signer_as(|mut template| {
        template.inner_algorithm = Some(sequence(&[oid("1.2.840.10045.4.3.2"), null()]));
        template
    });
    let name = "algorithm-parameters-differ";
    let expect = against_the_rules(&signer).finding(Finding::AlgorithmParametersForm);
    Vector::new(name, document(&signer).encode(), reason, source, expect).save(scene.family)
}

fn extensions(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5280 4.2 and 6.1.5 (f)";
    let value = utf8("nobody knows this");
    let reason = "An unknown critical extension may forbid anything.";
    scene.shaped(
        "extension-unknown-critical",
        reason,
        source,
        false,
        |template| template.with(id::UNKNOWN, extension(id::UNKNOWN, true, &value)),
    )?;
    let reason = "An unknown extension that is not critical is ignored.";
    scene.shaped("extension-unknown", reason, source, true, |template| {
        template.with(id::UNKNOWN, extension(id::UNKNOWN, false, &value))
    })?;
    let policies = sequence(&[policy("2.25.1", &[])]);
    let reason = "Critical policies are understood, and any will do where none is asked for.";
    scene.shaped(
        "policies-critical",
        reason,
        "RFC 5280 4.2.1.4",
        true,
        |template| {
            template.with(
                id::CERTIFICATE_POLICIES,
                extension(id::CERTIFICATE_POLICIES, true, &policies),
            )
        },
    )?;
    let reason = "A subscriber without policies is as good where none is asked for.";
    scene.shaped(
        "policies-absent",
        reason,
        "RFC 5280 4.2.1.4",
        true,
        |template| template.without(id::CERTIFICATE_POLICIES),
    )?;
    let kisa = sequence(&[
        oid("1.2.410.200004.10.1.1"),
        explicit(0, &sequence(&[utf8("시험 서명자")])),
    ]);
    let names = sequence(&[retag(0xa0, &kisa)]);
    let reason = "KISA's VID in subjectAltName is parsed and proves nothing here.";
    scene.shaped(
        "subject-alternative-name-kisa",
        reason,
        "KISA's identification data in NPKI certificates",
        true,
        |template| {
            template.with(
                id::SUBJECT_ALT_NAME,
                extension(id::SUBJECT_ALT_NAME, false, &names),
            )
        },
    )
}

fn constraints(scene: &Scene<'_>) -> io::Result<()> {
    let explicit_policy = sequence(&[retag(0x80, &integer(0))]);
    let reason = "policyConstraints asks for an explicit policy, and the certificate has none.";
    scene.shaped(
        "policy-constraints",
        reason,
        "RFC 5280 4.2.1.11 and 6.1.5 (b)",
        false,
        |template| {
            template.without(id::CERTIFICATE_POLICIES).with(
                id::POLICY_CONSTRAINTS,
                extension(id::POLICY_CONSTRAINTS, true, &explicit_policy),
            )
        },
    )?;
    let permitted = name(&[(id::ORGANIZATION_NAME, utf8("INJANG TEST"))]);
    let subtrees = sequence(&[retag(
        0xa0,
        &sequence(&[sequence(&[explicit(4, &permitted)])]),
    )]);
    let reason = "nameConstraints belongs into CA certificates only; here it binds nobody, because nobody is below.";
    scene.shaped(
        "name-constraints",
        reason,
        "RFC 5280 4.2.1.10 and 6.1.4 (g)",
        true,
        |template| {
            template.with(
                id::NAME_CONSTRAINTS,
                extension(id::NAME_CONSTRAINTS, true, &subtrees),
            )
        },
    )?;
    let reason = "inhibitAnyPolicy belongs into CA certificates only; here it binds nobody, because nobody is below.";
    scene.shaped(
        "inhibit-any-policy",
        reason,
        "RFC 5280 4.2.1.14 and 6.1.4 (j)",
        true,
        |template| {
            template.with(
                id::INHIBIT_ANY_POLICY,
                extension(id::INHIBIT_ANY_POLICY, true, &integer(0)),
            )
        },
    )?;
    let signer = scene.ca.ec_signer_as(|template| {
        template
            .with(id::KEY_USAGE, key_usage(&[2]))
            .with(id::UNKNOWN, extension(id::UNKNOWN, true, &null()))
    });
    Vector::new(
        "two-rules-broken",
        document(&signer).encode(),
        "The certificate breaks two rules at once.",
        "RFC 5280 6.1",
        against_the_rules(&signer),
    )
    .save(scene.family)
}
