/*
 * Decides over an answer of Kakao: response_c CA REQUEST.json RESPONSE.json KEYS.json CI.txt TIME
 *
 * Ends with 0 only if the answer may be relied on.
 */
#include "files.h"
#include "injang.h"

#include <string.h>

enum { CA, REQUEST, RESPONSE, KEYS, CI, FILES };

/* Secrets do not stay in memory. */
static void wipe(unsigned char *octets, size_t length)
{
    volatile unsigned char *each = octets;
    while (length-- > 0) {
        *each++ = 0;
    }
}

static int32_t decide(unsigned char *const *files, const size_t *lengths, int64_t at,
                      injang_decision **decision, injang_error **error)
{
    injang_policy_builder *builder = NULL;
    injang_policy *policy = NULL;
    injang_exchange *exchange = NULL;
    int32_t code = injang_policy_builder_new(INJANG_REVOCATION_MODE_NONE, &builder, error);
    if (code == INJANG_OK) {
        code = injang_policy_builder_add_trust(builder, files[CA], lengths[CA], error);
    }
    if (code == INJANG_OK) {
        code = injang_policy_builder_build(builder, &policy, error);
    }
    if (code == INJANG_OK) {
        code = injang_exchange_new(INJANG_PROVIDER_KAKAO, "K3510", 5, &exchange, error);
    }
    if (code == INJANG_OK) {
        code = injang_exchange_set_request(exchange, (const char *)files[REQUEST], lengths[REQUEST],
                                           error);
    }
    if (code == INJANG_OK) {
        code = injang_exchange_set_keys(exchange, (const char *)files[KEYS], lengths[KEYS], error);
    }
    if (code == INJANG_OK) {
        code = injang_exchange_set_ci(exchange, (const char *)files[CI], lengths[CI], error);
    }
    if (code == INJANG_OK) {
        code = injang_exchange_set_response(exchange, (const char *)files[RESPONSE],
                                            lengths[RESPONSE], error);
    }
    if (code == INJANG_OK) {
        code = injang_decide(policy, exchange, INJANG_VERIFICATION_TIME_CALLER, at, decision, error);
    }
    injang_exchange_free(exchange);
    injang_policy_free(policy);
    injang_policy_builder_free(builder);
    return code;
}

int main(int argc, char **argv)
{
    unsigned char *files[FILES] = {NULL};
    size_t lengths[FILES] = {0};
    injang_decision *decision = NULL;
    injang_error *error = NULL;
    int64_t at = 0;
    int32_t code = INJANG_OK;
    int i;

    if (argc != FILES + 2) {
        (void)fprintf(stderr, "usage: response_c CA REQUEST RESPONSE KEYS CI TIME\n");
        return INJANG_E_ARGUMENT;
    }
    for (i = 0; i < FILES; i++) {
        files[i] = read_file(argv[i + 1], &lengths[i]);
        code = files[i] == NULL ? 66 : code;
    }
    if (code == INJANG_OK) {
        code = injang_time_parse(argv[FILES + 1], strlen(argv[FILES + 1]), &at, &error);
    }
    if (code == INJANG_OK) {
        code = decide(files, lengths, at, &decision, &error);
    }
    if (decision != NULL) {
        (void)fputs(injang_decision_brief(decision, INJANG_LANGUAGE_EN, 0, NULL), stdout);
    } else if (error != NULL) {
        (void)fprintf(stderr, "response_c: %s\n",
                      injang_error_message(error, INJANG_LANGUAGE_EN, NULL));
    }
    injang_decision_free(decision);
    injang_error_free(error);
    for (i = 0; i < FILES; i++) {
        wipe(files[i], lengths[i]);
        free(files[i]);
    }
    return code;
}
