// SPDX-License-Identifier: MIT
//
// The standard streams (Library Reference, io: TextIOWrapper, BufferedWriter, BufferedReader). Buffers are storage of
// the heap: a stream needs no destructor, and what was not flushed at the end of the VM is lost.
#include "vm/model/buffer.hpp"
#include "vm/objects/text_stream.hpp"

#include "vm/blocking.hpp"
#include "vm/futex.hpp"
#include "vm/objects/codecs/codec.hpp"
#include "vm/text/utf8.hpp"
#include "vm/model/core.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace ouro::vm {

const NativeType& ByteStream::native_type = byte_stream_type;
const NativeType& TextStream::native_type = text_stream_type;

extern const NativeType OSError_type;

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

static Raised refuse_operation(VM& vm, std::string_view message) {
    auto made = call(vm, unsupported_operation(vm), {Value(make_short_str(vm, message))});
    if (made.is_error())
        return made.error();
    return vm.raise(as<Exception>(made.release()));
}

static Result<void> check_open(VM& vm, ByteStream& stream) {
    if (stream.closed)
        return vm.value_error("I/O operation on closed file.");
    return {};
}

static Result<void> check_writable(VM& vm, ByteStream& stream) {
    TRY(check_open(vm, stream));
    if (!stream.writable)
        return refuse_operation(vm, "not writable");
    return {};
}

static Result<void> check_readable(VM& vm, ByteStream& stream) {
    TRY(check_open(vm, stream));
    if (stream.writable)
        return refuse_operation(vm, "not readable");
    return {};
}

// --- Bytes ----------------------------------------------------------------------------------------------------------

namespace {

// Keeps other threads out of a stream, also while this one has given up the VM. What runs in the same thread in between
// (a finalizer that prints, after an interrupted write) goes on.
class StreamUse {
public:
    StreamUse(VM& vm, ByteStream& stream) : m_vm(vm), m_stream(stream) {}
    ~StreamUse() {
        if (!m_is_user)
            return;
        m_stream.user = nullptr;
        m_stream.releases.fetch_add(1, std::memory_order_relaxed);
        if (m_vm.threads.size() > 1)
            futex_wake(&m_stream.releases, INT_MAX); // all: one that is interrupted would not pass it on
    }
    StreamUse(const StreamUse&) = delete;
    StreamUse& operator=(const StreamUse&) = delete;

    // Waits for the stream; KeyboardInterrupt meanwhile.
    Result<void> begin() {
        if (m_stream.user == m_vm.thread)
            return {};
        while (m_stream.user) {
            uint32_t releases = m_stream.releases.load(std::memory_order_relaxed);
            blocking(m_vm, [&] { return futex_wait(m_stream.releases, releases); });
            if (m_vm.safepoint.load(std::memory_order_relaxed))
                TRY(m_vm.handle_safepoint());
        }
        m_stream.user = m_vm.thread;
        m_is_user = true;
        return {};
    }

private:
    VM& m_vm;
    ByteStream& m_stream;
    bool m_is_user = false;
};

} // namespace

// Takes what is done with off `data`: what the system has refused is left.
static Result<void> write_all(VM& vm, ByteStream& stream, std::string_view& data) {
    if (stream.sink)
        return stream.sink->write(vm, std::exchange(data, {}));
    while (!data.empty()) {
        ssize_t written = TRY(blocking_write(vm, stream.fd, data));
        if (written >= 0) {
            data.remove_prefix(size_t(written));
            continue;
        }
        if (errno != EINTR)
            return vm.os_error(errno);
        if (auto handled = vm.handle_safepoint(); handled.is_error()) {
            data = {}; // whoever interrupts a write does not want to wait for it again
            return handled;
        }
    }
    return {};
}

static char* buffer_bytes(VM& vm, Object* owner, Storage*& buffer, uint32_t capacity) {
    if (!buffer)
        Heap::store(owner, buffer, vm.heap.allocate_storage(capacity));
    return reinterpret_cast<char*>(buffer->bytes());
}

static Result<void> byte_flush(VM& vm, ByteStream& stream) {
    StreamUse use(vm, stream);
    TRY(use.begin());
    uint32_t size = std::exchange(stream.output_used, 0);
    if (size == 0)
        return {};
    Storage* output = std::exchange(stream.output, nullptr);
    std::string_view rest(reinterpret_cast<const char*>(output->bytes()), size);
    auto written = write_all(vm, stream, rest);
    if (!stream.output) { // else a finalizer has begun another one
        std::copy(rest.begin(), rest.end(), reinterpret_cast<char*>(output->bytes()));
        stream.output_used = uint32_t(rest.size()); // to be tried again by the next flush
        Heap::store(&stream, stream.output, output);
    }
    return written;
}

static Result<void> byte_write(VM& vm, ByteStream& stream, std::string_view data) {
    StreamUse use(vm, stream);
    TRY(use.begin());
    while (stream.output_used && stream.output_used + data.size() > ByteStream::CAPACITY)
        TRY(byte_flush(vm, stream));
    if (data.size() > ByteStream::CAPACITY)
        return write_all(vm, stream, data);
    std::memcpy(buffer_bytes(vm, &stream, stream.output, ByteStream::CAPACITY) + stream.output_used, data.data(),
                data.size());
    stream.output_used += uint32_t(data.size());
    return {};
}

// Reads more input when there is none left; false at the end.
static Result<bool> byte_fill(VM& vm, ByteStream& stream) {
    if (stream.input_start < stream.input_end)
        return true;
    char input[ByteStream::CAPACITY]; // not in the heap, which may end before the call does (vm/thread.hpp)
    ssize_t size;
    auto read = [&, fd = stream.fd] { return ::read(fd, input, sizeof(input)); };
    while ((size = blocking(vm, read)) < 0) {
        if (errno != EINTR)
            return vm.os_error(errno);
        TRY(vm.handle_safepoint());
    }
    std::memcpy(buffer_bytes(vm, &stream, stream.input, ByteStream::CAPACITY), input, size_t(size));
    stream.input_start = 0;
    stream.input_end = uint32_t(size);
    return size > 0;
}

// Appends input to `result` up to and including the first '\n', or `limit` bytes, or the end. True at a line's end.
static Result<void> byte_read_until(VM& vm, ByteStream& stream, std::string& result, size_t limit, bool line) {
    StreamUse use(vm, stream);
    TRY(use.begin());
    while (result.size() < limit && TRY(byte_fill(vm, stream))) {
        const char* data = buffer_bytes(vm, &stream, stream.input, ByteStream::CAPACITY) + stream.input_start;
        size_t size = std::min(size_t(stream.input_end - stream.input_start), limit - result.size());
        const void* newline = line ? std::memchr(data, '\n', size) : nullptr;
        if (newline)
            size = size_t(static_cast<const char*>(newline) - data) + 1;
        TRY(vm.heap.reserve(result.size() + size));
        result.append(data, size);
        stream.input_start += uint32_t(size);
        if (newline)
            break;
    }
    return {};
}

static Result<int64_t> byte_stream_write(VM& vm, ByteStream& self, Value data) {
    TRY(check_writable(vm, self));
    Buffer buffer = TRY(Buffer::of(vm, data));
    TRY(byte_write(vm, self, buffer.view.octets()));
    return int64_t(buffer.view.length);
}

static Result<void> byte_stream_flush(VM& vm, ByteStream& self) {
    TRY(check_open(vm, self));
    return byte_flush(vm, self);
}

static size_t size_limit(std::optional<int64_t> size) { return size && *size >= 0 ? size_t(*size) : SIZE_MAX; }

static Result<Bytes*> byte_stream_read(VM& vm, ByteStream& self, std::optional<int64_t> size) {
    TRY(check_readable(vm, self));
    std::string data;
    TRY(byte_read_until(vm, self, data, size_limit(size), false));
    return make_bytes(vm, data);
}

static Result<Bytes*> byte_stream_readline(VM& vm, ByteStream& self, std::optional<int64_t> size) {
    TRY(check_readable(vm, self));
    std::string data;
    TRY(byte_read_until(vm, self, data, size_limit(size), true));
    return make_bytes(vm, data);
}

static Result<Value> byte_stream_next(VM& vm, ByteStream& self) {
    Bytes* line = TRY(byte_stream_readline(vm, self, {}));
    if (line->length == 0)
        return vm.stop_iteration();
    return line;
}

static Value itself(Value self) { return self; }
static bool byte_is_tty(ByteStream& self) { return !self.closed && ::isatty(self.fd); }
static Result<int64_t> byte_fileno(VM& vm, ByteStream& self) {
    TRY(check_open(vm, self));
    if (self.sink)
        return refuse_operation(vm, "fileno");
    return self.fd;
}
static bool byte_closed(ByteStream& self) { return self.closed; }
static bool byte_writable(ByteStream& self) { return self.writable; }
static bool byte_readable(ByteStream& self) { return !self.writable; }
static Value byte_name(ByteStream& self) { return self.name; }
static std::string byte_mode(ByteStream& self) { return self.writable ? "wb" : "rb"; }
static std::string byte_repr(ByteStream& self) {
    return fmt::format("<_io.Buffered{} name='{}'>", self.writable ? "Writer" : "Reader", self.name->view());
}

static void visit_byte_stream(Object* object, Visitor& visitor) {
    auto* stream = static_cast<ByteStream*>(object);
    visitor.visit(stream->name);
    visitor.visit(stream->output);
    visitor.visit(stream->input);
}

static constexpr NativeDef byte_stream_members[] = {
    fn<byte_stream_write>("write(self, buffer, /)", "Write buffer to the stream; return the number of bytes."),
    fn<byte_stream_flush>("flush(self, /)"),
    fn<byte_stream_read>("read(self, size=-1, /)"),
    fn<byte_stream_readline>("readline(self, size=-1, /)"),
    fn<byte_stream_next>("__next__(self, /)"),
    fn<itself>("__iter__(self, /)"),
    fn<byte_is_tty>("isatty(self, /)"),
    fn<byte_fileno>("fileno(self, /)"),
    fn<byte_writable>("writable(self, /)"),
    fn<byte_readable>("readable(self, /)"),
    fn<byte_repr>("__repr__(self, /)"),
    get<byte_closed>("closed"),
    get<byte_name>("name"),
    get<byte_mode>("mode"),
};

constinit const NativeType byte_stream_type = {
    .name = "_io.BufferedStream",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(ByteStream),
    .flags = Type::FINAL | Type::NO_NEW | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_byte_stream,
    .members = byte_stream_members,
    .member_count = std::size(byte_stream_members),
};

// --- Text -----------------------------------------------------------------------------------------------------------

TextStream* make_text_stream(VM& vm, int fd, std::string_view name, bool writable, std::string_view errors,
                             bool line_buffered) {
    auto* bytes = static_cast<ByteStream*>(allocate_instance(vm, vm.native(byte_stream_type)));
    bytes->fd = fd;
    bytes->writable = writable;
    bytes->name = make_short_str(vm, name);
    auto* stream = static_cast<TextStream*>(allocate_instance(vm, vm.native(text_stream_type)));
    stream->bytes = bytes;
    stream->errors = make_short_str(vm, errors);
    stream->line_buffered = line_buffered;
    return stream;
}

TextStream* make_text_stream(VM& vm, ByteSink& sink, std::string_view name, std::string_view errors,
                             bool line_buffered) {
    TextStream* stream = make_text_stream(vm, -1, name, true, errors, line_buffered);
    stream->bytes->sink = &sink;
    return stream;
}

// The stream is waited for first: the text of several threads may stand in the buffer, and must not be overtaken.
static Result<void> push_pending(VM& vm, TextStream& stream) {
    StreamUse use(vm, *stream.bytes);
    TRY(use.begin());
    uint32_t size = std::exchange(stream.pending_used, 0);
    if (size == 0)
        return {};
    Storage* pending = std::exchange(stream.pending, nullptr);
    auto written = byte_write(vm, *stream.bytes, {reinterpret_cast<const char*>(pending->bytes()), size});
    if (!stream.pending)
        Heap::store(&stream, stream.pending, pending);
    return written;
}

Result<void> text_stream_write(VM& vm, TextStream& stream, std::string_view text) {
    TRY(check_writable(vm, *stream.bytes));
    while (stream.pending_used && stream.pending_used + text.size() > TextStream::CAPACITY)
        TRY(push_pending(vm, stream));
    if (text.size() > TextStream::CAPACITY) {
        TRY(byte_write(vm, *stream.bytes, text));
    } else {
        char* buffer = buffer_bytes(vm, &stream, stream.pending, TextStream::CAPACITY);
        std::memcpy(buffer + stream.pending_used, text.data(), text.size());
        stream.pending_used += uint32_t(text.size());
    }
    if (stream.line_buffered && text.find('\n') != std::string_view::npos)
        return text_stream_flush(vm, stream);
    return {};
}

Result<void> text_stream_flush(VM& vm, TextStream& stream) {
    TRY(check_open(vm, *stream.bytes));
    TRY(push_pending(vm, stream));
    return byte_flush(vm, *stream.bytes);
}

Result<void> text_stream_write(VM& vm, TextStream& stream, Str& text) {
    if (text.is_ascii() || scan_utf8(text.view()).reason == nullptr)
        return text_stream_write(vm, stream, text.view());
    Bytes* bytes = TRY(encode_text(vm, text, "utf-8", stream.errors->view()));
    return text_stream_write(vm, stream, bytes->view());
}

static Result<int64_t> stream_write(VM& vm, TextStream& self, Value text) {
    Str* str = as<Str>(text);
    if (!str)
        return vm.type_error("write() argument must be str, not {}", vm.type_name(text));
    TRY(check_writable(vm, *self.bytes));
    TRY(text_stream_write(vm, self, *str));
    return int64_t(str->length);
}

static Result<void> stream_writelines(VM& vm, TextStream& self, Value lines) {
    return for_each(vm, lines, [&](Value line) -> Result<void> {
        TRY(stream_write(vm, self, line));
        return {};
    });
}

// '\r\n' and '\r' become '\n'.
static void translate_newlines(std::string& text) {
    if (text.find('\r') == std::string::npos)
        return;
    size_t out = 0;
    for (size_t i = 0; i < text.size(); i++) {
        text[out++] = text[i] == '\r' ? '\n' : text[i];
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
            i++;
    }
    text.resize(out);
}

static Result<Value> decoded(VM& vm, TextStream& stream, std::string& data) {
    translate_newlines(data);
    return TRY(decode_octets(vm, data, "utf-8", stream.errors->view()));
}

// The bytes of one more character, after `data` ended inside of it.
static Result<void> complete_character(VM& vm, ByteStream& bytes, std::string& data) {
    while (!data.empty()) {
        size_t lead = data.size() - 1;
        while (lead > 0 && is_continuation(data[lead]))
            lead--;
        size_t wanted = lead + utf8_sequence_length(data[lead]);
        if (wanted <= data.size())
            return {};
        size_t before = data.size();
        TRY(byte_read_until(vm, bytes, data, wanted, false));
        if (data.size() == before)
            return {};
    }
    return {};
}

static Result<Value> stream_read(VM& vm, TextStream& self, std::optional<int64_t> size) {
    TRY(check_readable(vm, *self.bytes));
    StreamUse use(vm, *self.bytes);
    TRY(use.begin());
    std::string data;
    size_t limit = size_limit(size);
    if (limit == SIZE_MAX) {
        TRY(byte_read_until(vm, *self.bytes, data, SIZE_MAX, false));
        return decoded(vm, self, data);
    }
    for (size_t before = SIZE_MAX; count_code_points(data) < limit && data.size() != before;) {
        before = data.size();
        TRY(byte_read_until(vm, *self.bytes, data, data.size() + (limit - count_code_points(data)), false));
        TRY(complete_character(vm, *self.bytes, data));
        translate_newlines(data);
    }
    return decoded(vm, self, data);
}

Result<Value> text_stream_readline(VM& vm, TextStream& stream, int64_t limit) {
    TRY(check_readable(vm, *stream.bytes));
    StreamUse use(vm, *stream.bytes);
    TRY(use.begin());
    std::string data;
    TRY(byte_read_until(vm, *stream.bytes, data, limit < 0 ? SIZE_MAX : size_t(limit), true));
    TRY(complete_character(vm, *stream.bytes, data));
    return decoded(vm, stream, data);
}

static Result<Value> stream_readline(VM& vm, TextStream& self, std::optional<int64_t> size) {
    return text_stream_readline(vm, self, size.value_or(-1));
}

static Result<Value> stream_next(VM& vm, TextStream& self) {
    Value line = TRY(text_stream_readline(vm, self, -1));
    if (as<Str>(line)->byte_length == 0)
        return vm.stop_iteration();
    return line;
}

static Result<Value> stream_readlines(VM& vm, TextStream& self, std::optional<int64_t>) {
    List* lines = make_list(vm);
    for (;;) {
        Value line = TRY(text_stream_readline(vm, self, -1));
        if (as<Str>(line)->byte_length == 0)
            return lines;
        TRY(list_append(vm, *lines, line));
    }
}

static Result<void> stream_flush(VM& vm, TextStream& self) { return text_stream_flush(vm, self); }

// The descriptor stays open: it belongs to the process.
static Result<void> stream_close(VM& vm, TextStream& self) {
    if (self.bytes->closed)
        return {};
    auto flushed = self.bytes->writable ? text_stream_flush(vm, self) : Result<void>();
    self.bytes->closed = true;
    return flushed;
}

static Result<Value> stream_enter(VM& vm, TextStream& self) {
    TRY(check_open(vm, *self.bytes));
    return &self;
}
static Result<void> stream_exit(VM& vm, TextStream& self, Args) { return stream_close(vm, self); }

static Result<bool> stream_is_tty(VM& vm, TextStream& self) {
    TRY(check_open(vm, *self.bytes));
    return bool(::isatty(self.bytes->fd));
}

static Result<int64_t> stream_fileno(VM& vm, TextStream& self) { return byte_fileno(vm, *self.bytes); }

static Result<void> stream_reconfigure(VM& vm, TextStream& self, Value encoding, Value errors, Value,
                                       Value line_buffering, Value write_through) {
    if (Str* name = as<Str>(encoding);
        name && name->view() != "utf-8" && name->view() != "utf8" && name->view() != "UTF-8")
        return vm.not_implemented_error("standard streams are UTF-8: reconfigure(encoding={})",
                                        repr_text(vm, encoding));
    if (Str* handler = as<Str>(errors))
        Heap::store(&self, self.errors, handler);
    if (!line_buffering.is_none())
        self.line_buffered = TRY(truth(vm, line_buffering));
    if (!write_through.is_none())
        self.write_through = TRY(truth(vm, write_through));
    return self.bytes->writable ? text_stream_flush(vm, self) : Result<void>();
}

static std::string stream_repr(TextStream& self) {
    return fmt::format("<_io.TextIOWrapper name='{}' mode='{}' encoding='utf-8'>", self.bytes->name->view(),
                       self.bytes->writable ? "w" : "r");
}

static bool stream_closed(TextStream& self) { return self.bytes->closed; }
static bool stream_writable(TextStream& self) { return self.bytes->writable; }
static bool stream_readable(TextStream& self) { return !self.bytes->writable; }
static bool stream_seekable(TextStream&) { return false; }
static Value stream_name(TextStream& self) { return self.bytes->name; }
static std::string stream_mode(TextStream& self) { return self.bytes->writable ? "w" : "r"; }
static std::string stream_encoding(TextStream&) { return "utf-8"; }
static Value stream_errors(TextStream& self) { return self.errors; }
static Value stream_buffer(TextStream& self) { return self.bytes; }
static bool stream_line_buffering(TextStream& self) { return self.line_buffered; }
static bool stream_write_through(TextStream& self) { return self.write_through; }
static Value stream_newlines(TextStream&) { return Value::none(); }

static void visit_text_stream(Object* object, Visitor& visitor) {
    auto* stream = static_cast<TextStream*>(object);
    visitor.visit(stream->bytes);
    visitor.visit(stream->errors);
    visitor.visit(stream->pending);
}

static constexpr NativeDef text_stream_members[] = {
    fn<stream_write>("write(self, text, /)", "Write string to stream; return the number of characters written."),
    fn<stream_writelines>("writelines(self, lines, /)", "Write the strings of an iterable."),
    fn<stream_flush>("flush(self, /)", "Write out what is buffered."),
    fn<stream_read>("read(self, size=-1, /)", "Read at most size characters, or everything."),
    fn<stream_readline>("readline(self, size=-1, /)", "Read up to and including a newline."),
    fn<stream_readlines>("readlines(self, hint=-1, /)", "A list of the remaining lines."),
    fn<stream_close>("close(self, /)"),
    fn<stream_enter>("__enter__(self, /)"),
    fn<stream_exit>("__exit__(self, /, *args)"),
    fn<itself>("__iter__(self, /)"),
    fn<stream_next>("__next__(self, /)"),
    fn<stream_is_tty>("isatty(self, /)"),
    fn<stream_fileno>("fileno(self, /)"),
    fn<stream_writable>("writable(self, /)"),
    fn<stream_readable>("readable(self, /)"),
    fn<stream_seekable>("seekable(self, /)"),
    fn<stream_reconfigure>("reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, "
                           "write_through=None)"),
    fn<stream_repr>("__repr__(self, /)"),
    get<stream_closed>("closed"),
    get<stream_name>("name"),
    get<stream_mode>("mode"),
    get<stream_encoding>("encoding"),
    get<stream_errors>("errors"),
    get<stream_buffer>("buffer"),
    get<stream_line_buffering>("line_buffering"),
    get<stream_write_through>("write_through"),
    get<stream_newlines>("newlines"),
};

constinit const NativeType text_stream_type = {
    .name = "_io.TextIOWrapper",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(TextStream),
    .flags = Type::FINAL | Type::NO_NEW | Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_text_stream,
    .members = text_stream_members,
    .member_count = std::size(text_stream_members),
};

// --- The VM's own output ------------------------------------------------------------------------------------------

static Value standard_stream(VM& vm, Str* name) {
    DictEntry* entry = vm.sys ? dict_find(*vm.sys->dict, name) : nullptr;
    return entry ? entry->value : Value();
}

Result<void> VM::write_stdout(std::string_view text) {
    Value stream = standard_stream(*this, names.stdout_);
    if (stream.is_empty())
        return runtime_error("lost sys.stdout");
    if (stream.is_none())
        return {};
    if (TextStream* native = detail::native_cast<TextStream>(stream))
        return text_stream_write(*this, *native, *TRY(make_str(*this, text)));
    TRY(call_method(*this, stream, names.write, {Value(TRY(make_str(*this, text)))}));
    return {};
}

// Where sys.stderr does not take the text, the descriptor does: reports must not get lost.
void VM::write_stderr(std::string_view text) {
    Value stream = standard_stream(*this, names.stderr_);
    if (stream.is_none())
        return;
    if (!stream.is_empty()) {
        auto line = make_str_lossy(*this, text);
        if (!line.is_error()) {
            auto written = call_method(*this, stream, names.write, {Value(line.release())});
            if (!written.is_error())
                return;
        }
    }
    size_t done = 0;
    while (done < text.size()) {
        ssize_t size = blocking(*this, [&] { return ::write(STDERR_FILENO, text.data() + done, text.size() - done); });
        if (size <= 0 && errno != EINTR)
            return;
        done += size > 0 ? size_t(size) : 0;
    }
}

static Result<void> flush_standard_stream(VM& vm, Value stream) {
    TextStream* native = detail::native_cast<TextStream>(stream);
    if (stream.is_empty() || stream.is_none() || (native && native->bytes->closed))
        return {};
    TRY(call_method(vm, stream, vm.names.flush, {}));
    return {};
}

void text_stream_discard(TextStream& stream) { stream.pending_used = stream.bytes->output_used = 0; }

bool flush_standard_streams(VM& vm) {
    Value out = standard_stream(vm, vm.names.stdout_);
    auto flushed = flush_standard_stream(vm, out);
    if (flushed.is_error()) {
        // A reader that has gone is no news (`ouro job.py | head`).
        if (!is_exception_of(flushed.exception(), vm, ExceptionId::BrokenPipeError))
            vm.report_unraisable(flushed.exception(), repr_text(vm, out));
        if (TextStream* native = detail::native_cast<TextStream>(out))
            text_stream_discard(*native);
    }
    (void)flush_standard_stream(vm, standard_stream(vm, vm.names.stderr_));
    return !flushed.is_error();
}

void try_to_flush_standard_streams(VM& vm) {
    (void)flush_standard_stream(vm, standard_stream(vm, vm.names.stdout_));
    (void)flush_standard_stream(vm, standard_stream(vm, vm.names.stderr_));
}

} // namespace ouro::vm
