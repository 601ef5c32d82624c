/**
 * @file injang.hpp
 * @brief C++17 over injang.h: handles that free themselves, views, exceptions. Header only.
 *
 * What a function does is said in injang.h; here stands what is different in C++.
 *
 * - A handle is a class that can be moved and not copied. An empty one (moved from) is NULL to C: its
 *   getters give nothing, and what needs it throws.
 * - A code of 64 and more is thrown as injang::error. That a document or an answer is not to be relied on
 *   is no exception: it is an injang::outcome or injang::decision, which must be looked at.
 * - injang::bytes, std::string_view and report_view are views: they live as long as the handle that lent
 *   them. A temporary lends none: `verify(…).value()` does not compile, because nothing would keep the
 *   report. Keep the outcome in a variable first. Views that are given are read during the call only.
 * - Enumerations have the numbers of injang.h. A later library may give a number that has no name here.
 * - Threads: const members of policy, report, decision and inspection may be called from any number of
 *   threads at the same time.
 */
#ifndef INJANG_HPP
#define INJANG_HPP

#include "injang.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace injang {

/** Whether certificates must be shown not to have been revoked. */
enum class revocation : std::int32_t {
    require = INJANG_REVOCATION_MODE_REQUIRE,
    none = INJANG_REVOCATION_MODE_NONE
};

/** How deviations from the standards are taken. */
enum class profile : std::int32_t {
    standard = INJANG_PROFILE_STANDARD,
    strict = INJANG_PROFILE_STRICT
};

/** The kind of a signature. */
enum class sign_type : std::int32_t {
    none = 0,
    message = INJANG_SIGN_TYPE_MESSAGE,
    signed_attribute = INJANG_SIGN_TYPE_SIGNED_ATTRIBUTE,
    plain_hash = INJANG_SIGN_TYPE_PLAIN_HASH
};

/** What a digest is that stands for a content. */
enum class plain_hash_source : std::int32_t {
    prehash = INJANG_PLAIN_HASH_SOURCE_PREHASH,
    hash_of_hash = INJANG_PLAIN_HASH_SOURCE_HASH_OF_HASH
};

/** The algorithm of a digest. */
enum class digest_algorithm : std::int32_t {
    sha1 = INJANG_DIGEST_ALGORITHM_SHA1,
    sha224 = INJANG_DIGEST_ALGORITHM_SHA224,
    sha256 = INJANG_DIGEST_ALGORITHM_SHA256,
    sha384 = INJANG_DIGEST_ALGORITHM_SHA384,
    sha512 = INJANG_DIGEST_ALGORITHM_SHA512
};

/** How CI and serial number are joined in a VID. */
enum class vid_layout : std::int32_t {
    none = 0,
    ci_serial = INJANG_VID_LAYOUT_CI_SERIAL,
    ci_serial_unsigned = INJANG_VID_LAYOUT_CI_SERIAL_UNSIGNED,
    serial_ci = INJANG_VID_LAYOUT_SERIAL_CI,
    serial_unsigned_ci = INJANG_VID_LAYOUT_SERIAL_UNSIGNED_CI
};

/** How a VID is written. */
enum class vid_encoding : std::int32_t {
    base64 = INJANG_VID_ENCODING_BASE64,
    base64url = INJANG_VID_ENCODING_BASE64URL,
    hex = INJANG_VID_ENCODING_HEX
};

/** Where the time of a request comes from. */
enum class time_source : std::int32_t {
    caller = INJANG_TIME_SOURCE_CALLER,
    clock = INJANG_TIME_SOURCE_CLOCK,
    provider = INJANG_TIME_SOURCE_PROVIDER
};

/** What the time of a decision is. */
enum class verification_time : std::int32_t {
    caller = INJANG_VERIFICATION_TIME_CALLER,
    clock = INJANG_VERIFICATION_TIME_CLOCK,
    provider_completion = INJANG_VERIFICATION_TIME_PROVIDER_COMPLETION
};

/** The verdict over a document or a signer. */
enum class verdict : std::int32_t {
    none = 0,
    total_passed = INJANG_VERDICT_TOTAL_PASSED,
    indeterminate = INJANG_VERDICT_INDETERMINATE,
    total_failed = INJANG_VERDICT_TOTAL_FAILED
};

/** Who answered. */
enum class provider : std::int32_t {
    kakao = INJANG_PROVIDER_KAKAO,
    barocert = INJANG_PROVIDER_BAROCERT,
    toss = INJANG_PROVIDER_TOSS
};

/** What another answer of a transaction is for. */
enum class role : std::int32_t {
    receipt = INJANG_ROLE_RECEIPT,
    status = INJANG_ROLE_STATUS,
    identify = INJANG_ROLE_IDENTIFY,
    prepare = INJANG_ROLE_PREPARE
};

/** The language of sentences. */
enum class language : std::int32_t {
    english = INJANG_LANGUAGE_EN,
    korean = INJANG_LANGUAGE_KO
};

/** Whether the subjects of certificates, which are personal data, are shown. */
enum class subjects : std::int32_t { hidden = 0, shown = 1 };

/** A view of octets. */
class bytes {
public:
    /** None, which is not the same as empty. */
    constexpr bytes() noexcept = default;
    constexpr bytes(const std::uint8_t *data, std::size_t size) noexcept : data_(data), size_(size) {}
    /** The octets of a text; a view of nothing is none. */
    bytes(std::string_view text) noexcept
        : data_(reinterpret_cast<const std::uint8_t *>(text.data())), size_(text.size()) {}
    bytes(const std::string &text) noexcept : bytes(std::string_view(text)) {}
    /** The octets of a vector; an empty one is empty, and not none. */
    bytes(const std::vector<std::uint8_t> &octets) noexcept
        : data_(octets.empty() ? &nothing : octets.data()), size_(octets.size()) {}

    constexpr const std::uint8_t *data() const noexcept { return data_; }
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool empty() const noexcept { return size_ == 0; }
    constexpr const std::uint8_t *begin() const noexcept { return data_; }
    constexpr const std::uint8_t *end() const noexcept { return data_ + size_; }
    /** Whether there are octets at all, were it none. */
    constexpr explicit operator bool() const noexcept { return data_ != nullptr; }
    /** The same as text. */
    std::string_view text() const noexcept {
        return {reinterpret_cast<const char *>(data_), size_};
    }

private:
    static constexpr std::uint8_t nothing = 0;

    const std::uint8_t *data_ = nullptr;
    std::size_t size_ = 0;
};

/** A function did nothing: why, and which parameter it is about. */
class error : public std::runtime_error {
public:
    error(std::int32_t code, const std::string &parameter, const std::string &message)
        : std::runtime_error(message), code_(code), parameter_(std::make_shared<std::string>(parameter)) {}
    /** INJANG_E_ARGUMENT, INJANG_E_INPUT, INJANG_E_BUG or INJANG_E_MEMORY. */
    std::int32_t code() const noexcept { return code_; }
    /** The name of the parameter as in injang.h; empty if it is about none. */
    const std::string &parameter() const noexcept { return *parameter_; }

private:
    std::int32_t code_;
    // Shared, so that copying an exception can't fail.
    std::shared_ptr<std::string> parameter_;
};

/// @cond detail
namespace detail {

/** Frees a handle by its function. */
template <typename Handle, void (*Free)(Handle *)> struct deleter {
    void operator()(Handle *handle) const noexcept { Free(handle); }
};

template <typename Handle, void (*Free)(Handle *)>
using owned = std::unique_ptr<Handle, deleter<Handle, Free>>;

using owned_error = owned<injang_error, injang_error_free>;

/** What C writes to: a handle that is owned from then on, or an error that is thrown. */
template <typename Owned> class out {
public:
    explicit out(Owned &owned) noexcept : owned_(owned) {}
    out(const out &) = delete;
    out &operator=(const out &) = delete;
    ~out() { owned_.reset(handle_); }
    typename Owned::pointer *get() noexcept { return &handle_; }

private:
    Owned &owned_;
    typename Owned::pointer handle_ = nullptr;
};

[[noreturn]] inline void fail(std::int32_t code, owned_error error) {
    const char *parameter = injang_error_parameter(error.get());
    const char *message = injang_error_message(error.get(), INJANG_LANGUAGE_EN, nullptr);
    throw injang::error(code, parameter ? parameter : "", message ? message : "injang");
}

/** Calls a function whose last parameter is an error, and throws what is none of its answers. */
template <typename Call> std::int32_t call(Call &&function) {
    injang_error *raw = nullptr;
    const std::int32_t code = function(&raw);
    owned_error error(raw);
    if (code >= INJANG_E_ARGUMENT) {
        fail(code, std::move(error));
    }
    return code;
}

/**
 * The pointer of octets. None is NULL to C, which refuses it and names the parameter: a content that is
 * missing must not count as an empty one, which somebody may have signed.
 */
inline const std::uint8_t *there(bytes octets) noexcept { return octets.data(); }
/** The pointer of a text. In C++ a view of nothing is the empty text, and only that. */
inline const char *there(std::string_view text) noexcept {
    return text.data() || !text.empty() ? text.data() : "";
}

inline std::string_view view(const char *text, std::size_t length) noexcept {
    return text ? std::string_view(text, length) : std::string_view();
}

inline std::optional<std::int64_t> time(std::int64_t seconds) noexcept {
    return seconds == INJANG_NO_TIME ? std::nullopt : std::optional<std::int64_t>(seconds);
}

inline std::optional<std::size_t> index(std::size_t place) noexcept {
    return place == INJANG_NONE ? std::nullopt : std::optional<std::size_t>(place);
}

template <typename Enumeration> constexpr std::int32_t number(Enumeration value) noexcept {
    return static_cast<std::int32_t>(value);
}

} // namespace detail
/// @endcond

/** Whether the library that is loaded has every function of this header. */
[[nodiscard]] inline bool is_compatible() noexcept {
    return injang_abi_version() == INJANG_ABI_VERSION;
}

/** The stable name of a value, such as that of INJANG_TABLE_REASON and a check's reason. */
[[nodiscard]] inline std::string_view code_name(std::int32_t table, std::int32_t number) noexcept {
    const char *name = injang_code_name(table, number);
    return name ? std::string_view(name) : std::string_view();
}

/** Seconds since 1970 of a time such as 2026-03-02T09:00:00Z. */
[[nodiscard]] inline std::int64_t parse_time(std::string_view text) {
    std::int64_t seconds = 0;
    detail::call([&](injang_error **error) {
        return injang_time_parse(detail::there(text), text.size(), &seconds, error);
    });
    return seconds;
}

class policy_builder;
class exchange;

/** Whom to trust, how strictly, with which revocation data. */
class policy {
public:
    /** The same with other CRLs and OCSP responses in place of its own. */
    [[nodiscard]] policy with_revocation_data(const std::vector<bytes> &pieces) const {
        std::vector<const std::uint8_t *> pointers;
        std::vector<std::size_t> lengths;
        pointers.reserve(pieces.size());
        lengths.reserve(pieces.size());
        for (const bytes &piece : pieces) {
            pointers.push_back(detail::there(piece));
            lengths.push_back(piece.size());
        }
        policy renewed;
        detail::call([&](injang_error **error) {
            return injang_policy_with_revocation_data(handle_.get(), pointers.data(), lengths.data(),
                                                      pieces.size(),
                                                      detail::out(renewed.handle_).get(), error);
        });
        return renewed;
    }

    /** Another handle to the same policy. */
    [[nodiscard]] policy clone() const {
        policy copy;
        detail::call([&](injang_error **error) {
            return injang_policy_clone(handle_.get(), detail::out(copy.handle_).get(), error);
        });
        return copy;
    }

    /** All settings, anchors and pieces of evidence, as a text. */
    [[nodiscard]] std::string_view manifest() const & noexcept {
        std::size_t length = 0;
        const char *text = injang_policy_manifest(handle_.get(), &length);
        return detail::view(text, length);
    }
    std::string_view manifest() const && = delete;

    /** The handle, for functions of injang.h. */
    [[nodiscard]] const injang_policy *get() const & noexcept { return handle_.get(); }
    const injang_policy *get() const && = delete;

private:
    friend class policy_builder;
    policy() noexcept = default;
    detail::owned<injang_policy, injang_policy_free> handle_;
};

/** Makes a policy. */
class policy_builder {
public:
    /** Trusts nobody yet. Whether revocation is checked has no default. */
    explicit policy_builder(revocation mode) {
        detail::call([&](injang_error **error) {
            return injang_policy_builder_new(detail::number(mode), detail::out(handle_).get(), error);
        });
    }

    policy_builder &trust(bytes octets) {
        return add(injang_policy_builder_add_trust, octets);
    }
    policy_builder &trust_key(bytes name, bytes public_key) {
        return set([&](injang_policy_builder *handle, injang_error **error) {
            return injang_policy_builder_add_trust_key(handle, detail::there(name), name.size(),
                                                       detail::there(public_key), public_key.size(),
                                                       error);
        });
    }
    policy_builder &intermediates(bytes octets) {
        return add(injang_policy_builder_add_intermediates, octets);
    }
    policy_builder &revocation_data(bytes octets) {
        return add(injang_policy_builder_add_revocation_data, octets);
    }
    policy_builder &ocsp_responders(bytes octets) {
        return add(injang_policy_builder_add_ocsp_responders, octets);
    }
    policy_builder &profile(injang::profile value) {
        return set(injang_policy_builder_set_profile, detail::number(value));
    }
    policy_builder &accept_sha1(bool accept) {
        return set(injang_policy_builder_set_accept_sha1, accept ? 1 : 0);
    }
    policy_builder &least_rsa_bits(std::size_t bits) {
        return set([&](injang_policy_builder *handle, injang_error **error) {
            return injang_policy_builder_set_least_rsa_bits(handle, bits, error);
        });
    }
    policy_builder &anchor_constraints(bool apply) {
        return set(injang_policy_builder_set_anchor_constraints, apply ? 1 : 0);
    }
    policy_builder &acceptable_policy(std::string_view oid) {
        return text(injang_policy_builder_add_acceptable_policy, oid);
    }
    policy_builder &explicit_policy(bool require) {
        return set(injang_policy_builder_set_explicit_policy, require ? 1 : 0);
    }
    policy_builder &inhibit_policy_mapping(bool inhibit) {
        return set(injang_policy_builder_set_inhibit_policy_mapping, inhibit ? 1 : 0);
    }
    policy_builder &inhibit_any_policy(bool inhibit) {
        return set(injang_policy_builder_set_inhibit_any_policy, inhibit ? 1 : 0);
    }
    policy_builder &signer_policy(std::string_view oid) {
        return text(injang_policy_builder_add_signer_policy, oid);
    }
    policy_builder &purpose(std::string_view oid) {
        return text(injang_policy_builder_set_purpose, oid);
    }
    /** A bound on the work for one document, as INJANG_BUDGET_…. */
    policy_builder &budget(std::int32_t bound, std::uint64_t value) {
        return set([&](injang_policy_builder *handle, injang_error **error) {
            return injang_policy_builder_set_budget(handle, bound, value, error);
        });
    }
    policy_builder &cache_size(std::size_t signatures) {
        return set([&](injang_policy_builder *handle, injang_error **error) {
            return injang_policy_builder_set_cache_size(handle, signatures, error);
        });
    }

    /** Makes the policy; the builder is used up. */
    [[nodiscard]] policy build() {
        policy built;
        detail::call([&](injang_error **error) {
            return injang_policy_builder_build(handle_.get(), detail::out(built.handle_).get(), error);
        });
        return built;
    }

    /** The handle, for functions of injang.h. */
    [[nodiscard]] injang_policy_builder *get() & noexcept { return handle_.get(); }

private:
    template <typename Setter> policy_builder &set(Setter setter) {
        detail::call([&](injang_error **error) { return setter(handle_.get(), error); });
        return *this;
    }
    policy_builder &set(std::int32_t (*setter)(injang_policy_builder *, std::int32_t, injang_error **),
                        std::int32_t value) {
        detail::call([&](injang_error **error) { return setter(handle_.get(), value, error); });
        return *this;
    }
    policy_builder &add(std::int32_t (*adder)(injang_policy_builder *, const std::uint8_t *, std::size_t,
                                              injang_error **),
                        bytes octets) {
        detail::call([&](injang_error **error) {
            return adder(handle_.get(), detail::there(octets), octets.size(), error);
        });
        return *this;
    }
    policy_builder &text(std::int32_t (*setter)(injang_policy_builder *, const char *, std::size_t,
                                                injang_error **),
                         std::string_view oid) {
        detail::call([&](injang_error **error) {
            return setter(handle_.get(), detail::there(oid), oid.size(), error);
        });
        return *this;
    }

    detail::owned<injang_policy_builder, injang_policy_builder_free> handle_;
};

/** What is asked of one document. */
class request {
public:
    /** Judges at this time, in seconds since 1970. It has no default. */
    explicit request(std::int64_t at) {
        detail::call([&](injang_error **error) {
            return injang_request_new(at, detail::out(handle_).get(), error);
        });
    }

    request &time(std::int64_t at, time_source source = time_source::caller) {
        return set([&](injang_request *handle, injang_error **error) {
            return injang_request_set_time(handle, at, detail::number(source), error);
        });
    }
    request &digest(digest_algorithm algorithm, bytes digest) {
        return set([&](injang_request *handle, injang_error **error) {
            return injang_request_set_digest(handle, detail::number(algorithm), detail::there(digest),
                                             digest.size(), error);
        });
    }
    request &plain_hash_source(injang::plain_hash_source source) {
        return set([&](injang_request *handle, injang_error **error) {
            return injang_request_set_plain_hash_source(handle, detail::number(source), error);
        });
    }
    request &sign_type(injang::sign_type type) {
        return set([&](injang_request *handle, injang_error **error) {
            return injang_request_set_sign_type(handle, detail::number(type), error);
        });
    }
    /** Claims who signed. The CI is copied; wipe your own. */
    request &vid(std::string_view ci, std::string_view vid) {
        return set([&](injang_request *handle, injang_error **error) {
            return injang_request_set_vid(handle, detail::there(ci), ci.size(), detail::there(vid),
                                          vid.size(), error);
        });
    }
    request &vid_layout(injang::vid_layout layout) {
        return set([&](injang_request *handle, injang_error **error) {
            return injang_request_set_vid_layout(handle, detail::number(layout), error);
        });
    }
    request &signer(std::size_t index) {
        return set([&](injang_request *handle, injang_error **error) {
            return injang_request_set_signer(handle, index, error);
        });
    }
    request &certificates(bytes octets) {
        return set([&](injang_request *handle, injang_error **error) {
            return injang_request_add_certificates(handle, detail::there(octets), octets.size(), error);
        });
    }
    request &diagnose(bool diagnose = true) {
        return set([&](injang_request *handle, injang_error **error) {
            return injang_request_set_diagnose(handle, diagnose ? 1 : 0, error);
        });
    }
    /** A bound on reading the document, as INJANG_LIMIT_…. */
    request &limit(std::int32_t limit, std::uint64_t value) {
        return set([&](injang_request *handle, injang_error **error) {
            return injang_request_set_limit(handle, limit, value, error);
        });
    }
    request &name(std::string_view name) {
        return set([&](injang_request *handle, injang_error **error) {
            return injang_request_set_name(handle, detail::there(name), name.size(), error);
        });
    }
    /** Forgets everything, wipes the CI, and asks at this time. */
    request &reset(std::int64_t at) {
        return set([&](injang_request *handle, injang_error **error) {
            return injang_request_reset(handle, at, error);
        });
    }

    /** The handle, for functions of injang.h. */
    [[nodiscard]] const injang_request *get() const & noexcept { return handle_.get(); }
    const injang_request *get() const && = delete;

private:
    template <typename Setter> request &set(Setter setter) {
        detail::call([&](injang_error **error) { return setter(handle_.get(), error); });
        return *this;
    }

    detail::owned<injang_request, injang_request_free> handle_;
};

/** One check: a view into its report. */
class check {
public:
    check(const injang_report *report, std::size_t signer, std::size_t certificate,
          std::size_t index) noexcept
        : report_(report), signer_(signer), certificate_(certificate), index_(index) {}

    /** INJANG_CHECK_… */
    [[nodiscard]] std::int32_t id() const noexcept {
        return injang_check_id(report_, signer_, certificate_, index_);
    }
    /** INJANG_OUTCOME_… */
    [[nodiscard]] std::int32_t outcome() const noexcept {
        return injang_check_outcome(report_, signer_, certificate_, index_);
    }
    /** INJANG_SUB_INDICATION_…, or 0. */
    [[nodiscard]] std::int32_t sub_indication() const noexcept {
        return injang_check_sub_indication(report_, signer_, certificate_, index_);
    }
    /** INJANG_REASON_…, or 0. */
    [[nodiscard]] std::int32_t reason() const noexcept {
        return injang_check_reason(report_, signer_, certificate_, index_);
    }
    [[nodiscard]] std::optional<std::size_t> position() const noexcept {
        return detail::index(injang_check_position(report_, signer_, certificate_, index_));
    }
    [[nodiscard]] std::string_view sentence(language lang) const noexcept {
        std::size_t length = 0;
        const char *text = injang_check_sentence(report_, signer_, certificate_, index_,
                                                 detail::number(lang), &length);
        return detail::view(text, length);
    }

private:
    const injang_report *report_;
    std::size_t signer_, certificate_, index_;
};

/** One signer: a view into its report. */
class signer {
public:
    signer(const injang_report *report, std::size_t index) noexcept : report_(report), index_(index) {}

    [[nodiscard]] injang::verdict verdict() const noexcept {
        return static_cast<injang::verdict>(injang_signer_verdict(report_, index_));
    }
    /** INJANG_SUB_INDICATION_…, or 0. */
    [[nodiscard]] std::int32_t sub_indication() const noexcept {
        return injang_signer_sub_indication(report_, index_);
    }
    [[nodiscard]] injang::sign_type sign_type() const noexcept {
        return static_cast<injang::sign_type>(injang_signer_sign_type(report_, index_));
    }
    /** INJANG_DIGEST_SOURCE_… */
    [[nodiscard]] std::int32_t digest_source() const noexcept {
        return injang_signer_digest_source(report_, index_);
    }
    [[nodiscard]] bool is_verified_key() const noexcept {
        return injang_signer_is_verified_key(report_, index_) == 1;
    }
    [[nodiscard]] bool is_ambiguous() const noexcept {
        return injang_signer_is_ambiguous(report_, index_) == 1;
    }
    [[nodiscard]] bytes serial() const noexcept { return lent(injang_signer_serial); }
    [[nodiscard]] bytes certificate() const noexcept { return lent(injang_signer_certificate); }
    [[nodiscard]] std::string_view issuer() const noexcept {
        std::size_t length = 0;
        const char *text = injang_signer_issuer(report_, index_, &length);
        return detail::view(text, length);
    }
    /** The name of the person who signed: PERSONAL DATA. */
    [[nodiscard]] std::string_view subject() const noexcept {
        std::size_t length = 0;
        const char *text = injang_signer_subject(report_, index_, &length);
        return detail::view(text, length);
    }
    /** The signer's word, and no proof of it. */
    [[nodiscard]] std::optional<std::int64_t> claimed_time() const noexcept {
        return detail::time(injang_signer_claimed_time(report_, index_));
    }
    [[nodiscard]] std::size_t check_count() const noexcept {
        return injang_check_count(report_, index_, INJANG_NONE);
    }
    [[nodiscard]] injang::check check(std::size_t index) const noexcept {
        return {report_, index_, INJANG_NONE, index};
    }
    [[nodiscard]] std::size_t finding_count() const noexcept {
        return injang_finding_count(report_, index_, INJANG_NONE);
    }
    /** INJANG_FINDING_… */
    [[nodiscard]] std::int32_t finding(std::size_t index) const noexcept {
        return injang_finding_code(report_, index_, INJANG_NONE, index);
    }
    [[nodiscard]] std::size_t path_length() const noexcept {
        return injang_path_length(report_, index_);
    }
    /** A certificate of the path in DER: 0 is the signer's. */
    [[nodiscard]] bytes path_certificate(std::size_t position) const noexcept {
        std::size_t length = 0;
        const std::uint8_t *octets = injang_path_certificate(report_, index_, position, &length);
        return {octets, length};
    }
    [[nodiscard]] bytes anchor_name() const noexcept { return lent(injang_path_anchor_name); }
    [[nodiscard]] bytes anchor_key() const noexcept { return lent(injang_path_anchor_key); }

private:
    bytes lent(const std::uint8_t *(*getter)(const injang_report *, std::size_t,
                                             std::size_t *)) const noexcept {
        std::size_t length = 0;
        const std::uint8_t *octets = getter(report_, index_, &length);
        return {octets, length};
    }

    const injang_report *report_;
    std::size_t index_;
};

/** What came out of a document that is a report's own or a decision's: getters. */
class report_view {
public:
    explicit report_view(const injang_report *report) noexcept : report_(report) {}

    /** Whether the document may be relied on. */
    [[nodiscard]] bool is_accepted() const noexcept { return injang_report_is_accepted(report_) == 1; }
    /** INJANG_OK, INJANG_REJECTED or INJANG_UNDETERMINED. */
    [[nodiscard]] std::int32_t code() const noexcept { return injang_report_code(report_); }
    [[nodiscard]] injang::verdict verdict() const noexcept {
        return static_cast<injang::verdict>(injang_report_verdict(report_));
    }
    /** INJANG_SUB_INDICATION_…, or 0. */
    [[nodiscard]] std::int32_t sub_indication() const noexcept {
        return injang_report_sub_indication(report_);
    }
    /** INJANG_IDENTITY_… */
    [[nodiscard]] std::int32_t identity() const noexcept { return injang_report_identity(report_); }
    [[nodiscard]] injang::vid_layout identity_layout() const noexcept {
        return static_cast<injang::vid_layout>(injang_report_identity_layout(report_));
    }
    /** What was signed, if it stands in the document and the report is accepted; else none. */
    [[nodiscard]] bytes content() const noexcept {
        std::size_t length = 0;
        const std::uint8_t *octets = injang_report_content(report_, &length);
        return {octets, length};
    }
    /** The content whatever the verdict: never go on with it. */
    [[nodiscard]] bytes untrusted_content() const noexcept {
        std::size_t length = 0;
        const std::uint8_t *octets = injang_report_untrusted_content(report_, &length);
        return {octets, length};
    }
    [[nodiscard]] std::size_t signer_count() const noexcept {
        return injang_report_signer_count(report_);
    }
    [[nodiscard]] injang::signer signer(std::size_t index) const noexcept { return {report_, index}; }
    [[nodiscard]] std::size_t check_count() const noexcept {
        return injang_check_count(report_, INJANG_NONE, INJANG_NONE);
    }
    [[nodiscard]] injang::check check(std::size_t index) const noexcept {
        return {report_, INJANG_NONE, INJANG_NONE, index};
    }
    [[nodiscard]] std::int64_t time() const noexcept { return injang_report_time(report_); }
    [[nodiscard]] bytes policy_sha256() const noexcept {
        std::size_t length = 0;
        const std::uint8_t *octets = injang_report_policy_sha256(report_, &length);
        return {octets, length};
    }
    [[nodiscard]] std::string_view headline(language lang = language::english) const noexcept {
        std::size_t length = 0;
        const char *text = injang_report_headline(report_, detail::number(lang), &length);
        return detail::view(text, length);
    }
    [[nodiscard]] std::string_view json(language lang = language::english,
                                        subjects show = subjects::hidden) const noexcept {
        return form(injang_report_json, lang, show);
    }
    [[nodiscard]] std::string_view text(language lang = language::english,
                                        subjects show = subjects::hidden) const noexcept {
        return form(injang_report_text, lang, show);
    }
    [[nodiscard]] std::string_view brief(language lang = language::english,
                                         subjects show = subjects::hidden) const noexcept {
        return form(injang_report_brief, lang, show);
    }

    /** The handle, for functions of injang.h. */
    [[nodiscard]] const injang_report *get() const noexcept { return report_; }

private:
    std::string_view form(const char *(*getter)(const injang_report *, std::int32_t, std::int32_t,
                                                std::size_t *),
                          language lang, subjects show) const noexcept {
        std::size_t length = 0;
        const char *text = getter(report_, detail::number(lang), detail::number(show), &length);
        return detail::view(text, length);
    }

    const injang_report *report_;
};

/** What came out of one document, kept. */
class report {
public:
    explicit report(injang_report *handle) noexcept : handle_(handle) {}
    [[nodiscard]] report_view view() const & noexcept { return report_view(handle_.get()); }
    report_view view() const && = delete;
    [[nodiscard]] report_view operator*() const & noexcept { return view(); }
    report_view operator*() const && = delete;

private:
    detail::owned<injang_report, injang_report_free> handle_;
};

/** Thrown where the value of something is taken that may not be relied on. */
class not_accepted : public std::runtime_error {
public:
    explicit not_accepted(const std::string &headline) : std::runtime_error(headline) {}
};

/**
 * What a verification decided, with its report. It must be looked at. One that was moved from is not
 * accepted.
 */
class [[nodiscard]] outcome {
public:
    explicit outcome(injang::report report) noexcept : report_(std::move(report)) {}

    /** Whether the document may be relied on. */
    [[nodiscard]] explicit operator bool() const noexcept { return report_.view().is_accepted(); }
    /** INJANG_OK, INJANG_REJECTED or INJANG_UNDETERMINED; INJANG_E_ARGUMENT of one that was moved from. */
    [[nodiscard]] std::int32_t code() const noexcept { return report_.view().code(); }
    /** The report, whatever was decided. */
    [[nodiscard]] report_view report() const & noexcept { return report_.view(); }
    report_view report() const && = delete;
    /** The report of a document that may be relied on; throws not_accepted if it may not. */
    [[nodiscard]] report_view value() const & {
        if (!*this) {
            const std::string_view headline = report().headline();
            throw not_accepted(headline.empty() ? "injang: an outcome that was moved from"
                                                : std::string(headline));
        }
        return report();
    }
    report_view value() const && = delete;

private:
    injang::report report_;
};

/** Describes a document, whatever is wrong with it. */
[[nodiscard]] inline report audit(const policy &policy, const request &request, bytes document) {
    injang_report *handle = nullptr;
    detail::call([&](injang_error **error) {
        return injang_audit(policy.get(), request.get(), detail::there(document), document.size(),
                            &handle, error);
    });
    return report(handle);
}

/** The same where the signature must be over this content. */
[[nodiscard]] inline report audit(const policy &policy, const request &request, bytes document,
                                  bytes content) {
    injang_report *handle = nullptr;
    detail::call([&](injang_error **error) {
        return injang_audit_detached(policy.get(), request.get(), detail::there(document),
                                     document.size(), detail::there(content), content.size(), &handle,
                                     error);
    });
    return report(handle);
}

/** Decides over a document. */
inline outcome verify(const policy &policy, const request &request, bytes document) {
    injang_report *handle = nullptr;
    detail::call([&](injang_error **error) {
        return injang_verify(policy.get(), request.get(), detail::there(document), document.size(),
                             &handle, error);
    });
    return outcome(report(handle));
}

/** The same where the signature must be over this content. */
inline outcome verify(const policy &policy, const request &request, bytes document, bytes content) {
    injang_report *handle = nullptr;
    detail::call([&](injang_error **error) {
        return injang_verify_detached(policy.get(), request.get(), detail::there(document),
                                      document.size(), detail::there(content), content.size(), &handle,
                                      error);
    });
    return outcome(report(handle));
}

/** What is in a file, none of it judged. */
class inspection {
public:
    explicit inspection(bytes octets) {
        detail::call([&](injang_error **error) {
            return injang_inspect(detail::there(octets), octets.size(), detail::out(handle_).get(),
                                  error);
        });
    }
    [[nodiscard]] std::string_view json(language lang = language::english,
                                        subjects show = subjects::hidden) const & noexcept {
        std::size_t length = 0;
        const char *text = injang_inspection_json(handle_.get(), detail::number(lang),
                                                  detail::number(show), &length);
        return detail::view(text, length);
    }
    std::string_view json(language = language::english, subjects = subjects::hidden) const && = delete;
    [[nodiscard]] std::string_view text(language lang = language::english,
                                        subjects show = subjects::hidden) const & noexcept {
        std::size_t length = 0;
        const char *text = injang_inspection_text(handle_.get(), detail::number(lang),
                                                  detail::number(show), &length);
        return detail::view(text, length);
    }
    std::string_view text(language = language::english, subjects = subjects::hidden) const && = delete;

private:
    detail::owned<injang_inspection, injang_inspection_free> handle_;
};

/** The VID of a person for a certificate, as text: a pseudonym of a person. */
[[nodiscard]] inline std::string vid(std::string_view ci, bytes serial,
                                     vid_layout layout = vid_layout::ci_serial,
                                     vid_encoding encoding = vid_encoding::base64) {
    char text[INJANG_VID_TEXT_SIZE] = {};
    detail::call([&](injang_error **error) {
        return injang_vid_text(detail::there(ci), ci.size(), detail::there(serial), serial.size(),
                               detail::number(layout), detail::number(encoding), text, sizeof text,
                               error);
    });
    return text;
}

/** Whether a VID is that of a person for a certificate. */
[[nodiscard]] inline bool is_vid(std::string_view ci, bytes serial, std::string_view vid,
                                 vid_layout layout = vid_layout::ci_serial) {
    return detail::call([&](injang_error **error) {
               return injang_vid_check(detail::there(ci), ci.size(), detail::there(serial),
                                       serial.size(), detail::number(layout), detail::there(vid),
                                       vid.size(), error);
           }) == INJANG_OK;
}

/** The serial number of the one certificate in these octets. */
[[nodiscard]] inline std::vector<std::uint8_t> certificate_serial(bytes octets) {
    std::vector<std::uint8_t> serial(64);
    for (;;) {
        std::size_t length = 0;
        detail::owned_error error;
        const std::int32_t code = injang_certificate_serial(
            detail::there(octets), octets.size(), serial.data(), serial.size(), &length,
            detail::out(error).get());
        if (code == INJANG_OK) {
            serial.resize(length);
            return serial;
        }
        if (length <= serial.size()) {
            detail::fail(code, std::move(error));
        }
        serial.resize(length);
    }
}

/** An answer of a provider, and all that it is held against. */
class exchange {
public:
    /** An empty product is none. */
    explicit exchange(provider provider, std::string_view product = {}) {
        detail::call([&](injang_error **error) {
            return injang_exchange_new(detail::number(provider),
                                       product.empty() ? nullptr : product.data(), product.size(),
                                       detail::out(handle_).get(), error);
        });
    }

    exchange &response(std::string_view json) { return text(injang_exchange_set_response, json); }
    exchange &request(std::string_view json) { return text(injang_exchange_set_request, json); }
    exchange &other(role role, std::string_view json) {
        return set([&](injang_exchange *handle, injang_error **error) {
            return injang_exchange_set_other(handle, detail::number(role), detail::there(json),
                                             json.size(), error);
        });
    }
    exchange &not_kept(role role) {
        return set(injang_exchange_set_not_kept, detail::number(role));
    }
    exchange &result_request(std::string_view json) {
        return text(injang_exchange_set_result_request, json);
    }
    /** The keys are copied; wipe your own. */
    exchange &keys(std::string_view json) { return text(injang_exchange_set_keys, json); }
    /** The CI is copied; wipe your own. */
    exchange &ci(std::string_view ci) { return text(injang_exchange_set_ci, ci); }
    exchange &ci_list(std::string_view list) { return text(injang_exchange_set_ci_list, list); }
    exchange &person(std::string_view json) { return text(injang_exchange_set_person, json); }
    /** An empty id stands for the request's next document. */
    exchange &original(const policy &policy, bytes octets, std::string_view id = {}) {
        return set([&](injang_exchange *handle, injang_error **error) {
            return injang_exchange_add_original(handle, policy.get(), id.empty() ? nullptr : id.data(),
                                                id.size(), detail::there(octets), octets.size(), error);
        });
    }
    exchange &short_signatures(std::string_view json) {
        return text(injang_exchange_set_short_signatures, json);
    }
    /** JSON pointers, and how the times are written: INJANG_TIME_FORM_…. */
    exchange &session_paths(std::string_view key, std::string_view from, std::string_view until,
                            std::int32_t form) {
        return set([&](injang_exchange *handle, injang_error **error) {
            return injang_exchange_set_session_paths(handle, detail::there(key), key.size(),
                                                     detail::there(from), from.size(),
                                                     detail::there(until), until.size(), form, error);
        });
    }
    exchange &content_map(std::string_view json) { return text(injang_exchange_set_content_map, json); }
    /** JSON pointers; none for the default. */
    exchange &nonce_paths(std::optional<std::string_view> asked,
                          std::optional<std::string_view> answered) {
        return set([&](injang_exchange *handle, injang_error **error) {
            return injang_exchange_set_nonce_paths(
                handle, asked ? detail::there(*asked) : nullptr, asked ? asked->size() : 0,
                answered ? detail::there(*answered) : nullptr, answered ? answered->size() : 0, error);
        });
    }
    exchange &sign_type(injang::sign_type type) {
        return set(injang_exchange_set_sign_type, detail::number(type));
    }
    exchange &plain_hash_source(injang::plain_hash_source source) {
        return set(injang_exchange_set_plain_hash_source, detail::number(source));
    }
    exchange &vid_layout(injang::vid_layout layout) {
        return set(injang_exchange_set_vid_layout, detail::number(layout));
    }
    /** INJANG_ENVIRONMENT_… */
    exchange &environment(std::int32_t environment) {
        return set(injang_exchange_set_environment, environment);
    }
    /** INJANG_WAIVER_… */
    exchange &waive(std::int32_t waiver) { return set(injang_exchange_waive, waiver); }
    exchange &name(std::string_view name) { return text(injang_exchange_set_name, name); }

    /** The handle, for functions of injang.h. */
    [[nodiscard]] const injang_exchange *get() const & noexcept { return handle_.get(); }
    const injang_exchange *get() const && = delete;

private:
    template <typename Setter> exchange &set(Setter setter) {
        detail::call([&](injang_error **error) { return setter(handle_.get(), error); });
        return *this;
    }
    exchange &set(std::int32_t (*setter)(injang_exchange *, std::int32_t, injang_error **),
                  std::int32_t value) {
        detail::call([&](injang_error **error) { return setter(handle_.get(), value, error); });
        return *this;
    }
    exchange &text(std::int32_t (*setter)(injang_exchange *, const char *, std::size_t, injang_error **),
                   std::string_view value) {
        detail::call([&](injang_error **error) {
            return setter(handle_.get(), detail::there(value), value.size(), error);
        });
        return *this;
    }

    detail::owned<injang_exchange, injang_exchange_free> handle_;
};

/** What was decided over an answer. It must be looked at. */
class [[nodiscard]] decision {
public:
    explicit decision(injang_decision *handle) noexcept : handle_(handle) {}

    /** Whether every answer may be relied on. */
    [[nodiscard]] explicit operator bool() const noexcept {
        return injang_decision_is_accepted(handle_.get()) == 1;
    }
    /** INJANG_OK, INJANG_REJECTED or INJANG_UNDETERMINED. */
    [[nodiscard]] std::int32_t code() const noexcept { return injang_decision_code(handle_.get()); }
    [[nodiscard]] std::size_t answer_count() const noexcept {
        return injang_decision_answer_count(handle_.get());
    }
    /** INJANG_DECISION_… */
    [[nodiscard]] std::int32_t verdict(std::size_t answer = 0) const noexcept {
        return injang_decision_verdict(handle_.get(), answer);
    }
    [[nodiscard]] std::string_view headline(language lang = language::english,
                                            std::size_t answer = 0) const & noexcept {
        std::size_t length = 0;
        const char *text =
            injang_decision_headline(handle_.get(), answer, detail::number(lang), &length);
        return detail::view(text, length);
    }
    std::string_view headline(language = language::english, std::size_t = 0) const && = delete;
    [[nodiscard]] std::size_t reason_count(std::size_t answer = 0) const noexcept {
        return injang_decision_finding_count(handle_.get(), answer, 0);
    }
    /** INJANG_RESPONSE_FINDING_… */
    [[nodiscard]] std::int32_t reason(std::size_t index, std::size_t answer = 0) const noexcept {
        return injang_decision_finding_code(handle_.get(), answer, 0, index);
    }
    [[nodiscard]] std::string_view reason_sentence(std::size_t index, language lang = language::english,
                                                   std::size_t answer = 0) const & noexcept {
        std::size_t length = 0;
        const char *text = injang_decision_finding_sentence(handle_.get(), answer, 0, index,
                                                            detail::number(lang), &length);
        return detail::view(text, length);
    }
    std::string_view reason_sentence(std::size_t, language = language::english,
                                     std::size_t = 0) const && = delete;
    [[nodiscard]] std::size_t document_count(std::size_t answer = 0) const noexcept {
        return injang_decision_document_count(handle_.get(), answer);
    }
    /** The report on a document, which is accepted only if the decision is. */
    [[nodiscard]] report_view document(std::size_t index, std::size_t answer = 0) const & noexcept {
        return report_view(injang_decision_report(handle_.get(), answer, index));
    }
    report_view document(std::size_t, std::size_t = 0) const && = delete;
    [[nodiscard]] std::string_view json(language lang = language::english,
                                        subjects show = subjects::hidden) const & noexcept {
        return form(injang_decision_json, lang, show);
    }
    std::string_view json(language = language::english, subjects = subjects::hidden) const && = delete;
    [[nodiscard]] std::string_view text(language lang = language::english,
                                        subjects show = subjects::hidden) const & noexcept {
        return form(injang_decision_text, lang, show);
    }
    std::string_view text(language = language::english, subjects = subjects::hidden) const && = delete;
    [[nodiscard]] std::string_view brief(language lang = language::english,
                                         subjects show = subjects::hidden) const & noexcept {
        return form(injang_decision_brief, lang, show);
    }
    std::string_view brief(language = language::english, subjects = subjects::hidden) const && = delete;

    /** The handle, for functions of injang.h. */
    [[nodiscard]] const injang_decision *get() const & noexcept { return handle_.get(); }
    const injang_decision *get() const && = delete;

private:
    std::string_view form(const char *(*getter)(const injang_decision *, std::int32_t, std::int32_t,
                                                std::size_t *),
                          language lang, subjects show) const noexcept {
        std::size_t length = 0;
        const char *text = getter(handle_.get(), detail::number(lang), detail::number(show), &length);
        return detail::view(text, length);
    }

    detail::owned<injang_decision, injang_decision_free> handle_;
};

/** Decides over an answer, at a time in seconds since 1970. */
inline decision decide(const policy &policy, const exchange &exchange, verification_time source,
                       std::int64_t at) {
    injang_decision *handle = nullptr;
    detail::call([&](injang_error **error) {
        return injang_decide(policy.get(), exchange.get(), detail::number(source), at, &handle, error);
    });
    return decision(handle);
}

/** Decides over several answers: what was in an earlier one counts once. */
inline decision decide(const policy &policy, const std::vector<const exchange *> &exchanges,
                       verification_time source, std::int64_t at) {
    std::vector<const injang_exchange *> handles;
    handles.reserve(exchanges.size());
    for (const exchange *one : exchanges) {
        handles.push_back(one ? one->get() : nullptr);
    }
    injang_decision *handle = nullptr;
    detail::call([&](injang_error **error) {
        return injang_decide_all(policy.get(), handles.data(), handles.size(), detail::number(source),
                                 at, &handle, error);
    });
    return decision(handle);
}

} // namespace injang

#endif // INJANG_HPP
