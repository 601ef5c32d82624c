//! Why a function did nothing: a handle with a code, the parameter's name and a sentence.

use crate::guard;
use crate::input;
use crate::output::{LengthOut, Text, lend_text};
use crate::{INJANG_E_ARGUMENT, INJANG_E_BUG, INJANG_E_INPUT, INJANG_E_MEMORY};
use injang::pem_or_der::PemOrDerError;
use injang::response::FormatError;
use injang::{CiError, ExchangeError, InspectionError, Lang, MaterialError};
use std::ffi::c_char;
use std::mem::MaybeUninit;
use std::sync::OnceLock;

/// Where an error is written; NULL if it is not wanted.
pub(crate) type ErrorOut<'a> = Option<&'a mut MaybeUninit<Option<Box<ErrorHandle>>>>;

/// Why a function did nothing. Each that is about a parameter names it.
pub(crate) enum Fault {
    Null(&'static str),
    Length(&'static str),
    /// No octet where there must be one.
    Empty(&'static str),
    Number(&'static str),
    NotText(&'static str),
    NotOid(&'static str),
    NotTime(&'static str),
    NotDigest(&'static str),
    NotPointer(&'static str),
    /// A builder that was built.
    Used(&'static str),
    /// A buffer that is too small.
    Capacity(&'static str),
    /// A signer of whom nothing is claimed.
    Unclaimed(&'static str),
    /// Some exchanges with a list of CIs and some without.
    Mixed(&'static str),
    /// A digest and a content, of which one is enough.
    ContentAndDigest,
    Ci(CiError),
    NotVid,
    Material(&'static str, MaterialError),
    SeveralCertificates(&'static str),
    Exchange(&'static str, ExchangeError),
    Inspection(InspectionError),
    Memory(&'static str),
    Bug,
}

impl Fault {
    pub(crate) const fn code(&self) -> i32 {
        match self {
            Self::Material(..)
            | Self::SeveralCertificates(_)
            | Self::Exchange(_, ExchangeError::Format(_))
            | Self::Inspection(_) => INJANG_E_INPUT,
            Self::Memory(_) => INJANG_E_MEMORY,
            Self::Bug => INJANG_E_BUG,
            _ => INJANG_E_ARGUMENT,
        }
    }

    const fn parameter(&self) -> Option<&'static str> {
        match self {
            Self::Null(name)
            | Self::Length(name)
            | Self::Empty(name)
            | Self::Number(name)
            | Self::NotText(name)
            | Self::NotOid(name)
            | Self::NotTime(name)
            | Self::NotDigest(name)
            | Self::NotPointer(name)
            | Self::Used(name)
            | Self::Capacity(name)
            | Self::Unclaimed(name)
            | Self::Mixed(name)
            | Self::Material(name, _)
            | Self::SeveralCertificates(name)
            | Self::Exchange(name, _)
            | Self::Memory(name) => Some(name),
            Self::ContentAndDigest => Some("content"),
            Self::Ci(_) => Some("ci"),
            Self::NotVid => Some("vid"),
            Self::Inspection(_) => Some("octets"),
            Self::Bug => None,
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let fixed = |english: &str, korean: &str| lang.pick(english, korean).to_owned();
        match self {
            Self::Null(_) => fixed("must not be NULL", "NULL일 수 없습니다"),
            Self::Length(_) => fixed(
                "its length is more than PTRDIFF_MAX",
                "길이가 PTRDIFF_MAX를 넘습니다",
            ),
            Self::Empty(_) => fixed("has no octet", "비어 있습니다"),
            Self::Number(_) => fixed(
                "is none of the numbers that it can have",
                "가질 수 있는 값이 아닙니다",
            ),
            Self::NotText(_) => fixed("is not UTF-8", "UTF-8이 아닙니다"),
            Self::NotOid(_) => fixed(
                "is no object identifier in dotted form, such as 1.2.410.200099.1",
                "점으로 구분한 객체 식별자(예: 1.2.410.200099.1)가 아닙니다",
            ),
            Self::NotTime(_) => fixed(
                "is no time between the years 0000 and 9999",
                "0000년에서 9999년 사이의 시각이 아닙니다",
            ),
            Self::NotDigest(_) => fixed(
                "has not as many octets as a digest of this algorithm",
                "이 알고리즘의 다이제스트와 길이가 다릅니다",
            ),
            Self::NotPointer(_) => fixed(
                "is no JSON pointer (RFC 6901), such as /data/publicKey",
                "JSON 포인터(RFC 6901, 예: /data/publicKey)가 아닙니다",
            ),
            Self::Used(_) => fixed(
                "was built already; make a new one",
                "이미 사용되었습니다. 새로 만드세요",
            ),
            Self::Capacity(_) => fixed("has too little room", "공간이 부족합니다"),
            Self::Unclaimed(_) => fixed(
                "the request says which signer a person is, and has no CI and VID of that person",
                "요청에 서명자의 순번만 있고 그 사람의 CI와 VID가 없습니다",
            ),
            Self::Mixed(_) => fixed(
                "either each of them has a list of CIs, or none has",
                "모두 CI 목록이 있거나 모두 없어야 합니다",
            ),
            Self::ContentAndDigest => fixed(
                "the request has a digest already; give the content or its digest",
                "요청에 이미 다이제스트가 있습니다. 원문과 다이제스트 가운데 하나만 지정하세요",
            ),
            Self::Ci(CiError::Length) => {
                fixed("is not base64 of 64 octets", "64바이트의 base64가 아닙니다")
            }
            Self::Ci(_) => fixed("is not base64", "base64가 아닙니다"),
            Self::NotVid => fixed(
                "is neither 64 hex digits nor base64 of 32 octets",
                "16진수 64자리도 32바이트의 base64도 아닙니다",
            ),
            Self::Material(_, error) => error.message(lang),
            Self::SeveralCertificates(_) => fixed(
                "has several certificates; the signer's alone is needed",
                "인증서가 여러 개입니다. 서명자의 인증서 하나만 필요합니다",
            ),
            Self::Exchange(_, error) => error.message(lang),
            Self::Inspection(error) => error.message(lang),
            Self::Memory(_) => fixed(
                "there is no memory for an input of this size",
                "이 크기의 입력을 처리할 메모리가 없습니다",
            ),
            Self::Bug => fixed(
                "a bug in injang; nothing was decided",
                "injang의 내부 오류입니다. 판정하지 않았습니다",
            ),
        }
    }
}

/// Why a function returned a code of 64 or more. Immutable: any number of threads may read it.
pub struct ErrorHandle {
    fault: Fault,
    parameter: OnceLock<Text>,
    messages: [OnceLock<Text>; 2],
}

impl ErrorHandle {
    pub(crate) fn new(fault: Fault) -> Self {
        Self {
            fault,
            parameter: OnceLock::new(),
            messages: Default::default(),
        }
    }

    fn message(&self, lang: Lang) -> &Text {
        let cell = &self.messages[usize::from(lang != Lang::En)];
        cell.get_or_init(|| {
            let sentence = self.fault.sentence(lang);
            Text::new(match self.fault.parameter() {
                Some(name) => format!("{name}: {sentence}"),
                None => sentence,
            })
        })
    }

    #[cfg(test)]
    pub(crate) fn message_in_english(&self) -> &str {
        self.message(Lang::En).as_str()
    }

    const fn format_error(&self) -> Option<&FormatError> {
        match &self.fault {
            Fault::Exchange(_, ExchangeError::Format(error)) => Some(error),
            _ => None,
        }
    }

    const fn material_error(&self) -> Option<injang::Error> {
        match &self.fault {
            Fault::Material(_, error) => match error.fault() {
                PemOrDerError::Malformed(error) => Some(error),
                _ => None,
            },
            _ => None,
        }
    }
}

/// The code that the function returned: `INJANG_E_ARGUMENT`, `INJANG_E_INPUT`, `INJANG_E_BUG` or
/// `INJANG_E_MEMORY`; 0 of NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_error_code(error: Option<&ErrorHandle>) -> i32 {
    guard::get(0, || Some(error?.fault.code()))
}

/// The name of the parameter that the error is about, as it stands in this header; NULL if it is about
/// none.
///
/// Any thread. The text lives as long as the error.
#[unsafe(no_mangle)]
pub extern "C" fn injang_error_parameter(error: Option<&ErrorHandle>) -> *const c_char {
    guard::get(std::ptr::null(), || {
        let error = error?;
        let name = error.fault.parameter()?;
        Some(error.parameter.get_or_init(|| Text::new(name)).as_ptr())
    })
}

/// What is wrong and what to do about it, in one line that begins with the parameter's name. Neither a
/// CI nor a name nor content stands in it, so it may be logged.
///
/// `lang` is `INJANG_LANGUAGE_EN` or `INJANG_LANGUAGE_KO`. `length` may be NULL. NULL for an unknown
/// language or without an error. Any thread. The text lives as long as the error.
#[unsafe(no_mangle)]
pub extern "C" fn injang_error_message(
    error: Option<&ErrorHandle>,
    lang: i32,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    let message = guard::get(None, || {
        let lang = input::number(lang, Lang::from_number, "lang").ok()?;
        Some(error.map(|error| error.message(lang)))
    });
    lend_text(message, length as LengthOut<'_>)
}

/// The rule of the syntax that octets break, as `INJANG_ERROR_KIND_…`; 0 if the error is about no
/// octets.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_error_kind(error: Option<&ErrorHandle>) -> i32 {
    guard::get(0, || {
        Some(i32::from(error?.material_error()?.kind().number()))
    })
}

/// At which octet that rule is broken; `INJANG_NONE` if the error is about no octets.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_error_offset(error: Option<&ErrorHandle>) -> usize {
    guard::get(usize::MAX, || Some(error?.material_error()?.offset()))
}

/// The rule that a JSON text breaks, as `INJANG_FORM_FAULT_…`; 0 if the error is about no JSON.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_error_format_rule(error: Option<&ErrorHandle>) -> i32 {
    guard::get(0, || {
        Some(i32::from(error?.format_error()?.fault().number()))
    })
}

/// Frees an error. NULL is nothing to free. A pointer may be freed once: set it to NULL afterwards.
#[unsafe(no_mangle)]
pub extern "C" fn injang_error_free(error: Option<Box<ErrorHandle>>) {
    guard::free(error);
}
