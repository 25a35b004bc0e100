// SPDX-License-Identifier: MIT
//
// The collected heap: allocation, the write barrier, roots and collection.
//
// Non-moving mark and sweep. Cells of up to LARGEST_SMALL bytes live in 16-KiB-aligned blocks of one size class each;
// larger ones have blocks of their own. The memory of blocks is PageHeap's (page_heap.hpp). Tracing is
// precise inside the heap (each kind has a visit function) and conservative on the native stack, so native code uses
// plain Values and pointers; what outlives a native frame (statics are forbidden; C++ containers, captured lambdas)
// must be a Root or be visited by its owner. Interior pointers keep their cell alive.
//
// Generational by sticky mark bits: an object that survived a collection is OLD; a young collection traces only from
// the roots and from the old objects that were stored into since (remembered by `store`). Objects that native frames
// hold count as stored into, so natives fill in what they have just made by plain assignments; stores into older
// objects go through `store` or `barrier`.
//
// Memory is charged before it is handed out. Small allocations may overdraw the limit until the next safepoint raises
// MemoryError (`over_limit`). When the system refuses memory they are served from a reserve, with the same consequence;
// when that is used up, and of what it cannot serve, std::bad_alloc, which run() makes MemoryError of: so nothing may
// be half changed over an allocation. Allocations whose size a script chooses go through `reserve` first, also each
// growth of a list or dict: so natives that collect many small objects are stopped there.
#pragma once

#include "vm/object.hpp"
#include "vm/page_heap.hpp"
#include "vm/pointer_list.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace ouro::vm {

class Heap;
class RootBase;

// Receives the references of an object while it is traced.
class Visitor {
public:
    explicit Visitor(Heap& heap) : m_heap(heap) {}
    void visit_object(Object* object); // null is allowed

    void visit(Value value) {
        if (value.is_object())
            visit_object(value.object());
    }
    template <class T>
    void visit(T* pointer) {
        visit_object(const_cast<std::remove_const_t<T>*>(pointer));
    }
    void visit(const Value* first, size_t count) {
        for (size_t i = 0; i < count; i++)
            visit(first[i]);
        count_steps(count);
    }
    // Of an object that knows others weakly: in a full collection true, and then Type::drop_dead(holder) is called
    // after marking; else, and when there is no memory, the references are to be visited like others.
    bool visit_weakly(Object* holder);
    // Is it a full collection?
    bool is_full() const;
    // Words that may or may not be live Values: native stacks, register windows.
    void visit_conservatively(const void* first, const void* last);

private:
    friend class Heap;
    void count_steps(size_t count);
    Heap& m_heap;
    Object* m_owner = nullptr; // whose references are visited; null: a root's
};

// Raw words owned by exactly one object, which visits the storage itself and what it holds. It has no type, so the
// header's word for the shape holds its size.
struct Storage : Object {
    static constexpr Kind KIND = Kind::Storage;
    Value* values() { return reinterpret_cast<Value*>(this + 1); }
    std::byte* bytes() { return reinterpret_cast<std::byte*>(this + 1); }
    size_t capacity_bytes() const { return reinterpret_cast<size_t>(shape); }
};

class Heap {
public:
    static constexpr size_t LARGEST_SMALL = 8064;
    static constexpr size_t GRANULE = 16;

    explicit Heap(VM& vm);
    Heap(const Heap&) = delete;
    Heap& operator=(const Heap&) = delete;

    // A zero-filled object of `shape`'s type with `bytes` bytes (at least sizeof(T)); header set, the rest the
    // caller's. May collect. `bytes` must be bounded by something small; else reserve() it first.
    template <class T>
    T* make(Shape* shape, size_t bytes = sizeof(T)) {
        T* object = static_cast<T*>(allocate(bytes));
        object->shape = shape;
        object->kind = T::KIND;
        return object;
    }

    // The same for objects that end in raw data, which nobody traces: only the bytes of T itself are zero.
    template <class T>
    T* make_raw(Shape* shape, size_t bytes) {
        T* object = nullptr;
        if (bytes <= LARGEST_QUICK && !m_stress) [[likely]]
            object = static_cast<T*>(pop_free(size_class(bytes)));
        if (!object) [[unlikely]]
            object = static_cast<T*>(allocate_slow(bytes, false));
        std::memset(static_cast<void*>(object), 0, sizeof(T));
        object->shape = shape;
        object->kind = T::KIND;
        return object;
    }

    // A zero-filled cell. May collect.
    Object* allocate(size_t bytes) {
        if (bytes <= LARGEST_QUICK && !m_stress) [[likely]] {
            unsigned index = size_class(bytes);
            if (Object* cell = pop_free(index)) [[likely]] {
                std::memset(static_cast<void*>(cell), 0, class_bytes(index));
                return cell;
            }
        }
        return allocate_slow(bytes, true);
    }

    // Storage for `bytes` bytes, zero-filled. Check big sizes with reserve() first.
    Storage* allocate_storage(size_t bytes) { return make_storage(bytes, true); }
    // The same, but not cleared: for owners that trace only what they have written.
    Storage* allocate_raw_storage(size_t bytes) { return make_storage(bytes, false); }

    // Storage with room for `bytes` and the old contents, zero-filled behind them; extends in place where it can.
    Storage* grow_storage(Storage* old, size_t bytes);

    // Makes room for `bytes` in the storage where it lies; false when it can't. `cleared`: the new bytes are zero.
    bool extend_storage(Storage* storage, size_t bytes, bool cleared);

    // Raises MemoryError when `bytes` more would break the limit (or could never be had).
    Result<void> reserve(size_t bytes);

    // Writes a reference into a field of an object that may be old.
    static void store(Object* owner, Value& field, Value value) {
        field = value;
        barrier(owner);
    }
    template <class T, class U>
    static void store(Object* owner, T*& field, U* value) {
        field = value;
        barrier(owner);
    }
    // To be called after writing references into `owner` in any other way (memcpy, new storage).
    static void barrier(Object* owner) {
        if (owner->gc & Object::OLD) [[unlikely]]
            remember(owner);
    }

    // `object` is finalized (VM::run_finalizers) once it is unreachable, or at the VM's end.
    void add_finalizable(Object* object);

    // Collects now. `full`: everything; else only what is young.
    void collect(bool full);

    // The object in whose cell `address` lies, or null when it is no live cell of this heap.
    Object* find_object(uintptr_t address) const;

    // While a collection clears weak references: was the object reached?
    bool is_marked(const Object* object) const;
    // The same time: keeps the cell of a dead object from being reused before the next full collection.
    void withhold(Object* object);

    PageHeap& pages() { return m_pages; }

    // Calls `function(context, object)` for each object; it must not allocate.
    void for_each_object(void (*function)(void*, Object*), void* context);

    size_t bytes_in_use() const { return m_bytes; }
    size_t collections() const { return m_collections; }
    void set_limit(size_t bytes) { m_limit = bytes; }
    size_t limit() const { return m_limit; }
    // Is so much in use that MemoryError is due? Once it was raised, some more is granted for what handles it and
    // cleans up, until usage is below the limit again.
    bool over_limit();
    void set_stress(bool stress) { m_stress = stress; }
    bool stress() const { return m_stress; }
    // While disabled (gc.disable, VM set-up) nothing is collected unless collect() is called.
    void set_enabled(bool enabled) { m_enabled = enabled; }
    bool enabled() const { return m_enabled; }

private:
    friend class RootBase;
    friend class Visitor;
    friend struct Block;

    // Size classes: steps of a granule up to 512 bytes, then of 128 bytes up to LARGEST_QUICK, then those of which a
    // few just fill a block.
    static constexpr size_t LARGEST_QUICK = 2048;
    static constexpr unsigned QUICK_COUNT = 512 / GRANULE + (LARGEST_QUICK - 512) / 128;
    static constexpr size_t FEW_PER_BLOCK[] = {2688, 3216, 4032, 5376, LARGEST_SMALL};
    static constexpr unsigned CLASS_COUNT = QUICK_COUNT + 5;
    static constexpr unsigned size_class(size_t bytes) {
        if (bytes <= 512)
            return unsigned((bytes + GRANULE - 1) / GRANULE);
        if (bytes <= LARGEST_QUICK)
            return unsigned(512 / GRANULE + (bytes - 512 + 127) / 128);
        unsigned index = 0;
        while (bytes > FEW_PER_BLOCK[index])
            index++;
        return QUICK_COUNT + 1 + index;
    }
    static constexpr size_t class_bytes(unsigned index) {
        if (index <= 512 / GRANULE)
            return index * GRANULE;
        return index <= QUICK_COUNT ? 512 + (index - 512 / GRANULE) * 128 : FEW_PER_BLOCK[index - QUICK_COUNT - 1];
    }

    // A cell of the class, or null; free cells are linked through `shape`.
    Object* pop_free(unsigned index) {
        Object* cell = m_free[index];
        if (cell) [[likely]]
            m_free[index] = reinterpret_cast<Object*>(cell->shape);
        return cell;
    }

    static void remember(Object* owner);
    Object* allocate_slow(size_t bytes, bool cleared);
    Object* allocate_large(size_t bytes, size_t dirty_bytes);
    PageHeap::Run allocate_pages(size_t pages, size_t clear_from);
    size_t next_object_offset(size_t slack);
    bool refill_reserve();
    bool tap_reserve();
    bool is_refused();
    void expect(bool has_room);
    Storage* as_storage(Object* cell, size_t bytes) const;
    Storage* make_storage(size_t bytes, bool cleared);
    void charge_large(size_t pages);
    size_t storage_capacity(Storage* storage, size_t bytes) const;
    size_t young_bytes() const;
    void refill(unsigned index);
    Block* new_block(unsigned index);
    void collect_if_due();
    size_t sweep_block(Block& block);
    void finish_sweep();
    void collect_from_parked_stacks(bool full);
    void trace_roots(Visitor& visitor);
    void scan_native_stacks(Visitor& visitor);
    void drain(Visitor& visitor);
    void visit_children(Object* object, Visitor& visitor);
    bool rescan(Visitor& visitor);
    void push_marked(Object* object);
    void stay_remembered(Object* object);
    void queue_finalizers(PointerList<Object>& candidates, Visitor& visitor);
    bool enqueue_finalizer(Object* object);
    void find_lost_finalizable();
    void clear_weak_tables();
    void keep_old_finalizable();
    void reach_young_large(Block& block, Object* owner);
    void forget_marks();
    void mark(bool full);
    void age_large_objects(bool full);
    void restart_sweep(bool full);
    void release_empty_blocks();

    struct SizeClass {
        PointerList<Block> blocks;
        size_t first_to_sweep = 0; // blocks before it were found full
        size_t next_to_sweep = 0;  // blocks between have been swept since the last collection
    };

    VM& m_vm;
    Object* m_free[CLASS_COUNT + 1] = {};
    SizeClass m_classes[CLASS_COUNT + 1];
    PageHeap m_pages;
    PointerList<Block> m_young_large; // of large objects that are not old yet
    PointerList<Block> m_old_large;
    PointerList<Object> m_mark_stack;
    PointerList<Object> m_remembered;
    PointerList<Object> m_stay_remembered; // by the collection under way: held by native frames, or owners of young
                                            // large objects
    PointerList<Object> m_finalizable;     // since the last collection
    PointerList<Object> m_old_finalizable; // survived one: only full collections look for dead ones among them
    PointerList<Object> m_weak_holders;   // of the full collection under way
    size_t m_old_finalizable_kept = 0; // how many there were when it was last cleaned up
    RootBase* m_roots = nullptr;
    size_t m_bytes = 0;               // charged: blocks' cells handed to free lists, large objects
    size_t m_marked_bytes = 0;        // of the cells that are marked: what the last collections found alive
    size_t m_live_after_full = 0;
    size_t m_allocated_since = 0;     // since the last collection
    size_t m_large_since = 0;         // of it in large objects
    size_t m_large_budget = 0;        // collect when m_large_since reaches it
    size_t m_steps = 0;               // of the collection under way: objects and references visited
    size_t m_limit = SIZE_MAX;
    size_t m_grace = 0; // beyond the limit, granted after a MemoryError
    size_t m_collections = 0;
    bool m_stress = false;
    bool m_enabled = true;
    bool m_collecting = false;
    bool m_is_full = false;              // of the collection under way
    bool m_must_be_full = false;         // of the next one: there was no memory for the lists of a young one
    bool m_has_lost_finalizable = false; // some are in no list
    bool m_is_mark_stack_full = false;
    bool m_is_refused = false; // the system has refused memory, and MemoryError is due
    size_t m_colour = 0;       // of the last large object
    static constexpr size_t RESERVE_PARTS = 4;
    Block* m_reserve[RESERVE_PARTS] = {}; // pages for small objects when the system refuses more
};

inline bool Visitor::is_full() const { return m_heap.m_is_full; }
inline bool Visitor::visit_weakly(Object* holder) { return m_heap.m_is_full && m_heap.m_weak_holders.push(holder); }

inline void Visitor::count_steps(size_t count) { m_heap.m_steps += count; }

// A reference that outlives native frames: in C++ objects that the heap doesn't see. Linked into the heap's list.
class RootBase {
public:
    RootBase(const RootBase&) = delete;
    RootBase& operator=(const RootBase&) = delete;
    virtual void visit_roots(Visitor& visitor) = 0;

protected:
    explicit RootBase(Heap& heap);
    ~RootBase();

private:
    friend class Heap;
    Heap& m_heap;
    RootBase* m_previous;
    RootBase* m_next;
};

class Root final : public RootBase {
public:
    explicit Root(Heap& heap, Value value = {}) : RootBase(heap), value(value) {}
    Value value;

private:
    void visit_roots(Visitor& visitor) override { visitor.visit(value); }
};

// A std::vector of Values that is traced while it exists: for natives that collect items before they make a list.
class RootVector final : public RootBase {
public:
    explicit RootVector(Heap& heap) : RootBase(heap) {}
    void push(Value value) { items.push_back(value); }
    size_t size() const { return items.size(); }
    Value& operator[](size_t index) { return items[index]; }
    std::vector<Value> items;

private:
    void visit_roots(Visitor& visitor) override { visitor.visit(items.data(), items.size()); }
};

} // namespace ouro::vm
