// SPDX-License-Identifier: MIT
//
// Protocols: asyncio's base classes, and those of streams: FlowControlMixin, StreamReaderProtocol. Library Reference,
// "Protocols", "Streams".
//
// A transport whose protocol is exactly a StreamReaderProtocol calls the functions here in place of its methods.
#pragma once

#include "stdlib/asyncio/loop.hpp"
#include "stdlib/collections/deque.hpp"

namespace ouro::stdlib {

struct StreamReader;

extern const vm::NativeType base_protocol_type, protocol_type, buffered_protocol_type, datagram_protocol_type,
    subprocess_protocol_type, flow_control_type, stream_protocol_type;

// FlowControlMixin: lets drain() wait while the transport has paused writing.
struct FlowControl : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static constexpr const vm::NativeType& native_type = flow_control_type;
    Loop* loop;           // null before __init__
    Deque* drain_waiters; // Futures; null while there never was one
    bool is_paused, is_connection_lost;
};

struct StreamProtocol : FlowControl {
    static constexpr const vm::NativeType& native_type = stream_protocol_type;
    vm::Value reader;    // a StreamReader or None
    vm::Value client_connected_cb; // of a server, or None
    vm::Value task;      // that client_connected_cb's coroutine runs in, or None
    vm::Value transport; // or None
    Future* closed;      // for wait_closed(): made when it is asked for
    vm::Value close_exception; // what the connection was lost by, or None; empty before
    bool is_over_ssl, rejects_connection;
};

// `value` as a protocol whose methods are the native ones; else null.
StreamProtocol* exact_stream_protocol(vm::Value value);
// The reader that gets what such a protocol receives, if its feed_data() is the native one; else null.
StreamReader* direct_reader(vm::Value protocol);

vm::Result<void> stream_connection_made(vm::VM& vm, StreamProtocol& self, vm::Value transport);
vm::Result<void> stream_connection_lost(vm::VM& vm, StreamProtocol& self, vm::Value exception);
vm::Result<bool> stream_eof_received(vm::VM& vm, StreamProtocol& self); // whether the transport stays open
// AssertionError when that is so already.
vm::Result<void> stream_pause_writing(FlowControl& self);
vm::Result<void> stream_resume_writing(vm::VM& vm, FlowControl& self);
// A future that is done once the connection is lost.
Future& close_waiter(vm::VM& vm, StreamProtocol& self);

// What drain() does: a future to wait for, or None. ConnectionResetError.
vm::Result<vm::Value> begin_drain(vm::VM& vm, FlowControl& self);
void end_drain(FlowControl& self, vm::Value waiter);

} // namespace ouro::stdlib
