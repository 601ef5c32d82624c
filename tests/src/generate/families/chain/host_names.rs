//! nameConstraints on hosts, in dNSName, URIs and common names.

use super::names::{SOURCE, constrained};
use super::{Outcome, Scene};
use crate::generate::certificate::name;
use crate::generate::constraint::{alternative_names, dns, mail, name_constraints, uri};
use crate::generate::der::utf8;
use crate::generate::oid as id;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    hosts(scene)?;
    uris(scene)?;
    common_names(scene)
}

fn hosts(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Breaks, Passes};
    let permitted = |base: &str| name_constraints(&[dns(base)], &[]);
    let excluded = |base: &str| name_constraints(&[], &[dns(base)]);
    for (case, outcome, constraints, host, reason) in [
        (
            "dns-permitted",
            Passes,
            permitted("example.test"),
            "example.test",
            "The host is the permitted one.",
        ),
        (
            "dns-permitted-below",
            Passes,
            permitted("example.test"),
            "a.b.EXAMPLE.test",
            "The host is below the permitted one.",
        ),
        (
            "dns-not-permitted",
            Breaks,
            permitted("example.test"),
            "other.test",
            "The host is not below the permitted one.",
        ),
        (
            "dns-suffix",
            Breaks,
            permitted("example.test"),
            "badexample.test",
            "The host ends with the permitted one and is not below it.",
        ),
        (
            "dns-excluded",
            Breaks,
            excluded("example.test"),
            "www.example.test",
            "The host is below the excluded one.",
        ),
        (
            "dns-not-excluded",
            Passes,
            excluded("example.test"),
            "badexample.test",
            "The host is not below the excluded one.",
        ),
        (
            "dns-excluded-trailing-dot",
            Breaks,
            excluded("example.test"),
            "www.example.test.",
            "A dot behind the host does not take it out of what is excluded.",
        ),
        (
            "dns-permitted-trailing-dot",
            Breaks,
            permitted("example.test"),
            "www.example.test.",
            "dNSName has no dot behind it.",
        ),
        (
            "dns-base-trailing-dot",
            Breaks,
            excluded("example.test."),
            "www.example.test",
            "The excluded base is no host, so that nothing can be told from it.",
        ),
        (
            "dns-base-empty",
            Breaks,
            excluded(""),
            "www.example.test",
            "Every host is below the empty one, which is excluded.",
        ),
        (
            "dns-wildcard-permitted",
            Passes,
            permitted("example.test"),
            "*.example.test",
            "All that the wildcard stands for is permitted.",
        ),
        (
            "dns-wildcard-not-permitted",
            Breaks,
            permitted("www.example.test"),
            "*.example.test",
            "The wildcard stands for more than is permitted.",
        ),
        (
            "dns-wildcard-excluded",
            Breaks,
            excluded("www.example.test"),
            "*.example.test",
            "The wildcard stands for an excluded host too.",
        ),
        (
            "dns-wildcard-inside",
            Breaks,
            excluded("example.test"),
            "w*w.other.test",
            "A wildcard within a label can't be compared.",
        ),
        (
            "dns-space",
            Breaks,
            excluded("example.test"),
            " ",
            "dNSName is a space, which RFC 5280 4.2.1.6 forbids.",
        ),
    ] {
        constrained(scene, case, outcome, &constraints, &[dns(host)], reason)?;
    }
    Ok(())
}

fn uris(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Breaks, Passes};
    let permitted = |base: &str| name_constraints(&[uri(base)], &[]);
    let excluded = |base: &str| name_constraints(&[], &[uri(base)]);
    for (case, outcome, constraints, text, reason) in [
        (
            "uri-host",
            Passes,
            permitted("example.test"),
            "https://example.test/a",
            "The URI's host is the permitted one.",
        ),
        (
            "uri-host-with-port",
            Passes,
            permitted("example.test"),
            "https://u@EXAMPLE.test:8443?q",
            "User, port and query are no part of the host.",
        ),
        (
            "uri-host-below",
            Breaks,
            permitted("example.test"),
            "https://www.example.test/",
            "A host stands for itself and not for hosts below.",
        ),
        (
            "uri-domain",
            Passes,
            permitted(".example.test"),
            "https://www.example.test/",
            "All hosts below a domain are permitted.",
        ),
        (
            "uri-domain-itself",
            Breaks,
            permitted(".example.test"),
            "https://example.test/",
            "A domain with a dot before it is not a host itself.",
        ),
        (
            "uri-excluded",
            Breaks,
            excluded("example.test"),
            "https://example.test/",
            "The URI's host is excluded.",
        ),
        (
            "uri-not-excluded",
            Passes,
            excluded("example.test"),
            "https://other.test/example.test",
            "The URI's host is not the excluded one, its path is.",
        ),
        (
            "uri-excluded-trailing-dot",
            Breaks,
            excluded("example.test"),
            "https://example.test./",
            "A dot behind the host does not take it out of what is excluded.",
        ),
        (
            "uri-user-like-host",
            Breaks,
            excluded("example.test"),
            "https://other.test@example.test/",
            "What stands before the @ is the user and not the host.",
        ),
        (
            "uri-address",
            Breaks,
            excluded("example.test"),
            "https://192.0.2.7/",
            "The URI's host is an address, which RFC 5280 refuses.",
        ),
        (
            "uri-without-host",
            Breaks,
            excluded("example.test"),
            "urn:example:a",
            "The URI has no host, which RFC 5280 refuses.",
        ),
        (
            "uri-authority-in-the-path",
            Breaks,
            permitted("example.test"),
            "urn:a://example.test/",
            "The URI has no authority, and its path looks like one: it has no host, which RFC 5280 refuses.",
        ),
        (
            "uri-authority-in-the-query",
            Breaks,
            permitted("example.test"),
            "mailto:a@other.test?b=://example.test/",
            "The URI has no authority, and its query looks like one: it has no host, which RFC 5280 refuses.",
        ),
        (
            "uri-backslash",
            Breaks,
            excluded("other.test"),
            "https://other.test\\@example.test/",
            "A backslash stands in the authority, where some see its end: this is no URI, and can't be compared.",
        ),
        (
            "uri-percent",
            Breaks,
            excluded("example.test"),
            "https://example%2Etest/",
            "The URI's host is percent-encoded and can't be compared.",
        ),
        (
            "uri-base-trailing-dot",
            Breaks,
            excluded("example.test."),
            "https://example.test/",
            "The excluded base is no host, so that nothing can be told from it.",
        ),
        (
            "uri-base-with-scheme",
            Breaks,
            excluded("https://example.test"),
            "https://example.test/",
            "The excluded base is a URI and no host, so that nothing can be told from it.",
        ),
    ] {
        constrained(scene, case, outcome, &constraints, &[uri(text)], reason)?;
    }
    Ok(())
}

/// Common names that are taken for hosts.
fn common_names(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Breaks, Passes};
    let source = "AWS-LC GHSA-3jrg-j22w-mpmc, RFC 6125 6.4.4: without dNSName a common name may be taken for the host";
    for (case, outcome, common_name, names, reason) in [
        (
            "common-name-excluded",
            Breaks,
            "www.example.test",
            vec![],
            "The common name is a host that is excluded, and there is no dNSName.",
        ),
        (
            "common-name-excluded-trailing-dot",
            Breaks,
            "www.example.test.",
            vec![],
            "The common name is an excluded host with a dot behind it.",
        ),
        (
            "common-name-excluded-wildcard",
            Breaks,
            "*.example.test",
            vec![],
            "The common name is a wildcard below an excluded host.",
        ),
        (
            "common-name-excluded-beside-mail",
            Breaks,
            "www.example.test",
            vec![mail("a@example.test")],
            "The common name is an excluded host, and the alternative names have none.",
        ),
        (
            "common-name-not-excluded",
            Passes,
            "www.other.test",
            vec![],
            "The common name is a host that is not excluded.",
        ),
        (
            "common-name-of-a-person",
            Passes,
            "시험 서명자",
            vec![],
            "The common name is no host's.",
        ),
        (
            "common-name-beside-host",
            Passes,
            "www.example.test",
            vec![dns("www.other.test")],
            "There is a dNSName, so that nobody takes the common name for a host.",
        ),
    ] {
        let subject = name(&[(id::COMMON_NAME, utf8(common_name))]);
        let vector = scene.shaped(
            &format!("names-{case}"),
            outcome,
            |it| {
                it.with(
                    id::NAME_CONSTRAINTS,
                    name_constraints(&[], &[dns("example.test")]),
                )
            },
            |it| {
                let it = it.subject(subject);
                match &names[..] {
                    [] => it,
                    names => it.with(id::SUBJECT_ALT_NAME, alternative_names(names)),
                }
            },
        );
        scene.save(vector, reason, source)?;
    }
    let both = name_constraints(&[dns("example.test")], &[uri("example.test")]);
    let names = [dns("www.example.test"), uri("https://other.test/")];
    let reason = "Hosts and URIs are constrained each by their own form.";
    constrained(scene, "dns-and-uri", Passes, &both, &names, reason)?;
    let vector = scene.shaped(
        "names-dns-one-of-two",
        Breaks,
        |it| {
            it.with(
                id::NAME_CONSTRAINTS,
                name_constraints(&[dns("example.test")], &[]),
            )
        },
        |it| {
            let names = [dns("www.example.test"), dns("www.other.test")];
            it.with(id::SUBJECT_ALT_NAME, alternative_names(&names))
        },
    );
    scene.save(vector, "Of two hosts one is not permitted.", SOURCE)
}
