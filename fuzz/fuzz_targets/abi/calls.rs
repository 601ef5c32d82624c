//! The calls, and the handles on which they are made.

use super::functions::*;
use libfuzzer_sys::arbitrary::{self, Arbitrary};
use std::ffi::{CStr, c_char};
use std::ptr;

/// Octets: any, or those of a vector, so that handles come to something.
#[derive(Arbitrary, Debug)]
pub enum Input<'a> {
    Null,
    Any(&'a [u8]),
    Vector(u8),
    /// The same with a few octets changed.
    Changed(u8, u16, u8),
}

macro_rules! vector {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/", $name))
    };
}

const VECTORS: [&[u8]; 16] = [
    vector!("vectors/kakao/ca.der"),
    vector!("vectors/kakao/content-in-pieces/document.der"),
    vector!("vectors/kakao/armor-base64/document.b64"),
    vector!("vectors/kakao/content-flipped-bit/document.der"),
    vector!("vectors/revocation/below-root-good/evidence-0.der"),
    vector!("vectors/revocation/below-root-good/document.der"),
    vector!("responses/ca.der"),
    vector!("responses/kakao-single/text/request.json"),
    vector!("responses/kakao-single/text/response.json"),
    vector!("responses/kakao-single/text/keys.json"),
    vector!("responses/kakao-single/text/ci.txt"),
    vector!("responses/kakao-single/other-text/response.json"),
    b"K3510",
    b"1.2.410.200099.1",
    b"2026-03-02T09:00:00Z",
    b"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
];

fn vector(number: u8) -> &'static [u8] {
    VECTORS[usize::from(number) % VECTORS.len()]
}

impl Input<'_> {
    /// Hands the octets over in memory of exactly their size, so that the sanitizer sees a step
    /// beyond it.
    fn lend<T>(&self, call: impl FnOnce(*const u8, usize) -> T) -> T {
        let octets: Box<[u8]> = match self {
            Self::Null => return call(ptr::null(), 0),
            Self::Any(octets) => (*octets).into(),
            Self::Vector(number) => vector(*number).into(),
            Self::Changed(number, place, octet) => {
                let mut octets: Box<[u8]> = vector(*number).into();
                let place = usize::from(*place) % octets.len();
                octets[place] ^= octet;
                octets
            }
        };
        call(octets.as_ptr(), octets.len())
    }
}

/// A small number most of the time.
#[derive(Arbitrary, Debug)]
pub enum Value {
    Small(u8),
    Any(i32),
}

impl Value {
    fn get(&self) -> i32 {
        match self {
            Self::Small(value) => i32::from(value % 12),
            Self::Any(value) => *value,
        }
    }
}

/// An index: near the front most of the time, or none.
#[derive(Arbitrary, Debug)]
pub enum Index {
    Near(u8),
    None,
    Any(usize),
}

impl Index {
    fn get(&self) -> usize {
        match self {
            Self::Near(value) => usize::from(value % 4),
            Self::None => usize::MAX,
            Self::Any(value) => *value,
        }
    }
}

/// A time: that of the vectors most of the time.
#[derive(Arbitrary, Debug)]
pub enum At {
    Vectors,
    Any(i64),
}

impl At {
    fn get(&self) -> i64 {
        match self {
            Self::Vectors => 1_772_442_000,
            Self::Any(value) => *value,
        }
    }
}

/// One call.
#[derive(Arbitrary, Debug)]
pub enum Call<'a> {
    NewBuilder(Value),
    Add(u8, Input<'a>),
    Set(u8, Value),
    Budget(Value, u64),
    Build,
    Renew([Input<'a>; 2]),
    Clone,
    NewRequest(At),
    Time(At, Value),
    Digest(Value, Input<'a>),
    RequestNumber(u8, Value),
    Vid(Input<'a>, Input<'a>),
    Signer(Index),
    Limit(Value, u64),
    RequestOctets(bool, Input<'a>),
    Reset(At),
    Judge(bool, Input<'a>),
    Detached(Input<'a>, Input<'a>),
    ReadReport(Index, Index, Index, Value),
    NewExchange(Value, Input<'a>),
    ExchangeText(u8, Input<'a>),
    ExchangeNumber(u8, Value),
    Other(Value, Input<'a>),
    Original(Input<'a>, Input<'a>),
    /// An exchange that is whole.
    GoodExchange,
    Decide(u8, Value, At),
    ReadDecision(Index, Value, Index, Value),
    Inspect(Input<'a>, Value),
    VidText(Input<'a>, Input<'a>, Value, Value, u8),
    Serial(Input<'a>, u8),
    ParseTime(Input<'a>),
    Free(u8),
}

/// The functions that take octets for a builder or an exchange, and those that set a number.
const ADD: [Octets; 7] = [
    injang_policy_builder_add_trust,
    injang_policy_builder_add_intermediates,
    injang_policy_builder_add_revocation_data,
    injang_policy_builder_add_ocsp_responders,
    injang_policy_builder_add_acceptable_policy,
    injang_policy_builder_add_signer_policy,
    injang_policy_builder_set_purpose,
];
const SET: [Number; 6] = [
    injang_policy_builder_set_profile,
    injang_policy_builder_set_accept_sha1,
    injang_policy_builder_set_anchor_constraints,
    injang_policy_builder_set_explicit_policy,
    injang_policy_builder_set_inhibit_policy_mapping,
    injang_policy_builder_set_inhibit_any_policy,
];
const REQUEST: [Number; 4] = [
    injang_request_set_plain_hash_source,
    injang_request_set_sign_type,
    injang_request_set_vid_layout,
    injang_request_set_diagnose,
];
const TEXT: [Octets; 10] = [
    injang_exchange_set_response,
    injang_exchange_set_request,
    injang_exchange_set_result_request,
    injang_exchange_set_keys,
    injang_exchange_set_ci,
    injang_exchange_set_ci_list,
    injang_exchange_set_person,
    injang_exchange_set_short_signatures,
    injang_exchange_set_content_map,
    injang_exchange_set_name,
];
const EXCHANGE: [Number; 6] = [
    injang_exchange_set_not_kept,
    injang_exchange_set_sign_type,
    injang_exchange_set_plain_hash_source,
    injang_exchange_set_vid_layout,
    injang_exchange_set_environment,
    injang_exchange_waive,
];

fn of<T: Copy, const N: usize>(list: [T; N], number: u8) -> T {
    list[usize::from(number) % N]
}

/// A handle, or NULL; what frees it.
struct Held(Handle, unsafe extern "C" fn(Handle));

impl Held {
    /// Lets a function write a handle. It must be there exactly where the code is no error.
    fn made(&mut self, call: impl FnOnce(Out, Out) -> i32) -> i32 {
        let mut out = ptr::dangling_mut();
        let code = checked(|error| call(&raw mut out, error));
        assert_eq!(out.is_null(), code >= 64, "a handle with the code {code}");
        self.free();
        self.0 = out;
        code
    }

    fn free(&mut self) {
        // SAFETY: the handle is of this type, nobody else has it, and it is NULL from here on.
        unsafe { (self.1)(self.0) };
        self.0 = ptr::null_mut();
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.free();
    }
}

/// Makes a call that may give an error, and reads all of it.
fn checked(call: impl FnOnce(Out) -> i32) -> i32 {
    let mut error: Handle = ptr::dangling_mut();
    let code = call(&raw mut error);
    assert_eq!(error.is_null(), code < 64, "an error with the code {code}");
    assert!(code != 70, "a bug");
    // SAFETY: the error is one of the library, or NULL; it is freed once.
    unsafe {
        if !error.is_null() {
            assert_eq!(injang_error_code(error), code);
            for lang in [1, 2] {
                let mut length = 0;
                text(
                    injang_error_message(error, lang, &raw mut length),
                    length,
                    true,
                );
            }
            let _ = (injang_error_kind(error), injang_error_offset(error));
            let _ = injang_error_format_rule(error);
            let parameter = injang_error_parameter(error);
            assert!(parameter.is_null() || !CStr::from_ptr(parameter).is_empty());
        }
        injang_error_free(error);
    }
    code
}

/// Reads a text that was lent: UTF-8, of the length that was said, without a NUL within.
fn text(at: *const c_char, length: usize, must_be: bool) {
    assert!(!at.is_null() || !must_be && length == 0);
    if !at.is_null() {
        // SAFETY: the library lends a text with a NUL behind it.
        let text = unsafe { CStr::from_ptr(at) };
        assert_eq!(text.to_bytes().len(), length);
        assert!(text.to_str().is_ok());
    }
}

/// Reads octets that were lent.
fn octets(at: *const u8, length: usize) {
    assert!(!at.is_null() || length == 0);
    if !at.is_null() {
        // SAFETY: the library lends so many octets.
        let octets = unsafe { std::slice::from_raw_parts(at, length) };
        std::hint::black_box(octets.iter().fold(0_u8, |sum, octet| sum ^ octet));
    }
}

/// One handle of each type.
pub struct Handles {
    builder: Held,
    policy: Held,
    request: Held,
    report: Held,
    exchanges: [Held; 2],
    decision: Held,
    inspection: Held,
}

impl Default for Handles {
    fn default() -> Self {
        let held = |free| Held(ptr::null_mut(), free);
        Self {
            builder: held(injang_policy_builder_free),
            policy: held(injang_policy_free),
            request: held(injang_request_free),
            report: held(injang_report_free),
            exchanges: [held(injang_exchange_free), held(injang_exchange_free)],
            decision: held(injang_decision_free),
            inspection: held(injang_inspection_free),
        }
    }
}

impl Handles {
    /// Makes a call. The handles are those of the library or NULL, the octets are lent for the call.
    #[expect(clippy::too_many_lines, reason = "one arm for each call")]
    pub fn make(&mut self, call: &Call<'_>) {
        let exchange = self.exchanges[0].0;
        // SAFETY: as said above; each place that is written to is a variable.
        unsafe {
            match call {
                Call::NewBuilder(mode) => {
                    let new = |out, error| injang_policy_builder_new(mode.get(), out, error);
                    self.builder.made(new);
                }
                Call::Add(kind, input) => {
                    let add = of(ADD, *kind);
                    input.lend(|at, length| checked(|e| add(self.builder.0, at, length, e)));
                }
                Call::Set(kind, value) => {
                    checked(|e| of(SET, *kind)(self.builder.0, value.get(), e));
                }
                Call::Budget(bound, value) => {
                    let set = injang_policy_builder_set_budget;
                    checked(|e| set(self.builder.0, bound.get(), *value, e));
                }
                Call::Build => {
                    let builder = self.builder.0;
                    let build = |out, error| injang_policy_builder_build(builder, out, error);
                    self.policy.made(build);
                }
                Call::Renew([first, second]) => self.renew(first, second),
                Call::Clone => {
                    let policy = self.policy.0;
                    let clone = |out, error| injang_policy_clone(policy, out, error);
                    self.policy.made(clone);
                }
                Call::NewRequest(at) => {
                    let new = |out, error| injang_request_new(at.get(), out, error);
                    self.request.made(new);
                }
                Call::Time(at, source) => {
                    let set = injang_request_set_time;
                    checked(|e| set(self.request.0, at.get(), source.get(), e));
                }
                Call::Digest(algorithm, input) => {
                    let set = injang_request_set_digest;
                    let set = |at, length, e| set(self.request.0, algorithm.get(), at, length, e);
                    input.lend(|at, length| checked(|e| set(at, length, e)));
                }
                Call::RequestNumber(kind, value) => {
                    checked(|e| of(REQUEST, *kind)(self.request.0, value.get(), e));
                }
                Call::Vid(ci, vid) => {
                    let set = injang_request_set_vid;
                    ci.lend(|ci, ci_length| {
                        vid.lend(|vid, length| {
                            checked(|e| set(self.request.0, ci, ci_length, vid, length, e))
                        })
                    });
                }
                Call::Signer(signer) => {
                    checked(|e| injang_request_set_signer(self.request.0, signer.get(), e));
                }
                Call::Limit(limit, value) => {
                    let set = injang_request_set_limit;
                    checked(|e| set(self.request.0, limit.get(), *value, e));
                }
                Call::RequestOctets(is_name, input) => {
                    let set = if *is_name {
                        injang_request_set_name
                    } else {
                        injang_request_add_certificates
                    };
                    input.lend(|at, length| checked(|e| set(self.request.0, at, length, e)));
                }
                Call::Reset(at) => {
                    checked(|e| injang_request_reset(self.request.0, at.get(), e));
                }
                Call::Judge(is_audit, document) => self.judge(*is_audit, document),
                Call::Detached(document, content) => self.judge_detached(document, content),
                Call::ReadReport(signer, certificate, index, lang) => {
                    let places = [signer.get(), certificate.get(), index.get()];
                    read_report(self.report.0, places, lang.get());
                }
                Call::NewExchange(provider, product) => {
                    self.exchanges.swap(0, 1);
                    let new = injang_exchange_new;
                    let new = |at, length, out, e| new(provider.get(), at, length, out, e);
                    product.lend(|at, length| {
                        self.exchanges[0].made(|out, error| new(at, length, out, error))
                    });
                }
                Call::ExchangeText(kind, input) => {
                    let set = of(TEXT, *kind);
                    input.lend(|at, length| checked(|e| set(exchange, at, length, e)));
                }
                Call::ExchangeNumber(kind, value) => {
                    checked(|e| of(EXCHANGE, *kind)(exchange, value.get(), e));
                }
                Call::Other(role, input) => {
                    let set = injang_exchange_set_other;
                    let set = |at, length, e| set(exchange, role.get(), at, length, e);
                    input.lend(|at, length| checked(|e| set(at, length, e)));
                }
                Call::Original(id, input) => {
                    let add = injang_exchange_add_original;
                    id.lend(|id, id_length| {
                        input.lend(|at, length| {
                            checked(|e| add(exchange, self.policy.0, id, id_length, at, length, e))
                        })
                    });
                }
                Call::GoodExchange => self.good_exchange(),
                Call::Decide(count, source, at) => self.decide(*count, source.get(), at.get()),
                Call::ReadDecision(answer, notes, index, lang) => {
                    let (answer, notes) = (answer.get(), notes.get());
                    let (decision, index) = (self.decision.0, index.get());
                    let mut length = 0;
                    let sentence = injang_decision_finding_sentence;
                    let at = sentence(decision, answer, notes, index, lang.get(), &raw mut length);
                    text(at, length, false);
                    for form in [
                        injang_decision_json as Form,
                        injang_decision_text,
                        injang_decision_brief,
                    ] {
                        let at = form(decision, lang.get(), notes & 1, &raw mut length);
                        text(at, length, false);
                    }
                    let report = injang_decision_report(decision, answer, index);
                    read_report(report, [0, 0, 0], lang.get());
                }
                Call::Inspect(input, lang) => {
                    input.lend(|at, length| {
                        let inspect = |out, error| injang_inspect(at, length, out, error);
                        self.inspection.made(inspect)
                    });
                    for form in [injang_inspection_json as Form, injang_inspection_text] {
                        let mut length = 0;
                        let at = form(self.inspection.0, lang.get(), 1, &raw mut length);
                        text(at, length, false);
                    }
                }
                Call::VidText(ci, serial, layout, encoding, room) => {
                    // No more room than is said.
                    let mut out = vec![0_u8; usize::from(*room)].into_boxed_slice();
                    let code = ci.lend(|ci, ci_length| {
                        serial.lend(|serial, length| {
                            checked(|e| {
                                let (layout, encoding) = (layout.get(), encoding.get());
                                let (text, room) = (out.as_mut_ptr(), out.len());
                                injang_vid_text(
                                    ci, ci_length, serial, length, layout, encoding, text, room, e,
                                )
                            })
                        })
                    });
                    assert!(code != 0 || out.contains(&0));
                }
                Call::Serial(input, room) => {
                    let mut out = vec![0_u8; usize::from(*room)].into_boxed_slice();
                    let mut length = 0;
                    let code = input.lend(|at, size| {
                        checked(|e| {
                            let (serial, room) = (out.as_mut_ptr(), out.len());
                            injang_certificate_serial(at, size, serial, room, &raw mut length, e)
                        })
                    });
                    assert!(code != 0 || length > 0 && length <= out.len());
                }
                Call::ParseTime(input) => {
                    let mut seconds = 0;
                    input.lend(|at, length| {
                        checked(|e| injang_time_parse(at, length, &raw mut seconds, e))
                    });
                }
                Call::Free(which) => {
                    let Self {
                        builder,
                        policy,
                        request,
                        report,
                        exchanges,
                        decision,
                        inspection,
                    } = self;
                    let [first, second] = exchanges;
                    let all = [
                        builder, policy, request, report, first, second, decision, inspection,
                    ];
                    let count = all.len();
                    if let Some(held) = all.into_iter().nth(usize::from(*which) % count) {
                        held.free();
                    }
                }
            }
        }
    }
}

impl Handles {
    fn renew(&mut self, first: &Input<'_>, second: &Input<'_>) {
        let policy = self.policy.0;
        first.lend(|one, one_length| {
            second.lend(|two, two_length| {
                let (pieces, lengths) = ([one, two], [one_length, two_length]);
                // SAFETY: both lists have two entries; the policy is one, or NULL.
                self.policy.made(|out, error| unsafe {
                    let renew = injang_policy_with_revocation_data;
                    renew(policy, pieces.as_ptr(), lengths.as_ptr(), 2, out, error)
                })
            })
        });
        let mut length = 0;
        // SAFETY: the policy is one, or NULL.
        text(
            unsafe { injang_policy_manifest(self.policy.0, &raw mut length) },
            length,
            false,
        );
    }

    fn judge(&mut self, is_audit: bool, document: &Input<'_>) {
        let (policy, request) = (self.policy.0, self.request.0);
        let code = document.lend(|at, length| {
            // SAFETY: the handles are of their types, or NULL; so many octets are lent.
            self.report.made(|out, error| unsafe {
                let judge = if is_audit {
                    injang_audit
                } else {
                    injang_verify
                };
                judge(policy, request, at, length, out, error)
            })
        });
        self.check_code(code, is_audit);
    }

    fn judge_detached(&mut self, document: &Input<'_>, content: &Input<'_>) {
        let (policy, request) = (self.policy.0, self.request.0);
        let code = document.lend(|at, length| {
            content.lend(|content, content_length| {
                // SAFETY: as above.
                self.report.made(|out, error| unsafe {
                    let verify = injang_verify_detached;
                    verify(
                        policy,
                        request,
                        at,
                        length,
                        content,
                        content_length,
                        out,
                        error,
                    )
                })
            })
        });
        self.check_code(code, false);
    }

    /// The report says what the code said.
    fn check_code(&self, code: i32, is_audit: bool) {
        // SAFETY: the report is one, or NULL.
        let (own, is_accepted, verdict) = unsafe {
            (
                injang_report_code(self.report.0),
                injang_report_is_accepted(self.report.0),
                injang_report_verdict(self.report.0),
            )
        };
        if code >= 64 {
            assert_eq!((own, is_accepted, verdict), (64, 0, 0));
        } else {
            assert!(if is_audit { code == 0 } else { own == code });
            assert_eq!(is_accepted == 1, own == 0);
            assert!(is_accepted == 0 || verdict == 1);
        }
    }

    fn good_exchange(&mut self) {
        // SAFETY: the octets are constants.
        unsafe {
            self.exchanges[0].made(|out, e| injang_exchange_new(1, b"K3510".as_ptr(), 5, out, e));
        }
        for (kind, number) in [(1, 7), (0, 8), (3, 9), (4, 10)] {
            let exchange = self.exchanges[0].0;
            let set = of(TEXT, kind);
            let set = |at, length| {
                // SAFETY: the exchange is one; so many octets are lent.
                checked(|e| unsafe { set(exchange, at, length, e) })
            };
            assert_eq!(Input::Vector(number).lend(set), 0);
        }
    }

    fn decide(&mut self, count: u8, source: i32, at: i64) {
        let handles = [self.exchanges[0].0, self.exchanges[1].0];
        let count = usize::from(count % 3);
        let policy = self.policy.0;
        // SAFETY: the list has two entries, each an exchange or NULL.
        let code = self.decision.made(|out, error| unsafe {
            injang_decide_all(policy, handles.as_ptr(), count, source, at, out, error)
        });
        let decision = self.decision.0;
        // SAFETY: the decision is one, or NULL.
        let (own, is_accepted) = unsafe {
            (
                injang_decision_code(decision),
                injang_decision_is_accepted(decision),
            )
        };
        assert!(own == code || code >= 64 && own == 64);
        assert_eq!(is_accepted == 1, code == 0);
    }
}

/// Reads much of a report, at any place of it.
fn read_report(report: Handle, [signer, certificate, index]: [usize; 3], lang: i32) {
    let mut length = 0;
    let size = &raw mut length;
    // SAFETY: the report is one, or NULL; what is lent is read while the report lives.
    unsafe {
        for form in [
            injang_report_json as Form,
            injang_report_text,
            injang_report_brief,
        ] {
            text(form(report, lang, 1, size), *size, false);
        }
        text(injang_report_headline(report, lang, size), *size, false);
        text(injang_signer_subject(report, signer, size), *size, false);
        let sentence = injang_check_sentence(report, signer, certificate, index, lang, size);
        text(sentence, *size, false);
        octets(injang_report_content(report, size), *size);
        octets(injang_signer_serial(report, signer, size), *size);
        octets(
            injang_path_certificate(report, signer, certificate, size),
            *size,
        );
        octets(
            injang_evidence_sha256(report, signer, certificate, index, size),
            *size,
        );
        octets(injang_revocation_data_sha256(report, index, size), *size);
        let _ = injang_finding_code(report, signer, certificate, index);
        let count = injang_check_count(report, signer, certificate);
        assert!(count < 1000 && injang_report_signer_count(report) < 1000);
        // A content is lent only by what is accepted.
        assert!(
            injang_report_content(report, size).is_null() || injang_report_is_accepted(report) == 1
        );
    }
}
