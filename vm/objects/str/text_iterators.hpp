// SPDX-License-Identifier: MIT
//
// The iterators of str and bytes. An exhausted iterator forgets what it walked over: its pointer becomes null.
#pragma once

#include "vm/objects/bytes/bytes.hpp"
#include "vm/objects/str/str.hpp"
#include "vm/type.hpp"

namespace ouro::vm {

struct StrIterator : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    Str* text;
    uint32_t byte;  // where the next code point begins
    uint32_t index; // of the next code point
};
struct BytesIterator : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    Bytes* bytes;
    uint64_t index;
};

Object* make_str_iterator(VM& vm, Str& text);
Object* make_bytes_iterator(VM& vm, Bytes& bytes);

} // namespace ouro::vm
