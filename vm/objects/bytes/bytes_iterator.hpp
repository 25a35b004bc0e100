// SPDX-License-Identifier: MIT
//
// The iterator of bytes. Exhausted it forgets what it walked over: its pointer becomes null.
#pragma once

#include "vm/type.hpp"
#include "vm/values/bytes.hpp"

namespace ouro::vm {

struct BytesIterator : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    Bytes* bytes;
    uint64_t index;
};

Object* make_bytes_iterator(VM& vm, Bytes& bytes);

} // namespace ouro::vm
