use super::*;
use crate::armor::decode;
use crate::der::made;
use crate::error::ErrorKind;
use alloc::string::String;
use alloc::vec::Vec;
use alloc::{format, vec};
use base64::Engine as _;

fn kind(input: &[u8]) -> Option<Foreign> {
    match decode(input).map_err(|error| error.kind()) {
        Err(ErrorKind::Foreign(what)) => Some(what),
        _ => None,
    }
}

fn utf16(text: &str, mark: &[u8], octets: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(octets);
    mark.iter().copied().chain(units).collect()
}

/// Base64 with `+` and `/` in it, of a SEQUENCE.
const FORM: &str = "MAUEA/v/v+8=";

#[test]
fn files_and_texts() {
    let hex = "30050403fbffbf";
    let twice = crate::armor::BASE64.encode(FORM);
    let of_pdf = crate::armor::BASE64.encode("%PDF-1.7 and so on");
    let cases: Vec<(Vec<u8>, Foreign)> = vec![
        (b"%PDF-1.7".into(), Foreign::Pdf),
        (b"PK\x03\x04....".into(), Foreign::Zip),
        (b"\x1f\x8b\x08\x00".into(), Foreign::Gzip),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".into(), Foreign::Ole),
        (utf16(FORM, b"\xff\xfe", u16::to_le_bytes), Foreign::Utf16),
        (utf16(FORM, b"\xfe\xff", u16::to_be_bytes), Foreign::Utf16),
        (utf16(FORM, b"", u16::to_le_bytes), Foreign::Utf16),
        (utf16(hex, b"", u16::to_be_bytes), Foreign::Utf16),
        ([&b"\xff\xfe\0\0"[..], b"M\0\0\0A\0\0\0"].concat(), Foreign::Utf32),
        (b"\xfe\xed\xfe\xed\0\0\0\x02".into(), Foreign::KeyStore),
        (b"\xef\xbb\xbf\x30\x82\x01\x02".into(), Foreign::SavedAsText),
        (b"\x30\xef\xbf\xbd\x01\x02\x06".into(), Foreign::SavedAsText),
        (b"30:05:04:03:fb:ff:bf\n".into(), Foreign::HexSeparated),
        (b"0x30050403fbffbf".into(), Foreign::HexSeparated),
        (b"0x30, 0x05, 0x04, 0x03, 0xfb, 0xff, 0xbf".into(), Foreign::HexSeparated),
        (b"\\x30\\x05\\x04\\x03\\xfb\\xff\\xbf".into(), Foreign::HexSeparated),
        (b"30-05-04-03-FB-FF-BF".into(), Foreign::HexSeparated),
        (b"00000000: 3005 0403 fbff bf  0......\n".into(), Foreign::HexDump),
        (b"00000000  30 05 04 03 fb ff bf  |0......|\n".into(), Foreign::HexDump),
        (b"0000000 0530 0304\n".into(), Foreign::Unknown),
        (b"0000000 8230 0304\n".into(), Foreign::HexDump),
        (b"Certificate:\n    Data:\n".into(), Foreign::Printout),
        (b"    0:d=0  hl=4 l= 424 cons: SEQUENCE\n".into(), Foreign::Printout),
        (b"ssh-ed25519 AAAAC3Nz a@b\n".into(), Foreign::PublicKey),
        (
            b"-----BEGIN PGP SIGNATURE-----\n\niQ==\n=abcd\n-----END PGP SIGNATURE-----\n".into(),
            Foreign::Pgp,
        ),
        (
            b"-----BEGIN CMS-----\nComment: mine\nMAUEA/v/vw==\n-----END CMS-----\n".into(),
            Foreign::PemHeaders,
        ),
        (
            b"-----BEGIN CERTIFICATE-----\\nMAUEA/v/vw==\\n-----END CERTIFICATE-----\\n".into(),
            Foreign::JsonEscaped,
        ),
        (b"{\"data\":1}".into(), Foreign::Json),
        (b"[1]".into(), Foreign::Json),
        (b"\"no form\"".into(), Foreign::Json),
        (b"<?xml version='1.0'?>".into(), Foreign::Xml),
        (b"<!DOCTYPE html>".into(), Foreign::Html),
        (b"<HTML>".into(), Foreign::Html),
        (
            b"From: a@example.com\r\nTo: b@example.com,\r\n c@example.com\r\nMIME-Version: 1.0\r\n\r\nMIIB".into(),
            Foreign::Mail,
        ),
        (b"eyJhbGciOiJub25lIn0.e30.c2ln\n".into(), Foreign::Jwt),
        (b"data:application/pkcs7-signature;base64,MAUE".into(), Foreign::DataUrl),
        (format!("\"{FORM}\"\n").into(), Foreign::Quoted),
        (format!("\"{FORM}\",\n").into(), Foreign::Quoted),
        (format!("'{hex}'").into(), Foreign::Quoted),
        (
            format!("\"{}\"", FORM.replace('/', "\\/")).into(),
            Foreign::Quoted,
        ),
        (FORM.replace('/', "\\/").into(), Foreign::JsonEscaped),
        (FORM.replace('+', "\\u002b").into(), Foreign::JsonEscaped),
        (FORM.replace('/', "/\\n").into(), Foreign::JsonEscaped),
        (
            "-----BEGIN CMS-----\\nMAUEA/v/vw==\\n-----END CMS-----\\n".into(),
            Foreign::JsonEscaped,
        ),
        (
            FORM.replace('+', "%2B").replace('=', "%3d").into(),
            Foreign::UrlEscaped,
        ),
        (twice.into(), Foreign::Twofold),
        (of_pdf.into(), Foreign::Pdf),
    ];
    for (input, wanted) in cases {
        assert_eq!(kind(&input), Some(wanted), "{}", input.escape_ascii());
    }
    // Twins: the form itself, and texts that only look like another kind.
    assert_eq!(kind(FORM.as_bytes()), None);
    for text in [
        "100%",
        "a\\b",
        "a.b.c",
        "Note: nothing here",
        "eyJ.x",
        "31:05:04:03",
        "0000 is no dump",
    ] {
        assert_eq!(kind(text.as_bytes()), Some(Foreign::Unknown), "{text}");
    }
}

#[test]
fn structures() {
    let sequence = |parts: &[&[u8]]| made(tag::SEQUENCE, parts);
    let number = |value: u8| made(tag::INTEGER, &[&[value]]);
    let empty = sequence(&[]);
    let oid = made(tag::OID, &[&[0x2a]]);
    let algorithm = sequence(&[&oid]);
    let octets = made(tag::OCTET_STRING, &[]);
    let bits = made(tag::BIT_STRING, &[&[0]]);
    let time = made(tag::UTC_TIME, &[b"260302090000Z"]);
    let version = made(tag::context(0), &[&number(2)]);
    let signed = |body: &[&[u8]]| sequence(&[&sequence(body), &algorithm, &bits]);
    let validity = sequence(&[&time, &time]);
    let names: [&[u8]; 4] = [&algorithm, &empty, &validity, &empty];
    let (zero, one, three) = (number(0), number(1), number(3));
    let certificate = [&[&version[..], &one], &names[..], &[&empty]].concat();
    let old = [&[&one[..]], &names[..], &[&empty]].concat();
    let attributes = made(tag::context(0), &[]);
    let cases: Vec<(Vec<u8>, Option<Foreign>)> = vec![
        (signed(&certificate), Some(Foreign::Certificate)),
        (signed(&old), Some(Foreign::Certificate)),
        (
            signed(&[&one, &algorithm, &empty, &time]),
            Some(Foreign::Crl),
        ),
        (
            signed(&[&algorithm, &empty, &time, &time, &empty]),
            Some(Foreign::Crl),
        ),
        (
            signed(&[&zero, &empty, &empty, &attributes]),
            Some(Foreign::CertificateRequest),
        ),
        (
            sequence(&[&made(tag::ENUMERATED, &[&[0]])]),
            Some(Foreign::OcspResponse),
        ),
        (sequence(&[&three, &algorithm, &empty]), Some(Foreign::Pfx)),
        (
            sequence(&[&zero, &algorithm, &octets]),
            Some(Foreign::PrivateKey),
        ),
        (sequence(&[&one, &octets]), Some(Foreign::PrivateKey)),
        (
            sequence(&[&zero, &one, &one, &one, &one]),
            Some(Foreign::PrivateKey),
        ),
        (sequence(&[&algorithm, &octets]), Some(Foreign::PrivateKey)),
        (sequence(&[&algorithm, &bits]), Some(Foreign::PublicKey)),
        (sequence(&[&one, &one]), Some(Foreign::PublicKey)),
        (
            sequence(&[&sequence(&[&zero]), &algorithm]),
            Some(Foreign::TimestampResponse),
        ),
        (
            sequence(&[&sequence(&[&zero])]),
            Some(Foreign::TimestampResponse),
        ),
        (
            sequence(&[
                &three,
                &made(tag::SET, &[]),
                &algorithm,
                &made(tag::SET, &[]),
            ]),
            Some(Foreign::BareSignedData),
        ),
        (
            sequence(&[&one, &sequence(&[&algorithm, &octets])]),
            Some(Foreign::TimestampRequest),
        ),
        (
            sequence(&[&sequence(&[&sequence(&[&sequence(&[&sequence(&[
                &algorithm, &octets,
            ])])])])]),
            Some(Foreign::OcspRequest),
        ),
        (sequence(&[&oid, &attributes]), None),
        (empty.clone(), None),
        (sequence(&[&empty]), None),
    ];
    for (octets, wanted) in &cases {
        assert_eq!(of_der(octets), *wanted, "{octets:02x?}");
        // Whatever it is, its beginning is no panic.
        for length in 0..octets.len() {
            let _ = of_der(&octets[..length]);
            let _ = is_content_info(&octets[..length]);
        }
    }
    let document = sequence(&[&oid, &attributes]);
    assert!(is_content_info(&document));
    let indefinite = [&[0x30, 0x80], &document[2..], &[0, 0]].concat();
    assert!(is_content_info(&indefinite));
    assert!(!is_content_info(&algorithm));
}

/// What is looked at is linear in the text: one that begins a form again and again comes to an end.
#[test]
fn long_texts() {
    let texts: [String; 5] = [
        "-----BEGIN CMS-----\n".repeat(50_000),
        "\"".repeat(1_000_000),
        "%4D".repeat(300_000),
        "\\u004d".repeat(160_000),
        "a:\n ".repeat(250_000),
    ];
    for text in texts {
        assert!(decode(text.as_bytes()).is_err());
    }
}
