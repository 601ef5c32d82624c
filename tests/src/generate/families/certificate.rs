//! How the signer's certificate is found among whatever is in the message.

mod selection;
mod unusual_encodings;

use super::super::vector::Family;
use crate::generate::algorithm::Hash;
use crate::generate::authority::{Authority, Signer};
use crate::generate::message::{Message, SignerInfo};
use std::io;

const CONTENT: &[u8] = b"a content signed under a certificate";

/// A good document of `signer`, without certificates.
fn uncertified(signer: &Signer) -> Message {
    Message::new(CONTENT).info(SignerInfo::message(signer, Hash::Sha256, CONTENT))
}

/// A good document of `signer`, with its certificate.
fn document(signer: &Signer) -> Message {
    uncertified(signer).certificate(&signer.certificate)
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    selection::make(family, &ca)?;
    unusual_encodings::make(family, &ca)
}
