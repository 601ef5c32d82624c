/**
 * @file injang.h
 * @brief Verifies the electronic signatures of Korean providers, offline.
 *
 * Generated from crates/injang-ffi by `cargo xtask header`. Do not edit.
 *
 * What holds for every function, unless its comment says otherwise:
 *
 * Codes. A function that returns int32_t and takes `error` returns 0 (INJANG_OK) if it did what was
 * asked. Functions that judge (injang_verify(), injang_decide(), injang_vid_check() and their like)
 * return 0 only for what may be relied on; so `if (code == INJANG_OK)` is the only test for it, and every
 * mistake is a refusal. Zeroed memory is no verdict: all other numbers count from 1, and 0 is none.
 *
 * Errors. `error` may be NULL. Otherwise `*error` is overwritten: NULL, or with a code of 64 and more an
 * error that names the parameter, to be freed by injang_error_free(). Errors hold no CI, no name and no
 * content.
 *
 * NULL. Where a comment does not allow NULL for a pointer, it is INJANG_E_ARGUMENT, or a getter's
 * value for nothing. That is so for octets of the length 0 too: give any pointer that is not NULL.
 *
 * Lengths. Octets and texts are a pointer and a length. Texts need no NUL at their end, and are UTF-8.
 * A length over PTRDIFF_MAX is INJANG_E_ARGUMENT. Texts that the library lends have a NUL behind
 * them and none within; their length does not count it.
 *
 * Owners. What a function writes to `**handle` is the caller's, to be freed by the `_free` function of
 * its type; what was there before is overwritten, not freed. Every `_free` takes NULL. Octets and texts
 * that are given are copied, or read during the call only. What is lent lives as long as its handle.
 * A pointer that a function writes to overlaps with no other argument.
 *
 * Threads. Policies, reports, decisions, inspections and errors are immutable: any number of threads may
 * use one at the same time, without a lock. Builders, requests and exchanges belong to one thread while
 * they are changed. Nobody may use a handle that is being freed.
 *
 * Memory. Before an input over 64 KiB is read, it is asked whether there is memory for all that the
 * reading can need; if there is none, the code is INJANG_E_MEMORY. Where memory for less than that is
 * missing, the process is aborted, as it is where two threads read such inputs at the same time and one
 * takes what the other had found.
 *
 * Standard streams, files, the clock, the environment and signals are never touched.
 */

#ifndef INJANG_H
#define INJANG_H

#include <stddef.h>
#include <stdint.h>
/** "None" among indexes, positions and offsets. */
#define INJANG_NONE SIZE_MAX
/** "None" among times. */
#define INJANG_NO_TIME INT64_MIN

/**
 * @defgroup injang_verdict INJANG_VERDICT_…
 * The values of `verdict`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_VERDICT 1
/** `TOTAL-PASSED`: every check passed */
#define INJANG_VERDICT_TOTAL_PASSED 1
/** `INDETERMINATE`: cannot be decided */
#define INJANG_VERDICT_INDETERMINATE 2
/** `TOTAL-FAILED`: not to be relied on */
#define INJANG_VERDICT_TOTAL_FAILED 3
/** @} */

/**
 * @defgroup injang_sub_indication INJANG_SUB_INDICATION_…
 * The values of `sub-indication`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_SUB_INDICATION 2
/** `FORMAT_FAILURE`: the format is not accepted */
#define INJANG_SUB_INDICATION_FORMAT_FAILURE 1
/** `HASH_FAILURE`: the content is not what was signed */
#define INJANG_SUB_INDICATION_HASH_FAILURE 2
/** `SIG_CRYPTO_FAILURE`: the signature does not verify */
#define INJANG_SUB_INDICATION_SIG_CRYPTO_FAILURE 3
/** `SIG_CONSTRAINTS_FAILURE`: the signature breaks a constraint */
#define INJANG_SUB_INDICATION_SIG_CONSTRAINTS_FAILURE 4
/** `CHAIN_CONSTRAINTS_FAILURE`: a certificate breaks a rule */
#define INJANG_SUB_INDICATION_CHAIN_CONSTRAINTS_FAILURE 5
/** `CERTIFICATE_CHAIN_GENERAL_FAILURE`: the chain can't be validated */
#define INJANG_SUB_INDICATION_CERTIFICATE_CHAIN_GENERAL_FAILURE 6
/** `CRYPTO_CONSTRAINTS_FAILURE`: an algorithm is unsupported or too weak */
#define INJANG_SUB_INDICATION_CRYPTO_CONSTRAINTS_FAILURE 7
/** `EXPIRED`: the certificate had expired */
#define INJANG_SUB_INDICATION_EXPIRED 8
/** `NOT_YET_VALID`: the certificate was not yet valid */
#define INJANG_SUB_INDICATION_NOT_YET_VALID 9
/** `NO_SIGNING_CERTIFICATE_FOUND`: the signer's certificate is missing */
#define INJANG_SUB_INDICATION_NO_SIGNING_CERTIFICATE_FOUND 10
/** `NO_CERTIFICATE_CHAIN_FOUND`: no chain to a trust anchor */
#define INJANG_SUB_INDICATION_NO_CERTIFICATE_CHAIN_FOUND 11
/** `TRY_LATER`: revocation data is missing */
#define INJANG_SUB_INDICATION_TRY_LATER 12
/** `SIGNED_DATA_NOT_FOUND`: the signed content is missing */
#define INJANG_SUB_INDICATION_SIGNED_DATA_NOT_FOUND 13
/** `REVOKED`: the certificate had been revoked */
#define INJANG_SUB_INDICATION_REVOKED 14
/** @} */

/**
 * @defgroup injang_check INJANG_CHECK_…
 * The values of `check`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_CHECK 3
/** `format`: format */
#define INJANG_CHECK_FORMAT 1
/** `signers`: signers */
#define INJANG_CHECK_SIGNERS 2
/** `signed-attributes`: signed attributes */
#define INJANG_CHECK_SIGNED_ATTRIBUTES 3
/** `profile`: profile */
#define INJANG_CHECK_PROFILE 4
/** `signer-certificate`: signer's certificate */
#define INJANG_CHECK_SIGNER_CERTIFICATE 5
/** `content`: content */
#define INJANG_CHECK_CONTENT 6
/** `message-digest`: message digest */
#define INJANG_CHECK_MESSAGE_DIGEST 7
/** `signature`: signature */
#define INJANG_CHECK_SIGNATURE 8
/** `algorithm-protection`: algorithm protection */
#define INJANG_CHECK_ALGORITHM_PROTECTION 9
/** `signing-certificate`: signing certificate */
#define INJANG_CHECK_SIGNING_CERTIFICATE 10
/** `sign-type`: sign type */
#define INJANG_CHECK_SIGN_TYPE 11
/** `attribute-confusion`: attribute confusion */
#define INJANG_CHECK_ATTRIBUTE_CONFUSION 12
/** `algorithm-strength`: algorithm strength */
#define INJANG_CHECK_ALGORITHM_STRENGTH 13
/** `path`: certificate path */
#define INJANG_CHECK_PATH 14
/** `validity`: validity */
#define INJANG_CHECK_VALIDITY 15
/** `revocation`: revocation */
#define INJANG_CHECK_REVOCATION 16
/** @} */

/**
 * @defgroup injang_outcome INJANG_OUTCOME_…
 * The values of `outcome`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_OUTCOME 4
/** `passed`: passed */
#define INJANG_OUTCOME_PASSED 1
/** `failed`: failed */
#define INJANG_OUTCOME_FAILED 2
/** `indeterminate`: undecided */
#define INJANG_OUTCOME_INDETERMINATE 3
/** `not-applicable`: not applicable */
#define INJANG_OUTCOME_NOT_APPLICABLE 4
/** `not-checked`: not checked */
#define INJANG_OUTCOME_NOT_CHECKED 5
/** @} */

/**
 * @defgroup injang_finding INJANG_FINDING_…
 * The values of `finding`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_FINDING 5
/** `trailing-padding`: zero octets or a newline follow the document */
#define INJANG_FINDING_TRAILING_PADDING 1
/** `version-mismatch`: a version number is not the one that RFC 5652 gives to this content */
#define INJANG_FINDING_VERSION_MISMATCH 2
/** `unrecognised-certificate`: a member of certificates is not a certificate that can be read; it was not used */
#define INJANG_FINDING_UNRECOGNISED_CERTIFICATE 3
/** `digest-algorithm-not-listed`: the signer's digest algorithm is missing from digestAlgorithms */
#define INJANG_FINDING_DIGEST_ALGORITHM_NOT_LISTED 4
/** `signed-attributes-not-der`: the signed attributes were not sent as DER, or a value in them has the wrong type; their DER encoding is what is signed */
#define INJANG_FINDING_SIGNED_ATTRIBUTES_NOT_DER 5
/** `signing-time-outside-validity`: the claimed signing time is outside of the certificate's validity */
#define INJANG_FINDING_SIGNING_TIME_OUTSIDE_VALIDITY 6
/** `signing-time-after-at`: the claimed signing time is after the time of verification */
#define INJANG_FINDING_SIGNING_TIME_AFTER_AT 7
/** `ambiguous-signer-certificate`: several certificates fit the signer's identifier */
#define INJANG_FINDING_AMBIGUOUS_SIGNER_CERTIFICATE 8
/** `serial-not-positive`: a certificate's serial number is zero or negative */
#define INJANG_FINDING_SERIAL_NOT_POSITIVE 9
/** `certificate-not-der`: a certificate deviates from DER or RFC 5280 in its version, times, unique identifiers, names or extensions */
#define INJANG_FINDING_CERTIFICATE_NOT_DER 10
/** `signing-time-form`: signing-time is not written as YYMMDDhhmmssZ (UTCTime) before 2050 and YYYYMMDDhhmmssZ (GeneralizedTime) from 2050 (RFC 5652 11.3) */
#define INJANG_FINDING_SIGNING_TIME_FORM 11
/** `unsigned-attributes-malformed`: the unsigned attributes are empty or can't be read, or a value in them has the wrong type; no check uses them */
#define INJANG_FINDING_UNSIGNED_ATTRIBUTES_MALFORMED 12
/** `revoked-later`: a certificate of the path was revoked after the time of verification */
#define INJANG_FINDING_REVOKED_LATER 13
/** `unrecognised-revocation-info`: a member of crls is neither a CRL nor an OCSP response that can be read; it was not used */
#define INJANG_FINDING_UNRECOGNISED_REVOCATION_INFO 14
/** `crl-form`: a CRL that was used deviates from DER or RFC 5280 in its version, times, names, numbers, entries or extensions */
#define INJANG_FINDING_CRL_FORM 15
/** `ocsp-form`: an OCSP response that was used deviates from DER or RFC 6960 in its version, names, certificates or extensions */
#define INJANG_FINDING_OCSP_FORM 16
/** `algorithm-parameters-form`: the parameters of a signature or key algorithm are NULL where they must be absent, absent where NULL must be, or have a default written out */
#define INJANG_FINDING_ALGORITHM_PARAMETERS_FORM 17
/** `name-form`: the issuer's name in a SignerInfo has an empty set, or a value of the wrong type */
#define INJANG_FINDING_NAME_FORM 18
/** `unsigned-attribute-misplaced`: an attribute that must be signed is among the unsigned attributes; it was not used */
#define INJANG_FINDING_UNSIGNED_ATTRIBUTE_MISPLACED 19
/** `content-not-octet-string`: the encapsulated content is not an OCTET STRING (RFC 5652 5.2); its content octets are what is signed */
#define INJANG_FINDING_CONTENT_NOT_OCTET_STRING 20
/** `user-notice-form`: a userNotice in certificatePolicies is a BMPString or VisibleString, or is empty or has more than 200 characters (RFC 5280 4.2.1.4) */
#define INJANG_FINDING_USER_NOTICE_FORM 21
/** `ca-parameters-form`: the certificate of a CA has NULL for the parameters of ecdsa-with-SHA384, as NAVER's has */
#define INJANG_FINDING_CA_PARAMETERS_FORM 22
/** `pem-label-differs`: the label of the PEM block names another type than the signed document that is in it */
#define INJANG_FINDING_PEM_LABEL_DIFFERS 23
/** `evidence-under-another-key`: the certificate's status comes from revocation data that is signed with another key of its issuer than the one that signed the certificate */
#define INJANG_FINDING_EVIDENCE_UNDER_ANOTHER_KEY 24
/** @} */

/**
 * @defgroup injang_reason INJANG_REASON_…
 * The values of `reason`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_REASON 6
/** `malformed`: {error} */
#define INJANG_REASON_MALFORMED 1
/** `no-signers`: the document has no signer */
#define INJANG_REASON_NO_SIGNERS 2
/** `attribute-missing`: the signed attribute {oid} is missing */
#define INJANG_REASON_ATTRIBUTE_MISSING 3
/** `attribute-repeated`: the signed attribute {oid} stands more than once */
#define INJANG_REASON_ATTRIBUTE_REPEATED 4
/** `attribute-value-count`: the signed attribute {oid} must have exactly one value */
#define INJANG_REASON_ATTRIBUTE_VALUE_COUNT 5
/** `attribute-value-type`: the signed attribute {oid} has a value of the wrong type */
#define INJANG_REASON_ATTRIBUTE_VALUE_TYPE 6
/** `attribute-forbidden`: the attribute {oid} must not be signed */
#define INJANG_REASON_ATTRIBUTE_FORBIDDEN 7
/** `attributes-empty`: the set of signed attributes is empty */
#define INJANG_REASON_ATTRIBUTES_EMPTY 8
/** `content-type-differs`: the content-type attribute is not the content's type */
#define INJANG_REASON_CONTENT_TYPE_DIFFERS 9
/** `content-type-needs-attributes`: content of type {oid} must be signed with attributes (RFC 5652 5.3) */
#define INJANG_REASON_CONTENT_TYPE_NEEDS_ATTRIBUTES 10
/** `tolerance-refused`: the strict profile refuses: {finding} */
#define INJANG_REASON_TOLERANCE_REFUSED 11
/** `no-signer-certificate`: no certificate fits the signer's identifier */
#define INJANG_REASON_NO_SIGNER_CERTIFICATE 12
/** `certificate-unreadable`: no certificate that can be read fits the signer's identifier, and a certificate of the document can't be read: {error} */
#define INJANG_REASON_CERTIFICATE_UNREADABLE 13
/** `content-missing`: the document has no content and none was supplied */
#define INJANG_REASON_CONTENT_MISSING 14
/** `content-differs`: the supplied content is not the embedded one */
#define INJANG_REASON_CONTENT_DIFFERS 15
/** `content-not-compared`: the supplied content was not compared with the embedded one: no digest of it in the signer's algorithm was given */
#define INJANG_REASON_CONTENT_NOT_COMPARED 16
/** `digest-algorithm-differs`: the supplied digest is {supplied}, the signer's algorithm is {signer} */
#define INJANG_REASON_DIGEST_ALGORITHM_DIFFERS 17
/** `message-digest-differs`: the message-digest attribute is not the digest of the content */
#define INJANG_REASON_MESSAGE_DIGEST_DIFFERS 18
/** `signature-invalid`: the signature does not verify over this content under this key */
#define INJANG_REASON_SIGNATURE_INVALID 19
/** `signature-malformed`: the signature value does not have the form that this algorithm produces (RSA: as long as the modulus, RFC 8017 8.1.2 and 8.2.2; ECDSA: DER of two INTEGERs from 1 to the order less 1, RFC 3279 2.2.3; Ed25519: 64 octets) */
#define INJANG_REASON_SIGNATURE_MALFORMED 20
/** `unsupported`: the algorithm {oid} is not supported */
#define INJANG_REASON_UNSUPPORTED 21
/** `parameters-unsupported`: the algorithm {oid} is not supported with these parameters */
#define INJANG_REASON_PARAMETERS_UNSUPPORTED 22
/** `key-unusable`: the certificate's key can't be used: it does not have the form of its algorithm (RSA: RSAPublicKey with odd modulus and odd exponent of up to 33 bits, RFC 8017 A.1.1; EC: a named curve and an uncompressed point on it, RFC 5480 2.1.1 and 2.2; Ed25519: 32 octets of a point in canonical form, RFC 8032 5.1.5; no other parameters) */
#define INJANG_REASON_KEY_UNUSABLE 23
/** `key-length-unsupported`: an RSA key of {bits} bits is not supported (512 to 8192 bits are) */
#define INJANG_REASON_KEY_LENGTH_UNSUPPORTED 24
/** `key-kind-differs`: the certificate's key is of another kind than the signature algorithm */
#define INJANG_REASON_KEY_KIND_DIFFERS 25
/** `key-restricted`: the certificate's key is restricted to other parameters (RFC 4055 3.3) */
#define INJANG_REASON_KEY_RESTRICTED 26
/** `signature-digest-differs`: signatureAlgorithm uses another digest algorithm than digestAlgorithm */
#define INJANG_REASON_SIGNATURE_DIGEST_DIFFERS 27
/** `no-prehash`: the algorithm signs the content itself, and only its digest was supplied */
#define INJANG_REASON_NO_PREHASH 28
/** `budget-exhausted`: deciding it would take more work than the policy allows */
#define INJANG_REASON_BUDGET_EXHAUSTED 29
/** `unanswered`: the signature was not verified: the crypto backend gave no result */
#define INJANG_REASON_UNANSWERED 30
/** `algorithm-protection-differs`: cmsAlgorithmProtection names other algorithms than were used */
#define INJANG_REASON_ALGORITHM_PROTECTION_DIFFERS 31
/** `signing-certificate-differs`: signing-certificate names another certificate */
#define INJANG_REASON_SIGNING_CERTIFICATE_DIFFERS 32
/** `sign-type-differs`: the signature type {demanded} was demanded, and this one is {found} */
#define INJANG_REASON_SIGN_TYPE_DIFFERS 33
/** `attributes-as-content`: the content is itself a set of signed attributes: the signature may be another document's */
#define INJANG_REASON_ATTRIBUTES_AS_CONTENT 34
/** `content-unknown`: only the digest of the content is known, so it can't be told whether the content is itself a set of signed attributes */
#define INJANG_REASON_CONTENT_UNKNOWN 35
/** `weak-digest`: the digest algorithm {name} is too weak */
#define INJANG_REASON_WEAK_DIGEST 36
/** `weak-key`: a key of {bits} bits is too short */
#define INJANG_REASON_WEAK_KEY 37
/** `no-anchor`: no trust anchor has the name of the certificate's issuer */
#define INJANG_REASON_NO_ANCHOR 38
/** `anchor-key-differs`: the trust anchor with the issuer's name has not signed the certificate */
#define INJANG_REASON_ANCHOR_KEY_DIFFERS 39
/** `issuer-key-differs`: no certificate with the issuer's name has signed the certificate */
#define INJANG_REASON_ISSUER_KEY_DIFFERS 40
/** `not-a-ca`: the certificate issued another, but is not a CA certificate (basicConstraints) */
#define INJANG_REASON_NOT_A_CA 41
/** `key-usage-forbids-issuing`: the certificate issued another, but its keyUsage does not allow that */
#define INJANG_REASON_KEY_USAGE_FORBIDS_ISSUING 42
/** `path-too-long`: there are more CA certificates below a CA than its pathLenConstraint allows */
#define INJANG_REASON_PATH_TOO_LONG 43
/** `name-not-permitted`: the certificate has a name outside the permittedSubtrees of a CA above it */
#define INJANG_REASON_NAME_NOT_PERMITTED 44
/** `name-excluded`: the certificate has a name within the excludedSubtrees of a CA above it */
#define INJANG_REASON_NAME_EXCLUDED 45
/** `name-unprocessed`: a CA above the certificate constrains names of a form that can't be compared, and the certificate has such a name */
#define INJANG_REASON_NAME_UNPROCESSED 46
/** `no-valid-policy`: a certificate policy is required, and none is valid along the path */
#define INJANG_REASON_NO_VALID_POLICY 47
/** `signer-policy-missing`: the signer's certificate has none of the demanded policies */
#define INJANG_REASON_SIGNER_POLICY_MISSING 48
/** `purpose-forbidden`: the extKeyUsage of the signer's certificate does not allow the demanded purpose */
#define INJANG_REASON_PURPOSE_FORBIDDEN 49
/** `any-policy-mapped`: the certificate maps anyPolicy (RFC 5280 4.2.1.5 forbids it) */
#define INJANG_REASON_ANY_POLICY_MAPPED 50
/** `key-usage-forbids`: the keyUsage of the signer's certificate does not allow signing */
#define INJANG_REASON_KEY_USAGE_FORBIDS 51
/** `critical-extension`: the certificate has the unknown critical extension {oid} */
#define INJANG_REASON_CRITICAL_EXTENSION 52
/** `extension-repeated`: the certificate has the extension {oid} more than once */
#define INJANG_REASON_EXTENSION_REPEATED 53
/** `extension-malformed`: the extension {oid} of the certificate can't be read: its value breaks the ASN.1 of its definition (RFC 5280 4.2, or the standard that defines it) */
#define INJANG_REASON_EXTENSION_MALFORMED 54
/** `extensions-malformed`: the certificate's list of extensions can't be read: {error} of the certificate */
#define INJANG_REASON_EXTENSIONS_MALFORMED 55
/** `version-forbids-extensions`: the certificate is of version {version} and has extensions, which only version 3 has (RFC 5280 4.1.2.9) */
#define INJANG_REASON_VERSION_FORBIDS_EXTENSIONS 56
/** `version-unknown`: the certificate is of version {version}, which does not exist (RFC 5280 4.1.2.1) */
#define INJANG_REASON_VERSION_UNKNOWN 57
/** `policy-repeated`: the certificate asserts the policy {oid} more than once (RFC 5280 4.2.1.4) */
#define INJANG_REASON_POLICY_REPEATED 58
/** `policy-qualifier-unknown`: the critical certificatePolicies has the qualifier {oid}, which can't be interpreted (RFC 5280 4.2.1.4) */
#define INJANG_REASON_POLICY_QUALIFIER_UNKNOWN 59
/** `certificate-algorithms-differ`: the certificate names two different signature algorithms */
#define INJANG_REASON_CERTIFICATE_ALGORITHMS_DIFFER 60
/** `expired`: the certificate was valid until {not_after} */
#define INJANG_REASON_EXPIRED 61
/** `not-yet-valid`: the certificate is valid from {not_before} */
#define INJANG_REASON_NOT_YET_VALID 62
/** `revoked`: the certificate was revoked at {revoked_at}{reason} */
#define INJANG_REASON_REVOKED 63
/** `no-revocation-evidence`: no revocation data shows that the certificate was not revoked */
#define INJANG_REASON_NO_REVOCATION_EVIDENCE 64
/** `evidence-stale`: the revocation data covers only the time from {this_update} to {next_update} */
#define INJANG_REASON_EVIDENCE_STALE 65
/** `evidence-out-of-scope`: the CRL does not cover this certificate: its issuingDistributionPoint names another distribution point than the certificate does (RFC 5280 6.3.3 b) */
#define INJANG_REASON_EVIDENCE_OUT_OF_SCOPE 66
/** `evidence-incomplete`: the revocation data covers only some reasons for revocation */
#define INJANG_REASON_EVIDENCE_INCOMPLETE 67
/** `evidence-forged`: the signature of the revocation data does not verify */
#define INJANG_REASON_EVIDENCE_FORGED 68
/** `evidence-unauthorised`: the signer of the revocation data is not authorised for this certificate: no rule of RFC 5280 6.3.3 or RFC 6960 4.2.2.2 applies */
#define INJANG_REASON_EVIDENCE_UNAUTHORISED 69
/** `responder-unchecked`: nothing shows that the certificate that signed the revocation data was not revoked at the relevant time */
#define INJANG_REASON_RESPONDER_UNCHECKED 70
/** `evidence-weak`: the revocation data is signed with an algorithm or a key that is too weak */
#define INJANG_REASON_EVIDENCE_WEAK 71
/** `evidence-unprocessed`: the revocation data has an extension or a format that is not processed: {oid} */
#define INJANG_REASON_EVIDENCE_UNPROCESSED 72
/** `evidence-open`: the signature of the revocation data could not be verified: {why} */
#define INJANG_REASON_EVIDENCE_OPEN 73
/** `status-unknown`: the OCSP responder answered 'unknown' for the certificate */
#define INJANG_REASON_STATUS_UNKNOWN 74
/** `revocation-not-requested`: the policy says not to check revocation */
#define INJANG_REASON_REVOCATION_NOT_REQUESTED 75
/** `anchor-pinned`: the signer's certificate is itself a trust anchor and not a CA certificate. Only this certificate is trusted, and it needs no revocation data. No verified revocation data revokes it */
#define INJANG_REASON_ANCHOR_PINNED 76
/** `anchor-issues-nothing`: a trust anchor has the issuer's name, but its certificate is not a CA certificate: it can't issue others */
#define INJANG_REASON_ANCHOR_ISSUES_NOTHING 77
/** `evidence-under-other-key`: the revocation data is signed with another key of the CA, and no certificate of that key was found */
#define INJANG_REASON_EVIDENCE_UNDER_OTHER_KEY 78
/** `evidence-signer-unknown`: no certificate was found whose key could have signed the revocation data */
#define INJANG_REASON_EVIDENCE_SIGNER_UNKNOWN 79
/** `evidence-malformed`: the revocation data can't be read: {error} */
#define INJANG_REASON_EVIDENCE_MALFORMED 80
/** `evidence-unrelated`: the revocation data is not about any certificate of the path */
#define INJANG_REASON_EVIDENCE_UNRELATED 81
/** `responder-error`: the OCSP responder returned an error: {status} */
#define INJANG_REASON_RESPONDER_ERROR 82
/** `evidence-signer-invalid`: the certificate that signed the revocation data, or one above it, was not valid at the later of the time of verification and the time when the data was issued: {why} */
#define INJANG_REASON_EVIDENCE_SIGNER_INVALID 83
/** `revocation-unconfirmed`: revocation data says that the certificate was revoked at {revoked_at}{reason}, but that data can't be relied on: the status is not decided */
#define INJANG_REASON_REVOCATION_UNCONFIRMED 84
/** `evidence-delta-alone`: only a delta CRL is there, and the complete CRL that it updates is missing (RFC 5280 5.2.4: same issuer, key and scope, a number from BaseCRLNumber up to the delta's own) */
#define INJANG_REASON_EVIDENCE_DELTA_ALONE 85
/** `issuer-unreadable`: no trust anchor has the name of the certificate's issuer, and a certificate of the document, which may be that CA's, can't be read: {error} */
#define INJANG_REASON_ISSUER_UNREADABLE 86
/** `crl-sign-missing`: the certificate whose key signed the CRL does not assert cRLSign in keyUsage (RFC 5280 4.2.1.3) */
#define INJANG_REASON_CRL_SIGN_MISSING 87
/** `crl-signer-misnamed`: the CRL names another issuer than the certificate whose key signed it (RFC 5280 5.1.2.3) */
#define INJANG_REASON_CRL_SIGNER_MISNAMED 88
/** `crl-issuer-not-named`: the CRL is of another issuer than the certificate's, and the certificate does not name it as cRLIssuer (RFC 5280 4.2.1.13) */
#define INJANG_REASON_CRL_ISSUER_NOT_NAMED 89
/** `crl-signer-not-certified`: the CRL is signed with another key of the issuer, and neither the key that issued the certificate nor the next CA above certified that key */
#define INJANG_REASON_CRL_SIGNER_NOT_CERTIFIED 90
/** `evidence-signer-elsewhere`: no path leads from the certificate that signed the revocation data to the trust anchor of this certificate's path */
#define INJANG_REASON_EVIDENCE_SIGNER_ELSEWHERE 91
/** `evidence-signer-pinned`: the revocation data is signed by a trust anchor whose certificate is not a CA certificate: it is trusted for itself alone, and can't say of any certificate whether it was revoked */
#define INJANG_REASON_EVIDENCE_SIGNER_PINNED 92
/** `evidence-signer-itself`: the status of the key that signed the revocation data depends on that data itself: a certificate can't prove its own status */
#define INJANG_REASON_EVIDENCE_SIGNER_ITSELF 93
/** `evidence-signer-rule`: the path of the certificate that signed the revocation data breaks a rule: {why} */
#define INJANG_REASON_EVIDENCE_SIGNER_RULE 94
/** `responder-misnamed`: the responderID of the OCSP response does not name the certificate whose key signed it (RFC 6960 4.2.2.3) */
#define INJANG_REASON_RESPONDER_MISNAMED 95
/** `responder-not-certified`: the OCSP responder's certificate was not issued by the CA (same name and key) that issued this certificate, and the responder is not one that you trust (RFC 6960 4.2.2.2) */
#define INJANG_REASON_RESPONDER_NOT_CERTIFIED 96
/** `responder-purpose-missing`: the certificate of the OCSP responder has no extKeyUsage with id-kp-OCSPSigning (RFC 6960 4.2.2.2) */
#define INJANG_REASON_RESPONDER_PURPOSE_MISSING 97
/** `responder-usage-forbids`: the keyUsage of the OCSP responder's certificate lacks digitalSignature (RFC 5280 4.2.1.12) */
#define INJANG_REASON_RESPONDER_USAGE_FORBIDS 98
/** `answer-missing`: no OCSP response has an answer for this certificate (serial number, issuer's name and key) */
#define INJANG_REASON_ANSWER_MISSING 99
/** `crl-for-subscribers`: the CRL does not cover this certificate: it is for certificates of subscribers only (onlyContainsUserCerts), and this is a CA certificate */
#define INJANG_REASON_CRL_FOR_SUBSCRIBERS 100
/** `crl-for-authorities`: the CRL does not cover this certificate: it is for CA certificates only (onlyContainsCACerts), and this is not a CA certificate */
#define INJANG_REASON_CRL_FOR_AUTHORITIES 101
/** `crl-for-attributes`: the CRL does not cover this certificate: it is for attribute certificates only (onlyContainsAttributeCerts) */
#define INJANG_REASON_CRL_FOR_ATTRIBUTES 102
/** `crl-not-indirect`: the CRL does not cover this certificate: another CA than the CRL's issuer issued the certificate, and the CRL is not indirect (indirectCRL, RFC 5280 5.2.5) */
#define INJANG_REASON_CRL_NOT_INDIRECT 103
/** @} */

/**
 * @defgroup injang_revocation_reason INJANG_REVOCATION_REASON_…
 * The values of `revocation-reason`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_REVOCATION_REASON 7
/** `unspecified`: no reason was given */
#define INJANG_REVOCATION_REASON_UNSPECIFIED 0
/** `keyCompromise`: the key is compromised */
#define INJANG_REVOCATION_REASON_KEY_COMPROMISE 1
/** `cACompromise`: the CA's key is compromised */
#define INJANG_REVOCATION_REASON_CACOMPROMISE 2
/** `affiliationChanged`: the subject's details changed */
#define INJANG_REVOCATION_REASON_AFFILIATION_CHANGED 3
/** `superseded`: replaced by another certificate */
#define INJANG_REVOCATION_REASON_SUPERSEDED 4
/** `cessationOfOperation`: no longer in use */
#define INJANG_REVOCATION_REASON_CESSATION_OF_OPERATION 5
/** `certificateHold`: on hold */
#define INJANG_REVOCATION_REASON_CERTIFICATE_HOLD 6
/** `removeFromCRL`: no longer on hold */
#define INJANG_REVOCATION_REASON_REMOVE_FROM_CRL 8
/** `privilegeWithdrawn`: the privilege was withdrawn */
#define INJANG_REVOCATION_REASON_PRIVILEGE_WITHDRAWN 9
/** `aACompromise`: the attribute authority's key is compromised */
#define INJANG_REVOCATION_REASON_AACOMPROMISE 10
/** @} */

/**
 * @defgroup injang_error_kind INJANG_ERROR_KIND_…
 * The values of `error-kind`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_ERROR_KIND 8
/** `empty`: there is nothing to read */
#define INJANG_ERROR_KIND_EMPTY 1
/** `other-format`: this is {what}, not a signed document */
#define INJANG_ERROR_KIND_OTHER_FORMAT 2
/** `text-alphabet`: a character outside the alphabet of the text form */
#define INJANG_ERROR_KIND_TEXT_ALPHABET 3
/** `text-length`: base64 or hex of a length that does not fit, or cut off */
#define INJANG_ERROR_KIND_TEXT_LENGTH 4
/** `text-mixed`: base64 that mixes the standard and the URL alphabet */
#define INJANG_ERROR_KIND_TEXT_MIXED 5
/** `pem-end`: a PEM block without its end line */
#define INJANG_ERROR_KIND_PEM_END 6
/** `pem-several`: more than one PEM block: a signed document stands by itself */
#define INJANG_ERROR_KIND_PEM_SEVERAL 7
/** `truncated`: an element is longer than what is left */
#define INJANG_ERROR_KIND_TRUNCATED 10
/** `length-form`: a length that can't be addressed */
#define INJANG_ERROR_KIND_LENGTH_FORM 11
/** `length-not-minimal`: a length that is not in the shortest form */
#define INJANG_ERROR_KIND_LENGTH_NOT_MINIMAL 12
/** `length-indefinite`: an indefinite length where none is allowed */
#define INJANG_ERROR_KIND_LENGTH_INDEFINITE 13
/** `tag-form`: a tag number that is not in the shortest form */
#define INJANG_ERROR_KIND_TAG_FORM 14
/** `tag`: unexpected tag 0x{found:02x} where 0x{expected:02x} belongs */
#define INJANG_ERROR_KIND_TAG 15
/** `missing`: the structure ends where tag 0x{expected:02x} must follow */
#define INJANG_ERROR_KIND_MISSING 16
/** `trailing-data`: octets are left over */
#define INJANG_ERROR_KIND_TRAILING_DATA 17
/** `depth`: nested deeper than the limit */
#define INJANG_ERROR_KIND_DEPTH 20
/** `size`: larger than the limit */
#define INJANG_ERROR_KIND_SIZE 21
/** `elements`: more elements than the limit */
#define INJANG_ERROR_KIND_ELEMENTS 22
/** `entries`: more signers, certificates, CRLs or digest algorithms than the limit */
#define INJANG_ERROR_KIND_ENTRIES 23
/** `end-of-contents`: end-of-contents octets missing or out of place */
#define INJANG_ERROR_KIND_END_OF_CONTENTS 24
/** `string-segment`: a constructed string with a segment of another type */
#define INJANG_ERROR_KIND_STRING_SEGMENT 25
/** `integer`: an INTEGER that is empty or not in the shortest form */
#define INJANG_ERROR_KIND_INTEGER 30
/** `boolean`: a BOOLEAN that is not one octet */
#define INJANG_ERROR_KIND_BOOLEAN 31
/** `bit-string`: a BIT STRING whose unused bits do not fit */
#define INJANG_ERROR_KIND_BIT_STRING 32
/** `null`: a NULL with content */
#define INJANG_ERROR_KIND_NULL 33
/** `object-identifier`: a malformed OBJECT IDENTIFIER */
#define INJANG_ERROR_KIND_OBJECT_IDENTIFIER 34
/** `time`: a time that is not written as YYMMDDhhmmssZ (UTCTime) or YYYYMMDDhhmmssZ (GeneralizedTime) */
#define INJANG_ERROR_KIND_TIME 35
/** `not-signed-data`: a content type other than signedData */
#define INJANG_ERROR_KIND_NOT_SIGNED_DATA 40
/** `content-not-octets`: a content of type id-data that is not an OCTET STRING */
#define INJANG_ERROR_KIND_CONTENT_NOT_OCTETS 41
/** `choice`: a choice that the structure does not have */
#define INJANG_ERROR_KIND_CHOICE 42
/** @} */

/**
 * @defgroup injang_other_format INJANG_OTHER_FORMAT_…
 * The values of `other-format`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_OTHER_FORMAT 9
/** `pdf`: a PDF file */
#define INJANG_OTHER_FORMAT_PDF 1
/** `json`: a JSON document */
#define INJANG_OTHER_FORMAT_JSON 2
/** `xml`: an XML document */
#define INJANG_OTHER_FORMAT_XML 3
/** `html`: an HTML page */
#define INJANG_OTHER_FORMAT_HTML 4
/** `zip`: a ZIP archive */
#define INJANG_OTHER_FORMAT_ZIP 5
/** `gzip`: a gzip file */
#define INJANG_OTHER_FORMAT_GZIP 6
/** `ole`: an OLE compound file */
#define INJANG_OTHER_FORMAT_OLE 7
/** `mail`: a mail */
#define INJANG_OTHER_FORMAT_MAIL 8
/** `jwt`: a JSON Web Token */
#define INJANG_OTHER_FORMAT_JWT 9
/** `key-store`: a Java key store */
#define INJANG_OTHER_FORMAT_KEY_STORE 10
/** `pgp`: an OpenPGP file */
#define INJANG_OTHER_FORMAT_PGP 11
/** `utf32`: text in UTF-32 */
#define INJANG_OTHER_FORMAT_UTF32 12
/** `saved-as-text`: DER that was saved as text */
#define INJANG_OTHER_FORMAT_SAVED_AS_TEXT 13
/** `pem-headers`: a PEM block with header lines (RFC 1421) */
#define INJANG_OTHER_FORMAT_PEM_HEADERS 14
/** `hex-separated`: hex with other characters between its digits */
#define INJANG_OTHER_FORMAT_HEX_SEPARATED 15
/** `hex-dump`: a hex dump with offsets */
#define INJANG_OTHER_FORMAT_HEX_DUMP 16
/** `printout`: a printout of a structure */
#define INJANG_OTHER_FORMAT_PRINTOUT 17
/** `utf16`: text in UTF-16 */
#define INJANG_OTHER_FORMAT_UTF16 18
/** `data-url`: a data: URL */
#define INJANG_OTHER_FORMAT_DATA_URL 19
/** `quoted`: base64, hex or PEM in quotation marks */
#define INJANG_OTHER_FORMAT_QUOTED 20
/** `json-escaped`: base64, hex or PEM with the escapes of a JSON string */
#define INJANG_OTHER_FORMAT_JSON_ESCAPED 21
/** `url-escaped`: base64, hex or PEM with the escapes of a URL */
#define INJANG_OTHER_FORMAT_URL_ESCAPED 22
/** `twofold`: base64 or hex of base64, hex or PEM */
#define INJANG_OTHER_FORMAT_TWOFOLD 23
/** `certificate`: a certificate */
#define INJANG_OTHER_FORMAT_CERTIFICATE 24
/** `crl`: a CRL */
#define INJANG_OTHER_FORMAT_CRL 25
/** `ocsp-response`: an OCSP response */
#define INJANG_OTHER_FORMAT_OCSP_RESPONSE 26
/** `certificate-request`: a certificate request */
#define INJANG_OTHER_FORMAT_CERTIFICATE_REQUEST 27
/** `timestamp-response`: a time-stamp response */
#define INJANG_OTHER_FORMAT_TIMESTAMP_RESPONSE 28
/** `timestamp-request`: a time-stamp request */
#define INJANG_OTHER_FORMAT_TIMESTAMP_REQUEST 29
/** `ocsp-request`: an OCSP request */
#define INJANG_OTHER_FORMAT_OCSP_REQUEST 30
/** `bare-signed-data`: SignedData without the ContentInfo around it */
#define INJANG_OTHER_FORMAT_BARE_SIGNED_DATA 31
/** `encrypted`: an encrypted CMS message */
#define INJANG_OTHER_FORMAT_ENCRYPTED 32
/** `pfx`: a PFX file, which holds a private key */
#define INJANG_OTHER_FORMAT_PFX 33
/** `private-key`: a private key */
#define INJANG_OTHER_FORMAT_PRIVATE_KEY 34
/** `public-key`: a public key */
#define INJANG_OTHER_FORMAT_PUBLIC_KEY 35
/** `pem-other`: a PEM block with another label */
#define INJANG_OTHER_FORMAT_PEM_OTHER 36
/** `field`: base64, hex or PEM behind a name, as in YAML or in a form */
#define INJANG_OTHER_FORMAT_FIELD 38
/** `plus-lost`: base64 in which each + has become a blank */
#define INJANG_OTHER_FORMAT_PLUS_LOST 39
/** `base64-separated`: base64 with other characters between its symbols */
#define INJANG_OTHER_FORMAT_BASE64_SEPARATED 40
/** `unknown`: neither ASN.1 nor base64, hex or PEM of it */
#define INJANG_OTHER_FORMAT_UNKNOWN 37
/** @} */

/**
 * @defgroup injang_identity INJANG_IDENTITY_…
 * The values of `identity`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_IDENTITY 10
/** `not-claimed`: nothing was claimed */
#define INJANG_IDENTITY_NOT_CLAIMED 1
/** `matched`: the VID is that of this CI and certificate (layout {layout}) */
#define INJANG_IDENTITY_MATCHED 2
/** `mismatched`: the VID is not that of this CI and certificate (layout {layout}), and no other layout matches */
#define INJANG_IDENTITY_MISMATCHED 3
/** `malformed-ci`: {rule} */
#define INJANG_IDENTITY_MALFORMED_CI 4
/** `malformed-vid`: the VID is neither 64 hex digits nor base64 of 32 octets */
#define INJANG_IDENTITY_MALFORMED_VID 5
/** `no-signer-certificate`: the signature verified under no certificate, so there is no serial number to compare with */
#define INJANG_IDENTITY_NO_SIGNER_CERTIFICATE 6
/** `ambiguous-signer`: the claim must name one of the document's signers */
#define INJANG_IDENTITY_AMBIGUOUS_SIGNER 7
/** `unsupported`: the crypto backend does not compute SHA-256 */
#define INJANG_IDENTITY_UNSUPPORTED 8
/** @} */

/**
 * @defgroup injang_ci_error INJANG_CI_ERROR_…
 * The values of `ci-error`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_CI_ERROR 11
/** `not-base64`: the CI is not base64 */
#define INJANG_CI_ERROR_NOT_BASE64 1
/** `length`: the CI is not base64 of 64 octets */
#define INJANG_CI_ERROR_LENGTH 2
/** @} */

/**
 * @defgroup injang_sign_type INJANG_SIGN_TYPE_…
 * The values of `sign-type`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_SIGN_TYPE 12
/** `MESSAGE`: the signature covers the content itself */
#define INJANG_SIGN_TYPE_MESSAGE 1
/** `SIGNED_ATTRIBUTE`: the signature covers signed attributes, which hold the content's digest */
#define INJANG_SIGN_TYPE_SIGNED_ATTRIBUTE 2
/** `PLAIN_HASH`: the content is known by its digest only */
#define INJANG_SIGN_TYPE_PLAIN_HASH 3
/** @} */

/**
 * @defgroup injang_digest_source INJANG_DIGEST_SOURCE_…
 * The values of `digest-source`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_DIGEST_SOURCE 13
/** `content`: the digest was taken of the content */
#define INJANG_DIGEST_SOURCE_CONTENT 1
/** `prehash`: the caller gave the digest of the content */
#define INJANG_DIGEST_SOURCE_PREHASH 2
/** `hash-of-hash`: the digest was taken of the digest that the caller gave, as content */
#define INJANG_DIGEST_SOURCE_HASH_OF_HASH 3
/** @} */

/**
 * @defgroup injang_digest_algorithm INJANG_DIGEST_ALGORITHM_…
 * The values of `digest-algorithm`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_DIGEST_ALGORITHM 14
/** `sha1`: SHA-1 */
#define INJANG_DIGEST_ALGORITHM_SHA1 1
/** `sha224`: SHA-224 */
#define INJANG_DIGEST_ALGORITHM_SHA224 2
/** `sha256`: SHA-256 */
#define INJANG_DIGEST_ALGORITHM_SHA256 3
/** `sha384`: SHA-384 */
#define INJANG_DIGEST_ALGORITHM_SHA384 4
/** `sha512`: SHA-512 */
#define INJANG_DIGEST_ALGORITHM_SHA512 5
/** @} */

/**
 * @defgroup injang_armor INJANG_ARMOR_…
 * The values of `armor`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_ARMOR 15
/** `raw`: the octets themselves */
#define INJANG_ARMOR_RAW 1
/** `pem`: PEM */
#define INJANG_ARMOR_PEM 2
/** `base64`: base64 */
#define INJANG_ARMOR_BASE64 3
/** `base64url`: base64url */
#define INJANG_ARMOR_BASE64URL 4
/** `hex`: hex */
#define INJANG_ARMOR_HEX 5
/** @} */

/**
 * @defgroup injang_encoding INJANG_ENCODING_…
 * The values of `encoding`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_ENCODING 16
/** `der`: DER */
#define INJANG_ENCODING_DER 1
/** `ber`: BER, which was normalised to DER */
#define INJANG_ENCODING_BER 2
/** @} */

/**
 * @defgroup injang_origin INJANG_ORIGIN_…
 * The values of `origin`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_ORIGIN 17
/** `document`: the document */
#define INJANG_ORIGIN_DOCUMENT 1
/** `policy`: the policy */
#define INJANG_ORIGIN_POLICY 2
/** @} */

/**
 * @defgroup injang_evidence_kind INJANG_EVIDENCE_KIND_…
 * The values of `evidence-kind`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_EVIDENCE_KIND 18
/** `crl`: a complete CRL */
#define INJANG_EVIDENCE_KIND_CRL 1
/** `delta-crl`: a delta CRL */
#define INJANG_EVIDENCE_KIND_DELTA_CRL 2
/** `ocsp`: an OCSP response */
#define INJANG_EVIDENCE_KIND_OCSP 3
/** `ocsp-error`: an OCSP response without an answer */
#define INJANG_EVIDENCE_KIND_OCSP_ERROR 4
/** `unreadable`: neither a CRL nor an OCSP response that can be read */
#define INJANG_EVIDENCE_KIND_UNREADABLE 5
/** @} */

/**
 * @defgroup injang_time_source INJANG_TIME_SOURCE_…
 * The values of `time-source`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_TIME_SOURCE 19
/** `caller`: the caller */
#define INJANG_TIME_SOURCE_CALLER 1
/** `clock`: the clock at the time of judging */
#define INJANG_TIME_SOURCE_CLOCK 2
/** `provider`: the provider */
#define INJANG_TIME_SOURCE_PROVIDER 3
/** @} */

/**
 * @defgroup injang_profile INJANG_PROFILE_…
 * The values of `profile`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_PROFILE 20
/** `standard`: harmless deviations from the standards are accepted */
#define INJANG_PROFILE_STANDARD 1
/** `strict`: no deviation from the standards is accepted */
#define INJANG_PROFILE_STRICT 2
/** @} */

/**
 * @defgroup injang_revocation_mode INJANG_REVOCATION_MODE_…
 * The values of `revocation-mode`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_REVOCATION_MODE 21
/** `require`: every certificate must be shown not to have been revoked */
#define INJANG_REVOCATION_MODE_REQUIRE 1
/** `none`: revocation is not checked */
#define INJANG_REVOCATION_MODE_NONE 2
/** @} */

/**
 * @defgroup injang_plain_hash_source INJANG_PLAIN_HASH_SOURCE_…
 * The values of `plain-hash-source`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_PLAIN_HASH_SOURCE 22
/** `prehash`: the digest is that of what was signed */
#define INJANG_PLAIN_HASH_SOURCE_PREHASH 1
/** `hash-of-hash`: the digest itself was signed as content */
#define INJANG_PLAIN_HASH_SOURCE_HASH_OF_HASH 2
/** @} */

/**
 * @defgroup injang_vid_layout INJANG_VID_LAYOUT_…
 * The values of `vid-layout`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_VID_LAYOUT 23
/** `ci-serial`: CI, then the serial number as in the certificate */
#define INJANG_VID_LAYOUT_CI_SERIAL 1
/** `ci-serial-unsigned`: CI, then the serial number without a leading 00 */
#define INJANG_VID_LAYOUT_CI_SERIAL_UNSIGNED 2
/** `serial-ci`: the serial number as in the certificate, then CI */
#define INJANG_VID_LAYOUT_SERIAL_CI 3
/** `serial-unsigned-ci`: the serial number without a leading 00, then CI */
#define INJANG_VID_LAYOUT_SERIAL_UNSIGNED_CI 4
/** @} */

/**
 * @defgroup injang_vid_encoding INJANG_VID_ENCODING_…
 * The values of `vid-encoding`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_VID_ENCODING 24
/** `base64`: base64 */
#define INJANG_VID_ENCODING_BASE64 1
/** `base64url`: base64url */
#define INJANG_VID_ENCODING_BASE64URL 2
/** `hex`: hex */
#define INJANG_VID_ENCODING_HEX 3
/** @} */

/**
 * @defgroup injang_language INJANG_LANGUAGE_…
 * The values of `language`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_LANGUAGE 25
/** `en`: English */
#define INJANG_LANGUAGE_EN 1
/** `ko`: Korean */
#define INJANG_LANGUAGE_KO 2
/** @} */

/**
 * @defgroup injang_cause INJANG_CAUSE_…
 * The values of `cause`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_CAUSE 26
/** `content-changed`: {changes} */
#define INJANG_CAUSE_CONTENT_CHANGED 1
/** `hash-of-hash`: the digest's own octets were signed as content (hash-of-hash) */
#define INJANG_CAUSE_HASH_OF_HASH 2
/** `prehash`: what was supplied is the digest of what was signed (prehash), and was read as content */
#define INJANG_CAUSE_PREHASH 3
/** `attributes-as-sent`: the signature covers the attributes as they were sent, not their DER encoding (RFC 5652 5.4) */
#define INJANG_CAUSE_ATTRIBUTES_AS_SENT 4
/** `attributes-tagged`: the signature covers the attributes under the tag [0] of the message, not as a SET OF (RFC 5652 5.4) */
#define INJANG_CAUSE_ATTRIBUTES_TAGGED 5
/** `attributes-untagged`: the signature covers the attributes without tag and length of their SET OF (RFC 5652 5.4) */
#define INJANG_CAUSE_ATTRIBUTES_UNTAGGED 6
/** `other-certificate`: the signature verifies under certificate {index}, which the signer does not name */
#define INJANG_CAUSE_OTHER_CERTIFICATE 7
/** `vid-layout`: the VID matches under the layout {layout} */
#define INJANG_CAUSE_VID_LAYOUT 8
/** `vid-certificate`: the VID is that of certificate {index}, which is not the signer's, under the layout {layout} */
#define INJANG_CAUSE_VID_CERTIFICATE 9
/** @} */

/**
 * @defgroup injang_side INJANG_SIDE_…
 * The values of `side`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_SIDE 27
/** `signed-content`: what was signed */
#define INJANG_SIDE_SIGNED_CONTENT 1
/** `embedded-content`: the content of the document */
#define INJANG_SIDE_EMBEDDED_CONTENT 2
/** `supplied-content`: the content supplied */
#define INJANG_SIDE_SUPPLIED_CONTENT 3
/** `supplied-digest`: the digest supplied */
#define INJANG_SIDE_SUPPLIED_DIGEST 4
/** @} */

/**
 * @defgroup injang_change INJANG_CHANGE_…
 * The values of `change`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_CHANGE 28
/** `unwrap`: only the value of data in the JSON object */
#define INJANG_CHANGE_UNWRAP 1
/** `wrap`: the JSON object that holds it as data */
#define INJANG_CHANGE_WRAP 2
/** `digest-sha1`: its SHA-1 digest */
#define INJANG_CHANGE_DIGEST_SHA1 3
/** `digest-sha224`: its SHA-224 digest */
#define INJANG_CHANGE_DIGEST_SHA224 4
/** `digest-sha256`: its SHA-256 digest */
#define INJANG_CHANGE_DIGEST_SHA256 5
/** `digest-sha384`: its SHA-384 digest */
#define INJANG_CHANGE_DIGEST_SHA384 6
/** `digest-sha512`: its SHA-512 digest */
#define INJANG_CHANGE_DIGEST_SHA512 7
/** `hex-lower`: written in lower-case hex */
#define INJANG_CHANGE_HEX_LOWER 8
/** `hex-upper`: written in upper-case hex */
#define INJANG_CHANGE_HEX_UPPER 9
/** `base64`: written in base64 */
#define INJANG_CHANGE_BASE64 10
/** `base64url`: written in base64url */
#define INJANG_CHANGE_BASE64URL 11
/** `base64url-padded`: written in base64url with padding */
#define INJANG_CHANGE_BASE64URL_PADDED 12
/** `lf-to-crlf`: with CRLF line ends */
#define INJANG_CHANGE_LF_TO_CRLF 13
/** `crlf-to-lf`: with LF line ends */
#define INJANG_CHANGE_CRLF_TO_LF 14
/** `utf8-to-cp949`: in CP949 */
#define INJANG_CHANGE_UTF8_TO_CP949 15
/** `cp949-to-utf8`: in UTF-8 */
#define INJANG_CHANGE_CP949_TO_UTF8 16
/** `add-bom`: with a byte order mark */
#define INJANG_CHANGE_ADD_BOM 17
/** `remove-bom`: without a byte order mark */
#define INJANG_CHANGE_REMOVE_BOM 18
/** @} */

/**
 * @defgroup injang_decision INJANG_DECISION_…
 * The values of `decision`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_DECISION 29
/** `ACCEPTED`: everything that was checked is as it was asked for */
#define INJANG_DECISION_ACCEPTED 1
/** `UNDETERMINED`: something is missing or undecided */
#define INJANG_DECISION_UNDETERMINED 2
/** `REJECTED`: not to be relied on */
#define INJANG_DECISION_REJECTED 3
/** @} */

/**
 * @defgroup injang_response_finding INJANG_RESPONSE_FINDING_…
 * The values of `response-finding`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_RESPONSE_FINDING 30
/** `response-malformed`: the answer can't be read */
#define INJANG_RESPONSE_FINDING_RESPONSE_MALFORMED 1
/** `provider-failed`: the provider says that the transaction failed */
#define INJANG_RESPONSE_FINDING_PROVIDER_FAILED 2
/** `provider-expired`: the provider says that the request expired before anybody signed */
#define INJANG_RESPONSE_FINDING_PROVIDER_EXPIRED 3
/** `provider-pending`: the provider says that the document has not been signed yet */
#define INJANG_RESPONSE_FINDING_PROVIDER_PENDING 4
/** `provider-status-missing`: the provider does not say whether it succeeded (result and status) */
#define INJANG_RESPONSE_FINDING_PROVIDER_STATUS_MISSING 5
/** `provider-status-unknown`: the provider's result or status has a value that it does not document */
#define INJANG_RESPONSE_FINDING_PROVIDER_STATUS_UNKNOWN 6
/** `request-missing`: the request was not given, so it is not known what was to be signed */
#define INJANG_RESPONSE_FINDING_REQUEST_MISSING 7
/** `request-unusable`: the request asks for no document of this product */
#define INJANG_RESPONSE_FINDING_REQUEST_UNUSABLE 8
/** `request-encrypted`: the request was encrypted by the SDK: its texts can't be compared */
#define INJANG_RESPONSE_FINDING_REQUEST_ENCRYPTED 9
/** `product-differs`: the request or the answer belongs to another product */
#define INJANG_RESPONSE_FINDING_PRODUCT_DIFFERS 10
/** `product-missing`: the product is not named, and the request and the answer do not say which it is */
#define INJANG_RESPONSE_FINDING_PRODUCT_MISSING 11
/** `receipt-missing`: the provider's receipt was not given, so it is not known to which transaction the answer belongs */
#define INJANG_RESPONSE_FINDING_RECEIPT_MISSING 12
/** `file-not-kept`: a file that is checked for every answer is missing for this one */
#define INJANG_RESPONSE_FINDING_FILE_NOT_KEPT 13
/** `document-missing`: a document that was asked for did not come back signed */
#define INJANG_RESPONSE_FINDING_DOCUMENT_MISSING 14
/** `document-additional`: a document came back that was not asked for */
#define INJANG_RESPONSE_FINDING_DOCUMENT_ADDITIONAL 15
/** `document-duplicated`: the same document or answer came twice: its id, transaction, signature, signed transaction id or nonce equals that of another */
#define INJANG_RESPONSE_FINDING_DOCUMENT_DUPLICATED 16
/** `document-id-missing`: a signed document has no id, although the product has several documents */
#define INJANG_RESPONSE_FINDING_DOCUMENT_ID_MISSING 17
/** `document-order`: the documents came back in another order than they were asked for */
#define INJANG_RESPONSE_FINDING_DOCUMENT_ORDER 18
/** `signature-absent`: there is no signature: only the provider's unsigned answer was compared */
#define INJANG_RESPONSE_FINDING_SIGNATURE_ABSENT 19
/** `signature-not-base64`: the signed document is not in base64, as the provider documents it */
#define INJANG_RESPONSE_FINDING_SIGNATURE_NOT_BASE64 20
/** `signature-type-differs`: the signatureType is not the one that was asked for */
#define INJANG_RESPONSE_FINDING_SIGNATURE_TYPE_DIFFERS 21
/** `sign-type-differs`: the kind of signature is not the one that was asked for */
#define INJANG_RESPONSE_FINDING_SIGN_TYPE_DIFFERS 22
/** `document-failed`: the signed document is TOTAL-FAILED */
#define INJANG_RESPONSE_FINDING_DOCUMENT_FAILED 23
/** `document-undetermined`: the signed document is INDETERMINATE */
#define INJANG_RESPONSE_FINDING_DOCUMENT_UNDETERMINED 24
/** `signer-differs`: this document was signed with another certificate than most of the others, or no certificate signed most of the documents */
#define INJANG_RESPONSE_FINDING_SIGNER_DIFFERS 25
/** `signers-several`: several signers signed this document */
#define INJANG_RESPONSE_FINDING_SIGNERS_SEVERAL 26
/** `content-malformed`: what was signed does not have the provider's format */
#define INJANG_RESPONSE_FINDING_CONTENT_MALFORMED 27
/** `content-differs`: what was signed is not what was asked for */
#define INJANG_RESPONSE_FINDING_CONTENT_DIFFERS 28
/** `content-encrypted`: what was signed is the encrypted text as it was sent; what the signer saw is unknown */
#define INJANG_RESPONSE_FINDING_CONTENT_ENCRYPTED 29
/** `content-inexact`: what was signed, or what was asked for, has a number that JSON readers may round */
#define INJANG_RESPONSE_FINDING_CONTENT_INEXACT 30
/** `content-missing`: the document has no content, and the request does not give it */
#define INJANG_RESPONSE_FINDING_CONTENT_MISSING 31
/** `content-not-compared`: a member of the request was not compared: what was signed has no member of that name, and no content map names its place */
#define INJANG_RESPONSE_FINDING_CONTENT_NOT_COMPARED 32
/** `content-map-unusable`: the content map names a member that is missing or null in the request */
#define INJANG_RESPONSE_FINDING_CONTENT_MAP_UNUSABLE 33
/** `content-map-unused`: a content map was given, but the provider composes no content for this product */
#define INJANG_RESPONSE_FINDING_CONTENT_MAP_UNUSED 95
/** `tx-id-differs`: the transaction id is not that of the request */
#define INJANG_RESPONSE_FINDING_TX_ID_DIFFERS 34
/** `doc-differs`: the answer's doc is not the doc that was asked for */
#define INJANG_RESPONSE_FINDING_DOC_DIFFERS 35
/** `original-differs`: the original file is not what was asked to be signed */
#define INJANG_RESPONSE_FINDING_ORIGINAL_DIFFERS 36
/** `original-unusable`: the request has no digest to compare the original file with */
#define INJANG_RESPONSE_FINDING_ORIGINAL_UNUSABLE 37
/** `signing-time-outside-transaction`: the claimed signing time is outside the transaction, or after the time of verification */
#define INJANG_RESPONSE_FINDING_SIGNING_TIME_OUTSIDE_TRANSACTION 38
/** `transaction-time-missing`: a time is missing that is needed to tie the signature to this transaction */
#define INJANG_RESPONSE_FINDING_TRANSACTION_TIME_MISSING 39
/** `time-after-verification`: a time of the transaction, of the session or of a short signature is after the time of verification */
#define INJANG_RESPONSE_FINDING_TIME_AFTER_VERIFICATION 40
/** `provider-time-unusable`: the provider's completion time can't be the time of verification */
#define INJANG_RESPONSE_FINDING_PROVIDER_TIME_UNUSABLE 41
/** `revoked-later`: a certificate was revoked after the provider's completion time, which is unsigned */
#define INJANG_RESPONSE_FINDING_REVOKED_LATER 42
/** `nonce-differs`: the nonce in the answer is not the one that was sent */
#define INJANG_RESPONSE_FINDING_NONCE_DIFFERS 43
/** `nonce-missing`: there is no nonce to compare */
#define INJANG_RESPONSE_FINDING_NONCE_MISSING 44
/** `nothing-compared`: nothing of the answer was compared with what was asked: no signature, no nonce and no CI */
#define INJANG_RESPONSE_FINDING_NOTHING_COMPARED 45
/** `ci-not-held`: no CI was given to compare the signer with */
#define INJANG_RESPONSE_FINDING_CI_NOT_HELD 46
/** `ci-not-listed`: the signer is not on the list of CIs */
#define INJANG_RESPONSE_FINDING_CI_NOT_LISTED 47
/** `ci-missing`: the provider gave no CI */
#define INJANG_RESPONSE_FINDING_CI_MISSING 48
/** `ci-differs`: the CI is not that of the person who was to sign */
#define INJANG_RESPONSE_FINDING_CI_DIFFERS 49
/** `ci-malformed`: a CI is not valid, or was decrypted with another key */
#define INJANG_RESPONSE_FINDING_CI_MALFORMED 50
/** `vid-missing`: no VID ties the CI to the certificate, and the CI was sent without integrity protection */
#define INJANG_RESPONSE_FINDING_VID_MISSING 51
/** `vid-unchecked`: there is a VID, but no CI to compare it with */
#define INJANG_RESPONSE_FINDING_VID_UNCHECKED 52
/** `vid-differs`: the VID is not that of this CI and the certificate that signed */
#define INJANG_RESPONSE_FINDING_VID_DIFFERS 53
/** `vid-malformed`: the VID is not valid, or was decrypted with another key */
#define INJANG_RESPONSE_FINDING_VID_MALFORMED 54
/** `vid-undecided`: the signature verified under no certificate, so there is none to compare the VID with */
#define INJANG_RESPONSE_FINDING_VID_UNDECIDED 55
/** `keys-missing`: the keys to decrypt a field were not given */
#define INJANG_RESPONSE_FINDING_KEYS_MISSING 56
/** `field-session-differs`: a field was encrypted in another session than that of this transaction's result */
#define INJANG_RESPONSE_FINDING_FIELD_SESSION_DIFFERS 57
/** `field-session-unclear`: it is not known whether the session in which a field was encrypted is this transaction's */
#define INJANG_RESPONSE_FINDING_FIELD_SESSION_UNCLEAR 58
/** `field-undecryptable`: a field can't be decrypted with the keys that were given */
#define INJANG_RESPONSE_FINDING_FIELD_UNDECRYPTABLE 59
/** `name-differs`: the name is not that of the person who was to sign */
#define INJANG_RESPONSE_FINDING_NAME_DIFFERS 60
/** `phone-differs`: the phone number is not that of the person who was to sign */
#define INJANG_RESPONSE_FINDING_PHONE_DIFFERS 61
/** `birthday-differs`: the birthday is not that of the person who was to sign */
#define INJANG_RESPONSE_FINDING_BIRTHDAY_DIFFERS 62
/** `gender-differs`: the gender is not that of the person who was to sign */
#define INJANG_RESPONSE_FINDING_GENDER_DIFFERS 63
/** `nationality-differs`: the nationality is not that of the person who was to sign */
#define INJANG_RESPONSE_FINDING_NATIONALITY_DIFFERS 64
/** `di-differs`: the DI in the answer is not the one held */
#define INJANG_RESPONSE_FINDING_DI_DIFFERS 65
/** `person-not-held`: no personal data was given to compare the answer's with */
#define INJANG_RESPONSE_FINDING_PERSON_NOT_HELD 66
/** `person-unbound`: no CI was given, and the personal data comes in an answer that is not tied to the signature */
#define INJANG_RESPONSE_FINDING_PERSON_UNBOUND 67
/** `person-word-unknown`: the answer gives the gender or nationality in an unknown word */
#define INJANG_RESPONSE_FINDING_PERSON_WORD_UNKNOWN 94
/** `person-missing`: the answer does not give a personal field that is held or was asked for */
#define INJANG_RESPONSE_FINDING_PERSON_MISSING 68
/** `session-malformed`: the signed document has no usable temporary key or session at the named place */
#define INJANG_RESPONSE_FINDING_SESSION_MALFORMED 69
/** `session-too-long`: the session in the signed document is longer than the 48 hours that the provider allows */
#define INJANG_RESPONSE_FINDING_SESSION_TOO_LONG 70
/** `session-outside`: the short signature is not within the session */
#define INJANG_RESPONSE_FINDING_SESSION_OUTSIDE 71
/** `short-duplicated`: the same short signature was given twice: it counts once */
#define INJANG_RESPONSE_FINDING_SHORT_DUPLICATED 72
/** `short-invalid`: the short signature does not verify under the temporary key */
#define INJANG_RESPONSE_FINDING_SHORT_INVALID 73
/** `short-malformed`: the short signature is not of a valid form */
#define INJANG_RESPONSE_FINDING_SHORT_MALFORMED 74
/** `short-unsupported`: the short signature could not be verified here */
#define INJANG_RESPONSE_FINDING_SHORT_UNSUPPORTED 75
/** `environment-test`: the answer is of the provider's test environment: it proves nothing about a real transaction */
#define INJANG_RESPONSE_FINDING_ENVIRONMENT_TEST 76
/** `time-malformed`: a time does not have the form that the provider documents, and was not used */
#define INJANG_RESPONSE_FINDING_TIME_MALFORMED 77
/** `no-vid`: the provider issues no VID: the CI comes from the provider's answer alone, protected by the session's key */
#define INJANG_RESPONSE_FINDING_NO_VID 78
/** `field-echoed`: a field of the answer repeats what the request sent, or is encrypted in the request's session, so it proves nothing */
#define INJANG_RESPONSE_FINDING_FIELD_ECHOED 79
/** `sign-type-not-asked`: the request names no kind of signature, so any kind was accepted */
#define INJANG_RESPONSE_FINDING_SIGN_TYPE_NOT_ASKED 80
/** `hash-of-hash`: the signature is over the digest as if it were the content */
#define INJANG_RESPONSE_FINDING_HASH_OF_HASH 81
/** `digest-in-hex`: the request gives the digest in hex, where base64 is documented */
#define INJANG_RESPONSE_FINDING_DIGEST_IN_HEX 82
/** `digest-in-base64`: the request gives the digest in base64 */
#define INJANG_RESPONSE_FINDING_DIGEST_IN_BASE64 83
/** `digest-hex-in-base64`: the request gives base64 of the digest's hex digits, where base64 of its octets is documented */
#define INJANG_RESPONSE_FINDING_DIGEST_HEX_IN_BASE64 84
/** `original-not-compared`: only a digest was asked for; the original file was not given to compare */
#define INJANG_RESPONSE_FINDING_ORIGINAL_NOT_COMPARED 85
/** `content-reading`: the way in which what was signed was compared with what was asked for */
#define INJANG_RESPONSE_FINDING_CONTENT_READING 86
/** `content-member`: what was signed has a member beside those that were asked for */
#define INJANG_RESPONSE_FINDING_CONTENT_MEMBER 87
/** `request-tx-id-differs`: the request's document names another transaction id than the request itself */
#define INJANG_RESPONSE_FINDING_REQUEST_TX_ID_DIFFERS 88
/** `unknown-member`: a member that the provider does not document was not checked */
#define INJANG_RESPONSE_FINDING_UNKNOWN_MEMBER 89
/** `field-not-null`: a field that is always null in the provider's guide has a value, which was not checked */
#define INJANG_RESPONSE_FINDING_FIELD_NOT_NULL 90
/** `limit-passed`: the request exceeds a limit of the provider's guide */
#define INJANG_RESPONSE_FINDING_LIMIT_PASSED 91
/** `count-differs`: the count that was prepared is not the number of documents that the request asks for */
#define INJANG_RESPONSE_FINDING_COUNT_DIFFERS 92
/** `transaction-not-signed`: what was signed names neither this transaction nor a time: the same signature under another transaction would look the same */
#define INJANG_RESPONSE_FINDING_TRANSACTION_NOT_SIGNED 96
/** `no-short-signatures`: no short signatures were given */
#define INJANG_RESPONSE_FINDING_NO_SHORT_SIGNATURES 93
/** @} */

/**
 * @defgroup injang_effect INJANG_EFFECT_…
 * The values of `effect`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_EFFECT 31
/** `noted`: reported, without an effect on the decision */
#define INJANG_EFFECT_NOTED 1
/** `waived`: waived by the caller */
#define INJANG_EFFECT_WAIVED 2
/** `undetermined`: the decision is UNDETERMINED at best */
#define INJANG_EFFECT_UNDETERMINED 3
/** `rejected`: the decision is REJECTED */
#define INJANG_EFFECT_REJECTED 4
/** @} */

/**
 * @defgroup injang_waiver INJANG_WAIVER_…
 * The values of `waiver`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_WAIVER 32
/** `ci`: the CI */
#define INJANG_WAIVER_CI 1
/** `content`: the comparison of the content */
#define INJANG_WAIVER_CONTENT 2
/** `person`: name, phone number and the like */
#define INJANG_WAIVER_PERSON 3
/** `receipt`: the provider's receipt */
#define INJANG_WAIVER_RECEIPT 4
/** `request`: the request */
#define INJANG_WAIVER_REQUEST 5
/** `revoked-later`: revocation after the provider's completion time */
#define INJANG_WAIVER_REVOKED_LATER 6
/** `signature`: the signature */
#define INJANG_WAIVER_SIGNATURE 7
/** `status`: the provider's status */
#define INJANG_WAIVER_STATUS 8
/** `time`: the signing time */
#define INJANG_WAIVER_TIME 9
/** `vid`: the VID */
#define INJANG_WAIVER_VID 10
/** @} */

/**
 * @defgroup injang_match INJANG_MATCH_…
 * The values of `match`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_MATCH 33
/** `not-compared`: not compared */
#define INJANG_MATCH_NOT_COMPARED 1
/** `matched`: the same */
#define INJANG_MATCH_MATCHED 2
/** `mismatched`: different */
#define INJANG_MATCH_MISMATCHED 3
/** @} */

/**
 * @defgroup injang_person_field INJANG_PERSON_FIELD_…
 * The values of `person-field`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_PERSON_FIELD 34
/** `name`: name */
#define INJANG_PERSON_FIELD_NAME 1
/** `phone`: phone number */
#define INJANG_PERSON_FIELD_PHONE 2
/** `birthday`: birthday */
#define INJANG_PERSON_FIELD_BIRTHDAY 3
/** `gender`: gender */
#define INJANG_PERSON_FIELD_GENDER 4
/** `nationality`: nationality */
#define INJANG_PERSON_FIELD_NATIONALITY 5
/** `di`: DI */
#define INJANG_PERSON_FIELD_DI 6
/** @} */

/**
 * @defgroup injang_provider INJANG_PROVIDER_…
 * The values of `provider`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_PROVIDER 35
/** `kakao`: Kakao */
#define INJANG_PROVIDER_KAKAO 1
/** `barocert`: Barocert */
#define INJANG_PROVIDER_BAROCERT 2
/** `toss`: Toss */
#define INJANG_PROVIDER_TOSS 3
/** @} */

/**
 * @defgroup injang_product INJANG_PRODUCT_…
 * The values of `product`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_PRODUCT 36
/** `K3510`: one document */
#define INJANG_PRODUCT_K3510 1
/** `K3520`: one document */
#define INJANG_PRODUCT_K3520 2
/** `K3511`: several documents */
#define INJANG_PRODUCT_K3511 3
/** `K3521`: several documents */
#define INJANG_PRODUCT_K3521 4
/** `K3110`: debit agreement */
#define INJANG_PRODUCT_K3110 5
/** `K3120`: debit agreement */
#define INJANG_PRODUCT_K3120 6
/** `K1110`: no signature */
#define INJANG_PRODUCT_K1110 7
/** `K1120`: no signature */
#define INJANG_PRODUCT_K1120 8
/** `K2100`: no signature */
#define INJANG_PRODUCT_K2100 9
/** `K2220`: short signatures */
#define INJANG_PRODUCT_K2220 10
/** `K3220`: short signatures */
#define INJANG_PRODUCT_K3220 11
/** `kakao-identity`: identification */
#define INJANG_PRODUCT_KAKAO_IDENTITY 12
/** `kakao-sign`: one document */
#define INJANG_PRODUCT_KAKAO_SIGN 13
/** `kakao-multi-sign`: several documents */
#define INJANG_PRODUCT_KAKAO_MULTI_SIGN 14
/** `kakao-cms`: debit agreement */
#define INJANG_PRODUCT_KAKAO_CMS 15
/** `kakao-login`: login */
#define INJANG_PRODUCT_KAKAO_LOGIN 16
/** `naver-identity`: identification */
#define INJANG_PRODUCT_NAVER_IDENTITY 17
/** `naver-sign`: one document */
#define INJANG_PRODUCT_NAVER_SIGN 18
/** `naver-multi-sign`: several documents */
#define INJANG_PRODUCT_NAVER_MULTI_SIGN 19
/** `naver-cms`: debit agreement */
#define INJANG_PRODUCT_NAVER_CMS 20
/** `sign`: one document */
#define INJANG_PRODUCT_SIGN 21
/** @} */

/**
 * @defgroup injang_environment INJANG_ENVIRONMENT_…
 * The values of `environment`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_ENVIRONMENT 37
/** `production`: production */
#define INJANG_ENVIRONMENT_PRODUCTION 1
/** `test`: test */
#define INJANG_ENVIRONMENT_TEST 2
/** @} */

/**
 * @defgroup injang_role INJANG_ROLE_…
 * The values of `role`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_ROLE 38
/** `receipt`: the provider's answer to the request */
#define INJANG_ROLE_RECEIPT 1
/** `status`: the provider's answer about the status */
#define INJANG_ROLE_STATUS 2
/** `identify`: Kakao's answer to identify */
#define INJANG_ROLE_IDENTIFY 3
/** `prepare`: the request to Kakao's prepare */
#define INJANG_ROLE_PREPARE 4
/** @} */

/**
 * @defgroup injang_verification_time INJANG_VERIFICATION_TIME_…
 * The values of `verification-time`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_VERIFICATION_TIME 39
/** `caller`: the time that the caller gives */
#define INJANG_VERIFICATION_TIME_CALLER 1
/** `clock`: the caller's clock */
#define INJANG_VERIFICATION_TIME_CLOCK 3
/** `provider-completion`: the provider's completion time */
#define INJANG_VERIFICATION_TIME_PROVIDER_COMPLETION 2
/** @} */

/**
 * @defgroup injang_provider_time_fault INJANG_PROVIDER_TIME_FAULT_…
 * The values of `provider-time-fault`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_PROVIDER_TIME_FAULT 40
/** `missing`: no answer of this transaction gives it */
#define INJANG_PROVIDER_TIME_FAULT_MISSING 1
/** `request-missing`: no answer of this transaction gives the time of the request */
#define INJANG_PROVIDER_TIME_FAULT_REQUEST_MISSING 2
/** `several`: two answers give two times */
#define INJANG_PROVIDER_TIME_FAULT_SEVERAL 3
/** `after-now`: it is after now */
#define INJANG_PROVIDER_TIME_FAULT_AFTER_NOW 4
/** `before-request`: it is before the request */
#define INJANG_PROVIDER_TIME_FAULT_BEFORE_REQUEST 5
/** @} */

/**
 * @defgroup injang_time_form INJANG_TIME_FORM_…
 * The values of `time-form`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_TIME_FORM 41
/** `rfc3339`: RFC 3339, with its zone */
#define INJANG_TIME_FORM_RFC3339 1
/** `epoch-seconds`: seconds since 1970, UTC */
#define INJANG_TIME_FORM_EPOCH_SECONDS 2
/** `epoch-milliseconds`: milliseconds since 1970, UTC */
#define INJANG_TIME_FORM_EPOCH_MILLISECONDS 3
/** `kst`: date and time of Korea, without a zone */
#define INJANG_TIME_FORM_KST 4
/** @} */

/**
 * @defgroup injang_detail INJANG_DETAIL_…
 * The values of `detail`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_DETAIL 42
/** `provider-code`: the provider's error code */
#define INJANG_DETAIL_PROVIDER_CODE 1
/** `form`: what is wrong with a text */
#define INJANG_DETAIL_FORM 2
/** `sub-indication`: why a document did not pass */
#define INJANG_DETAIL_SUB_INDICATION 3
/** `member`: a member, as a JSON pointer */
#define INJANG_DETAIL_MEMBER 4
/** `would-match`: the VID layout that would match */
#define INJANG_DETAIL_WOULD_MATCH 5
/** `reading`: how something was read */
#define INJANG_DETAIL_READING 6
/** `times`: times of signature and transaction */
#define INJANG_DETAIL_TIMES 7
/** `provider-time`: why the provider's time can't be used */
#define INJANG_DETAIL_PROVIDER_TIME 8
/** `whose`: whose it is */
#define INJANG_DETAIL_WHOSE 9
/** `limit`: the limit that is passed */
#define INJANG_DETAIL_LIMIT 10
/** `provider-status`: which other file says it, and the provider's error code */
#define INJANG_DETAIL_PROVIDER_STATUS 11
/** @} */

/**
 * @defgroup injang_whose INJANG_WHOSE_…
 * The values of `whose`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_WHOSE 43
/** `held`: the one held */
#define INJANG_WHOSE_HELD 1
/** `request`: the request's */
#define INJANG_WHOSE_REQUEST 2
/** `answer`: the answer's */
#define INJANG_WHOSE_ANSWER 3
/** @} */

/**
 * @defgroup injang_unit INJANG_UNIT_…
 * The values of `unit`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_UNIT 44
/** `characters`: characters */
#define INJANG_UNIT_CHARACTERS 1
/** `documents`: documents */
#define INJANG_UNIT_DOCUMENTS 2
/** `seconds`: seconds */
#define INJANG_UNIT_SECONDS 3
/** @} */

/**
 * @defgroup injang_input INJANG_INPUT_…
 * The values of `input`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_INPUT 45
/** `answer`: the answer */
#define INJANG_INPUT_ANSWER 1
/** `request`: the request */
#define INJANG_INPUT_REQUEST 2
/** `prepare`: what was sent to Kakao's prepare */
#define INJANG_INPUT_PREPARE 3
/** `receipt`: the provider's answer to the request */
#define INJANG_INPUT_RECEIPT 4
/** `status`: the provider's answer about the status */
#define INJANG_INPUT_STATUS 5
/** `result-request`: what was sent to Toss to get the result */
#define INJANG_INPUT_RESULT_REQUEST 6
/** `identify`: Kakao's answer to identify */
#define INJANG_INPUT_IDENTIFY 7
/** `keys`: the keys of encrypted fields */
#define INJANG_INPUT_KEYS 8
/** `ci`: the CI that is held */
#define INJANG_INPUT_CI 9
/** `ci-list`: the CIs of many persons */
#define INJANG_INPUT_CI_LIST 10
/** `person`: what is held about the person beside the CI */
#define INJANG_INPUT_PERSON 11
/** `original`: the original file */
#define INJANG_INPUT_ORIGINAL 12
/** `digest-reading`: what the digest is that was asked to be signed */
#define INJANG_INPUT_DIGEST_READING 13
/** `content-map`: the content map */
#define INJANG_INPUT_CONTENT_MAP 14
/** `nonce-paths`: where the nonce stands */
#define INJANG_INPUT_NONCE_PATHS 15
/** `short-signatures`: the short signatures */
#define INJANG_INPUT_SHORT_SIGNATURES 16
/** `session-paths`: where key and session stand in what was signed */
#define INJANG_INPUT_SESSION_PATHS 17
/** `product`: the product */
#define INJANG_INPUT_PRODUCT 18
/** `sign-type`: the kind of signature */
#define INJANG_INPUT_SIGN_TYPE 19
/** `vid-layout`: the layout of the VID */
#define INJANG_INPUT_VID_LAYOUT 20
/** `at`: the time of verification */
#define INJANG_INPUT_AT 21
/** `anchors`: the trust anchors */
#define INJANG_INPUT_ANCHORS 22
/** `revocation-data`: CRLs and OCSP responses */
#define INJANG_INPUT_REVOCATION_DATA 23
/** @} */

/**
 * @defgroup injang_remedy INJANG_REMEDY_…
 * The values of `remedy`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_REMEDY 46
/** `give`: give what is missing */
#define INJANG_REMEDY_GIVE 1
/** `ask-again`: ask the provider or the person again */
#define INJANG_REMEDY_ASK_AGAIN 2
/** `do-not-rely`: do not rely on the answer */
#define INJANG_REMEDY_DO_NOT_RELY 3
/** `nothing`: nothing can be done here */
#define INJANG_REMEDY_NOTHING 4
/** @} */

/**
 * @defgroup injang_form_fault INJANG_FORM_FAULT_…
 * The values of `form-fault`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_FORM_FAULT 47
/** `size`: larger than 32 MiB */
#define INJANG_FORM_FAULT_SIZE 1
/** `empty`: there is nothing in it */
#define INJANG_FORM_FAULT_EMPTY 2
/** `truncated`: it ends within a value */
#define INJANG_FORM_FAULT_TRUNCATED 3
/** `syntax`: no JSON */
#define INJANG_FORM_FAULT_SYNTAX 4
/** `encoding`: not in UTF-8 */
#define INJANG_FORM_FAULT_ENCODING 5
/** `duplicate-key`: a key stands twice in one object */
#define INJANG_FORM_FAULT_DUPLICATE_KEY 6
/** `depth`: nested too deep */
#define INJANG_FORM_FAULT_DEPTH 7
/** `count`: too many values */
#define INJANG_FORM_FAULT_COUNT 8
/** `not-text`: must be a text */
#define INJANG_FORM_FAULT_NOT_TEXT 9
/** `not-object`: must be an object */
#define INJANG_FORM_FAULT_NOT_OBJECT 10
/** `not-array`: must be an array */
#define INJANG_FORM_FAULT_NOT_ARRAY 11
/** `not-boolean`: must be true or false */
#define INJANG_FORM_FAULT_NOT_BOOLEAN 12
/** `not-integer`: must be a whole number */
#define INJANG_FORM_FAULT_NOT_INTEGER 13
/** `missing`: must be there */
#define INJANG_FORM_FAULT_MISSING 14
/** `unknown`: a value that the provider does not document */
#define INJANG_FORM_FAULT_UNKNOWN 15
/** `unknown-member`: a member that is not known */
#define INJANG_FORM_FAULT_UNKNOWN_MEMBER 16
/** `form`: not of the form that it must have */
#define INJANG_FORM_FAULT_FORM 17
/** `identifier`: an identifier has 1 to 128 letters, digits, '.', '_' and '-' */
#define INJANG_FORM_FAULT_IDENTIFIER 18
/** `both`: excludes another member that is there too */
#define INJANG_FORM_FAULT_BOTH 19
/** `too-many`: more documents than the product has */
#define INJANG_FORM_FAULT_TOO_MANY 20
/** `repeated`: two documents have the same identifier */
#define INJANG_FORM_FAULT_REPEATED 21
/** `key`: no usable key, IV or session */
#define INJANG_FORM_FAULT_KEY 22
/** `signed-document`: a signed document stands in it, so that it is the result and no other answer */
#define INJANG_FORM_FAULT_SIGNED_DOCUMENT 23
/** `escaped`: secrets must be written without escapes */
#define INJANG_FORM_FAULT_ESCAPED 24
/** `none-with-plain-hash`: NONE does not go with document_type PLAIN_HASH, where a digest is signed */
#define INJANG_FORM_FAULT_NONE_WITH_PLAIN_HASH 25
/** `gender`: must be one of M, F, MALE, FEMALE, 남, 여, 남자, 여자, 남성 and 여성, in any letter case */
#define INJANG_FORM_FAULT_GENDER 26
/** `nationality`: must be one of LOCAL, DOMESTIC, 내국인, FOREIGNER, FOREIGN and 외국인, in any letter case */
#define INJANG_FORM_FAULT_NATIONALITY 27
/** `same-key`: it has the key of another session: each session has a key of its own */
#define INJANG_FORM_FAULT_SAME_KEY 28
/** `names-nobody`: names nobody: it has neither ci nor a field about a person such as receiver_name */
#define INJANG_FORM_FAULT_NAMES_NOBODY 29
/** `plain-hash`: must be a digest in hex or base64, of the length that hash_type says (SHA256 if it is not there: 64 hex digits, or 44 characters of base64) */
#define INJANG_FORM_FAULT_PLAIN_HASH 30
/** `digest`: must be base64 of a digest of the file */
#define INJANG_FORM_FAULT_DIGEST 31
/** @} */

/**
 * @defgroup injang_cipher_error INJANG_CIPHER_ERROR_…
 * The values of `cipher-error`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_CIPHER_ERROR 48
/** `key-length`: the key is not base64 of the length that the algorithm has */
#define INJANG_CIPHER_ERROR_KEY_LENGTH 1
/** `iv-length`: the IV is not base64 of the length that the algorithm has */
#define INJANG_CIPHER_ERROR_IV_LENGTH 2
/** `size`: the field is larger than the limit */
#define INJANG_CIPHER_ERROR_SIZE 3
/** `not-base64`: the field is not base64 */
#define INJANG_CIPHER_ERROR_NOT_BASE64 4
/** `length`: the ciphertext has a length that its algorithm does not make */
#define INJANG_CIPHER_ERROR_LENGTH 5
/** `padding`: the padding is wrong: another key, or a damaged field */
#define INJANG_CIPHER_ERROR_PADDING 6
/** `integrity`: the field is not authentic: another key, or changed on its way */
#define INJANG_CIPHER_ERROR_INTEGRITY 7
/** `session-form`: the session or the field has not the parts that it must have */
#define INJANG_CIPHER_ERROR_SESSION_FORM 8
/** `session-unknown`: the field belongs to a session that was not given */
#define INJANG_CIPHER_ERROR_SESSION_UNKNOWN 9
/** `session-version`: the version of the session or the field is not known */
#define INJANG_CIPHER_ERROR_SESSION_VERSION 10
/** @} */

/**
 * @defgroup injang_wrapping INJANG_WRAPPING_…
 * The values of `wrapping`.
 * @{
 */
/** The number of this table, for injang_code_name(). */
#define INJANG_TABLE_WRAPPING 49
/** `single`: base64 of the ciphertext */
#define INJANG_WRAPPING_SINGLE 1
/** `double`: base64 of the base64 of the ciphertext */
#define INJANG_WRAPPING_DOUBLE 2
/** @} */

/**
 * Done; of functions that judge: accepted. The only code that lets a document pass.
 */
#define INJANG_OK 0

/**
 * Of functions that judge: TOTAL-FAILED, an identity that does not match, or REJECTED.
 */
#define INJANG_REJECTED 1

/**
 * Of functions that judge: INDETERMINATE, an identity that could not be decided, or UNDETERMINED.
 */
#define INJANG_UNDETERMINED 2

/**
 * An argument can't be taken: NULL, a length over PTRDIFF_MAX, an unknown number, text that is not
 * UTF-8, a builder that was built already, parts that do not go together. Nothing was done.
 */
#define INJANG_E_ARGUMENT 64

/**
 * Octets or JSON can't be read: a certificate, a CRL, an OCSP response, a request, keys. Nothing was
 * done. A signed document or a provider's answer that can't be read is no error: it is rejected.
 */
#define INJANG_E_INPUT 65

/**
 * A bug in the library. Nothing was decided.
 */
#define INJANG_E_BUG 70

/**
 * There is no memory for a buffer that grows with the input. Nothing was decided.
 */
#define INJANG_E_MEMORY 71

/**
 * The version of the ABI that this library implements.
 */
#define INJANG_ABI_VERSION 1

/**
 * Certificates tried for one signer; default 8.
 */
#define INJANG_BUDGET_CANDIDATES 1

/**
 * Certificates between the signer's and the anchor's; default 16.
 */
#define INJANG_BUDGET_DEPTH 2

/**
 * Certificates and anchors of one name that are tried as an issuer; default 32.
 */
#define INJANG_BUDGET_ISSUERS 3

/**
 * Paths validated for one certificate; default 64.
 */
#define INJANG_BUDGET_PATHS 4

/**
 * CRLs and OCSP responses of the document that are looked at for one certificate; default 256.
 */
#define INJANG_BUDGET_EVIDENCE 5

/**
 * Signatures verified for one document; default 2048.
 */
#define INJANG_BUDGET_SIGNATURES 6

/**
 * Octets of the messages under those signatures; default 64 MiB.
 */
#define INJANG_BUDGET_OCTETS 7

/**
 * Octets touched for each octet of the document and its content; default 64.
 */
#define INJANG_BUDGET_WORK 8

/**
 * Levels of nesting; default and most 64.
 */
#define INJANG_LIMIT_DEPTH 1

/**
 * Octets of a document; default 1 GiB.
 */
#define INJANG_LIMIT_SIZE 2

/**
 * Elements outside certificates and CRLs; default four million.
 */
#define INJANG_LIMIT_ELEMENTS 3

/**
 * Signers, certificates and digest algorithms, each; default 256.
 */
#define INJANG_LIMIT_ENTRIES 4

/**
 * CRLs and OCSP responses in the document; default 4096.
 */
#define INJANG_LIMIT_REVOCATION_INFOS 5

/**
 * Octets of a VID.
 */
#define INJANG_VID_SIZE 32

/**
 * Characters of a VID as text at most, with the NUL behind them.
 */
#define INJANG_VID_TEXT_SIZE 65

/**
 * What was decided over an answer of a provider, or over several. It owns everything it tells.
 * Immutable: any number of threads may read it. What its functions lend lives as long as the decision.
 */
typedef struct injang_decision injang_decision;

/**
 * Why a function returned a code of 64 or more. Immutable: any number of threads may read it.
 */
typedef struct injang_error injang_error;

/**
 * An answer of a provider, and all that it is held against. What is not given is missing, and the
 * decision says so; none of it has a default that accepts. One thread at a time; while nobody changes
 * it, any number of threads.
 */
typedef struct injang_exchange injang_exchange;

/**
 * What is in a signed document, or in a file with certificates, CRLs and OCSP responses. Nothing of it
 * was verified. Immutable: any number of threads may read it.
 */
typedef struct injang_inspection injang_inspection;

/**
 * Makes one policy: whom to trust, how strictly, and with which revocation data. One thread at a time.
 */
typedef struct injang_policy_builder injang_policy_builder;

/**
 * What all documents are judged by. Immutable: any number of threads may use one at the same time.
 */
typedef struct injang_policy injang_policy;

/**
 * What came out of one document. It owns everything it tells. Immutable: any number of threads may
 * read it. What its functions lend lives as long as the report.
 */
typedef struct injang_report injang_report;

/**
 * What is asked of one document: time, kind of signature, claim. It can be used for many documents,
 * by one thread at a time; while nobody changes it, by any number of threads.
 */
typedef struct injang_request injang_request;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Version of the ABI of the library that is loaded. A program compares it with
 * `INJANG_ABI_VERSION` of the header that it was compiled with: a library whose number is the same
 * has every function of that header, or more.
 *
 * Any thread.
 */
uint32_t injang_abi_version(void);

/**
 * Version of the library, such as `0.1.0`.
 *
 * Any thread. The text is static: never free it.
 */
const char *injang_version(void);

/**
 * The stable name of a value, as it stands in reports and in `docs/codes.md`: `TOTAL-PASSED` for
 * `INJANG_TABLE_VERDICT` and 1. NULL if this library knows no such value, as of a later one.
 *
 * `table` is an `INJANG_TABLE_…`. Any thread. The text is static: never free it.
 */
const char *injang_code_name(int32_t table, int32_t number);

/**
 * What a value says, in English or Korean. A word in braces stands for a value that a report fills in.
 * NULL if this library knows no such value.
 *
 * `table` is an `INJANG_TABLE_…`, `lang` an `INJANG_LANGUAGE_…`. Any thread. The text is static:
 * never free it.
 */
const char *injang_code_sentence(int32_t table,
                                 int32_t number,
                                 int32_t lang);

/**
 * The number of a value by its stable name, such as the `ci-serial` of `INJANG_TABLE_VID_LAYOUT` in a
 * file with settings; -1 if there is none, or if `name` is NULL.
 *
 * `table` is an `INJANG_TABLE_…`; `name` has `name_length` characters. Any thread.
 */
int32_t injang_code_number(int32_t table,
                           const char *name,
                           size_t name_length);

/**
 * The code that the function returned: `INJANG_E_ARGUMENT`, `INJANG_E_INPUT`, `INJANG_E_BUG` or
 * `INJANG_E_MEMORY`; 0 of NULL.
 *
 * Any thread.
 */
int32_t injang_error_code(const injang_error *error);

/**
 * The name of the parameter that the error is about, as it stands in this header; NULL if it is about
 * none.
 *
 * Any thread. The text lives as long as the error.
 */
const char *injang_error_parameter(const injang_error *error);

/**
 * What is wrong and what to do about it, in one line that begins with the parameter's name. Neither a
 * CI nor a name nor content stands in it, so it may be logged.
 *
 * `lang` is `INJANG_LANGUAGE_EN` or `INJANG_LANGUAGE_KO`. `length` may be NULL. NULL for an unknown
 * language or without an error. Any thread. The text lives as long as the error.
 */
const char *injang_error_message(const injang_error *error,
                                 int32_t lang,
                                 size_t *length);

/**
 * The rule of the syntax that octets break, as `INJANG_ERROR_KIND_…`; 0 if the error is about no
 * octets.
 *
 * Any thread.
 */
int32_t injang_error_kind(const injang_error *error);

/**
 * At which octet that rule is broken; `INJANG_NONE` if the error is about no octets.
 *
 * Any thread.
 */
size_t injang_error_offset(const injang_error *error);

/**
 * The rule that a JSON text breaks, as `INJANG_FORM_FAULT_…`; 0 if the error is about no JSON.
 *
 * Any thread.
 */
int32_t injang_error_format_rule(const injang_error *error);

/**
 * Frees an error. NULL is nothing to free. A pointer may be freed once: set it to NULL afterwards.
 */
void injang_error_free(injang_error *error);

/**
 * Makes a builder of a policy that trusts nobody yet.
 *
 * `revocation` has no default: `INJANG_REVOCATION_MODE_REQUIRE` (every certificate below the trust
 * anchor must be shown not to have been revoked, by a fresh CRL or OCSP response) or
 * `INJANG_REVOCATION_MODE_NONE` (not checked, and every report says so).
 *
 * `*builder` becomes the caller's, to be freed by injang_policy_builder_free(); it is overwritten, and
 * NULL after an error. `error` may be NULL. INJANG_E_ARGUMENT: NULL or an unknown number. Any thread.
 */
int32_t injang_policy_builder_new(int32_t revocation,
                                  injang_policy_builder **builder,
                                  injang_error **error);

/**
 * Trusts the certificates in these octets: DER, base64 or hex of it, PEM with any number of blocks, or
 * a list of certificates (.p7b). Name and key of each are a trust anchor. Nothing of them is verified:
 * compare their fingerprints with what the authority publishes first.
 *
 * The octets are copied. `error` may be NULL. INJANG_E_INPUT: no certificate, or one that can't be
 * read; then nothing was added. INJANG_E_ARGUMENT: NULL, or the builder was built already.
 */
int32_t injang_policy_builder_add_trust(injang_policy_builder *builder,
                                        const uint8_t *octets,
                                        size_t octets_length,
                                        injang_error **error);

/**
 * Trusts a name and a key: DER of a Name and of a SubjectPublicKeyInfo.
 *
 * The octets are copied. `error` may be NULL. INJANG_E_INPUT: octets that can't be read; then nothing
 * was added. INJANG_E_ARGUMENT: NULL, or the builder was built already.
 */
int32_t injang_policy_builder_add_trust_key(injang_policy_builder *builder,
                                            const uint8_t *name,
                                            size_t name_length,
                                            const uint8_t *public_key,
                                            size_t public_key_length,
                                            injang_error **error);

/**
 * Adds certificates of authorities to build paths with, in any form that
 * injang_policy_builder_add_trust() takes. None of them is trusted for being here.
 *
 * The octets are copied. `error` may be NULL. INJANG_E_INPUT: no certificate, or one that can't be
 * read; then nothing was added. INJANG_E_ARGUMENT: NULL, or the builder was built already.
 */
int32_t injang_policy_builder_add_intermediates(injang_policy_builder *builder,
                                                const uint8_t *octets,
                                                size_t octets_length,
                                                injang_error **error);

/**
 * Adds CRLs and OCSP responses: DER, base64 or hex of it, PEM with any number of blocks, or a list
 * (.p7b) that has some. They are told apart by what is in them.
 *
 * The octets are copied. `error` may be NULL. INJANG_E_INPUT: none, or one that can't be read; then
 * nothing was added. INJANG_E_ARGUMENT: NULL, or the builder was built already.
 */
int32_t injang_policy_builder_add_revocation_data(injang_policy_builder *builder,
                                                  const uint8_t *octets,
                                                  size_t octets_length,
                                                  injang_error **error);

/**
 * Adds certificates of OCSP responders that are trusted to answer about any certificate by local
 * configuration (RFC 6960 4.2.2.2), as Toss's responder needs.
 *
 * The octets are copied. `error` may be NULL. INJANG_E_INPUT: no certificate, or one that can't be
 * read; then nothing was added. INJANG_E_ARGUMENT: NULL, or the builder was built already.
 */
int32_t injang_policy_builder_add_ocsp_responders(injang_policy_builder *builder,
                                                  const uint8_t *octets,
                                                  size_t octets_length,
                                                  injang_error **error);

/**
 * How deviations from the standards are taken: `INJANG_PROFILE_STANDARD` (the default) or
 * `INJANG_PROFILE_STRICT`.
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, an unknown number, or the builder was built already.
 */
int32_t injang_policy_builder_set_profile(injang_policy_builder *builder,
                                          int32_t profile,
                                          injang_error **error);

/**
 * Whether SHA-1 counts: 1 or 0 (the default).
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, another number, or the builder was built already.
 */
int32_t injang_policy_builder_set_accept_sha1(injang_policy_builder *builder,
                                              int32_t accept,
                                              injang_error **error);

/**
 * The least bits of an RSA modulus that count; default 2048.
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, or the builder was built already.
 */
int32_t injang_policy_builder_set_least_rsa_bits(injang_policy_builder *builder,
                                                 size_t bits,
                                                 injang_error **error);

/**
 * Whether the certificates of the trust anchors constrain what is below them (RFC 5937): 1 or 0 (the
 * default).
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, another number, or the builder was built already.
 */
int32_t injang_policy_builder_set_anchor_constraints(injang_policy_builder *builder,
                                                     int32_t apply,
                                                     injang_error **error);

/**
 * Adds a certificate policy that is acceptable (RFC 5280 6.1.1 c), in dotted form; without any, all
 * are. Naming one makes a policy required along the whole path, unless
 * injang_policy_builder_set_explicit_policy() says no.
 *
 * The text is copied. `error` may be NULL. INJANG_E_ARGUMENT: NULL, no object identifier, or the
 * builder was built already.
 */
int32_t injang_policy_builder_add_acceptable_policy(injang_policy_builder *builder,
                                                    const char *oid,
                                                    size_t oid_length,
                                                    injang_error **error);

/**
 * Whether a path must have a valid policy (RFC 5280 6.1.1 f): 1 or 0; default 1 where acceptable
 * policies are named, 0 where none is.
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, another number, or the builder was built already.
 */
int32_t injang_policy_builder_set_explicit_policy(injang_policy_builder *builder,
                                                  int32_t require,
                                                  injang_error **error);

/**
 * Whether no authority may map one policy to another (RFC 5280 6.1.1 e): 1 or 0 (the default).
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, another number, or the builder was built already.
 */
int32_t injang_policy_builder_set_inhibit_policy_mapping(injang_policy_builder *builder,
                                                         int32_t inhibit,
                                                         injang_error **error);

/**
 * Whether anyPolicy in a certificate stands for no other policy (RFC 5280 6.1.1 g): 1 or 0 (the
 * default).
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, another number, or the builder was built already.
 */
int32_t injang_policy_builder_set_inhibit_any_policy(injang_policy_builder *builder,
                                                     int32_t inhibit,
                                                     injang_error **error);

/**
 * Adds a policy, in dotted form, one of which the signer's own certificate must assert, whatever the
 * path says; without any, none is asked for.
 *
 * The text is copied. `error` may be NULL. INJANG_E_ARGUMENT: NULL, no object identifier, or the
 * builder was built already.
 */
int32_t injang_policy_builder_add_signer_policy(injang_policy_builder *builder,
                                                const char *oid,
                                                size_t oid_length,
                                                injang_error **error);

/**
 * The purpose (extKeyUsage), in dotted form, that the signer's certificate must allow if it is
 * restricted to some; default any.
 *
 * The text is copied. `error` may be NULL. INJANG_E_ARGUMENT: NULL, no object identifier, or the
 * builder was built already.
 */
int32_t injang_policy_builder_set_purpose(injang_policy_builder *builder,
                                          const char *oid,
                                          size_t oid_length,
                                          injang_error **error);

/**
 * A bound on the work that one document may cause, as `INJANG_BUDGET_…`. Every bound that is not the
 * default stands in every report.
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, an unknown bound, a value that this machine can't
 * count to, or the builder was built already.
 */
int32_t injang_policy_builder_set_budget(injang_policy_builder *builder,
                                         int32_t bound,
                                         uint64_t value,
                                         injang_error **error);

/**
 * About how many verified signatures on certificates and CRLs are remembered, at 128 octets each;
 * default 4096, none by 0. No report depends on it.
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, or the builder was built already.
 */
int32_t injang_policy_builder_set_cache_size(injang_policy_builder *builder,
                                             size_t signatures,
                                             injang_error **error);

/**
 * Makes the policy and uses the builder up: from here on it is only to be freed, and every other call
 * with it is INJANG_E_ARGUMENT. Without a trust anchor the policy passes no document.
 *
 * `*policy` becomes the caller's, to be freed by injang_policy_free(); it is overwritten, and NULL
 * after an error. `error` may be NULL. INJANG_E_ARGUMENT: NULL, or the builder was built already.
 */
int32_t injang_policy_builder_build(injang_policy_builder *builder,
                                    injang_policy **policy,
                                    injang_error **error);

/**
 * Frees a builder. NULL is nothing to free. A pointer may be freed once: set it to NULL afterwards.
 */
void injang_policy_builder_free(injang_policy_builder *builder);

/**
 * The same policy with other CRLs and OCSP responses in place of its own: for a server that fetches
 * them every hour. Signatures that have verified are not verified again.
 *
 * `pieces` and `lengths` have `count` entries each: octets in any form that
 * injang_policy_builder_add_revocation_data() takes. Both may be NULL if `count` is 0. The octets are
 * copied; `policy` stays as it is.
 *
 * `*renewed` becomes the caller's, to be freed by injang_policy_free(); it is overwritten, and NULL
 * after an error. `error` may be NULL. INJANG_E_INPUT: a piece that can't be read. INJANG_E_ARGUMENT:
 * NULL. Any thread.
 */
int32_t injang_policy_with_revocation_data(const injang_policy *policy,
                                           const uint8_t *const *pieces,
                                           const size_t *lengths,
                                           size_t count,
                                           injang_policy **renewed,
                                           injang_error **error);

/**
 * Another handle to the same policy, in a few nanoseconds: so that a thread can go on with a policy
 * while another thread replaces and frees its own handle.
 *
 * `*copy` becomes the caller's, to be freed by injang_policy_free(); it is overwritten, and NULL after
 * an error. `error` may be NULL. INJANG_E_ARGUMENT: NULL. Any thread.
 */
int32_t injang_policy_clone(const injang_policy *policy,
                            injang_policy **copy,
                            injang_error **error);

/**
 * The text of which injang_report_policy_sha256() is the SHA-256: all settings, and every trust
 * anchor, certificate, CRL and OCSP response by its SHA-256.
 *
 * `length` may be NULL. NULL for NULL. Any thread. The text lives as long as the policy.
 */
const char *injang_policy_manifest(const injang_policy *policy, size_t *length);

/**
 * Frees a policy. NULL is nothing to free. No call may be using this handle any more; reports and
 * decisions that were made with it outlive it. A pointer may be freed once: set it to NULL afterwards.
 */
void injang_policy_free(injang_policy *policy);

/**
 * Makes a request that judges at this time, in seconds since 1970-01-01T00:00:00Z: the content inside
 * the document, any kind of signature, and no claim about who signed.
 *
 * The time has no default. It is the one at which the signature is known to have existed, best the one
 * at which the document was received: a signature that is judged years later by the clock fails when
 * its certificate expires.
 *
 * `*request` becomes the caller's, to be freed by injang_request_free(); it is overwritten, and NULL
 * after an error. `error` may be NULL. INJANG_E_ARGUMENT: NULL, or no time between the years 0000 and
 * 9999. Any thread.
 */
int32_t injang_request_new(int64_t at,
                           injang_request **request,
                           injang_error **error);

/**
 * Sets another time, and where it comes from: `INJANG_TIME_SOURCE_CALLER` (the default),
 * `INJANG_TIME_SOURCE_CLOCK` or `INJANG_TIME_SOURCE_PROVIDER`. The source changes no verdict and
 * stands in every report.
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, no time, or an unknown number.
 */
int32_t injang_request_set_time(injang_request *request,
                                int64_t at,
                                int32_t source,
                                injang_error **error);

/**
 * The signature must be over a content of this digest, which is not in the document. `algorithm` is an
 * `INJANG_DIGEST_ALGORITHM_…`.
 *
 * The octets are copied. `error` may be NULL. INJANG_E_ARGUMENT: NULL, an unknown number, or octets of
 * another length than the algorithm's digests.
 */
int32_t injang_request_set_digest(injang_request *request,
                                  int32_t algorithm,
                                  const uint8_t *digest,
                                  size_t digest_length,
                                  injang_error **error);

/**
 * What that digest is: `INJANG_PLAIN_HASH_SOURCE_PREHASH` (the default), the digest of what was signed;
 * or `INJANG_PLAIN_HASH_SOURCE_HASH_OF_HASH`, what was signed itself.
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, or an unknown number.
 */
int32_t injang_request_set_plain_hash_source(injang_request *request,
                                             int32_t source,
                                             injang_error **error);

/**
 * Demands the kind of signature that was asked of the provider: `INJANG_SIGN_TYPE_MESSAGE`,
 * `INJANG_SIGN_TYPE_SIGNED_ATTRIBUTE` or `INJANG_SIGN_TYPE_PLAIN_HASH`. Another kind does not pass.
 * Without it any kind does.
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, or an unknown number.
 */
int32_t injang_request_set_sign_type(injang_request *request,
                                     int32_t sign_type,
                                     injang_error **error);

/**
 * Claims that the signer is the person with this CI, by the VID that the provider gave with the
 * signature. `ci` is base64 of 64 octets; `vid` is base64, base64url or hex of 32 octets. A text that
 * is none of these is no error: the report says so, and is not accepted.
 *
 * The CI is copied, and wiped when the request is freed or reset; wipe your own. `error` may be NULL.
 * INJANG_E_ARGUMENT: NULL.
 */
int32_t injang_request_set_vid(injang_request *request,
                               const char *ci,
                               size_t ci_length,
                               const char *vid,
                               size_t vid_length,
                               injang_error **error);

/**
 * The only layout in which the VID may be, as `INJANG_VID_LAYOUT_…`; default
 * `INJANG_VID_LAYOUT_CI_SERIAL`.
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, or an unknown number.
 */
int32_t injang_request_set_vid_layout(injang_request *request,
                                      int32_t layout,
                                      injang_error **error);

/**
 * Which signer the person is claimed to be, by index from 0: needed where a document has several.
 * Without injang_request_set_vid(), before it or after it, nobody is claimed: the functions that take
 * the request return INJANG_E_ARGUMENT then, with the parameter `signer`.
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL.
 */
int32_t injang_request_set_signer(injang_request *request,
                                  size_t signer,
                                  injang_error **error);

/**
 * Adds certificates that came beside the document, in any form that
 * injang_policy_builder_add_trust() takes: the signer's may be among them. None of them is trusted.
 *
 * The octets are copied. `error` may be NULL. INJANG_E_INPUT: no certificate, or one that can't be
 * read; then nothing was added. INJANG_E_ARGUMENT: NULL.
 */
int32_t injang_request_add_certificates(injang_request *request,
                                        const uint8_t *octets,
                                        size_t octets_length,
                                        injang_error **error);

/**
 * Whether to look for the reason of a verdict that is not TOTAL-PASSED: which other reading of the
 * content, the digest or the VID would have matched. It changes no verdict. 1 or 0 (the default).
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, or another number.
 */
int32_t injang_request_set_diagnose(injang_request *request,
                                    int32_t diagnose,
                                    injang_error **error);

/**
 * A bound on reading the document, as `INJANG_LIMIT_…`. Every bound that is not the default stands in
 * the report.
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, an unknown bound, or a value that this machine can't
 * count to.
 */
int32_t injang_request_set_limit(injang_request *request,
                                 int32_t limit,
                                 uint64_t value,
                                 injang_error **error);

/**
 * The name under which reports show the document, such as that of its file.
 *
 * The text is copied; characters that would break a line are escaped. `error` may be NULL.
 * INJANG_E_ARGUMENT: NULL, or not UTF-8.
 */
int32_t injang_request_set_name(injang_request *request,
                                const char *name,
                                size_t name_length,
                                injang_error **error);

/**
 * Forgets everything that was set and asks at this time: the CI is wiped.
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, or no time; then nothing was changed.
 */
int32_t injang_request_reset(injang_request *request, int64_t at, injang_error **error);

/**
 * Frees a request and wipes its CI. NULL is nothing to free. Reports outlive it. A pointer may be
 * freed once: set it to NULL afterwards.
 */
void injang_request_free(injang_request *request);

/**
 * Reads a time such as `2026-03-02T09:00:00Z` or `2026-03-02T18:00:00+09:00` (RFC 3339) into seconds
 * since 1970-01-01T00:00:00Z. Fractions of a second are cut off.
 *
 * `*seconds` is written only if INJANG_OK is returned. `error` may be NULL. INJANG_E_ARGUMENT: NULL, or
 * no such time. Any thread.
 */
int32_t injang_time_parse(const char *text,
                          size_t text_length,
                          int64_t *seconds,
                          injang_error **error);

/**
 * Describes a document: every check, as data. Whatever is wrong with the document stands in the
 * report, a document that can't be read included; the code is 0 for all of them, and no verdict.
 *
 * `document` may be in any armor: DER, BER, PEM, base64 or hex. It is copied. `policy` and `request`
 * stay the caller's.
 *
 * `*report` becomes the caller's, to be freed by injang_report_free(); it is overwritten, and NULL
 * after an error. `error` may be NULL. INJANG_E_ARGUMENT: NULL, or a length over PTRDIFF_MAX.
 * INJANG_E_MEMORY. Any thread.
 */
int32_t injang_audit(const injang_policy *policy,
                     const injang_request *request,
                     const uint8_t *document,
                     size_t document_length,
                     injang_report **report,
                     injang_error **error);

/**
 * The same where the signature must be over `content`, which is not in the document (a detached
 * signature). If the document has a content too, both must be the same.
 *
 * `content` is read during the call only. INJANG_E_ARGUMENT also if the request has a digest.
 */
int32_t injang_audit_detached(const injang_policy *policy,
                              const injang_request *request,
                              const uint8_t *document,
                              size_t document_length,
                              const uint8_t *content,
                              size_t content_length,
                              injang_report **report,
                              injang_error **error);

/**
 * Decides over a document: INJANG_OK only if the verdict is TOTAL-PASSED and, where a person was
 * claimed, the identity matched; INJANG_REJECTED if the verdict is TOTAL-FAILED (a document that can't
 * be read included) or the identity did not match; INJANG_UNDETERMINED otherwise. Every other code
 * means that nothing was decided.
 *
 * `document` may be in any armor: DER, BER, PEM, base64 or hex. It is copied. `policy` and `request`
 * stay the caller's.
 *
 * `report` may be NULL. Otherwise `*report` becomes the caller's, to be freed by injang_report_free();
 * it is overwritten: a report with INJANG_OK, INJANG_REJECTED and INJANG_UNDETERMINED, NULL with every
 * other code. `error` may be NULL. INJANG_E_ARGUMENT: NULL, or a length over PTRDIFF_MAX.
 * INJANG_E_MEMORY. Any thread.
 */
int32_t injang_verify(const injang_policy *policy,
                      const injang_request *request,
                      const uint8_t *document,
                      size_t document_length,
                      injang_report **report,
                      injang_error **error);

/**
 * The same where the signature must be over `content`, which is not in the document (a detached
 * signature). If the document has a content too, both must be the same.
 *
 * `content` is read during the call only. INJANG_E_ARGUMENT also if the request has a digest.
 */
int32_t injang_verify_detached(const injang_policy *policy,
                               const injang_request *request,
                               const uint8_t *document,
                               size_t document_length,
                               const uint8_t *content,
                               size_t content_length,
                               injang_report **report,
                               injang_error **error);

/**
 * What injang_verify() returned or would have returned for this document: INJANG_OK only if the verdict
 * is TOTAL-PASSED and a claimed identity matched, and, of a report that belongs to a decision, only if
 * that is ACCEPTED. INJANG_E_ARGUMENT for NULL.
 *
 * Any thread.
 */
int32_t injang_report_code(const injang_report *report);

/**
 * Whether injang_report_code() is INJANG_OK: 1 or 0; 0 for NULL.
 *
 * Any thread.
 */
int32_t injang_report_is_accepted(const injang_report *report);

/**
 * The verdict over all signers, as `INJANG_VERDICT_…`; 0 for NULL. It says nothing about who signed:
 * rely on a document only where injang_report_is_accepted() is 1.
 *
 * Any thread.
 */
int32_t injang_report_verdict(const injang_report *report);

/**
 * Why the verdict is not TOTAL-PASSED, as `INJANG_SUB_INDICATION_…`; 0 if it is, or for NULL.
 *
 * Any thread.
 */
int32_t injang_report_sub_indication(const injang_report *report);

/**
 * Whether the signer is the person who was claimed, as `INJANG_IDENTITY_…`; 0 for NULL.
 *
 * Any thread.
 */
int32_t injang_report_identity(const injang_report *report);

/**
 * The layout under which the VID was compared, as `INJANG_VID_LAYOUT_…`; 0 if it was not, or for NULL.
 *
 * Any thread.
 */
int32_t injang_report_identity_layout(const injang_report *report);

/**
 * The layout under which a VID that did not match would have, as `INJANG_VID_LAYOUT_…`; 0 if there is
 * none, or for NULL. It is not accepted.
 *
 * Any thread.
 */
int32_t injang_report_identity_would_match(const injang_report *report);

/**
 * What was signed, if it stands in the document and the report is accepted; NULL otherwise. Where the
 * caller gave the content, that is what was signed.
 *
 * `length` may be NULL. Any thread. The octets live as long as the report.
 */
const uint8_t *injang_report_content(const injang_report *report,
                                     size_t *length);

/**
 * The content that stands in the document, whoever signed it and whatever the verdict; NULL if there is
 * none. For showing what is wrong, never for going on with it.
 *
 * `length` may be NULL. Any thread. The octets live as long as the report.
 */
const uint8_t *injang_report_untrusted_content(const injang_report *report,
                                               size_t *length);

/**
 * How many signers the document has; 0 for NULL.
 *
 * Any thread.
 */
size_t injang_report_signer_count(const injang_report *report);

/**
 * The time at which the document was judged, in seconds since 1970; `INJANG_NO_TIME` for NULL.
 *
 * Any thread.
 */
int64_t injang_report_time(const injang_report *report);

/**
 * Who said that this is the time, as `INJANG_TIME_SOURCE_…`; 0 for NULL.
 *
 * Any thread.
 */
int32_t injang_report_time_source(const injang_report *report);

/**
 * The kind of signature that was demanded, as `INJANG_SIGN_TYPE_…`; 0 if any was accepted, or for NULL.
 *
 * Any thread.
 */
int32_t injang_report_required_sign_type(const injang_report *report);

/**
 * The layout of the VID that counts, as `INJANG_VID_LAYOUT_…`; 0 for NULL.
 *
 * Any thread.
 */
int32_t injang_report_vid_layout(const injang_report *report);

/**
 * What a digest is that was given in place of a content, as `INJANG_PLAIN_HASH_SOURCE_…`; 0 for NULL.
 *
 * Any thread.
 */
int32_t injang_report_plain_hash_source(const injang_report *report);

/**
 * How deviations from the standards were taken, as `INJANG_PROFILE_…`; 0 for NULL.
 *
 * Any thread.
 */
int32_t injang_report_profile(const injang_report *report);

/**
 * Whether revocation was checked, as `INJANG_REVOCATION_MODE_…`; 0 for NULL.
 *
 * Any thread.
 */
int32_t injang_report_revocation_mode(const injang_report *report);

/**
 * The name of the crypto backend; NULL for NULL.
 *
 * `length` may be NULL. Any thread. The text lives as long as the report.
 */
const char *injang_report_crypto(const injang_report *report, size_t *length);

/**
 * SHA-256 of injang_policy_manifest(): 32 octets that fix under which policy the document was judged.
 * NULL for NULL.
 *
 * `length` may be NULL. Any thread. The octets live as long as the report.
 */
const uint8_t *injang_report_policy_sha256(const injang_report *report,
                                           size_t *length);

/**
 * The first line of the report: what came out and what that means, such as
 * `TOTAL-PASSED (revocation not checked): …`. NULL for an unknown language, or for NULL.
 *
 * `lang` is an `INJANG_LANGUAGE_…`. `length` may be NULL. Any thread. The text lives as long as the
 * report.
 */
const char *injang_report_headline(const injang_report *report,
                                   int32_t lang,
                                   size_t *length);

/**
 * The report for programs: JSON as `schema/report.json` describes it. Made when it is asked for first,
 * and kept. The same inputs give the same octets.
 *
 * `lang` is an `INJANG_LANGUAGE_…`. The subjects of certificates, which are personal data, stand in it
 * only if `show_subject` is 1. NULL for another number, or for NULL. `length` may be NULL. Any thread.
 * The text lives as long as the report.
 */
const char *injang_report_json(const injang_report *report,
                               int32_t lang,
                               int32_t show_subject,
                               size_t *length);

/**
 * The report for people: everything. Otherwise as injang_report_json().
 */
const char *injang_report_text(const injang_report *report,
                               int32_t lang,
                               int32_t show_subject,
                               size_t *length);

/**
 * The report for people: the verdict, what is not as it should be, and the next step. Otherwise as
 * injang_report_json().
 */
const char *injang_report_brief(const injang_report *report,
                                int32_t lang,
                                int32_t show_subject,
                                size_t *length);

/**
 * How many causes a diagnosis found; 0 if there is none, if none was asked for, or for NULL.
 *
 * Any thread.
 */
size_t injang_report_diagnosis_count(const injang_report *report);

/**
 * A cause that a diagnosis found, as `INJANG_CAUSE_…`; 0 if there is none of this index, or for NULL.
 * Its sentence stands in the report's text.
 *
 * Any thread.
 */
int32_t injang_report_diagnosis_cause(const injang_report *report,
                                      size_t index);

/**
 * Which signer a cause is about, by index; `INJANG_NONE` if it is about the identity, if there is no
 * such cause, or for NULL.
 *
 * Any thread.
 */
size_t injang_report_diagnosis_signer(const injang_report *report,
                                      size_t index);

/**
 * Whether the diagnosis tried everything that could have explained something: 1 or 0. If not, that
 * nothing was found means nothing. 0 if none was asked for, or for NULL.
 *
 * Any thread.
 */
int32_t injang_report_diagnosis_is_complete(const injang_report *report);

/**
 * Frees a report and everything it lent. NULL is nothing to free; a report that a decision lent is the
 * decision's, and never freed. A pointer may be freed once: set it to NULL afterwards.
 */
void injang_report_free(injang_report *report);

/**
 * A signer's own verdict, as `INJANG_VERDICT_…`; 0 if there is no such signer, or for NULL.
 *
 * Any thread.
 */
int32_t injang_signer_verdict(const injang_report *report, size_t signer);

/**
 * Why a signer's verdict is not TOTAL-PASSED, as `INJANG_SUB_INDICATION_…`; 0 if it is, if there is no
 * such signer, or for NULL.
 *
 * Any thread.
 */
int32_t injang_signer_sub_indication(const injang_report *report,
                                     size_t signer);

/**
 * What the signature covers, as `INJANG_SIGN_TYPE_…`; 0 if there is no such signer, or for NULL.
 *
 * Any thread.
 */
int32_t injang_signer_sign_type(const injang_report *report, size_t signer);

/**
 * From what the digest was taken that the signature was held against, as `INJANG_DIGEST_SOURCE_…`; 0 if
 * there is no such signer, or for NULL.
 *
 * Any thread.
 */
int32_t injang_signer_digest_source(const injang_report *report,
                                    size_t signer);

/**
 * Whether the signature verified under the key of injang_signer_certificate(): 1 or 0. Where it is 0
 * that certificate is only the one that the signer names, and anybody can name any. 0 if there is no
 * such signer, or for NULL.
 *
 * Any thread.
 */
int32_t injang_signer_is_verified_key(const injang_report *report,
                                      size_t signer);

/**
 * Whether a certificate with another serial number fits and verifies just as well: 1 or 0. 0 if there is
 * no such signer, or for NULL.
 *
 * Any thread.
 */
int32_t injang_signer_is_ambiguous(const injang_report *report,
                                   size_t signer);

/**
 * The serial number of the signer's certificate: the content octets of its INTEGER, with the leading 00
 * where the top bit is set. Rely on it only where injang_report_is_accepted() is 1. NULL if there is no
 * certificate, no such signer, or for NULL.
 *
 * `length` may be NULL. Any thread. The octets live as long as the report.
 */
const uint8_t *injang_signer_serial(const injang_report *report,
                                    size_t signer,
                                    size_t *length);

/**
 * The signer's certificate in DER: the one under whose key the signature verified, or else the one that
 * the signer names (injang_signer_is_verified_key()). It holds the name of a person. NULL if there is
 * no certificate, no such signer, or for NULL.
 *
 * `length` may be NULL. Any thread. The octets live as long as the report.
 */
const uint8_t *injang_signer_certificate(const injang_report *report,
                                         size_t signer,
                                         size_t *length);

/**
 * The name of who issued the signer's certificate, as text. NULL if it is the subject's own name, if
 * there is no certificate, no such signer, or for NULL.
 *
 * `length` may be NULL. Any thread. The text lives as long as the report.
 */
const char *injang_signer_issuer(const injang_report *report,
                                 size_t signer,
                                 size_t *length);

/**
 * The name of the person who signed, as text: PERSONAL DATA. No other function gives it unless
 * `show_subject` is 1. NULL if there is no certificate, no such signer, or for NULL.
 *
 * `length` may be NULL. Any thread. The text lives as long as the report.
 */
const char *injang_signer_subject(const injang_report *report, size_t signer, size_t *length);

/**
 * When the signer says that they signed, in seconds since 1970: their word, and no proof of it.
 * `INJANG_NO_TIME` if they don't say, if there is no such signer, or for NULL.
 *
 * Any thread.
 */
int64_t injang_signer_claimed_time(const injang_report *report, size_t signer);

/**
 * How many checks there are. Whose they are is said by two indexes: `signer` INJANG_NONE for the
 * document itself (then `certificate` too); `certificate` INJANG_NONE for the signer itself; or both,
 * for a certificate of the signer's path, where 0 is the signer's own.
 *
 * 0 if there is no such signer or certificate, or for NULL. Any thread.
 */
size_t injang_check_count(const injang_report *report,
                          size_t signer,
                          size_t certificate);

/**
 * Which check it is, as `INJANG_CHECK_…`; whose, is said as of injang_check_count(). 0 if there is no
 * such check, or for NULL.
 *
 * Any thread.
 */
int32_t injang_check_id(const injang_report *report,
                        size_t signer,
                        size_t certificate,
                        size_t index);

/**
 * What a check found, as `INJANG_OUTCOME_…`; whose, is said as of injang_check_count(). 0 if there is
 * no such check, or for NULL.
 *
 * Any thread.
 */
int32_t injang_check_outcome(const injang_report *report,
                             size_t signer,
                             size_t certificate,
                             size_t index);

/**
 * Why a check failed or could not be decided, as `INJANG_SUB_INDICATION_…`; whose, is said as of
 * injang_check_count(). 0 if it did not fail, if there is no such check, or for NULL.
 *
 * Any thread.
 */
int32_t injang_check_sub_indication(const injang_report *report,
                                    size_t signer,
                                    size_t certificate,
                                    size_t index);

/**
 * The reason of a check's outcome, as `INJANG_REASON_…`; whose, is said as of injang_check_count(). 0
 * if it simply passed, if there is no such check, or for NULL.
 *
 * Any thread.
 */
int32_t injang_check_reason(const injang_report *report,
                            size_t signer,
                            size_t certificate,
                            size_t index);

/**
 * Which certificate of the path a check's reason is about: 0 is the signer's, 1 its issuer's; whose
 * check it is, is said as of injang_check_count(). INJANG_NONE if the reason is about none, if there is
 * no such check, or for NULL.
 *
 * Any thread.
 */
size_t injang_check_position(const injang_report *report,
                             size_t signer,
                             size_t certificate,
                             size_t index);

/**
 * The reason of a check's outcome in a sentence, with the values that it depends on; empty if it simply
 * passed. Whose check it is, is said as of injang_check_count(). Neither names nor content stand in it.
 * NULL if there is no such check, for an unknown language, or for NULL.
 *
 * `lang` is an `INJANG_LANGUAGE_…`. `length` may be NULL. Any thread. The text lives as long as the
 * report.
 */
const char *injang_check_sentence(const injang_report *report,
                                  size_t signer,
                                  size_t certificate,
                                  size_t index,
                                  int32_t lang,
                                  size_t *length);

/**
 * How many findings there are: what is remarkable and changed no check. Whose they are is said as of
 * injang_check_count().
 *
 * 0 if there is no such signer or certificate, or for NULL. Any thread.
 */
size_t injang_finding_count(const injang_report *report,
                            size_t signer,
                            size_t certificate);

/**
 * A finding, as `INJANG_FINDING_…`; whose, is said as of injang_check_count(). 0 if there is none of
 * this index, or for NULL.
 *
 * Any thread.
 */
int32_t injang_finding_code(const injang_report *report,
                            size_t signer,
                            size_t certificate,
                            size_t index);

/**
 * How many certificates a signer's path has, from the signer's own up to the one that the anchor
 * issued; 0 if no path leads to an anchor, if there is no such signer, or for NULL. Every signature on
 * the path has verified; whether the path is good is what the checks say.
 *
 * Any thread.
 */
size_t injang_path_length(const injang_report *report,
                          size_t signer);

/**
 * A certificate of a signer's path in DER, by its position: 0 is the signer's own, which holds the name
 * of a person. NULL if there is none of this position, or for NULL.
 *
 * `length` may be NULL. Any thread. The octets live as long as the report.
 */
const uint8_t *injang_path_certificate(const injang_report *report,
                                       size_t signer,
                                       size_t position,
                                       size_t *length);

/**
 * Where a certificate of a signer's path came from, as `INJANG_ORIGIN_…`; 0 if there is none of this
 * position, or for NULL. Certificates that the request added count as the document's.
 *
 * Any thread.
 */
int32_t injang_path_origin(const injang_report *report,
                           size_t signer,
                           size_t position);

/**
 * The name of the trust anchor at the end of a signer's path: DER of a Name. NULL if no path leads to
 * one, if there is no such signer, or for NULL.
 *
 * `length` may be NULL. Any thread. The octets live as long as the report.
 */
const uint8_t *injang_path_anchor_name(const injang_report *report,
                                       size_t signer,
                                       size_t *length);

/**
 * The key of that trust anchor: DER of a SubjectPublicKeyInfo. NULL if no path leads to one, if there is
 * no such signer, or for NULL.
 *
 * `length` may be NULL. Any thread. The octets live as long as the report.
 */
const uint8_t *injang_path_anchor_key(const injang_report *report,
                                      size_t signer,
                                      size_t *length);

/**
 * Whether the signer's certificate is itself the anchor, trusted for itself alone: 1 or 0. Then it need
 * not be shown that it had not been revoked. 0 if there is no such signer, or for NULL.
 *
 * Any thread.
 */
int32_t injang_path_is_pinned(const injang_report *report,
                              size_t signer);

/**
 * How many policies the path is good under (RFC 5280 6.1.6); 0 if there is none, if there is no such
 * signer, or for NULL.
 *
 * Any thread.
 */
size_t injang_path_policy_count(const injang_report *report,
                                size_t signer);

/**
 * A policy that the path is good under, in dotted form; 2.5.29.32.0 where it is under any. NULL if there
 * is none of this index, or for NULL.
 *
 * `length` may be NULL. Any thread. The text lives as long as the report.
 */
const char *injang_path_policy(const injang_report *report,
                               size_t signer,
                               size_t index,
                               size_t *length);

/**
 * On how many CRLs and OCSP responses the revocation check of a certificate rests, which stands at
 * this position of a signer's path; 0 if there is none, or for NULL.
 *
 * Any thread.
 */
size_t injang_evidence_count(const injang_report *report, size_t signer, size_t position);

/**
 * What a piece of evidence is, as `INJANG_EVIDENCE_KIND_…`; 0 if there is none of this index, or for
 * NULL.
 *
 * Any thread.
 */
int32_t injang_evidence_kind(const injang_report *report,
                             size_t signer,
                             size_t position,
                             size_t index);

/**
 * Where a piece of evidence came from, as `INJANG_ORIGIN_…`; 0 if there is none of this index, or for
 * NULL.
 *
 * Any thread.
 */
int32_t injang_evidence_origin(const injang_report *report,
                               size_t signer,
                               size_t position,
                               size_t index);

/**
 * thisUpdate of a piece of evidence, in seconds since 1970; `INJANG_NO_TIME` if there is none of this
 * index, or for NULL.
 *
 * Any thread.
 */
int64_t injang_evidence_this_update(const injang_report *report,
                                    size_t signer,
                                    size_t position,
                                    size_t index);

/**
 * nextUpdate of a piece of evidence, in seconds since 1970; `INJANG_NO_TIME` if it has none, if there is
 * none of this index, or for NULL.
 *
 * Any thread.
 */
int64_t injang_evidence_next_update(const injang_report *report,
                                    size_t signer,
                                    size_t position,
                                    size_t index);

/**
 * SHA-256 of the octets of a piece of evidence; NULL if there is none of this index, or for NULL.
 *
 * `length` may be NULL. Any thread. The octets live as long as the report.
 */
const uint8_t *injang_evidence_sha256(const injang_report *report,
                                      size_t signer,
                                      size_t position,
                                      size_t index,
                                      size_t *length);

/**
 * How many certificates of a signer's path were revoked after the time asked; 0 if none, if there is no
 * such signer, or for NULL.
 *
 * Any thread.
 */
size_t injang_revoked_later_count(const injang_report *report,
                                  size_t signer);

/**
 * Which certificate of the path was revoked later: 0 is the signer's. INJANG_NONE if there is none of
 * this index, or for NULL.
 *
 * Any thread.
 */
size_t injang_revoked_later_position(const injang_report *report,
                                     size_t signer,
                                     size_t index);

/**
 * When it was revoked, in seconds since 1970; `INJANG_NO_TIME` if there is none of this index, or for
 * NULL.
 *
 * Any thread.
 */
int64_t injang_revoked_later_time(const injang_report *report,
                                  size_t signer,
                                  size_t index);

/**
 * Why it was revoked, as `INJANG_REVOCATION_REASON_…`, which count from 0; -1 if the evidence does not
 * say, if there is none of this index, or for NULL.
 *
 * Any thread.
 */
int32_t injang_revoked_later_reason(const injang_report *report,
                                    size_t signer,
                                    size_t index);

/**
 * How many CRLs and OCSP responses were at hand: every one of the document, and those of the policy that
 * name an issuer of a path or name nobody. 0 where revocation was not checked, or for NULL.
 *
 * Any thread.
 */
size_t injang_revocation_data_count(const injang_report *report);

/**
 * How many more the policy has, which concern no certificate of a path; 0 for NULL.
 *
 * Any thread.
 */
size_t injang_revocation_data_elsewhere(const injang_report *report);

/**
 * What a piece at hand is, as `INJANG_EVIDENCE_KIND_…`; 0 if there is none of this index, or for NULL.
 *
 * Any thread.
 */
int32_t injang_revocation_data_kind(const injang_report *report,
                                    size_t index);

/**
 * Where a piece at hand came from, as `INJANG_ORIGIN_…`; 0 if there is none of this index, or for NULL.
 *
 * Any thread.
 */
int32_t injang_revocation_data_origin(const injang_report *report,
                                      size_t index);

/**
 * thisUpdate of a piece at hand, in seconds since 1970; `INJANG_NO_TIME` if it has none, if there is none
 * of this index, or for NULL.
 *
 * Any thread.
 */
int64_t injang_revocation_data_this_update(const injang_report *report,
                                           size_t index);

/**
 * nextUpdate of a piece at hand, in seconds since 1970; `INJANG_NO_TIME` if it has none, if there is none
 * of this index, or for NULL.
 *
 * Any thread.
 */
int64_t injang_revocation_data_next_update(const injang_report *report,
                                           size_t index);

/**
 * Why no check rests on a piece at hand, as `INJANG_REASON_…`; 0 if one does, if there is none of this
 * index, or for NULL.
 *
 * Any thread.
 */
int32_t injang_revocation_data_unused(const injang_report *report,
                                      size_t index);

/**
 * SHA-256 of the octets of a piece at hand; NULL if there is none of this index, or for NULL.
 *
 * `length` may be NULL. Any thread. The octets live as long as the report.
 */
const uint8_t *injang_revocation_data_sha256(const injang_report *report,
                                             size_t index,
                                             size_t *length);

/**
 * Reads a signed document, or certificates, CRLs and OCSP responses, in any armor, without judging it.
 *
 * The octets are copied. `*inspection` becomes the caller's, to be freed by injang_inspection_free(); it
 * is overwritten, and NULL after an error. `error` may be NULL. INJANG_E_INPUT: nothing that is known
 * here; the error's message says what it is and what to do. INJANG_E_ARGUMENT: NULL. INJANG_E_MEMORY.
 * Any thread.
 */
int32_t injang_inspect(const uint8_t *octets,
                       size_t octets_length,
                       injang_inspection **inspection,
                       injang_error **error);

/**
 * For programs: JSON as `schema/inspect.json` describes it. Made when it is asked for first, and kept.
 *
 * `lang` is an `INJANG_LANGUAGE_…`. The subjects of certificates, which are personal data, stand in it
 * only if `show_subject` is 1. NULL for another number, or for NULL. `length` may be NULL. Any thread.
 * The text lives as long as the inspection.
 */
const char *injang_inspection_json(const injang_inspection *inspection,
                                   int32_t lang,
                                   int32_t show_subject,
                                   size_t *length);

/**
 * For people. Otherwise as injang_inspection_json().
 */
const char *injang_inspection_text(const injang_inspection *inspection,
                                   int32_t lang,
                                   int32_t show_subject,
                                   size_t *length);

/**
 * Frees an inspection. NULL is nothing to free. A pointer may be freed once: set it to NULL afterwards.
 */
void injang_inspection_free(injang_inspection *inspection);

/**
 * Computes the VID of a person for a certificate: 32 octets.
 *
 * `ci` is base64 of 64 octets. `serial` is the serial number as the content octets of its INTEGER,
 * which injang_certificate_serial() gives: with the leading 00 where the top bit is set (`openssl x509
 * -serial` leaves that 00 out, and its number gives another VID for half of all certificates). `layout`
 * is an `INJANG_VID_LAYOUT_…`. `vid` has room for `vid_capacity` octets, INJANG_VID_SIZE at least.
 *
 * A VID is a pseudonym of a person. `error` may be NULL. INJANG_E_ARGUMENT: NULL, no CI, no octet of a
 * serial number, an unknown layout, or too little room. Any thread.
 */
int32_t injang_vid_compute(const char *ci,
                           size_t ci_length,
                           const uint8_t *serial,
                           size_t serial_length,
                           int32_t layout,
                           uint8_t *vid,
                           size_t vid_capacity,
                           injang_error **error);

/**
 * The same as text, with a NUL behind it. `encoding` is `INJANG_VID_ENCODING_BASE64`,
 * `INJANG_VID_ENCODING_BASE64URL` or `INJANG_VID_ENCODING_HEX`. `text` has room for `text_capacity`
 * characters: INJANG_VID_TEXT_SIZE are enough for each of them.
 */
int32_t injang_vid_text(const char *ci,
                        size_t ci_length,
                        const uint8_t *serial,
                        size_t serial_length,
                        int32_t layout,
                        int32_t encoding,
                        char *text,
                        size_t text_capacity,
                        injang_error **error);

/**
 * Whether a VID is that of a person for a certificate, compared in constant time: INJANG_OK if it is,
 * INJANG_REJECTED if it is another. That a document was signed with this certificate is not asked here.
 *
 * `vid` is base64, base64url or hex of 32 octets; the rest is as of injang_vid_compute(). `error` may be
 * NULL. INJANG_E_ARGUMENT: NULL, no CI, no VID, no octet of a serial number, or an unknown layout. Any
 * thread.
 */
int32_t injang_vid_check(const char *ci,
                         size_t ci_length,
                         const uint8_t *serial,
                         size_t serial_length,
                         int32_t layout,
                         const char *vid,
                         size_t vid_length,
                         injang_error **error);

/**
 * The serial number of the one certificate in these octets, in any form that
 * injang_policy_builder_add_trust() takes: the content octets of its INTEGER.
 *
 * `serial` has room for `serial_capacity` octets. `*serial_length` becomes their number, also where
 * there is too little room for them. `error` may be NULL. INJANG_E_INPUT: no certificate, or several.
 * INJANG_E_ARGUMENT: NULL, or too little room. Any thread.
 */
int32_t injang_certificate_serial(const uint8_t *octets,
                                  size_t octets_length,
                                  uint8_t *serial,
                                  size_t serial_capacity,
                                  size_t *serial_length,
                                  injang_error **error);

/**
 * Makes an exchange with a provider: `INJANG_PROVIDER_KAKAO`, `INJANG_PROVIDER_BAROCERT` or
 * `INJANG_PROVIDER_TOSS`.
 *
 * `product` is the product's code, such as `K3511`, `kakao-multi-sign` or `sign`; those of Kakao's test
 * environment end with a T. NULL with the length 0 where it is left out, which Kakao's K3510 to K3521
 * and Toss allow.
 *
 * `*exchange` becomes the caller's, to be freed by injang_exchange_free(); it is overwritten, and NULL
 * after an error. `error` may be NULL. INJANG_E_ARGUMENT: NULL, an unknown provider, a product that it
 * does not have, or Barocert without one. Any thread.
 */
int32_t injang_exchange_new(int32_t provider,
                            const char *product,
                            size_t product_length,
                            injang_exchange **exchange,
                            injang_error **error);

/**
 * The answer: the JSON that came when the result was asked for. One that can't be read is no error: the
 * decision rejects it, and says where it is wrong.
 *
 * The text is copied. `error` may be NULL. INJANG_E_ARGUMENT: NULL.
 */
int32_t injang_exchange_set_response(injang_exchange *exchange,
                                     const char *json,
                                     size_t json_length,
                                     injang_error **error);

/**
 * The request that it answers: the JSON that was sent to ask for the signature.
 *
 * The text is copied. `error` may be NULL. INJANG_E_INPUT: it can't be read. INJANG_E_ARGUMENT: NULL.
 */
int32_t injang_exchange_set_request(injang_exchange *exchange,
                                    const char *json,
                                    size_t json_length,
                                    injang_error **error);

/**
 * Another answer of the same transaction, as `INJANG_ROLE_RECEIPT`, `INJANG_ROLE_STATUS` or (Kakao)
 * `INJANG_ROLE_IDENTIFY`; or what was sent to Kakao's prepare, as `INJANG_ROLE_PREPARE`.
 *
 * The text is copied. `error` may be NULL. INJANG_E_INPUT: it can't be read, or is another text of the
 * transaction. INJANG_E_ARGUMENT: NULL, an unknown role, or one that the provider does not have.
 */
int32_t injang_exchange_set_other(injang_exchange *exchange,
                                  int32_t role,
                                  const char *json,
                                  size_t json_length,
                                  injang_error **error);

/**
 * Says that what this role is for is looked at in every exchange, and is not kept of this one: the
 * decision is UNDETERMINED then. Without it a check that was meant would be left out without a word.
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, an unknown role, or one that the provider does not have.
 */
int32_t injang_exchange_set_not_kept(injang_exchange *exchange,
                                     int32_t role,
                                     injang_error **error);

/**
 * What was sent to Toss to get the result: it names the session of the answer's fields.
 *
 * The text is copied. `error` may be NULL. INJANG_E_INPUT: it can't be read. INJANG_E_ARGUMENT: NULL, or
 * another provider.
 */
int32_t injang_exchange_set_result_request(injang_exchange *exchange,
                                           const char *json,
                                           size_t json_length,
                                           injang_error **error);

/**
 * The keys to encrypted fields, in JSON as docs/responses.md describes it.
 *
 * The keys are copied, and wiped when the exchange is freed; wipe your own. `error` may be NULL.
 * INJANG_E_INPUT: they can't be read. INJANG_E_ARGUMENT: NULL.
 */
int32_t injang_exchange_set_keys(injang_exchange *exchange,
                                 const char *json,
                                 size_t json_length,
                                 injang_error **error);

/**
 * The CI held of the person who was asked: base64 of 64 octets. A text that is none is no error: the
 * decision says so.
 *
 * The CI is copied, and wiped when the exchange is freed; wipe your own. `error` may be NULL.
 * INJANG_E_ARGUMENT: NULL.
 */
int32_t injang_exchange_set_ci(injang_exchange *exchange,
                               const char *ci,
                               size_t ci_length,
                               injang_error **error);

/**
 * The CIs of many persons, one in a line, in place of one: whose answer it is, is said by a pseudonym
 * (injang_decision_pseudonym()). Set the keys first, with their member `pseudonym`.
 *
 * The CIs are copied, and wiped when the exchange is freed; wipe your own. `error` may be NULL.
 * INJANG_E_INPUT: a line that is no CI. INJANG_E_ARGUMENT: NULL, or no `pseudonym` in the keys.
 */
int32_t injang_exchange_set_ci_list(injang_exchange *exchange,
                                    const char *ci_list,
                                    size_t ci_list_length,
                                    injang_error **error);

/**
 * What else is held about the person: JSON with name, phone_no, birthday, gender, nationality and di, as
 * docs/responses.md describes it.
 *
 * The text is copied, and wiped when the exchange is freed; wipe your own. `error` may be NULL.
 * INJANG_E_INPUT: it can't be read. INJANG_E_ARGUMENT: NULL.
 */
int32_t injang_exchange_set_person(injang_exchange *exchange,
                                   const char *json,
                                   size_t json_length,
                                   injang_error **error);

/**
 * An original file of which a digest was asked to be signed. `id` is that of the request's document; NULL
 * with the length 0 for the next one in the request's order. `policy` only lends its crypto backend.
 *
 * Only digests of the octets are kept. `error` may be NULL. INJANG_E_ARGUMENT: NULL, or an id that is
 * not UTF-8. That no document of the request has this id is said by injang_decide().
 */
int32_t injang_exchange_add_original(injang_exchange *exchange,
                                     const injang_policy *policy,
                                     const char *id,
                                     size_t id_length,
                                     const uint8_t *octets,
                                     size_t octets_length,
                                     injang_error **error);

/**
 * Short signatures that were received (K2220, K3220), in JSON as docs/responses.md describes it. They
 * need injang_exchange_set_session_paths() too.
 *
 * The text is copied. `error` may be NULL. INJANG_E_INPUT: it can't be read. INJANG_E_ARGUMENT: NULL.
 */
int32_t injang_exchange_set_short_signatures(injang_exchange *exchange,
                                             const char *json,
                                             size_t json_length,
                                             injang_error **error);

/**
 * Where the signed document says which temporary key makes short signatures, from when and until when:
 * JSON pointers (RFC 6901) such as /data/publicKey. `form` is how the times are written, as
 * `INJANG_TIME_FORM_…`.
 *
 * The texts are copied. `error` may be NULL. INJANG_E_ARGUMENT: NULL, no JSON pointer, or an unknown
 * number.
 */
int32_t injang_exchange_set_session_paths(injang_exchange *exchange,
                                          const char *key,
                                          size_t key_length,
                                          const char *from,
                                          size_t from_length,
                                          const char *until,
                                          size_t until_length,
                                          int32_t form,
                                          injang_error **error);

/**
 * What to compare of a content that the provider composes (K3110, K3120): JSON from pointers in the
 * request to pointers in what was signed.
 *
 * The text is copied. `error` may be NULL. INJANG_E_INPUT: it can't be read. INJANG_E_ARGUMENT: NULL.
 */
int32_t injang_exchange_set_content_map(injang_exchange *exchange,
                                        const char *json,
                                        size_t json_length,
                                        injang_error **error);

/**
 * Where the nonce stands in the request and in the answer, of products without a signature: JSON
 * pointers (RFC 6901). NULL with the length 0 for the default: /data, of K2100 /state.
 *
 * The texts are copied. `error` may be NULL. INJANG_E_ARGUMENT: NULL for the exchange, or no JSON
 * pointer.
 */
int32_t injang_exchange_set_nonce_paths(injang_exchange *exchange,
                                        const char *asked,
                                        size_t asked_length,
                                        const char *answered,
                                        size_t answered_length,
                                        injang_error **error);

/**
 * The kind of signature to demand where the request names none, as `INJANG_SIGN_TYPE_…`; default of
 * Toss `INJANG_SIGN_TYPE_SIGNED_ATTRIBUTE`.
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, or an unknown number.
 */
int32_t injang_exchange_set_sign_type(injang_exchange *exchange,
                                      int32_t sign_type,
                                      injang_error **error);

/**
 * What a digest is that was asked to be signed, as `INJANG_PLAIN_HASH_SOURCE_…`; default
 * `INJANG_PLAIN_HASH_SOURCE_PREHASH`.
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, or an unknown number.
 */
int32_t injang_exchange_set_plain_hash_source(injang_exchange *exchange,
                                              int32_t source,
                                              injang_error **error);

/**
 * The only layout in which the VID may be, as `INJANG_VID_LAYOUT_…`; default
 * `INJANG_VID_LAYOUT_CI_SERIAL`.
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, or an unknown number.
 */
int32_t injang_exchange_set_vid_layout(injang_exchange *exchange,
                                       int32_t layout,
                                       injang_error **error);

/**
 * The environment in which the provider answered: `INJANG_ENVIRONMENT_PRODUCTION` or
 * `INJANG_ENVIRONMENT_TEST`; default that of the product's code. Toss answers in its test environment
 * with a person whom it invented, so that nothing about a person is compared.
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, or an unknown number.
 */
int32_t injang_exchange_set_environment(injang_exchange *exchange,
                                        int32_t environment,
                                        injang_error **error);

/**
 * Does without a check, as `INJANG_WAIVER_…`, because what it needs is missing. A difference can't be
 * waived. The first line of the decision names it.
 *
 * `error` may be NULL. INJANG_E_ARGUMENT: NULL, or an unknown number.
 */
int32_t injang_exchange_waive(injang_exchange *exchange,
                              int32_t waiver,
                              injang_error **error);

/**
 * The name under which a decision over several answers shows this one, such as that of its file.
 *
 * The text is copied; characters that would break a line are escaped. `error` may be NULL.
 * INJANG_E_ARGUMENT: NULL, or not UTF-8.
 */
int32_t injang_exchange_set_name(injang_exchange *exchange,
                                 const char *name,
                                 size_t name_length,
                                 injang_error **error);

/**
 * Frees an exchange, and wipes keys and CIs. NULL is nothing to free. Decisions outlive it. A pointer
 * may be freed once: set it to NULL afterwards.
 */
void injang_exchange_free(injang_exchange *exchange);

/**
 * Decides over an answer of a provider: INJANG_OK only if ACCEPTED, INJANG_REJECTED if REJECTED,
 * INJANG_UNDETERMINED if UNDETERMINED. Every other code means that nothing was decided.
 *
 * `source` says what the time `at` is, in seconds since 1970: `INJANG_VERIFICATION_TIME_CALLER`, when
 * the answer was received; `INJANG_VERIFICATION_TIME_CLOCK`, now, because nothing better is known; or
 * `INJANG_VERIFICATION_TIME_PROVIDER_COMPLETION`, now, where the signatures are to be judged at the time
 * at which the provider says, unsigned, that the transaction was completed.
 *
 * `policy` and `exchange` stay the caller's. `decision` may be NULL. Otherwise `*decision` becomes the
 * caller's, to be freed by injang_decision_free(); it is overwritten: a decision with INJANG_OK,
 * INJANG_REJECTED and INJANG_UNDETERMINED, NULL with every other code. `error` may be NULL.
 * INJANG_E_ARGUMENT: NULL, no time, an unknown number, no response, or parts that do not go together, as
 * a sign type that is not the request's. Any thread.
 */
int32_t injang_decide(const injang_policy *policy,
                      const injang_exchange *exchange,
                      int32_t source,
                      int64_t at,
                      injang_decision **decision,
                      injang_error **error);

/**
 * Decides over several answers, one after the other: a signature, a signed transaction id or a nonce
 * that was in an earlier one counts once. The code is that of the worst of them.
 *
 * `exchanges` has `count` entries, 1 at least. Each has a list of CIs (injang_exchange_set_ci_list()), or
 * none of them has. Otherwise as injang_decide().
 */
int32_t injang_decide_all(const injang_policy *policy,
                          const injang_exchange *const *exchanges,
                          size_t count,
                          int32_t source,
                          int64_t at,
                          injang_decision **decision,
                          injang_error **error);

/**
 * What injang_decide() returned for this decision; INJANG_E_ARGUMENT for NULL.
 *
 * Any thread.
 */
int32_t injang_decision_code(const injang_decision *decision);

/**
 * Whether every answer is ACCEPTED: 1 or 0; 0 for NULL.
 *
 * Any thread.
 */
int32_t injang_decision_is_accepted(const injang_decision *decision);

/**
 * How many answers were decided over; 0 for NULL. Where the functions below take an `answer`, the first
 * is 0.
 *
 * Any thread.
 */
size_t injang_decision_answer_count(const injang_decision *decision);

/**
 * The decision over one answer, as `INJANG_DECISION_…`; 0 if there is no such answer, or for NULL.
 *
 * Any thread.
 */
int32_t injang_decision_verdict(const injang_decision *decision,
                                size_t answer);

/**
 * The first line of the decision over one answer, with everything that it leaves open. NULL if there is
 * no such answer, for an unknown language, or for NULL.
 *
 * `lang` is an `INJANG_LANGUAGE_…`. `length` may be NULL. Any thread. The text lives as long as the
 * decision.
 */
const char *injang_decision_headline(const injang_decision *decision,
                                     size_t answer,
                                     int32_t lang,
                                     size_t *length);

/**
 * How many findings an answer has: reasons (`notes` 0) are what is wrong, undecided or waived; notes
 * (`notes` 1) are remarkable and change nothing. 0 if there is no such answer, or for NULL.
 *
 * Any thread.
 */
size_t injang_decision_finding_count(const injang_decision *decision,
                                     size_t answer,
                                     int32_t notes);

/**
 * A finding, as `INJANG_RESPONSE_FINDING_…`; 0 if there is none of this index, or for NULL.
 *
 * Any thread.
 */
int32_t injang_decision_finding_code(const injang_decision *decision,
                                     size_t answer,
                                     int32_t notes,
                                     size_t index);

/**
 * What a finding does to the decision, as `INJANG_EFFECT_…`; 0 if there is none of this index, or for
 * NULL.
 *
 * Any thread.
 */
int32_t injang_decision_finding_effect(const injang_decision *decision,
                                       size_t answer,
                                       int32_t notes,
                                       size_t index);

/**
 * The id of the document that a finding is about; NULL if it is about the answer as a whole, if there is
 * none of this index, or for NULL.
 *
 * `length` may be NULL. Any thread. The text lives as long as the decision.
 */
const char *injang_decision_finding_document(const injang_decision *decision,
                                             size_t answer,
                                             int32_t notes,
                                             size_t index,
                                             size_t *length);

/**
 * A finding in a sentence. NULL if there is none of this index, for an unknown language, or for NULL.
 *
 * `lang` is an `INJANG_LANGUAGE_…`. `length` may be NULL. Any thread. The text lives as long as the
 * decision.
 */
const char *injang_decision_finding_sentence(const injang_decision *decision,
                                             size_t answer,
                                             int32_t notes,
                                             size_t index,
                                             int32_t lang,
                                             size_t *length);

/**
 * Whether the VID ties the certificates that signed to the CI, the worst of all documents, as
 * `INJANG_IDENTITY_…`; 0 if there is no such answer, or for NULL.
 *
 * Any thread.
 */
int32_t injang_decision_identity(const injang_decision *decision, size_t answer);

/**
 * Whether the provider's CI is the one held, as `INJANG_MATCH_…`; 0 if there is no such answer, or for
 * NULL.
 *
 * Any thread.
 */
int32_t injang_decision_ci(const injang_decision *decision,
                           size_t answer);

/**
 * Whether a field about the person, an `INJANG_PERSON_FIELD_…`, is the one held, as `INJANG_MATCH_…`; 0
 * if it is neither held nor given, if there is no such answer, or for NULL.
 *
 * Any thread.
 */
int32_t injang_decision_person(const injang_decision *decision,
                               size_t answer,
                               int32_t field);

/**
 * Who of a list of CIs signed: the hex of a pseudonym that the keys' `pseudonym` makes of the CI. NULL
 * if there was no list or it is nobody on it, if there is no such answer, or for NULL.
 *
 * `length` may be NULL. Any thread. The text lives as long as the decision.
 */
const char *injang_decision_pseudonym(const injang_decision *decision,
                                      size_t answer,
                                      size_t *length);

/**
 * How many signed documents an answer has; 0 if there is no such answer, or for NULL.
 *
 * Any thread.
 */
size_t injang_decision_document_count(const injang_decision *decision, size_t answer);

/**
 * The id of a signed document: the provider's, or its place from 1 where the provider gives none. NULL if
 * there is none of this index, or for NULL.
 *
 * `length` may be NULL. Any thread. The text lives as long as the decision.
 */
const char *injang_decision_document_id(const injang_decision *decision,
                                        size_t answer,
                                        size_t document,
                                        size_t *length);

/**
 * The report on a signed document, for the functions that read reports. It is accepted, and its content
 * is lent, only if the decision is ACCEPTED. NULL if there is none of this index, or for NULL.
 *
 * Any thread. The report is the decision's: never free it.
 */
const injang_report *injang_decision_report(const injang_decision *decision,
                                            size_t answer,
                                            size_t document);

/**
 * The decision for programs: JSON as `schema/response.json` describes it. Made when it is asked for
 * first, and kept. The same inputs give the same octets.
 *
 * `lang` is an `INJANG_LANGUAGE_…`. The subjects of certificates, which are personal data, stand in it
 * only if `show_subject` is 1. NULL for another number, or for NULL. `length` may be NULL. Any thread.
 * The text lives as long as the decision.
 */
const char *injang_decision_json(const injang_decision *decision,
                                 int32_t lang,
                                 int32_t show_subject,
                                 size_t *length);

/**
 * The decision for people: everything. Otherwise as injang_decision_json().
 */
const char *injang_decision_text(const injang_decision *decision,
                                 int32_t lang,
                                 int32_t show_subject,
                                 size_t *length);

/**
 * The decision for people: what is not as it should be, and the next step. Otherwise as
 * injang_decision_json().
 */
const char *injang_decision_brief(const injang_decision *decision,
                                  int32_t lang,
                                  int32_t show_subject,
                                  size_t *length);

/**
 * Frees a decision and everything it lent, its reports included. NULL is nothing to free. A pointer may
 * be freed once: set it to NULL afterwards.
 */
void injang_decision_free(injang_decision *decision);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* INJANG_H */
