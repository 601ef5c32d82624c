//! Anchors whose certificate says that it is no CA's: each is an anchor for itself alone.

mod revoked;
mod speaking;

use super::scene::{Made, Outcome, Scene, document, made};
use crate::case::Expectation;
use crate::generate::authority::{CA_USAGE, SIGNER_USAGE, Signer};
use crate::generate::certificate::{
    Template, basic_constraints_ca, key_usage, subject_key_identifier,
};
use crate::generate::constraint::no_ca;
use crate::generate::crl::clean;
use crate::generate::hierarchy::{Ca, subscriber_name};
use crate::generate::key::Key;
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 5280 6.1.1 (d) with the exception of a certificate that denies being a CA's (4.2.1.3, 4.2.1.9)";

pub(super) fn make(family: &Family) -> io::Result<()> {
    alone(family)?;
    times(family)?;
    issuing(family)?;
    speaking::make(family)?;
    revoked::make(family)
}

/// The signer's own certificate is the only anchor, and nothing is known of revocation.
fn pinned(scene: &Scene<'_>, expect: fn(Expectation) -> Expectation, signer: &Signer) -> Vector {
    let expect = expect(Outcome::Good.of(signer));
    scene
        .expecting(&document(signer), expect, &[])
        .trusting(&signer.certificate)
}

fn good(expect: Expectation) -> Expectation {
    expect
}

fn alone(family: &Family) -> io::Result<()> {
    let all: &[Made] = &[
        (
            "key-usage-without-cert-sign",
            Outcome::Good,
            |it, _| pinned(it, good, &it.signer),
            "The signer's certificate, whose keyUsage has no keyCertSign, is the anchor: a path of one, without revocation data.",
        ),
        (
            "basic-constraints-no-ca",
            Outcome::Good,
            |it, _| {
                let signer = it.middle.signer_as(|it| {
                    it.without(id::KEY_USAGE)
                        .with(id::BASIC_CONSTRAINTS, no_ca())
                });
                pinned(it, good, &signer)
            },
            "The signer's certificate, whose basicConstraints say cA FALSE, is the anchor.",
        ),
        (
            "extensions-without-basic-constraints",
            Outcome::Good,
            |it, _| {
                let signer = it.middle.signer_as(|it| {
                    let own = subject_key_identifier(&Key::ec());
                    it.without(id::KEY_USAGE)
                        .with(id::SUBJECT_KEY_IDENTIFIER, own)
                });
                pinned(it, good, &signer)
            },
            "The signer's certificate, which has extensions and no basicConstraints among them, is the anchor.",
        ),
        (
            "no-ca-with-cert-sign",
            Outcome::Good,
            |it, _| {
                let signer = it.middle.signer_as(|it| {
                    it.with(id::KEY_USAGE, key_usage(&[0, 5]))
                        .with(id::BASIC_CONSTRAINTS, no_ca())
                });
                pinned(it, good, &signer)
            },
            "The anchor's keyUsage has keyCertSign, and its basicConstraints say cA FALSE.",
        ),
        (
            "self-signed",
            Outcome::Good,
            |it, _| {
                let signer = self_signed(|it| it.with(id::KEY_USAGE, key_usage(&SIGNER_USAGE)));
                pinned(it, good, &signer)
            },
            "The signer certified itself, without being a CA, and that certificate is the anchor.",
        ),
        (
            "without-extensions",
            Outcome::Open,
            |it, _| {
                let signer = it.middle.signer_as(|it| it.without(id::KEY_USAGE));
                pinned(it, Expectation::no_chain, &signer)
            },
            "The anchor's certificate has no extensions and says nothing of itself: it is a name and a key, which did not issue the signer's.",
        ),
        (
            "ca-as-signer",
            Outcome::Open,
            |it, _| {
                let ca = it.middle.ca_as("Test other CA", &Key::ec(), |it| {
                    it.with(id::KEY_USAGE, key_usage(&[0, 5]))
                });
                pinned(it, Expectation::no_chain, &ca.as_signer(&it.middle))
            },
            "The anchor's certificate is a CA's: it is a name and a key, which did not issue that very certificate.",
        ),
        (
            "another-certificate-of-the-key",
            Outcome::Open,
            |it, _| {
                let again = it.middle.certify(&it.signer);
                pinned(it, Expectation::no_chain, &it.signer).trusting(&again.certificate)
            },
            "The anchor is another certificate of the signer's name and key: a pinned one is an anchor for itself alone.",
        ),
        (
            "beside-the-root",
            Outcome::Good,
            |it, _| pinned(it, good, &it.signer).trusting_too(&it.root.certificate),
            "The signer's certificate and the root are anchors; nothing is known of revocation, which the path of one does not need.",
        ),
        (
            "key-usage-that-forbids",
            Outcome::Open,
            |it, _| {
                let signer = it
                    .middle
                    .signer_as(|it| it.with(id::KEY_USAGE, key_usage(&[2])));
                pinned(it, Expectation::broken_path, &signer)
            },
            "The anchor's keyUsage is for key encipherment: what is asked of a signer's certificate is asked of a pinned one.",
        ),
    ];
    made(family, SOURCE, all)
}

/// A certificate that its own key signed.
fn self_signed(shape: impl FnOnce(Template) -> Template) -> Signer {
    let key = Key::ec();
    let name = subscriber_name("Test self-signed signer");
    let template = shape(Template::new(&name, &name, &[0x11], &key));
    Signer {
        issuer: name,
        serial: template.serial.clone(),
        certificate: template.sign(&key),
        key,
    }
}

fn times(family: &Family) -> io::Result<()> {
    let all: &[Made] = &[
        (
            "ends-at",
            Outcome::Good,
            |it, _| pinned(it, good, &valid(it, "250101000000Z", "260302090000Z")),
            "The pinned certificate ends with the second of the time asked.",
        ),
        (
            "expired",
            Outcome::Open,
            |it, _| {
                let signer = valid(it, "250101000000Z", "260302085959Z");
                pinned(it, Expectation::expired, &signer)
            },
            "The pinned certificate ended a second before the time asked: its validity counts.",
        ),
        (
            "not-yet-valid",
            Outcome::Open,
            |it, _| {
                let signer = valid(it, "260302090001Z", "271231235959Z");
                pinned(it, Expectation::not_yet_valid, &signer)
            },
            "The pinned certificate begins a second after the time asked.",
        ),
    ];
    made(family, SOURCE, all)
}

fn valid(scene: &Scene<'_>, not_before: &str, not_after: &str) -> Signer {
    scene
        .middle
        .signer_as(super::scene::between(not_before, not_after))
}

/// Anchors that issued the signer's certificate.
fn issuing(family: &Family) -> io::Result<()> {
    let all: &[Made] = &[
        (
            "issues-without-extensions",
            Outcome::Good,
            |it, outcome| {
                issued(it, outcome, good, |mut it| {
                    it.extensions.clear();
                    it
                })
            },
            "The anchor's certificate is of version 3 and has no extensions, as the real NaverSign root: it issues.",
        ),
        (
            "issues-version-1",
            Outcome::Good,
            |it, outcome| {
                issued(it, outcome, good, |mut it| {
                    it.extensions.clear();
                    it.version = 0;
                    it
                })
            },
            "The anchor's certificate is of version 1: it issues.",
        ),
        (
            "issues-without-key-usage",
            Outcome::Good,
            |it, outcome| issued(it, outcome, good, |it| it.without(id::KEY_USAGE)),
            "The anchor's certificate is a CA's and has no keyUsage: it issues.",
        ),
        (
            "does-not-issue-no-ca",
            Outcome::Open,
            |it, outcome| {
                issued(it, outcome, Expectation::no_chain, |it| {
                    it.with(id::BASIC_CONSTRAINTS, no_ca())
                })
            },
            "The anchor's certificate says cA FALSE: it issues nobody.",
        ),
        (
            "does-not-issue-key-usage",
            Outcome::Open,
            |it, outcome| {
                issued(it, outcome, Expectation::no_chain, |it| {
                    it.with(id::BASIC_CONSTRAINTS, basic_constraints_ca())
                        .with(id::KEY_USAGE, key_usage(&[0, 6]))
                })
            },
            "The anchor's certificate is called a CA's and has a keyUsage without keyCertSign: it issues nobody.",
        ),
        (
            "does-not-issue-without-basic-constraints",
            Outcome::Open,
            |it, outcome| {
                issued(it, outcome, Expectation::no_chain, |it| {
                    it.without(id::BASIC_CONSTRAINTS)
                        .with(id::KEY_USAGE, key_usage(&CA_USAGE))
                })
            },
            "The anchor's certificate has extensions, among which basicConstraints is missing: it issues nobody.",
        ),
        (
            "does-not-issue-ca-then-no-ca",
            Outcome::Open,
            |it, outcome| twice(it, outcome, ca_and_no_ca()),
            "The anchor's certificate has basicConstraints twice, cA TRUE and then cA FALSE: neither counts more than the other, and it issues nobody.",
        ),
        (
            "does-not-issue-no-ca-then-ca",
            Outcome::Open,
            |it, outcome| twice(it, outcome, no_ca_and_ca()),
            "The same in the other order.",
        ),
        (
            "does-not-issue-two-key-usages",
            Outcome::Open,
            |it, outcome| twice(it, outcome, usages(&CA_USAGE, &[0])),
            "The anchor's certificate has keyUsage twice, one of a CA and then one of a signer: it issues nobody.",
        ),
        (
            "does-not-issue-two-key-usages-in-the-other-order",
            Outcome::Open,
            |it, outcome| twice(it, outcome, usages(&[0], &CA_USAGE)),
            "The same in the other order.",
        ),
    ];
    made(family, SOURCE, all)
}

fn issued(
    scene: &Scene<'_>,
    outcome: Outcome,
    expect: fn(Expectation) -> Expectation,
    shape: impl FnOnce(Template) -> Template,
) -> Vector {
    let root = Ca::root_as("Test other root CA", &Key::ec(), shape);
    let signer = root.signer();
    let expect = match outcome {
        Outcome::Good => outcome.of(&signer),
        _ => expect(Outcome::Good.of(&signer)),
    };
    scene
        .expecting(&document(&signer), expect, &[clean(&root)])
        .trusting(&root.certificate)
}

/// Two extensions of one type in the anchor's certificate.
type Twice = (&'static str, [Vec<u8>; 2]);

fn ca_and_no_ca() -> Twice {
    (id::BASIC_CONSTRAINTS, [basic_constraints_ca(), no_ca()])
}

fn no_ca_and_ca() -> Twice {
    (id::BASIC_CONSTRAINTS, [no_ca(), basic_constraints_ca()])
}

fn usages(one: &[u8], other: &[u8]) -> Twice {
    (id::KEY_USAGE, [key_usage(one), key_usage(other)])
}

fn twice(scene: &Scene<'_>, outcome: Outcome, (dotted, both): Twice) -> Vector {
    issued(scene, outcome, Expectation::no_chain, |it| {
        let mut it = it.without(dotted);
        it.extensions
            .extend(both.map(|extension| (dotted, extension)));
        it
    })
}
