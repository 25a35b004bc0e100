// SPDX-License-Identifier: MIT
//
// Regular expressions: what PCRE2 is given for Python's syntax, and the faults that are found before.
#include "stdlib/re/re_syntax.hpp"

#include <catch2/catch.hpp>

using namespace ouro::vm::re;

static Translation parse(std::string_view text, Alphabet alphabet = Alphabet::CodePoints, uint32_t flags = 0) {
    return translate({text, true, flags}, alphabet, [](void*) { return false; }, nullptr);
}

static std::string fault_of(std::string_view text) {
    Fault fault = parse(text).fault;
    return fault.message + " at position " + std::to_string(fault.position);
}

TEST_CASE("Patterns are written anew for PCRE2", "[re]") {
    CHECK(parse("a.b").text == "a.b");
    CHECK(parse("[]a-c]").text == "[\\]a-c]");
    CHECK(parse("(?P<year>\\d+)-(?P=year)").text == "(\\d+)\\-\\g{1}");
    CHECK(parse("a{,3}b{2}").text == "a{0,3}b{2,2}");
    CHECK(parse("x{y").text == "x\\{y");
    CHECK(parse("\\Z").text == "\\z");
    CHECK(parse("\\s", Alphabet::Octets).text == "[\\t-\\r\\x1c-\\x20]");
    CHECK(parse("\\w", Alphabet::CodePoints, ASCII).text == "[0-9A-Z_a-z]");
    CHECK(parse("a b # c\n|d", Alphabet::CodePoints, VERBOSE).text == "ab|d");
    CHECK(parse("(?x) a b").text == "ab");
    CHECK(parse("é").text == "\\x{e9}");
    CHECK(!parse("é").is_ascii);
    CHECK(parse("(a)|(b)").group_count == 2);
}

TEST_CASE("Faults of patterns have CPython's messages and positions", "[re]") {
    CHECK(fault_of("[a") == "unterminated character set at position 0");
    CHECK(fault_of("*a") == "nothing to repeat at position 0");
    CHECK(fault_of("a**") == "multiple repeat at position 2");
    CHECK(fault_of("(a") == "missing ), unterminated subpattern at position 0");
    CHECK(fault_of("a)") == "unbalanced parenthesis at position 1");
    CHECK(fault_of("(?P<a>x)(?P<a>y)") == "redefinition of group name 'a' as group 2; was group 1 at position 12");
    CHECK(fault_of("\\q") == "bad escape \\q at position 0");
    CHECK(fault_of("é\\1") == "invalid group reference 1 at position 2");
    CHECK(fault_of("[b-a]") == "bad character range b-a at position 1");
    CHECK(fault_of("a(?i)b") == "global flags not at the start of the expression at position 1");
    CHECK(parse("(?<=a+)b").fault.message == "look-behind requires fixed-width pattern");
}
