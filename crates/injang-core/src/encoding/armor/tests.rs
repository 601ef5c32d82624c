use super::*;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

const OCTETS: [u8; 7] = [0x30, 5, 4, 3, 0xfb, 0xff, 0xbf];
/// The beginning of a `ContentInfo`: an OBJECT IDENTIFIER and `[0]`.
const INFO: [u8; 7] = [0x30, 5, 6, 1, 0x2a, 0xa0, 0];
const INFO_BASE64: &str = "MAUGASqgAA==";

fn pem(label: &str) -> String {
    format!("-----BEGIN {label}-----\n{INFO_BASE64}\n-----END {label}-----\n")
}

#[test]
fn every_form() {
    let forms: [(&[u8], Armor); 9] = [
        (&OCTETS, Armor::Raw),
        (b"MAUEA/v/vw==", Armor::Base64),
        (b"\xef\xbb\xbf MAUE\r\nA/v/\tvw", Armor::Base64),
        (b"MAUEA_v_vw", Armor::Base64Url),
        (b"MAUEA_v_vw==\n", Armor::Base64Url),
        (b"30050403fbffbf", Armor::Hex),
        (b"30 05 04 03\nFB FF bf\n", Armor::Hex),
        (
            b"-----BEGIN PKCS7-----\nMAUEA/v/vw==\n-----END PKCS7-----\n",
            Armor::Pem,
        ),
        (
            b"-----BEGIN CMS-----\r\nMAUEA/v/vw==\r\n-----END CMS-----",
            Armor::Pem,
        ),
    ];
    for (input, armor) in forms {
        let decoded = decode(input).unwrap();
        assert_eq!((&*decoded.octets, decoded.armor), (&OCTETS[..], armor));
        assert!(!decoded.label_differs);
    }
}

/// The text is passed over whatever it begins with: as base64, hex, a SEQUENCE, JSON, XML or a PDF
/// does.
#[test]
fn text_before_a_block() {
    let texts: [&[u8]; 14] = [
        b"",
        b"-----BEGIN nothing\n",
        b"signed by nobody\n",
        b"MIIB is how base64 begins\n",
        b"MIIBQUJD\n",
        b"M\r\n",
        b"3082 is how hex begins\r\n",
        b"30820102\n",
        b"0123456789 the digit 0 is the tag of a SEQUENCE\n",
        b"0\n",
        b"{ [ \" < %PDF-\n",
        b"<note>\n",
        b"%PDF-1.7\n\xef\xbb\xbf\n",
        "0월 2일 서명\n\n".as_bytes(),
    ];
    for text in texts {
        for (label, differs) in [("PKCS7", false), ("CERTIFICATE", true), ("CMS", false)] {
            let input = [text, b" \t", pem(label).as_bytes()].concat();
            let decoded = decode(&input).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(&*decoded.octets, INFO, "{}", text.escape_ascii());
            assert_eq!(
                (decoded.armor, decoded.label_differs),
                (Armor::Pem, differs)
            );
        }
    }
    // Within a line there is no block.
    let error = decode(&[b"text ", pem("CMS").as_bytes()].concat()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OtherFormat(OtherFormat::Unknown));
}

/// Hex digits are base64 too, of other octets; what is a SEQUENCE decides, and it can't be both.
#[test]
fn hex_is_base64_too() {
    let hex: String = (0..24)
        .map(|place| if place == 0 { "30" } else { "16" })
        .collect();
    assert!(base64_hex::base64(hex.as_bytes(), 0).is_ok());
    assert_eq!(decode(hex.as_bytes()).unwrap().armor, Armor::Hex);
    // The same digits without the first octet are neither.
    let rest = decode(&hex.as_bytes()[2..]).unwrap_err();
    assert_eq!(rest.kind(), ErrorKind::OtherFormat(OtherFormat::Unknown));
    // Of every first pair of symbols, only one form decodes to a SEQUENCE.
    let symbols = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_";
    for first in symbols {
        for second in symbols {
            let text = [&[*first, *second], &b"05AAAA"[..]].concat();
            let is_hex = text.starts_with(b"30");
            let is_base64 = *first == b'M' && second.is_ascii_uppercase() && *second <= b'P';
            assert_eq!(decode(&text).is_ok(), is_hex || is_base64);
        }
    }
}

#[test]
fn labels_and_blocks() {
    let two = |first: &str, second: &str| [pem(first), pem(second)].concat();
    let certificate = "-----BEGIN CERTIFICATE-----\nMAUEA/v/vw==\n-----END CERTIFICATE-----\n";
    let cases: [(Vec<u8>, ErrorKind, usize); 11] = [
        (
            [certificate, &pem("CMS")].concat().into(),
            ErrorKind::PemSeveral,
            67,
        ),
        (two("CMS", "PKCS7").into(), ErrorKind::PemSeveral, 51),
        (
            [pem("CMS").as_str(), certificate].concat().into(),
            ErrorKind::PemSeveral,
            51,
        ),
        (
            [pem("CMS").as_str(), "text"].concat().into(),
            ErrorKind::TrailingData,
            51,
        ),
        // What is in a block of another label, and is no document, has the label's name.
        (
            certificate.into(),
            ErrorKind::OtherFormat(OtherFormat::Certificate),
            0,
        ),
        (
            [certificate, certificate].concat().into(),
            ErrorKind::OtherFormat(OtherFormat::Certificate),
            0,
        ),
        (
            "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\n".into(),
            ErrorKind::OtherFormat(OtherFormat::PrivateKey),
            0,
        ),
        (
            "-----BEGIN PGP SIGNATURE-----\nVersion: 1\n".into(),
            ErrorKind::OtherFormat(OtherFormat::Pgp),
            0,
        ),
        (
            "-----BEGIN CMS-----\nMAUEA/v/vw==".into(),
            ErrorKind::PemEnd,
            0,
        ),
        (
            "-----BEGIN CMS-----\nMAUEA/v/vw==\n-----END PKCS7-----".into(),
            ErrorKind::PemEnd,
            33,
        ),
        ("-----BEGIN CMS".into(), ErrorKind::PemEnd, 0),
    ];
    for (input, kind, offset) in cases {
        let error = decode(&input).unwrap_err();
        assert_eq!(
            (error.kind(), error.offset()),
            (kind, offset),
            "{}",
            input.escape_ascii()
        );
    }
}

#[test]
fn errors_name_the_place() {
    let cases: [(&[u8], ErrorKind, usize); 12] = [
        (b"", ErrorKind::Empty, 0),
        (b" \n", ErrorKind::Empty, 2),
        (b"MAUEA/v_vw", ErrorKind::TextMixed, 7),
        (b"MAUE*/v/vw", ErrorKind::TextAlphabet, 4),
        (b"MAUEA/v/v", ErrorKind::TextLength, 9),
        (b"MAUEA/v/vx==", ErrorKind::TextLength, 12),
        (b"300", ErrorKind::TextLength, 3),
        (b"30 0g", ErrorKind::TextAlphabet, 4),
        (b"%PDF-1.7\n", ErrorKind::OtherFormat(OtherFormat::Pdf), 0),
        (
            b"\xef\xbb\xbf{\"a\":1}",
            ErrorKind::OtherFormat(OtherFormat::Json),
            3,
        ),
        (
            b"My document",
            ErrorKind::OtherFormat(OtherFormat::Unknown),
            0,
        ),
        (b"\x00\x01", ErrorKind::OtherFormat(OtherFormat::Unknown), 0),
    ];
    for (input, kind, offset) in cases {
        let error = decode(input).unwrap_err();
        assert_eq!(
            (error.kind(), error.offset()),
            (kind, offset),
            "{}",
            input.escape_ascii()
        );
    }
}
