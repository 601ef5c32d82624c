//! Rules of paths that no other vector covers, as single changes of the code have shown. Each has a
//! twin that passes. Also: the position that a report names for a failed check.

mod chaining;
mod positions;

use super::scene::{MIDDLE, Outcome, Scene, document};
use crate::case::Expectation;
use crate::case::Finding;
use crate::generate::algorithm::Hash;
use crate::generate::certificate::{Template, extension, name};
use crate::generate::constraint::{
    alternative_names, dns, ip, mappings, name_constraints, name_constraints_of, policies, uri,
};
use crate::generate::der::{null, printable, sequence, tlv, utf8};
use crate::generate::hierarchy::{Ca, usual};
use crate::generate::key::Key;
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

/// Policies of no real authority.
const ONE: &str = "2.25.1";
const TWO: &str = "2.25.2";

/// The shapes of the three certificates of a path, and what else the caller asks.
struct Path {
    anchor: fn(Template) -> Template,
    ca: fn(Template) -> Template,
    signer: fn(Template) -> Template,
    asked: fn(Vector) -> Vector,
}

/// Everything as usual.
const USUAL: Path = Path {
    anchor: usual,
    ca: usual,
    signer: usual,
    asked: |it| it,
};

/// What becomes of a good document.
type Expect = fn(Expectation) -> Expectation;

type Row = (&'static str, Expect, Path, &'static str);

const GOOD: Expect = |it| it;
const BROKEN: Expect = Expectation::broken_path;

fn rows(family: &Family, source: &str, all: Vec<Row>) -> io::Result<()> {
    for (name, expect, path, reason) in all {
        let scene = Scene::new(family, name);
        let root = Ca::root_as("Test root CA", &Key::ec(), path.anchor);
        let middle = root.ca_as(MIDDLE, &Key::ec(), path.ca);
        let signer = middle.signer_as(path.signer);
        let expect = expect(Outcome::Good.of(&signer));
        let vector = Vector::new(name, document(&signer).encode(), "", "", expect)
            .trusting(&root.certificate)
            .intermediate(&middle.certificate);
        scene.save((path.asked)(vector), reason, source)?;
    }
    Ok(())
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    names(family)?;
    anchors(family)?;
    points(family)?;
    loops(family)?;
    many_policies(family)?;
    positions::make(family)?;
    chaining::make(family)
}

fn names(family: &Family) -> io::Result<()> {
    let all = vec![
        (
            "name-constraints-and-more",
            BROKEN,
            Path {
                ca: |it| {
                    let subtrees = tlv(0xa1, &sequence(&[dns("bad.test")]));
                    let value = sequence(&[subtrees, null()]);
                    it.with(id::NAME_CONSTRAINTS, name_constraints_of(&value))
                },
                ..USUAL
            },
            "The CA's nameConstraints exclude a host that the signer does not have, and have a NULL behind.",
        ),
        (
            "permitted-ip4-for-an-ip6-name",
            BROKEN,
            Path {
                ca: |it| {
                    let network = ip(&[10, 0, 0, 0, 255, 0, 0, 0]);
                    it.with(id::NAME_CONSTRAINTS, name_constraints(&[network], &[]))
                },
                signer: |it| {
                    let mut address = [0; 16];
                    address[0] = 10;
                    it.with(id::SUBJECT_ALT_NAME, alternative_names(&[ip(&address)]))
                },
                ..USUAL
            },
            "The CA permits a network of IPv4, and the signer has an address of IPv6 that begins like it.",
        ),
        (
            "name-constraints-empty",
            BROKEN,
            Path {
                ca: |it| it.with(id::NAME_CONSTRAINTS, name_constraints_of(&sequence(&[]))),
                ..USUAL
            },
            "The CA's nameConstraints are an empty sequence.",
        ),
        (
            "name-constraints-of-no-subtree",
            BROKEN,
            Path {
                ca: |it| {
                    let none = sequence(&[tlv(0xa0, &[])]);
                    it.with(id::NAME_CONSTRAINTS, name_constraints_of(&none))
                },
                ..USUAL
            },
            "The CA's nameConstraints have permittedSubtrees without any.",
        ),
        (
            "name-constraints-of-one-subtree",
            GOOD,
            Path {
                ca: |it| it.with(id::NAME_CONSTRAINTS, name_constraints(&[dns("test")], &[])),
                ..USUAL
            },
            "The CA's nameConstraints permit hosts, and the signer names none.",
        ),
        (
            "excluded-uri-base-empty",
            BROKEN,
            Path {
                ca: |it| it.with(id::NAME_CONSTRAINTS, name_constraints(&[], &[uri("")])),
                signer: |it| {
                    let names = alternative_names(&[uri("http://host.test/")]);
                    it.with(id::SUBJECT_ALT_NAME, names)
                },
                ..USUAL
            },
            "The CA excludes URIs of an empty base, which is every host, and the signer names one.",
        ),
        (
            "excluded-uri-base-empty-without-uri",
            GOOD,
            Path {
                ca: |it| it.with(id::NAME_CONSTRAINTS, name_constraints(&[], &[uri("")])),
                ..USUAL
            },
            "The CA excludes URIs of an empty base, and the signer names none.",
        ),
        (
            "ca-called-as-a-host",
            GOOD,
            Path {
                anchor: |it| {
                    it.with(
                        id::NAME_CONSTRAINTS,
                        name_constraints(&[dns("good.test")], &[]),
                    )
                },
                ca: |it| it.subject(host_name("other.test")),
                signer: |it| {
                    // The issuer is called so as well.
                    let mut it = it;
                    it.issuer = host_name("other.test");
                    it
                },
                asked: Vector::constrained_by_anchors,
            },
            "The CA's common name looks like a host outside of the permitted one: only of the signer's certificate is a common name taken for a host.",
        ),
        (
            "signer-called-as-a-host-with-a-hyphen",
            BROKEN,
            Path {
                anchor: |it| {
                    it.with(
                        id::NAME_CONSTRAINTS,
                        name_constraints(&[dns("good.test")], &[]),
                    )
                },
                signer: |it| it.subject(host_name("other-host.test")),
                asked: Vector::constrained_by_anchors,
                ..USUAL
            },
            "The signer's common name looks like a host with a hyphen outside of the permitted one.",
        ),
        (
            "signer-called-as-a-host",
            BROKEN,
            Path {
                anchor: |it| {
                    it.with(
                        id::NAME_CONSTRAINTS,
                        name_constraints(&[dns("good.test")], &[]),
                    )
                },
                signer: |it| it.subject(host_name("other.test")),
                asked: Vector::constrained_by_anchors,
                ..USUAL
            },
            "The signer's common name looks like a host outside of the permitted one.",
        ),
    ];
    rows(family, "RFC 5280 4.2.1.10 and 6.1.3 (b), (c)", all)
}

fn host_name(host: &str) -> Vec<u8> {
    name(&[
        (id::COUNTRY_NAME, printable("KR")),
        (id::COMMON_NAME, utf8(host)),
    ])
}

fn of_serial_zero(template: Template) -> Template {
    Template {
        serial: vec![0],
        ..template
    }
}

/// The certificate that the anchor came in, where the policy applies its constraints.
fn anchors(family: &Family) -> io::Result<()> {
    let all = vec![
        (
            "anchor-serial-zero-applied",
            GOOD,
            Path {
                anchor: of_serial_zero,
                asked: |it| {
                    it.constrained_by_anchors()
                        .finding(Finding::SerialNotPositive)
                },
                ..USUAL
            },
            "The certificate that the anchor came in has the serial number zero, and the policy applies its constraints.",
        ),
        (
            "anchor-serial-zero",
            GOOD,
            Path {
                anchor: of_serial_zero,
                ..USUAL
            },
            "The same, and the policy takes the anchor for a name and a key alone.",
        ),
        (
            "anchor-algorithms-differ-applied",
            BROKEN,
            Path {
                anchor: |it| Template {
                    inner_algorithm: Some(Hash::Sha384.with_ecdsa()),
                    ..it
                },
                asked: Vector::constrained_by_anchors,
                ..USUAL
            },
            "The certificate that the anchor came in names two algorithms, and the policy applies its constraints.",
        ),
        (
            "anchor-algorithms-differ",
            GOOD,
            Path {
                anchor: |it| Template {
                    inner_algorithm: Some(Hash::Sha384.with_ecdsa()),
                    ..it
                },
                ..USUAL
            },
            "The certificate that the anchor came in names two algorithms; an anchor is a name and a key.",
        ),
        (
            "anchor-any-policy-explicit",
            GOOD,
            Path {
                anchor: |it| it.with(id::CERTIFICATE_POLICIES, policies(&[id::ANY_POLICY])),
                ca: |it| it.with(id::CERTIFICATE_POLICIES, policies(&[ONE])),
                signer: |it| it.with(id::CERTIFICATE_POLICIES, policies(&[ONE])),
                asked: |it| it.constrained_by_anchors().require_policies(&[ONE]),
            },
            "The anchor's certificate asserts anyPolicy, which limits the acceptable policies to nothing less.",
        ),
        (
            "anchor-policies-cut-with-those-asked",
            GOOD,
            Path {
                anchor: |it| it.with(id::CERTIFICATE_POLICIES, policies(&[ONE, TWO])),
                ca: |it| it.with(id::CERTIFICATE_POLICIES, policies(&[ONE])),
                signer: |it| it.with(id::CERTIFICATE_POLICIES, policies(&[ONE])),
                asked: |it| it.constrained_by_anchors().require_policies(&[ONE]),
            },
            "The anchor's certificate asserts two policies, of which the caller asks for the one that the signer has.",
        ),
        (
            "anchor-policies-cut-to-none",
            BROKEN,
            Path {
                anchor: |it| it.with(id::CERTIFICATE_POLICIES, policies(&[TWO])),
                ca: |it| it.with(id::CERTIFICATE_POLICIES, policies(&[ONE])),
                signer: |it| it.with(id::CERTIFICATE_POLICIES, policies(&[ONE])),
                asked: |it| it.constrained_by_anchors().require_policies(&[ONE]),
            },
            "The anchor's certificate asserts another policy than the one that the caller asks for.",
        ),
        (
            "anchor-policies-cut-to-another",
            BROKEN,
            Path {
                anchor: |it| it.with(id::CERTIFICATE_POLICIES, policies(&[ONE, TWO])),
                ca: |it| it.with(id::CERTIFICATE_POLICIES, policies(&[ONE])),
                signer: |it| it.with(id::CERTIFICATE_POLICIES, policies(&[ONE])),
                asked: |it| it.constrained_by_anchors().require_policies(&[TWO]),
            },
            "The anchor's certificate asserts two policies; the caller asks for the one that the signer does not have.",
        ),
    ];
    rows(family, "RFC 5937 3; RFC 5280 6.1.1 (c), 6.1.3 (d)", all)
}

/// A CA of nine policies, more than are kept track of in a fixed place.
fn many_policies(family: &Family) -> io::Result<()> {
    let nine: fn(Template) -> Template = |it| {
        let all: Vec<String> = (1..=9).map(|number| format!("2.25.{number}")).collect();
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        it.with(id::CERTIFICATE_POLICIES, policies(&all))
    };
    let all = vec![
        (
            "nine-policies-the-signer-has-the-one",
            GOOD,
            Path {
                ca: nine,
                signer: |it| it.with(id::CERTIFICATE_POLICIES, policies(&[ONE])),
                asked: |it| it.require_policies(&[ONE]),
                ..USUAL
            },
            "The CA asserts nine policies, and the signer the one that is asked for.",
        ),
        (
            "nine-policies-the-signer-has-another",
            BROKEN,
            Path {
                ca: nine,
                signer: |it| it.with(id::CERTIFICATE_POLICIES, policies(&[TWO])),
                asked: |it| it.require_policies(&[ONE]),
                ..USUAL
            },
            "The CA asserts nine policies, and the signer another one of them than is asked for.",
        ),
    ];
    rows(family, "RFC 5280 6.1.3 (d) (3)", all)
}

/// A CA that certified the root's own name and key, with a mapping of policies: on a way round over
/// the root the CA's certificate would stand twice, and the signer's policy would be acceptable.
fn loops(family: &Family) -> io::Result<()> {
    for (name, policy, expect, reason) in [
        (
            "loop-that-maps-policies",
            TWO,
            BROKEN,
            "The CA certified the root's name and key and maps the policy asked for to the signer's: only a path that goes round over the root has it, and the CA's certificate stands on it twice.",
        ),
        (
            "loop-beside-the-policy-asked-for",
            ONE,
            GOOD,
            "The same, and the signer has the policy asked for.",
        ),
    ] {
        let scene = Scene::new(family, name);
        let middle = scene.root.ca_as(MIDDLE, &scene.middle.key, |it| {
            it.with(id::CERTIFICATE_POLICIES, policies(&[ONE, TWO]))
        });
        let back = middle.ca_as("Test root CA", &scene.root.key, |it| {
            it.with(id::CERTIFICATE_POLICIES, policies(&[ONE]))
                .with(id::POLICY_MAPPINGS, mappings(&[(ONE, TWO)]))
        });
        let signer = middle.signer_as(|it| it.with(id::CERTIFICATE_POLICIES, policies(&[policy])));
        let expect = expect(Outcome::Good.of(&signer));
        let vector = Vector::new(name, document(&signer).encode(), "", "", expect)
            .trusting(&scene.root.certificate)
            .intermediate(&middle.certificate)
            .intermediate(&back.certificate)
            .require_policies(&[ONE]);
        let source = "RFC 5280 6.1: a certificate must not appear more than once in a path";
        scene.save(vector, reason, source)?;
    }
    Ok(())
}

/// cRLDistributionPoints that can't be read.
fn points(family: &Family) -> io::Result<()> {
    let all = vec![
        (
            "points-unreadable-critical",
            BROKEN,
            Path {
                signer: |it| it.with(id::CRL_DISTRIBUTION_POINTS, unreadable(true)),
                asked: |it| it.finding(Finding::CertificateNotDer),
                ..USUAL
            },
            "The signer's cRLDistributionPoints are critical and hold a NULL.",
        ),
        (
            "points-unreadable",
            GOOD,
            Path {
                signer: |it| it.with(id::CRL_DISTRIBUTION_POINTS, unreadable(false)),
                asked: |it| it.finding(Finding::CertificateNotDer),
                ..USUAL
            },
            "The signer's cRLDistributionPoints hold a NULL and are not critical; nobody asks about revocation.",
        ),
    ];
    rows(family, "RFC 5280 4.2 and 4.2.1.13", all)
}

fn unreadable(is_critical: bool) -> Vec<u8> {
    extension(
        id::CRL_DISTRIBUTION_POINTS,
        is_critical,
        &sequence(&[null()]),
    )
}
