// SPDX-License-Identifier: MIT
//
// Writing of transports. What the descriptor takes at once is never copied. The rest waits in a queue of bytes objects,
// which is sent, as much as fits by one call of the system, each time the descriptor can be written; while there is a
// queue the descriptor is watched for that.
#include "stdlib/asyncio/transport.hpp"

#include "stdlib/asyncio/stream_protocol.hpp"
#include "stdlib/builtins/memoryview.hpp"
#include "vm/model/buffer.hpp"
#include "vm/model/bytearray.hpp"
#include "vm/model/sequence.hpp"

#include <cerrno>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace ouro::stdlib {

using namespace vm;
using Direction = EventLoop::Direction;
using Sort = Transport::Sort;

static constexpr uint32_t LOST_WRITES_BEFORE_WARNING = 5;

static Result<void> on_writable(VM& vm, Value target, Value);

static Result<void> watch_to_write(VM& vm, Transport& self) {
    if (self.is_watched_to_write)
        return {};
    TRY(check_open(vm, *self.loop));
    TRY(self.loop->engine->watch(self.fd, Direction::Write, {on_writable, &self}));
    self.is_watched_to_write = true;
    return {};
}

static Result<void> unwatch_to_write(Transport& self) {
    if (std::exchange(self.is_watched_to_write, false) && self.loop->engine)
        TRY(self.loop->engine->unwatch(self.fd, Direction::Write));
    return {};
}

Result<void> drop_queue(Transport& self) {
    self.queue = nullptr;
    self.queued = self.sent = 0;
    return unwatch_to_write(self);
}

// --- Flow control -------------------------------------------------------------------------------------------------

static Result<void> tell_protocol(VM& vm, Transport& self, bool pause) {
    self.is_protocol_paused = pause;
    if (StreamProtocol* protocol = exact_stream_protocol(self.protocol))
        return pause ? stream_pause_writing(*protocol) : stream_resume_writing(vm, *protocol);
    auto called = call_method(vm, self.protocol, pause ? "pause_writing" : "resume_writing", {});
    if (!called.is_error())
        return {};
    return report_transport(vm, self, pause ? "protocol.pause_writing() failed" : "protocol.resume_writing() failed",
                            called.exception());
}

static Result<void> pause_protocol_if_full(VM& vm, Transport& self) {
    return self.queued > self.high_water && !self.is_protocol_paused ? tell_protocol(vm, self, true) : Result<void>();
}

static Result<void> resume_protocol_if_drained(VM& vm, Transport& self) {
    return self.is_protocol_paused && self.queued <= self.low_water ? tell_protocol(vm, self, false) : Result<void>();
}

Result<void> set_write_buffer_limits(VM& vm, Transport& self, Value high_given, Value low_given) {
    int64_t low = low_given.is_none() ? 0 : TRY(index_int64(vm, low_given));
    int64_t high = !high_given.is_none()  ? TRY(index_int64(vm, high_given))
                   : low_given.is_none() ? int64_t(Transport::HIGH_WATER)
                                          : 4 * low;
    if (low_given.is_none())
        low = high / 4;
    if (high < low || low < 0)
        return vm.value_error("high ({}) must be >= low ({}) must be >= 0", high, low);
    self.high_water = uint64_t(high);
    self.low_water = uint64_t(low);
    return pause_protocol_if_full(vm, self);
}

Result<Value> make_empty_waiter(VM& vm, Transport& self) {
    if (self.empty_waiter)
        return vm.runtime_error("Empty waiter is already set");
    Heap::store(&self, self.empty_waiter, make_future(vm, *self.loop));
    if (!self.queued)
        set_result(vm, *self.empty_waiter, Value::none());
    return self.empty_waiter;
}

// --- The descriptor -----------------------------------------------------------------------------------------------

// -1 with errno.
static ssize_t send_octets(Transport& self, std::string_view octets) {
    if (self.sort() == Sort::Socket)
        return ::send(self.fd, octets.data(), octets.size(), MSG_NOSIGNAL);
    return ::write(self.fd, octets.data(), octets.size());
}

static ssize_t send_vector(Transport& self, iovec* vector, size_t count) {
    if (self.sort() != Sort::Socket)
        return ::writev(self.fd, vector, int(count));
    msghdr message{};
    message.msg_iov = vector;
    message.msg_iovlen = count;
    return ::sendmsg(self.fd, &message, MSG_NOSIGNAL);
}

static bool must_wait() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

static const char* write_error(const Transport& self) {
    return self.sort() == Sort::Socket ? "Fatal write error on socket transport"
                                       : "Fatal write error on pipe transport";
}

static Result<void> fail_write(VM& vm, Transport& self, int error) {
    Exception* exception = vm.os_error(error).exception;
    TRY(drop_queue(self));
    if (Future* waiter = self.empty_waiter; waiter && !waiter->is_done())
        set_exception(vm, *waiter, exception);
    return fail_transport(vm, self, exception, write_error(self));
}

// --- The queue ----------------------------------------------------------------------------------------------------

// `sent` octets of the first item, which is the only one then, are gone already.
static Result<void> enqueue(VM& vm, Transport& self, Bytes& bytes, size_t sent = 0) {
    if (!self.queue)
        Heap::store(&self, self.queue, make_deque(vm, -1));
    TRY(deque_append(vm, *self.queue, &bytes));
    self.queued += bytes.length - sent;
    self.sent += sent;
    return {};
}

static void take_sent(Transport& self, size_t count) {
    self.queued -= count;
    self.sent += count;
    while (self.queue->size()) {
        size_t length = as<Bytes>((*self.queue)[0])->length;
        if (length > self.sent)
            break;
        self.sent -= length;
        deque_take_first(*self.queue);
    }
}

// One call of the system. False when it failed, with errno.
static bool send_queue(Transport& self) {
    static constexpr size_t MOST_AT_ONCE = 256;
    iovec vector[MOST_AT_ONCE];
    size_t count = std::min(self.queue->size(), MOST_AT_ONCE), skip = self.sent;
    for (size_t i = 0; i < count; i++) {
        Bytes& bytes = *as<Bytes>((*self.queue)[i]);
        vector[i] = {bytes.data() + skip, bytes.length - skip};
        skip = 0;
    }
    ssize_t sent = send_vector(self, vector, count);
    if (sent >= 0)
        take_sent(self, size_t(sent));
    return sent >= 0;
}

// What is left to do once all is written.
static Result<void> finish_queue(VM& vm, Transport& self) {
    TRY(unwatch_to_write(self));
    if (Future* waiter = self.empty_waiter; waiter && !waiter->is_done())
        set_result(vm, *waiter, Value::none());
    if (self.is_closing) {
        TRY(stop_reading(self));
        self.lost_writes++;
        return end_transport(vm, self, Value::none());
    }
    if (self.has_written_eof && ::shutdown(self.fd, SHUT_WR) != 0)
        return vm.os_error(errno);
    return {};
}

static Result<void> on_writable(VM& vm, Value target, Value) {
    auto& self = *static_cast<Transport*>(target.object());
    if (!self.is_watched_to_write || self.is_lost())
        return {};
    if (!send_queue(self))
        return must_wait() ? Result<void>() : fail_write(vm, self, errno);
    TRY(resume_protocol_if_drained(vm, self)); // which may write more
    return self.queued ? Result<void>() : finish_queue(vm, self);
}

// --- write() ------------------------------------------------------------------------------------------------------

static Result<void> check_can_write(VM& vm, Transport& self, const char* method, const char* doing) {
    if (self.has_written_eof && self.sort() == Sort::Socket)
        return vm.runtime_error("Cannot call {}() after write_eof()", method);
    if (self.empty_waiter)
        return vm.runtime_error("unable to {}; sendfile is in progress", doing);
    return {};
}

// One that is closing still has its queue to send.
static Result<void> count_lost_write(VM& vm, Transport& self) {
    if (!self.is_lost())
        return {};
    if (self.lost_writes++ < LOST_WRITES_BEFORE_WARNING)
        return {};
    const char* message = self.sort() == Sort::Socket
                              ? "socket.send() raised exception."
                              : "pipe closed by peer or os.write(pipe, data) raised exception.";
    TRY(call_library(vm, "asyncio._reports", "warn", {make_short_str(vm, message)}));
    return {};
}

static bool takes_no_more(const Transport& self) {
    return self.is_lost() || (self.sort() == Sort::WritePipe && self.is_closing);
}

// What was not sent of `data`, whose octets these are: it waits.
static Result<void> queue_rest(VM& vm, Transport& self, Value data, std::string_view octets, size_t sent) {
    Bytes* bytes = as<Bytes>(data);
    if (bytes)
        TRY(enqueue(vm, self, *bytes, sent));
    else
        TRY(enqueue(vm, self, *TRY(make_bytes(vm, octets.substr(sent)))));
    TRY(watch_to_write(vm, self));
    return pause_protocol_if_full(vm, self);
}

static Result<void> write_octets(VM& vm, Transport& self, Value data, std::string_view octets) {
    if (octets.empty())
        return {};
    if (takes_no_more(self))
        return count_lost_write(vm, self);
    size_t sent = 0;
    if (!self.queued) {
        ssize_t result = send_octets(self, octets);
        if (result < 0 && !must_wait())
            return fail_write(vm, self, errno);
        sent = result < 0 ? 0 : size_t(result);
        if (sent == octets.size())
            return {};
    }
    return queue_rest(vm, self, data, octets, sent);
}

static bool is_writable_type(Value data) {
    if (as<Bytes>(data) || as_bytearray(data))
        return true;
    return data.is_object() && data.object()->type()->native == &memoryview_type;
}

Result<void> transport_write(VM& vm, Transport& self, Value data) {
    if (!is_writable_type(data))
        return vm.type_error("data argument must be a bytes-like object, not '{}'", vm.type_name(data));
    TRY(check_can_write(vm, self, "write", "write"));
    if (Bytes* bytes = as<Bytes>(data)) [[likely]]
        return write_octets(vm, self, data, bytes->view());
    Buffer buffer = TRY(Buffer::of(vm, data));
    return write_octets(vm, self, data, buffer.view.octets());
}

Result<void> transport_write_lines(VM& vm, Transport& self, Value lines) {
    TRY(check_can_write(vm, self, "writelines", "writelines"));
    List* items = TRY(list_from(vm, lines));
    RootVector all(vm.heap);
    for (size_t i = 0; i < items->size(); i++) {
        Bytes* bytes = TRY(bytes_or_null(vm, (*items)[i]));
        if (!bytes)
            return vm.type_error("memoryview: a bytes-like object is required, not '{}'", vm.type_name((*items)[i]));
        if (bytes->length)
            all.push(bytes);
    }
    if (all.items.empty())
        return {};
    if (takes_no_more(self))
        return count_lost_write(vm, self);
    bool was_empty = !self.queued;
    for (Value bytes : all.items)
        TRY(enqueue(vm, self, *as<Bytes>(bytes)));
    if (was_empty && !send_queue(self) && !must_wait())
        return fail_write(vm, self, errno);
    if (!self.queued)
        return {};
    TRY(watch_to_write(vm, self));
    return pause_protocol_if_full(vm, self);
}

Result<void> transport_write_eof(VM& vm, Transport& self) {
    if (self.is_closing || self.has_written_eof)
        return {};
    if (self.sort() == Sort::WritePipe)
        return close_transport(vm, self);
    self.has_written_eof = true;
    if (!self.queued && ::shutdown(self.fd, SHUT_WR) != 0)
        return vm.os_error(errno);
    return {};
}

} // namespace ouro::stdlib
