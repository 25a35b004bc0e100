// SPDX-License-Identifier: MIT
//
// Module _collections: the native part of package collections; and defaultdict, which stands here whole.
#include "stdlib/collections/collections.hpp"

#include "vm/model/dict_table.hpp"
#include "vm/model/generic_alias.hpp"
#include "vm/model/sequence.hpp"
#include "vm/objects/dict/dict_methods.hpp"
#include "stdlib/collections/namedtuple.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

// --- defaultdict -------------------------------------------------------------------------------------------------

// Instances count as those of a subclass (Object::SUBCLASS): the fast paths for dicts know nothing of __missing__.
struct DefaultDict : Dict {
    static constexpr const NativeType& native_type = defaultdict_type;
    Value factory; // None: missing keys are errors
};

static void visit_defaultdict(Object* object, Visitor& visitor) {
    dict_type.visit(object, visitor);
    visitor.visit(static_cast<DefaultDict*>(object)->factory);
}

static DefaultDict* allocate_defaultdict(VM& vm, Type* type) {
    auto* self = static_cast<DefaultDict*>(allocate_instance(vm, type));
    self->flags |= Object::SUBCLASS;
    self->factory = Value::none();
    return self;
}

static Result<Value> defaultdict_new(VM& vm, Type* type, Args, Kwargs) {
    return allocate_defaultdict(vm, type);
}

static Result<void> defaultdict_init(VM& vm, DefaultDict& self, Args arguments, Kwargs keywords) {
    Value factory = arguments.empty() ? Value::none() : arguments[0];
    if (!factory.is_none() && !is_callable(vm, factory))
        return vm.type_error("first argument must be callable or None");
    Heap::store(&self, self.factory, factory);
    Args rest = arguments.empty() ? arguments : arguments.subspan(1);
    TRY(at_most_one_argument(vm, "dict", rest.size()));
    if (!rest.empty())
        TRY(dict_update(vm, self, rest[0]));
    return keywords.size() ? dict_update(vm, self, &keywords) : Result<void>();
}

static Result<Value> defaultdict_missing(VM& vm, DefaultDict& self, Value key) {
    if (self.factory.is_none())
        return vm.key_error(key);
    Value value = TRY(call(vm, self.factory, std::initializer_list<Value>{}));
    TRY(set_item(vm, &self, key, value));
    return value;
}

// A copy with the same class and factory.
static Result<Value> defaultdict_copy(VM& vm, DefaultDict& self) {
    if (self.type() != vm.native(defaultdict_type))
        return call(vm, self.type(), {self.factory, &self});
    TRY(vm.heap.reserve(self.entry_capacity * sizeof(DictEntry)));
    DefaultDict* copy = allocate_defaultdict(vm, self.type());
    copy->factory = self.factory;
    dict_copy_into(vm, *copy, self);
    return copy;
}

static Result<Value> defaultdict_or(VM& vm, DefaultDict& self, Value other) {
    if (!as<Dict>(other))
        return Value::not_implemented();
    Value merged = TRY(defaultdict_copy(vm, self));
    if (Dict* dict = as<Dict>(merged))
        TRY(dict_update(vm, *dict, other));
    return merged;
}

static Result<Value> defaultdict_reflected_or(VM& vm, DefaultDict& self, Value other) {
    if (!as<Dict>(other))
        return Value::not_implemented();
    Value merged = TRY(call(vm, self.type(), {self.factory, other}));
    if (Dict* dict = as<Dict>(merged))
        TRY(dict_update(vm, *dict, &self));
    return merged;
}

static Result<std::string> factory_repr(VM& vm, Value factory) {
    if (!factory.is_object())
        return std::string(TRY(repr(vm, factory))->view());
    ReprGuard guard(vm, factory.object());
    return guard.is_recursive() ? std::string("...") : std::string(TRY(repr(vm, factory))->view());
}

static Result<std::string> defaultdict_repr(VM& vm, DefaultDict& self) {
    Value items = TRY(call(vm, vm.types.dict->special(vm, Special::Repr), {&self}));
    std::string factory = TRY(factory_repr(vm, self.factory));
    return fmt::format("{}({}, {})", self.type()->name->view(), factory, as<Str>(items)->view());
}

static Result<Value> defaultdict_reduce(VM& vm, DefaultDict& self) {
    Tuple* arguments = self.factory.is_none() ? make_tuple(vm, 0) : make_tuple(vm, {self.factory});
    Value items = TRY(call_method(vm, &self, vm.names.items, {}));
    Value iterator = TRY(get_iterator(vm, items));
    return make_tuple(vm, {self.type(), arguments, Value::none(), Value::none(), iterator});
}

static Value defaultdict_get_factory(DefaultDict& self) { return self.factory; }
static void defaultdict_set_factory(DefaultDict& self, Value factory) {
    Heap::store(&self, self.factory, factory.is_empty() ? Value::none() : factory);
}

static constexpr NativeDef defaultdict_members[] = {
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<defaultdict_new>("__new__(cls, /, *args, **kwargs)"),
    fn<defaultdict_init>("__init__(self, /, *args, **kwargs)"),
    fn<defaultdict_repr>("__repr__(self, /)"),
    fn<defaultdict_missing>("__missing__(self, key, /)", "Called for missing keys: makes, stores and returns a value."),
    fn<defaultdict_or>("__or__(self, value, /)"),
    fn<defaultdict_reflected_or>("__ror__(self, value, /)"),
    fn<defaultdict_copy>("copy(self, /)", "Return a shallow copy."),
    fn<defaultdict_copy>("__copy__(self, /)", "Return a shallow copy."),
    fn<defaultdict_reduce>("__reduce__(self, /)"),
    get<defaultdict_get_factory, defaultdict_set_factory>("default_factory",
                                                          "Factory for default value called by __missing__()."),
};

const NativeType defaultdict_type = {
    .name = "collections.defaultdict",
    .base = &dict_type,
    .kind = Kind::Dict,
    .size = sizeof(DefaultDict),
    .flags = Type::MAPPING,
    .visit = visit_defaultdict,
    .members = defaultdict_members,
    .member_count = std::size(defaultdict_members),
    .doc = "defaultdict(default_factory=None, /, ...): a dict that makes values for missing keys.",
};

// --- Functions ---------------------------------------------------------------------------------------------------

static Result<void> count_in_dict(VM& vm, Dict& counts, Value item) {
    constexpr Value ONE = Value::small_int(1);
    uint64_t hash = TRY(key_hash(vm, item));
    DictEntry* entry = TRY(dict_find(vm, counts, item, hash));
    if (!entry)
        return dict_insert_new(vm, counts, item, hash, ONE);
    if (entry->value.is_small_int()) {
        entry->value = make_int(vm, entry->value.small_int() + 1);
        Heap::barrier(&counts);
        return {};
    }
    return dict_set(vm, counts, item, hash, TRY(binary_operation(vm, Special::Add, entry->value, ONE)));
}

// Counts the items of `iterable` in `mapping`, as Counter does: mapping[item] = mapping.get(item, 0) + 1.
static Result<void> count_elements(VM& vm, Value mapping, Value iterable) {
    Dict* dict = as<Dict>(mapping);
    if (dict && inherits_special(vm, dict->type(), vm.types.dict, Special::SetItem))
        return for_each(vm, iterable, [&](Value item) { return count_in_dict(vm, *dict, item); });
    return for_each(vm, iterable, [&](Value item) -> Result<void> {
        Value old = TRY(call_method(vm, mapping, "get", {item, Value::small_int(0)}));
        return set_item(vm, mapping, item, TRY(binary_operation(vm, Special::Add, old, Value::small_int(1))));
    });
}

static constexpr NativeDef collections_members[] = {
    type_constant("deque", deque_type),
    type_constant("defaultdict", defaultdict_type),
    type_constant("OrderedDict", ordered_dict_type),
    type_constant("_tuplegetter", tuple_getter_type),
    fn<count_elements>("_count_elements(mapping, iterable, /)",
                       "Count elements in the iterable, updating the mapping."),
    fn<namedtuple_instance>("_tuple_new(cls, items, /)", "An instance of a class derived from tuple."),
    fn<namedtuple_constructor>("_constructor(name, fields, defaults, /)", "The __new__ of a named tuple class."),
};

extern const NativeModule collections_module;
const NativeModule collections_module = {
    .name = "_collections",
    .doc = "The native part of collections.",
    .members = collections_members,
    .member_count = std::size(collections_members),
};

} // namespace ouro::stdlib
