// SPDX-License-Identifier: MIT
//
// Allocating instances of a type. What types and shapes do is the object model's (vm/model/type.cpp, shape.cpp).
#include "vm/type.hpp"

#include "vm/vm.hpp"

namespace ouro::vm {

Object* allocate_instance(VM& vm, Type* type) {
    Object* object = allocate_unwatched_instance(vm, type);
    if (type->has_finalizer)
        vm.heap.add_finalizable(object);
    return object;
}

Object* allocate_unwatched_instance(VM& vm, Type* type) {
    Shape* shape = type->root_shape;
    size_t bytes = type->native->size;
    if (type->attributes_offset)
        bytes = type->attributes_offset + (1 + shape->inline_capacity) * sizeof(Value);
    Object* object = vm.heap.allocate(bytes);
    object->shape = shape;
    object->kind = type->native->kind;
    object->flags = type->has(Type::HEAP) ? Object::SUBCLASS : 0;
    return object;
}

Object* allocate_variable_instance(VM& vm, Type* type, size_t native_bytes) {
    size_t bytes = native_bytes;
    if (type->attributes_offset)
        bytes = (native_bytes + 7) / 8 * 8 + (1 + type->member_count) * sizeof(Value);
    Object* object = vm.heap.allocate(bytes);
    object->shape = type->root_shape;
    object->kind = type->native->kind;
    object->flags = type->has(Type::HEAP) ? Object::SUBCLASS : 0;
    return object;
}

} // namespace ouro::vm
