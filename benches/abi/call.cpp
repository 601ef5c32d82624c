// The same call by C++, for callgrind: call CA DOCUMENT TIME count TIMES
#include "call.h"
#include "injang.hpp"

#include <cstring>

int main(int argc, char **argv) {
    if (argc != 6 || std::strcmp(argv[4], "count") != 0) {
        return INJANG_E_ARGUMENT;
    }
    std::size_t ca_length = 0, length = 0;
    unsigned char *const ca = read_file(argv[1], &ca_length);
    unsigned char *const octets = read_file(argv[2], &length);
    {
        const injang::policy policy = injang::policy_builder(injang::revocation::none)
                                          .trust(injang::bytes(ca, ca_length))
                                          .build();
        const injang::request request(injang::parse_time(argv[3]));
        const injang::bytes document(octets, length);
        for (long i = std::atol(argv[5]); i > 0; i--) {
            const injang::outcome outcome = injang::verify(policy, request, document);
            const injang::report_view report = outcome.value();
            if (!report.signer(0).serial() || report.verdict() != injang::verdict::total_passed) {
                std::abort();
            }
        }
    }
    std::free(ca);
    std::free(octets);
    return 0;
}
