//! What a small budget leaves out: two certificates fit the responderID, and one of them is that of
//! an authorised responder. The tests try each case with every small budget too, in which it must not
//! pass.

use super::named::{answer, of_root, trusting};
use crate::generate::certificate::{Template, key_usage};
use crate::generate::crl::{Crl, Entry, clean};
use crate::generate::der::{explicit, octet_string};
use crate::generate::families::scene::{
    BEFORE, Made, Outcome, RESPONDER, Scene, for_crls, for_ocsp, made,
};
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use crate::generate::ocsp::{Response, Single, by_key, by_name};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str =
    "What is left out for a bound's sake may be the revocation: RFC 5280 6.3.3, fail closed";
/// Serial numbers of the certificate that comes first and of the one that comes last.
const SERIALS: [[u8; 8]; 2] = [[0x11; 8], [0x66; 8]];

pub(super) fn make(family: &Family) -> io::Result<()> {
    use Outcome::{Open, Revoked};
    let all: &[Made] = &[
        (
            "first-of-its-name-revokes",
            Revoked,
            |it, outcome| of_one_name(it, outcome, 0),
            "Two responders of the CA have one name, and the response, which brings no certificate, is the first one's and says revoked; the CA itself says good.",
        ),
        (
            "last-of-its-name-revokes",
            Revoked,
            |it, outcome| of_one_name(it, outcome, 1),
            "The same, and the response is the last one's.",
        ),
        (
            "first-of-its-key-revokes",
            Revoked,
            |it, outcome| of_one_key(it, outcome, 0),
            "Two certificates have the key by which the response names its signer, and the first one is that of the CA's responder; it says revoked, and the CA itself says good.",
        ),
        (
            "last-of-its-key-revokes",
            Revoked,
            |it, outcome| of_one_key(it, outcome, 1),
            "The same, and the last one is that of the CA's responder.",
        ),
        (
            "named-revoked-below-the-first-anchor",
            Open,
            |it, outcome| below_two_anchors(it, outcome, 0, true),
            "The caller names a responder whose CA two anchors certified; a key for CRLs that the first of them certified in the CA's name lists the responder.",
        ),
        (
            "named-revoked-below-the-last-anchor",
            Open,
            |it, outcome| below_two_anchors(it, outcome, 1, true),
            "The same with the last of the two anchors.",
        ),
        (
            "named-revoked-below-the-first-anchor-says-revoked",
            Open,
            |it, outcome| below_two_anchors(it, outcome, 0, false),
            "A responder that the caller names, whose CA two anchors certified and which the first of them revoked, says revoked; the CA itself says good.",
        ),
        (
            "named-revoked-below-the-last-anchor-says-revoked",
            Open,
            |it, outcome| below_two_anchors(it, outcome, 1, false),
            "The same with the last of the two anchors.",
        ),
        (
            "named-revoked-by-the-first-of-two-keys",
            Open,
            |it, outcome| below_two_keys(it, outcome, 0),
            "The CA of a responder that the caller names has two keys, with the first of which it certified and revoked the responder.",
        ),
        (
            "named-revoked-by-the-last-of-two-keys",
            Open,
            |it, outcome| below_two_keys(it, outcome, 1),
            "The same with the last of the two keys.",
        ),
        (
            "sibling-of-two-paths-answers-by-the-first",
            Open,
            |it, outcome| below_two_paths(it, outcome, 0),
            "A sibling of the CA has two certificates, of which the first allows it to issue; its responder says revoked, and the CA itself says good.",
        ),
        (
            "sibling-of-two-paths-answers-by-the-last",
            Open,
            |it, outcome| below_two_paths(it, outcome, 1),
            "The same, and the last of the two certificates allows it.",
        ),
    ];
    made(family, SOURCE, all)?;
    keys(family)
}

fn numbered(place: usize) -> impl FnOnce(Template) -> Template {
    move |mut template| {
        template.serial = SERIALS[place].to_vec();
        template
    }
}

fn revoked(scene: &Scene<'_>) -> Single {
    scene.single().revoked("20260220000000Z", Some(1))
}

fn of_one_name(scene: &Scene<'_>, outcome: Outcome, signing: usize) -> Vector {
    let responders = [0, 1].map(|place| Scene::responder_of(&scene.middle, numbered(place)));
    let response = Response::new(by_name(&responders[0].name), revoked(scene));
    let evidence = [
        response.sign(&responders[signing].key),
        scene.ocsp(scene.single()),
    ];
    responders
        .iter()
        .fold(scene.vector(outcome, &evidence), |vector, it| {
            vector.intermediate(&it.certificate)
        })
}

fn of_one_key(scene: &Scene<'_>, outcome: Outcome, certified: usize) -> Vector {
    let key = Key::ec();
    let stranger = Ca::root("Test stranger");
    let certificates = [0, 1].map(|place| {
        let issuer = if place == certified {
            &scene.middle
        } else {
            &stranger
        };
        let responder = issuer.ca_as(RESPONDER, &key, |it| numbered(place)(for_ocsp(it)));
        responder.certificate
    });
    let response = Response::new(by_key(&key), revoked(scene));
    let evidence = [response.sign(&key), scene.ocsp(scene.single())];
    certificates
        .iter()
        .fold(scene.vector(outcome, &evidence), |vector, it| {
            vector.intermediate(it)
        })
}

/// A named responder below a CA of two keys, which are not those of the scene's CA.
fn below_two_keys(scene: &Scene<'_>, outcome: Outcome, certifying: usize) -> Vector {
    let name = "Test CA of responders";
    let cas = [0, 1].map(|place| scene.root.ca_as(name, &Key::ec(), numbered(place)));
    let responder = cas[certifying].ca_as(RESPONDER, &Key::ec(), for_ocsp);
    let listing = Crl::new(&cas[0].name).entry(Entry::new(&responder.serial, BEFORE));
    let evidence = [
        answer(&responder, scene.single()).sign(&responder.key),
        listing.sign(&cas[certifying].key),
    ];
    trusting(scene, outcome, &responder, &evidence)
        .intermediate(&cas[0].certificate)
        .intermediate(&cas[1].certificate)
}

/// A responder below a CA that the scene's root and another anchor certified. It says good; or
/// revoked, without a purpose that makes it a responder for anybody but the caller.
fn below_two_anchors(
    scene: &Scene<'_>,
    outcome: Outcome,
    revoking: usize,
    is_good: bool,
) -> Vector {
    let roots = [scene.root.clone(), Ca::root("Test other root CA")];
    let key = Key::ec();
    let name = "Test CA of responders";
    let cas = [0, 1].map(|place| roots[place].ca_as(name, &key, numbered(place)));
    let responder = of_root(scene, |it| it);
    let responder = cas[0].ca_as(RESPONDER, &responder.key, |it| {
        let it = for_ocsp(it);
        if is_good {
            it
        } else {
            it.without(id::EXT_KEY_USAGE)
        }
    });
    let crl_key = roots[revoking].ca_as(name, &Key::ec(), for_crls);
    let listing = Crl::new(&cas[0].name).entry(Entry::new(&responder.serial, BEFORE));
    let mut evidence = vec![listing.sign(&crl_key.key), clean(&roots[1])];
    if is_good {
        evidence.push(answer(&responder, scene.single()).sign(&responder.key));
    } else {
        evidence.push(answer(&responder, revoked(scene)).sign(&responder.key));
        evidence.push(scene.ocsp(scene.single()));
    }
    trusting(scene, outcome, &responder, &evidence)
        .trusting_too(&roots[1].certificate)
        .intermediate(&cas[0].certificate)
        .intermediate(&cas[1].certificate)
        .intermediate(&crl_key.certificate)
}

/// The responder of a sibling of the CA, which has one key and two certificates.
fn below_two_paths(scene: &Scene<'_>, outcome: Outcome, allowing: usize) -> Vector {
    let key = Key::ec();
    let siblings = [0, 1].map(|place| {
        scene.root.ca_as("Test sibling CA", &key, |it| {
            let it = numbered(place)(it);
            if place == allowing {
                it
            } else {
                it.with(id::KEY_USAGE, key_usage(&[6]))
            }
        })
    });
    let responder = Scene::responder_of(&siblings[0], |it| it);
    let response = answer(&responder, revoked(scene)).sign(&responder.key);
    let vector = scene.vector(outcome, &[response, scene.ocsp(scene.single())]);
    siblings
        .iter()
        .fold(vector, |vector, it| vector.intermediate(&it.certificate))
}

/// The root's own answer about the CA, which names the root by its key or nobody.
fn keys(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open, Revoked};
    let all: &[Made] = &[
        (
            "root-by-its-key",
            Good,
            |it, outcome| of_the_root(it, outcome, by_key(&it.root.key), |single| single),
            "The root says of the CA by OCSP that it is good, and the response names the root by its key.",
        ),
        (
            "root-by-its-key-revokes",
            Revoked,
            |it, outcome| {
                of_the_root(it, outcome, by_key(&it.root.key), |single| {
                    single.revoked("20260220000000Z", Some(1))
                })
            },
            "The same, and the root says that it was revoked.",
        ),
        (
            "root-by-the-key-of-nobody",
            Open,
            |it, outcome| of_the_root(it, outcome, explicit(2, &octet_string(&[0; 20])), |it| it),
            "The root says of the CA by OCSP that it is good, and the response names the key of nobody.",
        ),
    ];
    made(
        family,
        "RFC 6960 4.2.1 and 4.2.2.3: ResponderID is that of whoever signed",
        all,
    )
}

fn of_the_root(
    scene: &Scene<'_>,
    outcome: Outcome,
    id: Vec<u8>,
    says: fn(Single) -> Single,
) -> Vector {
    let single = says(Single::good(&scene.root, &scene.middle.serial));
    let response = Response::new(id, single).sign(&scene.root.key);
    scene.only(&scene.signer, outcome, &[response, clean(&scene.middle)])
}
