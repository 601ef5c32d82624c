//! What is in a file, none of it judged.

use crate::error::{ErrorHandle, Fault};
use crate::output::{Form, Kept, Text, lend_text, view};
use crate::{INJANG_OK, guard, input, memory};
use injang::Inspection;
use std::ffi::c_char;
use std::mem::MaybeUninit;

/// What is in a signed document, or in a file with certificates, CRLs and OCSP responses. Nothing of it
/// was verified. Immutable: any number of threads may read it.
pub struct InspectionHandle {
    inspection: Inspection,
    kept: Kept,
}

/// Reads a signed document, or certificates, CRLs and OCSP responses, in any armor, without judging it.
///
/// The octets are copied. `*inspection` becomes the caller's, to be freed by injang_inspection_free(); it
/// is overwritten, and NULL after an error. `error` may be NULL. INJANG_E_INPUT: nothing that is known
/// here; the error's message says what it is and what to do. INJANG_E_ARGUMENT: NULL. INJANG_E_MEMORY.
/// Any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_inspect(
    octets: *const u8,
    octets_length: usize,
    inspection: Option<&mut MaybeUninit<Option<Box<InspectionHandle>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let out = input::handle(inspection, "inspection")?.write(None);
        // SAFETY: the caller gives so many octets, or NULL.
        let octets = unsafe { input::octets(octets, octets_length, "octets") }?;
        memory::reserve("octets", octets.len())?;
        let inspection = injang::inspect(octets).map_err(Fault::Inspection)?;
        *out = Some(Box::new(InspectionHandle {
            inspection,
            kept: Kept::default(),
        }));
        Ok(INJANG_OK)
    })
}

fn form(
    inspection: Option<&InspectionHandle>,
    form: Form,
    lang: i32,
    show_subject: i32,
) -> Option<&Text> {
    guard::get(None, || {
        let handle = inspection?;
        let view = view(lang, show_subject).ok()?;
        let made = || match form {
            Form::Json => handle.inspection.to_json_in(view),
            Form::Text | Form::Brief => handle.inspection.text_in(view),
        };
        Some(Some(handle.kept.text(form, view, made)))
    })
}

/// For programs: JSON as `schema/inspect.json` describes it. Made when it is asked for first, and kept.
///
/// `lang` is an `INJANG_LANGUAGE_…`. The subjects of certificates, which are personal data, stand in it
/// only if `show_subject` is 1. NULL for another number, or for NULL. `length` may be NULL. Any thread.
/// The text lives as long as the inspection.
#[unsafe(no_mangle)]
pub extern "C" fn injang_inspection_json(
    inspection: Option<&InspectionHandle>,
    lang: i32,
    show_subject: i32,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    lend_text(form(inspection, Form::Json, lang, show_subject), length)
}

/// For people. Otherwise as injang_inspection_json().
#[unsafe(no_mangle)]
pub extern "C" fn injang_inspection_text(
    inspection: Option<&InspectionHandle>,
    lang: i32,
    show_subject: i32,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    lend_text(form(inspection, Form::Text, lang, show_subject), length)
}

/// Frees an inspection. NULL is nothing to free. A pointer may be freed once: set it to NULL afterwards.
#[unsafe(no_mangle)]
pub extern "C" fn injang_inspection_free(inspection: Option<Box<InspectionHandle>>) {
    guard::free(inspection);
}
