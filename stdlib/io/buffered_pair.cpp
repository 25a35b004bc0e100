// SPDX-License-Identifier: MIT
//
// io.BufferedRWPair: a reader and a writer over two raw files, such as the ends of two pipes, as one file.
#include "stdlib/io/buffered.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

struct BufferedPair : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = buffered_pair_type;
    Value reader, writer; // empty before __init__
};

void visit_pair(Object* object, Visitor& visitor) {
    auto* self = static_cast<BufferedPair*>(object);
    visitor.visit(self->reader);
    visitor.visit(self->writer);
}

Result<Value> pair_new(VM& vm, Type* type, Args, Kwargs) { return allocate_instance(vm, type); }

Result<void> pair_init(VM& vm, BufferedPair& self, Value reader, Value writer, int64_t size) {
    if (!TRY(ask(vm, reader, "readable")))
        return unsupported(vm, "File or stream is not readable.");
    if (!TRY(ask(vm, writer, "writable")))
        return unsupported(vm, "File or stream is not writable.");
    Value made_reader = TRY(make_buffered(vm, buffered_reader_type, reader, size));
    Value made_writer = TRY(make_buffered(vm, buffered_writer_type, writer, size));
    Heap::store(&self, self.reader, made_reader);
    Heap::store(&self, self.writer, made_writer);
    return {};
}

Result<Value> forward(VM& vm, Value half, const char* method, Args args) {
    if (!half)
        return vm.value_error("I/O operation on uninitialized object");
    return call(vm, TRY(get_attribute(vm, half, method)), args);
}

template <const char* const& METHOD>
Result<Value> to_reader(VM& vm, BufferedPair& self, Args args) {
    return forward(vm, self.reader, METHOD, args);
}
template <const char* const& METHOD>
Result<Value> to_writer(VM& vm, BufferedPair& self, Args args) {
    return forward(vm, self.writer, METHOD, args);
}
constexpr const char* READ = "read";
constexpr const char* READ1 = "read1";
constexpr const char* READINTO = "readinto";
constexpr const char* READINTO1 = "readinto1";
constexpr const char* PEEK = "peek";
constexpr const char* READABLE = "readable";
constexpr const char* WRITE = "write";
constexpr const char* FLUSH = "flush";
constexpr const char* WRITABLE = "writable";

Result<void> pair_close(VM& vm, BufferedPair& self) {
    auto writer = forward(vm, self.writer, "close", {});
    auto reader = forward(vm, self.reader, "close", {});
    if (writer.is_error() && reader.is_error())
        exception_set_context(*reader.exception(), writer.exception());
    TRY(std::move(reader));
    TRY(std::move(writer));
    return {};
}

Result<bool> pair_isatty(VM& vm, BufferedPair& self) {
    if (TRY(truth(vm, TRY(forward(vm, self.writer, "isatty", {})))))
        return true;
    return truth(vm, TRY(forward(vm, self.reader, "isatty", {})));
}

Result<Value> pair_closed(VM& vm, BufferedPair& self) {
    if (!self.writer)
        return vm.runtime_error("the BufferedRWPair object is being garbage-collected");
    return get_attribute(vm, self.writer, "closed");
}

constexpr NativeDef PAIR_MEMBERS[] = {
    fn<pair_new>("__new__(cls, /, *args, **kwargs)"),
    fn<pair_init>("__init__(self, reader, writer, buffer_size=131072, /)"),
    fn<to_reader<READ>>("read(self, /, *args)"),
    fn<to_reader<READ1>>("read1(self, /, *args)"),
    fn<to_reader<READINTO>>("readinto(self, /, *args)"),
    fn<to_reader<READINTO1>>("readinto1(self, /, *args)"),
    fn<to_reader<PEEK>>("peek(self, /, *args)"),
    fn<to_reader<READABLE>>("readable(self, /, *args)"),
    fn<to_writer<WRITE>>("write(self, /, *args)"),
    fn<to_writer<FLUSH>>("flush(self, /, *args)"),
    fn<to_writer<WRITABLE>>("writable(self, /, *args)"),
    fn<pair_close>("close(self, /)"),
    fn<pair_isatty>("isatty(self, /)"),
    get<pair_closed>("closed"),
};

} // namespace

constinit const NativeType buffered_pair_type = {
    .name = "_io.BufferedRWPair",
    .base = &buffered_io_base_type,
    .kind = Kind::Native,
    .size = sizeof(BufferedPair),
    .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_pair,
    .members = PAIR_MEMBERS,
    .member_count = std::size(PAIR_MEMBERS),
    .doc = "A reader and a writer as one file.",
};

} // namespace ouro::stdlib
