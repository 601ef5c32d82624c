//! Toss's shape: DER, RSA-2048 under an RSA-4096 CA, three signed attributes.

use crate::case::{Check, DemandedSignType, Finding, SubIndication};
use crate::generate::algorithm::{Hash, identifier, identifier_with_null, rsa_encryption};
use crate::generate::attribute::usual;
use crate::generate::authority::{Authority, Signer};
use crate::generate::certificate::serial_of;
use crate::generate::der::octet_string;
use crate::generate::expected::{attributes, message, plain_hash};
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::oid::RSA_ENCRYPTION;
use crate::generate::vector::{Family, Vector};
use std::io;

const TOSS: &str = "Toss's signedDoc as found in the field; RFC 5652 5, RFC 4055 5";
const DETACHED: &str = "Toss PKCS7_NO_CONTENT_WITH_ATTR; RFC 5652 5.2";

const CONTENT: &str =
    "<document><title>전자서명 동의서</title><body>시험 문서입니다.</body></document>";

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::toss();
    family.share("ca.der", &ca.certificate)?;
    let signer = ca.certify(&Key::rsa(2048), &serial_of(10, false));
    attached(family, &signer)?;
    algorithms(family, &signer)?;
    detached(family, &signer)?;
    supplied_beside_embedded(family, &signer)
}

/// The usual document.
fn document(signer: &Signer, content: &[u8]) -> Message {
    Message::new(content).signer(
        signer,
        SignerInfo::attributes(signer, Hash::Sha256, content),
    )
}

fn attached(family: &Family, signer: &Signer) -> io::Result<()> {
    let content = CONTENT.as_bytes();
    Vector::new(
        "attached",
        document(signer, content).encode(),
        "Content, three attributes and an RSA signature in DER; the certificate's critical policies are understood.",
        TOSS,
        attributes(signer).content(content),
    )
    .demand(DemandedSignType::SignedAttribute)
    .save(family)?;
    Vector::new(
        "attached-without-attributes",
        Message::new(content)
            .signer(signer, SignerInfo::message(signer, Hash::Sha256, content))
            .encode(),
        "Older documents have no attributes: the signature covers the content.",
        "Toss's signatures of 2020 and 2021; RFC 5652 5.4",
        message(signer).content(content),
    )
    .save(family)?;
    let mut flipped = content.to_vec();
    flipped[1] ^= 1;
    Vector::new(
        "attached-content-flipped-bit",
        document(signer, content)
            .content_element(octet_string(&flipped))
            .encode(),
        "One bit of the content changed after signing.",
        "RFC 5652 5.6",
        attributes(signer)
            .content(&flipped)
            .failed(SubIndication::HashFailure, Check::MessageDigest),
    )
    .save(family)?;
    let mut forged = document(signer, content);
    forged.signers[0].signature[128] ^= 1;
    Vector::new(
        "attached-signature-flipped-bit",
        forged.encode(),
        "One bit of the RSA signature changed.",
        "RFC 5652 5.6",
        attributes(signer).content(content).forged(),
    )
    .save(family)
}

fn algorithms(family: &Family, signer: &Signer) -> io::Result<()> {
    let content = CONTENT.as_bytes();
    for (name, signature, digest) in [
        (
            "rsa-encryption-null",
            rsa_encryption(),
            Hash::Sha256.identifier(),
        ),
        (
            "rsa-encryption-absent",
            identifier(RSA_ENCRYPTION),
            Hash::Sha256.identifier(),
        ),
        (
            "sha256-with-rsa-null",
            Hash::Sha256.with_rsa(),
            Hash::Sha256.identifier(),
        ),
        (
            "sha256-with-rsa-absent",
            identifier(Hash::Sha256.with_rsa_oid()),
            Hash::Sha256.identifier(),
        ),
        (
            "digest-parameters-null",
            rsa_encryption(),
            identifier_with_null(Hash::Sha256.oid()),
        ),
    ] {
        let mut info = SignerInfo::attributes(signer, Hash::Sha256, content).algorithm(signature);
        info.digest_algorithm = digest;
        let expect = attributes(signer).content(content);
        let expect = if name.ends_with("-absent") {
            expect.finding(Finding::AlgorithmParametersForm)
        } else {
            expect
        };
        Vector::new(
            &format!("algorithm-{name}"),
            Message::new(content).signer(signer, info).encode(),
            "rsaEncryption and sha256WithRSAEncryption both occur, with NULL or absent parameters, and mean the same.",
            "RFC 3370 3.2, RFC 4055 5, RFC 5754 2",
            expect,
        )
        .save(family)?;
    }
    let mut info = SignerInfo::attributes(signer, Hash::Sha256, content);
    info.digest_algorithm = identifier_with_null(Hash::Sha256.oid());
    let mut message = Message::new(content).signer(signer, info);
    message.digest_algorithms = Some(vec![Hash::Sha256.identifier()]);
    Vector::new(
        "algorithm-listed-without-null",
        message.encode(),
        "digestAlgorithms lists SHA-256 without parameters, the signer has NULL: it is the same algorithm.",
        "RFC 5754 2",
        attributes(signer).content(content),
    )
    .save(family)
}

fn detached(family: &Family, signer: &Signer) -> io::Result<()> {
    let content = CONTENT.as_bytes();
    let document = Message::detached()
        .signer(
            signer,
            SignerInfo::attributes(signer, Hash::Sha256, content),
        )
        .encode();
    let vector = |name: &str, reason: &str, expect| {
        Vector::new(name, document.clone(), reason, DETACHED, expect)
    };
    vector(
        "detached-with-digest",
        "The supplied digest equals the message-digest attribute, and the signature covers the attributes.",
        plain_hash(signer),
    )
    .digest_of(Hash::Sha256, content)
    .save(family)?;
    vector(
        "detached-with-wrong-digest",
        "The supplied digest is not the message-digest attribute, although the attributes verify.",
        plain_hash(signer).failed(SubIndication::HashFailure, Check::MessageDigest),
    )
    .digest_of(Hash::Sha256, b"another content")
    .save(family)?;
    vector(
        "detached-with-hash-of-hash",
        "The supplied digest is the digest of the signed one; a digest is read as a prehash, and only so.",
        plain_hash(signer).failed(SubIndication::HashFailure, Check::MessageDigest),
    )
    .digest_of(Hash::Sha256, &Hash::Sha256.of(content))
    .save(family)?;
    vector(
        "detached-with-digest-in-other-algorithm",
        "The supplied digest is SHA-512 and the signer's is SHA-256: nothing can be compared.",
        plain_hash(signer).indeterminate(SubIndication::SignedDataNotFound, Check::Content),
    )
    .digest_of(Hash::Sha512, content)
    .save(family)?;
    vector(
        "detached-with-content",
        "The supplied content has the digest that the attributes name.",
        attributes(signer),
    )
    .content(content)
    .save(family)?;
    vector(
        "detached-with-wrong-content",
        "The supplied content is another one, although the attributes verify.",
        attributes(signer).failed(SubIndication::HashFailure, Check::MessageDigest),
    )
    .content(b"another content")
    .save(family)?;
    vector(
        "detached-with-empty-content",
        "An empty content was supplied, which is not none, and it is not what was signed.",
        attributes(signer).failed(SubIndication::HashFailure, Check::MessageDigest),
    )
    .content(b"")
    .save(family)?;
    vector(
        "detached-with-nothing",
        "The attributes verify, but there is no content that they could be about.",
        attributes(signer).indeterminate(SubIndication::SignedDataNotFound, Check::Content),
    )
    .save(family)?;
    let other = SignerInfo::over(signer, Hash::Sha256, &usual(&Hash::Sha256.of(content)));
    Vector::new(
        "detached-digest-signed-as-content",
        Message::detached().signer(signer, other).encode(),
        "message-digest is the digest of the digest; read as a prehash, the supplied digest does not equal it.",
        DETACHED,
        plain_hash(signer).failed(SubIndication::HashFailure, Check::MessageDigest),
    )
    .digest_of(Hash::Sha256, content)
    .save(family)
}

fn supplied_beside_embedded(family: &Family, signer: &Signer) -> io::Result<()> {
    let content = CONTENT.as_bytes();
    let document = document(signer, content).encode();
    let source = "A caller who names the content expects that it is the one embedded";
    let vector = |name: &str, reason: &str, expect| {
        Vector::new(name, document.clone(), reason, source, expect)
    };
    let differs = || {
        attributes(signer)
            .content(content)
            .failed(SubIndication::HashFailure, Check::Content)
    };
    vector(
        "embedded-and-content-agree",
        "Both contents are the same.",
        attributes(signer).content(content),
    )
    .content(content)
    .save(family)?;
    vector(
        "embedded-and-content-differ",
        "The content supplied is not the one embedded.",
        differs(),
    )
    .content(b"another content")
    .save(family)?;
    vector(
        "embedded-and-digest-agree",
        "The digest is that of the content.",
        attributes(signer).content(content),
    )
    .digest_of(Hash::Sha256, content)
    .save(family)?;
    vector(
        "embedded-and-digest-differ",
        "The digest is not that of the content embedded.",
        differs(),
    )
    .digest_of(Hash::Sha256, b"another content")
    .save(family)
}
