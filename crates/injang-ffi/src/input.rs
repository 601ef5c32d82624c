//! What comes from C: pointers with lengths, numbers and texts, each checked under its name.

use crate::error::Fault;
use injang::{Oid, OidBuf, Time};
use std::ffi::c_char;
use std::slice;

/// Octets, which may be none.
///
/// # Safety
/// If `pointer` is not NULL, `length` octets are readable there, and nobody writes to them during `'a`.
pub(crate) unsafe fn octets<'a>(
    pointer: *const u8,
    length: usize,
    name: &'static str,
) -> Result<&'a [u8], Fault> {
    if pointer.is_null() {
        return Err(Fault::Null(name));
    }
    if isize::try_from(length).is_err() {
        return Err(Fault::Length(name));
    }
    // SAFETY: the pointer is not NULL and the length is no more than PTRDIFF_MAX; that so many octets
    // are readable and unchanged is the caller's part. Any pointer is aligned for octets.
    Ok(unsafe { slice::from_raw_parts(pointer, length) })
}

/// Octets of a text.
///
/// # Safety
/// As of [`octets`].
pub(crate) unsafe fn characters<'a>(
    pointer: *const c_char,
    length: usize,
    name: &'static str,
) -> Result<&'a [u8], Fault> {
    // SAFETY: the caller keeps the contract of `octets`; char and octet have one size.
    unsafe { octets(pointer.cast(), length, name) }
}

/// A text in UTF-8.
///
/// # Safety
/// As of [`octets`].
pub(crate) unsafe fn text<'a>(
    pointer: *const c_char,
    length: usize,
    name: &'static str,
) -> Result<&'a str, Fault> {
    // SAFETY: the caller keeps the contract of `octets`.
    let octets = unsafe { characters(pointer, length, name) }?;
    std::str::from_utf8(octets).map_err(|_| Fault::NotText(name))
}

/// A text in UTF-8; NULL is none.
///
/// # Safety
/// As of [`octets`].
pub(crate) unsafe fn optional_text<'a>(
    pointer: *const c_char,
    length: usize,
    name: &'static str,
) -> Result<Option<&'a str>, Fault> {
    if pointer.is_null() && length == 0 {
        return Ok(None);
    }
    // SAFETY: the caller keeps the contract of `octets`.
    unsafe { text(pointer, length, name) }.map(Some)
}

/// An object identifier in dotted form.
///
/// # Safety
/// As of [`octets`].
pub(crate) unsafe fn oid(
    pointer: *const c_char,
    length: usize,
    name: &'static str,
) -> Result<OidBuf, Fault> {
    // SAFETY: the caller keeps the contract of `octets`.
    let text = unsafe { text(pointer, length, name) }?;
    OidBuf::parse(text).ok_or(Fault::NotOid(name))
}

/// A value by its number.
pub(crate) fn number<N: TryFrom<i32>, T>(
    value: i32,
    from: impl FnOnce(N) -> Option<T>,
    name: &'static str,
) -> Result<T, Fault> {
    let number = N::try_from(value).ok();
    number.and_then(from).ok_or(Fault::Number(name))
}

/// Yes (1) or no (0).
pub(crate) fn flag(value: i32, name: &'static str) -> Result<bool, Fault> {
    match value {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(Fault::Number(name)),
    }
}

/// Seconds since 1970.
pub(crate) fn time(seconds: i64, name: &'static str) -> Result<Time, Fault> {
    Time::from_unix(seconds).ok_or(Fault::NotTime(name))
}

/// A handle that must be there.
pub(crate) fn handle<T>(handle: Option<T>, name: &'static str) -> Result<T, Fault> {
    handle.ok_or(Fault::Null(name))
}

/// Views of identifiers.
pub(crate) fn views(identifiers: &[OidBuf]) -> impl Iterator<Item = Oid<'_>> {
    identifiers.iter().map(OidBuf::as_oid)
}

/// A list of pointers or lengths.
///
/// # Safety
/// If `pointer` is not NULL, `count` values are readable there, and nobody writes to them during `'a`.
pub(crate) unsafe fn list<'a, T>(
    pointer: *const T,
    count: usize,
    name: &'static str,
) -> Result<&'a [T], Fault> {
    if pointer.is_null() {
        return Err(Fault::Null(name));
    }
    let size = count.checked_mul(size_of::<T>());
    if size.is_none_or(|size| isize::try_from(size).is_err()) {
        return Err(Fault::Length(name));
    }
    if !pointer.is_aligned() {
        return Err(Fault::Number(name));
    }
    // SAFETY: the pointer is aligned and not NULL, and the size is no more than PTRDIFF_MAX; that so
    // many values are readable and unchanged is the caller's part.
    Ok(unsafe { slice::from_raw_parts(pointer, count) })
}
