// SPDX-License-Identifier: MIT
//
// The native halves of io's abstract classes (Library Reference, io, "I/O Base Classes"): what a file can do by means
// of its other methods, and the refusal of the rest. io.py puts an ABC in front of each.
#include "stdlib/io/files.hpp"

#include "stdlib/builtins/memoryview.hpp"
#include "stdlib/os/descriptors.hpp"

#include "vm/model/buffer.hpp"

#include <cstring>

namespace ouro::vm {
extern const NativeType OSError_type;
}

namespace ouro::stdlib {

using namespace ouro::vm;

static constexpr const char* CLOSED_MARK = "__IOBase_closed"; // the attribute of a file that IOBase.close() has closed

// --- Errors and arguments -------------------------------------------------------------------------------------------

static void visit_unsupported_operation(Object* object, Visitor& visitor) { OSError_type.visit(object, visitor); }

static constexpr NativeType unsupported_operation_type = {
    .name = "io.UnsupportedOperation",
    .base = &OSError_type,
    .kind = Kind::Exception,
    .size = sizeof(Exception),
    .flags = Type::HAS_ATTRIBUTES | Type::EXCEPTION,
    .visit = visit_unsupported_operation,
    .members = nullptr,
    .member_count = 0,
};

Type* unsupported_operation(VM& vm) {
    Type* type = vm.native(unsupported_operation_type);
    if (type->bases->size() == 1) { // made just now
        Type* second = vm.exception_type(ExceptionId::ValueError);
        Type* first = vm.exception_type(ExceptionId::OSError);
        Type* base = vm.exception_type(ExceptionId::Exception);
        Type* root = vm.exception_type(ExceptionId::BaseException);
        Heap::store(type, type->bases, make_tuple(vm, {Value(first), Value(second)}));
        Heap::store(type, type->mro, make_tuple(vm, {Value(type), Value(first), Value(second), Value(base), Value(root),
                                                     Value(vm.types.object)}));
        type->modified(vm);
    }
    return type;
}

Raised closed_file(VM& vm) { return vm.value_error("I/O operation on closed file."); }

Raised unsupported(VM& vm, std::string_view operation) {
    auto made = call(vm, unsupported_operation(vm), {Value(make_short_str(vm, operation))});
    return made.is_error() ? made.error() : vm.raise(as<Exception>(made.release()));
}

Result<int64_t> size_argument(VM& vm, Value value, int64_t otherwise) {
    if (value.is_small_int())
        return value.small_int();
    if (value.is_none())
        return otherwise;
    if (!is_int(value) && vm.type_of(value)->special(vm, Special::Index).is_empty())
        return vm.type_error("argument should be integer or None, not '{}'", vm.type_name(value));
    return index_int64(vm, value);
}

Result<bool> ask(VM& vm, Value file, const char* method) { return truth(vm, TRY(call_method(vm, file, method, {}))); }

Result<bool> is_closed(VM& vm, Value file) { return truth(vm, TRY(get_attribute(vm, file, "closed"))); }

bool is_unadorned(const Object& file, std::string_view attribute) {
    Shape* root = file.type()->root_shape;
    return file.shape == root || (file.shape->parent == root && file.shape->name->view() == attribute);
}

std::string file_class_name(const Object& file) {
    Type* type = file.type();
    return type->has(Type::HEAP) ? std::string(type->name->view()) : type->native->name;
}

// --- Octets for a script's readinto() ------------------------------------------------------------------------------

namespace {

struct StorageWindow : Object {
    Storage* storage;
    uint64_t start, size;
};

void visit_window(Object* object, Visitor& visitor) { visitor.visit(static_cast<StorageWindow*>(object)->storage); }

Result<void> acquire_window(VM&, Object* object, BufferView& view) {
    auto* window = static_cast<StorageWindow*>(object);
    view.data = reinterpret_cast<char*>(window->storage->bytes()) + window->start;
    view.length = window->size;
    view.readonly = false;
    return {};
}

constexpr BufferHooks WINDOW_HOOKS = {acquire_window, nullptr};

constexpr NativeType WINDOW_TYPE = {
    .name = "_io._BufferWindow",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(StorageWindow),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_window,
    .members = nullptr,
    .member_count = 0,
    .buffer = &WINDOW_HOOKS,
};

} // namespace

Result<Object*> make_storage_view(VM& vm, Storage* storage, size_t start, size_t size) {
    auto* window = static_cast<StorageWindow*>(allocate_instance(vm, vm.native(WINDOW_TYPE)));
    window->storage = storage;
    window->start = start;
    window->size = size;
    return make_memoryview(vm, window);
}

Result<int64_t> answered_count(VM& vm, Value answer, size_t most, const char* method) {
    if (answer.is_none())
        return BLOCKED;
    int64_t count = TRY(index_int64(vm, answer));
    if (count < 0 || uint64_t(count) > most)
        return vm.raise(ExceptionId::OSError,
                        fmt::format("raw {}() returned invalid length {} (should have been between 0 and {})", method,
                                    count, most));
    return count;
}

// --- IOBase ----------------------------------------------------------------------------------------------------------

static Result<void> base_check_closed(VM& vm, Value self, Value message) {
    if (!TRY(is_closed(vm, self)))
        return {};
    Str* text = message.is_empty() ? nullptr : as<Str>(message);
    return text ? vm.raise(ExceptionId::ValueError, Value(text)) : closed_file(vm);
}

template <const char* const& METHOD, const char* const& MESSAGE>
static Result<bool> base_check(VM& vm, Value self) {
    if (!TRY(ask(vm, self, METHOD)))
        return unsupported(vm, MESSAGE);
    return true;
}
static constexpr const char* SEEKABLE = "seekable";
static constexpr const char* NOT_SEEKABLE = "File or stream is not seekable.";
static constexpr const char* READABLE = "readable";
static constexpr const char* NOT_READABLE = "File or stream is not readable.";
static constexpr const char* WRITABLE = "writable";
static constexpr const char* NOT_WRITABLE = "File or stream is not writable.";

static Result<Value> base_new(VM& vm, Type* type, Args, Kwargs) { return allocate_instance(vm, type); }
static void base_init(Value, Args, Kwargs) {}

static Result<bool> has_closed_mark(VM& vm, Value self) { return bool(TRY(find_attribute(vm, self, CLOSED_MARK))); }

static Result<bool> base_closed(VM& vm, Value self) { return has_closed_mark(vm, self); }

static Result<void> base_flush(VM& vm, Value self) {
    FileIO* file = detail::native_cast<FileIO>(self);
    if ((file && !file->is_open) || TRY(has_closed_mark(vm, self)))
        return closed_file(vm);
    return {};
}

static Result<void> base_close(VM& vm, Value self) {
    if (TRY(has_closed_mark(vm, self)))
        return {};
    auto flushed = call_method(vm, self, vm.names.flush, {});
    TRY(set_attribute(vm, self, intern(vm, CLOSED_MARK), Value::boolean(true)));
    TRY(std::move(flushed));
    return {};
}

// What the collector calls for a script's file that nobody refers to. Errors are not for anybody to see.
static void base_del(VM& vm, Value self) {
    auto closed = is_closed(vm, self);
    if (!closed.is_error() && !closed.release())
        (void)call_method(vm, self, vm.names.close, {});
}

static Result<Value> base_enter(VM& vm, Value self) {
    TRY(base_check_closed(vm, self, {}));
    return self;
}
static Result<Value> base_exit(VM& vm, Value self, Args) { return call_method(vm, self, vm.names.close, {}); }

static Result<Value> base_seek(VM& vm, Value, Args) { return unsupported(vm, "seek"); }
static Result<Value> base_truncate(VM& vm, Value, Args) { return unsupported(vm, "truncate"); }
static Result<Value> base_fileno(VM& vm, Value) { return unsupported(vm, "fileno"); }
static Result<Value> base_tell(VM& vm, Value self) {
    return call_method(vm, self, "seek", {Value::small_int(0), Value::small_int(1)});
}
static bool base_cannot(Value) { return false; }
static Result<bool> base_isatty(VM& vm, Value self) {
    TRY(base_check_closed(vm, self, {}));
    return false;
}

// How much may be read at once without going beyond the line: what peek() shows of it.
static Result<int64_t> line_step(VM& vm, Value self, Value peek, int64_t limit, int64_t done) {
    if (!peek)
        return 1;
    Value ahead = TRY(call(vm, peek, {Value::small_int(1)}));
    Bytes* bytes = as<Bytes>(ahead);
    if (!bytes)
        return vm.raise(ExceptionId::OSError, fmt::format("peek() should have returned a bytes object, not '{}'",
                                                          vm.type_name(ahead)));
    if (bytes->length == 0)
        return 1;
    size_t end = bytes->view().find('\n');
    int64_t step = end == std::string_view::npos ? int64_t(bytes->length) : int64_t(end) + 1;
    (void)self;
    return limit >= 0 ? std::min(step, limit - done) : step;
}

static Result<Bytes*> base_readline(VM& vm, Value self, Value size) {
    int64_t limit = TRY(size_argument(vm, size, -1));
    Value peek = TRY(find_attribute(vm, self, "peek"));
    std::string line;
    while (limit < 0 || int64_t(line.size()) < limit) {
        int64_t step = TRY(line_step(vm, self, peek, limit, int64_t(line.size())));
        Value part = TRY(call_method(vm, self, "read", {make_int(vm, step)}));
        Bytes* bytes = as<Bytes>(part);
        if (!bytes)
            return vm.raise(ExceptionId::OSError, fmt::format("read() should have returned a bytes object, not '{}'",
                                                              vm.type_name(part)));
        TRY(vm.heap.reserve(line.size() + bytes->length));
        line.append(bytes->view());
        if (bytes->length == 0 || line.back() == '\n')
            break;
    }
    return make_bytes(vm, line);
}

static Result<Value> base_next(VM& vm, Value self) {
    Value line = TRY(call_method(vm, self, "readline", {}));
    return TRY(length(vm, line)) > 0 ? Result<Value>(line) : Result<Value>(vm.stop_iteration());
}

static Result<Value> base_readlines(VM& vm, Value self, Value hint) {
    int64_t limit = TRY(size_argument(vm, hint, -1)), total = 0;
    List* lines = make_list(vm);
    Value iterator = TRY(get_iterator(vm, self));
    for (;;) {
        Value line = TRY(next(vm, iterator));
        if (line.is_empty())
            return lines;
        TRY(list_append(vm, *lines, line));
        if (limit > 0 && (total += TRY(length(vm, line))) >= limit)
            return lines;
    }
}

static Result<void> base_writelines(VM& vm, Value self, Value lines) {
    TRY(base_check_closed(vm, self, {}));
    return for_each(vm, lines, [&](Value line) -> Result<void> {
        TRY(call_method(vm, self, vm.names.write, {line}));
        return {};
    });
}

static constexpr NativeDef IO_BASE_MEMBERS[] = {
    fn<base_new>("__new__(cls, /, *args, **kwargs)"),
    fn<base_init>("__init__(self, /, *args, **kwargs)"),
    fn<base_seek>("seek(self, /, *args)", "Change the stream position, and return it."),
    fn<base_tell>("tell(self, /)", "Return current stream position."),
    fn<base_truncate>("truncate(self, /, *args)", "Truncate file to size bytes."),
    fn<base_flush>("flush(self, /)", "Write out what is buffered."),
    fn<base_close>("close(self, /)", "Flush and close the file."),
    fn<base_del>("__del__(self, /)"),
    fn<base_cannot>("seekable(self, /)", "Can the position be changed?"),
    fn<base_cannot>("readable(self, /)", "Can it be read?"),
    fn<base_cannot>("writable(self, /)", "Can it be written?"),
    fn<base_isatty>("isatty(self, /)", "Is it a terminal?"),
    fn<base_fileno>("fileno(self, /)", "The file descriptor."),
    fn<base_enter>("__enter__(self, /)"),
    fn<base_exit>("__exit__(self, /, *args)"),
    fn<base_enter>("__iter__(self, /)"),
    fn<base_next>("__next__(self, /)"),
    fn<base_readline>("readline(self, size=-1, /)", "Read and return a line."),
    fn<base_readlines>("readlines(self, hint=-1, /)", "A list of the lines: no more than `hint` bytes or characters."),
    fn<base_writelines>("writelines(self, lines, /)", "Write a list of lines."),
    fn<base_check_closed>("_checkClosed(self, msg=<unset None>, /)"),
    fn<base_check<SEEKABLE, NOT_SEEKABLE>>("_checkSeekable(self, /)"),
    fn<base_check<READABLE, NOT_READABLE>>("_checkReadable(self, /)"),
    fn<base_check<WRITABLE, NOT_WRITABLE>>("_checkWritable(self, /)"),
    get<base_closed>("closed"),
};

// --- RawIOBase -------------------------------------------------------------------------------------------------------

static Result<Value> not_there(VM& vm, Value, Value) { return vm.not_implemented_error(""); }

static Result<Value> raw_read(VM& vm, Value self, Value size_value) {
    int64_t size = TRY(size_argument(vm, size_value, -1));
    if (size < 0)
        return call_method(vm, self, "readall", {});
    TRY(vm.heap.reserve(size_t(size)));
    Storage* storage = vm.heap.allocate_storage(size_t(std::max<int64_t>(size, 1)));
    Object* view = TRY(make_storage_view(vm, storage, 0, size_t(size)));
    Value answer = TRY(call_method(vm, self, "readinto", {Value(view)}));
    int64_t count = TRY(answered_count(vm, answer, size_t(size), "readinto"));
    if (count == BLOCKED)
        return Value::none();
    return TRY(make_bytes(vm, {reinterpret_cast<char*>(storage->bytes()), size_t(count)}));
}

static Result<Value> raw_readall(VM& vm, Value self) {
    std::string data;
    for (;;) {
        Value part = TRY(call_method(vm, self, "read", {Value::small_int(DEFAULT_BUFFER_SIZE)}));
        if (part.is_none() && data.empty())
            return part;
        Bytes* bytes = as<Bytes>(part);
        if (!bytes && !part.is_none())
            return vm.type_error("read() should return bytes");
        if (!bytes || bytes->length == 0)
            return TRY(make_bytes(vm, data));
        TRY(vm.heap.reserve(data.size() + bytes->length));
        data.append(bytes->view());
    }
}

static constexpr NativeDef RAW_IO_BASE_MEMBERS[] = {
    fn<raw_read>("read(self, size=-1, /)"),
    fn<raw_readall>("readall(self, /)", "Read until EOF, using multiple read() calls."),
    fn<not_there>("readinto(self, buffer, /)"),
    fn<not_there>("write(self, b, /)"),
};

// --- BufferedIOBase -------------------------------------------------------------------------------------------------

static Result<Value> refuse_read(VM& vm, Value, Args) { return unsupported(vm, "read"); }
static Result<Value> refuse_read1(VM& vm, Value, Args) { return unsupported(vm, "read1"); }
static Result<Value> refuse_write(VM& vm, Value, Args) { return unsupported(vm, "write"); }
static Result<Value> refuse_readline(VM& vm, Value, Args) { return unsupported(vm, "readline"); }
static Result<Value> refuse_detach(VM& vm, Value) { return unsupported(vm, "detach"); }

static Result<int64_t> read_into(VM& vm, Value self, Value target, const char* method, const char* who) {
    Buffer buffer = TRY(Buffer::writable(vm, target, who));
    Value data = TRY(call_method(vm, self, method, {make_int(vm, int64_t(buffer.view.length))}));
    Bytes* bytes = as<Bytes>(data);
    if (!bytes)
        return vm.type_error("{}() should return bytes", method);
    if (bytes->length > buffer.view.length)
        return vm.value_error("read() returned too much data: {} bytes requested, {} returned", buffer.view.length,
                              bytes->length);
    if (bytes->length)
        memcpy(buffer.view.data, bytes->data(), bytes->length);
    return int64_t(bytes->length);
}
static Result<int64_t> base_readinto(VM& vm, Value self, Value target) {
    return read_into(vm, self, target, "read", "readinto() argument");
}
static Result<int64_t> base_readinto1(VM& vm, Value self, Value target) {
    return read_into(vm, self, target, "read1", "readinto1() argument");
}

static constexpr NativeDef BUFFERED_IO_BASE_MEMBERS[] = {
    fn<refuse_detach>("detach(self, /)", "Give away the raw file below; this one is of no use any more."),
    fn<refuse_read>("read(self, /, *args)"),
    fn<refuse_read1>("read1(self, /, *args)"),
    fn<base_readinto>("readinto(self, buffer, /)"),
    fn<base_readinto1>("readinto1(self, buffer, /)"),
    fn<refuse_write>("write(self, /, *args)"),
};

// --- TextIOBase -----------------------------------------------------------------------------------------------------

static Value base_none(Value) { return Value::none(); }

static Result<Value> refuse_write_text(VM& vm, Value, Value text) {
    if (!as<Str>(text))
        return vm.type_error("write() argument 1 must be str, not {}", vm.type_name(text));
    return unsupported(vm, "write");
}

static constexpr NativeDef TEXT_IO_BASE_MEMBERS[] = {
    fn<refuse_detach>("detach(self, /)", "Give away the buffer below; this one is of no use any more."),
    fn<refuse_read>("read(self, /, *args)"),
    fn<refuse_readline>("readline(self, /, *args)"),
    fn<refuse_write_text>("write(self, s, /)"),
    get<base_none>("encoding"),
    get<base_none>("newlines"),
    get<base_none>("errors"),
};

// --- The types -----------------------------------------------------------------------------------------------------

static constexpr NativeType abstract_type(const char* name, const NativeType* base, std::span<const NativeDef> members,
                                          const char* doc) {
    return {
        .name = name,
        .base = base,
        .kind = Kind::Native,
        .size = sizeof(Object),
        .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE,
        .visit = nullptr,
        .members = members.data(),
        .member_count = members.size(),
        .doc = doc,
    };
}

constinit const NativeType io_base_type =
    abstract_type("_io._IOBase", nullptr, IO_BASE_MEMBERS, "The abstract base class for all I/O classes.");
constinit const NativeType raw_io_base_type =
    abstract_type("_io._RawIOBase", &io_base_type, RAW_IO_BASE_MEMBERS, "Base class for raw binary I/O.");
constinit const NativeType buffered_io_base_type =
    abstract_type("_io._BufferedIOBase", &io_base_type, BUFFERED_IO_BASE_MEMBERS, "Base class for buffered IO.");
constinit const NativeType text_io_base_type =
    abstract_type("_io._TextIOBase", &io_base_type, TEXT_IO_BASE_MEMBERS, "Base class for text I/O.");

} // namespace ouro::stdlib
