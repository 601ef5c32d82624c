/*
 * Takes the steps of all cases by injang.h, and writes a line for each: run PLAN [THREADS]
 *
 * The steps are described in tests/src/plan.rs; so are the lines, in tests/src/plan/line.rs.
 */
#include "injang.h"
#include "sha256.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct octets {
    unsigned char *at;
    size_t length;
};

struct state {
    injang_policy_builder *builder;
    injang_policy *policy;
    injang_request *request;
    injang_exchange *exchange;
    int64_t at;
    int32_t source;
    struct octets name, ci, vid, content, original_id;
    struct octets paths[3], nonces[2];
    int has_content;
};

static void stop(const char *what, const char *which)
{
    (void)fprintf(stderr, "run: %s: %s\n", what, which);
    exit(70);
}

static void done(int32_t code, injang_error *error, const char *key)
{
    if (code != INJANG_OK) {
        stop(key, injang_error_message(error, INJANG_LANGUAGE_EN, NULL));
    }
}

static void *room(size_t length)
{
    void *pointer = malloc(length + 1);
    if (pointer == NULL) {
        stop("memory", "none");
    }
    return pointer;
}

static struct octets read_file(const char *path)
{
    struct octets octets;
    FILE *file = fopen(path, "rb");
    long length;
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        stop("file", path);
    }
    length = ftell(file);
    rewind(file);
    octets.length = (size_t)length;
    octets.at = room(octets.length);
    if (fread(octets.at, 1, octets.length, file) != octets.length) {
        stop("file", path);
    }
    (void)fclose(file);
    return octets;
}

static struct octets unhex(const char *hex)
{
    struct octets octets;
    size_t i;
    unsigned digit;
    octets.length = strlen(hex) / 2;
    octets.at = room(octets.length);
    for (i = 0; i < octets.length; i++) {
        (void)sscanf(hex + 2 * i, "%2x", &digit);
        octets.at[i] = (unsigned char)digit;
    }
    octets.at[octets.length] = 0;
    return octets;
}

/* The line of a case: numbers, and SHA-256 of octets. */

static void print_sha256(const uint8_t *octets, size_t length)
{
    char hex[65] = "-";
    if (octets != NULL) {
        sha256_hex(octets, length, hex);
    }
    (void)printf(" %s", hex);
}

static void print_checks(const injang_report *report, size_t signer, size_t certificate)
{
    size_t i, count = injang_check_count(report, signer, certificate);
    for (i = 0; i < count; i++) {
        size_t position = injang_check_position(report, signer, certificate, i);
        (void)printf(" %d.%d.%d.%d.%d", injang_check_id(report, signer, certificate, i),
                     injang_check_outcome(report, signer, certificate, i),
                     injang_check_sub_indication(report, signer, certificate, i),
                     injang_check_reason(report, signer, certificate, i),
                     position == INJANG_NONE ? -1 : (int)position);
    }
    count = injang_finding_count(report, signer, certificate);
    for (i = 0; i < count; i++) {
        (void)printf(" F%d", injang_finding_code(report, signer, certificate, i));
    }
}

static void print_signer(const injang_report *report, size_t signer)
{
    size_t i, j, length = 0;
    const uint8_t *octets, *serial = injang_signer_serial(report, signer, &length);
    (void)printf("\tS %d %d %d %d %d %" PRId64 " ", injang_signer_verdict(report, signer),
                 injang_signer_sub_indication(report, signer), injang_signer_sign_type(report, signer),
                 injang_signer_digest_source(report, signer),
                 injang_signer_is_verified_key(report, signer),
                 injang_signer_claimed_time(report, signer));
    if (serial == NULL) {
        (void)printf("-");
    }
    for (i = 0; i < length; i++) {
        (void)printf("%02x", serial[i]);
    }
    octets = injang_signer_certificate(report, signer, &length);
    print_sha256(octets, length);
    print_checks(report, signer, INJANG_NONE);
    for (i = 0; i < injang_path_length(report, signer); i++) {
        (void)printf(" P%d", injang_path_origin(report, signer, i));
        octets = injang_path_certificate(report, signer, i, &length);
        print_sha256(octets, length);
        print_checks(report, signer, i);
        for (j = 0; j < injang_evidence_count(report, signer, i); j++) {
            (void)printf(" E%d.%d.%" PRId64, injang_evidence_kind(report, signer, i, j),
                         injang_evidence_origin(report, signer, i, j),
                         injang_evidence_this_update(report, signer, i, j));
        }
    }
}

static void print_report(const injang_report *report)
{
    size_t i, length = 0;
    const uint8_t *content = injang_report_content(report, &length);
    (void)printf("%d %d %d %d", injang_report_code(report), injang_report_verdict(report),
                 injang_report_sub_indication(report), injang_report_identity(report));
    print_sha256(content, length);
    print_checks(report, INJANG_NONE, INJANG_NONE);
    for (i = 0; i < injang_report_signer_count(report); i++) {
        print_signer(report, i);
    }
    for (i = 0; i < injang_revocation_data_count(report); i++) {
        (void)printf(" R%d.%d", injang_revocation_data_kind(report, i),
                     injang_revocation_data_unused(report, i));
    }
}

static void print_decision(const injang_decision *decision)
{
    size_t answer, i;
    int32_t notes;
    (void)printf("%d", injang_decision_code(decision));
    for (answer = 0; answer < injang_decision_answer_count(decision); answer++) {
        (void)printf(" %d %d %d", injang_decision_verdict(decision, answer),
                     injang_decision_identity(decision, answer), injang_decision_ci(decision, answer));
        for (notes = 0; notes < 2; notes++) {
            for (i = 0; i < injang_decision_finding_count(decision, answer, notes); i++) {
                const char *document =
                    injang_decision_finding_document(decision, answer, notes, i, NULL);
                (void)printf(" %c%d.%d.%s", notes == 0 ? 'r' : 'n',
                             injang_decision_finding_code(decision, answer, notes, i),
                             injang_decision_finding_effect(decision, answer, notes, i),
                             document == NULL ? "-" : document);
            }
        }
        for (i = 0; i < injang_decision_document_count(decision, answer); i++) {
            (void)printf("\tD %s ", injang_decision_document_id(decision, answer, i, NULL));
            print_report(injang_decision_report(decision, answer, i));
        }
    }
}

/* The steps. */

static int of_policy(struct state *s, const char *key, int32_t n, struct octets text)
{
    injang_policy_builder *b = s->builder;
    const char *chars = (const char *)text.at;
    injang_error *error = NULL;
    int32_t code = INJANG_OK;
    struct octets file = {NULL, 0};

    if (strcmp(key, "trust") == 0 || strcmp(key, "intermediate") == 0 ||
        strcmp(key, "evidence") == 0 || strcmp(key, "responder") == 0) {
        file = read_file(chars);
    }
    if (strcmp(key, "revocation") == 0) {
        code = injang_policy_builder_new(n, &s->builder, &error);
    } else if (strcmp(key, "trust") == 0) {
        code = injang_policy_builder_add_trust(b, file.at, file.length, &error);
    } else if (strcmp(key, "intermediate") == 0) {
        code = injang_policy_builder_add_intermediates(b, file.at, file.length, &error);
    } else if (strcmp(key, "evidence") == 0) {
        code = injang_policy_builder_add_revocation_data(b, file.at, file.length, &error);
    } else if (strcmp(key, "responder") == 0) {
        code = injang_policy_builder_add_ocsp_responders(b, file.at, file.length, &error);
    } else if (strcmp(key, "anchor-constraints") == 0) {
        code = injang_policy_builder_set_anchor_constraints(b, n, &error);
    } else if (strcmp(key, "policy") == 0) {
        code = injang_policy_builder_add_acceptable_policy(b, chars, text.length, &error);
    } else if (strcmp(key, "explicit") == 0) {
        code = injang_policy_builder_set_explicit_policy(b, n, &error);
    } else if (strcmp(key, "inhibit-mapping") == 0) {
        code = injang_policy_builder_set_inhibit_policy_mapping(b, n, &error);
    } else if (strcmp(key, "inhibit-any") == 0) {
        code = injang_policy_builder_set_inhibit_any_policy(b, n, &error);
    } else if (strcmp(key, "signer-policy") == 0) {
        code = injang_policy_builder_add_signer_policy(b, chars, text.length, &error);
    } else if (strcmp(key, "purpose") == 0) {
        code = injang_policy_builder_set_purpose(b, chars, text.length, &error);
    } else if (strcmp(key, "profile") == 0) {
        code = injang_policy_builder_set_profile(b, n, &error);
    } else if (strcmp(key, "at") == 0) {
        s->source = n;
        done(injang_policy_builder_build(b, &s->policy, &error), error, key);
        injang_policy_builder_free(b);
        s->builder = NULL;
        done(injang_time_parse(chars, text.length, &s->at, &error), error, key);
        code = injang_request_new(s->at, &s->request, &error);
    } else {
        return 0;
    }
    free(file.at);
    done(code, error, key);
    return 1;
}

/* Keeps octets of a step. */
static int keep(struct octets *place, struct octets octets)
{
    free(place->at);
    place->at = room(octets.length);
    memcpy(place->at, octets.at, octets.length + 1);
    place->length = octets.length;
    return 1;
}

static int of_request(struct state *s, const char *key, int32_t n, struct octets octets)
{
    injang_error *error = NULL;
    int32_t code = INJANG_OK;
    struct octets file = {NULL, 0};

    if (strcmp(key, "certificate") == 0) {
        file = read_file((const char *)octets.at);
        code = injang_request_add_certificates(s->request, file.at, file.length, &error);
    } else if (strcmp(key, "digest") == 0) {
        code = injang_request_set_digest(s->request, n, octets.at, octets.length, &error);
    } else if (strcmp(key, "hash-of-hash") == 0) {
        code = injang_request_set_plain_hash_source(s->request, n, &error);
    } else if (strcmp(key, "sign-type") == 0) {
        code = injang_request_set_sign_type(s->request, n, &error);
    } else if (strcmp(key, "ci") == 0) {
        return keep(&s->ci, octets);
    } else if (strcmp(key, "vid") == 0) {
        code = injang_request_set_vid(s->request, (const char *)s->ci.at, s->ci.length,
                                      (const char *)octets.at, octets.length, &error);
    } else if (strcmp(key, "layout") == 0) {
        code = injang_request_set_vid_layout(s->request, n, &error);
    } else if (strcmp(key, "signer") == 0) {
        code = injang_request_set_signer(s->request, (size_t)n, &error);
    } else if (strcmp(key, "content") == 0) {
        s->content = read_file((const char *)octets.at);
        s->has_content = 1;
    } else {
        return 0;
    }
    free(file.at);
    done(code, error, key);
    return 1;
}

static int of_exchange(struct state *s, const char *key, int32_t n, struct octets octets)
{
    static const char *const files[] = {"request", "other",       "result-request", "keys", "person",
                                        "held-ci", "content-map", "original",       "short", "response"};
    injang_exchange *x = s->exchange;
    const char *chars = (const char *)octets.at;
    injang_error *error = NULL;
    int32_t code = INJANG_OK;
    struct octets file = {NULL, 0};
    const char *json;
    size_t i;

    for (i = 0; i < sizeof files / sizeof files[0]; i++) {
        if (strcmp(key, files[i]) == 0) {
            file = read_file(chars);
        }
    }
    json = (const char *)file.at;
    if (strcmp(key, "provider") == 0) {
        code = injang_exchange_new(n, octets.length == 0 ? NULL : chars, octets.length, &s->exchange,
                                   &error);
    } else if (strcmp(key, "response") == 0) {
        code = injang_exchange_set_response(x, json, file.length, &error);
    } else if (strcmp(key, "request") == 0) {
        code = injang_exchange_set_request(x, json, file.length, &error);
    } else if (strcmp(key, "other") == 0) {
        code = injang_exchange_set_other(x, n, json, file.length, &error);
    } else if (strcmp(key, "result-request") == 0) {
        code = injang_exchange_set_result_request(x, json, file.length, &error);
    } else if (strcmp(key, "keys") == 0) {
        code = injang_exchange_set_keys(x, json, file.length, &error);
    } else if (strcmp(key, "person") == 0) {
        code = injang_exchange_set_person(x, json, file.length, &error);
    } else if (strcmp(key, "held-ci") == 0) {
        code = injang_exchange_set_ci(x, json, file.length, &error);
    } else if (strcmp(key, "short") == 0) {
        code = injang_exchange_set_short_signatures(x, json, file.length, &error);
    } else if (strcmp(key, "content-map") == 0) {
        code = injang_exchange_set_content_map(x, json, file.length, &error);
    } else if (strcmp(key, "original-id") == 0) {
        return keep(&s->original_id, octets);
    } else if (strcmp(key, "original") == 0) {
        code = injang_exchange_add_original(
            x, s->policy, s->original_id.length == 0 ? NULL : (const char *)s->original_id.at,
            s->original_id.length, file.at, file.length, &error);
    } else if (strcmp(key, "short-key") == 0) {
        return keep(&s->paths[0], octets);
    } else if (strcmp(key, "short-from") == 0) {
        return keep(&s->paths[1], octets);
    } else if (strcmp(key, "short-until") == 0) {
        return keep(&s->paths[2], octets);
    } else if (strcmp(key, "short-time") == 0) {
        code = injang_exchange_set_session_paths(
            x, (const char *)s->paths[0].at, s->paths[0].length, (const char *)s->paths[1].at,
            s->paths[1].length, (const char *)s->paths[2].at, s->paths[2].length, n, &error);
    } else if (strcmp(key, "nonce") == 0) {
        return keep(&s->nonces[0], octets);
    } else if (strcmp(key, "nonce-answer") == 0) {
        return keep(&s->nonces[1], octets);
    } else if (strcmp(key, "environment") == 0) {
        code = injang_exchange_set_environment(x, n, &error);
    } else if (strcmp(key, "asked-sign-type") == 0) {
        code = injang_exchange_set_sign_type(x, n, &error);
    } else if (strcmp(key, "asked-hash-of-hash") == 0) {
        code = injang_exchange_set_plain_hash_source(x, n, &error);
    } else if (strcmp(key, "asked-layout") == 0) {
        code = injang_exchange_set_vid_layout(x, n, &error);
    } else if (strcmp(key, "waive") == 0) {
        code = injang_exchange_waive(x, n, &error);
    } else {
        return 0;
    }
    free(file.at);
    done(code, error, key);
    return 1;
}

static void verify(struct state *s, const char *path)
{
    injang_report *report = NULL;
    injang_error *error = NULL;
    struct octets document = read_file(path);
    int32_t code;
    if (s->has_content) {
        code = injang_verify_detached(s->policy, s->request, document.at, document.length,
                                      s->content.at, s->content.length, &report, &error);
    } else {
        code = injang_verify(s->policy, s->request, document.at, document.length, &report, &error);
    }
    if (report == NULL || code != injang_report_code(report)) {
        stop("verify", injang_error_message(error, INJANG_LANGUAGE_EN, NULL));
    }
    (void)printf("%s\t", (const char *)s->name.at);
    print_report(report);
    (void)printf("\n");
    injang_report_free(report);
    free(document.at);
}

static void decide(struct state *s)
{
    injang_decision *decision = NULL;
    injang_error *error = NULL;
    done(injang_exchange_set_nonce_paths(s->exchange, (const char *)s->nonces[0].at,
                                         s->nonces[0].length, (const char *)s->nonces[1].at,
                                         s->nonces[1].length, &error),
         error, "nonce");
    (void)injang_decide(s->policy, s->exchange, s->source, s->at, &decision, &error);
    if (decision == NULL) {
        stop((const char *)s->name.at, injang_error_message(error, INJANG_LANGUAGE_EN, NULL));
    }
    (void)printf("%s\t", (const char *)s->name.at);
    print_decision(decision);
    (void)printf("\n");
    injang_decision_free(decision);
}

static void clear(struct state *s)
{
    size_t i;
    injang_policy_builder_free(s->builder);
    injang_request_free(s->request);
    injang_exchange_free(s->exchange);
    injang_policy_free(s->policy);
    free(s->name.at);
    free(s->ci.at);
    free(s->vid.at);
    free(s->content.at);
    free(s->original_id.at);
    for (i = 0; i < 3; i++) {
        free(s->paths[i].at);
    }
    for (i = 0; i < 2; i++) {
        free(s->nonces[i].at);
    }
    memset(s, 0, sizeof *s);
}

int main(int argc, char **argv)
{
    struct state s;
    struct octets plan;
    char *line, *rest;
    memset(&s, 0, sizeof s);
    if (argc != 2) {
        stop("usage", "run PLAN");
    }
    plan = read_file(argv[1]);
    plan.at[plan.length] = 0;
    for (line = (char *)plan.at; *line != 0; line = rest) {
        char *number, *hex;
        struct octets octets;
        int32_t n;
        rest = strchr(line, '\n');
        *rest++ = 0;
        number = strchr(line, '\t');
        *number++ = 0;
        hex = strchr(number, '\t');
        *hex++ = 0;
        n = (int32_t)strtol(number, NULL, 10);
        octets = unhex(hex);
        if (strcmp(line, "case") == 0) {
            clear(&s);
            (void)keep(&s.name, octets);
        } else if (strcmp(line, "document") == 0) {
            verify(&s, (const char *)octets.at);
        } else if (strcmp(line, "decide") == 0) {
            decide(&s);
        } else if (!of_policy(&s, line, n, octets) && !of_request(&s, line, n, octets) &&
                   !of_exchange(&s, line, n, octets)) {
            stop("step", line);
        }
        free(octets.at);
    }
    clear(&s);
    free(plan.at);
    return 0;
}
