// SPDX-License-Identifier: MIT
//
// Tuples with named fields, as sys.version_info and time.struct_time are: native types whose instances are Tuples and
// whose members are getters by position.
//
//     static constexpr NativeDef members[] = {sequence_field<0>("major"), sequence_field<1>("minor"), SEQUENCE_REPR};
//     constinit const NativeType version_type = sequence_type("sys.version_info", members, std::size(members));
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

// A hidden field stands behind the visible items: it has a name but no index.
template <unsigned I>
vm::Value get_sequence_field(vm::Tuple& self) {
    return self.items()[I];
}
template <unsigned I>
consteval vm::NativeDef sequence_field(const char* name, const char* doc = nullptr) {
    return vm::get<get_sequence_field<I>>(name, doc);
}

void visit_sequence(vm::Object* object, vm::Visitor& visitor);
vm::Result<vm::Value> sequence_repr(vm::VM& vm, vm::Tuple& self);
inline constexpr vm::NativeDef SEQUENCE_REPR = vm::fn<sequence_repr>("__repr__(self, /)");

consteval vm::NativeType sequence_type(const char* name, const vm::NativeDef* members, size_t count,
                                       uint32_t flags = 0) {
    return {.name = name,
            .base = &vm::tuple_type,
            .kind = vm::Kind::Tuple,
            .size = sizeof(vm::Tuple),
            .flags = vm::Type::FINAL | vm::Type::VARIABLE_SIZE | vm::Type::SEQUENCE | flags,
            .visit = visit_sequence,
            .members = members,
            .member_count = count};
}

// An instance with these items, of which the last `hidden` cannot be indexed; those must be immediate or interned.
vm::Tuple* make_struct_sequence(vm::VM& vm, const vm::NativeType& type, std::initializer_list<vm::Value> items,
                                size_t hidden = 0);

} // namespace ouro::stdlib
