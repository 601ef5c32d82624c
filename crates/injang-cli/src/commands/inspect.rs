//! `injang inspect`

use super::Answer;
use crate::arguments::{Format, InspectArguments};
use crate::failure::{ExitStatus, Failure};
use crate::input::InputSource;
use injang::{Lang, Limits, View, inspect};

pub(super) fn run(arguments: &InspectArguments, lang: Lang) -> Result<Answer, Failure> {
    let view = View {
        lang,
        show_subject: arguments.output.show_subject,
        is_styled: true,
    };
    let format = arguments.output.format;
    let input = InputSource::of(&arguments.file).read(Limits::default().size)?;
    let inspection = inspect(&input).map_err(|error| {
        let sentence = |lang| error.message(lang);
        Failure::new(ExitStatus::Rejected, sentence(Lang::En), sentence(Lang::Ko))
    })?;
    Ok(Answer {
        status: ExitStatus::Accepted,
        text: match format {
            Format::Json => inspection.to_json_in(view),
            Format::Text | Format::Brief => inspection.text_in(view),
        },
        is_styled: format != Format::Json,
        warnings: Vec::new(),
    })
}
