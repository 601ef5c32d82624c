//! What was decided over an answer of a provider.

use crate::error::{ErrorHandle, Fault};
use crate::exchange::ExchangeHandle;
use crate::output::{Form, Kept, Text, lend_text, view};
use crate::policy::PolicyHandle;
use crate::report::{ReportHandle, code};
use crate::{INJANG_E_ARGUMENT, INJANG_OK, guard, input, memory};
use injang::response::{At, Decision as Details, Finding};
use injang::{Decider, Decision, Lang};
use std::ffi::c_char;
use std::mem::MaybeUninit;
use std::sync::OnceLock;

/// What was decided over an answer of a provider, or over several. It owns everything it tells.
/// Immutable: any number of threads may read it. What its functions lend lives as long as the decision.
pub struct DecisionHandle {
    decision: Decision,
    code: i32,
    kept: Kept,
    answers: OnceLock<Box<[AnswerTexts]>>,
}

/// What is lent of one answer.
struct AnswerTexts {
    reports: Box<[ReportHandle]>,
    headlines: [Text; 2],
    pseudonym: Option<Text>,
    ids: Box<[Text]>,
    reasons: Box<[FindingTexts]>,
    notes: Box<[FindingTexts]>,
}

struct FindingTexts {
    document: Option<Text>,
    sentences: [Text; 2],
}

impl FindingTexts {
    fn of(findings: &[Finding]) -> Box<[Self]> {
        let one = |finding: &Finding| Self {
            document: finding.document.as_deref().map(Text::new),
            sentences: [Lang::En, Lang::Ko].map(|lang| Text::new(finding.sentence(lang))),
        };
        findings.iter().map(one).collect()
    }
}

impl DecisionHandle {
    fn new(decision: Decision) -> Self {
        Self {
            code: code(decision.acceptance()),
            decision,
            kept: Kept::default(),
            answers: OnceLock::new(),
        }
    }

    fn answer(&self, index: usize) -> Option<&AnswerTexts> {
        let answers = self.answers.get_or_init(|| {
            let answers = self.decision.details().enumerate();
            answers.map(|(index, it)| self.texts(index, it)).collect()
        });
        answers.get(index)
    }

    fn texts(&self, index: usize, details: &Details) -> AnswerTexts {
        let reports = self.decision.reports(index).into_iter();
        AnswerTexts {
            reports: reports
                .map(|report| ReportHandle::within(report, self.code))
                .collect(),
            headlines: [Lang::En, Lang::Ko].map(|lang| Text::new(details.headline(lang))),
            pseudonym: details.person.as_ref().map(|it| Text::new(it.to_hex())),
            ids: details
                .documents
                .iter()
                .map(|it| Text::new(it.id.as_str()))
                .collect(),
            reasons: FindingTexts::of(&details.reasons),
            notes: FindingTexts::of(&details.notes),
        }
    }
}

/// The time of verification, as C names it.
fn at(source: i32, seconds: i64) -> Result<At, Fault> {
    let time = input::time(seconds, "at")?;
    let kinds = [
        At::Time(time),
        At::Clock(time),
        At::ProviderCompletion { now: time },
    ];
    let kind = kinds
        .into_iter()
        .find(|it| i32::from(it.number()) == source);
    kind.ok_or(Fault::Number("source"))
}

/// Decides over an answer of a provider: INJANG_OK only if ACCEPTED, INJANG_REJECTED if REJECTED,
/// INJANG_UNDETERMINED if UNDETERMINED. Every other code means that nothing was decided.
///
/// `source` says what the time `at` is, in seconds since 1970: `INJANG_VERIFICATION_TIME_CALLER`, when
/// the answer was received; `INJANG_VERIFICATION_TIME_CLOCK`, now, because nothing better is known; or
/// `INJANG_VERIFICATION_TIME_PROVIDER_COMPLETION`, now, where the signatures are to be judged at the time
/// at which the provider says, unsigned, that the transaction was completed.
///
/// `policy` and `exchange` stay the caller's. `decision` may be NULL. Otherwise `*decision` becomes the
/// caller's, to be freed by injang_decision_free(); it is overwritten: a decision with INJANG_OK,
/// INJANG_REJECTED and INJANG_UNDETERMINED, NULL with every other code. `error` may be NULL.
/// INJANG_E_ARGUMENT: NULL, no time, an unknown number, no response, or parts that do not go together, as
/// a sign type that is not the request's. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decide(
    policy: Option<&PolicyHandle>,
    exchange: Option<&ExchangeHandle>,
    source: i32,
    at: i64,
    decision: Option<&mut MaybeUninit<Option<Box<DecisionHandle>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let out = decision.map(|out| out.write(None));
        let policy = &input::handle(policy, "policy")?.policy;
        let handle = input::handle(exchange, "exchange")?;
        let at = self::at(source, at)?;
        memory::reserve("exchange", handle.size)?;
        let exchange = handle.exchange.lend();
        let exchange = exchange.map_err(|error| Fault::Exchange("exchange", error))?;
        let mut decider = Decider::new(policy, handle.exchange.has_ci_list());
        decider.decide(&handle.name, &exchange, at);
        Ok(finish(decider, out))
    })
}

/// Decides over several answers, one after the other: a signature, a signed transaction id or a nonce
/// that was in an earlier one counts once. The code is that of the worst of them.
///
/// `exchanges` has `count` entries, 1 at least. Each has a list of CIs (injang_exchange_set_ci_list()), or
/// none of them has. Otherwise as injang_decide().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn injang_decide_all(
    policy: Option<&PolicyHandle>,
    exchanges: *const Option<&ExchangeHandle>,
    count: usize,
    source: i32,
    at: i64,
    decision: Option<&mut MaybeUninit<Option<Box<DecisionHandle>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ErrorHandle>>>>,
) -> i32 {
    guard::call(error, || {
        let out = decision.map(|out| out.write(None));
        let policy = &input::handle(policy, "policy")?.policy;
        // SAFETY: the caller gives so many handles, or NULL; each may be NULL too.
        let exchanges = unsafe { input::list(exchanges, count, "exchanges") }?;
        let at = self::at(source, at)?;
        let first = exchanges.first().ok_or(Fault::Number("count"))?;
        let is_among = input::handle(*first, "exchanges")?.exchange.has_ci_list();
        let mut decider = Decider::new(policy, is_among);
        for handle in exchanges {
            let handle = input::handle(*handle, "exchanges")?;
            memory::reserve("exchanges", handle.size)?;
            if handle.exchange.has_ci_list() != is_among {
                return Err(Fault::Mixed("exchanges"));
            }
            let exchange = handle.exchange.lend();
            let exchange = exchange.map_err(|error| Fault::Exchange("exchanges", error))?;
            decider.decide(&handle.name, &exchange, at);
        }
        Ok(finish(decider, out))
    })
}

fn finish(decider: Decider, out: Option<&mut Option<Box<DecisionHandle>>>) -> i32 {
    let decision = DecisionHandle::new(decider.finish(Vec::new()));
    let code = decision.code;
    if let Some(out) = out {
        *out = Some(Box::new(decision));
    }
    code
}

fn details(decision: Option<&DecisionHandle>, answer: usize) -> Option<&Details> {
    decision?.decision.details().nth(answer)
}

/// What injang_decide() returned for this decision; INJANG_E_ARGUMENT for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_code(decision: Option<&DecisionHandle>) -> i32 {
    guard::get(INJANG_E_ARGUMENT, || Some(decision?.code))
}

/// Whether every answer is ACCEPTED: 1 or 0; 0 for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_is_accepted(decision: Option<&DecisionHandle>) -> i32 {
    guard::get(0, || Some(i32::from(decision?.code == INJANG_OK)))
}

/// How many answers were decided over; 0 for NULL. Where the functions below take an `answer`, the first
/// is 0.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_answer_count(decision: Option<&DecisionHandle>) -> usize {
    guard::get(0, || Some(decision?.decision.details().count()))
}

/// The decision over one answer, as `INJANG_DECISION_…`; 0 if there is no such answer, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_verdict(decision: Option<&DecisionHandle>, answer: usize) -> i32 {
    guard::get(0, || {
        Some(i32::from(details(decision, answer)?.verdict.number()))
    })
}

/// The first line of the decision over one answer, with everything that it leaves open. NULL if there is
/// no such answer, for an unknown language, or for NULL.
///
/// `lang` is an `INJANG_LANGUAGE_…`. `length` may be NULL. Any thread. The text lives as long as the
/// decision.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_headline(
    decision: Option<&DecisionHandle>,
    answer: usize,
    lang: i32,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    let text = guard::get(None, || {
        let lang = input::number(lang, Lang::from_number, "lang").ok()?;
        let headlines = &decision?.answer(answer)?.headlines;
        Some(headlines.get(usize::from(lang != Lang::En)))
    });
    lend_text(text, length)
}

/// Findings of an answer: reasons, or notes.
fn findings(
    decision: Option<&DecisionHandle>,
    answer: usize,
    are_notes: i32,
) -> Option<(&[Finding], &[FindingTexts])> {
    let details = details(decision, answer)?;
    let texts = decision?.answer(answer)?;
    match are_notes {
        0 => Some((&details.reasons, &texts.reasons)),
        1 => Some((&details.notes, &texts.notes)),
        _ => None,
    }
}

/// How many findings an answer has: reasons (`notes` 0) are what is wrong, undecided or waived; notes
/// (`notes` 1) are remarkable and change nothing. 0 if there is no such answer, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_finding_count(
    decision: Option<&DecisionHandle>,
    answer: usize,
    notes: i32,
) -> usize {
    guard::get(0, || Some(findings(decision, answer, notes)?.0.len()))
}

/// A finding, as `INJANG_RESPONSE_FINDING_…`; 0 if there is none of this index, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_finding_code(
    decision: Option<&DecisionHandle>,
    answer: usize,
    notes: i32,
    index: usize,
) -> i32 {
    guard::get(0, || {
        let finding = findings(decision, answer, notes)?.0.get(index)?;
        Some(i32::from(finding.code.number()))
    })
}

/// What a finding does to the decision, as `INJANG_EFFECT_…`; 0 if there is none of this index, or for
/// NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_finding_effect(
    decision: Option<&DecisionHandle>,
    answer: usize,
    notes: i32,
    index: usize,
) -> i32 {
    guard::get(0, || {
        let finding = findings(decision, answer, notes)?.0.get(index)?;
        Some(i32::from(finding.effect.number()))
    })
}

/// The id of the document that a finding is about; NULL if it is about the answer as a whole, if there is
/// none of this index, or for NULL.
///
/// `length` may be NULL. Any thread. The text lives as long as the decision.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_finding_document(
    decision: Option<&DecisionHandle>,
    answer: usize,
    notes: i32,
    index: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    let text = guard::get(None, || {
        let finding = findings(decision, answer, notes)?.1.get(index)?;
        Some(finding.document.as_ref())
    });
    lend_text(text, length)
}

/// A finding in a sentence. NULL if there is none of this index, for an unknown language, or for NULL.
///
/// `lang` is an `INJANG_LANGUAGE_…`. `length` may be NULL. Any thread. The text lives as long as the
/// decision.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_finding_sentence(
    decision: Option<&DecisionHandle>,
    answer: usize,
    notes: i32,
    index: usize,
    lang: i32,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    let text = guard::get(None, || {
        let lang = input::number(lang, Lang::from_number, "lang").ok()?;
        let finding = findings(decision, answer, notes)?.1.get(index)?;
        Some(finding.sentences.get(usize::from(lang != Lang::En)))
    });
    lend_text(text, length)
}

/// Whether the VID ties the certificates that signed to the CI, the worst of all documents, as
/// `INJANG_IDENTITY_…`; 0 if there is no such answer, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_identity(
    decision: Option<&DecisionHandle>,
    answer: usize,
) -> i32 {
    guard::get(0, || {
        Some(i32::from(details(decision, answer)?.identity.vid.number()))
    })
}

/// Whether the provider's CI is the one held, as `INJANG_MATCH_…`; 0 if there is no such answer, or for
/// NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_ci(decision: Option<&DecisionHandle>, answer: usize) -> i32 {
    guard::get(0, || {
        Some(i32::from(details(decision, answer)?.identity.ci.number()))
    })
}

/// Whether a field about the person, an `INJANG_PERSON_FIELD_…`, is the one held, as `INJANG_MATCH_…`; 0
/// if it is neither held nor given, if there is no such answer, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_person(
    decision: Option<&DecisionHandle>,
    answer: usize,
    field: i32,
) -> i32 {
    guard::get(0, || {
        let fields = &details(decision, answer)?.identity.person;
        let found = fields.iter().find(|it| i32::from(it.0.number()) == field)?;
        Some(i32::from(found.1.number()))
    })
}

/// Who of a list of CIs signed: the hex of a pseudonym that the keys' `pseudonym` makes of the CI. NULL
/// if there was no list or it is nobody on it, if there is no such answer, or for NULL.
///
/// `length` may be NULL. Any thread. The text lives as long as the decision.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_pseudonym(
    decision: Option<&DecisionHandle>,
    answer: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    let text = guard::get(None, || Some(decision?.answer(answer)?.pseudonym.as_ref()));
    lend_text(text, length)
}

/// How many signed documents an answer has; 0 if there is no such answer, or for NULL.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_document_count(
    decision: Option<&DecisionHandle>,
    answer: usize,
) -> usize {
    guard::get(0, || Some(details(decision, answer)?.documents.len()))
}

/// The id of a signed document: the provider's, or its place from 1 where the provider gives none. NULL if
/// there is none of this index, or for NULL.
///
/// `length` may be NULL. Any thread. The text lives as long as the decision.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_document_id(
    decision: Option<&DecisionHandle>,
    answer: usize,
    document: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    let text = guard::get(None, || Some(decision?.answer(answer)?.ids.get(document)));
    lend_text(text, length)
}

/// The report on a signed document, for the functions that read reports. It is accepted, and its content
/// is lent, only if the decision is ACCEPTED. NULL if there is none of this index, or for NULL.
///
/// Any thread. The report is the decision's: never free it.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_report(
    decision: Option<&DecisionHandle>,
    answer: usize,
    document: usize,
) -> Option<&ReportHandle> {
    guard::get(None, || {
        Some(decision?.answer(answer)?.reports.get(document))
    })
}

fn form(
    decision: Option<&DecisionHandle>,
    form: Form,
    lang: i32,
    show_subject: i32,
) -> Option<&Text> {
    guard::get(None, || {
        let handle = decision?;
        let view = view(lang, show_subject).ok()?;
        let made = || match form {
            Form::Json => handle.decision.to_json_in(view),
            Form::Text => handle.decision.text_in(view),
            Form::Brief => handle.decision.brief_in(view),
        };
        Some(Some(handle.kept.text(form, view, made)))
    })
}

/// The decision for programs: JSON as `schema/response.json` describes it. Made when it is asked for
/// first, and kept. The same inputs give the same octets.
///
/// `lang` is an `INJANG_LANGUAGE_…`. The subjects of certificates, which are personal data, stand in it
/// only if `show_subject` is 1. NULL for another number, or for NULL. `length` may be NULL. Any thread.
/// The text lives as long as the decision.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_json(
    decision: Option<&DecisionHandle>,
    lang: i32,
    show_subject: i32,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    lend_text(form(decision, Form::Json, lang, show_subject), length)
}

/// The decision for people: everything. Otherwise as injang_decision_json().
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_text(
    decision: Option<&DecisionHandle>,
    lang: i32,
    show_subject: i32,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    lend_text(form(decision, Form::Text, lang, show_subject), length)
}

/// The decision for people: what is not as it should be, and the next step. Otherwise as
/// injang_decision_json().
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_brief(
    decision: Option<&DecisionHandle>,
    lang: i32,
    show_subject: i32,
    length: Option<&mut MaybeUninit<usize>>,
) -> *const c_char {
    lend_text(form(decision, Form::Brief, lang, show_subject), length)
}

/// Frees a decision and everything it lent, its reports included. NULL is nothing to free. A pointer may
/// be freed once: set it to NULL afterwards.
#[unsafe(no_mangle)]
pub extern "C" fn injang_decision_free(decision: Option<Box<DecisionHandle>>) {
    guard::free(decision);
}
