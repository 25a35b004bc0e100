// SPDX-License-Identifier: MIT
//
// Transports over descriptors that the loop watches: stream sockets and both ends of pipes. Library Reference,
// "Transports and Protocols".
//
//     transport.cpp         its life: beginning, closing, errors, the end
//     transport_reading.cpp from the descriptor to the protocol
//     transport_writing.cpp to the descriptor, or to the queue before it; flow control
//     transport_type.cpp    what scripts see
//
// A transport begins two entries of the loop after it was made: connection_made(), then it reads. While it reads, the
// reactor holds it; else whoever uses it does, and if nobody does, its descriptor is closed with a ResourceWarning.
#pragma once

#include "stdlib/asyncio/loop.hpp"
#include "stdlib/collections/deque.hpp"

namespace ouro::stdlib {

struct StreamReader;

extern const vm::NativeType socket_transport_type, read_pipe_transport_type, write_pipe_transport_type;
extern const vm::NativeType transport_type; // of which they are

struct Transport : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static constexpr const vm::NativeType& native_type = transport_type;
    enum class Sort : uint8_t { Socket, ReadPipe, WritePipe };
    static constexpr uint64_t HIGH_WATER = 64 << 10;

    Sort sort() const { return Sort(spare); }

    Loop* loop;
    vm::Value protocol; // None at the end
    vm::Value file;     // the socket or pipe, which closes the descriptor; empty: the descriptor is its own
    vm::Value wrapper;  // the TransportSocket that scripts were given, or empty
    vm::Value server;   // told of the end by _detach(), or None
    vm::Value extra;    // a dict of what else get_extra_info() knows, or None
    vm::Value context;  // captured: in which the protocol is called
    vm::Bytes *local_name, *peer_name; // addresses as the system gives them, or null
    Deque* queue;        // bytes that wait to be sent; null while there never were any
    Future* empty_waiter; // for the queue to be empty, or null
    uint64_t queued;     // octets in the queue that were not sent yet
    uint64_t sent;       // octets of the first item that were
    uint64_t high_water, low_water;
    int fd;
    uint32_t lost_writes; // once the connection is lost: 1 + writes since

    bool is_closing;
    bool is_closed;         // the descriptor is
    bool is_reading_paused; // by the protocol
    bool is_watched_to_read, is_watched_to_write;
    bool has_written_eof;
    bool is_protocol_paused; // pause_writing() was called
    bool fills_buffers;      // the protocol is a BufferedProtocol

    bool is_lost() const { return lost_writes != 0; } // connection_lost() is due, or was called
};

// A transport of the three types here; null for others.
Transport* as_transport(vm::Value value);

// --- Life ---------------------------------------------------------------------------------------------------------

struct TransportOptions {
    vm::Value protocol = vm::Value::none();
    vm::Value waiter = {}; // a Future whose result None is set once connection_made() was called; or None
    vm::Value extra = vm::Value::none();
    vm::Value server = vm::Value::none(); // told by _attach() now
};
// `file`: a socket or pipe, whose descriptor it uses and closes. ValueError, OSError; then nothing is closed.
vm::Result<Transport*> make_transport(vm::VM& vm, Transport::Sort sort, Loop& loop, vm::Value file,
                                      const TransportOptions& options);
// One over a connected stream socket that nobody else knows; it has no protocol yet.
Transport* make_accepted_transport(vm::VM& vm, Loop& loop, int fd, std::string_view peer_name);
// Has connection_made() called in the next tick.
vm::Result<void> begin_transport(vm::VM& vm, Transport& self, const TransportOptions& options);

vm::Result<void> set_protocol(vm::VM& vm, Transport& self, vm::Value protocol);
vm::Result<void> close_transport(vm::VM& vm, Transport& self); // once all is written
vm::Result<void> abort_transport(vm::VM& vm, Transport& self, vm::Value exception); // now; exception or None
// An error of the connection (OSError: silent) or of the protocol (to the loop's exception handler) ends it.
vm::Result<void> fail_transport(vm::VM& vm, Transport& self, vm::Exception* exception, const char* message);
// Calls connection_lost() and closes the descriptor.
vm::Result<void> end_transport(vm::VM& vm, Transport& self, vm::Value exception);
// For one that is dropped, or could not begin: the descriptor alone is closed.
vm::Result<void> close_descriptor_of(vm::VM& vm, Transport& self);
void finalize_transport(vm::VM& vm, vm::Object* object);

// A call of the protocol in the transport's context.
vm::Result<vm::Value> call_protocol(vm::VM& vm, Transport& self, const char* method,
                                    std::initializer_list<vm::Value> arguments = {});
// What the loop's exception handler is told of a transport. SystemExit and KeyboardInterrupt leave the loop.
vm::Result<void> report_transport(vm::VM& vm, Transport& self, std::string_view message, vm::Exception* exception);

// The transport that uses a descriptor of the loop and is not closing, or null.
Transport* transport_of_descriptor(Loop& loop, int fd);

// --- Reading ------------------------------------------------------------------------------------------------------

vm::Result<void> pause_reading(Transport& self);
vm::Result<void> resume_reading(vm::VM& vm, Transport& self);
inline bool is_reading(const Transport& self) { return !self.is_closing && !self.is_reading_paused; }
// Watches the descriptor, if it is reading. RuntimeError for a closed loop.
vm::Result<void> start_reading(vm::VM& vm, Transport& self);
vm::Result<void> stop_reading(Transport& self);

// --- Writing ------------------------------------------------------------------------------------------------------

vm::Result<void> transport_write(vm::VM& vm, Transport& self, vm::Value data);
vm::Result<void> transport_write_lines(vm::VM& vm, Transport& self, vm::Value lines);
vm::Result<void> transport_write_eof(vm::VM& vm, Transport& self);
vm::Result<void> set_write_buffer_limits(vm::VM& vm, Transport& self, vm::Value high, vm::Value low);
vm::Result<void> drop_queue(Transport& self);
// A future that is done when the queue is empty. RuntimeError while there is one.
vm::Result<vm::Value> make_empty_waiter(vm::VM& vm, Transport& self);

// --- Names --------------------------------------------------------------------------------------------------------

vm::Result<vm::Value> get_extra_info(vm::VM& vm, Transport& self, vm::Value name, vm::Value default_value);


} // namespace ouro::stdlib
