//! Signatures that are none: every octet of the block counts, and so does the length.

use super::super::modes::Mode;
use super::{CONTENT, Scene, USUAL, called, good, passed};
use crate::case::{Check, SubIndication};
use crate::generate::algorithm::{Hash, rsa_encryption};
use crate::generate::authority::Signer;
use crate::generate::der::octet_string;
use crate::generate::expected::message;
use crate::generate::key::{Key, TRAILER};
use crate::generate::message::{Message, SignerInfo};
use crate::generate::number::sum;
use crate::generate::seed::random;
use crate::generate::vector::Vector;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    flipped(scene)?;
    lengths(scene)?;
    blocks(scene)?;
    other_padding(scene)
}

fn flipped(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 8017 8.1.2";
    let signer = &scene.signer;
    for (name, octet) in [("first", 0), ("middle", 128), ("last", 255)] {
        let mut info = good(signer, USUAL);
        info.signature[octet] ^= 1;
        let reason = format!("One bit changed in the signature's {name} octet.");
        let name = format!("signature-flipped-bit-{name}");
        scene.save(
            &name,
            signer,
            info,
            &reason,
            source,
            passed(signer).forged(),
        )?;
    }
    let mut other = CONTENT.to_vec();
    other[0] ^= 1;
    let changed = Message::new(&other).signer(signer, good(signer, USUAL));
    Vector::new(
        "content-flipped-bit-with-attributes",
        changed.encode(),
        "One bit of the content changed after signing: the attributes verify, message-digest does not fit.",
        source,
        Mode::Attributes
            .passed(signer, &other)
            .failed(SubIndication::HashFailure, Check::MessageDigest),
    )
    .save(scene.family)?;
    let sign = |octets: &[u8]| USUAL.sign(&signer.key, octets);
    let info = Mode::Message
        .info(signer, Hash::Sha256, CONTENT, sign)
        .algorithm(USUAL.identifier());
    Vector::new(
        "content-flipped-bit",
        Message::new(&other).signer(signer, info).encode(),
        "One bit of the content changed after signing.",
        source,
        message(signer).content(&other).forged(),
    )
    .save(scene.family)
}

/// A good `SignerInfo` whose signature satisfies `wanted`; the salt varies it.
fn searched(signer: &Signer, wanted: impl Fn(&[u8]) -> bool) -> SignerInfo {
    let mut fitting =
        std::iter::repeat_with(|| good(signer, USUAL)).filter(|info| wanted(&info.signature));
    fitting.next().expect("the search ends with a find")
}

fn lengths(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 8017 8.1.2 step 1: the signature has the modulus' length, and is below it";
    let signer = &scene.signer;
    let zero = searched(signer, |signature| signature[0] == 0);
    let octets = zero.signature.clone();
    let reason = "A good signature that begins with a zero octet.";
    scene.save(
        "leading-zero",
        signer,
        zero.clone(),
        reason,
        source,
        passed(signer),
    )?;
    let modulus = signer.key.modulus();
    let unreduced = searched(signer, |signature| sum(signature, &modulus)[0] == 0);
    let larger = sum(&unreduced.signature, &modulus)[1..].to_vec();
    let cases: [(&str, SignerInfo, &str); 6] = [
        (
            "leading-zero-stripped",
            zero.clone().signed(octets[1..].to_vec()),
            "The number is right, its leading zero octet is missing.",
        ),
        (
            "leading-zero-added",
            zero.clone().signed([&[0], &octets[..]].concat()),
            "The number is right, with a zero octet too many.",
        ),
        (
            "truncated",
            zero.clone().signed(octets[..255].to_vec()),
            "The signature lacks its last octet.",
        ),
        (
            "empty",
            zero.clone().signed(Vec::new()),
            "The signature is empty.",
        ),
        (
            "zero",
            zero.signed(vec![0; 256]),
            "The signature is the number zero.",
        ),
        (
            "not-reduced",
            unreduced.signed(larger),
            "The modulus was added to a good signature.",
        ),
    ];
    for (name, info, reason) in cases {
        scene.save(name, signer, info, reason, source, passed(signer).forged())?;
    }
    Ok(())
}

/// How the block under the signature is made from the signed octets.
type Block<'a> = Box<dyn Fn(&[u8]) -> Vec<u8> + 'a>;

/// The block in which some of DB is otherwise.
fn altered(key: &Key, change: impl Fn(&mut [u8])) -> impl Fn(&[u8]) -> Vec<u8> {
    move |octets| {
        let salt = random(32);
        let mut data = USUAL.data_block(key, &salt);
        change(&mut data);
        USUAL.block(key, &data, &USUAL.salted(octets, &salt), TRAILER)
    }
}

fn blocks(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 8017 9.1.2 steps 4 to 14";
    let signer = &scene.signer;
    let key = &signer.key;
    let separator = 256 - 32 - 1 - 32 - 1;
    let trailer = |octets: &[u8]| {
        let salt = random(32);
        USUAL.block(
            key,
            &USUAL.data_block(key, &salt),
            &USUAL.salted(octets, &salt),
            0xcc,
        )
    };
    let top_bit = |octets: &[u8]| {
        let set = || {
            let salt = random(32);
            let mut block = USUAL.block(
                key,
                &USUAL.data_block(key, &salt),
                &USUAL.salted(octets, &salt),
                TRAILER,
            );
            block[0] |= 0x80;
            block
        };
        let modulus = key.modulus();
        let mut below = std::iter::repeat_with(set).filter(|block| *block < modulus);
        below
            .next()
            .expect("the modulus is above half of its range")
    };
    let unmasked = |octets: &[u8]| {
        let salt = random(32);
        [
            USUAL.data_block(key, &salt),
            USUAL.salted(octets, &salt),
            vec![TRAILER],
        ]
        .concat()
    };
    let unsalted = |octets: &[u8]| {
        let salt = random(32);
        USUAL.block(
            key,
            &USUAL.data_block(key, &salt),
            &Hash::Sha256.of(octets),
            TRAILER,
        )
    };
    let cases: Vec<(&str, Block<'_>, &str)> = vec![
        (
            "block-trailer-of-x931",
            Box::new(trailer),
            "The block ends with CC instead of BC.",
        ),
        (
            "block-top-bit-set",
            Box::new(top_bit),
            "The bit above the block is set.",
        ),
        (
            "block-padding-not-zero",
            Box::new(altered(key, |data| data[7] = 1)),
            "One octet of the padding is not zero.",
        ),
        (
            "block-separator-not-one",
            Box::new(altered(key, move |data| data[separator] = 2)),
            "The octet before the salt is 2.",
        ),
        (
            "block-separator-early",
            Box::new(altered(key, move |data| data[separator - 1] = 1)),
            "The octet before the separator is a 1 already.",
        ),
        (
            "block-other-salt",
            Box::new(altered(key, move |data| data[separator + 1] ^= 1)),
            "One bit of the salt is another than in the digest.",
        ),
        (
            "block-unmasked",
            Box::new(unmasked),
            "The block is not masked at all.",
        ),
        (
            "block-of-the-bare-digest",
            Box::new(unsalted),
            "The block holds the message's digest instead of the salted one.",
        ),
    ];
    for (name, block, reason) in cases {
        let info = Mode::Attributes
            .info(signer, Hash::Sha256, CONTENT, |octets| {
                key.rsa_raw(&block(octets))
            })
            .algorithm(USUAL.identifier());
        scene.save(name, signer, info, reason, source, passed(signer).forged())?;
    }
    Ok(())
}

fn other_padding(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 8017 8: two schemes, and the identifier says which";
    let signer = &scene.signer;
    let pkcs1 = SignerInfo::attributes(signer, Hash::Sha256, CONTENT);
    let cases: [(&str, SignerInfo, &str); 4] = [
        (
            "pkcs1-called-pss",
            pkcs1.algorithm(USUAL.identifier()),
            "A good PKCS #1 v1.5 signature under the name of RSASSA-PSS.",
        ),
        (
            "called-rsa-encryption",
            called(signer, USUAL, rsa_encryption()),
            "A good RSASSA-PSS signature under the name rsaEncryption.",
        ),
        (
            "called-sha256-with-rsa",
            called(signer, USUAL, Hash::Sha256.with_rsa()),
            "A good RSASSA-PSS signature under the name sha256WithRSAEncryption.",
        ),
        (
            "of-another-key",
            good(&scene.ca.certify(&Key::rsa(2048), &signer.serial), USUAL),
            "The signature was made with another key.",
        ),
    ];
    for (name, info, reason) in cases {
        scene.save(name, signer, info, reason, source, passed(signer).forged())?;
    }
    let mut twice = good(signer, USUAL);
    twice.signature = octet_string(&twice.signature);
    let reason = "The signature is wrapped in an OCTET STRING once more.";
    scene.save(
        "signature-wrapped",
        signer,
        twice,
        reason,
        source,
        passed(signer).forged(),
    )
}
