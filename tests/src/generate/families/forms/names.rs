//! Values of attributes in names.

use super::{Form, both, shaped, subject, universal};
use crate::case::Finding;
use crate::generate::algorithm::Hash;
use crate::generate::der::tlv;
use crate::generate::families::scene::{CONTENT, Outcome, Scene};
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo, issuer_and_serial};
use crate::generate::oid as id;
use crate::generate::vector::Family;
use std::io;

const SOURCE: &str = "X.690 8.2, 8.3, 8.8, 8.19, 8.23 and 11.1; RFC 5280 4.1.2.4";

pub(super) fn make(family: &Family) -> io::Result<()> {
    for (word, value, is_ber, is_der, about) in universal() {
        let reason =
            format!("The subject has an attribute that nobody knows, whose value is {about}.");
        let form = if is_der {
            Form::Usual
        } else {
            Form::Tolerated(Finding::CertificateNotDer)
        };
        let name = format!("subject-unknown-{word}");
        shaped(family, &name, form, (&reason, SOURCE), |it| {
            it.subject(subject(id::UNKNOWN, value.clone()))
        })?;
        // The same in the name of an issuer, which a certificate writes in DER, and a SignerInfo may
        // write in BER. The certificate is found by the same octets.
        if is_der || is_ber {
            continue;
        }
        of_issuer(family, word, &value, about)?;
    }
    let reason = "The subject's common name is a BMPString with a pair of surrogates.";
    let form = Form::Tolerated(Finding::CertificateNotDer);
    let pair = tlv(0x1e, &[0xd8, 0x3d, 0xde, 0]);
    shaped(
        family,
        "subject-common-name-bmp-pair",
        form,
        (reason, SOURCE),
        |it| it.subject(subject(id::COMMON_NAME, pair)),
    )
}

/// An issuer's name with the value, in the certificate and in the `SignerInfo`.
fn of_issuer(family: &Family, word: &str, value: &[u8], about: &str) -> io::Result<()> {
    let name = format!("issuer-unknown-{word}");
    let scene = Scene::new(family, &name);
    let own = subject(id::UNKNOWN, value.to_vec());
    let middle = scene
        .root
        .ca_as("", &Key::ec(), |it| it.subject(own.clone()));
    let middle = Ca {
        name: own,
        ..middle
    };
    let signer = middle.signer();
    let expect = Outcome::Good.of(&signer).finding(Finding::NameForm);
    let info = SignerInfo::message(&signer, Hash::Sha256, CONTENT)
        .identified_by(issuer_and_serial(&signer.issuer, &signer.serial));
    let document = Message::new(CONTENT).signer(&signer, info);
    let reason = format!("The issuer has an attribute that nobody knows, whose value is {about}.");
    let form = Form::Tolerated(Finding::CertificateNotDer);
    both(
        family,
        &name,
        &document,
        &expect,
        form,
        (&reason, SOURCE),
        |vector| {
            vector
                .trusting(&scene.root.certificate)
                .intermediate(&middle.certificate)
        },
    )
}
