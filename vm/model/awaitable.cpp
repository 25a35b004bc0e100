// SPDX-License-Identifier: MIT
//
// __await__ and its iterator.
#include "vm/model/awaitable.hpp"

#include "vm/model/code.hpp"
#include "vm/model/core.hpp"
#include "vm/model/coroutine_object.hpp"
#include "vm/model/special_calls.hpp"

namespace ouro::vm {

Result<void> check_awaited_iterator(VM& vm, Value value) {
    if (as_plain_coroutine(value))
        return vm.type_error("__await__() returned a coroutine");
    if (!vm.type_of(value)->special(vm, Special::Next))
        return vm.type_error("__await__() returned non-iterator of type '{}'", vm.type_name(value));
    return {};
}

Raised missing_async_method(VM& vm, Value object, Special special) {
    return vm.raise(ExceptionId::AttributeError, fmt::format("object {} does not have {} method", vm.type_name(object),
                                                             SPECIAL_NAMES[unsigned(special)]));
}

Result<Value> awaitable_iterator(VM& vm, Value value) {
    if (as_plain_coroutine(value))
        return value;
    if (Generator* generator = as<Generator>(value); generator && generator->frame.code->has(Code::ITERABLE_COROUTINE))
        return value;
    if (value.is_object() && (value.object()->kind == Kind::Future || detail::native_cast<AsyncOperation>(value)))
        return value;
    Value method = vm.type_of(value)->special(vm, Special::Await);
    if (!method)
        return vm.type_error("'{}' object can't be awaited", vm.type_name(value));
    Value iterator = TRY(call_if_bound(vm, method, {value}));
    if (!iterator)
        return missing_async_method(vm, value, Special::Await);
    TRY(check_awaited_iterator(vm, iterator));
    return iterator;
}

Result<Value> iterator_step(VM& vm, Value iterator) {
    Type* type = vm.type_of(iterator);
    if (type->native->next && !type->has(Type::HEAP)) {
        Value item = TRY(type->native->next(vm, iterator.object()));
        if (!item)
            return vm.stop_iteration();
        return item;
    }
    Value method = type->special(vm, Special::Next);
    if (!method)
        return vm.type_error("'{}' object is not an iterator", type->name->view());
    return call_found(vm, method, {iterator});
}

} // namespace ouro::vm
