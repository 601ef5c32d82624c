//! Contents that are easily changed on their way to the digest.

use crate::case::{Check, Finding, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::attribute::{content_type, message_digest};
use crate::generate::authority::{Authority, Signer};
use crate::generate::der::{content_of, integer, sequence, utf8};
use crate::generate::expected::{attributes, message, plain_hash, unreadable};
use crate::generate::message::{Message, SignerInfo};
use crate::generate::oid::SPC_INDIRECT_DATA;
use crate::generate::vector::{Family, Vector};
use std::io;

const VERBATIM: &str = "RFC 5652 5.4: the content octets are digested as they are";

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    let signer = ca.ec_signer();
    verbatim(family, &signer)?;
    detached(family, &signer)?;
    no_octet_string(family, &signer)
}

fn verbatim(family: &Family, signer: &Signer) -> io::Result<()> {
    let cp949 = [0xb0, 0xa1, 0xb3, 0xaa, 0xb4, 0xd9];
    let cases: [(&str, Vec<u8>, &str); 7] = [
        (
            "empty",
            Vec::new(),
            "An empty content is embedded and signed.",
        ),
        (
            "line-feeds",
            b"one\ntwo\n".to_vec(),
            "Line feeds are not made CRLF.",
        ),
        (
            "carriage-returns",
            b"one\r\ntwo\r\n".to_vec(),
            "CRLF is not made a line feed.",
        ),
        (
            "byte-order-mark",
            "\u{feff}서명".as_bytes().to_vec(),
            "A byte order mark is content.",
        ),
        (
            "not-utf8",
            cp949.to_vec(),
            "Text in CP949 is content like any other octets.",
        ),
        (
            "looks-like-ber",
            vec![0x24, 0x80, 0x04, 0x01, 0x41, 0, 0],
            "A content that looks like BER is not normalised.",
        ),
        (
            "large",
            vec![0x55; 200_000],
            "A content of 200,000 octets has a length of three octets.",
        ),
    ];
    for (name, content, reason) in cases {
        let document = Message::new(&content)
            .signer(signer, SignerInfo::message(signer, Hash::Sha256, &content));
        let expect = message(signer).content(&content);
        Vector::new(name, document.encode(), reason, VERBATIM, expect).save(family)?;
    }
    Ok(())
}

fn detached(family: &Family, signer: &Signer) -> io::Result<()> {
    let document = |content: &[u8]| {
        Message::detached()
            .signer(signer, SignerInfo::message(signer, Hash::Sha256, content))
            .encode()
    };
    let (unix, dos) = (b"one\ntwo\n", b"one\r\ntwo\r\n");
    Vector::new(
        "detached-other-line-ends",
        document(dos),
        "The content supplied has line feeds where the signed one had CRLF: it is another content.",
        "wolfSSL issue 2406; RFC 5652 5.4",
        message(signer).forged(),
    )
    .content(unix)
    .save(family)?;
    Vector::new(
        "detached-empty",
        document(b""),
        "The content signed and supplied is empty.",
        VERBATIM,
        message(signer),
    )
    .content(b"")
    .save(family)?;
    Vector::new(
        "detached-without-content",
        document(b""),
        "An absent content is not an empty one, although the signature covers the empty one.",
        VERBATIM,
        message(signer)
            .indeterminate(SubIndication::SignedDataNotFound, Check::Content)
            .unverified(),
    )
    .save(family)?;
    let hash = Hash::Sha256;
    let with_attributes = SignerInfo::attributes(signer, hash, unix);
    Vector::new(
        "detached-digest-with-attributes",
        Message::detached().signer(signer, with_attributes).encode(),
        "The digest supplied equals message-digest, and the signature covers the attributes.",
        "RFC 5652 5.2",
        plain_hash(signer),
    )
    .digest_of(hash, unix)
    .save(family)?;
    for hash in [Hash::Sha1, Hash::Sha224, Hash::Sha384, Hash::Sha512] {
        let info = SignerInfo::message(signer, hash, unix);
        let expect = if hash == Hash::Sha1 {
            plain_hash(signer).indeterminate(
                SubIndication::CryptoConstraintsFailure,
                Check::AlgorithmStrength,
            )
        } else {
            plain_hash(signer)
        };
        Vector::new(
            &format!("detached-digest-{}", hash.word()),
            Message::detached().signer(signer, info).encode(),
            &format!(
                "A digest under {} stands for the absent content; SHA-1 verifies and is too weak.",
                hash.word()
            ),
            "Kakao hash_type; RFC 5754",
            expect,
        )
        .digest_of(hash, unix)
        .save(family)?;
    }
    Ok(())
}

fn no_octet_string(family: &Family, signer: &Signer) -> io::Result<()> {
    let element = sequence(&[integer(1), utf8("a content in the manner of PKCS #7")]);
    let digested = content_of(&element);
    let list = [
        content_type(SPC_INDIRECT_DATA),
        message_digest(&Hash::Sha256.of(digested)),
    ];
    let mut document = Message::detached()
        .signer(signer, SignerInfo::over(signer, Hash::Sha256, &list))
        .content_element(element.clone());
    document.content_type = SPC_INDIRECT_DATA;
    Vector::new(
        "pkcs7-sequence",
        document.encode(),
        "The content is a SEQUENCE and no OCTET STRING; its content octets were digested, as in PKCS #7.",
        "RFC 2315 9.1 and 9.3, RFC 5652 5.2.1",
        attributes(signer)
            .content(digested)
            .finding(Finding::ContentNotOctetString),
    )
    .save(family)?;
    for (name, content, reason) in [
        (
            "tag-empty",
            Vec::new(),
            "eContent's tag is there and nothing is in it.",
        ),
        (
            "two-elements",
            [element.clone(), element].concat(),
            "eContent's tag holds two elements.",
        ),
    ] {
        let document = Message::detached()
            .signer(signer, SignerInfo::message(signer, Hash::Sha256, b""))
            .content_element(content);
        Vector::new(
            name,
            document.encode(),
            reason,
            "RFC 5652 5.2",
            unreadable(Check::Format),
        )
        .save(family)?;
    }
    Ok(())
}
