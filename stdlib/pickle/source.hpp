// SPDX-License-Identifier: MIT
//
// Where the octets of a pickle come from: a buffer, or a file's methods. From a file no more is consumed than the
// pickle has, since another may follow: what peek() shows ahead is read only once it was used. Nothing is allocated
// for a length that a pickle only claims.
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

// Methods of a file; empty where it has none.
struct FileMethods {
    vm::Value read, readline, peek;
};

class PickleSource {
public:
    PickleSource(vm::VM& vm, std::string_view octets)
        : m_vm(vm), m_at(octets.data()), m_end(octets.data() + octets.size()) {}
    PickleSource(vm::VM& vm, const FileMethods& file) : m_vm(vm), m_file(file) {}

    // The next `count` octets; valid until the next call. UnpicklingError where the data ends before.
    vm::Result<const char*> take(size_t count) {
        if (size_t(m_end - m_at) < count) [[unlikely]]
            TRY(fill(count));
        return std::exchange(m_at, m_at + count);
    }
    // The next octet without a word, where it is at hand.
    bool has_octet() const { return m_at < m_end; }
    uint8_t octet() { return uint8_t(*m_at++); }
    // EOFError where there is none.
    vm::Result<uint8_t> next_opcode();
    // A number of so many octets, little-endian.
    vm::Result<uint64_t> number(unsigned octets) {
        const char* from = TRY(take(octets));
        uint64_t number = 0;
        std::memcpy(&number, from, octets);
        return number;
    }
    // The next line without its end. UnpicklingError where the data ends before it, and where it has less than
    // `shortest` octets.
    vm::Result<std::string_view> line(size_t shortest = 1);
    // The next octets belong together: they are read at once. UnpicklingError where the data ends before.
    vm::Result<void> look_ahead(size_t count) {
        return size_t(m_end - m_at) < count ? fill(count) : vm::Result<void>();
    }
    // The file is left behind the pickle.
    vm::Result<void> finish() { return skip_peeked(); }

private:
    static constexpr size_t FIRST_READ = 1 << 20, PEEKED = 128 * 1024;

    vm::Raised truncated();
    vm::Result<void> fill(size_t count);
    vm::Result<vm::Bytes*> octets_from(vm::Value function, size_t count);
    vm::Result<void> keep(std::string_view rest, std::string_view more);
    vm::Result<void> skip_peeked();

    vm::VM& m_vm;
    FileMethods m_file;
    vm::Bytes* m_owner = nullptr; // of what was read
    const char *m_at = nullptr, *m_end = nullptr;
    const char* m_peeked = nullptr; // from here on the octets are only peeked at; null: none are
};

} // namespace ouro::stdlib
