//! The codes that functions return, and the version of the library.

use std::ffi::c_char;

/// Done; of functions that judge: accepted. The only code that lets a document pass.
pub const INJANG_OK: i32 = 0;
/// Of functions that judge: TOTAL-FAILED, an identity that does not match, or REJECTED.
pub const INJANG_REJECTED: i32 = 1;
/// Of functions that judge: INDETERMINATE, an identity that could not be decided, or UNDETERMINED.
pub const INJANG_UNDETERMINED: i32 = 2;
/// An argument can't be taken: NULL, a length over PTRDIFF_MAX, an unknown number, text that is not
/// UTF-8, a builder that was built already, parts that do not go together. Nothing was done.
pub const INJANG_E_ARGUMENT: i32 = 64;
/// Octets or JSON can't be read: a certificate, a CRL, an OCSP response, a request, keys. Nothing was
/// done. A signed document or a provider's answer that can't be read is no error: it is rejected.
pub const INJANG_E_INPUT: i32 = 65;
/// A bug in the library. Nothing was decided.
pub const INJANG_E_BUG: i32 = 70;
/// There is no memory for a buffer that grows with the input. Nothing was decided.
pub const INJANG_E_MEMORY: i32 = 71;

/// The version of the ABI that this library implements.
pub const INJANG_ABI_VERSION: u32 = 1;

/// Version of the ABI of the library that is loaded. A program compares it with
/// `INJANG_ABI_VERSION` of the header that it was compiled with: a library whose number is the same
/// has every function of that header, or more.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_abi_version() -> u32 {
    INJANG_ABI_VERSION
}

/// Version of the library, such as `0.1.0`.
///
/// Any thread. The text is static: never free it.
#[unsafe(no_mangle)]
pub extern "C" fn injang_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}
