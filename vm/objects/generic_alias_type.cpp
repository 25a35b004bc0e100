// SPDX-License-Identifier: MIT
//
// types.GenericAlias and typing.Union, which is types.UnionType too (Library Reference, "Generic Alias Type" and "Union
// Type"). An alias behaves as its origin (attributes, calls, inheritance) and only adds what the brackets said.
#include "vm/objects/generic_alias_type.hpp"

#include "vm/model/core.hpp"
#include "vm/model/sequence.hpp"

#include <algorithm>
#include <array>

namespace ouro::vm {

const NativeType& GenericAlias::native_type = generic_alias_type;
const NativeType& UnionType::native_type = union_type;

// --- Texts ----------------------------------------------------------------------------------------------------------

// A class by its qualified name, `...` as itself, lists of arguments in brackets, all else by repr.
static Result<std::string> member_text(VM& vm, Value member) {
    if (member.is_ellipsis())
        return std::string("...");
    if (member.is_none() || member == Value(vm.types.none_type))
        return std::string("None");
    if (List* list = as<List>(member)) {
        std::string text = "[";
        for (size_t i = 0; i < list->size(); i++)
            text += (i ? ", " : "") + TRY(member_text(vm, (*list)[i]));
        return text + "]";
    }
    Type* type = as<Type>(member);
    if (!type)
        return std::string(TRY(repr(vm, member))->view());
    Value module = TRY(find_attribute(vm, member, vm.names.dunder_module));
    std::string name(type->qualname->view());
    Str* module_name = as<Str>(module);
    if (!module_name || module_name->view() == "builtins")
        return name;
    return fmt::format("{}.{}", module_name->view(), name);
}

static Result<std::string> joined(VM& vm, Tuple& members, std::string_view separator) {
    std::string text;
    for (size_t i = 0; i < members.size(); i++) {
        if (i)
            text += separator;
        text += TRY(member_text(vm, members[i]));
    }
    return text;
}

// --- Type variables -------------------------------------------------------------------------------------------------

static Result<bool> tuple_contains(VM& vm, std::span<const Value> items, Value item) {
    for (Value other : items) {
        if (TRY(equal(vm, other, item)))
            return true;
    }
    return false;
}

static Result<void> add_once(VM& vm, List& list, Value item) {
    if (!TRY(tuple_contains(vm, {list.items(), list.size()}, item)))
        TRY(list_append(vm, list, item));
    return {};
}

static Result<void> collect_parameters(VM& vm, List& found, std::span<const Value> args) {
    TRY(vm.check_native_stack());
    for (Value arg : args) {
        if (as<Type>(arg))
            continue;
        if (Tuple* nested = as<Tuple>(arg)) {
            TRY(collect_parameters(vm, found, {nested->items(), nested->size()}));
        } else if (List* list = as<List>(arg)) {
            TRY(collect_parameters(vm, found, {list->items(), list->size()}));
        } else if (TRY(find_attribute(vm, arg, "__typing_subst__"))) {
            TRY(add_once(vm, found, arg));
        } else if (Tuple* parameters = as<Tuple>(TRY(find_attribute(vm, arg, "__parameters__")))) {
            for (size_t i = 0; i < parameters->size(); i++)
                TRY(add_once(vm, found, (*parameters)[i]));
        }
    }
    return {};
}

static Result<Tuple*> parameters_of(VM& vm, Object* owner, Tuple*& cache, Tuple& args) {
    if (!cache) {
        List* found = make_list(vm);
        TRY(collect_parameters(vm, *found, {args.items(), args.size()}));
        Heap::store(owner, cache, make_tuple(vm, std::span<const Value>(found->items(), found->size())));
    }
    return cache;
}

static Result<Value> substitute_one(VM& vm, Value arg, Tuple& parameters, Tuple& values);

static Result<Tuple*> substitute(VM& vm, Tuple& args, Tuple& parameters, Tuple& values) {
    Tuple* result = make_tuple(vm, args.size());
    for (size_t i = 0; i < args.size(); i++)
        Heap::store(result, (*result)[i], TRY(substitute_one(vm, args[i], parameters, values)));
    return result;
}

static Result<Value> substitute_one(VM& vm, Value arg, Tuple& parameters, Tuple& values) {
    TRY(vm.check_native_stack());
    if (as<Type>(arg))
        return arg;
    for (size_t i = 0; i < parameters.size(); i++) {
        if (parameters[i] == arg)
            return TRY(call_method(vm, arg, "__typing_subst__", {values[i]}));
    }
    if (Tuple* nested = as<Tuple>(arg))
        return TRY(substitute(vm, *nested, parameters, values));
    Value own = TRY(find_attribute(vm, arg, "__parameters__"));
    Tuple* names = as<Tuple>(own);
    if (!names || names->size() == 0)
        return arg;
    return get_item(vm, arg, TRY(substitute(vm, *names, parameters, values)));
}

// The new arguments of alias[item].
static Result<Tuple*> subscripted_args(VM& vm, Value alias, Tuple& args, Tuple& parameters, Value item) {
    Tuple* values = as<Tuple>(item) ? as<Tuple>(item) : make_tuple(vm, {item});
    if (parameters.size() == 0)
        return vm.type_error("{} is not a generic class", TRY(repr(vm, alias))->view());
    if (values->size() != parameters.size()) {
        bool few = values->size() < parameters.size();
        return vm.type_error("Too {} arguments for {}; actual {}, expected {}{}", few ? "few" : "many",
                             TRY(repr(vm, alias))->view(), values->size(), few ? "at least " : "", parameters.size());
    }
    return substitute(vm, args, parameters, *values);
}

// --- GenericAlias ---------------------------------------------------------------------------------------------------

static Result<Value> alias_new(VM& vm, Type* type, Value origin, Value args) {
    return make_generic_alias(vm, type, origin, args);
}

static Result<Value> alias_repr(VM& vm, GenericAlias& self) {
    std::string args = self.args->size() ? TRY(joined(vm, *self.args, ", ")) : "()";
    return TRY(
        make_str(vm, fmt::format("{}{}[{}]", self.unpacked ? "*" : "", TRY(member_text(vm, self.origin)), args)));
}

static Result<Value> alias_hash(VM& vm, GenericAlias& self) {
    uint64_t origin = TRY(hash(vm, self.origin)), args = TRY(hash(vm, self.args));
    return make_int(vm, int64_t(origin ^ args) >> 2);
}

static Result<Value> alias_eq(VM& vm, GenericAlias& self, Value other_value) {
    GenericAlias* other = detail::native_cast<GenericAlias>(other_value);
    if (!other)
        return Value::not_implemented();
    if (self.unpacked != other->unpacked || !TRY(equal(vm, self.origin, other->origin)))
        return Value::boolean(false);
    return Value::boolean(TRY(equal(vm, self.args, other->args)));
}

static Result<Tuple*> alias_parameters(VM& vm, GenericAlias& self) {
    return parameters_of(vm, &self, self.parameters, *self.args);
}

static Result<Value> alias_getitem(VM& vm, GenericAlias& self, Value item) {
    Tuple* args = TRY(subscripted_args(vm, &self, *self.args, *TRY(alias_parameters(vm, self)), item));
    Value made = make_generic_alias(vm, self.origin, args);
    static_cast<GenericAlias*>(made.object())->unpacked = self.unpacked;
    return made;
}

static Result<Value> alias_call(VM& vm, GenericAlias& self, Args args, Kwargs keywords) {
    Value made = TRY(call_with_dict(vm, self.origin, args, &keywords));
    // Instances that take attributes remember how they were made.
    auto stored = set_attribute(vm, made, intern(vm, "__orig_class__"), &self);
    if (stored.is_error() && !is_exception_of(stored.exception(), vm, ExceptionId::AttributeError) &&
        !is_exception_of(stored.exception(), vm, ExceptionId::TypeError))
        return stored.error();
    return made;
}

static Result<Value> alias_mro_entries(VM& vm, GenericAlias& self, Value) { return make_tuple(vm, {self.origin}); }

static Result<Value> alias_getattribute(VM& vm, Value self_value, Value name_value) {
    static constexpr std::string_view own[] = {
        "__class__", "__origin__", "__args__", "__unpacked__", "__parameters__", "__mro_entries__", "__reduce_ex__",
        "__reduce__", "__typing_unpacked_tuple_args__", "__bases__", "__copy__", "__deepcopy__"};
    GenericAlias* self = detail::native_cast<GenericAlias>(self_value);
    Str* name = as<Str>(name_value);
    if (!name)
        return vm.type_error("attribute name must be string, not '{}'", vm.type_name(name_value));
    if (std::ranges::find(own, name->view()) != std::end(own))
        return generic_get_attribute(vm, self_value, intern(vm, name));
    return get_attribute(vm, self->origin, intern(vm, name));
}

static Result<Value> alias_or(VM& vm, Value a, Value b) { return make_union(vm, a, b); }
static Result<Value> alias_ror(VM& vm, Value b, Value a) { return make_union(vm, a, b); }

static Result<bool> alias_instancecheck(VM& vm, Value, Value) {
    return vm.type_error("isinstance() argument 2 cannot be a parameterized generic");
}
static Result<bool> alias_subclasscheck(VM& vm, Value, Value) {
    return vm.type_error("issubclass() argument 2 cannot be a parameterized generic");
}

// `*tuple[int, str]`: an iterator over the one unpacked alias.
static Result<Value> alias_iter(VM& vm, GenericAlias& self) {
    Value made = make_generic_alias(vm, self.origin, self.args);
    static_cast<GenericAlias*>(made.object())->unpacked = true;
    return get_iterator(vm, make_tuple(vm, {made}));
}

static Result<Value> alias_reduce(VM& vm, GenericAlias& self) {
    return make_tuple(vm, {vm.native(generic_alias_type), make_tuple(vm, {self.origin, Value(self.args)})});
}

static Value alias_get_origin(GenericAlias& self) { return self.origin; }
static Value alias_get_args(GenericAlias& self) { return self.args; }
static bool alias_get_unpacked(GenericAlias& self) { return self.unpacked; }

static void visit_alias(Object* object, Visitor& visitor) {
    auto* alias = static_cast<GenericAlias*>(object);
    visitor.visit(alias->origin);
    visitor.visit(alias->args);
    visitor.visit(alias->parameters);
}

static constexpr NativeDef alias_members[] = {
    fn<alias_new>("__new__(cls, origin, args, /)"),
    fn<alias_repr>("__repr__(self, /)"),
    fn<alias_hash>("__hash__(self, /)"),
    fn<alias_eq>("__eq__(self, other, /)"),
    fn<alias_getitem>("__getitem__(self, item, /)"),
    fn<alias_call>("__call__(self, /, *args, **kwargs)"),
    fn<alias_mro_entries>("__mro_entries__(self, bases, /)"),
    fn<alias_getattribute>("__getattribute__(self, name, /)"),
    fn<alias_or>("__or__(self, other, /)"),
    fn<alias_ror>("__ror__(self, other, /)"),
    fn<alias_instancecheck>("__instancecheck__(self, instance, /)"),
    fn<alias_subclasscheck>("__subclasscheck__(self, subclass, /)"),
    fn<alias_iter>("__iter__(self, /)"),
    fn<alias_reduce>("__reduce__(self, /)"),
    get<alias_get_origin>("__origin__"),
    get<alias_get_args>("__args__"),
    get<alias_parameters>("__parameters__", "Type variables in the GenericAlias."),
    get<alias_get_unpacked>("__unpacked__"),
};

constinit const NativeType generic_alias_type = {
    .name = "types.GenericAlias",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(GenericAlias),
    .flags = Type::WEAKLY_REFERENCEABLE,
    .visit = visit_alias,
    .members = alias_members,
    .member_count = std::size(alias_members),
    .doc = "Represent a PEP 585 generic type",
};

// --- UnionType ------------------------------------------------------------------------------------------------------

static bool is_unionable(VM&, Value value) {
    return value.is_none() || as<Type>(value) || detail::native_cast<GenericAlias>(value) ||
           detail::native_cast<UnionType>(value);
}

static Result<void> flatten(VM& vm, List& members, Value member) {
    if (UnionType* nested = detail::native_cast<UnionType>(member)) {
        for (size_t i = 0; i < nested->args->size(); i++)
            TRY(add_once(vm, members, (*nested->args)[i]));
        return {};
    }
    return add_once(vm, members, member.is_none() ? Value(vm.types.none_type) : member);
}

Result<Value> make_union(VM& vm, Tuple& members) {
    List* flat = make_list(vm);
    for (size_t i = 0; i < members.size(); i++)
        TRY(flatten(vm, *flat, members[i]));
    if (flat->size() == 1)
        return (*flat)[0];
    auto* result = static_cast<UnionType*>(allocate_instance(vm, vm.native(union_type)));
    result->args = make_tuple(vm, std::span<const Value>(flat->items(), flat->size()));
    return result;
}

Result<Value> make_union(VM& vm, Value a, Value b) {
    if (!is_unionable(vm, a) || !is_unionable(vm, b) || (a.is_none() && b.is_none()))
        return Value::not_implemented();
    return make_union(vm, *make_tuple(vm, {a, b}));
}

// typing.Union[...]: members may be anything, str members become forward references.
static Result<Value> union_class_getitem(VM& vm, Value, Value item) {
    Tuple* members = as<Tuple>(item) ? as<Tuple>(item) : make_tuple(vm, {item});
    if (members->size() == 0)
        return vm.type_error("Cannot take a Union of no types.");
    DictEntry* typing = dict_find(*vm.modules, intern(vm, "typing"));
    Tuple* converted = make_tuple(vm, members->size());
    for (size_t i = 0; i < members->size(); i++) {
        Value member = (*members)[i];
        if (typing && as<Str>(member))
            member = TRY(call_method(vm, typing->value, "ForwardRef", {member}));
        Heap::store(converted, (*converted)[i], member);
    }
    return make_union(vm, *converted);
}

static Value union_get_origin(UnionType& self) { return self.type(); }

static Result<Value> union_repr(VM& vm, UnionType& self) {
    return TRY(make_str(vm, TRY(joined(vm, *self.args, " | "))));
}

static Result<Value> union_hash(VM& vm, UnionType& self) {
    uint64_t sum = 0; // the order of the members does not count
    for (size_t i = 0; i < self.args->size(); i++)
        sum += TRY(hash(vm, (*self.args)[i])) * 0x9E3779B97F4A7C15u;
    return make_int(vm, int64_t(sum) >> 3);
}

static Result<Value> union_eq(VM& vm, UnionType& self, Value other_value) {
    UnionType* other = detail::native_cast<UnionType>(other_value);
    if (!other)
        return Value::not_implemented();
    if (self.args->size() != other->args->size())
        return Value::boolean(false);
    for (size_t i = 0; i < self.args->size(); i++) {
        if (!TRY(tuple_contains(vm, {other->args->items(), other->args->size()}, (*self.args)[i])))
            return Value::boolean(false);
    }
    return Value::boolean(true);
}

static Result<Tuple*> union_parameters(VM& vm, UnionType& self) {
    return parameters_of(vm, &self, self.parameters, *self.args);
}

static Result<Value> union_getitem(VM& vm, UnionType& self, Value item) {
    return make_union(vm, *TRY(subscripted_args(vm, &self, *self.args, *TRY(union_parameters(vm, self)), item)));
}

static Result<bool> union_instancecheck(VM& vm, UnionType& self, Value instance) {
    for (size_t i = 0; i < self.args->size(); i++) {
        if (TRY(is_instance(vm, instance, (*self.args)[i])))
            return true;
    }
    return false;
}

static Result<bool> union_subclasscheck(VM& vm, UnionType& self, Value subclass) {
    if (!as<Type>(subclass))
        return vm.type_error("issubclass() arg 1 must be a class");
    for (size_t i = 0; i < self.args->size(); i++) {
        if (TRY(is_subclass(vm, subclass, (*self.args)[i])))
            return true;
    }
    return false;
}

static Value union_get_args(UnionType& self) { return self.args; }
static Result<Value> union_mro_entries(VM& vm, UnionType& self, Value) {
    return vm.type_error("Cannot subclass {}", TRY(repr(vm, &self))->view());
}

static void visit_union(Object* object, Visitor& visitor) {
    auto* union_object = static_cast<UnionType*>(object);
    visitor.visit(union_object->args);
    visitor.visit(union_object->parameters);
}

static constexpr NativeDef union_members[] = {
    fn<union_repr>("__repr__(self, /)"),
    fn<union_hash>("__hash__(self, /)"),
    fn<union_eq>("__eq__(self, other, /)"),
    fn<union_getitem>("__getitem__(self, item, /)"),
    fn<alias_or>("__or__(self, other, /)"),
    fn<alias_ror>("__ror__(self, other, /)"),
    fn<union_instancecheck>("__instancecheck__(self, instance, /)"),
    fn<union_subclasscheck>("__subclasscheck__(self, subclass, /)"),
    fn<union_mro_entries>("__mro_entries__(self, bases, /)"),
    class_fn<union_class_getitem>("__class_getitem__(cls, item, /)"),
    get<union_get_origin>("__origin__"),
    get<union_get_args>("__args__"),
    get<union_parameters>("__parameters__", "Type variables in the types.UnionType."),
};

constinit const NativeType union_type = {
    .name = "typing.Union",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(UnionType),
    .flags = Type::FINAL | Type::NO_NEW | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_union,
    .members = union_members,
    .member_count = std::size(union_members),
    .doc = "Represent a PEP 604 union type",
};

} // namespace ouro::vm
