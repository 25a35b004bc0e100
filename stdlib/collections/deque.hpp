// SPDX-License-Identifier: MIT
//
// collections.deque: a ring of Values that grows. Part of module collections; deque.cpp has the ring and the methods
// that change it, deque_type.cpp the others and the type.
#pragma once

#include "stdlib/collections/collections.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

struct Deque : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static constexpr const vm::NativeType& native_type = deque_type;
    vm::Storage* ring; // null while the capacity is 0
    uint64_t capacity; // 0 or a power of two
    uint64_t first;    // place of the first item
    uint64_t length;
    int64_t max_length; // -1: none
    uint64_t version;  // changes with every change of the items' places: iterators raise

    size_t size() const { return length; }
    vm::Value& operator[](size_t index) { return ring->values()[(first + index) & (capacity - 1)]; }
};

Deque* make_deque(vm::VM& vm, int64_t max_length);
vm::Result<void> deque_append(vm::VM& vm, Deque& self, vm::Value value);
vm::Result<void> deque_append_left(vm::VM& vm, Deque& self, vm::Value value);
vm::Value deque_take_first(Deque& self); // not from an empty one
vm::Value deque_take_last(Deque& self);
vm::Result<void> deque_extend(vm::VM& vm, Deque& self, vm::Value iterable);
vm::Result<void> deque_extend_left(vm::VM& vm, Deque& self, vm::Value iterable);
vm::Result<void> deque_insert(vm::VM& vm, Deque& self, int64_t position, vm::Value value);
void deque_remove_at(Deque& self, size_t position);
void deque_rotate(Deque& self, int64_t steps);
void deque_clear(Deque& self);
vm::Result<Deque*> deque_copy(vm::VM& vm, Deque& self);
// The items repeated `times` times in all, within the maximum length.
vm::Result<void> deque_repeat(vm::VM& vm, Deque& self, int64_t times);

} // namespace ouro::stdlib
