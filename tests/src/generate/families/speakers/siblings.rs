//! Sibling CAs whose certificates name another issuer as cRLIssuer. So the sibling lets its own key
//! sign CRLs about its own certificates in that name, but never about those of another CA.

use crate::case::{Check, SignType, SubIndication, Verdict};
use crate::generate::algorithm::Hash;
use crate::generate::authority::Signer;
use crate::generate::crl::{Crl, Entry, clean};
use crate::generate::distribution::Scope;
use crate::generate::expected::{all_passed, signer_passed};
use crate::generate::families::scene::{
    BEFORE, CONTENT, MIDDLE, Made, Outcome, Scene, crls_by, document, for_crls, made,
};
use crate::generate::hierarchy::{Ca, ca_name};
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::vector::{Family, Vector};
use std::io;

const SOURCE: &str = "RFC 5280 4.2.1.13 and 6.3.3 (b) (1), (f): a cRLIssuer counts for the certificate that names it, under the keys that this certificate's issuer allows";
const ISSUER: &str = "Test CRL issuer";

pub(super) fn make(family: &Family) -> io::Result<()> {
    in_the_cas_name(family)?;
    in_an_issuers_name(family)
}

/// The sibling of the CA.
fn sibling(scene: &Scene<'_>) -> Ca {
    scene.root.ca("Test sibling CA")
}

/// An indirect CRL in that name.
fn indirect(name: &str) -> Crl {
    Crl::new(&ca_name(name)).number(1).scope(&Scope::indirect())
}

/// The entry of a signer of the CA in an indirect CRL.
fn listed(scene: &Scene<'_>, signer: &Signer) -> Entry {
    Entry::new(&signer.serial, BEFORE).issued_by(&scene.middle.name)
}

/// A document of both signers in this order. `outcome` is that of `tested`; the other one passes.
fn both(
    scene: &Scene<'_>,
    signers: [&Signer; 2],
    tested: &Signer,
    outcome: Outcome,
    evidence: &[Vec<u8>],
) -> Vector {
    let document = signers.into_iter().fold(Message::new(CONTENT), |it, one| {
        it.signer(one, SignerInfo::message(one, Hash::Sha256, CONTENT))
    });
    let passed = signers.map(|it| signer_passed(it, SignType::Message));
    let mut expect = all_passed(passed.to_vec()).content(CONTENT);
    if outcome == Outcome::Open {
        let index = usize::from(signers[1].serial == tested.serial);
        expect = expect.signer(
            index,
            Verdict::Indeterminate,
            SubIndication::TryLater,
            Check::Revocation,
        );
    }
    scene.expecting(&document, expect, evidence)
}

/// The sibling's certificates name the CA.
fn in_the_cas_name(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "sibling-as-the-ca",
            Open,
            |it, outcome| as_the_ca(it, outcome, false, &indirect(MIDDLE), false),
            "Nothing covers the first signer. The second one's certificate is of a sibling of the CA and names the CA as cRLIssuer; the sibling signs a CRL in the CA's name, which is for its own certificates.",
        ),
        (
            "sibling-as-the-ca-asked-first",
            Open,
            |it, outcome| as_the_ca(it, outcome, true, &indirect(MIDDLE), false),
            "The same, and the sibling's signer is the first one.",
        ),
        (
            "sibling-as-the-ca-revokes",
            Open,
            |it, outcome| {
                let listing = indirect(MIDDLE).entry(Entry::new(&it.signer.serial, BEFORE));
                as_the_ca(it, outcome, false, &listing, false)
            },
            "The same, and the sibling's CRL lists the signer of the CA: it is not for the sibling to revoke it.",
        ),
        (
            "sibling-as-the-ca-revokes-asked-first",
            Open,
            |it, outcome| {
                let listing = indirect(MIDDLE).entry(Entry::new(&it.signer.serial, BEFORE));
                as_the_ca(it, outcome, true, &listing, false)
            },
            "The same, and the sibling's signer is the first one.",
        ),
        (
            "sibling-as-the-ca-beside-own",
            Good,
            |it, outcome| as_the_ca(it, outcome, false, &indirect(MIDDLE), true),
            "The same without an entry, and the CA's own CRL is there too.",
        ),
        (
            "sibling-as-the-ca-for-a-ca",
            Open,
            |it, outcome| {
                let sibling = sibling(it);
                let lower = sibling.ca_as("Test lower CA", &Key::ec(), crls_by(&ca_name(MIDDLE)));
                let other = lower.signer();
                let evidence = [
                    indirect(MIDDLE).sign(&sibling.key),
                    clean(&lower),
                    clean(&it.root),
                ];
                both(it, [&other, &it.signer], &it.signer, outcome, &evidence)
                    .intermediate(&sibling.certificate)
                    .intermediate(&lower.certificate)
            },
            "A CA below the sibling has the certificate that names the CA as cRLIssuer, and issued the certificate of the first signer; nothing covers the second one.",
        ),
        (
            "sibling-as-the-ca-in-certificates-alone",
            Open,
            |it, outcome| {
                let sibling = sibling(it);
                let other = sibling.signer_as(crls_by(&ca_name(MIDDLE)));
                let document = document(&it.signer)
                    .certificate(&other.certificate)
                    .certificate(&sibling.certificate);
                let evidence = [indirect(MIDDLE).sign(&sibling.key), clean(&it.root)];
                it.expecting(&document, outcome.of(&it.signer), &evidence)
            },
            "The certificate of the sibling that names the CA as cRLIssuer stands in the document and is no signer's.",
        ),
    ];
    made(family, SOURCE, all)
}

fn as_the_ca(
    scene: &Scene<'_>,
    outcome: Outcome,
    other_first: bool,
    crl: &Crl,
    beside_own: bool,
) -> Vector {
    let sibling = sibling(scene);
    let other = sibling.signer_as(crls_by(&ca_name(MIDDLE)));
    let mut evidence = vec![crl.sign(&sibling.key), clean(&scene.root)];
    if beside_own {
        evidence.push(clean(&scene.middle));
    }
    let signers = if other_first {
        [&other, &scene.signer]
    } else {
        [&scene.signer, &other]
    };
    both(scene, signers, &scene.signer, outcome, &evidence).intermediate(&sibling.certificate)
}

/// The certificates of both signers name one issuer of indirect CRLs.
fn in_an_issuers_name(family: &Family) -> io::Result<()> {
    use Outcome::{Good, Open};
    let all: &[Made] = &[
        (
            "sibling-as-the-crl-issuer",
            Open,
            |it, outcome| as_the_issuer(it, outcome, false, false, false),
            "Both signers' certificates name one cRLIssuer. The second one is of a sibling of the CA, which signs a CRL in the cRLIssuer's name with its own key: this one is for the sibling's certificates.",
        ),
        (
            "sibling-as-the-crl-issuer-asked-first",
            Open,
            |it, outcome| as_the_issuer(it, outcome, true, false, false),
            "The same, and the sibling's signer is the first one.",
        ),
        (
            "sibling-as-the-crl-issuer-revokes",
            Open,
            |it, outcome| as_the_issuer(it, outcome, false, true, false),
            "The same, and the sibling's CRL lists the signer of the CA: it is not for the sibling to revoke it.",
        ),
        (
            "sibling-as-the-crl-issuer-revokes-asked-first",
            Open,
            |it, outcome| as_the_issuer(it, outcome, true, true, false),
            "The same, and the sibling's signer is the first one.",
        ),
        (
            "sibling-as-the-crl-issuer-beside-it",
            Good,
            |it, outcome| as_the_issuer(it, outcome, false, false, true),
            "The same without an entry, and the CRL of the cRLIssuer, which the root certified, is there too.",
        ),
    ];
    made(family, SOURCE, all)
}

fn as_the_issuer(
    scene: &Scene<'_>,
    outcome: Outcome,
    other_first: bool,
    revokes: bool,
    beside_it: bool,
) -> Vector {
    let sibling = sibling(scene);
    let [signer, other] =
        [&scene.middle, &sibling].map(|it| it.signer_as(crls_by(&ca_name(ISSUER))));
    let mut crl = indirect(ISSUER);
    if revokes {
        crl = crl.entry(listed(scene, &signer));
    }
    let mut evidence = vec![crl.sign(&sibling.key), clean(&scene.root)];
    let issuer = scene.root.ca_as(ISSUER, &Key::ec(), for_crls);
    if beside_it {
        evidence.push(indirect(ISSUER).sign(&issuer.key));
    }
    let signers = if other_first {
        [&other, &signer]
    } else {
        [&signer, &other]
    };
    both(scene, signers, &signer, outcome, &evidence)
        .intermediate(&sibling.certificate)
        .intermediate(&issuer.certificate)
}
