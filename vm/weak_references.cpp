// SPDX-License-Identifier: MIT
//
// The table of weak references: entered by the types in stdlib/weakref/, cleared by the collector. So are the tables of
// objects that know others weakly.
#include "vm/weak_references.hpp"

#include "vm/vm.hpp"

#include <algorithm>
#include <new>

namespace ouro::vm {

void WeakReference::visit(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<WeakReference*>(object)->callback);
}

WeakReferences& weak_references(VM& vm) {
    if (!vm.weak_references)
        vm.weak_references = std::make_unique<WeakReferences>(vm);
    return *vm.weak_references;
}

WeakReference* WeakReferences::first(Object* target) const {
    auto found = m_first.find(target);
    return found == m_first.end() ? nullptr : found->second;
}

void WeakReferences::add(WeakReference& reference, WeakReference* behind) {
    WeakReference*& before = behind ? behind->next : m_first[reference.target];
    try {
        m_young.push_back(&reference);
    } catch (const std::bad_alloc&) {
        if (!before && !behind)
            m_first.erase(reference.target);
        throw;
    }
    reference.previous = behind;
    reference.next = before;
    before = &reference;
    if (reference.next)
        reference.next->previous = &reference;
}

void WeakReferences::unlink(WeakReference& reference) {
    if (reference.next)
        reference.next->previous = reference.previous;
    if (reference.previous)
        reference.previous->next = reference.next;
    else if (reference.next)
        m_first[reference.target] = reference.next;
    else
        m_first.erase(reference.target);
    reference.previous = reference.next = nullptr;
}

void WeakReferences::forget(WeakReference& reference) {
    if (!reference.target)
        return;
    unlink(reference);
    reference.target = nullptr;
    reference.callback = {};
}

// Forgets the references that are dead, or were cleared.
void WeakReferences::drop_dead(Heap& heap, std::vector<WeakReference*>& references) {
    std::erase_if(references, [&](WeakReference* reference) {
        if (!heap.is_marked(reference)) {
            if (reference->target)
                unlink(*reference);
            return true;
        }
        return !reference->target;
    });
}

void WeakReferences::queue_callback(WeakReference& reference) {
    (m_first_due ? m_last_due->next : m_first_due) = &reference;
    m_last_due = &reference;
}

void WeakReferences::clear_all(Heap& heap, Object* target) {
    WeakReference* reference = m_first[target];
    m_first.erase(target);
    bool is_called_back = false;
    while (reference) {
        WeakReference* next = reference->next;
        reference->previous = reference->next = nullptr;
        reference->target = nullptr;
        if (reference->callback) {
            queue_callback(*reference);
            is_called_back = true;
        }
        reference = next;
    }
    if (is_called_back)
        heap.withhold(target);
}

void WeakReferences::clear_dead_targets(Heap& heap, std::vector<WeakReference*>& references) {
    std::erase_if(references, [&](WeakReference* reference) {
        if (reference->target && !heap.is_marked(reference->target))
            clear_all(heap, reference->target);
        return !reference->target;
    });
}

void WeakReferences::clear_tables(const Heap& heap, bool full) {
    std::erase_if(m_tables, [&](const Table& table) {
        bool is_living = heap.is_marked(table.owner);
        if (is_living && full)
            table.drop_dead(heap, table.owner);
        return !is_living;
    });
}

void WeakReferences::after_marking(Heap& heap, bool full) {
    if (full)
        drop_dead(heap, m_old);
    drop_dead(heap, m_young);
    if (full)
        clear_dead_targets(heap, m_old);
    clear_dead_targets(heap, m_young);
    clear_tables(heap, full);
    try {
        m_old.insert(m_old.end(), m_young.begin(), m_young.end());
        m_young.clear();
    } catch (const std::bad_alloc&) { // then young collections look at more than they need
    }
    if (m_first_due)
        m_vm.request_safepoint(SAFEPOINT_FINALIZERS);
}

void WeakReferences::visit(Visitor& visitor) {
    for (WeakReference* reference = m_first_due; reference; reference = reference->next)
        visitor.visit(reference);
}

} // namespace ouro::vm
