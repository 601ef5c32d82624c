//! PLAIN_HASH: the digest that stands for a content is the prehash, or, where the caller says so,
//! what was signed.

use crate::case::{Check, DemandedSignType, Expectation, PlainHash, Reading, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::authority::{Authority, Signer};
use crate::generate::certificate::serial_of;
use crate::generate::expected::{attributes, hex, message, plain_hash};
use crate::generate::key::{Key, Pss};
use crate::generate::message::{Message, SignerInfo};
use crate::generate::vector::{Family, Vector};
use std::io;

const CONTENT: &[u8] = b"a content of which the caller has a digest";
const SOURCE: &str = "Kakao's PLAIN_HASH: a digest is the prehash, unless the caller knows that its octets were signed";

/// One signer, and the digest that callers supply.
struct Scene<'a> {
    family: &'a Family,
    ca: Authority,
    signer: Signer,
    digest: Vec<u8>,
}

impl Scene<'_> {
    /// A case about a detached signature and the SHA-256 digest of the content.
    fn vector(&self, name: &str, info: SignerInfo, reason: &str, expect: Expectation) -> Vector {
        let document = Message::detached().signer(&self.signer, info).encode();
        Vector::new(name, document, reason, SOURCE, expect).digest(Hash::Sha256, &self.digest)
    }

    fn over(&self, octets: &[u8]) -> SignerInfo {
        SignerInfo::message(&self.signer, Hash::Sha256, octets)
    }

    fn attributes_over(&self, octets: &[u8]) -> SignerInfo {
        SignerInfo::attributes(&self.signer, Hash::Sha256, octets)
    }

    fn prehash(&self) -> Expectation {
        plain_hash(&self.signer)
    }

    fn hash_of_hash(&self) -> Expectation {
        plain_hash(&self.signer).read_as(Reading::HashOfHash)
    }
}

fn other_content(expect: Expectation) -> Expectation {
    expect.failed(SubIndication::HashFailure, Check::MessageDigest)
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    let scene = Scene {
        family,
        signer: ca.ec_signer(),
        ca,
        digest: Hash::Sha256.of(CONTENT),
    };
    readings(&scene)?;
    other_digests(&scene)?;
    algorithms(&scene)?;
    contents(&scene)?;
    demanded(&scene)
}

/// Each kind of signature under each reading.
fn readings(scene: &Scene<'_>) -> io::Result<()> {
    use PlainHash::{HashOfHash, Prehash};
    let digest = &scene.digest;
    let text = hex(digest);
    let cases = [
        (
            "prehash",
            scene.over(CONTENT),
            Prehash,
            "The signature was made over the digest supplied, which is read as the prehash.",
            scene.prehash(),
        ),
        (
            "prehash-read-as-hash-of-hash",
            scene.over(CONTENT),
            HashOfHash,
            "The digest is read as what was signed, and the signature covers the content.",
            scene.hash_of_hash().forged(),
        ),
        (
            "hash-of-hash",
            scene.over(digest),
            HashOfHash,
            "The signature covers the digest's octets as content, and the caller reads digests so.",
            scene.hash_of_hash(),
        ),
        (
            "hash-of-hash-read-as-prehash",
            scene.over(digest),
            Prehash,
            "The signature covers the digest's octets as content, and the caller reads digests as prehashes.",
            scene.prehash().forged(),
        ),
        (
            "prehash-with-attributes",
            scene.attributes_over(CONTENT),
            Prehash,
            "message-digest is the digest supplied.",
            scene.prehash(),
        ),
        (
            "prehash-with-attributes-read-as-hash-of-hash",
            scene.attributes_over(CONTENT),
            HashOfHash,
            "message-digest is the digest supplied, and the caller says that it is the digest's digest.",
            other_content(scene.hash_of_hash()),
        ),
        (
            "hash-of-hash-with-attributes",
            scene.attributes_over(digest),
            HashOfHash,
            "message-digest is the digest of the digest supplied, and the caller reads digests so.",
            scene.hash_of_hash(),
        ),
        (
            "hash-of-hash-with-attributes-read-as-prehash",
            scene.attributes_over(digest),
            Prehash,
            "message-digest is the digest of the digest supplied, which is read as the prehash.",
            other_content(scene.prehash()),
        ),
        (
            "hash-of-hash-other-digest",
            scene.over(&Hash::Sha256.of(b"another content")),
            HashOfHash,
            "The octets signed are those of another content's digest.",
            scene.hash_of_hash().forged(),
        ),
        (
            "hex-text-as-hash-of-hash",
            scene.over(text.as_bytes()),
            HashOfHash,
            "The digest's hex was signed, and not its octets.",
            scene.hash_of_hash().forged(),
        ),
        (
            "hex-text-as-prehash",
            scene.over(text.as_bytes()),
            Prehash,
            "The digest's hex was signed, and the digest is read as the prehash.",
            scene.prehash().forged(),
        ),
        (
            "hash-of-hash-of-hash",
            scene.over(&Hash::Sha256.of(digest)),
            HashOfHash,
            "The digest's digest was signed as content: one digest more than asked for.",
            scene.hash_of_hash().forged(),
        ),
    ];
    for (name, info, reading, reason, expect) in cases {
        scene
            .vector(name, info, reason, expect)
            .read_digest_as(reading)
            .save(scene.family)?;
    }
    let reason = "The caller says nothing, which means that the digest is the prehash.";
    scene
        .vector(
            "hash-of-hash-not-asked-for",
            scene.over(digest),
            reason,
            scene.prehash().forged(),
        )
        .save(scene.family)
}

/// A digest supplied in another algorithm than the signer's.
fn other_digests(scene: &Scene<'_>) -> io::Result<()> {
    let digest = Hash::Sha512.of(CONTENT);
    let missing = |expect: Expectation| {
        expect.indeterminate(SubIndication::SignedDataNotFound, Check::Content)
    };
    let cases = [
        (
            "other-algorithm-hash-of-hash",
            scene.over(&digest),
            PlainHash::HashOfHash,
            scene.hash_of_hash(),
            "The octets signed are those of a SHA-512 digest, whatever the signer's digest algorithm.",
        ),
        (
            "other-algorithm-prehash",
            scene.over(CONTENT),
            PlainHash::Prehash,
            missing(scene.prehash()).unverified(),
            "The prehash supplied is SHA-512, and the signer's digest algorithm is SHA-256.",
        ),
        (
            "other-algorithm-hash-of-hash-with-attributes",
            scene.attributes_over(&digest),
            PlainHash::HashOfHash,
            scene.hash_of_hash(),
            "message-digest is the SHA-256 digest of the SHA-512 digest supplied.",
        ),
        (
            "other-algorithm-prehash-with-attributes",
            scene.attributes_over(CONTENT),
            PlainHash::Prehash,
            missing(scene.prehash()),
            "The prehash supplied is SHA-512, and message-digest is SHA-256; the attributes verify.",
        ),
    ];
    for (name, info, reading, expect, reason) in cases {
        scene
            .vector(name, info, reason, expect)
            .digest(Hash::Sha512, &digest)
            .read_digest_as(reading)
            .save(scene.family)?;
    }
    Ok(())
}

/// The same under other algorithms.
fn algorithms(scene: &Scene<'_>) -> io::Result<()> {
    let digest = &scene.digest;
    let serial = || serial_of(20, false);
    let rsa = scene.ca.certify(&Key::rsa(2048), &serial());
    let ed25519 = scene.ca.certify(&Key::ed25519(), &serial());
    let pss = Pss::usual(Hash::Sha256);
    let with_pss = SignerInfo::unsigned(&rsa, Hash::Sha256)
        .signed(pss.sign(&rsa.key, digest))
        .algorithm(pss.identifier());
    // RFC 8419 3.2: SHA-512 goes with Ed25519.
    let longer = Hash::Sha512.of(CONTENT);
    let with_ed25519 = SignerInfo::message(&ed25519, Hash::Sha512, &longer);
    let with_rsa = SignerInfo::message(&rsa, Hash::Sha256, digest);
    let cases = [
        ("rsa", &rsa, with_rsa, Hash::Sha256),
        ("pss", &rsa, with_pss, Hash::Sha256),
        ("ed25519", &ed25519, with_ed25519, Hash::Sha512),
    ];
    for (word, signer, info, hash) in cases {
        let document = Message::detached().signer(signer, info).encode();
        for (name, reading, reason, expect) in [
            (
                format!("{word}-hash-of-hash"),
                PlainHash::HashOfHash,
                "The signature covers the digest's octets as content, and the caller reads digests so.",
                plain_hash(signer).read_as(Reading::HashOfHash),
            ),
            (
                format!("{word}-hash-of-hash-read-as-prehash"),
                PlainHash::Prehash,
                "The signature covers the digest's octets as content; as a prehash, the digest does not fit, and Ed25519 has none.",
                if word == "ed25519" {
                    plain_hash(signer).unsupported()
                } else {
                    plain_hash(signer).forged()
                },
            ),
        ] {
            Vector::new(&name, document.clone(), reason, SOURCE, expect)
                .digest_of(hash, CONTENT)
                .read_digest_as(reading)
                .save(scene.family)?;
        }
    }
    Ok(())
}

/// Where there is a content, how digests are read makes no difference.
fn contents(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.signer;
    let detached = |octets: &[u8]| {
        Message::detached()
            .signer(signer, scene.over(octets))
            .encode()
    };
    let vector = |name: &str, document: Vec<u8>, reason: &str, expect: Expectation| {
        Vector::new(name, document, reason, SOURCE, expect).read_digest_as(PlainHash::HashOfHash)
    };
    vector(
        "content-signed",
        detached(CONTENT),
        "The content is supplied, and only digests are read otherwise.",
        message(signer),
    )
    .content(CONTENT)
    .save(scene.family)?;
    vector("content-of-which-the-digest-was-signed", detached(&scene.digest), "The content is supplied, and the signature covers its digest's octets: only a digest is read so.", message(signer).forged())
        .content(CONTENT)
        .save(scene.family)?;
    vector(
        "content-is-the-digest",
        detached(&scene.digest),
        "The digest's octets are supplied as the content that they are.",
        message(signer),
    )
    .content(&scene.digest)
    .save(scene.family)?;
    vector(
        "nothing-supplied",
        detached(&scene.digest),
        "Neither content nor digest is there.",
        message(signer)
            .indeterminate(SubIndication::SignedDataNotFound, Check::Content)
            .unverified(),
    )
    .save(scene.family)?;
    let embedded = Message::new(CONTENT)
        .signer(signer, scene.over(CONTENT))
        .encode();
    vector(
        "embedded-and-digest-agree",
        embedded.clone(),
        "The content is embedded, and the digest supplied is its digest.",
        message(signer).content(CONTENT),
    )
    .digest(Hash::Sha256, &scene.digest)
    .save(scene.family)?;
    let expect = message(signer)
        .content(CONTENT)
        .failed(SubIndication::HashFailure, Check::Content);
    vector(
        "embedded-and-digest-of-digest",
        embedded,
        "The content is embedded, and the digest supplied is that of its digest.",
        expect,
    )
    .digest_of(Hash::Sha256, &scene.digest)
    .save(scene.family)
}

/// The caller asked for PLAIN_HASH, and demands it.
fn demanded(scene: &Scene<'_>) -> io::Result<()> {
    let demand = DemandedSignType::PlainHash;
    let reason = "PLAIN_HASH was demanded, and a digest stands for the content.";
    scene
        .vector("demanded", scene.over(CONTENT), reason, scene.prehash())
        .demand(demand)
        .save(scene.family)?;
    scene
        .vector(
            "demanded-with-attributes",
            scene.attributes_over(CONTENT),
            reason,
            scene.prehash(),
        )
        .demand(demand)
        .save(scene.family)?;
    scene
        .vector(
            "demanded-hash-of-hash",
            scene.over(&scene.digest),
            reason,
            scene.hash_of_hash(),
        )
        .read_digest_as(PlainHash::HashOfHash)
        .demand(demand)
        .save(scene.family)?;
    let signer = &scene.signer;
    for (name, info, expect) in [
        (
            "demanded-message-given",
            scene.over(CONTENT),
            message(signer),
        ),
        (
            "demanded-signed-attribute-given",
            scene.attributes_over(CONTENT),
            attributes(signer),
        ),
    ] {
        Vector::new(
            name,
            Message::new(CONTENT).signer(signer, info).encode(),
            "PLAIN_HASH was demanded, and a document with its content came: a good signature of another kind.",
            SOURCE,
            expect
                .content(CONTENT)
                .indeterminate(SubIndication::SigConstraintsFailure, Check::SignType),
        )
        .demand(demand)
        .save(scene.family)?;
    }
    Ok(())
}
