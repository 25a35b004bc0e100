// SPDX-License-Identifier: MIT
//
// asyncio.StreamReader: octets that came in, and the one coroutine that waits for more. stream_reader.cpp has feeding
// and reading, stream_reader_type.cpp what scripts see. Library Reference, "Streams".
#pragma once

#include "stdlib/asyncio/loop.hpp"
#include "vm/async/native_coroutine.hpp"
#include "vm/model/bytearray.hpp"

namespace ouro::stdlib {

extern const vm::NativeType stream_reader_type;

struct StreamReader : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static constexpr const vm::NativeType& native_type = stream_reader_type;
    static constexpr int64_t DEFAULT_LIMIT = 1 << 16;

    Loop* loop; // null before __init__
    vm::ByteArray* buffer;
    vm::Value waiter;    // the Future of who waits for data, or None
    vm::Value exception; // that ended the connection, or None
    vm::Value transport; // which is paused when there is too much, or None
    int64_t limit;
    uint64_t searched; // octets in front of the buffer where no separator begins, as far as the waiting one knows
    bool is_at_end, is_paused;
};

vm::Result<void> initialize_reader(vm::VM& vm, StreamReader& self, int64_t limit, Loop& loop);

// What a protocol has received. AssertionError after feed_eof.
vm::Result<void> feed_data(vm::VM& vm, StreamReader& self, std::string_view octets);
void feed_eof(vm::VM& vm, StreamReader& self);
vm::Result<void> set_reader_exception(vm::VM& vm, StreamReader& self, vm::Value exception);
vm::Result<void> set_reader_transport(vm::VM& vm, StreamReader& self, vm::Value transport);
// Lets the transport go on if it is paused and no more than the limit is left.
vm::Result<void> resume_if_drained(vm::VM& vm, StreamReader& self);

// Coroutines. A negative count: until the end.
vm::Value stream_read(vm::VM& vm, StreamReader& self, int64_t count);
vm::Value stream_read_exactly(vm::VM& vm, StreamReader& self, int64_t count);
vm::Value stream_read_line(vm::VM& vm, StreamReader& self);
vm::Value stream_read_until(vm::VM& vm, StreamReader& self, vm::Value separator);
vm::Value stream_next_line(vm::VM& vm, StreamReader& self);
vm::Value stream_wait_for_data(vm::VM& vm, StreamReader& self, vm::Value function_name);

} // namespace ouro::stdlib
