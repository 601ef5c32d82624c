//! The documents and chains that are measured, and the floor under each: its digests and its signatures
//! with the same crypto backend and nothing around them.

pub mod abi;
mod batch;
mod chain;
mod crl;
pub mod report;
mod response;

pub use batch::Batch;
pub use chain::{Chain, Link};
pub use crl::Crl;
pub use response::Answer;

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey, VerificationAlgorithm,
};
use base64::Engine as _;
use injang_core::{
    Der, Limits, Policy, PublicKey, Report, Request, Revocation, SignedDocument, Time,
};
use injang_crypto::AwsLc;

/// A document in the forms in which it is measured.
pub struct Sample {
    /// The text as a provider sends it.
    pub text: Vec<u8>,
    /// The octets that it stands for.
    pub octets: Vec<u8>,
}

impl Sample {
    /// The document of Toss's guide: DER, RSA-2048, signed attributes.
    pub fn toss() -> Self {
        Self::from_base64(include_bytes!(
            "../../tests/vectors/seed/toss-general-sign/document.b64"
        ))
    }

    /// A document of Kakao's shape: BER, P-256, no attributes.
    pub fn kakao() -> Self {
        Self::from_base64(include_bytes!(
            "../../tests/vectors/kakao/armor-base64/document.b64"
        ))
    }

    fn from_base64(text: &[u8]) -> Self {
        let text = text.trim_ascii().to_vec();
        let octets = base64::engine::general_purpose::STANDARD
            .decode(&text)
            .expect("base64");
        Self { text, octets }
    }

    /// Reads and judges the document up to the signature: with no anchor there is no path to ask
    /// about.
    ///
    /// # Panics
    /// If it can't be read.
    pub fn verify(&self, policy: &Policy<'_>, request: &Request<'_>) -> Report {
        let der = Der::from_ber(&self.octets, Limits::default()).expect("BER");
        let document = SignedDocument::parse(&der).expect("SignedData");
        document.audit(policy, request)
    }

    /// The digests and the signature of this document, prepared so that nothing else is measured.
    ///
    /// # Panics
    /// If the sample is not of a shape that is measured.
    pub fn floor(&self) -> Floor {
        let der = Der::from_ber(&self.octets, Limits::default()).expect("BER");
        let document = SignedDocument::parse(&der).expect("SignedData");
        let (policy, request) = (signature_only(), request());
        let validation = document.validate(&policy, &request);
        let question = &validation.requests()[0];
        let (algorithm, key): (&'static dyn VerificationAlgorithm, _) = match question.key {
            PublicKey::Rsa { octets, .. } => (&RSA_PKCS1_2048_8192_SHA256, octets),
            PublicKey::Ec { point, .. } => (&ECDSA_P256_SHA256_ASN1, point),
            _ => panic!("a key that is measured"),
        };
        let mut signed = vec![document.untrusted_content().expect("content").to_vec()];
        if let Some(attributes) = document.signers()[0].signed_attributes() {
            let mut octets = attributes.expect("attributes").octets().to_vec();
            octets[0] = 0x31;
            signed.push(octets);
        }
        let signature = question.signature.to_vec();
        let floor = Floor {
            algorithm,
            key: key.to_vec(),
            signed,
            signature,
        };
        assert!(floor.run(), "the floor verifies what the document is");
        floor
    }
}

/// The policy of a document whose path and revocation are not asked for.
pub fn signature_only() -> Policy<'static> {
    Policy::new(&AwsLc, [], Revocation::NotChecked)
}

/// The time at which documents and answers are judged.
///
/// # Panics
/// Never: it is a constant.
pub fn time() -> Time {
    Time::parse("2026-03-02T09:00:00Z").expect("time")
}

/// What is asked of a document: its own content, at that time.
pub fn request() -> Request<'static> {
    Request::at(time())
}

/// The digests and signatures of one document.
pub struct Floor {
    algorithm: &'static dyn VerificationAlgorithm,
    key: Vec<u8>,
    /// What is digested; the last of these is what is signed.
    signed: Vec<Vec<u8>>,
    signature: Vec<u8>,
}

impl Floor {
    /// Takes the digests and verifies the signature, the key parsed each time.
    pub fn run(&self) -> bool {
        let mut last = None;
        for octets in &self.signed {
            last = Some(digest(&SHA256, octets));
        }
        let key = UnparsedPublicKey::new(self.algorithm, &self.key);
        last.is_some_and(|digest| key.verify_digest(&digest, &self.signature).is_ok())
    }
}
