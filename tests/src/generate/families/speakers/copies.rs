//! A copy of a certificate, wherever it lies, does not vouch for it.

use crate::generate::certificate::key_usage;
use crate::generate::crl::Crl;
use crate::generate::distribution::Scope;
use crate::generate::families::scene::{
    Made, Outcome, Scene, crls_by, document, for_crls, for_ocsp, made,
};
use crate::generate::hierarchy::{Ca, ca_name};
use crate::generate::key::Key;
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str =
    "RFC 6960 4.2.2.2.1 and RFC 5280 6.3.3 (f): whoever is asked about is not who answers";
const NAME: &str = "Test signer who answers";

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "signer-vouches-by-its-copy-in-the-response",
            Open,
            |it, outcome| {
                let own = responder(it);
                let response = about_itself(it, &own).certificate(&own.certificate);
                it.about(
                    &own.as_signer(&it.middle),
                    outcome,
                    &[response.sign(&own.key)],
                )
            },
            "The signer is a responder with nocheck who answers about himself, with his certificate in the response.",
        ),
        (
            "signer-vouches-by-its-copy-among-the-callers",
            Open,
            |it, outcome| {
                let own = responder(it);
                let response = about_itself(it, &own).sign(&own.key);
                it.about(&own.as_signer(&it.middle), outcome, &[response])
                    .intermediate(&own.certificate)
            },
            "The same, and the copy of his certificate is among the intermediates.",
        ),
        (
            "signer-vouches-by-its-copy-in-the-document",
            Open,
            |it, outcome| {
                let own = responder(it);
                let signer = own.as_signer(&it.middle);
                let twice = document(&signer).certificate(&own.certificate);
                let response = about_itself(it, &own).sign(&own.key);
                it.expecting(&twice, outcome.of(&signer), &[response])
                    .evidence(&crate::generate::crl::clean(&it.root))
            },
            "The same, and his certificate is twice in the document.",
        ),
        (
            "signer-who-answers-vouched-for-by-the-ca",
            Good,
            |it, outcome| {
                let own = responder(it);
                let own_answer = about_itself(it, &own).certificate(&own.certificate);
                let evidence = [own_answer.sign(&own.key), it.sign(&it.crl())];
                it.about(&own.as_signer(&it.middle), outcome, &evidence)
            },
            "The CA's CRL says that the certificate is good: what the signer says beside it changes nothing.",
        ),
        (
            "signer-named-by-its-own-certificate-twice",
            Open,
            |it, outcome| {
                let own = it.middle.ca_as(NAME, &Key::ec(), |it| {
                    let shaped = crls_by(&ca_name(NAME))(for_crls(it));
                    shaped.with(id::KEY_USAGE, key_usage(&[0, 6]))
                });
                let crl = Crl::new(&own.name).scope(&Scope::indirect()).sign(&own.key);
                it.about(&own.as_signer(&it.middle), outcome, &[crl])
                    .intermediate(&own.certificate)
            },
            "The signer is the CRL issuer that his own certificate names, and a copy of it is among the intermediates.",
        ),
        (
            "signer-vouched-for-by-its-reissued-certificate",
            Open,
            |it, outcome| {
                let key = Key::ec();
                let own = it.middle.ca_as(NAME, &key, for_ocsp);
                let again = it.middle.ca_as(NAME, &key, for_ocsp);
                let response = about_itself(it, &own).certificate(&again.certificate);
                it.about(&own.as_signer(&it.middle), outcome, &[response.sign(&key)])
            },
            "Another certificate of the same name and key answers for the signer's: the same key vouches for itself.",
        ),
        (
            "signer-vouched-for-by-its-key-under-another-name",
            Open,
            |it, outcome| by_delegate(it, outcome, Clone::clone),
            "A responder of another name, which has the signer's key, answers for the signer's certificate: the same key vouches for itself.",
        ),
        (
            "signer-vouched-for-by-another-key-under-another-name",
            Good,
            |it, outcome| by_delegate(it, outcome, |_| Key::ec()),
            "The same responder has a key of its own.",
        ),
    ];
    made(family, SOURCE, all)
}

fn responder(scene: &Scene<'_>) -> Ca {
    scene.middle.ca_as(NAME, &Key::ec(), for_ocsp)
}

fn about_itself(scene: &Scene<'_>, own: &Ca) -> Response {
    Response::new(by_name(&own.name), Single::good(&scene.middle, &own.serial))
}

/// The CA's delegate answers for the signer, with a key that may be the signer's.
fn by_delegate(scene: &Scene<'_>, outcome: Outcome, key: fn(&Key) -> Key) -> Vector {
    let key = key(&scene.signer.key);
    let delegate = scene.middle.ca_as("Test OCSP responder", &key, for_ocsp);
    let answer = Response::new(by_name(&delegate.name), scene.single());
    let answer = answer.certificate(&delegate.certificate).sign(&key);
    scene.vector(outcome, &[answer])
}
