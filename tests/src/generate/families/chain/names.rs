//! nameConstraints on directory names, malformed ones, and whom they bind.

use super::{MIDDLE, Outcome, Scene, case, passed};
use crate::case::Finding;
use crate::generate::certificate::{extension, name};
use crate::generate::constraint::{
    alternative_names, directory, mail, name_constraints, name_constraints_of,
};
use crate::generate::der::{explicit, implicit_octets, oid, printable, sequence, tlv, utf8};
use crate::generate::hierarchy::{subscriber_name, usual};
use crate::generate::key::Key;
use crate::generate::oid as id;
use std::io;

pub(super) const SOURCE: &str = "RFC 5280 4.2.1.10 and 6.1.3 (b) and (c)";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    directories(scene)?;
    malformed(scene)?;
    self_issued(scene)
}

/// A CA with these constraints, and a signer with these alternative names.
pub(super) fn constrained(
    scene: &Scene<'_>,
    name: &str,
    outcome: Outcome,
    constraints: &[u8],
    names: &[Vec<u8>],
    reason: &str,
) -> io::Result<()> {
    let vector = scene.shaped(
        &format!("names-{name}"),
        outcome,
        |it| it.with(id::NAME_CONSTRAINTS, constraints.to_vec()),
        |it| match names {
            [] => it,
            _ => it.with(id::SUBJECT_ALT_NAME, alternative_names(names)),
        },
    );
    // These are none of their form (RFC 5280 4.2.1.6).
    let vector = match name {
        "ip-of-5-octets"
        | "dns-excluded-trailing-dot"
        | "dns-permitted-trailing-dot"
        | "dns-space"
        | "dns-wildcard-inside"
        | "mail-excluded-trailing-dot"
        | "mail-permitted-trailing-dot"
        | "mail-two-at"
        | "mail-without-at"
        | "uri-backslash" => vector.finding(Finding::CertificateNotDer),
        _ => vector,
    };
    scene.save(vector, reason, SOURCE)
}

/// `C=KR, O=…`: the subscribers' names stand below the usual one.
pub(super) fn organization(text: &str) -> Vec<u8> {
    directory(&name(&[
        (id::COUNTRY_NAME, printable("KR")),
        (id::ORGANIZATION_NAME, utf8(text)),
    ]))
}

fn directories(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Breaks, Passes};
    let (own, other) = (organization("INJANG TEST"), organization("OTHER"));
    let permitted = |base: &Vec<u8>| name_constraints(std::slice::from_ref(base), &[]);
    let excluded = |base: &Vec<u8>| name_constraints(&[], std::slice::from_ref(base));
    let elsewhere = directory(&name(&[(id::COMMON_NAME, utf8("Elsewhere"))]));
    for (case, outcome, constraints, names, reason) in [
        (
            "directory-permitted",
            Passes,
            permitted(&own),
            vec![],
            "The subject is below the name that the CA may issue for.",
        ),
        (
            "directory-permitted-other-case",
            Passes,
            permitted(&organization("injang  test")),
            vec![],
            "The subject is below the permitted name, but for case and white space.",
        ),
        (
            "directory-not-permitted",
            Breaks,
            permitted(&other),
            vec![],
            "The subject is not below the name that the CA may issue for.",
        ),
        (
            "directory-longer-word",
            Breaks,
            permitted(&organization("INJANG TES")),
            vec![],
            "The permitted organisation is a prefix of the subject's: names are compared by whole attributes.",
        ),
        (
            "directory-excluded",
            Breaks,
            excluded(&own),
            vec![],
            "The subject is below the name that the CA must not issue for.",
        ),
        (
            "directory-not-excluded",
            Passes,
            excluded(&other),
            vec![],
            "The subject is not below the excluded name.",
        ),
        (
            "directory-excluded-beside-permitted",
            Breaks,
            name_constraints(
                std::slice::from_ref(&own),
                &[directory(&subscriber_name("Test signer"))],
            ),
            vec![],
            "The subject is below the permitted name, and it is the excluded one.",
        ),
        (
            "directory-alternative-not-permitted",
            Breaks,
            permitted(&own),
            vec![elsewhere],
            "The subject is below the permitted name, a directoryName among the alternatives is not.",
        ),
        (
            "directory-empty-base-excluded",
            Breaks,
            excluded(&directory(&sequence(&[]))),
            vec![],
            "Every name is below the empty one, which is excluded.",
        ),
    ] {
        constrained(scene, case, outcome, &constraints, &names, reason)?;
    }
    let vector = scene.shaped(
        "names-subject-empty",
        Passes,
        |it| it.with(id::NAME_CONSTRAINTS, permitted(&other)),
        |it| {
            let names = alternative_names(&[mail("signer@example.test")]);
            it.subject(sequence(&[])).with(id::SUBJECT_ALT_NAME, names)
        },
    );
    // RFC 5280 4.1.2.6: its subjectAltName has to be critical.
    let vector = vector.finding(Finding::CertificateNotDer);
    let reason = "The subject is empty, so that there is no directory name to hold against the permitted one.";
    scene.save(vector, reason, SOURCE)
}

fn malformed(scene: &Scene<'_>) -> io::Result<()> {
    let base = || organization("INJANG TEST");
    let permitted = |subtree: &[Vec<u8>]| sequence(&[tlv(0xa0, &subtree.concat())]);
    for (case, value, reason) in [
        (
            "minimum-1",
            permitted(&[sequence(&[base(), implicit_octets(0, &[1])])]),
            "The permitted subtree begins a level below its base, which RFC 5280 does not use.",
        ),
        (
            "maximum",
            permitted(&[sequence(&[base(), implicit_octets(1, &[3])])]),
            "The permitted subtree ends some levels below its base, which RFC 5280 does not use.",
        ),
        (
            "no-subtree",
            permitted(&[]),
            "The list of permitted subtrees is empty, which can't be.",
        ),
        (
            "base-missing",
            permitted(&[sequence(&[])]),
            "The permitted subtree has no base.",
        ),
        (
            "base-oid",
            permitted(&[sequence(&[oid(id::UNKNOWN)])]),
            "The base of the permitted subtree is no GeneralName.",
        ),
        (
            "no-sequence",
            utf8("names"),
            "The value of nameConstraints is text.",
        ),
        (
            "third-list",
            sequence(&[explicit(2, &sequence(&[base()]))]),
            "nameConstraints has a list that is neither of permitted nor of excluded subtrees.",
        ),
    ] {
        let constraints = name_constraints_of(&value);
        constrained(scene, case, Outcome::Breaks, &constraints, &[], reason)?;
    }
    let constraints = extension(
        id::NAME_CONSTRAINTS,
        false,
        &permitted(&[sequence(&[organization("OTHER")])]),
    );
    let reason = "nameConstraints is not critical, and a constraint all the same.";
    constrained(
        scene,
        "not-critical",
        Outcome::Breaks,
        &constraints,
        &[],
        reason,
    )
}

/// Certificates that a CA issued to itself are exempt, unless they are the signer's.
fn self_issued(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 5280 6.1.3 (b) and (c): not for self-issued certificates, unless final";
    let old = scene.root.ca_as(MIDDLE, &Key::ec(), |it| {
        let constraints = name_constraints(&[organization("INJANG TEST")], &[]);
        it.with(id::NAME_CONSTRAINTS, constraints)
    });
    let new = old.ca_as(MIDDLE, &Key::ec(), usual);
    let signer = new.signer();
    scene.save(
        case("names-self-issued", &signer, passed(&signer))
            .intermediate(&old.certificate)
            .intermediate(&new.certificate),
        "The CA's own name is not permitted, but it certified a new key of its own.",
        source,
    )?;
    let own = old.signer_as(|it| {
        let issuer = it.issuer.clone();
        it.subject(issuer)
    });
    scene.save(
        case("names-self-issued-signer", &own, passed(&own).broken_path())
            .intermediate(&old.certificate),
        "The CA's own name is not permitted, and the signer's certificate has it.",
        source,
    )?;
    let other = old.ca("Test CA 2");
    let below = other.signer();
    scene.save(
        case("names-of-a-ca", &below, passed(&below).broken_path())
            .intermediate(&old.certificate)
            .intermediate(&other.certificate),
        "The signer's name is permitted, that of the CA between is not.",
        SOURCE,
    )
}
