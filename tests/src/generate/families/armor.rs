//! The forms in which a document comes, and what comes in its place.

use crate::case::{Check, Expectation, Finding};
use crate::generate::algorithm::Hash;
use crate::generate::authority::Authority;
use crate::generate::expected::{hex, message, unreadable};
use crate::generate::message::{Message, SignerInfo};
use crate::generate::vector::{Family, Vector};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE, URL_SAFE_NO_PAD};
use std::io;

const CONTENT: &[u8] = b"a content that comes in every form";
const TEXT: &str = "RFC 7468 2 and 5.2: text may stand before a block";
const LABEL: &str =
    "RFC 7468 2: parsers may disregard the label; certutil -encode writes CERTIFICATE";
const FORM: &str = "RFC 4648 4, 5 and 8";
const OTHER: &str = "RFC 5652 3: a signed document is a ContentInfo";

/// A signed document and its text forms.
struct Forms {
    octets: Vec<u8>,
    base64: String,
    passed: Expectation,
}

impl Forms {
    fn pem(&self, label: &str) -> String {
        pem(label, &self.octets)
    }
}

fn pem(label: &str, octets: &[u8]) -> String {
    let text = STANDARD.encode(octets);
    let lines: Vec<&str> = (0..text.len())
        .step_by(64)
        .map(|at| &text[at..text.len().min(at + 64)])
        .collect();
    let body = lines.join("\n");
    format!("-----BEGIN {label}-----\n{body}\n-----END {label}-----\n")
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    let signer = ca.ec_signer();
    let octets = Message::new(CONTENT)
        .signer(&signer, SignerInfo::message(&signer, Hash::Sha256, CONTENT))
        .encode();
    let forms = Forms {
        base64: STANDARD.encode(&octets),
        octets,
        passed: message(&signer).content(CONTENT),
    };
    texts_before(family, &forms)?;
    labels(family, &forms)?;
    plain_forms(family, &forms)?;
    escaped(family, &forms)?;
    others(family, &forms, &ca.certificate)
}

fn texts_before(family: &Family, forms: &Forms) -> io::Result<()> {
    let texts: [(&str, &[u8]); 9] = [
        ("word", b"signed by nobody\n"),
        ("base64", b"MIIBQUJD is how base64 of a SEQUENCE begins\r\n"),
        ("only-base64", b"MIIBQUJD\n"),
        ("hex", b"30820102 is how hex of a SEQUENCE begins\n"),
        ("digit-zero", b"0 is the identifier octet of a SEQUENCE\n"),
        ("json", b"{\"a\": 1}\n"),
        ("xml", b"<note>\n"),
        ("pdf", b"%PDF-1.7\n"),
        ("korean", "\u{feff}서명 문서\n\n".as_bytes()),
    ];
    for (name, text) in texts {
        Vector::in_file(
            &format!("text-{name}-before-pem"),
            "document.pem",
            [text, forms.pem("PKCS7").as_bytes()].concat(),
            "Text before the block is passed over, whatever it begins with.",
            TEXT,
            forms.passed.clone(),
        )
        .save(family)?;
    }
    refused(
        family,
        "text-behind-pem",
        [forms.pem("PKCS7").as_bytes(), b"and more\n"].concat(),
        "Text behind the block is refused, as octets behind a document are.",
        TEXT,
    )
}

fn labels(family: &Family, forms: &Forms) -> io::Result<()> {
    let differs = forms.passed.clone().finding(Finding::PemLabelDiffers);
    for (name, label) in [
        ("certificate", "CERTIFICATE"),
        ("crl", "X509 CRL"),
        ("unknown", "SIGNATURE"),
    ] {
        let document = || forms.pem(label).into_bytes();
        let reason =
            "What is in the block counts; the label names another type, which is a notice.";
        Vector::in_file(
            &format!("label-{name}"),
            "document.pem",
            document(),
            reason,
            LABEL,
            differs.clone(),
        )
        .save(family)?;
        Vector::in_file(
            &format!("label-{name}-strict"),
            "document.pem",
            document(),
            "The strict profile never refuses a notice.",
            LABEL,
            differs.clone(),
        )
        .strict()
        .save(family)?;
    }
    for (name, label) in [
        ("pkcs7", "PKCS7"),
        ("cms", "CMS"),
        ("pkcs7-signed-data", "PKCS #7 SIGNED DATA"),
    ] {
        Vector::in_file(
            &format!("label-{name}"),
            "document.pem",
            forms.pem(label).into_bytes(),
            "The label is one of a signed document.",
            LABEL,
            forms.passed.clone(),
        )
        .save(family)?;
    }
    let several = [
        ("two-blocks", forms.pem("PKCS7") + &forms.pem("PKCS7")),
        (
            "certificate-behind-the-block",
            forms.pem("PKCS7") + &pem("CERTIFICATE", &forms.octets),
        ),
    ];
    for (name, text) in several {
        let reason = "Which of several blocks is the document would be a guess.";
        refused(family, name, text.into_bytes(), reason, TEXT)?;
    }
    Ok(())
}

fn plain_forms(family: &Family, forms: &Forms) -> io::Result<()> {
    let texts = [
        ("raw", forms.octets.clone()),
        ("base64", forms.base64.clone().into_bytes()),
        (
            "base64-unpadded",
            forms.base64.trim_end_matches('=').as_bytes().to_vec(),
        ),
        ("base64url", URL_SAFE.encode(&forms.octets).into_bytes()),
        (
            "base64url-unpadded",
            URL_SAFE_NO_PAD.encode(&forms.octets).into_bytes(),
        ),
        ("hex", hex(&forms.octets).into_bytes()),
        (
            "hex-upper-spaced",
            forms
                .octets
                .iter()
                .flat_map(|octet| format!("{octet:02X} ").into_bytes())
                .collect(),
        ),
    ];
    for (name, text) in texts {
        Vector::in_file(
            &format!("form-{name}"),
            "document.txt",
            text,
            "The form is known by what decodes to a SEQUENCE.",
            FORM,
            forms.passed.clone(),
        )
        .save(family)?;
    }
    let digits = hex(&forms.octets);
    refused(
        family,
        "hex-without-its-first-octet",
        digits.as_bytes()[2..].to_vec(),
        "The digits decode as hex and as base64, and as neither to a SEQUENCE.",
        FORM,
    )
}

fn escaped(family: &Family, forms: &Forms) -> io::Result<()> {
    let base64 = &forms.base64;
    let utf16: Vec<u8> = base64.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let texts: [(&str, Vec<u8>); 9] = [
        ("quoted", format!("\"{base64}\"").into()),
        ("quoted-with-comma", format!("  \"{base64}\",\n").into()),
        ("json-solidus", base64.replace('/', "\\/").into()),
        ("json-unicode", base64.replace('+', "\\u002b").into()),
        (
            "json-newlines",
            forms.pem("PKCS7").replace('\n', "\\n").into(),
        ),
        (
            "url",
            base64
                .replace('+', "%2B")
                .replace('/', "%2F")
                .replace('=', "%3D")
                .into(),
        ),
        ("twofold", STANDARD.encode(base64).into()),
        ("utf16", utf16.clone()),
        ("utf16-mark", [&b"\xff\xfe"[..], &utf16].concat()),
    ];
    for (name, text) in texts {
        refused(
            family,
            &format!("escaped-{name}"),
            text,
            "A text form that something else was done to is named, and not guessed at.",
            FORM,
        )?;
    }
    Ok(())
}

fn others(family: &Family, forms: &Forms, certificate: &[u8]) -> io::Result<()> {
    let key = [0x30, 8, 2, 1, 0, 2, 1, 1, 2, 0];
    let mail = format!(
        "MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n{}",
        forms.base64
    );
    let inputs: [(&str, Vec<u8>); 14] = [
        ("certificate", certificate.to_vec()),
        ("certificate-base64", STANDARD.encode(certificate).into()),
        (
            "certificate-pem",
            pem("CERTIFICATE", certificate).into_bytes(),
        ),
        (
            "certificate-as-pkcs7",
            pem("PKCS7", certificate).into_bytes(),
        ),
        ("private-key-pem", pem("PRIVATE KEY", &key).into_bytes()),
        ("pdf", b"%PDF-1.7\n".to_vec()),
        ("zip", b"PK\x03\x04\x14\0".to_vec()),
        ("gzip", b"\x1f\x8b\x08\0".to_vec()),
        ("xml", b"<?xml version=\"1.0\"?><a/>".to_vec()),
        ("html", b"<!DOCTYPE html><title>504</title>".to_vec()),
        (
            "json",
            format!("{{\"signedData\": \"{}\"}}", forms.base64).into(),
        ),
        ("jwt", b"eyJhbGciOiJFUzI1NiJ9.e30.c2ln".to_vec()),
        ("mail", mail.into_bytes()),
        ("ocsp-response", vec![0x30, 3, 0x0a, 1, 6]),
    ];
    for (name, input) in inputs {
        refused(
            family,
            &format!("other-{name}"),
            input,
            "What is no signed document is named.",
            OTHER,
        )?;
    }
    Ok(())
}

/// A document that can't be read.
fn refused(
    family: &Family,
    name: &str,
    document: Vec<u8>,
    reason: &str,
    source: &str,
) -> io::Result<()> {
    let expect = unreadable(Check::Format);
    Vector::in_file(name, "document.txt", document, reason, source, expect).save(family)
}
