// Reads a whole file for the examples in C++.
#ifndef FILES_HPP
#define FILES_HPP

#include <cstddef>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

inline std::string read_file(const std::string &path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw std::runtime_error(path + ": can't be read");
    }
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// A file of keys or with a CI: read into one place, which is wiped at the end.
class secret {
public:
    explicit secret(const std::string &path) {
        std::ifstream file;
        // Without a buffer of the stream, which would keep a copy.
        file.rdbuf()->pubsetbuf(nullptr, 0);
        file.open(path, std::ios::binary | std::ios::ate);
        const std::streamoff size = file ? static_cast<std::streamoff>(file.tellg()) : -1;
        if (size >= 0) {
            octets_.resize(static_cast<std::size_t>(size));
            file.seekg(0);
            file.read(octets_.data(), size);
        }
        if (size < 0 || !file) {
            throw std::runtime_error(path + ": can't be read");
        }
    }
    secret(const secret &) = delete;
    secret &operator=(const secret &) = delete;
    ~secret() {
        // A compiler may leave out writing to what nobody reads again; not through volatile.
        for (volatile char &octet : octets_) {
            octet = 0;
        }
    }
    std::string_view text() const & { return {octets_.data(), octets_.size()}; }
    std::string_view text() const && = delete;

private:
    std::vector<char> octets_;
};

#endif
