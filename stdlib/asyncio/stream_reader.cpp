// SPDX-License-Identifier: MIT
//
// Feeding a StreamReader and reading from it.
//
// Each read is a body of one phase: it looks whether the buffer has what it wants, and if not, it waits in the reader
// for one future and looks again. So a read of what is there makes nothing but its coroutine and its result. A search
// for a separator goes on where it ended: what is in the buffer is looked at once.
#include "stdlib/asyncio/stream_reader.hpp"

#include "stdlib/asyncio/transport.hpp"
#include "vm/model/buffer.hpp"
#include "vm/model/sequence.hpp"
#include "vm/values/int.hpp"

#include <algorithm>
#include <cstring>

namespace ouro::stdlib {

using namespace vm;

Result<void> initialize_reader(VM& vm, StreamReader& self, int64_t limit, Loop& loop) {
    if (limit <= 0)
        return vm.value_error("Limit cannot be <= 0");
    self.limit = limit;
    self.waiter = self.exception = self.transport = Value::none();
    Heap::store(&self, self.loop, &loop);
    Heap::store(&self, self.buffer, TRY(make_bytearray(vm, {})));
    self.searched = 0;
    self.is_at_end = self.is_paused = false;
    return {};
}

// --- Feeding ------------------------------------------------------------------------------------------------------

// Whoever waits; a script may have put anything there that looks like a future.
static Future* take_waiter(StreamReader& self) {
    Future* waiter = as<Future>(std::exchange(self.waiter, Value::none()));
    return waiter && !waiter->is_done() ? waiter : nullptr;
}

static void wake_reader(VM& vm, StreamReader& self) {
    if (Future* waiter = take_waiter(self))
        set_result(vm, *waiter, Value::none());
}

static bool has_too_much(const StreamReader& self) {
    uint64_t length = self.buffer->length, limit = uint64_t(self.limit);
    return length > limit && length - limit > limit;
}

static Result<void> pause_transport(VM& vm, StreamReader& self) {
    if (Transport* transport = as_transport(self.transport)) {
        TRY(pause_reading(*transport));
    } else if (auto called = call_method(vm, self.transport, "pause_reading", {}); called.is_error()) {
        if (!is_exception_of(called.exception(), vm, ExceptionId::NotImplementedError))
            return called.error();
        self.transport = Value::none(); // it cannot pause: all is buffered
        return {};
    }
    self.is_paused = true;
    return {};
}

static Result<void> resume_transport(VM& vm, StreamReader& self) {
    self.is_paused = false;
    if (Transport* transport = as_transport(self.transport))
        return resume_reading(vm, *transport);
    TRY(call_method(vm, self.transport, "resume_reading", {}));
    return {};
}

Result<void> feed_data(VM& vm, StreamReader& self, std::string_view octets) {
    if (self.is_at_end)
        return vm.raise(ExceptionId::AssertionError, "feed_data after feed_eof");
    if (octets.empty())
        return {};
    TRY(bytearray_append(vm, *self.buffer, octets));
    wake_reader(vm, self);
    if (has_too_much(self) && !self.is_paused && !self.transport.is_none())
        return pause_transport(vm, self);
    return {};
}

void feed_eof(VM& vm, StreamReader& self) {
    self.is_at_end = true;
    wake_reader(vm, self);
}

Result<void> set_reader_exception(VM& vm, StreamReader& self, Value exception) {
    Heap::store(&self, self.exception, exception);
    Future* waiter = take_waiter(self);
    if (!waiter)
        return {};
    TRY(call_method(vm, waiter, "set_exception", {exception}));
    return {};
}

Result<void> set_reader_transport(VM& vm, StreamReader& self, Value transport) {
    if (!self.transport.is_none())
        return vm.raise(ExceptionId::AssertionError, "Transport already set");
    Heap::store(&self, self.transport, transport);
    return {};
}

Result<void> resume_if_drained(VM& vm, StreamReader& self) {
    if (!self.is_paused || self.buffer->length > uint64_t(self.limit))
        return {};
    return resume_transport(vm, self);
}

// --- What all reads share -----------------------------------------------------------------------------------------

static StreamReader& reader_of(OnePhaseCoroutine& coroutine) {
    return *static_cast<StreamReader*>(coroutine.self.object());
}

static Result<void> check_exception(VM& vm, StreamReader& self) {
    if (Exception* exception = as<Exception>(self.exception))
        return raise_stored(vm, *exception);
    return {};
}

// Suspends until there is more, or the end. A paused transport goes on, since who waits here could else wait for ever.
static Result<Value> wait_for_data(VM& vm, NativeCoroutine& coroutine, StreamReader& self, std::string_view function) {
    if (!self.waiter.is_none())
        return vm.runtime_error("{}() called while another coroutine is already waiting for incoming data", function);
    if (self.is_at_end)
        return vm.raise(ExceptionId::AssertionError, "_wait_for_data after EOF");
    if (self.is_paused)
        TRY(resume_transport(vm, self));
    Future* waiter = make_future(vm, *self.loop);
    Heap::store(&self, self.waiter, waiter);
    return wait_on(coroutine, waiter);
}

static Result<void> end_wait(StreamReader& self, Result<Value> outcome) {
    self.waiter = Value::none();
    TRY(std::move(outcome));
    return {};
}

static Result<Value> take_front(VM& vm, StreamReader& self, size_t size) {
    Bytes* taken = TRY(make_bytes(vm, self.buffer->view().substr(0, size)));
    TRY(bytearray_splice(vm, *self.buffer, 0, taken->length, 0));
    TRY(resume_if_drained(vm, self));
    return taken;
}

// What is left at the end of the stream, where `expected` octets (or None: a separator) were to come.
static Raised raise_incomplete(VM& vm, Value partial, Value expected) {
    auto made = call_library(vm, "asyncio.exceptions", "IncompleteReadError", {partial, expected});
    return made.is_error() ? made.error() : vm.raise(static_cast<Exception*>(made.release().object()));
}

// --- read() and readexactly() -------------------------------------------------------------------------------------

static Result<Value> read_body(VM& vm, NativeCoroutine& native, Result<Value> outcome) {
    auto& coroutine = one_phase(native);
    StreamReader& self = reader_of(coroutine);
    auto count = uint64_t(*to_int64(coroutine.argument));
    if (coroutine.begins()) {
        TRY(check_exception(vm, self));
        if (count == 0)
            return TRY(make_bytes(vm, {}));
        if (self.buffer->length == 0 && !self.is_at_end)
            return wait_for_data(vm, coroutine, self, "read");
    } else {
        TRY(end_wait(self, std::move(outcome)));
    }
    return take_front(vm, self, std::min(count, self.buffer->length));
}

// read(-1) takes what comes out of the reader's buffer, so that its transport is never paused for long.
static Result<Value> read_all_body(VM& vm, NativeCoroutine& native, Result<Value> outcome) {
    auto& coroutine = one_phase(native);
    StreamReader& self = reader_of(coroutine);
    if (coroutine.begins())
        Heap::store(&coroutine, coroutine.argument, Value(TRY(make_bytearray(vm, {}))));
    else
        TRY(end_wait(self, std::move(outcome)));
    TRY(check_exception(vm, self));
    ByteArray& collected = *as_bytearray(coroutine.argument);
    TRY(bytearray_append(vm, collected, self.buffer->view()));
    TRY(bytearray_splice(vm, *self.buffer, 0, self.buffer->length, 0));
    TRY(resume_if_drained(vm, self));
    if (!self.is_at_end)
        return wait_for_data(vm, coroutine, self, "read");
    return TRY(make_bytes(vm, collected.view()));
}

static Result<Value> read_exactly_body(VM& vm, NativeCoroutine& native, Result<Value> outcome) {
    auto& coroutine = one_phase(native);
    StreamReader& self = reader_of(coroutine);
    int64_t count = *to_int64(coroutine.argument);
    if (coroutine.begins()) {
        if (count < 0)
            return vm.value_error("readexactly size can not be less than zero");
        TRY(check_exception(vm, self));
        if (count == 0)
            return TRY(make_bytes(vm, {}));
    } else {
        TRY(end_wait(self, std::move(outcome)));
    }
    if (self.buffer->length >= uint64_t(count))
        return take_front(vm, self, size_t(count));
    if (self.is_at_end)
        return raise_incomplete(vm, TRY(take_front(vm, self, self.buffer->length)), coroutine.argument);
    return wait_for_data(vm, coroutine, self, "readexactly");
}

// --- Up to a separator --------------------------------------------------------------------------------------------

// A separator in the words of the errors that bytes.find() raises.
static Result<Bytes*> separator_bytes(VM& vm, Value value) {
    if (Bytes* bytes = TRY(bytes_or_null(vm, value)))
        return bytes;
    return vm.type_error("argument should be integer or bytes-like object, not '{}'", vm.type_name(value));
}

// What the coroutine keeps: bytes, or a tuple of them, the shortest first.
static Result<Value> normalize_separator(VM& vm, Value separator) {
    Tuple* given = as<Tuple>(separator);
    if (!given) {
        Bytes* bytes = TRY(separator_bytes(vm, separator));
        if (bytes->length == 0)
            return vm.value_error("Separator should be at least one-byte string");
        return bytes;
    }
    RootVector all(vm.heap);
    for (size_t i = 0; i < given->size(); i++)
        all.push(TRY(separator_bytes(vm, (*given)[i])));
    std::ranges::stable_sort(all.items, {}, [](Value value) { return as<Bytes>(value)->length; });
    if (all.items.empty())
        return vm.value_error("Separator should contain at least one element");
    if (as<Bytes>(all[0])->length == 0)
        return vm.value_error("Separator should be at least one-byte string");
    return make_tuple(vm, std::span<const Value>(all.items));
}

namespace {

// What is searched for: a newline for the empty Value, else what normalize_separator() has made.
struct Separators {
    explicit Separators(const Value& kept) {
        if (Tuple* tuple = as<Tuple>(kept))
            objects = {tuple->items(), tuple->size()};
        else if (kept)
            objects = {&kept, 1};
    }
    size_t count() const { return objects.empty() ? 1 : objects.size(); }
    std::string_view operator[](size_t index) const {
        return objects.empty() ? std::string_view("\n") : as<Bytes>(objects[index])->view();
    }
    size_t shortest() const { return (*this)[0].size(); }
    size_t longest() const { return (*this)[count() - 1].size(); }
    std::span<const Value> objects;
};

struct Match {
    size_t begin = 0, end = 0; // end 0: none
};

} // namespace

static size_t find_octets(std::string_view text, std::string_view wanted, size_t from) {
    const char* begin = text.data() + from;
    size_t size = text.size() - from;
    const void* found = wanted.size() == 1 ? memchr(begin, wanted[0], size)
                                           : memmem(begin, size, wanted.data(), wanted.size());
    return found ? size_t(static_cast<const char*>(found) - text.data()) : std::string_view::npos;
}

// The match that ends first.
static Match find_first(std::string_view text, const Separators& separators, size_t from) {
    Match match;
    for (size_t i = 0; i < separators.count(); i++) {
        size_t found = find_octets(text, separators[i], from), size = separators[i].size();
        if (found != std::string_view::npos && (!match.end || found + size < match.end))
            match = {found, found + size};
    }
    return match;
}

static constexpr std::string_view FOUND_TOO_LATE = "Separator is found, but chunk is longer than limit";
static constexpr std::string_view NOT_FOUND = "Separator is not found, and chunk exceed the limit";

static Raised raise_overrun(VM& vm, std::string_view message, size_t consumed) {
    auto made = call_library(vm, "asyncio.exceptions", "LimitOverrunError",
                             {make_short_str(vm, message), make_int(vm, int64_t(consumed))});
    return made.is_error() ? made.error() : vm.raise(static_cast<Exception*>(made.release().object()));
}

// A line that is too long is dropped up to its end, or as far as it has come.
static Result<Value> drop_line(VM& vm, StreamReader& self, size_t size, Raised overrun) {
    TRY(bytearray_splice(vm, *self.buffer, 0, size, 0));
    TRY(resume_if_drained(vm, self));
    Raised error = vm.raise(ExceptionId::ValueError, exception_str(vm, *overrun.exception));
    exception_set_context(*error.exception, overrun.exception);
    return error;
}

enum class Unit : uint8_t { UntilSeparator, Line };

static Result<Value> overrun(VM& vm, StreamReader& self, Unit unit, std::string_view message, size_t consumed,
                             size_t dropped) {
    Raised error = raise_overrun(vm, message, consumed);
    return unit == Unit::Line ? drop_line(vm, self, dropped, error) : Result<Value>(error);
}

// The end of the stream came before a separator.
static Result<Value> end_without_separator(VM& vm, StreamReader& self, Unit unit) {
    Value partial = TRY(take_front(vm, self, self.buffer->length));
    return unit == Unit::Line ? Result<Value>(partial) : raise_incomplete(vm, partial, Value::none());
}

static Result<Value> read_until(VM& vm, OnePhaseCoroutine& coroutine, Unit unit, Result<Value> outcome) {
    StreamReader& self = reader_of(coroutine);
    if (coroutine.begins()) {
        if (coroutine.argument)
            Heap::store(&coroutine, coroutine.argument, TRY(normalize_separator(vm, coroutine.argument)));
        TRY(check_exception(vm, self));
        self.searched = 0;
    } else {
        TRY(end_wait(self, std::move(outcome)));
    }
    Separators separators(coroutine.argument);
    uint64_t length = self.buffer->length, limit = uint64_t(self.limit);
    uint64_t from = std::min(self.searched, length);
    if (length - from >= separators.shortest()) {
        Match match = find_first(self.buffer->view(), separators, from);
        if (match.end && match.begin > limit)
            return overrun(vm, self, unit, FOUND_TOO_LATE, match.begin, match.end);
        if (match.end)
            return take_front(vm, self, match.end);
        self.searched = length + 1 > separators.longest() ? length + 1 - separators.longest() : 0;
        if (self.searched > limit)
            return overrun(vm, self, unit, NOT_FOUND, self.searched, length);
    }
    if (self.is_at_end)
        return end_without_separator(vm, self, unit);
    return wait_for_data(vm, coroutine, self, "readuntil");
}

static Result<Value> read_until_body(VM& vm, NativeCoroutine& native, Result<Value> outcome) {
    return read_until(vm, one_phase(native), Unit::UntilSeparator, std::move(outcome));
}

static Result<Value> read_line_body(VM& vm, NativeCoroutine& native, Result<Value> outcome) {
    return read_until(vm, one_phase(native), Unit::Line, std::move(outcome));
}

static Result<Value> next_line_body(VM& vm, NativeCoroutine& native, Result<Value> outcome) {
    Value line = TRY(read_until(vm, one_phase(native), Unit::Line, std::move(outcome)));
    if (Bytes* bytes = as<Bytes>(line); bytes && bytes->length == 0)
        return vm.raise(ExceptionId::StopAsyncIteration, "");
    return line;
}

// --- The coroutines -----------------------------------------------------------------------------------------------

static Result<Value> wait_body(VM& vm, NativeCoroutine& native, Result<Value> outcome) {
    auto& coroutine = one_phase(native);
    StreamReader& self = reader_of(coroutine);
    if (coroutine.begins())
        return wait_for_data(vm, coroutine, self, TRY(str(vm, coroutine.argument))->view());
    TRY(end_wait(self, std::move(outcome)));
    return Value::none();
}

static constexpr NativeCoroutine::Code READ = {"StreamReader.read", read_body};
static constexpr NativeCoroutine::Code READ_ALL = {"StreamReader.read", read_all_body};
static constexpr NativeCoroutine::Code READ_EXACTLY = {"StreamReader.readexactly", read_exactly_body};
static constexpr NativeCoroutine::Code READ_UNTIL = {"StreamReader.readuntil", read_until_body};
static constexpr NativeCoroutine::Code READ_LINE = {"StreamReader.readline", read_line_body};
static constexpr NativeCoroutine::Code NEXT_LINE = {"StreamReader.__anext__", next_line_body};
static constexpr NativeCoroutine::Code WAIT = {"StreamReader._wait_for_data", wait_body};

Value stream_read(VM& vm, StreamReader& self, int64_t count) {
    return make_native_coroutine(vm, count < 0 ? READ_ALL : READ, &self, make_int(vm, count));
}
Value stream_read_exactly(VM& vm, StreamReader& self, int64_t count) {
    return make_native_coroutine(vm, READ_EXACTLY, &self, make_int(vm, count));
}
Value stream_read_until(VM& vm, StreamReader& self, Value separator) { // empty: a newline
    return make_native_coroutine(vm, READ_UNTIL, &self, separator);
}
Value stream_read_line(VM& vm, StreamReader& self) {
    return make_native_coroutine(vm, READ_LINE, &self);
}
Value stream_next_line(VM& vm, StreamReader& self) {
    return make_native_coroutine(vm, NEXT_LINE, &self);
}
Value stream_wait_for_data(VM& vm, StreamReader& self, Value function_name) {
    return make_native_coroutine(vm, WAIT, &self, function_name);
}

} // namespace ouro::stdlib
