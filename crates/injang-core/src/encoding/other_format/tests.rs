use super::*;
use crate::encoding::armor::decode;
use crate::encoding::der::{made, tag};
use crate::encoding::error::ErrorKind;
use crate::encoding::structure::{is_content_info, of_der};
use alloc::string::String;
use alloc::vec::Vec;
use alloc::{format, vec};

fn kind(input: &[u8]) -> Option<OtherFormat> {
    match decode(input).map_err(|error| error.kind()) {
        Err(ErrorKind::OtherFormat(what)) => Some(what),
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
    let twice = base64_hex::BASE64.encode(FORM);
    let of_pdf = base64_hex::BASE64.encode("%PDF-1.7 and so on");
    let cases: Vec<(Vec<u8>, OtherFormat)> = vec![
        (b"%PDF-1.7".into(), OtherFormat::Pdf),
        (b"PK\x03\x04....".into(), OtherFormat::Zip),
        (b"\x1f\x8b\x08\x00".into(), OtherFormat::Gzip),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".into(), OtherFormat::Ole),
        (utf16(FORM, b"\xff\xfe", u16::to_le_bytes), OtherFormat::Utf16),
        (utf16(FORM, b"\xfe\xff", u16::to_be_bytes), OtherFormat::Utf16),
        (utf16(FORM, b"", u16::to_le_bytes), OtherFormat::Utf16),
        (utf16(hex, b"", u16::to_be_bytes), OtherFormat::Utf16),
        ([&b"\xff\xfe\0\0"[..], b"M\0\0\0A\0\0\0"].concat(), OtherFormat::Utf32),
        (b"\xfe\xed\xfe\xed\0\0\0\x02".into(), OtherFormat::KeyStore),
        (b"\xef\xbb\xbf\x30\x82\x01\x02".into(), OtherFormat::SavedAsText),
        (b"\x30\xef\xbf\xbd\x01\x02\x06".into(), OtherFormat::SavedAsText),
        // Each octet above 7F as two: of ISO 8859-1, and of Windows-1252.
        (b"\x30\xc2\x82\x02\x10\x06\x09\x2a\xc2\x86".into(), OtherFormat::SavedAsText),
        (b"\x30\xe2\x80\x9a\x02\x10\x06\x09\x2a".into(), OtherFormat::SavedAsText),
        (format!("data: {FORM}\n").into(), OtherFormat::Field),
        (format!("signedData: \"{FORM}\",\n").into(), OtherFormat::Field),
        (format!("a: 1\nb: |\n  {}\n  {}\n", &FORM[..4], &FORM[4..]).into(), OtherFormat::Field),
        (b"signedData=MAUEA%2Fv/v%2b8%3D".into(), OtherFormat::Field),
        (format!("doc: {hex}").into(), OtherFormat::Field),
        (FORM.replace('+', " ").into(), OtherFormat::PlusLost),
        // Four are lost, and what is left is base64 of a SEQUENCE that ends too early.
        (b"MAoECAEC    AwQF".into(), OtherFormat::PlusLost),
        (FORM.replace("EA", "E\u{a0}A").into(), OtherFormat::Base64Separated),
        (FORM.replace("EA", "E,A").into(), OtherFormat::Base64Separated),
        (base16ct::lower::encode_string(FORM.as_bytes()).into(), OtherFormat::Twofold),
        (b"30:05:04:03:fb:ff:bf\n".into(), OtherFormat::HexSeparated),
        (b"0x30050403fbffbf".into(), OtherFormat::HexSeparated),
        (b"0x30, 0x05, 0x04, 0x03, 0xfb, 0xff, 0xbf".into(), OtherFormat::HexSeparated),
        (b"\\x30\\x05\\x04\\x03\\xfb\\xff\\xbf".into(), OtherFormat::HexSeparated),
        (b"30-05-04-03-FB-FF-BF".into(), OtherFormat::HexSeparated),
        (b"00000000: 3005 0403 fbff bf  0......\n".into(), OtherFormat::HexDump),
        (b"00000000  30 05 04 03 fb ff bf  |0......|\n".into(), OtherFormat::HexDump),
        (b"0000000 0530 0304\n".into(), OtherFormat::Unknown),
        (b"0000000 8230 0304\n".into(), OtherFormat::HexDump),
        (b"Certificate:\n    Data:\n".into(), OtherFormat::Printout),
        (b"    0:d=0  hl=4 l= 424 cons: SEQUENCE\n".into(), OtherFormat::Printout),
        (b"ssh-ed25519 AAAAC3Nz a@b\n".into(), OtherFormat::PublicKey),
        (
            b"-----BEGIN PGP SIGNATURE-----\n\niQ==\n=abcd\n-----END PGP SIGNATURE-----\n".into(),
            OtherFormat::Pgp,
        ),
        (
            b"-----BEGIN CMS-----\nComment: mine\nMAUEA/v/vw==\n-----END CMS-----\n".into(),
            OtherFormat::PemHeaders,
        ),
        (
            b"-----BEGIN CERTIFICATE-----\\nMAUEA/v/vw==\\n-----END CERTIFICATE-----\\n".into(),
            OtherFormat::JsonEscaped,
        ),
        (b"{\"data\":1}".into(), OtherFormat::Json),
        (b"[1]".into(), OtherFormat::Json),
        (b"\"no form\"".into(), OtherFormat::Json),
        (b"<?xml version='1.0'?>".into(), OtherFormat::Xml),
        (b"<!DOCTYPE html>".into(), OtherFormat::Html),
        (b"<HTML>".into(), OtherFormat::Html),
        (
            b"From: a@example.com\r\nTo: b@example.com,\r\n c@example.com\r\nMIME-Version: 1.0\r\n\r\nMIIB".into(),
            OtherFormat::Mail,
        ),
        (b"eyJhbGciOiJub25lIn0.e30.c2ln\n".into(), OtherFormat::Jwt),
        (b"data:application/pkcs7-signature;base64,MAUE".into(), OtherFormat::DataUrl),
        (format!("\"{FORM}\"\n").into(), OtherFormat::Quoted),
        (format!("\"{FORM}\",\n").into(), OtherFormat::Quoted),
        (format!("'{hex}'").into(), OtherFormat::Quoted),
        (
            format!("\"{}\"", FORM.replace('/', "\\/")).into(),
            OtherFormat::Quoted,
        ),
        (FORM.replace('/', "\\/").into(), OtherFormat::JsonEscaped),
        (FORM.replace('+', "\\u002b").into(), OtherFormat::JsonEscaped),
        (FORM.replace('/', "/\\n").into(), OtherFormat::JsonEscaped),
        (
            "-----BEGIN CMS-----\\nMAUEA/v/vw==\\n-----END CMS-----\\n".into(),
            OtherFormat::JsonEscaped,
        ),
        (
            FORM.replace('+', "%2B").replace('=', "%3d").into(),
            OtherFormat::UrlEscaped,
        ),
        (twice.into(), OtherFormat::Twofold),
        (of_pdf.into(), OtherFormat::Pdf),
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
        assert_eq!(kind(text.as_bytes()), Some(OtherFormat::Unknown), "{text}");
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
    let cases: Vec<(Vec<u8>, Option<OtherFormat>)> = vec![
        (signed(&certificate), Some(OtherFormat::Certificate)),
        (signed(&old), Some(OtherFormat::Certificate)),
        (
            signed(&[&one, &algorithm, &empty, &time]),
            Some(OtherFormat::Crl),
        ),
        (
            signed(&[&algorithm, &empty, &time, &time, &empty]),
            Some(OtherFormat::Crl),
        ),
        (
            signed(&[&zero, &empty, &empty, &attributes]),
            Some(OtherFormat::CertificateRequest),
        ),
        (
            sequence(&[&made(tag::ENUMERATED, &[&[0]])]),
            Some(OtherFormat::OcspResponse),
        ),
        (
            sequence(&[&three, &algorithm, &empty]),
            Some(OtherFormat::Pfx),
        ),
        (
            sequence(&[&zero, &algorithm, &octets]),
            Some(OtherFormat::PrivateKey),
        ),
        (sequence(&[&one, &octets]), Some(OtherFormat::PrivateKey)),
        (
            sequence(&[&zero, &one, &one, &one, &one]),
            Some(OtherFormat::PrivateKey),
        ),
        (
            sequence(&[&algorithm, &octets]),
            Some(OtherFormat::PrivateKey),
        ),
        (sequence(&[&algorithm, &bits]), Some(OtherFormat::PublicKey)),
        (sequence(&[&one, &one]), Some(OtherFormat::PublicKey)),
        (
            sequence(&[&sequence(&[&zero]), &algorithm]),
            Some(OtherFormat::TimestampResponse),
        ),
        (
            sequence(&[&sequence(&[&zero])]),
            Some(OtherFormat::TimestampResponse),
        ),
        (
            sequence(&[
                &three,
                &made(tag::SET, &[]),
                &algorithm,
                &made(tag::SET, &[]),
            ]),
            Some(OtherFormat::BareSignedData),
        ),
        (
            sequence(&[&one, &sequence(&[&algorithm, &octets])]),
            Some(OtherFormat::TimestampRequest),
        ),
        (
            sequence(&[&sequence(&[&sequence(&[&sequence(&[&sequence(&[
                &algorithm, &octets,
            ])])])])]),
            Some(OtherFormat::OcspRequest),
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
