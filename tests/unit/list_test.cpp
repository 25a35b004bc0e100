// SPDX-License-Identifier: MIT
//
// list: growth, slices, and the sort with each kind of key.
#include "vm/objects/list/list_slices.hpp"
#include "vm/objects/list/sort.hpp"
#include "vm/model/core.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <vector>

using namespace ouro::vm;

static List* list_of(VM& vm, const std::vector<int64_t>& items) {
    List* list = make_list(vm);
    for (int64_t item : items)
        CHECK_FALSE(list_append(vm, *list, Value::small_int(item)).is_error());
    return list;
}

static std::vector<int64_t> ints_of(List& list) {
    std::vector<int64_t> items;
    for (size_t i = 0; i < list.size(); i++)
        items.push_back(list[i].small_int());
    return items;
}

static List* sliced(VM& vm, List& list, Value start, Value stop, Value step) {
    auto result = list_get_slice(vm, list, *make_slice(vm, start, stop, step));
    REQUIRE_FALSE(result.is_error());
    return result.release();
}

TEST_CASE("slices of lists") {
    VM vm;
    List* list = list_of(vm, {0, 1, 2, 3, 4, 5});
    constexpr Value NONE = Value::none();
    auto at = [](int64_t i) { return Value::small_int(i); };
    CHECK(ints_of(*sliced(vm, *list, at(1), at(-1), NONE)) == std::vector<int64_t>{1, 2, 3, 4});
    CHECK(ints_of(*sliced(vm, *list, NONE, NONE, at(-2))) == std::vector<int64_t>{5, 3, 1});
    CHECK(ints_of(*sliced(vm, *list, at(4), at(100), at(3))) == std::vector<int64_t>{4});
    CHECK(sliced(vm, *list, at(4), at(1), NONE)->size() == 0);
    CHECK_FALSE(list_delete_slice(vm, *list, *make_slice(vm, NONE, NONE, at(2))).is_error());
    CHECK(ints_of(*list) == std::vector<int64_t>{1, 3, 5});
    CHECK_FALSE(list_set_slice(vm, *list, *make_slice(vm, at(1), at(2), NONE), list_of(vm, {7, 8, 9})).is_error());
    CHECK(ints_of(*list) == std::vector<int64_t>{1, 7, 8, 9, 5});
    CHECK_FALSE(list_set_slice(vm, *list, *make_slice(vm, NONE, NONE, NONE), list).is_error());
    CHECK(ints_of(*list) == std::vector<int64_t>{1, 7, 8, 9, 5});
}

TEST_CASE("a list of any length sorts, whatever the order it has") {
    VM vm;
    std::mt19937 random(11);
    for (size_t count : {0u, 1u, 2u, 3u, 31u, 32u, 33u, 64u, 65u, 100u, 1000u, 4097u}) {
        for (unsigned range : {2u, 10u, 1000000u}) {
            std::vector<int64_t> items(count);
            for (auto& item : items)
                item = int64_t(random() % range) - int64_t(range / 2);
            List* list = list_of(vm, items);
            CHECK_FALSE(list_sort(vm, *list, {}, false).is_error());
            std::sort(items.begin(), items.end());
            REQUIRE(ints_of(*list) == items);
            CHECK_FALSE(list_sort(vm, *list, {}, true).is_error());
            std::reverse(items.begin(), items.end());
            REQUIRE(ints_of(*list) == items);
        }
    }
}

namespace {

struct Item {
    int key, place;
};

struct ItemLess {
    bool failed() const { return comparisons > most; }
    bool operator()(const Item& a, const Item& b) {
        comparisons++;
        return !failed() && a.key < b.key;
    }
    size_t comparisons = 0;
    size_t most = SIZE_MAX;
};

std::vector<Item> random_items(std::mt19937& random, size_t count, unsigned range) {
    std::vector<Item> items(count);
    for (size_t i = 0; i < count; i++)
        items[i] = {int(random() % range), int(i)};
    return items;
}

} // namespace

TEST_CASE("the merge sort is stable") {
    std::mt19937 random(3);
    for (int round = 0; round < 200; round++) {
        auto items = random_items(random, random() % 700, 1 + random() % 50);
        for (size_t i = 0; round % 3 == 0 && i + 40 < items.size(); i += 80) // some runs
            std::sort(items.begin() + ptrdiff_t(i), items.begin() + ptrdiff_t(i) + 40,
                      [](const Item& a, const Item& b) { return a.key < b.key; });
        auto expected = items;
        std::stable_sort(expected.begin(), expected.end(), [](const Item& a, const Item& b) { return a.key < b.key; });
        std::vector<Item> spare(items.size() / 2);
        ItemLess less;
        MergeSort<Item, ItemLess>(items.data(), items.size(), spare.data(), less).run();
        for (size_t i = 0; i < items.size(); i++)
            REQUIRE(items[i].place == expected[i].place);
    }
}

TEST_CASE("sorted input costs one comparison per item, and a failed comparison loses no item") {
    std::vector<Item> items(1000), spare(500);
    for (int i = 0; i < 1000; i++)
        items[size_t(i)] = {i, i};
    ItemLess less;
    MergeSort<Item, ItemLess>(items.data(), items.size(), spare.data(), less).run();
    CHECK(less.comparisons == 999);

    std::mt19937 random(5);
    for (size_t most = 0; most < 9000; most += 97) {
        auto shuffled = random_items(random, 1000, 500);
        ItemLess failing{.comparisons = 0, .most = most};
        MergeSort<Item, ItemLess>(shuffled.data(), shuffled.size(), spare.data(), failing).run();
        std::vector<int> places;
        for (Item& item : shuffled)
            places.push_back(item.place);
        std::sort(places.begin(), places.end());
        for (int i = 0; i < 1000; i++)
            REQUIRE(places[size_t(i)] == i);
    }
}
