// SPDX-License-Identifier: MIT
//
// The life of a transport:
//
//     made -> connection_made -> reads and writes -> closing: no longer reads, writes what is queued
//                                               \-> lost: connection_lost is due -> closed
//
// What the loop calls is pushed to its ready queue where CPython uses call_soon(), so that the order of calls is the
// same.
#include "stdlib/asyncio/transport.hpp"

#include "stdlib/asyncio/context_scope.hpp"
#include "stdlib/asyncio/handle.hpp"
#include "stdlib/asyncio/stream_protocol.hpp"
#include "stdlib/os/descriptors.hpp"
#include "vm/grants.hpp"

#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ouro::stdlib {

using namespace vm;
using Sort = Transport::Sort;

Transport* as_transport(Value value) {
    return detail::native_cast<Transport>(value);
}

// --- Which transport uses a descriptor ----------------------------------------------------------------------------

Transport* transport_of_descriptor(Loop& loop, int fd) {
    auto found = loop.transports ? loop.transports->find(fd) : TransportTable::iterator();
    if (!loop.transports || found == loop.transports->end() || found->second->is_closing)
        return nullptr;
    return found->second;
}

static void enter_table(Transport& self) {
    Loop& loop = *self.loop;
    if (!loop.transports)
        loop.transports = new TransportTable;
    (*loop.transports)[self.fd] = &self;
}

static void leave_table(Transport& self) {
    TransportTable* table = self.loop ? self.loop->transports : nullptr;
    if (!table)
        return;
    auto found = table->find(self.fd);
    if (found != table->end() && found->second == &self)
        table->erase(found);
}

// --- Beginning ----------------------------------------------------------------------------------------------------

static Bytes* name_of(VM& vm, int fd, int (*ask)(int, sockaddr*, socklen_t*)) {
    sockaddr_storage address;
    socklen_t size = sizeof(address);
    if (ask(fd, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        return nullptr;
    auto made = make_bytes(vm, {reinterpret_cast<const char*>(&address), std::min<size_t>(size, sizeof(address))});
    return made.is_error() ? nullptr : made.release();
}

// Small writes are sent without waiting for the acknowledgment of earlier ones.
static void send_at_once(Transport& self) {
    auto family = [](const Bytes* name) {
        return name && name->length >= sizeof(sa_family_t) ? reinterpret_cast<const sockaddr*>(name->data())->sa_family
                                                           : AF_UNSPEC;
    };
    int on = 1;
    if (int known = family(self.local_name); known == AF_INET || known == AF_INET6)
        setsockopt(self.fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
}

static void ask_names(VM& vm, Transport& self) {
    Heap::store(&self, self.local_name, name_of(vm, self.fd, getsockname));
    if (!self.peer_name)
        Heap::store(&self, self.peer_name, name_of(vm, self.fd, getpeername));
    send_at_once(self);
}

static Result<void> check_pipe(VM& vm, Transport& self) {
    struct stat status;
    TRY(status_of_descriptor(vm, self.fd, status));
    if (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode) || S_ISCHR(status.st_mode))
        return {};
    if (self.sort() == Sort::ReadPipe)
        return vm.value_error("Pipe transport is for pipes/sockets only.");
    return vm.value_error("Pipe transport is only for pipes, sockets and character devices");
}

static Result<void> take_descriptor(VM& vm, Transport& self, Value file) {
    int64_t fd = TRY(index_int64(vm, TRY(call_method(vm, file, "fileno", {}))));
    TRY(check_descriptor(vm, fd));
    self.fd = int(fd);
    if (self.sort() != Sort::Socket) {
        TRY(check_pipe(vm, self));
        int status_flags = fcntl(self.fd, F_GETFL);
        if (status_flags < 0 || fcntl(self.fd, F_SETFL, status_flags | O_NONBLOCK) < 0)
            return vm.os_error(errno);
    }
    return {};
}

static Transport* allocate_transport(VM& vm, Sort sort, Loop& loop) {
    const NativeType* types[] = {&socket_transport_type, &read_pipe_transport_type, &write_pipe_transport_type};
    auto* self = static_cast<Transport*>(allocate_unwatched_instance(vm, vm.native(*types[unsigned(sort)])));
    self->spare = uint8_t(sort);
    self->loop = &loop;
    self->protocol = self->extra = self->server = Value::none();
    self->high_water = Transport::HIGH_WATER;
    self->low_water = Transport::HIGH_WATER / 4;
    return self;
}

Result<Transport*> make_transport(VM& vm, Sort sort, Loop& loop, Value file, const TransportOptions& options) {
    TRY(check_open(vm, loop));
    Transport& self = *allocate_transport(vm, sort, loop);
    TRY(take_descriptor(vm, self, file));
    Heap::store(&self, self.file, file);
    Heap::store(&self, self.extra, options.extra);
    Heap::store(&self, self.server, options.server);
    vm.heap.add_finalizable(&self);
    if (sort == Sort::Socket)
        ask_names(vm, self);
    if (!self.server.is_none())
        TRY(call_method(vm, self.server, "_attach", {&self}));
    TRY(begin_transport(vm, self, options));
    return &self;
}

Transport* make_accepted_transport(VM& vm, Loop& loop, int fd, std::string_view peer_name) {
    Transport* self = allocate_transport(vm, Sort::Socket, loop);
    self->fd = fd;
    vm.heap.add_finalizable(self);
    if (vm.grants)
        vm.grants->descriptors.insert(fd);
    if (auto made = make_bytes(vm, peer_name); !made.is_error())
        Heap::store(self, self->peer_name, made.release());
    ask_names(vm, *self);
    return self;
}

// Errors of a callback that stands for `method` of `object`, called with the argument.
static Result<void> report_callback(VM& vm, Transport& self, Value object, const char* method, Value argument,
                                    Exception* exception) {
    if (leaves_loop(vm, exception))
        return Raised{exception};
    auto found = get_attribute(vm, object, method);
    Value function = found.is_error() ? object : found.release(); // which may be just what has failed
    Handle* handle = make_handle(vm, *self.loop, function, std::initializer_list<Value>{argument}, self.context);
    return take_callback_error(vm, *handle, exception);
}

static Result<void> connect_protocol(VM& vm, Transport& self) {
    if (StreamProtocol* protocol = exact_stream_protocol(self.protocol)) {
        Value previous;
        TRY(enter_captured(vm, self.context, previous));
        auto result = stream_connection_made(vm, *protocol, &self);
        leave_captured(vm, previous);
        return result;
    }
    TRY(call_protocol(vm, self, "connection_made", {&self}));
    return {};
}

static Result<void> run_begin(VM& vm, Value target, Value waiter) {
    auto& self = *static_cast<Transport*>(target.object());
    Value protocol = self.protocol;
    auto connected = connect_protocol(vm, self);
    if (connected.is_error())
        TRY(report_callback(vm, self, protocol, "connection_made", &self, connected.exception()));
    auto started = start_reading(vm, self);
    if (started.is_error())
        TRY(fail_transport(vm, self, started.exception(), "Fatal error on transport"));
    if (Future* future = as<Future>(waiter); future && !future->is_done())
        set_result(vm, *future, Value::none());
    return {};
}

Result<void> begin_transport(VM& vm, Transport& self, const TransportOptions& options) {
    Heap::store(&self, self.context, captured_context(vm));
    TRY(set_protocol(vm, self, options.protocol));
    if (!exact_stream_protocol(options.protocol))
        TRY(get_attribute(vm, options.protocol, "connection_made")); // who makes the transport is told, not the loop
    enter_table(self);
    self.loop->engine->push(run_begin, &self, options.waiter ? options.waiter : Value::none());
    return {};
}

Result<void> set_protocol(VM& vm, Transport& self, Value protocol) {
    Heap::store(&self, self.protocol, protocol);
    self.fills_buffers = self.sort() == Sort::Socket && protocol.is_object() &&
                         protocol.object()->type()->is_subtype_of(vm.native(buffered_protocol_type));
    return {};
}

Result<Value> call_protocol(VM& vm, Transport& self, const char* method, std::initializer_list<Value> arguments) {
    Value previous;
    TRY(enter_captured(vm, self.context, previous));
    auto result = call_method(vm, self.protocol, method, arguments);
    Value left = leave_captured(vm, previous);
    if (!self.context && left)
        Heap::store(&self, self.context, left); // variables were set in it
    return result;
}

// --- Ending -------------------------------------------------------------------------------------------------------

static Result<void> run_end(VM& vm, Value target, Value exception) {
    return end_transport(vm, *static_cast<Transport*>(target.object()), exception);
}

static Result<void> lose(VM& vm, Transport& self, Value exception) {
    TRY(check_open(vm, *self.loop));
    self.lost_writes++;
    self.loop->engine->push(run_end, &self, exception);
    return {};
}

Result<void> close_transport(VM& vm, Transport& self) {
    if (self.is_closing)
        return {};
    self.is_closing = true;
    if (self.sort() != Sort::WritePipe || !self.queued)
        TRY(stop_reading(self));
    return self.queued ? Result<void>() : lose(vm, self, Value::none());
}

Result<void> abort_transport(VM& vm, Transport& self, Value exception) {
    if (self.is_closed || self.is_lost())
        return {};
    TRY(drop_queue(self));
    self.is_closing = true;
    TRY(stop_reading(self));
    return lose(vm, self, exception);
}

Result<void> report_transport(VM& vm, Transport& self, std::string_view message, Exception* exception) {
    if (leaves_loop(vm, exception))
        return Raised{exception};
    Dict* context = make_dict(vm);
    dict_set(vm, *context, intern(vm, "message"), make_short_str(vm, message));
    dict_set(vm, *context, intern(vm, "exception"), exception);
    dict_set(vm, *context, intern(vm, "transport"), &self);
    dict_set(vm, *context, intern(vm, "protocol"), self.protocol);
    return call_exception_handler(vm, *self.loop, *context);
}

// The end of a terminal (EIO) is no error; of reading pipes, others are.
static bool is_silent(VM& vm, Transport& self, Exception* exception) {
    if (!is_exception_of(exception, vm, ExceptionId::OSError))
        return false;
    Value number = exception->field(0);
    return self.sort() != Sort::ReadPipe || (number.is_small_int() && number.small_int() == EIO);
}

Result<void> fail_transport(VM& vm, Transport& self, Exception* exception, const char* message) {
    if (leaves_loop(vm, exception))
        return Raised{exception};
    if (!is_silent(vm, self, exception))
        TRY(report_transport(vm, self, message, exception));
    return abort_transport(vm, self, exception);
}

Result<void> close_descriptor_of(VM& vm, Transport& self) {
    if (std::exchange(self.is_closed, true))
        return {};
    TRY(drop_queue(self));
    TRY(stop_reading(self));
    leave_table(self);
    if (self.file) {
        TRY(call_method(vm, self.file, "close", {}));
        return {};
    }
    if (vm.grants)
        vm.grants->descriptors.erase(self.fd);
    ::close(self.fd);
    return {};
}

static Result<void> disconnect_protocol(VM& vm, Transport& self, Value exception) {
    if (self.protocol.is_none())
        return {};
    if (StreamProtocol* protocol = exact_stream_protocol(self.protocol))
        return stream_connection_lost(vm, *protocol, exception);
    TRY(call_protocol(vm, self, "connection_lost", {exception}));
    return {};
}

static Result<void> forget_server(VM& vm, Transport& self) {
    Value server = std::exchange(self.server, Value::none());
    if (!server.is_none())
        TRY(call_method(vm, server, "_detach", {&self}));
    return {};
}

static Result<void> fail_empty_waiter(VM& vm, Transport& self) {
    Future* waiter = std::exchange(self.empty_waiter, nullptr);
    if (waiter && !waiter->is_done())
        set_exception(vm, *waiter,
                      make_exception(vm, ExceptionId::ConnectionError, "Connection is closed by peer"));
    return {};
}

Result<void> end_transport(VM& vm, Transport& self, Value exception) {
    if (self.is_closed)
        return {};
    auto disconnected = disconnect_protocol(vm, self, exception);
    auto closed = close_descriptor_of(vm, self);
    self.protocol = Value::none();
    auto detached = forget_server(vm, self);
    TRY(fail_empty_waiter(vm, self));
    for (Result<void>* result : {&disconnected, &closed, &detached}) {
        if (result->is_error())
            TRY(report_callback(vm, self, &self, "_call_connection_lost", exception, result->exception()));
    }
    return {};
}

void finalize_transport(VM& vm, Object* object) {
    auto& self = *static_cast<Transport*>(object);
    if (!self.loop || self.is_closed)
        return;
    vm.warn_at(ExceptionId::ResourceWarning, "unclosed transport " + repr_text(vm, &self), nullptr, nullptr);
    auto closed = close_descriptor_of(vm, self);
    auto detached = forget_server(vm, self);
    for (Result<void>* result : {&closed, &detached}) {
        if (result->is_error())
            vm.report_unraisable(result->exception(), "the end of a transport");
    }
}

} // namespace ouro::stdlib
