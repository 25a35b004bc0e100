// SPDX-License-Identifier: MIT
//
// The class TextIOWrapper: how text files begin and end, and what they say of themselves (Library Reference, io).
#include "stdlib/io/text_file.hpp"

#include "vm/objects/codecs/codec_errors.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

static void visit_text_file(Object* object, Visitor& visitor) {
    auto* self = static_cast<TextFile*>(object);
    visit_unflushed_links(*self, visitor);
    visitor.visit(self->buffer);
    visitor.visit(self->encoding);
    visitor.visit(self->errors);
    visitor.visit(self->decoded);
    visitor.visit(self->snapshot);
    visitor.visit(self->pending);
}

TextFile* plain_text_file(Value file) {
    TextFile* self = detail::native_cast<TextFile>(file);
    return self && self->is_exact() && is_unadorned(*self, "mode") ? self : nullptr;
}

// --- Beginning -----------------------------------------------------------------------------------------------------

static Result<Value> text_new(VM& vm, Type* type, Args, Kwargs) { return allocate_instance(vm, type); }

static Result<Str*> text_argument(VM& vm, const char* function, const char* name, Value value) {
    Str* text = as<Str>(value);
    if (!text && !value.is_none())
        return vm.type_error("{}() argument '{}' must be str or None, not {}", function, name, vm.type_name(value));
    if (text && text->view().find('\0') != std::string_view::npos)
        return vm.value_error("embedded null character");
    return text;
}

static Result<void> set_encoding(VM& vm, TextFile& self, Str* name) {
    if (!name || name->view() == "locale")
        name = make_short_str(vm, "UTF-8");
    auto encoding = find_encoding(name->view());
    if (!encoding)
        return unknown_encoding(vm, name->view());
    Heap::store(&self, self.encoding, name);
    self.codec = *encoding;
    return {};
}

// The same as StringIO's, in other words.
static Result<Newline> text_newline(VM& vm, const char* function, Value value) {
    Str* text = TRY(text_argument(vm, function, "newline", value));
    auto newline = newline_argument(vm, value);
    if (newline.is_error() && text)
        return vm.value_error("illegal newline value: {}", text->view());
    return newline;
}

static Result<void> initialize(VM& vm, TextFile& self, Value buffer, const TextOptions& options) {
    self.state = TextFile::State::New;
    Str* encoding = TRY(text_argument(vm, "TextIOWrapper", "encoding", options.encoding));
    Str* errors = TRY(text_argument(vm, "TextIOWrapper", "errors", options.errors));
    self.newline = TRY(text_newline(vm, "TextIOWrapper", options.newline));
    TRY(set_encoding(vm, self, encoding));
    Heap::store(&self, self.errors, errors ? errors : vm.names.strict);
    unlist_unflushed(vm, self);
    Heap::store(&self, self.buffer, buffer);
    self.line_buffering = options.line_buffering;
    self.write_through = options.write_through;
    self.forget_decoded();
    self.pending_used = 0;
    self.chunk_size = TextFile::FIRST_CHUNK_SIZE;
    self.decoder.begin(self.codec, self.newline);
    Buffered* native = plain_buffered(buffer);
    if (FileIO* raw = native ? plain_file(native->raw) : nullptr) {
        self.seekable = TRY(file_is_seekable(vm, *raw));
        self.readable = native->reads;
        self.writable = native->writes;
        self.has_read1 = native->reads;
    } else {
        self.readable = TRY(ask(vm, buffer, "readable"));
        self.writable = TRY(ask(vm, buffer, "writable"));
        self.seekable = TRY(ask(vm, buffer, "seekable"));
        self.has_read1 = !TRY(find_attribute(vm, buffer, "read1")).is_empty();
    }
    self.telling = self.seekable;
    TRY(begin_encoding(vm, self));
    self.state = TextFile::State::Ready;
    return {};
}

static Result<void> text_init(VM& vm, TextFile& self, Value buffer, Value encoding, Value errors, Value newline,
                              bool line_buffering, bool write_through) {
    return initialize(vm, self, buffer, {encoding, errors, newline, line_buffering, write_through});
}

Result<Value> make_text_file(VM& vm, Value buffer, const TextOptions& options) {
    auto* self = static_cast<TextFile*>(allocate_instance(vm, vm.native(text_file_type)));
    TRY(initialize(vm, *self, buffer, options));
    return self;
}

Raised no_octets(VM& vm, const char* method, Value answer) {
    return vm.type_error("underlying {}() should have returned a bytes-like object, not '{}'", method,
                         vm.type_name(answer));
}

// --- State ---------------------------------------------------------------------------------------------------------

Result<void> check_attached(VM& vm, TextFile& self) {
    if (self.state == TextFile::State::Ready) [[likely]]
        return {};
    return self.state == TextFile::State::Detached ? vm.value_error("underlying buffer has been detached")
                                                   : vm.value_error("I/O operation on uninitialized object");
}

static Result<bool> text_is_closed(VM& vm, TextFile& self) {
    if (Buffered* buffer = plain_buffered(self.buffer); buffer && buffer->state == Buffered::State::Ready)
        return buffered_is_closed(vm, *buffer);
    return is_closed(vm, self.buffer);
}

Result<void> check_open(VM& vm, TextFile& self) {
    TRY(check_attached(vm, self));
    if (TRY(text_is_closed(vm, self)))
        return closed_file(vm);
    return {};
}

// --- reconfigure -----------------------------------------------------------------------------------------------------

static Result<void> change_codec(VM& vm, TextFile& self, Str* encoding, Str* errors, std::optional<Newline> newline) {
    if (!encoding && !errors && !newline)
        return {};
    if (encoding)
        TRY(set_encoding(vm, self, encoding));
    if (errors || encoding)
        Heap::store(&self, self.errors, errors ? errors : vm.names.strict);
    if (newline)
        self.newline = *newline;
    self.decoder.begin(self.codec, self.newline);
    return begin_encoding(vm, self);
}

static Result<void> text_reconfigure(VM& vm, TextFile& self, Value encoding_value, Value errors_value,
                                     Value newline_value, Value line_buffering, Value write_through) {
    TRY(check_attached(vm, self));
    bool changes = !encoding_value.is_none() || !errors_value.is_none() || !newline_value.is_ellipsis();
    if (self.decoded && changes)
        return unsupported(vm, "It is not possible to set the encoding or newline of stream after the first read");
    Str* encoding = TRY(text_argument(vm, "reconfigure", "encoding", encoding_value));
    Str* errors = TRY(text_argument(vm, "reconfigure", "errors", errors_value));
    std::optional<Newline> newline;
    if (!newline_value.is_ellipsis())
        newline = TRY(text_newline(vm, "reconfigure", newline_value));
    bool flushes_lines = line_buffering.is_none() ? self.line_buffering : TRY(truth(vm, line_buffering));
    bool passes_through = write_through.is_none() ? self.write_through : TRY(truth(vm, write_through));
    TRY(call_method(vm, &self, vm.names.flush, {}));
    TRY(change_codec(vm, self, encoding, errors, newline));
    self.line_buffering = flushes_lines;
    self.write_through = passes_through;
    return {};
}

// --- Ending --------------------------------------------------------------------------------------------------------

static Result<void> text_close(VM& vm, TextFile& self) {
    TRY(check_attached(vm, self));
    if (TRY(text_is_closed(vm, self)))
        return {};
    Result<void> flushed;
    if (plain_text_file(&self)) {
        flushed = Result<void>(text_flush(vm, self));
    } else if (auto called = call_method(vm, &self, vm.names.flush, {}); called.is_error()) {
        flushed = Result<void>(called.error());
    }
    unlist_unflushed(vm, self); // what could not be handed down is lost
    self.pending_used = 0;
    auto closed = call_method(vm, self.buffer, vm.names.close, {});
    if (closed.is_error()) {
        if (flushed.is_error())
            exception_set_context(*closed.exception(), flushed.exception());
        return closed.error();
    }
    return flushed;
}

static Result<Value> text_detach(VM& vm, TextFile& self) {
    TRY(check_attached(vm, self));
    TRY(call_method(vm, &self, vm.names.flush, {}));
    self.state = TextFile::State::Detached;
    self.forget_decoded();
    return std::exchange(self.buffer, Value());
}

// --- About it ------------------------------------------------------------------------------------------------------

template <const char* const& METHOD>
static Result<Value> ask_buffer(VM& vm, TextFile& self) {
    TRY(check_attached(vm, self));
    return call_method(vm, self.buffer, METHOD, {});
}
static constexpr const char* SEEKABLE = "seekable";
static constexpr const char* READABLE = "readable";
static constexpr const char* WRITABLE = "writable";
static constexpr const char* FILENO = "fileno";
static constexpr const char* ISATTY = "isatty";

template <const char* const& ATTRIBUTE>
static Result<Value> buffer_attribute(VM& vm, TextFile& self) {
    TRY(check_attached(vm, self));
    return get_attribute(vm, self.buffer, ATTRIBUTE);
}
static constexpr const char* CLOSED = "closed";
static constexpr const char* NAME = "name";

static Result<void> check_initialized(VM& vm, TextFile& self) {
    return self.state == TextFile::State::New ? check_attached(vm, self) : Result<void>();
}
static Value text_buffer(TextFile& self) { return self.buffer ? self.buffer : Value::none(); }
static Value text_encoding(TextFile& self) { return self.encoding ? Value(self.encoding) : Value::none(); }
static Result<Value> text_errors(VM& vm, TextFile& self) {
    TRY(check_initialized(vm, self));
    return self.errors;
}
static Result<Value> text_newlines(VM& vm, TextFile& self) {
    TRY(check_attached(vm, self));
    return seen_newlines(vm, self.decoder.newlines.seen);
}
static bool text_line_buffering(TextFile& self) { return self.line_buffering; }
static bool text_write_through(TextFile& self) { return self.write_through; }

static Result<int64_t> text_chunk_size(VM& vm, TextFile& self) {
    TRY(check_attached(vm, self));
    return int64_t(self.chunk_size);
}
static Result<void> set_chunk_size(VM& vm, TextFile& self, Value value) {
    TRY(check_attached(vm, self));
    if (!value)
        return vm.raise(ExceptionId::AttributeError, "cannot delete attribute");
    int64_t size = TRY(index_int64(vm, value));
    if (size <= 0)
        return vm.value_error("a strictly positive integer is required");
    self.chunk_size = uint32_t(std::min<int64_t>(size, INT32_MAX));
    return {};
}

static Result<std::string> text_repr(VM& vm, TextFile& self) {
    TRY(check_initialized(vm, self));
    std::string type = file_class_name(self), text = "<" + type;
    ReprGuard guard(vm, &self);
    if (guard.is_recursive())
        return vm.runtime_error("reentrant call inside {}.__repr__", type);
    if (Value name = self.buffer ? TRY(find_attribute(vm, self.buffer, "name")) : Value())
        text += fmt::format(" name={}", TRY(repr(vm, name))->view());
    if (Value mode = TRY(find_attribute(vm, &self, "mode")))
        text += fmt::format(" mode={}", TRY(repr(vm, mode))->view());
    return text + fmt::format(" encoding={}>", str_repr(self.encoding->view()));
}

static constexpr NativeDef TEXT_FILE_MEMBERS[] = {
    fn<text_new>("__new__(cls, /, *args, **kwargs)"),
    fn<text_init>("__init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, "
                  "write_through=False)"),
    fn<text_write_method>("write(self, text, /)", "Write text; the number of its characters."),
    fn<text_writelines>("writelines(self, lines, /)", "Write the texts of an iterable."),
    fn<text_read>("read(self, size=-1, /)", "Read so many characters, or all of them."),
    fn<text_readline>("readline(self, size=-1, /)", "Read up to and including a line end."),
    fn<text_next_method>("__next__(self, /)"),
    fn<text_flush>("flush(self, /)", "Write out what is held, here and in the buffer."),
    fn<text_tell>("tell(self, /)", "The position, a number for seek()."),
    fn<text_seek>("seek(self, cookie, whence=0, /)", "Move to a position that tell() gave, or the end."),
    fn<text_truncate>("truncate(self, pos=None, /)", "Make the file as long as that, in bytes."),
    fn<text_reconfigure>("reconfigure(self, *, encoding=None, errors=None, newline=..., line_buffering=None, "
                         "write_through=None)",
                         "Change what was said when the file was opened."),
    fn<text_close>("close(self, /)", "Write out what is held and close the buffer."),
    fn<text_detach>("detach(self, /)", "Give away the buffer below; this one is of no use any more."),
    fn<ask_buffer<SEEKABLE>>("seekable(self, /)"),
    fn<ask_buffer<READABLE>>("readable(self, /)"),
    fn<ask_buffer<WRITABLE>>("writable(self, /)"),
    fn<ask_buffer<FILENO>>("fileno(self, /)"),
    fn<ask_buffer<ISATTY>>("isatty(self, /)"),
    fn<text_repr>("__repr__(self, /)"),
    get<buffer_attribute<CLOSED>>("closed"),
    get<buffer_attribute<NAME>>("name"),
    get<text_buffer>("buffer"),
    get<text_encoding>("encoding"),
    get<text_errors>("errors"),
    get<text_newlines>("newlines"),
    get<text_line_buffering>("line_buffering"),
    get<text_write_through>("write_through"),
    get<text_chunk_size, set_chunk_size>("_CHUNK_SIZE"),
};

constinit const NativeType text_file_type = {
    .name = "_io.TextIOWrapper",
    .base = &text_io_base_type,
    .kind = Kind::Native,
    .size = sizeof(TextFile),
    .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_text_file,
    .members = TEXT_FILE_MEMBERS,
    .member_count = std::size(TEXT_FILE_MEMBERS),
    .doc = "Text over a file of bytes.",
    .next = text_next,
};

} // namespace ouro::stdlib
