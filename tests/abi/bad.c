/*
 * Every function with NULL for each pointer, with lengths that can't be and numbers that are none: each
 * is refused under the parameter's name, nothing crashes, and nothing is a pass. Prints how many calls
 * there were.
 *
 * calls.inc is made from the header (tests/src/abi.rs), so that no function can be forgotten.
 */
#include "injang.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char TEXT[] = "/a";
static const char CI[] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==";
static const char VID[] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
static char ROOM[128];
static size_t LENGTH;
static int64_t SECONDS;
static const int64_t AT = 1772442000;
static const uint8_t *const PIECES[1] = {(const uint8_t *)TEXT};
static const size_t LENGTHS[1] = {2};
static const injang_exchange *EXCHANGES[1];

static injang_policy_builder *good_policy_builder, *out_policy_builder;
static injang_policy *good_policy, *out_policy;
static injang_request *good_request, *out_request;
static injang_report *good_report, *out_report;
static injang_exchange *good_exchange, *out_exchange;
static injang_decision *good_decision, *out_decision;
static injang_inspection *good_inspection, *out_inspection;
static injang_error *good_error, *out_error;

static unsigned long calls;

static void wrong(const char *call, const char *what)
{
    (void)fprintf(stderr, "%s: %s\n", call, what);
    exit(1);
}

/* Frees what a call gave; each pointer is set to NULL, so that freeing it again is nothing. */
static void clear(void)
{
    int twice;
    for (twice = 0; twice < 2; twice++) {
        injang_policy_builder_free(out_policy_builder);
        out_policy_builder = NULL;
        injang_policy_free(out_policy);
        out_policy = NULL;
        injang_request_free(out_request);
        out_request = NULL;
        injang_report_free(out_report);
        out_report = NULL;
        injang_exchange_free(out_exchange);
        out_exchange = NULL;
        injang_decision_free(out_decision);
        out_decision = NULL;
        injang_inspection_free(out_inspection);
        out_inspection = NULL;
        injang_error_free(out_error);
        out_error = NULL;
    }
    calls++;
}

static void refused(int32_t code, const char *name, const char *call)
{
    const char *parameter = injang_error_parameter(out_error);
    const char *message = injang_error_message(out_error, INJANG_LANGUAGE_KO, NULL);
    if (code != INJANG_E_ARGUMENT) {
        wrong(call, "is not INJANG_E_ARGUMENT");
    }
    if (injang_error_code(out_error) != code) {
        wrong(call, "the error has another code");
    }
    if (parameter == NULL || strcmp(parameter, name) != 0) {
        wrong(call, parameter == NULL ? "names no parameter" : parameter);
    }
    if (message == NULL || strncmp(message, name, strlen(name)) != 0) {
        wrong(call, "the message does not begin with the parameter");
    }
    if (out_policy_builder != NULL || out_policy != NULL || out_request != NULL || out_report != NULL ||
        out_exchange != NULL || out_decision != NULL || out_inspection != NULL) {
        wrong(call, "gave a handle");
    }
    clear();
}

static void nothing(const void *pointer, const char *call)
{
    if (pointer != NULL) {
        wrong(call, "is not NULL");
    }
    clear();
}

#define REFUSED(call, name) refused(call, name, #call)
#define NOTHING(call) nothing(call, #call)
#define ANY(call) ((void)(call), clear())
#define NO_PASS(call) expect((call) != INJANG_OK, #call)
#define VALUE(call) ((void)(call), clear())
#define FREE(call) ((call), clear())

static void expect(int is_so, const char *what)
{
    if (!is_so) {
        wrong("expect", what);
    }
    clear();
}

static void generated(void)
{
#include "calls.inc"
}

static void good(void)
{
    static const char answer[] = "{}";
    injang_exchange *exchange = NULL;
    injang_error *error = NULL;
    expect(injang_policy_builder_new(INJANG_REVOCATION_MODE_NONE, &good_policy_builder, NULL) == 0,
           "builder");
    expect(injang_policy_builder_build(good_policy_builder, &good_policy, NULL) == 0, "policy");
    /* Used up: every call is refused from here on. */
    REFUSED(injang_policy_builder_build(good_policy_builder, &out_policy, &out_error), "builder");
    REFUSED(injang_policy_builder_set_profile(good_policy_builder, 1, &out_error), "builder");
    REFUSED(injang_policy_builder_add_trust(good_policy_builder, (const uint8_t *)TEXT, 2, &out_error),
            "builder");
    injang_policy_builder_free(good_policy_builder);
    expect(injang_policy_builder_new(INJANG_REVOCATION_MODE_NONE, &good_policy_builder, NULL) == 0,
           "builder");
    expect(injang_request_new(AT, &good_request, NULL) == 0, "request");
    /* What can't be read is rejected, with a report; the report may be left out. */
    expect(injang_verify(good_policy, good_request, (const uint8_t *)TEXT, 2, &good_report, NULL) ==
               INJANG_REJECTED,
           "verify");
    expect(injang_verify(good_policy, good_request, (const uint8_t *)TEXT, 2, NULL, NULL) ==
               INJANG_REJECTED,
           "verify without a report");
    expect(injang_verify(good_policy, good_request, (const uint8_t *)TEXT, 0, NULL, NULL) ==
               INJANG_REJECTED,
           "no octets");
    expect(injang_report_is_accepted(good_report) == 0, "accepted");
    expect(injang_report_verdict(good_report) == INJANG_VERDICT_TOTAL_FAILED, "verdict");
    expect(injang_exchange_new(INJANG_PROVIDER_KAKAO, NULL, 0, &good_exchange, NULL) == 0, "exchange");
    EXCHANGES[0] = good_exchange;
    REFUSED(injang_decide(good_policy, good_exchange, 1, AT, &out_decision, &out_error), "exchange");
    expect(injang_exchange_new(INJANG_PROVIDER_KAKAO, NULL, 0, &exchange, NULL) == 0, "exchange");
    expect(injang_exchange_set_response(exchange, answer, 2, NULL) == 0, "response");
    expect(injang_decide(good_policy, exchange, 1, AT, &good_decision, NULL) != INJANG_OK, "decision");
    injang_exchange_free(exchange);
    expect(injang_inspect((const uint8_t *)TEXT, 2, &out_inspection, &good_error) == INJANG_E_INPUT,
           "inspection");
    expect(injang_error_code(good_error) == INJANG_E_INPUT, "error");
    /* Text that is not UTF-8. */
    REFUSED(injang_request_set_name(good_request, "\xff", 1, &out_error), "name");
    REFUSED(injang_exchange_new(INJANG_PROVIDER_KAKAO, "\xc0\x80", 2, &out_exchange, &out_error),
            "product");
    REFUSED(injang_time_parse("\xff", 1, &SECONDS, &out_error), "text");
    REFUSED(injang_policy_builder_set_purpose(good_policy_builder, "\xff", 1, &out_error), "oid");
    /* Barocert without its product; a product of nobody. */
    REFUSED(injang_exchange_new(INJANG_PROVIDER_BAROCERT, NULL, 0, &out_exchange, &out_error),
            "product");
    REFUSED(injang_exchange_new(INJANG_PROVIDER_TOSS, "K3510", 5, &out_exchange, &out_error), "product");
    /* A VID that is not UTF-8 is no error, and not accepted. */
    expect(injang_request_set_vid(good_request, CI, sizeof CI - 1, "\xff", 1, NULL) == 0, "vid");
    expect(injang_audit(good_policy, good_request, (const uint8_t *)TEXT, 2, &out_report, NULL) == 0,
           "audit");
    REFUSED(injang_request_reset(good_request, INT64_MAX, &out_error), "at");
    expect(injang_request_reset(good_request, AT, NULL) == 0, "reset");
    /* Room. */
    REFUSED(injang_vid_compute(CI, sizeof CI - 1, (const uint8_t *)TEXT, 2, 1, (uint8_t *)ROOM, 31,
                               &out_error),
            "vid");
    REFUSED(injang_vid_text(CI, sizeof CI - 1, (const uint8_t *)TEXT, 2, 1, INJANG_VID_ENCODING_HEX, ROOM,
                            64, &out_error),
            "text");
    expect(injang_vid_text(CI, sizeof CI - 1, (const uint8_t *)TEXT, 2, 1, INJANG_VID_ENCODING_HEX, ROOM,
                           INJANG_VID_TEXT_SIZE, NULL) == 0,
           "room");
    expect(injang_vid_check(CI, sizeof CI - 1, (const uint8_t *)TEXT, 2, 1, VID, sizeof VID - 1, NULL) ==
               INJANG_REJECTED,
           "another VID");
    expect(injang_vid_check(CI, sizeof CI - 1, (const uint8_t *)TEXT, 2, 1, ROOM, 64, NULL) == INJANG_OK,
           "this VID");
    REFUSED(injang_vid_compute(CI, sizeof CI - 1, (const uint8_t *)TEXT, 0, 1, (uint8_t *)ROOM, 32,
                               &out_error),
            "serial");
    /* The error says what is wrong. */
    expect(injang_vid_check(CI, sizeof CI - 1, (const uint8_t *)TEXT, 0, 1, VID, sizeof VID - 1,
                            &error) == INJANG_E_ARGUMENT &&
               strcmp(injang_error_message(error, INJANG_LANGUAGE_EN, NULL), "serial: has no octet") == 0,
           "an empty serial number");
    injang_error_free(error);
    error = NULL;
    /* Whoever names a signer and no VID would have nobody compared. */
    expect(injang_request_set_signer(good_request, 0, NULL) == 0, "signer");
    REFUSED(injang_verify(good_policy, good_request, (const uint8_t *)TEXT, 2, &out_report, &out_error),
            "signer");
    REFUSED(injang_audit(good_policy, good_request, (const uint8_t *)TEXT, 2, &out_report, &out_error),
            "signer");
    REFUSED(injang_verify_detached(good_policy, good_request, (const uint8_t *)TEXT, 2,
                                   (const uint8_t *)TEXT, 2, &out_report, &out_error),
            "signer");
    expect(injang_request_set_vid(good_request, CI, sizeof CI - 1, VID, sizeof VID - 1, NULL) == 0, "vid");
    expect(injang_verify(good_policy, good_request, (const uint8_t *)TEXT, 2, NULL, NULL) ==
               INJANG_REJECTED,
           "a signer with a VID");
    expect(injang_request_reset(good_request, AT, NULL) == 0, "reset");
    expect(injang_verify(good_policy, good_request, (const uint8_t *)TEXT, 2, NULL, NULL) ==
               INJANG_REJECTED,
           "after a reset");
    REFUSED(injang_vid_compute(TEXT, 2, (const uint8_t *)TEXT, 2, 1, (uint8_t *)ROOM, 32, &out_error),
            "ci");
}

/* Getters on NULL are never a pass. */
static void getters_on_null(void)
{
    expect(injang_report_code(NULL) == INJANG_E_ARGUMENT, "injang_report_code");
    expect(injang_decision_code(NULL) == INJANG_E_ARGUMENT, "injang_decision_code");
    expect(injang_report_is_accepted(NULL) == 0, "injang_report_is_accepted");
    expect(injang_decision_is_accepted(NULL) == 0, "injang_decision_is_accepted");
    expect(injang_report_verdict(NULL) == 0, "injang_report_verdict");
    expect(injang_signer_verdict(NULL, 0) == 0, "injang_signer_verdict");
    expect(injang_decision_verdict(NULL, 0) == 0, "injang_decision_verdict");
    expect(injang_report_identity(NULL) == 0, "injang_report_identity");
    expect(injang_check_outcome(NULL, 0, 0, 0) == 0, "injang_check_outcome");
    expect(injang_signer_claimed_time(NULL, 0) == INJANG_NO_TIME, "injang_signer_claimed_time");
    expect(injang_error_offset(NULL) == INJANG_NONE, "injang_error_offset");
    expect(injang_abi_version() == INJANG_ABI_VERSION, "injang_abi_version");
    expect(strcmp(injang_code_name(INJANG_TABLE_VERDICT, INJANG_VERDICT_TOTAL_PASSED),
                  "TOTAL-PASSED") == 0,
           "injang_code_name");
    expect(injang_code_number(INJANG_TABLE_VID_LAYOUT, "serial-ci", 9) == INJANG_VID_LAYOUT_SERIAL_CI,
           "injang_code_number");
    expect(injang_code_number(INJANG_TABLE_VID_LAYOUT, NULL, 0) == -1, "injang_code_number");
}

int main(void)
{
    good();
    getters_on_null();
    generated();
    injang_policy_builder_free(good_policy_builder);
    injang_policy_free(good_policy);
    injang_request_free(good_request);
    injang_report_free(good_report);
    injang_exchange_free(good_exchange);
    injang_decision_free(good_decision);
    injang_inspection_free(good_inspection);
    injang_error_free(good_error);
    (void)printf("%lu\n", calls);
    return 0;
}
