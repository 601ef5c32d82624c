//! Values of signed and unsigned attributes that nobody knows.

use super::{Form, below, universal};
use crate::case::{Expectation, Finding};
use crate::generate::algorithm::Hash;
use crate::generate::attribute::{attribute, usual};
use crate::generate::authority::Signer;
use crate::generate::der::{bit_string, generalized_time, printable, tlv, utc_time};
use crate::generate::expected::attributes;
use crate::generate::families::scene::{CONTENT, Scene};
use crate::generate::message::{Message, SignerInfo};
use crate::generate::oid as id;
use crate::generate::vector::Family;
use std::io;

const SIGNED: &str = "RFC 5652 5.3: signed attributes are DER; X.690 8 and 11";
const UNSIGNED: &str = "RFC 5652 5.3; X.690 8";

/// What becomes of a value among signed attributes.
enum Signed {
    Usual,
    /// It is verified as it stands.
    Tolerated,
    /// Nothing can be told of what was signed.
    Malformed,
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    for (word, value, is_ber, is_der, about) in universal() {
        // Of these types the value depends on the encoding, so that what is not DER is refused.
        let is_numeric = ["boolean", "integer", "null", "nested"]
            .iter()
            .any(|kind| word.starts_with(kind));
        let signed = match is_der {
            true => Signed::Usual,
            false if is_numeric => Signed::Malformed,
            false => Signed::Tolerated,
        };
        of_signed(family, word, &value, &signed, about)?;
        of_unsigned(family, word, &value, is_ber, about)?;
    }
    // What only DER forbids is allowed where BER is.
    for (word, value, is_ber, is_der, about) in [
        (
            "utc-time",
            utc_time("260302090000Z"),
            true,
            true,
            "a UTCTime",
        ),
        (
            "utc-time-short",
            utc_time("2603020900Z"),
            true,
            false,
            "a UTCTime without seconds",
        ),
        (
            "generalized-time",
            generalized_time("20260302090000.5Z"),
            true,
            true,
            "a GeneralizedTime with a fraction",
        ),
        (
            "generalized-time-zero",
            generalized_time("20260302090000.50Z"),
            true,
            false,
            "a GeneralizedTime whose fraction ends with a zero",
        ),
        (
            "generalized-time-local",
            generalized_time("20260302090000"),
            true,
            false,
            "a GeneralizedTime that is local",
        ),
        (
            "printable",
            printable("a b"),
            true,
            true,
            "a PrintableString",
        ),
        (
            "printable-underscore",
            printable("a_b"),
            false,
            false,
            "a PrintableString with an underscore",
        ),
        (
            "ia5-high",
            tlv(0x16, &[0x80]),
            false,
            false,
            "an IA5String that is not ASCII",
        ),
    ] {
        let signed = if is_der {
            Signed::Usual
        } else {
            Signed::Tolerated
        };
        of_signed(family, word, &value, &signed, about)?;
        of_unsigned(family, word, &value, is_ber, about)?;
    }
    let mut unused = bit_string(&[0x81]);
    let unused_at = unused.len() - 2;
    unused[unused_at] = 1;
    of_unsigned(
        family,
        "bits-unused",
        &unused,
        true,
        "a BIT STRING whose unused bit is set",
    )
}

fn save(
    family: &Family,
    scene: &Scene<'_>,
    name: &str,
    info: SignerInfo,
    expect: &Expectation,
    form: Form,
    why: (&str, &str),
) -> io::Result<()> {
    let document = Message::new(CONTENT).signer(&scene.signer, info);
    below(
        family,
        name,
        &document,
        expect,
        form,
        why,
        &scene.root,
        &scene.middle,
    )
}

fn passed(signer: &Signer) -> Expectation {
    attributes(signer).content(CONTENT)
}

fn of_signed(
    family: &Family,
    word: &str,
    value: &[u8],
    signed: &Signed,
    about: &str,
) -> io::Result<()> {
    let name = format!("signed-{word}");
    let scene = Scene::new(family, &name);
    let mut list = usual(CONTENT);
    list.push(attribute(id::UNKNOWN, &[value.to_vec()]));
    let info = SignerInfo::over(&scene.signer, Hash::Sha256, &list);
    let expect = passed(&scene.signer);
    let (expect, form) = match signed {
        Signed::Usual => (expect, Form::Usual),
        Signed::Tolerated => (expect, Form::Tolerated(Finding::SignedAttributesNotDer)),
        Signed::Malformed => (expect.malformed_attributes(), Form::Usual),
    };
    let reason = format!("A signed attribute that nobody knows is {about}.");
    save(
        family,
        &scene,
        &name,
        info,
        &expect,
        form,
        (&reason, SIGNED),
    )
}

fn of_unsigned(
    family: &Family,
    word: &str,
    value: &[u8],
    is_ber: bool,
    about: &str,
) -> io::Result<()> {
    let name = format!("unsigned-{word}");
    let scene = Scene::new(family, &name);
    let mut info = SignerInfo::attributes(&scene.signer, Hash::Sha256, CONTENT);
    info.unsigned_attributes = vec![attribute(id::UNKNOWN, &[value.to_vec()])];
    let form = if is_ber {
        Form::Usual
    } else {
        Form::Tolerated(Finding::UnsignedAttributesMalformed)
    };
    let reason = format!("An unsigned attribute that nobody knows is {about}.");
    save(
        family,
        &scene,
        &name,
        info,
        &passed(&scene.signer),
        form,
        (&reason, UNSIGNED),
    )
}
