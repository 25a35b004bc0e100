// SPDX-License-Identifier: MIT
//
// Shapes: transitions, lookup, and where an object keeps its attributes. type.hpp explains the design.
#include "vm/model/shape.hpp"
#include "vm/model/core.hpp"

#include <algorithm>

namespace ouro::vm {

namespace {

struct Transition {
    Str* name;
    Shape* shape;
};

struct IndexEntry {
    Str* name;
    uint64_t slot;
};

Shape* make_shape(VM& vm, Type* type, Shape* parent, Str* name, uint32_t inline_capacity) {
    auto* shape = static_cast<Shape*>(vm.heap.allocate(sizeof(Shape)));
    shape->kind = Kind::Shape;
    shape->id = ++vm.last_shape_id;
    shape->of = type;
    shape->parent = parent;
    shape->name = name;
    shape->slot_count = parent ? parent->slot_count + 1 : type->member_count;
    shape->inline_capacity = uint16_t(inline_capacity);
    OURO_VERIFY(inline_capacity >= type->member_count && inline_capacity <= UINT16_MAX);
    // Registered with the type, whose `modified` renews the ids.
    Storage* grown = vm.heap.grow_storage(type->shapes, (type->shape_count + 1) * sizeof(Shape*));
    reinterpret_cast<Shape**>(grown->values())[type->shape_count++] = shape;
    Heap::store(type, type->shapes, grown);
    return shape;
}

size_t name_slot(const Str* name, size_t mask) { return (reinterpret_cast<uintptr_t>(name) >> 4) & mask; }

void build_index(VM& vm, Shape* shape) {
    size_t capacity = 8;
    while (capacity < shape->slot_count * 2)
        capacity *= 2;
    Storage* index = vm.heap.allocate_storage(capacity * sizeof(IndexEntry));
    auto* entries = reinterpret_cast<IndexEntry*>(index->values());
    for (Shape* s = shape; s->parent; s = s->parent) {
        size_t i = name_slot(s->name, capacity - 1);
        while (entries[i].name)
            i = (i + 1) & (capacity - 1);
        entries[i] = {s->name, s->slot_count - 1};
    }
    shape->spare = uint8_t(std::countr_zero(capacity));
    Heap::store(shape, shape->index, index);
}

} // namespace

Shape* make_root_shape(VM& vm, Type* type, uint32_t inline_capacity) {
    return make_shape(vm, type, nullptr, nullptr, inline_capacity);
}

Shape* dictionary_shape(VM& vm, Type* type) {
    if (!type->dictionary_shape) {
        Shape* shape = make_root_shape(vm, type, type->member_count);
        shape->is_dictionary = true;
        Heap::store(type, type->dictionary_shape, shape);
    }
    return type->dictionary_shape;
}

uint32_t Shape::find(VM& vm, Str* attribute) {
    if (slot_count == 0)
        return NOT_FOUND;
    if (slot_count <= 4) {
        for (Shape* s = this; s->parent; s = s->parent) {
            if (s->name == attribute)
                return s->slot_count - 1;
        }
        return NOT_FOUND;
    }
    if (!index)
        build_index(vm, this);
    auto* entries = reinterpret_cast<IndexEntry*>(index->values());
    size_t mask = (size_t(1) << spare) - 1;
    for (size_t i = name_slot(attribute, mask); entries[i].name; i = (i + 1) & mask) {
        if (entries[i].name == attribute)
            return uint32_t(entries[i].slot);
    }
    return NOT_FOUND;
}

Shape* Shape::with(VM& vm, Str* attribute) {
    auto* known = transitions ? reinterpret_cast<Transition*>(transitions->values()) : nullptr;
    for (uint32_t i = 0; i < transition_count; i++) {
        if (known[i].name == attribute)
            return known[i].shape;
    }
    // Objects used as dictionaries: many names in one object, or ever new names.
    if (slot_count >= MAX_SLOTS || of->shape_count > 16 * MAX_SLOTS)
        return nullptr;
    // The first instance that outgrows its inline slots makes later ones start with more.
    if (slot_count == inline_capacity && inline_capacity < MAX_LEARNED_CAPACITY && of->has(Type::HEAP) &&
        of->inline_slots <= inline_capacity) {
        of->inline_slots = std::min(std::max(4u, inline_capacity * 2u), MAX_LEARNED_CAPACITY);
        Heap::store(of, of->root_shape, make_root_shape(vm, of, of->inline_slots));
    }
    Shape* next = make_shape(vm, of, this, attribute, inline_capacity);
    Storage* grown = vm.heap.grow_storage(transitions, (transition_count + 1) * sizeof(Transition));
    reinterpret_cast<Transition*>(grown->values())[transition_count++] = {attribute, next};
    Heap::store(this, transitions, grown);
    return next;
}

void Shape::visit(Object* object, Visitor& visitor) {
    auto* self = static_cast<Shape*>(object);
    visitor.visit(self->of);
    visitor.visit(self->parent);
    visitor.visit(self->name);
    visitor.visit(self->index);
    visitor.visit(self->transitions);
    if (self->transition_count && self->of->shape_count > FEW_SHAPES && visitor.visit_weakly(self))
        return;
    auto* known = self->transitions ? reinterpret_cast<Transition*>(self->transitions->values()) : nullptr;
    for (uint32_t i = 0; i < self->transition_count; i++)
        visitor.visit(known[i].shape); // which holds its name
}

void Shape::drop_dead_transitions(const Heap& heap) {
    auto* known = reinterpret_cast<Transition*>(transitions->values());
    auto is_dead = [&](const Transition& transition) { return !heap.is_marked(transition.shape); };
    transition_count = uint32_t(std::remove_if(known, known + transition_count, is_dead) - known);
}

// --- The slot area ------------------------------------------------------------------------------------------------

static size_t variable_native_bytes(const Object* object) {
    switch (object->kind) {
    case Kind::BigInt:
        return sizeof(BigInt) + static_cast<const BigInt*>(object)->limb_count() * sizeof(uint64_t);
    case Kind::Tuple:
        return sizeof(Tuple) + static_cast<const Tuple*>(object)->size() * sizeof(Value);
    case Kind::Bytes:
        return sizeof(Bytes) + static_cast<const Bytes*>(object)->length + 1;
    case Kind::Str: {
        auto* text = static_cast<const Str*>(object);
        size_t inline_bytes = text->flags & Str::EXTERNAL ? sizeof(Storage*) : text->byte_length + 1;
        return sizeof(Str) - sizeof(Str::inline_bytes) + std::max<size_t>(inline_bytes, 8);
    }
    default:
        OURO_VERIFY(false);
    }
    return 0;
}

Value* attribute_area(Object* object) {
    Type* type = object->type();
    if (!type->attributes_offset)
        return nullptr;
    size_t offset =
        type->has(Type::VARIABLE_SIZE) ? (variable_native_bytes(object) + 7) / 8 * 8 : type->attributes_offset;
    return reinterpret_cast<Value*>(reinterpret_cast<char*>(object) + offset);
}

void Type::visit_attributes(Object* object, Type* type, Visitor& visitor) {
    if (!type->attributes_offset)
        return;
    Value* area = attribute_area(object);
    visitor.visit(area[0]);
    Shape* shape = object->shape;
    uint32_t count = shape->slot_count;
    if (shape->is_dictionary) {
        visitor.visit(area + 1, count);
        return;
    }
    uint32_t in_line = std::min<uint32_t>(count, shape->inline_capacity);
    visitor.visit(area + 1, in_line);
    if (count > in_line && area[0])
        visitor.visit(static_cast<Storage*>(area[0].object())->values(), count - in_line);
}

static Value& slot_at(Object* object, Value* area, uint32_t slot) {
    uint32_t in_line = object->shape->inline_capacity;
    return slot < in_line ? area[1 + slot] : static_cast<Storage*>(area[0].object())->values()[slot - in_line];
}

Value get_own_attribute(VM& vm, Object* object, Str* name) {
    if (object->kind == Kind::Module) {
        DictEntry* entry = dict_find(*static_cast<Module*>(object)->dict, name);
        return entry ? entry->value : Value();
    }
    Value* area = attribute_area(object);
    if (!area)
        return {};
    if (object->shape->is_dictionary) {
        if (!area[0])
            return {};
        DictEntry* entry = dict_find(*static_cast<Dict*>(area[0].object()), name);
        return entry ? entry->value : Value();
    }
    uint32_t slot = object->shape->find(vm, name);
    return slot == Shape::NOT_FOUND ? Value() : slot_at(object, area, slot);
}

void set_own_attribute(VM& vm, Object* object, Str* name, Value value) {
    if (object->kind == Kind::Module) {
        dict_set(vm, *module_dict(vm, *static_cast<Module*>(object)), name, value);
        return;
    }
    Value* area = attribute_area(object);
    OURO_VERIFY(area);
    if (!object->shape->is_dictionary) {
        uint32_t slot = object->shape->find(vm, name);
        if (slot != Shape::NOT_FOUND) {
            Heap::store(object, slot_at(object, area, slot), value);
            return;
        }
        if (Shape* next = object->shape->with(vm, name)) {
            uint32_t index = object->shape->slot_count;
            uint32_t in_line = object->shape->inline_capacity;
            if (index >= in_line) {
                auto* old = static_cast<Storage*>(area[0].object());
                size_t needed = (index - in_line + 1) * sizeof(Value);
                if (!old || old->capacity_bytes() < needed)
                    area[0] = vm.heap.grow_storage(old, needed * 2);
            }
            object->shape = next;
            Heap::store(object, slot_at(object, area, index), value);
            return;
        }
    }
    dict_set(vm, *instance_dict(vm, object), name, value);
}

Dict* instance_dict(VM& vm, Object* object) {
    if (object->kind == Kind::Module)
        return module_dict(vm, *static_cast<Module*>(object));
    Value* area = attribute_area(object);
    if (!area)
        return nullptr;
    if (object->shape->is_dictionary && area[0])
        return static_cast<Dict*>(area[0].object());
    Dict* dict = make_dict(vm);
    if (!object->shape->is_dictionary) {
        // Slots in order of creation: walk up once to collect the names.
        std::vector<Str*> attribute_names(object->shape->slot_count);
        for (Shape* s = object->shape; s->parent; s = s->parent)
            attribute_names[s->slot_count - 1] = s->name;
        for (uint32_t slot = object->type()->member_count; slot < attribute_names.size(); slot++)
            dict_set(vm, *dict, attribute_names[slot], slot_at(object, area, slot));
        object->shape = dictionary_shape(vm, object->type());
    }
    Heap::store(object, area[0], Value(dict));
    return dict;
}

Result<void> set_instance_dict(VM& vm, Object* object, Value value) {
    Dict* dict = as<Dict>(value);
    if (!dict)
        return vm.type_error("__dict__ must be set to a dictionary, not a '{}'", vm.type_name(value));
    instance_dict(vm, object); // now in dictionary mode
    Heap::store(object, attribute_area(object)[0], Value(dict));
    return {};
}

} // namespace ouro::vm
