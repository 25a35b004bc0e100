// SPDX-License-Identifier: MIT
//
// Iteration over any value, and lists and tuples made of what it gives.
#include "vm/model/core.hpp"
#include "vm/model/class.hpp"
#include "vm/model/iterator_ends.hpp"
#include "vm/model/iterators.hpp"
#include "vm/model/special_calls.hpp"

namespace ouro::vm {

Result<Value> get_iterator(VM& vm, Value iterable) {
    Type* type = vm.type_of(iterable);
    Value method = type->special(vm, Special::Iter);
    if (method && !method.is_none()) {
        Value iterator = TRY(call_if_bound(vm, method, {iterable}));
        if (!iterator)
            return vm.type_error("'{}' object is not iterable", vm.type_name(iterable));
        if (!vm.type_of(iterator)->special(vm, Special::Next))
            return vm.type_error("iter() returned non-iterator of type '{}'", vm.type_name(iterator));
        return iterator;
    }
    if (!method && iterates_by_index(vm, type))
        return make_sequence_iterator(vm, iterable);
    return vm.type_error("'{}' object is not iterable", vm.type_name(iterable));
}

Result<Value> next(VM& vm, Value iterator) {
    auto item = next_inside(vm, iterator);
    if (item.is_error() && is_exception_of(item.exception(), vm, ExceptionId::StopIteration)) [[unlikely]]
        return Value();
    return item;
}

Result<List*> list_from(VM& vm, Value iterable) {
    if (List* list = as_exact<List>(iterable))
        return list;
    List* list = make_list(vm);
    TRY(list_extend(vm, *list, iterable));
    return list;
}

Result<Tuple*> tuple_from(VM& vm, Value iterable) {
    if (Tuple* tuple = as_exact<Tuple>(iterable))
        return tuple;
    List* list = make_list(vm);
    if (!as_exact<List>(iterable) && vm.type_of(iterable)->has(Type::HEAP)) { // whose __length_hint__ list() would ask
        TRY(for_each(vm, iterable, [&](Value item) { return list_append(vm, *list, item); }));
    } else {
        list = TRY(list_from(vm, iterable));
    }
    TRY(vm.heap.reserve(list->size() * sizeof(Value)));
    return make_tuple(vm, std::span<const Value>(list->items(), list->size()));
}

} // namespace ouro::vm
