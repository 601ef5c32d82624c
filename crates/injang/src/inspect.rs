//! What is in a file, without judging it.

use crate::document::Document;
use crate::pem_or_der::{self, PemOrDerError, Piece, Wanted};
use crate::redaction::View;
use crate::{json, next_step, text};
use injang_core::report::Lang;
use injang_core::{Error, ErrorKind, OtherFormat};
use std::fmt;

/// What is in a signed document, or in a file with certificates, CRLs and OCSP responses. Nothing of
/// it was verified. The maker of the file can write anything.
pub struct Inspection(Inspected);

enum Inspected {
    Document(Document),
    /// Certificates, CRLs and OCSP responses, each in DER that can be read.
    Pieces(Vec<Vec<u8>>),
}

/// Reads a signed document, or certificates, CRLs and OCSP responses, in any armor.
///
/// ```
/// # let octets = include_bytes!("../../../tests/vectors/toss/attached/document.der");
/// let inspection = injang::inspect(octets)?;
/// assert!(inspection.to_json().starts_with("{\n"));
/// # Ok::<(), injang::InspectionError>(())
/// ```
pub fn inspect(octets: &[u8]) -> Result<Inspection, InspectionError> {
    let fault = match pieces(octets) {
        Ok(pieces) => return Ok(Inspection(Inspected::Pieces(pieces))),
        Err(fault) => fault,
    };
    let document = Document::read(octets);
    match document.untrusted().map(|_| ()) {
        Ok(()) => Ok(Inspection(Inspected::Document(document))),
        Err(error) => Err(InspectionError {
            error,
            fault,
            is_piece: is_piece(octets, error, fault),
        }),
    }
}

/// The certificates, CRLs and OCSP responses in a file that holds nothing else.
fn pieces(octets: &[u8]) -> Result<Vec<Vec<u8>>, PemOrDerError> {
    let pieces = pem_or_der::split(octets)?;
    for piece in &pieces {
        pem_or_der::recognise(piece)?;
    }
    Ok(pieces
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect())
}

/// Whether what can't be read was meant to be a certificate, CRL or OCSP response, by its fields or
/// its label.
fn is_piece(octets: &[u8], error: Error, fault: PemOrDerError) -> bool {
    match (fault, error.kind()) {
        (
            PemOrDerError::BrokenBlock(..)
            | PemOrDerError::Behind { .. }
            | PemOrDerError::Malformed(_),
            ErrorKind::OtherFormat(
                OtherFormat::Certificate | OtherFormat::Crl | OtherFormat::OcspResponse,
            ),
        ) => true,
        // Another kind, which can be told.
        (_, ErrorKind::OtherFormat(_)) => false,
        (PemOrDerError::Behind { .. } | PemOrDerError::Malformed(_), _) => {
            pem_or_der::is_meant(octets)
        }
        _ => false,
    }
}

impl Inspection {
    /// The contents for programs: JSON as `schema/inspect.json` describes it, with a line feed at its
    /// end.
    pub fn to_json(&self) -> String {
        self.to_json_in(View::default())
    }

    /// The same in another language, or with the subjects' names.
    pub fn to_json_in(&self, view: View) -> String {
        match &self.0 {
            Inspected::Document(document) => {
                let input = document.input();
                let parsed = document.untrusted().ok();
                parsed.map_or_else(String::new, |it| json::inspection(&input, it, view))
            }
            Inspected::Pieces(octets) => json::pieces(&recognised(octets), view),
        }
    }

    /// The contents for people, in English or Korean.
    pub fn text(&self, lang: Lang) -> String {
        self.text_in(View::new(lang))
    }

    /// The same with the subjects' names, if the view asks for them.
    pub fn text_in(&self, view: View) -> String {
        match &self.0 {
            Inspected::Document(document) => {
                let input = document.input();
                let parsed = document.untrusted().ok();
                parsed.map_or_else(String::new, |it| {
                    view.styled(text::inspection(&input, it, view))
                })
            }
            Inspected::Pieces(octets) => view.styled(text::pieces(&recognised(octets), view)),
        }
    }
}

/// Pieces that were read before, to look into.
fn recognised(octets: &[Vec<u8>]) -> Vec<Piece<'_>> {
    let pieces = octets.iter().map(|octets| pem_or_der::recognise(octets));
    pieces.filter_map(Result::ok).collect()
}

impl fmt::Display for Inspection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

/// Neither names nor content.
impl fmt::Debug for Inspection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Inspected::Document(document) => document.fmt(f),
            Inspected::Pieces(pieces) => write!(f, "Pieces({})", pieces.len()),
        }
    }
}

/// Octets that are neither a signed document nor certificates, CRLs or OCSP responses.
#[derive(Clone, Copy, Debug)]
pub struct InspectionError {
    error: Error,
    fault: PemOrDerError,
    is_piece: bool,
}

impl InspectionError {
    /// What it is or was meant to be, what is wrong and where, and what to do about it.
    pub fn message(&self, lang: Lang) -> String {
        self.message_in(View::new(lang))
    }

    /// The same with the names of the program that shows it.
    pub fn message_in(&self, view: View) -> String {
        if self.is_piece {
            return self.fault.explained(Wanted::Certificates, view);
        }
        let sentence = self.error.sentence(view.lang);
        match next_step::about(&self.error, view) {
            Some(next) => format!("{sentence}. {next}"),
            None => sentence.to_string(),
        }
    }
}

impl fmt::Display for InspectionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for InspectionError {}
