// SPDX-License-Identifier: MIT
//
// The n-th allocation fails, for each n: a script ends with MemoryError or as if nothing had been, and the VM is as good
// as before. Two kinds of allocations: pages that the heap asks of the system, and operator new, which this program
// replaces for all its tests (it fails nowhere else).
#include "lang/compile.hpp"
#include "stdlib/modules.hpp"
#include "vm/compile_options.hpp"
#include "vm/model/core.hpp"
#include "vm/model/function.hpp"
#include "vm/run/enter.hpp"
#include "vm/vm.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <new>
#include <string>

using namespace ouro::vm;

namespace {

thread_local uint64_t allocations_left = UINT64_MAX; // before operator new fails, once

bool is_due() {
    if (allocations_left == UINT64_MAX)
        return false;
    return allocations_left-- == 0;
}

// For its life the n-th call of operator new in this thread fails (0: the next one).
struct FailingNew {
    explicit FailingNew(uint64_t n) { allocations_left = n; }
    ~FailingNew() { allocations_left = UINT64_MAX; }
    bool has_failed() const { return allocations_left == UINT64_MAX; }
};

} // namespace

void* operator new(size_t bytes) {
    void* memory = is_due() ? nullptr : std::malloc(bytes);
    if (!memory)
        throw std::bad_alloc();
    return memory;
}
void* operator new(size_t bytes, const std::nothrow_t&) noexcept { return is_due() ? nullptr : std::malloc(bytes); }
void* operator new[](size_t bytes) { return operator new(bytes); }
void* operator new[](size_t bytes, const std::nothrow_t& tag) noexcept { return operator new(bytes, tag); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, size_t) noexcept { std::free(memory); }

namespace {

struct Machine {
    Machine() {
        ouro::stdlib::register_stdlib(vm);
        ouro::lang::install_compiler(vm);
        globals.value = make_dict(vm);
        dict_set(vm, *dict(), intern(vm, "__builtins__"), Value(vm.builtins));
    }
    Dict* dict() { return as<Dict>(globals.value); }

    // "" or the name of the exception's type.
    std::string run(const std::string& source) {
        auto code = vm.hooks.compile(vm, source, {.filename = "test.py"});
        auto result = code.is_error() ? Result<Value>(code.error()) : run_code(vm, *code.release(), dict(), dict());
        return result.is_error() ? std::string(vm.type_name(result.exception())) : "";
    }

    VM vm;
    Root globals{vm.heap};
};

// Names, classes, containers, generators, formatting, big numbers, exceptions.
const char* const programs[] = {
    "x = [i * i for i in range(100)]\nassert sum(x) == 328350",
    "d = {f'key{i}': str(i) for i in range(200)}\nassert d['key7'] == '7' and len(d) == 200",
    "class A:\n    def __init__(self, x): self.x = x\n    def __repr__(self): return f'A({self.x!r})'\n"
    "assert repr([A(1), A('a')]) == \"[A(1), A('a')]\"",
    "assert ','.join(sorted('the quick brown fox'.split())).upper() == 'BROWN,FOX,QUICK,THE'",
    "def g():\n    for i in range(50): yield (i, [i])\nassert len(dict((a, b) for a, b in g())) == 50",
    "assert len(str(3 ** 2000)) == 955 and 7 ** 300 // 7 ** 299 == 7",
    "try:\n    {}['missing']\nexcept KeyError as e:\n    assert str(e) == \"'missing'\"",
    "assert '%5.2f|{:>8}'.format('x') % 1.5 == ' 1.50|       x'",
    "s = set(range(300)) & set(range(100, 500))\nassert len(s | {1, 2}) == 202",
};

const char* const large_programs[] = {
    "x = [[i] for i in range(60000)]\nassert len(x) == 60000\nx = None",
    "x = 'ab' * 300000\nassert x.upper().count('AB') == 300000\nx = None",
    "x = {i: str(i) for i in range(20000)}\nassert x[777] == '777'\nx = None",
    "x = bytes(range(256)) * 4000\nassert len(x + x) == 2048000\nx = None",
    "x = 3 ** 400000 * 7 ** 100000\nassert x % 10 == 1\nx = None",
};

void check_outcome(Machine& machine, const std::string& outcome) {
    INFO(outcome);
    REQUIRE((outcome == "" || outcome == "MemoryError"));
    REQUIRE(machine.run("assert sum(i for i in range(1000)) == 499500 and str([1.5, 'a']) == \"[1.5, 'a']\"") == "");
}

} // namespace

TEST_CASE("whichever operator new fails, a script ends with MemoryError or well", "[memory]") {
    for (const char* program : programs) {
        INFO(program);
        Machine machine;
        REQUIRE(machine.run(program) == ""); // loads what it needs, so that each round allocates the same
        bool has_failed = true;
        for (uint64_t n = 0; has_failed; n++) {
            INFO(n);
            std::string outcome;
            {
                FailingNew failing(n);
                outcome = machine.run(program);
                has_failed = failing.has_failed();
            }
            check_outcome(machine, outcome);
        }
    }
}

TEST_CASE("whenever the system refuses pages, a script ends with MemoryError or well", "[memory]") {
    for (const char* program : large_programs) {
        INFO(program);
        bool ever_failed = false;
        for (uint64_t times : {uint64_t(1), UINT64_MAX}) {
            for (uint64_t n = 0; n < 12; n++) {
                INFO(n);
                Machine machine;
                machine.vm.heap.pages().refuse(n, times);
                std::string outcome = machine.run(program);
                machine.vm.heap.pages().refuse(0, 0);
                ever_failed |= outcome == "MemoryError";
                check_outcome(machine, outcome);
                REQUIRE(machine.run(program) == "");
            }
        }
        CHECK(ever_failed);
    }
}
