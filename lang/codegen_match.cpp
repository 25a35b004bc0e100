// SPDX-License-Identifier: MIT
//
// match statements (Language Reference 8.6, PEP 634). A pattern is tested step by step, each step jumping to `fail`;
// what it captures waits in registers and is bound when the whole pattern has matched. pattern_checks.cpp has refused
// patterns that break the rules.
#include "lang/codegen.hpp"

#include "vm/objects/core.hpp"
#include "vm/vm.hpp"

#include <algorithm>

namespace ouro::lang {

using vm::Value;

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
        pattern(match_case->pattern, subject, captures, next);
        m_emit.at(match_case->pattern->span);
        for (auto& [name, reg] : captures.names)
            store(name, reg);
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
    if (name)
        captures.names.push_back({name, subject});
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
    if (size > 100)
        return fail("too many patterns in a sequence pattern (more than 100)", node.span);
    if (star < size && is_wildcard_star(node.patterns[star]))
        return indexed_items(node, subject, star, captures, fail_label);
    Reg first = m_emit.allocate(unsigned(size));
    if (star < size)
        m_emit.UnpackStar(first, subject, star, size - star - 1);
    else
        m_emit.Unpack(first, subject, size);
    for (size_t i = 0; i < size; i++)
        pattern(node.patterns[i], first + unsigned(i), captures, fail_label);
}

// `[a, *_, b]`: the items are taken by index, as nobody wants the rest.
void Codegen::indexed_items(const MatchSequence& node, Reg subject, size_t star, Captures& captures,
                            Label& fail_label) {
    size_t size = node.patterns.size();
    for (size_t i = 0; i < size; i++) {
        if (i == star || is_wildcard(node.patterns[i]))
            continue;
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
    if (size > 100)
        return fail("too many keys in a mapping pattern (more than 100)", node.span);
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
    Reg first = m_emit.allocate(unsigned(size));
    m_emit.Unpack(first, values, size);
    for (size_t i = 0; i < size; i++)
        pattern(node.patterns[i], first + unsigned(i), captures, fail_label);
    if (node.rest) {
        Reg rest = m_emit.allocate();
        m_emit.at(node.span).MappingRest(rest, subject, keys);
        capture(node.rest, rest, captures);
    }
}

// --- Classes --------------------------------------------------------------------------------------------------------

void Codegen::class_pattern(const MatchClass& node, Reg subject, Captures& captures, Label& fail_label) {
    size_t positional = node.patterns.size(), size = positional + node.keyword_attrs.size();
    if (size > 100)
        return fail("too many sub-patterns in class pattern (more than 100)", node.span);
    std::vector<Value> names;
    for (Name name : node.keyword_attrs)
        names.push_back(intern(name)); // interned: kept alive by the intern table
    Reg window = m_emit.allocate(2);
    m_emit.Move(window, subject);
    generate(node.cls, window + 1);
    m_emit.at(node.span);
    m_emit.MatchClass(window, window, positional, m_emit.constants().add(m_emit.constants().tuple(names)));
    m_emit.JumpIfNone(window, fail_label);
    if (size == 0)
        return;
    Reg first = m_emit.allocate(unsigned(size));
    m_emit.Unpack(first, window, size);
    for (size_t i = 0; i < positional; i++)
        pattern(node.patterns[i], first + unsigned(i), captures, fail_label);
    for (size_t i = positional; i < size; i++)
        pattern(node.keyword_patterns[i - positional], first + unsigned(i), captures, fail_label);
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
        pattern(node.patterns[i], subject, found, is_last ? fail_label : next);
        if (i == 0) {
            for (auto& [name, reg] : found.names)
                chosen.push_back({name, m_emit.allocate()});
        }
        for (auto& [name, reg] : chosen)
            m_emit.Move(reg, *found.find(name));
        if (!is_last)
            m_emit.Jump(matched);
        m_emit.place(next);
    }
    m_emit.place(matched);
    for (auto& [name, reg] : chosen)
        capture(name, reg, captures);
}

} // namespace ouro::lang
