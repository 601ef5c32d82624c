/*
 * How much memory a call takes at most, beside what it asks for first: peak audit|decide FILE
 *
 * The library asks whether there is memory for all that the reading of a large input can need, and says
 * INJANG_E_MEMORY where there is none. That is only true if no input needs more. What it asks for is given
 * back at once, and is its largest allocation: it is not counted. Linked with --wrap, so that every allocation of the static library comes by here.
 */
#include "injang.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
int __real_posix_memalign(void **out, size_t alignment, size_t size);
void __real_free(void *old);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
int __wrap_posix_memalign(void **out, size_t alignment, size_t size);
void __wrap_free(void *old);

/* The question of a call: the first large allocation. It is not counted. */
static int is_asking;
static void *asked;
static size_t question;
static size_t used, most;

static void add(size_t size)
{
    used += size;
    if (used > most) {
        most = used;
    }
}

static void *counted(void *room)
{
    if (room != NULL) {
        add(malloc_usable_size(room));
    }
    return room;
}

void *__wrap_malloc(size_t size)
{
    if (is_asking && size > 64 << 10) {
        is_asking = 0;
        question = size;
        asked = __real_malloc(size);
        return asked;
    }
    return counted(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
    return counted(__real_calloc(count, size));
}

void *__wrap_realloc(void *old, size_t size)
{
    size_t before = old == NULL ? 0 : malloc_usable_size(old);
    void *room = counted(__real_realloc(old, size));
    /* While it is copied, both are there. */
    if (room != NULL) {
        used -= before;
    }
    return room;
}

int __wrap_posix_memalign(void **out, size_t alignment, size_t size)
{
    int code = __real_posix_memalign(out, alignment, size);
    if (code == 0) {
        (void)counted(*out);
    }
    return code;
}

void __wrap_free(void *old)
{
    if (old != NULL && old == asked) {
        asked = NULL;
    } else if (old != NULL) {
        used -= malloc_usable_size(old);
    }
    __real_free(old);
}

static void stop(const char *what)
{
    (void)fprintf(stderr, "peak: %s\n", what);
    exit(1);
}

/* Before a call, and after it. */
static size_t begin(void)
{
    is_asking = 1;
    question = 0;
    most = used;
    return used;
}

static void end(const char *call, size_t before)
{
    if (question == 0) {
        stop("nobody has asked for memory");
    }
    (void)printf("%s %lu of %lu\n", call, (unsigned long)(most - before), (unsigned long)question);
    if (most - before > question) {
        stop(call);
    }
}

static void audit(const injang_policy *policy, const unsigned char *octets, size_t length)
{
    injang_request *request = NULL;
    injang_report *report = NULL;
    size_t before;
    if (injang_request_new(1772442000, &request, NULL) != INJANG_OK) {
        stop("request");
    }
    before = begin();
    if (injang_audit(policy, request, octets, length, &report, NULL) != INJANG_OK) {
        stop("audit");
    }
    end("audit", before);
    injang_report_free(report);
    injang_request_free(request);
}

static void decide(const injang_policy *policy, const char *octets, size_t length)
{
    injang_exchange *exchange = NULL;
    injang_decision *decision = NULL;
    size_t before;
    if (injang_exchange_new(INJANG_PROVIDER_KAKAO, "K3510", 5, &exchange, NULL) != INJANG_OK) {
        stop("exchange");
    }
    before = begin();
    if (injang_exchange_set_response(exchange, octets, length, NULL) != INJANG_OK) {
        stop("response");
    }
    end("set_response", before);
    before = begin();
    if (injang_decide(policy, exchange, INJANG_VERIFICATION_TIME_CALLER, 1772442000, &decision, NULL) >=
        INJANG_E_ARGUMENT) {
        stop("decide");
    }
    end("decide", before);
    injang_decision_free(decision);
    injang_exchange_free(exchange);
}

int main(int argc, char **argv)
{
    static unsigned char octets[8 << 20];
    injang_policy_builder *builder = NULL;
    injang_policy *policy = NULL;
    FILE *file = argc == 3 ? fopen(argv[2], "rb") : NULL;
    size_t length = file == NULL ? 0 : fread(octets, 1, sizeof octets, file);
    if (length <= 64 << 10 || length == sizeof octets) {
        stop("usage: peak audit|decide FILE, with a file over 64 KiB");
    }
    (void)fclose(file);
    if (injang_policy_builder_new(INJANG_REVOCATION_MODE_NONE, &builder, NULL) != INJANG_OK ||
        injang_policy_builder_build(builder, &policy, NULL) != INJANG_OK) {
        stop("policy");
    }
    if (strcmp(argv[1], "audit") == 0) {
        audit(policy, octets, length);
    } else {
        decide(policy, (const char *)octets, length);
    }
    injang_policy_free(policy);
    injang_policy_builder_free(builder);
    return 0;
}
