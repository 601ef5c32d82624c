/* The native methods of io.injang.Native over injang.h: arrays in, packed results out, nothing decided.
 *
 * Every method that can fail returns NULL for "done", or a byte[] that io.injang.Packed reads:
 *   octet FORMAT_VERSION, int32 code; of a code of 64 and more: parameter, message in English, in Korean,
 *   kind and offset of an error of the syntax, rule of an error of JSON; of another
 *   code what the method says.
 * Numbers are big-endian. Octets and texts have their length (int32) before them; -1 is none.
 *
 * A NULL without a result of this form means that an exception is pending. No method keeps a reference
 * or looks into an array after it has returned. What holds a CI or keys is wiped before it is freed.
 */
#include <jni.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "injang.h"

/* Changes whenever what is packed does: a library of another jar is refused. */
#define FORMAT_VERSION 1

#define METHOD(type, name) JNIEXPORT type JNICALL Java_io_injang_Native_##name

/* ---- memory ------------------------------------------------------------------------------------- */

#ifdef INJANG_JNI_TEST
/* The test build lets the n-th allocation of this file fail. */
static long allocations_left = -1;

JNIEXPORT void JNICALL Java_io_injang_Allocations_fail(JNIEnv *env, jclass type, jlong number)
{
	(void)env;
	(void)type;
	allocations_left = (long)number;
}

static int may_allocate(void)
{
	if (allocations_left < 0)
		return 1;
	if (allocations_left == 0)
		return 0;
	allocations_left--;
	return 1;
}
#else
static int may_allocate(void)
{
	return 1;
}
#endif

static void *allocate(size_t size)
{
	return may_allocate() ? malloc(size == 0 ? 1 : size) : NULL;
}

static void *reallocate(void *old, size_t size)
{
	return may_allocate() ? realloc(old, size) : NULL;
}

/* A compiler may leave out a memset() of what is freed next; it may not leave out this. */
static void wipe(void *at, size_t length)
{
	volatile uint8_t *octet = at;
	while (length-- > 0)
		*octet++ = 0;
}

static void throw_memory(JNIEnv *env, const char *what)
{
	jclass type;
	if ((*env)->ExceptionCheck(env))
		return;
	type = (*env)->FindClass(env, "java/lang/OutOfMemoryError");
	if (type != NULL)
		(*env)->ThrowNew(env, type, what);
}

/* ---- arrays that come in ------------------------------------------------------------------------ */

/* A copy of an array: short ones in `room`, others on the heap. */
typedef struct {
	uint8_t *octets; /* NULL for a null array */
	size_t length;
	uint8_t *heap;
	uint8_t room[256];
} input;

/* Copies `length` octets of `array`; `room` of `size` octets is used if they fit in. Returns 0 after an
 * exception. */
static int take_into(JNIEnv *env, jbyteArray array, size_t length, input *in, uint8_t *room, size_t size)
{
	in->octets = NULL;
	in->heap = NULL;
	in->length = 0;
	if (array == NULL)
		return 1;
	in->length = length;
	in->octets = room;
	if (in->length > size) {
		in->heap = allocate(in->length);
		if (in->heap == NULL) {
			in->octets = NULL;
			in->length = 0;
			throw_memory(env, "io.injang: no native memory for a copy of the input");
			return 0;
		}
		in->octets = in->heap;
	}
	(*env)->GetByteArrayRegion(env, array, 0, (jsize)in->length, (jbyte *)in->octets);
	return 1;
}

static int take(JNIEnv *env, jbyteArray array, input *in)
{
	size_t length = array == NULL ? 0 : (size_t)(*env)->GetArrayLength(env, array);
	return take_into(env, array, length, in, in->room, sizeof in->room);
}

static void drop(input *in)
{
	free(in->heap);
	in->heap = NULL;
	in->octets = NULL;
}

static void drop_secret(input *in)
{
	if (in->octets != NULL)
		wipe(in->octets, in->length);
	drop(in);
}

static const char *chars(const input *in)
{
	return (const char *)in->octets;
}

/* A handle, as Java keeps it. */
static void *pointer(jlong handle)
{
	return (void *)(intptr_t)handle;
}

/* ---- results that go out ------------------------------------------------------------------------ */

typedef struct {
	uint8_t *octets;
	size_t length;
	size_t capacity;
	uint8_t *heap;
	int has_failed; /* no memory: what is written from here on is left out */
	uint8_t room[1024];
} output;

static uint8_t *extend(output *out, size_t more)
{
	uint8_t *at;
	if (out->has_failed)
		return NULL;
	if (more > out->capacity - out->length) {
		size_t capacity = out->capacity;
		uint8_t *heap;
		/* An array of Java has no more octets than this. */
		if (more > (size_t)INT32_MAX - out->length) {
			out->has_failed = 1;
			return NULL;
		}
		while (capacity - out->length < more)
			capacity *= 2;
		heap = reallocate(out->heap, capacity);
		if (heap == NULL) {
			out->has_failed = 1;
			return NULL;
		}
		if (out->heap == NULL)
			memcpy(heap, out->room, out->length);
		out->heap = heap;
		out->octets = heap;
		out->capacity = capacity;
	}
	at = out->octets + out->length;
	out->length += more;
	return at;
}

static void put_number(output *out, int64_t value, size_t size)
{
	uint64_t bits = (uint64_t)value;
	uint8_t *at = extend(out, size);
	if (at == NULL)
		return;
	while (size-- > 0) {
		at[size] = (uint8_t)(bits & 0xff);
		bits >>= 8;
	}
}

static void put_int(output *out, int64_t value)
{
	put_number(out, value, 4);
}

static void put_long(output *out, int64_t value)
{
	put_number(out, value, 8);
}

/* A count or an index; INJANG_NONE becomes -1. */
static void put_index(output *out, size_t value)
{
	put_int(out, value > (size_t)INT32_MAX ? -1 : (int64_t)value);
}

static void put_octets(output *out, const void *octets, size_t length)
{
	uint8_t *at;
	if (octets == NULL) {
		put_int(out, -1);
		return;
	}
	if (length > (size_t)INT32_MAX) {
		out->has_failed = 1;
		return;
	}
	put_int(out, (int64_t)length);
	at = extend(out, length);
	if (at != NULL && length > 0)
		memcpy(at, octets, length);
}

static void put_text(output *out, const char *text)
{
	put_octets(out, text, text == NULL ? 0 : strlen(text));
}

static void begin(output *out, int32_t code)
{
	out->octets = out->room;
	out->length = 0;
	out->capacity = sizeof out->room;
	out->heap = NULL;
	out->has_failed = 0;
	put_number(out, FORMAT_VERSION, 1);
	put_int(out, code);
}

/* The array for Java, with octets at its end that the library lends; NULL with an exception. */
static jbyteArray end_with(JNIEnv *env, output *out, const uint8_t *last, size_t length)
{
	jbyteArray array = NULL;
	put_int(out, last == NULL ? -1 : (int64_t)length);
	if (last == NULL)
		length = 0;
	/* An array of Java has no more octets than this. */
	if (out->has_failed || length > (size_t)INT32_MAX - out->length)
		throw_memory(env, "io.injang: no native memory for the result");
	else
		array = (*env)->NewByteArray(env, (jsize)(out->length + length));
	if (array != NULL) {
		(*env)->SetByteArrayRegion(env, array, 0, (jsize)out->length,
		                           (const jbyte *)out->octets);
		if (length > 0)
			(*env)->SetByteArrayRegion(env, array, (jsize)out->length, (jsize)length,
			                           (const jbyte *)last);
	}
	free(out->heap);
	return array;
}

/* The array for Java; NULL with an exception. */
static jbyteArray end(JNIEnv *env, output *out)
{
	jbyteArray array = NULL;
	if (out->has_failed)
		throw_memory(env, "io.injang: no native memory for the result");
	else
		array = (*env)->NewByteArray(env, (jsize)out->length);
	if (array != NULL)
		(*env)->SetByteArrayRegion(env, array, 0, (jsize)out->length,
		                           (const jbyte *)out->octets);
	free(out->heap);
	return array;
}

/* The same of what must not stay on the stack. */
static jbyteArray end_secret(JNIEnv *env, output *out)
{
	jbyteArray array = end(env, out);
	wipe(out->room, sizeof out->room);
	return array;
}

/* An error as a result; frees it. `error` is NULL only where a function could not even make one. */
static jbyteArray failed(JNIEnv *env, int32_t code, injang_error *error)
{
	output out;
	begin(&out, code);
	put_text(&out, injang_error_parameter(error));
	put_text(&out, injang_error_message(error, INJANG_LANGUAGE_EN, NULL));
	put_text(&out, injang_error_message(error, INJANG_LANGUAGE_KO, NULL));
	put_int(&out, injang_error_kind(error));
	put_index(&out, injang_error_offset(error));
	put_int(&out, injang_error_format_rule(error));
	injang_error_free(error);
	return end(env, &out);
}

/* What a function that sets something came to. */
static jbyteArray done(JNIEnv *env, int32_t code, injang_error *error)
{
	return code == INJANG_OK ? NULL : failed(env, code, error);
}

static jbyteArray new_handle(JNIEnv *env, int32_t code, const void *handle, injang_error *error)
{
	output out;
	if (code != INJANG_OK)
		return failed(env, code, error);
	begin(&out, code);
	put_long(&out, (int64_t)(intptr_t)handle);
	return end(env, &out);
}

/* A text by itself; NULL without an exception where there is none. */
static jbyteArray text_array(JNIEnv *env, const void *text, size_t length)
{
	jbyteArray array;
	if (text == NULL)
		return NULL;
	if (length > (size_t)INT32_MAX) {
		throw_memory(env, "io.injang: the text is longer than an array can be");
		return NULL;
	}
	array = (*env)->NewByteArray(env, (jsize)length);
	if (array != NULL)
		(*env)->SetByteArrayRegion(env, array, 0, (jsize)length, (const jbyte *)text);
	return array;
}

/* ---- the library -------------------------------------------------------------------------------- */

METHOD(jint, formatVersion)(JNIEnv *env, jclass type)
{
	(void)env;
	(void)type;
	return FORMAT_VERSION;
}

METHOD(jint, abiVersion)(JNIEnv *env, jclass type)
{
	(void)env;
	(void)type;
	return (jint)injang_abi_version();
}

METHOD(jbyteArray, version)(JNIEnv *env, jclass type)
{
	const char *version = injang_version();
	(void)type;
	return text_array(env, version, strlen(version));
}

METHOD(jbyteArray, codeSentence)(JNIEnv *env, jclass type, jbyteArray table_name, jint number, jint lang)
{
	static const struct {
		const char *name;
		int32_t table;
	} tables[] = {
		{"Verdict", INJANG_TABLE_VERDICT},
		{"SubIndication", INJANG_TABLE_SUB_INDICATION},
		{"CheckId", INJANG_TABLE_CHECK},
		{"Outcome", INJANG_TABLE_OUTCOME},
		{"FindingCode", INJANG_TABLE_FINDING},
		{"Reason", INJANG_TABLE_REASON},
		{"RevocationReason", INJANG_TABLE_REVOCATION_REASON},
		{"ErrorKind", INJANG_TABLE_ERROR_KIND},
		{"Identity", INJANG_TABLE_IDENTITY},
		{"SignType", INJANG_TABLE_SIGN_TYPE},
		{"DigestSource", INJANG_TABLE_DIGEST_SOURCE},
		{"Origin", INJANG_TABLE_ORIGIN},
		{"EvidenceKind", INJANG_TABLE_EVIDENCE_KIND},
		{"TimeSource", INJANG_TABLE_TIME_SOURCE},
		{"Cause", INJANG_TABLE_CAUSE},
		{"DecisionVerdict", INJANG_TABLE_DECISION},
		{"ResponseFindingCode", INJANG_TABLE_RESPONSE_FINDING},
		{"Effect", INJANG_TABLE_EFFECT},
		{"Waiver", INJANG_TABLE_WAIVER},
		{"Match", INJANG_TABLE_MATCH},
		{"FormFault", INJANG_TABLE_FORM_FAULT},
	};
	const char *text = NULL;
	input name;
	size_t index;
	(void)type;
	if (!take(env, table_name, &name))
		return NULL;
	for (index = 0; index < sizeof tables / sizeof tables[0]; index++) {
		size_t length = strlen(tables[index].name);
		if (length == name.length && memcmp(tables[index].name, name.octets, length) == 0)
			text = injang_code_sentence(tables[index].table, number, lang);
	}
	drop(&name);
	return text_array(env, text, text == NULL ? 0 : strlen(text));
}

/* ---- policies ----------------------------------------------------------------------------------- */

METHOD(jbyteArray, builderNew)(JNIEnv *env, jclass type, jint revocation)
{
	injang_policy_builder *builder = NULL;
	injang_error *error = NULL;
	int32_t code = injang_policy_builder_new(revocation, &builder, &error);
	jbyteArray result = new_handle(env, code, builder, error);
	(void)type;
	if (result == NULL)
		injang_policy_builder_free(builder);
	return result;
}

/* The numbers of io.injang.PolicyBuilder.Octets. */
METHOD(jbyteArray, builderAdd)(JNIEnv *env, jclass type, jlong handle, jint what, jbyteArray array)
{
	injang_policy_builder *builder = pointer(handle);
	injang_error *error = NULL;
	int32_t code = INJANG_E_ARGUMENT;
	input in;
	(void)type;
	if (!take(env, array, &in))
		return NULL;
	switch (what) {
	case 0:
		code = injang_policy_builder_add_trust(builder, in.octets, in.length, &error);
		break;
	case 1:
		code = injang_policy_builder_add_intermediates(builder, in.octets, in.length, &error);
		break;
	case 2:
		code = injang_policy_builder_add_revocation_data(builder, in.octets, in.length, &error);
		break;
	case 3:
		code = injang_policy_builder_add_ocsp_responders(builder, in.octets, in.length, &error);
		break;
	case 4:
		code = injang_policy_builder_add_acceptable_policy(builder, chars(&in), in.length, &error);
		break;
	case 5:
		code = injang_policy_builder_add_signer_policy(builder, chars(&in), in.length, &error);
		break;
	case 6:
		code = injang_policy_builder_set_purpose(builder, chars(&in), in.length, &error);
		break;
	default:
		break;
	}
	drop(&in);
	return done(env, code, error);
}

METHOD(jbyteArray, builderAddKey)(JNIEnv *env, jclass type, jlong handle, jbyteArray name_array,
                                  jbyteArray key_array)
{
	injang_error *error = NULL;
	input name, key;
	int32_t code;
	(void)type;
	if (!take(env, name_array, &name))
		return NULL;
	if (!take(env, key_array, &key)) {
		drop(&name);
		return NULL;
	}
	code = injang_policy_builder_add_trust_key(pointer(handle), name.octets, name.length, key.octets,
	                                           key.length, &error);
	drop(&name);
	drop(&key);
	return done(env, code, error);
}

/* The numbers of io.injang.PolicyBuilder: settings from 0, bounds on the work from 100. */
METHOD(jbyteArray, builderSet)(JNIEnv *env, jclass type, jlong handle, jint what, jlong value)
{
	injang_policy_builder *builder = pointer(handle);
	injang_error *error = NULL;
	int32_t code = INJANG_E_ARGUMENT;
	(void)type;
	switch (what) {
	case 0:
		code = injang_policy_builder_set_profile(builder, (int32_t)value, &error);
		break;
	case 1:
		code = injang_policy_builder_set_accept_sha1(builder, (int32_t)value, &error);
		break;
	case 2:
		code = injang_policy_builder_set_least_rsa_bits(builder, (size_t)value, &error);
		break;
	case 3:
		code = injang_policy_builder_set_anchor_constraints(builder, (int32_t)value, &error);
		break;
	case 4:
		code = injang_policy_builder_set_explicit_policy(builder, (int32_t)value, &error);
		break;
	case 5:
		code = injang_policy_builder_set_inhibit_policy_mapping(builder, (int32_t)value, &error);
		break;
	case 6:
		code = injang_policy_builder_set_inhibit_any_policy(builder, (int32_t)value, &error);
		break;
	case 7:
		code = injang_policy_builder_set_cache_size(builder, (size_t)value, &error);
		break;
	default:
		code = injang_policy_builder_set_budget(builder, what - 100, (uint64_t)value, &error);
		break;
	}
	return done(env, code, error);
}

METHOD(jbyteArray, builderBuild)(JNIEnv *env, jclass type, jlong handle)
{
	injang_policy *policy = NULL;
	injang_error *error = NULL;
	int32_t code = injang_policy_builder_build(pointer(handle), &policy, &error);
	jbyteArray result = new_handle(env, code, policy, error);
	(void)type;
	if (result == NULL)
		injang_policy_free(policy);
	return result;
}

METHOD(void, builderFree)(JNIEnv *env, jclass type, jlong handle)
{
	(void)env;
	(void)type;
	injang_policy_builder_free(pointer(handle));
}

METHOD(jbyteArray, policyRenew)(JNIEnv *env, jclass type, jlong handle, jobjectArray arrays)
{
	jsize count = (*env)->GetArrayLength(env, arrays);
	size_t room = count == 0 ? 1 : (size_t)count;
	input *inputs = allocate(room * sizeof *inputs);
	const uint8_t **pieces = allocate(room * sizeof *pieces);
	size_t *lengths = allocate(room * sizeof *lengths);
	jbyteArray result = NULL;
	jsize taken = 0;
	(void)type;
	if (inputs == NULL || pieces == NULL || lengths == NULL) {
		throw_memory(env, "io.injang: no native memory for revocation data");
	} else {
		while (taken < count) {
			jbyteArray array = (*env)->GetObjectArrayElement(env, arrays, taken);
			int is_taken = take(env, array, &inputs[taken]);
			(*env)->DeleteLocalRef(env, array);
			if (!is_taken)
				break;
			pieces[taken] = inputs[taken].octets;
			lengths[taken] = inputs[taken].length;
			taken++;
		}
		if (taken == count) {
			injang_policy *renewed = NULL;
			injang_error *error = NULL;
			int32_t code = injang_policy_with_revocation_data(
				pointer(handle), pieces, lengths, (size_t)count, &renewed, &error);
			result = new_handle(env, code, renewed, error);
			if (result == NULL)
				injang_policy_free(renewed);
		}
		while (taken-- > 0)
			drop(&inputs[taken]);
	}
	free(inputs);
	free(pieces);
	free(lengths);
	return result;
}

METHOD(jbyteArray, policyManifest)(JNIEnv *env, jclass type, jlong handle)
{
	size_t length = 0;
	const char *text = injang_policy_manifest(pointer(handle), &length);
	(void)type;
	return text_array(env, text, length);
}

/* ---- reports ------------------------------------------------------------------------------------ */

/* What servers branch on, but for the content, which comes last; the rest is packed when it is asked for.
 * Of TOTAL-PASSED there is no sub-indication to ask for. */
static void put_summary(output *out, const injang_report *report)
{
	size_t count = injang_report_signer_count(report);
	size_t signer, length = 0;
	const uint8_t *octets;
	int32_t verdict = injang_report_verdict(report);
	int is_passed = verdict == INJANG_VERDICT_TOTAL_PASSED;
	put_long(out, (int64_t)(intptr_t)report);
	put_int(out, verdict);
	put_int(out, is_passed ? 0 : injang_report_sub_indication(report));
	put_int(out, injang_report_identity(report));
	put_index(out, count);
	for (signer = 0; signer < count; signer++) {
		int32_t flags = injang_signer_is_verified_key(report, signer);
		flags |= injang_signer_is_ambiguous(report, signer) << 1;
		verdict = injang_signer_verdict(report, signer);
		is_passed = verdict == INJANG_VERDICT_TOTAL_PASSED;
		put_int(out, verdict);
		put_int(out, is_passed ? 0 : injang_signer_sub_indication(report, signer));
		put_int(out, injang_signer_sign_type(report, signer));
		put_int(out, injang_signer_digest_source(report, signer));
		put_int(out, flags);
		put_long(out, injang_signer_claimed_time(report, signer));
		octets = injang_signer_serial(report, signer, &length);
		put_octets(out, octets, length);
	}
}

static void put_checks(output *out, const injang_report *report, size_t signer, size_t certificate)
{
	size_t count = injang_check_count(report, signer, certificate);
	size_t index, length = 0;
	put_index(out, count);
	for (index = 0; index < count; index++) {
		const char *text;
		int32_t lang;
		put_int(out, injang_check_id(report, signer, certificate, index));
		put_int(out, injang_check_outcome(report, signer, certificate, index));
		put_int(out, injang_check_sub_indication(report, signer, certificate, index));
		put_int(out, injang_check_reason(report, signer, certificate, index));
		put_index(out, injang_check_position(report, signer, certificate, index));
		for (lang = INJANG_LANGUAGE_EN; lang <= INJANG_LANGUAGE_KO; lang++) {
			text = injang_check_sentence(report, signer, certificate, index, lang, &length);
			put_octets(out, text, length);
		}
	}
	count = injang_finding_count(report, signer, certificate);
	put_index(out, count);
	for (index = 0; index < count; index++)
		put_int(out, injang_finding_code(report, signer, certificate, index));
}

static void put_path_certificate(output *out, const injang_report *report, size_t signer, size_t position)
{
	size_t length = 0, index;
	size_t count = injang_evidence_count(report, signer, position);
	const uint8_t *octets = injang_path_certificate(report, signer, position, &length);
	put_octets(out, octets, length);
	put_int(out, injang_path_origin(report, signer, position));
	put_checks(out, report, signer, position);
	put_index(out, count);
	for (index = 0; index < count; index++) {
		put_int(out, injang_evidence_kind(report, signer, position, index));
		put_int(out, injang_evidence_origin(report, signer, position, index));
		put_long(out, injang_evidence_this_update(report, signer, position, index));
		put_long(out, injang_evidence_next_update(report, signer, position, index));
		octets = injang_evidence_sha256(report, signer, position, index, &length);
		put_octets(out, octets, length);
	}
}

static void put_signer(output *out, const injang_report *report, size_t signer)
{
	size_t length = 0, index, count;
	const uint8_t *octets = injang_signer_certificate(report, signer, &length);
	put_octets(out, octets, length);
	put_checks(out, report, signer, INJANG_NONE);
	count = injang_path_length(report, signer);
	put_index(out, count);
	for (index = 0; index < count; index++)
		put_path_certificate(out, report, signer, index);
	octets = injang_path_anchor_name(report, signer, &length);
	put_octets(out, octets, length);
	octets = injang_path_anchor_key(report, signer, &length);
	put_octets(out, octets, length);
	put_int(out, injang_path_is_pinned(report, signer));
	count = injang_path_policy_count(report, signer);
	put_index(out, count);
	for (index = 0; index < count; index++) {
		const char *policy = injang_path_policy(report, signer, index, &length);
		put_octets(out, policy, length);
	}
	count = injang_revoked_later_count(report, signer);
	put_index(out, count);
	for (index = 0; index < count; index++) {
		put_index(out, injang_revoked_later_position(report, signer, index));
		put_long(out, injang_revoked_later_time(report, signer, index));
		put_int(out, injang_revoked_later_reason(report, signer, index));
	}
}

static void put_conditions(output *out, const injang_report *report)
{
	size_t length = 0;
	const void *at;
	int32_t lang;
	put_int(out, injang_report_identity_layout(report));
	put_int(out, injang_report_identity_would_match(report));
	put_long(out, injang_report_time(report));
	put_int(out, injang_report_time_source(report));
	put_int(out, injang_report_required_sign_type(report));
	put_int(out, injang_report_vid_layout(report));
	put_int(out, injang_report_plain_hash_source(report));
	put_int(out, injang_report_profile(report));
	put_int(out, injang_report_revocation_mode(report));
	at = injang_report_crypto(report, &length);
	put_octets(out, at, length);
	at = injang_report_policy_sha256(report, &length);
	put_octets(out, at, length);
	for (lang = INJANG_LANGUAGE_EN; lang <= INJANG_LANGUAGE_KO; lang++) {
		at = injang_report_headline(report, lang, &length);
		put_octets(out, at, length);
	}
}

METHOD(jbyteArray, reportDetails)(JNIEnv *env, jclass type, jlong handle)
{
	const injang_report *report = pointer(handle);
	size_t index, count, length = 0;
	output out;
	(void)type;
	begin(&out, INJANG_OK);
	put_conditions(&out, report);
	put_checks(&out, report, INJANG_NONE, INJANG_NONE);
	count = injang_report_signer_count(report);
	for (index = 0; index < count; index++)
		put_signer(&out, report, index);
	count = injang_revocation_data_count(report);
	put_index(&out, count);
	for (index = 0; index < count; index++) {
		const uint8_t *sha256;
		put_int(&out, injang_revocation_data_kind(report, index));
		put_int(&out, injang_revocation_data_origin(report, index));
		put_long(&out, injang_revocation_data_this_update(report, index));
		put_long(&out, injang_revocation_data_next_update(report, index));
		put_int(&out, injang_revocation_data_unused(report, index));
		sha256 = injang_revocation_data_sha256(report, index, &length);
		put_octets(&out, sha256, length);
	}
	put_index(&out, injang_revocation_data_elsewhere(report));
	count = injang_report_diagnosis_count(report);
	put_int(&out, injang_report_diagnosis_is_complete(report));
	put_index(&out, count);
	for (index = 0; index < count; index++) {
		put_int(&out, injang_report_diagnosis_cause(report, index));
		put_index(&out, injang_report_diagnosis_signer(report, index));
	}
	return end(env, &out);
}

METHOD(jbyteArray, signerName)(JNIEnv *env, jclass type, jlong handle, jint signer, jint is_subject)
{
	const injang_report *report = pointer(handle);
	size_t length = 0;
	const char *name = is_subject ? injang_signer_subject(report, (size_t)signer, &length)
	                              : injang_signer_issuer(report, (size_t)signer, &length);
	(void)type;
	return text_array(env, name, length);
}

/* ---- the two verbs ------------------------------------------------------------------------------ */

/* The places of io.injang.Request.numbers(). */
enum {
	N_AT,
	N_TIME_SOURCE,
	N_SIGN_TYPE,
	N_DIGEST_ALGORITHM,
	N_PLAIN_HASH_SOURCE,
	N_VID_LAYOUT,
	N_SIGNER,
	N_DIAGNOSE,
	N_LIMITS,
	N_COUNT = N_LIMITS + 5
};

/* Sets what Java's request has; 0 there, or -1 where 0 is a value, is what was not set. */
static int32_t fill(injang_request *request, const jlong *numbers, const input *digest, const input *ci,
                    const input *vid, const input *name, injang_error **error)
{
	int32_t code = INJANG_OK;
	int limit;
	if (numbers[N_TIME_SOURCE] != 0)
		code = injang_request_set_time(request, numbers[N_AT], (int32_t)numbers[N_TIME_SOURCE],
		                               error);
	if (code == INJANG_OK && numbers[N_SIGN_TYPE] != 0)
		code = injang_request_set_sign_type(request, (int32_t)numbers[N_SIGN_TYPE], error);
	if (code == INJANG_OK && digest->octets != NULL)
		code = injang_request_set_digest(request, (int32_t)numbers[N_DIGEST_ALGORITHM],
		                                 digest->octets, digest->length, error);
	if (code == INJANG_OK && numbers[N_PLAIN_HASH_SOURCE] != 0)
		code = injang_request_set_plain_hash_source(
			request, (int32_t)numbers[N_PLAIN_HASH_SOURCE], error);
	if (code == INJANG_OK && ci->octets != NULL)
		code = injang_request_set_vid(request, chars(ci), ci->length, chars(vid), vid->length, error);
	if (code == INJANG_OK && numbers[N_VID_LAYOUT] != 0)
		code = injang_request_set_vid_layout(request, (int32_t)numbers[N_VID_LAYOUT], error);
	if (code == INJANG_OK && numbers[N_SIGNER] >= 0)
		code = injang_request_set_signer(request, (size_t)numbers[N_SIGNER], error);
	if (code == INJANG_OK && numbers[N_DIAGNOSE] != 0)
		code = injang_request_set_diagnose(request, 1, error);
	for (limit = 0; limit < 5; limit++)
		if (code == INJANG_OK && numbers[N_LIMITS + limit] >= 0)
			code = injang_request_set_limit(request, limit + 1,
			                                (uint64_t)numbers[N_LIMITS + limit], error);
	if (code == INJANG_OK && name->octets != NULL)
		code = injang_request_set_name(request, chars(name), name->length, error);
	return code;
}

/* Adds the certificates beside the document. Returns -1 after an exception. */
static int32_t add_certificates(JNIEnv *env, injang_request *request, jobjectArray arrays,
                                injang_error **error)
{
	jsize count = arrays == NULL ? 0 : (*env)->GetArrayLength(env, arrays);
	int32_t code = INJANG_OK;
	jsize index;
	for (index = 0; index < count && code == INJANG_OK; index++) {
		jbyteArray array = (*env)->GetObjectArrayElement(env, arrays, index);
		input in;
		int is_taken = take(env, array, &in);
		(*env)->DeleteLocalRef(env, array);
		if (!is_taken)
			return -1;
		code = injang_request_add_certificates(request, in.octets, in.length, error);
		drop(&in);
	}
	return code;
}

/* Audits or verifies, and packs what came out. The request is filled. */
static jbyteArray judge(JNIEnv *env, const injang_policy *policy, const injang_request *request,
                        int is_audit, const input *document, const input *content)
{
	injang_report *report = NULL;
	injang_error *error = NULL;
	const uint8_t *octets;
	size_t length = 0;
	jbyteArray result;
	output out;
	int32_t code;
	if (content->octets == NULL)
		code = is_audit ? injang_audit(policy, request, document->octets, document->length,
		                               &report, &error)
		                : injang_verify(policy, request, document->octets, document->length,
		                                &report, &error);
	else
		code = is_audit ? injang_audit_detached(policy, request, document->octets, document->length,
		                                        content->octets, content->length, &report, &error)
		                : injang_verify_detached(policy, request, document->octets,
		                                         document->length, content->octets,
		                                         content->length, &report, &error);
	if (report == NULL)
		return failed(env, code, error);
	/* audit returns 0 whatever came out: what verify would return stands in the report. */
	begin(&out, injang_report_code(report));
	put_summary(&out, report);
	octets = injang_report_untrusted_content(report, &length);
	result = end_with(env, &out, octets, length);
	if (result == NULL)
		injang_report_free(report);
	return result;
}

METHOD(jbyteArray, judge)(JNIEnv *env, jclass type, jlong policy, jint is_audit, jlongArray number_array,
                          jbyteArray digest_array, jbyteArray ci_array, jbyteArray vid_array,
                          jbyteArray name_array, jobjectArray certificates, jbyteArray document_array,
                          jint document_length, jbyteArray content_array)
{
	enum { DIGEST, CI, VID, NAME, DOCUMENT, CONTENT, INPUTS };
	jbyteArray arrays[INPUTS];
	jlong numbers[N_COUNT];
	uint8_t room[8192];
	input inputs[INPUTS];
	injang_request *request = NULL;
	injang_error *error = NULL;
	jbyteArray result = NULL;
	int taken = 0;
	(void)type;
	arrays[DIGEST] = digest_array;
	arrays[CI] = ci_array;
	arrays[VID] = vid_array;
	arrays[NAME] = name_array;
	arrays[DOCUMENT] = document_array;
	arrays[CONTENT] = content_array;
	(*env)->GetLongArrayRegion(env, number_array, 0, N_COUNT, numbers);
	while (taken < INPUTS) {
		input *in = &inputs[taken];
		int is_taken = taken == DOCUMENT
		                       ? take_into(env, arrays[taken], (size_t)document_length, in, room,
		                                   sizeof room)
		                       : take(env, arrays[taken], in);
		if (!is_taken)
			break;
		taken++;
	}
	/* An exception is pending where a length was not that of its array. */
	if (taken == INPUTS && !(*env)->ExceptionCheck(env)) {
		int32_t code = injang_request_new(numbers[N_AT], &request, &error);
		if (code == INJANG_OK)
			code = fill(request, numbers, &inputs[DIGEST], &inputs[CI], &inputs[VID],
			            &inputs[NAME], &error);
		if (code == INJANG_OK)
			code = add_certificates(env, request, certificates, &error);
		if (code == INJANG_OK)
			result = judge(env, pointer(policy), request, is_audit, &inputs[DOCUMENT],
			               &inputs[CONTENT]);
		else if (code > 0)
			result = failed(env, code, error);
	}
	injang_request_free(request);
	while (taken-- > 0) {
		if (taken == CI || taken == VID)
			drop_secret(&inputs[taken]);
		else
			drop(&inputs[taken]);
	}
	return result;
}

/* ---- answers of providers ----------------------------------------------------------------------- */

METHOD(jbyteArray, exchangeNew)(JNIEnv *env, jclass type, jint provider, jbyteArray product_array)
{
	injang_exchange *exchange = NULL;
	injang_error *error = NULL;
	jbyteArray result;
	input product;
	int32_t code;
	(void)type;
	if (!take(env, product_array, &product))
		return NULL;
	code = injang_exchange_new(provider, chars(&product), product.length, &exchange, &error);
	drop(&product);
	result = new_handle(env, code, exchange, error);
	if (result == NULL)
		injang_exchange_free(exchange);
	return result;
}

/* The numbers of io.injang.Exchange: roles from 100. */
METHOD(jbyteArray, exchangeText)(JNIEnv *env, jclass type, jlong handle, jint what, jbyteArray array)
{
	injang_exchange *exchange = pointer(handle);
	injang_error *error = NULL;
	int32_t code;
	input in;
	(void)type;
	if (!take(env, array, &in))
		return NULL;
	switch (what) {
	case 0:
		code = injang_exchange_set_response(exchange, chars(&in), in.length, &error);
		break;
	case 1:
		code = injang_exchange_set_request(exchange, chars(&in), in.length, &error);
		break;
	case 2:
		code = injang_exchange_set_result_request(exchange, chars(&in), in.length, &error);
		break;
	case 3:
		code = injang_exchange_set_keys(exchange, chars(&in), in.length, &error);
		break;
	case 4:
		code = injang_exchange_set_ci(exchange, chars(&in), in.length, &error);
		break;
	case 5:
		code = injang_exchange_set_ci_list(exchange, chars(&in), in.length, &error);
		break;
	case 6:
		code = injang_exchange_set_person(exchange, chars(&in), in.length, &error);
		break;
	case 7:
		code = injang_exchange_set_short_signatures(exchange, chars(&in), in.length, &error);
		break;
	case 8:
		code = injang_exchange_set_content_map(exchange, chars(&in), in.length, &error);
		break;
	case 9:
		code = injang_exchange_set_name(exchange, chars(&in), in.length, &error);
		break;
	default:
		code = injang_exchange_set_other(exchange, what - 100, chars(&in), in.length, &error);
		break;
	}
	drop_secret(&in);
	return done(env, code, error);
}

/* The numbers of io.injang.Exchange. */
METHOD(jbyteArray, exchangeNumber)(JNIEnv *env, jclass type, jlong handle, jint what, jint value)
{
	injang_exchange *exchange = pointer(handle);
	injang_error *error = NULL;
	int32_t code = INJANG_E_ARGUMENT;
	(void)type;
	switch (what) {
	case 0:
		code = injang_exchange_set_not_kept(exchange, value, &error);
		break;
	case 1:
		code = injang_exchange_set_sign_type(exchange, value, &error);
		break;
	case 2:
		code = injang_exchange_set_plain_hash_source(exchange, value, &error);
		break;
	case 3:
		code = injang_exchange_set_vid_layout(exchange, value, &error);
		break;
	case 4:
		code = injang_exchange_set_environment(exchange, value, &error);
		break;
	case 5:
		code = injang_exchange_waive(exchange, value, &error);
		break;
	default:
		break;
	}
	return done(env, code, error);
}

METHOD(jbyteArray, exchangeOriginal)(JNIEnv *env, jclass type, jlong handle, jlong policy,
                                     jbyteArray id_array, jbyteArray array)
{
	injang_error *error = NULL;
	input id, in;
	int32_t code;
	(void)type;
	if (!take(env, id_array, &id))
		return NULL;
	if (!take(env, array, &in)) {
		drop(&id);
		return NULL;
	}
	code = injang_exchange_add_original(pointer(handle), pointer(policy), chars(&id), id.length,
	                                    in.octets, in.length, &error);
	drop(&id);
	drop(&in);
	return done(env, code, error);
}

/* Three pointers and a form for short signatures; without a form two for the nonce. */
METHOD(jbyteArray, exchangePaths)(JNIEnv *env, jclass type, jlong handle, jbyteArray first_array,
                                  jbyteArray second_array, jbyteArray third_array, jint form)
{
	injang_exchange *exchange = pointer(handle);
	injang_error *error = NULL;
	jbyteArray arrays[3];
	input paths[3];
	int32_t code;
	int taken = 0;
	(void)type;
	arrays[0] = first_array;
	arrays[1] = second_array;
	arrays[2] = third_array;
	while (taken < 3 && take(env, arrays[taken], &paths[taken]))
		taken++;
	if (taken < 3) {
		while (taken-- > 0)
			drop(&paths[taken]);
		return NULL;
	}
	if (form == 0)
		code = injang_exchange_set_nonce_paths(exchange, chars(&paths[0]), paths[0].length,
		                                       chars(&paths[1]), paths[1].length, &error);
	else
		code = injang_exchange_set_session_paths(exchange, chars(&paths[0]), paths[0].length,
		                                         chars(&paths[1]), paths[1].length,
		                                         chars(&paths[2]), paths[2].length, form, &error);
	while (taken-- > 0)
		drop(&paths[taken]);
	return done(env, code, error);
}

METHOD(void, exchangeFree)(JNIEnv *env, jclass type, jlong handle)
{
	(void)env;
	(void)type;
	injang_exchange_free(pointer(handle));
}

static void put_findings(output *out, const injang_decision *decision, size_t answer, int32_t notes)
{
	size_t count = injang_decision_finding_count(decision, answer, notes);
	size_t index, length = 0;
	put_index(out, count);
	for (index = 0; index < count; index++) {
		const char *text;
		int32_t lang;
		put_int(out, injang_decision_finding_code(decision, answer, notes, index));
		put_int(out, injang_decision_finding_effect(decision, answer, notes, index));
		text = injang_decision_finding_document(decision, answer, notes, index, &length);
		put_octets(out, text, length);
		for (lang = INJANG_LANGUAGE_EN; lang <= INJANG_LANGUAGE_KO; lang++) {
			text = injang_decision_finding_sentence(decision, answer, notes, index, lang, &length);
			put_octets(out, text, length);
		}
	}
}

static void put_answer(output *out, const injang_decision *decision, size_t answer)
{
	size_t count, index, length = 0;
	const uint8_t *content;
	const char *text;
	int32_t lang, field;
	put_int(out, injang_decision_verdict(decision, answer));
	for (lang = INJANG_LANGUAGE_EN; lang <= INJANG_LANGUAGE_KO; lang++) {
		text = injang_decision_headline(decision, answer, lang, &length);
		put_octets(out, text, length);
	}
	put_findings(out, decision, answer, 0);
	put_findings(out, decision, answer, 1);
	put_int(out, injang_decision_identity(decision, answer));
	put_int(out, injang_decision_ci(decision, answer));
	for (field = INJANG_PERSON_FIELD_NAME; field <= INJANG_PERSON_FIELD_DI; field++)
		put_int(out, injang_decision_person(decision, answer, field));
	text = injang_decision_pseudonym(decision, answer, &length);
	put_octets(out, text, length);
	count = injang_decision_document_count(decision, answer);
	put_index(out, count);
	for (index = 0; index < count; index++) {
		const injang_report *report = injang_decision_report(decision, answer, index);
		text = injang_decision_document_id(decision, answer, index, &length);
		put_octets(out, text, length);
		put_int(out, injang_report_code(report));
		put_summary(out, report);
		content = injang_report_untrusted_content(report, &length);
		put_octets(out, content, length);
	}
}

METHOD(jbyteArray, decide)(JNIEnv *env, jclass type, jlong policy, jlongArray exchange_array, jint source,
                           jlong at)
{
	jsize count = (*env)->GetArrayLength(env, exchange_array);
	size_t room = count == 0 ? 1 : (size_t)count;
	jlong *handles = allocate(room * sizeof *handles);
	const injang_exchange **exchanges = allocate(room * sizeof *exchanges);
	injang_decision *decision = NULL;
	injang_error *error = NULL;
	jbyteArray result = NULL;
	(void)type;
	if (handles == NULL || exchanges == NULL) {
		throw_memory(env, "io.injang: no native memory for a decision");
	} else {
		int32_t code;
		jsize index;
		(*env)->GetLongArrayRegion(env, exchange_array, 0, count, handles);
		for (index = 0; index < count; index++)
			exchanges[index] = pointer(handles[index]);
		if (count == 1)
			code = injang_decide(pointer(policy), exchanges[0], source, at, &decision, &error);
		else
			code = injang_decide_all(pointer(policy), exchanges, (size_t)count, source, at,
			                         &decision, &error);
		if (decision == NULL) {
			result = failed(env, code, error);
		} else {
			size_t answers = injang_decision_answer_count(decision), answer;
			output out;
			begin(&out, code);
			put_long(&out, (int64_t)(intptr_t)decision);
			put_index(&out, answers);
			for (answer = 0; answer < answers; answer++)
				put_answer(&out, decision, answer);
			result = end(env, &out);
			if (result == NULL)
				injang_decision_free(decision);
		}
	}
	free(handles);
	free(exchanges);
	return result;
}

/* ---- texts, and the end of handles -------------------------------------------------------------- */

/* The kinds of io.injang.Handle and the forms of io.injang.Native. */
enum { KIND_POLICY, KIND_REPORT, KIND_DECISION, KIND_INSPECTION };
enum { FORM_JSON, FORM_TEXT, FORM_BRIEF };

METHOD(jbyteArray, text)(JNIEnv *env, jclass type, jint kind, jlong handle, jint form, jint lang,
                         jint show_subject)
{
	size_t length = 0;
	const char *text = NULL;
	(void)type;
	if (kind == KIND_REPORT) {
		const injang_report *report = pointer(handle);
		text = form == FORM_JSON   ? injang_report_json(report, lang, show_subject, &length)
		       : form == FORM_TEXT ? injang_report_text(report, lang, show_subject, &length)
		                           : injang_report_brief(report, lang, show_subject, &length);
	} else if (kind == KIND_DECISION) {
		const injang_decision *decision = pointer(handle);
		text = form == FORM_JSON   ? injang_decision_json(decision, lang, show_subject, &length)
		       : form == FORM_TEXT ? injang_decision_text(decision, lang, show_subject, &length)
		                           : injang_decision_brief(decision, lang, show_subject, &length);
	} else if (kind == KIND_INSPECTION) {
		const injang_inspection *inspection = pointer(handle);
		text = form == FORM_JSON ? injang_inspection_json(inspection, lang, show_subject, &length)
		                         : injang_inspection_text(inspection, lang, show_subject, &length);
	}
	return text_array(env, text, length);
}

METHOD(void, free)(JNIEnv *env, jclass type, jint kind, jlong handle)
{
	(void)env;
	(void)type;
	switch (kind) {
	case KIND_POLICY:
		injang_policy_free(pointer(handle));
		break;
	case KIND_REPORT:
		injang_report_free(pointer(handle));
		break;
	case KIND_DECISION:
		injang_decision_free(pointer(handle));
		break;
	case KIND_INSPECTION:
		injang_inspection_free(pointer(handle));
		break;
	default:
		break;
	}
}

/* ---- without a policy --------------------------------------------------------------------------- */

METHOD(jbyteArray, inspect)(JNIEnv *env, jclass type, jbyteArray array)
{
	injang_inspection *inspection = NULL;
	injang_error *error = NULL;
	jbyteArray result;
	int32_t code;
	input in;
	(void)type;
	if (!take(env, array, &in))
		return NULL;
	code = injang_inspect(in.octets, in.length, &inspection, &error);
	drop(&in);
	result = new_handle(env, code, inspection, error);
	if (result == NULL)
		injang_inspection_free(inspection);
	return result;
}

/* The VID: as octets for the encoding 0, else as text. */
METHOD(jbyteArray, vid)(JNIEnv *env, jclass type, jbyteArray ci_array, jbyteArray serial_array, jint layout,
                        jint encoding)
{
	uint8_t vid[INJANG_VID_TEXT_SIZE];
	injang_error *error = NULL;
	input ci, serial;
	output out;
	int32_t code;
	(void)type;
	if (!take(env, ci_array, &ci))
		return NULL;
	if (!take(env, serial_array, &serial)) {
		drop_secret(&ci);
		return NULL;
	}
	if (encoding == 0)
		code = injang_vid_compute(chars(&ci), ci.length, serial.octets, serial.length, layout, vid,
		                          sizeof vid, &error);
	else
		code = injang_vid_text(chars(&ci), ci.length, serial.octets, serial.length, layout, encoding,
		                       (char *)vid, sizeof vid, &error);
	drop_secret(&ci);
	drop(&serial);
	if (code != INJANG_OK)
		return failed(env, code, error);
	begin(&out, code);
	put_octets(&out, vid, encoding == 0 ? INJANG_VID_SIZE : strlen((const char *)vid));
	wipe(vid, sizeof vid);
	return end_secret(env, &out);
}

METHOD(jbyteArray, vidCheck)(JNIEnv *env, jclass type, jbyteArray ci_array, jbyteArray serial_array,
                             jint layout, jbyteArray vid_array)
{
	injang_error *error = NULL;
	input ci, serial, vid;
	output out;
	int32_t code;
	(void)type;
	if (!take(env, ci_array, &ci))
		return NULL;
	if (!take(env, serial_array, &serial)) {
		drop_secret(&ci);
		return NULL;
	}
	if (!take(env, vid_array, &vid)) {
		drop_secret(&ci);
		drop(&serial);
		return NULL;
	}
	code = injang_vid_check(chars(&ci), ci.length, serial.octets, serial.length, layout, chars(&vid),
	                        vid.length, &error);
	drop_secret(&ci);
	drop(&serial);
	drop_secret(&vid);
	if (code != INJANG_OK && code != INJANG_REJECTED)
		return failed(env, code, error);
	begin(&out, code);
	return end(env, &out);
}

METHOD(jbyteArray, certificateSerial)(JNIEnv *env, jclass type, jbyteArray array)
{
	injang_error *error = NULL;
	size_t length = 0;
	uint8_t *serial;
	jbyteArray result;
	output out;
	int32_t code;
	input in;
	(void)type;
	if (!take(env, array, &in))
		return NULL;
	/* A serial number is no longer than what it stands in. */
	serial = allocate(in.length);
	if (serial == NULL) {
		drop(&in);
		throw_memory(env, "io.injang: no native memory for a serial number");
		return NULL;
	}
	code = injang_certificate_serial(in.octets, in.length, serial, in.length, &length, &error);
	drop(&in);
	if (code == INJANG_OK) {
		begin(&out, code);
		put_octets(&out, serial, length);
		result = end(env, &out);
	} else {
		result = failed(env, code, error);
	}
	free(serial);
	return result;
}

/* ---- the end of the library --------------------------------------------------------------------- */

#ifdef INJANG_JNI_THREAD_SHUTDOWN
/* Of the cryptographic library: deletes its pthread key. A thread that ends after this library was
 * unloaded would otherwise call a destructor that is no longer there. */
int INJANG_JNI_THREAD_SHUTDOWN(void);

JNIEXPORT void JNICALL JNI_OnUnload(JavaVM *vm, void *reserved)
{
	(void)vm;
	(void)reserved;
	INJANG_JNI_THREAD_SHUTDOWN();
}
#endif
