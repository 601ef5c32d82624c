//! What goes back to C: texts that a handle keeps, and octets that it lends.

use crate::error::Fault;
use crate::input;
use injang::{Lang, View};
use std::ffi::c_char;
use std::mem::MaybeUninit;
use std::ptr;
use std::sync::OnceLock;

/// A text in UTF-8 with a NUL behind it and none within.
pub(crate) struct Text(Box<[u8]>);

impl Text {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        let mut text: String = text.into();
        // A NUL of a certificate's name must not cut off what follows it.
        if text.contains('\0') {
            text = text.replace('\0', "\u{fffd}");
        }
        text.push('\0');
        Self(text.into_bytes().into_boxed_slice())
    }

    fn octets(&self) -> &[u8] {
        self.0.split_last().map_or(&[], |(_, text)| text)
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(self.octets()).unwrap_or_default()
    }

    pub(crate) fn as_ptr(&self) -> *const c_char {
        self.0.as_ptr().cast()
    }
}

/// Where a length is written; NULL if it is not wanted.
pub(crate) type LengthOut<'a> = Option<&'a mut MaybeUninit<usize>>;

/// Lends a text with its length, or NULL and 0.
pub(crate) fn lend_text(text: Option<&Text>, length: LengthOut<'_>) -> *const c_char {
    if let Some(length) = length {
        length.write(text.map_or(0, |text| text.octets().len()));
    }
    text.map_or(ptr::null(), Text::as_ptr)
}

/// Lends octets with their length, or NULL and 0. None at all are not NULL.
pub(crate) fn lend(octets: Option<&[u8]>, length: LengthOut<'_>) -> *const u8 {
    if let Some(length) = length {
        length.write(octets.map_or(0, <[u8]>::len));
    }
    match octets {
        None => ptr::null(),
        Some([]) => c"".as_ptr().cast(),
        Some(octets) => octets.as_ptr(),
    }
}

/// A form of a report.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    Json,
    Text,
    Brief,
}

/// How a text is written, checked.
pub(crate) fn view(lang: i32, show_subject: i32) -> Result<View, Fault> {
    Ok(View {
        show_subject: input::flag(show_subject, "show_subject")?,
        ..View::new(input::number(lang, Lang::from_number, "lang")?)
    })
}

/// Texts that are made when they are asked for first, and kept as long as their handle: three forms in
/// two languages, with and without subjects.
#[derive(Default)]
pub(crate) struct Kept(OnceLock<Box<[OnceLock<Text>; 12]>>);

impl Kept {
    pub(crate) fn text(&self, form: Form, view: View, make: impl FnOnce() -> String) -> &Text {
        let cells = self.0.get_or_init(Box::default);
        let lang = usize::from(view.lang != Lang::En);
        let subject = usize::from(view.show_subject);
        let cell = &cells[form as usize * 4 + lang * 2 + subject];
        cell.get_or_init(|| Text::new(make()))
    }
}
