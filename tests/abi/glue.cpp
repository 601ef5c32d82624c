// Fails every allocation of the C++ header in turn: each time an exception comes out, nothing leaks, and
// nothing passes that should not.
#include "injang.hpp"

#include <cstdlib>
#include <iostream>
#include <new>

namespace {
long left = -1;
}

void *operator new(std::size_t size) {
    if (left == 0) {
        throw std::bad_alloc();
    }
    if (left > 0) {
        left--;
    }
    void *const room = std::malloc(size > 0 ? size : 1);
    if (!room) {
        throw std::bad_alloc();
    }
    return room;
}
void operator delete(void *room) noexcept { std::free(room); }
void operator delete(void *room, std::size_t) noexcept { std::free(room); }

namespace {

const std::string_view ci("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==");

/// What was moved from has no report, and so is never accepted.
void moved_from() {
    const injang::policy policy = injang::policy_builder(injang::revocation::none).build();
    const injang::request request(injang::parse_time("2026-03-02T09:00:00Z"));
    injang::outcome outcome = injang::verify(policy, request, std::string_view("MAMCAQE="));
    const injang::outcome kept(std::move(outcome));
    if (outcome || outcome.code() != INJANG_E_ARGUMENT || kept || kept.code() >= INJANG_E_ARGUMENT) {
        std::abort();
    }
    try {
        static_cast<void>(outcome.value());
        std::abort();
    } catch (const injang::not_accepted &) {
    }
    injang::exchange exchange(injang::provider::kakao, "K3510");
    exchange.response("{}");
    injang::decision decision =
        injang::decide(policy, exchange, injang::verification_time::caller, 1772442000);
    const injang::decision other(std::move(decision));
    if (decision || decision.code() != INJANG_E_ARGUMENT || other.code() >= INJANG_E_ARGUMENT) {
        std::abort();
    }
}

/// Runs something that C must refuse under the name of this parameter.
template <typename Call> void refused(const std::string &parameter, Call &&call) {
    try {
        call();
    } catch (const injang::error &error) {
        if (error.code() == INJANG_E_ARGUMENT && error.parameter() == parameter) {
            return;
        }
    }
    std::abort();
}

/// Octets that are none are not empty ones; a length without octets is read by nobody.
void none() {
    const injang::policy policy = injang::policy_builder(injang::revocation::none).build();
    const injang::request request(injang::parse_time("2026-03-02T09:00:00Z"));
    const std::string_view document("MAMCAQE=");
    refused("content", [&] {
        static_cast<void>(injang::verify(policy, request, document, injang::bytes()).code());
    });
    const injang::bytes nowhere(nullptr, 5);
    refused("document", [&] { static_cast<void>(injang::verify(policy, request, nowhere).code()); });
    refused("octets", [&] { injang::policy_builder(injang::revocation::none).trust(nowhere); });
    refused("pieces", [&] { static_cast<void>(policy.with_revocation_data({nowhere})); });
    refused("serial", [&] { static_cast<void>(injang::vid(ci, injang::bytes())); });
    // Empty octets are octets.
    const std::vector<std::uint8_t> empty;
    static_cast<void>(injang::verify(policy, request, document, empty).code());
    static_cast<void>(injang::verify(policy, request, document, std::string()).code());
}

/// Everything of the header that allocates.
void use() {
    const injang::policy policy = injang::policy_builder(injang::revocation::none).build();
    const injang::policy renewed = policy.with_revocation_data({});
    injang::request request(injang::parse_time("2026-03-02T09:00:00Z"));
    request.vid(ci, "AAAA").name("a name").diagnose();
    const injang::outcome outcome = injang::verify(renewed, request, std::string_view("MAMCAQE="));
    if (outcome) {
        std::abort();
    }
    try {
        static_cast<void>(outcome.value());
        std::abort();
    } catch (const injang::not_accepted &) {
    }
    static_cast<void>(outcome.report().json(injang::language::korean));
    static_cast<void>(injang::vid(ci, std::string_view("\1\2")));
    injang::exchange exchange(injang::provider::kakao, "K3510");
    exchange.response("{}");
    const std::vector<const injang::exchange *> all{&exchange};
    const injang::decision decision =
        injang::decide(policy, all, injang::verification_time::caller, 1772442000);
    if (decision) {
        std::abort();
    }
    try {
        exchange.request("{");
        std::abort();
    } catch (const injang::error &error) {
        if (error.code() != INJANG_E_INPUT || error.parameter() != "json") {
            std::abort();
        }
    }
    try {
        static_cast<void>(injang::certificate_serial(std::string_view("none")));
        std::abort();
    } catch (const injang::error &) {
    }
}

} // namespace

int main() {
    moved_from();
    none();
    use();
    for (long count = 0;; count++) {
        left = count;
        try {
            use();
            left = -1;
            std::cout << count << " allocations\n";
            return 0;
        } catch (const std::bad_alloc &) {
            left = -1;
        }
    }
}
