// SPDX-License-Identifier: MIT
//
// operator.itemgetter, attrgetter and methodcaller: callables that fetch items, attributes or method results.
#include "stdlib/operator/operator_getters.hpp"

#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

// --- itemgetter --------------------------------------------------------------------------------------------------

struct ItemGetter : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = item_getter_type;
    Tuple* keys;
};

// "operator.itemgetter('a', 1)"
static Result<std::string> call_like_repr(VM& vm, Object& self, Tuple& arguments, Dict* keywords = nullptr) {
    ReprGuard guard(vm, &self);
    std::string text = fmt::format("operator.{}(", self.type()->name->view());
    if (guard.is_recursive())
        return text + "...)";
    TRY(append_item_reprs(vm, text, arguments));
    for (uint32_t i = 0; keywords && i < keywords->entry_count; i++) {
        DictEntry entry = keywords->begin()[i];
        if (!entry.key.is_empty())
            text += fmt::format(", {}={}", as<Str>(entry.key)->view(), TRY(repr(vm, entry.value))->view());
    }
    return text + ")";
}

static Result<Value> item_getter_new(VM& vm, Type* type, Args keys) {
    if (keys.empty())
        return vm.type_error("itemgetter expected 1 argument, got 0");
    Tuple* tuple = make_tuple(vm, keys);
    auto* self = static_cast<ItemGetter*>(allocate_instance(vm, type));
    self->keys = tuple;
    return self;
}

static Result<Value> item_getter_call(VM& vm, ItemGetter& self, Value object) {
    if (self.keys->size() == 1)
        return get_item(vm, object, (*self.keys)[0]);
    Tuple* items = make_tuple(vm, self.keys->size());
    for (size_t i = 0; i < items->size(); i++)
        Heap::store(items, (*items)[i], TRY(get_item(vm, object, (*self.keys)[i])));
    return items;
}

static Result<std::string> item_getter_repr(VM& vm, ItemGetter& self) { return call_like_repr(vm, self, *self.keys); }

static void visit_item_getter(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<ItemGetter*>(object)->keys);
}

static Value item_getter_reduce(VM& vm, ItemGetter& self) { return make_tuple(vm, {self.type(), self.keys}); }

static constexpr NativeDef item_getter_members[] = {
    fn<item_getter_reduce>("__reduce__(self, /)"),
    fn<item_getter_new>("__new__(cls, /, *items)", "(cls, item, /, *items)\n--\n\n"),
    fn<item_getter_call>("__call__(self, object, /)"),
    fn<item_getter_repr>("__repr__(self, /)"),
};

const NativeType item_getter_type = {
    .name = "operator.itemgetter",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(ItemGetter),
    .flags = Type::FINAL,
    .visit = visit_item_getter,
    .members = item_getter_members,
    .member_count = std::size(item_getter_members),
    .doc = "itemgetter(item, /, *items): a callable that fetches the given item(s) from its operand.",
};

// --- attrgetter --------------------------------------------------------------------------------------------------

struct AttributeGetter : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = attribute_getter_type;
    Tuple* names; // as given
    Tuple* paths; // of each name a tuple of interned strs, split at the dots
};

static Tuple* split_path(VM& vm, std::string_view name) {
    size_t count = size_t(std::count(name.begin(), name.end(), '.')) + 1;
    Tuple* path = make_tuple(vm, count);
    for (size_t i = 0; i < count; i++) {
        size_t dot = name.find('.');
        Heap::store(path, (*path)[i], Value(intern(vm, name.substr(0, dot))));
        name.remove_prefix(dot == std::string_view::npos ? name.size() : dot + 1);
    }
    return path;
}

static Result<Value> attribute_getter_new(VM& vm, Type* type, Args names) {
    if (names.empty())
        return vm.type_error("attrgetter expected 1 argument, got 0");
    Tuple* paths = make_tuple(vm, names.size());
    for (size_t i = 0; i < names.size(); i++) {
        Str* name = as<Str>(names[i]);
        if (!name)
            return vm.type_error("attribute name must be a string");
        Heap::store(paths, (*paths)[i], Value(split_path(vm, name->view())));
    }
    Tuple* given = make_tuple(vm, names);
    auto* self = static_cast<AttributeGetter*>(allocate_instance(vm, type));
    self->names = given;
    self->paths = paths;
    return self;
}

static Result<Value> follow_path(VM& vm, Value object, Tuple& path) {
    for (size_t i = 0; i < path.size(); i++)
        object = TRY(get_attribute(vm, object, as<Str>(path[i])));
    return object;
}

static Result<Value> attribute_getter_call(VM& vm, AttributeGetter& self, Value object) {
    Tuple& paths = *self.paths;
    if (paths.size() == 1)
        return follow_path(vm, object, *as<Tuple>(paths[0]));
    Tuple* values = make_tuple(vm, paths.size());
    for (size_t i = 0; i < paths.size(); i++)
        Heap::store(values, (*values)[i], TRY(follow_path(vm, object, *as<Tuple>(paths[i]))));
    return values;
}

static Result<std::string> attribute_getter_repr(VM& vm, AttributeGetter& self) {
    return call_like_repr(vm, self, *self.names);
}

static void visit_attribute_getter(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<AttributeGetter*>(object)->names);
    visitor.visit(static_cast<AttributeGetter*>(object)->paths);
}

static Value attribute_getter_reduce(VM& vm, AttributeGetter& self) {
    return make_tuple(vm, {self.type(), self.names});
}

static constexpr NativeDef attribute_getter_members[] = {
    fn<attribute_getter_reduce>("__reduce__(self, /)"),
    fn<attribute_getter_new>("__new__(cls, /, *attrs)", "(cls, attr, /, *attrs)\n--\n\n"),
    fn<attribute_getter_call>("__call__(self, object, /)"),
    fn<attribute_getter_repr>("__repr__(self, /)"),
};

const NativeType attribute_getter_type = {
    .name = "operator.attrgetter",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(AttributeGetter),
    .flags = Type::FINAL,
    .visit = visit_attribute_getter,
    .members = attribute_getter_members,
    .member_count = std::size(attribute_getter_members),
    .doc = "attrgetter(attr, /, *attrs): a callable that fetches the given attribute(s), which may be dotted.",
};

// --- methodcaller ------------------------------------------------------------------------------------------------

struct MethodCaller : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = method_caller_type;
    Str* name;
    Tuple* arguments;
    Dict* keywords; // null when there are none
};

static Result<Value> method_caller_new(VM& vm, Type* type, Args arguments, Kwargs keywords) {
    if (arguments.empty())
        return vm.type_error("methodcaller needs at least one argument, the method name");
    Str* name = as<Str>(arguments[0]);
    if (!name)
        return vm.type_error("method name must be a string");
    Tuple* rest = make_tuple(vm, arguments.subspan(1));
    auto* self = static_cast<MethodCaller*>(allocate_instance(vm, type));
    self->arguments = rest;
    self->keywords = keywords.size() ? &keywords : nullptr;
    Heap::store(self, self->name, intern(vm, name));
    return self;
}

static Result<Value> method_caller_call(VM& vm, MethodCaller& self, Value object) {
    Value method = TRY(get_attribute(vm, object, self.name));
    Args arguments(self.arguments->items(), self.arguments->size());
    return self.keywords ? call_with_dict(vm, method, arguments, self.keywords) : call(vm, method, arguments);
}

static Result<std::string> method_caller_repr(VM& vm, MethodCaller& self) {
    Tuple* all = make_tuple(vm, self.arguments->size() + 1);
    (*all)[0] = self.name;
    std::copy_n(self.arguments->items(), self.arguments->size(), all->items() + 1);
    return call_like_repr(vm, self, *all, self.keywords);
}

static void visit_method_caller(Object* object, Visitor& visitor) {
    auto& self = *static_cast<MethodCaller*>(object);
    visitor.visit(self.name);
    visitor.visit(self.arguments);
    visitor.visit(self.keywords);
}

// With keyword arguments: a partial of the class that has them.
static Result<Value> method_caller_reduce(VM& vm, MethodCaller& self) {
    if (!self.keywords) {
        Tuple* all = make_tuple(vm, self.arguments->size() + 1);
        (*all)[0] = self.name;
        std::copy_n(self.arguments->items(), self.arguments->size(), all->items() + 1);
        return make_tuple(vm, {self.type(), all});
    }
    Value partial = TRY(get_attribute(vm, TRY(vm.hooks.import_absolute(vm, "functools")), "partial"));
    Value own[] = {self.type(), self.name};
    Value maker = TRY(call_with_dict(vm, partial, own, self.keywords));
    return make_tuple(vm, {maker, self.arguments});
}

static constexpr NativeDef method_caller_members[] = {
    fn<method_caller_reduce>("__reduce__(self, /)"),
    fn<method_caller_new>("__new__(cls, /, *args, **kwargs)", "(cls, name, /, *args, **kwargs)\n--\n\n"),
    fn<method_caller_call>("__call__(self, object, /)"),
    fn<method_caller_repr>("__repr__(self, /)"),
};

const NativeType method_caller_type = {
    .name = "operator.methodcaller",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(MethodCaller),
    .flags = Type::FINAL,
    .visit = visit_method_caller,
    .members = method_caller_members,
    .member_count = std::size(method_caller_members),
    .doc = "methodcaller(name, /, *args, **kwargs): a callable that calls the given method of its operand.",
};

} // namespace ouro::stdlib
