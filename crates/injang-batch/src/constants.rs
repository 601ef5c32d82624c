//! What is given for all rows, looked at before the first row.

use crate::fault::{BatchError, RowError, RowFault};
use crate::input::Input;
use crate::source::Mapping;
use injang::response::{ContentMap, Environment, Keys, Provider};
use injang::{PlainHashSource, Time, VidLayout};

/// Whether each of them can be read. A row's own: documents, answers, persons and names, can't be the
/// same in all.
pub(crate) fn check(mapping: &Mapping) -> Result<(), BatchError> {
    for (input, octets) in &mapping.constants {
        one(*input, octets).map_err(BatchError::Constant)?;
    }
    Ok(())
}

fn one(input: Input, octets: &[u8]) -> Result<(), RowError> {
    let malformed =
        |error: &dyn std::fmt::Display| RowError::with(RowFault::Malformed, input, error);
    let text = || {
        let text = std::str::from_utf8(octets);
        let text = text.map_err(|_| RowError::new(RowFault::NotText, input))?;
        Ok::<_, RowError>(text.trim())
    };
    let known = |is_known: bool| {
        let unknown = RowError::new(RowFault::Unknown, input);
        is_known.then_some(()).ok_or(unknown)
    };
    match input {
        Input::At => Time::parse(text()?).map(drop).map_err(|it| malformed(&it)),
        Input::SignType => known(injang::parse_sign_type(text()?).is_some()),
        Input::DigestSource => known(PlainHashSource::from_name(text()?).is_some()),
        Input::VidLayout => known(VidLayout::from_name(text()?).is_some()),
        Input::Provider => known(Provider::from_name(text()?).is_some()),
        Input::Environment => known(Environment::from_name(text()?).is_some()),
        Input::Waive => known(injang::parse_waivers(text()?).is_ok()),
        Input::Keys => Keys::parse(octets).map(drop).map_err(|it| malformed(&it)),
        Input::ContentMap => ContentMap::parse(octets)
            .map(drop)
            .map_err(|it| malformed(&it)),
        // Whether it is the provider's is seen beside it.
        Input::Product => text().map(drop),
        _ => Err(RowError::with(
            RowFault::Unused,
            input,
            "it is each row's own and must be a column",
        )),
    }
}
