// SPDX-License-Identifier: MIT
//
// Reductions of builtin types.
#include "vm/model/reduction.hpp"

#include "vm/model/core.hpp"

#include <algorithm>

namespace ouro::vm {

Result<Value> reduce_to_builtin(VM& vm, const char* name, std::initializer_list<Value> arguments, Value state) {
    Value builtins = TRY(vm.hooks.import_absolute(vm, "builtins"));
    Value function = TRY(get_attribute(vm, builtins, name));
    Tuple* given = make_tuple(vm, arguments);
    if (state)
        return make_tuple(vm, {function, given, state});
    return make_tuple(vm, {function, given});
}

Result<Value> reduce_to_attribute(VM& vm, Value owner, Value name) {
    return reduce_to_builtin(vm, "getattr", {owner, name});
}

Result<Value> reduce_to_iterator(VM& vm, Value items, uint64_t position, Value nothing) {
    if (!items)
        return reduce_to_builtin(vm, "iter", {nothing});
    return reduce_to_builtin(vm, "iter", {items}, make_int_unsigned(vm, position));
}

Result<Value> reduce_with_attributes(VM& vm, Value self, std::initializer_list<Value> arguments) {
    Value state = TRY(call_method(vm, self, "__getstate__", {}));
    Tuple* given = make_tuple(vm, arguments);
    return make_tuple(vm, {vm.type_of(self), given, state});
}

Result<uint64_t> iterator_position(VM& vm, Value state, uint64_t limit) {
    int64_t position = TRY(index_int64(vm, state));
    return std::min(uint64_t(std::max<int64_t>(position, 0)), limit);
}

} // namespace ouro::vm
