// SPDX-License-Identifier: MIT
//
// The iterators of bytes and bytearray. Exhausted they forget what they walked over: their pointer becomes null.
#pragma once

#include "vm/type.hpp"

namespace ouro::vm {

struct BytesIterator : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    Object* octets;
    uint64_t index;
};

struct ByteArrayIterator : BytesIterator {
    static const NativeType native_type;
};

} // namespace ouro::vm
