// SPDX-License-Identifier: MIT
//
// The collector. heap.hpp says what the heap promises; this is how it keeps it.
//
// Memory. Blocks of one page, aligned to its size, hold cells of one size class behind a header with the mark bits. An
// object above LARGEST_SMALL has a block of its own, of as many pages as needed. So the header of any object is found
// by masking its address, and the page map answers whether an arbitrary word points into the heap (page_heap.hpp).
//
// Marks are sticky. A young collection keeps the marks of the survivors of earlier ones, starts from the roots and the
// remembered objects, and stops at marked ones. A full collection clears all marks first.
//
// Large objects. A program that makes strings of 300 KB leaves megabytes of garbage in no time, and memory that was
// used just now is several times as fast as memory that was not. So they bring on young collections of their own: as
// soon as filling them took some times as long as the last collection (its steps, m_large_budget), mostly after a
// megabyte. A collection always meets the last one or two of them alive in some register; if these became old at once,
// they would pile up until a full collection. Therefore a large object ages: it is marked for good only by the second
// collection that it survives. Until then it is unmarked between collections, and each old object that refers to it
// stays remembered, so that the next young collection comes by again.
//
// Sweeping is lazy: after marking, each size class is swept block by block when its free list runs dry. Until a block
// is swept its unmarked cells are dead though they look like objects; everything that enumerates cells asks
// is_live(). After a young collection the search for free cells begins where it began before: blocks found full are
// left out (first_to_sweep), and those that it had not come to yet wait for it still.
#include "vm/heap.hpp"

#include "vm/block.hpp"
#include "vm/type.hpp"
#include "vm/vm.hpp"
#include "vm/weak_references.hpp"

#include <algorithm>
#include <bit>
#include <new>
#include <span>

// Native stacks are read word by word: red zones included, and while a thread in a BlockingScope writes into its own
// frame, where it can only put what is no reference (vm/thread.hpp).
#define OURO_READS_STACKS __attribute__((no_sanitize("address"), no_sanitize("thread")))

namespace ouro::vm {

namespace {

constexpr size_t YOUNG_BYTES = 8 * 1024 * 1024; // allocation between two collections, at least
constexpr size_t GRACE_BYTES = 256 * 1024;      // granted beyond the limit after each MemoryError
constexpr size_t LARGEST_GRACE = 1024 * 1024;   // in all
constexpr size_t KEPT_BYTES = 32 * 1024 * 1024; // of free memory, at least: for reuse
constexpr size_t LEAST_LARGE_BUDGET = 1024 * 1024;
constexpr size_t BYTES_PER_STEP = 1024; // of large objects, which take as long to fill as one step of a collection

constexpr size_t IDLE_COLLECTIONS = 4; // after which free memory beyond KEPT_BYTES goes back to the system
constexpr size_t RESERVE_PAGES = 32;   // of each part of the reserve

// The pages that a large object of so many bytes takes.
size_t pages_for(size_t bytes) { return (bytes + Block::HEADER_BYTES + Block::BYTES - 1) / Block::BYTES; }

} // namespace

static bool is_used_up(std::span<Block* const> reserve) {
    return std::ranges::none_of(reserve, [](Block* part) { return part; });
}

Heap::Heap(VM& vm) : m_vm(vm), m_large_budget(LEAST_LARGE_BUDGET) { refill_reserve(); }

// --- Allocation ---------------------------------------------------------------------------------------------------

// Even the reserve is used up, or does not help: natives that make masses of small objects without ever asking for room
// (Heap::reserve) come here, and tables that grow large where nobody can raise. Nothing has been changed yet, so the
// script gets MemoryError, as it does when the system refuses a C++ container its memory (vm/run/enter.cpp).
[[noreturn]] static void out_of_memory() { throw std::bad_alloc(); }

// True when all parts of the reserve are there.
bool Heap::refill_reserve() {
    for (Block*& part : m_reserve) {
        if (!part)
            part = m_pages.allocate(RESERVE_PAGES, RESERVE_PAGES).memory;
        if (!part)
            return false;
        part->cell_bytes = GRANULE; // of which there are none: no address leads to an object
        part->cell_count = 0;
    }
    return true;
}

// Uses a part of the reserve, and has MemoryError raised at the next safepoint. False when nothing is left of it.
bool Heap::tap_reserve() {
    m_vm.request_safepoint(SAFEPOINT_MEMORY);
    m_is_refused = true;
    for (Block*& part : m_reserve) {
        if (part) {
            m_pages.release(part, RESERVE_PAGES);
            part = nullptr;
            return true;
        }
    }
    return false;
}

// No collection here: the caller is amid its search for free cells.
PageHeap::Run Heap::allocate_pages(size_t pages, size_t clear_from) {
    PageHeap::Run run = m_pages.allocate(pages, clear_from);
    if (run.memory) [[likely]]
        return run;
    while (!run.memory) {
        if (pages > RESERVE_PAGES || !tap_reserve())
            out_of_memory();
        run = m_pages.allocate(pages, clear_from);
    }
    return run;
}

void Heap::expect(bool has_room) {
    if (!has_room) [[unlikely]]
        tap_reserve();
}

Block* Heap::new_block(unsigned index) {
    expect(m_classes[index].blocks.grow_ahead());
    PageHeap::Run run = allocate_pages(1, 1);
    Block* block = run.memory;
    block->heap = this;
    block->cell_bytes = uint32_t(class_bytes(index));
    block->cell_count = uint32_t((Block::BYTES - Block::HEADER_BYTES) / block->cell_bytes);
    block->page_count = 1;
    block->handed_out = run.is_zero ? 0 : block->cell_count;
    block->needs_sweep = !run.is_zero; // nothing is marked: all cells go to the free list
    block->clear_marks();
    if (!m_classes[index].blocks.push(block)) {
        m_pages.release(block, 1);
        out_of_memory();
    }
    return block;
}

// Puts the unmarked cells of a block on the free list of its class; returns their number.
size_t Heap::sweep_block(Block& block) {
    block.needs_sweep = false;
    size_t marked = 0;
    for (uint64_t word : block.marks)
        marked += size_t(std::popcount(word));
    if (marked == block.cell_count)
        return 0;
    unsigned index = size_class(block.cell_bytes);
    Object* free = m_free[index];
    for (size_t i = block.cell_count; i-- > 0;) {
        Object* cell = block.cell(i);
        if (block.is_marked(cell))
            continue;
        cell->kind = Kind::Free;
        cell->shape = reinterpret_cast<Shape*>(free);
        free = cell;
    }
    m_free[index] = free;
    return block.cell_count - marked;
}

// Puts the next cells of a new block, about a page, on the free list: memory is not touched before it is used. False
// when there are none.
bool Block::hand_out_cells(Object*& free) {
    if (handed_out >= cell_count)
        return false;
    uint32_t first = handed_out;
    handed_out = std::min<uint32_t>(cell_count, first + std::max<uint32_t>(1, 4096 / cell_bytes));
    for (uint32_t i = handed_out; i-- > first;) {
        cell(i)->shape = reinterpret_cast<Shape*>(free);
        free = cell(i);
    }
    return true;
}

// Gets free cells for a size class from a block not yet swept or a new one.
void Heap::refill(unsigned index) {
    SizeClass& size = m_classes[index];
    while (size.next_to_sweep < size.blocks.size()) {
        Block& block = *size.blocks[size.next_to_sweep++];
        if (!block.needs_sweep)
            continue;
        if (size_t freed = sweep_block(block)) {
            m_allocated_since += freed * block.cell_bytes;
            return;
        }
        if (size.first_to_sweep == size.next_to_sweep - 1)
            size.first_to_sweep++;
    }
    if (!size.blocks.is_empty() && size.blocks.back()->hand_out_cells(m_free[index]))
        return;
    if (m_bytes + Block::BYTES > m_limit)
        m_vm.request_safepoint(SAFEPOINT_MEMORY);
    Block* block = new_block(index);
    size.next_to_sweep = size.blocks.size();
    m_bytes += Block::BYTES;
    m_allocated_since += Block::BYTES;
    if (!block->hand_out_cells(m_free[index]))
        sweep_block(*block);
}

void Heap::collect_if_due() {
    if (!m_enabled || m_collecting)
        return;
    if (m_is_refused && is_used_up(m_reserve)) [[unlikely]] {
        collect(true);
    } else if (m_stress) {
        collect(m_collections % 64 == 0);
    } else if (m_allocated_since >= young_bytes() || m_large_since >= m_large_budget) {
        collect(m_marked_bytes > 2 * m_live_after_full + YOUNG_BYTES);
    }
}

Object* Heap::allocate_slow(size_t bytes, bool cleared) {
    if (bytes > LARGEST_SMALL)
        return allocate_large(bytes, cleared ? 0 : bytes + Block::BYTES);
    unsigned index = size_class(bytes);
    if (m_stress || !m_free[index])
        collect_if_due();
    if (!m_free[index])
        refill(index);
    Object* cell = pop_free(index);
    if (cleared)
        std::memset(static_cast<void*>(cell), 0, class_bytes(index));
    return cell;
}

// Large objects begin at changing distances from the beginnings of pages: copying between addresses that differ by
// about a multiple of 4096 is many times slower, because the processor takes loads for loads of what was just stored.
size_t Heap::next_object_offset(size_t slack) {
    constexpr size_t STEP = 512, COLOURS = 8, STRIDE = 5;
    m_colour = (m_colour + STRIDE) % COLOURS;
    size_t offset = m_colour * STEP;
    while (offset > slack)
        offset = offset / 2 & ~size_t(63);
    return Block::HEADER_BYTES + offset;
}

// Would so many bytes, or pages, more be within the limit and to be had? Collects before it says no.
static bool make_room(Heap& heap, size_t bytes, size_t pages, size_t limit) {
    auto has_room = [&] {
        return bytes <= limit && heap.bytes_in_use() <= limit - bytes && heap.pages().prepare(pages);
    };
    if (has_room()) [[likely]]
        return true;
    heap.collect(true);
    return has_room();
}

// The first `dirty_bytes` are not cleared.
Object* Heap::allocate_large(size_t bytes, size_t dirty_bytes) {
    collect_if_due();
    expect(m_young_large.grow_ahead() && m_old_large.grow_ahead());
    size_t pages = pages_for(bytes);
    // What no part of the reserve can serve is charged ahead also where nobody has called reserve().
    size_t limit = std::max(m_limit, m_limit + LARGEST_GRACE); // there may be none
    if (pages > RESERVE_PAGES && !make_room(*this, bytes, pages, limit)) [[unlikely]]
        out_of_memory();
    size_t clear_from = dirty_bytes / Block::BYTES;
    PageHeap::Run run = allocate_pages(pages, clear_from);
    Block* block = run.memory;
    block->heap = this;
    block->cell_bytes = 0;
    block->cell_count = 1;
    block->object_offset = uint32_t(next_object_offset(pages * Block::BYTES - Block::HEADER_BYTES - bytes));
    block->needs_sweep = false;
    block->is_reached = false;
    block->age = 0;
    block->page_count = pages;
    block->clear_marks();
    std::memset(static_cast<void*>(block->large_object()), 0, sizeof(Object));
    if (!m_young_large.push(block)) {
        m_pages.release(block, pages);
        out_of_memory();
    }
    charge_large(pages);
    return block->large_object();
}

void Heap::charge_large(size_t pages) {
    m_bytes += pages * Block::BYTES;
    m_allocated_since += pages * Block::BYTES;
    m_large_since += pages * Block::BYTES;
}

size_t Heap::young_bytes() const { return std::max(YOUNG_BYTES, m_live_after_full / 4); }

size_t Heap::storage_capacity(Storage* storage, size_t bytes) const {
    size_t total = sizeof(Storage) + bytes;
    if (total <= LARGEST_SMALL)
        return class_bytes(size_class(total)) - sizeof(Storage);
    const Block* block = Block::of(storage);
    return block->page_count * Block::BYTES - block->object_offset - sizeof(Storage);
}

Storage* Heap::as_storage(Object* cell, size_t bytes) const {
    auto* storage = static_cast<Storage*>(cell);
    storage->kind = Kind::Storage;
    storage->shape = reinterpret_cast<Shape*>(storage_capacity(storage, bytes));
    return storage;
}

Storage* Heap::make_storage(size_t bytes, bool cleared) {
    size_t total = sizeof(Storage) + bytes;
    return as_storage(cleared ? allocate(total) : make_raw<Storage>(nullptr, total), bytes);
}

// Lengthens the storage of a large block where it lies; false when it can't.
bool Heap::extend_storage(Storage* storage, size_t bytes, bool cleared) {
    if (sizeof(Storage) + storage->capacity_bytes() <= LARGEST_SMALL || m_limit != SIZE_MAX)
        return false;
    Block* block = Block::of(storage);
    size_t wanted = (block->object_offset + sizeof(Storage) + bytes + Block::BYTES - 1) / Block::BYTES;
    if (wanted > block->page_count && !m_pages.extend(block, block->page_count, wanted, cleared))
        return false;
    charge_large(wanted - block->page_count);
    if (block->age >= Block::OLD_AGE)
        m_marked_bytes += (wanted - block->page_count) * Block::BYTES;
    block->page_count = wanted;
    storage->shape = reinterpret_cast<Shape*>(storage_capacity(storage, bytes));
    return true;
}

Storage* Heap::grow_storage(Storage* old, size_t bytes) {
    if (old && (bytes <= old->capacity_bytes() || extend_storage(old, bytes, true)))
        return old;
    size_t kept = old ? old->capacity_bytes() : 0;
    size_t total = sizeof(Storage) + bytes;
    bool is_large = total > LARGEST_SMALL; // pages that are zero still take no memory before they are touched
    Storage* storage = is_large ? as_storage(allocate_large(total, kept), bytes) : allocate_raw_storage(bytes);
    if (old)
        std::memcpy(storage->bytes(), old->bytes(), kept);
    if (!is_large)
        std::memset(storage->bytes() + kept, 0, storage->capacity_bytes() - kept);
    return storage;
}

Result<void> Heap::reserve(size_t bytes) {
    static constexpr size_t ADDRESS_LIMIT = 1ull << 46;
    static constexpr size_t UNCHECKED = 64 * 1024;
    static constexpr size_t SLACK_PAGES = 4; // for what is rounded up, and for small objects that come first
    if (bytes <= LARGEST_SMALL || (bytes < UNCHECKED && m_limit == SIZE_MAX && !m_is_refused))
        return {};
    if (bytes > ADDRESS_LIMIT || !make_room(*this, bytes, pages_for(bytes) + SLACK_PAGES, m_limit))
        return m_vm.memory_error();
    return {};
}

// Did the system refuse memory, and a collection has not helped? Each use of a part of the reserve raises one
// MemoryError; when it is used up, every safepoint does until something is freed.
bool Heap::is_refused() {
    if (!m_is_refused)
        return false;
    m_is_refused = false;
    // A little that was found goes soon: better one MemoryError than a collection for each page.
    if (refill_reserve() && m_pages.free_bytes() > m_bytes / 16)
        return false;
    if (is_used_up(m_reserve)) {
        m_vm.request_safepoint(SAFEPOINT_MEMORY);
        m_is_refused = true;
    }
    return true;
}

bool Heap::over_limit() {
    if (is_refused())
        return true;
    if (m_bytes <= m_limit) {
        m_grace = 0;
        return false;
    }
    if (m_bytes - m_limit <= m_grace)
        return false;
    m_grace = std::min(m_bytes - m_limit + GRACE_BYTES, LARGEST_GRACE);
    return true;
}

void Heap::remember(Object* owner) {
    owner->gc &= uint8_t(~Object::OLD);
    Heap* heap = Block::of(owner)->heap;
    if (!heap->m_remembered.push(owner))
        heap->m_must_be_full = true;
}

void Heap::add_finalizable(Object* object) {
    if (object->flags & Object::FINALIZABLE)
        return;
    object->flags |= Object::FINALIZABLE;
    if (!m_finalizable.push(object))
        m_has_lost_finalizable = true;
}

bool Heap::is_marked(const Object* object) const {
    const Block* block = Block::of(object);
    return block->is_marked(object) || (!block->cell_bytes && block->is_reached);
}

void Heap::withhold(Object* object) {
    Block* block = Block::of(object);
    block->mark(object);
    m_marked_bytes += block->charged_bytes();
    object->kind = Kind::Free; // its references may dangle from now on: nobody traces or finds it
}

// --- Marking ------------------------------------------------------------------------------------------------------

void Visitor::visit_object(Object* object) {
    if (!object)
        return;
    Block* block = Block::of(object);
    if (!block->mark(object))
        return;
    if (!block->cell_bytes && block->age < Block::OLD_AGE) [[unlikely]]
        return m_heap.reach_young_large(*block, m_owner);
    m_heap.m_marked_bytes += block->charged_bytes();
    object->gc |= Object::OLD;
    m_heap.push_marked(object);
}

// A large object stays unmarked until it is old, so each reference to it comes by here.
void Heap::reach_young_large(Block& block, Object* owner) {
    block.clear_marks();
    if (owner && (m_stay_remembered.is_empty() || m_stay_remembered.back() != owner))
        stay_remembered(owner);
    if (block.is_reached)
        return;
    block.is_reached = true;
    push_marked(block.large_object());
}

// Once there was no memory for a longer stack, the system is not asked again for each object: rescan() finds what is
// left out.
void Heap::push_marked(Object* object) {
    if (m_is_mark_stack_full || !m_mark_stack.push(object)) [[unlikely]]
        m_is_mark_stack_full = true;
}

// Lists that there was no memory for: what is missing in them is found by a full collection.
void Heap::stay_remembered(Object* object) {
    if (!m_stay_remembered.push(object))
        m_must_be_full = true;
}

void Heap::visit_children(Object* object, Visitor& visitor) {
    m_steps++;
    visitor.m_owner = object;
    switch (object->kind) {
    case Kind::Storage:
    case Kind::Free:
        return;
    case Kind::Shape:
        Shape::visit(object, visitor);
        return;
    default:
        break;
    }
    visitor.visit(object->shape);
    Type* type = object->type();
    if (type->native->visit)
        type->native->visit(object, visitor);
    Type::visit_attributes(object, type, visitor);
}

void Heap::drain(Visitor& visitor) {
    do {
        while (!m_mark_stack.is_empty())
            visit_children(m_mark_stack.pop(), visitor);
    } while (m_is_mark_stack_full && rescan(visitor));
    visitor.m_owner = nullptr;
}

// There was no memory for a longer mark stack, so marked objects were left out: looks at all marked ones once more.
// Each time more of them are marked, so this ends.
bool Heap::rescan(Visitor& visitor) {
    m_is_mark_stack_full = false;
    auto visit = [&](Object* object) {
        visit_children(object, visitor);
        while (!m_mark_stack.is_empty())
            visit_children(m_mark_stack.pop(), visitor);
    };
    for (SizeClass& size : m_classes) {
        for (Block* block : size.blocks) {
            for (size_t i = 0; i < block->cell_count; i++) {
                if (block->is_marked(block->cell(i)))
                    visit(block->cell(i));
            }
        }
    }
    for (PointerList<Block>* large : {&m_young_large, &m_old_large}) {
        for (Block* block : *large) {
            if (is_marked(block->large_object()))
                visit(block->large_object());
        }
    }
    return true;
}

Object* Heap::find_object(uintptr_t address) const {
    Block* block = m_pages.find(address);
    if (!block)
        return nullptr;
    if (!block->cell_bytes)
        return address < reinterpret_cast<uintptr_t>(block->large_object()) ? nullptr : block->large_object();
    uintptr_t first = reinterpret_cast<uintptr_t>(block) + Block::HEADER_BYTES;
    if (address < first)
        return nullptr;
    size_t index = (address - first) / block->cell_bytes;
    if (index >= block->cell_count)
        return nullptr;
    Object* object = block->cell(index);
    return block->is_live(object) ? object : nullptr;
}

OURO_READS_STACKS
void Visitor::visit_conservatively(const void* first, const void* last) {
    for (auto* word = static_cast<const uintptr_t*>(first); word < static_cast<const uintptr_t*>(last); word++) {
        uintptr_t bits = *word;
        if (bits >> 48 == Value::RAISED_TAG >> 48)
            bits &= ~Value::INT_TAG;
        if (bits >> 48 || !bits)
            continue;
        if (Object* object = m_heap.find_object(bits)) {
            visit_object(object);
            m_heap.stay_remembered(object);
        }
    }
}

OURO_READS_STACKS void Heap::scan_native_stacks(Visitor& visitor) {
    for (const Thread* thread : m_vm.threads) {
        if (uintptr_t from = thread->parked_stack) {
            visitor.visit_conservatively(reinterpret_cast<const void*>(from),
                                         reinterpret_cast<const void*>(thread->native_stack_base));
        }
    }
}

void Heap::trace_roots(Visitor& visitor) {
    for (RootBase* root = m_roots; root; root = root->m_next)
        root->visit_roots(visitor);
    m_vm.visit_roots(visitor);
    scan_native_stacks(visitor);
}

// Takes the objects that nothing has reached out of `candidates`, to be finalized; until then they are alive. Those
// that have nothing to finalize any more (FINALIZABLE was taken from them) leave, too.
void Heap::queue_finalizers(PointerList<Object>& candidates, Visitor& visitor) {
    size_t kept = 0, first = m_vm.finalizer_queue.size();
    for (Object* object : candidates) {
        if (!(object->flags & Object::FINALIZABLE))
            continue;
        if (is_marked(object) || !enqueue_finalizer(object))
            candidates[kept++] = object;
    }
    candidates.truncate(kept);
    if (m_vm.finalizer_queue.size() == first)
        return;
    for (size_t i = first; i < m_vm.finalizer_queue.size(); i++)
        visitor.visit_object(m_vm.finalizer_queue[i]);
    m_vm.request_safepoint(SAFEPOINT_FINALIZERS);
}

// False when there is no memory for a longer queue: the object then waits for a later collection.
bool Heap::enqueue_finalizer(Object* object) {
    try {
        m_vm.finalizer_queue.push_back(object);
    } catch (const std::bad_alloc&) {
        return false;
    }
    object->flags &= uint8_t(~Object::FINALIZABLE);
    return true;
}

// The survivors of a young collection join the old ones. Many of them soon have nothing to finalize (coroutines that
// were reported when nobody awaited them): they leave whenever the list has doubled.
void Heap::keep_old_finalizable() {
    if (m_old_finalizable.size() + m_finalizable.size() > 2 * m_old_finalizable_kept + 1024) {
        m_old_finalizable.remove_if([](Object* object) { return !(object->flags & Object::FINALIZABLE); });
        m_old_finalizable_kept = m_old_finalizable.size() + m_finalizable.size();
    }
    for (Object* object : m_finalizable) {
        if (!m_old_finalizable.push(object))
            m_has_lost_finalizable = true;
    }
    m_finalizable.clear();
}

// There was no memory to list some finalizable objects: their flags tell.
void Heap::find_lost_finalizable() {
    m_has_lost_finalizable = false;
    m_finalizable.clear();
    m_old_finalizable.clear();
    for_each_object(
        [](void* heap, Object* object) {
            auto* self = static_cast<Heap*>(heap);
            if (object->flags & Object::FINALIZABLE && !self->m_finalizable.push(object))
                self->m_has_lost_finalizable = true;
        },
        this);
}

// --- Collection ---------------------------------------------------------------------------------------------------

void Heap::finish_sweep() {
    for (unsigned index = 0; index <= CLASS_COUNT; index++) {
        SizeClass& size = m_classes[index];
        for (; size.next_to_sweep < size.blocks.size(); size.next_to_sweep++) {
            if (size.blocks[size.next_to_sweep]->needs_sweep)
                sweep_block(*size.blocks[size.next_to_sweep]);
        }
    }
}

// Right after marking: large objects that nothing has reached go, others grow older.
void Heap::age_large_objects(bool full) {
    auto release = [&](Block* block) {
        m_bytes -= block->page_count * Block::BYTES;
        m_pages.release(block, block->page_count);
        return true;
    };
    m_young_large.remove_if([&](Block* block) {
        Object* object = block->large_object();
        if (!block->is_reached && !block->is_marked(object))
            return release(block);
        block->is_reached = false;
        block->age = uint8_t(std::min<int>(block->age + 1, Block::OLD_AGE));
        if (!block->is_marked(object) && (block->age < Block::OLD_AGE || !m_old_large.grow_ahead())) {
            block->age = uint8_t(std::min<int>(block->age, Block::OLD_AGE - 1));
            return false;
        }
        block->age = Block::OLD_AGE;
        if (block->mark(object))
            m_marked_bytes += block->charged_bytes();
        OURO_VERIFY(m_old_large.push(block)); // has grown ahead of each large object
        object->gc |= Object::OLD;
        return true;
    });
    if (full)
        m_old_large.remove_if([&](Block* block) {
            return !block->is_marked(block->large_object()) && release(block);
        });
}

// Right after marking: gives back the blocks in which nothing lives, so that any size class and large objects can use
// them. Under a memory limit the others are swept at once.
void Heap::release_empty_blocks() {
    auto is_empty = [](const Block& block) {
        return std::all_of(std::begin(block.marks), std::end(block.marks), [](uint64_t word) { return word == 0; });
    };
    for (unsigned index = 0; index <= CLASS_COUNT; index++) {
        m_classes[index].blocks.remove_if([&](Block* block) {
            if (!is_empty(*block)) {
                if (m_limit != SIZE_MAX)
                    sweep_block(*block);
                return false;
            }
            m_pages.release(block, 1);
            m_bytes -= Block::BYTES;
            return true;
        });
    }
}

// The cells of the blocks that were swept since the last collection may have died since; the other blocks wait still.
void Heap::restart_sweep(bool full) {
    for (unsigned index = 0; index <= CLASS_COUNT; index++) {
        SizeClass& size = m_classes[index];
        m_free[index] = nullptr;
        if (full)
            size.first_to_sweep = 0;
        size_t end = full ? size.blocks.size() : size.next_to_sweep;
        for (size_t i = size.first_to_sweep; i < end; i++) {
            size.blocks[i]->needs_sweep = true;
            size.blocks[i]->handed_out = size.blocks[i]->cell_count;
        }
        size.next_to_sweep = size.first_to_sweep;
    }
}

void Heap::forget_marks() {
    finish_sweep(); // dead cells are known by their missing marks only as long as the marks are there
    m_marked_bytes = 0;
    m_remembered.clear();
    for (SizeClass& size : m_classes) {
        for (Block* block : size.blocks)
            block->clear_marks();
    }
    for (Block* block : m_old_large)
        block->clear_marks();
}

void Heap::mark(bool full) {
    Visitor visitor(*this);
    for (Object* object : m_remembered) {
        object->gc |= Object::OLD;
        visit_children(object, visitor);
    }
    m_remembered.clear();
    visitor.m_owner = nullptr;
    trace_roots(visitor);
    drain(visitor);
    queue_finalizers(m_finalizable, visitor);
    keep_old_finalizable();
    if (full)
        queue_finalizers(m_old_finalizable, visitor);
    drain(visitor);
    if (m_vm.weak_references)
        m_vm.weak_references->after_marking(*this, full);
    if (full)
        clear_weak_tables();
}

// Classes know their subclasses and shapes, and the table of interned strings its strings, without keeping them alive
// for ever: a full collection takes the dead ones out. (Young ones count these references like others.)
void Heap::clear_weak_tables() {
    for (Object* holder : m_weak_holders)
        Type::drop_dead(*this, holder);
    m_weak_holders.clear();
    m_vm.drop_dead_names();
}

// The collector's own frames are no part of the stack that it scans: what earlier calls left behind in them would keep
// the dead alive.
__attribute__((noinline)) void Heap::collect(bool full) {
    if (m_collecting)
        return;
    SpilledRegisters registers;
    registers.capture();
    uintptr_t& lowest = m_vm.thread->parked_stack;
    lowest = std::min(reinterpret_cast<uintptr_t>(__builtin_frame_address(0)), reinterpret_cast<uintptr_t>(&registers));
    collect_from_parked_stacks(full);
    registers.keep();
    lowest = 0;
}

__attribute__((noinline)) void Heap::collect_from_parked_stacks(bool full) {
    m_collecting = true;
    m_collections++;
    m_steps = 0;
    full |= m_must_be_full;
    m_must_be_full = false;
    m_is_full = full;
    if (m_has_lost_finalizable)
        find_lost_finalizable();
    if (full)
        forget_marks();
    mark(full);
    age_large_objects(full);
    for (Object* object : m_stay_remembered) {
        if (object->gc & Object::OLD)
            remember(object);
    }
    m_stay_remembered.clear();
    restart_sweep(full);
    if (full)
        release_empty_blocks();
    m_pages.trim(m_limit == SIZE_MAX ? std::max(KEPT_BYTES, m_bytes / 4) : m_limit / 8, full ? 0 : IDLE_COLLECTIONS);
    for (PointerList<Object>* list : {&m_mark_stack, &m_remembered, &m_finalizable, &m_stay_remembered})
        list->release_if_large();
    m_allocated_since = 0;
    m_large_since = 0;
    if (full)
        m_live_after_full = m_marked_bytes;
    m_large_budget = std::max(LEAST_LARGE_BUDGET, m_steps * BYTES_PER_STEP);
    m_collecting = false;
}

void Heap::for_each_object(void (*function)(void*, Object*), void* context) {
    for (SizeClass& size : m_classes) {
        for (Block* block : size.blocks) {
            for (size_t i = 0; i < block->cell_count; i++) {
                if (block->is_live(block->cell(i)))
                    function(context, block->cell(i));
            }
        }
    }
    for (PointerList<Block>* large : {&m_young_large, &m_old_large}) {
        for (Block* block : *large) {
            if (block->is_live(block->large_object()))
                function(context, block->large_object());
        }
    }
}

RootBase::RootBase(Heap& heap) : m_heap(heap), m_previous(nullptr), m_next(heap.m_roots) {
    if (m_next)
        m_next->m_previous = this;
    heap.m_roots = this;
}

RootBase::~RootBase() {
    (m_previous ? m_previous->m_next : m_heap.m_roots) = m_next;
    if (m_next)
        m_next->m_previous = m_previous;
}

} // namespace ouro::vm
