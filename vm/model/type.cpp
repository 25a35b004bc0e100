// SPDX-License-Identifier: MIT
//
// Types: attribute lookup along the MRO, and the caches of special methods.
#include "vm/type.hpp"

#include "vm/model/attribute_cache.hpp"
#include "vm/model/class.hpp"
#include "vm/model/core.hpp"

#include <algorithm>
#include <cstring>

namespace ouro::vm {

bool Type::is_subtype_of(const Type* other) const {
    if (this == other)
        return true;
    for (size_t i = 1; i < mro->size(); i++) {
        if (mro->items()[i].object() == other)
            return true;
    }
    return false;
}

Value Type::lookup(VM& vm, Str* attribute) {
    if (!root_shape)
        return search(vm, attribute);
    if (!vm.attribute_cache)
        vm.attribute_cache = std::make_unique<AttributeCache>();
    uint32_t id = root_shape->id;
    AttributeCache::Lookup& known = vm.attribute_cache->lookup_slot(id, attribute);
    if (known.shape_id == id && known.name == attribute)
        return known.value;
    Value found = search(vm, attribute);
    if (root_shape->id == id)
        vm.attribute_cache->lookup_slot(id, attribute) = {id, attribute, found};
    return found;
}

Value Type::search(VM& vm, Str* attribute) {
    for (size_t i = 0; i < mro->size(); i++) {
        auto* base = static_cast<Type*>((*mro)[i].object());
        if (DictEntry* entry = dict_find(*base->attributes(vm), attribute))
            return entry->value;
    }
    return {};
}

Value Type::cached_special(Special special) const { return specials->values()[unsigned(special)]; }

Value Type::find_special(VM& vm, Special special) {
    Value found = lookup(vm, vm.special_name(special)); // may fill in the class, which drops the specials
    if (!specials) {
        Storage* storage = vm.heap.allocate_storage(SPECIAL_COUNT * sizeof(Value));
        for (unsigned i = 0; i < SPECIAL_COUNT; i++)
            storage->values()[i] = Value::ellipsis();
        Heap::store(this, specials, storage);
    }
    if (!found.is_ellipsis())
        Heap::store(this, specials->values()[unsigned(special)], found);
    return found;
}

// Through many bases a class is reached on many ways: those whose ids are newer than `since` have been renewed.
static void renew(VM& vm, Type& type, uint32_t since) {
    if (type.root_shape && type.root_shape->id > since)
        return;
    type.specials = nullptr;
    auto** all = type.shapes ? reinterpret_cast<Shape**>(type.shapes->values()) : nullptr;
    for (uint32_t i = 0; i < type.shape_count; i++)
        all[i]->id = ++vm.last_shape_id;
    auto** derived = type.subclasses ? reinterpret_cast<Type**>(type.subclasses->values()) : nullptr;
    for (uint32_t i = 0; i < type.subclass_count; i++)
        renew(vm, *derived[i], since);
}

void Type::modified(VM& vm) { renew(vm, *this, vm.last_shape_id); }

void Type::visit(Object* object, Visitor& visitor) {
    auto* self = static_cast<Type*>(object);
    visitor.visit(self->name);
    visitor.visit(self->qualname);
    visitor.visit(self->bases);
    visitor.visit(self->mro);
    visitor.visit(self->dict);
    visitor.visit(self->root_shape);
    visitor.visit(self->dictionary_shape);
    visitor.visit(self->specials);
    if (self->specials)
        visitor.visit(self->specials->values(), SPECIAL_COUNT);
    visitor.visit(self->abstract_methods);
    visitor.visit(self->solid_base);
    visitor.visit(self->slot_names);
    visitor.visit(self->shapes);
    visitor.visit(self->subclasses);
    bool is_weak = (self->subclass_count || self->shape_count > Shape::FEW_SHAPES) && visitor.visit_weakly(self);
    for (uint32_t i = 0; i < self->shape_count && !(is_weak && self->shape_count > Shape::FEW_SHAPES); i++)
        visitor.visit(reinterpret_cast<Shape**>(self->shapes->values())[i]);
    for (uint32_t i = 0; i < self->subclass_count && !is_weak; i++)
        visitor.visit(reinterpret_cast<Type**>(self->subclasses->values())[i]);
}

// Keeps those of the objects that are alive, in their order; returns their number.
static uint32_t keep_marked(const Heap& heap, Storage* objects, uint32_t count) {
    auto** items = objects ? reinterpret_cast<Object**>(objects->values()) : nullptr;
    return uint32_t(std::remove_if(items, items + count, [&](Object* item) { return !heap.is_marked(item); }) - items);
}

void Type::drop_dead(const Heap& heap, Object* holder) {
    if (holder->kind == Kind::Shape)
        return static_cast<Shape*>(holder)->drop_dead_transitions(heap);
    auto* self = static_cast<Type*>(holder);
    self->shape_count = keep_marked(heap, self->shapes, self->shape_count);
    self->subclass_count = keep_marked(heap, self->subclasses, self->subclass_count);
}

Type* VM::type_of_immediate(Value value) {
    if (value.is_small_int())
        return types.int_;
    if (value.is_double())
        return types.float_;
    if (value.is_bool())
        return types.bool_;
    if (value.is_none())
        return types.none_type;
    return value.is_ellipsis() ? types.ellipsis_type : types.not_implemented_type;
}

std::string_view VM::type_name(Value value) { return error_name(type_of(value)); }

} // namespace ouro::vm
