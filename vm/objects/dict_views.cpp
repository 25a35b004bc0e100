// SPDX-License-Identifier: MIT
//
// The views of a dict (keys, values, items).
#include "vm/objects/dict_views.hpp"

#include "vm/vm.hpp"

namespace ouro::vm {

static void visit_view(Object* object, Visitor& visitor) { visitor.visit(static_cast<DictView*>(object)->dict); }

const NativeType dict_keys_type = {
    .name = "dict_keys",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(DictKeys),
    .flags = Type::IMMUTABLE | Type::FINAL | Type::NO_NEW,
    .visit = visit_view,
    .members = nullptr,
    .member_count = 0,
};

const NativeType dict_values_type = {
    .name = "dict_values",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(DictValues),
    .flags = Type::IMMUTABLE | Type::FINAL | Type::NO_NEW,
    .visit = visit_view,
    .members = nullptr,
    .member_count = 0,
};

const NativeType dict_items_type = {
    .name = "dict_items",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(DictItems),
    .flags = Type::IMMUTABLE | Type::FINAL | Type::NO_NEW,
    .visit = visit_view,
    .members = nullptr,
    .member_count = 0,
};

} // namespace ouro::vm
