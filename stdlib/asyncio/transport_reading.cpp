// SPDX-License-Identifier: MIT
//
// Reading of transports: one read per turn of the loop in which there is something, so that no connection starves the
// others. All connections of a loop read into one buffer. What comes is a bytes object for the protocol; a
// StreamReaderProtocol that is exactly asyncio's own is not called: its reader gets the octets.
#include "stdlib/asyncio/transport.hpp"

#include "stdlib/asyncio/stream_protocol.hpp"
#include "stdlib/asyncio/stream_reader.hpp"
#include "vm/model/buffer.hpp"
#include "vm/model/sequence.hpp"

#include <cerrno>
#include <new>
#include <sys/socket.h>
#include <unistd.h>

namespace ouro::stdlib {

using namespace vm;
using Direction = EventLoop::Direction;
using Sort = Transport::Sort;

static Result<void> on_readable(VM& vm, Value target, Value);

// --- Watching -----------------------------------------------------------------------------------------------------

Result<void> start_reading(VM& vm, Transport& self) {
    if (!is_reading(self) || self.is_watched_to_read)
        return {};
    TRY(check_open(vm, *self.loop));
    TRY(self.loop->engine->watch(self.fd, Direction::Read, {on_readable, &self}));
    self.is_watched_to_read = true;
    return {};
}

Result<void> stop_reading(Transport& self) {
    if (std::exchange(self.is_watched_to_read, false) && self.loop->engine)
        TRY(self.loop->engine->unwatch(self.fd, Direction::Read));
    return {};
}

Result<void> pause_reading(Transport& self) {
    if (!is_reading(self))
        return {};
    self.is_reading_paused = true;
    return stop_reading(self);
}

Result<void> resume_reading(VM& vm, Transport& self) {
    if (self.is_closing || !self.is_reading_paused)
        return {};
    self.is_reading_paused = false;
    return start_reading(vm, self);
}

// --- The descriptor -----------------------------------------------------------------------------------------------

// -1 with errno.
static ssize_t receive(Transport& self, char* octets, size_t size) {
    return self.sort() == Sort::Socket ? ::recv(self.fd, octets, size, 0) : ::read(self.fd, octets, size);
}

// How many octets there were; 0: the end. Empty: none now, or the transport has failed.
static Result<std::optional<size_t>> receive_some(VM& vm, Transport& self, char* octets, size_t size) {
    ssize_t count = receive(self, octets, size);
    if (count >= 0)
        return std::optional(size_t(count));
    if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
        const char* message = self.sort() == Sort::Socket ? "Fatal read error on socket transport"
                                                          : "Fatal read error on pipe transport";
        TRY(fail_transport(vm, self, vm.os_error(errno).exception, message));
    }
    return std::optional<size_t>();
}

static Result<char*> read_buffer(VM& vm, Loop& loop) {
    if (!loop.read_buffer) [[unlikely]] {
        loop.read_buffer = new (std::nothrow) char[Loop::READ_BUFFER_SIZE];
        if (!loop.read_buffer)
            return vm.memory_error();
    }
    return loop.read_buffer;
}

// --- The end of what is read --------------------------------------------------------------------------------------

// A socket is closed after eof_received(), unless the protocol wants to go on writing. A pipe is closed in any case;
// both calls have their turns in the next tick.
static Result<void> run_end_of_pipe(VM& vm, Value target, Value) {
    auto& self = *static_cast<Transport*>(target.object());
    auto told = call_protocol(vm, self, "eof_received");
    if (told.is_error())
        return report_transport(vm, self, "Fatal error: protocol.eof_received() call failed.", told.exception());
    return {};
}

static Result<void> receive_end_of_pipe(VM& vm, Transport& self) {
    TRY(stop_reading(self));
    self.loop->engine->push(run_end_of_pipe, &self);
    return close_transport(vm, self);
}

static Result<bool> ask_whether_open(VM& vm, Transport& self) {
    if (StreamProtocol* protocol = exact_stream_protocol(self.protocol))
        return stream_eof_received(vm, *protocol);
    return truth(vm, TRY(call_protocol(vm, self, "eof_received")));
}

static Result<void> receive_end(VM& vm, Transport& self) {
    if (self.sort() == Sort::ReadPipe)
        return receive_end_of_pipe(vm, self);
    auto stays_open = ask_whether_open(vm, self);
    if (stays_open.is_error())
        return fail_transport(vm, self, stays_open.exception(), "Fatal error: protocol.eof_received() call failed.");
    return stays_open.release() ? stop_reading(self) : close_transport(vm, self);
}

// --- Data ---------------------------------------------------------------------------------------------------------

static Result<void> give_data(VM& vm, Transport& self, std::string_view octets) {
    if (StreamReader* reader = direct_reader(self.protocol))
        return feed_data(vm, *reader, octets);
    TRY(call_protocol(vm, self, "data_received", {TRY(make_bytes(vm, octets))}));
    return {};
}

static Result<void> read_data(VM& vm, Transport& self) {
    char* octets = TRY(read_buffer(vm, *self.loop));
    std::optional<size_t> count = TRY(receive_some(vm, self, octets, Loop::READ_BUFFER_SIZE));
    if (!count)
        return {};
    if (*count == 0)
        return receive_end(vm, self);
    auto given = give_data(vm, self, {octets, *count});
    if (!given.is_error())
        return {};
    return fail_transport(vm, self, given.exception(), "Fatal error: protocol.data_received() call failed.");
}

static Result<Buffer> buffer_of_protocol(VM& vm, Transport& self) {
    Value given = TRY(call_protocol(vm, self, "get_buffer", {Value::small_int(-1)}));
    Buffer buffer = TRY(Buffer::writable(vm, given, "recv_into() argument 1"));
    if (buffer.view.length == 0)
        return vm.runtime_error("get_buffer() returned an empty buffer");
    return buffer;
}

static Result<void> read_into_buffer(VM& vm, Transport& self) {
    auto given = buffer_of_protocol(vm, self);
    if (given.is_error())
        return fail_transport(vm, self, given.exception(), "Fatal error: protocol.get_buffer() call failed.");
    std::optional<size_t> count;
    {
        Buffer buffer = given.release();
        count = TRY(receive_some(vm, self, buffer.view.data, buffer.view.length));
    }
    if (!count)
        return {};
    if (*count == 0)
        return receive_end(vm, self);
    auto told = call_protocol(vm, self, "buffer_updated", {Value::small_int(int64_t(*count))});
    if (!told.is_error())
        return {};
    return fail_transport(vm, self, told.exception(), "Fatal error: protocol.buffer_updated() call failed.");
}

// A pipe for writing is watched so that the transport learns when the other end is closed.
static Result<void> lose_reader_of_pipe(VM& vm, Transport& self) {
    Value exception = Value::none();
    if (self.queued)
        exception = make_exception(vm, ExceptionId::BrokenPipeError, "");
    return abort_transport(vm, self, exception);
}

static Result<void> on_readable(VM& vm, Value target, Value) {
    auto& self = *static_cast<Transport*>(target.object());
    if (!self.is_watched_to_read) // it was, when this entry was pushed
        return {};
    if (self.sort() == Sort::WritePipe)
        return lose_reader_of_pipe(vm, self);
    return self.fills_buffers ? read_into_buffer(vm, self) : read_data(vm, self);
}

} // namespace ouro::stdlib
