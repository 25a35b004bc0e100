// SPDX-License-Identifier: MIT
//
// Code objects: one heap object, its arrays in one Storage behind it.
#include "vm/model/code.hpp"

#include "vm/model/core.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace ouro::vm {

namespace {

Tuple* name_tuple(VM& vm, const std::vector<Str*>& names) {
    Tuple* tuple = make_tuple(vm, names.size());
    for (size_t i = 0; i < names.size(); i++)
        (*tuple)[i] = names[i];
    return tuple;
}

template <class T>
T* place(std::byte*& cursor, size_t count) {
    T* array = reinterpret_cast<T*>(cursor);
    cursor += (count * sizeof(T) + 7) / 8 * 8;
    return array;
}

template <class T>
size_t padded(size_t count) {
    return (count * sizeof(T) + 7) / 8 * 8;
}

} // namespace

Code* make_code(VM& vm, const CodeParts& parts) {
    auto* code = vm.heap.make<Code>(vm.types.code->root_shape);
    size_t constant_count = parts.constants ? parts.constants->size() : 0;
    code->name = parts.name;
    code->qualname = parts.qualname ? parts.qualname : parts.name;
    code->filename = parts.filename;
    code->text = parts.text;
    code->code_flags = parts.flags;
    code->first_line = parts.first_line;
    code->positional_count = parts.positional_count;
    code->positional_only_count = parts.positional_only_count;
    code->keyword_only_count = parts.keyword_only_count;
    code->register_count = parts.register_count;
    code->local_count = parts.local_count;
    code->clear_from = parts.clear_from;
    code->clear_to = parts.clear_to;
    code->free_count = uint32_t(parts.free_names.size());
    code->cell_count = uint32_t(parts.cell_names.size());
    code->docstring = parts.docstring ? parts.docstring : Value::none();
    code->local_names = name_tuple(vm, parts.local_names);
    code->free_names = name_tuple(vm, parts.free_names);
    code->cell_names = name_tuple(vm, parts.cell_names);
    size_t cache_count = parts.cache_names.size();
    code->memory = vm.heap.allocate_storage(
        padded<Value>(constant_count) + padded<InlineCache>(cache_count) + padded<uint32_t>(parts.words.size()) +
        padded<Handler>(parts.handlers.size()) + padded<LineEntry>(parts.lines.size()));
    // The counts are set with their arrays, so that the collector never walks an array that isn't there.
    code->word_count = uint32_t(parts.words.size());
    code->cache_count = uint32_t(cache_count);
    code->handler_count = uint32_t(parts.handlers.size());
    code->line_count = uint32_t(parts.lines.size());
    std::byte* cursor = code->memory->bytes();
    code->constants = place<Value>(cursor, constant_count);
    code->caches = place<InlineCache>(cursor, code->cache_count);
    code->words = place<uint32_t>(cursor, code->word_count);
    code->handlers = place<Handler>(cursor, code->handler_count);
    code->lines = place<LineEntry>(cursor, code->line_count);
    if (constant_count)
        std::copy(parts.constants->begin(), parts.constants->end(), code->constants);
    code->constant_count = uint32_t(constant_count);
    for (size_t i = 0; i < parts.cache_names.size(); i++)
        code->caches[i].name = parts.cache_names[i];
    std::copy(parts.words.begin(), parts.words.end(), code->words);
    std::copy(parts.handlers.begin(), parts.handlers.end(), code->handlers);
    std::copy(parts.lines.begin(), parts.lines.end(), code->lines);
    Heap::barrier(code);
    return code;
}

const LineEntry& Code::line_entry(uint32_t pc) const {
    static constexpr LineEntry unknown{0, 0, 0, -1, -1};
    const LineEntry* after =
        std::upper_bound(lines, lines + line_count, pc, [](uint32_t p, const LineEntry& e) { return p < e.pc; });
    return after == lines ? unknown : after[-1];
}

void Code::visit(Object* object, Visitor& visitor) {
    auto* self = static_cast<Code*>(object);
    visitor.visit(self->name);
    visitor.visit(self->qualname);
    visitor.visit(self->filename);
    visitor.visit(self->text);
    visitor.visit(self->local_names);
    visitor.visit(self->free_names);
    visitor.visit(self->cell_names);
    visitor.visit(self->memory);
    visitor.visit(self->docstring);
    visitor.visit(self->constants, self->constant_count);
    for (uint32_t i = 0; self->caches && i < self->cache_count; i++) { // none yet while the code is being made
        visitor.visit(self->caches[i].value);
        visitor.visit(self->caches[i].name);
    }
}

// --- Equality -----------------------------------------------------------------------------------------------------

// What running has rewritten counts as what it was.
static uint32_t original_word(uint32_t word) {
    auto was = [&](Op op) { return (word & ~0xFFu) | uint32_t(op); };
    Op op = instruction::op(word);
    if (op >= Op::LoadGlobalModule && op <= Op::LoadGlobalBuiltin)
        return was(Op::LoadGlobal);
    if (op >= Op::GetAttrSlot && op <= Op::GetAttrType)
        return was(Op::GetAttr);
    if (op >= Op::SetAttrSlot && op <= Op::SetAttrAdd)
        return was(Op::SetAttr);
    return op >= Op::GetMethodCached && op <= Op::GetMethodType ? was(Op::GetMethod) : word;
}

static bool same_instructions(const Code& a, const Code& b) {
    if (a.word_count != b.word_count)
        return false;
    for (uint32_t pc = 0; pc < a.word_count; pc++) {
        if (original_word(a.words[pc]) != original_word(b.words[pc]))
            return false;
        if (OP_INFO[a.words[pc] & 0xFF].has_x() && a.words[pc + 1] != b.words[pc + 1])
            return false;
        pc += OP_INFO[a.words[pc] & 0xFF].has_x();
    }
    return true;
}

template <class T>
static bool same_array(const T* a, uint32_t a_count, const T* b, uint32_t b_count) {
    return a_count == b_count && (a_count == 0 || std::memcmp(a, b, a_count * sizeof(T)) == 0);
}

static Result<bool> same_code(VM& vm, const Code& a, const Code& b);

static Result<bool> same_constants(VM& vm, std::span<const Value> a, std::span<const Value> b);

// 1, 1.0 and True are different constants.
static Result<bool> same_constant(VM& vm, Value a, Value b) {
    if (a == b)
        return true;
    if (vm.type_of(a) != vm.type_of(b) || a.is_double())
        return false;
    if (Code *left = as<Code>(a), *right = as<Code>(b); left && right)
        return same_code(vm, *left, *right);
    if (Tuple *left = as<Tuple>(a), *right = as<Tuple>(b); left && right)
        return same_constants(vm, {left->items(), left->size()}, {right->items(), right->size()});
    return equal(vm, a, b);
}

static Result<bool> same_constants(VM& vm, std::span<const Value> a, std::span<const Value> b) {
    TRY(vm.check_native_stack());
    if (a.size() != b.size())
        return false;
    for (size_t i = 0; i < a.size(); i++) {
        if (!TRY(same_constant(vm, a[i], b[i])))
            return false;
    }
    return true;
}

// All but where they come from: files and qualified names may differ.
static Result<bool> same_code(VM& vm, const Code& a, const Code& b) {
    auto numbers = [](const Code& code) {
        return std::array{
            code.code_flags,         code.first_line,     code.positional_count, code.positional_only_count,
            code.keyword_only_count, code.register_count, code.local_count,      code.cache_count,
        };
    };
    if (numbers(a) != numbers(b) || !str_equal(a.name, b.name) || !same_instructions(a, b) ||
        !same_array(a.lines, a.line_count, b.lines, b.line_count) ||
        !same_array(a.handlers, a.handler_count, b.handlers, b.handler_count))
        return false;
    for (uint32_t i = 0; i < a.cache_count; i++) {
        if (a.caches[i].name != b.caches[i].name) // interned
            return false;
    }
    const Value a_rest[] = {a.docstring, a.local_names, a.free_names, a.cell_names};
    const Value b_rest[] = {b.docstring, b.local_names, b.free_names, b.cell_names};
    return TRY(same_constants(vm, a_rest, b_rest)) &&
           TRY(same_constants(vm, {a.constants, a.constant_count}, {b.constants, b.constant_count}));
}

static Result<Value> code_equal(VM& vm, Code& self, Value other) {
    Code* code = as<Code>(other);
    return code ? Value::boolean(TRY(same_code(vm, self, *code))) : Value::not_implemented();
}

static int64_t code_hash(VM& vm, Code& self) {
    uint64_t hash = MUST(vm::hash(vm, self.name)) + self.first_line; // of a str
    for (uint32_t pc = 0; pc < self.word_count; pc++) {
        hash = (hash ^ original_word(self.words[pc])) * 0x100000001B3; // FNV
        pc += OP_INFO[self.words[pc] & 0xFF].has_x();
    }
    return int64_t(hash >> 1);
}

// --- Attributes of code objects -----------------------------------------------------------------------------------

static Str* code_get_name(Code& self) { return self.name; }
static Str* code_get_qualname(Code& self) { return self.qualname; }
static Str* code_get_filename(Code& self) { return self.filename; }
static int64_t code_get_first_line(Code& self) { return self.first_line; }
static int64_t code_get_argument_count(Code& self) { return self.positional_count; }
static int64_t code_get_positional_only_count(Code& self) { return self.positional_only_count; }
static int64_t code_get_keyword_only_count(Code& self) { return self.keyword_only_count; }
static int64_t code_get_local_count(Code& self) { return self.local_count; }
static Value code_get_local_names(Code& self) { return self.local_names; }
static Value code_get_free_names(Code& self) { return self.free_names; }
static Value code_get_cell_names(Code& self) { return self.cell_names; }
static Value code_get_constants(VM& vm, Code& self) {
    return make_tuple(vm, std::span<const Value>(self.constants, self.constant_count));
}

// The names that the code looks up: globals, attributes, what it imports.
static Result<Tuple*> code_get_names(VM& vm, Code& self) {
    List* names = make_list(vm);
    auto add = [&](Value name) -> Result<void> {
        for (size_t i = 0; i < names->size(); i++) {
            if ((*names)[i] == name)
                return {};
        }
        return list_append(vm, *names, name);
    };
    for (uint32_t pc = 0; pc < self.word_count; pc++) {
        const OpInfo& info = OP_INFO[self.words[pc] & 0xFF];
        if (!info.has_x())
            continue;
        uint32_t x = self.words[++pc];
        if (info.x == OperandKind::Cache && self.caches[x].name)
            TRY(add(self.caches[x].name));
        if (info.x == OperandKind::Name)
            TRY(add(self.constants[x]));
    }
    return make_tuple(vm, std::span<const Value>(names->items(), names->size()));
}

// The instructions as they stand: Ouro's own, a word of 32 bits each, which running rewrites.
static Result<Bytes*> code_get_code(VM& vm, Code& self) {
    Bytes* octets = TRY(make_bytes_uninitialized(vm, self.word_count * sizeof(uint32_t)));
    std::memcpy(octets->data(), self.words, self.word_count * sizeof(uint32_t));
    return octets;
}

// Offsets are in bytes of co_code.
static Result<Value> code_lines(VM& vm, Code& self) {
    List* rows = make_list(vm);
    for (uint32_t i = 0; i < self.line_count;) {
        uint32_t first = i, line = self.lines[i].line;
        while (i < self.line_count && self.lines[i].line == line)
            i++;
        uint32_t end = i < self.line_count ? self.lines[i].pc : self.word_count;
        Value start = Value::small_int(int64_t(self.lines[first].pc * sizeof(uint32_t)));
        Value stop = Value::small_int(int64_t(end * sizeof(uint32_t)));
        TRY(list_append(vm, *rows, make_tuple(vm, {start, stop, Value::small_int(line)})));
    }
    return get_iterator(vm, rows);
}

// A position for every two bytes of co_code, as readers of CPython's expect it.
static Result<Value> code_positions(VM& vm, Code& self) {
    TRY(vm.heap.reserve(self.word_count * 2 * sizeof(Value)));
    List* rows = make_list(vm);
    auto column = [](int32_t value) { return value < 0 ? Value::none() : Value::small_int(value); };
    for (uint32_t pc = 0; pc < self.word_count; pc++) {
        const LineEntry& entry = self.line_entry(pc);
        Tuple* row = make_tuple(vm, {Value::small_int(entry.line), Value::small_int(entry.end_line),
                                     column(entry.column), column(entry.end_column)});
        TRY(list_append(vm, *rows, row));
        TRY(list_append(vm, *rows, row));
    }
    return get_iterator(vm, rows);
}

// The CO_* bits of CPython (Library Reference, inspect), as far as they mean something here.
static int64_t code_get_flags(Code& self) {
    int64_t flags = self.has(Code::NAMESPACE) ? 0 : 3; // CO_OPTIMIZED | CO_NEWLOCALS
    flags |= self.has(Code::VARARGS) ? 0x4 : 0;
    flags |= self.has(Code::VARKEYWORDS) ? 0x8 : 0;
    flags |= self.has(Code::NESTED) ? 0x10 : 0;
    flags |= self.has(Code::GENERATOR) ? 0x20 : 0;
    flags |= self.has(Code::COROUTINE) ? 0x80 : 0;
    flags |= self.has(Code::ITERABLE_COROUTINE) ? 0x100 : 0;
    flags |= self.has(Code::ASYNC_GENERATOR) ? 0x200 : 0;
    flags |= self.has(Code::FUTURE_ANNOTATIONS) ? 0x1000000 : 0;
    flags |= self.has(Code::HAS_DOCSTRING) ? 0x4000000 : 0;
    return flags;
}

static std::string code_repr(Code& self) {
    return fmt::format("<code object {} at {:#x}, file \"{}\", line {}>", self.name->view(),
                       reinterpret_cast<uintptr_t>(&self), self.filename->view(), self.first_line);
}

// --- code.replace() ---

// What replace() can change: what stands beside the instructions.
struct Replacement {
    Code* code;

    Result<void> set_text(VM& vm, Str* Code::* field, std::string_view attribute, Value value) {
        Str* text = as<Str>(value);
        if (!text)
            return vm.type_error("replace() argument '{}' must be str, not {}", attribute,
                                 value.is_none() ? "None" : vm.type_name(value));
        Heap::store(code, code->*field, text);
        return {};
    }

    // Lines are counted from the first one.
    Result<void> set_first_line(VM& vm, Value value) {
        int64_t line = TRY(index_int64(vm, value));
        if (line < 1 || line > INT32_MAX)
            return vm.value_error("code: co_firstlineno must be a positive int");
        uint32_t moved = uint32_t(line) - code->first_line;
        for (uint32_t i = 0; i < code->line_count; i++) {
            code->lines[i].line += moved;
            code->lines[i].end_line += moved;
        }
        code->first_line = uint32_t(line);
        return {};
    }

    // Other names for the same variables.
    Result<void> set_names(VM& vm, Tuple* Code::* field, std::string_view attribute, Value value) {
        Tuple* given = as<Tuple>(value);
        if (!given)
            return vm.type_error("replace() argument '{}' must be tuple, not {}", attribute,
                                 value.is_none() ? "None" : vm.type_name(value));
        if (given->size() != (code->*field)->size())
            return vm.value_error("code.replace({}=...) can rename variables, but not change how many there are: "
                                  "that would rewrite the bytecode, which Ouro does not support",
                                  attribute);
        Tuple* names = make_tuple(vm, given->size());
        for (size_t i = 0; i < given->size(); i++) {
            Str* name = as<Str>((*given)[i]);
            if (!name)
                return vm.type_error("name tuples must contain only strings, not '{}'", vm.type_name((*given)[i]));
            (*names)[i] = intern(vm, name);
        }
        Heap::store(code, code->*field, names);
        return {};
    }

    Result<void> set(VM& vm, Str* attribute, Value value) {
        std::string_view name = attribute->view();
        if (name == "co_name")
            return set_text(vm, &Code::name, name, value);
        if (name == "co_qualname")
            return set_text(vm, &Code::qualname, name, value);
        if (name == "co_filename")
            return set_text(vm, &Code::filename, name, value);
        if (name == "co_firstlineno")
            return set_first_line(vm, value);
        if (name == "co_varnames")
            return set_names(vm, &Code::local_names, name, value);
        if (name == "co_freevars")
            return set_names(vm, &Code::free_names, name, value);
        if (name == "co_cellvars")
            return set_names(vm, &Code::cell_names, name, value);
        if (name == "co_flags")
            return set_flags(vm, value);
        static constexpr std::string_view in_bytecode[] = {
            "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals",   "co_stacksize",
            "co_code",     "co_consts",          "co_names",          "co_linetable", "co_exceptiontable",
        };
        if (std::find(std::begin(in_bytecode), std::end(in_bytecode), name) == std::end(in_bytecode))
            return vm.type_error("replace() got an unexpected keyword argument '{}'", name);
        return keep(vm, attribute, value);
    }

    // The only flag that says nothing about the instructions is that of types.coroutine.
    Result<void> set_flags(VM& vm, Value value) {
        int64_t flags = TRY(index_int64(vm, value));
        constexpr int64_t ITERABLE_COROUTINE_BIT = 0x100;
        if ((flags ^ code_get_flags(*code)) & ~ITERABLE_COROUTINE_BIT)
            return unsupported(vm, "co_flags");
        code->code_flags &= ~uint32_t(Code::ITERABLE_COROUTINE);
        code->code_flags |= flags & ITERABLE_COROUTINE_BIT ? uint32_t(Code::ITERABLE_COROUTINE) : 0;
        return {};
    }

    // What is as it was needs no rewriting.
    Result<void> keep(VM& vm, Str* attribute, Value value) {
        Value known = TRY(find_attribute(vm, code, attribute));
        if (!known || !TRY(equal(vm, known, value)))
            return unsupported(vm, attribute->view());
        return {};
    }

    Raised unsupported(VM& vm, std::string_view attribute) {
        return vm.value_error("code.replace({}=...) would rewrite the bytecode, which Ouro does not support",
                              attribute);
    }
};

static Result<Code*> code_copy(VM& vm, Code& self) {
    TRY(vm.heap.reserve(self.memory->capacity_bytes()));
    auto* code = vm.heap.make<Code>(vm.types.code->root_shape);
    Storage* memory = vm.heap.allocate_storage(self.memory->capacity_bytes());
    constexpr size_t HEADER = sizeof(Object);
    std::memcpy(reinterpret_cast<std::byte*>(code) + HEADER, reinterpret_cast<std::byte*>(&self) + HEADER,
                sizeof(Code) - HEADER);
    std::memcpy(memory->bytes(), self.memory->bytes(), self.memory->capacity_bytes());
    code->memory = memory;
    std::byte* cursor = memory->bytes();
    code->constants = place<Value>(cursor, code->constant_count);
    code->caches = place<InlineCache>(cursor, code->cache_count);
    code->words = place<uint32_t>(cursor, code->word_count);
    code->handlers = place<Handler>(cursor, code->handler_count);
    code->lines = place<LineEntry>(cursor, code->line_count);
    Heap::barrier(code);
    return code;
}

static Result<Code*> code_replace(VM& vm, Code& self, Kwargs changes) {
    Replacement replacement{TRY(code_copy(vm, self))};
    for (DictEntry& entry : changes) {
        if (entry.key)
            TRY(replacement.set(vm, as<Str>(entry.key), entry.value));
    }
    return replacement.code;
}

static constexpr NativeDef code_members[] = {
    fn<code_replace>("replace(self, /, **changes)", "Return a copy with new values for some fields."),
    fn<code_replace>("__replace__(self, /, **changes)"),
    fn<code_repr>("__repr__(self, /)"),
    fn<code_equal>("__eq__(self, value, /)"),
    fn<code_hash>("__hash__(self, /)"),
    get<code_get_name>("co_name"),
    get<code_get_qualname>("co_qualname"),
    get<code_get_filename>("co_filename"),
    get<code_get_first_line>("co_firstlineno"),
    get<code_get_argument_count>("co_argcount"),
    get<code_get_positional_only_count>("co_posonlyargcount"),
    get<code_get_keyword_only_count>("co_kwonlyargcount"),
    get<code_get_local_count>("co_nlocals"),
    get<code_get_local_names>("co_varnames"),
    get<code_get_free_names>("co_freevars"),
    get<code_get_cell_names>("co_cellvars"),
    get<code_get_constants>("co_consts"),
    get<code_get_flags>("co_flags"),
    get<code_get_names>("co_names"),
    get<code_get_code>("co_code"),
    fn<code_lines>("co_lines(self, /)"),
    fn<code_positions>("co_positions(self, /)"),
};

const NativeType code_type = {
    .name = "code",
    .base = nullptr,
    .kind = Kind::Code,
    .size = sizeof(Code),
    .flags = Type::FINAL | Type::NO_NEW | Type::WEAKLY_REFERENCEABLE,
    .visit = Code::visit,
    .members = code_members,
    .member_count = std::size(code_members),
};

} // namespace ouro::vm
