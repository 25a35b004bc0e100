// SPDX-License-Identifier: MIT
//
// Runs of pages: what is handed out does not overlap and is found by its addresses, what is freed is joined and used
// again, cleared memory is clear, and a system without memory is answered by null.
#include "vm/page_heap.hpp"

#include <catch2/catch.hpp>

#include <cstring>
#include <random>
#include <vector>

using namespace ouro::vm;

static constexpr size_t PAGE = PageHeap::PAGE_BYTES;
static constexpr size_t NONE = SIZE_MAX; // no page is cleared

namespace {

struct Owned {
    Block* run;
    size_t pages;
    unsigned char content;
};

} // namespace

static char* bytes_of(Block* run) { return reinterpret_cast<char*>(run); }

static void fill(const Owned& owned) { std::memset(bytes_of(owned.run), owned.content, owned.pages * PAGE); }

static bool is_intact(const Owned& owned) {
    for (size_t at = 0; at < owned.pages * PAGE; at += 512) {
        if (bytes_of(owned.run)[at] != char(owned.content))
            return false;
    }
    return bytes_of(owned.run)[owned.pages * PAGE - 1] == char(owned.content);
}

TEST_CASE("runs taken and released at random neither overlap nor get lost", "[page_heap]") {
    PageHeap heap;
    std::mt19937 random(1);
    std::vector<Owned> owned;
    size_t total = 0;
    for (int step = 0; step < 20'000; step++) {
        if (total < 2000 && random() % 2) {
            size_t pages = random() % 8 ? random() % 20 + 1 : random() % 200 + 1;
            Block* run = heap.allocate(pages, NONE).memory;
            REQUIRE(run);
            REQUIRE(reinterpret_cast<uintptr_t>(run) % PAGE == 0);
            owned.push_back({run, pages, static_cast<unsigned char>(random() | 1)});
            fill(owned.back());
            total += pages;
        } else if (!owned.empty()) {
            std::swap(owned[random() % owned.size()], owned.back());
            Owned gone = owned.back();
            owned.pop_back();
            REQUIRE(is_intact(gone));
            REQUIRE(heap.find(reinterpret_cast<uintptr_t>(gone.run) + gone.pages * PAGE - 1) == gone.run);
            heap.release(gone.run, gone.pages);
            REQUIRE(heap.find(reinterpret_cast<uintptr_t>(gone.run)) == nullptr);
            total -= gone.pages;
        }
        if (step % 1000 == 0)
            heap.trim(random() % 4 * (1 << 20), random() % 2);
    }
    for (const Owned& left : owned) {
        CHECK(is_intact(left));
        heap.release(left.run, left.pages);
    }
    heap.trim(0, 0);
    CHECK(heap.free_bytes() == 0);
    CHECK(heap.mapped_bytes() == 0);
}

TEST_CASE("neighbours that are free become one run", "[page_heap]") {
    PageHeap heap;
    Block* first = heap.allocate(16, NONE).memory;
    Block* second = heap.allocate(16, NONE).memory;
    Block* third = heap.allocate(16, NONE).memory;
    heap.release(first, 16);
    heap.release(third, 16);
    heap.release(second, 16);
    CHECK(heap.allocate(64, NONE).memory == first);
    CHECK(heap.mapped_bytes() == 64 * PAGE);
}

TEST_CASE("what was freed last is used first", "[page_heap]") {
    PageHeap heap;
    std::vector<Block*> runs;
    for (int i = 0; i < 6; i++)
        runs.push_back(heap.allocate(3, NONE).memory);
    heap.release(runs[1], 3);
    heap.release(runs[3], 3);
    CHECK(heap.allocate(3, NONE).memory == runs[3]);
    CHECK(heap.allocate(3, NONE).memory == runs[1]);
}

TEST_CASE("a run grows into the free pages behind it, and no further", "[page_heap]") {
    PageHeap heap;
    Block* run = heap.allocate(10, NONE).memory;
    std::memset(bytes_of(run), 1, 10 * PAGE);
    Block* wall = heap.allocate(1, NONE).memory;
    CHECK_FALSE(heap.extend(run, 10, 11, true));
    heap.release(wall, 1);
    REQUIRE(heap.extend(run, 10, 20, true));
    CHECK(heap.find(reinterpret_cast<uintptr_t>(run) + 20 * PAGE - 1) == run);
    CHECK(bytes_of(run)[10 * PAGE - 1] == 1);
    for (size_t at = 10 * PAGE; at < 20 * PAGE; at++)
        REQUIRE(bytes_of(run)[at] == 0);
    CHECK_FALSE(heap.extend(run, 20, 65, false)); // the region ends
}

TEST_CASE("pages are clear from the one on that was named", "[page_heap]") {
    PageHeap heap;
    Block* run = heap.allocate(8, NONE).memory;
    std::memset(bytes_of(run), 7, 8 * PAGE);
    heap.release(run, 8);
    PageHeap::Run again = heap.allocate(8, 3);
    REQUIRE(again.memory == run);
    CHECK_FALSE(again.is_zero);
    CHECK(bytes_of(run)[3 * PAGE - 1] == 7);
    for (size_t at = 3 * PAGE; at < 8 * PAGE; at++)
        REQUIRE(bytes_of(run)[at] == 0);
    CHECK(heap.allocate(8, NONE).is_zero);
}

TEST_CASE("memory that lies free goes back to the system, and what comes again is clear", "[page_heap]") {
    PageHeap heap;
    Block* wall = heap.allocate(1, NONE).memory;
    Block* run = heap.allocate(40, NONE).memory;
    std::memset(bytes_of(run), 7, 40 * PAGE);
    heap.release(run, 40);
    heap.trim(0, 2);
    heap.trim(0, 2);
    CHECK(heap.free_bytes() == 40 * PAGE); // it may be wanted again soon
    heap.trim(0, 2);
    CHECK(heap.free_bytes() == 0);
    PageHeap::Run again = heap.allocate(40, NONE);
    CHECK(again.is_zero);
    for (size_t at = 256; at < 40 * PAGE; at++) // behind the header
        REQUIRE(bytes_of(again.memory)[at] == 0);
    heap.release(wall, 1);
}

TEST_CASE("memory for very long runs is unmapped when it is free", "[page_heap]") {
    PageHeap heap;
    Block* run = heap.allocate(5000, NONE).memory;
    REQUIRE(run);
    CHECK(heap.find(reinterpret_cast<uintptr_t>(run) + 4321 * PAGE) == run);
    heap.release(run, 5000);
    heap.trim(0, 0);
    CHECK(heap.mapped_bytes() == 0);
    CHECK(heap.find(reinterpret_cast<uintptr_t>(run)) == nullptr);
}

TEST_CASE("a system that refuses memory is answered by null", "[page_heap]") {
    PageHeap heap;
    Block* run = heap.allocate(60, NONE).memory;
    heap.refuse(0, UINT64_MAX);
    CHECK(heap.allocate(60, NONE).memory == nullptr);
    CHECK_FALSE(heap.prepare(60));
    CHECK(heap.allocate(4, NONE).memory != nullptr); // still free
    heap.release(run, 60);
    CHECK(heap.prepare(60));
    CHECK(heap.allocate(size_t(1) << 30, NONE).memory == nullptr);
    heap.refuse(0, 0);
    CHECK(heap.allocate(200, NONE).memory != nullptr);
}
