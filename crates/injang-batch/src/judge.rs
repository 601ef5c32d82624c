//! Several rows, judged together.

use crate::cell::Cell;
use crate::fault::{RowError, RowFault};
use crate::input::Input;
use crate::output::{Reports, Row, Written};
use crate::question::{self, DocumentQuestion, Question};
use crate::source::Sources;
use injang::injang_core::report::{Outcome, Reason};
use injang::response::{At, Product};
use injang::{
    Acceptance, Check, Decision, Document, Identity, Policy, Report, SubIndication, Time, View,
};
use std::collections::HashMap;
use std::ops::Range;

/// What is the same for all rows.
pub(crate) struct Judge<'a> {
    pub(crate) policy: &'a Policy,
    pub(crate) reports: Reports,
    pub(crate) view: View,
    /// Octets of text at most that one row may have.
    pub(crate) most_octets: usize,
}

/// Octets of an id that is still given back where the rest of its row is too large.
const LONGEST_ID: usize = 1 << 10;

/// Names of issuers by their octets: the certificates of an archive have few.
type Issuers = HashMap<Box<[u8]>, String>;

impl Judge<'_> {
    /// Judges some rows.
    ///
    /// 1. Each row is read into a question, or into what is wrong with it.
    /// 2. The documents among them are judged together, their signature requests in common calls.
    /// 3. Answers of providers are decided one by one.
    /// 4. Each result is written into its row's place.
    pub(crate) fn rows(&self, sources: &Sources<'_>, rows: Range<usize>) -> Vec<Written> {
        let mut written: Vec<Option<Written>> = Vec::new();
        written.resize_with(rows.len(), || None);
        let mut questions: Vec<(usize, Document, Box<DocumentQuestion>)> = Vec::new();
        for (place, row) in rows.clone().enumerate() {
            match question::read(sources, row) {
                Ok(Question::Document(document, question)) => {
                    questions.push((place, document, question));
                }
                Ok(Question::Answer(exchange, at)) => {
                    written[place] = Some(match exchange.lend() {
                        Ok(exchange) => self.decision(&self.policy.decide(&exchange, At::Time(at))),
                        Err(error) => {
                            let part = error.part().and_then(Input::from_name);
                            let input = part.unwrap_or(Input::Response);
                            Self::error(&RowError::with(RowFault::Conflict, input, error))
                        }
                    });
                }
                Err(error) => written[place] = Some(Self::error(&error)),
            }
        }
        self.documents(sources, rows.start, questions, &mut written);
        let all = written.into_iter().enumerate().map(|(place, it)| {
            let mut it =
                it.unwrap_or_else(|| Self::error(&RowError::of_row(RowFault::NothingToJudge)));
            it.row.id = id(sources, rows.start + place);
            self.bounded(it)
        });
        all.collect()
    }

    /// The row itself, unless one row alone would be too much for a batch.
    fn bounded(&self, written: Written) -> Written {
        if written.row.octets() <= self.most_octets {
            return written;
        }
        let mut error = Self::error(&RowError::of_row(RowFault::TooLarge));
        error.row.id = written.row.id.filter(|it| it.len() <= LONGEST_ID);
        error
    }

    fn documents(
        &self,
        sources: &Sources<'_>,
        start: usize,
        questions: Vec<(usize, Document, Box<DocumentQuestion>)>,
        written: &mut [Option<Written>],
    ) {
        /// A question, and the cells that its request borrows.
        struct Asked<'c> {
            place: usize,
            question: Box<DocumentQuestion>,
            content: Option<Cell<'c>>,
            certificates: Option<Cell<'c>>,
        }
        let mut documents = Vec::with_capacity(questions.len());
        let mut asked = Vec::with_capacity(questions.len());
        for (place, document, question) in questions {
            let row = start + place;
            documents.push(document);
            asked.push(Asked {
                place,
                question,
                content: sources.cell(Input::Content, row),
                certificates: sources.cell(Input::Certificates, row),
            });
        }
        let mut places = Vec::with_capacity(asked.len());
        let mut requests = Vec::with_capacity(asked.len());
        for (it, document) in asked.iter().zip(documents) {
            let (content, certificates) = (it.content.as_ref(), it.certificates.as_ref());
            match it.question.request(content, certificates) {
                Ok(request) => {
                    places.push(it.place);
                    requests.push((document, request));
                }
                Err(error) => written[it.place] = Some(Self::error(&error)),
            }
        }
        let mut issuers = Issuers::new();
        let reports = self.policy.audit_all(requests);
        for (place, report) in places.into_iter().zip(reports) {
            written[place] = Some(self.report(&report, &mut issuers));
        }
    }

    /// A row that says of itself that it can't be judged.
    fn error(error: &RowError) -> Written {
        let row = Row {
            outcome: Some("not-judged"),
            error_column: error.input.map(Input::name),
            error_code: Some(error.fault.name()),
            error_message: Some(error.to_string()),
            ..Row::default()
        };
        Written {
            row,
            text: None,
            json: None,
        }
    }

    fn report(&self, report: &Report, issuers: &mut Issuers) -> Written {
        let mut row = Row::default();
        let acceptance = report.acceptance();
        row.outcome = Some(acceptance.name());
        row.accepted = acceptance == Acceptance::Accepted;
        row.at = Some(report.at().unix());
        row.documents = Some(1);
        let decided = report.details().deciding_check();
        let reason = decided.and_then(|check| check.reason.as_ref());
        row.reasons.extend(reason.map(Reason::code));
        describe(&mut row, report, issuers);
        Written {
            row,
            text: self.reports.text.then(|| report.text_in(self.view)),
            json: self.reports.json.then(|| report.to_json_in(self.view)),
        }
    }

    fn decision(&self, decision: &Decision) -> Written {
        let mut row = Row::default();
        let acceptance = decision.acceptance();
        if let Some(details) = decision.details().next() {
            row.at = Some(details.conditions.at.unix());
            row.provider = Some(details.provider.name());
            row.product = details.product.map(Product::name);
            row.reasons = once(details.reasons.iter().map(|it| it.code.name()));
        }
        let reports = decision.reports(0);
        row.documents = i32::try_from(reports.len()).ok();
        // The first of the worst.
        let worst = |report: &&Report| std::cmp::Reverse(severity(report));
        if let Some(report) = reports.iter().min_by_key(worst) {
            describe(&mut row, report, &mut Issuers::new());
        }
        if let Some(details) = decision.details().next() {
            let notes = details.notes.iter().map(|it| it.code.name());
            row.findings.extend(notes);
            identity(&mut row, &details.identity.vid);
        }
        row.outcome = Some(acceptance.name());
        row.accepted = acceptance == Acceptance::Accepted;
        row.decision = Some(decision.verdict().name());
        Written {
            row,
            text: self.reports.text.then(|| decision.text_in(self.view)),
            json: self.reports.json.then(|| decision.to_json_in(self.view)),
        }
    }
}

fn id(sources: &Sources<'_>, row: usize) -> Option<String> {
    let cell = sources.cell(Input::Id, row)?;
    // Octets that are no text are shown with marks in their place: the row stands in order anyway.
    Some(String::from_utf8_lossy(cell.octets()).into_owned())
}

/// How bad a report is.
fn severity(report: &Report) -> u8 {
    match report.acceptance() {
        Acceptance::Accepted => 0,
        Acceptance::Undetermined => 1,
        Acceptance::Rejected => 2,
    }
}

/// Names, each once, in the order in which they came.
fn once(names: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut all: Vec<&'static str> = Vec::new();
    for name in names {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

fn identity(row: &mut Row, identity: &Identity) {
    row.identity = Some(identity.name());
    row.vid_layout = match identity {
        Identity::Matched { layout, .. } | Identity::Mismatched { layout, .. } => Some(*layout),
        _ => None,
    };
}

/// What a row says of a document and of the signer that decides.
fn describe(row: &mut Row, report: &Report, issuers: &mut Issuers) {
    let details = report.details();
    let verdict = report.verdict();
    row.verdict = Some(verdict.name());
    row.sub_indication = verdict.sub_indication().map(SubIndication::name);
    row.signers = i32::try_from(details.signers.len()).ok();
    row.document_sha256 = Some(report.document_sha256());
    row.armor = report.armor();
    row.encoding = report.encoding();
    row.content_sha256 = report.content_sha256();
    identity(row, report.identity());
    let is_failed = |it| matches!(it, Outcome::Failed(_));
    let is_undecided = |it| matches!(it, Outcome::Indeterminate(_));
    let names = |check: &Check| check.id.name();
    row.failed_checks = once(report.checks_with(is_failed).map(names));
    row.undecided_checks = once(report.checks_with(is_undecided).map(names));
    let of_signers = details.signers.iter().flat_map(|it| &it.findings);
    let findings = details.findings.iter().chain(of_signers);
    row.findings = once(findings.map(|it| it.name()));
    row.revocation_sha256 = report.revocation_sha256();
    let signer = report.deciding_signer().and_then(|it| report.signer(it));
    let Some(signer) = signer else {
        return;
    };
    row.sign_type = Some(signer.details().sign_type.name());
    row.digest_source = Some(signer.details().reading.name());
    row.digest_algorithm = signer.digest_algorithm();
    row.signature_algorithm = signer.signature_algorithm();
    row.claimed_signing_time = signer.details().claimed_signing_time.map(Time::unix);
    row.path_sha256 = signer.path_sha256();
    let Some(certificate) = signer.certificate() else {
        return;
    };
    row.key = signer.key();
    row.serial = Some(base16ct::lower::encode_string(certificate.serial()));
    // The path begins with this certificate, which is then digested once.
    row.certificate_sha256 = match row.path_sha256.first() {
        Some(first) => Some(*first),
        None => signer.certificate_sha256(),
    };
    row.not_before = Some(certificate.validity().not_before.unix());
    row.not_after = Some(certificate.validity().not_after.unix());
    row.policies = signer.certificate_policies().unwrap_or_default();
    // The subject's own name is not shown, which is looked at for each certificate.
    let name = certificate.issuer();
    if name.matches(&certificate.subject()) {
        return;
    }
    let known = issuers.get(name.octets()).cloned();
    let issuer = known.or_else(|| {
        let text = signer.issuer(injang::Lang::En)?;
        issuers.insert(name.octets().into(), text.clone());
        Some(text)
    });
    row.issuer = issuer;
}
