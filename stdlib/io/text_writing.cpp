// SPDX-License-Identifier: MIT
//
// Writing of text files: line ends, encoding, and what collects before it is handed down.
#include "stdlib/io/text_file.hpp"

#include "vm/text/utf8.hpp"

#include <cstring>

namespace ouro::stdlib {

using namespace ouro::vm;

// --- Handing down --------------------------------------------------------------------------------------------------

static Result<void> give_to_buffer(VM& vm, TextFile& self, std::string_view octets) {
    Buffered* buffer = plain_buffered(self.buffer);
    if (!buffer) {
        TRY(call_method(vm, self.buffer, vm.names.write, {Value(TRY(make_bytes(vm, octets)))}));
        return {};
    }
    TRY(check_usable(vm, *buffer, "write to"));
    FileUse use(vm, buffer->lock);
    TRY(use.begin(*buffer));
    return buffered_write_locked(vm, *buffer, octets);
}

// The file is waited for first: what several threads have added must not be overtaken. What is being handed down is
// taken out meanwhile, so others add to a new storage.
Result<void> push_pending(VM& vm, TextFile& self) {
    if (self.pending_used == 0)
        return {};
    TextUse use(vm, self);
    TRY(use.begin());
    size_t size = std::exchange(self.pending_used, 0);
    if (size == 0)
        return {};
    Storage* pending = std::exchange(self.pending, nullptr);
    unlist_unflushed(vm, self);
    auto given = give_to_buffer(vm, self, {reinterpret_cast<char*>(pending->bytes()), size});
    if (!self.pending)
        Heap::store(&self, self.pending, pending);
    return given;
}

static Result<void> add(VM& vm, TextFile& self, std::string_view octets) {
    while (self.pending_used && self.pending_used + octets.size() > self.chunk_size)
        TRY(push_pending(vm, self));
    if (octets.size() >= self.chunk_size) {
        TextUse use(vm, self);
        TRY(use.begin());
        return give_to_buffer(vm, self, octets);
    }
    if (octets.empty())
        return {};
    size_t size = self.pending_used + octets.size();
    if (!self.pending || self.pending->capacity_bytes() < size) {
        size_t wanted = std::max<size_t>(size, std::min<size_t>(self.chunk_size, TextFile::FIRST_CHUNK_SIZE));
        TRY(vm.heap.reserve(wanted));
        Storage* storage = self.pending ? vm.heap.grow_storage(self.pending, wanted)
                                        : vm.heap.allocate_raw_storage(wanted);
        Heap::store(&self, self.pending, storage);
    }
    memcpy(reinterpret_cast<char*>(self.pending->bytes()) + self.pending_used, octets.data(), octets.size());
    self.pending_used = uint32_t(size);
    list_unflushed(vm, self);
    return {};
}

// --- Encoding ------------------------------------------------------------------------------------------------------

static bool writes_mark(Encoding codec) {
    return codec == Encoding::Utf8Sig || codec == Encoding::Utf16 || codec == Encoding::Utf32;
}

Result<void> begin_encoding(VM& vm, TextFile& self) {
    self.at_beginning = self.writable && writes_mark(self.codec);
    if (!self.at_beginning || !self.seekable)
        return {};
    Value position = TRY(call_method(vm, self.buffer, "tell", {}));
    self.at_beginning = !TRY(truth(vm, position));
    return {};
}

// Is the text's UTF-8 what is to be written?
static bool is_plain(const TextFile& self, Str& text) {
    switch (self.codec) {
    case Encoding::Utf8: return text.is_ascii() || !scan_utf8(text.view()).reason;
    case Encoding::Utf8Sig: return !self.at_beginning && (text.is_ascii() || !scan_utf8(text.view()).reason);
    case Encoding::Ascii:
    case Encoding::Latin1: return text.is_ascii();
    default: return false;
    }
}

static Result<Bytes*> encode(VM& vm, TextFile& self, Str& text) {
    const char* name = self.codec == Encoding::Utf8Sig ? "utf-8-sig" : encoding_name(self.codec);
    if (writes_mark(self.codec) && !self.at_beginning)
        name = self.codec == Encoding::Utf16 ? "utf-16-le" : self.codec == Encoding::Utf32 ? "utf-32-le" : "utf-8";
    Bytes* octets = TRY(encode_text(vm, text, name, self.errors->view()));
    self.at_beginning = false;
    return octets;
}

// --- write -----------------------------------------------------------------------------------------------------------

static Result<void> flush_buffer(VM& vm, TextFile& self) {
    if (Buffered* buffer = plain_buffered(self.buffer); buffer && buffer->writes)
        return buffered_flush(vm, *buffer);
    TRY(call_method(vm, self.buffer, vm.names.flush, {}));
    return {};
}

static bool is_plain_and_open(const TextFile& self) {
    Buffered* buffer = plain_buffered(self.buffer);
    FileIO* raw = buffer && buffer->state == Buffered::State::Ready ? plain_file(buffer->raw) : nullptr;
    return raw && raw->is_open;
}

// What most writes are: ASCII that neither changes on its way nor is handed down yet, behind other text, so that the
// file is writable and listed as unflushed.
static bool add_at_once(TextFile& self, Str& text) {
    bool is_same = self.codec == Encoding::Utf8 || self.codec == Encoding::Ascii || self.codec == Encoding::Latin1;
    bool goes_on = self.line_buffering || self.write_through || self.decoded || self.has_snapshot;
    bool is_changed = self.newline == Newline::Return || self.newline == Newline::ReturnLineFeed;
    size_t size = self.pending_used + text.byte_length;
    if (self.pending_used == 0 || !text.is_ascii() || !is_same || goes_on || is_changed || size >= self.chunk_size ||
        size > self.pending->capacity_bytes() || !is_plain_and_open(self))
        return false;
    memcpy(reinterpret_cast<char*>(self.pending->bytes()) + self.pending_used, text.view().data(), text.byte_length);
    self.pending_used = uint32_t(size);
    return true;
}

Result<void> text_write(VM& vm, TextFile& self, Str& given) {
    if (add_at_once(self, given))
        return {};
    TRY(check_open(vm, self));
    if (!self.writable)
        return unsupported(vm, "not writable");
    Str* text = &given;
    bool needs_flush = self.line_buffering && given.view().find_first_of("\r\n") != std::string_view::npos;
    if ((self.newline == Newline::Return || self.newline == Newline::ReturnLineFeed) &&
        text->view().find('\n') != std::string_view::npos) {
        TRY(str_reserve(vm, size_t(text->byte_length) * 2));
        text = TRY(make_str(vm, with_line_ends(text->view(), self.newline == Newline::Return ? "\r" : "\r\n")));
    }
    if (is_plain(self, *text))
        TRY(add(vm, self, text->view()));
    else
        TRY(add(vm, self, TRY(encode(vm, self, *text))->view()));
    if (self.pending_used >= self.chunk_size || needs_flush || self.write_through)
        TRY(push_pending(vm, self));
    if (needs_flush)
        TRY(flush_buffer(vm, self));
    if (self.decoded || self.has_snapshot) {
        self.forget_decoded();
        self.decoder.reset();
    }
    return {};
}

Result<int64_t> text_write_method(VM& vm, TextFile& self, Value value) {
    Str* text = as<Str>(value);
    if (!text)
        return vm.type_error("write() argument must be str, not {}", vm.type_name(value));
    TRY(text_write(vm, self, *text));
    return int64_t(text->length);
}

Result<void> text_writelines(VM& vm, TextFile& self, Value lines) {
    bool is_plain = plain_text_file(&self);
    if (is_plain)
        TRY(check_open(vm, self));
    else if (TRY(is_closed(vm, &self)))
        return closed_file(vm);
    return for_each(vm, lines, [&](Value line) -> Result<void> {
        if (is_plain)
            TRY(text_write_method(vm, self, line));
        else
            TRY(call_method(vm, &self, vm.names.write, {line}));
        return {};
    });
}

Result<void> text_flush(VM& vm, TextFile& self) {
    TRY(check_open(vm, self));
    self.telling = self.seekable;
    TRY(push_pending(vm, self));
    return flush_buffer(vm, self);
}

} // namespace ouro::stdlib
