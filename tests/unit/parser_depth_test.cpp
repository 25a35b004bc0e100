// SPDX-License-Identifier: MIT
//
// Absurd nesting: what grows to the right or inwards is refused at a limit, what grows to the left is not limited.
#include "parser_fixture.hpp"

#include <catch2/catch.hpp>

using namespace ouro::lang;

namespace {

std::string repeated(std::string_view part, size_t count) {
    std::string text;
    for (size_t i = 0; i < count; i++)
        text += part;
    return text;
}

std::string outcome(const std::string& text) {
    auto source = Source::from_text(text, "test.py");
    Arena arena;
    auto module = parse(std::get<Source>(source), arena, ParseMode::File);
    auto* error = std::get_if<SyntaxError>(&module);
    return error ? std::string(type_name(error->type)) + ": " + error->message : "parsed";
}

const char* const TOO_DEEP = "RecursionError: maximum recursion depth exceeded during compilation";

} // namespace

TEST_CASE("right-nested expressions have a limit", "[parser][depth]") {
    for (const char* part : {"-", "not ", "lambda: ", "a if b else ", "a ** ", "(", "[", "f(", "{1: "}) {
        INFO(part);
        std::string text = repeated(part, 100'000) + "a";
        bool is_bracket = std::string_view("([f({1: ").find(part) != std::string_view::npos;
        CHECK(outcome(text) == (is_bracket ? "SyntaxError: too many nested parentheses" : TOO_DEEP));
        if (!is_bracket)
            CHECK(outcome(repeated(part, 500) + "a") == "parsed");
    }
}

TEST_CASE("left-nested expressions have none", "[parser][depth]") {
    for (const char* part : {" + a", ".a", "()", "[0]", " and a", " < a", " = a", ", a"}) {
        INFO(part);
        CHECK(outcome("a" + repeated(part, 100'000)) == "parsed");
    }
}

TEST_CASE("long elif chains", "[parser][depth]") {
    CHECK(outcome("if a: pass\n" + repeated("elif b: pass\n", 20'000)) == "parsed");
}

TEST_CASE("dumping takes trees of any depth", "[parser][depth]") {
    std::string text = parsed("a" + repeated(" + a", 20'000));
    CHECK(text.find("(20001) left: NameExpr id='a' context=Load") != std::string::npos);
}
