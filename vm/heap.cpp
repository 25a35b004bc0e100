// SPDX-License-Identifier: MIT
//
// The collector. heap.hpp says what the heap promises; this is how it keeps it.
//
// Memory. Blocks of 16 KiB, aligned to their size, hold cells of one size class behind a header with the mark bits. An
// object above LARGEST_SMALL has a block of its own, as long as needed. So the header of any object is found by masking
// its address, and a hash table from 16-KiB pages to blocks answers whether an arbitrary word points into the heap.
//
// Marks are sticky. A young collection keeps the marks of the survivors of earlier ones, starts from the roots and the
// remembered objects, and stops at marked ones. A full collection clears all marks first.
//
// Sweeping is lazy: after marking, each size class is swept block by block when its free list runs dry. Until a block
// is swept its unmarked cells are dead though they look like objects; everything that enumerates cells asks
// is_live().
#include "vm/heap.hpp"

#include "vm/type.hpp"
#include "vm/vm.hpp"
#include "vm/weak_references.hpp"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <sys/mman.h>
#include <unistd.h>

// Native stacks are read word by word: red zones included, and while a thread in a BlockingScope writes into its own
// frame, where it can only put what is no reference (vm/thread.hpp).
#define OURO_READS_STACKS __attribute__((no_sanitize("address"), no_sanitize("thread")))

namespace ouro::vm {

namespace {

constexpr size_t REGION_BYTES = 1024 * 1024;
constexpr size_t FRUGAL_REGIONS = 4; // small heaps take their memory page by page
constexpr size_t YOUNG_BYTES = 8 * 1024 * 1024; // allocation between two collections, at least
constexpr size_t GRACE_BYTES = 256 * 1024;      // granted beyond the limit after each MemoryError
constexpr size_t LARGEST_GRACE = 1024 * 1024;   // in all
constexpr size_t KEPT_BYTES = 16 * 1024 * 1024; // freed large blocks that are kept for reuse
constexpr size_t LARGEST_KEPT = 256 * 1024; // tables that grow leave bigger ones behind only once

size_t round_up(size_t bytes, size_t unit) { return (bytes + unit - 1) / unit * unit; }

} // namespace

struct Heap::Block {
    static constexpr size_t BIT_COUNT = BLOCK_BYTES / GRANULE;
    Heap* heap;
    uint32_t cell_bytes; // 0 for a large object's block
    uint32_t cell_count;
    uint32_t handed_out; // of a new block: its first cells, which have been on the free list; the others are zero still
    size_t mapped_bytes; // of a large object's block, header included
    bool needs_sweep;
    uint64_t marks[BIT_COUNT / 64];

    static Block* of(const Object* object) {
        return reinterpret_cast<Block*>(reinterpret_cast<uintptr_t>(object) & ~(BLOCK_BYTES - 1));
    }
    static constexpr size_t header_bytes() { return 256; }
    Object* cell(size_t index) {
        return reinterpret_cast<Object*>(reinterpret_cast<char*>(this) + header_bytes() + index * cell_bytes);
    }
    Object* large_object() { return reinterpret_cast<Object*>(reinterpret_cast<char*>(this) + header_bytes()); }
    static size_t bit(const Object* object) {
        return (reinterpret_cast<uintptr_t>(object) & (BLOCK_BYTES - 1)) / GRANULE;
    }
    bool is_marked(const Object* object) const { return marks[bit(object) / 64] >> (bit(object) % 64) & 1; }
    // Marks; false when it was marked before.
    bool mark(const Object* object) {
        uint64_t& word = marks[bit(object) / 64];
        uint64_t mask = 1ull << (bit(object) % 64);
        if (word & mask)
            return false;
        word |= mask;
        return true;
    }
    bool hand_out_cells(Object*& free);
    bool is_live(Object* object) const { return (!needs_sweep || is_marked(object)) && object->kind != Kind::Free; }
};

// 16-KiB pages of the heap and the blocks to which they belong: open addressing, linear probing.
struct Heap::BlockTable {
    struct Entry {
        uintptr_t page = 0;
        Block* block = nullptr;
    };
    std::vector<Entry> entries = std::vector<Entry>(256);
    size_t used = 0;

    size_t slot(uintptr_t page) const { return (page * 0x9E3779B97F4A7C15ull >> 20) & (entries.size() - 1); }
    Block* find(uintptr_t page) const {
        for (size_t i = slot(page);; i = (i + 1) & (entries.size() - 1)) {
            if (entries[i].page == page)
                return entries[i].block;
            if (!entries[i].page)
                return nullptr;
        }
    }
    void insert(uintptr_t page, Block* block) {
        if ((used + 1) * 2 > entries.size())
            grow();
        for (size_t i = slot(page);; i = (i + 1) & (entries.size() - 1)) {
            if (!entries[i].page || entries[i].page == page) {
                used += entries[i].page == 0;
                entries[i] = {page, block};
                return;
            }
        }
    }
    // Entries of released large objects stay with a null block until the table grows.
    void remove(uintptr_t page) {
        for (size_t i = slot(page); entries[i].page; i = (i + 1) & (entries.size() - 1)) {
            if (entries[i].page == page)
                entries[i].block = nullptr;
        }
    }
    void grow() {
        size_t live = 0;
        for (const Entry& entry : entries)
            live += entry.block != nullptr;
        std::vector<Entry> old(std::bit_ceil(std::max<size_t>(256, live * 4)));
        old.swap(entries);
        used = 0;
        for (const Entry& entry : old) {
            if (entry.block)
                insert(entry.page, entry.block);
        }
    }
};

static_assert(Heap::BLOCK_BYTES % 4096 == 0);

Heap::Heap(VM& vm) : m_vm(vm), m_table(std::make_unique<BlockTable>()) {
    static_assert(sizeof(Block) <= Block::header_bytes());
}

Heap::~Heap() {
    for (Block* block : m_large)
        munmap(block, block->mapped_bytes);
    for (std::vector<Block*>& bin : m_kept) {
        for (Block* block : bin)
            munmap(block, block->mapped_bytes);
    }
    for (void* region : m_regions)
        munmap(region, REGION_BYTES);
}

// --- Allocation ---------------------------------------------------------------------------------------------------

// Maps `bytes` of zeroed memory aligned to a block; null when there is none. `at_once`: all pages now, which is
// cheaper than a fault for each.
static void* map_aligned(size_t bytes, bool at_once) {
    size_t padded = bytes + Heap::BLOCK_BYTES;
    int flags = MAP_PRIVATE | MAP_ANONYMOUS | (at_once ? MAP_POPULATE : 0);
    void* memory = mmap(nullptr, padded, PROT_READ | PROT_WRITE, flags, -1, 0);
    if (memory == MAP_FAILED)
        return nullptr;
    auto start = reinterpret_cast<uintptr_t>(memory);
    uintptr_t aligned = round_up(start, Heap::BLOCK_BYTES);
    if (aligned > start)
        munmap(memory, aligned - start);
    if (size_t tail = start + padded - (aligned + bytes))
        munmap(reinterpret_cast<void*>(aligned + bytes), tail);
    return reinterpret_cast<void*>(aligned);
}

[[noreturn]] static void out_of_memory() {
    static constexpr char message[] = "ouro: out of memory\n";
    (void)!write(2, message, sizeof(message) - 1);
    std::_Exit(134);
}

Heap::Block* Heap::new_block(unsigned index) {
    if (m_spare.empty()) {
        void* region = map_aligned(REGION_BYTES, m_regions.size() >= FRUGAL_REGIONS);
        if (!region)
            out_of_memory();
        m_regions.push_back(region);
        for (size_t i = REGION_BYTES / BLOCK_BYTES; i-- > 0;)
            m_spare.push_back(reinterpret_cast<Block*>(static_cast<char*>(region) + i * BLOCK_BYTES));
    }
    Block* block = m_spare.back();
    m_spare.pop_back();
    bool is_zero = !block->heap; // never used, or given back to the system in between
    block->heap = this;
    block->cell_bytes = uint32_t(class_bytes(index));
    block->cell_count = uint32_t((BLOCK_BYTES - Block::header_bytes()) / block->cell_bytes);
    block->mapped_bytes = 0;
    block->handed_out = is_zero ? 0 : block->cell_count;
    block->needs_sweep = !is_zero; // nothing is marked: all cells go to the free list
    std::memset(block->marks, 0, sizeof(block->marks));
    m_table->insert(reinterpret_cast<uintptr_t>(block), block);
    m_classes[index].blocks.push_back(block);
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
bool Heap::Block::hand_out_cells(Object*& free) {
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
    }
    if (!size.blocks.empty() && size.blocks.back()->hand_out_cells(m_free[index]))
        return;
    if (m_bytes + BLOCK_BYTES > m_limit)
        m_vm.request_safepoint(SAFEPOINT_MEMORY);
    Block* block = new_block(index);
    size.next_to_sweep = size.blocks.size();
    m_bytes += BLOCK_BYTES;
    m_allocated_since += BLOCK_BYTES;
    if (!block->hand_out_cells(m_free[index]))
        sweep_block(*block);
}

void Heap::collect_if_due() {
    if (!m_enabled || m_collecting)
        return;
    if (m_stress) {
        collect(m_collections % 64 == 0);
    } else if (m_allocated_since >= std::max(YOUNG_BYTES, m_live_after_full / 4)) {
        collect(m_marked_bytes > 2 * m_live_after_full + YOUNG_BYTES);
    }
}

Object* Heap::allocate_slow(size_t bytes, bool cleared) {
    if (bytes > LARGEST_SMALL)
        return allocate_large(bytes, cleared);
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

// A freed large block of about this size, or null.
Heap::Block* Heap::take_kept_block(size_t bytes) {
    size_t length = bytes / BLOCK_BYTES;
    size_t longest = length + length / 4;
    for (size_t bin = std::min(length, KEPT_BINS); bin <= std::min(longest, KEPT_BINS); bin++) {
        std::vector<Block*>& kept = m_kept[bin];
        for (size_t i = kept.size(); i-- > 0;) {
            Block* block = kept[i];
            if (block->mapped_bytes < bytes || block->mapped_bytes > longest * BLOCK_BYTES)
                continue;
            kept.erase(kept.begin() + ptrdiff_t(i));
            m_kept_bytes -= block->mapped_bytes;
            return block;
        }
    }
    return nullptr;
}

// Keeps a large block for reuse, or gives it back to the system where enough are kept.
void Heap::release_large(Block* block) {
    if (block->mapped_bytes > LARGEST_KEPT || m_limit != SIZE_MAX) {
        munmap(block, block->mapped_bytes);
        return;
    }
    if (m_kept_bytes + block->mapped_bytes > KEPT_BYTES) { // full of sizes that nobody asks for
        for (std::vector<Block*>& bin : m_kept) {
            for (Block* kept : bin)
                munmap(kept, kept->mapped_bytes);
            bin.clear();
        }
        m_kept_bytes = 0;
    }
    m_kept_bytes += block->mapped_bytes;
    m_kept[std::min(block->mapped_bytes / BLOCK_BYTES, KEPT_BINS)].push_back(block);
}

Object* Heap::allocate_large(size_t bytes, bool cleared) {
    collect_if_due();
    size_t total = round_up(bytes + Block::header_bytes(), BLOCK_BYTES);
    Block* block = take_kept_block(total);
    if (block) {
        total = block->mapped_bytes;
        std::memset(block->marks, 0, sizeof(block->marks));
        std::memset(static_cast<void*>(block->large_object()), 0,
                    cleared ? total - Block::header_bytes() : sizeof(Object));
    } else {
        block = static_cast<Block*>(map_aligned(total, total <= LARGEST_KEPT && m_regions.size() >= FRUGAL_REGIONS));
        if (!block)
            out_of_memory();
    }
    block->heap = this;
    block->cell_bytes = 0;
    block->mapped_bytes = total;
    block->cell_count = 1;
    for (size_t offset = 0; offset < total; offset += BLOCK_BYTES)
        m_table->insert(reinterpret_cast<uintptr_t>(block) + offset, block);
    m_large.push_back(block);
    m_bytes += total;
    m_allocated_since += total;
    return block->large_object();
}

Storage* Heap::make_storage(size_t bytes, bool cleared) {
    size_t total = sizeof(Storage) + bytes;
    Object* cell = cleared ? allocate(total) : make_raw<Storage>(nullptr, total);
    size_t whole =
        total <= LARGEST_SMALL ? class_bytes(size_class(total)) : Block::of(cell)->mapped_bytes - Block::header_bytes();
    cell->kind = Kind::Storage;
    cell->shape = reinterpret_cast<Shape*>(whole - sizeof(Storage));
    return static_cast<Storage*>(cell);
}

Storage* Heap::grow_storage(Storage* old, size_t bytes) {
    if (old && bytes <= old->capacity_bytes())
        return old;
    size_t kept = old ? old->capacity_bytes() : 0;
    bool is_large = bytes > LARGEST_SMALL; // new pages are zero, and take no memory before they are touched
    Storage* storage = is_large ? allocate_storage(bytes) : allocate_raw_storage(bytes);
    if (old)
        std::memcpy(storage->bytes(), old->bytes(), kept);
    if (!is_large)
        std::memset(storage->bytes() + kept, 0, storage->capacity_bytes() - kept);
    return storage;
}

Result<void> Heap::reserve(size_t bytes) {
    static constexpr size_t ADDRESS_LIMIT = 1ull << 46;
    static constexpr size_t UNCHECKED = 64 * 1024;
    if (bytes <= LARGEST_SMALL || (bytes < UNCHECKED && m_limit == SIZE_MAX))
        return {};
    if (bytes > ADDRESS_LIMIT)
        return m_vm.memory_error();
    if (bytes > m_limit || m_bytes > m_limit - bytes) {
        collect(true);
        if (bytes > m_limit || m_bytes > m_limit - bytes)
            return m_vm.memory_error();
    }
    // Ask the system as well: an over-large mapping must fail here, as an error, not when it is made.
    if (bytes >= REGION_BYTES) {
        void* probe =
            mmap(nullptr, bytes + 2 * BLOCK_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (probe == MAP_FAILED)
            return m_vm.memory_error();
        munmap(probe, bytes + 2 * BLOCK_BYTES);
    }
    return {};
}

bool Heap::over_limit() {
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
    Block::of(owner)->heap->m_remembered.push_back(owner);
}

void Heap::add_finalizable(Object* object) {
    if (object->flags & Object::FINALIZABLE)
        return;
    object->flags |= Object::FINALIZABLE;
    m_finalizable.push_back(object);
}

bool Heap::is_marked(const Object* object) const { return Block::of(object)->is_marked(object); }

void Heap::withhold(Object* object) {
    Block* block = Block::of(object);
    block->mark(object);
    m_marked_bytes += block->cell_bytes ? block->cell_bytes : block->mapped_bytes;
    object->kind = Kind::Free; // its references may dangle from now on: nobody traces or finds it
}

// --- Marking ------------------------------------------------------------------------------------------------------

void Visitor::visit_object(Object* object) {
    if (!object)
        return;
    Heap::Block* block = Heap::Block::of(object);
    if (!block->mark(object))
        return;
    m_heap.m_marked_bytes += block->cell_bytes ? block->cell_bytes : block->mapped_bytes;
    object->gc |= Object::OLD;
    m_heap.m_mark_stack.push_back(object);
}

void Heap::visit_children(Object* object, Visitor& visitor) {
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
    while (!m_mark_stack.empty()) {
        Object* object = m_mark_stack.back();
        m_mark_stack.pop_back();
        visit_children(object, visitor);
    }
}

Object* Heap::find_object(uintptr_t address) const {
    Block* block = m_table->find(address & ~(BLOCK_BYTES - 1));
    if (!block)
        return nullptr;
    if (!block->cell_bytes)
        return address < reinterpret_cast<uintptr_t>(block->large_object()) ? nullptr : block->large_object();
    uintptr_t first = reinterpret_cast<uintptr_t>(block) + Block::header_bytes();
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
            m_heap.m_on_stack.push_back(object);
        }
    }
}

OURO_READS_STACKS __attribute__((noinline)) void Heap::scan_native_stacks(Visitor& visitor) {
    SpilledRegisters registers;
    registers.capture();
    // Of the parked threads from where they stand; of the running one, from the lowest word of this frame that counts.
    auto here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
    uintptr_t lowest = std::min(here, reinterpret_cast<uintptr_t>(&registers));
    for (const Thread* thread : m_vm.threads) {
        if (uintptr_t from = thread == m_vm.thread ? lowest : thread->parked_stack) {
            visitor.visit_conservatively(reinterpret_cast<const void*>(from),
                                         reinterpret_cast<const void*>(thread->native_stack_base));
        }
    }
    registers.keep();
}

void Heap::trace_roots(Visitor& visitor) {
    for (RootBase* root = m_roots; root; root = root->m_next)
        root->visit_roots(visitor);
    m_vm.visit_roots(visitor);
    scan_native_stacks(visitor);
}

// Takes the objects that nothing has reached out of `candidates`, to be finalized; until then they are alive. Those
// that have nothing to finalize any more (FINALIZABLE was taken from them) leave, too.
void Heap::queue_finalizers(std::vector<Object*>& candidates, Visitor& visitor) {
    size_t kept = 0, first = m_vm.finalizer_queue.size();
    for (Object* object : candidates) {
        if (!(object->flags & Object::FINALIZABLE))
            continue;
        if (Block::of(object)->is_marked(object)) {
            candidates[kept++] = object;
        } else {
            object->flags &= uint8_t(~Object::FINALIZABLE);
            m_vm.finalizer_queue.push_back(object);
        }
    }
    candidates.resize(kept);
    if (m_vm.finalizer_queue.size() == first)
        return;
    for (size_t i = first; i < m_vm.finalizer_queue.size(); i++)
        visitor.visit_object(m_vm.finalizer_queue[i]);
    m_vm.request_safepoint(SAFEPOINT_FINALIZERS);
}

// Working lists are empty between collections: memory that a large one took is not kept.
static void release_if_large(std::vector<Object*>& list) {
    static constexpr size_t LARGE = 16 * 1024;
    if (list.empty() && list.capacity() > LARGE)
        std::vector<Object*>().swap(list);
}

// The survivors of a young collection join the old ones. Many of them soon have nothing to finalize (coroutines that
// were reported when nobody awaited them): they leave whenever the list has doubled.
void Heap::keep_old_finalizable() {
    std::vector<Object*>& old = m_old_finalizable;
    if (old.size() + m_finalizable.size() > 2 * m_old_finalizable_kept + 1024) {
        std::erase_if(old, [](Object* object) { return !(object->flags & Object::FINALIZABLE); });
        old.shrink_to_fit();
        m_old_finalizable_kept = old.size() + m_finalizable.size();
    }
    old.insert(old.end(), m_finalizable.begin(), m_finalizable.end());
    m_finalizable.clear();
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

void Heap::release_large_garbage() {
    std::erase_if(m_large, [&](Block* block) {
        if (block->is_marked(block->large_object()))
            return false;
        for (size_t offset = 0; offset < block->mapped_bytes; offset += BLOCK_BYTES)
            m_table->remove(reinterpret_cast<uintptr_t>(block) + offset);
        m_bytes -= block->mapped_bytes;
        release_large(block);
        return true;
    });
}

// Right after marking: takes back the blocks in which nothing lives, so that any size class can use them. Under a
// memory limit the others are swept at once, and the memory of the empty ones goes back to the system.
void Heap::release_empty_blocks() {
    auto is_empty = [](const Block& block) {
        return std::all_of(std::begin(block.marks), std::end(block.marks), [](uint64_t word) { return word == 0; });
    };
    bool limited = m_limit != SIZE_MAX;
    for (unsigned index = 0; index <= CLASS_COUNT; index++) {
        std::vector<Block*>& blocks = m_classes[index].blocks;
        std::erase_if(blocks, [&](Block* block) {
            if (!is_empty(*block)) {
                if (limited)
                    sweep_block(*block);
                return false;
            }
            m_table->remove(reinterpret_cast<uintptr_t>(block));
            if (limited)
                madvise(block, BLOCK_BYTES, MADV_DONTNEED);
            m_spare.push_back(block);
            m_bytes -= BLOCK_BYTES;
            return true;
        });
    }
}

void Heap::collect(bool full) {
    if (m_collecting)
        return;
    m_collecting = true;
    m_collections++;
    Visitor visitor(*this);
    if (full) {
        finish_sweep(); // dead cells are known by their missing marks only as long as the marks are there
        m_marked_bytes = 0;
        m_remembered.clear();
        for (SizeClass& size : m_classes) {
            for (Block* block : size.blocks)
                std::memset(block->marks, 0, sizeof(block->marks));
        }
        for (Block* block : m_large)
            std::memset(block->marks, 0, sizeof(block->marks));
    }
    for (Object* object : m_remembered) {
        object->gc |= Object::OLD;
        visit_children(object, visitor);
    }
    m_remembered.clear();
    trace_roots(visitor);
    drain(visitor);
    queue_finalizers(m_finalizable, visitor);
    keep_old_finalizable();
    if (full)
        queue_finalizers(m_old_finalizable, visitor);
    drain(visitor);
    if (m_vm.weak_references)
        m_vm.weak_references->after_marking(*this, full);
    // What native frames hold may be half made, and is filled in without barriers: it stays remembered, not old.
    for (Object* object : m_on_stack) {
        if (object->gc & Object::OLD)
            remember(object);
    }
    m_on_stack.clear();

    for (unsigned index = 0; index <= CLASS_COUNT; index++) {
        m_free[index] = nullptr;
        m_classes[index].next_to_sweep = 0;
        for (Block* block : m_classes[index].blocks) {
            block->needs_sweep = true;
            block->handed_out = block->cell_count;
        }
    }
    release_large_garbage();
    if (full)
        release_empty_blocks();
    for (std::vector<Object*>* list : {&m_mark_stack, &m_remembered, &m_finalizable, &m_on_stack})
        release_if_large(*list);
    m_allocated_since = 0;
    if (full)
        m_live_after_full = m_marked_bytes;
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
    for (Block* block : m_large) {
        if (block->is_live(block->large_object()))
            function(context, block->large_object());
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
