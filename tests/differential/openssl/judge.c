/* OpenSSL's judgement of revocation scenes: see `cargo xtask differential`.
 *
 * Prints a line for each scene of a folder: its number, then what the CRLs and each OCSP response
 * say, as `good`, `revoked` or `unknown`, with the reason behind a colon.
 *
 * Arguments: the folder, and the time asked in seconds since 1970. */
#include <dirent.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static time_t at;

/* What a whole path came to: all errors are collected, the first is the reason. */
struct outcome {
    int is_revoked;
    int first;
    /* One more than the depth at which a CRL was found to be none for this certificate. */
    int unusable;
};

static int collect(int ok, X509_STORE_CTX *context) {
    struct outcome *outcome = X509_STORE_CTX_get_ex_data(context, 0);
    int error = X509_STORE_CTX_get_error(context);
    /* The path of a CRL's issuer is verified in a context of its own; its errors are that path's. */
    if (outcome == NULL) return ok;
    int depth = X509_STORE_CTX_get_error_depth(context) + 1;
    if (ok) return 1;
    if (outcome->first == X509_V_OK) outcome->first = error;
    if (error == X509_V_ERR_CERT_REVOKED) {
        if (outcome->unusable != depth) outcome->is_revoked = 1;
    } else if (error != X509_V_ERR_CRL_HAS_EXPIRED && error != X509_V_ERR_CRL_NOT_YET_VALID) {
        outcome->unusable = depth;
    }
    return 1;
}

static X509 *certificate(const char *path) {
    BIO *bio = BIO_new_file(path, "rb");
    X509 *x509 = bio ? d2i_X509_bio(bio, NULL) : NULL;
    BIO_free(bio);
    if (x509 == NULL) {
        fprintf(stderr, "%s: no certificate\n", path);
        exit(1);
    }
    return x509;
}

static int is_file(const struct dirent *entry) { return entry->d_name[0] != '.'; }

static void judge(const char *folder, const char *scene) {
    char path[4096];
    struct dirent **files;
    STACK_OF(X509) *others = sk_X509_new_null();
    STACK_OF(X509_CRL) *crls = sk_X509_CRL_new_null();
    X509 *root = NULL, *end = NULL, *issuer = NULL;
    snprintf(path, sizeof path, "%s/%s", folder, scene);
    int count = scandir(path, &files, is_file, alphasort);
    for (int i = 0; i < count; i++) {
        const char *name = files[i]->d_name;
        snprintf(path, sizeof path, "%s/%s/%s", folder, scene, name);
        if (!strcmp(name, "root.der")) root = certificate(path);
        else if (!strcmp(name, "end.der")) end = certificate(path);
        else if (!strncmp(name, "cert-", 5)) sk_X509_push(others, certificate(path));
        else if (!strncmp(name, "crl-", 4)) {
            BIO *bio = BIO_new_file(path, "rb");
            X509_CRL *crl = bio ? d2i_X509_CRL_bio(bio, NULL) : NULL;
            BIO_free(bio);
            if (crl != NULL) sk_X509_CRL_push(crls, crl);
        }
    }

    X509_STORE *store = X509_STORE_new();
    X509_STORE_add_cert(store, root);
    X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store), at);

    X509_STORE_CTX *context = X509_STORE_CTX_new();
    struct outcome outcome = {0, X509_V_OK, 0};
    X509_STORE_CTX_init(context, store, end, others);
    X509_STORE_CTX_set0_crls(context, crls);
    X509_VERIFY_PARAM_set_flags(X509_STORE_CTX_get0_param(context),
                                X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL |
                                    X509_V_FLAG_EXTENDED_CRL_SUPPORT | X509_V_FLAG_USE_DELTAS);
    X509_STORE_CTX_set_verify_cb(context, collect);
    X509_STORE_CTX_set_ex_data(context, 0, &outcome);
    X509_verify_cert(context);
    printf("%s\tcrl=", scene);
    if (outcome.is_revoked) printf("revoked");
    else if (outcome.first == X509_V_OK) printf("good");
    else printf("unknown:%s", X509_verify_cert_error_string(outcome.first));
    STACK_OF(X509) *chain = X509_STORE_CTX_get0_chain(context);
    if (chain != NULL && sk_X509_num(chain) > 1) issuer = sk_X509_value(chain, 1);

    for (int i = 0; i < count; i++) {
        if (strncmp(files[i]->d_name, "ocsp-", 5)) continue;
        snprintf(path, sizeof path, "%s/%s/%s", folder, scene, files[i]->d_name);
        BIO *bio = BIO_new_file(path, "rb");
        OCSP_RESPONSE *response = bio ? d2i_OCSP_RESPONSE_bio(bio, NULL) : NULL;
        BIO_free(bio);
        OCSP_BASICRESP *basic = response ? OCSP_response_get1_basic(response) : NULL;
        OCSP_CERTID *id = issuer ? OCSP_cert_to_id(EVP_sha1(), end, issuer) : NULL;
        int status = 0, reason = 0;
        ASN1_GENERALIZEDTIME *revoked, *from, *until;
        printf("\tocsp=");
        if (basic == NULL || id == NULL) printf("unknown:unreadable");
        else if (OCSP_basic_verify(basic, others, store, 0) <= 0)
            printf("unknown:%s", ERR_reason_error_string(ERR_peek_last_error()));
        else if (!OCSP_resp_find_status(basic, id, &status, &reason, &revoked, &from, &until))
            printf("unknown:about others");
        /* OCSP_check_validity has the clock and no other time. */
        else if (ASN1_TIME_cmp_time_t(from, at) > 0) printf("unknown:not yet valid");
        else if (until != NULL && ASN1_TIME_cmp_time_t(until, at) < 0) printf("unknown:expired");
        else if (status == V_OCSP_CERTSTATUS_GOOD) printf("good");
        else if (status == V_OCSP_CERTSTATUS_REVOKED) printf("revoked:%d", reason);
        else printf("unknown:unknown");
        ERR_clear_error();
        OCSP_CERTID_free(id);
        OCSP_BASICRESP_free(basic);
        OCSP_RESPONSE_free(response);
    }
    printf("\n");

    X509_STORE_CTX_free(context);
    X509_STORE_free(store);
    sk_X509_pop_free(others, X509_free);
    sk_X509_CRL_pop_free(crls, X509_CRL_free);
    X509_free(root);
    X509_free(end);
    for (int i = 0; i < count; i++) free(files[i]);
    free(files);
}

int main(int argc, char **argv) {
    struct dirent **scenes;
    if (argc != 3) return 64;
    at = (time_t)strtoll(argv[2], NULL, 10);
    int count = scandir(argv[1], &scenes, is_file, alphasort);
    for (int i = 0; i < count; i++) judge(argv[1], scenes[i]->d_name);
    return count < 0;
}
