/*
 * Verifies one signed document: verify_c CA DOCUMENT TIME
 *
 * Ends with 0 only if the document may be relied on.
 */
#include "files.h"
#include "injang.h"

#include <string.h>

static int report_error(int32_t code, injang_error *error)
{
    const char *message = injang_error_message(error, INJANG_LANGUAGE_EN, NULL);
    (void)fprintf(stderr, "verify_c: %s\n", message != NULL ? message : "failed");
    injang_error_free(error);
    return code;
}

/* A policy that trusts one authority. A server makes it once, and shares it among its threads. */
static int32_t make_policy(const unsigned char *ca, size_t ca_length, injang_policy **policy,
                           injang_error **error)
{
    injang_policy_builder *builder = NULL;
    /* Where CRLs are at hand: INJANG_REVOCATION_MODE_REQUIRE and _add_revocation_data(). */
    int32_t code = injang_policy_builder_new(INJANG_REVOCATION_MODE_NONE, &builder, error);
    if (code == INJANG_OK) {
        code = injang_policy_builder_add_trust(builder, ca, ca_length, error);
    }
    if (code == INJANG_OK) {
        code = injang_policy_builder_build(builder, policy, error);
    }
    injang_policy_builder_free(builder);
    return code;
}

int main(int argc, char **argv)
{
    size_t ca_length = 0, length = 0;
    unsigned char *ca, *document;
    injang_policy *policy = NULL;
    injang_request *request = NULL;
    injang_report *report = NULL;
    injang_error *error = NULL;
    int64_t at = 0;
    int32_t code;

    if (argc != 4) {
        (void)fprintf(stderr, "usage: verify_c CA DOCUMENT TIME\n");
        return INJANG_E_ARGUMENT;
    }
    if (injang_abi_version() != INJANG_ABI_VERSION) {
        (void)fprintf(stderr, "verify_c: the library is of another ABI than its header\n");
        return INJANG_E_ARGUMENT;
    }
    ca = read_file(argv[1], &ca_length);
    document = read_file(argv[2], &length);
    if (ca == NULL || document == NULL) {
        free(ca);
        free(document);
        return 66;
    }

    code = make_policy(ca, ca_length, &policy, &error);
    if (code == INJANG_OK) {
        /* When the document was received: a signature that is kept must not fail with its certificate. */
        code = injang_time_parse(argv[3], strlen(argv[3]), &at, &error);
    }
    if (code == INJANG_OK) {
        code = injang_request_new(at, &request, &error);
    }
    if (code == INJANG_OK) {
        code = injang_verify(policy, request, document, length, &report, &error);
    }
    if (report != NULL) {
        size_t content_length = 0, i, serial_length = 0;
        const uint8_t *content = injang_report_content(report, &content_length);
        const uint8_t *serial = injang_signer_serial(report, 0, &serial_length);
        /* Verdict, what is not as it should be, and the next step. */
        (void)fputs(injang_report_brief(report, INJANG_LANGUAGE_EN, 0, NULL), stdout);
        if (code == INJANG_OK && content != NULL) {
            (void)printf("signed: %lu octets\n", (unsigned long)content_length);
        }
        if (code == INJANG_OK && serial != NULL) {
            (void)printf("serial: ");
            for (i = 0; i < serial_length; i++) {
                (void)printf("%02x", serial[i]);
            }
            (void)printf("\n");
        }
    }
    if (code >= INJANG_E_ARGUMENT) {
        code = report_error(code, error);
    }
    injang_report_free(report);
    injang_request_free(request);
    injang_policy_free(policy);
    free(document);
    free(ca);
    return code;
}
