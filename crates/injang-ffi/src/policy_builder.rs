//! Makes policies.

use crate::error::{ErrorHandle, Fault};
use crate::policy::PolicyHandle;
use crate::{INJANG_OK, guard, input, memory};
use injang::{AlgorithmConstraints, Budget, OidBuf, Policy, PolicyBuilder, Profile, Revocation};
use std::ffi::c_char;
use std::mem::MaybeUninit;

/// Makes one policy: whom to trust, how strictly, and with which revocation data. One thread at a time.
pub struct PolicyBuilderHandle {
    /// Taken when it is built.
    parts: Option<Parts>,
}

struct Parts {
    builder: PolicyBuilder,
    acceptable: Vec<OidBuf>,
    signer: Vec<OidBuf>,
    constraints: AlgorithmConstraints,
    budget: Budget,
}

impl PolicyBuilderHandle {
    fn parts(&mut self) -> Result<&mut Parts, Fault> {
        self.parts.as_mut().ok_or(Fault::Used("builder"))
    }

    /// Changes a setting.
    fn set(&mut self, change: impl FnOnce(PolicyBuilder) -> PolicyBuilder) -> Result<i32, Fault> {
        let parts = self.parts.take().ok_or(Fault::Used("builder"))?;
        let builder = change(parts.builder);
        self.parts = Some(Parts { builder, ..parts });
        Ok(INJANG_OK)
    }
}

fn builder(handle: Option<&mut PolicyBuilderHandle>) -> Result<&mut PolicyBuilderHandle, Fault> {
    input::handle(handle, "builder")
}

/// Adds octets to a builder by one of its methods.
///
/// # Safety
/// As of [`input::octets`].
unsafe fn add(
    handle: Option<&mut PolicyBuilderHandle>,
    pointer: *const u8,
    length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
    add: impl FnOnce(&mut PolicyBuilder, &[u8]) -> Result<(), injang::MaterialError>,
) -> i32 {
    guard::call(error, || {
        let parts = builder(handle)?.parts()?;
        // SAFETY: the caller gives so many octets, or NULL.
        let octets = unsafe { input::octets(pointer, length, "octets") }?;
        memory::reserve("octets", octets.len())?;
        add(&mut parts.builder, octets).map_err(|error| Fault::Material("octets", error))?;
        Ok(INJANG_OK)
    })
}

/// Makes a builder of a policy that trusts nobody yet.
///
/// `revocation` has no default: `INJANG_REVOCATION_MODE_REQUIRE` (every certificate below the trust
/// anchor must be shown not to have been revoked, by a fresh CRL or OCSP response) or
/// `INJANG_REVOCATION_MODE_NONE` (not checked, and every report says so).
///
/// `*builder` becomes the caller's, to be freed by injang_policy_builder_free(); it is overwritten, and
/// NULL after an error. `error` may be NULL. INJANG_E_ARGUMENT: NULL or an unknown number. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_policy_builder_new(
    revocation: i32,
    builder: Option<&mut MaybeUninit<Option<Box<PolicyBuilderHandle>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let out = input::handle(builder, "builder")?.write(None);
        let revocation = match revocation {
            1 => Revocation::Require,
            2 => Revocation::NotChecked,
            _ => return Err(Fault::Number("revocation")),
        };
        *out = Some(Box::new(PolicyBuilderHandle {
            parts: Some(Parts {
                builder: Policy::builder(revocation),
                acceptable: Vec::new(),
                signer: Vec::new(),
                constraints: AlgorithmConstraints::default(),
                budget: Budget::default(),
            }),
        }));
        Ok(INJANG_OK)
    })
}

/// Trusts the certificates in these octets: DER, base64 or hex of it, PEM with any number of blocks, or
/// a list of certificates (.p7b). Name and key of each are a trust anchor. Nothing of them is verified:
/// compare their fingerprints with what the authority publishes first.
///
/// The octets are copied. `error` may be NULL. INJANG_E_INPUT: no certificate, or one that can't be
/// read; then nothing was added. INJANG_E_ARGUMENT: NULL, or the builder was built already.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_policy_builder_add_trust(
    builder: Option<&mut PolicyBuilderHandle>,
    octets: *const u8,
    octets_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    // SAFETY: the caller gives so many octets, or NULL.
    unsafe {
        add(
            builder,
            octets,
            octets_length,
            error,
            PolicyBuilder::add_trust,
        )
    }
}

/// Trusts a name and a key: DER of a Name and of a SubjectPublicKeyInfo.
///
/// The octets are copied. `error` may be NULL. INJANG_E_INPUT: octets that can't be read; then nothing
/// was added. INJANG_E_ARGUMENT: NULL, or the builder was built already.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_policy_builder_add_trust_key(
    builder: Option<&mut PolicyBuilderHandle>,
    name: *const u8,
    name_length: usize,
    public_key: *const u8,
    public_key_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let parts = self::builder(builder)?.parts()?;
        // SAFETY: the caller gives so many octets, or NULL.
        let name = unsafe { input::octets(name, name_length, "name") }?;
        // SAFETY: the same.
        let public_key = unsafe { input::octets(public_key, public_key_length, "public_key") }?;
        memory::reserve("name", name.len())?;
        memory::reserve("public_key", public_key.len())?;
        let added = parts.builder.add_trust_key(name, public_key);
        added.map_err(|error| Fault::Material("name", error))?;
        Ok(INJANG_OK)
    })
}

/// Adds certificates of authorities to build paths with, in any form that
/// injang_policy_builder_add_trust() takes. None of them is trusted for being here.
///
/// The octets are copied. `error` may be NULL. INJANG_E_INPUT: no certificate, or one that can't be
/// read; then nothing was added. INJANG_E_ARGUMENT: NULL, or the builder was built already.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_policy_builder_add_intermediates(
    builder: Option<&mut PolicyBuilderHandle>,
    octets: *const u8,
    octets_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    let add_one = PolicyBuilder::add_intermediates;
    // SAFETY: the caller gives so many octets, or NULL.
    unsafe { add(builder, octets, octets_length, error, add_one) }
}

/// Adds CRLs and OCSP responses: DER, base64 or hex of it, PEM with any number of blocks, or a list
/// (.p7b) that has some. They are told apart by what is in them.
///
/// The octets are copied. `error` may be NULL. INJANG_E_INPUT: none, or one that can't be read; then
/// nothing was added. INJANG_E_ARGUMENT: NULL, or the builder was built already.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_policy_builder_add_revocation_data(
    builder: Option<&mut PolicyBuilderHandle>,
    octets: *const u8,
    octets_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    let add_one = PolicyBuilder::add_revocation_data;
    // SAFETY: the caller gives so many octets, or NULL.
    unsafe { add(builder, octets, octets_length, error, add_one) }
}

/// Adds certificates of OCSP responders that are trusted to answer about any certificate by local
/// configuration (RFC 6960 4.2.2.2), as Toss's responder needs.
///
/// The octets are copied. `error` may be NULL. INJANG_E_INPUT: no certificate, or one that can't be
/// read; then nothing was added. INJANG_E_ARGUMENT: NULL, or the builder was built already.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_policy_builder_add_ocsp_responders(
    builder: Option<&mut PolicyBuilderHandle>,
    octets: *const u8,
    octets_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    let add_one = PolicyBuilder::add_ocsp_responders;
    // SAFETY: the caller gives so many octets, or NULL.
    unsafe { add(builder, octets, octets_length, error, add_one) }
}

/// How deviations from the standards are taken: `INJANG_PROFILE_STANDARD` (the default) or
/// `INJANG_PROFILE_STRICT`.
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, an unknown number, or the builder was built already.
#[unsafe(no_mangle)]
pub extern "C" fn injang_policy_builder_set_profile(
    builder: Option<&mut PolicyBuilderHandle>,
    profile: i32,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let builder = self::builder(builder)?;
        let profile = input::number(profile, Profile::from_number, "profile")?;
        builder.set(|builder| builder.profile(profile))
    })
}

/// Whether SHA-1 counts: 1 or 0 (the default).
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, another number, or the builder was built already.
#[unsafe(no_mangle)]
pub extern "C" fn injang_policy_builder_set_accept_sha1(
    builder: Option<&mut PolicyBuilderHandle>,
    accept: i32,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let parts = self::builder(builder)?.parts()?;
        parts.constraints.accept_sha1 = input::flag(accept, "accept")?;
        Ok(INJANG_OK)
    })
}

/// The least bits of an RSA modulus that count; default 2048.
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, or the builder was built already.
#[unsafe(no_mangle)]
pub extern "C" fn injang_policy_builder_set_least_rsa_bits(
    builder: Option<&mut PolicyBuilderHandle>,
    bits: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        self::builder(builder)?.parts()?.constraints.least_rsa_bits = bits;
        Ok(INJANG_OK)
    })
}

/// Whether the certificates of the trust anchors constrain what is below them (RFC 5937): 1 or 0 (the
/// default).
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, another number, or the builder was built already.
#[unsafe(no_mangle)]
pub extern "C" fn injang_policy_builder_set_anchor_constraints(
    builder: Option<&mut PolicyBuilderHandle>,
    apply: i32,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let builder = self::builder(builder)?;
        let apply = input::flag(apply, "apply")?;
        builder.set(|builder| builder.anchor_constraints(apply))
    })
}

/// Adds a certificate policy that is acceptable (RFC 5280 6.1.1 c), in dotted form; without any, all
/// are. Naming one makes a policy required along the whole path, unless
/// injang_policy_builder_set_explicit_policy() says no.
///
/// The text is copied. `error` may be NULL. INJANG_E_ARGUMENT: NULL, no object identifier, or the
/// builder was built already.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_policy_builder_add_acceptable_policy(
    builder: Option<&mut PolicyBuilderHandle>,
    oid: *const c_char,
    oid_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let parts = self::builder(builder)?.parts()?;
        // SAFETY: the caller gives so many characters, or NULL.
        let oid = unsafe { input::oid(oid, oid_length, "oid") }?;
        parts.acceptable.push(oid);
        Ok(INJANG_OK)
    })
}

/// Whether a path must have a valid policy (RFC 5280 6.1.1 f): 1 or 0; default 1 where acceptable
/// policies are named, 0 where none is.
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, another number, or the builder was built already.
#[unsafe(no_mangle)]
pub extern "C" fn injang_policy_builder_set_explicit_policy(
    builder: Option<&mut PolicyBuilderHandle>,
    require: i32,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let builder = self::builder(builder)?;
        let require = input::flag(require, "require")?;
        builder.set(|builder| builder.require_explicit_policy(require))
    })
}

/// Whether no authority may map one policy to another (RFC 5280 6.1.1 e): 1 or 0 (the default).
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, another number, or the builder was built already.
#[unsafe(no_mangle)]
pub extern "C" fn injang_policy_builder_set_inhibit_policy_mapping(
    builder: Option<&mut PolicyBuilderHandle>,
    inhibit: i32,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let builder = self::builder(builder)?;
        let inhibit = input::flag(inhibit, "inhibit")?;
        builder.set(|builder| builder.inhibit_policy_mapping(inhibit))
    })
}

/// Whether anyPolicy in a certificate stands for no other policy (RFC 5280 6.1.1 g): 1 or 0 (the
/// default).
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, another number, or the builder was built already.
#[unsafe(no_mangle)]
pub extern "C" fn injang_policy_builder_set_inhibit_any_policy(
    builder: Option<&mut PolicyBuilderHandle>,
    inhibit: i32,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let builder = self::builder(builder)?;
        let inhibit = input::flag(inhibit, "inhibit")?;
        builder.set(|builder| builder.inhibit_any_policy(inhibit))
    })
}

/// Adds a policy, in dotted form, one of which the signer's own certificate must assert, whatever the
/// path says; without any, none is asked for.
///
/// The text is copied. `error` may be NULL. INJANG_E_ARGUMENT: NULL, no object identifier, or the
/// builder was built already.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_policy_builder_add_signer_policy(
    builder: Option<&mut PolicyBuilderHandle>,
    oid: *const c_char,
    oid_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let parts = self::builder(builder)?.parts()?;
        // SAFETY: the caller gives so many characters, or NULL.
        let oid = unsafe { input::oid(oid, oid_length, "oid") }?;
        parts.signer.push(oid);
        Ok(INJANG_OK)
    })
}

/// The purpose (extKeyUsage), in dotted form, that the signer's certificate must allow if it is
/// restricted to some; default any.
///
/// The text is copied. `error` may be NULL. INJANG_E_ARGUMENT: NULL, no object identifier, or the
/// builder was built already.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_policy_builder_set_purpose(
    builder: Option<&mut PolicyBuilderHandle>,
    oid: *const c_char,
    oid_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let builder = self::builder(builder)?;
        // SAFETY: the caller gives so many characters, or NULL.
        let oid = unsafe { input::oid(oid, oid_length, "oid") }?;
        builder.set(|builder| builder.purpose(oid.as_oid()))
    })
}

/// A bound on the work that one document may cause, as `INJANG_BUDGET_…`. Every bound that is not the
/// default stands in every report.
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, an unknown bound, a value that this machine can't
/// count to, or the builder was built already.
#[unsafe(no_mangle)]
pub extern "C" fn injang_policy_builder_set_budget(
    builder: Option<&mut PolicyBuilderHandle>,
    bound: i32,
    value: u64,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let budget = &mut self::builder(builder)?.parts()?.budget;
        let size = || usize::try_from(value).map_err(|_| Fault::Number("value"));
        match bound {
            INJANG_BUDGET_CANDIDATES => budget.candidates = size()?,
            INJANG_BUDGET_DEPTH => budget.depth = size()?,
            INJANG_BUDGET_ISSUERS => budget.issuers = size()?,
            INJANG_BUDGET_PATHS => budget.paths = size()?,
            INJANG_BUDGET_EVIDENCE => budget.evidence = size()?,
            INJANG_BUDGET_SIGNATURES => budget.signatures = size()?,
            INJANG_BUDGET_OCTETS => budget.octets = size()?,
            INJANG_BUDGET_WORK => budget.work = value,
            _ => return Err(Fault::Number("bound")),
        }
        Ok(INJANG_OK)
    })
}

/// Certificates tried for one signer; default 8.
pub const INJANG_BUDGET_CANDIDATES: i32 = 1;
/// Certificates between the signer's and the anchor's; default 16.
pub const INJANG_BUDGET_DEPTH: i32 = 2;
/// Certificates and anchors of one name that are tried as an issuer; default 32.
pub const INJANG_BUDGET_ISSUERS: i32 = 3;
/// Paths validated for one certificate; default 64.
pub const INJANG_BUDGET_PATHS: i32 = 4;
/// CRLs and OCSP responses of the document that are looked at for one certificate; default 256.
pub const INJANG_BUDGET_EVIDENCE: i32 = 5;
/// Signatures verified for one document; default 2048.
pub const INJANG_BUDGET_SIGNATURES: i32 = 6;
/// Octets of the messages under those signatures; default 64 MiB.
pub const INJANG_BUDGET_OCTETS: i32 = 7;
/// Octets touched for each octet of the document and its content; default 64.
pub const INJANG_BUDGET_WORK: i32 = 8;

/// About how many verified signatures on certificates and CRLs are remembered, at 128 octets each;
/// default 4096, none by 0. No report depends on it.
///
/// `error` may be NULL. INJANG_E_ARGUMENT: NULL, or the builder was built already.
#[unsafe(no_mangle)]
pub extern "C" fn injang_policy_builder_set_cache_size(
    builder: Option<&mut PolicyBuilderHandle>,
    signatures: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        self::builder(builder)?.set(|builder| builder.cache_size(signatures))
    })
}

/// Makes the policy and uses the builder up: from here on it is only to be freed, and every other call
/// with it is INJANG_E_ARGUMENT. Without a trust anchor the policy passes no document.
///
/// `*policy` becomes the caller's, to be freed by injang_policy_free(); it is overwritten, and NULL
/// after an error. `error` may be NULL. INJANG_E_ARGUMENT: NULL, or the builder was built already.
#[unsafe(no_mangle)]
pub extern "C" fn injang_policy_builder_build(
    builder: Option<&mut PolicyBuilderHandle>,
    policy: Option<&mut MaybeUninit<Option<Box<PolicyHandle>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let out = input::handle(policy, "policy")?.write(None);
        let parts = self::builder(builder)?.parts.take();
        let parts = parts.ok_or(Fault::Used("builder"))?;
        let policy = parts
            .builder
            .acceptable_policies(input::views(&parts.acceptable))
            .signer_policies(input::views(&parts.signer))
            .constraints(parts.constraints)
            .budget(parts.budget)
            .build();
        *out = Some(Box::new(PolicyHandle::new(policy)));
        Ok(INJANG_OK)
    })
}

/// Frees a builder. NULL is nothing to free. A pointer may be freed once: set it to NULL afterwards.
#[unsafe(no_mangle)]
pub extern "C" fn injang_policy_builder_free(builder: Option<Box<PolicyBuilderHandle>>) {
    guard::free(builder);
}
