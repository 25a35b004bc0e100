// SPDX-License-Identifier: MIT
//
// One step of an iterator, whose end keeps what it says.
#include "vm/model/iterator_ends.hpp"

#include "vm/model/core.hpp"
#include "vm/model/special_calls.hpp"

namespace ouro::vm {

Result<Value> next_inside(VM& vm, Value iterator) {
    // Natives that walk an endless iterator come by here, and nowhere else.
    if (vm.safepoint.load(std::memory_order_relaxed)) [[unlikely]]
        TRY(vm.handle_safepoint());
    TRY(vm.check_native_stack()); // map(f, map(f, ...)) and its like
    Type* type = vm.type_of(iterator);
    if (type->native->next && !type->has(Type::HEAP))
        return type->native->next(vm, iterator.object());
    if (type == vm.types.generator)
        return vm.hooks.generator_next(vm, iterator.object());
    Value method = type->special(vm, Special::Next);
    if (!method)
        return vm.type_error("'{}' object is not an iterator", vm.type_name(iterator));
    return call_found(vm, method, {iterator});
}

} // namespace ouro::vm
