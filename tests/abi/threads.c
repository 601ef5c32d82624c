/*
 * Eight threads over one policy, each with its own request, that read one report at the same time while
 * it makes its texts: all of them read the same.
 */
#include "injang.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define THREADS 8
#define ROUNDS 40

static injang_policy *policy;
static injang_report *report;
static const unsigned char DOCUMENT[] = "MAMCAQE=";

struct seen {
    const char *texts[9];
    int is_wrong;
};

static void *work(void *argument)
{
    struct seen *seen = argument;
    injang_request *request = NULL;
    int round;
    seen->texts[0] = injang_report_json(report, INJANG_LANGUAGE_EN, 0, NULL);
    seen->texts[1] = injang_report_json(report, INJANG_LANGUAGE_KO, 1, NULL);
    seen->texts[2] = injang_report_text(report, INJANG_LANGUAGE_KO, 0, NULL);
    seen->texts[3] = injang_report_brief(report, INJANG_LANGUAGE_EN, 0, NULL);
    seen->texts[4] = injang_report_headline(report, INJANG_LANGUAGE_KO, NULL);
    seen->texts[5] = injang_report_crypto(report, NULL);
    seen->texts[6] = injang_check_sentence(report, INJANG_NONE, INJANG_NONE, 0, INJANG_LANGUAGE_EN, NULL);
    seen->texts[7] = injang_policy_manifest(policy, NULL);
    seen->texts[8] = injang_code_name(INJANG_TABLE_CHECK, injang_check_id(report, INJANG_NONE,
                                                                          INJANG_NONE, 0));
    seen->is_wrong |= injang_request_new(1772442000, &request, NULL) != INJANG_OK;
    for (round = 0; round < ROUNDS; round++) {
        injang_report *own = NULL;
        injang_policy *copy = NULL;
        injang_error *error = NULL;
        seen->is_wrong |= injang_policy_clone(policy, &copy, NULL) != INJANG_OK;
        seen->is_wrong |= injang_verify(copy, request, DOCUMENT, sizeof DOCUMENT - 1, &own, NULL) !=
                          INJANG_REJECTED;
        injang_policy_free(copy);
        seen->is_wrong |= injang_report_verdict(own) != INJANG_VERDICT_TOTAL_FAILED;
        seen->is_wrong |= injang_verify(NULL, request, DOCUMENT, 1, NULL, &error) != INJANG_E_ARGUMENT;
        injang_error_free(error);
        injang_report_free(own);
    }
    injang_request_free(request);
    return NULL;
}

int main(void)
{
    pthread_t threads[THREADS];
    static struct seen seen[THREADS];
    injang_policy_builder *builder = NULL;
    injang_request *request = NULL;
    int i, wrong = 0;
    size_t text;

    wrong |= injang_policy_builder_new(INJANG_REVOCATION_MODE_NONE, &builder, NULL);
    wrong |= injang_policy_builder_build(builder, &policy, NULL);
    injang_policy_builder_free(builder);
    wrong |= injang_request_new(1772442000, &request, NULL);
    wrong |= injang_audit(policy, request, DOCUMENT, sizeof DOCUMENT - 1, &report, NULL);
    injang_request_free(request);
    for (i = 0; i < THREADS; i++) {
        wrong |= pthread_create(&threads[i], NULL, work, &seen[i]);
    }
    for (i = 0; i < THREADS; i++) {
        wrong |= pthread_join(threads[i], NULL);
        wrong |= seen[i].is_wrong;
        for (text = 0; text < sizeof seen[i].texts / sizeof seen[i].texts[0]; text++) {
            /* Made once: every thread is lent the same. */
            wrong |= seen[i].texts[text] == NULL || seen[i].texts[text] != seen[0].texts[text];
        }
    }
    injang_report_free(report);
    injang_policy_free(policy);
    if (wrong) {
        (void)fprintf(stderr, "a thread has seen something else\n");
    }
    return wrong;
}
