// SPDX-License-Identifier: MIT
//
// object, type, NoneType, ellipsis and NotImplementedType: their methods and attributes.

#include "vm/model/attributes.hpp"
#include "vm/model/buffer.hpp"
#include "vm/model/calls.hpp"
#include "vm/model/code.hpp"
#include "vm/objects/generic_alias_type.hpp"
#include "vm/model/core.hpp"
#include "vm/model/class.hpp"
#include "vm/model/operators_classes.hpp"
#include "vm/model/special_calls.hpp"

#include <algorithm>

namespace ouro::vm {

Result<Tuple*> default_mro(VM& vm, Type* type);

// --- object -------------------------------------------------------------------------------------------------------

static Result<Value> object_new(VM& vm, Type* type, Args args, Kwargs keywords) {
    bool has_arguments = !args.empty() || keywords.size() > 0;
    if (has_arguments && !(type->special(vm, Special::New) == vm.object_new))
        return vm.type_error("object.__new__() takes exactly one argument (the type to instantiate)");
    return new_plain_instance(vm, type, has_arguments);
}

static Result<void> object_init(VM& vm, Value self, Args args, Kwargs keywords) {
    if (args.empty() && keywords.size() == 0)
        return {};
    Type* type = vm.type_of(self);
    if (!(type->special(vm, Special::Init) == vm.object_init))
        return vm.type_error("object.__init__() takes exactly one argument (the instance to initialize)");
    if (type->special(vm, Special::New) == vm.object_new)
        return vm.type_error("{}() takes no arguments", type->name->view());
    return {};
}

static std::string object_repr(VM& vm, Value self) {
    return fmt::format("<{} object at {:#x}>", full_type_name(vm, vm.type_of(self)), uintptr_t(self.bits()));
}

static Result<Value> object_str(VM& vm, Value self) { return call_repr(vm, self); }

static Result<Str*> object_format(VM& vm, Value self, Str& specification) {
    if (specification.byte_length)
        return vm.type_error("unsupported format string passed to {}.__format__", vm.type_name(self));
    return str(vm, self);
}

static Value object_equal(Value self, Value other) {
    return self == other ? Value::boolean(true) : Value::not_implemented();
}

static Result<Value> object_not_equal(VM& vm, Value self, Value other) {
    Value equal_method = vm.type_of(self)->special(vm, Special::Eq);
    Value result = TRY(call_if_bound(vm, equal_method, {self, other}));
    if (!result || result.is_not_implemented())
        return Value::not_implemented();
    return Value::boolean(!TRY(truth(vm, result)));
}

static Value object_unordered(Value, Value) { return Value::not_implemented(); }

static int64_t object_hash_value(Value self) { return int64_t(self.bits() >> 4 | self.bits() << 60); }

static Result<Value> object_getattribute(VM& vm, Value self, Str& name) {
    return generic_get_attribute(vm, self, intern(vm, &name));
}
static Result<void> object_setattr(VM& vm, Value self, Str& name, Value value) {
    return generic_set_attribute(vm, self, &name, value);
}
static Result<void> object_delattr(VM& vm, Value self, Str& name) { return generic_set_attribute(vm, self, &name, {}); }

static Type* object_get_class(VM& vm, Value self) { return vm.type_of(self); }

// Do instances of two solid bases keep the same names of __slots__ at the same places?
static Result<bool> same_members(VM& vm, Type* a, Type* b) {
    if (a == b)
        return true;
    if (!a->slot_names || !b->slot_names || !TRY(equal(vm, a->slot_names, b->slot_names)))
        return false;
    auto below = [&](Type* type) { // the solid bases of a class are a chain
        for (size_t i = 1; i < type->mro->size(); i++) {
            auto* base = static_cast<Type*>((*type->mro)[i].object());
            if (base->solid_base == base)
                return base;
        }
        return vm.types.object;
    };
    return same_members(vm, below(a), below(b));
}

// Are instances of `type` descriptors of a kind that those of `old` are not?
static bool adds_descriptors(VM& vm, Type* old, Type* type) {
    auto is_added = [&](Special special) {
        return old->special(vm, special).is_empty() && !type->special(vm, special).is_empty();
    };
    return is_added(Special::Get) || is_added(Special::Set) || is_added(Special::Delete);
}

static Result<void> object_set_class(VM& vm, Value self, Value value) {
    if (!value)
        return vm.type_error("can't delete __class__ attribute");
    Type* type = as<Type>(value);
    if (!type)
        return vm.type_error("__class__ must be set to a class, not '{}' object", vm.type_name(value));
    Type* old = vm.type_of(self);
    Module* module = as<Module>(self);
    bool are_modules = module && type->native == vm.types.module->native;
    if (!self.is_object() || ((!old->has(Type::HEAP) || !type->has(Type::HEAP)) && !are_modules))
        return vm.type_error("__class__ assignment only supported for mutable types or ModuleType subclasses");
    if (type->native != old->native || type->has(Type::NO_ATTRIBUTES) != old->has(Type::NO_ATTRIBUTES) ||
        !TRY(same_members(vm, type->solid_base, old->solid_base)))
        return vm.type_error("__class__ assignment: '{}' object layout differs from '{}'", type->name->view(),
                             old->name->view());
    Object* object = self.object();
    if (module)
        module->dict->keys_version = 0; // attributes that instructions remember may be hidden by the class now
    else if (!type->has(Type::NO_ATTRIBUTES))
        instance_dict(vm, object); // dictionary mode has one layout whatever the class
    unsigned other_flags = object->flags & ~unsigned(Object::SUBCLASS);
    object->flags = uint8_t(other_flags | (type->has(Type::HEAP) ? Object::SUBCLASS : 0));
    Heap::store(object, object->shape, module ? type->root_shape : dictionary_shape(vm, type));
    if (adds_descriptors(vm, old, type))
        forget_plain_values(vm);
    return {};
}

static void add_names(VM& vm, Dict* into, Dict* from) {
    for (DictEntry& entry : *from) {
        if (entry.key && as<Str>(entry.key))
            dict_set(vm, *into, as<Str>(entry.key), Value::none());
    }
}

static List* names_of(VM& vm, Dict* names) {
    List* list = make_list(vm);
    for (DictEntry& entry : *names) {
        if (entry.key)
            MUST(list_append(vm, *list, entry.key)); // the names were counted in memory before
    }
    return list;
}

static Result<List*> object_dir(VM& vm, Value self) {
    // Both are asked for, as classes may redefine them: those of a proxy are its object's.
    Dict* names = make_dict(vm);
    Value attributes = TRY(find_attribute(vm, self, vm.names.dunder_dict));
    if (attributes && as<Dict>(attributes))
        add_names(vm, names, as<Dict>(attributes));
    Type* type = as<Type>(TRY(get_attribute(vm, self, vm.names.dunder_class)));
    for (size_t i = 0; type && i < type->mro->size(); i++)
        add_names(vm, names, static_cast<Type*>((*type->mro)[i].object())->attributes(vm));
    return names_of(vm, names);
}

static Result<void> object_init_subclass(VM& vm, Type& cls, Args args, Kwargs keywords) {
    std::string_view name = cls.qualname->view();
    if (keywords.size() != 0)
        return vm.type_error("{}.__init_subclass__() takes no keyword arguments", name);
    if (!args.empty())
        return vm.type_error("{}.__init_subclass__() takes no arguments ({} given)", name, args.size());
    return {};
}
static Value object_subclasshook(Value, Value) { return Value::not_implemented(); }

static Result<int64_t> object_sizeof(VM& vm, Value self) { return int64_t(vm.type_of(self)->native->size); }

// --- Taking objects apart, for copy (PEP 307) ---

// The native value of an instance whose class derives from an immutable type or a set: what its __new__ gets again.
static Result<Value> plain_value(VM& vm, Value self) {
    switch (self.is_object() ? self.object()->kind : Kind::BigInt) {
    case Kind::Str:
        return Value(TRY(make_str(vm, as<Str>(self)->view())));
    case Kind::Tuple:
        return Value(make_tuple(vm, std::span<const Value>(as<Tuple>(self)->items(), as<Tuple>(self)->size())));
    case Kind::Bytes:
        return call(vm, vm.types.bytes, {self});
    case Kind::Set:
        return Value(TRY(list_from(vm, self)));
    case Kind::Float:
        return call(vm, vm.types.float_, {self});
    default:
        return call(vm, vm.types.int_, {self});
    }
}

// What __getnewargs_ex__ gives: a tuple for __new__ and, in `keywords`, what goes by name. Null without that method.
static Result<Tuple*> extended_arguments(VM& vm, Value self, Dict*& keywords) {
    Value method = vm.type_of(self)->lookup(vm, intern(vm, "__getnewargs_ex__"));
    if (!method)
        return static_cast<Tuple*>(nullptr);
    Value given = TRY(call_found(vm, method, {self}));
    Tuple* pair = as<Tuple>(given);
    if (!pair)
        return vm.type_error("__getnewargs_ex__ should return a tuple, not '{}'", vm.type_name(given));
    if (pair->size() != 2)
        return vm.value_error("__getnewargs_ex__ should return a tuple of length 2, not {}", pair->size());
    Tuple* positional = as<Tuple>((*pair)[0]);
    keywords = as<Dict>((*pair)[1]);
    if (!positional)
        return vm.type_error("first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '{}'",
                             vm.type_name((*pair)[0]));
    if (!keywords)
        return vm.type_error("second item of the tuple returned by __getnewargs_ex__ must be a dict, not '{}'",
                             vm.type_name((*pair)[1]));
    return positional;
}

// The arguments of copyreg.__newobj__ for `self`: its class and what its __new__ needs. With `keywords` those of
// __newobj_ex__.
static Result<Tuple*> new_arguments(VM& vm, Value self, Dict*& keywords) {
    Type* type = vm.type_of(self);
    Tuple* rest = TRY(extended_arguments(vm, self, keywords));
    if (rest && keywords->size())
        return make_tuple(vm, {type, rest, keywords});
    keywords = nullptr;
    Value method = rest ? Value() : type->lookup(vm, intern(vm, "__getnewargs__"));
    if (method) {
        Value given = TRY(call_found(vm, method, {self}));
        rest = as<Tuple>(given);
        if (!rest)
            return vm.type_error("__getnewargs__ should return a tuple, not '{}'", vm.type_name(given));
    }
    if (rest) {
        Tuple* all = make_tuple(vm, rest->size() + 1);
        (*all)[0] = type;
        std::copy_n(rest->items(), rest->size(), all->items() + 1);
        return all;
    }
    switch (self.is_object() ? self.object()->kind : Kind::BigInt) {
    case Kind::Instance:
    case Kind::List:
    case Kind::Dict:
        return make_tuple(vm, {type});
    case Kind::BigInt:
    case Kind::Float:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::Tuple:
    case Kind::Set:
        return make_tuple(vm, {type, TRY(plain_value(vm, self))});
    default:
        if (is_bytes_like(vm, self)) // a memoryview: CPython refuses objects of variable size elsewhere
            return vm.type_error("cannot pickle {} objects", vm.type_name(self));
        return vm.type_error("cannot pickle '{}' object", vm.type_name(self));
    }
}

static Result<Value> object_reduce(VM& vm, Value self) {
    if (Set* set = as<Set>(self); set && !(set->flags & Set::FROZEN)) { // filled by __init__
        Tuple* items = make_tuple(vm, {TRY(plain_value(vm, self))});
        return Value(make_tuple(vm, {vm.type_of(self), items, TRY(call_method(vm, self, "__getstate__", {}))}));
    }
    Dict* keywords = nullptr;
    Tuple* arguments = TRY(new_arguments(vm, self, keywords));
    Value copyreg = TRY(vm.hooks.import_absolute(vm, "copyreg"));
    Value maker = TRY(get_attribute(vm, copyreg, keywords ? "__newobj_ex__" : "__newobj__"));
    Value state = TRY(call_method(vm, self, "__getstate__", {}));
    Value items = as<List>(self) ? TRY(get_iterator(vm, self)) : Value::none();
    Value pairs =
        as<Dict>(self) ? TRY(get_iterator(vm, TRY(call_method(vm, self, vm.names.items, {})))) : Value::none();
    return make_tuple(vm, {maker, arguments, state, items, pairs});
}

static Result<Value> object_reduce_ex(VM& vm, Value self, Value) {
    Str* name = intern(vm, "__reduce__");
    Value own = TRY(find_attribute(vm, self, name));
    if (own && vm.type_of(self)->lookup(vm, name) != vm.types.object->lookup(vm, name))
        return call(vm, own, {});
    return object_reduce(vm, self);
}

// The instance's attributes; with __slots__ a pair of them and those in slots.
static Result<Value> object_getstate(VM& vm, Value self) {
    Type* type = vm.type_of(self);
    if (!self.is_object() || !type->attributes_offset)
        return Value::none();
    Dict* slots = make_dict(vm);
    for (size_t i = 0; i < type->mro->size(); i++) {
        auto* base = static_cast<Type*>((*type->mro)[i].object());
        for (DictEntry& entry : *base->attributes(vm)) {
            Member* member = entry.key ? as<Member>(entry.value) : nullptr;
            Value value = member && member->owner == base ? member->value_in(self.object()) : Value();
            if (value && !dict_find(*slots, member->name))
                dict_set(vm, *slots, member->name, value);
        }
    }
    Value state = Value::none();
    if (!type->has(Type::NO_ATTRIBUTES)) {
        Dict* attributes = dict_copy(vm, *instance_dict(vm, self.object()));
        if (attributes->size())
            state = attributes;
    }
    return slots->size() ? Value(make_tuple(vm, {state, slots})) : state;
}

static constexpr NativeDef object_members[] = {
    fn<object_new>("__new__(cls, /, *args, **kwargs)"),
    fn<object_init>("__init__(self, /, *args, **kwargs)"),
    fn<object_repr>("__repr__(self, /)"),
    fn<object_str>("__str__(self, /)"),
    fn<object_format>("__format__(self, format_spec, /)"),
    fn<object_equal>("__eq__(self, other, /)"),
    fn<object_not_equal>("__ne__(self, other, /)"),
    fn<object_unordered>("__lt__(self, other, /)"),
    fn<object_unordered>("__le__(self, other, /)"),
    fn<object_unordered>("__gt__(self, other, /)"),
    fn<object_unordered>("__ge__(self, other, /)"),
    fn<object_hash_value>("__hash__(self, /)"),
    fn<object_getattribute>("__getattribute__(self, name, /)"),
    fn<object_setattr>("__setattr__(self, name, value, /)"),
    fn<object_delattr>("__delattr__(self, name, /)"),
    fn<object_dir>("__dir__(self, /)"),
    fn<object_sizeof>("__sizeof__(self, /)"),
    fn<object_reduce>("__reduce__(self, /)"),
    fn<object_reduce_ex>("__reduce_ex__(self, protocol, /)"),
    fn<object_getstate>("__getstate__(self, /)"),
    class_fn<object_init_subclass>("__init_subclass__(cls, /, *args, **kwargs)"),
    class_fn<object_subclasshook>("__subclasshook__(cls, subclass, /)"),
    get<object_get_class, object_set_class>("__class__"),
};

const NativeType object_type = {
    .name = "object",
    .base = nullptr,
    .kind = Kind::Instance,
    .size = sizeof(Object),
    .flags = 0,
    .visit = nullptr,
    .members = object_members,
    .member_count = std::size(object_members),
    .doc = "The base class of the class hierarchy.",
};

// --- type ---------------------------------------------------------------------------------------------------------

static Result<Value> type_new(VM& vm, Type* metaclass, Args args, Kwargs keywords) {
    if (metaclass == vm.types.type && args.size() == 1 && keywords.size() == 0)
        return vm.type_of(args[0]);
    if (args.size() != 3)
        return metaclass == vm.types.type
                   ? vm.type_error("type() takes 1 or 3 arguments")
                   : vm.type_error("type.__new__() takes exactly 3 arguments ({} given)", args.size());
    Str* name = as<Str>(args[0]);
    if (!name)
        return vm.type_error("type.__new__() argument 1 must be str, not {}", vm.type_name(args[0]));
    Tuple* bases = as<Tuple>(args[1]);
    if (!bases)
        return vm.type_error("type.__new__() argument 2 must be tuple, not {}", vm.type_name(args[1]));
    Dict* ns = as<Dict>(args[2]);
    if (!ns)
        return vm.type_error("type.__new__() argument 3 must be dict, not {}", vm.type_name(args[2]));
    for (size_t i = 0; i < bases->size(); i++) {
        if (!as<Type>((*bases)[i]) && TRY(find_attribute(vm, (*bases)[i], vm.special_name(Special::MroEntries))))
            return vm.type_error("type() doesn't support MRO entry resolution; use types.new_class()");
    }
    Type* winner = TRY(calculate_metaclass(vm, metaclass, bases));
    Value own_new = winner->special(vm, Special::New);
    if (winner != metaclass &&
        own_new != metaclass->special(vm, Special::New)) { // the bases' metaclass makes it its way
        RootVector all(vm.heap);
        all.items.assign({Value(winner), args[0], args[1], args[2]});
        return call_with_dict(vm, own_new, all.items, &keywords);
    }
    metaclass = winner;
    return TRY(make_class(vm, metaclass, name, bases, ns, &keywords));
}

static Result<void> type_init(VM& vm, Value, Args args, Kwargs keywords) {
    if (args.size() == 1 && keywords.size() != 0)
        return vm.type_error("type.__init__() takes no keyword arguments");
    if (args.size() != 1 && args.size() != 3)
        return vm.type_error("type.__init__() takes 1 or 3 arguments");
    return {};
}

static Result<Value> type_call(VM& vm, Type& self, Args args, Kwargs keywords) {
    if (keywords.size() == 0)
        return call_type(vm, &self, args, nullptr);
    RootVector all(vm.heap);
    all.items.assign(args.begin(), args.end());
    Tuple* names = make_tuple(vm, keywords.size());
    size_t i = 0;
    for (DictEntry& entry : keywords) {
        if (entry.key) {
            (*names)[i++] = entry.key;
            all.push(entry.value);
        }
    }
    return call_type(vm, &self, all.items, names);
}

static std::string type_repr(VM& vm, Type& self) { return fmt::format("<class '{}'>", full_type_name(vm, &self)); }

static Result<Value> type_getattribute(VM& vm, Type& self, Str& name) {
    return generic_get_attribute(vm, &self, intern(vm, &name));
}
static Result<void> type_setattr(VM& vm, Type& self, Str& name, Value value) {
    return generic_set_attribute(vm, &self, &name, value);
}
static Result<void> type_delattr(VM& vm, Type& self, Str& name) { return generic_set_attribute(vm, &self, &name, {}); }

static Str* type_get_name(Type& self) { // see mark_as_native
    return self.has(Type::HEAP) && self.has(Type::IMMUTABLE) ? self.qualname : self.name;
}
static Str* type_get_qualname(Type& self) { return self.qualname; }

static Result<void> type_set_name(VM& vm, Type& self, Value value) {
    if (self.has(Type::IMMUTABLE))
        return vm.type_error("cannot set '__name__' attribute of immutable type '{}'", error_name(&self));
    Str* name = as<Str>(value);
    if (!name)
        return vm.type_error("can only assign string to {}.__name__, not '{}'", self.name->view(), vm.type_name(value));
    Heap::store(&self, self.name, name);
    return {};
}

static Result<void> type_set_qualname(VM& vm, Type& self, Value value) {
    if (self.has(Type::IMMUTABLE))
        return vm.type_error("cannot set '__qualname__' attribute of immutable type '{}'", error_name(&self));
    Str* name = as<Str>(value);
    if (!name)
        return vm.type_error("can only assign string to {}.__qualname__, not '{}'", self.name->view(),
                             vm.type_name(value));
    Heap::store(&self, self.qualname, name);
    return {};
}

static Value type_get_module(VM& vm, Type& self) {
    DictEntry* entry = dict_find(*self.attributes(vm), vm.names.dunder_module);
    // The natives' own is a str; what `type` and `function` have there is the descriptor for their instances.
    bool is_own = entry && (self.has(Type::HEAP) || as<Str>(entry->value));
    return is_own ? entry->value : Value(intern(vm, "builtins"));
}
static Result<void> type_set_module(VM& vm, Type& self, Value value) {
    if (self.has(Type::IMMUTABLE))
        return vm.type_error("cannot set '__module__' attribute of immutable type '{}'", error_name(&self));
    dict_set(vm, *self.attributes(vm), vm.names.dunder_module, value);
    self.modified(vm);
    return {};
}

static Tuple* type_get_bases(Type& self) { return self.bases; }
static Tuple* type_get_mro(Type& self) { return self.mro; }
static Type* type_get_base(Type& self) {
    return self.bases->size() ? static_cast<Type*>((*self.bases)[0].object()) : nullptr;
}
static Value type_get_base_or_none(Type& self) {
    Type* base = type_get_base(self);
    return base ? Value(base) : Value::none();
}
static Result<List*> type_compute_mro(VM& vm, Type& self) {
    Tuple* order = TRY(default_mro(vm, &self));
    return make_list(vm, std::span<const Value>(order->items(), order->size()));
}

static Result<List*> type_subclasses(VM& vm, Type& self) {
    List* list = make_list(vm);
    for (uint32_t i = 0; i < self.subclass_count; i++)
        TRY(list_append(vm, *list, reinterpret_cast<Type**>(self.subclasses->values())[i]));
    return list;
}

static Result<Value> type_get_dict(VM& vm, Type& self) {
    return call(vm, vm.types.mapping_proxy, {self.attributes(vm)});
}

static Result<Value> type_get_doc(VM& vm, Type& self) {
    DictEntry* entry = dict_find(*self.attributes(vm), vm.names.dunder_doc);
    return entry ? bind_descriptor(vm, entry->value, {}, &self) : Result<Value>(Value::none());
}
static Result<void> type_set_doc(VM& vm, Type& self, Value value) {
    if (self.has(Type::IMMUTABLE))
        return vm.type_error("cannot set '__doc__' attribute of immutable type '{}'", error_name(&self));
    dict_set(vm, *self.attributes(vm), vm.names.dunder_doc, value);
    self.modified(vm);
    return {};
}

static Result<Value> type_get_abstract_methods(VM& vm, Type& self) {
    if (!self.abstract_methods)
        return vm.raise_attribute_error(&self, vm.names.dunder_abstractmethods, "__abstractmethods__");
    return self.abstract_methods;
}
static Result<void> type_set_abstract_methods(VM& vm, Type& self, Value value) {
    Heap::store(&self, self.abstract_methods, value);
    bool abstract = value && TRY(truth(vm, value));
    self.type_flags = abstract ? self.type_flags | Type::ABSTRACT : self.type_flags & ~uint32_t(Type::ABSTRACT);
    return {};
}

// __annotations__ of a class: computed once by __annotate_func__ / __annotate__ (PEP 649) and kept in the class.
static Result<Value> type_get_annotations(VM& vm, Type& self) {
    Dict* dict = self.attributes(vm);
    if (DictEntry* entry = dict_find(*dict, vm.names.dunder_annotations))
        return entry->value;
    DictEntry* annotate = dict_find(*dict, vm.names.dunder_annotate_func);
    if (!self.has(Type::HEAP))
        return vm.raise_attribute_error(
            &self, vm.names.dunder_annotations,
            fmt::format("type object '{}' has no attribute '__annotations__'", error_name(&self)));
    Value computed = annotate && !annotate->value.is_none() ? TRY(call(vm, annotate->value, {Value::small_int(1)}))
                                                            : Value(make_dict(vm));
    dict_set(vm, *dict, vm.names.dunder_annotations, computed);
    return computed;
}
static Result<void> type_set_annotations(VM& vm, Type& self, Value value) {
    dict_set(vm, *self.attributes(vm), vm.names.dunder_annotations, value);
    return {};
}
static Value type_get_annotate(VM& vm, Type& self) {
    DictEntry* entry = dict_find(*self.attributes(vm), vm.names.dunder_annotate_func);
    return entry ? entry->value : Value::none();
}
static void type_set_annotate(VM& vm, Type& self, Value value) {
    dict_set(vm, *self.attributes(vm), vm.names.dunder_annotate_func, value);
}

static Result<bool> type_instancecheck(VM& vm, Type& self, Value instance) {
    return type_instance_check(vm, &self, instance);
}
static Result<bool> type_subclasscheck(VM& vm, Type& self, Value derived) {
    return type_subclass_check(vm, derived, &self);
}

static Dict* type_prepare(VM& vm, Args, Kwargs) { return make_dict(vm); }

static Result<List*> type_dir(VM& vm, Type& self) {
    Dict* names = make_dict(vm);
    for (size_t i = 0; i < self.mro->size(); i++)
        add_names(vm, names, static_cast<Type*>((*self.mro)[i].object())->attributes(vm));
    return names_of(vm, names);
}

static Result<Value> type_or(VM& vm, Value self, Value other) { return make_union(vm, self, other); }
static Result<Value> type_ror(VM& vm, Value self, Value other) { return make_union(vm, other, self); }

static constexpr NativeDef type_members[] = {
    fn<type_or>("__or__(self, other, /)"),
    fn<type_ror>("__ror__(self, other, /)"),
    fn<type_new>("__new__(cls, /, *args, **kwargs)"),
    fn<type_init>("__init__(self, /, *args, **kwargs)"),
    fn<type_call>("__call__(self, /, *args, **kwargs)"),
    fn<type_repr>("__repr__(self, /)"),
    fn<type_getattribute>("__getattribute__(self, name, /)"),
    fn<type_setattr>("__setattr__(self, name, value, /)"),
    fn<type_delattr>("__delattr__(self, name, /)"),
    fn<type_compute_mro>("mro(self, /)"),
    fn<type_subclasses>("__subclasses__(self, /)"),
    fn<type_instancecheck>("__instancecheck__(self, instance, /)"),
    fn<type_subclasscheck>("__subclasscheck__(self, subclass, /)"),
    fn<type_dir>("__dir__(self, /)"),
    static_fn<type_prepare>("__prepare__(*args, **kwargs)"),
    get<type_get_name, type_set_name>("__name__"),
    get<type_get_qualname, type_set_qualname>("__qualname__"),
    get<type_get_module, type_set_module>("__module__"),
    get<type_get_bases>("__bases__"),
    get<type_get_base_or_none>("__base__"),
    get<type_get_mro>("__mro__"),
    get<type_get_dict>("__dict__"),
    get<type_get_doc, type_set_doc>("__doc__"),
    get<type_get_annotations, type_set_annotations>("__annotations__"),
    get<type_get_annotate, type_set_annotate>("__annotate__"),
    get<type_get_abstract_methods, type_set_abstract_methods>("__abstractmethods__"),
};

const NativeType type_type = {
    .name = "type",
    .base = nullptr,
    .kind = Kind::Type,
    .size = sizeof(Type),
    .flags = Type::METACLASS | Type::WEAKLY_REFERENCEABLE,
    .visit = Type::visit,
    .members = type_members,
    .member_count = std::size(type_members),
};

// --- The singletons' types ----------------------------------------------------------------------------------------

static std::string none_repr(Value) { return "None"; }
static bool none_bool(Value) { return false; }
static std::string ellipsis_repr(Value) { return "Ellipsis"; }
static std::string not_implemented_repr(Value) { return "NotImplemented"; }
static Result<bool> not_implemented_bool(VM& vm, Value) {
    return vm.type_error("NotImplemented should not be used in a boolean context");
}

static Value none_new(Type*) { return Value::none(); }
static Value ellipsis_new(Type*) { return Value::ellipsis(); }
static Value not_implemented_new(Type*) { return Value::not_implemented(); }

static constexpr NativeDef none_members[] = {
    fn<none_new>("__new__(cls, /)"), fn<none_repr>("__repr__(self, /)"), fn<none_bool>("__bool__(self, /)"),
};
static constexpr NativeDef ellipsis_members[] = {
    fn<ellipsis_new>("__new__(cls, /)"), fn<ellipsis_repr>("__repr__(self, /)"),
};
static constexpr NativeDef not_implemented_members[] = {
    fn<not_implemented_new>("__new__(cls, /)"),
    fn<not_implemented_repr>("__repr__(self, /)"),
    fn<not_implemented_bool>("__bool__(self, /)"),
};

const NativeType none_type = {
    .name = "NoneType", .base = nullptr, .kind = Kind::Instance, .size = sizeof(Object), .flags = Type::FINAL,
    .visit = nullptr, .members = none_members, .member_count = std::size(none_members),
};
const NativeType ellipsis_type = {
    .name = "ellipsis", .base = nullptr, .kind = Kind::Instance, .size = sizeof(Object), .flags = Type::FINAL,
    .visit = nullptr, .members = ellipsis_members, .member_count = std::size(ellipsis_members),
};
const NativeType not_implemented_type = {
    .name = "NotImplementedType", .base = nullptr, .kind = Kind::Instance, .size = sizeof(Object), .flags = Type::FINAL,
    .visit = nullptr, .members = not_implemented_members, .member_count = std::size(not_implemented_members),
};

} // namespace ouro::vm
