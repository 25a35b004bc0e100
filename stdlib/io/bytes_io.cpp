// SPDX-License-Identifier: MIT
//
// io.BytesIO: bytes in memory (Library Reference, io).
#include "stdlib/io/memory_files.hpp"

#include "stdlib/builtins/memoryview.hpp"
#include "vm/model/iterators.hpp"
#include "vm/model/sequence.hpp"

#include <cstring>

namespace ouro::stdlib {

using namespace ouro::vm;

struct BytesIO : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = bytes_io_type;
    MemoryBuffer buffer;
    uint64_t position; // may lie behind the end
    uint32_t exports;  // views of the buffer (getbuffer) that are not released: it may not change its size
    bool closed;

    size_t rest() const { return position < buffer.used ? buffer.used - position : 0; }
};

static void visit_bytes_io(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<BytesIO*>(object)->buffer.storage);
}

static Result<void> check_open(VM& vm, BytesIO& self) {
    if (self.closed) [[unlikely]]
        return closed_file(vm);
    return {};
}

// BufferError while there are views that were not released. Those that nothing refers to any more are found first.
static Result<void> check_exports(VM& vm, BytesIO& self) {
    if (self.exports) {
        vm.heap.collect(true);
        vm.run_finalizers();
    }
    if (self.exports)
        return vm.raise(ExceptionId::BufferError, "Existing exports of data: object cannot be re-sized");
    return {};
}

// --- Making and writing --------------------------------------------------------------------------------------------

static Result<Value> bytes_io_new(VM& vm, Type* type, Args, Kwargs) {
    return allocate_instance(vm, type);
}

static Result<int64_t> bytes_io_write(VM& vm, BytesIO& self, Value data) {
    TRY(check_open(vm, self));
    Buffer buffer = TRY(Buffer::of(vm, data));
    std::string_view octets = buffer.view.octets();
    TRY(check_exports(vm, self));
    if (octets.empty())
        return 0;
    if (self.position > self.buffer.used)
        TRY(memory_extend(vm, &self, self.buffer, self.position));
    size_t end = size_t(std::min<uint64_t>(self.position + octets.size(), self.buffer.used));
    TRY(memory_replace(vm, &self, self.buffer, self.position, end, octets));
    self.position += octets.size();
    return int64_t(octets.size());
}

static Result<void> bytes_io_init(VM& vm, BytesIO& self, Value initial_bytes) {
    TRY(check_exports(vm, self));
    self.buffer.used = self.position = 0;
    self.closed = false;
    if (!initial_bytes.is_empty() && !initial_bytes.is_none())
        TRY(bytes_io_write(vm, self, initial_bytes));
    self.position = 0;
    return {};
}

static Result<void> bytes_io_writelines(VM& vm, BytesIO& self, Value lines) {
    TRY(check_open(vm, self));
    return for_each(vm, lines, [&](Value line) -> Result<void> {
        TRY(bytes_io_write(vm, self, line));
        return {};
    });
}

// --- Reading -------------------------------------------------------------------------------------------------------

static Result<Bytes*> take(VM& vm, BytesIO& self, size_t count) {
    Bytes* bytes = TRY(make_bytes(vm, count ? self.buffer.part(self.position, self.position + count) : ""));
    self.position += count;
    return bytes;
}

// `limit` or the rest, if that is less or the limit negative.
static size_t bounded(BytesIO& self, int64_t limit) {
    size_t rest = self.rest();
    return limit < 0 || uint64_t(limit) > rest ? rest : size_t(limit);
}

static Result<Bytes*> bytes_io_read(VM& vm, BytesIO& self, Value size) {
    TRY(check_open(vm, self));
    return take(vm, self, bounded(self, TRY(size_argument(vm, size, -1))));
}

static Result<Bytes*> read_line(VM& vm, BytesIO& self, int64_t limit) {
    size_t count = bounded(self, limit);
    const char* from = self.buffer.data() + (count ? self.position : 0);
    if (const void* found = count ? memchr(from, '\n', count) : nullptr)
        count = size_t(static_cast<const char*>(found) - from) + 1;
    return take(vm, self, count);
}

static Result<Bytes*> bytes_io_readline(VM& vm, BytesIO& self, Value size) {
    TRY(check_open(vm, self));
    return read_line(vm, self, TRY(size_argument(vm, size, -1)));
}

static Result<Value> bytes_io_next(VM& vm, Object* object) {
    auto& self = *static_cast<BytesIO*>(object);
    TRY(check_open(vm, self));
    return self.rest() ? Value(TRY(read_line(vm, self, -1))) : Value();
}

static Result<List*> bytes_io_readlines(VM& vm, BytesIO& self, Value hint) {
    TRY(check_open(vm, self));
    if (!hint.is_none() && !is_int(hint) && vm.type_of(hint)->special(vm, Special::Index).is_empty())
        return vm.type_error("integer argument expected, got '{}'", vm.type_name(hint));
    int64_t limit = TRY(size_argument(vm, hint, -1)), total = 0;
    List* lines = make_list(vm);
    while (self.rest() > 0 && (limit <= 0 || total < limit)) {
        Bytes* line = TRY(read_line(vm, self, -1));
        TRY(list_append(vm, *lines, line));
        total += int64_t(line->length);
    }
    return lines;
}

static Result<int64_t> bytes_io_readinto(VM& vm, BytesIO& self, Value target) {
    Buffer buffer = TRY(Buffer::writable(vm, target, "readinto() argument"));
    TRY(check_open(vm, self));
    size_t count = std::min(self.rest(), buffer.view.length);
    if (count > 0)
        memmove(buffer.view.data, self.buffer.data() + self.position, count);
    self.position += count;
    return int64_t(count);
}

static Result<Bytes*> bytes_io_getvalue(VM& vm, BytesIO& self) {
    TRY(check_open(vm, self));
    return make_bytes(vm, self.buffer.view());
}

// --- Position ------------------------------------------------------------------------------------------------------

static Result<int64_t> bytes_io_seek(VM& vm, BytesIO& self, int64_t position, int64_t whence) {
    TRY(check_open(vm, self));
    if (whence < 0 || whence > 2)
        return vm.value_error("invalid whence ({}, should be 0, 1 or 2)", whence);
    if (whence == 0 && position < 0)
        return vm.value_error("negative seek value {}", position);
    int64_t base = whence == 0 ? 0 : whence == 1 ? int64_t(self.position) : int64_t(self.buffer.used);
    if (position > INT64_MAX - base)
        return vm.raise(ExceptionId::OverflowError, "new position too large");
    self.position = uint64_t(std::max<int64_t>(base + position, 0));
    return int64_t(self.position);
}

static Result<int64_t> bytes_io_tell(VM& vm, BytesIO& self) {
    TRY(check_open(vm, self));
    return int64_t(self.position);
}

static Result<int64_t> bytes_io_truncate(VM& vm, BytesIO& self, Value size) {
    TRY(check_open(vm, self));
    int64_t wanted = TRY(size_argument(vm, size, int64_t(self.position)));
    if (wanted < 0)
        return vm.value_error("negative size value {}", wanted);
    TRY(check_exports(vm, self));
    self.buffer.used = std::min(self.buffer.used, uint64_t(wanted));
    return wanted;
}

// --- As a file -----------------------------------------------------------------------------------------------------

static Result<void> bytes_io_close(VM& vm, BytesIO& self) {
    TRY(check_exports(vm, self));
    self.closed = true;
    self.buffer = {};
    return {};
}

static Result<Value> bytes_io_enter(VM& vm, BytesIO& self) {
    TRY(check_open(vm, self));
    return &self;
}

static Result<void> bytes_io_exit(VM& vm, BytesIO& self, Args) {
    if (self.is_exact())
        TRY(bytes_io_close(vm, self));
    else
        TRY(call_method(vm, &self, "close", {}));
    return {};
}

static Result<void> bytes_io_flush(VM& vm, BytesIO& self) {
    return check_open(vm, self);
}
static Result<bool> bytes_io_can(VM& vm, BytesIO& self) {
    TRY(check_open(vm, self));
    return true;
}
static Result<bool> bytes_io_isatty(VM& vm, BytesIO& self) {
    TRY(check_open(vm, self));
    return false;
}
static Result<Value> bytes_io_fileno(VM& vm, BytesIO&) {
    return unsupported(vm, "fileno");
}
static Result<Value> bytes_io_detach(VM& vm, BytesIO&) {
    return unsupported(vm, "detach");
}
static bool bytes_io_closed(BytesIO& self) {
    return self.closed;
}

// --- getbuffer -----------------------------------------------------------------------------------------------------

// What the views of a BytesIO are views of.
struct BytesIOBuffer : Object {
    static constexpr Kind KIND = Kind::Native;
    BytesIO* file;
};

static void visit_buffer(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<BytesIOBuffer*>(object)->file);
}

static Result<void> acquire_buffer(VM&, Object* object, BufferView& view) {
    BytesIO* file = static_cast<BytesIOBuffer*>(object)->file;
    file->exports++;
    view.data = file->buffer.data();
    view.length = file->buffer.used;
    view.readonly = false;
    return {};
}

static void release_buffer(Object* object) {
    static_cast<BytesIOBuffer*>(object)->file->exports--;
}

static constexpr BufferHooks BUFFER_HOOKS = {acquire_buffer, release_buffer};

static constexpr NativeType BUFFER_TYPE = {
    .name = "_io._BytesIOBuffer",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(BytesIOBuffer),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_buffer,
    .members = nullptr,
    .member_count = 0,
    .buffer = &BUFFER_HOOKS,
};

static Result<Object*> bytes_io_getbuffer(VM& vm, BytesIO& self) {
    TRY(check_open(vm, self));
    auto* buffer = static_cast<BytesIOBuffer*>(allocate_instance(vm, vm.native(BUFFER_TYPE)));
    buffer->file = &self;
    return make_memoryview(vm, buffer);
}

// --- Pickling: (contents, position, __dict__ or None) --------------------------------------------------------------

static Result<Value> bytes_io_get_state(VM& vm, BytesIO& self) {
    TRY(check_open(vm, self));
    Bytes* contents = TRY(make_bytes(vm, self.buffer.view()));
    Value attributes = TRY(find_attribute(vm, &self, vm.names.dunder_dict));
    return make_tuple(vm, {contents, make_int_unsigned(vm, self.position), attributes ? attributes : Value::none()});
}

static Result<void> bytes_io_set_state(VM& vm, BytesIO& self, Value value) {
    TRY(check_open(vm, self));
    Tuple* state = as<Tuple>(value);
    if (!state || state->size() < 3)
        return vm.type_error("{}.__setstate__ argument should be 3-tuple, got {}", self.type()->name->view(),
                             vm.type_name(value));
    TRY(bytes_io_init(vm, self, (*state)[0]));
    if (!is_int((*state)[1]))
        return vm.type_error("second item of state must be an integer, not {}", vm.type_name((*state)[1]));
    int64_t position = TRY(index_int64(vm, (*state)[1]));
    if (position < 0)
        return vm.value_error("position value cannot be negative");
    self.position = uint64_t(position);
    if ((*state)[2].is_none())
        return {};
    if (!as<Dict>((*state)[2]))
        return vm.type_error("third item of state should be a dict, got a {}", vm.type_name((*state)[2]));
    return set_attribute(vm, &self, vm.names.dunder_dict, (*state)[2]);
}

static constexpr NativeDef BYTES_IO_MEMBERS[] = {
    fn<bytes_io_get_state>("__getstate__(self, /)"),
    fn<bytes_io_set_state>("__setstate__(self, state, /)"),
    fn<bytes_io_new>("__new__(cls, /, *args, **kwargs)"),
    fn<bytes_io_init>("__init__(self, /, initial_bytes=<unset b''>)"),
    fn<bytes_io_write>("write(self, b, /)", "Write bytes to file. Return the number of bytes written."),
    fn<bytes_io_writelines>("writelines(self, lines, /)", "Write lines to the file."),
    fn<bytes_io_read>("read(self, size=-1, /)", "Read at most size bytes, or everything."),
    fn<bytes_io_read>("read1(self, size=-1, /)", "Read at most size bytes, or everything."),
    fn<bytes_io_readline>("readline(self, size=-1, /)", "Next line from the file, as a bytes object."),
    fn<bytes_io_readlines>("readlines(self, size=None, /)", "List of bytes objects, each a line from the file."),
    fn<bytes_io_readinto>("readinto(self, buffer, /)"),
    fn<bytes_io_getbuffer>("getbuffer(self, /)", "A writable view of the contents, which keep their size meanwhile."),
    fn<bytes_io_getvalue>("getvalue(self, /)", "Retrieve the entire contents of the BytesIO object."),
    fn<bytes_io_seek>("seek(self, pos, whence=0, /)", "Change the position: from the start, here, or the end."),
    fn<bytes_io_tell>("tell(self, /)", "Current file position, an integer."),
    fn<bytes_io_truncate>("truncate(self, size=None, /)", "Truncate the file to at most size bytes."),
    fn<bytes_io_close>("close(self, /)", "Disable all I/O operations."),
    fn<bytes_io_enter>("__enter__(self, /)"),
    fn<bytes_io_exit>("__exit__(self, /, *args)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
    fn<bytes_io_flush>("flush(self, /)"),
    fn<bytes_io_can>("readable(self, /)"),
    fn<bytes_io_can>("writable(self, /)"),
    fn<bytes_io_can>("seekable(self, /)"),
    fn<bytes_io_isatty>("isatty(self, /)"),
    fn<bytes_io_fileno>("fileno(self, /)"),
    fn<bytes_io_detach>("detach(self, /)"),
    get<bytes_io_closed>("closed"),
};

constinit const NativeType bytes_io_type = {
    .name = "_io.BytesIO",
    .base = &buffered_io_base_type,
    .kind = Kind::Native,
    .size = sizeof(BytesIO),
    .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_bytes_io,
    .members = BYTES_IO_MEMBERS,
    .member_count = std::size(BYTES_IO_MEMBERS),
    .doc = "Buffered I/O implementation using an in-memory bytes buffer.",
    .next = bytes_io_next,
};

} // namespace ouro::stdlib
