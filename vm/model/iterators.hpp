// SPDX-License-Identifier: MIT
//
// The iterators of the builtin containers and functions. Each NativeType here has a `next` function, which gives the
// next item or the empty Value; vm::next calls it, and so does `__next__`, which is the same function for all of them.
#pragma once

#include "vm/model/dict.hpp"
#include "vm/model/list.hpp"
#include "vm/model/range.hpp"
#include "vm/model/set.hpp"
#include "vm/values/tuple.hpp"
#include "vm/type.hpp"

namespace ouro::vm {

// `__next__` of every native iterator: its type's `next`, with StopIteration at the end.
Result<Value> native_iterator_next(VM& vm, Value self);
// `__iter__` of iterators: self.
Value iterator_self(Value self);

// An exhausted iterator forgets what it walked over: its pointer becomes null.
struct ListIterator : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    List* list;
    uint64_t position;
};
struct ListReverseIterator : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    List* list;
    uint64_t remaining;
};
struct TupleIterator : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    Tuple* tuple;
    uint64_t position;
};
struct RangeIterator : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    int64_t current, step, remaining;
};
struct LongRangeIterator : Object { // ints of any size
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    Value current, step, remaining;
};
struct SetIterator : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    Set* set;
    uint64_t position;
    uint64_t used; // of the set when the iterator was made
    uint64_t remaining;
};

struct SequenceIterator : Object { // by __getitem__(0), (1), ... until IndexError
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    Value sequence; // empty once exhausted
    uint64_t position;
};
struct CallableIterator : Object { // iter(function, sentinel)
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    Value callable, sentinel;
};

Object* make_list_iterator(VM& vm, List& list);
Object* make_tuple_iterator(VM& vm, Tuple& tuple);
Result<Object*> make_range_iterator(VM& vm, Range& range);
Object* make_set_iterator(VM& vm, Set& set);
Object* make_sequence_iterator(VM& vm, Value sequence);
Object* make_callable_iterator(VM& vm, Value callable, Value sentinel);

// The builtin iterator classes (objects/iterator_types.cpp).
extern const NativeType reversed_type, enumerate_type, zip_type, map_type, filter_type;

} // namespace ouro::vm
