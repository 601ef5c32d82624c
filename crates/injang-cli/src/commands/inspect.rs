//! `injang inspect`

use super::Answer;
use crate::arguments::{Format, InspectArguments};
use crate::certificates::{self, Fault};
use crate::disclosure::View;
use crate::failure::{Failure, Status};
use crate::input::Source;
use crate::opened::open;
use crate::{json, text};
use injang::report::Lang;
use injang::{Error, ErrorKind, Foreign, Limits};

pub(super) fn run(arguments: &InspectArguments, lang: Lang) -> Result<Answer, Failure> {
    let view = View {
        lang,
        show_subject: arguments.output.show_subject,
    };
    let format = arguments.output.format;
    let limits = Limits::default();
    let input = Source::of(&arguments.file).read(limits.size)?;
    let answer = |text| Answer {
        status: Status::Accepted,
        text,
        is_styled: format == Format::Text,
        warning: None,
    };
    let fault = match certificates::read(&input) {
        Ok(found) => {
            return Ok(answer(match format {
                Format::Json => json::certificates(&found, view),
                Format::Text => text::certificates(&found, view),
            }));
        }
        Err(fault) => fault,
    };
    open(&input, limits, &[], |opened| match opened.document {
        Ok(document) => Ok(answer(match format {
            Format::Json => json::inspection(opened, document, view),
            Format::Text => text::inspection(opened, document, view),
        })),
        Err(error) => Err(unreadable(error, fault)),
    })
}

/// Neither a document nor a certificate: the words for the one that it was meant to be.
fn unreadable(error: Error, fault: Fault) -> Failure {
    let is_certificate = error.kind() == ErrorKind::Foreign(Foreign::PemCertificate);
    let sentence = |lang| {
        if is_certificate {
            fault.sentence(lang)
        } else {
            error.sentence(lang).to_string()
        }
    };
    Failure::new(Status::Rejected, sentence(Lang::En), sentence(Lang::Ko))
}
