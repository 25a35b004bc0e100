// SPDX-License-Identifier: MIT
//
// set and frozenset: the types and their methods.
#include "vm/objects/set_table.hpp"
#include "vm/vm.hpp"

namespace ouro::vm {

static void visit_set(Object* object, Visitor& visitor) {
    auto* set = static_cast<Set*>(object);
    visitor.visit(set->table);
    for (uint64_t position = 0; SetEntry* entry = set_next_entry(*set, position);)
        visitor.visit(entry->key);
}

const NativeType set_type = {
    .name = "set",
    .base = nullptr,
    .kind = Kind::Set,
    .size = sizeof(Set),
    .flags = Type::IMMUTABLE,
    .visit = visit_set,
    .members = nullptr,
    .member_count = 0,
};

const NativeType frozenset_type = {
    .name = "frozenset",
    .base = nullptr,
    .kind = Kind::Set,
    .size = sizeof(Set),
    .flags = Type::IMMUTABLE,
    .visit = visit_set,
    .members = nullptr,
    .member_count = 0,
};

} // namespace ouro::vm
