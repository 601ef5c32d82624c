//! Documents whose signer signed another form of what the caller holds: the verdict is the same
//! failure as for any other content, and a diagnosis can name the cause.

mod readings;

use crate::case::{Check, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::authority::{Authority, Signer};
use crate::generate::expected::{attributes, hex, message};
use crate::generate::message::{Message, SignerInfo};
use crate::generate::vector::{Family, Vector};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use std::io;

const SOURCE: &str = "Support cases of relying parties; RFC 5652 5.4";

/// A text in the forms in which it is mixed up.
const LF: &str = "첫째 줄\n둘째 줄\n";
const CRLF: &str = "첫째 줄\r\n둘째 줄\r\n";
/// 가나다 in CP949.
const CP949: [u8; 6] = [0xb0, 0xa1, 0xb3, 0xaa, 0xb4, 0xd9];
const UTF8: &str = "가나다";

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    let signer = ca.ec_signer();
    forms(family, &signer)?;
    digests(family, &signer)?;
    readings::make(family, &ca, &signer)
}

/// A case's name, what was signed, what is held, whether there are attributes, the reason.
type Form<'a> = (&'a str, &'a [u8], &'a [u8], bool, &'a str);

/// With attributes and without, so that both ways of telling what was signed are needed.
fn forms(family: &Family, signer: &Signer) -> io::Result<()> {
    let with_mark = format!("\u{feff}{UTF8}");
    let wrapped = format!("{{\"data\":\"{UTF8}\",\"txId\":\"tx-1\",\"desc\":\"\"}}");
    let cases: [Form<'_>; 7] = [
        (
            "signed-crlf",
            CRLF.as_bytes(),
            LF.as_bytes(),
            true,
            "CRLF was signed, line feeds are held.",
        ),
        (
            "signed-lf",
            LF.as_bytes(),
            CRLF.as_bytes(),
            false,
            "Line feeds were signed, CRLF is held.",
        ),
        (
            "signed-cp949",
            &CP949,
            UTF8.as_bytes(),
            true,
            "CP949 was signed, UTF-8 is held.",
        ),
        (
            "signed-utf8",
            UTF8.as_bytes(),
            &CP949,
            false,
            "UTF-8 was signed, CP949 is held.",
        ),
        (
            "signed-with-bom",
            with_mark.as_bytes(),
            UTF8.as_bytes(),
            true,
            "A byte order mark was signed too.",
        ),
        (
            "signed-without-bom",
            UTF8.as_bytes(),
            with_mark.as_bytes(),
            false,
            "The byte order mark was not signed.",
        ),
        (
            "signed-data-only",
            UTF8.as_bytes(),
            wrapped.as_bytes(),
            true,
            "Only the text was signed, the provider's object around it is held.",
        ),
    ];
    for (name, signed, held, has_attributes, reason) in cases {
        held_another(family, signer, name, (signed, held), has_attributes, reason)?;
    }
    Ok(())
}

fn digests(family: &Family, signer: &Signer) -> io::Result<()> {
    let digest = Hash::Sha256.of(LF.as_bytes());
    let digits = hex(&digest);
    let base64 = STANDARD.encode(&digest);
    // A text whose digest base64 and base64url write differently.
    let longer_text = LF.repeat(4);
    let padded = URL_SAFE.encode(Hash::Sha256.of(longer_text.as_bytes()));
    let longer = hex(&Hash::Sha512.of(LF.as_bytes()));
    let cases: [(&str, &[u8], bool, &str); 4] = [
        (
            "signed-digest",
            &digest,
            false,
            "The digest of the content was signed as content.",
        ),
        (
            "signed-hex-of-digest",
            digits.as_bytes(),
            true,
            "The hex digits of the digest were signed as content.",
        ),
        (
            "signed-base64-of-digest",
            base64.as_bytes(),
            false,
            "The base64 of the digest was signed as content.",
        ),
        (
            "signed-hex-of-sha512",
            longer.as_bytes(),
            true,
            "The hex digits of the SHA-512 digest were signed by a signer with SHA-256.",
        ),
    ];
    for (name, signed, has_attributes, reason) in cases {
        held_another(
            family,
            signer,
            name,
            (signed, LF.as_bytes()),
            has_attributes,
            reason,
        )?;
    }
    held_another(
        family,
        signer,
        "signed-base64url-padded-of-digest",
        (padded.as_bytes(), longer_text.as_bytes()),
        false,
        "The base64url of the digest was signed as content, with its padding.",
    )
}

fn held_another(
    family: &Family,
    signer: &Signer,
    name: &str,
    (original, held): (&[u8], &[u8]),
    has_attributes: bool,
    reason: &str,
) -> io::Result<()> {
    let (info, expect) = if has_attributes {
        let expect = attributes(signer).failed(SubIndication::HashFailure, Check::MessageDigest);
        (
            SignerInfo::attributes(signer, Hash::Sha256, original),
            expect,
        )
    } else {
        (
            SignerInfo::message(signer, Hash::Sha256, original),
            message(signer).forged(),
        )
    };
    Vector::new(
        name,
        Message::detached().signer(signer, info).encode(),
        reason,
        SOURCE,
        expect,
    )
    .content(held)
    .save(family)
}
