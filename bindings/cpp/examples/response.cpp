// Decides over an answer of Kakao: response CA REQUEST.json RESPONSE.json KEYS.json CI.txt TIME
//
// Ends with 0 only if the answer may be relied on.
#include "files.hpp"
#include "injang.hpp"

#include <iostream>

int main(int argc, char **argv) {
    if (argc != 7) {
        std::cerr << "usage: response CA REQUEST RESPONSE KEYS CI TIME\n";
        return INJANG_E_ARGUMENT;
    }
    try {
        const injang::policy policy =
            injang::policy_builder(injang::revocation::none).trust(read_file(argv[1])).build();

        const secret keys(argv[4]);
        const secret ci(argv[5]);
        injang::exchange exchange(injang::provider::kakao, "K3510");
        exchange.request(read_file(argv[2]))
            .keys(keys.text())
            .ci(ci.text())
            .response(read_file(argv[3]));

        const injang::decision decision =
            injang::decide(policy, exchange, injang::verification_time::caller,
                           injang::parse_time(argv[6]));
        std::cout << decision.brief();
        if (decision) {
            for (std::size_t i = 0; i < decision.document_count(); i++) {
                // Content only of an answer that may be relied on.
                std::cout << "signed: " << decision.document(i).content().size() << " octets\n";
            }
        }
        return decision.code();
    } catch (const injang::error &error) {
        std::cerr << "response: " << error.what() << '\n';
        return error.code();
    } catch (const std::exception &error) {
        std::cerr << "response: " << error.what() << '\n';
        return 66;
    }
}
