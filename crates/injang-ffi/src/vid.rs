//! The VID by itself, without a document.

use crate::error::{ErrorHandle, Fault};
use crate::{INJANG_OK, INJANG_REJECTED, guard, input, memory};
use injang::{Certificate, Ci, Vid, VidEncoding, VidError, VidLayout};
use std::ffi::c_char;
use std::mem::MaybeUninit;

/// Octets of a VID.
pub const INJANG_VID_SIZE: usize = 32;
/// Characters of a VID as text at most, with the NUL behind them.
pub const INJANG_VID_TEXT_SIZE: usize = 65;

/// The VID in a provider's text. What is not UTF-8 is none.
pub(crate) fn parse(text: &[u8]) -> Result<Vid, VidError> {
    let text = std::str::from_utf8(text).map_err(|_| VidError)?;
    Vid::parse(text)
}

/// The VID of a CI and a serial number.
///
/// # Safety
/// As of [`input::octets`].
unsafe fn computed(
    ci: *const c_char,
    ci_length: usize,
    serial: *const u8,
    serial_length: usize,
    layout: i32,
) -> Result<Vid, Fault> {
    // SAFETY: the caller gives so many characters, or NULL.
    let ci = unsafe { input::characters(ci, ci_length, "ci") }?;
    // SAFETY: the caller gives so many octets, or NULL.
    let serial = unsafe { input::octets(serial, serial_length, "serial") }?;
    if serial.is_empty() {
        return Err(Fault::Empty("serial"));
    }
    let layout = input::number(layout, VidLayout::from_number, "layout")?;
    let ci = Ci::from_base64(ci).map_err(Fault::Ci)?;
    injang::vid(&ci, serial, layout).ok_or(Fault::Bug)
}

/// Room for an answer.
///
/// # Safety
/// If `pointer` is not NULL, `capacity` octets are writable there.
unsafe fn write(
    pointer: *mut u8,
    capacity: usize,
    name: &'static str,
    parts: &[&[u8]],
) -> Result<(), Fault> {
    if pointer.is_null() {
        return Err(Fault::Null(name));
    }
    let size: usize = parts.iter().map(|part| part.len()).sum();
    if size > capacity {
        return Err(Fault::Capacity(name));
    }
    let mut at = 0;
    for part in parts {
        // SAFETY: `at` and the part's length together are no more than `size`, and so no more than the
        // capacity, so many octets of which the caller lends for writing; the part is not among them.
        unsafe { std::ptr::copy_nonoverlapping(part.as_ptr(), pointer.add(at), part.len()) };
        at += part.len();
    }
    Ok(())
}

/// Computes the VID of a person for a certificate: 32 octets.
///
/// `ci` is base64 of 64 octets. `serial` is the serial number as the content octets of its INTEGER,
/// which injang_certificate_serial() gives: with the leading 00 where the top bit is set (`openssl x509
/// -serial` leaves that 00 out, and its number gives another VID for half of all certificates). `layout`
/// is an `INJANG_VID_LAYOUT_…`. `vid` has room for `vid_capacity` octets, INJANG_VID_SIZE at least.
///
/// A VID is a pseudonym of a person. `error` may be NULL. INJANG_E_ARGUMENT: NULL, no CI, no octet of a
/// serial number, an unknown layout, or too little room. Any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_vid_compute(
    ci: *const c_char,
    ci_length: usize,
    serial: *const u8,
    serial_length: usize,
    layout: i32,
    vid: *mut u8,
    vid_capacity: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        // SAFETY: the caller gives so many characters and octets, or NULL.
        let computed = unsafe { computed(ci, ci_length, serial, serial_length, layout) }?;
        // SAFETY: the caller lends so many octets, or NULL.
        unsafe { write(vid, vid_capacity, "vid", &[computed.as_bytes()]) }?;
        Ok(INJANG_OK)
    })
}

/// The same as text, with a NUL behind it. `encoding` is `INJANG_VID_ENCODING_BASE64`,
/// `INJANG_VID_ENCODING_BASE64URL` or `INJANG_VID_ENCODING_HEX`. `text` has room for `text_capacity`
/// characters: INJANG_VID_TEXT_SIZE are enough for each of them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_vid_text(
    ci: *const c_char,
    ci_length: usize,
    serial: *const u8,
    serial_length: usize,
    layout: i32,
    encoding: i32,
    text: *mut c_char,
    text_capacity: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let encoding = input::number(encoding, VidEncoding::from_number, "encoding")?;
        // SAFETY: the caller gives so many characters and octets, or NULL.
        let vid = unsafe { computed(ci, ci_length, serial, serial_length, layout) }?;
        let written = vid.to_text(encoding);
        // SAFETY: the caller lends so many characters, or NULL.
        unsafe {
            write(
                text.cast(),
                text_capacity,
                "text",
                &[written.as_bytes(), b"\0"],
            )
        }?;
        Ok(INJANG_OK)
    })
}

/// Whether a VID is that of a person for a certificate, compared in constant time: INJANG_OK if it is,
/// INJANG_REJECTED if it is another. That a document was signed with this certificate is not asked here.
///
/// `vid` is base64, base64url or hex of 32 octets; the rest is as of injang_vid_compute(). `error` may be
/// NULL. INJANG_E_ARGUMENT: NULL, no CI, no VID, no octet of a serial number, or an unknown layout. Any
/// thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_vid_check(
    ci: *const c_char,
    ci_length: usize,
    serial: *const u8,
    serial_length: usize,
    layout: i32,
    vid: *const c_char,
    vid_length: usize,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        // SAFETY: the caller gives so many characters, or NULL.
        let vid = unsafe { input::characters(vid, vid_length, "vid") }?;
        let vid = parse(vid).map_err(|_| Fault::NotVid)?;
        // SAFETY: the caller gives so many characters and octets, or NULL.
        let computed = unsafe { computed(ci, ci_length, serial, serial_length, layout) }?;
        Ok(if computed == vid {
            INJANG_OK
        } else {
            INJANG_REJECTED
        })
    })
}

/// The serial number of the one certificate in these octets, in any form that
/// injang_policy_builder_add_trust() takes: the content octets of its INTEGER.
///
/// `serial` has room for `serial_capacity` octets. `*serial_length` becomes their number, also where
/// there is too little room for them. `error` may be NULL. INJANG_E_INPUT: no certificate, or several.
/// INJANG_E_ARGUMENT: NULL, or too little room. Any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_certificate_serial(
    octets: *const u8,
    octets_length: usize,
    serial: *mut u8,
    serial_capacity: usize,
    serial_length: Option<&mut MaybeUninit<usize>>,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let length = input::handle(serial_length, "serial_length")?.write(0);
        // SAFETY: the caller gives so many octets, or NULL.
        let octets = unsafe { input::octets(octets, octets_length, "octets") }?;
        input::handle((!serial.is_null()).then_some(()), "serial")?;
        memory::reserve("octets", octets.len())?;
        let unreadable = |error| Fault::Material("octets", error);
        let found = injang::certificates(octets).map_err(unreadable)?;
        let [only] = &found[..] else {
            return Err(Fault::SeveralCertificates("octets"));
        };
        let certificate = Certificate::from_der(only).map_err(|_| Fault::Bug)?;
        let number = certificate.serial();
        *length = number.len();
        // SAFETY: the caller lends so many octets, or NULL.
        unsafe { write(serial, serial_capacity, "serial", &[number]) }?;
        Ok(INJANG_OK)
    })
}
