// Verifies one signed document: verify CA DOCUMENT TIME
//
// Ends with 0 only if the document may be relied on.
#include "files.hpp"
#include "injang.hpp"

#include <iostream>

int main(int argc, char **argv) {
    if (argc != 4) {
        std::cerr << "usage: verify CA DOCUMENT TIME\n";
        return INJANG_E_ARGUMENT;
    }
    try {
        // Made once, shared by all threads. Where CRLs are at hand: revocation::require.
        const injang::policy policy =
            injang::policy_builder(injang::revocation::none).trust(read_file(argv[1])).build();
        // When the document was received.
        const injang::request request(injang::parse_time(argv[3]));

        const injang::outcome outcome = injang::verify(policy, request, read_file(argv[2]));
        std::cout << outcome.report().brief();
        if (outcome) {
            // What was signed: value() throws where the document may not be relied on.
            std::cout << "signed: " << outcome.value().content().size() << " octets\n";
        }
        return outcome.code();
    } catch (const injang::error &error) {
        std::cerr << "verify: " << error.what() << '\n';
        return error.code();
    } catch (const std::exception &error) {
        std::cerr << "verify: " << error.what() << '\n';
        return 66;
    }
}
