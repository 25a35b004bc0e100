// SPDX-License-Identifier: MIT
//
// What abstract classes and generic functions have found out about classes: a table by class that keeps none of them
// alive. It is part of an object, which names it in its `visit` and in what it gives to WeakReferences::add_table. Like
// the engine's own tables it is weak in full collections only, so nothing is due when a class dies.
#pragma once

#include "vm/heap.hpp"
#include "vm/type.hpp"

namespace ouro::stdlib {

class ClassTable {
public:
    // What was stored for the class, or empty.
    vm::Value find(const vm::Type* cls) const {
        if (!m_slots)
            return {};
        for (size_t i = first_place(cls);; i = (i + 1) & m_mask) {
            const Slot& slot = slots()[i];
            if (slot.cls == cls)
                return slot.value;
            if (!slot.cls)
                return {};
        }
    }
    // `owner` is the object that the table is part of. Errors: there is no memory.
    vm::Result<void> set(vm::VM& vm, vm::Object* owner, vm::Type* cls, vm::Value value);
    void clear() { *this = {}; }

    void visit(vm::Visitor& visitor);
    void drop_dead(const vm::Heap& heap);

private:
    struct Slot {
        vm::Type* cls; // null: free; DEAD: of a class that was collected
        vm::Value value;
    };
    static vm::Type* dead() { return reinterpret_cast<vm::Type*>(1); }

    Slot* slots() const { return reinterpret_cast<Slot*>(m_slots->values()); }
    size_t first_place(const vm::Type* cls) const {
        return (reinterpret_cast<uintptr_t>(cls) * 0x9E3779B97F4A7C15 >> 32) & m_mask;
    }
    Slot& place_of(const vm::Type* cls) const;
    vm::Result<void> make_room(vm::VM& vm, vm::Object* owner);

    vm::Storage* m_slots; // null: nothing was stored yet
    uint32_t m_mask;      // their number, a power of two, less one
    uint32_t m_used;      // the dead included
};

} // namespace ouro::stdlib
