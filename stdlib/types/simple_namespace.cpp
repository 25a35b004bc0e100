// SPDX-License-Identifier: MIT
//
// types.SimpleNamespace (Library Reference, types).
#include "stdlib/types/simple_namespace.hpp"
#include "vm/objects/dict/dict_methods.hpp"

namespace ouro::stdlib {

using namespace vm;

struct SimpleNamespace : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType& native_type;
};
const NativeType& SimpleNamespace::native_type = simple_namespace_type;

Result<Value> make_simple_namespace(VM& vm, std::initializer_list<std::pair<const char*, Value>> attributes) {
    Object* object = allocate_instance(vm, vm.native(simple_namespace_type));
    for (auto [name, value] : attributes)
        TRY(set_attribute(vm, object, intern(vm, name), value));
    return object;
}

static Result<Value> namespace_new(VM& vm, Type* cls, Args, Kwargs) { return allocate_instance(vm, cls); }

static Result<void> assign_all(VM& vm, Value self, Dict& attributes) {
    for (DictEntry& entry : *dict_copy(vm, attributes)) {
        if (entry.key.is_empty())
            continue;
        Str* name = as<Str>(entry.key);
        if (!name)
            return vm.type_error("keywords must be strings");
        TRY(set_attribute(vm, self, intern(vm, name), entry.value));
    }
    return {};
}

static Result<void> namespace_init(VM& vm, SimpleNamespace& self, Args args, Kwargs keywords) {
    if (args.size() > 1)
        return vm.type_error("{} expected at most 1 argument, got {}", self.type()->name->view(), args.size());
    if (args.size() == 1) {
        Dict* attributes = make_dict(vm);
        TRY(dict_update(vm, *attributes, args[0]));
        TRY(assign_all(vm, &self, *attributes));
    }
    return assign_all(vm, &self, keywords);
}

static Result<Value> namespace_repr(VM& vm, SimpleNamespace& self) {
    bool exact = self.type() == vm.native(simple_namespace_type);
    std::string text = exact ? "namespace" : std::string(self.type()->name->view());
    ReprGuard guard(vm, &self);
    if (guard.is_recursive())
        return TRY(make_str(vm, text + "(...)"));
    text += "(";
    bool first = true;
    for (DictEntry& entry : *dict_copy(vm, *instance_dict(vm, &self))) {
        Str* name = entry.key.is_empty() ? nullptr : as<Str>(entry.key);
        if (!name)
            continue;
        text += fmt::format("{}{}={}", first ? "" : ", ", name->view(), TRY(repr(vm, entry.value))->view());
        first = false;
    }
    return TRY(make_str(vm, text + ")"));
}

static Result<Value> namespace_eq(VM& vm, SimpleNamespace& self, Value other_value) {
    SimpleNamespace* other = detail::native_cast<SimpleNamespace>(other_value);
    if (!other)
        return Value::not_implemented();
    return Value::boolean(TRY(equal(vm, instance_dict(vm, &self), instance_dict(vm, other))));
}

static Result<Value> namespace_reduce(VM& vm, SimpleNamespace& self) {
    return Value(make_tuple(vm, {self.type(), make_tuple(vm, 0), dict_copy(vm, *instance_dict(vm, &self))}));
}

static Result<Dict*> namespace_get_dict(VM& vm, SimpleNamespace& self) { return instance_dict(vm, &self); }

static constexpr NativeDef MEMBERS[] = {
    get<namespace_get_dict>("__dict__"),
    fn<namespace_new>("__new__(cls, /, *args, **kwargs)", "(cls, mapping_or_iterable=(), /, **kwargs)\n--\n\n"),
    fn<namespace_init>("__init__(self, /, *args, **kwargs)"),
    fn<namespace_repr>("__repr__(self, /)"),
    fn<namespace_reduce>("__reduce__(self, /)"),
    fn<namespace_eq>("__eq__(self, other, /)"),
    none_constant("__hash__"),
};

constinit const NativeType simple_namespace_type = {
    .name = "types.SimpleNamespace",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(SimpleNamespace),
    .flags = Type::HAS_ATTRIBUTES,
    .visit = nullptr,
    .members = MEMBERS,
    .member_count = std::size(MEMBERS),
    .doc = "A simple attribute-based namespace.",
};

} // namespace ouro::stdlib
