// SPDX-License-Identifier: MIT
//
// isinstance() and issubclass(). Besides types, any object with a tuple `__bases__` is a class: it derives from what is
// reached over the `__bases__` of its bases.
#include "vm/model/operators_classes.hpp"

#include "vm/model/core.hpp"
#include "vm/model/special_calls.hpp"

namespace ouro::vm {

static constexpr const char* NO_TYPE = "isinstance() arg 2 must be a type, a tuple of types, or a union";
static constexpr const char* NO_CLASS = "issubclass() arg 1 must be a class";
static constexpr const char* NO_CLASSES = "issubclass() arg 2 must be a class, a tuple of classes, or a union";

// The classes of a class-or-tuple argument: `test(item)` for each of a tuple's, recursively.
template <class F>
static Result<bool> any_class(VM& vm, Value classes, F&& test) {
    if (Tuple* tuple = as<Tuple>(classes)) {
        TRY(vm.check_native_stack());
        for (size_t i = 0; i < tuple->size(); i++) {
            if (TRY(any_class(vm, (*tuple)[i], test)))
                return true;
        }
        return false;
    }
    return test(classes);
}

// --- Objects with __bases__ ---------------------------------------------------------------------------------------

// The tuple `__bases__` of any object; null when it has none.
static Result<Tuple*> bases_of(VM& vm, Value object) {
    if (Type* type = as<Type>(object); type && type->type() == vm.types.type)
        return type->bases;
    return as<Tuple>(TRY(find_attribute(vm, object, intern(vm, "__bases__"))));
}

static Result<void> check_class(VM& vm, Value object, const char* message) {
    if (!as<Type>(object) && !TRY(bases_of(vm, object)))
        return vm.type_error("{}", message);
    return {};
}

// Differs: chains of single bases count as recursion, too. CPython follows one that leads back to itself for ever.
static Result<bool> reaches_class(VM& vm, Value derived, Value cls, uint32_t depth = 0) {
    TRY(vm.check_native_stack());
    for (;;) {
        if (derived == cls)
            return true;
        if (depth++ > vm.recursion_limit)
            return vm.recursion_error("maximum recursion depth exceeded in __issubclass__");
        Tuple* bases = TRY(bases_of(vm, derived));
        if (!bases || bases->size() == 0)
            return false;
        if (bases->size() == 1) {
            derived = (*bases)[0];
            continue;
        }
        for (size_t i = 0; i < bases->size(); i++) {
            if (TRY(reaches_class(vm, (*bases)[i], cls, depth)))
                return true;
        }
        return false;
    }
}

// --- issubclass() -------------------------------------------------------------------------------------------------

Result<bool> type_subclass_check(VM& vm, Value derived, Value cls) {
    Type* type = as<Type>(derived);
    if (Type* super = type ? as<Type>(cls) : nullptr)
        return type->is_subtype_of(super);
    TRY(check_class(vm, derived, NO_CLASS));
    TRY(check_class(vm, cls, NO_CLASSES));
    return reaches_class(vm, derived, cls);
}

Result<bool> is_subclass(VM& vm, Value type, Value class_or_tuple) {
    return any_class(vm, class_or_tuple, [&](Value candidate) -> Result<bool> {
        Type* super = as<Type>(candidate);
        if (super && super->type() == vm.types.type)
            return type == candidate ? Result<bool>(true) : type_subclass_check(vm, type, candidate);
        Value hook = vm.type_of(candidate)->special(vm, Special::SubclassCheck);
        if (hook)
            return truth(vm, TRY(call_found(vm, hook, {candidate, type})));
        return type_subclass_check(vm, type, candidate);
    });
}

// --- isinstance() -------------------------------------------------------------------------------------------------

Result<bool> is_instance(VM& vm, Value object, Value class_or_tuple) {
    return any_class(vm, class_or_tuple, [&](Value candidate) -> Result<bool> {
        Type* type = as<Type>(candidate);
        if (type && vm.type_of(object) == type)
            return true;
        if (type && type->type() == vm.types.type)
            return TRY(type_instance_check(vm, type, object));
        Value hook = vm.type_of(candidate)->special(vm, Special::InstanceCheck);
        if (hook)
            return truth(vm, TRY(call_found(vm, hook, {candidate, object})));
        TRY(check_class(vm, candidate, NO_TYPE));
        Value claimed = TRY(find_attribute(vm, object, vm.names.dunder_class));
        return claimed ? reaches_class(vm, claimed, candidate) : false;
    });
}

// type.__instancecheck__: the real class, or the one that __class__ claims.
static bool may_claim_a_class(VM& vm, Object* object) {
    return object->kind == Kind::Instance ||
           (object->kind == Kind::Native &&
            object->type()->special(vm, Special::GetAttribute) != vm.object_getattribute);
}

Result<bool> type_instance_check(VM& vm, Type* type, Value object) {
    if (vm.type_of(object)->is_subtype_of(type))
        return true;
    if (!object.is_object() || !may_claim_a_class(vm, object.object()))
        return false;
    Value claimed = TRY(find_attribute(vm, object, vm.names.dunder_class));
    Type* claimed_type = claimed ? as<Type>(claimed) : nullptr;
    return claimed_type && claimed_type != object.object()->type() && claimed_type->is_subtype_of(type);
}

} // namespace ouro::vm
