// SPDX-License-Identifier: MIT
//
// How the iterators of builtin containers are pickled: what they were made from, and how far they are.
#pragma once

#include "vm/model/core.hpp"
#include "vm/model/iterators.hpp"
#include "vm/model/reduction.hpp"

#include <algorithm>

namespace ouro::vm {

// The rest of what an iterator gives, without moving it: by a copy of it.
template <class Iterator>
Result<Value> iterator_rest(VM& vm, Iterator& self) {
    auto* copy = vm.heap.make<Iterator>(self.shape);
    static_cast<Object&>(*copy).aux = self.aux;
    std::copy_n(reinterpret_cast<const char*>(&self) + sizeof(Object), sizeof(Iterator) - sizeof(Object),
                reinterpret_cast<char*>(copy) + sizeof(Object));
    List* rest = make_list(vm);
    TRY(list_extend(vm, *rest, copy));
    return rest;
}

template <class Iterator>
Result<Value> reduce_iterator(VM& vm, Iterator& self) {
    if constexpr (std::is_same_v<Iterator, ListIterator>) {
        return self.list ? reduce_to_builtin(vm, "iter", {self.list}, make_int_unsigned(vm, self.position))
                         : reduce_to_builtin(vm, "iter", {make_list(vm)});
    } else if constexpr (std::is_same_v<Iterator, ListReverseIterator>) {
        Value position = make_int(vm, int64_t(self.remaining) - 1);
        return self.list ? reduce_to_builtin(vm, "reversed", {self.list}, position)
                         : reduce_to_builtin(vm, "iter", {make_list(vm)});
    } else if constexpr (std::is_same_v<Iterator, TupleIterator>) {
        return self.tuple ? reduce_to_builtin(vm, "iter", {self.tuple}, make_int_unsigned(vm, self.position))
                          : reduce_to_builtin(vm, "iter", {make_tuple(vm, 0)});
    } else if constexpr (std::is_same_v<Iterator, SequenceIterator>) {
        return self.sequence ? reduce_to_builtin(vm, "iter", {self.sequence}, make_int_unsigned(vm, self.position))
                             : reduce_to_builtin(vm, "iter", {make_tuple(vm, 0)});
    } else if constexpr (std::is_same_v<Iterator, CallableIterator>) {
        return self.callable ? reduce_to_builtin(vm, "iter", {self.callable, self.sentinel})
                             : reduce_to_builtin(vm, "iter", {make_tuple(vm, 0)});
    } else if constexpr (std::is_same_v<Iterator, RangeIterator>) {
        Value start = make_int(vm, self.current), step = make_int(vm, self.step);
        Value stop = make_int(vm, self.current + self.remaining * self.step);
        return reduce_to_builtin(vm, "iter", {TRY(make_range(vm, start, stop, step))}, Value::none());
    } else if constexpr (std::is_same_v<Iterator, LongRangeIterator>) {
        Value way = TRY(int_mul(vm, self.remaining, self.step));
        Value stop = TRY(int_add(vm, self.current, way));
        return reduce_to_builtin(vm, "iter", {TRY(make_range(vm, self.current, stop, self.step))}, Value::none());
    } else {
        return reduce_to_builtin(vm, "iter", {TRY(iterator_rest(vm, self))});
    }
}

// __setstate__: the position, kept within what there is. Iterators that were reduced to the rest have none to set.
template <class Iterator>
Result<void> set_iterator_state(VM& vm, Iterator& self, Value state) {
    [[maybe_unused]] auto within = [&](uint64_t limit) { return iterator_position(vm, state, limit); };
    if constexpr (std::is_same_v<Iterator, ListIterator>) {
        if (self.list)
            self.position = TRY(within(self.list->size()));
    } else if constexpr (std::is_same_v<Iterator, ListReverseIterator>) {
        int64_t position = TRY(index_int64(vm, state));
        if (self.list)
            self.remaining = uint64_t(std::clamp<int64_t>(position, -1, int64_t(self.list->size()) - 1) + 1);
    } else if constexpr (std::is_same_v<Iterator, TupleIterator>) {
        if (self.tuple)
            self.position = TRY(within(self.tuple->size()));
    } else if constexpr (std::is_same_v<Iterator, SequenceIterator>) {
        if (self.sequence)
            self.position = TRY(within(INT64_MAX));
    } else if constexpr (std::is_same_v<Iterator, RangeIterator>) {
        uint64_t steps = state.is_none() ? 0 : TRY(within(uint64_t(self.remaining)));
        self.current += int64_t(steps) * self.step;
        self.remaining -= int64_t(steps);
    }
    return {};
}

} // namespace ouro::vm
