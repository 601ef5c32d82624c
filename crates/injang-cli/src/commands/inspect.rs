//! `injang inspect`

use super::Answer;
use crate::arguments::{Format, InspectArguments};
use crate::failure::{Failure, Status};
use crate::input::Source;
use injang::input_document::open;
use injang::pem_or_der::{self, PemOrDerError, Wanted};
use injang::redaction::View;
use injang::{json, next_step, text};
use injang_core::report::Lang;
use injang_core::{Error, ErrorKind, Limits, OtherFormat};

pub(super) fn run(arguments: &InspectArguments, lang: Lang) -> Result<Answer, Failure> {
    let view = View {
        lang,
        show_subject: arguments.output.show_subject,
    };
    let format = arguments.output.format;
    let limits = Limits::default();
    let octets = Source::of(&arguments.file).read(limits.size)?;
    let answer = |text| Answer {
        status: Status::Accepted,
        text,
        is_styled: format != Format::Json,
        warnings: Vec::new(),
    };
    let split = pem_or_der::split(&octets);
    let found = split.as_ref().map_err(|fault| *fault).and_then(|split| {
        let pieces = split.iter().map(|piece| pem_or_der::recognise(piece));
        pieces.collect::<Result<Vec<_>, _>>()
    });
    let fault = match found {
        Ok(found) => {
            return Ok(answer(match format {
                Format::Json => json::pieces(&found, view),
                Format::Text | Format::Brief => text::pieces(&found, view),
            }));
        }
        Err(fault) => fault,
    };
    open(&octets, limits, &[], |input| match input.document {
        Ok(document) => Ok(answer(match format {
            Format::Json => json::inspection(input, document, view),
            Format::Text | Format::Brief => text::inspection(input, document, view),
        })),
        Err(error) => Err(unreadable(&octets, error, fault)),
    })
}

/// Nothing that is known here: the words for what it was meant to be, and what to do.
fn unreadable(octets: &[u8], error: Error, fault: PemOrDerError) -> Failure {
    // A certificate, CRL or OCSP response by its fields or its label, which can't be read.
    let is_piece = match (fault, error.kind()) {
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
    };
    let sentence = |lang| {
        let next = next_step::about(&error, lang);
        match next {
            _ if is_piece => fault.explained(Wanted::Certificates, lang),
            Some(next) => format!("{}. {next}", error.sentence(lang)),
            None => error.sentence(lang).to_string(),
        }
    };
    Failure::new(Status::Rejected, sentence(Lang::En), sentence(Lang::Ko))
}
