// SPDX-License-Identifier: MIT
//
// Errors that the parser's builders find beyond plain syntax, in CPython 3.13's words and ranges.
#include "parser_fixture.hpp"

#include <catch2/catch.hpp>

using namespace ouro::lang;

namespace {

struct Case {
    const char* text;
    const char* error;
};

void check_all(std::initializer_list<Case> cases) {
    for (const Case& item : cases) {
        INFO(item.text);
        CHECK(parsed(item.text) == item.error);
    }
}

} // namespace

TEST_CASE("what cannot be assigned to", "[parser][errors]") {
    check_all({
        {"f() = 1", "1:1-1:4 cannot assign to function call here. Maybe you meant '==' instead of '='?"},
        {"x = f() = 1", "1:5-1:8 cannot assign to function call"},
        {"a, f() = 1", "1:4-1:7 cannot assign to function call here. Maybe you meant '==' instead of '='?"},
        {"f(), a = 1", "1:6-1:11 invalid syntax. Maybe you meant '==' or ':=' instead of '='?"},
        {"(a, f()) = 1", "1:5-1:8 cannot assign to function call"},
        {"f() = yield", "1:1-1:4 cannot assign to function call"},
        {"1 = 2 = 3", "1:1-1:2 cannot assign to literal"},
        {"None = 1", "1:1-1:5 cannot assign to None"},
        {"a < b = 1", "1:1-1:6 cannot assign to comparison"},
        {"x = yield = 1", "1:5-1:10 assignment to yield expression not possible"},
        {"for f() in x: pass", "1:5-1:8 cannot assign to function call"},
        {"[x for x, 1 in y]", "1:11-1:12 cannot assign to literal"},
        {"with x as (a, f()): pass", "1:15-1:18 cannot assign to function call"},
        {"del (a, f())", "1:9-1:12 cannot delete function call"},
        {"del *a", "1:5-1:7 cannot delete starred"},
        {"a, b += 1", "1:1-1:5 'tuple' is an illegal expression for augmented assignment"},
        {"f() += 1", "1:1-1:4 'function call' is an illegal expression for augmented assignment"},
        {"a, b: int", "1:1-1:2 only single target (not tuple) can be annotated"},
        {"[a]: int", "1:1-1:4 only single target (not list) can be annotated"},
        {"f(): int", "1:1-1:4 illegal target for annotation"},
        {"(x.y := 1)", "1:2-1:5 cannot use assignment expressions with attribute"},
        {"((x) := 1)", "1:3-1:4 cannot use assignment expressions with name"},
    });
}

TEST_CASE("arguments out of order", "[parser][errors]") {
    check_all({
        {"f(a=1, b)", "1:9-1:10 positional argument follows keyword argument"},
        {"f(**a, b)", "1:9-1:10 positional argument follows keyword argument unpacking"},
        {"f(**a, *b)", "1:6-1:10 iterable argument unpacking follows keyword argument unpacking"},
        {"f(a, x for x in y)", "1:6-1:18 Generator expression must be parenthesized"},
        {"f(x for x in y, )", "1:3-1:15 Generator expression must be parenthesized"},
        {"f(a.b=1)", "1:3-1:7 expression cannot contain assignment, perhaps you meant \"==\"?"},
        {"f(True=1)", "1:3-1:8 cannot assign to True"},
        {"class A(x for x in y): pass", "1:11-1:14 invalid syntax"},
    });
}

TEST_CASE("parameters out of order", "[parser][errors]") {
    check_all({
        {"def f(a=1, b): pass", "1:12-1:13 parameter without a default follows parameter with a default"},
        {"def f(a: int = 1, b: str): pass", "1:19-1:25 parameter without a default follows parameter with a default"},
        {"def f(a, *): pass", "1:10-1:11 named arguments must follow bare *"},
        {"def f(*, **k): pass", "1:7-1:8 named arguments must follow bare *"},
        {"lambda *, **k: 0", "1:11-1:13 named arguments must follow bare *"},
        {"def f(*a, *b): pass", "1:11-1:12 * argument may appear only once"},
        {"def f(*a=1): pass", "1:9-1:10 var-positional argument cannot have default value"},
        {"def f(**k=1): pass", "1:10-1:11 var-keyword argument cannot have default value"},
        {"def f(**k, a): pass", "1:12-1:13 arguments cannot follow var-keyword argument"},
        {"def f(/, a): pass", "1:7-1:8 at least one argument must precede /"},
        {"def f(a, /, b, /): pass", "1:16-1:17 / may appear only once"},
        {"def f(*, a, /): pass", "1:13-1:14 / must be ahead of *"},
        {"class A[*T: int]: pass", "1:11-1:16 cannot use bound with TypeVarTuple"},
        {"def f[](): pass", "1:7-1:7 Type parameter list cannot be empty"},
    });
}

TEST_CASE("displays, strings, patterns, imports", "[parser][errors]") {
    check_all({
        {"(*a)", "1:2-1:4 cannot use starred expression here"},
        {"[*x for x in y]", "1:2-1:4 iterable unpacking cannot be used in comprehension"},
        {"{**x for x in y}", "1:2-1:4 dict unpacking cannot be used in dict comprehension"},
        {"{1: *a}", "1:5-1:7 cannot use a starred expression in a dictionary value"},
        {"'a' b'b'", "1:9-1:10 cannot mix bytes and nonbytes literals"},
        {"match a:\n  case x as y.z: pass", "2:13-2:16 cannot use attribute as pattern target"},
        {"match a:\n  case x as 1: pass", "2:13-2:14 cannot use literal as pattern target"},
        {"match a:\n  case x as _: pass", "2:13-2:14 cannot use '_' as a target"},
        {"match a:\n  case A(x=1, y): pass", "2:15-2:16 positional patterns follow keyword patterns"},
        {"match a:\n  case f'x': pass", "2:8-2:12 patterns may only match literals and attribute lookups"},
        {"match a:\n  case 1 + 2: pass", "2:12-2:13 imaginary number required in complex literal"},
        {"from a import b,", "1:17-1:18 trailing comma not allowed without surrounding parentheses"},
        {"try: pass\nexcept A: pass\nexcept* B: pass",
         "3:1-3:8 cannot have both 'except' and 'except*' on the same 'try'"},
    });
}
