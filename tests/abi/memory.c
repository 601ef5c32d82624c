/*
 * Lets the n-th large allocation of the library fail, for every n, in a process of its own each time:
 *
 *   memory CA DOCUMENT RESPONSE TIME
 *
 * DOCUMENT and RESPONSE are over 64 KiB, and DOCUMENT is good. The first large allocation of a call is
 * the one that asks whether there is memory, which gives INJANG_E_MEMORY with the parameter. Later ones
 * may end the process, as injang.h says; they never let anything pass, and never touch what is not
 * theirs. Linked with --wrap, so that every allocation of the static library comes by here.
 */
#define _POSIX_C_SOURCE 200809L
#include "injang.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* Inputs up to this size are taken without asking. */
#define SMALL ((size_t)64 << 10)

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
int __real_posix_memalign(void **out, size_t alignment, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
int __wrap_posix_memalign(void **out, size_t alignment, size_t size);

/* How many large allocations may still be made; none is counted while it is negative. */
static long left = -1;
static long seen;

static int may_allocate(size_t size)
{
    if (size <= SMALL) {
        return 1;
    }
    seen++;
    return left < 0 || left-- > 0;
}

void *__wrap_malloc(size_t size)
{
    return may_allocate(size) ? __real_malloc(size) : NULL;
}

void *__wrap_calloc(size_t count, size_t size)
{
    return may_allocate(count * size) ? __real_calloc(count, size) : NULL;
}

void *__wrap_realloc(void *old, size_t size)
{
    return may_allocate(size) ? __real_realloc(old, size) : NULL;
}

int __wrap_posix_memalign(void **out, size_t alignment, size_t size)
{
    return may_allocate(size) ? __real_posix_memalign(out, alignment, size) : 12;
}

struct octets {
    unsigned char *at;
    size_t length;
};

static struct octets ca, document, response;
static int64_t at;

static void stop(const char *what)
{
    (void)fprintf(stderr, "memory: %s\n", what);
    exit(1);
}

static struct octets read_file(const char *path)
{
    struct octets octets = {NULL, 0};
    FILE *file = fopen(path, "rb");
    long length;
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        stop(path);
    }
    length = ftell(file);
    rewind(file);
    octets.length = (size_t)length;
    octets.at = malloc(octets.length + 1);
    if (octets.at == NULL || fread(octets.at, 1, octets.length, file) != octets.length) {
        stop(path);
    }
    (void)fclose(file);
    return octets;
}

/* The calls: each takes an input that is large, and returns its code. */

static injang_policy *new_policy(void)
{
    injang_policy_builder *builder = NULL;
    injang_policy *policy = NULL;
    if (injang_policy_builder_new(INJANG_REVOCATION_MODE_NONE, &builder, NULL) != INJANG_OK ||
        injang_policy_builder_add_trust(builder, ca.at, ca.length, NULL) != INJANG_OK ||
        injang_policy_builder_build(builder, &policy, NULL) != INJANG_OK) {
        stop("policy");
    }
    injang_policy_builder_free(builder);
    return policy;
}

static injang_policy *policy;
static injang_request *request;
static injang_exchange *exchange;
static injang_policy_builder *builder;

static int32_t verify(injang_error **error)
{
    injang_report *report = NULL;
    int32_t code = injang_verify(policy, request, document.at, document.length, &report, error);
    if ((report != NULL) != (code < INJANG_E_ARGUMENT)) {
        stop("a report and no verdict, or the other way round");
    }
    injang_report_free(report);
    return code;
}

static int32_t verify_detached(injang_error **error)
{
    injang_report *report = NULL;
    int32_t code = injang_verify_detached(policy, request, ca.at, ca.length, document.at,
                                          document.length, &report, error);
    injang_report_free(report);
    return code;
}

static int32_t audit(injang_error **error)
{
    injang_report *report = NULL;
    int32_t code = injang_audit(policy, request, document.at, document.length, &report, error);
    injang_report_free(report);
    return code;
}

static int32_t inspect(injang_error **error)
{
    injang_inspection *inspection = NULL;
    int32_t code = injang_inspect(document.at, document.length, &inspection, error);
    injang_inspection_free(inspection);
    return code;
}

static int32_t trust(injang_error **error)
{
    return injang_policy_builder_add_trust(builder, document.at, document.length, error);
}

static int32_t trust_key(injang_error **error)
{
    return injang_policy_builder_add_trust_key(builder, document.at, document.length, ca.at, ca.length,
                                               error);
}

static int32_t intermediates(injang_error **error)
{
    return injang_policy_builder_add_intermediates(builder, document.at, document.length, error);
}

static int32_t revocation_data(injang_error **error)
{
    return injang_policy_builder_add_revocation_data(builder, document.at, document.length, error);
}

static int32_t ocsp_responders(injang_error **error)
{
    return injang_policy_builder_add_ocsp_responders(builder, document.at, document.length, error);
}

static int32_t renew(injang_error **error)
{
    injang_policy *renewed = NULL;
    const uint8_t *piece = document.at;
    int32_t code = injang_policy_with_revocation_data(policy, &piece, &document.length, 1, &renewed, error);
    injang_policy_free(renewed);
    return code;
}

static int32_t certificates(injang_error **error)
{
    return injang_request_add_certificates(request, document.at, document.length, error);
}

static int32_t name(injang_error **error)
{
    return injang_request_set_name(request, (const char *)response.at, response.length, error);
}

static int32_t serial(injang_error **error)
{
    uint8_t room[64];
    size_t length = 0;
    return injang_certificate_serial(document.at, document.length, room, sizeof room, &length, error);
}

static int32_t set_response(injang_error **error)
{
    return injang_exchange_set_response(exchange, (const char *)response.at, response.length, error);
}

static int32_t set_request(injang_error **error)
{
    return injang_exchange_set_request(exchange, (const char *)response.at, response.length, error);
}

static int32_t set_other(injang_error **error)
{
    return injang_exchange_set_other(exchange, INJANG_ROLE_RECEIPT, (const char *)response.at,
                                     response.length, error);
}

static int32_t set_keys(injang_error **error)
{
    return injang_exchange_set_keys(exchange, (const char *)response.at, response.length, error);
}

static int32_t set_person(injang_error **error)
{
    return injang_exchange_set_person(exchange, (const char *)response.at, response.length, error);
}

static int32_t set_short(injang_error **error)
{
    return injang_exchange_set_short_signatures(exchange, (const char *)response.at, response.length,
                                                error);
}

static int32_t set_map(injang_error **error)
{
    return injang_exchange_set_content_map(exchange, (const char *)response.at, response.length, error);
}

static int32_t set_list(injang_error **error)
{
    return injang_exchange_set_ci_list(exchange, (const char *)response.at, response.length, error);
}

static int32_t decide(injang_error **error)
{
    injang_decision *decision = NULL;
    int32_t code = injang_decide(policy, exchange, INJANG_VERIFICATION_TIME_CALLER, at, &decision, error);
    if ((decision != NULL) != (code < INJANG_E_ARGUMENT)) {
        stop("a decision and no code for one, or the other way round");
    }
    injang_decision_free(decision);
    return code;
}

static const struct {
    const char *name;
    int32_t (*call)(injang_error **error);
    const char *parameter;
    int32_t code; /* with memory */
} calls[] = {
    {"verify", verify, "document", INJANG_OK},
    {"verify_detached", verify_detached, "content", INJANG_REJECTED},
    {"audit", audit, "document", INJANG_OK},
    {"inspect", inspect, "octets", INJANG_OK},
    {"add_trust", trust, "octets", INJANG_E_INPUT},
    {"add_trust_key", trust_key, "name", INJANG_E_INPUT},
    {"add_intermediates", intermediates, "octets", INJANG_E_INPUT},
    {"add_revocation_data", revocation_data, "octets", INJANG_E_INPUT},
    {"add_ocsp_responders", ocsp_responders, "octets", INJANG_E_INPUT},
    {"with_revocation_data", renew, "pieces", INJANG_E_INPUT},
    {"add_certificates", certificates, "octets", INJANG_E_INPUT},
    {"set_name", name, "name", INJANG_OK},
    {"certificate_serial", serial, "octets", INJANG_E_INPUT},
    {"set_response", set_response, "json", INJANG_OK},
    {"set_request", set_request, "json", INJANG_E_INPUT},
    {"set_other", set_other, "json", INJANG_E_INPUT},
    {"set_keys", set_keys, "json", INJANG_E_INPUT},
    {"set_person", set_person, "json", INJANG_E_INPUT},
    {"set_short_signatures", set_short, "json", INJANG_E_INPUT},
    {"set_content_map", set_map, "json", INJANG_E_INPUT},
    {"set_ci_list", set_list, "ci_list", INJANG_E_ARGUMENT},
    {"decide", decide, "exchange", INJANG_REJECTED},
};

/* In a process of its own: the exit code is 0 if the memory code came with its parameter, 2 if the call
 * came to what it comes to with memory, 1 for everything else. */
static void fail_one(size_t index, long number)
{
    injang_error *error = NULL;
    int32_t code;
    left = number;
    code = calls[index].call(&error);
    left = -1;
    if (code == INJANG_E_MEMORY) {
        const char *parameter = injang_error_parameter(error);
        _exit(parameter != NULL && strcmp(parameter, calls[index].parameter) == 0 ? 0 : 1);
    }
    _exit(code == calls[index].code ? 2 : 1);
}

static int outcome(size_t index, long number)
{
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        /* What the runtime says when it aborts is of no interest. */
        if (freopen("/dev/null", "w", stderr) == NULL) {
            _exit(1);
        }
        fail_one(index, number);
    }
    if (child < 0 || waitpid(child, &status, 0) != child) {
        stop("fork");
    }
    return status;
}

int main(int argc, char **argv)
{
    const struct rlimit no_core = {0, 0};
    size_t i, all = 0;
    if (argc != 5) {
        stop("usage: memory CA DOCUMENT RESPONSE TIME");
    }
    (void)setrlimit(RLIMIT_CORE, &no_core);
    ca = read_file(argv[1]);
    document = read_file(argv[2]);
    response = read_file(argv[3]);
    if (injang_time_parse(argv[4], strlen(argv[4]), &at, NULL) != INJANG_OK || document.length <= SMALL ||
        response.length <= SMALL) {
        stop("the inputs");
    }
    policy = new_policy();
    if (injang_request_new(at, &request, NULL) != INJANG_OK ||
        injang_policy_builder_new(INJANG_REVOCATION_MODE_NONE, &builder, NULL) != INJANG_OK ||
        injang_exchange_new(INJANG_PROVIDER_KAKAO, "K3510", 5, &exchange, NULL) != INJANG_OK) {
        stop("handles");
    }
    if (set_response(NULL) != INJANG_OK) {
        stop("response");
    }
    for (i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        long number;
        for (number = 0;; number++) {
            int status = outcome(i, number);
            int is_memory = WIFEXITED(status) && WEXITSTATUS(status) == 0;
            int is_over = WIFEXITED(status) && WEXITSTATUS(status) == 2;
            /* The first one is asked for, and says so; nobody else is heard. */
            int is_aborted = number > 0 && WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
            if (is_over && number > 0) {
                break;
            }
            if (!is_memory && !is_aborted) {
                (void)fprintf(stderr, "memory: %s: allocation %ld: status %x, with memory %d\n",
                              calls[i].name, number, (unsigned)status, (int)calls[i].call(NULL));
                return 1;
            }
            all++;
        }
    }
    injang_policy_builder_free(builder);
    injang_policy_free(policy);
    injang_request_free(request);
    injang_exchange_free(exchange);
    free(ca.at);
    free(document.at);
    free(response.at);
    (void)printf("%lu\n", (unsigned long)all);
    return 0;
}
