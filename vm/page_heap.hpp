// SPDX-License-Identifier: MIT
//
// The memory beneath the heap: runs of pages of 16 KiB. Blocks of small cells are runs of one page, a large object is
// a run as long as it needs. Nobody else asks the system for memory of scripts' objects.
//
// The design is that of a two-level segregated fit (Masmano et al., "TLSF: a new dynamic memory allocator for real-time
// systems", 2004) over pages. Free runs hang in bins by length: one bin for each length up to 16 pages, above that
// eight for each power of two, with a bitmap of the bins that are not empty. An allocation takes the first run that
// fits and gives back what is too much; a release joins the run with its free neighbours. Both take constant time, but
// for one entry in the page map for each page. Bins are stacks: what was freed last, and is in the processor's caches,
// is used first.
//
//     region   |== run ==|..... free .....|== run ==|=|=|=|.. free ..|     mapped as one, of whole slices of 1 MiB
//     page map | b  b  b | f           f | c  c  c |d|e|g| f       f |     one word for each page, beside the memory
//
// The page map answers whose run a page is (`find`: the collector asks it of arbitrary words), and where a free
// neighbour begins and ends, so nothing is written at the end of a run. One bit for each page says whether its memory
// may have been written to: pages that are fresh from the system are not cleared again.
//
// A run can grow in place into the free pages behind it. Free memory is kept for reuse, because mapping it anew costs
// more than filling it, up to a bound that the heap names after each collection (`trim`). Beyond it, what nobody asked
// for over some collections goes back to the system, longest runs first, whole regions with their addresses; after a
// full collection all that is beyond it.
//
// When the system refuses memory, everything free is given back, and then it is asked once more. `allocate` returns
// null in the end; what that means to a script is the heap's business.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ouro::vm {

struct Block;

class PageHeap {
public:
    static constexpr size_t PAGE_BYTES = 16 * 1024;

    PageHeap() = default;
    ~PageHeap();
    PageHeap(const PageHeap&) = delete;
    PageHeap& operator=(const PageHeap&) = delete;

    struct Run {
        Block* memory = nullptr; // aligned to a page; null: the system has no memory
        bool is_zero = false;    // all of it, but for the first bytes (a Block's header)
    };
    // A run of so many pages. From page `clear_from` on it is zero, but for the first bytes of the run.
    Run allocate(size_t pages, size_t clear_from);
    // Makes sure that the next allocate() of up to `pages` will succeed. False when it can't.
    bool prepare(size_t pages) { return find_free(pages) || map_region(pages); }
    // Lengthens a run to `wanted` pages where it lies; false when what lies behind it is in use.
    bool extend(Block* run, size_t pages, size_t wanted, bool cleared);
    void release(Block* run, size_t pages);
    // Gives memory of free runs back to the system until at most `kept_bytes` of it are left: of runs that have lain
    // free over the last `idle` calls. To be called after each collection.
    void trim(size_t kept_bytes, uint64_t idle);

    // The block in whose run `address` lies, or null.
    Block* find(uintptr_t address) const {
        const Slice* slice = slice_of(address);
        if (!slice)
            return nullptr;
        uintptr_t entry = slice->pages[address / PAGE_BYTES % SLICE_PAGES];
        return entry & FREE ? nullptr : reinterpret_cast<Block*>(entry);
    }

    size_t free_bytes() const { return m_free_touched * PAGE_BYTES; } // of memory that the system has lent
    size_t mapped_bytes() const { return m_mapped_slices * SLICE_BYTES; }

    // For tests: the system refuses from the n-th request on (0: the next one), so often.
    void refuse(uint64_t after, uint64_t times) {
        m_refuse_after = after;
        m_refuse_times = times;
    }

private:
    static constexpr size_t SLICE_PAGES = 64;
    static constexpr size_t SLICE_BYTES = SLICE_PAGES * PAGE_BYTES;
    static constexpr uintptr_t FREE = 1; // bit of page map entries: the address is that of a FreeRun
    static constexpr size_t EXACT_BINS = 16;
    static constexpr size_t BIN_COUNT = 256;

    struct Slice;
    struct Region {
        Region* next;
        Region* previous;
        uintptr_t start;
        size_t slice_count;
        Slice* slices;
    };
    // What is known of the pages of 1 MiB.
    struct Slice {
        Region* region;
        uint64_t touched; // a bit for each page: it may have been written to
        uintptr_t pages[SLICE_PAGES];
    };
    struct FreeRun {
        FreeRun* next;
        FreeRun* previous;
        size_t pages;
        uint64_t freed_at; // m_clock then
    };
    struct Entry { // of the table of slices: open addressing, linear probing
        uintptr_t number = 0; // address / SLICE_BYTES
        Slice* slice = nullptr; // null: was unmapped
    };

    static size_t bin_of(size_t pages);
    size_t slot(uintptr_t number) const { return (number * 0x9E3779B97F4A7C15ull >> 32) & m_table_mask; }
    Slice* slice_of(uintptr_t address) const {
        uintptr_t number = address / SLICE_BYTES;
        if (!m_table)
            return nullptr;
        for (size_t i = slot(number);; i = (i + 1) & m_table_mask) {
            if (m_table[i].number == number)
                return m_table[i].slice;
            if (!m_table[i].number)
                return nullptr;
        }
    }
    uintptr_t& entry_of(uintptr_t address) const {
        return slice_of(address)->pages[address / PAGE_BYTES % SLICE_PAGES];
    }
    void set_entries(uintptr_t first, size_t pages, uintptr_t value);
    size_t count_touched(uintptr_t first, size_t pages) const;
    void set_touched(uintptr_t first, size_t pages, bool value);
    void clear(uintptr_t first, size_t pages);
    void take(FreeRun* run, size_t pages, Block* owner, size_t clear_from);
    void insert(uintptr_t start, size_t pages, uint64_t freed_at);
    void remove(FreeRun* run);
    FreeRun* find_free(size_t pages) const;
    FreeRun* free_neighbour(uintptr_t address, const Region* region) const;
    bool make_room_in_table(size_t slices);
    void enter_in_table(Slice* slice, uintptr_t number);
    bool map_region(size_t pages);
    void unmap_region(FreeRun* run, Region* region);
    void give_back(FreeRun* run);
    void* map_aligned(size_t bytes);
    void* map(size_t bytes);

    FreeRun* m_bins[BIN_COUNT] = {};
    uint64_t m_filled[BIN_COUNT / 64] = {}; // bins with runs
    Entry* m_table = nullptr;
    size_t m_table_mask = 0;
    size_t m_table_used = 0;
    Region* m_regions = nullptr;
    size_t m_mapped_slices = 0;
    size_t m_free_touched = 0; // pages of free runs that may have been written to
    uint64_t m_clock = 0; // calls of trim
    uint64_t m_refuse_after = UINT64_MAX;
    uint64_t m_refuse_times = 0;
};

} // namespace ouro::vm
