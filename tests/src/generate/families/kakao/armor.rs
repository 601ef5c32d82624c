//! The text forms in which a signed document is stored.

use super::{content, document};
use crate::generate::authority::Authority;
use crate::generate::expected::message;
use crate::generate::vector::{Family, Vector};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use std::io;

const ARMOR: &str =
    "Text forms in which relying parties store a signed_document; RFC 4648, RFC 7468";

pub(super) fn make(family: &Family, ca: &Authority) -> io::Result<()> {
    let signer = ca.ec_signer();
    let content = content(80);
    let octets = document(&signer, &content).encode();
    let base64 = STANDARD.encode(&octets);
    let lines = |width: usize, end: &str| -> String {
        let rows = base64
            .as_bytes()
            .chunks(width)
            .map(|row| String::from_utf8_lossy(row).into_owned());
        rows.map(|row| row + end).collect()
    };
    let pem = |label: &str| {
        format!(
            "-----BEGIN {label}-----\n{}-----END {label}-----\n",
            lines(64, "\n")
        )
    };
    let hex = crate::generate::expected::hex(&octets);
    let texts = [
        (
            "armor-base64",
            "document.b64",
            base64.clone(),
            "Padded standard base64, as the API delivers it.",
        ),
        (
            "armor-base64-wrapped",
            "document.b64",
            lines(76, "\r\n"),
            "Base64 in lines of 76 with CRLF, as MIME has it.",
        ),
        (
            "armor-base64-unpadded",
            "document.b64",
            base64.trim_end_matches('=').to_owned(),
            "Base64 without padding.",
        ),
        (
            "armor-base64url-unpadded",
            "document.b64",
            URL_SAFE_NO_PAD.encode(&octets),
            "Base64url without padding.",
        ),
        (
            "armor-pem-pkcs7",
            "document.pem",
            pem("PKCS7"),
            "PEM under the label PKCS7.",
        ),
        (
            "armor-pem-cms",
            "document.pem",
            pem("CMS"),
            "PEM under the label CMS.",
        ),
        (
            "armor-hex-lower",
            "document.hex",
            hex.clone(),
            "Lower-case hex.",
        ),
        (
            "armor-hex-upper",
            "document.hex",
            hex.to_uppercase(),
            "Upper-case hex.",
        ),
    ];
    for (name, file, text, about) in texts {
        let reason = format!("{about} Armor does not change the document.");
        let expect = message(&signer).content(&content);
        Vector::in_file(name, file, text.into_bytes(), &reason, ARMOR, expect).save(family)?;
    }
    let reason = "No armor at all.";
    Vector::new(
        "armor-none",
        octets,
        reason,
        ARMOR,
        message(&signer).content(&content),
    )
    .save(family)
}
