//! As many digest algorithms and members of `certificates` as are allowed, and one more; and
//! digests that are signed and too weak.

use super::{CONTENT, Scene, document};
use crate::case::{Check, Expectation, Finding, PlainHash, Reading, SubIndication};
use crate::generate::algorithm::{Hash, identifier};
use crate::generate::der::sequence;
use crate::generate::expected::{plain_hash, unreadable};
use crate::generate::message::{Message, SignerInfo};
use crate::generate::oid as id;
use crate::generate::vector::Vector;
use std::io;

/// Members of `digestAlgorithms` and of `certificates`.
const ENTRIES: usize = 256;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    digest_algorithms(scene)?;
    unrecognised(scene)?;
    hashes_of_hashes(scene)
}

fn within(is_within: bool, passed: Expectation) -> Expectation {
    if is_within {
        passed
    } else {
        unreadable(Check::Format)
    }
}

fn digest_algorithms(scene: &Scene<'_>) -> io::Result<()> {
    let source = "Limits::entries: members of digestAlgorithms are bounded";
    for count in [ENTRIES, ENTRIES + 1] {
        let mut listed: Vec<Vec<u8>> = (1..count)
            .map(|number| identifier(&format!("{}.{number}", id::UNKNOWN)))
            .collect();
        listed.push(Hash::Sha256.identifier());
        listed.sort();
        let mut document = document(&scene.signer);
        document.digest_algorithms = Some(listed);
        scene.save(
            &format!("digest-algorithms-{count}"),
            document.encode(),
            &format!("There are {count} digestAlgorithms, and 256 are allowed."),
            source,
            within(count == ENTRIES, scene.message()),
        )?;
    }
    Ok(())
}

fn unrecognised(scene: &Scene<'_>) -> io::Result<()> {
    let source = "Limits::entries: members of certificates are bounded, whatever they are";
    for count in [ENTRIES, ENTRIES + 1] {
        let mut document = document(&scene.signer);
        document.certificates.resize(count, sequence(&[]));
        let passed = scene.message().finding(Finding::UnrecognisedCertificate);
        scene.save(
            &format!("certificates-unrecognised-{count}"),
            document.encode(),
            &format!(
                "There are {count} members of certificates, of which one can be read; 256 are allowed."
            ),
            source,
            within(count == ENTRIES, passed),
        )?;
    }
    Ok(())
}

fn hashes_of_hashes(scene: &Scene<'_>) -> io::Result<()> {
    let source = "DESIGN.md: where a digest was signed, the digest binds the content";
    let signer = &scene.signer;
    for hash in Hash::ALL {
        let digest = hash.of(CONTENT);
        let passed = plain_hash(signer).read_as(Reading::HashOfHash);
        let expect = if hash == Hash::Sha1 {
            passed.indeterminate(
                SubIndication::CryptoConstraintsFailure,
                Check::AlgorithmStrength,
            )
        } else {
            passed
        };
        for (kind, info) in [
            ("", SignerInfo::message(signer, Hash::Sha256, &digest)),
            (
                "-with-attributes",
                SignerInfo::attributes(signer, Hash::Sha256, &digest),
            ),
        ] {
            Vector::new(
                &format!("hash-of-hash-{}{kind}", hash.word()),
                Message::detached().signer(signer, info).encode(),
                &format!(
                    "The content's digest of {} was itself signed, under SHA-256.",
                    hash.word()
                ),
                source,
                expect.clone(),
            )
            .digest(hash, &digest)
            .read_digest_as(PlainHash::HashOfHash)
            .save(scene.family)?;
        }
    }
    Ok(())
}
