//! Signers' certificates with extensions that are malformed, repeated or out of place, and of
//! versions that have none.

use super::shapes::{Outcome, criticality, shaped};
use super::{Scene, document, forms};
use crate::generate::authority::Signer;
use crate::generate::certificate::{extension, key_usage, policy, serial_of};
use crate::generate::der::{
    bit_string, boolean_true, content_of, explicit, implicit_octets, null, octet_string, oid,
    sequence, set, tlv, utf8,
};
use crate::generate::key::Key;
use crate::generate::oid as id;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    key_usages(scene)?;
    forms::make(scene)?;
    elements(scene)?;
    repeated(scene)?;
    constraints(scene)?;
    versions(scene)
}

fn key_usages(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Breaks, BreaksNotDer, Passes, PassesNotDer};
    let source = "RFC 5280 4.2.1.3, X.690 8.6 and 11.2";
    for (name, octets, outcome, reason) in [
        (
            "non-repudiation",
            &[3, 2, 6, 0x40][..],
            Passes,
            "nonRepudiation is the last of two bits.",
        ),
        (
            "non-repudiation-unused",
            &[3, 2, 7, 0x40],
            BreaksNotDer,
            "nonRepudiation is set, but only one bit is used.",
        ),
        (
            "both-of-one",
            &[3, 2, 7, 0xc0],
            PassesNotDer,
            "digitalSignature and nonRepudiation are set, but only one bit is used.",
        ),
        (
            "zeros-behind",
            &[3, 2, 0, 0x80],
            PassesNotDer,
            "digitalSignature is the first of eight bits, the others being zero.",
        ),
        (
            "digital-signature",
            &[3, 2, 7, 0x80],
            Passes,
            "digitalSignature is the only bit.",
        ),
        (
            "both",
            &[3, 2, 6, 0xc0],
            Passes,
            "digitalSignature and nonRepudiation are all bits.",
        ),
        (
            "beside-encipherment",
            &[3, 2, 5, 0xa0],
            Passes,
            "digitalSignature stands beside keyEncipherment.",
        ),
        (
            "nine-bits",
            &[3, 3, 7, 0x80, 0x80],
            Passes,
            "digitalSignature is the first of nine bits, the others but the last being zero.",
        ),
        (
            "nine-bits-without",
            &[3, 3, 7, 0x08, 0x80],
            Breaks,
            "Of nine bits none is one that lets the key sign.",
        ),
        (
            "eight-unused",
            &[3, 2, 8, 0x80],
            Breaks,
            "A BIT STRING can't have eight unused bits.",
        ),
        (
            "none-but-unused",
            &[3, 1, 7],
            Breaks,
            "A BIT STRING without octets can't have unused bits.",
        ),
        (
            "without-unused",
            &[3, 0],
            Breaks,
            "A BIT STRING must say how many bits are unused.",
        ),
        ("empty", &[], Breaks, "The extension's value is empty."),
        (
            "octet-string",
            &[4, 1, 0xc0],
            Breaks,
            "The value is an OCTET STRING.",
        ),
        ("integer", &[2, 1, 0x40], Breaks, "The value is an INTEGER."),
        (
            "with-more",
            &[3, 2, 6, 0xc0, 5, 0],
            Breaks,
            "A NULL follows the BIT STRING.",
        ),
    ] {
        for critical in [true, false] {
            let usage = extension(id::KEY_USAGE, critical, octets);
            let (kind, about) = criticality(critical);
            shaped(
                scene,
                &format!("key-usage-{name}{kind}"),
                &format!("{reason} keyUsage is {about}."),
                source,
                outcome,
                |template| template.with(id::KEY_USAGE, usage),
            )?;
        }
    }
    Ok(())
}

/// Elements in the list that are no extensions.
fn elements(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{BreaksNotDer, PassesNotDer};
    let source =
        "RFC 5280 4.1: Extension ::= SEQUENCE { extnID, critical DEFAULT FALSE, extnValue }";
    let value = || octet_string(&null());
    let unknown = || oid(id::UNKNOWN);
    for (name, element, outcome, reason) in [
        (
            "without-value",
            sequence(&[unknown()]),
            BreaksNotDer,
            "An extension has no value.",
        ),
        (
            "without-type",
            sequence(&[value()]),
            BreaksNotDer,
            "An extension has no type.",
        ),
        (
            "with-fourth-field",
            sequence(&[unknown(), boolean_true(), value(), null()]),
            BreaksNotDer,
            "An extension has a fourth field.",
        ),
        (
            "value-bit-string",
            sequence(&[unknown(), bit_string(&null())]),
            BreaksNotDer,
            "An extension's value is a BIT STRING.",
        ),
        (
            "set",
            set(&[unknown(), value()]),
            BreaksNotDer,
            "An extension is a SET.",
        ),
        (
            "critical-long",
            sequence(&[unknown(), vec![1, 2, 0, 0], value()]),
            BreaksNotDer,
            "An extension's criticality is a BOOLEAN of two octets.",
        ),
        (
            "critical-one",
            sequence(&[unknown(), vec![1, 1, 1], value()]),
            BreaksNotDer,
            "An unknown extension is critical by a TRUE of 01.",
        ),
        (
            "not-critical-written",
            sequence(&[unknown(), vec![1, 1, 0], value()]),
            PassesNotDer,
            "An unknown extension says that it is not critical, though that is the default.",
        ),
    ] {
        let name = format!("extension-{name}");
        shaped(scene, &name, reason, source, outcome, |template| {
            template.with(id::UNKNOWN, element)
        })?;
    }
    Ok(())
}

fn repeated(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5280 4.2: not more than one instance of a particular extension";
    let unknown = |text: &str| extension(id::UNKNOWN, false, &utf8(text));
    for (name, kind, extra, reason) in [
        (
            "key-usage",
            id::KEY_USAGE,
            key_usage(&[0, 1]),
            "keyUsage stands twice, both times the same.",
        ),
        (
            "policies",
            id::CERTIFICATE_POLICIES,
            extension(
                id::CERTIFICATE_POLICIES,
                false,
                &sequence(&[policy("2.25.1", &[])]),
            ),
            "certificatePolicies stands twice.",
        ),
        (
            "key-identifier",
            id::SUBJECT_KEY_IDENTIFIER,
            extension(
                id::SUBJECT_KEY_IDENTIFIER,
                false,
                &octet_string(&[0x77; 20]),
            ),
            "subjectKeyIdentifier stands twice.",
        ),
        (
            "unknown",
            id::UNKNOWN,
            unknown("one"),
            "An unknown extension that is not critical stands twice.",
        ),
    ] {
        let name = format!("repeated-{name}");
        shaped(scene, &name, reason, source, Outcome::Breaks, |template| {
            let mut template = template.with(id::UNKNOWN, unknown("two"));
            template.extensions.push((kind, extra));
            template
        })?;
    }
    Ok(())
}

/// Extensions of CAs in a signer's certificate: they are read there too, and only the demand for a
/// policy binds it.
fn constraints(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Breaks, BreaksNotDer, Passes, PassesNotDer};
    let source = "RFC 5280 4.2.1.10, 4.2.1.11, 4.2.1.14, 6.1.5 (b): processed, critical or not";
    let base = sequence(&[tlv(0x82, b"example.test")]);
    let names = sequence(&[tlv(0xa1, &base)]);
    let no_names = sequence(&[tlv(0xa0, &[])]);
    let required = sequence(&[implicit_octets(0, &[0])]);
    let rows: [(&str, &'static str, &[u8], Outcome, &str); 6] = [
        (
            "name-constraints",
            id::NAME_CONSTRAINTS,
            &names,
            PassesNotDer,
            "nameConstraints binds those below the signer, who are none.",
        ),
        (
            "name-constraints-empty",
            id::NAME_CONSTRAINTS,
            &no_names,
            BreaksNotDer,
            "nameConstraints has an empty list of subtrees.",
        ),
        (
            "policy-constraints",
            id::POLICY_CONSTRAINTS,
            &required,
            Passes,
            "policyConstraints requires a policy, and the certificate has some.",
        ),
        (
            "policy-constraints-integer",
            id::POLICY_CONSTRAINTS,
            &[2, 1, 0],
            Breaks,
            "policyConstraints is an INTEGER.",
        ),
        (
            "inhibit-any-policy",
            id::INHIBIT_ANY_POLICY,
            &[2, 1, 0],
            Passes,
            "inhibitAnyPolicy binds those below the signer, who are none.",
        ),
        (
            "inhibit-any-policy-negative",
            id::INHIBIT_ANY_POLICY,
            &[2, 1, 0xff],
            Breaks,
            "inhibitAnyPolicy is negative.",
        ),
    ];
    for (word, kind, value, outcome, reason) in rows {
        for critical in [true, false] {
            let (end, about) = criticality(critical);
            shaped(
                scene,
                &format!("{word}{end}"),
                &format!("{reason} It is {about}."),
                source,
                outcome,
                |template| template.with(kind, extension(kind, critical, value)),
            )?;
        }
    }
    let reason =
        "policyConstraints requires a policy, and the certificate has none. It is not critical.";
    shaped(
        scene,
        "policy-constraints-without-policy",
        reason,
        source,
        Breaks,
        |template| {
            let constraints = extension(id::POLICY_CONSTRAINTS, false, &required);
            template
                .without(id::CERTIFICATE_POLICIES)
                .with(id::POLICY_CONSTRAINTS, constraints)
        },
    )
}

fn versions(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Breaks, Passes};
    let source = "RFC 5280 4.1.2.1 and 4.1.2.9: extensions are of version 3, the last one";
    for (version, field) in [
        (1, vec![]),
        (2, explicit(0, &[2, 1, 1])),
        (3, explicit(0, &[2, 1, 2])),
        (4, explicit(0, &[2, 1, 3])),
        (10, explicit(0, &[2, 1, 9])),
    ] {
        for has_extensions in [true, false] {
            let outcome = match (version, has_extensions) {
                (1 | 2, false) | (3, _) => Passes,
                _ => Breaks,
            };
            let (kind, about) = if has_extensions {
                ("-with-extensions", "extensions")
            } else {
                ("-without-extensions", "no extensions")
            };
            let signer = of_version(scene, &field, has_extensions);
            scene.save(
                &format!("version-{version}{kind}"),
                document(&signer).encode(),
                &format!("The certificate is of version {version} and has {about}."),
                source,
                outcome.of(&signer),
            )?;
        }
    }
    Ok(())
}

/// A signer whose certificate begins with that version field.
fn of_version(scene: &Scene<'_>, field: &[u8], has_extensions: bool) -> Signer {
    /// `[0] EXPLICIT INTEGER` of one octet, which the generator puts first.
    const VERSION: usize = 5;
    let (ca, key, serial) = (&scene.ca, Key::ec(), serial_of(20, false));
    let mut template = ca.template(&key, &serial, 1);
    if !has_extensions {
        template.extensions.clear();
    }
    let usual = template.to_be_signed(&ca.key);
    let signed = sequence(&[field.to_vec(), content_of(&usual)[VERSION..].to_vec()]);
    let signature = ca.key.sign(template.hash, &signed);
    let certificate = sequence(&[
        signed,
        ca.key.signature_algorithm(template.hash),
        bit_string(&signature),
    ]);
    Signer {
        key,
        issuer: template.issuer,
        serial,
        certificate,
    }
}
