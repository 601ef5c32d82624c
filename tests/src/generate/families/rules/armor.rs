//! What may follow a document, as octets and in each form of text.

use super::{Scene, document};
use crate::case::{Check, Finding};
use crate::generate::expected::{hex, unreadable};
use crate::generate::vector::Vector;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    let octets = document(&scene.signer).encode();
    raw(scene, &octets)?;
    texts(scene, &octets)
}

fn raw(scene: &Scene<'_>, octets: &[u8]) -> io::Result<()> {
    let source =
        "DESIGN.md: behind the octets, zero octets and then at most one newline, LF or CRLF";
    for (name, tail, is_good, about) in [
        ("crlf", &b"\r\n"[..], true, "CRLF, which is one newline"),
        (
            "zeros-and-crlf",
            b"\0\0\r\n",
            true,
            "zero octets and CRLF, which is one newline",
        ),
        ("crlf-twice", b"\r\n\r\n", false, "two newlines of CRLF"),
        ("cr", b"\r", false, "a carriage return alone"),
        ("lf-cr", b"\n\r", false, "LF and then CR"),
        ("space", b" ", false, "a space"),
        ("tab", b"\t", false, "a tab"),
        ("space-and-newline", b" \n", false, "a space and a newline"),
        (
            "newline-and-zero",
            b"\n\0",
            false,
            "a newline and then a zero octet",
        ),
        (
            "crlf-and-zero",
            b"\r\n\0",
            false,
            "CRLF and then a zero octet",
        ),
        (
            "zero-newline-zero",
            b"\0\n\0",
            false,
            "a newline between zero octets",
        ),
        (
            "end-of-contents-and-null",
            b"\0\0\x05\0",
            false,
            "two zero octets and a NULL",
        ),
    ] {
        let expect = if is_good {
            scene.message().finding(Finding::TrailingPadding)
        } else {
            unreadable(Check::Format)
        };
        let verdict = if is_good { "tolerated" } else { "refused" };
        Vector::new(
            &format!("behind-octets-{name}"),
            [octets, tail].concat(),
            &format!("Behind the octets there is {about}. It is {verdict}."),
            source,
            expect,
        )
        .save(scene.family)?;
    }
    Vector::new(
        "before-octets-newline",
        [b"\n", octets].concat(),
        "A newline before the octets makes them a text, and they are none.",
        source,
        unreadable(Check::Format),
    )
    .save(scene.family)
}

fn texts(scene: &Scene<'_>, octets: &[u8]) -> io::Result<()> {
    let source = "DESIGN.md: white space around text does not matter, anything else does";
    let base64 = STANDARD.encode(octets);
    let pem = format!("-----BEGIN CMS-----\n{base64}\n-----END CMS-----");
    for (form, file, text) in [
        ("base64", "document.b64", base64.clone()),
        ("hex", "document.hex", hex(octets)),
        ("pem", "document.pem", pem),
    ] {
        for (name, tail, is_good, about) in [
            ("space", &b" "[..], true, "a space"),
            ("crlf", b"\r\n", true, "a newline of CRLF"),
            ("crlf-twice", b"\r\n\r\n", true, "two newlines of CRLF"),
            ("zero", b"\0", false, "a zero octet"),
            (
                "newline-and-zero",
                b"\n\0",
                false,
                "a newline and then a zero octet",
            ),
            ("full-stop", b".", false, "a full stop"),
            (
                "wide-space",
                "\u{3000}".as_bytes(),
                false,
                "an ideographic space, which is no white space of ASCII",
            ),
        ] {
            let expect = if is_good {
                scene.message()
            } else {
                unreadable(Check::Format)
            };
            let verdict = if is_good { "skipped" } else { "refused" };
            Vector::in_file(
                &format!("behind-{form}-{name}"),
                file,
                [text.as_bytes(), tail].concat(),
                &format!("Behind the text in {form} there is {about}. It is {verdict}."),
                source,
                expect,
            )
            .save(scene.family)?;
        }
    }
    Ok(())
}
