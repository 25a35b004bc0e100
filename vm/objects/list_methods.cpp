// SPDX-License-Identifier: MIT
//
// list: the type and its methods.
#include "vm/vm.hpp"

namespace ouro::vm {

static void visit_list(Object* object, Visitor& visitor) {
    auto* list = static_cast<List*>(object);
    visitor.visit(list->storage);
    if (list->storage)
        visitor.visit(list->items(), list->size());
}

const NativeType list_type = {
    .name = "list",
    .base = nullptr,
    .kind = Kind::List,
    .size = sizeof(List),
    .flags = Type::IMMUTABLE | Type::SEQUENCE,
    .visit = visit_list,
    .members = nullptr,
    .member_count = 0,
};

} // namespace ouro::vm
