// SPDX-License-Identifier: MIT
//
// weakref.ref (Library Reference, weakref), and the native module _weakref.
#include "stdlib/weakref/weakref.hpp"

#include "vm/model/function.hpp"
#include "vm/model/generic_alias.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

bool is_exactly(Value value, const NativeType& native) {
    return value.is_object() && value.object()->is_exact() && detail::is_instance_of_native(value, native);
}

bool is_proxy(Value value) {
    return is_exactly(value, proxy_type) || is_exactly(value, callable_proxy_type);
}

// The last of the references to `target` that are shared: at most a reference and a proxy, which stand in front. Null
// when there is none.
WeakReference* last_shared(WeakReference* first) {
    WeakReference* last = nullptr;
    for (; first && !first->callback && (is_exactly(first, reference_type) || is_proxy(first)); first = first->next)
        last = first;
    return last;
}

WeakReference* find_shared(WeakReference* first, Type* type) {
    for (WeakReference* last = last_shared(first); last; last = last->previous) {
        if (last->type() == type)
            return last;
    }
    return nullptr;
}

// Native methods that are not bound, and bound special ones: CPython has types for them that take no weak references.
std::string_view native_descriptor_name(Value target) {
    auto* method = as<BoundMethod>(target);
    auto* function = as<NativeFunction>(method ? method->function : target);
    std::string_view name = function ? function->name->view() : "";
    if (!function || !function->owner || function->self || name == "__new__")
        return {};
    bool is_special = name.starts_with("__");
    if (method)
        return is_special && !as<Type>(method->self) ? "method-wrapper" : "";
    return is_special ? "wrapper_descriptor" : "method_descriptor";
}

} // namespace

Result<WeakReference*> make_weak_reference(VM& vm, Type* type, Value target, Value callback) {
    std::string_view refused = native_descriptor_name(target);
    if (refused.empty() && (!target.is_object() || !vm.type_of(target)->has(Type::WEAKLY_REFERENCEABLE)))
        refused = vm.type_name(target);
    if (!refused.empty())
        return vm.type_error("cannot create weak reference to '{}' object", refused);
    WeakReferences& all = weak_references(vm);
    if (callback.is_none())
        callback = {};
    bool is_shared = !callback && !type->has(Type::HEAP);
    if (is_shared) {
        if (WeakReference* shared = find_shared(all.first(target.object()), type))
            return shared;
    }
    auto* reference = static_cast<WeakReference*>(allocate_instance(vm, type));
    reference->target = target.object();
    reference->callback = callback;
    bool in_front = is_shared && type == vm.native(reference_type);
    all.add(*reference, in_front ? nullptr : last_shared(all.first(target.object())));
    return reference;
}

std::string weak_repr(VM& vm, const char* kind, WeakReference& reference, bool with_name) {
    std::string text = fmt::format("<{} at {}; ", kind, fmt::ptr(&reference));
    Object* target = reference.target;
    if (!target)
        return text + "dead>";
    text += fmt::format("to '{}' at {}", vm.type_name(target), fmt::ptr(target));
    if (with_name) {
        auto name = find_attribute(vm, target, vm.names.dunder_name);
        Str* known = name.is_error() ? nullptr : as<Str>(name.release());
        if (known)
            text += fmt::format(" ({})", known->view());
    }
    return text + ">";
}

// --- ref -----------------------------------------------------------------------------------------------------------

namespace {

struct Reference : WeakReference {
    static constexpr const NativeType& native_type = reference_type;
};

Result<void> check_count(VM& vm, Args arguments, const char* who) {
    if (arguments.size() < 1)
        return vm.type_error("{} expected at least 1 argument, got 0", who);
    if (arguments.size() > 2)
        return vm.type_error("{} expected at most 2 arguments, got {}", who, arguments.size());
    return {};
}

Result<Value> reference_new(VM& vm, Type* type, Args arguments, Kwargs) {
    TRY(check_count(vm, arguments, "__new__"));
    return TRY(make_weak_reference(vm, type, arguments[0], arguments.size() > 1 ? arguments[1] : Value::none()));
}

Result<void> reference_init(VM& vm, Reference&, Args arguments, Kwargs keywords) {
    if (keywords.size() > 0)
        return vm.type_error("ref() takes no keyword arguments");
    return check_count(vm, arguments, "__init__");
}

Value reference_call(Reference& self) {
    return self.target ? Value(self.target) : Value::none();
}
Result<std::string> reference_repr(VM& vm, Reference& self) {
    return weak_repr(vm, "weakref", self, true);
}
Value reference_callback(Reference& self) {
    return self.target && self.callback ? self.callback : Value::none();
}

Result<Value> reference_hash(VM& vm, Reference& self) {
    if (!self.is_hashed) {
        if (!self.target)
            return vm.type_error("weak object has gone away");
        self.target_hash = TRY(hash(vm, self.target));
        self.is_hashed = true;
    }
    return make_int(vm, int64_t(self.target_hash));
}

// Living referents decide; where one is dead, only the same reference is equal.
Result<Value> reference_compare(VM& vm, Reference& self, Value other, Special special) {
    if (!detail::is_instance_of_native(other, reference_type))
        return Value::not_implemented();
    auto* that = static_cast<WeakReference*>(other.object());
    if (!self.target || !that->target)
        return Value::boolean((&self == that) == (special == Special::Eq));
    return compare(vm, special, self.target, that->target);
}

Result<Value> reference_eq(VM& vm, Reference& self, Value other) {
    return reference_compare(vm, self, other, Special::Eq);
}
Result<Value> reference_ne(VM& vm, Reference& self, Value other) {
    return reference_compare(vm, self, other, Special::Ne);
}

constexpr NativeDef REFERENCE_MEMBERS[] = {
    fn<reference_new>("__new__(cls, /, *args, **kwargs)"),
    fn<reference_init>("__init__(self, /, *args, **kwargs)"),
    fn<reference_call>("__call__(self, /)"),
    fn<reference_repr>("__repr__(self, /)"),
    fn<reference_hash>("__hash__(self, /)"),
    fn<reference_eq>("__eq__(self, value, /)"),
    fn<reference_ne>("__ne__(self, value, /)"),
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    get<reference_callback>("__callback__"),
};

} // namespace

constinit const NativeType reference_type = {
    .name = "weakref.ReferenceType",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(WeakReference),
    .visit = WeakReference::visit,
    .members = REFERENCE_MEMBERS,
    .member_count = std::size(REFERENCE_MEMBERS),
};

// --- Module --------------------------------------------------------------------------------------------------------

namespace {

WeakReference* first_reference(VM& vm, Value object) {
    return object.is_object() && vm.weak_references ? vm.weak_references->first(object.object()) : nullptr;
}

int64_t get_weakref_count(VM& vm, Value object) {
    int64_t count = 0;
    for (WeakReference* reference = first_reference(vm, object); reference; reference = reference->next)
        count++;
    return count;
}

Result<List*> get_weakrefs(VM& vm, Value object) {
    List* references = make_list(vm);
    for (WeakReference* reference = first_reference(vm, object); reference; reference = reference->next)
        TRY(list_append(vm, *references, reference));
    return references;
}

Result<Value> proxy(VM& vm, Args arguments) {
    TRY(check_count(vm, arguments, "proxy"));
    return TRY(make_proxy(vm, arguments[0], arguments.size() > 1 ? arguments[1] : Value::none()));
}

constexpr NativeDef MEMBERS[] = {
    type_constant("ref", reference_type),
    type_constant("ReferenceType", reference_type),
    type_constant("ProxyType", proxy_type),
    type_constant("CallableProxyType", callable_proxy_type),
    fn<proxy>("proxy(*args)",
              "(object, callback=None, /)\n--\n\nA proxy for the object, which does not keep it alive."),
    fn<get_weakref_count>("getweakrefcount(object, /)", "The number of weak references to the object."),
    fn<get_weakrefs>("getweakrefs(object, /)", "A list of the weak references to the object."),
};

} // namespace

extern const NativeModule weakref_module;
constinit const NativeModule weakref_module = {
    .name = "_weakref",
    .doc = "The native part of weakref.",
    .members = MEMBERS,
    .member_count = std::size(MEMBERS),
};

} // namespace ouro::stdlib
