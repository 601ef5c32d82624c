//! The parameters that come with the signature: which are read, and which are not.

use super::{CONTENT, Scene, USUAL, called, good, passed, weak};
use crate::case::{Check, Expectation, SubIndication};
use crate::generate::algorithm::{Hash, identifier, identifier_with_null};
use crate::generate::attribute::{
    algorithm_protection, content_type, message_digest, signed_field, signed_octets,
};
use crate::generate::ber::{indefinite, long_length};
use crate::generate::der::{content_of, explicit, integer, integer_octets, null, oid, sequence};
use crate::generate::key::{Pss, mgf1, rsassa_pss};
use crate::generate::message::SignerInfo;
use crate::generate::oid as id;
use std::io;

const SYNTAX: &str = "RFC 4055 3.1: RSASSA-PSS-params";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    masks_and_salts(scene)?;
    spellings(scene)?;
    unread(scene)?;
    contradictions(scene)?;
    protection(scene)
}

fn masks_and_salts(scene: &Scene<'_>) -> io::Result<()> {
    let source =
        "RFC 8017 8.1 and 9.1: mask and salt are free, and the signature fits one choice of them";
    let signer = &scene.signer;
    let maximal = 256 - 32 - 2;
    for (name, pss, reason) in [
        (
            "mask-of-sha1",
            Pss {
                mask: Hash::Sha1,
                ..USUAL
            },
            "The mask is made with SHA-1, which need not resist collisions there.",
        ),
        (
            "mask-of-sha512",
            Pss {
                mask: Hash::Sha512,
                ..USUAL
            },
            "The mask is made with another digest than the one signed.",
        ),
        ("salt-0", Pss { salt: 0, ..USUAL }, "There is no salt."),
        (
            "salt-20",
            Pss { salt: 20, ..USUAL },
            "The salt has the default's 20 octets under SHA-256.",
        ),
        ("salt-32", USUAL, "The salt has the digest's 32 octets."),
        (
            "salt-maximal",
            Pss {
                salt: maximal,
                ..USUAL
            },
            "The salt fills the block: 256 - 32 - 2 octets.",
        ),
    ] {
        scene.save(
            name,
            signer,
            good(signer, pss),
            reason,
            source,
            passed(signer),
        )?;
    }
    for (name, salt, reason) in [
        (
            "salt-above-maximal",
            maximal + 1,
            "The salt stated is one octet longer than any block could hold.",
        ),
        (
            "salt-2-to-31",
            0x7fff_ffff,
            "The salt stated has 2^31 - 1 octets.",
        ),
    ] {
        let stated = Pss { salt, ..USUAL };
        let info = called(
            signer,
            Pss {
                salt: maximal,
                ..USUAL
            },
            stated.identifier(),
        );
        scene.save(name, signer, info, reason, source, passed(signer).forged())?;
    }
    Ok(())
}

/// The same parameters in other words.
fn spellings(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.signer;
    let [hash, mask, salt, trailer] = USUAL.fields();
    let null_hash = explicit(0, &identifier_with_null(Hash::Sha256.oid()));
    let null_mask = explicit(1, &mgf1(&identifier_with_null(Hash::Sha256.oid())));
    let short = Pss { salt: 20, ..USUAL };
    let [.., short_salt, _] = short.fields();
    let sha1_mask = Pss {
        mask: Hash::Sha1,
        ..short
    };
    let long = long_length(0x30, &[hash.clone(), mask.clone(), salt.clone()].concat());
    let endless = indefinite(
        0x30,
        &[
            indefinite(0xa0, content_of(&hash)),
            mask.clone(),
            indefinite(0xa2, content_of(&salt)),
        ]
        .concat(),
    );
    let cases = [
        (
            "digests-with-null",
            USUAL,
            sequence(&[null_hash, null_mask, salt.clone()]),
            "Both digests have NULL parameters, which mean the same as none.",
        ),
        (
            "trailer-explicit",
            USUAL,
            sequence(&[hash.clone(), mask.clone(), salt, trailer]),
            "trailerField 1 is written out, though it is the default.",
        ),
        (
            "salt-omitted",
            short,
            sequence(&[hash.clone(), mask.clone()]),
            "The salt's length is left out: 20 octets.",
        ),
        (
            "salt-explicit-default",
            short,
            sequence(&[hash.clone(), mask, short_salt]),
            "The salt's length is written out, though it is the default.",
        ),
        (
            "mask-omitted",
            sha1_mask,
            sequence(&[hash]),
            "The mask is left out: MGF1 with SHA-1.",
        ),
        (
            "in-ber-long-length",
            USUAL,
            long,
            "The parameters have a length of four octets; BER is made DER first.",
        ),
        (
            "in-ber-indefinite-length",
            USUAL,
            endless,
            "The parameters have indefinite lengths; BER is made DER first.",
        ),
    ];
    for (name, pss, parameters, reason) in cases {
        let info = called(signer, pss, rsassa_pss(parameters));
        scene.save(name, signer, info, reason, SYNTAX, passed(signer))?;
    }
    let all_sha1 = Pss::usual(Hash::Sha1);
    for (name, parameters, reason) in [
        (
            "all-omitted",
            sequence(&[]),
            "The parameters are an empty SEQUENCE: SHA-1 for everything, which is too weak.",
        ),
        (
            "all-explicit-defaults",
            sequence(&all_sha1.fields()),
            "SHA-1 is written out for everything: as weak as when it is left out.",
        ),
    ] {
        let info = called(signer, all_sha1, rsassa_pss(parameters));
        scene.save(name, signer, info, reason, SYNTAX, weak(passed(signer)))?;
    }
    Ok(())
}

/// Parameters under which nothing can be verified: neither valid nor forged.
fn unread(scene: &Scene<'_>) -> io::Result<()> {
    let signer = &scene.signer;
    let [hash, mask, salt, trailer] = USUAL.fields();
    let with =
        |parts: &[&Vec<u8>]| sequence(&parts.iter().map(|&part| part.clone()).collect::<Vec<_>>());
    let md5 = identifier_with_null(id::ID_MD5);
    let cases = [
        (
            "absent",
            Vec::new(),
            "There are no parameters, and there must be some.",
        ),
        ("null", null(), "The parameters are NULL."),
        (
            "trailer-two",
            with(&[&hash, &mask, &salt, &explicit(3, &integer(2))]),
            "trailerField is 2, which nobody has defined.",
        ),
        (
            "mask-function-unknown",
            with(&[
                &hash,
                &explicit(1, &sequence(&[oid(id::UNKNOWN), Hash::Sha256.identifier()])),
                &salt,
            ]),
            "The mask is made by a function that nobody knows.",
        ),
        (
            "mask-digest-unknown",
            with(&[&hash, &explicit(1, &mgf1(&md5)), &salt]),
            "The mask is made with MD5.",
        ),
        (
            "mask-digest-absent",
            with(&[&hash, &explicit(1, &identifier(id::MGF1)), &salt]),
            "MGF1 is named without its digest.",
        ),
        (
            "digest-unknown",
            with(&[&explicit(0, &md5), &mask, &salt]),
            "The digest is MD5.",
        ),
        (
            "salt-negative",
            with(&[&hash, &mask, &explicit(2, &integer_octets(&[0xff]))]),
            "The salt's length is negative.",
        ),
        (
            "salt-no-integer",
            with(&[&hash, &mask, &explicit(2, &null())]),
            "The salt's length is NULL.",
        ),
        (
            "fields-in-another-order",
            with(&[&salt, &mask, &hash]),
            "The fields stand in reverse order.",
        ),
        (
            "field-twice",
            with(&[&hash, &mask, &salt, &salt]),
            "The salt's length is there twice.",
        ),
        (
            "field-behind",
            with(&[&hash, &mask, &salt, &trailer, &null()]),
            "A NULL follows the last field.",
        ),
    ];
    for (name, parameters, about) in cases {
        let reason = format!("{about} The signature would fit SHA-256 and a salt of 32 octets.");
        let info = called(signer, USUAL, rsassa_pss(parameters));
        let name = format!("parameters-{name}");
        scene.save(
            &name,
            signer,
            info,
            &reason,
            SYNTAX,
            passed(signer).unsupported(),
        )?;
    }
    Ok(())
}

/// Parameters of other signatures than this one.
fn contradictions(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 4056 3: the digest in the parameters is digestAlgorithm; RFC 8017 9.1.2";
    let signer = &scene.signer;
    let sha512 = Pss::usual(Hash::Sha512);
    let mut used = good(signer, sha512);
    used.digest_algorithm = Hash::Sha256.identifier();
    let list = [
        content_type(id::ID_DATA),
        message_digest(&Hash::Sha256.of(CONTENT)),
    ];
    used.signed_attributes = Some(signed_field(&list));
    used.signature = sha512.sign(&signer.key, &signed_octets(&list));
    let stated = |made: Pss, said: Pss| called(signer, made, said.identifier());
    let cases: [(&str, SignerInfo, &str); 7] = [
        (
            "sha512-signature-over-sha256-digest",
            used,
            "The parameters name SHA-512, which was used, and digestAlgorithm SHA-256.",
        ),
        (
            "sha256-called-sha512",
            stated(USUAL, sha512),
            "The parameters name SHA-512, digestAlgorithm SHA-256, and SHA-256 was used.",
        ),
        (
            "salt-20-called-32",
            stated(Pss { salt: 20, ..USUAL }, USUAL),
            "The salt has 20 octets, and 32 are stated.",
        ),
        (
            "salt-0-called-32",
            stated(Pss { salt: 0, ..USUAL }, USUAL),
            "There is no salt, and 32 octets are stated.",
        ),
        (
            "salt-33-called-32",
            stated(Pss { salt: 33, ..USUAL }, USUAL),
            "The salt has 33 octets, and 32 are stated.",
        ),
        (
            "salt-32-called-20",
            stated(USUAL, Pss { salt: 20, ..USUAL }),
            "The salt has 32 octets, and 20 are stated.",
        ),
        (
            "mask-of-sha1-called-sha256",
            stated(
                Pss {
                    mask: Hash::Sha1,
                    ..USUAL
                },
                USUAL,
            ),
            "The mask was made with SHA-1, and SHA-256 is stated.",
        ),
    ];
    for (name, info, reason) in cases {
        scene.save(name, signer, info, reason, source, passed(signer).forged())?;
    }
    Ok(())
}

/// cmsAlgorithmProtection covers the parameters too.
fn protection(scene: &Scene<'_>) -> io::Result<()> {
    let source = "RFC 6211 2: the identifiers are compared with their parameters";
    let signer = &scene.signer;
    let save = |name: &str, named: Vec<u8>, reason: &str, expect: Expectation| {
        let list = [
            content_type(id::ID_DATA),
            message_digest(&Hash::Sha256.of(CONTENT)),
            algorithm_protection(&Hash::Sha256.identifier(), &named),
        ];
        let mut info = good(signer, USUAL).signed(USUAL.sign(&signer.key, &signed_octets(&list)));
        info.signed_attributes = Some(signed_field(&list));
        scene.save(name, signer, info, reason, source, expect)
    };
    save(
        "protection-fits",
        USUAL.identifier(),
        "The attribute names the same parameters.",
        passed(signer),
    )?;
    save(
        "protection-of-another-salt",
        Pss { salt: 20, ..USUAL }.identifier(),
        "The attribute names another length of the salt.",
        passed(signer).failed(SubIndication::SigCryptoFailure, Check::AlgorithmProtection),
    )
}
