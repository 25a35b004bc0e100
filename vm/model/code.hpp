// SPDX-License-Identifier: MIT
//
// Code: the compiled form of one function body, class body or module, as the code generator makes it and the
// interpreter runs it. opcodes.def defines the instructions.
//
// Registers of a frame: parameters first (positional, then keyword-only, then *args, then **kwargs), then other locals,
// then temporaries. Parameters that are captured are turned into cells by MakeCell at the start.
//
// Operands of one byte name the near registers only. Where there are more named locals than NEAR_LOCALS, the others
// live in far registers behind all near ones (local_register), and behind them what temporaries did not find room for.
// LoadFar, StoreFar and a few others reach them.
#pragma once

#include "vm/heap.hpp"
#include "vm/object.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ouro::vm {

struct Str;
struct Tuple;

enum class Op : uint8_t {
#define OP(name, a, b, c, x) name,
#include "vm/model/opcodes.def"
};

inline constexpr unsigned OP_COUNT = 0
#define OP(name, a, b, c, x) +1
#include "vm/model/opcodes.def"
    ;
static_assert(OP_COUNT <= 256);

enum class OperandKind : uint8_t {
    None, Dst, Src, SrcDst, Base, Imm, SImm16, K, K16, SJ, Jump, Cache, Const, Name, Free, FarReg, FarFree,
};

struct OpInfo {
    const char* name;
    OperandKind a, b, c, x;
    constexpr bool has_x() const { return x != OperandKind::None; }
};
inline constexpr OpInfo OP_INFO[] = {
#define OP(name, a, b, c, x) {#name, OperandKind::a, OperandKind::b, OperandKind::c, OperandKind::x},
#include "vm/model/opcodes.def"
};

namespace instruction {
constexpr uint32_t encode(Op op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0) {
    return uint32_t(op) | a << 8 | b << 16 | c << 24;
}
constexpr Op op(uint32_t word) { return Op(word & 0xFF); }
constexpr uint32_t a(uint32_t word) { return (word >> 8) & 0xFF; }
constexpr uint32_t b(uint32_t word) { return (word >> 16) & 0xFF; }
constexpr uint32_t c(uint32_t word) { return word >> 24; }
constexpr uint32_t bx(uint32_t word) { return word >> 16; }
constexpr int32_t sbx(uint32_t word) { return int32_t(word) >> 16; }
constexpr int32_t sj(uint32_t word) { return int32_t(word) >> 8; }
} // namespace instruction

inline constexpr unsigned NEAR_REGISTERS = 240;
inline constexpr unsigned NEAR_LOCALS = 140; // the other near registers are temporaries

// The register of the named local number `index`.
constexpr unsigned local_register(unsigned index) {
    return index < NEAR_LOCALS ? index : index - NEAR_LOCALS + NEAR_REGISTERS;
}

// What an instruction learned. `name` is set by the code generator, the rest by the interpreter.
struct InlineCache {
    uint32_t shape_id;  // 0: never hits
    uint32_t offset;    // byte offset of the slot in the object, slot index, or dict entry index
    Value value;        // function, class value; for SetAttrAdd the next Shape
    uint32_t version;   // dict keys version of globals; of builtins in `offset2`
    uint32_t offset2;
    Str* name;
};
static_assert(sizeof(InlineCache) == 32);

// An exception raised by an instruction in [start, end) goes to `target` with the exception in register `exception`.
// Inner ranges stand before outer ones.
struct Handler {
    uint32_t start, end, target; // word offsets
    uint32_t exception;          // register
};

// Source range of the instructions from `pc` on, up to the next entry. Columns in bytes; -1 unknown.
struct LineEntry {
    uint32_t pc;
    uint32_t line, end_line;
    int32_t column, end_column;
};

struct Code : Object {
    static constexpr Kind KIND = Kind::Code;
    enum Flag : uint32_t {
        VARARGS = 1,
        VARKEYWORDS = 2,
        GENERATOR = 4,
        COROUTINE = 8,
        ASYNC_GENERATOR = 16,
        NAMESPACE = 32, // class bodies and modules: variables live in the frame's namespace
        NESTED = 64,
        SIMPLE_PARAMETERS =
            128, // only positional-or-keyword or positional-only ones: calls with all of them just jump in
        HAS_DOCSTRING = 256,
        MODULE = 512,
        ITERABLE_COROUTINE = 1024, // made by types.coroutine
        INTERNAL = 2048,           // not shown in tracebacks
        FUTURE_ANNOTATIONS = 4096, // from __future__ import annotations: also for what it compiles
        ANY_GENERATOR = GENERATOR | COROUTINE | ASYNC_GENERATOR,
    };

    Str* name;
    Str* qualname;
    Str* filename;
    Str* text; // the whole source text, where no file of that name has it; else null
    uint32_t code_flags;
    uint32_t first_line;
    uint32_t positional_count;      // positional-only ones included
    uint32_t positional_only_count;
    uint32_t keyword_only_count;
    uint32_t register_count;
    uint32_t local_count;           // parameters and other named locals: see local_register
    uint32_t clear_from, clear_to;  // registers that must be empty at entry
    uint32_t free_count;
    uint32_t word_count, constant_count, cache_count, handler_count, line_count, cell_count;
    uint32_t* words;
    Value* constants;
    InlineCache* caches;
    Handler* handlers;
    LineEntry* lines;
    Tuple* local_names;  // str per named local: parameters first, in register order (captured ones included)
    Tuple* free_names;   // str per closure cell
    Tuple* cell_names;   // names of the locals that are captured
    Storage* memory;     // of the arrays above
    Value docstring;     // str or None

    unsigned parameter_count() const {
        return positional_count + keyword_only_count + ((code_flags & VARARGS) ? 1 : 0) +
               ((code_flags & VARKEYWORDS) ? 1 : 0);
    }
    bool has(Flag flag) const { return code_flags & flag; }
    const LineEntry& line_entry(uint32_t pc) const; // of the instruction that contains word `pc`
    static void visit(Object* object, Visitor& visitor);
};

// What the code generator fills in; make_code turns it into one heap object with its arrays behind it.
struct CodeParts {
    Str* name = nullptr;
    Str* qualname = nullptr;
    Str* filename = nullptr;
    Str* text = nullptr;
    uint32_t flags = 0, first_line = 1;
    uint32_t positional_count = 0, positional_only_count = 0, keyword_only_count = 0;
    uint32_t register_count = 0, local_count = 0, clear_from = 0, clear_to = 0;
    std::vector<uint32_t> words;
    std::vector<Value>* constants = nullptr; // owned by a RootVector
    std::vector<Str*> cache_names;           // interned; kept alive by KeepInterned while code is compiled
    std::vector<Handler> handlers;
    std::vector<LineEntry> lines;
    std::vector<Str*> local_names, free_names, cell_names; // interned
    Value docstring;
};
Code* make_code(VM& vm, const CodeParts& parts);

} // namespace ouro::vm
