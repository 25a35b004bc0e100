// SPDX-License-Identifier: MIT
//
// Transports as scripts see them.
#include "stdlib/asyncio/transport.hpp"

#include "stdlib/socket/address.hpp"
#include "vm/model/sequence.hpp"
#include "vm/values/int.hpp"

#include <cstring>

namespace ouro::stdlib {

using namespace vm;
using Sort = Transport::Sort;

// --- Making -------------------------------------------------------------------------------------------------------

static Result<Transport*> new_socket_transport(VM& vm, Type*, Value loop, Value sock, Value protocol, Value waiter,
                                               Value extra, Value server) {
    return make_transport(vm, Sort::Socket, *TRY(loop_argument(vm, loop)), sock, {protocol, waiter, extra, server});
}

template <Sort sort>
static Result<Transport*> new_pipe_transport(VM& vm, Type*, Value loop, Value pipe, Value protocol, Value waiter,
                                             Value extra) {
    return make_transport(vm, sort, *TRY(loop_argument(vm, loop)), pipe, {protocol, waiter, extra});
}

// --- Text ---------------------------------------------------------------------------------------------------------

static std::string transport_repr(VM& vm, Transport& self) {
    std::string text = fmt::format("<{}", vm.type_name(&self));
    if (self.is_closed)
        text += " closed";
    else if (self.is_closing)
        text += " closing";
    text += fmt::format(" fd={}", self.fd);
    if (self.is_closed)
        return text + (self.sort() == Sort::Socket ? ">" : " closed>");
    auto state = [](bool is_watched) { return is_watched ? "polling" : "idle"; };
    if (self.sort() == Sort::Socket)
        return text + fmt::format(" read={} write=<{}, bufsize={}>>", state(self.is_watched_to_read),
                                  state(self.is_watched_to_write), self.queued);
    if (self.sort() == Sort::ReadPipe)
        return text + fmt::format(" {}>", state(self.is_watched_to_read));
    return text + fmt::format(" {} bufsize={}>", state(self.is_watched_to_write), self.queued);
}

// --- What it knows ------------------------------------------------------------------------------------------------

static Result<Value> name_value(VM& vm, const Bytes* name) {
    if (!name)
        return Value::none();
    SocketAddress address;
    address.length = socklen_t(std::min<size_t>(name->length, sizeof(address.storage)));
    memcpy(&address.storage, name->data(), address.length);
    return address_value(vm, address);
}

// The socket as scripts may see it, which cannot read or write. For an accepted connection the object is made now, and
// owns the descriptor from then on.
static Result<Value> socket_value(VM& vm, Transport& self) {
    if (self.wrapper)
        return self.wrapper;
    if (!self.file && self.is_closed)
        return Value::none();
    if (!self.file)
        Heap::store(&self, self.file,
                    TRY(call_library(vm, "asyncio.trsock", "socket_of", {make_int(vm, self.fd)})));
    Heap::store(&self, self.wrapper, TRY(call_library(vm, "asyncio.trsock", "TransportSocket", {self.file})));
    return self.wrapper;
}

static Result<Value> other_info(VM& vm, Transport& self, Value name, Value default_value) {
    if (self.extra.is_none())
        return default_value;
    return call_method(vm, self.extra, "get", {name, default_value});
}

Result<Value> get_extra_info(VM& vm, Transport& self, Value name, Value default_value) {
    Str* text = as<Str>(name);
    std::string_view asked = text ? text->view() : std::string_view();
    if (self.sort() != Sort::Socket)
        return asked == "pipe" ? Result<Value>(self.file) : other_info(vm, self, name, default_value);
    if (asked == "socket")
        return socket_value(vm, self);
    if (asked == "sockname")
        return name_value(vm, self.local_name);
    if (asked == "peername") {
        Value given = TRY(other_info(vm, self, name, Value::none()));
        return given.is_none() ? name_value(vm, self.peer_name) : Result<Value>(given);
    }
    return other_info(vm, self, name, default_value);
}

// --- Methods ------------------------------------------------------------------------------------------------------

static bool is_closing(Transport& self) { return self.is_closing; }
static Result<void> abort(VM& vm, Transport& self) { return abort_transport(vm, self, Value::none()); }
static Value get_protocol(Transport& self) { return self.protocol; }
static bool is_reading_now(Transport& self) { return is_reading(self); }
static bool can_write_eof(Transport&) { return true; }
static int64_t write_buffer_size(Transport& self) { return int64_t(self.queued); }
static Value write_buffer_limits(VM& vm, Transport& self) {
    return make_tuple(vm, {make_int(vm, int64_t(self.low_water)), make_int(vm, int64_t(self.high_water))});
}
static Result<void> force_close(VM& vm, Transport& self, Value exception) {
    return abort_transport(vm, self, exception);
}
static Result<void> fatal_error(VM& vm, Transport& self, Exception& exception, std::optional<std::string_view> text) {
    return fail_transport(vm, self, &exception,
                          text ? std::string(*text).c_str() : "Fatal error on transport");
}
static void reset_empty_waiter(Transport& self) { self.empty_waiter = nullptr; }
static Value get_loop(Transport& self) { return self.is_closed ? Value::none() : Value(self.loop); }
static int64_t get_descriptor(Transport& self) { return self.fd; }
static Value get_file(Transport& self) { return self.is_closed || !self.file ? Value::none() : self.file; }
static int64_t get_lost_writes(Transport& self) { return self.lost_writes; }

static void visit_transport(Object* object, Visitor& visitor) {
    auto& self = *static_cast<Transport*>(object);
    visitor.visit(self.loop);
    visitor.visit(self.protocol);
    visitor.visit(self.file);
    visitor.visit(self.wrapper);
    visitor.visit(self.server);
    visitor.visit(self.extra);
    visitor.visit(self.context);
    visitor.visit(self.local_name);
    visitor.visit(self.peer_name);
    visitor.visit(self.queue);
    visitor.visit(self.empty_waiter);
}

// --- The types ----------------------------------------------------------------------------------------------------

static constexpr NativeDef transport_members[] = {
    fn<transport_repr>("__repr__(self, /)"),
    fn<get_extra_info>("get_extra_info(self, name, default=None)", "Return what is known of the connection."),
    fn<is_closing>("is_closing(self)", "Return True if it is closed or about to be."),
    fn<close_transport>("close(self)", "Close it once all is written."),
    fn<set_protocol>("set_protocol(self, protocol)", "Set who is told of what happens."),
    fn<get_protocol>("get_protocol(self)", "Return the protocol."),
    fn<force_close>("_force_close(self, exc)"),
    fn<fatal_error>("_fatal_error(self, exc, message=None)"),
    fn<end_transport>("_call_connection_lost(self, exc)"),
    get<get_loop>("_loop"),
    get<get_protocol>("_protocol"),
    get<is_closing>("_closing"),
    get<get_lost_writes>("_conn_lost"),
};

static constexpr NativeType transport_of_sort(const char* name, const NativeType* base,
                                              std::span<const NativeDef> members, uint32_t flags, const char* doc) {
    return {
        .name = name,
        .base = base,
        .kind = Kind::Native,
        .size = sizeof(Transport),
        .flags = Type::FINAL * (base != nullptr) | Type::BARE_NAME | Type::WEAKLY_REFERENCEABLE | flags,
        .visit = visit_transport,
        .members = members.data(),
        .member_count = members.size(),
        .doc = doc,
        .finalize = finalize_transport,
    };
}

constexpr NativeType transport_type =
    transport_of_sort("asyncio.transports._NativeTransport", nullptr, transport_members, Type::NO_NEW, nullptr);

static constexpr NativeDef read_pipe_members[] = {
    fn<new_pipe_transport<Sort::ReadPipe>>("__new__(cls, /, loop, pipe, protocol, waiter=None, extra=None)"),
    fn<is_reading_now>("is_reading(self)", "Return True while it reads."),
    fn<pause_reading>("pause_reading(self)", "Read nothing until resume_reading()."),
    fn<resume_reading>("resume_reading(self)", "Read again."),
    get<get_file>("_pipe"),
    get<get_descriptor>("_fileno"),
    constant("max_size", int64_t(Loop::READ_BUFFER_SIZE)),
};

constexpr NativeType read_pipe_transport_type = transport_of_sort(
    "asyncio.unix_events._UnixReadPipeTransport", &transport_type, read_pipe_members, 0, "Reads from a pipe.");

static constexpr NativeDef write_pipe_members[] = {
    fn<new_pipe_transport<Sort::WritePipe>>("__new__(cls, /, loop, pipe, protocol, waiter=None, extra=None)"),
    fn<transport_write>("write(self, data)", "Write bytes, now or when the pipe can take them."),
    fn<transport_write_lines>("writelines(self, list_of_data)", "Write an iterable of bytes."),
    fn<transport_write_eof>("write_eof(self)", "Close it once all is written."),
    fn<can_write_eof>("can_write_eof(self)", "Return True."),
    fn<abort>("abort(self)", "Close it now; what is not written is lost."),
    fn<set_write_buffer_limits>("set_write_buffer_limits(self, high=None, low=None)",
                                "Set when the protocol is to pause and to resume writing."),
    fn<write_buffer_limits>("get_write_buffer_limits(self)", "Return (low, high)."),
    fn<write_buffer_size>("get_write_buffer_size(self)", "Return how many bytes wait to be written."),
    get<get_file>("_pipe"),
    get<get_descriptor>("_fileno"),
};

constexpr NativeType write_pipe_transport_type = transport_of_sort(
    "asyncio.unix_events._UnixWritePipeTransport", &transport_type, write_pipe_members, 0, "Writes to a pipe.");

static constexpr NativeDef socket_members[] = {
    fn<new_socket_transport>(
        "__new__(cls, /, loop, sock, protocol, waiter=None, extra=None, server=None)"),
    fn<is_reading_now>("is_reading(self)", "Return True while it reads."),
    fn<pause_reading>("pause_reading(self)", "Read nothing until resume_reading()."),
    fn<resume_reading>("resume_reading(self)", "Read again."),
    fn<transport_write>("write(self, data)", "Write bytes, now or when the socket can take them."),
    fn<transport_write_lines>("writelines(self, list_of_data)", "Write an iterable of bytes."),
    fn<transport_write_eof>("write_eof(self)", "Close the writing side once all is written."),
    fn<can_write_eof>("can_write_eof(self)", "Return True."),
    fn<abort>("abort(self)", "Close it now; what is not written is lost."),
    fn<set_write_buffer_limits>("set_write_buffer_limits(self, high=None, low=None)",
                                "Set when the protocol is to pause and to resume writing."),
    fn<write_buffer_limits>("get_write_buffer_limits(self)", "Return (low, high)."),
    fn<write_buffer_size>("get_write_buffer_size(self)", "Return how many bytes wait to be written."),
    fn<make_empty_waiter>("_make_empty_waiter(self)"),
    fn<reset_empty_waiter>("_reset_empty_waiter(self)"),
    get<get_file>("_sock"),
    get<get_descriptor>("_sock_fd"),
    constant("max_size", int64_t(Loop::READ_BUFFER_SIZE)),
    constant("_start_tls_compatible", 1),
};

constexpr NativeType socket_transport_type =
    transport_of_sort("asyncio.selector_events._SelectorSocketTransport", &transport_type, socket_members, 0,
                      "Reads from and writes to a stream socket.");

} // namespace ouro::stdlib
