// SPDX-License-Identifier: MIT
//
// What picklers and unpicklers remember: numbers of the objects that were written, and objects by the numbers under
// which they were read. Both are objects of the heap, since they may outlive one pickle.
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

extern const vm::NativeType write_memo_type, read_memo_type;

// Objects in the order in which they were written, which are thereby kept alive, so that none of them can be taken for
// another one; and an open-addressed table of them by identity.
struct WriteMemo : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static constexpr const vm::NativeType& native_type = write_memo_type;
    static constexpr uint32_t NOT_FOUND = UINT32_MAX;
    vm::Storage* table; // of numbers, each one more than it is, 0 for unused places; null while empty
    uint64_t mask;
    vm::List* objects;  // empty Values for what nobody else can refer to

    vm::Value missed;   // what find() did not find last; only compared
    uint64_t missed_at; // and its place in the table

    size_t size() const { return objects->size(); }
    uint32_t find(vm::Value value);
    // Gives `value` the next number. MemoryError.
    vm::Result<void> add(vm::VM& vm, vm::Value value);
    // Uses up a number for an object that exists only in the pickle.
    vm::Result<void> skip(vm::VM& vm);
    // Gives `value` that number, whatever the order.
    vm::Result<void> put(vm::VM& vm, vm::Value value, uint32_t number);
    void clear(vm::VM& vm);

private:
    vm::Result<void> grow(vm::VM& vm);
};

// Values by number. Numbers are dense as a rule; those of a pickle that leaves gaps stand in `sparse`, so that no
// number costs more than an entry.
struct ReadMemo : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static constexpr const vm::NativeType& native_type = read_memo_type;
    static constexpr uint64_t LARGEST_GAP = 1024;
    vm::List* dense; // empty Values where there is none
    vm::Dict* sparse; // null while there is none
    uint64_t count;  // of values: the number that MEMOIZE gives next

    // Empty when there is none.
    vm::Result<vm::Value> find(vm::VM& vm, uint64_t number) const;
    vm::Result<void> put(vm::VM& vm, uint64_t number, vm::Value value);
    void clear(vm::VM& vm);
};

WriteMemo* make_write_memo(vm::VM& vm);
ReadMemo* make_read_memo(vm::VM& vm);

} // namespace ouro::stdlib
