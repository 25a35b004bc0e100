// SPDX-License-Identifier: MIT
//
// tuple: the type and its methods.
#include "vm/vm.hpp"

namespace ouro::vm {

static void visit_tuple(Object* object, Visitor& visitor) {
    auto* tuple = static_cast<Tuple*>(object);
    visitor.visit(tuple->items(), tuple->size());
}

const NativeType tuple_type = {
    .name = "tuple",
    .base = nullptr,
    .kind = Kind::Tuple,
    .size = sizeof(Tuple),
    .flags = Type::IMMUTABLE | Type::SEQUENCE | Type::VARIABLE_SIZE,
    .visit = visit_tuple,
    .members = nullptr,
    .member_count = 0,
};

} // namespace ouro::vm
