//! What a signature covers: the signed attributes where there are any, or else the content.

use crate::algorithm::SignatureAlgorithm;
use crate::check::content::ContentDigests;
use crate::check::signature;
use crate::cms::{Attributes, SignerInfo};
use crate::crypto::request_queue::Unverified;
use crate::crypto::{CryptoBackend, SignatureInput};
use crate::report::{DigestSource, Reason};

/// What a signature covers.
pub(crate) enum Covered<'a> {
    /// This.
    Input(SignatureInput<'a>),
    /// It is not to be had: the content is missing, or the attributes can't be read.
    Nothing,
    /// It is there, but the signature can't be verified over it.
    Open(Unverified),
}

impl<'a> Covered<'a> {
    /// `read` are the signed attributes, if they keep the rules, and whether they are in the order
    /// of DER. The signature can be judged even where the attributes in it break a rule: then they
    /// are read here.
    pub(crate) fn of<'i: 'a, 'c: 'a>(
        info: &SignerInfo<'i>,
        read: Option<(&Attributes<'i>, bool)>,
        algorithm: SignatureAlgorithm,
        crypto: &dyn CryptoBackend,
        content: &mut ContentDigests<'c>,
    ) -> Self {
        let input_of = |set: &Attributes<'i>, is_sorted| {
            signature::attributes_input(set, is_sorted, algorithm, crypto)
        };
        let input = match read {
            Some((set, is_sorted)) => input_of(set, is_sorted),
            None => match info.signed_attributes() {
                Some(Ok(set)) => input_of(&set, set.is_sorted()),
                Some(Err(_)) => return Self::Nothing,
                None if !content.is_there() => return Self::Nothing,
                None => match algorithm.digest() {
                    Some(digest) => match content.of(digest) {
                        Some(digest) => Some(SignatureInput::Prehash(digest)),
                        // Of another algorithm than the signer's: the content check says so.
                        None if content.reading() == DigestSource::Prehash => return Self::Nothing,
                        None => None,
                    },
                    None => match content.message() {
                        Some(message) => Some(SignatureInput::Message(message)),
                        None => return Self::Open(Unverified::Indeterminate(Reason::NoPrehash)),
                    },
                },
            },
        };
        input.map_or_else(
            // The crypto backend does not compute the digest.
            || {
                let oid = info.digest_algorithm().oid().into();
                Self::Open(Unverified::Indeterminate(Reason::AlgorithmUnsupported(oid)))
            },
            Self::Input,
        )
    }
}
