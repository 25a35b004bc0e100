// SPDX-License-Identifier: MIT
//
// An acceptor takes the connections that a listening socket has, as many as its backlog at once, and makes transports
// of them. What a server does besides is Python: asyncio/base_events.py.
//
// A new connection goes through the entries of the loop that it goes through in CPython: accepted; in the next tick the
// protocol is made; in the one after that connection_made() is called.
#include "stdlib/asyncio/acceptor.hpp"

#include "stdlib/asyncio/context_scope.hpp"
#include "stdlib/asyncio/transport.hpp"
#include "stdlib/os/descriptors.hpp"
#include "vm/model/sequence.hpp"
#include "vm/values/int.hpp"

#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace ouro::stdlib {

using namespace vm;
using Direction = EventLoop::Direction;

struct Acceptor : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = acceptor_type;
    static constexpr double PAUSE = 1; // seconds without accepting when the system has run out of something
    Loop* loop;
    Value socket; // that listens
    Value factory; // of protocols
    Value server;
    Value context; // captured
    int64_t backlog;
    int fd;
    bool is_watched, is_stopped;
};

static Result<void> on_connection(VM& vm, Value target, Value);

static Result<void> start(Acceptor& self) {
    if (self.is_watched || self.is_stopped)
        return {};
    TRY(self.loop->engine->watch(self.fd, Direction::Read, {on_connection, &self}));
    self.is_watched = true;
    return {};
}

static Result<void> pause(Acceptor& self) {
    if (std::exchange(self.is_watched, false))
        TRY(self.loop->engine->unwatch(self.fd, Direction::Read));
    return {};
}

static Result<void> stop(Acceptor& self) {
    self.is_stopped = true;
    return self.loop->is_closed ? Result<void>() : pause(self);
}

// --- Connections --------------------------------------------------------------------------------------------------

static Result<void> begin_connection(VM& vm, Acceptor& self, Transport& transport) {
    Value protocol = TRY(call(vm, self.factory, std::initializer_list<Value>{}));
    if (!self.server.is_none())
        TRY(call_method(vm, self.server, "_attach", {&transport}));
    Heap::store(&transport, transport.server, self.server);
    return begin_transport(vm, transport, {.protocol = protocol});
}

static Result<void> run_begin_connection(VM& vm, Value target, Value argument) {
    auto& self = *static_cast<Acceptor*>(target.object());
    auto& transport = *static_cast<Transport*>(argument.object());
    Value previous;
    TRY(enter_captured(vm, self.context, previous));
    auto begun = begin_connection(vm, self, transport);
    leave_captured(vm, previous);
    if (!begun.is_error())
        return {};
    TRY(close_descriptor_of(vm, transport));
    if (!self.loop->is_debug && !leaves_loop(vm, begun.exception()))
        return {}; // as in CPython
    return report_transport(vm, transport, "Error on transport creation for incoming connection", begun.exception());
}

static Result<void> run_restart(VM& vm, Value target, Value) {
    auto& self = *static_cast<Acceptor*>(target.object());
    auto started = start(self);
    if (started.is_error())
        return call_exception_handler(vm, *self.loop, "accepting connections has failed", "socket", self.socket,
                                      started.exception());
    return {};
}

// Out of descriptors or memory: the connections that wait are tried again in a second.
static Result<void> take_break(VM& vm, Acceptor& self, Exception* exception) {
    Value shown = TRY(call_library(vm, "asyncio.trsock", "TransportSocket", {self.socket}));
    TRY(call_exception_handler(vm, *self.loop, "socket.accept() out of system resource", "socket", shown, exception));
    TRY(pause(self));
    EventLoop& engine = *self.loop->engine;
    engine.add_timer(engine.time() + Acceptor::PAUSE, true, run_restart, &self);
    return {};
}

static bool is_out_of_resources(int error) {
    return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

static Result<void> take_accept_error(VM& vm, Acceptor& self, int error) {
    if (error == EAGAIN || error == EWOULDBLOCK || error == EINTR || error == ECONNABORTED)
        return {};
    Exception* exception = vm.os_error(error).exception;
    if (is_out_of_resources(error))
        return take_break(vm, self, exception);
    TRY(pause(self)); // else it would fail in each tick
    return call_exception_handler(vm, *self.loop, "accepting connections has failed", "socket", self.socket, exception);
}

static Result<void> on_connection(VM& vm, Value target, Value) {
    auto& self = *static_cast<Acceptor*>(target.object());
    for (int64_t i = 0; i < self.backlog && self.is_watched; i++) {
        sockaddr_storage address;
        socklen_t size = sizeof(address);
        int fd = accept4(self.fd, reinterpret_cast<sockaddr*>(&address), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd < 0)
            return take_accept_error(vm, self, errno);
        std::string_view peer(reinterpret_cast<const char*>(&address), std::min<size_t>(size, sizeof(address)));
        Transport* transport = make_accepted_transport(vm, *self.loop, fd, peer);
        self.loop->engine->push(run_begin_connection, &self, transport);
    }
    return {};
}

// --- What scripts see ---------------------------------------------------------------------------------------------

static Result<Acceptor*> acceptor_new(VM& vm, Type* cls, Value loop, Value socket, Value factory, Value server,
                                      int64_t backlog) {
    Loop* owner = TRY(loop_argument(vm, loop));
    int64_t fd = TRY(index_int64(vm, TRY(call_method(vm, socket, "fileno", {}))));
    TRY(check_descriptor(vm, fd));
    auto* self = static_cast<Acceptor*>(allocate_instance(vm, cls));
    self->loop = owner;
    self->socket = socket;
    self->factory = factory;
    self->server = server;
    self->backlog = std::max<int64_t>(backlog, 1);
    self->fd = int(fd);
    Heap::store(self, self->context, captured_context(vm));
    TRY(start(*self));
    return self;
}

static void visit_acceptor(Object* object, Visitor& visitor) {
    auto& self = *static_cast<Acceptor*>(object);
    visitor.visit(self.loop);
    visitor.visit(self.socket);
    visitor.visit(self.factory);
    visitor.visit(self.server);
    visitor.visit(self.context);
}

static constexpr NativeDef acceptor_members[] = {
    fn<acceptor_new>("__new__(cls, /, loop, sock, protocol_factory, server, backlog)"),
    fn<stop>("stop(self)", "Accept no more connections."),
};

const NativeType acceptor_type = {
    .name = "asyncio._Acceptor",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Acceptor),
    .flags = Type::FINAL,
    .visit = visit_acceptor,
    .members = acceptor_members,
    .member_count = std::size(acceptor_members),
    .doc = "Makes transports of the connections that a listening socket has.",
};

} // namespace ouro::stdlib
