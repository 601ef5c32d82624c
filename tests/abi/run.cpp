// Takes the steps of all cases by injang.hpp, and writes a line for each: run PLAN
//
// The steps are described in tests/src/plan.rs; so are the lines, in tests/src/plan/line.rs.
#include "injang.hpp"
#include "sha256.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

namespace {

std::string read_file(const std::string &path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw std::runtime_error(path);
    }
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string unhex(const std::string &hex) {
    std::string octets;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        octets.push_back(static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16)));
    }
    return octets;
}

void print_sha256(injang::bytes octets) {
    char hex[65] = "-";
    if (octets) {
        sha256_hex(octets.data(), octets.size(), hex);
    }
    std::cout << ' ' << hex;
}

template <typename Checks> void print_checks(const Checks &of) {
    for (std::size_t i = 0; i < of.check_count(); i++) {
        const injang::check check = of.check(i);
        std::cout << ' ' << check.id() << '.' << check.outcome() << '.' << check.sub_indication() << '.'
                  << check.reason() << '.';
        const auto position = check.position();
        std::cout << (position ? static_cast<long>(*position) : -1L);
    }
}

void print_signer(injang::report_view report, std::size_t index) {
    const injang::signer signer = report.signer(index);
    std::cout << "\tS " << static_cast<int>(signer.verdict()) << ' ' << signer.sub_indication() << ' '
              << static_cast<int>(signer.sign_type()) << ' ' << signer.digest_source() << ' '
              << (signer.is_verified_key() ? 1 : 0) << ' '
              << signer.claimed_time().value_or(INJANG_NO_TIME) << ' ';
    if (!signer.serial()) {
        std::cout << '-';
    }
    for (const std::uint8_t octet : signer.serial()) {
        const char *const digits = "0123456789abcdef";
        std::cout << digits[octet >> 4] << digits[octet & 15];
    }
    print_sha256(signer.certificate());
    print_checks(signer);
    for (std::size_t i = 0; i < signer.finding_count(); i++) {
        std::cout << " F" << signer.finding(i);
    }
    for (std::size_t i = 0; i < signer.path_length(); i++) {
        // What the classes do not wrap is read by the functions of injang.h.
        const injang_report *raw = report.get();
        std::cout << " P" << injang_path_origin(raw, index, i);
        print_sha256(signer.path_certificate(i));
        for (std::size_t j = 0; j < injang_check_count(raw, index, i); j++) {
            const injang::check check(raw, index, i, j);
            const auto position = check.position();
            std::cout << ' ' << check.id() << '.' << check.outcome() << '.' << check.sub_indication()
                      << '.' << check.reason() << '.'
                      << (position ? static_cast<long>(*position) : -1L);
        }
        for (std::size_t j = 0; j < injang_finding_count(raw, index, i); j++) {
            std::cout << " F" << injang_finding_code(raw, index, i, j);
        }
        for (std::size_t j = 0; j < injang_evidence_count(raw, index, i); j++) {
            std::cout << " E" << injang_evidence_kind(raw, index, i, j) << '.'
                      << injang_evidence_origin(raw, index, i, j) << '.'
                      << injang_evidence_this_update(raw, index, i, j);
        }
    }
}

void print_report(injang::report_view report) {
    std::cout << report.code() << ' ' << static_cast<int>(report.verdict()) << ' '
              << report.sub_indication() << ' ' << report.identity();
    print_sha256(report.content());
    print_checks(report);
    const injang_report *raw = report.get();
    for (std::size_t i = 0; i < injang_finding_count(raw, INJANG_NONE, INJANG_NONE); i++) {
        std::cout << " F" << injang_finding_code(raw, INJANG_NONE, INJANG_NONE, i);
    }
    for (std::size_t i = 0; i < report.signer_count(); i++) {
        print_signer(report, i);
    }
    for (std::size_t i = 0; i < injang_revocation_data_count(raw); i++) {
        std::cout << " R" << injang_revocation_data_kind(raw, i) << '.'
                  << injang_revocation_data_unused(raw, i);
    }
}

void print_decision(const injang::decision &decision) {
    const injang_decision *raw = decision.get();
    std::cout << decision.code();
    for (std::size_t answer = 0; answer < decision.answer_count(); answer++) {
        std::cout << ' ' << decision.verdict(answer) << ' ' << injang_decision_identity(raw, answer)
                  << ' ' << injang_decision_ci(raw, answer);
        for (const std::int32_t notes : {0, 1}) {
            for (std::size_t i = 0; i < injang_decision_finding_count(raw, answer, notes); i++) {
                const char *document =
                    injang_decision_finding_document(raw, answer, notes, i, nullptr);
                std::cout << (notes == 0 ? " r" : " n")
                          << injang_decision_finding_code(raw, answer, notes, i) << '.'
                          << injang_decision_finding_effect(raw, answer, notes, i) << '.'
                          << (document ? document : "-");
            }
        }
        for (std::size_t i = 0; i < decision.document_count(answer); i++) {
            std::cout << "\tD " << injang_decision_document_id(raw, answer, i, nullptr) << ' ';
            print_report(decision.document(i, answer));
        }
    }
}

class state {
public:
    explicit state(std::string name) : name_(std::move(name)) {}

    void step(const std::string &key, std::int32_t n, const std::string &text) {
        if (!of_policy(key, n, text) && !of_request(key, n, text) && !of_exchange(key, n, text) &&
            !of_parts(key, n, text)) {
            throw std::runtime_error(name_ + ": " + key);
        }
    }

private:
    bool of_policy(const std::string &key, std::int32_t n, const std::string &text) {
        if (key == "revocation") {
            builder_.emplace(static_cast<injang::revocation>(n));
        } else if (key == "trust") {
            builder_->trust(read_file(text));
        } else if (key == "intermediate") {
            builder_->intermediates(read_file(text));
        } else if (key == "evidence") {
            builder_->revocation_data(read_file(text));
        } else if (key == "responder") {
            builder_->ocsp_responders(read_file(text));
        } else if (key == "anchor-constraints") {
            builder_->anchor_constraints(n == 1);
        } else if (key == "policy") {
            builder_->acceptable_policy(text);
        } else if (key == "explicit") {
            builder_->explicit_policy(n == 1);
        } else if (key == "inhibit-mapping") {
            builder_->inhibit_policy_mapping(n == 1);
        } else if (key == "inhibit-any") {
            builder_->inhibit_any_policy(n == 1);
        } else if (key == "signer-policy") {
            builder_->signer_policy(text);
        } else if (key == "purpose") {
            builder_->purpose(text);
        } else if (key == "profile") {
            builder_->profile(static_cast<injang::profile>(n));
        } else if (key == "at") {
            policy_.emplace(builder_->build());
            source_ = static_cast<injang::verification_time>(n);
            at_ = injang::parse_time(text);
            request_.emplace(at_);
        } else {
            return false;
        }
        return true;
    }

    bool of_request(const std::string &key, std::int32_t n, const std::string &text) {
        if (key == "certificate") {
            request_->certificates(read_file(text));
        } else if (key == "digest") {
            request_->digest(static_cast<injang::digest_algorithm>(n), text);
        } else if (key == "hash-of-hash") {
            request_->plain_hash_source(static_cast<injang::plain_hash_source>(n));
        } else if (key == "sign-type") {
            request_->sign_type(static_cast<injang::sign_type>(n));
        } else if (key == "ci") {
            ci_ = text;
        } else if (key == "vid") {
            request_->vid(ci_, text);
        } else if (key == "layout") {
            request_->vid_layout(static_cast<injang::vid_layout>(n));
        } else if (key == "signer") {
            request_->signer(static_cast<std::size_t>(n));
        } else if (key == "content") {
            content_ = read_file(text);
        } else if (key == "document") {
            const std::string document = read_file(text);
            const injang::outcome outcome =
                content_ ? injang::verify(*policy_, *request_, document, *content_)
                         : injang::verify(*policy_, *request_, document);
            std::cout << name_ << '\t';
            print_report(outcome.report());
            std::cout << '\n';
        } else {
            return false;
        }
        return true;
    }

    bool of_exchange(const std::string &key, std::int32_t n, const std::string &text) {
        if (key == "provider") {
            exchange_.emplace(static_cast<injang::provider>(n), text);
        } else if (key == "original-id") {
            original_id_ = text;
        } else if (key == "short-key") {
            paths_[0] = text;
        } else if (key == "short-from") {
            paths_[1] = text;
        } else if (key == "short-until") {
            paths_[2] = text;
        } else if (key == "short-time") {
            exchange_->session_paths(paths_[0], paths_[1], paths_[2], n);
        } else if (key == "nonce") {
            nonce_ = text;
        } else if (key == "nonce-answer") {
            nonce_answer_ = text;
        } else if (key == "environment") {
            exchange_->environment(n);
        } else if (key == "asked-sign-type") {
            exchange_->sign_type(static_cast<injang::sign_type>(n));
        } else if (key == "asked-hash-of-hash") {
            exchange_->plain_hash_source(static_cast<injang::plain_hash_source>(n));
        } else if (key == "asked-layout") {
            exchange_->vid_layout(static_cast<injang::vid_layout>(n));
        } else if (key == "waive") {
            exchange_->waive(n);
        } else if (key == "decide") {
            exchange_->nonce_paths(nonce_, nonce_answer_);
            const injang::decision decision = injang::decide(*policy_, *exchange_, source_, at_);
            std::cout << name_ << '\t';
            print_decision(decision);
            std::cout << '\n';
        } else {
            return false;
        }
        return true;
    }

    bool of_parts(const std::string &key, std::int32_t n, const std::string &path) {
        const std::string json = read_file(path);
        if (key == "response") {
            exchange_->response(json);
        } else if (key == "request") {
            exchange_->request(json);
        } else if (key == "other") {
            exchange_->other(static_cast<injang::role>(n), json);
        } else if (key == "result-request") {
            exchange_->result_request(json);
        } else if (key == "keys") {
            exchange_->keys(json);
        } else if (key == "person") {
            exchange_->person(json);
        } else if (key == "held-ci") {
            exchange_->ci(json);
        } else if (key == "short") {
            exchange_->short_signatures(json);
        } else if (key == "content-map") {
            exchange_->content_map(json);
        } else if (key == "original") {
            exchange_->original(*policy_, json, original_id_);
        } else {
            return false;
        }
        return true;
    }

    std::string name_, ci_, original_id_, paths_[3];
    std::optional<injang::policy_builder> builder_;
    std::optional<injang::policy> policy_;
    std::optional<injang::request> request_;
    std::optional<injang::exchange> exchange_;
    std::optional<std::string> content_;
    std::optional<std::string> nonce_, nonce_answer_;
    injang::verification_time source_ = injang::verification_time::caller;
    std::int64_t at_ = 0;
};

} // namespace

int main(int argc, char **argv) {
    if (argc != 2) {
        std::cerr << "usage: run PLAN\n";
        return EXIT_FAILURE;
    }
    try {
        std::ifstream plan(argv[1]);
        std::optional<state> current;
        std::string line;
        while (std::getline(plan, line)) {
            std::istringstream fields(line);
            std::string key, number, hex;
            std::getline(fields, key, '\t');
            std::getline(fields, number, '\t');
            std::getline(fields, hex);
            const std::string text = unhex(hex);
            if (key == "case") {
                current.emplace(text);
            } else {
                current->step(key, static_cast<std::int32_t>(std::stol(number)), text);
            }
        }
        return EXIT_SUCCESS;
    } catch (const std::exception &error) {
        std::cerr << "run: " << error.what() << '\n';
        return EXIT_FAILURE;
    }
}
