// SPDX-License-Identifier: MIT
//
// FlowControlMixin and StreamReaderProtocol.
#include "stdlib/asyncio/stream_protocol.hpp"

#include "stdlib/asyncio/children.hpp"
#include "stdlib/asyncio/locks.hpp"
#include "stdlib/asyncio/stream_reader.hpp"
#include "stdlib/asyncio/stream_writer.hpp"
#include "stdlib/asyncio/task.hpp"
#include "stdlib/asyncio/transport.hpp"
#include "vm/model/shape.hpp"

namespace ouro::stdlib {

using namespace vm;

// Neither a subclass nor an instance with attributes, which could hide methods.
static bool is_plain(Object* object) { return object->is_exact() && !object->shape->parent; }

StreamProtocol* exact_stream_protocol(Value value) {
    StreamProtocol* protocol = detail::native_cast<StreamProtocol>(value);
    return protocol && is_plain(protocol) ? protocol : nullptr;
}

StreamReader* direct_reader(Value value) {
    StreamProtocol* protocol = exact_stream_protocol(value);
    StreamReader* reader = protocol ? detail::native_cast<StreamReader>(protocol->reader) : nullptr;
    return reader && is_plain(reader) ? reader : nullptr;
}

// --- Flow control -------------------------------------------------------------------------------------------------

Result<void> stream_pause_writing(FlowControl& self) {
    self.is_paused = true;
    return {};
}

Result<void> stream_resume_writing(VM& vm, FlowControl& self) {
    self.is_paused = false;
    for (size_t i = 0; i < waiter_count(self.drain_waiters); i++) {
        Future& waiter = waiter_at(*self.drain_waiters, i);
        if (!waiter.is_done())
            set_result(vm, waiter, Value::none());
    }
    return {};
}

static void lose_connection(VM& vm, FlowControl& self, Value exception) {
    self.is_connection_lost = true;
    if (!self.is_paused)
        return;
    for (size_t i = 0; i < waiter_count(self.drain_waiters); i++) {
        Future& waiter = waiter_at(*self.drain_waiters, i);
        if (waiter.is_done())
            continue;
        if (Exception* error = as<Exception>(exception))
            set_exception(vm, waiter, error);
        else
            set_result(vm, waiter, Value::none());
    }
}

Result<Value> begin_drain(VM& vm, FlowControl& self) {
    if (self.is_connection_lost)
        return vm.raise(ExceptionId::ConnectionResetError, "Connection lost");
    if (!self.is_paused)
        return Value::none();
    return TRY(add_waiter(vm, *self.loop, self, self.drain_waiters));
}

void end_drain(FlowControl& self, Value waiter) { remove_waiter(self.drain_waiters, waiter); }

// self.self: the protocol.
static Result<Value> drain_helper_body(VM& vm, NativeCoroutine& native, Result<Value> outcome) {
    auto& coroutine = one_phase(native);
    auto& self = *static_cast<FlowControl*>(coroutine.self.object());
    if (coroutine.begins()) {
        Value waiter = TRY(begin_drain(vm, self));
        return waiter.is_none() ? Result<Value>(waiter) : wait_on(coroutine, waiter);
    }
    end_drain(self, coroutine.awaited);
    TRY(std::move(outcome));
    return Value::none();
}

static constexpr NativeCoroutine::Code DRAIN_HELPER = {"FlowControlMixin._drain_helper", drain_helper_body};
static Value drain_helper(VM& vm, FlowControl& self) { return make_native_coroutine(vm, DRAIN_HELPER, &self); }

// --- StreamReaderProtocol -----------------------------------------------------------------------------------------

// The end of the task that serves a client: its failure is reported, and the connection closed.
static Result<void> end_client_task(VM& vm, Value transport, Value task) {
    Future* future = as<Future>(task);
    Exception* exception = nullptr;
    if (future && future->state() != Future::State::Cancelled) {
        exception = TRY(failure_of(vm, task));
        if (!exception)
            return {};
        TRY(call_exception_handler(vm, loop_of(*future), "Unhandled exception in client_connected_cb", "transport",
                                   transport, exception));
    }
    if (Transport* known = as_transport(transport))
        return close_transport(vm, *known);
    TRY(call_method(vm, transport, "close", {}));
    return {};
}

static Result<void> serve_client(VM& vm, StreamProtocol& self, Value transport) {
    StreamReader* reader = detail::native_cast<StreamReader>(self.reader);
    Value writer = make_writer(vm, transport, &self, reader ? Value(reader) : Value::none(), *self.loop);
    Value result = TRY(call(vm, self.client_connected_cb, {self.reader, writer}));
    if (!TRY(is_coroutine(vm, result)))
        return {};
    Value task = TRY(create_task(vm, *self.loop, result));
    Heap::store(&self, self.task, task);
    if (Future* future = as<Future>(task))
        add_done_callback(vm, *future, {end_client_task, transport});
    return {};
}

static Result<bool> is_over_ssl(VM& vm, Value transport) {
    Value name = intern(vm, "sslcontext");
    if (Transport* known = as_transport(transport); known && known->extra.is_none())
        return false;
    return !TRY(call_method(vm, transport, "get_extra_info", {name})).is_none();
}

static Result<void> reject_connection(VM& vm, StreamProtocol& self, Value transport) {
    Dict* context = make_dict(vm);
    dict_set(vm, *context, intern(vm, "message"),
             make_short_str(vm, "An open stream was garbage collected prior to establishing network connection; call "
                                "\"stream.close()\" explicitly."));
    TRY(call_exception_handler(vm, *self.loop, *context));
    TRY(call_method(vm, transport, "abort", {}));
    return {};
}

Result<void> stream_connection_made(VM& vm, StreamProtocol& self, Value transport) {
    if (self.rejects_connection)
        return reject_connection(vm, self, transport);
    Heap::store(&self, self.transport, transport);
    if (StreamReader* reader = detail::native_cast<StreamReader>(self.reader); reader && reader->is_exact())
        TRY(set_reader_transport(vm, *reader, transport));
    else if (!self.reader.is_none())
        TRY(call_method(vm, self.reader, "set_transport", {transport}));
    self.is_over_ssl = TRY(is_over_ssl(vm, transport));
    return self.client_connected_cb.is_none() ? Result<void>() : serve_client(vm, self, transport);
}

static Result<void> end_reader(VM& vm, StreamProtocol& self, Value exception) {
    StreamReader* reader = detail::native_cast<StreamReader>(self.reader);
    if (!reader)
        return {};
    if (!reader->is_exact())
        TRY(exception.is_none() ? call_method(vm, reader, "feed_eof", {})
                                : call_method(vm, reader, "set_exception", {exception}));
    else if (exception.is_none())
        feed_eof(vm, *reader);
    else
        TRY(set_reader_exception(vm, *reader, exception));
    return {};
}

static void finish_close_waiter(VM& vm, StreamProtocol& self) {
    if (!self.closed || self.closed->is_done() || !self.close_exception)
        return;
    if (Exception* exception = as<Exception>(self.close_exception)) {
        set_exception(vm, *self.closed, exception);
        mark_retrieved(*self.closed); // whoever does not wait for the end is not to be told of it
    } else {
        set_result(vm, *self.closed, Value::none());
    }
}

Result<void> stream_connection_lost(VM& vm, StreamProtocol& self, Value exception) {
    auto ended = end_reader(vm, self, exception);
    Heap::store(&self, self.close_exception, exception);
    finish_close_waiter(vm, self);
    lose_connection(vm, self, exception);
    self.reader = self.task = self.transport = Value::none();
    return ended;
}

Result<bool> stream_eof_received(VM& vm, StreamProtocol& self) {
    TRY(end_reader(vm, self, Value::none()));
    return !self.is_over_ssl;
}

Future& close_waiter(VM& vm, StreamProtocol& self) {
    if (!self.closed) {
        Heap::store(&self, self.closed, make_future(vm, *self.loop));
        finish_close_waiter(vm, self);
    }
    return *self.closed;
}

// --- FlowControlMixin as scripts see it ---------------------------------------------------------------------------

static Object* flow_control_new(VM& vm, Type* cls, Args, Kwargs) { return allocate_instance(vm, cls); }

static Result<void> flow_control_init(VM& vm, FlowControl& self, Value loop) {
    Heap::store(&self, self.loop, loop.is_none() ? TRY(current_loop(vm)) : TRY(loop_argument(vm, loop)));
    self.is_paused = self.is_connection_lost = false;
    self.drain_waiters = nullptr;
    return {};
}

static Result<void> pause_writing(VM& vm, FlowControl& self) {
    if (self.is_paused)
        return vm.raise(ExceptionId::AssertionError, "");
    return stream_pause_writing(self);
}
static Result<void> resume_writing(VM& vm, FlowControl& self) {
    if (!self.is_paused)
        return vm.raise(ExceptionId::AssertionError, "");
    return stream_resume_writing(vm, self);
}
static Result<void> no_close_waiter(VM& vm, FlowControl&, Value) {
    return vm.raise(ExceptionId::NotImplementedError, "");
}
static Value get_drain_waiters(VM& vm, FlowControl& self) { return &waiters_of(vm, self, self.drain_waiters); }
static bool get_paused(FlowControl& self) { return self.is_paused; }
static bool get_connection_lost(FlowControl& self) { return self.is_connection_lost; }
static Value get_loop(FlowControl& self) { return self.loop ? Value(self.loop) : Value::none(); }

static void visit_flow_control(Object* object, Visitor& visitor) {
    auto& self = *static_cast<FlowControl*>(object);
    visitor.visit(self.loop);
    visitor.visit(self.drain_waiters);
}

static constexpr NativeDef flow_control_members[] = {
    fn<flow_control_new>("__new__(cls, /, *args, **kwargs)"),
    fn<flow_control_init>("__init__(self, loop=None)"),
    fn<pause_writing>("pause_writing(self)", "Make drain() wait."),
    fn<resume_writing>("resume_writing(self)", "Wake those that wait in drain()."),
    fn<lose_connection>("connection_lost(self, exc)", 
                        "Wake those that wait in drain(), with the error if there is one."),
    fn<drain_helper>("_drain_helper(self)"),
    fn<no_close_waiter>("_get_close_waiter(self, stream)"),
    get<get_drain_waiters>("_drain_waiters"),
    get<get_paused>("_paused"),
    get<get_connection_lost>("_connection_lost"),
    get<get_loop>("_loop"),
};

const NativeType flow_control_type = {
    .name = "asyncio.streams.FlowControlMixin",
    .base = &protocol_type,
    .kind = Kind::Native,
    .size = sizeof(FlowControl),
    .flags = Type::HAS_ATTRIBUTES | Type::BARE_NAME | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_flow_control,
    .members = flow_control_members,
    .member_count = std::size(flow_control_members),
    .doc = "A protocol whose drain() waits while its transport has too much to write.",
};

// --- StreamReaderProtocol as scripts see it -----------------------------------------------------------------------

static Object* stream_protocol_new(VM& vm, Type* cls, Args, Kwargs) {
    auto* self = static_cast<StreamProtocol*>(allocate_instance(vm, cls));
    self->reader = self->client_connected_cb = self->task = self->transport = Value::none();
    return self;
}

static Result<void> stream_protocol_init(VM& vm, StreamProtocol& self, Value reader, Value callback, Value loop) {
    TRY(flow_control_init(vm, self, loop));
    Heap::store(&self, self.reader, reader);
    Heap::store(&self, self.client_connected_cb, callback);
    return {};
}

static Result<void> data_received(VM& vm, StreamProtocol& self, Value data) {
    if (!self.reader.is_none())
        TRY(call_method(vm, self.reader, "feed_data", {data}));
    return {};
}
static Result<Value> get_close_waiter(VM& vm, StreamProtocol& self, Value) {
    if (!self.loop)
        return vm.runtime_error("the protocol is not initialized");
    return &close_waiter(vm, self);
}
static Result<void> replace_transport(VM& vm, StreamProtocol& self, Value transport) {
    Heap::store(&self, self.transport, transport);
    self.is_over_ssl = TRY(is_over_ssl(vm, transport));
    return {};
}
static bool get_over_ssl(StreamProtocol& self) { return self.is_over_ssl; }
static void set_over_ssl(StreamProtocol& self, bool value) { self.is_over_ssl = value; }
static bool get_rejects(StreamProtocol& self) { return self.rejects_connection; }
static void set_rejects(StreamProtocol& self, bool value) { self.rejects_connection = value; }
static Result<Value> get_closed(VM& vm, StreamProtocol& self) { return get_close_waiter(vm, self, {}); }

template <Value StreamProtocol::*field>
static Value get_field(StreamProtocol& self) {
    return self.*field;
}
template <Value StreamProtocol::*field>
static void set_field(StreamProtocol& self, Value value) {
    Heap::store(&self, self.*field, value ? value : Value::none());
}

static void visit_stream_protocol(Object* object, Visitor& visitor) {
    visit_flow_control(object, visitor);
    auto& self = *static_cast<StreamProtocol*>(object);
    visitor.visit(self.reader);
    visitor.visit(self.client_connected_cb);
    visitor.visit(self.task);
    visitor.visit(self.transport);
    visitor.visit(self.closed);
    visitor.visit(self.close_exception);
}

static constexpr NativeDef stream_protocol_members[] = {
    fn<stream_protocol_new>("__new__(cls, /, *args, **kwargs)"),
    fn<stream_protocol_init>("__init__(self, stream_reader, client_connected_cb=None, loop=None)"),
    fn<stream_connection_made>("connection_made(self, transport)", "Give the reader its transport; serve the client."),
    fn<stream_connection_lost>("connection_lost(self, exc)", "End the reader."),
    fn<data_received>("data_received(self, data)", "Feed the reader."),
    fn<stream_eof_received>("eof_received(self)", "End the reader; keep the transport open for writing."),
    fn<get_close_waiter>("_get_close_waiter(self, stream)"),
    fn<replace_transport>("_replace_transport(self, transport)"),
    get<get_over_ssl, set_over_ssl>("_over_ssl"),
    get<get_rejects, set_rejects>("_reject_connection"),
    get<get_closed>("_closed"),
    get<get_field<&StreamProtocol::reader>>("_stream_reader"),
    get<get_field<&StreamProtocol::task>>("_task"),
    get<get_field<&StreamProtocol::transport>, set_field<&StreamProtocol::transport>>("_transport"),
    get<get_field<&StreamProtocol::client_connected_cb>, set_field<&StreamProtocol::client_connected_cb>>(
        "_client_connected_cb"),
    none_constant("_source_traceback"),
};

const NativeType stream_protocol_type = {
    .name = "asyncio.streams.StreamReaderProtocol",
    .base = &flow_control_type,
    .kind = Kind::Native,
    .size = sizeof(StreamProtocol),
    .flags = Type::HAS_ATTRIBUTES | Type::BARE_NAME | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_stream_protocol,
    .members = stream_protocol_members,
    .member_count = std::size(stream_protocol_members),
    .doc = "The protocol of a StreamReader.",
};

} // namespace ouro::stdlib
