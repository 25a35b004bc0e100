// SPDX-License-Identifier: MIT
//
// Displays of lists, tuples, sets and dictionaries (Language Reference 6.2.4 to 6.2.7), and f-strings.
//
// Short ones are built from consecutive registers in one instruction. Long ones, and those with `*` and `**`, are
// filled item by item, so that they need few registers.
#include "lang/codegen.hpp"

#include <algorithm>

namespace ouro::lang {

using vm::Value;

static constexpr size_t MAX_CONSECUTIVE = 30;

static size_t count_until_star(const List<Expr*>& elements) {
    size_t count = 0;
    while (count < elements.size() && !as<Starred>(elements[count]))
        count++;
    return count;
}

// Evaluates `count` elements into registers side by side.
Reg Codegen::consecutive(const List<Expr*>& elements, size_t first, size_t count) {
    Reg registers = m_emit.allocate(unsigned(count));
    for (size_t i = 0; i < count; i++)
        generate(elements[first + i], registers + unsigned(i));
    return registers;
}

// Appends the elements from `first` on to the list in a temporary register.
void Codegen::extend_list(const List<Expr*>& elements, size_t first, Reg list) {
    Span span = m_emit.span();
    for (size_t i = first; i < elements.size(); i++) {
        RegisterScope registers(m_emit);
        auto* starred = as<Starred>(elements[i]);
        Reg value = operand(starred ? starred->value : elements[i]);
        m_emit.at(span);
        if (starred)
            m_emit.ListExtend(list, value);
        else
            m_emit.ListAppend(list, value);
    }
}

void Codegen::list(const List<Expr*>& elements, Reg dst) {
    Span span = m_emit.span();
    RegisterScope registers(m_emit);
    Reg list = is_temporary(dst) ? dst : m_emit.allocate();
    if (elements.size() >= 3) {
        if (Value items = fold_tuple(elements)) {
            Reg tuple = m_emit.allocate();
            load_constant(items, tuple);
            m_emit.BuildList(list, list, 0);
            m_emit.ListExtend(list, tuple);
            if (list != dst)
                m_emit.Move(dst, list);
            return;
        }
    }
    size_t count = count_until_star(elements);
    if (count == elements.size() && count <= MAX_CONSECUTIVE) {
        Reg first = consecutive(elements, 0, count);
        return m_emit.at(span).BuildList(dst, first, unsigned(count));
    }
    m_emit.at(span).BuildList(list, list, 0);
    extend_list(elements, 0, list);
    if (list != dst)
        m_emit.at(span).Move(dst, list);
}

void Codegen::tuple(const List<Expr*>& elements, Reg dst) {
    Span span = m_emit.span();
    if (Value items = fold_tuple(elements))
        return load_constant(items, dst);
    RegisterScope registers(m_emit);
    size_t count = count_until_star(elements);
    if (count == elements.size() && count <= MAX_CONSECUTIVE) {
        Reg first = consecutive(elements, 0, count);
        return m_emit.at(span).BuildTuple(dst, first, unsigned(count));
    }
    Reg list = is_temporary(dst) ? dst : m_emit.allocate();
    m_emit.at(span).BuildList(list, list, 0);
    extend_list(elements, 0, list);
    m_emit.at(span).ListToTuple(dst, list);
}

void Codegen::set(const Set& node, Reg dst) {
    RegisterScope registers(m_emit);
    // Three or more constants are one frozenset that is copied, as in CPython: that decides the order of the set.
    if (Value items = node.elements.size() > 2 ? fold_container(&node) : Value()) {
        Reg copied = m_emit.allocate();
        load_constant(items, copied);
        m_emit.at(node.span).BuildSet(dst, dst, 0);
        return m_emit.SetUpdate(dst, copied);
    }
    size_t count = count_until_star(node.elements);
    if (count == node.elements.size() && count <= MAX_CONSECUTIVE) {
        Reg first = consecutive(node.elements, 0, count);
        return m_emit.at(node.span).BuildSet(dst, first, unsigned(count));
    }
    Reg set = is_temporary(dst) ? dst : m_emit.allocate();
    m_emit.at(node.span).BuildSet(set, set, 0);
    for (const Expr* element : node.elements) {
        RegisterScope element_registers(m_emit);
        auto* starred = as<Starred>(element);
        Reg value = operand(starred ? starred->value : element);
        m_emit.at(node.span);
        if (starred)
            m_emit.SetUpdate(set, value);
        else
            m_emit.SetAdd(set, value);
    }
    if (set != dst)
        m_emit.Move(dst, set);
}

// Adds the items from `first` on to the dictionary in a temporary register.
void Codegen::dict_items(const Dict& node, size_t first, Reg map) {
    for (size_t i = first; i < node.values.size(); i++) {
        RegisterScope registers(m_emit);
        if (!node.keys[i]) {
            Reg mapping = operand(node.values[i]);
            m_emit.at(node.span).MapUpdate(map, mapping);
            continue;
        }
        Reg key = operand_before(node.keys[i], node.values[i]);
        Reg value = operand(node.values[i]);
        m_emit.at(node.span).MapAdd(map, key, value);
    }
}

void Codegen::dict(const Dict& node, Reg dst) {
    RegisterScope registers(m_emit);
    size_t count = 0;
    while (count < node.keys.size() && node.keys[count])
        count++;
    if (count == node.keys.size() && count <= MAX_CONSECUTIVE / 2) {
        Reg first = m_emit.allocate(unsigned(2 * count));
        for (size_t i = 0; i < count; i++) {
            generate(node.keys[i], first + unsigned(2 * i));
            generate(node.values[i], first + unsigned(2 * i + 1));
        }
        return m_emit.at(node.span).BuildMap(dst, first, unsigned(count));
    }
    Reg map = is_temporary(dst) ? dst : m_emit.allocate();
    m_emit.at(node.span).BuildMap(map, map, 0);
    dict_items(node, 0, map);
    if (map != dst)
        m_emit.Move(dst, map);
}

// --- f-strings ------------------------------------------------------------------------------------------------------

void Codegen::formatted(const FormattedValue& node, Reg dst) {
    RegisterScope registers(m_emit);
    Reg value = operand_before(node.value, node.format_spec);
    unsigned conversion = node.conversion < 0 ? 0 : unsigned(node.conversion);
    m_emit.at(node.span);
    if (!node.format_spec)
        return m_emit.Format(dst, value, conversion);
    if (conversion) {
        Reg converted = is_temporary(value) ? value : m_emit.allocate();
        m_emit.Convert(converted, value, conversion);
        value = converted;
    }
    Reg specification = operand(node.format_spec);
    m_emit.at(node.span).FormatSpec(dst, value, specification);
}

void Codegen::joined(const JoinedStr& node, Reg dst) {
    if (node.values.empty())
        return load_constant(intern(""), dst);
    if (node.values.size() == 1)
        return generate(node.values[0], dst);
    RegisterScope registers(m_emit);
    if (node.values.size() <= MAX_CONSECUTIVE) {
        Reg first = consecutive(node.values, 0, node.values.size());
        return m_emit.at(node.span).BuildString(dst, first, unsigned(node.values.size()));
    }
    Reg text = m_emit.allocate();
    join(node, 0, node.values.size(), text);
    m_emit.Move(dst, text);
}

// A part of a long f-string: joined from parts of its own, so that no text is copied often.
void Codegen::join(const JoinedStr& node, size_t begin, size_t count, Reg dst) {
    constexpr size_t PARTS = 4;
    RegisterScope registers(m_emit);
    if (count <= MAX_CONSECUTIVE) {
        Reg first = consecutive(node.values, begin, count);
        return m_emit.at(node.span).BuildString(dst, first, unsigned(count));
    }
    Reg first = m_emit.allocate(PARTS);
    for (size_t i = 0; i < PARTS; i++) {
        size_t from = count * i / PARTS, to = count * (i + 1) / PARTS;
        join(node, begin + from, to - from, first + unsigned(i));
    }
    m_emit.at(node.span).BuildString(dst, first, PARTS);
}

} // namespace ouro::lang
