// SPDX-License-Identifier: MIT
//
// The table of set: the orders below are those in which CPython 3.13 walks the same sets.
#include "vm/objects/set/set_algebra.hpp"
#include "vm/model/set_table.hpp"
#include "vm/model/core.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace ouro::vm;

using Ints = std::vector<int64_t>;

static Ints sample() {
    Ints values;
    int64_t x = 0;
    for (int i = 0; i < 40; i++) {
        x = (x * 1103515245 + 12345) % (int64_t(1) << 31);
        values.push_back(x % 1000 - 300);
    }
    return values;
}

static void add_all(VM& vm, Set& set, const Ints& values) {
    for (int64_t value : values)
        REQUIRE_FALSE(set_add(vm, set, Value::small_int(value)).is_error());
}

static Set* set_of(VM& vm, const Ints& values) {
    Set* set = make_set(vm);
    add_all(vm, *set, values);
    return set;
}

static Ints order_of(Set& set) {
    Ints values;
    for (uint64_t position = 0; SetEntry* entry = set_next_entry(set, position);)
        values.push_back(entry->key.small_int());
    return values;
}

TEST_CASE("sets of ints are walked in CPython's order") {
    VM vm;
    Set* set = set_of(vm, sample());
    CHECK(order_of(*set) == Ints{641,  4,    -122, 262, 10,   653, 14,  271, 273, -108, -103, 410, 156,
                                 285,  159,  -225, 546, -218, 45,  306, 434, 54,  -193, 453,  -56, 456,
                                 -300, 345,  475,  480, 227,  483, 489, 493, 624, 628,  507,  -133});
    for (int i = 0; i < 20; i++)
        REQUIRE_FALSE(set_remove(vm, *set, Value::small_int(sample()[size_t(i)])).is_error());
    add_all(vm, *set, {0, 1, 2, 3, 4});
    CHECK(order_of(*set) == Ints{0,  641,  1,   2,   4,    3,   262, 653, 14,  410, 156,
                                 -225, 434, 54, -193, 453, 456, -300, 345, 483, 489, 507});
}

TEST_CASE("an intersection is built from the smaller set") {
    VM vm;
    Ints many;
    for (int64_t i = 0; i < 500; i++)
        many.push_back(i);
    auto both = set_intersection(vm, *set_of(vm, sample()), set_of(vm, many));
    REQUIRE_FALSE(both.is_error());
    CHECK(order_of(*both.release()) == Ints{4,  262, 10,  14,  271, 273, 410, 156, 285, 159, 45, 306,
                                            434, 54, 453, 456, 345, 475, 480, 227, 483, 489, 493});
}

TEST_CASE("adding and removing keys") {
    VM vm;
    Set* set = make_set(vm);
    CHECK_FALSE(set_contains(vm, *set, Value::small_int(1)).release());
    CHECK_FALSE(set_remove(vm, *set, Value::small_int(1)).release());
    add_all(vm, *set, {1, 2, 2, 1});
    CHECK(set->size() == 2);
    CHECK(set_contains(vm, *set, Value::number(2.0)).release());
    CHECK(set_remove(vm, *set, Value::boolean(true)).release());
    CHECK(order_of(*set) == Ints{2});
    for (int64_t i = 0; i < 100000; i++) { // dummies do not pile up
        REQUIRE_FALSE(set_add(vm, *set, Value::small_int(i)).is_error());
        REQUIRE(set_remove(vm, *set, Value::small_int(i)).release());
    }
    CHECK(set->size() == 0);
    CHECK(set->mask < 64);
}
