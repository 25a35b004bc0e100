// SPDX-License-Identifier: MIT
//
// Tuples, lists, dicts and sets. What may contain itself is memoized before its items; a tuple or frozenset that turns
// out to have been saved by one of its items is thrown away again and taken from the memo.
#include "stdlib/pickle/writer.hpp"

#include "vm/model/class.hpp"
#include "vm/model/set_table.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

// --- Tuples --------------------------------------------------------------------------------------------------------

Result<void> PickleWriter::save_tuple_items(Tuple& tuple) {
    for (size_t i = 0; i < tuple.size(); i++)
        TRY(save_part(tuple[i], &tuple, [i] { return fmt::format("item {}", i); }));
    return {};
}

Result<void> PickleWriter::save_tuple(Tuple& tuple) {
    static constexpr Op SHORT[] = {Op::EmptyTuple, Op::Tuple1, Op::Tuple2, Op::Tuple3};
    size_t size = tuple.size();
    bool is_short = size < std::size(SHORT) && has(2);
    if (size == 0) {
        if (is_binary())
            m_out.put(Op::EmptyTuple);
        else
            m_out.append("(t");
        return {};
    }
    if (!is_short)
        m_out.put(Op::Mark);
    TRY(save_tuple_items(tuple));
    if (uint32_t number = m_memo.find(&tuple); number != WriteMemo::NOT_FOUND) {
        if (is_short || !is_binary()) {
            for (size_t i = is_short ? 0 : -size_t(1); i != size; i++) // a mark is one more
                m_out.put(Op::Pop);
        } else {
            m_out.put(Op::PopMark);
        }
        put_get(number);
        return {};
    }
    m_out.put(is_short ? SHORT[size] : Op::Tuple);
    return memoize(&tuple);
}

// --- Lists ---------------------------------------------------------------------------------------------------------

Result<void> PickleWriter::save_list(List& list) {
    if (is_binary())
        m_out.put(Op::EmptyList);
    else
        m_out.append("(l");
    TRY(memoize(&list));
    if (list.size() == 0)
        return {};
    if (is_binary())
        return save_list_batches(list);
    return append_items(TRY(get_iterator(m_vm, &list)), &list);
}

// The items' methods may change the list meanwhile.
Result<void> PickleWriter::save_list_batches(List& list) {
    auto save_item = [&](size_t i) {
        return save_part(list[i], &list, [i] { return fmt::format("item {}", i); });
    };
    if (list.size() == 1) {
        TRY(save_item(0));
        m_out.put(Op::Append);
        return {};
    }
    size_t done = 0;
    do {
        m_out.put(Op::Mark);
        for (size_t in_batch = 0; done < list.size() && in_batch < BATCH_SIZE; in_batch++)
            TRY(save_item(done++));
        m_out.put(Op::Appends);
    } while (done < list.size());
    return {};
}

// What an iterator gives is appended to the list that `owner` is pickled as. One item alone needs no mark.
Result<void> PickleWriter::append_items(Value iterator, Value owner) {
    size_t index = 0;
    auto save_item = [&](Value item) {
        return save_part(item, owner, [i = index++] { return fmt::format("item {}", i); });
    };
    if (!is_binary()) {
        while (Value item = TRY(next(m_vm, iterator))) {
            TRY(save_item(item));
            m_out.put(Op::Append);
        }
        return {};
    }
    for (;;) {
        Value first = TRY(next(m_vm, iterator));
        if (!first)
            return {};
        Value item = TRY(next(m_vm, iterator));
        if (!item) {
            TRY(save_item(first));
            m_out.put(Op::Append);
            return {};
        }
        m_out.put(Op::Mark);
        TRY(save_item(first));
        unsigned in_batch = 1;
        while (item) {
            TRY(save_item(item));
            if (++in_batch == BATCH_SIZE)
                break;
            item = TRY(next(m_vm, iterator));
        }
        m_out.put(Op::Appends);
        if (in_batch < BATCH_SIZE)
            return {};
    }
}

// --- Dicts ---------------------------------------------------------------------------------------------------------

Result<void> PickleWriter::save_pair(Value key, Value value, Value owner) {
    TRY(save(key));
    return save_part(value, owner, [&] { return fmt::format("item {}", repr_text(m_vm, key)); });
}

Result<void> PickleWriter::save_dict(Dict& dict) {
    if (is_binary())
        m_out.put(Op::EmptyDict);
    else
        m_out.append("(d");
    TRY(memoize(&dict));
    if (dict.size() == 0)
        return {};
    if (is_binary())
        return save_dict_batches(dict);
    Value items = TRY(call_method(m_vm, &dict, m_vm.names.items, {}));
    return set_items(TRY(get_iterator(m_vm, items)), &dict);
}

Result<void> PickleWriter::save_dict_batches(Dict& dict) {
    size_t size = dict.size();
    unsigned in_batch;
    uint32_t at = 0;
    do {
        in_batch = 0;
        if (size > 1)
            m_out.put(Op::Mark);
        while (in_batch < BATCH_SIZE && at < dict.entry_count) {
            DictEntry entry = dict.begin()[at++];
            if (entry.key.is_empty())
                continue;
            TRY(save_pair(entry.key, entry.value, &dict));
            if (dict.size() != size)
                return m_vm.runtime_error("dictionary changed size during iteration");
            in_batch++;
        }
        m_out.put(size > 1 ? Op::SetItems : Op::SetItem);
    } while (in_batch == BATCH_SIZE);
    return {};
}

static Result<Tuple*> checked_pair(VM& vm, Value item) {
    Tuple* pair = as<Tuple>(item);
    if (!pair || pair->size() != 2)
        return vm.type_error("dict items iterator must return 2-tuples");
    return pair;
}

// The same as append_items for pairs of keys and values.
Result<void> PickleWriter::set_items(Value iterator, Value owner) {
    auto save_item = [&](Value item) -> Result<void> {
        Tuple& pair = *TRY(checked_pair(m_vm, item));
        return save_pair(pair[0], pair[1], owner);
    };
    if (!is_binary()) {
        while (Value item = TRY(next(m_vm, iterator))) {
            TRY(save_item(item));
            m_out.put(Op::SetItem);
        }
        return {};
    }
    for (;;) {
        Value first = TRY(next(m_vm, iterator));
        if (!first)
            return {};
        TRY(checked_pair(m_vm, first));
        Value item = TRY(next(m_vm, iterator));
        if (!item) {
            TRY(save_item(first));
            m_out.put(Op::SetItem);
            return {};
        }
        m_out.put(Op::Mark);
        TRY(save_item(first));
        unsigned in_batch = 1;
        while (item) {
            TRY(save_item(item));
            if (++in_batch == BATCH_SIZE)
                break;
            item = TRY(next(m_vm, iterator));
        }
        m_out.put(Op::SetItems);
        if (in_batch < BATCH_SIZE)
            return {};
    }
}

// --- Sets ----------------------------------------------------------------------------------------------------------

Result<void> PickleWriter::save_elements(Set& set) {
    size_t size = set.size();
    uint64_t position = 0;
    unsigned in_batch;
    do {
        in_batch = 0;
        m_out.put(Op::Mark);
        Value element;
        while (in_batch < BATCH_SIZE && set_next(set, position, element)) {
            TRY(save_part(element, &set, "element"));
            if (set.size() != size)
                return m_vm.runtime_error("set changed size during iteration");
            in_batch++;
        }
        m_out.put(Op::AddItems);
    } while (in_batch == BATCH_SIZE);
    return {};
}

static Result<Reduction> set_reduction(VM& vm, Set& set) {
    Reduction reduction;
    List* elements = TRY(list_from(vm, &set));
    reduction.callable = set.type();
    reduction.arguments = make_tuple(vm, {elements});
    return reduction;
}

Result<void> PickleWriter::save_set(Set& set) {
    if (!has(4))
        return save_reduction(TRY(set_reduction(m_vm, set)), &set);
    m_out.put(Op::EmptySet);
    TRY(memoize(&set));
    return set.size() ? save_elements(set) : Result<void>();
}

Result<void> PickleWriter::save_frozenset(Set& set) {
    if (!has(4))
        return save_reduction(TRY(set_reduction(m_vm, set)), &set);
    m_out.put(Op::Mark);
    uint64_t position = 0;
    Value element;
    while (set_next(set, position, element))
        TRY(save_part(element, &set, "element"));
    if (uint32_t number = m_memo.find(&set); number != WriteMemo::NOT_FOUND) {
        m_out.put(Op::PopMark);
        put_get(number);
        return {};
    }
    m_out.put(Op::FrozenSet);
    return memoize(&set);
}

} // namespace ouro::stdlib
