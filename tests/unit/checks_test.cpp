// SPDX-License-Identifier: MIT
//
// The rules of checks.cpp, checks_patterns.cpp and the table of subset.cpp: message and range of each, as CPython's.
#include "lang/checks.hpp"
#include "lang/parser.hpp"

#include <catch2/catch.hpp>
#include <initializer_list>
#include <string>

using namespace ouro::lang;

namespace {

std::string checked(const std::string& text) {
    auto source = Source::from_text(text, "test.py");
    Arena arena;
    auto module = parse(std::get<Source>(source), arena, ParseMode::File);
    if (auto* error = std::get_if<SyntaxError>(&module))
        return "parser: " + error->message;
    std::vector<SyntaxWarning> warnings;
    auto error = check_module(std::get<Module>(module), warnings);
    if (!error)
        return "ok";
    ErrorOffsets at = error_offsets(*error, std::get<Source>(source));
    return std::to_string(at.lineno) + ":" + std::to_string(at.offset) + "-" + std::to_string(at.end_lineno) + ":" +
           std::to_string(at.end_offset) + " " + error->message;
}

struct Case {
    const char* text;
    const char* error;
};

void check_all(std::initializer_list<Case> cases) {
    for (const Case& item : cases) {
        INFO(item.text);
        CHECK(checked(item.text) == item.error);
    }
}

const char* const IN_EXCEPT_STAR = "'break', 'continue' and 'return' cannot appear in an except* block";

} // namespace

TEST_CASE("break and continue need a loop in the same function", "[checks]") {
    check_all({
        {"break", "1:1-1:6 'break' outside loop"},
        {"continue", "1:1-1:9 'continue' not properly in loop"},
        {"for a in b: break", "ok"},
        {"for a in b:\n  def f(): break", "2:12-2:17 'break' outside loop"},
        {"for a in b:\n  class A: break", "2:12-2:17 'break' outside loop"},
        {"for a in b: pass\nelse: break", "2:7-2:12 'break' outside loop"},
        {"while a:\n  if b: pass\n  elif c: continue", "ok"},
    });
}

TEST_CASE("no jump leaves an except* block", "[checks]") {
    auto error = [](const char* range) { return std::string(range) + " " + IN_EXCEPT_STAR; };
    CHECK(checked("for x in y:\n try: pass\n except* A: break") == error("3:13-3:18"));
    CHECK(checked("def f():\n try: pass\n except* A: return") == error("3:13-3:19"));
    CHECK(checked("def f():\n try: pass\n except* A:\n  for x in y: return") == error("4:15-4:21"));
    CHECK(checked("def f():\n try: pass\n except* A:\n  for x in y: break") == "ok");
    CHECK(checked("def f():\n try: pass\n except* A:\n  def g(): return") == "ok");
    CHECK(checked("def f():\n try: return\n except* A: pass\n else: return\n finally: return") == "ok");
}

TEST_CASE("a bare except comes last", "[checks]") {
    CHECK(checked("try: pass\nexcept: pass\nexcept A: pass") == "2:1-2:13 default 'except:' must be last");
}

TEST_CASE("stars", "[checks]") {
    check_all({
        {"*a", "1:1-1:3 can't use starred expression here"},
        {"x = *a", "1:5-1:7 can't use starred expression here"},
        {"f'{*a}'", "1:4-1:6 can't use starred expression here"},
        {"for x in *a: pass", "1:10-1:12 can't use starred expression here"},
        {"*a = b", "1:1-1:3 starred assignment target must be in a list or tuple"},
        {"for *a in b: pass", "1:5-1:7 starred assignment target must be in a list or tuple"},
        {"(*a, (*b, *c)) = d", "1:6-1:14 multiple starred expressions in assignment"},
        {"*a, = (*b, *c)", "ok"},
        {"def f(*a: *b): return *a, *b", "ok"},
        {"a[*b] = {*c}", "ok"},
    });
}

TEST_CASE("keywords are given once", "[checks]") {
    check_all({
        {"f(a=1, b=2, a=3, b=4)", "1:13-1:16 keyword argument repeated: a"},
        {"class A(a=1, a=2): pass", "1:14-1:17 keyword argument repeated: a"},
        {"f(a=1,b=1,c=1,d=1,e=1,g=1,h=1,i=1,j=1,a=2)", "1:39-1:42 keyword argument repeated: a"},
        {"f(**a, **b)", "ok"},
        {"f(__debug__=1)", "1:3-1:14 cannot assign to __debug__"},
    });
}

TEST_CASE("future imports", "[checks]") {
    check_all({
        {"\"doc\"\nfrom __future__ import annotations\nfrom __future__ import division", "ok"},
        {"x = 1\nfrom __future__ import annotations",
         "2:1-2:35 from __future__ imports must occur at the beginning of the file"},
        {"def f():\n from __future__ import annotations",
         "2:2-2:36 from __future__ imports must occur at the beginning of the file"},
        {"from __future__ import annotations, nope", "1:37-1:41 future feature nope is not defined"},
        {"from __future__ import braces", "1:24-1:30 not a chance"},
        {"from .__future__ import x", "ok"},
    });
}

TEST_CASE("patterns that can never match, or bind twice", "[checks]") {
    check_all({
        {"match x:\n case a: pass\n case b: pass",
         "2:7-2:8 name capture 'a' makes remaining patterns unreachable"},
        {"match x:\n case (_): pass\n case b: pass", "2:8-2:9 wildcard makes remaining patterns unreachable"},
        {"match x:\n case a if b: pass\n case b: pass", "ok"},
        {"match x:\n case 1 | a: pass", "2:7-2:12 alternative patterns bind different names"},
        {"match x:\n case [a] | (a, _): pass", "ok"},
        {"match x:\n case [a, *a]: pass", "2:11-2:13 multiple assignments to name 'a' in pattern"},
        {"match x:\n case {1: a, **a}: pass", "2:7-2:18 multiple assignments to name 'a' in pattern"},
        {"match x:\n case [*a, *b]: pass", "2:7-2:15 multiple starred names in sequence pattern"},
        {"match x:\n case {1: a, True: b}: pass", "2:7-2:22 mapping pattern checks duplicate key (True)"},
        {"match x:\n case {'a': a, 'a': b}: pass", "2:7-2:23 mapping pattern checks duplicate key ('a')"},
        {"match x:\n case {a.b: c, a.b: d}: pass", "ok"},
        {"match x:\n case A(b=1, b=2): pass", "2:16-2:17 attribute name repeated in class pattern: b"},
    });
}

TEST_CASE("valid Python that Ouro refuses by name", "[checks]") {
    check_all({
        {"def f[T](a): pass", "1:7-1:8 type parameters are not supported by Ouro"},
        {"class A[T, *U]: pass", "1:9-1:14 type parameters are not supported by Ouro"},
        {"type A = int", "1:1-1:13 type statements are not supported by Ouro"},
        {"x = t'{a}'", "1:5-1:11 template strings are not supported by Ouro"},
        {"x = 1 + 2j", "1:9-1:11 complex numbers are not supported by Ouro"},
    });
}

TEST_CASE("the walk takes trees of any depth", "[checks]") {
    std::string sum = "a", chain = "a", elifs = "if a: pass\n";
    for (int i = 0; i < 100'000; i++) {
        sum += "+a";
        chain += ".b()";
        elifs += "elif b: pass\n";
    }
    CHECK(checked(sum) == "ok");
    CHECK(checked(chain) == "ok");
    CHECK(checked(elifs) == "ok");
}
