// SPDX-License-Identifier: MIT
//
// The system refuses the n-th request of the heap for pages, for each n: a script ends with MemoryError or as if
// nothing had been, and the VM is as good as before. (tests/allocation does so with all that the engine allocates.)
#include "lang/compile.hpp"
#include "stdlib/modules.hpp"
#include "vm/compile_options.hpp"
#include "vm/model/core.hpp"
#include "vm/model/function.hpp"
#include "vm/run/enter.hpp"
#include "vm/vm.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace ouro::vm;

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

const char* const programs[] = {
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

TEST_CASE("whenever the system refuses pages, a script ends with MemoryError or well", "[memory]") {
    bool ever_failed = false;
    for (const std::string program : programs) {
        INFO(program);
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
    }
    CHECK(ever_failed);
}
