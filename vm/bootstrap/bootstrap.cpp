// SPDX-License-Identifier: MIT
//
// A VM comes into being: hooks, names and core types, in the order in which they need each other. Its roots; its end.
#include "vm/async/async.hpp"
#include "vm/async/generator.hpp"
#include "vm/errors/exceptions.hpp"
#include "vm/model/attribute_cache.hpp"
#include "vm/model/code.hpp"
#include "vm/model/core.hpp"
#include "vm/model/frame.hpp"
#include "vm/model/native_type.hpp"
#include "vm/model/range.hpp"
#include "vm/run/enter.hpp"
#include "vm/run/import.hpp"
#include "vm/values/float.hpp"
#include "vm/values/intern.hpp"
#include "vm/errors/exception_types.hpp"
#include "vm/weak_references.hpp"

namespace ouro::vm {

VM::VM() : heap(*this) {
    heap.set_enabled(false);
    interned = std::make_unique<InternTable>();
    main_thread = std::make_unique<Thread>(*this);
    main_thread->attach_native_stack();
    thread = main_thread.get();
    hooks.call_function = call_function;
    hooks.generator_next = [](VM& vm, Object* generator) {
        return generator_next(vm, *static_cast<Generator*>(generator));
    };
    hooks.import_absolute = import_absolute;
    hooks.describe_native_module = describe_native_module;
    make_core_types();
#define X(name, text) names.name = intern(*this, text);
    OURO_NAMES(X)
#undef X
    static_assert(SPECIAL_COUNT < UINT8_MAX);
    for (unsigned i = 0; i < SPECIAL_COUNT; i++) {
        special_names[i] = intern(*this, SPECIAL_NAMES[i]);
        special_names[i]->spare = uint8_t(i + 1); // for special_of (model/native_slots.cpp); other strings have 0
    }
    object_getattribute = types.object->special(*this, Special::GetAttribute);
    object_setattr = types.object->special(*this, Special::SetAttr);
    object_delattr = types.object->special(*this, Special::DelAttr);
    object_init = types.object->special(*this, Special::Init);
    object_new = types.object->special(*this, Special::New);
    type_getattribute = types.type->special(*this, Special::GetAttribute);
    type_setattr = types.type->special(*this, Special::SetAttr);
    type_delattr = types.type->special(*this, Special::DelAttr);
    module_getattribute = types.module->special(*this, Special::GetAttribute);
    object_hash = types.object->special(*this, Special::Hash);
    make_exception_types(*this);
    modules = make_dict(*this);
    builtins = make_dict(*this);
    heap.set_enabled(true);
}

// Objects that own memory outside of the heap give it back.
VM::~VM() {
    end_threads();
    heap.set_enabled(false);
    std::vector<Object*> owners;
    do { // some let go of what they own in two steps
        owners.clear();
        heap.for_each_object(
            [](void* context, Object* object) {
                auto* coroutine = as<NativeCoroutine>(object);
                if (coroutine && as_async(coroutine) && !coroutine->is_closed())
                    close_native(*coroutine); // no code of it runs
                if (object->kind == Kind::Native && (object->flags & Object::FINALIZABLE))
                    static_cast<std::vector<Object*>*>(context)->push_back(object);
            },
            &owners);
        for (Object* object : owners) {
            object->flags &= uint8_t(~Object::FINALIZABLE);
            if (auto finalize = object->type()->native->finalize)
                finalize(*this, object);
        }
    } while (!owners.empty());
}

// Objects made before their type exists get the shape of a provisional one with the right native layout.
void VM::make_core_types() {
    bootstrap_types();
#define CORE_TYPE(field, description) types.field = native(description);
#include "vm/core_types.def"
}

namespace {
// Core types whose instances are needed to make any type.
constexpr struct {
    Type* CoreTypes::*field;
    const NativeType* native;
} BOOTSTRAP[] = {
#define CORE_TYPE(field, native)
#define BOOTSTRAPPED_TYPE(field, native) {&CoreTypes::field, &native},
#include "vm/core_types.def"
};
} // namespace

// type, object, dict, tuple and str need one another: they are allocated with shapes only, so that strs, tuples and
// dicts can be made; then filled in.
void VM::bootstrap_types() {
    for (const auto& row : BOOTSTRAP) {
        auto* type = static_cast<Type*>(heap.allocate(sizeof(Type)));
        type->kind = Kind::Type;
        type->native = row.native;
        type->solid_base = type;
        type->type_flags = row.native->flags | Type::IMMUTABLE;
        type->root_shape = make_root_shape(*this, type, 0);
        types.*row.field = type;
        m_native_types[row.native] = type;
    }
    for (const auto& row : BOOTSTRAP) {
        Type* type = types.*row.field;
        type->shape = types.type->root_shape;
        type->name = type->qualname = intern(*this, row.native->name);
        type->dict = make_dict(*this);
        bool is_object = type == types.object;
        type->bases = is_object ? make_tuple(*this, 0) : make_tuple(*this, {types.object});
        type->mro = is_object ? make_tuple(*this, {type}) : make_tuple(*this, {type, types.object});
        if (type->has(Type::HAS_ATTRIBUTES) && !type->has(Type::VARIABLE_SIZE))
            type->attributes_offset = row.native->size;
        if (!is_object)
            add_subclass(*this, types.object, type);
    }
}

// Roots that are only added to, and old after the first collection that sees them: young ones pass over them unless
// there are new ones.
void VM::visit_lasting_roots(Visitor& visitor) {
    size_t count = m_native_types.size() + singletons.size();
    if (!visitor.is_full() && count == m_lasting_roots_seen)
        return;
    m_lasting_roots_seen = count;
#define CORE_TYPE(field, native) visitor.visit(types.field);
#include "vm/core_types.def"
#define X(name, text) visitor.visit(names.name);
    OURO_NAMES(X)
#undef X
    for (Str* name : special_names)
        visitor.visit(name);
    for (Type* type : exception_types)
        visitor.visit(type);
    for (auto& [native, type] : m_native_types)
        visitor.visit(type);
    for (Value value : singletons)
        visitor.visit(value);
}

void VM::drop_dead_names() {
    if (interned->drop_dead(heap) && attribute_cache)
        attribute_cache->clear();
}

void VM::visit_roots(Visitor& visitor) {
    interned->visit(visitor);
    visit_lasting_roots(visitor);
    visitor.visit(builtins);
    visitor.visit(modules);
    visitor.visit(sys);
    for (Object* state : library_state)
        visitor.visit(state);
    for (Object* object : finalizer_queue)
        visitor.visit(object);
    if (weak_references)
        weak_references->visit(visitor);
    for (Value value : {object_getattribute, object_setattr, object_delattr, object_init, object_new, type_getattribute,
                        type_setattr, type_delattr, module_getattribute, object_hash})
        visitor.visit(value);
    for (Thread* attached : threads)
        visit_thread(*attached, visitor);
}

} // namespace ouro::vm
