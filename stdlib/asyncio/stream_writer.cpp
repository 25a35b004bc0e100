// SPDX-License-Identifier: MIT
//
// StreamWriter. Its transport and protocol are asyncio's native ones nearly always; whatever else a script has given is
// called by name.
#include "stdlib/asyncio/stream_writer.hpp"

#include "stdlib/asyncio/stream_protocol.hpp"
#include "stdlib/asyncio/stream_reader.hpp"
#include "stdlib/asyncio/transport.hpp"
#include "vm/async/async.hpp"

namespace ouro::stdlib {

using namespace vm;

// --- Making -------------------------------------------------------------------------------------------------------

static Object* writer_new(VM& vm, Type* cls, Args, Kwargs) { return allocate_instance(vm, cls); }

static Result<void> writer_init(VM& vm, StreamWriter& self, Value transport, Value protocol, Value reader,
                                Value loop) {
    if (!reader.is_none() && !detail::native_cast<StreamReader>(reader))
        return vm.raise(ExceptionId::AssertionError, "");
    Heap::store(&self, self.transport, transport);
    Heap::store(&self, self.protocol, protocol);
    Heap::store(&self, self.reader, reader);
    Heap::store(&self, self.loop, loop);
    return {};
}

Value make_writer(VM& vm, Value transport, Value protocol, Value reader, Loop& loop) {
    auto* self = static_cast<StreamWriter*>(allocate_instance(vm, vm.native(stream_writer_type)));
    self->transport = transport;
    self->protocol = protocol;
    self->reader = reader;
    self->loop = &loop;
    return self;
}

static Result<std::string> writer_repr(VM& vm, StreamWriter& self) {
    std::string text = fmt::format("<{} transport={}", vm.type_name(&self), TRY(repr(vm, self.transport))->view());
    if (!self.reader.is_none())
        text += fmt::format(" reader={}", TRY(repr(vm, self.reader))->view());
    return text + ">";
}

// --- Writing ------------------------------------------------------------------------------------------------------

static Result<Value> transport_of(VM& vm, StreamWriter& self) {
    if (self.transport.is_empty())
        return vm.attribute_error(&self, intern(vm, "_transport"));
    return self.transport;
}

static Result<void> write(VM& vm, StreamWriter& self, Value data) {
    if (Transport* transport = as_transport(self.transport)) [[likely]]
        return transport_write(vm, *transport, data);
    TRY(call_method(vm, TRY(transport_of(vm, self)), "write", {data}));
    return {};
}
static Result<void> write_lines(VM& vm, StreamWriter& self, Value data) {
    if (Transport* transport = as_transport(self.transport))
        return transport_write_lines(vm, *transport, data);
    TRY(call_method(vm, TRY(transport_of(vm, self)), "writelines", {data}));
    return {};
}
static Result<Value> write_eof(VM& vm, StreamWriter& self) {
    return call_method(vm, TRY(transport_of(vm, self)), "write_eof", {});
}
static Result<Value> can_write_eof(VM& vm, StreamWriter& self) {
    return call_method(vm, TRY(transport_of(vm, self)), "can_write_eof", {});
}
static Result<Value> close(VM& vm, StreamWriter& self) {
    return call_method(vm, TRY(transport_of(vm, self)), "close", {});
}
static Result<Value> is_closing(VM& vm, StreamWriter& self) {
    if (Transport* transport = as_transport(self.transport))
        return Value::boolean(transport->is_closing);
    return call_method(vm, TRY(transport_of(vm, self)), "is_closing", {});
}
static Result<Value> extra_info(VM& vm, StreamWriter& self, Value name, Value default_value) {
    return call_method(vm, TRY(transport_of(vm, self)), "get_extra_info", {name, default_value});
}

// --- drain() ------------------------------------------------------------------------------------------------------

static Result<void> check_reader(VM& vm, StreamWriter& self) {
    StreamReader* reader = detail::native_cast<StreamReader>(self.reader);
    Value exception = Value::none();
    if (reader && reader->is_exact())
        exception = reader->exception;
    else if (reader)
        exception = TRY(call_method(vm, reader, "exception", {}));
    if (exception.is_none())
        return {};
    if (Exception* known = as<Exception>(exception))
        return raise_stored(vm, *known);
    return vm.type_error("exceptions must derive from BaseException");
}

// The last phase: whether writing may go on. A protocol that is not asyncio's own is asked by its _drain_helper().
static Result<Value> drain_protocol(VM& vm, OnePhaseCoroutine& coroutine, StreamWriter& self) {
    StreamProtocol* protocol = exact_stream_protocol(self.protocol);
    if (!protocol)
        return end_by(vm, coroutine, TRY(call_method(vm, self.protocol, "_drain_helper", {})));
    Value waiter = TRY(begin_drain(vm, *protocol));
    return waiter.is_none() ? Result<Value>(waiter) : wait_on(coroutine, waiter);
}

static Result<Value> drain_body(VM& vm, NativeCoroutine& native, Result<Value> outcome) {
    auto& coroutine = one_phase(native);
    auto& self = *static_cast<StreamWriter*>(coroutine.self.object());
    if (coroutine.begins()) {
        TRY(check_reader(vm, self));
        if (TRY(truth(vm, TRY(is_closing(vm, self))))) // connection_lost() gets its turn
            return wait_on(coroutine, Value::none());
        return drain_protocol(vm, coroutine, self);
    }
    Future* waiter = as<Future>(coroutine.awaited);
    if (waiter)
        end_drain(*static_cast<FlowControl*>(self.protocol.object()), waiter);
    TRY(std::move(outcome));
    return waiter ? Result<Value>(Value::none()) : drain_protocol(vm, coroutine, self);
}

static Result<Value> wait_closed_body(VM& vm, NativeCoroutine& native, Result<Value>) {
    auto& coroutine = one_phase(native);
    auto& self = *static_cast<StreamWriter*>(coroutine.self.object());
    if (StreamProtocol* protocol = exact_stream_protocol(self.protocol); protocol && protocol->loop)
        return end_by(vm, coroutine, &close_waiter(vm, *protocol));
    return end_by(vm, coroutine, TRY(call_method(vm, self.protocol, "_get_close_waiter", {&self})));
}

static constexpr NativeCoroutine::Code DRAIN = {"StreamWriter.drain", drain_body};
static constexpr NativeCoroutine::Code WAIT_CLOSED = {"StreamWriter.wait_closed", wait_closed_body};

static Result<Value> drain(VM& vm, StreamWriter& self) {
    TRY(transport_of(vm, self));
    return make_native_coroutine(vm, DRAIN, &self);
}
static Result<Value> wait_closed(VM& vm, StreamWriter& self) {
    TRY(transport_of(vm, self));
    return make_native_coroutine(vm, WAIT_CLOSED, &self);
}

static Result<Value> start_tls(VM& vm, StreamWriter& self, Value context, Value host, Value handshake, Value shutdown) {
    return call_library(vm, "asyncio.streams", "_start_tls", {&self, context, host, handshake, shutdown});
}

// --- What scripts see ---------------------------------------------------------------------------------------------

template <Value StreamWriter::*field>
static Value get_field(StreamWriter& self) {
    return self.*field ? self.*field : Value::none();
}
template <Value StreamWriter::*field>
static void set_field(StreamWriter& self, Value value) {
    Heap::store(&self, self.*field, value ? value : Value::none());
}

static Result<void> close_dropped(VM& vm, StreamWriter& self) {
    if (TRY(truth(vm, TRY(is_closing(vm, self)))))
        return {};
    if (TRY(truth(vm, TRY(call_method(vm, self.loop, "is_closed", {}))))) {
        vm.warn_at(ExceptionId::ResourceWarning, "loop is closed", nullptr, nullptr);
        return {};
    }
    TRY(close(vm, self));
    vm.warn_at(ExceptionId::ResourceWarning, "unclosed " + TRY(writer_repr(vm, self)), nullptr, nullptr);
    return {};
}

static void finalize_writer(VM& vm, Object* object) {
    auto& self = *static_cast<StreamWriter*>(object);
    if (self.transport.is_empty() || self.transport.is_none())
        return;
    auto closed = close_dropped(vm, self);
    if (closed.is_error())
        vm.report_unraisable(closed.exception(), "the end of a StreamWriter");
}

static void visit_writer(Object* object, Visitor& visitor) {
    auto& self = *static_cast<StreamWriter*>(object);
    visitor.visit(self.transport);
    visitor.visit(self.protocol);
    visitor.visit(self.reader);
    visitor.visit(self.loop);
}

static constexpr NativeDef writer_members[] = {
    fn<writer_new>("__new__(cls, /, *args, **kwargs)"),
    fn<writer_init>("__init__(self, transport, protocol, reader, loop)"),
    fn<writer_repr>("__repr__(self, /)"),
    get<get_field<&StreamWriter::transport>>("transport", "The transport."),
    fn<write>("write(self, data)", "Write bytes, now or when the transport can."),
    fn<write_lines>("writelines(self, data)", "Write an iterable of bytes."),
    fn<write_eof>("write_eof(self)", "Say that nothing more will be written, once all is."),
    fn<can_write_eof>("can_write_eof(self)", "Return True if write_eof() works."),
    fn<close>("close(self)", "Close the transport once all is written."),
    fn<is_closing>("is_closing(self)", "Return True if the transport is closed or about to be."),
    fn<wait_closed>("wait_closed(self)", "Wait until the transport is closed."),
    fn<extra_info>("get_extra_info(self, name, default=None)", "Return what the transport knows of its connection."),
    fn<drain>("drain(self)", "Wait until it makes sense to write more."),
    fn<start_tls>("start_tls(self, sslcontext, *, server_hostname=None, ssl_handshake_timeout=None, "
                  "ssl_shutdown_timeout=None)",
                  "Go on over TLS."),
    get<get_field<&StreamWriter::transport>, set_field<&StreamWriter::transport>>("_transport"),
    get<get_field<&StreamWriter::protocol>, set_field<&StreamWriter::protocol>>("_protocol"),
    get<get_field<&StreamWriter::reader>, set_field<&StreamWriter::reader>>("_reader"),
    get<get_field<&StreamWriter::loop>>("_loop"),
};

const NativeType stream_writer_type = {
    .name = "asyncio.streams.StreamWriter",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(StreamWriter),
    .flags = Type::HAS_ATTRIBUTES | Type::BARE_NAME | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_writer,
    .members = writer_members,
    .member_count = std::size(writer_members),
    .doc = "Writes bytes to a transport.",
    .finalize = finalize_writer,
};

} // namespace ouro::stdlib
