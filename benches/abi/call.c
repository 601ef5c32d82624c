/*
 * One call by C, so many times: verdict and serial number of an accepted document.
 *
 *   call CA DOCUMENT TIME count TIMES       for callgrind: nothing but the calls
 *   call CA DOCUMENT TIME time TIMES TURNS  nanoseconds of a call: the least of all turns, in a thread
 *       beside another one, as in a server: the C library's malloc() is faster where there is but one
 *   call CA DOCUMENT TIME threads TIMES TURNS
 *       documents per second of two threads over one policy, divided by those of one: the best turn, and
 *       by the processor time that a document takes; then how often a thread had to wait for another
 */
#define _GNU_SOURCE
#include "call.h"
#include "injang.h"

#include <pthread.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static injang_policy *policy;
static unsigned char *document;
static size_t document_length;
static int64_t at;
static long times;

static void stop(const char *what)
{
    (void)fprintf(stderr, "call: %s\n", what);
    exit(70);
}

static void calls(const injang_request *request)
{
    long i;
    for (i = 0; i < times; i++) {
        injang_report *report = NULL;
        size_t length = 0;
        const uint8_t *serial;
        if (injang_verify(policy, request, document, document_length, &report, NULL) != INJANG_OK) {
            stop("the document is not accepted");
        }
        serial = injang_signer_serial(report, 0, &length);
        if (injang_report_verdict(report) != INJANG_VERDICT_TOTAL_PASSED || serial == NULL) {
            stop("no serial number");
        }
        injang_report_free(report);
    }
}

static double seconds(clockid_t clock)
{
    struct timespec now;
    (void)clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

struct work {
    double processor; /* seconds */
    long waits;
    pthread_barrier_t *start;
};

static void *thread(void *argument)
{
    struct work *work = argument;
    struct rusage before, after;
    injang_request *request = NULL;
    double start;
    if (injang_request_new(at, &request, NULL) != INJANG_OK) {
        stop("request");
    }
    (void)pthread_barrier_wait(work->start);
    (void)getrusage(RUSAGE_THREAD, &before);
    start = seconds(CLOCK_THREAD_CPUTIME_ID);
    calls(request);
    work->processor = seconds(CLOCK_THREAD_CPUTIME_ID) - start;
    (void)getrusage(RUSAGE_THREAD, &after);
    work->waits = after.ru_nvcsw - before.ru_nvcsw;
    injang_request_free(request);
    return NULL;
}

/* Seconds that so many threads take, each `times` documents; adds up their processor time. */
static double run(int count, double *processor, long *waits)
{
    pthread_t threads[2];
    struct work works[2];
    pthread_barrier_t start;
    double before;
    int i;
    (void)pthread_barrier_init(&start, NULL, (unsigned)count + 1);
    for (i = 0; i < count; i++) {
        works[i].start = &start;
        if (pthread_create(&threads[i], NULL, thread, &works[i]) != 0) {
            stop("thread");
        }
    }
    (void)pthread_barrier_wait(&start);
    before = seconds(CLOCK_MONOTONIC);
    for (i = 0; i < count; i++) {
        (void)pthread_join(threads[i], NULL);
        *processor += works[i].processor;
        *waits += works[i].waits;
    }
    before = seconds(CLOCK_MONOTONIC) - before;
    (void)pthread_barrier_destroy(&start);
    return before;
}

static void compare_threads(long turns)
{
    double best = 0, one_processor = 0, two_processor = 0;
    long one_waits = 0, two_waits = 0, i;
    for (i = 0; i < turns; i++) {
        double one = run(1, &one_processor, &one_waits);
        double two = run(2, &two_processor, &two_waits);
        double ratio = 2 * one / two;
        best = ratio > best ? ratio : best;
    }
    (void)printf("two threads / one: %.2f by the clock (best of %ld), %.2f by processor time, %ld waits\n",
                 best, turns, 2 * (2 * one_processor) / two_processor, two_waits);
}

static void *least_time(void *argument)
{
    long turns = *(const long *)argument, i;
    double least = 1e9;
    injang_request *request = NULL;
    if (injang_request_new(at, &request, NULL) != INJANG_OK) {
        stop("request");
    }
    for (i = 0; i < turns; i++) {
        double start = seconds(CLOCK_MONOTONIC), taken;
        calls(request);
        taken = seconds(CLOCK_MONOTONIC) - start;
        least = taken < least ? taken : least;
    }
    (void)printf("%.0f\n", least * 1e9 / (double)times);
    injang_request_free(request);
    return NULL;
}

int main(int argc, char **argv)
{
    injang_policy_builder *builder = NULL;
    injang_request *request = NULL;
    unsigned char *ca;
    size_t length = 0;
    long turns = argc > 6 ? atol(argv[6]) : 1;
    if (argc < 6) {
        stop("usage: call CA DOCUMENT TIME count|time|threads TIMES [TURNS]");
    }
    ca = read_file(argv[1], &length);
    document = read_file(argv[2], &document_length);
    times = atol(argv[5]);
    if (injang_time_parse(argv[3], strlen(argv[3]), &at, NULL) != INJANG_OK ||
        injang_policy_builder_new(INJANG_REVOCATION_MODE_NONE, &builder, NULL) != INJANG_OK ||
        injang_policy_builder_add_trust(builder, ca, length, NULL) != INJANG_OK ||
        injang_policy_builder_build(builder, &policy, NULL) != INJANG_OK ||
        injang_request_new(at, &request, NULL) != INJANG_OK) {
        stop("policy");
    }
    if (strcmp(argv[4], "count") == 0) {
        calls(request);
    } else if (strcmp(argv[4], "time") == 0) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, least_time, &turns) != 0) {
            stop("thread");
        }
        (void)pthread_join(thread, NULL);
    } else {
        compare_threads(turns);
    }
    injang_request_free(request);
    injang_policy_free(policy);
    injang_policy_builder_free(builder);
    free(ca);
    free(document);
    return 0;
}
