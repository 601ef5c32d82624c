//! Readings that are not forms of a detached text: which certificate, how the attributes were
//! signed, and contents that the document has too.

use super::{CRLF, LF, SOURCE};
use crate::case::{Check, Finding, SignType, SubIndication, Verdict};
use crate::generate::algorithm::Hash;
use crate::generate::attribute::{signed_field, signed_octets, usual};
use crate::generate::authority::{Authority, Signer};
use crate::generate::certificate::serial_of;
use crate::generate::der::retag;
use crate::generate::expected::{all_passed, attributes, hex, message, signer_passed};
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo, issuer_and_serial};
use crate::generate::vector::{Family, Vector};
use std::io;

pub(super) fn make(family: &Family, ca: &Authority, signer: &Signer) -> io::Result<()> {
    names(family, ca, signer)?;
    encodings(family, signer)?;
    contents(family, signer)?;
    many(family, ca)
}

/// The certificate that the signer names.
fn names(family: &Family, ca: &Authority, signer: &Signer) -> io::Result<()> {
    let content = LF.as_bytes();
    let other = ca.ec_signer();
    let named = SignerInfo::attributes(signer, Hash::Sha256, content)
        .identified_by(SignerInfo::attributes(&other, Hash::Sha256, content).identifier);
    Vector::new(
        "named-another-certificate",
        Message::new(content)
            .signer(signer, named)
            .certificate(&other.certificate)
            .encode(),
        "The signer names a certificate of the document that is not the one of the key that signed.",
        "RFC 5652 5.3",
        attributes(&other).content(content).forged(),
    )
    .save(family)?;
    let unknown = issuer_and_serial(&signer.issuer, &serial_of(20, false));
    let cases = [
        (
            "named-no-certificate",
            SignerInfo::attributes(signer, Hash::Sha256, content),
            attributes(signer),
        ),
        (
            "named-no-certificate-without-attributes",
            SignerInfo::message(signer, Hash::Sha256, content),
            message(signer),
        ),
    ];
    for (name, info, expect) in cases {
        Vector::new(
            name,
            Message::new(content)
                .signer(signer, info.identified_by(unknown.clone()))
                .encode(),
            "The signer names a serial number that no certificate of the document has.",
            "RFC 5652 5.3",
            expect.content(content).indeterminate(
                SubIndication::NoSigningCertificateFound,
                Check::SignerCertificate,
            ),
        )
        .save(family)?;
    }
    Ok(())
}

/// Signatures over something else than the SET OF attributes.
fn encodings(family: &Family, signer: &Signer) -> io::Result<()> {
    let content = LF.as_bytes();
    let list = usual(content);
    let set = signed_octets(&list);
    let cases = [
        (
            "attributes-signed-tagged",
            retag(0xa0, &set),
            "The attributes are in DER, and were signed under the tag [0] of the message.",
        ),
        (
            "attributes-signed-untagged",
            // Identifier and length have an octet each.
            set[2..].to_vec(),
            "The attributes were signed without identifier and length of their SET OF.",
        ),
    ];
    for (name, octets, reason) in cases {
        let info = SignerInfo::over_octets(signer, Hash::Sha256, signed_field(&list), &octets);
        Vector::new(
            name,
            Message::new(content).signer(signer, info).encode(),
            reason,
            "RFC 5652 5.4",
            attributes(signer).content(content).forged(),
        )
        .save(family)?;
    }
    Ok(())
}

/// The document has a content, and what is supplied is another form of it.
fn contents(family: &Family, signer: &Signer) -> io::Result<()> {
    let wrapped = |data: &str| format!("{{\"data\":\"{data}\",\"txId\":\"tx-1\",\"desc\":\"\"}}");
    let with_text = wrapped("가나다\\n가나다\\n");
    let with_digest = wrapped(&hex(&Hash::Sha256.of(LF.as_bytes())));
    // 가나다 in CP949, with CRLF.
    let held = b"\xb0\xa1\xb3\xaa\xb4\xd9\r\n".repeat(2);
    let document = |content: &[u8]| {
        let info = SignerInfo::attributes(signer, Hash::Sha256, content);
        Message::new(content).signer(signer, info).encode()
    };
    let expect = |content: &[u8]| {
        attributes(signer)
            .content(content)
            .failed(SubIndication::HashFailure, Check::Content)
    };
    let cases: [(&str, &str, &[u8], &str); 2] = [
        (
            "embedded-wrapped-text",
            &with_text,
            &held,
            "The provider's object around the text is embedded; the text is held in CP949 and with CRLF.",
        ),
        (
            "embedded-wrapped-digest",
            &with_digest,
            LF.as_bytes(),
            "The provider's object around the digest of a file is embedded; the file is held.",
        ),
    ];
    for (name, content, held, reason) in cases {
        let content = content.as_bytes();
        Vector::new(name, document(content), reason, SOURCE, expect(content))
            .content(held)
            .save(family)?;
    }
    let long = wrapped(&hex(&Hash::Sha256.of(LF.repeat(5_000).as_bytes())));
    Vector::new(
        "embedded-wrapped-digest-of-long",
        document(long.as_bytes()),
        "The provider's object around the digest of a file is embedded, and the file, five thousand times the same two lines, is more than is kept of a stream.",
        SOURCE,
        attributes(signer).content(long.as_bytes()),
    )
    .save(family)?;
    Vector::new(
        "embedded-lf-digest-of-crlf",
        document(LF.as_bytes()),
        "Line feeds are embedded, and the digest supplied is that of CRLF.",
        SOURCE,
        expect(LF.as_bytes()),
    )
    .digest_of(Hash::Sha256, CRLF.as_bytes())
    .save(family)
}

/// Signers and certificates that all fit each other, and a content with many forms.
fn many(family: &Family, ca: &Authority) -> io::Result<()> {
    const SIGNERS: usize = 16;
    const CERTIFICATES: usize = 8;
    let serial = serial_of(20, false);
    let twins: Vec<Signer> = (0..CERTIFICATES)
        .map(|_| ca.certify(&Key::ec(), &serial))
        .collect();
    let mut document = Message::detached();
    for index in 0..SIGNERS {
        let twin = &twins[index % CERTIFICATES];
        let signed = index.to_string();
        document = document.info(SignerInfo::message(twin, Hash::Sha256, signed.as_bytes()));
    }
    for twin in &twins {
        document = document.certificate(&twin.certificate);
    }
    let signers = (0..SIGNERS).map(|_| signer_passed(&twins[0], SignType::Message));
    let all = all_passed(signers.collect());
    let expect = (0..SIGNERS).fold(all, |expect, index| {
        expect
            .signer(
                index,
                Verdict::TotalFailed,
                SubIndication::SigCryptoFailure,
                Check::Signature,
            )
            .finding(Finding::AmbiguousSignerCertificate)
    });
    Vector::new(
        "many-signers-many-certificates",
        document.encode(),
        "Sixteen signers without attributes fit eight certificates each and signed something else: a diagnosis must not try everything with everything.",
        SOURCE,
        expect,
    )
    .content(format!("{LF}{CRLF}").as_bytes())
    .save(family)
}
