// SPDX-License-Identifier: MIT
//
// Making generic aliases. What they do stands in objects/generic_alias_type.cpp.
#include "vm/model/generic_alias.hpp"

#include "vm/model/core.hpp"

namespace ouro::vm {

Value make_generic_alias(VM& vm, Type* type, Value origin, Value args) {
    auto* alias = static_cast<GenericAlias*>(allocate_instance(vm, type));
    alias->origin = origin;
    alias->args = as<Tuple>(args) ? as<Tuple>(args) : make_tuple(vm, {args});
    return alias;
}

Value make_generic_alias(VM& vm, Value origin, Value args) {
    return make_generic_alias(vm, vm.native(generic_alias_type), origin, args);
}

Result<Value> class_getitem(VM& vm, Value type, Value item) { return make_generic_alias(vm, type, item); }

} // namespace ouro::vm
