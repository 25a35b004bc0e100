// SPDX-License-Identifier: MIT
//
// io.StringIO: text in memory (Library Reference, io). Positions count code points; the place in the buffer is kept
// beside them, so only seek() into text that is not ASCII has to look for it.
#include "stdlib/io/memory_files.hpp"

#include "vm/model/sequence.hpp"
#include "vm/model/iterators.hpp"
#include "vm/text/utf8.hpp"

#include <cstring>

namespace ouro::stdlib {

using namespace ouro::vm;

static void visit_string_io(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<StringIO*>(object)->buffer.storage);
}

static bool is_ascii(const StringIO& self) { return self.length == self.buffer.used; }

static Result<void> check_open(VM& vm, StringIO& self) {
    if (!self.initialized) [[unlikely]]
        return vm.value_error("I/O operation on uninitialized object");
    if (self.closed) [[unlikely]]
        return vm.value_error("I/O operation on closed file");
    return {};
}

// The same for what all files do in the same way, whose message ends in a full stop.
static Result<void> check_file_open(VM& vm, StringIO& self) {
    if (!self.initialized)
        return check_open(vm, self);
    return self.closed ? Result<void>(closed_file(vm)) : Result<void>();
}

static Result<Str*> text_of(VM& vm, std::string_view utf8, size_t length) {
    if (utf8.size() <= 1)
        return make_short_str(vm, utf8);
    if (length == 1) {
        const char* at = utf8.data();
        return make_char(vm, utf8_next(at));
    }
    char* bytes;
    Str* text = TRY(make_str_uninitialized(vm, utf8.size(), length, bytes));
    memcpy(bytes, utf8.data(), utf8.size());
    return text;
}

// The place of `count` code points behind the place `from`; there are so many.
static size_t place_behind(const StringIO& self, size_t from, size_t count) {
    return from + (is_ascii(self) ? count : utf8_prefix_bytes(self.buffer.data() + from, count));
}

static uint64_t rest_length(const StringIO& self) {
    return self.position < self.length ? self.length - self.position : 0;
}

// --- Writing -----------------------------------------------------------------------------------------------------

// Puts text with the line ends it is to have at the position.
static Result<void> put(VM& vm, StringIO& self, std::string_view text, size_t length) {
    if (length == 0)
        return {};
    if (self.position > self.length) {
        uint64_t missing = self.position - self.length;
        if (missing > Str::MAX_BYTES)
            return vm.memory_error();
        TRY(memory_extend(vm, &self, self.buffer, self.buffer.used + missing));
        self.length = self.position;
        self.at = self.buffer.used;
    }
    uint64_t rest = rest_length(self);
    size_t end = length >= rest ? self.buffer.used : place_behind(self, self.at, length);
    TRY(memory_replace(vm, &self, self.buffer, self.at, end, text));
    self.at += text.size();
    self.position += length;
    self.length = std::max(self.length, self.position);
    return {};
}

static Result<void> put_translated(VM& vm, StringIO& self, Str& text) {
    TRY(str_reserve(vm, size_t(text.byte_length) * 2)); // '\n' may become '\r\n'
    std::string fresh;
    if (self.newline == Newline::Translate)
        self.seen |= scan_line_ends(text.view(), &fresh);
    else
        fresh = with_line_ends(text.view(), self.newline == Newline::Return ? "\r" : "\r\n");
    return put(vm, self, fresh, text.length + fresh.size() - text.byte_length); // what is added or lost is ASCII
}

Result<void> string_io_write(VM& vm, StringIO& self, Str& text) {
    TRY(check_open(vm, self));
    switch (self.newline) {
    case Newline::Keep: self.seen |= scan_line_ends(text.view(), nullptr); break;
    case Newline::LineFeed: break;
    default: return put_translated(vm, self, text);
    }
    return put(vm, self, text.view(), text.length);
}

StringIO* plain_string_io(Value file) {
    StringIO* self = detail::native_cast<StringIO>(file);
    return self && self->is_exact() && self->shape == self->type()->root_shape ? self : nullptr;
}

static Result<int64_t> string_io_write_method(VM& vm, StringIO& self, Value text) {
    if (!self.initialized)
        TRY(check_open(vm, self));
    Str* str = as<Str>(text);
    if (!str)
        return vm.type_error("string argument expected, got '{}'", vm.type_name(text));
    TRY(string_io_write(vm, self, *str));
    return int64_t(str->length);
}

static Result<void> string_io_writelines(VM& vm, StringIO& self, Value lines) {
    TRY(check_file_open(vm, self));
    return for_each(vm, lines, [&](Value line) -> Result<void> {
        if (self.is_exact())
            TRY(string_io_write_method(vm, self, line));
        else
            TRY(call_method(vm, &self, vm.names.write, {line}));
        return {};
    });
}

// --- Making ------------------------------------------------------------------------------------------------------

static Result<Value> string_io_new(VM& vm, Type* type, Args, Kwargs) {
    return allocate_instance(vm, type);
}

static Result<void> string_io_init(VM& vm, StringIO& self, Value initial_value, Value newline) {
    self.initialized = false;
    self.newline = TRY(newline_argument(vm, newline));
    Str* text = as<Str>(initial_value);
    if (!text && !initial_value.is_none())
        return vm.type_error("initial_value must be str or None, not {}", vm.type_name(initial_value));
    self.buffer.used = self.length = self.position = self.at = 0;
    self.seen = 0;
    self.closed = false;
    self.initialized = true;
    if (text)
        TRY(string_io_write(vm, self, *text));
    self.position = self.at = 0;
    return {};
}

// --- Reading -----------------------------------------------------------------------------------------------------

static Result<Str*> take(VM& vm, StringIO& self, size_t end, size_t length) {
    Str* text = TRY(text_of(vm, self.buffer.part(self.at, end), length));
    self.at = end;
    self.position += length;
    return text;
}

static Result<Str*> string_io_read(VM& vm, StringIO& self, Value size) {
    TRY(check_open(vm, self));
    int64_t wanted = TRY(size_argument(vm, size, -1));
    uint64_t rest = rest_length(self);
    if (wanted < 0 || uint64_t(wanted) >= rest)
        return take(vm, self, self.buffer.used, rest);
    return take(vm, self, place_behind(self, self.at, size_t(wanted)), size_t(wanted));
}

// The next line, of at most `limit` characters if that is not negative; empty at the end.
static Result<Str*> read_line(VM& vm, StringIO& self, int64_t limit) {
    uint64_t rest = rest_length(self);
    if (rest == 0)
        return vm.names.empty;
    std::string_view text = self.buffer.part(self.at, self.buffer.used);
    if (limit >= 0 && uint64_t(limit) < rest)
        text = text.substr(0, place_behind(self, self.at, size_t(limit)) - self.at);
    text = text.substr(0, find_line_end(self.newline, text));
    return take(vm, self, self.at + text.size(), is_ascii(self) ? text.size() : count_code_points(text));
}

static Result<Str*> string_io_readline(VM& vm, StringIO& self, Value size) {
    TRY(check_open(vm, self));
    return read_line(vm, self, TRY(size_argument(vm, size, -1)));
}

static Result<Value> string_io_next(VM& vm, Object* object) {
    auto& self = *static_cast<StringIO*>(object);
    TRY(check_open(vm, self));
    Str* line = TRY(read_line(vm, self, -1));
    return line->byte_length ? Value(line) : Value();
}

// A subclass's own readline() is what its iteration reads with.
static Result<Value> string_io_next_method(VM& vm, StringIO& self) {
    Value line;
    if (self.is_exact()) {
        line = TRY(string_io_next(vm, &self));
        return line.is_empty() ? Result<Value>(vm.stop_iteration()) : Result<Value>(line);
    }
    TRY(check_open(vm, self));
    line = TRY(call_method(vm, &self, "readline", {}));
    Str* text = as<Str>(line);
    if (!text)
        return vm.raise(ExceptionId::OSError,
                        fmt::format("readline() should have returned a str object, not '{}'", vm.type_name(line)));
    return text->byte_length ? Result<Value>(text) : Result<Value>(vm.stop_iteration());
}

static Result<List*> string_io_readlines(VM& vm, StringIO& self, Value hint) {
    TRY(check_file_open(vm, self));
    int64_t limit = TRY(size_argument(vm, hint, -1));
    List* lines = make_list(vm);
    int64_t total = 0;
    Value iterator = TRY(get_iterator(vm, &self));
    for (;;) {
        Value line = TRY(next(vm, iterator));
        if (line.is_empty())
            return lines;
        TRY(list_append(vm, *lines, line));
        total += limit > 0 ? TRY(length(vm, line)) : 0;
        if (limit > 0 && total > limit)
            return lines;
    }
}

static Result<Str*> string_io_getvalue(VM& vm, StringIO& self) {
    TRY(check_open(vm, self));
    return text_of(vm, self.buffer.view(), self.length);
}

// --- Position ----------------------------------------------------------------------------------------------------

static void move_to(StringIO& self, uint64_t position) {
    self.position = position;
    self.at = position >= self.length ? self.buffer.used : place_behind(self, 0, position);
}

static Result<int64_t> string_io_seek(VM& vm, StringIO& self, int64_t position, int64_t whence) {
    TRY(check_open(vm, self));
    if (whence < 0 || whence > 2)
        return vm.value_error("Invalid whence ({}, should be 0, 1 or 2)", whence);
    if (whence == 0 && position < 0)
        return vm.value_error("Negative seek position {}", position);
    if (whence != 0 && position != 0)
        return vm.raise(ExceptionId::OSError, "Can't do nonzero cur-relative seeks");
    if (whence != 1)
        move_to(self, whence == 0 ? uint64_t(position) : self.length);
    return int64_t(self.position);
}

static Result<int64_t> string_io_tell(VM& vm, StringIO& self) {
    TRY(check_open(vm, self));
    return int64_t(self.position);
}

static Result<int64_t> string_io_truncate(VM& vm, StringIO& self, Value size) {
    TRY(check_open(vm, self));
    int64_t wanted = TRY(size_argument(vm, size, int64_t(self.position)));
    if (wanted < 0)
        return vm.value_error("Negative size value {}", wanted);
    if (uint64_t(wanted) < self.length) {
        self.buffer.used = place_behind(self, 0, size_t(wanted));
        self.length = uint64_t(wanted);
        self.at = std::min(self.at, self.buffer.used);
    }
    return wanted;
}

// --- As a file ---------------------------------------------------------------------------------------------------

static void string_io_close(StringIO& self) {
    self.closed = true;
    self.buffer = {};
    self.length = self.position = self.at = 0;
}

static Result<Value> string_io_itself(VM& vm, StringIO& self) {
    TRY(check_file_open(vm, self));
    return &self;
}

static Result<void> string_io_exit(VM& vm, StringIO& self, Args) {
    if (self.is_exact())
        string_io_close(self);
    else
        TRY(call_method(vm, &self, "close", {}));
    return {};
}

static void string_io_flush(StringIO&) {}
static Result<bool> string_io_can(VM& vm, StringIO& self) {
    TRY(check_open(vm, self));
    return true;
}
static Result<bool> string_io_isatty(VM& vm, StringIO& self) {
    TRY(check_file_open(vm, self));
    return false;
}
static Result<Value> string_io_fileno(VM& vm, StringIO&) { return unsupported(vm, "fileno"); }
static Result<Value> string_io_detach(VM& vm, StringIO&) { return unsupported(vm, "detach"); }

static Result<bool> string_io_closed(VM& vm, StringIO& self) {
    if (!self.initialized)
        TRY(check_open(vm, self));
    return self.closed;
}
static Result<bool> string_io_line_buffering(VM& vm, StringIO& self) {
    TRY(check_open(vm, self));
    return false;
}
static Value string_io_encoding(StringIO&) { return Value::none(); }
static Value string_io_errors(StringIO&) { return Value::none(); }

// The line ends seen: None, one, or a tuple of them.
static Result<Value> string_io_newlines(VM& vm, StringIO& self) {
    TRY(check_open(vm, self));
    return seen_newlines(vm, self.seen);
}

// --- Pickling: (contents, newline, position, __dict__ or None) ---

static Result<Value> string_io_get_state(VM& vm, StringIO& self) {
    TRY(check_file_open(vm, self));
    static constexpr const char* NEWLINES[] = {nullptr, "", "\n", "\r", "\r\n"};
    const char* newline = NEWLINES[unsigned(self.newline)];
    Value contents = TRY(call_method(vm, &self, "getvalue", {}));
    Value attributes = TRY(find_attribute(vm, &self, vm.names.dunder_dict));
    return make_tuple(vm, {contents, newline ? Value(intern(vm, newline)) : Value::none(),
                           make_int_unsigned(vm, self.position), attributes ? attributes : Value::none()});
}

static Result<void> string_io_set_state(VM& vm, StringIO& self, Value value) {
    Tuple* state = as<Tuple>(value);
    if (!state || state->size() < 4)
        return vm.type_error("{}.__setstate__ argument should be 4-tuple, got {}", self.type()->name->view(),
                             vm.type_name(value));
    TRY(string_io_init(vm, self, (*state)[0], (*state)[1]));
    if (!is_int((*state)[2]))
        return vm.type_error("third item of state must be an integer, got {}", vm.type_name((*state)[2]));
    if (TRY(index_int64(vm, (*state)[2])) < 0)
        return vm.value_error("position value cannot be negative");
    TRY(call_method(vm, &self, "seek", {(*state)[2]}));
    if ((*state)[3].is_none())
        return {};
    if (!as<Dict>((*state)[3]))
        return vm.type_error("fourth item of state should be a dict, got a {}", vm.type_name((*state)[3]));
    return set_attribute(vm, &self, vm.names.dunder_dict, (*state)[3]);
}

static constexpr NativeDef STRING_IO_MEMBERS[] = {
    fn<string_io_get_state>("__getstate__(self, /)"),
    fn<string_io_set_state>("__setstate__(self, state, /)"),
    fn<string_io_new>("__new__(cls, /, *args, **kwargs)"),
    fn<string_io_init>("__init__(self, /, initial_value='', newline='\\n')"),
    fn<string_io_write_method>("write(self, s, /)", "Write string to file. Returns the number of characters written."),
    fn<string_io_writelines>("writelines(self, lines, /)", "Write a list of lines to the stream."),
    fn<string_io_read>("read(self, size=-1, /)", "Read at most size characters, or everything."),
    fn<string_io_readline>("readline(self, size=-1, /)", "Read until newline or the end."),
    fn<string_io_readlines>("readlines(self, hint=-1, /)", "Return a list of lines from the stream."),
    fn<string_io_getvalue>("getvalue(self, /)", "Retrieve the entire contents of the object."),
    fn<string_io_seek>("seek(self, pos, whence=0, /)", "Change the position: from the start, here, or the end."),
    fn<string_io_tell>("tell(self, /)", "Tell the current position."),
    fn<string_io_truncate>("truncate(self, pos=None, /)", "Truncate size to pos, by default the current position."),
    fn<string_io_close>("close(self, /)", "Close the file and free its contents."),
    fn<string_io_itself>("__enter__(self, /)"),
    fn<string_io_exit>("__exit__(self, /, *args)"),
    fn<string_io_itself>("__iter__(self, /)"),
    fn<string_io_next_method>("__next__(self, /)"),
    fn<string_io_flush>("flush(self, /)"),
    fn<string_io_can>("readable(self, /)"),
    fn<string_io_can>("writable(self, /)"),
    fn<string_io_can>("seekable(self, /)"),
    fn<string_io_isatty>("isatty(self, /)"),
    fn<string_io_fileno>("fileno(self, /)"),
    fn<string_io_detach>("detach(self, /)"),
    get<string_io_closed>("closed"),
    get<string_io_line_buffering>("line_buffering"),
    get<string_io_newlines>("newlines"),
    get<string_io_encoding>("encoding"),
    get<string_io_errors>("errors"),
};

constinit const NativeType string_io_type = {
    .name = "_io.StringIO",
    .base = &text_io_base_type,
    .kind = Kind::Native,
    .size = sizeof(StringIO),
    .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_string_io,
    .members = STRING_IO_MEMBERS,
    .member_count = std::size(STRING_IO_MEMBERS),
    .doc = "Text I/O implementation using an in-memory buffer.",
    .next = string_io_next,
};

} // namespace ouro::stdlib
