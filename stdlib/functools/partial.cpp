// SPDX-License-Identifier: MIT
//
// functools.partial and functools.Placeholder. Library Reference, "partial objects".
#include "stdlib/functools/functools.hpp"

#include "vm/model/generic_alias.hpp"
#include "vm/model/sequence.hpp"
#include "vm/objects/dict/dict_methods.hpp"
#include "stdlib/functools/partial.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

// --- Placeholder -------------------------------------------------------------------------------------------------

static std::string placeholder_repr(Value) { return "Placeholder"; }
static Result<Value> placeholder_reduce(VM& vm, Value) { return TRY(make_str(vm, "Placeholder")); }

static constexpr NativeDef placeholder_members[] = {
    fn<placeholder_repr>("__repr__(self, /)"),
    fn<placeholder_reduce>("__reduce__(self, /)"),
};

const NativeType placeholder_type = {
    .name = "functools._PlaceholderType",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Object),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = nullptr,
    .members = placeholder_members,
    .member_count = std::size(placeholder_members),
};

Value make_placeholder(VM& vm) { return allocate_instance(vm, vm.native(placeholder_type)); }

static bool is_placeholder(Value value) { return detail::is_instance_of_native(value, placeholder_type); }

// --- partial -----------------------------------------------------------------------------------------------------

struct Partial : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = partial_type;
    Value function;
    Tuple* arguments;
    Dict* keywords;
    uint64_t placeholders; // among the arguments
};

static size_t count_placeholders(Args arguments) {
    return size_t(std::count_if(arguments.begin(), arguments.end(), is_placeholder));
}

// The arguments of a partial with the first of `given` in place of its placeholders, and the others behind.
static Tuple* merged_arguments(VM& vm, Partial& self, Args given) {
    size_t filled = std::min<size_t>(self.placeholders, given.size());
    size_t own = self.arguments->size();
    Tuple* merged = make_tuple(vm, own + given.size() - filled);
    size_t used = 0;
    for (size_t i = 0; i < own; i++) {
        Value value = (*self.arguments)[i];
        (*merged)[i] = is_placeholder(value) && used < filled ? given[used++] : value;
    }
    std::copy(given.begin() + ptrdiff_t(filled), given.end(), merged->items() + own);
    return merged;
}

static Result<Dict*> merged_keywords(VM& vm, Dict& first, Dict& second) {
    Dict* merged = dict_copy(vm, first);
    TRY(dict_update(vm, *merged, &second));
    return merged;
}

static Result<void> check_placeholders(VM& vm, Args arguments, Dict& keywords) {
    if (!arguments.empty() && is_placeholder(arguments.back()))
        return vm.type_error("trailing Placeholders are not allowed");
    for (DictEntry& entry : keywords) {
        if (!entry.key.is_empty() && is_placeholder(entry.value))
            return vm.type_error("Placeholder cannot be passed as a keyword argument");
    }
    return {};
}

static Result<Value> partial_new(VM& vm, Type* type, Args arguments, Kwargs keywords) {
    if (arguments.empty())
        return vm.type_error("type 'partial' takes at least one argument");
    Value function = arguments[0];
    if (!is_callable(vm, function))
        return vm.type_error("the first argument must be callable");
    Args rest = arguments.subspan(1);
    TRY(check_placeholders(vm, rest, keywords));
    Tuple* bound = make_tuple(vm, rest);
    Dict* named = keywords.size() ? dict_copy(vm, keywords) : make_dict(vm);
    auto* inner = detail::native_cast<Partial>(function);
    if (inner && inner->is_exact()) { // a partial of a partial is one partial
        bound = merged_arguments(vm, *inner, rest);
        named = TRY(merged_keywords(vm, *inner->keywords, keywords));
        function = inner->function;
    }
    auto* self = static_cast<Partial*>(allocate_instance(vm, type));
    self->function = function;
    self->arguments = bound;
    self->keywords = named;
    self->placeholders = count_placeholders(Args(bound->items(), bound->size()));
    return self;
}

static Result<Value> partial_call(VM& vm, Partial& self, Args given, Kwargs keywords) {
    if (given.size() < self.placeholders)
        return vm.type_error("missing positional arguments in 'partial' call; expected at least {}, got {}",
                             self.placeholders, given.size());
    Tuple* arguments = self.arguments->size() ? merged_arguments(vm, self, given) : make_tuple(vm, given);
    Args all(arguments->items(), arguments->size());
    if (self.keywords->size() == 0)
        return keywords.size() ? call_with_dict(vm, self.function, all, &keywords) : call(vm, self.function, all);
    if (keywords.size() == 0)
        return call_with_dict(vm, self.function, all, self.keywords);
    return call_with_dict(vm, self.function, all, TRY(merged_keywords(vm, *self.keywords, keywords)));
}

static Result<Value> partial_get(VM& vm, Partial& self, Value object, Value) {
    if (object.is_none())
        return &self;
    return make_bound_method(vm, &self, object);
}

static Result<std::string> partial_repr(VM& vm, Partial& self) {
    ReprGuard guard(vm, &self);
    if (guard.is_recursive())
        return std::string("...");
    TRY(vm.check_native_stack());
    Type* type = self.type();
    std::string text = self.is_exact() ? "functools.partial(" : fmt::format("{}(", type->qualname->view());
    if (!self.is_exact()) {
        Value module = TRY(find_attribute(vm, type, vm.names.dunder_module));
        if (Str* name = as<Str>(module))
            text = fmt::format("{}.{}", name->view(), text);
    }
    text += TRY(repr(vm, self.function))->view();
    if (self.arguments->size())
        text += ", ";
    TRY(append_item_reprs(vm, text, *self.arguments));
    for (uint32_t i = 0; i < self.keywords->entry_count; i++) {
        DictEntry entry = self.keywords->begin()[i];
        if (!entry.key.is_empty())
            text += fmt::format(", {}={}", TRY(str(vm, entry.key))->view(), TRY(repr(vm, entry.value))->view());
    }
    return text + ")";
}

static Value partial_function(Partial& self) { return self.function; }
static Value partial_arguments(Partial& self) { return self.arguments; }
static Value partial_keywords(Partial& self) { return self.keywords; }

static void visit_partial(Object* object, Visitor& visitor) {
    auto& self = *static_cast<Partial*>(object);
    visitor.visit(self.function);
    visitor.visit(self.arguments);
    visitor.visit(self.keywords);
}

static Result<Value> partial_reduce(VM& vm, Partial& self) {
    Value attributes = TRY(find_attribute(vm, &self, vm.names.dunder_dict));
    bool has_some = attributes && as<Dict>(attributes) && as<Dict>(attributes)->size();
    Tuple* state =
        make_tuple(vm, {self.function, self.arguments, self.keywords, has_some ? attributes : Value::none()});
    return make_tuple(vm, {self.type(), make_tuple(vm, {self.function}), state});
}

static Result<void> partial_set_state(VM& vm, Partial& self, Value value) {
    Tuple* state = as<Tuple>(value);
    bool is_valid = state && state->size() == 4 && is_callable(vm, (*state)[0]) && as<Tuple>((*state)[1]) &&
                    ((*state)[2].is_none() || as<Dict>((*state)[2]));
    if (!is_valid)
        return vm.type_error("invalid partial state");
    Tuple* given = TRY(tuple_from(vm, (*state)[1]));
    Args arguments(given->items(), given->size());
    Dict* keywords = as<Dict>((*state)[2]);
    keywords = keywords ? dict_copy(vm, *keywords) : make_dict(vm);
    TRY(check_placeholders(vm, arguments, *keywords));
    Heap::store(&self, self.function, (*state)[0]);
    Heap::store(&self, self.arguments, given);
    Heap::store(&self, self.keywords, keywords);
    self.placeholders = count_placeholders(arguments);
    if (!(*state)[3].is_none())
        TRY(set_attribute(vm, &self, vm.names.dunder_dict, (*state)[3]));
    return {};
}

static constexpr NativeDef partial_members[] = {
    fn<partial_reduce>("__reduce__(self, /)"),
    fn<partial_set_state>("__setstate__(self, state, /)"),
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<partial_new>("__new__(cls, /, *args, **kwargs)", "(cls, func, /, *args, **keywords)\n--\n\n"),
    fn<partial_call>("__call__(self, /, *args, **kwargs)"),
    fn<partial_get>("__get__(self, instance, owner=None, /)"),
    fn<partial_repr>("__repr__(self, /)"),
    get<partial_function>("func", "function object to use in future partial calls"),
    get<partial_arguments>("args", "tuple of arguments to future partial calls"),
    get<partial_keywords>("keywords", "dictionary of keyword arguments to future partial calls"),
};

const NativeType partial_type = {
    .name = "functools.partial",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Partial),
    .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_partial,
    .members = partial_members,
    .member_count = std::size(partial_members),
    .doc = "Create a new function with partial application of the given arguments and keywords.",
};

} // namespace ouro::stdlib
