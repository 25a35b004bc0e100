// SPDX-License-Identifier: MIT
//
// str below its methods: flags, lengths, hashing, interning, shared buffers, indexing, and the method calls that
// natives make.
#include "vm/values/intern.hpp"
#include "vm/text/unicode.hpp"
#include "vm/text/utf8.hpp"
#include "vm/model/core.hpp"

#include <catch2/catch.hpp>

using namespace ouro::vm;

static Str* text(VM& vm, std::string_view utf8) { return MUST(make_str(vm, utf8)); } // memory is not limited here

TEST_CASE("UTF-8 is counted, skipped and checked", "[str]") {
    CHECK(count_code_points("aé€😀") == 4);
    CHECK(count_code_points("ééééééééééé") == 11);
    std::string mixed = "abcdefgé€😀abcdefghijklmé€😀xyz";
    size_t total = count_code_points(mixed);
    for (size_t i = 0; i <= total; i++)
        CHECK(count_code_points(std::string_view(mixed).substr(0, utf8_prefix_bytes(mixed.data(), i))) == i);
    CHECK(scan_utf8(mixed).reason == nullptr);
    CHECK(scan_utf8("ab\xE1\x80z").start == 2);
    CHECK(scan_utf8("ab\xE1\x80z").end == 4);
    CHECK(std::string(scan_utf8("\xED\xA0\x80").reason) == "invalid continuation byte");
    CHECK(std::string(scan_utf8("\xC0\x80").reason) == "invalid start byte");
    CHECK(std::string(scan_utf8("\xF0\x9F").reason) == "unexpected end of data");
}

TEST_CASE("Properties of characters that utf8proc does not know", "[str]") {
    CHECK(unicode::is_space(0x1C));
    CHECK(unicode::is_identifier_start(0x2118));
    CHECK(!unicode::is_identifier_start(0x37A));
    CHECK(unicode::is_identifier_continue(0xB7));
    CHECK(unicode::is_digit(0xB2));
    CHECK(!unicode::is_decimal(0xB2));
    CHECK(unicode::is_numeric(0x4E00));
    CHECK(unicode::decimal_value(0x0663) == 3u);
    CHECK(unicode::decimal_value(0x1D7FF) == 9u);
    char upper[unicode::LONGEST_MAPPING];
    CHECK(std::string(upper, unicode::put_upper(0xDF, upper)) == "SS");
}

TEST_CASE("Interned strings are one object", "[str]") {
    VM vm;
    CHECK(intern(vm, "spam") == intern(vm, "spam"));
    CHECK(intern(vm, text(vm, "eggs and ham")) == intern(vm, "eggs and ham"));
    CHECK(make_char(vm, 'x') == text(vm, "x"));
    for (int i = 0; i < 5000; i++)
        intern(vm, "name" + std::to_string(i));
    CHECK(intern(vm, "name17") == intern(vm, "name17"));
    CHECK(str_hash(text(vm, "abc")) == str_hash(intern(vm, "abc")));
    CHECK(str_hash(vm.names.empty) != 0);
}

TEST_CASE("Appending in a loop shares a buffer", "[str]") {
    VM vm;
    Str* whole = vm.names.empty;
    std::string expected;
    Str* early = nullptr;
    for (int i = 0; i < 20000; i++) {
        std::string_view part = i % 100 == 7 ? "é" : "ab";
        whole = MUST(str_concat(vm, whole, text(vm, part)));
        expected += part;
        if (i == 5000)
            early = whole;
    }
    CHECK(whole->view() == expected);
    CHECK(whole->flags & Str::EXTERNAL);
    CHECK(whole->length == count_code_points(expected));
    // Two texts that go on from the same place do not disturb each other.
    Str* left = MUST(str_concat(vm, early, text(vm, "left")));
    Str* right = MUST(str_concat(vm, early, text(vm, "right")));
    CHECK(left->view() == std::string(early->view()) + "left");
    CHECK(right->view() == std::string(early->view()) + "right");
    CHECK(expected.starts_with(early->view()));
}

TEST_CASE("Indexing counts code points", "[str]") {
    VM vm;
    std::string utf8;
    for (int i = 0; i < 1000; i++)
        utf8_append(utf8, i % 3 == 0 ? 0x1F600u : i % 3 == 1 ? 'a' + uint32_t(i % 26) : 0xE9u);
    Str* long_text = text(vm, utf8);
    REQUIRE(long_text->length == 1000);
    for (size_t i = 0; i < 1000; i++) {
        uint32_t expected = i % 3 == 0 ? 0x1F600u : i % 3 == 1 ? 'a' + uint32_t(i % 26) : 0xE9u;
        CHECK(str_code_point_at(vm, long_text, i) == expected);
        CHECK(str_index_of_byte(vm, long_text, str_byte_offset(vm, long_text, i)) == i);
    }
    CHECK(str_byte_offset(vm, long_text, 1000) == utf8.size());
    Str* part = MUST(str_substring(vm, long_text, 500, 503));
    CHECK(part->length == 3);
}

TEST_CASE("repr chooses quotes and escapes", "[str]") {
    CHECK(str_repr("it's") == "\"it's\"");
    CHECK(str_repr("\"it's\"") == "'\"it\\'s\"'");
    CHECK(str_repr(std::string_view("\0\t\n\x7f\\", 5)) == "'\\x00\\t\\n\\x7f\\\\'");
    CHECK(str_repr("é\u00a0\u2028😀") == "'é\\xa0\\u2028😀'");
    CHECK(str_repr("\xED\xA0\x80") == "'\\ud800'");
    CHECK(bytes_repr("a'\xff") == "b\"a'\\xff\"");
}
