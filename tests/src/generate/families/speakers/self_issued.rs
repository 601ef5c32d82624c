//! Self-issued certificates on the path: a CA that went from key to key.

use super::crl_key_by;
use crate::generate::authority::{CA_USAGE, Signer};
use crate::generate::certificate::key_usage;
use crate::generate::crl::{Entry, clean};
use crate::generate::families::scene::{BEFORE, MIDDLE, Made, Outcome, Scene, made};
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 5280 3.2 and 6.1 (self-issued certificates), 6.3.3 (f); RFC 4210 4.4; PKITS 4.4.19, 4.5.1, 4.5.6";

/// A CA of three keys: the root certified the first, each key the next, and the last one the signer.
struct Rollover {
    second: Ca,
    third: Ca,
    signer: Signer,
}

impl Rollover {
    fn new(scene: &Scene<'_>, second_usage: &[u8]) -> Self {
        let second = scene.middle.ca_as(MIDDLE, &Key::ec(), |it| {
            it.with(id::KEY_USAGE, key_usage(second_usage))
        });
        let third = second.ca(MIDDLE);
        Self {
            signer: third.signer(),
            second,
            third,
        }
    }

    /// By OCSP each key says of the next one's certificate that it is good.
    fn said(&self, scene: &Scene<'_>) -> Vec<Vec<u8>> {
        let say = |ca: &Ca, about: &Ca| {
            let single = Single::good(ca, &about.serial);
            Response::new(by_name(&ca.name), single).sign(&ca.key)
        };
        vec![
            say(&scene.middle, &self.second),
            say(&self.second, &self.third),
        ]
    }

    fn vector(&self, scene: &Scene<'_>, outcome: Outcome, evidence: &[Vec<u8>]) -> Vector {
        scene
            .about(
                &self.signer,
                outcome,
                &[evidence, &self.said(scene)].concat(),
            )
            .intermediate(&self.second.certificate)
            .intermediate(&self.third.certificate)
    }
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, OtherKey, Revoked};
    let all: &[Made] = &[
        (
            "self-issued-own-key",
            Good,
            |it, outcome| {
                let line = Rollover::new(it, &CA_USAGE);
                line.vector(it, outcome, &[clean(&line.third)])
            },
            "The CA went from key to key to key; the CRL is signed with the last one, which issued the certificate.",
        ),
        (
            "self-issued-first-key",
            OtherKey,
            |it, outcome| {
                let line = Rollover::new(it, &CA_USAGE);
                line.vector(it, outcome, &[clean(&it.middle)])
            },
            "The CRL is signed with the first key, which the root certified: the nearest above whose name differs.",
        ),
        (
            "self-issued-second-key",
            OtherKey,
            |it, outcome| {
                let line = Rollover::new(it, &CA_USAGE);
                line.vector(it, outcome, &[clean(&line.second)])
            },
            "The CRL is signed with the second key, whose self-issued certificate stands on the path and asserts cRLSign.",
        ),
        (
            "self-issued-second-key-without-crl-sign",
            Open,
            |it, outcome| {
                let line = Rollover::new(it, &[5]);
                line.vector(it, outcome, &[clean(&line.second)])
            },
            "The same, but that certificate does not assert cRLSign.",
        ),
        (
            "self-issued-second-key-revokes",
            Revoked,
            |it, outcome| {
                let line = Rollover::new(it, &CA_USAGE);
                let entry = Entry::new(&line.signer.serial, BEFORE);
                let crl = it.crl().entry(entry).sign(&line.second.key);
                line.vector(it, outcome, &[clean(&line.third), crl])
            },
            "The CRL of the second key lists the certificate, that of the last one does not.",
        ),
        (
            "self-issued-key-for-crls-by-the-root",
            OtherKey,
            |it, outcome| {
                let line = Rollover::new(it, &CA_USAGE);
                let other = crl_key_by(&it.root, |it| it);
                line.vector(it, outcome, &[clean(&other)])
                    .intermediate(&other.certificate)
            },
            "The root, the nearest above whose name differs, certified another key of the CA for CRLs.",
        ),
        (
            "self-issued-key-for-crls-by-the-issuing-key",
            OtherKey,
            |it, outcome| {
                let line = Rollover::new(it, &CA_USAGE);
                let other = crl_key_by(&line.third, |it| it);
                let single = Single::good(&line.third, &other.serial);
                let said = Response::new(by_name(&line.third.name), single).sign(&line.third.key);
                line.vector(it, outcome, &[clean(&other), said])
                    .intermediate(&other.certificate)
            },
            "The issuing key certified another key of the CA for CRLs.",
        ),
    ];
    made(family, SOURCE, all)
}
