// SPDX-License-Identifier: MIT
//
// tuple: making them, and the hash. The type's methods stand in tuple_methods.cpp.
//
// A tuple is filled before anybody sees it and never changes, so its items need no write barrier; it must be filled
// before the next allocation that follows its own, or be reached from the native stack until it is.
#include "vm/values/tuple.hpp"

#include "vm/heap.hpp"
#include "vm/vm.hpp"

#include <algorithm>

namespace ouro::vm {

static Tuple* make_uninitialized_tuple(VM& vm, size_t size) {
    Tuple* tuple = vm.heap.make_raw<Tuple>(vm.types.tuple->root_shape, sizeof(Tuple) + size * sizeof(Value));
    tuple->aux = uint32_t(size);
    return tuple;
}

Tuple* make_tuple(VM& vm, size_t size) {
    Tuple* tuple = make_uninitialized_tuple(vm, size);
    std::fill_n(tuple->items(), size, Value::none());
    return tuple;
}

Tuple* make_tuple(VM& vm, std::span<const Value> items) {
    Tuple* tuple = make_uninitialized_tuple(vm, items.size());
    std::copy(items.begin(), items.end(), tuple->items());
    return tuple;
}

Tuple* make_tuple(VM& vm, std::initializer_list<Value> items) {
    return make_tuple(vm, std::span<const Value>(items.begin(), items.size()));
}

// The mixing of xxHash's 64-bit lanes, with the constants that make hash((1, 2)) what Python prints.
uint64_t tuple_hash_combine(const uint64_t* hashes, size_t count) {
    constexpr uint64_t PRIME_1 = 11400714785074694791u, PRIME_2 = 14029467366897019727u, PRIME_5 = 2870177450012600261u;
    uint64_t sum = PRIME_5;
    for (size_t i = 0; i < count; i++) {
        sum += hashes[i] * PRIME_2;
        sum = std::rotl(sum, 31);
        sum *= PRIME_1;
    }
    sum += count ^ (PRIME_5 ^ 3527539u);
    return sum == uint64_t(-1) ? 1546275796u : sum;
}

} // namespace ouro::vm
