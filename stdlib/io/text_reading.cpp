// SPDX-License-Identifier: MIT
//
// Reading of text files: read, readline, iteration.
#include "stdlib/io/text_file.hpp"

#include "vm/model/buffer.hpp"
#include "vm/text/utf8.hpp"

#include <cstring>

namespace ouro::stdlib {

using namespace ouro::vm;

static Result<void> begin_reading(VM& vm, TextFile& self) {
    TRY(check_open(vm, self));
    if (!self.readable)
        return unsupported(vm, "not readable");
    return self.pending_used ? push_pending(vm, self) : Result<void>();
}

// --- Filling ---------------------------------------------------------------------------------------------------------

static Result<void> decode_piece(VM& vm, TextFile& self, std::string_view octets, Bytes* owner, bool final) {
    TextDecoder before = self.decoder;
    bool is_identity;
    Str* text = TRY(self.decoder.decode(vm, octets, self.errors->view(), final, is_identity));
    Bytes* snapshot = nullptr;
    if (!is_identity && self.telling)
        snapshot = owner ? owner : TRY(make_bytes(vm, octets));
    Heap::store(&self, self.decoded, text);
    Heap::store(&self, self.snapshot, snapshot);
    self.snapshot_decoder = before;
    self.has_snapshot = self.telling;
    self.decoded_at = 0;
    return {};
}

// Decodes a piece; `at_end` is told whether there was none.
static Result<void> fill_from_native(VM& vm, TextFile& self, Buffered& buffer, size_t size, bool& at_end) {
    TRY(check_usable(vm, buffer, "read of"));
    FileUse use(vm, buffer.lock);
    TRY(use.begin(buffer));
    std::string_view octets = TRY(buffered_take_locked(vm, buffer, size));
    at_end = octets.empty();
    return decode_piece(vm, self, octets, nullptr, at_end);
}

static Result<void> fill_from_object(VM& vm, TextFile& self, size_t size, bool& at_end) {
    const char* method = self.has_read1 ? "read1" : "read";
    Value data = TRY(call_method(vm, self.buffer, method, {make_int(vm, int64_t(size))}));
    if (!is_bytes_like(vm, data))
        return no_octets(vm, method, data);
    Bytes* bytes = TRY(bytes_or_null(vm, data));
    at_end = bytes->length == 0;
    return decode_piece(vm, self, bytes->view(), bytes, at_end);
}

// Decodes the next piece, whose text takes the place of what was decoded before. False at the end.
static Result<bool> fill(VM& vm, TextFile& self, size_t size) {
    bool at_end = false;
    size = std::max<size_t>(size, self.chunk_size);
    if (Buffered* buffer = plain_buffered(self.buffer))
        TRY(fill_from_native(vm, self, *buffer, size, at_end));
    else
        TRY(fill_from_object(vm, self, size, at_end));
    return !at_end || self.has_rest();
}

// --- Giving out ------------------------------------------------------------------------------------------------------

// The next octets of what was decoded.
static Result<Str*> take(VM& vm, TextFile& self, size_t octets) {
    Str* source = self.decoded;
    size_t from = self.decoded_at;
    self.decoded_at += octets;
    if (octets == source->byte_length)
        return str_exact(vm, source);
    const char* text = source->data() + from;
    if (octets <= 1)
        return make_short_str(vm, {text, octets});
    if (source->is_ascii()) {
        char* bytes;
        Str* result = TRY(make_ascii_str(vm, octets, bytes));
        memcpy(bytes, source->data() + from, octets);
        return result;
    }
    return make_str(vm, {text, octets});
}

// How many octets of `text` are its first `count` code points, or all of it.
static size_t octets_of(const Str& source, std::string_view text, size_t count, size_t& counted) {
    size_t have = source.is_ascii() ? text.size() : count_code_points(text);
    counted = std::min(have, count);
    if (have <= count)
        return text.size();
    return source.is_ascii() ? count : utf8_prefix_bytes(text.data(), count);
}

// --- read ------------------------------------------------------------------------------------------------------------

static Result<Value> all_octets(VM& vm, TextFile& self) {
    Buffered* buffer = plain_buffered(self.buffer);
    if (!buffer)
        return call_method(vm, self.buffer, "read", {});
    TRY(check_usable(vm, *buffer, "read of"));
    FileUse use(vm, buffer->lock);
    TRY(use.begin(*buffer));
    return buffered_read_all_locked(vm, *buffer);
}

static Result<Value> read_all(VM& vm, TextFile& self) {
    Value data = TRY(all_octets(vm, self));
    if (!is_bytes_like(vm, data))
        return no_octets(vm, "read", data);
    Bytes* octets = TRY(bytes_or_null(vm, data));
    bool is_identity;
    Str* rest = TRY(self.decoder.decode(vm, octets->view(), self.errors->view(), true, is_identity));
    Str* first = self.has_rest() ? TRY(take(vm, self, self.rest().size())) : nullptr;
    self.forget_decoded();
    return first ? TRY(str_concat(vm, first, rest)) : rest;
}

// So many code points, piece by piece.
static Result<Value> read_count(VM& vm, TextFile& self, size_t wanted) {
    std::string parts;
    for (;;) {
        if (self.has_rest()) {
            size_t counted;
            size_t octets = octets_of(*self.decoded, self.rest(), wanted, counted);
            wanted -= counted;
            if (parts.empty() && wanted == 0)
                return TRY(take(vm, self, octets));
            TRY(str_reserve(vm, parts.size() + octets));
            parts.append(self.rest().substr(0, octets));
            self.decoded_at += octets;
        }
        if (wanted == 0 || !TRY(fill(vm, self, wanted)))
            return TRY(make_str(vm, parts));
    }
}

Result<Value> text_read(VM& vm, TextFile& self, Value size_value) {
    int64_t size = TRY(size_argument(vm, size_value, -1));
    TRY(begin_reading(vm, self));
    TextUse use(vm, self);
    TRY(use.begin());
    return size < 0 ? read_all(vm, self) : read_count(vm, self, size_t(size));
}

// --- Lines -----------------------------------------------------------------------------------------------------------

// A line that does not stand whole in what is decoded. `line` is what came before; a line end may begin there.
static Result<Value> read_long_line(VM& vm, TextFile& self, size_t limit) {
    std::string line;
    size_t length = 0;
    for (;;) {
        if (self.has_rest()) {
            size_t counted;
            size_t most = octets_of(*self.decoded, self.rest(), limit - length, counted);
            std::string_view part = self.rest().substr(0, most);
            bool is_second = self.newline == Newline::ReturnLineFeed && line.ends_with('\r') && part.starts_with('\n');
            size_t end = is_second ? 1 : find_line_end(self.newline, part);
            bool is_end = end != std::string_view::npos;
            part = part.substr(0, end);
            TRY(str_reserve(vm, line.size() + part.size()));
            line.append(part);
            self.decoded_at += part.size();
            length += is_end ? count_code_points(part) : counted;
            if (is_end || length >= limit)
                return TRY(make_str(vm, line));
        }
        if (length >= limit || !TRY(fill(vm, self, 0)))
            return TRY(make_str(vm, line));
    }
}

// What is decoded can be given out without the lock while nobody works on the file: nothing comes in between.
static Result<Value> read_line(VM& vm, TextFile& self, int64_t limit) {
    TRY(begin_reading(vm, self));
    if (self.has_rest() && !self.lock.user) {
        size_t end = find_line_end(self.newline, self.rest());
        bool is_whole = end != std::string_view::npos;
        if (is_whole && limit >= 0 && size_t(limit) < end)
            is_whole = size_t(limit) >= count_code_points(self.rest().substr(0, end));
        if (is_whole)
            return TRY(take(vm, self, end));
    }
    TextUse use(vm, self);
    TRY(use.begin());
    return read_long_line(vm, self, limit < 0 ? SIZE_MAX : size_t(limit));
}

Result<Value> text_readline(VM& vm, TextFile& self, Value size) {
    return read_line(vm, self, TRY(index_int64(vm, size)));
}

Result<Value> text_next(VM& vm, Object* object) {
    auto& self = *static_cast<TextFile*>(object);
    TRY(check_attached(vm, self));
    self.telling = false;
    Value line = TRY(read_line(vm, self, -1));
    if (as<Str>(line)->byte_length)
        return line;
    self.has_snapshot = false;
    self.telling = self.seekable;
    return Value();
}

// A subclass's own readline() is what its iteration reads with.
Result<Value> text_next_method(VM& vm, TextFile& self) {
    if (self.is_exact()) {
        Value line = TRY(text_next(vm, &self));
        return line.is_empty() ? Result<Value>(vm.stop_iteration()) : Result<Value>(line);
    }
    TRY(check_attached(vm, self));
    self.telling = false;
    Value line = TRY(call_method(vm, &self, "readline", {}));
    Str* text = as<Str>(line);
    if (!text)
        return vm.raise(ExceptionId::OSError,
                        fmt::format("readline() should have returned a str object, not '{}'", vm.type_name(line)));
    if (text->byte_length)
        return text;
    self.has_snapshot = false;
    self.telling = self.seekable;
    return vm.stop_iteration();
}

} // namespace ouro::stdlib
