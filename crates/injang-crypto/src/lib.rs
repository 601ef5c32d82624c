//! The crypto backends of Injang: digests and signature verification, and nothing else. There is no
//! private-key operation here.
//!
//! | backend | RSA PKCS#1 v1.5 | RSA-PSS | ECDSA | Ed25519 | needs |
//! |---|---|---|---|---|---|
//! | [`AwsLc`] | 1024 to 8192 bits, all digests but SHA-224 (SHA-384 from 2048) | 2048 to 8192 bits, SHA-256, 384, 512, with salt and mask of that size | P-256 and P-384 with SHA-256, 384, 512 (P-256 also SHA-1); P-521 with all | yes | std, a C compiler |
//! | [`RustCrypto`] | 512 to 8192 bits, all digests | the same bits, all digests, masks and salts | P-256, P-384, P-521 with all | yes | nothing |
//! | [`Combined`] | what either can: aws-lc-rs first | the same | the same | yes | both features |
//!
//! [`default_backend`] is the best of what is compiled in.
#![cfg_attr(not(feature = "aws-lc-rs"), no_std)]
#![forbid(unsafe_code)]

extern crate alloc;

#[cfg(feature = "aws-lc-rs")]
mod aws_lc;
#[cfg(all(feature = "aws-lc-rs", feature = "rustcrypto"))]
mod combined;
#[cfg(feature = "rustcrypto")]
mod rustcrypto;

#[cfg(feature = "aws-lc-rs")]
pub use aws_lc::AwsLc;
#[cfg(all(feature = "aws-lc-rs", feature = "rustcrypto"))]
pub use combined::Combined;
#[cfg(feature = "rustcrypto")]
pub use rustcrypto::RustCrypto;

/// The backend to use unless there is a reason for another: [`Combined`] if both features are on,
/// else the one that is.
#[cfg(any(feature = "aws-lc-rs", feature = "rustcrypto"))]
pub fn default_backend() -> &'static dyn injang_core::CryptoBackend {
    #[cfg(all(feature = "aws-lc-rs", feature = "rustcrypto"))]
    return &Combined;
    #[cfg(all(feature = "aws-lc-rs", not(feature = "rustcrypto")))]
    return &AwsLc;
    #[cfg(all(feature = "rustcrypto", not(feature = "aws-lc-rs")))]
    return &RustCrypto;
}
