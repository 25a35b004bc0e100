// SPDX-License-Identifier: MIT
//
// The heap through its public interface: cells of all sizes, what is kept and what is not, the write barrier, the
// limit. What a collection frees is seen by the bytes in use and by find_object, because nothing else may look at it.
#include "vm/model/dict.hpp"
#include "vm/model/list.hpp"
#include "vm/model/core.hpp"

#include <catch2/catch.hpp>

#include <cstring>
#include <string>
#include <vector>

using namespace ouro::vm;

// Lists that hang on each other, made in a frame of its own, so that no part of it stays on the native stack.
[[gnu::noinline]] static List* make_chain(VM& vm, size_t length) {
    List* head = make_list(vm, std::initializer_list<Value>{});
    for (size_t i = 0; i < length; i++)
        head = make_list(vm, std::initializer_list<Value>{Value(head)});
    return head;
}

static size_t chain_length(List* list) {
    size_t length = 0;
    for (; list->size() == 1; list = static_cast<List*>((*list)[0].object()))
        length++;
    return length;
}

[[gnu::noinline]] static void make_garbage(VM& vm, size_t bytes) {
    for (size_t made = 0; made < bytes; made += 4096)
        vm.heap.allocate_storage(4096);
}

// Where other calls left their addresses on the native stack there are zeros afterwards.
[[gnu::noinline]] static void clear_native_stack() {
    volatile char room[16 * 1024];
    for (volatile char& byte : room)
        byte = 0;
}

[[gnu::noinline]] static void hold_large_object(VM& vm, size_t bytes) {
    Root large(vm.heap, Value(vm.heap.allocate_storage(bytes)));
    vm.heap.collect(true);
    CHECK(vm.heap.bytes_in_use() >= bytes);
}

TEST_CASE("storage of every size has room for what was asked, cleared", "[heap]") {
    VM vm;
    RootVector kept(vm.heap);
    std::vector<size_t> sizes;
    for (size_t bytes = 1; bytes < 600; bytes++)
        sizes.push_back(bytes);
    for (size_t bytes : {2031ul, 2032ul, 2033ul, 2688ul, 4032ul, 8047ul, 8048ul, 8049ul, 8064ul, 16384ul, 1000000ul})
        sizes.push_back(bytes);
    for (size_t bytes : sizes) {
        Storage* storage = vm.heap.allocate_storage(bytes);
        REQUIRE(storage->capacity_bytes() >= bytes);
        REQUIRE(storage->bytes()[0] == std::byte(0));
        REQUIRE(storage->bytes()[bytes - 1] == std::byte(0));
        std::memset(storage->bytes(), int(bytes % 251 + 1), bytes);
        kept.push(Value(storage));
    }
    for (size_t i = 0; i < sizes.size(); i++) { // nobody wrote into a neighbour
        auto* storage = static_cast<Storage*>(kept[i].object());
        REQUIRE(storage->bytes()[0] == std::byte(sizes[i] % 251 + 1));
        REQUIRE(storage->bytes()[sizes[i] - 1] == std::byte(sizes[i] % 251 + 1));
    }
}

TEST_CASE("storage that grows keeps its contents", "[heap]") {
    VM vm;
    Root storage(vm.heap, Value(vm.heap.allocate_storage(16)));
    auto current = [&] { return static_cast<Storage*>(storage.value.object()); };
    std::memcpy(current()->bytes(), "0123456789abcdef", 16);
    for (size_t bytes = 32; bytes <= (1u << 20); bytes *= 2) {
        storage.value = Value(vm.heap.grow_storage(current(), bytes));
        REQUIRE(current()->capacity_bytes() >= bytes);
        REQUIRE(std::memcmp(current()->bytes(), "0123456789abcdef", 16) == 0);
    }
}

TEST_CASE("addresses inside a cell lead to its object, others to none", "[heap]") {
    VM vm;
    for (size_t bytes : {100ul, 3000ul, 100000ul}) {
        Root storage(vm.heap, Value(vm.heap.allocate_storage(bytes)));
        auto address = reinterpret_cast<uintptr_t>(storage.value.object());
        CHECK(vm.heap.find_object(address) == storage.value.object());
        CHECK(vm.heap.find_object(address + bytes / 2) == storage.value.object());
    }
    int on_the_stack = 0;
    CHECK(vm.heap.find_object(reinterpret_cast<uintptr_t>(&on_the_stack)) == nullptr);
    CHECK(vm.heap.find_object(0) == nullptr);
    CHECK(vm.heap.find_object(UINTPTR_MAX) == nullptr);
}

TEST_CASE("a root keeps all that hangs on it, however deep", "[heap]") {
    VM vm;
    Root root(vm.heap, Value(make_chain(vm, 200'000)));
    for (bool full : {false, true, false, true}) {
        make_garbage(vm, 1 << 20);
        vm.heap.collect(full);
        CHECK(chain_length(static_cast<List*>(root.value.object())) == 200'000);
    }
}

TEST_CASE("garbage is freed by a full collection", "[heap]") {
    VM vm;
    vm.heap.collect(true);
    size_t before = vm.heap.bytes_in_use();
    make_garbage(vm, 4 << 20);
    CHECK(vm.heap.bytes_in_use() > before + (1 << 20));
    vm.heap.collect(true);
    CHECK(vm.heap.bytes_in_use() < before + (1 << 20));
}

TEST_CASE("large objects are freed as well", "[heap]") {
    VM vm;
    vm.heap.collect(true);
    size_t before = vm.heap.bytes_in_use();
    for (int i = 0; i < 5; i++) {
        hold_large_object(vm, 32 << 20);
        clear_native_stack();
    }
    vm.heap.collect(true);
    // One may still be seen in a register, and another one, which had the address of one before, in an unused slot of a
    // caller's frame.
    CHECK(vm.heap.bytes_in_use() < before + (66 << 20));
}

TEST_CASE("what is stored into an old object survives a young collection", "[heap]") {
    VM vm;
    Root old(vm.heap, Value(vm.heap.allocate_storage(16)));
    List* list = make_list(vm, std::initializer_list<Value>{});
    old.value = Value(list);
    vm.heap.collect(true);
    vm.heap.collect(true);
    for (size_t i = 0; i < 1000; i++) {
        REQUIRE_FALSE(list_append(vm, *list, Value(make_chain(vm, 3))).is_error());
        if (i % 100 == 0) {
            make_garbage(vm, 1 << 16);
            vm.heap.collect(false);
        }
    }
    vm.heap.collect(false);
    for (size_t i = 0; i < 1000; i++)
        REQUIRE(chain_length(static_cast<List*>((*list)[i].object())) == 3);
}

TEST_CASE("objects on the native stack are kept", "[heap]") {
    VM vm;
    List* list = make_chain(vm, 10);
    vm.heap.collect(true);
    make_garbage(vm, 1 << 20);
    CHECK(chain_length(list) == 10);
}

TEST_CASE("the limit refuses what would break it, and no more", "[heap]") {
    VM vm;
    vm.heap.collect(true);
    vm.heap.set_limit(vm.heap.bytes_in_use() + (8 << 20));
    CHECK_FALSE(vm.heap.reserve(1 << 20).is_error());
    CHECK(vm.heap.reserve(64 << 20).is_error());
    CHECK(vm.heap.reserve(SIZE_MAX / 2).is_error());
    CHECK_FALSE(vm.heap.reserve(1 << 20).is_error());
    vm.heap.set_limit(SIZE_MAX);
    CHECK_FALSE(vm.heap.reserve(64 << 20).is_error());
}

TEST_CASE("a collection at every allocation loses nothing that is held", "[heap]") {
    VM vm;
    vm.heap.set_stress(true);
    Root root(vm.heap, Value(make_chain(vm, 50)));
    CHECK(chain_length(static_cast<List*>(root.value.object())) == 50);
    CHECK(vm.heap.collections() > 50);
}

TEST_CASE("while it is disabled the heap collects only when told", "[heap]") {
    VM vm;
    vm.heap.set_enabled(false);
    size_t before = vm.heap.collections();
    make_garbage(vm, 32 << 20);
    CHECK(vm.heap.collections() == before);
    vm.heap.collect(true);
    CHECK(vm.heap.collections() == before + 1);
    vm.heap.set_enabled(true);
    make_garbage(vm, 64 << 20);
    CHECK(vm.heap.collections() > before + 1);
}
