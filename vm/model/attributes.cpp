// SPDX-License-Identifier: MIT
//
// Attribute access as the data model defines it (3.3.2): object, type and module lookups, descriptors, __getattr__ and
// its relatives. The interpreter's inline caches remember what these functions found.
#include "vm/model/attributes.hpp"

#include "vm/model/calls.hpp"
#include "vm/model/class.hpp"
#include "vm/model/core.hpp"
#include "vm/model/special_calls.hpp"

namespace ouro::vm {

bool is_data_descriptor(VM& vm, Value descriptor) {
    if (!descriptor.is_object())
        return false;
    switch (descriptor.object()->kind) {
    case Kind::Property:
    case Kind::Getter:
    case Kind::Member:
        return true;
    case Kind::Function:
    case Kind::NativeFunction:
    case Kind::StaticMethod:
    case Kind::ClassMethod:
        return false;
    default: {
        Type* type = descriptor.object()->type();
        return type->special(vm, Special::Set) || type->special(vm, Special::Delete);
    }
    }
}

static Result<void> check_applies(VM& vm, Member& member, Value object) {
    if (!object.is_object() || !object.object()->type()->is_subtype_of(member.owner))
        return vm.type_error("descriptor '{}' for '{}' objects doesn't apply to a '{}' object", member.name->view(),
                             member.owner->name->view(), vm.type_name(object));
    return {};
}

static Result<Value> read_member(VM& vm, Member& member, Value object) {
    TRY(check_applies(vm, member, object));
    Value value = member.value_in(object.object());
    if (!value)
        return vm.raise_attribute_error(object, member.name,
                                        fmt::format("'{}' object has no attribute '{}'",
                                                    shown_type_name(vm, vm.type_of(object)), member.name->view()));
    return value;
}

// A getter may ask another object for its attribute, which is a getter, and so on: here all of them come by.
Result<Value> call_getter(VM& vm, Getter& getter, Value object) {
    TRY(vm.check_native_stack());
    NativeFunction callee; // only for error messages, which take the name from the definition
    callee.def = getter.def;
    callee.owner = getter.owner;
    callee.name = vm.names.empty;
    return Result<Value>::from_bits(getter.def->entry(vm, &object, callee).bits());
}

static Result<Value> bind_in_object(VM& vm, Value descriptor, Value object) {
    Object* descriptor_object = descriptor.object();
    switch (descriptor_object->kind) {
    case Kind::Function:
        return make_bound_method(vm, descriptor, object);
    case Kind::NativeFunction:
        if (!static_cast<NativeFunction*>(descriptor_object)->owner)
            return descriptor;
        return make_bound_method(vm, descriptor, object);
    case Kind::Property: {
        auto* property = static_cast<Property*>(descriptor_object);
        if (property->getter.is_none())
            break;
        return call(vm, property->getter, {object});
    }
    case Kind::Getter:
        return call_getter(vm, *static_cast<Getter*>(descriptor_object), object);
    case Kind::Member:
        return read_member(vm, *static_cast<Member*>(descriptor_object), object);
    default:
        break;
    }
    Type* type = descriptor_object->type();
    Value get = type->special(vm, Special::Get);
    if (!get)
        return descriptor;
    return call(vm, get, {descriptor, object, vm.type_of(object)});
}

Result<Value> bind_descriptor(VM& vm, Value descriptor, Value object, Type* type) {
    if (!descriptor.is_object())
        return descriptor;
    switch (descriptor.object()->kind) {
    case Kind::StaticMethod:
        if (descriptor.object()->is_exact())
            return static_cast<StaticMethod*>(descriptor.object())->function;
        break;
    case Kind::ClassMethod:
        if (descriptor.object()->is_exact())
            return make_bound_method(vm, static_cast<ClassMethod*>(descriptor.object())->function, type);
        break;
    case Kind::Str:
    case Kind::Tuple:
    case Kind::List:
    case Kind::Dict:
    case Kind::BigInt:
        if (descriptor.object()->is_exact())
            return descriptor;
        break;
    default:
        break;
    }
    if (object)
        return bind_in_object(vm, descriptor, object);
    switch (descriptor.object()->kind) {
    case Kind::Function:
    case Kind::NativeFunction:
    case Kind::Getter:
    case Kind::Member:
        return descriptor;
    case Kind::Property:
        if (descriptor.object()->is_exact())
            return descriptor;
        break;
    default:
        break;
    }
    Value get = descriptor.object()->type()->special(vm, Special::Get);
    if (!get)
        return descriptor;
    return call(vm, get, {descriptor, Value::none(), type});
}

// --- Reading ------------------------------------------------------------------------------------------------------

// object.__getattribute__ with an empty Value for "no such attribute".
// A data descriptor without __get__ leaves reading to the instance's own value, if it has one.
static bool can_be_read(VM& vm, Value descriptor) {
    Object* object = descriptor.object();
    return object->kind != Kind::Instance || object->type()->special(vm, Special::Get);
}

static Result<Value> lookup_in_object(VM& vm, Value object, Str* name) {
    Type* type = vm.type_of(object);
    Value descriptor = type->lookup(vm, name);
    if (descriptor && is_data_descriptor(vm, descriptor) && can_be_read(vm, descriptor))
        return bind_descriptor(vm, descriptor, object, type);
    if (object.is_object()) {
        if (Value own = get_own_attribute(vm, object.object(), name))
            return own;
    }
    return descriptor ? bind_descriptor(vm, descriptor, object, type) : Result<Value>(Value());
}

// type.__getattribute__.
static Result<Value> lookup_in_type(VM& vm, Type* type, Str* name) {
    Type* metatype = type->type();
    Value meta = metatype->lookup(vm, name);
    if (meta && is_data_descriptor(vm, meta))
        return bind_descriptor(vm, meta, type, metatype);
    if (Value found = type->lookup(vm, name))
        return bind_descriptor(vm, found, {}, type);
    return meta ? bind_descriptor(vm, meta, type, metatype) : Result<Value>(Value());
}

static Result<Value> lookup_in_module(VM& vm, Module* module, Str* name) {
    Value found = TRY(lookup_in_object(vm, module, name));
    if (found)
        return found;
    if (module->flags & Module::UNDESCRIBED && (name == vm.names.dunder_spec || name == vm.names.dunder_loader)) {
        if (DictEntry* entry = dict_find(*module_dict(vm, *module), name))
            return entry->value;
    }
    DictEntry* hook = dict_find(*module->dict, vm.special_name(Special::GetAttr));
    return hook ? call(vm, hook->value, {name}) : Result<Value>(Value());
}

Result<Value> generic_lookup(VM& vm, Value object, Str* name) {
    if (object.is_object()) {
        if (object.object()->kind == Kind::Type)
            return lookup_in_type(vm, static_cast<Type*>(object.object()), name);
        if (object.object()->kind == Kind::Module)
            return lookup_in_module(vm, static_cast<Module*>(object.object()), name);
    }
    return lookup_in_object(vm, object, name);
}

static bool is_attribute_error(VM& vm, Exception* exception) {
    return is_exception_of(exception, vm, ExceptionId::AttributeError);
}

void name_failed_read(VM& vm, Exception& error, Value object, Str* name) {
    if (!is_attribute_error(vm, &error) || error.field(field::ATTRIBUTE_NAME) || error.field(field::OBJECT))
        return;
    exception_set_field(vm, error, field::ATTRIBUTE_NAME, name);
    exception_set_field(vm, error, field::OBJECT, object);
}

// Empty when there is no such attribute; calls script or native __getattribute__ and __getattr__ where types have them.
static Result<Value> lookup_attribute(VM& vm, Value object, Str* name, Exception** raised) {
    Type* type = vm.type_of(object);
    Value getattribute = type->special(vm, Special::GetAttribute);
    if (getattribute == vm.object_getattribute || getattribute == vm.type_getattribute ||
        getattribute == vm.module_getattribute) {
        auto found = generic_lookup(vm, object, name);
        if (found.is_error()) {
            if (!is_attribute_error(vm, found.exception()))
                return found;
            *raised = found.exception();
        } else if (found.release()) {
            return found;
        }
    } else {
        auto found = call_found(vm, getattribute, {object, name});
        if (!found.is_error())
            return found;
        if (!is_attribute_error(vm, found.exception()))
            return found;
        *raised = found.exception();
    }
    Value fallback = type->special(vm, Special::GetAttr);
    if (!fallback)
        return Value();
    *raised = nullptr;
    return call_found(vm, fallback, {object, name});
}

Result<Value> get_attribute(VM& vm, Value object, Str* name) {
    Exception* raised = nullptr;
    auto found = lookup_attribute(vm, object, name, &raised);
    if (!found.is_error()) {
        if (found.release())
            return found;
        if (!raised)
            return vm.attribute_error(object, name);
    }
    if (!raised)
        raised = found.exception();
    name_failed_read(vm, *raised, object, name);
    return Raised{raised};
}

Result<Value> find_attribute(VM& vm, Value object, Str* name) {
    Exception* raised = nullptr;
    auto found = lookup_attribute(vm, object, name, &raised);
    if (found.is_error() && is_attribute_error(vm, found.exception()))
        return Value();
    return found;
}

Result<Value> get_attribute(VM& vm, Value object, const char* name) {
    return get_attribute(vm, object, intern(vm, name));
}
Result<Value> find_attribute(VM& vm, Value object, const char* name) {
    return find_attribute(vm, object, intern(vm, name));
}

Result<Value> generic_get_attribute(VM& vm, Value object, Str* name) {
    Value found = TRY(generic_lookup(vm, object, name));
    if (!found)
        return vm.attribute_error(object, name);
    return found;
}

Result<Value> name_of_property(VM& vm, Property& property) {
    if (property.name)
        return property.name;
    return property.getter.is_none() ? Value() : find_attribute(vm, property.getter, vm.names.dunder_name);
}

Raised refuse_property(VM& vm, Property& property, Value object, const char* what) {
    auto name = name_of_property(vm, property);
    if (name.is_error())
        return name.error();
    std::string shown;
    if (name.release()) {
        auto text = repr(vm, name.release());
        if (text.is_error())
            return Raised{text.exception()};
        shown = fmt::format(" {}", text.release()->view());
    }
    return vm.raise(ExceptionId::AttributeError,
                    fmt::format("property{} of {} object has no {}", shown,
                                repr_text(vm, vm.type_of(object)->qualname), what));
}

// --- Writing ------------------------------------------------------------------------------------------------------

static Result<void> write_member(VM& vm, Member& member, Value object, Value value) {
    TRY(check_applies(vm, member, object));
    Value& place = member.value_in(object.object());
    if (!value && !place)
        return vm.raise(ExceptionId::AttributeError, member.name->view());
    Heap::store(object.object(), place, value);
    return {};
}

Result<void> write_descriptor(VM& vm, Value descriptor, Value object, Str* name, Value value) {
    switch (descriptor.object()->kind) {
    case Kind::Property: {
        auto* property = static_cast<Property*>(descriptor.object());
        Value accessor = value ? property->setter : property->deleter;
        if (accessor.is_none())
            return refuse_property(vm, *property, object, value ? "setter" : "deleter");
        TRY(value ? call(vm, accessor, {object, value}) : call(vm, accessor, {object}));
        return {};
    }
    case Kind::Member:
        return write_member(vm, *static_cast<Member*>(descriptor.object()), object, value);
    case Kind::Getter: {
        auto* getter = static_cast<Getter*>(descriptor.object());
        if (!getter->def->setter)
            return vm.raise(ExceptionId::AttributeError,
                            fmt::format("attribute '{}' of '{}' objects is not writable", name->view(),
                                        error_name(getter->owner)));
        TRY(vm.check_native_stack());
        NativeFunction callee;
        callee.def = getter->def;
        callee.owner = getter->owner;
        callee.name = name;
        Value arguments[2] = {object, value};
        TRY(Result<Value>::from_bits(getter->def->setter(vm, arguments, callee).bits()));
        return {};
    }
    default:
        break;
    }
    Type* type = descriptor.object()->type();
    if (value) {
        if (Value set = type->special(vm, Special::Set)) {
            TRY(call_found(vm, set, {descriptor, object, value}));
            return {};
        }
        return vm.raise(ExceptionId::AttributeError, "__set__");
    }
    if (Value remove = type->special(vm, Special::Delete)) {
        TRY(call_found(vm, remove, {descriptor, object}));
        return {};
    }
    return vm.raise(ExceptionId::AttributeError, "__delete__");
}

// Does the attribute make a descriptor of the instances of `type`, which were none of this kind?
static bool makes_descriptors(VM& vm, Type* type, Str* name) {
    for (Special special : {Special::Get, Special::Set, Special::Delete}) {
        if (name == vm.special_name(special))
            return type->special(vm, special).is_empty();
    }
    return false;
}

static Result<void> write_type_attribute(VM& vm, Type* type, Str* name, Value value) {
    if (type->has(Type::IMMUTABLE))
        return vm.type_error("cannot set '{}' attribute of immutable type '{}'", name->view(), error_name(type));
    Dict* dict = type->attributes(vm);
    bool is_felt_by_all = value && makes_descriptors(vm, type, name);
    if (value) {
        dict_set(vm, *dict, name, value);
    } else if (!dict_remove(vm, *dict, name)) {
        return vm.attribute_error(type, name);
    }
    if (name == vm.special_name(Special::Del) && value)
        type->has_finalizer = true;
    type->modified(vm);
    if (is_felt_by_all)
        forget_plain_values(vm);
    return {};
}

// Why an attribute cannot be set on an object without room for it, or deleted from it.
static Raised no_room_error(VM& vm, Value object, Str* name, bool has_descriptor) {
    std::string_view type_name = vm.type_name(object);
    if (has_descriptor)
        return vm.raise(ExceptionId::AttributeError,
                        fmt::format("'{}' object attribute '{}' is read-only", type_name, name->view()));
    Type* type = vm.type_of(object);
    bool is_plain = type->special(vm, Special::SetAttr) == vm.object_setattr &&
                    type->special(vm, Special::DelAttr) == vm.object_delattr;
    const char* reason = is_plain ? " and no __dict__ for setting new attributes" : "";
    return vm.raise_attribute_error(
        object, name, fmt::format("'{}' object has no attribute '{}'{}", type_name, name->view(), reason));
}

Result<void> generic_set_attribute(VM& vm, Value object, Str* name, Value value) {
    if (!name->is_interned())
        name = intern(vm, name);
    Type* type = vm.type_of(object);
    Value descriptor = type->lookup(vm, name);
    if (descriptor && is_data_descriptor(vm, descriptor))
        return write_descriptor(vm, descriptor, object, name, value);
    if (!object.is_object())
        return no_room_error(vm, object, name, bool(descriptor));
    Object* target = object.object();
    if (target->kind == Kind::Type)
        return write_type_attribute(vm, static_cast<Type*>(target), name, value);
    bool has_room = target->kind == Kind::Module || (type->attributes_offset && !type->has(Type::NO_ATTRIBUTES));
    if (!has_room)
        return no_room_error(vm, object, name, bool(descriptor));
    if (value) {
        set_own_attribute(vm, target, name, value);
        return {};
    }
    if (target->kind == Kind::Module)
        module_dict(vm, *static_cast<Module*>(target));
    if (!get_own_attribute(vm, target, name))
        return vm.attribute_error(object, name);
    dict_remove(vm, *instance_dict(vm, target), name);
    return {};
}

Result<void> set_attribute(VM& vm, Value object, Str* name, Value value) {
    Value setattr = vm.type_of(object)->special(vm, Special::SetAttr);
    if (setattr == vm.object_setattr || setattr == vm.type_setattr)
        return generic_set_attribute(vm, object, name, value);
    TRY(call_found(vm, setattr, {object, name, value}));
    return {};
}

Result<void> delete_attribute(VM& vm, Value object, Str* name) {
    Value delattr = vm.type_of(object)->special(vm, Special::DelAttr);
    if (delattr == vm.object_delattr || delattr == vm.type_delattr)
        return generic_set_attribute(vm, object, name, {});
    TRY(call_found(vm, delattr, {object, name}));
    return {};
}

// --- super --------------------------------------------------------------------------------------------------------

Result<Type*> super_check(VM& vm, Type* type, Value self) {
    Type* as_type = as<Type>(self);
    Type* self_type = vm.type_of(self);
    if (type && as_type && as_type->is_subtype_of(type))
        return as_type;
    if (type && self_type->is_subtype_of(type))
        return self_type;
    Value claimed = type ? TRY(find_attribute(vm, self, vm.names.dunder_class)) : Value();
    if (Type* claimed_type = claimed ? as<Type>(claimed) : nullptr; claimed_type && claimed_type->is_subtype_of(type))
        return claimed_type;
    return vm.type_error("super(type, obj): obj ({} {}) is not an instance or subtype of type ({}).",
                         as_type ? "type" : "instance of", (as_type ? as_type : self_type)->name->view(),
                         type ? type->name->view() : "");
}

Value super_lookup(VM& vm, Type* type, Type* self_type, Str* name) {
    Tuple* mro = self_type->mro;
    size_t i = 0;
    while (i < mro->size() && !((*mro)[i] == Value(type)))
        i++;
    for (i++; i < mro->size(); i++) {
        if (DictEntry* entry = dict_find(*static_cast<Type*>((*mro)[i].object())->attributes(vm), name))
            return entry->value;
    }
    return {};
}

static Super* make_super(VM& vm, Type* type, Value self, Type* self_type) {
    auto* proxy = static_cast<Super*>(allocate_instance(vm, vm.types.super));
    proxy->type = type;
    proxy->self = self;
    proxy->self_type = self_type;
    return proxy;
}

Result<Value> super_get_attribute(VM& vm, Type* type, Value self, Str* name) {
    Type* self_type = TRY(super_check(vm, type, self));
    Value inherited = name == vm.names.dunder_class ? Value() : super_lookup(vm, type, self_type, name);
    if (inherited) {
        auto bound = bind_descriptor(vm, inherited, Value(self_type) == self ? Value() : self, self_type);
        if (bound.is_error())
            name_failed_read(vm, *bound.exception(), make_super(vm, type, self, self_type), name);
        return bound;
    }
    // An attribute of the proxy itself: __self__, __thisclass__, __class__. On the heap, since a method may keep it.
    Super* proxy = make_super(vm, type, self, self_type);
    Value found = TRY(lookup_in_object(vm, Value(proxy), name));
    if (found)
        return found;
    return vm.raise_attribute_error(proxy, name,
                                    fmt::format("'super' object has no attribute '{}'", name->view()));
}

} // namespace ouro::vm
