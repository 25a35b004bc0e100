// SPDX-License-Identifier: MIT
//
// The members of bytes, each written in the bytes_*.cpp file of its concept, gathered in one table by bytes_type.cpp.
#pragma once

#include "vm/heap.hpp"
#include "vm/model/native.hpp"
#include "vm/values/bytes.hpp"

namespace ouro::vm {

struct Type;

// --- Shared helpers ---
// The octets of a bytes-like object: TypeError "a bytes-like object is required, not 'str'".
Result<Bytes*> bytes_like(VM& vm, Value value);
// The octets [begin, end) of self; self when that is all.
Result<Bytes*> bytes_part(VM& vm, Bytes& self, size_t begin, size_t end);
// `self` itself, or the plain bytes of a subclass's instance.
Result<Bytes*> bytes_exact(VM& vm, Bytes& self);

// --- bytes_methods.cpp ---
Result<Value> bytes_new(VM& vm, Type* type, Value source, Value encoding, Value errors);
Result<Str*> bytes_dunder_repr(VM& vm, Bytes& self);
int64_t bytes_dunder_hash(Bytes& self);
int64_t bytes_dunder_len(Bytes& self);
Result<Bytes*> bytes_dunder_bytes(VM& vm, Bytes& self);
Result<Tuple*> bytes_getnewargs(VM& vm, Bytes& self);
int64_t bytes_sizeof(Bytes& self);
Value bytes_eq(Bytes& self, Value other);
Value bytes_ne(Bytes& self, Value other);
Value bytes_lt(Bytes& self, Value other);
Value bytes_le(Bytes& self, Value other);
Value bytes_gt(Bytes& self, Value other);
Value bytes_ge(Bytes& self, Value other);
Result<Value> bytes_add(VM& vm, Bytes& self, Value other);
Result<Value> bytes_mul(VM& vm, Bytes& self, Value other);
Result<Value> bytes_getitem(VM& vm, Bytes& self, Value key);
Result<Bytes*> bytes_ljust(VM& vm, Bytes& self, int64_t width, Value fill);
Result<Bytes*> bytes_rjust(VM& vm, Bytes& self, int64_t width, Value fill);
Result<Bytes*> bytes_center(VM& vm, Bytes& self, int64_t width, Value fill);
Result<Bytes*> bytes_zfill(VM& vm, Bytes& self, int64_t width);
Result<Bytes*> bytes_expandtabs(VM& vm, Bytes& self, int64_t tab_size);
Result<Bytes*> bytes_translate(VM& vm, Bytes& self, Value table, Value dropped);
Result<Bytes*> bytes_maketrans(VM& vm, Value from, Value to);
Result<Str*> bytes_decode(VM& vm, Bytes& self, std::string_view encoding, std::string_view errors);
Result<Value> bytes_fromhex(VM& vm, Type& type, Str& text);
Result<Str*> bytes_hex(VM& vm, Bytes& self, Value separator, int64_t group);

// --- bytes_format.cpp ---
Result<Value> bytes_mod(VM& vm, Bytes& self, Value arguments);
Result<Value> bytes_rmod(VM& vm, Bytes& self, Value format);

// --- bytes_iterator.cpp ---
Object* bytes_dunder_iter(VM& vm, Bytes& self);

// --- bytes_search.cpp ---
Result<int64_t> bytes_find(VM& vm, Bytes& self, Value sub, Value start, Value end);
Result<int64_t> bytes_rfind(VM& vm, Bytes& self, Value sub, Value start, Value end);
Result<int64_t> bytes_index(VM& vm, Bytes& self, Value sub, Value start, Value end);
Result<int64_t> bytes_rindex(VM& vm, Bytes& self, Value sub, Value start, Value end);
Result<int64_t> bytes_count(VM& vm, Bytes& self, Value sub, Value start, Value end);
Result<bool> bytes_contains(VM& vm, Bytes& self, Value item);
Result<bool> bytes_startswith(VM& vm, Bytes& self, Value prefix, Value start, Value end);
Result<bool> bytes_endswith(VM& vm, Bytes& self, Value suffix, Value start, Value end);
Result<Bytes*> bytes_removeprefix(VM& vm, Bytes& self, Value prefix);
Result<Bytes*> bytes_removesuffix(VM& vm, Bytes& self, Value suffix);
Result<Tuple*> bytes_partition(VM& vm, Bytes& self, Value separator);
Result<Tuple*> bytes_rpartition(VM& vm, Bytes& self, Value separator);
Result<Bytes*> bytes_strip(VM& vm, Bytes& self, Value octets);
Result<Bytes*> bytes_lstrip(VM& vm, Bytes& self, Value octets);
Result<Bytes*> bytes_rstrip(VM& vm, Bytes& self, Value octets);
Result<Bytes*> bytes_replace(VM& vm, Bytes& self, Value old, Value fresh, int64_t count);
Result<List*> bytes_split(VM& vm, Bytes& self, Value separator, int64_t limit);
Result<List*> bytes_rsplit(VM& vm, Bytes& self, Value separator, int64_t limit);
Result<List*> bytes_splitlines(VM& vm, Bytes& self, bool keep_ends);
Result<Bytes*> bytes_join(VM& vm, Bytes& self, Value iterable);

// --- bytes_case.cpp ---
Result<Bytes*> bytes_lower(VM& vm, Bytes& self);
Result<Bytes*> bytes_upper(VM& vm, Bytes& self);
Result<Bytes*> bytes_swapcase(VM& vm, Bytes& self);
Result<Bytes*> bytes_capitalize(VM& vm, Bytes& self);
Result<Bytes*> bytes_title(VM& vm, Bytes& self);
bool bytes_isalnum(Bytes& self);
bool bytes_isalpha(Bytes& self);
bool bytes_isdigit(Bytes& self);
bool bytes_isspace(Bytes& self);
bool bytes_isascii(Bytes& self);
bool bytes_islower(Bytes& self);
bool bytes_isupper(Bytes& self);
bool bytes_istitle(Bytes& self);

} // namespace ouro::vm
