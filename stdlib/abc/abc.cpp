// SPDX-License-Identifier: MIT
//
// Module _abc: what abstract classes remember, and their isinstance() and issubclass(), which mostly look there. What
// they do not find the Python part finds out (stdlib/abc/abc.py).
#include "stdlib/abc/abc.hpp"

#include "stdlib/abc/class_table.hpp"
#include "stdlib/library_state.hpp"
#include "vm/model/class.hpp"
#include "vm/model/core.hpp"
#include "vm/model/special_calls.hpp"
#include "vm/weak_references.hpp"

#include <algorithm>

namespace ouro::stdlib {

using namespace vm;

namespace {

// `_abc_impl` of an abstract class.
struct AbcData : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = abc_data_type;
    ClassTable answers; // True: a subclass; a number: none when so many classes were registered
    Storage* registered; // Type* array in the order of registration, weak like the table
    uint32_t registered_count;

    Type** registered_classes() const { return reinterpret_cast<Type**>(registered->values()); }
};

void visit_data(Object* object, Visitor& visitor) {
    auto* self = static_cast<AbcData*>(object);
    self->answers.visit(visitor);
    visitor.visit(self->registered);
    for (uint32_t i = 0; i < self->registered_count && !visitor.is_full(); i++)
        visitor.visit(self->registered_classes()[i]);
}

void drop_dead_classes(const Heap& heap, Object* object) {
    auto* self = static_cast<AbcData*>(object);
    self->answers.drop_dead(heap);
    if (!self->registered)
        return;
    auto** classes = self->registered_classes();
    auto is_dead = [&](const Type* cls) { return !heap.is_marked(cls); };
    self->registered_count = uint32_t(std::remove_if(classes, classes + self->registered_count, is_dead) - classes);
}

// What the module keeps in a VM.
struct AbcState : Object {
    Value find_out; // the function that says whether a class is a subclass, where nobody has asked before
    Str* data_name; // "_abc_impl"
    int64_t registrations;
};

void visit_state(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<AbcState*>(object)->find_out);
    visitor.visit(static_cast<AbcState*>(object)->data_name);
}

constexpr NativeType STATE_TYPE = {
    .name = "_abc._State",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(AbcState),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_state,
    .members = nullptr,
    .member_count = 0,
};

AbcState* state_of(VM& vm) { return static_cast<AbcState*>(library_state(vm, LibrarySlot::Abc)); }

Result<AbcData*> data_of(VM& vm, Type& cls) {
    auto* data = detail::native_cast<AbcData>(cls.lookup(vm, state_of(vm)->data_name));
    return data ? Result<AbcData*>(data) : vm.type_error("_abc_impl is set to a wrong type");
}

// --- Checks --------------------------------------------------------------------------------------------------------

Result<bool> subclass_check(VM& vm, Type& cls, Value subclass) {
    Type* type = as<Type>(subclass);
    if (!type)
        return vm.type_error("issubclass() arg 1 must be a class");
    AbcData* data = TRY(data_of(vm, cls));
    Value registrations = Value::small_int(state_of(vm)->registrations);
    Value known = data->answers.find(type);
    if (known == Value::boolean(true) || known == registrations)
        return known.is_bool();
    bool answer = TRY(truth(vm, TRY(call(vm, state_of(vm)->find_out, {&cls, type}))));
    TRY(data->answers.set(vm, data, type, answer ? Value::boolean(true) : registrations));
    return answer;
}

// By way of the metaclass, which may see to it in its own way.
Result<bool> ask_class(VM& vm, Type& cls, Value subclass) {
    Value hook = cls.type()->special(vm, Special::SubclassCheck);
    return truth(vm, TRY(call_found(vm, hook, {&cls, subclass})));
}

Result<bool> instance_check(VM& vm, Type& cls, Value instance) {
    Value claimed = TRY(get_attribute(vm, instance, vm.names.dunder_class));
    AbcData* data = TRY(data_of(vm, cls));
    if (Type* type = as<Type>(claimed); type && data->answers.find(type) == Value::boolean(true))
        return true;
    Value real = vm.type_of(instance);
    return TRY(ask_class(vm, cls, claimed)) || (real != claimed && TRY(ask_class(vm, cls, real)));
}

constexpr NativeDef CHECKS[] = {
    fn<instance_check>("__instancecheck__(cls, instance, /)", "Is the object an instance of the class?"),
    fn<subclass_check>("__subclasscheck__(cls, subclass, /)", "Does the class derive from this one?"),
};

// --- For the Python part -------------------------------------------------------------------------------------------

Object* make_data(VM& vm) {
    Object* data = allocate_instance(vm, vm.native(abc_data_type));
    weak_references(vm).add_table(data, drop_dead_classes);
    return data;
}

// The metaclass gets its checks; what they do not know `find_out` says.
void add_checks(VM& vm, Type& metaclass, Value find_out) {
    Heap::store(state_of(vm), state_of(vm)->find_out, find_out);
    for (const NativeDef& def : CHECKS)
        dict_set(vm, *metaclass.attributes(vm), intern(vm, def.name()), make_native_function(vm, def, &metaclass, {}));
    metaclass.modified(vm);
}

Result<void> register_class(VM& vm, Type& cls, Type& subclass) {
    AbcData* data = TRY(data_of(vm, cls));
    size_t bytes = (data->registered_count + 1) * sizeof(Type*);
    TRY(vm.heap.reserve(bytes));
    Storage* grown = vm.heap.grow_storage(data->registered, bytes);
    Heap::store(data, data->registered, grown);
    data->registered_classes()[data->registered_count++] = &subclass;
    state_of(vm)->registrations++;
    return {};
}

// Does the class derive from a registered one, or from a subclass of `cls`? These may be asked in their own way.
Result<bool> derives_by_others(VM& vm, Type& cls, Value subclass) {
    AbcData* data = TRY(data_of(vm, cls));
    List* others = make_list(vm);
    for (uint32_t i = 0; i < data->registered_count; i++)
        TRY(list_append(vm, *others, data->registered_classes()[i]));
    auto** derived = cls.subclasses ? reinterpret_cast<Type**>(cls.subclasses->values()) : nullptr;
    for (uint32_t i = 0; i < cls.subclass_count; i++)
        TRY(list_append(vm, *others, derived[i]));
    for (Value other : std::span(others->items(), others->size())) {
        if (TRY(is_subclass(vm, subclass, other)))
            return true;
    }
    return false;
}

constexpr NativeDef MEMBERS[] = {
    fn<make_data>("make_data()"),
    fn<add_checks>("add_checks(metaclass, find_out, /)"),
    fn<register_class>("register_class(cls, subclass, /)"),
    fn<derives_by_others>("derives_by_others(cls, subclass, /)"),
    fn<class_registrations>("get_cache_token()", "A number that changes with each register()."),
};

Result<void> initialize_abc(VM& vm, Module&) {
    if (state_of(vm))
        return {};
    Str* name = intern(vm, "_abc_impl");
    auto* state = static_cast<AbcState*>(allocate_instance(vm, vm.native(STATE_TYPE)));
    state->data_name = name;
    library_state(vm, LibrarySlot::Abc) = state;
    return {};
}

} // namespace

int64_t class_registrations(VM& vm) { return state_of(vm) ? state_of(vm)->registrations : 0; }

constinit const NativeType abc_data_type = {
    .name = "_abc._abc_data",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(AbcData),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_data,
    .members = nullptr,
    .member_count = 0,
};

extern const NativeModule abc_module;
constinit const NativeModule abc_module = {
    .name = "_abc",
    .doc = "The native part of abc.",
    .members = MEMBERS,
    .member_count = std::size(MEMBERS),
    .initialize = initialize_abc,
};

} // namespace ouro::stdlib
