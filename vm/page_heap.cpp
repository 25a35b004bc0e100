// SPDX-License-Identifier: MIT
//
// Runs of pages: bins, page map, regions. page_heap.hpp explains the design.
#include "vm/page_heap.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <new>
#include <sys/mman.h>

namespace ouro::vm {

namespace {

constexpr size_t SYSTEM_PAGE = 4096;
constexpr size_t FRUGAL_SLICES = 4; // small heaps take their memory page by page, others a slice at once

void* at(uintptr_t address) { return reinterpret_cast<void*>(address); }

} // namespace

PageHeap::~PageHeap() {
    while (Region* region = m_regions) {
        m_regions = region->next;
        munmap(at(region->start), region->slice_count * SLICE_BYTES);
        delete[] region->slices;
        delete region;
    }
    delete[] m_table;
}

// --- The page map -------------------------------------------------------------------------------------------------

void PageHeap::set_entries(uintptr_t first, size_t pages, uintptr_t value) {
    while (pages) {
        size_t index = first / PAGE_BYTES % SLICE_PAGES;
        size_t count = std::min(pages, SLICE_PAGES - index);
        std::fill_n(slice_of(first)->pages + index, count, value);
        first += count * PAGE_BYTES;
        pages -= count;
    }
}

static uint64_t bits(size_t index, size_t count) { return (count == 64 ? ~0ull : (1ull << count) - 1) << index; }

size_t PageHeap::count_touched(uintptr_t first, size_t pages) const {
    size_t touched = 0;
    while (pages) {
        size_t index = first / PAGE_BYTES % SLICE_PAGES;
        size_t count = std::min(pages, SLICE_PAGES - index);
        touched += size_t(std::popcount(slice_of(first)->touched & bits(index, count)));
        first += count * PAGE_BYTES;
        pages -= count;
    }
    return touched;
}

void PageHeap::set_touched(uintptr_t first, size_t pages, bool value) {
    while (pages) {
        size_t index = first / PAGE_BYTES % SLICE_PAGES;
        size_t count = std::min(pages, SLICE_PAGES - index);
        uint64_t& touched = slice_of(first)->touched;
        touched = value ? touched | bits(index, count) : touched & ~bits(index, count);
        first += count * PAGE_BYTES;
        pages -= count;
    }
}

// Clears the pages that may have been written to.
void PageHeap::clear(uintptr_t first, size_t pages) {
    for (; pages; first += PAGE_BYTES, pages--) {
        if (slice_of(first)->touched >> (first / PAGE_BYTES % SLICE_PAGES) & 1)
            std::memset(at(first), 0, PAGE_BYTES);
    }
}

// Before slices are entered: room for them, with at most half of the table full. Unmapped slices leave it here.
bool PageHeap::make_room_in_table(size_t slices) {
    if (m_table && (m_table_used + slices) * 2 <= m_table_mask + 1)
        return true;
    size_t capacity = std::bit_ceil(std::max<size_t>(64, (m_mapped_slices + slices) * 4));
    auto* table = new (std::nothrow) Entry[capacity];
    if (!table)
        return false;
    Entry* old = m_table;
    size_t old_capacity = old ? m_table_mask + 1 : 0;
    m_table = table;
    m_table_mask = capacity - 1;
    m_table_used = 0;
    for (size_t i = 0; i < old_capacity; i++) {
        if (old[i].slice)
            enter_in_table(old[i].slice, old[i].number);
    }
    delete[] old;
    return true;
}

void PageHeap::enter_in_table(Slice* slice, uintptr_t number) {
    size_t i = slot(number);
    while (m_table[i].number && m_table[i].number != number)
        i = (i + 1) & m_table_mask;
    m_table_used += m_table[i].number == 0;
    m_table[i] = {number, slice};
}

// --- Bins ---------------------------------------------------------------------------------------------------------

// The bin whose runs are at least as long as those of all bins before it.
size_t PageHeap::bin_of(size_t pages) {
    if (pages < EXACT_BINS)
        return pages;
    size_t power = size_t(std::bit_width(pages)) - 1; // at least 4
    return EXACT_BINS + (power - 4) * 8 + (pages >> (power - 3) & 7);
}

void PageHeap::insert(uintptr_t start, size_t pages, uint64_t freed_at) {
    auto* run = static_cast<FreeRun*>(at(start));
    size_t bin = bin_of(pages);
    *run = {m_bins[bin], nullptr, pages, freed_at};
    if (run->next)
        run->next->previous = run;
    m_bins[bin] = run;
    m_filled[bin / 64] |= 1ull << (bin % 64);
    entry_of(start) = start | FREE;
    entry_of(start + (pages - 1) * PAGE_BYTES) = start | FREE;
}

void PageHeap::remove(FreeRun* run) {
    size_t bin = bin_of(run->pages);
    if (run->next)
        run->next->previous = run->previous;
    (run->previous ? run->previous->next : m_bins[bin]) = run->next;
    if (!m_bins[bin])
        m_filled[bin / 64] &= ~(1ull << (bin % 64));
}

// A free run of at least so many pages, or null. In the bin of that length some may be shorter: a few are tried.
PageHeap::FreeRun* PageHeap::find_free(size_t pages) const {
    static constexpr int TRIED = 8;
    size_t bin = bin_of(pages);
    FreeRun* run = m_bins[bin];
    for (int tried = 0; run && tried < TRIED; run = run->next, tried++) {
        if (run->pages >= pages)
            return run;
    }
    for (size_t word = ++bin / 64; word < BIN_COUNT / 64; word++) {
        uint64_t filled = m_filled[word] & (word == bin / 64 ? ~0ull << (bin % 64) : ~0ull);
        if (filled)
            return m_bins[word * 64 + size_t(std::countr_zero(filled))];
    }
    return nullptr;
}

// The free run in which the page at `address` lies, when it is one of `region`.
PageHeap::FreeRun* PageHeap::free_neighbour(uintptr_t address, const Region* region) const {
    if (address - region->start >= region->slice_count * SLICE_BYTES)
        return nullptr;
    uintptr_t entry = entry_of(address);
    return entry & FREE ? static_cast<FreeRun*>(at(entry & ~FREE)) : nullptr;
}

// --- Runs ---------------------------------------------------------------------------------------------------------

// Gives the first `pages` of a free run to `owner`; the others stay free.
void PageHeap::take(FreeRun* run, size_t pages, Block* owner, size_t clear_from) {
    auto start = reinterpret_cast<uintptr_t>(run);
    size_t rest = run->pages - pages;
    uint64_t freed_at = run->freed_at;
    remove(run);
    *run = {};
    if (rest)
        insert(start + pages * PAGE_BYTES, rest, freed_at);
    m_free_touched -= count_touched(start, pages);
    if (clear_from < pages)
        clear(start + clear_from * PAGE_BYTES, pages - clear_from);
    set_touched(start, pages, true);
    set_entries(start, pages, reinterpret_cast<uintptr_t>(owner));
}

PageHeap::Run PageHeap::allocate(size_t pages, size_t clear_from) {
    FreeRun* run = find_free(pages);
    if (!run) {
        if (!map_region(pages))
            return {};
        run = find_free(pages);
    }
    bool is_zero = count_touched(reinterpret_cast<uintptr_t>(run), pages) == 0;
    auto* memory = reinterpret_cast<Block*>(run);
    take(run, pages, memory, clear_from);
    return {memory, is_zero};
}

bool PageHeap::extend(Block* memory, size_t pages, size_t wanted, bool cleared) {
    auto start = reinterpret_cast<uintptr_t>(memory);
    FreeRun* behind = free_neighbour(start + pages * PAGE_BYTES, slice_of(start)->region);
    if (!behind || behind->pages < wanted - pages)
        return false;
    take(behind, wanted - pages, memory, cleared ? 0 : wanted);
    return true;
}

void PageHeap::release(Block* memory, size_t pages) {
    auto start = reinterpret_cast<uintptr_t>(memory);
    const Region* region = slice_of(start)->region;
    set_entries(start, pages, 0);
    m_free_touched += pages;
    if (FreeRun* behind = free_neighbour(start + pages * PAGE_BYTES, region)) {
        remove(behind);
        entry_of(reinterpret_cast<uintptr_t>(behind)) = 0;
        pages += behind->pages;
        *behind = {}; // its page may be one that was never written to
    }
    if (FreeRun* before = free_neighbour(start - PAGE_BYTES, region)) {
        remove(before);
        entry_of(start - PAGE_BYTES) = 0;
        start = reinterpret_cast<uintptr_t>(before);
        pages += before->pages;
    }
    insert(start, pages, m_clock);
}

// --- The system ---------------------------------------------------------------------------------------------------

void* PageHeap::map(size_t bytes) {
    if (m_refuse_after == 0 && m_refuse_times) {
        m_refuse_times--;
        return nullptr;
    }
    m_refuse_after -= m_refuse_after != 0;
    void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? nullptr : memory;
}

// Maps memory that begins at a slice. Mappings mostly follow one another, so the first try mostly is aligned.
void* PageHeap::map_aligned(size_t bytes) {
    void* memory = map(bytes);
    if (!memory || reinterpret_cast<uintptr_t>(memory) % SLICE_BYTES == 0)
        return memory;
    munmap(memory, bytes);
    memory = map(bytes + SLICE_BYTES - SYSTEM_PAGE);
    if (!memory)
        return nullptr;
    auto start = reinterpret_cast<uintptr_t>(memory), end = start + bytes + SLICE_BYTES - SYSTEM_PAGE;
    uintptr_t aligned = (start + SLICE_BYTES - 1) / SLICE_BYTES * SLICE_BYTES;
    if (aligned > start)
        munmap(memory, aligned - start);
    if (end > aligned + bytes)
        munmap(at(aligned + bytes), end - aligned - bytes);
    return at(aligned);
}

bool PageHeap::map_region(size_t pages) {
    size_t slices = (pages + SLICE_PAGES - 1) / SLICE_PAGES, bytes = slices * SLICE_BYTES;
    void* memory = map_aligned(bytes);
    if (!memory && m_free_touched) {
        trim(0, 0);
        memory = map_aligned(bytes);
    }
    if (!memory)
        return false;
    auto* region = make_room_in_table(slices) ? new (std::nothrow) Region : nullptr;
    auto* records = region ? new (std::nothrow) Slice[slices]() : nullptr;
    if (!records) {
        delete region;
        munmap(memory, bytes);
        return false;
    }
    // All pages now are cheaper than a fault for each. (Where the system can't, they come one by one.)
    if (slices == 1 && m_mapped_slices >= FRUGAL_SLICES)
        madvise(memory, SLICE_BYTES, MADV_POPULATE_WRITE);
    *region = {m_regions, nullptr, reinterpret_cast<uintptr_t>(memory), slices, records};
    if (region->next)
        region->next->previous = region;
    m_regions = region;
    m_mapped_slices += slices;
    for (size_t i = 0; i < slices; i++) {
        records[i].region = region;
        enter_in_table(&records[i], region->start / SLICE_BYTES + i);
    }
    insert(region->start, slices * SLICE_PAGES, m_clock);
    return true;
}

// `run` is all of the region.
void PageHeap::unmap_region(FreeRun* run, Region* region) {
    m_free_touched -= count_touched(region->start, run->pages);
    remove(run);
    for (size_t i = 0; i < region->slice_count; i++)
        enter_in_table(nullptr, region->start / SLICE_BYTES + i);
    (region->previous ? region->previous->next : m_regions) = region->next;
    if (region->next)
        region->next->previous = region->previous;
    m_mapped_slices -= region->slice_count;
    munmap(at(region->start), region->slice_count * SLICE_BYTES);
    delete[] region->slices;
    delete region;
}

// Gives back the memory of a free run, but for the system's page in which its record stands.
void PageHeap::give_back(FreeRun* run) {
    auto start = reinterpret_cast<uintptr_t>(run);
    size_t touched = count_touched(start, run->pages);
    if (!touched)
        return;
    madvise(at(start + SYSTEM_PAGE), run->pages * PAGE_BYTES - SYSTEM_PAGE, MADV_DONTNEED);
    std::memset(static_cast<void*>(run + 1), 0, SYSTEM_PAGE - sizeof(FreeRun));
    set_touched(start, run->pages, false);
    m_free_touched -= touched;
}

void PageHeap::trim(size_t kept_bytes, uint64_t idle) {
    m_clock++;
    for (size_t bin = BIN_COUNT; bin-- > 0 && free_bytes() > kept_bytes;) {
        FreeRun* next = nullptr;
        for (FreeRun* run = m_bins[bin]; run && free_bytes() > kept_bytes; run = next) {
            next = run->next;
            if (run->freed_at + idle >= m_clock)
                continue;
            Region* region = slice_of(reinterpret_cast<uintptr_t>(run))->region;
            if (run->pages == region->slice_count * SLICE_PAGES)
                unmap_region(run, region);
            else
                give_back(run);
        }
    }
}

} // namespace ouro::vm
