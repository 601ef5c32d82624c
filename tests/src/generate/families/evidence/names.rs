//! Names that can't be compared with what a CA may issue for: none of them is permitted.

use super::{MIDDLE, Scene, about, document, passed};
use crate::case::Finding;
use crate::generate::certificate::{Template, name};
use crate::generate::constraint::{
    alternative_names, directory, ip, mail, name_constraints, other_name, uri,
};
use crate::generate::der::{printable, tlv, utf8};
use crate::generate::key::Key;
use crate::generate::oid as id;
use std::io;

const SOURCE: &str = "RFC 5280 4.2.1.10 and 6.1.3 (b) and (c)";

/// id-on-SmtpUTF8Mailbox (RFC 8398)
const SMTP_UTF8_MAILBOX: &str = "1.3.6.1.5.5.7.8.9";

/// `C=KR, O=…`
fn organization_name(value: Vec<u8>) -> Vec<u8> {
    name(&[
        (id::COUNTRY_NAME, printable("KR")),
        (id::ORGANIZATION_NAME, value),
    ])
}

/// The same as a directoryName.
pub(super) fn organization(text: &str) -> Vec<u8> {
    directory(&organization_name(utf8(text)))
}

/// The path of a signer of this shape below a CA with these constraints is broken.
fn broken(
    scene: &Scene<'_>,
    name: &str,
    constraints: Vec<u8>,
    shape: impl FnOnce(Template) -> Template,
    reason: &str,
) -> io::Result<()> {
    let ca = scene.root.ca_as(MIDDLE, &Key::ec(), |it| {
        it.with(id::NAME_CONSTRAINTS, constraints)
    });
    let signer = ca.signer_as(shape);
    let expect = passed(&signer).broken_path();
    let vector = about(name, &document(&signer), expect).intermediate(&ca.certificate);
    // Values of these are no text of their attribute's syntax.
    let vector = if matches!(name, "email-address-unreadable" | "excluded-visible-string") {
        vector.finding(Finding::CertificateNotDer)
    } else {
        vector
    };
    scene.save(vector, reason, SOURCE)
}

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    spellings(scene)?;
    alternatives(scene)?;
    let subject = name(&[
        (id::COUNTRY_NAME, printable("KR")),
        (id::EMAIL_ADDRESS, tlv(0x16, b"a@excluded\xff.test")),
    ]);
    broken(
        scene,
        "email-address-unreadable",
        name_constraints(&[], &[mail("excluded.test")]),
        |it| it.subject(subject),
        "emailAddress in the subject is no ASCII and can't be compared with the excluded host.",
    )
}

/// An organisation is excluded, and the subject writes it in another way.
fn spellings(scene: &Scene<'_>) -> io::Result<()> {
    for (name, value, reason) in [
        (
            "excluded-full-width",
            utf8("ＢＡＮＫ"),
            "The subject writes the excluded organisation in full width letters.",
        ),
        (
            "excluded-soft-hyphen",
            utf8("BA\u{ad}NK"),
            "The subject writes the excluded organisation with a soft hyphen, which nobody sees.",
        ),
        (
            "excluded-visible-string",
            tlv(0x1a, b"BANK"),
            "The subject writes the excluded organisation as VisibleString, which is no DirectoryString.",
        ),
    ] {
        let constraints = name_constraints(&[], &[organization("BANK")]);
        let shape = |it: Template| it.subject(organization_name(value));
        broken(scene, name, constraints, shape, reason)?;
    }
    Ok(())
}

fn alternatives(scene: &Scene<'_>) -> io::Result<()> {
    let excluded = |base| name_constraints(&[], &[base]);
    for (name, constraints, alternative, reason) in [
        (
            "smtp-utf8-mailbox-excluded",
            excluded(mail("excluded.test")),
            other_name(SMTP_UTF8_MAILBOX, &utf8("가@excluded.test")),
            "The mailbox has letters beyond ASCII, and stands in another kind of name than the excluded host.",
        ),
        (
            "smtp-utf8-mailbox-not-permitted",
            name_constraints(&[mail("good.test")], &[]),
            other_name(SMTP_UTF8_MAILBOX, &utf8("가@other.test")),
            "The mailbox has letters beyond ASCII, and stands in another kind of name than the permitted host.",
        ),
        (
            "mask-with-a-gap",
            name_constraints(&[ip(&[10, 0, 0, 0, 255, 160, 0, 0])], &[]),
            ip(&[10, 0, 0, 1]),
            "The mask 255.160.0.0 has a zero between its ones and stands for no network.",
        ),
        (
            "uri-two-at",
            excluded(uri("excluded.test")),
            uri("http://a@b@excluded.test/"),
            "The authority of the URI has two @, behind the last of which is the excluded host.",
        ),
        (
            "uri-port-no-number",
            excluded(uri("excluded.test")),
            uri("http://other.test:8a/"),
            "The port of the URI is no number, so that nothing can be told of its host.",
        ),
    ] {
        let shape = |it: Template| it.with(id::SUBJECT_ALT_NAME, alternative_names(&[alternative]));
        broken(scene, name, constraints, shape, reason)?;
    }
    Ok(())
}
