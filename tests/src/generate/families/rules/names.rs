//! Names that differ in nothing but the types of their attributes, or in how they are grouped.

use super::{CONTENT, Scene};
use crate::case::{Check, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::authority::{Authority, Manner, authority_template};
use crate::generate::certificate::name;
use crate::generate::der::{oid, printable, sequence, set, utf8};
use crate::generate::expected::message;
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo, issuer_and_serial};
use crate::generate::oid as id;
use crate::generate::vector::Vector;
use std::io;

const SOURCE: &str = "RFC 5280 7.1: names match if their attribute types and values do, set by set";

/// One attribute of a name.
type Attribute = (&'static str, Vec<u8>);

const TEXT: &str = "NAMES TEST";

/// Country and two attributes, each in a set of its own.
fn apart(first: &'static str, second: &'static str) -> Vec<u8> {
    name(&[
        (id::COUNTRY_NAME, printable("KR")),
        (first, utf8(TEXT)),
        (second, utf8("CA")),
    ])
}

/// Country and two attributes in one set.
fn together(parts: [Attribute; 2]) -> Vec<u8> {
    let part = |(kind, value): Attribute| sequence(&[oid(kind), value]);
    let country = set(&[part((id::COUNTRY_NAME, printable("KR")))]);
    sequence(&[country, set(&parts.map(part))])
}

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let [organization, unit, common] = [
        id::ORGANIZATION_NAME,
        id::ORGANIZATIONAL_UNIT_NAME,
        id::COMMON_NAME,
    ];
    let usual = apart(organization, common);
    // The first is in the order of DER.
    let joined =
        |texts: [&str; 2]| together([(common, utf8(texts[0])), (organization, utf8(texts[1]))]);
    let turned = together([(organization, utf8(TEXT)), (common, utf8("CA"))]);
    let cases = [
        (
            "same",
            &usual,
            usual.clone(),
            true,
            "The name is the issuer's own.",
        ),
        (
            "other-case",
            &usual,
            name(&[
                (id::COUNTRY_NAME, printable("kr")),
                (organization, utf8("names  Test")),
                (common, utf8(" ca")),
            ]),
            true,
            "The name is the issuer's in other case and with other white space.",
        ),
        (
            "unit-for-organization",
            &usual,
            apart(unit, common),
            false,
            "The name has a unit where the issuer's has an organisation.",
        ),
        (
            "organization-for-common-name",
            &usual,
            apart(organization, organization),
            false,
            "The name has an organisation where the issuer's has a common name.",
        ),
        (
            "types-swapped",
            &usual,
            apart(common, organization),
            false,
            "The name has the issuer's types, swapped.",
        ),
        (
            "unknown-type",
            &usual,
            apart(organization, id::UNKNOWN),
            false,
            "The name has an unknown type where the issuer's has a common name.",
        ),
        (
            "one-set-for-two",
            &apart(common, organization),
            together([(common, utf8(TEXT)), (organization, utf8("CA"))]),
            false,
            "The name has in one set what the issuer's has in two.",
        ),
        (
            "set-in-other-order",
            &joined(["CA", TEXT]),
            turned,
            true,
            "The name's set of two is in another order, and sets have none.",
        ),
        (
            "set-with-values-swapped",
            &joined(["CA", TEXT]),
            joined([TEXT, "CA"]),
            false,
            "The name's set of two has the issuer's values, swapped.",
        ),
    ];
    for (case, issuer, other, is_same, reason) in cases {
        as_identifier(scene, case, issuer, &other, is_same, reason)?;
        as_anchor(scene, case, issuer, &other, is_same, reason)?;
    }
    Ok(())
}

fn as_identifier(
    scene: &Scene<'_>,
    case: &str,
    issuer: &[u8],
    other: &[u8],
    is_same: bool,
    reason: &str,
) -> io::Result<()> {
    let ca = Authority::new(Manner::Kakao, Key::ec(), issuer);
    let signer = ca.ec_signer();
    let info = SignerInfo::message(&signer, Hash::Sha256, CONTENT)
        .identified_by(issuer_and_serial(other, &signer.serial));
    let expect = message(&signer).content(CONTENT);
    let expect = if is_same {
        expect
    } else {
        expect.indeterminate(
            SubIndication::NoSigningCertificateFound,
            Check::SignerCertificate,
        )
    };
    Vector::new(
        &format!("identifier-{case}"),
        Message::new(CONTENT).signer(&signer, info).encode(),
        &format!("{reason} It identifies the signer's certificate."),
        SOURCE,
        expect,
    )
    .trusting(&ca.certificate)
    .save(scene.family)
}

fn as_anchor(
    scene: &Scene<'_>,
    case: &str,
    issuer: &[u8],
    other: &[u8],
    is_same: bool,
    reason: &str,
) -> io::Result<()> {
    let ca = Authority::new(Manner::Kakao, Key::ec(), issuer);
    let signer = ca.ec_signer();
    let anchor = authority_template(other, other, &[1], &ca.key).sign(&ca.key);
    let expect = message(&signer).content(CONTENT);
    let expect = if is_same {
        expect
    } else {
        expect.indeterminate(SubIndication::NoCertificateChainFound, Check::Path)
    };
    Vector::new(
        &format!("anchor-{case}"),
        super::document(&signer).encode(),
        &format!("{reason} It is that of the anchor, whose key is the issuer's."),
        SOURCE,
        expect,
    )
    .trusting(&anchor)
    .save(scene.family)
}
