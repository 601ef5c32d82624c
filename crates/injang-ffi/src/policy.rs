//! Policies: shared by threads, replaced every hour.

use crate::error::{ErrorHandle, Fault};
use crate::output::{Text, lend_text};
use crate::{INJANG_OK, guard, input, memory};
use injang::Policy;
use std::ffi::c_char;
use std::mem::MaybeUninit;
use std::sync::OnceLock;

/// What all documents are judged by. Immutable: any number of threads may use one at the same time.
pub struct PolicyHandle {
    pub(crate) policy: Policy,
    manifest: OnceLock<Option<Text>>,
}

impl PolicyHandle {
    pub(crate) const fn new(policy: Policy) -> Self {
        Self {
            policy,
            manifest: OnceLock::new(),
        }
    }
}

/// The same policy with other CRLs and OCSP responses in place of its own: for a server that fetches
/// them every hour. Signatures that have verified are not verified again.
///
/// `pieces` and `lengths` have `count` entries each: octets in any form that
/// injang_policy_builder_add_revocation_data() takes. Both may be NULL if `count` is 0. The octets are
/// copied; `policy` stays as it is.
///
/// `*renewed` becomes the caller's, to be freed by injang_policy_free(); it is overwritten, and NULL
/// after an error. `error` may be NULL. INJANG_E_INPUT: a piece that can't be read. INJANG_E_ARGUMENT:
/// NULL. Any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_policy_with_revocation_data(
    policy: Option<&PolicyHandle>,
    pieces: *const *const u8,
    lengths: *const usize,
    count: usize,
    renewed: Option<&mut MaybeUninit<Option<Box<PolicyHandle>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let out = input::handle(renewed, "renewed")?.write(None);
        let policy = input::handle(policy, "policy")?;
        let mut all = Vec::new();
        if count > 0 {
            // SAFETY: the caller gives so many entries, or NULL.
            let pieces = unsafe { input::list(pieces, count, "pieces") }?;
            // SAFETY: the same.
            let lengths = unsafe { input::list(lengths, count, "lengths") }?;
            let room = all.try_reserve_exact(count);
            room.map_err(|_| Fault::Memory("pieces"))?;
            let mut size = 0_usize;
            for (piece, length) in pieces.iter().zip(lengths) {
                // SAFETY: each entry is a pointer to so many octets, or NULL.
                let piece = unsafe { input::octets(*piece, *length, "pieces") }?;
                size = size.saturating_add(piece.len());
                all.push(piece);
            }
            memory::reserve("pieces", size)?;
        }
        let renewed = policy.policy.with_revocation_data(all);
        let renewed = renewed.map_err(|error| Fault::Material("pieces", error))?;
        *out = Some(Box::new(PolicyHandle::new(renewed)));
        Ok(INJANG_OK)
    })
}

/// Another handle to the same policy, in a few nanoseconds: so that a thread can go on with a policy
/// while another thread replaces and frees its own handle.
///
/// `*copy` becomes the caller's, to be freed by injang_policy_free(); it is overwritten, and NULL after
/// an error. `error` may be NULL. INJANG_E_ARGUMENT: NULL. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_policy_clone(
    policy: Option<&PolicyHandle>,
    copy: Option<&mut MaybeUninit<Option<Box<PolicyHandle>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let out = input::handle(copy, "copy")?.write(None);
        let policy = input::handle(policy, "policy")?.policy.clone();
        *out = Some(Box::new(PolicyHandle::new(policy)));
        Ok(INJANG_OK)
    })
}

/// The text of which injang_report_policy_sha256() is the SHA-256: all settings, and every trust
/// anchor, certificate, CRL and OCSP response by its SHA-256.
///
/// `length` may be NULL. NULL for NULL. Any thread. The text lives as long as the policy.
#[unsafe(no_mangle)]
pub extern "C" fn injang_policy_manifest(
    policy: Option<&PolicyHandle>,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    let text = guard::get(None, || {
        let policy = policy?;
        let made = || policy.policy.manifest().map(Text::new);
        Some(policy.manifest.get_or_init(made).as_ref())
    });
    lend_text(text, length)
}

/// Frees a policy. NULL is nothing to free. No call may be using this handle any more; reports and
/// decisions that were made with it outlive it. A pointer may be freed once: set it to NULL afterwards.
#[unsafe(no_mangle)]
pub extern "C" fn injang_policy_free(policy: Option<Box<PolicyHandle>>) {
    guard::free(policy);
}
