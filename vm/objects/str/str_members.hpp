// SPDX-License-Identifier: MIT
//
// The members of str, each written in the str_*.cpp file of its concept, gathered in one table by str_type.cpp; and the
// helpers that these files, and those of bytes, share.
#pragma once

#include "vm/heap.hpp"
#include "vm/model/native.hpp"
#include "vm/values/str.hpp"

namespace ouro::vm {

struct Type;

// --- Shared helpers ---
// A position given to find() and friends: None or empty gives `otherwise`; huge ints are clamped.
Result<int64_t> slice_position(VM& vm, Value value, int64_t otherwise);
// The bytes [begin, end) of self.
Result<Str*> str_part(VM& vm, Str& self, size_t begin, size_t end);
// Fills `total` bytes, a multiple of unit's size, with copies of unit.
void fill_repeated(char* out, std::string_view unit, size_t total);
// A list or tuple with the items of the argument of join().
Result<Value> join_items_of(VM& vm, Value iterable);

// --- str_methods.cpp ---
Result<Value> str_new(VM& vm, Type* type, Value object, Value encoding, Value errors);
Result<Str*> str_dunder_str(VM& vm, Str& self);
Result<Str*> str_dunder_repr(VM& vm, Str& self);
int64_t str_dunder_hash(Str& self);
int64_t str_dunder_len(Str& self);
Tuple* str_getnewargs(VM& vm, Str& self);
int64_t str_sizeof(Str& self);
Value str_eq(Str& self, Value other);
Value str_ne(Str& self, Value other);
Value str_lt(Str& self, Value other);
Value str_le(Str& self, Value other);
Value str_gt(Str& self, Value other);
Value str_ge(Str& self, Value other);
Result<Value> str_add(VM& vm, Str& self, Value other);
Result<Value> str_mul(VM& vm, Str& self, Value other);
Result<Value> str_getitem(VM& vm, Str& self, Value key);
Result<Str*> str_ljust(VM& vm, Str& self, int64_t width, Value fill);
Result<Str*> str_rjust(VM& vm, Str& self, int64_t width, Value fill);
Result<Str*> str_center(VM& vm, Str& self, int64_t width, Value fill);
Result<Str*> str_zfill(VM& vm, Str& self, int64_t width);
Result<Str*> str_expandtabs(VM& vm, Str& self, int64_t tab_size);
Result<Str*> str_translate(VM& vm, Str& self, Value table);
Result<Dict*> str_maketrans(VM& vm, Value x, Value y, Value z);
Result<Bytes*> str_encode(VM& vm, Str& self, std::string_view encoding, std::string_view errors);

// --- str_format.cpp ---
Result<Str*> str_dunder_format(VM& vm, Str& self, Str& specification);
Result<Str*> str_format(VM& vm, Str& self, Args arguments, Kwargs keywords);
Result<Str*> str_format_map(VM& vm, Str& self, Value mapping);
Result<Value> str_mod(VM& vm, Str& self, Value arguments);
Result<Value> str_rmod(VM& vm, Str& self, Value format);

// --- str_iterator.cpp ---
Object* str_dunder_iter(VM& vm, Str& self);

// --- str_search.cpp ---
Result<int64_t> str_find(VM& vm, Str& self, Str& sub, Value start, Value end);
Result<int64_t> str_rfind(VM& vm, Str& self, Str& sub, Value start, Value end);
Result<int64_t> str_index(VM& vm, Str& self, Str& sub, Value start, Value end);
Result<int64_t> str_rindex(VM& vm, Str& self, Str& sub, Value start, Value end);
Result<int64_t> str_count(VM& vm, Str& self, Str& sub, Value start, Value end);
Result<bool> str_contains(VM& vm, Str& self, Value item);
Result<bool> str_startswith(VM& vm, Str& self, Value prefix, Value start, Value end);
Result<bool> str_endswith(VM& vm, Str& self, Value suffix, Value start, Value end);
Result<Str*> str_removeprefix(VM& vm, Str& self, Str& prefix);
Result<Str*> str_removesuffix(VM& vm, Str& self, Str& suffix);
Result<Tuple*> str_partition(VM& vm, Str& self, Value separator);
Result<Tuple*> str_rpartition(VM& vm, Str& self, Value separator);
Result<Str*> str_strip(VM& vm, Str& self, Value characters);
Result<Str*> str_lstrip(VM& vm, Str& self, Value characters);
Result<Str*> str_rstrip(VM& vm, Str& self, Value characters);
Result<Str*> str_replace(VM& vm, Str& self, Str& old, Str& fresh, int64_t count);

// --- str_split.cpp ---
Result<List*> str_split(VM& vm, Str& self, Value separator, int64_t limit);
Result<List*> str_rsplit(VM& vm, Str& self, Value separator, int64_t limit);
Result<List*> str_splitlines(VM& vm, Str& self, bool keep_ends);
Result<Str*> str_join(VM& vm, Str& self, Value iterable);

// --- str_case.cpp ---
Result<Str*> str_lower(VM& vm, Str& self);
Result<Str*> str_upper(VM& vm, Str& self);
Result<Str*> str_casefold(VM& vm, Str& self);
Result<Str*> str_swapcase(VM& vm, Str& self);
Result<Str*> str_capitalize(VM& vm, Str& self);
Result<Str*> str_title(VM& vm, Str& self);
bool str_isalnum(Str& self);
bool str_isalpha(Str& self);
bool str_isdecimal(Str& self);
bool str_isdigit(Str& self);
bool str_isnumeric(Str& self);
bool str_isspace(Str& self);
bool str_isprintable(Str& self);
bool str_isascii(Str& self);
bool str_isidentifier(Str& self);
bool str_islower(Str& self);
bool str_isupper(Str& self);
bool str_istitle(Str& self);

} // namespace ouro::vm
