// SPDX-License-Identifier: MIT
//
// The code generator and scope analysis, seen through the disassembler: which instructions simple functions become.
// What the instructions do is for the script tests.
#include "lang/compile.hpp"
#include "vm/model/code.hpp"
#include "vm/model/core.hpp"
#include "vm/run/disassemble.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace ouro;

// The listing of the functions in `source`, without the module's own code and without line numbers and offsets.
static std::string listing(const std::string& source) {
    vm::VM vm;
    auto code = lang::compile(vm, source, {.filename = "test.py"});
    REQUIRE(!code.is_error());
    std::string text = vm::disassemble(vm, *code.release()), result;
    size_t at = text.find("\n\n") + 2;
    while (at < text.size()) {
        size_t end = text.find('\n', at);
        std::string line = text.substr(at, end - at);
        at = end + 1;
        size_t name = line.find_first_not_of(" 0123456789");
        result += (name == 0 || name == std::string::npos ? line : line.substr(name)) + "\n";
    }
    return result;
}

TEST_CASE("a local variable is its register") {
    CHECK(listing("def f(a, b):\n    return a\n") == "f: 2 registers, locals a b\nReturn         r0\n");
}

TEST_CASE("the last instruction writes the target itself") {
    CHECK(listing("def f(a, b):\n    c = a * b\n    return c\n") == "f: 4 registers, locals a b c, clears r2..r2\n"
                                                                     "Mul            r2, r0, r1\n"
                                                                     "Return         r2\n");
}

TEST_CASE("loops test at their end") {
    CHECK(listing("def f(a, b):\n    while a < b:\n        a += 2\n    return a\n") ==
          "f: 2 registers, locals a b\n"
          "JumpIfLess     r0, r1, 0, to 5\n"
          "InPlaceAddK    r0, r0, 2\n"
          "JumpIfLess     r0, r1, 1, to 2\n"
          "Return         r0\n");
}

TEST_CASE("only what may be unbound is checked") {
    std::string text = listing("def f(a):\n    if a:\n        b = 1\n    return b\n");
    CHECK(text.find("CheckLocal     r1") != std::string::npos);
    text = listing("def f(a):\n    if a:\n        b = 1\n    else:\n        b = 2\n    return b\n");
    CHECK(text.find("CheckLocal") == std::string::npos);
}

TEST_CASE("captured variables live in cells, others of the same function do not") {
    std::string text = listing("def f(a, b):\n    def g(): return a\n    return g, b\n");
    CHECK(text.find("MakeCell       r0") != std::string::npos);
    CHECK(text.find("MakeCell       r1") == std::string::npos);
    CHECK(text.find("f.<locals>.g: 1 registers, free a\nLoadFree       r0, a\nReturn         r0\n") !=
          std::string::npos);
}

TEST_CASE("locals beyond the near registers are reached through a temporary") {
    std::string source = "def f():\n";
    for (int i = 0; i < 200; i++)
        source += "    v" + std::to_string(i) + " = " + std::to_string(i) + "\n";
    std::string text = listing(source + "    return v199\n");
    unsigned last = vm::local_register(199);
    CHECK(last == 299);
    CHECK(text.find("StoreFar       r140, r299") != std::string::npos);
    CHECK(text.find("LoadFar        r140, r299\nReturn         r140\n") != std::string::npos);
}

TEST_CASE("what near registers have no room for waits in far ones") {
    std::string targets, nested = "x";
    for (int i = 0; i < 200; i++)
        targets += "a.x" + std::to_string(i) + ", ";
    std::string text = listing("def f(a):\n    " + targets + "= a\n");
    CHECK(text.find("UnpackFar      r0, r1, r240") != std::string::npos);
    CHECK(text.find("LoadFar        r1, r439\nSetAttr        r0, r1, x199") != std::string::npos);
    for (int i = 0; i < 12; i++)
        nested = "[x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, " + nested + "]";
    text = listing("def f(x):\n    return " + nested + "\n");
    CHECK(text.find("SaveFar        r1, ") != std::string::npos);
    CHECK(text.find("RestoreFar     r1, ") != std::string::npos);
    CHECK(text.find("SaveFar", text.find("RestoreFar")) == std::string::npos);
}
