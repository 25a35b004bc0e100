// SPDX-License-Identifier: MIT
//
// Tuples, lists, dicts and sets in pickles, and whatever has the methods to be filled like one.
#include "stdlib/pickle/reader.hpp"

#include "vm/model/dict_table.hpp"

#include <algorithm>

namespace ouro::stdlib {

using namespace ouro::vm;

// --- Tuples --------------------------------------------------------------------------------------------------------

Result<void> PickleReader::load_tuple(size_t start) {
    size_t size = m_stack.size() - start;
    TRY(m_vm.heap.reserve(size * sizeof(Value)));
    Tuple* tuple = make_tuple(m_vm, items_from(start));
    cut(start);
    push(tuple);
    return {};
}

Result<void> PickleReader::load_short_tuple(size_t count) {
    return has(count) ? load_tuple(m_stack.size() - count) : underflow();
}

// --- Lists ---------------------------------------------------------------------------------------------------------

static Result<void> extend_list(VM& vm, List& list, std::span<const Value> items) {
    if (list.length + items.size() > list.capacity)
        TRY(list_reserve(vm, list, list.length ? list.length + std::max(list.length, items.size()) : items.size()));
    std::copy(items.begin(), items.end(), list.items() + list.length);
    list.length += items.size();
    Heap::barrier(&list);
    return {};
}

Result<void> PickleReader::load_list() {
    size_t start = TRY(take_mark());
    List* list = make_list(m_vm);
    TRY(extend_list(m_vm, *list, items_from(start)));
    cut(start);
    push(list);
    return {};
}

// The items from `start` on go into what stands below them.
Result<void> PickleReader::append_from(size_t start) {
    if (start > m_stack.size() || start <= fence())
        return underflow();
    if (start == m_stack.size())
        return {};
    Value target = m_stack[start - 1];
    if (List* list = as_exact<List>(target); list && list->type() == m_vm.types.list) {
        TRY(extend_list(m_vm, *list, items_from(start)));
        cut(start);
        return {};
    }
    if (Value extend = TRY(find_attribute(m_vm, target, "extend"))) {
        List* items = make_list(m_vm, items_from(start));
        cut(start);
        TRY(call(m_vm, extend, {items}));
        return {};
    }
    Value append = TRY(get_attribute(m_vm, target, "append"));
    for (size_t i = start; i < m_stack.size(); i++)
        TRY(call(m_vm, append, {m_stack[i]}));
    cut(start);
    return {};
}

Result<void> PickleReader::load_append() {
    if (!has(1))
        return underflow();
    return append_from(m_stack.size() - 1);
}

Result<void> PickleReader::load_appends() { return append_from(TRY(take_mark())); }

// --- Dicts ---------------------------------------------------------------------------------------------------------

Result<void> PickleReader::load_dict() {
    size_t start = TRY(take_mark());
    if ((m_stack.size() - start) % 2)
        return error("odd number of items for DICT");
    Dict* dict = make_dict(m_vm);
    for (size_t i = start; i < m_stack.size(); i += 2)
        TRY(dict_set(m_vm, *dict, m_stack[i], m_stack[i + 1]));
    cut(start);
    push(dict);
    return {};
}

// The keys and values from `start` on go into what stands below them.
Result<void> PickleReader::set_from(size_t start) {
    if (start > m_stack.size() || start <= fence())
        return underflow();
    if (start == m_stack.size())
        return {};
    if ((m_stack.size() - start) % 2)
        return error("odd number of items for SETITEMS");
    Value target = m_stack[start - 1];
    Dict* dict = as_exact<Dict>(target);
    if (dict && dict->type() != m_vm.types.dict)
        dict = nullptr;
    if (dict && dict->size() == 0)
        TRY(dict_reserve(m_vm, *dict, (m_stack.size() - start) / 2));
    for (size_t i = start; i < m_stack.size(); i += 2) {
        if (dict)
            TRY(dict_set(m_vm, *dict, m_stack[i], TRY(dict_key_hash(m_vm, m_stack[i])), m_stack[i + 1]));
        else
            TRY(set_item(m_vm, target, m_stack[i], m_stack[i + 1]));
    }
    cut(start);
    return {};
}

Result<void> PickleReader::load_setitem() {
    if (!has(2))
        return underflow();
    return set_from(m_stack.size() - 2);
}

Result<void> PickleReader::load_setitems() { return set_from(TRY(take_mark())); }

// --- Sets ----------------------------------------------------------------------------------------------------------

Result<void> PickleReader::load_additems() {
    size_t start = TRY(take_mark());
    if (start <= fence())
        return underflow();
    if (start == m_stack.size())
        return {};
    Value target = m_stack[start - 1];
    Set* set = as_exact<Set>(target);
    if (set && !set->is_frozen()) {
        for (size_t i = start; i < m_stack.size(); i++)
            TRY(set_add(m_vm, *set, m_stack[i]));
    } else if (as<Set>(target) && !as<Set>(target)->is_frozen()) {
        TRY(call_method(m_vm, target, "update", {make_list(m_vm, items_from(start))}));
    } else {
        Value add = TRY(get_attribute(m_vm, target, "add"));
        for (size_t i = start; i < m_stack.size(); i++)
            TRY(call(m_vm, add, {m_stack[i]}));
    }
    cut(start);
    return {};
}

Result<void> PickleReader::load_frozenset() {
    size_t start = TRY(take_mark());
    Set* set = make_set(m_vm, true);
    for (size_t i = start; i < m_stack.size(); i++)
        TRY(set_add(m_vm, *set, m_stack[i]));
    cut(start);
    push(set);
    return {};
}

} // namespace ouro::stdlib
