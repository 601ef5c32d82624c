//! RSA keys of lengths with which nobody computes: the algorithm is known, the length is not.

use crate::generate::algorithm::{Hash, rsa_encryption};
use crate::generate::authority::Signer;
use crate::generate::der::{bit_string, sequence, unsigned};
use crate::generate::expected::message;
use crate::generate::hierarchy::Ca;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::vector::{Family, Vector};
use std::io;

const CONTENT: &[u8] = b"a content under a long key";

/// A signer who holds no private key: the modulus is ones only.
fn signer(root: &Ca, octets: usize) -> Signer {
    let key = sequence(&[unsigned(&vec![0xff; octets]), unsigned(&[1, 0, 1])]);
    let spki = sequence(&[rsa_encryption(), bit_string(&key)]);
    root.signer_as(|it| it.spki(spki))
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let root = Ca::root("Test root CA");
    family.share("root.der", &root.certificate)?;
    for bits in [8192, 8200, 16384, 16392] {
        let octets = bits / 8;
        let signer = signer(&root, octets);
        let info = SignerInfo::message(&signer, Hash::Sha256, CONTENT)
            .algorithm(Hash::Sha256.with_rsa())
            .signed(vec![0x5a; octets]);
        let expect = message(&signer).content(CONTENT);
        let expect = if bits == 8192 {
            expect.forged().unverified()
        } else {
            expect.unsupported().unverified()
        };
        Vector::new(
            &format!("rsa-{bits}"),
            Message::new(CONTENT).signer(&signer, info).encode(),
            &format!("The key is of RSA and has {bits} bits, and the signature is nobody's."),
            "RFC 8017 3.1 sets no bound; 8192 bits are the most that is computed with",
            expect,
        )
        .trust(&["../root.der"])
        .save(family)?;
    }
    Ok(())
}
