//! Archives of good documents in the providers' shapes, for benches: as many as are asked for, each with
//! its own certificate or all with one.

use super::algorithm::Hash;
use super::authority::{Authority, Signer};
use super::certificate::serial_of;
use super::key::Key;
use super::message::{Layers, Message, SignerInfo};
use super::seed::derive_from;

/// The shape of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// DER, RSA-2048 below a CA of RSA-4096, signed attributes.
    Toss,
    /// BER, P-256, a signature over the content itself.
    Kakao,
}

/// Documents, and the CA of their signers.
pub struct Archive {
    /// The CA's certificate.
    pub anchor: Vec<u8>,
    /// The documents.
    pub documents: Vec<Vec<u8>>,
}

/// So many documents of a shape. Persons differ in the certificate's serial number; the key is one,
/// because primes take long to find.
#[must_use]
pub fn archive(shape: Shape, count: usize, is_distinct: bool) -> Archive {
    derive_from(&format!("archive/{shape:?}"));
    let (authority, key) = match shape {
        Shape::Toss => (Authority::toss(), Key::rsa(2048)),
        Shape::Kakao => (Authority::kakao(), Key::ec()),
    };
    let certify = || authority.certify(&key, &serial_of(20, false));
    let one = certify();
    let document = |number: usize| {
        let signer = if is_distinct { certify() } else { one.clone() };
        let content = format!("{{\"document\": {number}, \"text\": \"전자서명 동의\"}}");
        signed(shape, &signer, content.as_bytes())
    };
    Archive {
        documents: (0..count).map(document).collect(),
        anchor: authority.certificate,
    }
}

fn signed(shape: Shape, signer: &Signer, content: &[u8]) -> Vec<u8> {
    let info = match shape {
        Shape::Toss => SignerInfo::attributes(signer, Hash::Sha256, content),
        Shape::Kakao => SignerInfo::message(signer, Hash::Sha256, content),
    };
    let message = Message::new(content).signer(signer, info);
    match shape {
        Shape::Toss => message.encode(),
        Shape::Kakao => message.layers(Layers::OuterIndefinite).encode(),
    }
}
