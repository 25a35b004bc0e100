// SPDX-License-Identifier: MIT
//
// The classes BufferedReader, BufferedWriter and BufferedRandom: how they begin and end, and what they say of
// themselves (Library Reference, io).
#include "stdlib/io/buffered.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

static void visit_buffered(Object* object, Visitor& visitor) {
    auto* self = static_cast<Buffered*>(object);
    visit_unflushed_links(*self, visitor);
    visitor.visit(self->raw);
    visitor.visit(self->storage);
}

Buffered* as_buffered(Value file) {
    if (!file.is_object() || file.object()->kind != Kind::Native)
        return nullptr;
    const NativeType* type = file.object()->type()->native;
    bool is_one = type == &buffered_reader_type || type == &buffered_writer_type || type == &buffered_random_type;
    return is_one ? static_cast<Buffered*>(file.object()) : nullptr;
}

Buffered* plain_buffered(Value file) {
    Buffered* self = as_buffered(file);
    return self && self->is_exact() && self->shape == self->type()->root_shape ? self : nullptr;
}

// --- Beginning -----------------------------------------------------------------------------------------------------

static Result<Value> buffered_new(VM& vm, Type* type, Args, Kwargs) { return allocate_instance(vm, type); }

static Result<void> demand(VM& vm, Value raw, const char* method, const char* message) {
    if (!TRY(ask(vm, raw, method)))
        return unsupported(vm, message);
    return {};
}

Result<void> buffered_initialize(VM& vm, Buffered& self, Value raw, int64_t capacity) {
    self.state = Buffered::State::New;
    bool is_random = detail::is_instance_of_native(&self, buffered_random_type);
    self.reads = is_random || detail::is_instance_of_native(&self, buffered_reader_type);
    self.writes = !self.reads || is_random;
    if (FileIO* file = plain_file(raw); !file || !file->is_open || file->reads < self.reads ||
                                        file->writes < self.writes || (is_random && !file->seekable)) {
        if (is_random)
            TRY(demand(vm, raw, "seekable", "File or stream is not seekable."));
        if (self.reads)
            TRY(demand(vm, raw, "readable", "File or stream is not readable."));
        if (self.writes)
            TRY(demand(vm, raw, "writable", "File or stream is not writable."));
    }
    if (capacity <= 0)
        return vm.value_error("buffer size must be strictly positive");
    unlist_unflushed(vm, self);
    Heap::store(&self, self.raw, raw);
    self.storage = nullptr; // it is asked for when it is needed: a standard stream must come about in any case
    self.capacity = uint64_t(capacity);
    self.start = self.end = 0;
    self.holds_output = false;
    self.state = Buffered::State::Ready;
    return {};
}

Result<Value> make_buffered(VM& vm, const NativeType& type, Value raw, int64_t capacity) {
    auto* self = static_cast<Buffered*>(allocate_instance(vm, vm.native(type)));
    TRY(buffered_initialize(vm, *self, raw, capacity));
    return self;
}

static Result<void> buffered_init(VM& vm, Buffered& self, Value raw, Value capacity) {
    return buffered_initialize(vm, self, raw, TRY(index_int64(vm, capacity)));
}

// --- State ---------------------------------------------------------------------------------------------------------

Result<void> check_usable(VM& vm, Buffered& self) {
    if (self.state == Buffered::State::Ready) [[likely]]
        return {};
    return self.state == Buffered::State::Detached ? vm.value_error("raw stream has been detached")
                                                   : vm.value_error("I/O operation on uninitialized object");
}

Result<bool> buffered_is_closed(VM& vm, Buffered& self) {
    FileIO* file = detail::native_cast<FileIO>(self.raw);
    return file && file->is_exact() ? !file->is_open : is_closed(vm, self.raw);
}

Result<void> check_usable(VM& vm, Buffered& self, const char* what) {
    TRY(check_usable(vm, self));
    if (TRY(buffered_is_closed(vm, self)))
        return vm.value_error("{} closed file", what);
    return {};
}

// --- Ending --------------------------------------------------------------------------------------------------------

static Result<void> buffered_flush_method(VM& vm, Buffered& self) {
    TRY(check_usable(vm, self));
    if (self.writes)
        return buffered_flush(vm, self);
    TRY(call_method(vm, self.raw, vm.names.flush, {}));
    return {};
}

// The first error wins; the second stands in its context.
static Result<void> first_error(Result<void> first, Result<Value> second) {
    if (second.is_error()) {
        if (first.is_error())
            exception_set_context(*second.exception(), first.exception());
        return second.error();
    }
    return first;
}

static Result<void> buffered_close(VM& vm, Buffered& self) {
    TRY(check_usable(vm, self));
    if (TRY(buffered_is_closed(vm, self)))
        return {};
    Result<void> flushed;
    if (self.is_exact()) {
        flushed = Result<void>(buffered_flush_method(vm, self));
    } else if (auto called = call_method(vm, &self, vm.names.flush, {}); called.is_error()) {
        flushed = Result<void>(called.error());
    }
    FileUse use(vm, self.lock);
    TRY(use.begin(self));
    unlist_unflushed(vm, self); // what could not be written is lost
    self.holds_output = false;
    self.start = self.end = 0;
    auto closed = call_method(vm, self.raw, vm.names.close, {});
    self.storage = nullptr;
    return first_error(flushed, closed);
}

static Result<Value> buffered_detach(VM& vm, Buffered& self) {
    TRY(check_usable(vm, self));
    TRY(call_method(vm, &self, vm.names.flush, {}));
    TRY(check_usable(vm, self));
    self.state = Buffered::State::Detached;
    self.storage = nullptr;
    self.start = self.end = 0;
    return std::exchange(self.raw, Value());
}

// --- About it ------------------------------------------------------------------------------------------------------

template <const char* const& METHOD>
static Result<Value> ask_raw(VM& vm, Buffered& self) {
    TRY(check_usable(vm, self));
    return call_method(vm, self.raw, METHOD, {});
}
static constexpr const char* SEEKABLE = "seekable";
static constexpr const char* READABLE = "readable";
static constexpr const char* WRITABLE = "writable";
static constexpr const char* FILENO = "fileno";
static constexpr const char* ISATTY = "isatty";

static Value buffered_raw(Buffered& self) { return self.raw ? self.raw : Value::none(); }
static Result<Value> buffered_closed(VM& vm, Buffered& self) {
    TRY(check_usable(vm, self));
    return get_attribute(vm, self.raw, "closed");
}
static Result<Value> buffered_name(VM& vm, Buffered& self) {
    TRY(check_usable(vm, self));
    return get_attribute(vm, self.raw, "name");
}
static Result<Value> buffered_mode(VM& vm, Buffered& self) {
    TRY(check_usable(vm, self));
    return get_attribute(vm, self.raw, "mode");
}

static Result<std::string> buffered_repr(VM& vm, Buffered& self) {
    std::string type = file_class_name(self);
    Value name = self.raw ? TRY(find_attribute(vm, self.raw, "name")) : Value();
    if (!name)
        return fmt::format("<{}>", type);
    ReprGuard guard(vm, &self);
    if (guard.is_recursive())
        return vm.runtime_error("reentrant call inside {}.__repr__", type);
    return fmt::format("<{} name={}>", type, TRY(repr(vm, name))->view());
}

// --- The types -----------------------------------------------------------------------------------------------------

#define COMMON_MEMBERS                                                                                                 \
    fn<buffered_new>("__new__(cls, /, *args, **kwargs)"),                                                              \
        fn<buffered_init>("__init__(self, raw, buffer_size=131072)"),                                                  \
        fn<buffered_close>("close(self, /)", "Write out what is held and close the raw file."),                        \
        fn<buffered_flush_method>("flush(self, /)", "Write out what is held."),                                        \
        fn<buffered_detach>("detach(self, /)", "Give away the raw file; this one is of no use any more."),             \
        fn<buffered_tell>("tell(self, /)", "The position."),                                                           \
        fn<buffered_seek>("seek(self, target, whence=0, /)", "Move to a new position, and return it."),                \
        fn<buffered_truncate>("truncate(self, pos=None, /)", "Make the file as long as that."),                        \
        fn<ask_raw<SEEKABLE>>("seekable(self, /)"), fn<ask_raw<FILENO>>("fileno(self, /)"),                            \
        fn<ask_raw<ISATTY>>("isatty(self, /)"), fn<buffered_repr>("__repr__(self, /)"), get<buffered_raw>("raw"),      \
        get<buffered_closed>("closed"), get<buffered_name>("name"), get<buffered_mode>("mode")

#define READING_MEMBERS                                                                                                \
    fn<buffered_read>("read(self, size=-1, /)", "Read so many bytes, or all of them."),                                \
        fn<buffered_read1>("read1(self, size=-1, /)", "Read with at most one read of the raw file."),                  \
        fn<buffered_readinto>("readinto(self, buffer, /)"), fn<buffered_readinto1>("readinto1(self, buffer, /)"),      \
        fn<buffered_readline>("readline(self, size=-1, /)", "Read and return a line."),                                \
        fn<buffered_peek>("peek(self, size=0, /)", "What is read ahead, without taking it."),                          \
        fn<buffered_next_method>("__next__(self, /)"), fn<ask_raw<READABLE>>("readable(self, /)")

#define WRITING_MEMBERS                                                                                                \
    fn<buffered_write>("write(self, buffer, /)", "Write bytes; their number."),                                        \
        fn<ask_raw<WRITABLE>>("writable(self, /)")

static constexpr NativeDef READER_MEMBERS[] = {COMMON_MEMBERS, READING_MEMBERS};
static constexpr NativeDef WRITER_MEMBERS[] = {COMMON_MEMBERS, WRITING_MEMBERS};
static constexpr NativeDef RANDOM_MEMBERS[] = {COMMON_MEMBERS, READING_MEMBERS, WRITING_MEMBERS};

static constexpr NativeType buffered_type(const char* name, std::span<const NativeDef> members, bool reads,
                                          const char* doc) {
    return {
        .name = name,
        .base = &buffered_io_base_type,
        .kind = Kind::Native,
        .size = sizeof(Buffered),
        .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE,
        .visit = visit_buffered,
        .members = members.data(),
        .member_count = members.size(),
        .doc = doc,
        .next = reads ? buffered_next : nullptr,
    };
}

constinit const NativeType buffered_reader_type =
    buffered_type("_io.BufferedReader", READER_MEMBERS, true, "A file of bytes to be read.");
constinit const NativeType buffered_writer_type =
    buffered_type("_io.BufferedWriter", WRITER_MEMBERS, false, "A file of bytes to be written.");
constinit const NativeType buffered_random_type =
    buffered_type("_io.BufferedRandom", RANDOM_MEMBERS, true, "A file of bytes to be read and written.");

} // namespace ouro::stdlib
