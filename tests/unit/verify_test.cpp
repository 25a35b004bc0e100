// SPDX-License-Identifier: MIT
//
// The verifier: code that the compiler made is accepted, and the same code with one thing wrong is refused, whatever it
// is: the interpreter trusts what the verifier has seen.
#include "lang/compile.hpp"
#include "vm/model/code.hpp"
#include "vm/run/verify.hpp"
#include "vm/model/core.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace ouro;
using namespace ouro::vm;

namespace {

// The code of a small function with constants, names, a jump, a handler, and an instruction of two words.
struct Compiled {
    VM vm;
    Root module{vm.heap};
    Code* code = nullptr;

    Compiled() {
        auto made = lang::compile(vm,
                                  "def f(a, b):\n"
                                  "    try:\n"
                                  "        while a < b:\n"
                                  "            a = a.next + 'text'\n"
                                  "    except ValueError as error:\n"
                                  "        a = 2**70\n"
                                  "    return lambda: a\n",
                                  {.filename = "test.py"});
        REQUIRE_FALSE(made.is_error());
        Code* outer = made.release();
        module.value = outer;
        for (uint32_t i = 0; i < outer->constant_count; i++) {
            if (auto* inner = as<Code>(outer->constants[i]))
                code = inner;
        }
        REQUIRE(code);
        REQUIRE(verify(*code).empty());
    }

    uint32_t size_at(uint32_t pc) const { return OP_INFO[code->words[pc] & 0xFF].has_x() ? 2 : 1; }

    // The first instruction with such an operand: of its fields a, b and c, or of its second word.
    template <class F>
    uint32_t find(F&& is_wanted) const {
        for (uint32_t pc = 0; pc < code->word_count; pc += size_at(pc)) {
            if (is_wanted(OP_INFO[code->words[pc] & 0xFF]))
                return pc;
        }
        FAIL("the function has no such instruction");
        return 0;
    }

    bool is_refused_with(const std::string& part) const {
        std::string problem = verify(*code);
        INFO(problem);
        return problem.find(part) != std::string::npos;
    }
};

} // namespace

TEST_CASE("an unknown opcode is refused", "[verify]") {
    if (OP_COUNT == 256)
        return;
    Compiled compiled;
    compiled.code->words[0] = 255;
    CHECK(compiled.is_refused_with("unknown opcode 255"));
}

TEST_CASE("a register beyond the frame is refused", "[verify]") {
    for (unsigned field = 0; field < 3; field++) {
        Compiled compiled;
        uint32_t pc = compiled.find([&](const OpInfo& info) {
            OperandKind kind = field == 0 ? info.a : field == 1 ? info.b : info.c;
            return kind == OperandKind::Src || kind == OperandKind::Dst || kind == OperandKind::SrcDst;
        });
        compiled.code->words[pc] |= 0xFFu << (8 * (field + 1));
        CHECK(compiled.is_refused_with("register 255 of "));
    }
}

TEST_CASE("a frame of fewer registers than its code uses is refused", "[verify]") {
    Compiled compiled;
    compiled.code->register_count = 1;
    CHECK(compiled.is_refused_with(" of 1"));
}

TEST_CASE("a constant that is not there is refused", "[verify]") {
    Compiled compiled;
    compiled.code->constant_count = 0;
    CHECK(compiled.is_refused_with("constant "));
}

TEST_CASE("an inline cache that is not there is refused", "[verify]") {
    Compiled compiled;
    uint32_t pc = compiled.find([](const OpInfo& info) { return info.x == OperandKind::Cache; });
    compiled.code->words[pc + 1] = compiled.code->cache_count;
    CHECK(compiled.is_refused_with("cache "));
}

TEST_CASE("a jump to where no instruction begins is refused", "[verify]") {
    for (int32_t distance : {-1000, 1000, INT32_MAX, INT32_MIN}) {
        Compiled compiled;
        uint32_t pc = compiled.find([](const OpInfo& info) { return info.x == OperandKind::Jump; });
        compiled.code->words[pc + 1] = uint32_t(distance);
        CHECK(compiled.is_refused_with("where no instruction begins"));
    }
}

TEST_CASE("a jump into the second word of an instruction is refused", "[verify]") {
    Compiled compiled;
    uint32_t pc = compiled.find([](const OpInfo& info) { return info.x == OperandKind::Jump; });
    compiled.code->words[pc + 1] = uint32_t(-1); // its own second word
    CHECK(compiled.is_refused_with("where no instruction begins"));
}

TEST_CASE("an instruction whose second word is missing is refused", "[verify]") {
    Compiled compiled;
    uint32_t pc = compiled.find([](const OpInfo& info) { return info.has_x(); });
    compiled.code->word_count = pc + 1;
    CHECK(compiled.is_refused_with("is cut off"));
}

TEST_CASE("code that runs off its end is refused", "[verify]") {
    Compiled compiled;
    compiled.code->handler_count = compiled.code->line_count = 0;
    uint32_t pc = compiled.find([](const OpInfo& info) { return std::string(info.name) != "Return"; });
    compiled.code->word_count = pc + compiled.size_at(pc);
    CHECK_FALSE(verify(*compiled.code).empty());
    compiled.code->word_count = 0;
    CHECK(compiled.is_refused_with("no instructions"));
}

TEST_CASE("handlers outside the code are refused", "[verify]") {
    auto refuse = [](void (*change)(const Code&, Handler&), const char* why) {
        Compiled compiled;
        REQUIRE(compiled.code->handler_count > 0);
        change(*compiled.code, compiled.code->handlers[0]);
        CHECK(compiled.is_refused_with(why));
    };
    refuse([](const Code& code, Handler& handler) { handler.target = code.word_count; }, "target");
    refuse([](const Code& code, Handler& handler) { handler.end = code.word_count + 1; }, "covers");
    refuse([](const Code&, Handler& handler) { handler.start = handler.end; }, "covers");
    refuse([](const Code& code, Handler& handler) { handler.exception = code.register_count; }, "register");
}

TEST_CASE("line entries out of order are refused", "[verify]") {
    Compiled compiled;
    REQUIRE(compiled.code->line_count > 1);
    compiled.code->lines[1].pc = compiled.code->lines[0].pc;
    CHECK(compiled.is_refused_with("line entry 1 is out of order"));
}
