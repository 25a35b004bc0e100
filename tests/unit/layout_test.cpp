// SPDX-License-Identifier: MIT
//
// What depends on context: soft keywords, and whether the prompt needs more lines.
#include "lang/layout.hpp"

#include <catch2/catch.hpp>

using namespace ouro::lang;

namespace {

// The soft keywords among the tokens of `text`: one letter each (m, c, t), n where the word stands as a name.
std::string soft_keywords(std::string_view text) {
    Arena arena;
    Source source = std::get<Source>(Source::from_text(text, "test.py"));
    std::string out;
    for (const Token& token : tokenize(source, arena).tokens) {
        if (token.kind == TokenKind::KW_MATCH || token.kind == TokenKind::KW_CASE || token.kind == TokenKind::KW_TYPE)
            out += token.text()[0];
        else if (token.text() == "match" || token.text() == "case" || token.text() == "type")
            out += 'n';
    }
    return out;
}

bool is_incomplete(std::string_view text) {
    Arena arena;
    Source source = std::get<Source>(Source::from_text(text, "test.py"));
    return tokenize(source, arena).incomplete;
}

} // namespace

TEST_CASE("match is a keyword where a match statement begins") {
    for (const char* head : {"match x:", "match (x):", "match [x]:", "match -1:", "match *a, b:", "match {}:",
                             "match not x:", "match match:", "match x[1:2]: # text", "match (\nx\n):", "match x, :"}) {
        CAPTURE(head);
        CHECK(soft_keywords(std::string(head) + "\n case 1: pass\n").front() == 'm');
    }
    for (const char* line :
         {"match = 1", "match(x)", "match[x]: int", "match[x]: int = 5", "match -1", "match * a, b", "match.x", "match",
          "match: int", "match, x = 1, 2", "match += 1", "match(x).y[1:2]", "match if x else y", "match in x",
          "x = match", "lambda match: match", "match(x, y=lambda: 1)"}) {
        CAPTURE(line);
        CHECK(soft_keywords(line).front() == 'n');
    }
    CHECK(soft_keywords("if match:\n  match x:\n    case 1:\n      match = case\n") == "nmcnn");
}

TEST_CASE("case is a keyword where a case clause begins") {
    CHECK(soft_keywords("match x:\n case 1: case = 2\n case case: pass\n") == "mcncn");
    CHECK(soft_keywords("match x:\n case 1:\n  match y:\n   case 2: pass\n  case(3)\n case 4: pass\ncase = 5\n") ==
          "mcmcncn");
    CHECK(soft_keywords("case = 1\ncase(1)\n") == "nn");
}

TEST_CASE("type is a keyword where a type alias begins") {
    CHECK(soft_keywords("type X = int") == "t");
    CHECK(soft_keywords("type type[type] = type") == "tnnn");
    CHECK(soft_keywords("a; type X = int; type Y = int") == "tt");
    CHECK(soft_keywords("class C: type match = case") == "tnn");
    for (const char* line :
         {"type(x)", "type = 1", "type.x", "type[x] = 1", "type in x", "type: int", "x = type", "type"}) {
        CAPTURE(line);
        CHECK(soft_keywords(line) == "n");
    }
}

TEST_CASE("the prompt asks for more where an entry is not finished") {
    for (const char* text : {"f(", "x = '''a\n", "x = \\", "x = 'a\\", "if x:", "if x:\n  y", "if x: y", "@d",
                             "f'''{a}", "def f():\n  if x:\n    y\n", "class C:\n  x = 1\n  # text", "x = [\n1,\n",
                             "try:\n  x\nexcept E:\n  y", "match x:\n  case 1: pass", "f'{", "async def f(): pass"}) {
        CAPTURE(text);
        CHECK(is_incomplete(text));
    }
    for (const char* text : {"", "x", "x\n", "if x:\n  y\n\n", "if x: y\n\n", "'abc", "x)", "f(\n)", "1 +",
                             "if x:\n  y\nz", "# text", "x = {\n}", "if x:\n  y\n  "}) {
        CAPTURE(text);
        CHECK_FALSE(is_incomplete(text));
    }
}
