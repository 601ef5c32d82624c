//! RSASSA-PKCS1-v1_5 (RFC 8017 8.2): the whole block counts, and nothing but the block.

use super::{CONTENT, Scene, passed, with_signature};
use crate::generate::algorithm::{Hash, identifier_with_null};
use crate::generate::attribute::{content_type, message_digest, unknown};
use crate::generate::ber::long_length;
use crate::generate::certificate::serial_of;
use crate::generate::der::{content_of, octet_string, oid, sequence};
use crate::generate::key::{Key, digest_info};
use crate::generate::message::SignerInfo;
use crate::generate::number::sum;
use crate::generate::oid as id;
use crate::generate::seed::random;
use std::io;

const LENGTH: &str = "RFC 8017 8.2.2 step 1: the signature has the modulus' length";
const FORGERY: &str =
    "CVE-2006-4339, CVE-2014-1568 (BERserk), CVE-2022-24771 to 24773; RFC 8017 8.2.2";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    lengths(scene)?;
    blocks(scene)?;
    small_exponent(scene)
}

/// A good `SignerInfo` whose signature satisfies `wanted`; a counter in an attribute varies it.
fn searched(scene: &Scene<'_>, wanted: impl Fn(&[u8]) -> bool) -> SignerInfo {
    let fixed = [
        content_type(id::ID_DATA),
        message_digest(&Hash::Sha256.of(CONTENT)),
    ];
    let candidates = (0_u32..).map(|counter| {
        let list = [&fixed[..], &[unknown(&counter.to_string())]].concat();
        SignerInfo::over(&scene.rsa, Hash::Sha256, &list)
    });
    let mut fitting = candidates.filter(|info| wanted(&info.signature));
    fitting.next().expect("the search ends with a find")
}

fn lengths(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.rsa;
    let zero = searched(scene, |signature| signature[0] == 0);
    let good = zero.signature.clone();
    let save = |name: &str, signature: Vec<u8>, reason: &str| {
        let info = zero.clone().signed(signature);
        scene.save(name, signer, info, reason, LENGTH, passed(signer).forged())
    };
    let reason = "A good signature that begins with a zero octet.";
    scene.save(
        "rsa-leading-zero",
        signer,
        zero.clone(),
        reason,
        LENGTH,
        passed(signer),
    )?;
    save(
        "rsa-leading-zero-stripped",
        good[1..].to_vec(),
        "The number is right, its leading zero octet is missing.",
    )?;
    save(
        "rsa-leading-zero-added",
        [&[0], &good[..]].concat(),
        "The number is right, with a zero octet too many.",
    )?;
    save(
        "rsa-trailing-octet",
        [&good[..], &[0]].concat(),
        "An octet follows the signature.",
    )?;
    save(
        "rsa-truncated",
        good[..255].to_vec(),
        "The signature lacks its last octet.",
    )?;
    save("rsa-empty", Vec::new(), "The signature is empty.")?;
    save(
        "rsa-zero",
        vec![0; 256],
        "The signature is the number zero.",
    )?;
    save(
        "rsa-one",
        [vec![0; 255], vec![1]].concat(),
        "The signature is the number one.",
    )?;
    let modulus = signer.key.modulus();
    let unreduced = searched(scene, |signature| sum(signature, &modulus)[0] == 0);
    let larger = sum(&unreduced.signature, &modulus)[1..].to_vec();
    let reason = "The modulus was added to a good signature; the number must be below the modulus.";
    scene.save(
        "rsa-not-reduced",
        signer,
        unreduced.signed(larger),
        reason,
        LENGTH,
        passed(signer).forged(),
    )
}

/// `DigestInfo` as it must be.
fn right_info(octets: &[u8]) -> Vec<u8> {
    digest_info(
        &identifier_with_null(Hash::Sha256.oid()),
        &Hash::Sha256.of(octets),
    )
}

/// A block `00 01 FF… 00` of eight padding octets, `info`, and garbage to the end.
fn short_padding(key: &Key, info: &[u8]) -> Vec<u8> {
    let head = [&[0, 1], &[0xff; 8][..], &[0], info].concat();
    let garbage = random(key.modulus_length() - head.len());
    [head, garbage].concat()
}

/// The padded block around `info`, in which one octet is another.
fn altered(key: &Key, info: &[u8], place: usize, octet: u8) -> Vec<u8> {
    let mut block = key.rsa_block(info);
    block[place] = octet;
    block
}

/// How the block under the signature is made from the signed octets.
type Block<'a> = Box<dyn Fn(&[u8]) -> Vec<u8> + 'a>;

fn blocks(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.rsa;
    let key = &signer.key;
    for (case, block, reason) in digest_infos(key).into_iter().chain(paddings(key)) {
        let info = with_signature(signer, Hash::Sha256, |octets| key.rsa_raw(&block(octets)));
        scene.save(case, signer, info, reason, FORGERY, passed(signer).forged())?;
    }
    Ok(())
}

fn digest_infos(key: &Key) -> Vec<(&'static str, Block<'_>, &'static str)> {
    let around = |algorithm: Vec<u8>, length: usize| -> Block<'_> {
        Box::new(move |octets| {
            key.rsa_block(&digest_info(&algorithm, &Hash::Sha256.of(octets)[..length]))
        })
    };
    let named = |hash: Hash| identifier_with_null(hash.oid());
    let garbage = sequence(&[oid(Hash::Sha256.oid()), octet_string(&[0x47; 16])]);
    vec![
        (
            "rsa-digest-info-without-null",
            around(Hash::Sha256.identifier(), 32),
            "DigestInfo lacks the NULL parameters; Bouncy Castle CVE-2026-12860.",
        ),
        (
            "rsa-digest-info-with-garbage-parameters",
            around(garbage, 32),
            "DigestInfo has an OCTET STRING in the place of NULL.",
        ),
        (
            "rsa-digest-info-of-another-name",
            around(named(Hash::Sha384), 32),
            "DigestInfo names SHA-384 around the SHA-256 digest.",
        ),
        (
            "rsa-digest-info-truncated-digest",
            around(named(Hash::Sha256), 16),
            "DigestInfo holds half of the digest.",
        ),
        (
            "rsa-digest-info-long-length",
            Box::new(|octets| key.rsa_block(&long_length(0x30, content_of(&right_info(octets))))),
            "DigestInfo has a length in BER of more octets than needed.",
        ),
        (
            "rsa-digest-without-info",
            Box::new(|octets| key.rsa_block(&Hash::Sha256.of(octets))),
            "The block holds the bare digest without DigestInfo.",
        ),
    ]
}

fn paddings(key: &Key) -> Vec<(&'static str, Block<'_>, &'static str)> {
    let zeros = move |octets: &[u8]| {
        let info = right_info(octets);
        [
            vec![0, 1],
            vec![0; key.modulus_length() - 3 - info.len()],
            vec![0],
            info,
        ]
        .concat()
    };
    let early_end = move |octets: &[u8]| altered(key, &right_info(octets), 20, 0);
    vec![
        (
            "rsa-garbage-after-hash",
            Box::new(|octets| short_padding(key, &right_info(octets))),
            "Eight octets of padding, DigestInfo, and garbage behind it.",
        ),
        (
            "rsa-padding-of-zeros",
            Box::new(zeros),
            "The padding is 00 instead of FF.",
        ),
        (
            "rsa-padding-with-early-end",
            Box::new(early_end),
            "A zero octet ends the padding early.",
        ),
        (
            "rsa-padding-with-another-octet",
            Box::new(|octets| altered(key, &right_info(octets), 100, 0xfe)),
            "One octet of the padding is FE.",
        ),
        (
            "rsa-block-type-two",
            Box::new(|octets| altered(key, &right_info(octets), 1, 2)),
            "The block is of type 2, that of encryption.",
        ),
        (
            "rsa-block-type-zero",
            Box::new(|octets| altered(key, &right_info(octets), 1, 0)),
            "The block is of type 0, from before PKCS #1 version 1.5.",
        ),
        (
            "rsa-without-padding",
            Box::new(|octets| {
                let head = [vec![0, 1, 0], right_info(octets)].concat();
                [head.clone(), vec![0x55; key.modulus_length() - head.len()]].concat()
            }),
            "There is no padding at all, and garbage to the end.",
        ),
    ]
}

fn small_exponent(scene: &Scene<'_>) -> io::Result<()> {
    let key = Key::rsa_with_exponent_3(2048);
    let signer = scene.ca.certify(&key, &serial_of(20, false));
    let info = SignerInfo::attributes(&signer, Hash::Sha256, CONTENT);
    let reason =
        "The public exponent is 3, which is allowed and makes careless padding checks fatal.";
    scene.save(
        "rsa-exponent-three",
        &signer,
        info,
        reason,
        "RFC 8017 3.1",
        passed(&signer),
    )?;
    let forged = with_signature(&signer, Hash::Sha256, |octets| {
        key.rsa_raw(&short_padding(&key, &right_info(octets)))
    });
    let reason = "Under exponent 3, anybody can make a block with short padding and garbage behind the digest.";
    scene.save(
        "rsa-exponent-three-garbage-after-hash",
        &signer,
        forged,
        reason,
        FORGERY,
        passed(&signer).forged(),
    )
}
