// SPDX-License-Identifier: MIT
//
// Types of native objects: made from their NativeType, their members filled in when they are first asked for.
#include "vm/model/native_type.hpp"

#include "vm/model/class.hpp"
#include "vm/model/core.hpp"
#include "vm/model/native_slots.hpp"
#include "vm/values/intern.hpp"

#include <new>

namespace ouro::vm {

// The function is made before its wrapper: a collection in between would make the wrapper old, and this store has no
// barrier.
template <class Wrapper>
static Value wrapped(VM& vm, Type* type, NativeFunction* function) {
    auto* wrapper = static_cast<Wrapper*>(allocate_instance(vm, type));
    wrapper->function = function;
    return wrapper;
}

Value constant_value(VM& vm, const NativeDef& def) {
    switch (def.type) {
    case NativeDef::Type::IntConstant:
        return make_int(vm, def.integer);
    case NativeDef::Type::StrConstant:
        return make_short_str(vm, def.text);
    case NativeDef::Type::NoneConstant:
        return Value::none();
    case NativeDef::Type::TypeConstant:
        return vm.native(*def.native_type);
    default:
        return {};
    }
}

static Value member_value(VM& vm, Type* type, const NativeDef& def) {
    switch (def.type) {
    case NativeDef::Type::Function:
        return make_native_function(vm, def, type, {});
    case NativeDef::Type::New:
    case NativeDef::Type::StaticMethod:
        return wrapped<StaticMethod>(vm, vm.types.static_method, make_native_function(vm, def, type, {}));
    case NativeDef::Type::ClassMethod:
        return wrapped<ClassMethod>(vm, vm.native(class_method_descriptor_type),
                                    make_native_function(vm, def, type, {}));
    case NativeDef::Type::Getter: {
        auto* getter = vm.heap.make<Getter>(vm.types.getter->root_shape);
        getter->def = &def;
        getter->owner = type;
        return getter;
    }
    default:
        return constant_value(vm, def);
    }
}

// What the NativeType says, but for what is there already.
static void add_members(VM& vm, Type* type, Dict* dict) {
    const NativeType& native = *type->native;
    for (size_t i = 0; i < native.member_count; i++) {
        const NativeDef& def = native.members[i];
        Str* key = intern(vm, def.name());
        if (!dict_find(*dict, key))
            dict_set(vm, *dict, key, member_value(vm, type, def));
    }
    // A type that defines equality without a hash is unhashable (Data model, __hash__).
    if (dict_find(*dict, vm.special_name(Special::Eq)) && !dict_find(*dict, vm.special_name(Special::Hash)))
        dict_set(vm, *dict, vm.special_name(Special::Hash), Value::none());
    if (type->has(Type::HAS_ATTRIBUTES) && !type->has(Type::METACLASS))
        add_dict_attribute(vm, type);
    if (!dict_find(*dict, vm.names.dunder_doc))
        dict_set(vm, *dict, vm.names.dunder_doc, native.doc ? Value(make_short_str(vm, native.doc)) : Value::none());
}

Dict* Type::attributes(VM& vm) {
    if (type_flags & POPULATED || type_flags & HEAP)
        return dict;
    type_flags |= POPULATED;
    try {
        add_members(vm, this, dict);
    } catch (const std::bad_alloc&) {
        type_flags &= ~uint32_t(POPULATED); // the next one who asks gets the rest
        if (root_shape)
            modified(vm);
        throw;
    }
    if (root_shape)
        modified(vm); // what was looked up in between saw a part
    return dict;
}

Type* VM::native(const NativeType& native) {
    auto found = m_native_types.find(&native);
    if (found != m_native_types.end())
        return found->second;
    Type* type = make_native_type(*this, native);
    m_native_types[&native] = type;
    return type;
}

const NativeType& VM::add_native_type(std::unique_ptr<OwnedNativeType> type) {
    NativeType& description = type->description;
    description.name = type->name.c_str();
    description.doc = type->doc.empty() ? nullptr : type->doc.c_str();
    description.members = type->members.data();
    description.member_count = type->members.size();
    m_owned_native_types.push_back(std::move(type));
    return description;
}

void add_subclass(VM& vm, Type* base, Type* type) {
    Storage* grown = vm.heap.grow_storage(base->subclasses, (base->subclass_count + 1) * sizeof(Type*));
    reinterpret_cast<Type**>(grown->values())[base->subclass_count++] = type;
    Heap::store(base, base->subclasses, grown);
}

void finish_type(VM& vm, Type* type) {
    Shape* root = make_root_shape(vm, type, type->inline_slots);
    root->is_dictionary = type->has(Type::VARIABLE_SIZE) && type->attributes_offset != 0;
    type->root_shape = root;
    if (root->is_dictionary)
        type->dictionary_shape = root;
}

Type* make_native_type(VM& vm, const NativeType& native) {
    Type* base = native.base ? vm.native(*native.base) : vm.types.object;
    auto* type = static_cast<Type*>(vm.heap.allocate(sizeof(Type)));
    type->kind = Kind::Type;
    type->shape = vm.types.type ? vm.types.type->root_shape : nullptr;
    std::string_view full = native.name;
    size_t dot = full.rfind('.');
    std::string_view name = dot == std::string_view::npos ? full : full.substr(dot + 1);
    type->name = type->qualname = intern(vm, name);
    type->native = &native;
    type->type_flags = native.flags;
    type->dict = make_dict(vm);
    if (dot != std::string_view::npos)
        dict_set(vm, *type->dict, vm.names.dunder_module, intern(vm, full.substr(0, dot)));
    if (base) {
        constexpr uint32_t INHERITED = Type::HAS_ATTRIBUTES | Type::VARIABLE_SIZE | Type::EXCEPTION | Type::METACLASS |
                                       Type::SEQUENCE | Type::MAPPING | Type::WEAKLY_REFERENCEABLE;
        type->type_flags |= base->type_flags & INHERITED;
        type->has_finalizer = base->has_finalizer || native.finalize;
        type->bases = make_tuple(vm, {base});
        type->mro = make_tuple(vm, base->mro->size() + 1);
        for (size_t i = 0; i < base->mro->size(); i++)
            (*type->mro)[i + 1] = (*base->mro)[i];
    } else {
        type->bases = make_tuple(vm, 0);
        type->mro = make_tuple(vm, 1);
    }
    (*type->mro)[0] = type;
    type->attributes_offset = type->has(Type::HAS_ATTRIBUTES) && !type->has(Type::VARIABLE_SIZE) ? native.size : 0;
    bool same_layout = base && base->native->size == native.size && base->native->kind == native.kind;
    type->solid_base = same_layout ? base->solid_base : type;
    type->type_flags |= Type::IMMUTABLE;
    finish_type(vm, type);
    if (base)
        add_subclass(vm, base, type);
    return type;
}

} // namespace ouro::vm
