//! The crypto backends that a suite runs under.

use injang_core::CryptoBackend;
use injang_crypto::{AwsLc, Combined, RustCrypto};

/// Whether a suite shall say as soon as it can that something is wrong: `INJANG_QUICK=1`, set by
/// `cargo xtask mutants`, where it runs some thousand times.
pub fn is_quick() -> bool {
    std::env::var_os("INJANG_QUICK").is_some_and(|value| value == "1")
}

/// All backends, the default first; only that one where it has to be quick, since what is in
/// question there is the core.
pub fn backends() -> Vec<&'static dyn CryptoBackend> {
    let all: [&dyn CryptoBackend; 3] = [&Combined, &RustCrypto, &AwsLc];
    let count = if is_quick() { 1 } else { all.len() };
    all[..count].to_vec()
}
