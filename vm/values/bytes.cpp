// SPDX-License-Identifier: MIT
//
// Making and showing of bytes. The methods stand in vm/objects/bytes/.
#include "vm/values/bytes.hpp"

#include "vm/vm.hpp"

namespace ouro::vm {

static constexpr size_t RESERVE_LIMIT = 1024; // allocations above it are checked before they are made

Result<Bytes*> make_bytes_uninitialized(VM& vm, size_t length) {
    static constexpr size_t LONGEST = INT64_MAX - 33; // CPython's, of which every object has a header of 33 octets
    if (length > LONGEST)
        return vm.overflow_error("byte string is too large");
    if (length > RESERVE_LIMIT)
        TRY(vm.heap.reserve(length + sizeof(Bytes)));
    Bytes* bytes = vm.heap.make_raw<Bytes>(vm.types.bytes->root_shape, sizeof(Bytes) + length);
    bytes->length = length;
    return bytes;
}

Result<Bytes*> make_bytes(VM& vm, std::string_view octets) {
    Bytes* bytes = TRY(make_bytes_uninitialized(vm, octets.size()));
    if (!octets.empty())
        memcpy(bytes->data(), octets.data(), octets.size());
    return bytes;
}

static void append_octet(std::string& out, char octet, char quote) {
    static constexpr char HEX_DIGITS[] = "0123456789abcdef";
    if (octet == quote || octet == '\\') {
        out += '\\';
        out += octet;
    } else if (octet == '\t') {
        out += "\\t";
    } else if (octet == '\n') {
        out += "\\n";
    } else if (octet == '\r') {
        out += "\\r";
    } else if (octet < ' ' || octet >= 0x7F) {
        out += "\\x";
        out += HEX_DIGITS[uint8_t(octet) >> 4];
        out += HEX_DIGITS[octet & 15];
    } else {
        out += octet;
    }
}

std::string bytes_repr(std::string_view octets) {
    char quote = octets.find('\'') != octets.npos && octets.find('"') == octets.npos ? '"' : '\'';
    std::string out = "b";
    out.reserve(octets.size() + 3);
    out += quote;
    for (char octet : octets)
        append_octet(out, octet, quote);
    out += quote;
    return out;
}

} // namespace ouro::vm
