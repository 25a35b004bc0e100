// SPDX-License-Identifier: MIT
//
// Making, hashing, interning, concatenating and indexing of str. The methods stand in vm/objects/str/.
//
// Concatenation. The result of a first `a + b` is a plain string. When such a result is appended to again (the flag
// JOINED tells), the text moves to a shared buffer with room at its end:
//
//     s1 = Str{EXTERNAL, 5, buffer} ---+--> Storage "hello, world......"   aux: used bytes (12)
//     s2 = Str{EXTERNAL, 12, buffer} --+
//
// Appending to s2, whose text ends where the used part ends, writes behind it and makes one more header; appending to
// s1 copies. The bytes below `used` never change, so all sharers stay valid. A buffer is at most half unused.
#include "vm/values/str.hpp"

#include "vm/values/intern.hpp"
#include "vm/text/utf8.hpp"
#include "vm/vm.hpp"

#include <algorithm>

namespace ouro::vm {

static constexpr uint8_t JOINED = Str::FLAG_D; // made by a concatenation
static constexpr size_t SMALLEST_BUFFER = 256;  // shorter texts are copied: cheaper than a buffer of their own
static constexpr size_t RESERVE_LIMIT = 1024;   // allocations above it are checked before they are made

// --- Making --------------------------------------------------------------------------------------------------------

static Str* allocate_str(VM& vm, size_t byte_length, size_t length) {
    size_t bytes = std::max(sizeof(Str), str_native_bytes(byte_length));
    Str* text = vm.heap.make_raw<Str>(vm.types.str->root_shape, bytes);
    text->byte_length = uint32_t(byte_length);
    text->length = uint32_t(length);
    text->inline_bytes[byte_length] = 0;
    if (byte_length == length)
        text->flags |= Str::ASCII;
    return text;
}

Result<void> str_reserve(VM& vm, size_t bytes) {
    if (bytes > Str::MAX_BYTES)
        return vm.memory_error();
    if (bytes > RESERVE_LIMIT)
        return vm.heap.reserve(bytes + sizeof(Str));
    return {};
}

Result<Str*> make_str_uninitialized(VM& vm, size_t byte_length, size_t length, char*& bytes) {
    TRY(str_reserve(vm, byte_length));
    Str* text = allocate_str(vm, byte_length, length);
    bytes = text->inline_bytes;
    return text;
}

Result<Str*> make_ascii_str(VM& vm, size_t length, char*& bytes) {
    return make_str_uninitialized(vm, length, length, bytes);
}

// Characters below U+0100 and the empty text are shared; null for all others.
static Str* shared_str(VM& vm, std::string_view utf8) {
    if (utf8.empty())
        return vm.names.empty;
    if (utf8.size() == 1)
        return make_char(vm, uint8_t(utf8[0]));
    return nullptr;
}

Str* make_short_str(VM& vm, std::string_view utf8) {
    if (Str* shared = shared_str(vm, utf8))
        return shared;
    Str* text = allocate_str(vm, utf8.size(), is_ascii(utf8) ? utf8.size() : count_code_points(utf8));
    if (!utf8.empty())
        memcpy(text->inline_bytes, utf8.data(), utf8.size());
    return text;
}

Result<Str*> make_str(VM& vm, std::string_view utf8) {
    TRY(str_reserve(vm, utf8.size()));
    return make_short_str(vm, utf8);
}

Result<Str*> make_str_lossy(VM& vm, std::string_view bytes) {
    Utf8Fault fault = scan_utf8(bytes);
    if (!fault.reason)
        return make_str(vm, bytes);
    // Each replaced sequence of one byte becomes three.
    TRY(str_reserve(vm, bytes.size() * 3));
    std::string text;
    size_t from = 0;
    for (; fault.reason; fault = scan_utf8(bytes, from)) {
        text.append(bytes.substr(from, fault.start - from));
        text += "\uFFFD";
        from = fault.end;
    }
    text.append(bytes.substr(from));
    return make_str(vm, text);
}

Str* make_char(VM& vm, uint32_t code_point) {
    char bytes[4];
    std::string_view utf8(bytes, utf8_encode(code_point, bytes));
    if (code_point < 256) {
        Str*& cached = vm.interned->latin1[code_point];
        if (!cached)
            cached = intern(vm, utf8);
        return cached;
    }
    Str* text = allocate_str(vm, utf8.size(), 1);
    memcpy(text->inline_bytes, bytes, utf8.size());
    return text;
}

// The plain str with the text of an instance of a subclass.
Str* str_exact(VM& vm, Str* text) {
    if (text->is_exact())
        return text;
    Str* copy = allocate_str(vm, text->byte_length, text->length);
    memcpy(copy->inline_bytes, text->data(), text->byte_length);
    return copy;
}

// --- Hash and interning --------------------------------------------------------------------------------------------

static uint64_t fold_multiply(uint64_t a, uint64_t b) {
    __uint128_t product = __uint128_t(a) * b;
    return uint64_t(product) ^ uint64_t(product >> 64);
}

static uint64_t load64(const char* at) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

static uint64_t load32(const char* at) {
    uint32_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

// Multiply-and-fold over 16 bytes at a time; short texts take two loads that may overlap. The key is fixed, so that
// names can be hashed before any VM is made.
uint32_t hash_bytes(std::string_view text) {
    constexpr uint64_t KEY_A = 0x9E3779B97F4A7C15ull, KEY_B = 0xD6E8FEB86659FD93ull, KEY_C = 0xA0761D6478BD642Full;
    const char* at = text.data();
    size_t size = text.size();
    uint64_t state = KEY_A ^ size * KEY_C;
    uint64_t first, second;
    if (size >= 16) {
        const char* last = at + size - 16;
        for (; at < last; at += 16)
            state = fold_multiply(load64(at) ^ state, load64(at + 8) ^ KEY_B);
        first = load64(last);
        second = load64(last + 8);
    } else if (size >= 8) {
        first = load64(at);
        second = load64(at + size - 8);
    } else if (size >= 4) {
        first = load32(at);
        second = load32(at + size - 4);
    } else if (size > 0) {
        first = uint64_t(uint8_t(at[0])) << 16 | uint64_t(uint8_t(at[size / 2])) << 8 | uint8_t(at[size - 1]);
        second = 0;
    } else {
        first = second = 0;
    }
    state = fold_multiply(first ^ state ^ KEY_C, second ^ KEY_B);
    state = fold_multiply(state ^ KEY_A, KEY_C);
    uint32_t hash = uint32_t(state ^ state >> 32);
    return hash ? hash : 1;
}

uint32_t str_hash(Str* text) {
    if (!text->aux)
        text->aux = hash_bytes(text->view());
    return text->aux;
}

Str* intern(VM& vm, std::string_view utf8) {
    uint32_t hash = hash_bytes(utf8);
    if (Str* found = vm.interned->find(utf8, hash))
        return found;
    Str* text = allocate_str(vm, utf8.size(), is_ascii(utf8) ? utf8.size() : count_code_points(utf8));
    if (!utf8.empty())
        memcpy(text->inline_bytes, utf8.data(), utf8.size());
    text->aux = hash;
    vm.interned->insert(text);
    return text;
}

Str* find_interned(VM& vm, std::string_view utf8) { return vm.interned->find(utf8, hash_bytes(utf8)); }

Str* intern(VM& vm, Str* text) {
    if (text->is_interned())
        return text;
    if (!text->is_exact() || (text->flags & Str::EXTERNAL)) // neither a subclass instance nor a whole buffer is kept
        return intern(vm, text->view());
    if (Str* found = vm.interned->find(text->view(), str_hash(text)))
        return found;
    vm.interned->insert(text);
    return text;
}

int str_compare(const Str* a, const Str* b) {
    // The order of UTF-8's bytes is the order of the code points, also with surrogates as three bytes.
    std::string_view left = a->view(), right = b->view();
    int order = memcmp(left.data(), right.data(), std::min(left.size(), right.size()));
    if (order != 0)
        return order < 0 ? -1 : 1;
    return left.size() < right.size() ? -1 : left.size() > right.size();
}

// --- Concatenation -------------------------------------------------------------------------------------------------

static Str* make_external(VM& vm, Storage* buffer, size_t byte_length, size_t length) {
    Str* text = vm.heap.make<Str>(vm.types.str->root_shape);
    text->byte_length = uint32_t(byte_length);
    text->length = uint32_t(length);
    text->flags |= Str::EXTERNAL | JOINED | (byte_length == length ? Str::ASCII : 0);
    Heap::store(text, text->buffer, buffer);
    return text;
}

static Result<Str*> concat_in_new_buffer(VM& vm, Str* a, Str* b, size_t bytes) {
    size_t capacity = std::min(bytes + bytes / 2 + SMALLEST_BUFFER, size_t(Str::MAX_BYTES));
    TRY(vm.heap.reserve(capacity));
    Storage* buffer = vm.heap.allocate_raw_storage(capacity);
    char* out = reinterpret_cast<char*>(buffer->bytes());
    memcpy(out, a->data(), a->byte_length);
    memcpy(out + a->byte_length, b->data(), b->byte_length);
    buffer->aux = uint32_t(bytes);
    return make_external(vm, buffer, bytes, size_t(a->length) + b->length);
}

static Str* concat_in_place(VM& vm, Str* a, Str* b, size_t bytes) {
    Storage* buffer = a->buffer;
    memcpy(reinterpret_cast<char*>(buffer->bytes()) + a->byte_length, b->data(), b->byte_length);
    buffer->aux = uint32_t(bytes);
    return make_external(vm, buffer, bytes, size_t(a->length) + b->length);
}

static bool has_room_behind(VM& vm, const Str* a, size_t bytes) {
    if (!(a->flags & Str::EXTERNAL) || a->buffer->aux != a->byte_length)
        return false;
    return bytes <= a->buffer->capacity_bytes() || vm.heap.extend_storage(a->buffer, bytes + bytes / 8, false);
}

Result<Str*> str_concat(VM& vm, Str* a, Str* b) {
    if (b->byte_length == 0 && a->is_exact())
        return a;
    if (a->byte_length == 0 && b->is_exact())
        return b;
    size_t bytes = size_t(a->byte_length) + b->byte_length;
    if (bytes > Str::MAX_BYTES)
        return vm.memory_error();
    if (has_room_behind(vm, a, bytes))
        return concat_in_place(vm, a, b, bytes);
    if (bytes >= SMALLEST_BUFFER && (a->flags & JOINED))
        return concat_in_new_buffer(vm, a, b, bytes);
    char* out;
    Str* text = TRY(make_str_uninitialized(vm, bytes, size_t(a->length) + b->length, out));
    memcpy(out, a->data(), a->byte_length);
    memcpy(out + a->byte_length, b->data(), b->byte_length);
    text->flags |= JOINED;
    return text;
}

// --- Indexing ------------------------------------------------------------------------------------------------------

size_t str_byte_offset(VM& vm, Str* text, size_t index) {
    if (text->is_ascii())
        return index;
    if (index == text->length)
        return text->byte_length;
    size_t offset = 0;
    if (text->length > 2 * StrIndex::STRIDE) {
        offset = vm.interned->index_of(text).offsets[index / StrIndex::STRIDE];
        index %= StrIndex::STRIDE;
    }
    return offset + utf8_prefix_bytes(text->data() + offset, index);
}

size_t str_index_of_byte(VM& vm, Str* text, size_t byte) {
    if (text->is_ascii())
        return byte;
    size_t known = 0, offset = 0;
    if (text->length > 2 * StrIndex::STRIDE) {
        const std::vector<uint32_t>& offsets = vm.interned->index_of(text).offsets;
        size_t row = size_t(std::ranges::upper_bound(offsets, byte) - offsets.begin()) - 1;
        known = row * StrIndex::STRIDE;
        offset = offsets[row];
    }
    return known + count_code_points({text->data() + offset, byte - offset});
}

uint32_t str_code_point_at(VM& vm, Str* text, size_t index) {
    const char* at = text->data() + str_byte_offset(vm, text, index);
    return utf8_next(at);
}

Result<Str*> str_substring(VM& vm, Str* text, size_t first, size_t last) {
    if (first >= last)
        return vm.names.empty;
    if (first == 0 && last == text->length && text->is_exact())
        return text;
    size_t begin = str_byte_offset(vm, text, first), end = str_byte_offset(vm, text, last);
    return make_substring(vm, text, begin, end, last - first);
}

Result<Str*> make_substring(VM& vm, Str* text, size_t begin, size_t end, size_t length) {
    if (end - begin <= 1)
        return make_short_str(vm, text->view().substr(begin, end - begin));
    char* out;
    Str* part = TRY(make_str_uninitialized(vm, end - begin, length, out));
    memcpy(out, text->data() + begin, end - begin);
    return part;
}

void str_visit(Object* object, Visitor& visitor) {
    auto* text = static_cast<Str*>(object);
    if (text->flags & Str::EXTERNAL)
        visitor.visit(text->buffer);
}

} // namespace ouro::vm
