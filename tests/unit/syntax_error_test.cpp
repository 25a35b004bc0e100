// SPDX-License-Identifier: MIT
//
// What is said about text that the grammar does not accept: message and place, as CPython 3.13 words and marks them.
#include "lang/parser.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace ouro::lang;

namespace {

// "line:offset-offset message" of the error in `text`; the second offset only where more than a caret is marked.
std::string error(std::string_view text) {
    Arena arena;
    Source source = std::get<Source>(Source::from_text(text, "test.py"));
    auto parsed = parse(source, arena, ParseMode::File);
    auto* found = std::get_if<SyntaxError>(&parsed);
    if (!found)
        return "";
    ErrorOffsets at = error_offsets(*found, source);
    std::string type = found->type == SyntaxError::Type::SyntaxError ? "" : fmt::format("{}: ", type_name(found->type));
    bool is_range = at.end_lineno != at.lineno || at.end_offset > at.offset;
    return fmt::format("{}:{}{} {}{}", at.lineno, at.offset, is_range ? fmt::format("-{}", at.end_offset) : "", type,
                       found->message);
}

} // namespace

TEST_CASE("a token that does not fit") {
    CHECK(error("x = = 1") == "1:5-6 invalid syntax");
    CHECK(error("foo bar") == "1:5-8 invalid syntax");
    CHECK(error("x = 1 +") == "1:8-9 invalid syntax");
    CHECK(error("a <> b") == "1:3-5 invalid syntax");
    CHECK(error("a ? b") == "1:3-4 invalid syntax");
    CHECK(error("@a\n@b") == "2:0 invalid syntax");
    CHECK(error("else:") == "1:1-5 invalid syntax");
}

TEST_CASE("a missing comma") {
    std::string message = " invalid syntax. Perhaps you forgot a comma?";
    CHECK(error("f(a, b z)") == "1:6-9" + message);
    CHECK(error("print(\"é\" 1)") == "1:7-12" + message);
    CHECK(error("x = [1\n2\n3]") == "1:6-2" + message);
    CHECK(error("{'a': 1 'b': 2}") == "1:7-12" + message);
    CHECK(error("f((a) b)") == "1:4-8" + message);
    CHECK(error("f(*a b)") == "1:4-7" + message);
    CHECK(error("f'{a b}'") == "1:4-7" + message);
    CHECK(error("x[1:2 3]") == "1:5-8" + message);
    CHECK(error("(f \"a\")") == "1:4-7 invalid syntax");
    CHECK(error("(match x)") == "1:8-9 invalid syntax");
    CHECK(error("x = a b") == "1:7-8 invalid syntax");
}

TEST_CASE("Python 2's print and exec") {
    CHECK(error("print \"hello\"") == "1:1-14 Missing parentheses in call to 'print'. Did you mean print(...)?");
    CHECK(error("if x: exec y in z") == "1:7-18 Missing parentheses in call to 'exec'. Did you mean exec(...)?");
}

TEST_CASE("= for == or :=") {
    CHECK(error("if x = 3: pass") == "1:4-9 invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    CHECK(error("while x.a = 3: pass") ==
          "1:7-10 cannot assign to attribute here. Maybe you meant '==' instead of '='?");
    CHECK(error("f(a.b=1)") == "1:3-7 expression cannot contain assignment, perhaps you meant \"==\"?");
    CHECK(error("f(a=b for c in d)") == "1:3-5 invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    CHECK(error("f(a=)") == "1:3-5 expected argument value expression");
    CHECK(error("f(*a=1)") == "1:3-7 cannot assign to iterable argument unpacking");
}

TEST_CASE("conditional expressions and comprehensions") {
    CHECK(error("x = a if b") == "1:5-11 expected 'else' after 'if' expression");
    CHECK(error("[x for x]") == "1:9-10 'in' expected after for-loop variables");
    CHECK(error("[a, b for c in d]") == "1:2-6 did you forget parentheses around the comprehension target?");
    CHECK(error("f(a for b in c, d)") == "1:3-15 Generator expression must be parenthesized");
}

TEST_CASE("dictionary displays") {
    CHECK(error("x = {a: b, w}") == "1:12 ':' expected after dictionary key");
    CHECK(error("x = {a: , b: 1}") == "1:7-8 expression expected after dictionary key and ':'");
    CHECK(error("x = {a: *b}") == "1:9-11 cannot use a starred expression in a dictionary value");
}

TEST_CASE("a missing colon or parenthesis") {
    CHECK(error("if x\n  y") == "1:5-6 expected ':'");
    CHECK(error("else_ = 1\nclass C(A)\n  x") == "2:11-12 expected ':'");
    CHECK(error("def f()\n  x") == "1:8-9 expected ':'");
    CHECK(error("def f() { }") == "1:9-10 expected ':'");
    CHECK(error("def f:") == "1:6-7 expected '('");
    CHECK(error("try x") == "1:5-6 expected ':'");
    CHECK(error("with (a as b, c as d)") == "1:22-23 expected ':'");
    CHECK(error("match x\n  case 1: pass") == "1:8-9 expected ':'");
    CHECK(error("match x:\n  case 1\n    pass") == "2:9-10 expected ':'");
    CHECK(error("if x y:") == "1:6-7 invalid syntax");
}

TEST_CASE("missing blocks") {
    std::string message = "IndentationError: expected an indented block after ";
    CHECK(error("if x:\ny") == "2:1-2 " + message + "'if' statement on line 1");
    CHECK(error("if x:") == "1:6 " + message + "'if' statement on line 1");
    CHECK(error("if x:\n  if y:\nz") == "3:0 " + message + "'if' statement on line 2");
    CHECK(error("async def f():\nx") == "2:1-2 " + message + "function definition on line 1");
    CHECK(error("class C:\nx") == "2:1-2 " + message + "class definition on line 1");
    CHECK(error("try:\n  x\nexcept* E:\ny") == "4:1-2 " + message + "'except*' statement on line 3");
    CHECK(error("match x:\n  case 1:\n  pass") == "3:3-7 " + message + "'case' statement on line 2");
    CHECK(error("try:\n  x\ny") == "3:1-2 expected 'except' or 'finally' block");
    CHECK(error("try: pass") == "1:10 expected 'except' or 'finally' block");
    CHECK(error("x\n  y") == "2:2 IndentationError: unexpected indent");
}

TEST_CASE("parameters") {
    CHECK(error("def f(a, (b, c), d): pass") == "1:10-16 Function parameters cannot be parenthesized");
    CHECK(error("lambda (a): 1") == "1:8-11 Lambda expression parameters cannot be parenthesized");
    CHECK(error("def f(a=, b): pass") == "1:8-9 expected default value expression");
    CHECK(error("def f(a, /*, b): pass") == "1:11-12 expected comma between / and *");
}

TEST_CASE("imports") {
    CHECK(error("import") == "1:7 Expected one or more names after 'import'");
    CHECK(error("from a import") == "1:14 Expected one or more names after 'import'");
    CHECK(error("import a, b from c") == "1:1-19 Did you mean to use 'from ... import ...' instead?");
}

TEST_CASE("mistakes in replacement fields") {
    CHECK(error("f'{}'") == "1:4-5 f-string: valid expression required before '}'");
    CHECK(error("f'{!r}'") == "1:4-5 f-string: valid expression required before '!'");
    CHECK(error("f'{a $}'") == "1:6-7 f-string: expecting '=', or '!', or ':', or '}'");
    CHECK(error("f'{a!}'") == "1:6-7 f-string: missing conversion character");
    CHECK(error("f'{a!r b}'") == "1:8-9 f-string: expecting ':' or '}'");
    CHECK(error("f'{+}'") == "1:4-5 f-string: expecting a valid expression after '{'");
    CHECK(error("f'{a:'") == "1:6-7 f-string: expecting '}', or format specs");
    CHECK(error("f'{lambda x: 1}'") == "1:4-13 f-string: lambda expressions are not allowed without parentheses");
}

TEST_CASE("lexical errors come before those of the grammar where CPython reads on") {
    CHECK(error("x = = 1\n'abc") == "2:1 unterminated string literal (detected at line 2)");
    CHECK(error("x = = 1\nf'abc") == "1:5-6 invalid syntax");
    CHECK(error("  x = 1\n'abc") == "1:2 IndentationError: unexpected indent");
    CHECK(error("f(a, b c\n") == "1:2 '(' was never closed");
    CHECK(error("x = (1 2\n\ny = =") == "1:5 '(' was never closed");
    CHECK(error("x = 1 2\n(") == "1:7-8 invalid syntax");
    CHECK(error("x = (a if b c\n)\n") == "1:6-12 expected 'else' after 'if' expression");
    CHECK(error("x = '\\x' = =") == "1:5-9 (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: "
                                    "truncated \\xXX escape");
}

TEST_CASE("absurdly nested or long errors are only invalid syntax") {
    std::string deep = "x = ";
    for (int i = 0; i < 500; ++i)
        deep += "lambda: ";
    CHECK(error(deep + "a b") == "1:4007-4008 invalid syntax");
    std::string longer = "x = [";
    for (int i = 0; i < 200'000; ++i)
        longer += "1,";
    CHECK(error(longer + "1 2]") == "1:400008-400009 invalid syntax");
}
