//! `injang vid`, against values computed here.

use crate::program::{file, injang, injang_with, pem, vector};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256};

type Encode = fn(&[u8]) -> String;

const CI: [u8; 64] = [0x5a; 64];

/// A serial number of 20 octets with the top bit set: 21 content octets.
fn serial() -> Vec<u8> {
    let mut serial = vec![0, 0xf2];
    serial.extend(1..=19);
    serial
}

fn sha256(parts: &[&[u8]]) -> Vec<u8> {
    Sha256::digest(parts.concat()).to_vec()
}

fn values() -> [(&'static str, Vec<u8>); 4] {
    let serial = serial();
    [
        ("ci-serial", sha256(&[&CI, &serial])),
        ("ci-serial-unsigned", sha256(&[&CI, &serial[1..]])),
        ("serial-ci", sha256(&[&serial, &CI])),
        ("serial-unsigned-ci", sha256(&[&serial[1..], &CI])),
    ]
}

fn hex(octets: &[u8]) -> String {
    base16ct::lower::encode_string(octets)
}

#[test]
fn every_layout_and_encoding() {
    let ci = STANDARD.encode(CI);
    let serial = hex(&serial());
    let encodings: [(&str, Encode); 3] = [
        ("base64", |octets| STANDARD.encode(octets)),
        ("base64url", |octets| URL_SAFE_NO_PAD.encode(octets)),
        ("hex", hex),
    ];
    for (encoding, encode) in encodings {
        let vid = |layout: &str| {
            let arguments = [
                "vid",
                "--ci-file",
                "-",
                "--serial",
                &serial,
                "--layout",
                layout,
                "--encoding",
                encoding,
            ];
            let run = injang_with(&arguments, ci.as_bytes());
            assert_eq!((run.status, run.errors.as_str()), (0, ""));
            run.output
        };
        for (layout, value) in values() {
            assert_eq!(vid(layout), format!("{}\n", encode(&value)));
        }
        let all = values().map(|(layout, value)| format!("{layout} {}\n", encode(&value)));
        assert_eq!(vid("all"), all.concat());
    }
    // The defaults.
    let run = injang_with(
        &["vid", "--ci-file", "-", "--serial", &serial],
        ci.as_bytes(),
    );
    assert_eq!(run.output, format!("{}\n", STANDARD.encode(&values()[0].1)));
}

#[test]
fn forms_of_a_serial() {
    let ci = file("vid/ci.txt", STANDARD.encode(CI).as_bytes());
    let plain = hex(&serial());
    let pairs: Vec<String> = serial()
        .iter()
        .map(|octet| format!("{octet:02X}"))
        .collect();
    let run = |serial: &str| injang(&["vid", "--ci-file", &ci, "--serial", serial]);
    let expected = run(&plain).output;
    assert_eq!(run(&plain.to_uppercase()).output, expected);
    assert_eq!(run(&pairs.join(":")).output, expected);
    for text in ["", "0", "0x00", "00 01", &plain[1..], "00:0", "zz"] {
        let run = run(text);
        assert_eq!((run.status, run.output.as_str()), (64, ""), "{text}");
        assert!(run.errors.contains("--serial"), "{}", run.errors);
    }
}

#[test]
fn a_missing_sign_octet_is_warned_about() {
    let ci = file("vid/warned.txt", STANDARD.encode(CI).as_bytes());
    let openssl = hex(&serial()[1..]);
    let run = injang(&[
        "vid",
        "--ci-file",
        &ci,
        "--serial",
        &openssl,
        "--encoding",
        "hex",
    ]);
    assert_eq!(run.status, 0);
    assert_eq!(
        run.output,
        format!("{}\n", hex(&sha256(&[&CI, &serial()[1..]])))
    );
    assert!(run.errors.contains("leading 00"), "{}", run.errors);
    let clear = injang(&["vid", "--ci-file", &ci, "--serial", "7f"]);
    assert_eq!(clear.errors, "");
}

#[test]
fn from_a_certificate() {
    // The certificate's octets are found through the serial that its report states.
    let ca = std::fs::read(vector("identity/ca.der")).unwrap();
    let report = injang(&["inspect", "--format", "json", &vector("identity/ca.der")]);
    let serial = report.json()["certificates"][0]["serial"]
        .as_str()
        .unwrap()
        .to_owned();
    let octets = base16ct::lower::decode_vec(&serial).unwrap();
    let expected = format!("{}\n", STANDARD.encode(sha256(&[&CI, &octets])));
    let ci = file("vid/certificate.txt", STANDARD.encode(CI).as_bytes());
    let der = file("vid/ca.der", &ca);
    let armored = file("vid/ca.pem", pem("CERTIFICATE", &ca).as_bytes());
    for path in [&der, &armored] {
        let run = injang(&["vid", "--ci-file", &ci, "--cert", path]);
        assert_eq!(
            (run.status, run.output.as_str()),
            (0, expected.as_str()),
            "{}",
            run.errors
        );
    }
    let two = file("vid/two.pem", pem("CERTIFICATE", &ca).repeat(2).as_bytes());
    let none = file("vid/none.pem", b"nothing");
    for path in [&two, &none] {
        let run = injang(&["vid", "--ci-file", &ci, "--cert", path]);
        assert_eq!((run.status, run.output.as_str()), (66, ""));
        assert!(run.errors.contains(path.as_str()));
    }
}

#[test]
fn malformed_ci() {
    let cases: [(&[u8], &str); 4] = [
        (b"", "injang: the CI is not base64 of 64 octets\n"),
        (b"AAAA", "injang: the CI is not base64 of 64 octets\n"),
        (b"*secret*", "injang: the CI is not base64\n"),
        (&[0xff; 200], "injang: the CI is not base64\n"),
    ];
    for (ci, errors) in cases {
        let run = injang_with(&["vid", "--ci-file", "-", "--serial", "01"], ci);
        assert_eq!(
            (run.status, run.output.as_str(), run.errors.as_str()),
            (64, "", errors)
        );
    }
}
