//! The crypto backends that a suite runs under.

use injang_core::CryptoBackend;
use injang_crypto::{AwsLc, Combined, RustCrypto};

/// Whether a suite stops at the first failure: `INJANG_QUICK=1`, which `cargo xtask mutants` sets,
/// because it runs the suite some thousand times.
pub fn is_quick() -> bool {
    std::env::var_os("INJANG_QUICK").is_some_and(|value| value == "1")
}

/// All backends, the default first. Under `INJANG_QUICK` only the default: mutants change the core,
/// and not the backends.
pub fn backends() -> Vec<&'static dyn CryptoBackend> {
    let all: [&dyn CryptoBackend; 3] = [&Combined, &RustCrypto, &AwsLc];
    let count = if is_quick() { 1 } else { all.len() };
    all[..count].to_vec()
}
