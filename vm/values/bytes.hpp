// SPDX-License-Identifier: MIT
//
// bytes: immutable octets.
#pragma once

#include "vm/object.hpp"

#include <string>
#include <string_view>

namespace ouro::vm {

struct Bytes : Object { // aux: hash, 0 while not computed
    static constexpr Kind KIND = Kind::Bytes;
    uint64_t length;
    char* data() { return reinterpret_cast<char*>(this + 1); }
    const char* data() const { return reinterpret_cast<const char*>(this + 1); }
    std::string_view view() const { return {data(), length}; }
};

Result<Bytes*> make_bytes(VM& vm, std::string_view octets);
Result<Bytes*> make_bytes_uninitialized(VM& vm, size_t length);
std::string bytes_repr(std::string_view octets);

} // namespace ouro::vm
