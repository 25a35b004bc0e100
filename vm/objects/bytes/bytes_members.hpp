// SPDX-License-Identifier: MIT
//
// The members of bytes and bytearray, each written in the file of its concept, gathered in tables by bytes_type.cpp and
// bytearray_type.cpp. What takes Octets is in both.
#pragma once

#include "vm/heap.hpp"
#include "vm/model/native.hpp"
#include "vm/model/octets.hpp"

namespace ouro::vm {

struct Type;
class TextBuilder;

// --- bytes_methods.cpp ---
// What the arguments of bytes() and bytearray() have in common. With `name`, the class's, errors speak of it.
// The text of a source that is str, encoded; null for others without encoding and errors.
Result<Bytes*> encoded_source(VM& vm, const char* name, Value source, Value encoding, Value errors);
// How many zeros a source asks for that is an int; nothing for other sources.
Result<std::optional<int64_t>> count_for_new(VM& vm, Value source);
// How errors of what should be an iterable of ints are worded: what must be in range(0, 256); what stands before and
// behind the type of what is not iterable.
struct OctetErrors {
    const char *subject, *before_type, *behind_type;
};
// Appends the items of an iterable of ints.
Result<void> collect_octets(VM& vm, Value iterable, TextBuilder& out, const OctetErrors& errors);
Result<Value> bytes_new(VM& vm, Type* type, Value source, Value encoding, Value errors);
Result<Str*> bytes_dunder_repr(VM& vm, Octets self);
int64_t bytes_dunder_hash(Bytes& self);
int64_t bytes_dunder_len(Octets self);
Result<Object*> bytes_dunder_bytes(VM& vm, Bytes& self);
Result<Tuple*> bytes_getnewargs(VM& vm, Bytes& self);
int64_t bytes_sizeof(Bytes& self);
Result<Value> bytes_eq(VM& vm, Octets self, Value other);
Result<Value> bytes_ne(VM& vm, Octets self, Value other);
Result<Value> bytes_lt(VM& vm, Octets self, Value other);
Result<Value> bytes_le(VM& vm, Octets self, Value other);
Result<Value> bytes_gt(VM& vm, Octets self, Value other);
Result<Value> bytes_ge(VM& vm, Octets self, Value other);
Result<Value> bytes_add(VM& vm, Octets self, Value other);
Result<Value> bytes_mul(VM& vm, Octets self, Value other);
Result<Value> bytes_getitem(VM& vm, Octets self, Value key);
Result<Object*> bytes_ljust(VM& vm, Octets self, int64_t width, Value fill);
Result<Object*> bytes_rjust(VM& vm, Octets self, int64_t width, Value fill);
Result<Object*> bytes_center(VM& vm, Octets self, int64_t width, Value fill);
Result<Object*> bytes_zfill(VM& vm, Octets self, int64_t width);
Result<Object*> bytes_expandtabs(VM& vm, Octets self, int64_t tab_size);
Result<Object*> bytes_translate(VM& vm, Octets self, Value table, Value dropped);
Result<Bytes*> bytes_maketrans(VM& vm, Value from, Value to);
Result<Str*> bytes_decode(VM& vm, Octets self, std::string_view encoding, std::string_view errors);
Result<Value> bytes_fromhex(VM& vm, Type& type, Value text);
Result<Str*> bytes_hex(VM& vm, Octets self, Value separator, int64_t group);

// --- bytes_format.cpp ---
Result<Value> bytes_mod(VM& vm, Octets self, Value arguments);
Result<Value> bytes_rmod(VM& vm, Octets self, Value format);

// --- bytes_iterator.cpp ---
Object* bytes_dunder_iter(VM& vm, Bytes& self);
Object* bytearray_dunder_iter(VM& vm, ByteArray& self);

// --- bytearray_methods.cpp ---
Result<Value> bytearray_new(VM& vm, Type* type, Args, Kwargs);
Result<void> bytearray_init(VM& vm, ByteArray& self, Value source, Value encoding, Value errors);
Result<void> bytearray_setitem(VM& vm, ByteArray& self, Value key, Value value);
Result<void> bytearray_delitem(VM& vm, ByteArray& self, Value key);
Result<Value> bytearray_iadd(VM& vm, ByteArray& self, Value other);
Result<Value> bytearray_imul(VM& vm, ByteArray& self, Value other);
Result<void> bytearray_append_method(VM& vm, ByteArray& self, Value item);
Result<void> bytearray_extend(VM& vm, ByteArray& self, Value iterable);
Result<void> bytearray_insert(VM& vm, ByteArray& self, int64_t index, Value item);
Result<Value> bytearray_pop(VM& vm, ByteArray& self, int64_t index);
Result<void> bytearray_remove(VM& vm, ByteArray& self, Value value);
Result<void> bytearray_clear(VM& vm, ByteArray& self);
Result<ByteArray*> bytearray_copy(VM& vm, ByteArray& self);
void bytearray_reverse(ByteArray& self);
Result<void> bytearray_resize_method(VM& vm, ByteArray& self, int64_t size);
int64_t bytearray_alloc(ByteArray& self);
int64_t bytearray_sizeof(ByteArray& self);
Result<Tuple*> bytearray_reduce(VM& vm, ByteArray& self);
Result<Tuple*> bytearray_reduce_ex(VM& vm, ByteArray& self, int64_t protocol);

// --- bytes_search.cpp ---
Result<int64_t> bytes_find(VM& vm, Octets self, Value sub, Value start, Value end);
Result<int64_t> bytes_rfind(VM& vm, Octets self, Value sub, Value start, Value end);
Result<int64_t> bytes_index(VM& vm, Octets self, Value sub, Value start, Value end);
Result<int64_t> bytes_rindex(VM& vm, Octets self, Value sub, Value start, Value end);
Result<int64_t> bytes_count(VM& vm, Octets self, Value sub, Value start, Value end);
Result<bool> bytes_contains(VM& vm, Octets self, Value item);
Result<bool> bytes_startswith(VM& vm, Octets self, Value prefix, Value start, Value end);
Result<bool> bytes_endswith(VM& vm, Octets self, Value suffix, Value start, Value end);
Result<Object*> bytes_removeprefix(VM& vm, Octets self, Value prefix);
Result<Object*> bytes_removesuffix(VM& vm, Octets self, Value suffix);
Result<Tuple*> bytes_partition(VM& vm, Octets self, Value separator);
Result<Tuple*> bytes_rpartition(VM& vm, Octets self, Value separator);
Result<Object*> bytes_strip(VM& vm, Octets self, Value octets);
Result<Object*> bytes_lstrip(VM& vm, Octets self, Value octets);
Result<Object*> bytes_rstrip(VM& vm, Octets self, Value octets);
Result<Object*> bytes_replace(VM& vm, Octets self, Value old, Value fresh, int64_t count);
Result<List*> bytes_split(VM& vm, Octets self, Value separator, int64_t limit);
Result<List*> bytes_rsplit(VM& vm, Octets self, Value separator, int64_t limit);
Result<List*> bytes_splitlines(VM& vm, Octets self, bool keep_ends);
Result<Object*> bytes_join(VM& vm, Octets self, Value iterable);

// --- bytes_case.cpp ---
Result<Object*> bytes_lower(VM& vm, Octets self);
Result<Object*> bytes_upper(VM& vm, Octets self);
Result<Object*> bytes_swapcase(VM& vm, Octets self);
Result<Object*> bytes_capitalize(VM& vm, Octets self);
Result<Object*> bytes_title(VM& vm, Octets self);
bool bytes_isalnum(Octets self);
bool bytes_isalpha(Octets self);
bool bytes_isdigit(Octets self);
bool bytes_isspace(Octets self);
bool bytes_isascii(Octets self);
bool bytes_islower(Octets self);
bool bytes_isupper(Octets self);
bool bytes_istitle(Octets self);

} // namespace ouro::vm
