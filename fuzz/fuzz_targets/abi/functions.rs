//! The functions of `include/injang.h` as C sees them: pointers and numbers.

use std::ffi::{c_char, c_void};

// The functions are those of this crate; nothing else names it.
use injang_ffi as _;

/// A handle of any type.
pub type Handle = *mut c_void;
/// A place for a handle.
pub type Out = *mut Handle;

/// A function that takes octets for a handle.
pub type Octets = unsafe extern "C" fn(Handle, *const u8, usize, Out) -> i32;
/// A function that sets a number.
pub type Number = unsafe extern "C" fn(Handle, i32, Out) -> i32;
/// A function that writes a report or a decision as text.
pub type Form = unsafe extern "C" fn(Handle, i32, i32, *mut usize) -> *const c_char;

unsafe extern "C" {
    pub fn injang_error_code(error: Handle) -> i32;
    pub fn injang_error_parameter(error: Handle) -> *const c_char;
    pub fn injang_error_message(error: Handle, lang: i32, length: *mut usize) -> *const c_char;
    pub fn injang_error_kind(error: Handle) -> i32;
    pub fn injang_error_offset(error: Handle) -> usize;
    pub fn injang_error_format_rule(error: Handle) -> i32;
    pub fn injang_error_free(error: Handle);

    pub fn injang_policy_builder_new(revocation: i32, builder: Out, error: Out) -> i32;
    pub fn injang_policy_builder_add_trust(b: Handle, at: *const u8, length: usize, e: Out) -> i32;
    pub fn injang_policy_builder_add_intermediates(
        b: Handle,
        at: *const u8,
        length: usize,
        e: Out,
    ) -> i32;
    pub fn injang_policy_builder_add_revocation_data(
        b: Handle,
        at: *const u8,
        length: usize,
        e: Out,
    ) -> i32;
    pub fn injang_policy_builder_add_ocsp_responders(
        b: Handle,
        at: *const u8,
        length: usize,
        e: Out,
    ) -> i32;
    pub fn injang_policy_builder_add_acceptable_policy(
        b: Handle,
        at: *const u8,
        length: usize,
        e: Out,
    ) -> i32;
    pub fn injang_policy_builder_add_signer_policy(
        b: Handle,
        at: *const u8,
        length: usize,
        e: Out,
    ) -> i32;
    pub fn injang_policy_builder_set_purpose(
        b: Handle,
        at: *const u8,
        length: usize,
        e: Out,
    ) -> i32;
    pub fn injang_policy_builder_set_profile(b: Handle, value: i32, e: Out) -> i32;
    pub fn injang_policy_builder_set_accept_sha1(b: Handle, value: i32, e: Out) -> i32;
    pub fn injang_policy_builder_set_anchor_constraints(b: Handle, value: i32, e: Out) -> i32;
    pub fn injang_policy_builder_set_explicit_policy(b: Handle, value: i32, e: Out) -> i32;
    pub fn injang_policy_builder_set_inhibit_policy_mapping(b: Handle, value: i32, e: Out) -> i32;
    pub fn injang_policy_builder_set_inhibit_any_policy(b: Handle, value: i32, e: Out) -> i32;
    pub fn injang_policy_builder_set_budget(b: Handle, bound: i32, value: u64, e: Out) -> i32;
    pub fn injang_policy_builder_build(b: Handle, policy: Out, e: Out) -> i32;
    pub fn injang_policy_builder_free(b: Handle);

    pub fn injang_policy_with_revocation_data(
        policy: Handle,
        pieces: *const *const u8,
        lengths: *const usize,
        count: usize,
        renewed: Out,
        error: Out,
    ) -> i32;
    pub fn injang_policy_clone(policy: Handle, copy: Out, error: Out) -> i32;
    pub fn injang_policy_manifest(policy: Handle, length: *mut usize) -> *const c_char;
    pub fn injang_policy_free(policy: Handle);

    pub fn injang_request_new(at: i64, request: Out, error: Out) -> i32;
    pub fn injang_request_set_time(request: Handle, at: i64, source: i32, error: Out) -> i32;
    pub fn injang_request_set_digest(
        request: Handle,
        algorithm: i32,
        at: *const u8,
        length: usize,
        error: Out,
    ) -> i32;
    pub fn injang_request_set_plain_hash_source(request: Handle, value: i32, error: Out) -> i32;
    pub fn injang_request_set_sign_type(request: Handle, value: i32, error: Out) -> i32;
    pub fn injang_request_set_vid_layout(request: Handle, value: i32, error: Out) -> i32;
    pub fn injang_request_set_diagnose(request: Handle, value: i32, error: Out) -> i32;
    pub fn injang_request_set_vid(
        request: Handle,
        ci: *const u8,
        ci_length: usize,
        vid: *const u8,
        vid_length: usize,
        error: Out,
    ) -> i32;
    pub fn injang_request_set_signer(request: Handle, signer: usize, error: Out) -> i32;
    pub fn injang_request_set_limit(request: Handle, limit: i32, value: u64, error: Out) -> i32;
    pub fn injang_request_add_certificates(
        request: Handle,
        at: *const u8,
        length: usize,
        error: Out,
    ) -> i32;
    pub fn injang_request_set_name(
        request: Handle,
        at: *const u8,
        length: usize,
        error: Out,
    ) -> i32;
    pub fn injang_request_reset(request: Handle, at: i64, error: Out) -> i32;
    pub fn injang_request_free(request: Handle);

    pub fn injang_verify(
        policy: Handle,
        request: Handle,
        document: *const u8,
        document_length: usize,
        report: Out,
        error: Out,
    ) -> i32;
    pub fn injang_audit(
        policy: Handle,
        request: Handle,
        document: *const u8,
        document_length: usize,
        report: Out,
        error: Out,
    ) -> i32;
    pub fn injang_verify_detached(
        policy: Handle,
        request: Handle,
        document: *const u8,
        document_length: usize,
        content: *const u8,
        content_length: usize,
        report: Out,
        error: Out,
    ) -> i32;

    pub fn injang_report_code(report: Handle) -> i32;
    pub fn injang_report_is_accepted(report: Handle) -> i32;
    pub fn injang_report_verdict(report: Handle) -> i32;
    pub fn injang_report_content(report: Handle, length: *mut usize) -> *const u8;
    pub fn injang_report_signer_count(report: Handle) -> usize;
    pub fn injang_report_headline(report: Handle, lang: i32, length: *mut usize) -> *const c_char;
    pub fn injang_report_json(
        report: Handle,
        lang: i32,
        show: i32,
        length: *mut usize,
    ) -> *const c_char;
    pub fn injang_report_text(
        report: Handle,
        lang: i32,
        show: i32,
        length: *mut usize,
    ) -> *const c_char;
    pub fn injang_report_brief(
        report: Handle,
        lang: i32,
        show: i32,
        length: *mut usize,
    ) -> *const c_char;
    pub fn injang_report_free(report: Handle);
    pub fn injang_signer_serial(report: Handle, signer: usize, length: *mut usize) -> *const u8;
    pub fn injang_signer_subject(
        report: Handle,
        signer: usize,
        length: *mut usize,
    ) -> *const c_char;
    pub fn injang_check_count(report: Handle, signer: usize, certificate: usize) -> usize;
    pub fn injang_check_sentence(
        report: Handle,
        signer: usize,
        certificate: usize,
        index: usize,
        lang: i32,
        length: *mut usize,
    ) -> *const c_char;
    pub fn injang_finding_code(
        report: Handle,
        signer: usize,
        certificate: usize,
        index: usize,
    ) -> i32;
    pub fn injang_path_certificate(
        report: Handle,
        signer: usize,
        position: usize,
        length: *mut usize,
    ) -> *const u8;
    pub fn injang_evidence_sha256(
        report: Handle,
        signer: usize,
        position: usize,
        index: usize,
        length: *mut usize,
    ) -> *const u8;
    pub fn injang_revocation_data_sha256(
        report: Handle,
        index: usize,
        length: *mut usize,
    ) -> *const u8;

    pub fn injang_exchange_new(
        provider: i32,
        product: *const u8,
        product_length: usize,
        exchange: Out,
        error: Out,
    ) -> i32;
    pub fn injang_exchange_set_response(x: Handle, at: *const u8, length: usize, e: Out) -> i32;
    pub fn injang_exchange_set_request(x: Handle, at: *const u8, length: usize, e: Out) -> i32;
    pub fn injang_exchange_set_result_request(
        x: Handle,
        at: *const u8,
        length: usize,
        e: Out,
    ) -> i32;
    pub fn injang_exchange_set_keys(x: Handle, at: *const u8, length: usize, e: Out) -> i32;
    pub fn injang_exchange_set_ci(x: Handle, at: *const u8, length: usize, e: Out) -> i32;
    pub fn injang_exchange_set_ci_list(x: Handle, at: *const u8, length: usize, e: Out) -> i32;
    pub fn injang_exchange_set_person(x: Handle, at: *const u8, length: usize, e: Out) -> i32;
    pub fn injang_exchange_set_short_signatures(
        x: Handle,
        at: *const u8,
        length: usize,
        e: Out,
    ) -> i32;
    pub fn injang_exchange_set_content_map(x: Handle, at: *const u8, length: usize, e: Out) -> i32;
    pub fn injang_exchange_set_name(x: Handle, at: *const u8, length: usize, e: Out) -> i32;
    pub fn injang_exchange_set_not_kept(x: Handle, value: i32, e: Out) -> i32;
    pub fn injang_exchange_set_sign_type(x: Handle, value: i32, e: Out) -> i32;
    pub fn injang_exchange_set_plain_hash_source(x: Handle, value: i32, e: Out) -> i32;
    pub fn injang_exchange_set_vid_layout(x: Handle, value: i32, e: Out) -> i32;
    pub fn injang_exchange_set_environment(x: Handle, value: i32, e: Out) -> i32;
    pub fn injang_exchange_waive(x: Handle, value: i32, e: Out) -> i32;
    pub fn injang_exchange_set_other(
        x: Handle,
        role: i32,
        at: *const u8,
        length: usize,
        e: Out,
    ) -> i32;
    pub fn injang_exchange_add_original(
        x: Handle,
        policy: Handle,
        id: *const u8,
        id_length: usize,
        at: *const u8,
        length: usize,
        e: Out,
    ) -> i32;
    pub fn injang_exchange_free(exchange: Handle);

    pub fn injang_decide_all(
        policy: Handle,
        exchanges: *const Handle,
        count: usize,
        source: i32,
        at: i64,
        decision: Out,
        error: Out,
    ) -> i32;
    pub fn injang_decision_code(decision: Handle) -> i32;
    pub fn injang_decision_is_accepted(decision: Handle) -> i32;
    pub fn injang_decision_report(decision: Handle, answer: usize, document: usize) -> Handle;
    pub fn injang_decision_finding_sentence(
        decision: Handle,
        answer: usize,
        notes: i32,
        index: usize,
        lang: i32,
        length: *mut usize,
    ) -> *const c_char;
    pub fn injang_decision_json(
        decision: Handle,
        lang: i32,
        show: i32,
        length: *mut usize,
    ) -> *const c_char;
    pub fn injang_decision_text(
        decision: Handle,
        lang: i32,
        show: i32,
        length: *mut usize,
    ) -> *const c_char;
    pub fn injang_decision_brief(
        decision: Handle,
        lang: i32,
        show: i32,
        length: *mut usize,
    ) -> *const c_char;
    pub fn injang_decision_free(decision: Handle);

    pub fn injang_inspect(at: *const u8, length: usize, inspection: Out, error: Out) -> i32;
    pub fn injang_inspection_json(
        inspection: Handle,
        lang: i32,
        show: i32,
        length: *mut usize,
    ) -> *const c_char;
    pub fn injang_inspection_text(
        inspection: Handle,
        lang: i32,
        show: i32,
        length: *mut usize,
    ) -> *const c_char;
    pub fn injang_inspection_free(inspection: Handle);

    pub fn injang_vid_text(
        ci: *const u8,
        ci_length: usize,
        serial: *const u8,
        serial_length: usize,
        layout: i32,
        encoding: i32,
        text: *mut u8,
        text_capacity: usize,
        error: Out,
    ) -> i32;
    pub fn injang_certificate_serial(
        at: *const u8,
        length: usize,
        serial: *mut u8,
        serial_capacity: usize,
        serial_length: *mut usize,
        error: Out,
    ) -> i32;
    pub fn injang_time_parse(text: *const u8, length: usize, seconds: *mut i64, error: Out) -> i32;
}
