//! Keys: what a key of id-RSASSA-PSS may be used for, and how long it is.

use super::{CONTENT, Scene, USUAL, good, passed, pss_spki, weak};
use crate::case::Expectation;
use crate::generate::algorithm::Hash;
use crate::generate::authority::Signer;
use crate::generate::certificate::serial_of;
use crate::generate::der::{explicit, integer, null, sequence};
use crate::generate::key::{Key, Pss};
use crate::generate::message::SignerInfo;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    restricted(scene)?;
    other_scheme(scene)?;
    lengths(scene)
}

fn restricted(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 4055 1.2 and 3.3: the key's parameters bind, and its salt is the least";
    let key = &scene.signer.key;
    let bound = |pss: Pss| pss_spki(key, pss.parameters());
    let cases: [(&str, Vec<u8>, &str, bool); 6] = [
        (
            "key-without-parameters",
            pss_spki(key, Vec::new()),
            "The key is of id-RSASSA-PSS without parameters, and may be used with any.",
            true,
        ),
        (
            "key-of-same-parameters",
            bound(USUAL),
            "The key's parameters are those used.",
            true,
        ),
        (
            "key-of-less-salt",
            bound(Pss { salt: 20, ..USUAL }),
            "The key asks for 20 octets of salt, and 32 were used.",
            true,
        ),
        (
            "key-of-more-salt",
            bound(Pss { salt: 48, ..USUAL }),
            "The key asks for 48 octets of salt, and 32 were used.",
            false,
        ),
        (
            "key-of-another-digest",
            bound(Pss::usual(Hash::Sha512)),
            "The key is for SHA-512, and SHA-256 was used.",
            false,
        ),
        (
            "key-of-another-mask",
            bound(Pss {
                mask: Hash::Sha512,
                ..USUAL
            }),
            "The key is for masks of SHA-512, and SHA-256 was used.",
            false,
        ),
    ];
    for (name, spki, reason, fits) in cases {
        let signer = scene.holding(key, spki);
        let expect = passed(&signer);
        let expect = if fits { expect } else { expect.forged() };
        scene.save(name, &signer, good(&signer, USUAL), reason, source, expect)?;
    }
    let [hash, mask, salt, _] = USUAL.fields();
    let odd_trailer = sequence(&[hash, mask, salt, explicit(3, &integer(2))]);
    for (name, parameters, reason) in [
        (
            "key-of-null-parameters",
            null(),
            "The key's parameters are NULL, which id-RSASSA-PSS does not have: what it allows is not known.",
        ),
        (
            "key-of-trailer-two",
            odd_trailer,
            "The key's parameters ask for trailerField 2: what it allows is not known.",
        ),
    ] {
        let signer = scene.holding(key, pss_spki(key, parameters));
        let expect = passed(&signer).unsupported();
        scene.save(name, &signer, good(&signer, USUAL), reason, source, expect)?;
    }
    Ok(())
}

/// A key for one padding and a signature with the other.
fn other_scheme(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 4055 1.2: a key of id-RSASSA-PSS is for RSASSA-PSS only";
    let key = &scene.signer.key;
    let free = scene.holding(key, pss_spki(key, Vec::new()));
    let bound = scene.holding(key, pss_spki(key, USUAL.parameters()));
    let pkcs1 = |signer: &Signer| SignerInfo::attributes(signer, Hash::Sha256, CONTENT);
    let cases: [(&str, &Signer, SignerInfo, &str); 3] = [
        (
            "key-used-with-pkcs1",
            &free,
            pkcs1(&free),
            "The key is for RSASSA-PSS, and the signature is PKCS #1 v1.5 under rsaEncryption.",
        ),
        (
            "key-used-with-pkcs1-named",
            &free,
            pkcs1(&free).algorithm(Hash::Sha256.with_rsa()),
            "The key is for RSASSA-PSS, and the signature is PKCS #1 v1.5 under sha256WithRSAEncryption.",
        ),
        (
            "key-of-parameters-used-with-pkcs1",
            &bound,
            pkcs1(&bound),
            "The key is for RSASSA-PSS with SHA-256, and the signature is PKCS #1 v1.5.",
        ),
    ];
    for (name, signer, info, reason) in cases {
        scene.save(name, signer, info, reason, source, passed(signer).forged())?;
    }
    let signer = scene.ca.ec_signer();
    let info = SignerInfo::attributes(&signer, Hash::Sha256, CONTENT).algorithm(USUAL.identifier());
    let reason = "The algorithm is RSASSA-PSS, the certificate's key is on P-256.";
    scene.save(
        "key-on-p256",
        &signer,
        info,
        reason,
        source,
        passed(&signer).forged(),
    )
}

/// What becomes of a good signer's expectation.
type Outcome = fn(Expectation) -> Expectation;

fn lengths(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 8017 9.1.1: the block has one bit less than the modulus; NIST SP 800-131A";
    let cases: [(usize, &str, Outcome); 4] = [
        (
            1024,
            "A modulus of 1024 bits: the signature verifies and is too weak.",
            weak,
        ),
        (
            2049,
            "A modulus of 2049 bits: the block is an octet shorter than the signature.",
            |good| good,
        ),
        (
            3072,
            "A modulus of 3072 bits is more than enough.",
            |good| good,
        ),
        (
            4096,
            "A modulus of 4096 bits is more than enough.",
            |good| good,
        ),
    ];
    for (bits, reason, outcome) in cases {
        let signer = scene.ca.certify(&Key::rsa(bits), &serial_of(20, false));
        let expect = outcome(passed(&signer));
        let name = format!("key-of-{bits}-bits");
        scene.save(&name, &signer, good(&signer, USUAL), reason, source, expect)?;
    }
    Ok(())
}
