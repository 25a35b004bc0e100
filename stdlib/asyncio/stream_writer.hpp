// SPDX-License-Identifier: MIT
//
// asyncio.StreamWriter: what a script writes to a transport by, and drain(). Library Reference, "Streams".
#pragma once

#include "stdlib/asyncio/loop.hpp"

namespace ouro::stdlib {

extern const vm::NativeType stream_writer_type;

struct StreamWriter : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static constexpr const vm::NativeType& native_type = stream_writer_type;
    vm::Value transport; // empty before __init__
    vm::Value protocol;
    vm::Value reader; // or None
    vm::Value loop;
};

vm::Value make_writer(vm::VM& vm, vm::Value transport, vm::Value protocol, vm::Value reader, Loop& loop);

} // namespace ouro::stdlib
