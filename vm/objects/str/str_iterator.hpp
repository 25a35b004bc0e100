// SPDX-License-Identifier: MIT
//
// The iterators of str. An exhausted iterator forgets what it walked over: its pointer becomes null.
#pragma once

#include "vm/values/str.hpp"
#include "vm/type.hpp"

namespace ouro::vm {

struct StrIterator : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    Str* text;
    uint32_t byte;  // where the next code point begins
    uint32_t index; // of the next code point
};
// The same over a text that is ASCII, whose type has a name of its own.
struct StrAsciiIterator : StrIterator {
    static const NativeType native_type;
};

Object* make_str_iterator(VM& vm, Str& text);

} // namespace ouro::vm
