//! The same call by the library in Rust and by the functions of the C ABI.
#![allow(
    unsafe_code,
    reason = "the functions of the C ABI are called as C calls them"
)]

use injang::{Ci, Policy, Request, Revocation, Vid, VidLayout};
use injang_ffi::judge::injang_verify;
use injang_ffi::policy::{PolicyHandle, injang_policy_free};
use injang_ffi::policy_builder::{
    injang_policy_builder_add_trust, injang_policy_builder_build, injang_policy_builder_free,
    injang_policy_builder_new,
};
use injang_ffi::report::{injang_report_free, injang_report_verdict};
use injang_ffi::request::{RequestHandle, injang_request_free, injang_request_new};
use injang_ffi::signer::injang_signer_serial;
use std::mem::MaybeUninit;

/// The document of Kakao's shape that the calls judge, and its authority.
const DOCUMENT: &[u8] = include_bytes!("../../tests/vectors/kakao/content-in-pieces/document.der");
const AUTHORITY: &[u8] = include_bytes!("../../tests/vectors/kakao/ca.der");

/// A policy of the library, and the call: verdict and serial number of an accepted document.
pub struct RustCall {
    policy: Policy,
    request: Request<'static>,
}

impl RustCall {
    /// Prepares it.
    ///
    /// # Panics
    /// Never: the authority is a constant.
    pub fn new() -> Self {
        let builder = Policy::builder(Revocation::NotChecked).trust(AUTHORITY);
        Self {
            policy: builder.expect("an authority").build(),
            request: Request::at(crate::time()),
        }
    }

    /// Verdict and length of the serial number.
    ///
    /// # Panics
    /// If the document is not accepted.
    pub fn run(&self, document: &[u8]) -> (u8, usize) {
        let report = self.policy.audit(document, &self.request);
        assert!(report.is_accepted());
        let serial = report
            .signer(0)
            .and_then(|signer| signer.serial().map(<[u8]>::len));
        (report.verdict().number(), serial.unwrap_or(0))
    }
}

impl Default for RustCall {
    fn default() -> Self {
        Self::new()
    }
}

/// The same by the functions of the C ABI.
pub struct CCall {
    policy: Option<Box<PolicyHandle>>,
    request: Option<Box<RequestHandle>>,
}

/// A handle that a function writes.
fn made<T>(make: impl FnOnce(&mut MaybeUninit<Option<Box<T>>>) -> i32) -> (i32, Option<Box<T>>) {
    let mut out = MaybeUninit::uninit();
    let code = make(&mut out);
    // SAFETY: every function of the ABI that takes a place for a handle writes it.
    (code, unsafe { out.assume_init() })
}

impl CCall {
    /// Prepares it.
    ///
    /// # Panics
    /// Never: the authority is a constant.
    pub fn new() -> Self {
        let (_, mut builder) = made(|out| injang_policy_builder_new(2, Some(out), None));
        // SAFETY: the octets are those of a slice.
        let code = unsafe {
            injang_policy_builder_add_trust(
                builder.as_deref_mut(),
                AUTHORITY.as_ptr(),
                AUTHORITY.len(),
                None,
            )
        };
        assert_eq!(code, 0);
        let policy =
            |out: &mut _| injang_policy_builder_build(builder.as_deref_mut(), Some(out), None);
        let (_, policy) = made(policy);
        injang_policy_builder_free(builder);
        let (_, request) = made(|out| injang_request_new(crate::time().unix(), Some(out), None));
        Self { policy, request }
    }

    /// Verdict and length of the serial number.
    ///
    /// # Panics
    /// If the document is not accepted.
    pub fn run(&self, document: &[u8]) -> (i32, usize) {
        let (code, report) = made(|out| {
            // SAFETY: the octets are those of a slice.
            unsafe {
                injang_verify(
                    self.policy.as_deref(),
                    self.request.as_deref(),
                    document.as_ptr(),
                    document.len(),
                    Some(out),
                    None,
                )
            }
        });
        assert_eq!(code, 0);
        let verdict = injang_report_verdict(report.as_deref());
        let mut length = MaybeUninit::new(0);
        let _ = injang_signer_serial(report.as_deref(), 0, Some(&mut length));
        injang_report_free(report);
        // SAFETY: it was written before the call.
        (verdict, unsafe { length.assume_init() })
    }
}

impl Default for CCall {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for CCall {
    fn drop(&mut self) {
        injang_policy_free(self.policy.take());
        injang_request_free(self.request.take());
    }
}

/// The document that both judge.
pub const fn document() -> &'static [u8] {
    DOCUMENT
}

/// The VID of a person with a certificate.
///
/// # Panics
/// Never: the CI is a constant.
pub fn vid(ci: &Ci, serial: &[u8]) -> Vid {
    injang::vid(ci, serial, VidLayout::CiThenSerial).expect("SHA-256")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_judge_alike() {
        let (rust, c) = (RustCall::new(), CCall::new());
        let (verdict, serial) = rust.run(document());
        assert_eq!((i32::from(verdict), serial), c.run(document()));
        assert!(serial > 0);
    }
}
