// SPDX-License-Identifier: MIT
//
// Block: what stands at the beginning of each run of pages that holds objects. Known to the heap alone.
#pragma once

#include "vm/heap.hpp"

#include <cstdint>

namespace ouro::vm {

struct Block {
    static constexpr size_t BYTES = PageHeap::PAGE_BYTES;
    static constexpr size_t HEADER_BYTES = 256;
    static constexpr size_t BIT_COUNT = BYTES / Heap::GRANULE;
    static constexpr uint8_t OLD_AGE = 2;

    Heap* heap;
    uint32_t cell_bytes; // 0 for a large object's block
    uint32_t cell_count;
    uint32_t object_offset; // of a large object in its block
    uint32_t handed_out; // of a new block: its first cells, which have been on the free list; the others are zero still
    bool needs_sweep;
    bool is_reached;  // of a young large object: by the collection under way
    uint8_t age;      // of a large object: the collections that it survived, up to OLD_AGE
    size_t page_count;
    uint64_t marks[BIT_COUNT / 64];

    static Block* of(const Object* object) {
        return reinterpret_cast<Block*>(reinterpret_cast<uintptr_t>(object) & ~(BYTES - 1));
    }
    Object* cell(size_t index) {
        return reinterpret_cast<Object*>(reinterpret_cast<char*>(this) + HEADER_BYTES + index * cell_bytes);
    }
    Object* large_object() { return reinterpret_cast<Object*>(reinterpret_cast<char*>(this) + object_offset); }
    // What its objects are charged with when they are marked.
    size_t charged_bytes() const { return cell_bytes ? cell_bytes : page_count * BYTES; }
    static size_t bit(const Object* object) {
        return (reinterpret_cast<uintptr_t>(object) & (BYTES - 1)) / Heap::GRANULE;
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
    void clear_marks() { std::memset(marks, 0, sizeof(marks)); }
    bool hand_out_cells(Object*& free);
    bool is_live(Object* object) const { return (!needs_sweep || is_marked(object)) && object->kind != Kind::Free; }
};

static_assert(sizeof(Block) <= Block::HEADER_BYTES);

} // namespace ouro::vm
