// A server: eight threads verify over one policy, and every hour another thread puts new CRLs into it.
//
//   server CA DOCUMENT TIME ROUNDS CRL…
//
// Here an hour is a millisecond, and each thread verifies the document ROUNDS times.
#include "files.hpp"
#include "injang.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <thread>

namespace {

/// The policy of the hour. A thread takes its own handle, so that the change never waits for it.
class current_policy {
public:
    explicit current_policy(injang::policy policy) : policy_(std::move(policy)) {}

    injang::policy take() const {
        const std::lock_guard<std::mutex> lock(mutex_);
        return policy_.clone();
    }

    /// Signatures of CAs that have verified stay verified: only the CRLs change.
    void renew(const std::vector<injang::bytes> &crls) {
        injang::policy renewed = take().with_revocation_data(crls);
        const std::lock_guard<std::mutex> lock(mutex_);
        policy_ = std::move(renewed);
    }

private:
    mutable std::mutex mutex_;
    injang::policy policy_;
};

} // namespace

int main(int argc, char **argv) {
    if (argc < 5) {
        std::cerr << "usage: server CA DOCUMENT TIME ROUNDS CRL...\n";
        return INJANG_E_ARGUMENT;
    }
    try {
        std::vector<std::string> files;
        for (int i = 5; i < argc; i++) {
            files.push_back(read_file(argv[i]));
        }
        const std::vector<injang::bytes> crls(files.begin(), files.end());
        const auto mode = crls.empty() ? injang::revocation::none : injang::revocation::require;
        injang::policy_builder builder(mode);
        builder.trust(read_file(argv[1]));
        for (const injang::bytes &crl : crls) {
            builder.revocation_data(crl);
        }
        current_policy policy(builder.build());
        const std::string document = read_file(argv[2]);
        const std::int64_t received = injang::parse_time(argv[3]);
        const int rounds = std::stoi(argv[4]);

        std::atomic<int> accepted{0}, refused{0}, failed{0};
        std::vector<std::thread> workers;
        for (int i = 0; i < 8; i++) {
            workers.emplace_back([&] {
                try {
                    // A request belongs to one thread.
                    injang::request request(received);
                    for (int round = 0; round < rounds; round++) {
                        request.reset(received);
                        const injang::outcome outcome =
                            injang::verify(policy.take(), request, document);
                        (outcome ? accepted : refused)++;
                    }
                } catch (const std::exception &) {
                    failed++;
                }
            });
        }

        std::mutex mutex;
        std::condition_variable stop;
        bool is_over = false;
        std::thread renewer([&] {
            std::unique_lock<std::mutex> lock(mutex);
            // In a server: std::chrono::hours(1), and CRLs that were fetched.
            while (!stop.wait_for(lock, std::chrono::milliseconds(1), [&] { return is_over; })) {
                try {
                    policy.renew(crls);
                } catch (const injang::error &error) {
                    // A CRL that can't be read: go on with those of the last hour, and tell somebody.
                    std::cerr << "server: " << error.what() << '\n';
                }
            }
        });
        for (std::thread &worker : workers) {
            worker.join();
        }
        {
            const std::lock_guard<std::mutex> lock(mutex);
            is_over = true;
        }
        stop.notify_one();
        renewer.join();
        std::cout << "accepted: " << accepted << ", refused: " << refused << ", failed: " << failed
                  << '\n';
        return refused + failed == 0 ? INJANG_OK : INJANG_REJECTED;
    } catch (const std::exception &error) {
        std::cerr << "server: " << error.what() << '\n';
        return INJANG_E_ARGUMENT;
    }
}
