// SPDX-License-Identifier: MIT
//
// The table of dict: order, growth, deletion, versions.
#include "vm/model/dict_table.hpp"
#include "vm/model/core.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <random>
#include <string>
#include <vector>

using namespace ouro::vm;

static Value int_key(int64_t integer) { return Value::small_int(integer); }

static std::vector<int64_t> keys_of(Dict& dict) {
    std::vector<int64_t> keys;
    for (DictEntry& entry : dict) {
        if (!entry.key.is_empty())
            keys.push_back(entry.key.small_int());
    }
    return keys;
}

TEST_CASE("a dict keeps the order of insertion through growth and deletion") {
    VM vm;
    Dict* dict = make_dict(vm);
    for (int64_t i = 0; i < 1000; i++)
        CHECK_FALSE(dict_set(vm, *dict, int_key(i * 7919 % 1009), int_key(i)).is_error());
    REQUIRE(dict->size() == 1000);
    for (int64_t i = 0; i < 1000; i += 2)
        CHECK(dict_remove(vm, *dict, int_key(i * 7919 % 1009)).release() == int_key(i));
    std::vector<int64_t> expected;
    for (int64_t i = 1; i < 1000; i += 2)
        expected.push_back(i * 7919 % 1009);
    CHECK(keys_of(*dict) == expected);
    CHECK(dict_get(vm, *dict, int_key(0)).release().is_empty());
}

TEST_CASE("random operations on a dict agree with a map") {
    VM vm;
    Dict* dict = make_dict(vm);
    std::map<int64_t, int64_t> model;
    std::mt19937 random(7);
    for (int step = 0; step < 20000; step++) {
        int64_t key = int64_t(random() % 300) - 150;
        switch (random() % 4) {
        case 0:
        case 1:
            model[key] = step;
            REQUIRE_FALSE(dict_set(vm, *dict, int_key(key), int_key(step)).is_error());
            break;
        case 2:
            REQUIRE(dict_remove(vm, *dict, int_key(key)).release().is_empty() == (model.erase(key) == 0));
            break;
        case 3:
            if (DictEntry* last = dict_last_entry(*dict)) {
                model.erase(last->key.small_int());
                dict_remove_entry(*dict, *last);
            }
        }
        REQUIRE(dict->size() == model.size());
    }
    for (auto [key, value] : model)
        CHECK(dict_get(vm, *dict, int_key(key)).release() == int_key(value));
}

TEST_CASE("taking the last entry again and again does not fill the table") {
    VM vm;
    Dict* dict = make_dict(vm);
    for (int64_t i = 0; i < 20; i++)
        dict_set(vm, *dict, intern(vm, std::to_string(i)), int_key(i));
    for (int64_t round = 0; round < 10000; round++) {
        dict_remove_entry(*dict, *dict_last_entry(*dict));
        dict_set(vm, *dict, intern(vm, "again"), int_key(round));
        REQUIRE(dict_find(*dict, intern(vm, "again"))->value == int_key(round));
        REQUIRE(dict_find(*dict, intern(vm, "absent")) == nullptr);
    }
    CHECK(dict->size() == 20);
}

TEST_CASE("a str key is found by its text, not only by its identity") {
    VM vm;
    Dict* dict = make_dict(vm);
    dict_set(vm, *dict, intern(vm, "name"), int_key(1));
    Str* other = make_short_str(vm, "name");
    CHECK(dict_find(*dict, other));
    CHECK(dict_get(vm, *dict, other).release() == int_key(1));
    CHECK(dict_set(vm, *dict, Value(other), int_key(2)).is_error() == false);
    CHECK(dict->size() == 1);
    CHECK(dict_find(*dict, intern(vm, "name"))->value == int_key(2));
}

TEST_CASE("equal numbers of different kinds are one key") {
    VM vm;
    Dict* dict = make_dict(vm);
    CHECK_FALSE(dict_set(vm, *dict, int_key(1), int_key(10)).is_error());
    CHECK(dict_get(vm, *dict, Value::number(1.0)).release() == int_key(10));
    CHECK(dict_get(vm, *dict, Value::boolean(true)).release() == int_key(10));
    CHECK(dict_get(vm, *dict, Value::number(1.5)).release().is_empty());
}

TEST_CASE("the version of the keys changes with the keys only") {
    VM vm;
    Dict* dict = make_dict(vm);
    dict_set(vm, *dict, intern(vm, "a"), int_key(1));
    uint32_t version = dict_keys_version(vm, *dict);
    dict_set(vm, *dict, intern(vm, "a"), int_key(2));
    CHECK(dict_keys_version(vm, *dict) == version);
    dict_set(vm, *dict, intern(vm, "b"), int_key(3));
    CHECK(dict_keys_version(vm, *dict) != version);
    version = dict_keys_version(vm, *dict);
    CHECK(dict_remove(vm, *dict, intern(vm, "b")));
    CHECK(dict_keys_version(vm, *dict) != version);
}

TEST_CASE("a copy of a dict is independent of it") {
    VM vm;
    Dict* dict = make_dict(vm);
    for (int64_t i = 0; i < 100; i++)
        CHECK_FALSE(dict_set(vm, *dict, int_key(i), int_key(i)).is_error());
    Dict* whole = dict_copy(vm, *dict);
    CHECK(dict_remove(vm, *dict, int_key(5)).release() == int_key(5));
    Dict* with_gap = dict_copy(vm, *dict);
    CHECK(whole->size() == 100);
    CHECK(with_gap->size() == 99);
    CHECK(dict_get(vm, *whole, int_key(5)).release() == int_key(5));
    CHECK(dict_get(vm, *with_gap, int_key(5)).release().is_empty());
    CHECK(keys_of(*with_gap) == keys_of(*dict));
}
