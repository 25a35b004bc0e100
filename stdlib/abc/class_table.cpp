// SPDX-License-Identifier: MIT
//
// The table by class: open addressing. It is at most half full, so that a search ends soon at a free slot.
#include "stdlib/abc/class_table.hpp"

#include "vm/vm.hpp"

#include <algorithm>
#include <bit>

namespace ouro::stdlib {

using namespace ouro::vm;

// The slot of the class, or the free one where it would stand.
ClassTable::Slot& ClassTable::place_of(const Type* cls) const {
    size_t i = first_place(cls);
    while (slots()[i].cls && slots()[i].cls != cls)
        i = (i + 1) & m_mask;
    return slots()[i];
}

// New slots without the dead ones, twice as many as needed.
Result<void> ClassTable::make_room(VM& vm, Object* owner) {
    Slot* old = m_slots ? slots() : nullptr;
    size_t old_count = old ? m_mask + size_t(1) : 0;
    auto is_living = [](const Slot& slot) { return slot.cls && slot.cls != dead(); };
    size_t living = size_t(std::count_if(old, old + old_count, is_living));
    size_t count = std::bit_ceil(4 * std::max<size_t>(living + 1, 2));
    TRY(vm.heap.reserve(count * sizeof(Slot)));
    Storage* made = vm.heap.allocate_storage(count * sizeof(Slot));
    Storage* kept = m_slots; // the collector may have found more dead ones while it made room
    Heap::store(owner, m_slots, made);
    m_mask = uint32_t(count - 1);
    m_used = 0;
    for (size_t i = 0; i < old_count; i++) {
        Slot& slot = reinterpret_cast<Slot*>(kept->values())[i];
        if (is_living(slot)) {
            place_of(slot.cls) = slot;
            m_used++;
        }
    }
    return {};
}

Result<void> ClassTable::set(VM& vm, Object* owner, Type* cls, Value value) {
    if (!m_slots || 2 * (m_used + 1) > m_mask)
        TRY(make_room(vm, owner));
    Slot& slot = place_of(cls);
    m_used += !slot.cls;
    slot = {cls, value};
    Heap::barrier(owner);
    return {};
}

void ClassTable::visit(Visitor& visitor) {
    visitor.visit(m_slots);
    for (size_t i = 0; m_slots && i <= m_mask; i++) {
        const Slot& slot = slots()[i];
        visitor.visit(slot.value);
        if (!visitor.is_full() && slot.cls != dead())
            visitor.visit(slot.cls);
    }
}

void ClassTable::drop_dead(const Heap& heap) {
    for (size_t i = 0; m_slots && i <= m_mask; i++) {
        Slot& slot = slots()[i];
        if (slot.cls && slot.cls != dead() && !heap.is_marked(slot.cls))
            slot = {dead(), {}};
    }
}

} // namespace ouro::stdlib
