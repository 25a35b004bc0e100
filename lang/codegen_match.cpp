// SPDX-License-Identifier: MIT
//
// match statements (Language Reference 8.6, PEP 634). A pattern is tested step by step, each step jumping to `fail`;
// what it captures waits in registers and is bound when the whole pattern has matched. checks_patterns.cpp has refused
// patterns that break the rules.
#include "lang/codegen.hpp"

#include "vm/model/core.hpp"

#include <algorithm>

namespace ouro::lang {

using vm::Value;

static constexpr size_t MAX_NEAR_PATTERNS = 100;
static constexpr size_t MAX_BEFORE_STAR = 255; // CPython's limit

static bool is_wildcard(const Pattern* node) {
    auto* as_pattern = as<MatchAs>(node);
    return as_pattern && !as_pattern->pattern && !as_pattern->name;
}

static bool is_wildcard_star(const Pattern* node) {
    auto* star = as<MatchStar>(node);
    return star && !star->name;
}

void Codegen::match_statement(const Match& node) {
    RegisterScope registers(m_emit);
    Reg subject = operand(node.subject);
    if (!is_temporary(subject)) { // a case may capture into the same variable
        Reg copy = m_emit.allocate();
        m_emit.Move(copy, subject);
        subject = copy;
    }
    Label end;
    for (const MatchCase* match_case : node.cases) {
        RegisterScope case_registers(m_emit);
        Label next;
        Captures captures;
        begin_captures(match_case->pattern, captures);
        pattern(match_case->pattern, subject, captures, next);
        m_emit.at(match_case->pattern->span);
        for (auto& [name, reg] : captures.names) {
            RegisterScope name_registers(m_emit);
            store(name, captures.is_far ? load_far(reg) : reg);
        }
        if (match_case->guard)
            condition(match_case->guard, false, next);
        body(match_case->body);
        if (match_case != node.cases.back())
            m_emit.Jump(end);
        m_emit.place(next);
    }
    m_emit.place(end);
}

Reg* Codegen::Captures::find(Name name) {
    auto found = std::find_if(names.begin(), names.end(), [&](auto& entry) { return entry.first == name; });
    return found == names.end() ? nullptr : &found->second;
}

void Codegen::capture(Name name, Reg subject, Captures& captures) {
    if (!name)
        return;
    if (captures.is_far)
        m_emit.StoreFar(subject, captures.next_far);
    captures.names.push_back({name, captures.is_far ? captures.next_far++ : subject});
}

static void add(Codegen::PatternSize& size, const Codegen::PatternSize& part) {
    size.nodes += part.nodes;
    size.names += part.names;
    size.registers += part.registers;
}

Codegen::PatternSize Codegen::measure(const List<Pattern*>& patterns) {
    PatternSize size;
    for (const Pattern* part : patterns)
        add(size, measure(part));
    return size;
}

Codegen::PatternSize Codegen::measure(const MatchOr& node) {
    PatternSize first = measure(node.patterns[0]), others;
    for (size_t i = 1; i < node.patterns.size(); i++) {
        PatternSize other = measure(node.patterns[i]);
        others = {others.nodes + other.nodes, 0, std::max(others.registers, other.registers)};
    }
    return {first.nodes + others.nodes, first.names, first.registers + first.names + others.registers};
}

Codegen::PatternSize Codegen::measure(const Pattern* node) {
    PatternSize size{.nodes = 1};
    Name name = nullptr;
    if (is_too_deep())
        return size;
    if (auto* sequence = as<MatchSequence>(node)) {
        add(size, measure(sequence->patterns));
    } else if (auto* alternatives = as<MatchOr>(node)) {
        add(size, measure(*alternatives));
    } else if (auto* mapping = as<MatchMapping>(node)) {
        add(size, measure(mapping->patterns));
        name = mapping->rest;
    } else if (auto* cls = as<MatchClass>(node)) {
        add(size, measure(cls->patterns));
        add(size, measure(cls->keyword_patterns));
    } else if (auto* star = as<MatchStar>(node)) {
        name = star->name;
    } else if (auto* as_pattern = as<MatchAs>(node)) {
        name = as_pattern->name;
        if (as_pattern->pattern)
            add(size, measure(as_pattern->pattern));
    }
    if (name)
        add(size, {0, 1, 1});
    return size;
}

void Codegen::begin_captures(const Pattern* node, Captures& captures) {
    PatternSize size = measure(node);
    captures.is_far = size.nodes > MAX_NEAR_PATTERNS || !m_emit.has_room(size.nodes);
    if (captures.is_far)
        captures.next_far = m_emit.allocate_far(size.registers);
}

// A temporary register with the value of a far one.
Reg Codegen::load_far(Reg far) {
    Reg reg = m_emit.allocate();
    m_emit.LoadFar(reg, far);
    return reg;
}

// The items of r[source] in registers, far ones for a big pattern. `star`: the index of `*rest`, or the size.
Reg Codegen::unpack_for_pattern(Reg source, size_t size, size_t star, const Captures& captures) {
    Reg first = captures.is_far ? m_emit.allocate_far(size) : m_emit.allocate(unsigned(size));
    if (captures.is_far)
        unpack_far(source, first, size, star);
    else if (star < size)
        m_emit.UnpackStar(first, source, star, size - star - 1);
    else
        m_emit.Unpack(first, source, size);
    return first;
}

// Sub-patterns for the items from r[first + offset] on, which unpack_for_pattern left there.
void Codegen::sub_patterns(const List<Pattern*>& patterns, Reg first, size_t offset, Captures& captures,
                           Label& fail_label) {
    for (size_t i = 0; i < patterns.size(); i++) {
        Reg item = first + unsigned(offset + i);
        if (!captures.is_far) {
            pattern(patterns[i], item, captures, fail_label);
        } else if (!is_wildcard(patterns[i])) {
            RegisterScope registers(m_emit);
            m_emit.at(patterns[i]->span);
            pattern(patterns[i], load_far(item), captures, fail_label);
        }
    }
}

// The registers of what is captured stay allocated until the case ends: there is no RegisterScope here.
void Codegen::pattern(const Pattern* node, Reg subject, Captures& captures, Label& fail_label) {
    if (is_too_deep())
        return;
    m_emit.at(node->span);
    switch (node->kind) {
    case PatternKind::MatchValue: {
        auto& value = *as<MatchValue>(node);
        return jump_on_comparison(CompareOperator::Eq, subject, value.value, false, fail_label, nullptr);
    }
    case PatternKind::MatchSingleton: {
        Value value = literal(as<MatchSingleton>(node)->value, node->span);
        if (value.is_none())
            return m_emit.JumpIfNotNone(subject, fail_label);
        RegisterScope registers(m_emit);
        Reg expected = m_emit.allocate();
        load_constant(value, expected);
        return m_emit.JumpIfIs(subject, expected, 0, fail_label);
    }
    case PatternKind::MatchSequence:
        return sequence_pattern(*as<MatchSequence>(node), subject, captures, fail_label);
    case PatternKind::MatchMapping:
        return mapping_pattern(*as<MatchMapping>(node), subject, captures, fail_label);
    case PatternKind::MatchClass:
        return class_pattern(*as<MatchClass>(node), subject, captures, fail_label);
    case PatternKind::MatchStar:
        return capture(as<MatchStar>(node)->name, subject, captures);
    case PatternKind::MatchAs: {
        auto& as_pattern = *as<MatchAs>(node);
        if (as_pattern.pattern)
            pattern(as_pattern.pattern, subject, captures, fail_label);
        return capture(as_pattern.name, subject, captures);
    }
    case PatternKind::MatchOr:
        return or_pattern(*as<MatchOr>(node), subject, captures, fail_label);
    }
}

// --- Sequences ------------------------------------------------------------------------------------------------------

void Codegen::sequence_pattern(const MatchSequence& node, Reg subject, Captures& captures, Label& fail_label) {
    size_t size = node.patterns.size(), star = size;
    bool only_wildcards = true;
    for (size_t i = 0; i < size; i++) {
        only_wildcards &= is_wildcard(node.patterns[i]) || is_wildcard_star(node.patterns[i]);
        if (node.patterns[i]->kind == PatternKind::MatchStar)
            star = i;
    }
    {
        RegisterScope registers(m_emit);
        Reg test = m_emit.allocate();
        m_emit.MatchSequence(test, subject);
        m_emit.JumpIfFalse(test, fail_label);
        if (star == size || size > 1) { // else `[*rest]`, which takes any length
            m_emit.Length(test, subject);
            size_t length = star == size ? size : size - 1;
            auto op = star == size ? vm::Op::JumpIfEqual : vm::Op::JumpIfGreaterEqual;
            Reg expected = m_emit.allocate();
            load_constant(Value::small_int(int64_t(length)), expected);
            m_emit.put_jump(op, test, expected, 0, fail_label);
        }
    }
    if (!only_wildcards)
        sequence_items(node, subject, star, captures, fail_label);
}

void Codegen::sequence_items(const MatchSequence& node, Reg subject, size_t star, Captures& captures,
                             Label& fail_label) {
    size_t size = node.patterns.size();
    if (star < size && is_wildcard_star(node.patterns[star]))
        return indexed_items(node, subject, star, captures, fail_label);
    if (star < size && star > MAX_BEFORE_STAR)
        return fail("too many expressions in star-unpacking sequence pattern", node.span);
    Reg first = unpack_for_pattern(subject, size, star, captures);
    sub_patterns(node.patterns, first, 0, captures, fail_label);
}

// `[a, *_, b]`: the items are taken by index, as nobody wants the rest.
void Codegen::indexed_items(const MatchSequence& node, Reg subject, size_t star, Captures& captures,
                            Label& fail_label) {
    size_t size = node.patterns.size();
    for (size_t i = 0; i < size; i++) {
        if (i == star || is_wildcard(node.patterns[i]))
            continue;
        std::optional<RegisterScope> registers;
        if (captures.is_far)
            registers.emplace(m_emit);
        Reg item = m_emit.allocate();
        if (i < star) {
            load_constant(Value::small_int(int64_t(i)), item);
        } else {
            Reg distance = m_emit.allocate();
            m_emit.Length(item, subject);
            load_constant(Value::small_int(int64_t(size - i)), distance);
            m_emit.Sub(item, item, distance);
        }
        m_emit.GetItem(item, subject, item);
        pattern(node.patterns[i], item, captures, fail_label);
    }
}

// --- Mappings -------------------------------------------------------------------------------------------------------

void Codegen::mapping_pattern(const MatchMapping& node, Reg subject, Captures& captures, Label& fail_label) {
    size_t size = node.keys.size();
    {
        RegisterScope registers(m_emit);
        Reg test = m_emit.allocate(), expected = m_emit.allocate();
        m_emit.MatchMapping(test, subject);
        m_emit.JumpIfFalse(test, fail_label);
        if (size > 0) {
            m_emit.Length(test, subject);
            load_constant(Value::small_int(int64_t(size)), expected);
            m_emit.JumpIfGreaterEqual(test, expected, 0, fail_label);
        }
    }
    if (size == 0 && !node.rest)
        return;
    Reg keys = m_emit.allocate(), values = m_emit.allocate();
    tuple(node.keys, keys);
    m_emit.at(node.span);
    m_emit.MatchKeys(values, subject, keys);
    m_emit.JumpIfNone(values, fail_label);
    Reg first = unpack_for_pattern(values, size, size, captures);
    sub_patterns(node.patterns, first, 0, captures, fail_label);
    if (node.rest) {
        Reg rest = m_emit.allocate();
        m_emit.at(node.span).MappingRest(rest, subject, keys);
        capture(node.rest, rest, captures);
    }
}

// --- Classes --------------------------------------------------------------------------------------------------------

void Codegen::class_pattern(const MatchClass& node, Reg subject, Captures& captures, Label& fail_label) {
    size_t positional = node.patterns.size(), size = positional + node.keyword_attrs.size();
    std::vector<Value> names;
    if (positional >= 255)
        names.push_back(Value::small_int(int64_t(positional)));
    for (Name name : node.keyword_attrs)
        names.push_back(intern(name)); // interned: kept alive by the intern table
    Reg window = m_emit.allocate(2);
    m_emit.Move(window, subject);
    generate(node.cls, window + 1);
    m_emit.at(node.span);
    uint32_t all_names = m_emit.constants().add(m_emit.constants().tuple(names));
    m_emit.MatchClass(window, window, std::min<size_t>(positional, 255), all_names);
    m_emit.JumpIfNone(window, fail_label);
    if (size == 0)
        return;
    Reg first = unpack_for_pattern(window, size, size, captures);
    sub_patterns(node.patterns, first, 0, captures, fail_label);
    sub_patterns(node.keyword_patterns, first, positional, captures, fail_label);
}

// --- Alternatives ---------------------------------------------------------------------------------------------------

// All alternatives bind the same names, and leave them in the registers that the first one chose.
void Codegen::or_pattern(const MatchOr& node, Reg subject, Captures& captures, Label& fail_label) {
    Label matched;
    std::vector<std::pair<Name, Reg>> chosen;
    for (size_t i = 0; i < node.patterns.size(); i++) {
        bool is_last = i + 1 == node.patterns.size();
        Label next;
        Captures found;
        found.is_far = captures.is_far;
        found.next_far = captures.next_far;
        std::optional<RegisterScope> registers;
        if (i > 0 || captures.is_far)
            registers.emplace(m_emit);
        pattern(node.patterns[i], subject, found, is_last ? fail_label : next);
        if (i == 0) {
            captures.next_far = found.next_far;
            for (auto& [name, reg] : found.names)
                chosen.push_back({name, captures.is_far ? captures.next_far++ : m_emit.allocate()});
        }
        for (auto& [name, reg] : chosen) {
            if (captures.is_far)
                m_emit.StoreFar(load_far(*found.find(name)), reg);
            else
                m_emit.Move(reg, *found.find(name));
        }
        if (!is_last)
            m_emit.Jump(matched);
        m_emit.place(next);
    }
    m_emit.place(matched);
    captures.names.insert(captures.names.end(), chosen.begin(), chosen.end());
}

} // namespace ouro::lang
