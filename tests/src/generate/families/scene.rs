//! What a case about revocation begins with: a root, a CA below it and a signer of that CA. They
//! are the case's own, and their keys follow from its name.

use crate::case::{Expectation, Finding};
use crate::generate::algorithm::Hash;
use crate::generate::authority::Signer;
use crate::generate::certificate::{Template, extension, key_usage};
use crate::generate::constraint::{directory, purposes, uri};
use crate::generate::crl::{Crl, Entry, clean};
use crate::generate::der::{generalized_time, null, utc_time};
use crate::generate::distribution::{Point, distribution_points, full_name};
use crate::generate::expected::message;
use crate::generate::hierarchy::Ca;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

/// What is signed.
pub(super) const CONTENT: &[u8] = b"a content signed with a key of which others speak";

/// The name of the CA between.
pub(super) const MIDDLE: &str = "Test intermediate CA";
/// The name of a responder.
pub(super) const RESPONDER: &str = "Test OCSP responder";
/// Before every time of verification, and after every thisUpdate, unless a case says otherwise.
pub(super) const BEFORE: &str = "260220000000Z";

/// The result from the revocation data.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Good,
    /// Good by a CRL under another key than the issuer's.
    OtherKey,
    /// Revoked, but after the time asked.
    Later,
    Revoked,
    /// The status is undecided.
    Open,
}

/// The root, the CA below it and a signer of that CA.
pub(super) struct Scene<'f> {
    family: &'f Family,
    name: String,
    pub(super) root: Ca,
    pub(super) middle: Ca,
    pub(super) signer: Signer,
}

/// A case of which only the evidence is special: name, outcome, evidence beside the root's CRL,
/// reason.
pub(super) type Row = (
    &'static str,
    Outcome,
    fn(&Scene<'_>) -> Vec<Vec<u8>>,
    &'static str,
);

/// A case that is special in any way: name, outcome, what makes the vector, reason.
pub(super) type Made = (
    &'static str,
    Outcome,
    fn(&Scene<'_>, Outcome) -> Vector,
    &'static str,
);

impl Outcome {
    /// What a verifier must answer about this signer.
    pub(super) fn of(self, signer: &Signer) -> Expectation {
        let expect = message(signer).content(CONTENT);
        match self {
            Self::Good => expect,
            Self::OtherKey => expect.finding(Finding::EvidenceUnderAnotherKey),
            Self::Later => expect.finding(Finding::RevokedLater),
            Self::Revoked => expect.revoked(),
            Self::Open => expect.try_later(),
        }
    }
}

impl<'f> Scene<'f> {
    /// The usual scene.
    pub(super) fn new(family: &'f Family, name: &str) -> Self {
        family.begin(name);
        let root = Ca::root("Test root CA");
        let middle = root.ca(MIDDLE);
        Self {
            family,
            name: name.to_owned(),
            signer: middle.signer(),
            root,
            middle,
        }
    }

    /// The case's name.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The CA's CRL, complete and of the second half of February, not signed yet.
    pub(super) fn crl(&self) -> Crl {
        Crl::new(&self.middle.name)
    }

    /// The same of these times.
    pub(super) fn crl_of(&self, this_update: &str, next_update: &str) -> Crl {
        self.crl().times(this_update, Some(next_update))
    }

    /// The CRL with the CA's signature.
    pub(super) fn sign(&self, crl: &Crl) -> Vec<u8> {
        crl.sign(&self.middle.key)
    }

    /// The signer's entry of 20 February.
    pub(super) fn entry(&self) -> Entry {
        Entry::new(&self.signer.serial, BEFORE)
    }

    /// The CA's answer that the signer's certificate is good, of the first week of March.
    pub(super) fn single(&self) -> Single {
        Single::good(&self.middle, &self.signer.serial)
    }

    /// An OCSP response of the CA's own key.
    pub(super) fn ocsp(&self, single: Single) -> Vec<u8> {
        self.response(single).sign(&self.middle.key)
    }

    /// The same, not signed yet.
    pub(super) fn response(&self, single: Single) -> Response {
        Response::new(by_name(&self.middle.name), single)
    }

    /// A responder that somebody certifies, with id-pkix-ocsp-nocheck.
    pub(super) fn responder_of(issuer: &Ca, shape: impl FnOnce(Template) -> Template) -> Ca {
        let key = crate::generate::key::Key::ec();
        issuer.ca_as(RESPONDER, &key, |it| shape(for_ocsp(it)))
    }

    /// A case about the usual signer with this evidence and the root's CRL.
    pub(super) fn vector(&self, outcome: Outcome, evidence: &[Vec<u8>]) -> Vector {
        self.about(&self.signer, outcome, evidence)
    }

    /// A case about another signer with this evidence and the root's CRL.
    pub(super) fn about(&self, signer: &Signer, outcome: Outcome, evidence: &[Vec<u8>]) -> Vector {
        self.only(signer, outcome, evidence)
            .evidence(&clean(&self.root))
    }

    /// A case about a signer with this evidence and no other.
    pub(super) fn only(&self, signer: &Signer, outcome: Outcome, evidence: &[Vec<u8>]) -> Vector {
        self.expecting(&document(signer), outcome.of(signer), evidence)
    }

    /// A case about any document with this evidence and no other.
    pub(super) fn expecting(
        &self,
        document: &Message,
        expect: Expectation,
        evidence: &[Vec<u8>],
    ) -> Vector {
        let vector = Vector::new(&self.name, document.encode(), "", "", expect)
            .trusting(&self.root.certificate)
            .intermediate(&self.middle.certificate)
            .require_revocation();
        evidence
            .iter()
            .fold(vector, |vector, it| vector.evidence(it))
    }

    /// Writes a case with its reason and source.
    pub(super) fn save(&self, vector: Vector, reason: &str, source: &str) -> io::Result<()> {
        vector.because(reason, source).save(self.family)
    }
}

/// Writes cases of which only the evidence is special.
pub(super) fn rows(family: &Family, source: &str, all: &[Row]) -> io::Result<()> {
    for (name, outcome, evidence, reason) in all {
        let scene = Scene::new(family, name);
        scene.save(scene.vector(*outcome, &evidence(&scene)), reason, source)?;
    }
    Ok(())
}

/// Writes cases that are special in any way.
pub(super) fn made(family: &Family, source: &str, all: &[Made]) -> io::Result<()> {
    for (name, outcome, make, reason) in all {
        let scene = Scene::new(family, name);
        scene.save(make(&scene, *outcome), reason, source)?;
    }
    Ok(())
}

/// A good document of `signer`.
pub(super) fn document(signer: &Signer) -> Message {
    Message::new(CONTENT).signer(signer, SignerInfo::message(signer, Hash::Sha256, CONTENT))
}

/// Extensions of a certificate that signs CRLs and issues no certificates.
pub(super) fn for_crls(template: Template) -> Template {
    template
        .without(id::BASIC_CONSTRAINTS)
        .with(id::KEY_USAGE, key_usage(&[6]))
}

/// Extensions of a responder's certificate, with id-pkix-ocsp-nocheck.
pub(super) fn for_ocsp(template: Template) -> Template {
    template
        .without(id::BASIC_CONSTRAINTS)
        .with(id::KEY_USAGE, key_usage(&[0]))
        .valid(utc_time("260101000000Z"), utc_time("261231235959Z"))
        .with(id::EXT_KEY_USAGE, purposes(&[id::ID_KP_OCSP_SIGNING]))
        .with(
            id::ID_PKIX_OCSP_NOCHECK,
            extension(id::ID_PKIX_OCSP_NOCHECK, false, &null()),
        )
}

/// The same without id-pkix-ocsp-nocheck.
pub(super) fn for_checked_ocsp(template: Template) -> Template {
    for_ocsp(template).without(id::ID_PKIX_OCSP_NOCHECK)
}

/// A validity in UTCTime.
pub(super) fn between(not_before: &str, not_after: &str) -> impl FnOnce(Template) -> Template {
    let times = (utc_time(not_before), utc_time(not_after));
    move |template| template.valid(times.0, times.1)
}

/// The distribution point of certificates whose CRLs leave the signer's out.
pub(super) fn others_point() -> Vec<u8> {
    full_name(&[uri("http://crl.test.invalid/others.crl")])
}

/// A shape that names this distribution point.
pub(super) fn at_others_point(template: Template) -> Template {
    let point = Point::named(others_point());
    template.with(id::CRL_DISTRIBUTION_POINTS, distribution_points(&[point]))
}

/// A shape that names somebody as issuer of CRLs.
pub(super) fn crls_by(name: &[u8]) -> impl FnOnce(Template) -> Template {
    let point = Point::default().issued_by(directory(name));
    move |template| template.with(id::CRL_DISTRIBUTION_POINTS, distribution_points(&[point]))
}

/// An answer with invalidityDate among its singleExtensions (RFC 6960 4.4.5).
pub(super) fn invalid_since(single: Single, date: &str) -> Single {
    single.with(id::INVALIDITY_DATE, false, &generalized_time(date))
}
