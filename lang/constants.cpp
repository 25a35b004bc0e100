// SPDX-License-Identifier: MIT
//
// The constant table and the cache of literals.
#include "lang/constants.hpp"

#include "vm/model/core.hpp"

#include <algorithm>

namespace ouro::lang {

using vm::Result;
using vm::Value;

static uint64_t mix(uint64_t bits) {
    bits *= 0x9E3779B97F4A7C15ull;
    return bits ^ bits >> 32;
}

Constants::Constants(vm::VM& vm) : m_vm(vm), m_values(vm.heap), m_tuples(vm.heap) {}

size_t Constants::slot(Value value) const {
    size_t mask = m_index.size() - 1;
    size_t position = mix(value.bits()) & mask;
    while (m_index[position] && m_values.items[m_index[position] - 1] != value)
        position = (position + 1) & mask;
    return position;
}

void Constants::rebuild() {
    m_index.assign(std::max<size_t>(64, m_index.size() * 2), 0);
    for (uint32_t i = 0; i < m_values.items.size(); i++)
        m_index[slot(m_values.items[i])] = i + 1;
}

uint32_t Constants::add(Value value) {
    std::vector<Value>& values = m_values.items;
    if (m_index.empty()) {
        auto found = std::find(values.begin(), values.end(), value);
        if (found != values.end())
            return uint32_t(found - values.begin());
    } else if (uint32_t index = m_index[slot(value)]) {
        return index - 1;
    }
    values.push_back(value);
    if (values.size() > LINEAR_LIMIT) {
        if (values.size() * 2 > m_index.size())
            rebuild();
        else
            m_index[slot(value)] = uint32_t(values.size());
    }
    return uint32_t(values.size() - 1);
}

Value Constants::tuple(std::span<const Value> items) {
    uint64_t hash = items.size();
    for (Value item : items)
        hash = mix(hash ^ item.bits());
    auto [first, last] = m_tuple_index.equal_range(hash);
    for (auto entry = first; entry != last; ++entry) {
        auto* known = vm::as<vm::Tuple>(m_tuples[entry->second]);
        if (std::equal(items.begin(), items.end(), known->items(), known->items() + known->size()))
            return known;
    }
    vm::Tuple* made = vm::make_tuple(m_vm, items);
    m_tuple_index.emplace(hash, uint32_t(m_tuples.size()));
    m_tuples.push(made);
    return made;
}

// --- Literals -------------------------------------------------------------------------------------------------------

vm::Heap& LiteralCache::vm_heap(vm::VM& vm) {
    return vm.heap;
}

// Strings that may be names are interned, so that dictionary look-ups and comparisons of them are fast.
static bool looks_like_name(std::string_view text) {
    if (text.size() > 40)
        return false;
    return std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}

static Result<Value> make_integer(vm::VM& vm, const std::string& digits) {
    int64_t number = 0;
    bool is_prefixed = digits.size() > 1 && digits[0] == '0' && digits[1] > '9';
    if (!is_prefixed && digits.size() <= 18) {
        for (char digit : digits)
            number = number * 10 + (digit - '0');
        return vm::make_int(vm, number);
    }
    return vm::int_from_text(vm, digits, is_prefixed ? 0 : 10);
}

Result<Value> LiteralCache::make(const Literal& literal) {
    switch (literal.kind) {
    case Literal::Kind::Int:
        return TRY(make_integer(m_vm, *literal.text));
    case Literal::Kind::Str:
        if (looks_like_name(*literal.text))
            return vm::intern(m_vm, *literal.text);
        return Value(TRY(vm::make_str(m_vm, *literal.text)));
    default:
        return Value(TRY(vm::make_bytes(m_vm, *literal.text)));
    }
}

Result<Value> LiteralCache::value(const Literal& literal) {
    switch (literal.kind) {
    case Literal::Kind::None:
        return Value::none();
    case Literal::Kind::True:
        return Value::boolean(true);
    case Literal::Kind::False:
        return Value::boolean(false);
    case Literal::Kind::Ellipsis:
        return Value::ellipsis();
    case Literal::Kind::Float:
    case Literal::Kind::Imaginary:
        return Value::number(literal.number);
    default:
        break;
    }
    auto& index = literal.kind == Literal::Kind::Int   ? m_integers
                  : literal.kind == Literal::Kind::Str ? m_strings
                                                       : m_bytes;
    auto [entry, is_new] = index.try_emplace(literal.text, uint32_t(m_values.size()));
    if (!is_new)
        return m_values[entry->second];
    Result<Value> made = make(literal);
    if (made.is_error()) {
        index.erase(entry);
        return made.error();
    }
    m_values.push(made.release());
    return m_values.items.back();
}

vm::Str* LiteralCache::name(Name name) {
    auto [entry, is_new] = m_names.try_emplace(name, nullptr);
    if (is_new)
        entry->second = vm::intern(m_vm, *name);
    return entry->second;
}

} // namespace ouro::lang
