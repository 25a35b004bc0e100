// SPDX-License-Identifier: MIT
//
// Weak references: what the collector knows of them. The types that scripts see are in stdlib/weakref/.
//
// Objects pay nothing: one table per VM, made with the first weak reference, leads from a referent to the references to
// it. The collection that finds a referent dead clears them all and queues their callbacks, which run at the next
// safepoint; until the next full collection the referent's cell is not reused, so nothing else has its id() when they
// run. A reference that is dead itself is forgotten, with its callback. Referents with a finalizer are alive until it
// has run and a later collection finds them dead still.
//
// A referent is older than the references to it, and what survived a collection lives until a full one: so a young
// collection looks only at the references made since the last.
#pragma once

#include "vm/object.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace ouro::vm {

class Heap;

struct WeakReference : Object {
    static constexpr Kind KIND = Kind::Native;
    Object* target;          // not traced; null once it was found dead
    WeakReference* previous; // of the same target, not traced
    WeakReference* next;     // once cleared: of those whose callbacks are due
    Value callback;       // called with the reference; empty: none
    uint64_t target_hash; // once asked for, valid beyond the target's death
    bool is_hashed;

    // For the `visit` of the types.
    static void visit(Object* object, Visitor& visitor);
};

class WeakReferences {
public:
    explicit WeakReferences(VM& vm) : m_vm(vm) {}

    // The newest reference to `target`; null when there is none. Those that are shared, because they have no callback,
    // come first.
    WeakReference* first(Object* target) const;
    // Enters a new reference, whose target and callback are set, behind another one; null: in front of all.
    void add(WeakReference& reference, WeakReference* behind);
    // Clears a reference without calling back.
    void forget(WeakReference& reference);
    bool is_empty() const { return m_first.empty(); }

    // For the collector, right after marking: clears the references to what is dead.
    void after_marking(Heap& heap, bool full);
    // Calls the callbacks that are due; their errors are reported as unraisable.
    void run_callbacks();

    // `owner` knows objects without keeping them alive: it visits them in young collections like others, and not in
    // full ones (Visitor::is_full). After the marking of each full one, `drop_dead` takes out what is not marked; so as
    // long as the owner lives.
    using DropDead = void (*)(const Heap& heap, Object* owner);
    void add_table(Object* owner, DropDead drop_dead) { m_tables.push_back({owner, drop_dead}); }

    void visit(Visitor& visitor);

private:
    struct Table {
        Object* owner;
        DropDead drop_dead;
    };
    void unlink(WeakReference& reference);
    void drop_dead(Heap& heap, std::vector<WeakReference*>& references);
    void clear_dead_targets(Heap& heap, std::vector<WeakReference*>& references);
    void clear_all(Heap& heap, Object* target);
    void clear_tables(const Heap& heap, bool full);
    void queue_callback(WeakReference& reference);

    VM& m_vm;
    std::unordered_map<Object*, WeakReference*> m_first;
    std::vector<WeakReference*> m_young; // made since the last collection
    std::vector<WeakReference*> m_old;
    std::vector<Table> m_tables;
    WeakReference* m_first_due = nullptr; // cleared, with callbacks to call: a list, since collections get no memory
    WeakReference* m_last_due = nullptr;
};

// Those of the VM, made when they are needed first.
WeakReferences& weak_references(VM& vm);

} // namespace ouro::vm
