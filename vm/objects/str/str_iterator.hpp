// SPDX-License-Identifier: MIT
//
// The iterators of str. An exhausted iterator forgets what it walked over: its pointer becomes null.
#pragma once

#include "vm/values/str.hpp"
#include "vm/type.hpp"

namespace ouro::vm {

struct StrIterator : Object { // of a text that is not ASCII
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    Str* text;
    uint32_t byte;  // where the next code point begins
    uint32_t index; // of the next code point
};
// The same under the name that CPython gives it for a text that is ASCII.
struct AsciiIterator : StrIterator {
    static const NativeType native_type;
};

Object* make_str_iterator(VM& vm, Str& text);

} // namespace ouro::vm
