// SPDX-License-Identifier: MIT
//
// Constants: the constant table of one Code under construction. Equal constants of the same type share one entry; 1,
// 1.0 and True do not, nor do 0.0 and -0.0, because those are different Values.
//
// Heap objects are compared by identity. That is enough: LiteralCache, shared by all functions of one compilation,
// makes one object per literal text, and tuples are shared here when their items are identical.
#pragma once

#include "lang/ast.hpp"
#include "vm/heap.hpp"
#include "vm/result.hpp"

#include <span>
#include <unordered_map>
#include <vector>

namespace ouro::vm {
struct Str;
struct Tuple;
} // namespace ouro::vm

namespace ouro::lang {

class Constants {
public:
    explicit Constants(vm::VM& vm);

    uint32_t add(vm::Value value);
    // A tuple of constants: the same object for the same items.
    vm::Value tuple(std::span<const vm::Value> items);
    std::vector<vm::Value>* values() { return &m_values.items; }
    vm::Value operator[](uint32_t index) const { return m_values.items[index]; }
    size_t size() const { return m_values.items.size(); }

private:
    static constexpr size_t LINEAR_LIMIT = 12;
    size_t slot(vm::Value value) const;
    void rebuild();

    vm::VM& m_vm;
    vm::RootVector m_values;
    vm::RootVector m_tuples;       // made so far, whether they are constants or parts of such
    std::vector<uint32_t> m_index; // hash table of index + 1; empty while there are few
    std::unordered_multimap<uint64_t, uint32_t> m_tuple_index;
};

// The Values of literals and names, one per text.
class LiteralCache {
public:
    explicit LiteralCache(vm::VM& vm) : m_vm(vm), m_values(vm_heap(vm)) {}

    // Errors: MemoryError, ValueError for integers with too many digits. Imaginary numbers are refused before.
    vm::Result<vm::Value> value(const Literal& literal);
    // The interned str of a name.
    vm::Str* name(Name name);

private:
    static vm::Heap& vm_heap(vm::VM& vm);
    vm::Result<vm::Value> make(const Literal& literal);

    vm::VM& m_vm;
    vm::RootVector m_values;
    std::unordered_map<Text, uint32_t> m_integers, m_strings, m_bytes;
    std::unordered_map<Name, vm::Str*> m_names; // kept alive by KeepInterned while code is compiled
};

} // namespace ouro::lang
