// SPDX-License-Identifier: MIT
//
// asyncio.StreamReader as scripts see it.
#include "stdlib/asyncio/stream_reader.hpp"

#include "vm/model/buffer.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace vm;

static Result<Object*> reader_new(VM& vm, Type* cls, Args, Kwargs) {
    auto* self = static_cast<StreamReader*>(allocate_instance(vm, cls));
    self->waiter = self->exception = self->transport = Value::none();
    self->limit = StreamReader::DEFAULT_LIMIT;
    self->buffer = TRY(make_bytearray(vm, {}));
    return self;
}

static Result<void> reader_init(VM& vm, StreamReader& self, int64_t limit, Value loop) {
    if (limit <= 0)
        return vm.value_error("Limit cannot be <= 0");
    return initialize_reader(vm, self, limit, loop.is_none() ? *TRY(current_loop(vm)) : *TRY(loop_argument(vm, loop)));
}

static Result<std::string> reader_repr(VM& vm, StreamReader& self) {
    std::string text = "<StreamReader";
    if (self.buffer->length)
        text += fmt::format(" {} bytes", self.buffer->length);
    if (self.is_at_end)
        text += " eof";
    if (self.limit != StreamReader::DEFAULT_LIMIT)
        text += fmt::format(" limit={}", self.limit);
    std::pair<const char*, Value> parts[] = {
        {"waiter", self.waiter}, {"exception", self.exception}, {"transport", self.transport}};
    for (auto& [name, value] : parts) {
        if (TRY(truth(vm, value)))
            text += fmt::format(" {}={}", name, TRY(repr(vm, value))->view());
    }
    return text + (self.is_paused ? " paused>" : ">");
}

// --- Feeding ------------------------------------------------------------------------------------------------------

static Result<void> feed_data_method(VM& vm, StreamReader& self, Value data) {
    if (self.is_at_end)
        return feed_data(vm, self, {});
    if (!TRY(truth(vm, data)))
        return {};
    if (!is_bytes_like(vm, data)) { // any iterable of octets
        TRY(call_method(vm, self.buffer, "extend", {data}));
        return feed_data(vm, self, {});
    }
    Buffer buffer = TRY(Buffer::of(vm, data));
    return feed_data(vm, self, buffer.view.octets());
}

static Value exception(StreamReader& self) { return self.exception; }
static bool at_eof(StreamReader& self) { return self.is_at_end && self.buffer->length == 0; }
static Value itself(StreamReader& self) { return &self; }

// --- Attributes that CPython's class has, too ---------------------------------------------------------------------

static Value get_buffer(StreamReader& self) { return self.buffer; }
static Result<void> set_buffer(VM& vm, StreamReader& self, Value value) {
    ByteArray* buffer = value ? as_bytearray(value) : nullptr;
    if (!buffer)
        return vm.type_error("_buffer must be a bytearray");
    Heap::store(&self, self.buffer, buffer);
    return {};
}
static bool get_eof(StreamReader& self) { return self.is_at_end; }
static void set_eof(StreamReader& self, bool value) { self.is_at_end = value; }
static int64_t get_limit(StreamReader& self) { return self.limit; }
static void set_limit(StreamReader& self, int64_t value) { self.limit = value; }
static bool get_paused(StreamReader& self) { return self.is_paused; }
static void set_paused(StreamReader& self, bool value) { self.is_paused = value; }
static Value get_loop(StreamReader& self) { return self.loop ? Value(self.loop) : Value::none(); }

template <Value StreamReader::*field>
static Value get_field(StreamReader& self) {
    return self.*field;
}
template <Value StreamReader::*field>
static void set_field(StreamReader& self, Value value) {
    Heap::store(&self, self.*field, value ? value : Value::none());
}

static void visit_reader(Object* object, Visitor& visitor) {
    auto& self = *static_cast<StreamReader*>(object);
    visitor.visit(self.loop);
    visitor.visit(self.buffer);
    visitor.visit(self.waiter);
    visitor.visit(self.exception);
    visitor.visit(self.transport);
}

static constexpr NativeDef reader_members[] = {
    fn<reader_new>("__new__(cls, /, *args, **kwargs)"),
    fn<reader_init>("__init__(self, limit=65536, loop=None)"),
    fn<reader_repr>("__repr__(self, /)"),
    fn<exception>("exception(self)", "Return the exception that ended the stream, or None."),
    fn<set_reader_exception>("set_exception(self, exc)", "End the stream by an exception."),
    fn<set_reader_transport>("set_transport(self, transport)", "Set what is paused when the buffer is full."),
    fn<feed_data_method>("feed_data(self, data)", "Put bytes into the buffer."),
    fn<feed_eof>("feed_eof(self)", "Say that nothing more will come."),
    fn<at_eof>("at_eof(self)", "Return True if the buffer is empty and nothing more will come."),
    fn<stream_read>("read(self, n=-1)", "Read up to n bytes, or all until the end."),
    fn<stream_read_line>("readline(self)", "Read one line."),
    fn<stream_read_exactly>("readexactly(self, n)", "Read n bytes, or raise IncompleteReadError."),
    fn<stream_read_until>("readuntil(self, separator=<unset>)",
                          "(self, separator=b'\\n')\n--\n\nRead up to a separator, which ends the result."),
    fn<itself>("__aiter__(self)"),
    fn<stream_next_line>("__anext__(self)"),
    fn<stream_wait_for_data>("_wait_for_data(self, func_name)"),
    fn<resume_if_drained>("_maybe_resume_transport(self)"),
    get<get_buffer, set_buffer>("_buffer"),
    get<get_eof, set_eof>("_eof"),
    get<get_limit, set_limit>("_limit"),
    get<get_paused, set_paused>("_paused"),
    get<get_loop>("_loop"),
    get<get_field<&StreamReader::waiter>, set_field<&StreamReader::waiter>>("_waiter"),
    get<get_field<&StreamReader::exception>, set_field<&StreamReader::exception>>("_exception"),
    get<get_field<&StreamReader::transport>, set_field<&StreamReader::transport>>("_transport"),
    none_constant("_source_traceback"),
};

const NativeType stream_reader_type = {
    .name = "asyncio.streams.StreamReader",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(StreamReader),
    .flags = Type::HAS_ATTRIBUTES | Type::BARE_NAME | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_reader,
    .members = reader_members,
    .member_count = std::size(reader_members),
    .doc = "Reads bytes that a protocol receives.",
};

} // namespace ouro::stdlib
