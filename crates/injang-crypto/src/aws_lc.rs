//! aws-lc-rs.

use alloc::boxed::Box;
use alloc::vec::Vec;
use aws_lc_rs::digest::{self, Context};
use aws_lc_rs::error::Unspecified;
use aws_lc_rs::signature::{self, ParsedPublicKey, UnparsedPublicKey, VerificationAlgorithm};
use injang_core::{
    CryptoBackend, Curve, Digest, DigestAlgorithm, DigestStream, PublicKey, SignatureAlgorithm,
    SignatureInput, SignatureRequest, SignatureStatus,
};

/// aws-lc-rs: a fast crypto library in C and assembly, with a FIPS build.
#[derive(Clone, Copy, Debug, Default)]
pub struct AwsLc;

impl CryptoBackend for AwsLc {
    fn name(&self) -> &'static str {
        "aws-lc-rs"
    }

    fn digest(&self, algorithm: DigestAlgorithm, parts: &[&[u8]]) -> Option<Digest> {
        let known = digest_algorithm(algorithm)?;
        let digest = match parts {
            [only] => digest::digest(known, only),
            parts => {
                let mut context = Context::new(known);
                for part in parts {
                    context.update(part);
                }
                context.finish()
            }
        };
        Digest::new(algorithm, digest.as_ref())
    }

    fn digest_stream(&self, algorithm: DigestAlgorithm) -> Option<Box<dyn DigestStream>> {
        let context = Context::new(digest_algorithm(algorithm)?);
        Some(Box::new(AwsLcStream { algorithm, context }))
    }

    fn answer(&self, request: &SignatureRequest<'_>) -> SignatureStatus {
        let Some((algorithm, key)) = key(request) else {
            return SignatureStatus::Unsupported;
        };
        let key = UnparsedPublicKey::new(algorithm, key);
        let status = answer(
            request,
            |message| key.verify(message, request.signature),
            |digest| key.verify_digest(digest, request.signature),
        );
        match status {
            // The library gives one error for a wrong signature and for an unusable key: only then is the
            // key asked for.
            SignatureStatus::Invalid if key.parse().is_err() => SignatureStatus::UnusableKey,
            status => status,
        }
    }

    /// A key is parsed once, however many signatures are under it: an archive has few authorities, and
    /// what a long RSA key needs before its first use is a good part of a verification.
    fn answer_all(&self, requests: &[SignatureRequest<'_>], answers: &mut [SignatureStatus]) {
        let mut parsed: Vec<Parsed<'_>> = Vec::new();
        for (request, status) in requests.iter().zip(answers) {
            let Some((algorithm, octets)) = key(request) else {
                *status = SignatureStatus::Unsupported;
                continue;
            };
            // The same octets mean another key under another algorithm.
            let is_same =
                |it: &Parsed<'_>| it.octets == octets && it.algorithm == request.algorithm;
            let known = parsed.iter().rposition(is_same);
            let index = known.unwrap_or_else(|| {
                parsed.push(Parsed {
                    algorithm: request.algorithm,
                    octets,
                    key: UnparsedPublicKey::new(algorithm, octets).parse().ok(),
                });
                parsed.len() - 1
            });
            *status = match &parsed[index].key {
                Some(key) => answer(
                    request,
                    |message| key.verify_sig(message, request.signature),
                    |digest| key.verify_digest_sig(digest, request.signature),
                ),
                None => SignatureStatus::UnusableKey,
            };
        }
    }
}

/// A key of several requests; `None` if it can't be used.
struct Parsed<'a> {
    algorithm: SignatureAlgorithm,
    octets: &'a [u8],
    key: Option<ParsedPublicKey>,
}

/// The algorithm of a request and the octets of its key, if that is computed here.
fn key<'r>(
    request: &SignatureRequest<'r>,
) -> Option<(&'static dyn VerificationAlgorithm, &'r [u8])> {
    let algorithm = verification_algorithm(request)?;
    let octets = match request.key {
        PublicKey::Rsa { octets, .. } => octets,
        PublicKey::Ec { point, .. } => point,
        PublicKey::Ed25519(point) => &point[..],
        _ => return None,
    };
    Some((algorithm, octets))
}

/// The answer to a request, of whose key it is given how a message and a digest are verified.
fn answer(
    request: &SignatureRequest<'_>,
    message: impl FnOnce(&[u8]) -> Result<(), Unspecified>,
    digest: impl FnOnce(&digest::Digest) -> Result<(), Unspecified>,
) -> SignatureStatus {
    let verified = match &request.input {
        SignatureInput::Message(octets) => message(octets),
        SignatureInput::Prehash(prehash) => {
            let imported = digest_algorithm(prehash.algorithm())
                .and_then(|known| digest::Digest::import_less_safe(prehash.as_bytes(), known).ok());
            let Some(imported) = imported else {
                return SignatureStatus::Unsupported;
            };
            digest(&imported)
        }
    };
    match verified {
        Ok(()) => SignatureStatus::Valid,
        Err(Unspecified) => SignatureStatus::Invalid,
    }
}

/// A digest that is being taken.
struct AwsLcStream {
    algorithm: DigestAlgorithm,
    context: Context,
}

impl DigestStream for AwsLcStream {
    fn update(&mut self, octets: &[u8]) {
        self.context.update(octets);
    }

    fn finish(self: Box<Self>) -> Option<Digest> {
        let digest = self.context.finish();
        Digest::new(self.algorithm, digest.as_ref())
    }
}

fn digest_algorithm(algorithm: DigestAlgorithm) -> Option<&'static digest::Algorithm> {
    Some(match algorithm {
        DigestAlgorithm::Sha1 => &digest::SHA1_FOR_LEGACY_USE_ONLY,
        DigestAlgorithm::Sha224 => &digest::SHA224,
        DigestAlgorithm::Sha256 => &digest::SHA256,
        DigestAlgorithm::Sha384 => &digest::SHA384,
        DigestAlgorithm::Sha512 => &digest::SHA512,
        _ => return None,
    })
}

fn verification_algorithm(
    request: &SignatureRequest<'_>,
) -> Option<&'static dyn VerificationAlgorithm> {
    use DigestAlgorithm as D;
    use SignatureAlgorithm as S;
    // Every combination that aws-lc-rs offers. `None` leaves another one to the next backend.
    Some(match (request.algorithm, request.key) {
        (S::RsaPkcs1(digest), PublicKey::Rsa { .. }) => match (digest, request.key.bits()) {
            (D::Sha1, 1024..=8192) => &signature::RSA_PKCS1_1024_8192_SHA1_FOR_LEGACY_USE_ONLY,
            (D::Sha256, 1024..=8192) => &signature::RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY,
            (D::Sha512, 1024..=8192) => &signature::RSA_PKCS1_1024_8192_SHA512_FOR_LEGACY_USE_ONLY,
            (D::Sha384, 2048..=8192) => &signature::RSA_PKCS1_2048_8192_SHA384,
            _ => return None,
        },
        (S::RsaPss(pss), PublicKey::Rsa { .. }) => {
            let is_usual = pss.mask_digest == pss.digest && pss.salt == pss.digest.size();
            match (pss.digest, request.key.bits()) {
                (D::Sha256, 2048..=8192) if is_usual => &signature::RSA_PSS_2048_8192_SHA256,
                (D::Sha384, 2048..=8192) if is_usual => &signature::RSA_PSS_2048_8192_SHA384,
                (D::Sha512, 2048..=8192) if is_usual => &signature::RSA_PSS_2048_8192_SHA512,
                _ => return None,
            }
        }
        (S::Ed25519, PublicKey::Ed25519(_)) => &signature::ED25519,
        (S::Ecdsa(digest), PublicKey::Ec { curve, .. }) => match (curve, digest) {
            (Curve::P256, D::Sha1) => &signature::ECDSA_P256_SHA1_ASN1,
            (Curve::P256, D::Sha256) => &signature::ECDSA_P256_SHA256_ASN1,
            (Curve::P256, D::Sha384) => &signature::ECDSA_P256_SHA384_ASN1,
            (Curve::P256, D::Sha512) => &signature::ECDSA_P256_SHA512_ASN1,
            (Curve::P384, D::Sha256) => &signature::ECDSA_P384_SHA256_ASN1,
            (Curve::P384, D::Sha384) => &signature::ECDSA_P384_SHA384_ASN1,
            (Curve::P384, D::Sha512) => &signature::ECDSA_P384_SHA512_ASN1,
            (Curve::P521, D::Sha1) => &signature::ECDSA_P521_SHA1_ASN1,
            (Curve::P521, D::Sha224) => &signature::ECDSA_P521_SHA224_ASN1,
            (Curve::P521, D::Sha256) => &signature::ECDSA_P521_SHA256_ASN1,
            (Curve::P521, D::Sha384) => &signature::ECDSA_P521_SHA384_ASN1,
            (Curve::P521, D::Sha512) => &signature::ECDSA_P521_SHA512_ASN1,
            _ => return None,
        },
        _ => return None,
    })
}
