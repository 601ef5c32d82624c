//! One row, read into what is asked.

use crate::cell::Cell;
use crate::fault::{RowError, RowFault};
use crate::input::Input;
use crate::source::Sources;
use injang::response::{Environment, Provider, Role, Waiver};
use injang::{
    Ci, CiError, Claim, Content, Digest, Document, OwnedExchange, PlainHashSource, Request,
    SignType, Time, Vid, VidError, VidLayout,
};

/// What a row asks.
pub(crate) enum Question {
    /// About a signed document.
    Document(Document, Box<DocumentQuestion>),
    /// About a provider's answer.
    Answer(Box<OwnedExchange>, Time),
}

/// What is asked of a document.
pub(crate) struct DocumentQuestion {
    at: Time,
    digest: Option<Digest>,
    digest_source: Option<PlainHashSource>,
    sign_type: Option<SignType>,
    layout: Option<VidLayout>,
    claim: Option<(Result<Ci, CiError>, Result<Vid, VidError>)>,
    signer: Option<usize>,
}

/// Reads a row.
pub(crate) fn read(sources: &Sources<'_>, row: usize) -> Result<Question, RowError> {
    sources.check_row(row)?;
    let document = sources.cell(Input::SignedDocument, row);
    let has_answer = sources.cell(Input::Response, row).is_some();
    match (document, has_answer) {
        (None, false) => Err(RowError::of_row(RowFault::NothingToJudge)),
        (Some(_), true) => Err(RowError::of_row(RowFault::TwoToJudge)),
        (Some(cell), false) => {
            let question = document_question(sources, row)?;
            let document = Document::read(cell.octets());
            Ok(Question::Document(document, Box::new(question)))
        }
        (None, true) => {
            let (exchange, at) = answer_question(sources, row)?;
            Ok(Question::Answer(Box::new(exchange), at))
        }
    }
}

/// What says something of an answer in the row of a document would not be looked at, and the other
/// way round: that is said. Who the provider is may stand in every row.
fn check_unused(sources: &Sources<'_>, row: usize, is_document: bool) -> Result<(), RowError> {
    let stands_everywhere = |input| {
        matches!(
            input,
            Input::Provider | Input::Product | Input::Environment | Input::Keys
        )
    };
    let is_foreign = |input: &Input| {
        if is_document {
            input.is_of_answer() && !stands_everywhere(*input)
        } else {
            input.is_of_document()
        }
    };
    match sources.cells_of(row).find(is_foreign) {
        Some(input) => Err(RowError::new(RowFault::Unused, input)),
        None => Ok(()),
    }
}

fn document_question(sources: &Sources<'_>, row: usize) -> Result<DocumentQuestion, RowError> {
    check_unused(sources, row, true)?;
    let has = |input| sources.cell(input, row).is_some();
    if has(Input::Content) && has(Input::Digest) {
        return Err(RowError::with(
            RowFault::Conflict,
            Input::Digest,
            "content and digest",
        ));
    }
    let ci = sources.cell(Input::Ci, row);
    let ci = ci.map(|cell| Ci::from_base64(cell.octets()));
    let vid = sources.cell(Input::Vid, row);
    let vid = vid.map(|cell| cell.text().map_or(Err(VidError), Vid::parse));
    let claim = match (ci, vid) {
        (None, None) => None,
        (Some(ci), Some(vid)) => Some((ci, vid)),
        // One alone would not be compared with anything.
        (None, Some(_)) => return Err(RowError::new(RowFault::Missing, Input::Ci)),
        (Some(_), None) => return Err(RowError::new(RowFault::Missing, Input::Vid)),
    };
    // What is given for all rows may mean nothing in some; a cell of the row itself was meant.
    for (input, is_used) in [
        (Input::VidLayout, claim.is_some()),
        (Input::DigestSource, has(Input::Digest)),
    ] {
        if sources.has_cell(input, row) && !is_used {
            return Err(RowError::new(RowFault::Unused, input));
        }
    }
    let signer = sources.text(Input::Signer, row, |text| {
        let number = text.trim().parse::<usize>();
        number.map_err(|_| RowError::with(RowFault::Malformed, Input::Signer, "a number from 0"))
    })?;
    if signer.is_some() && claim.is_none() {
        return Err(RowError::new(RowFault::Missing, Input::Vid));
    }
    Ok(DocumentQuestion {
        at: sources.time(row)?,
        digest: sources.text(Input::Digest, row, |text| {
            let digest = injang::parse_digest(text.trim());
            digest.map_err(|error| RowError::with(RowFault::Malformed, Input::Digest, error))
        })?,
        digest_source: digest_source(sources, row)?,
        sign_type: sign_type(sources, row)?,
        layout: layout(sources, row)?,
        claim,
        signer,
    })
}

fn digest_source(sources: &Sources<'_>, row: usize) -> Result<Option<PlainHashSource>, RowError> {
    named(
        sources,
        Input::DigestSource,
        row,
        PlainHashSource::from_name,
    )
}

fn layout(sources: &Sources<'_>, row: usize) -> Result<Option<VidLayout>, RowError> {
    named(sources, Input::VidLayout, row, VidLayout::from_name)
}

fn sign_type(sources: &Sources<'_>, row: usize) -> Result<Option<SignType>, RowError> {
    named(sources, Input::SignType, row, injang::parse_sign_type)
}

fn named<T>(
    sources: &Sources<'_>,
    input: Input,
    row: usize,
    find: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, RowError> {
    sources.text(input, row, |text| {
        find(text.trim()).ok_or_else(|| RowError::new(RowFault::Unknown, input))
    })
}

impl DocumentQuestion {
    /// The request, with the content that stands in the batch.
    pub(crate) fn request<'r>(
        &'r self,
        content: Option<&'r Cell<'_>>,
        certificates: Option<&Cell<'_>>,
    ) -> Result<Request<'r>, RowError> {
        let content = match (content, self.digest) {
            (Some(cell), _) => Content::Detached(cell.octets()),
            (None, Some(digest)) => Content::Digest(digest),
            (None, None) => Content::Embedded,
        };
        let mut request = Request::at(self.at).content(content);
        if let Some(source) = self.digest_source {
            request = request.plain_hash_source(source);
        }
        if let Some(sign_type) = self.sign_type {
            request = request.sign_type(sign_type);
        }
        if let Some(layout) = self.layout {
            request = request.vid_layout(layout);
        }
        if let Some((ci, vid)) = &self.claim {
            let claim = Claim::parsed(
                ci.as_ref().map_err(|rule| *rule),
                vid.as_ref().map_err(|error| *error),
            );
            request = request.claim(match self.signer {
                Some(index) => claim.of_signer(index),
                None => claim,
            });
        }
        if let Some(cell) = certificates {
            request = request
                .certificates(cell.octets())
                .map_err(|error| RowError::with(RowFault::Malformed, Input::Certificates, error))?;
        }
        Ok(request)
    }
}

fn answer_question(sources: &Sources<'_>, row: usize) -> Result<(OwnedExchange, Time), RowError> {
    check_unused(sources, row, false)?;
    let provider = named(sources, Input::Provider, row, Provider::from_name)?;
    let provider = provider.ok_or_else(|| RowError::new(RowFault::Missing, Input::Provider))?;
    let product = sources.text(Input::Product, row, |text| Ok(text.trim().to_owned()))?;
    let about = |input| move |error| RowError::with(RowFault::Malformed, input, error);
    let mut exchange =
        OwnedExchange::new(provider, product.as_deref()).map_err(about(Input::Product))?;
    let octets = |input| sources.cell(input, row);
    if let Some(cell) = octets(Input::Keys) {
        exchange
            .set_keys(cell.octets())
            .map_err(about(Input::Keys))?;
    }
    if let Some(cell) = octets(Input::Ci) {
        exchange.set_ci(cell.octets());
    }
    if let Some(cell) = octets(Input::Request) {
        exchange
            .set_request(cell.octets())
            .map_err(about(Input::Request))?;
    }
    if let Some(cell) = octets(Input::ResultRequest) {
        exchange
            .set_result_request(cell.octets())
            .map_err(about(Input::ResultRequest))?;
    }
    if let Some(cell) = octets(Input::Person) {
        exchange
            .set_person(cell.octets())
            .map_err(about(Input::Person))?;
    }
    if let Some(cell) = octets(Input::ContentMap) {
        exchange
            .set_content_map(cell.octets())
            .map_err(about(Input::ContentMap))?;
    }
    for (input, role) in [
        (Input::Prepare, Role::Prepare),
        (Input::Receipt, Role::Receipt),
        (Input::Status, Role::Status),
        (Input::Identify, Role::Identify),
    ] {
        if let Some(cell) = octets(input) {
            exchange
                .set_other(role, cell.octets())
                .map_err(about(input))?;
        }
    }
    if let Some(source) = digest_source(sources, row)? {
        exchange.set_plain_hash_source(source);
    }
    if let Some(sign_type) = sign_type(sources, row)? {
        exchange.set_sign_type(sign_type);
    }
    if let Some(layout) = layout(sources, row)? {
        exchange.set_vid_layout(layout);
    }
    if let Some(environment) = named(sources, Input::Environment, row, Environment::from_name)? {
        exchange.set_environment(environment);
    }
    for waiver in waivers(sources, row)? {
        exchange.waive(waiver);
    }
    if let Some(cell) = octets(Input::Response) {
        exchange.set_response(cell.octets());
    }
    Ok((exchange, sources.time(row)?))
}

fn waivers(sources: &Sources<'_>, row: usize) -> Result<Vec<Waiver>, RowError> {
    let waivers = sources.text(Input::Waive, row, |text| {
        injang::parse_waivers(text).map_err(|_| RowError::new(RowFault::Unknown, Input::Waive))
    })?;
    Ok(waivers.unwrap_or_default())
}
