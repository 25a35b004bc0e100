// SPDX-License-Identifier: MIT
//
// dict: the type and its methods. Library Reference, "Mapping Types". Views stand in dict_views.cpp.
#include "vm/model/generic_alias.hpp"
#include "vm/model/dict_table.hpp"
#include "vm/objects/dict/dict_views.hpp"
#include "vm/model/iterators.hpp"
#include "vm/model/sequence.hpp"
#include "vm/model/set_table.hpp"
#include "vm/objects/dict/dict_methods.hpp"
#include "vm/objects/dict/dict_iterators.hpp"

namespace ouro::vm {

static void visit_dict(Object* object, Visitor& visitor) {
    auto* dict = static_cast<Dict*>(object);
    visitor.visit(dict->entries);
    visitor.visit(dict->indices);
    if (!dict->entries)
        return;
    for (DictEntry& entry : *dict) {
        visitor.visit(entry.key);
        visitor.visit(entry.value);
    }
}

// --- update ------------------------------------------------------------------------------------------------------

static Result<void> update_from_dict(VM& vm, Dict& dict, Dict& other) {
    if (&dict == &other)
        return {};
    if (dict.entry_count == 0 && dict.stale == 0) {
        TRY(vm.heap.reserve(size_t(other.entry_capacity) * (sizeof(DictEntry) + sizeof(uint64_t))));
        dict_copy_into(vm, dict, other);
        dict.keys_version = 0;
        return {};
    }
    uint32_t count = other.used;
    for (uint32_t i = 0; i < other.entry_count; i++) {
        DictEntry entry = other.begin()[i];
        if (entry.key.is_empty())
            continue;
        TRY(dict_set(vm, dict, entry.key, entry.hash, entry.value));
        if (other.used != count)
            return vm.runtime_error("dict mutated during update");
    }
    return {};
}

static Result<void> update_from_mapping(VM& vm, Dict& dict, Value mapping) {
    Value keys = TRY(call_method(vm, mapping, vm.names.keys, {}));
    return for_each(vm, keys, [&](Value key) -> Result<void> {
        return dict_set(vm, dict, key, TRY(get_item(vm, mapping, key)));
    });
}

// Adds what an iterator of pairs gives in rows (zip, enumerate, items), without their tuples; `position` counts them.
// False where the iterator has to be asked for the next item as a whole.
static Result<bool> update_from_rows(VM& vm, Dict& dict, Value iterator, size_t& position) {
    Type* type = vm.type_of(iterator);
    auto* next_row = type->has(Type::HEAP) ? nullptr : type->native->next_row;
    for (; next_row; position++) {
        if (vm.safepoint.load(std::memory_order_relaxed))
            TRY(vm.handle_safepoint());
        Value row[2];
        auto stored = next_row(vm, iterator.object(), row, 2);
        if (stored.is_error() && is_exception_of(stored.exception(), vm, ExceptionId::StopIteration))
            return true;
        if (TRY(stored).is_empty())
            return true;
        if (!stored.release().is_none())
            return false;
        TRY(dict_set(vm, dict, row[0], row[1]));
    }
    return false;
}

// An item that should be a key and a value.
static Result<List*> pair_of(VM& vm, Value item) {
    if (as<List>(item) || as<Tuple>(item))
        return list_from(vm, item);
    auto iterator = get_iterator(vm, item);
    if (iterator.is_error() && is_exception_of(iterator.exception(), vm, ExceptionId::TypeError))
        return vm.type_error("object is not iterable");
    return list_from(vm, TRY(std::move(iterator)));
}

Result<void> dict_update_from_pairs(VM& vm, Dict& dict, Value iterable) {
    size_t position = 0;
    if (!as<List>(iterable) && !as<Tuple>(iterable)) {
        iterable = TRY(get_iterator(vm, iterable));
        if (TRY(update_from_rows(vm, dict, iterable, position)))
            return {};
    }
    return for_each(vm, iterable, [&](Value item) -> Result<void> {
        if (Tuple* tuple = as_exact<Tuple>(item); tuple && tuple->size() == 2) {
            position++;
            return dict_set(vm, dict, (*tuple)[0], (*tuple)[1]);
        }
        auto pair = pair_of(vm, item);
        if (pair.is_error()) {
            if (is_exception_of(pair.exception(), vm, ExceptionId::TypeError))
                TRY(call_method(vm, pair.exception(), "add_note", {make_short_str(vm, fmt::format(
                    "Cannot convert dictionary update sequence element #{} to a sequence", position))}));
            return pair.error();
        }
        List& items = *pair.release();
        if (items.size() != 2)
            return vm.value_error("dictionary update sequence element #{} has length {}; 2 is required", position,
                                  items.size());
        position++;
        return dict_set(vm, dict, items[0], items[1]);
    });
}

// A dict whose class walks its keys in its own way (an `__iter__` written in script) is asked as any mapping is.
Result<void> dict_update(VM& vm, Dict& dict, Value other) {
    if (Dict* source = as<Dict>(other)) {
        if (source->is_exact() || as<NativeFunction>(source->type()->special(vm, Special::Iter)))
            return update_from_dict(vm, dict, *source);
    }
    if (!TRY(find_attribute(vm, other, vm.names.keys)).is_empty())
        return update_from_mapping(vm, dict, other);
    return dict_update_from_pairs(vm, dict, other);
}

// --- Making ------------------------------------------------------------------------------------------------------

static Result<Value> dict_new(VM& vm, Type* type, Args, Kwargs) {
    return allocate_instance(vm, type);
}

static Result<void> update_with(VM& vm, const char* function, Dict& self, Args arguments, Dict& keywords) {
    TRY(at_most_one_argument(vm, function, arguments.size()));
    if (!arguments.empty())
        TRY(dict_update(vm, self, arguments[0]));
    return keywords.size() ? update_from_dict(vm, self, keywords) : Result<void>();
}

static Result<void> dict_init(VM& vm, Dict& self, Args arguments, Kwargs keywords) {
    return update_with(vm, "dict", self, arguments, keywords);
}

static Result<void> dict_update_method(VM& vm, Dict& self, Args arguments, Kwargs keywords) {
    return update_with(vm, "update", self, arguments, keywords);
}

static Result<Dict*> checked_copy(VM& vm, Dict& dict) {
    size_t bytes = dict.entry_capacity * (sizeof(DictEntry) + sizeof(uint32_t));
    if (bytes > Heap::LARGEST_SMALL)
        TRY(vm.heap.reserve(bytes));
    return dict_copy(vm, dict);
}

// Keys with hashes that are known. Comparisons may change what is walked through: it ends where that ends by then.
static Result<void> copy_keys(VM& vm, Dict& to, Dict& from, Value value) {
    for (size_t i = 0; i < size_t(from.end() - from.begin()); i++) {
        DictEntry entry = from.begin()[i];
        if (entry.key)
            TRY(dict_set(vm, to, entry.key, entry.hash, value));
    }
    return {};
}

static Result<void> copy_keys(VM& vm, Dict& to, Set& from, Value value) {
    uint64_t position = 0;
    while (SetEntry* entry = set_next_entry(from, position))
        TRY(dict_set(vm, to, entry->key, entry->hash, value));
    return {};
}

static Result<Value> dict_from_keys(VM& vm, Value cls, Value iterable, Value value) {
    Value made =
        cls == Value(vm.types.dict) ? Value(make_dict(vm)) : TRY(call(vm, cls, std::initializer_list<Value>{}));
    Dict* dict = as_exact<Dict>(made);
    if (dict && as_exact<Dict>(iterable)) {
        TRY(copy_keys(vm, *dict, *as<Dict>(iterable), value));
        return made;
    }
    if (dict && as_exact<Set>(iterable)) {
        TRY(copy_keys(vm, *dict, *as<Set>(iterable), value));
        return made;
    }
    TRY(for_each(vm, iterable, [&](Value key) -> Result<void> {
        return dict ? dict_set(vm, *dict, key, value) : set_item(vm, made, key, value);
    }));
    return made;
}

// --- Items -------------------------------------------------------------------------------------------------------

static int64_t dict_length(Dict& self) { return int64_t(self.size()); }

// The entry's value; for a missing key of a subclass what its __missing__ says.
static Result<Value> dict_get_item(VM& vm, Dict& self, Value key) {
    Value value = TRY(dict_get(vm, self, key));
    if (!value.is_empty())
        return value;
    if (!self.is_exact() || self.type() != vm.types.dict) {
        value = TRY(call_special(vm, &self, Special::Missing, {key}));
        if (!value.is_empty())
            return value;
    }
    return vm.key_error(key);
}

static Result<void> dict_set_item(VM& vm, Dict& self, Value key, Value value) { return dict_set(vm, self, key, value); }

static Result<void> dict_delete_item(VM& vm, Dict& self, Value key) {
    if (TRY(dict_remove(vm, self, key)).is_empty())
        return vm.key_error(key);
    return {};
}

static Result<bool> dict_contains(VM& vm, Dict& self, Value key) { return !TRY(dict_get(vm, self, key)).is_empty(); }

static Result<Value> dict_get_method(VM& vm, Dict& self, Value key, Value otherwise) {
    Value value = TRY(dict_get(vm, self, key));
    return value.is_empty() ? otherwise : value;
}

static Result<Value> dict_set_default(VM& vm, Dict& self, Value key, Value otherwise) {
    uint64_t hash = TRY(dict_key_hash(vm, key));
    if (DictEntry* entry = TRY(dict_find(vm, self, key, hash)))
        return entry->value;
    TRY(dict_insert_new(vm, self, key, hash, otherwise));
    return otherwise;
}

static Result<Value> dict_pop(VM& vm, Dict& self, Value key, Value otherwise) {
    Value value = self.size() ? TRY(dict_remove(vm, self, key)) : Value(); // an empty one never asks for the hash
    if (!value.is_empty())
        return value;
    if (otherwise.is_empty())
        return vm.key_error(key);
    return otherwise;
}

static Result<Value> dict_pop_item(VM& vm, Dict& self) {
    DictEntry* entry = dict_last_entry(self);
    if (!entry)
        return vm.key_error(make_short_str(vm, "popitem(): dictionary is empty"));
    Tuple* item = make_tuple(vm, {entry->key, entry->value});
    dict_remove_entry(self, *entry);
    return item;
}

static void dict_clear_method(VM& vm, Dict& self) { dict_clear(vm, self); }

// --- Operators ---------------------------------------------------------------------------------------------------

static Result<bool> dicts_equal(VM& vm, Dict& a, Dict& b) {
    if (a.size() != b.size())
        return false;
    TRY(vm.check_native_stack());
    for (uint32_t i = 0; i < a.entry_count; i++) {
        DictEntry entry = a.begin()[i];
        if (entry.key.is_empty())
            continue;
        Value other = TRY(dict_get(vm, b, entry.key, entry.hash));
        if (other.is_empty() || !TRY(equal(vm, other, entry.value)))
            return false;
    }
    return true;
}

template <bool negated>
static Result<Value> dict_equals(VM& vm, Dict& self, Value other) {
    Dict* dict = as<Dict>(other);
    if (!dict)
        return Value::not_implemented();
    return Value::boolean(TRY(dicts_equal(vm, self, *dict)) != negated);
}

static Result<Value> dict_or(VM& vm, Dict& self, Value other) {
    Dict* right = as<Dict>(other);
    if (!right)
        return Value::not_implemented();
    Dict* merged = TRY(checked_copy(vm, self));
    TRY(dict_update(vm, *merged, right));
    return merged;
}

static Result<Value> dict_reflected_or(VM& vm, Dict& self, Value other) {
    Dict* left = as<Dict>(other);
    return left ? dict_or(vm, *left, &self) : Value::not_implemented();
}

static Result<Value> dict_in_place_or(VM& vm, Dict& self, Value other) {
    TRY(dict_update(vm, self, other));
    return &self;
}

// --- Text, iteration, views --------------------------------------------------------------------------------------

static Result<std::string> dict_repr(VM& vm, Dict& self) {
    ReprGuard guard(vm, &self);
    if (guard.is_recursive())
        return std::string("{...}");
    TRY(vm.check_native_stack());
    std::string text = "{";
    for (uint32_t i = 0; i < self.entry_count; i++) {
        DictEntry entry = self.begin()[i];
        if (entry.key.is_empty())
            continue;
        if (text.size() > 1)
            text += ", ";
        text += TRY(repr(vm, entry.key))->view();
        text += ": ";
        text += TRY(repr(vm, entry.value))->view();
        if (text.size() > Heap::LARGEST_SMALL)
            TRY(vm.heap.reserve(text.size()));
    }
    return text + "}";
}

static Object* dict_iter(VM& vm, Dict& self) { return make_dict_iterator(vm, self, DictPart::Keys, false); }
static Object* dict_reversed(VM& vm, Dict& self) { return make_dict_iterator(vm, self, DictPart::Keys, true); }
static Object* dict_keys(VM& vm, Dict& self) { return make_dict_view(vm, self, dict_keys_type); }
static Object* dict_values(VM& vm, Dict& self) { return make_dict_view(vm, self, dict_values_type); }
static Object* dict_items(VM& vm, Dict& self) { return make_dict_view(vm, self, dict_items_type); }

static constexpr NativeDef dict_members[] = {
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<dict_new>("__new__(cls, /, *args, **kwargs)"),
    fn<dict_init>("__init__(self, /, *args, **kwargs)"),
    fn<dict_repr>("__repr__(self, /)"),
    fn<dict_length>("__len__(self, /)"),
    fn<dict_get_item>("__getitem__(self, key, /)"),
    fn<dict_set_item>("__setitem__(self, key, value, /)"),
    fn<dict_delete_item>("__delitem__(self, key, /)"),
    fn<dict_contains>("__contains__(self, key, /)"),
    fn<dict_iter>("__iter__(self, /)"),
    fn<dict_reversed>("__reversed__(self, /)", "Return a reverse iterator over the keys."),
    fn<dict_equals<false>>("__eq__(self, value, /)"),
    fn<dict_equals<true>>("__ne__(self, value, /)"),
    none_constant("__hash__"),
    fn<dict_or>("__or__(self, value, /)"),
    fn<dict_reflected_or>("__ror__(self, value, /)"),
    fn<dict_in_place_or>("__ior__(self, value, /)"),
    fn<dict_get_method>("get(self, key, default=None, /)", "Return the value for key, or default."),
    fn<dict_set_default>("setdefault(self, key, default=None, /)",
                         "Return the value for key; set it to default first if there is none."),
    fn<dict_pop>("pop(self, key, default=<unset>, /)", "Remove key and return its value, or default; else KeyError."),
    fn<dict_pop_item>("popitem(self, /)", "Remove and return the (key, value) pair that was added last."),
    fn<dict_update_method>("update(self, /, *args, **kwargs)",
                           "Set items from a mapping or pairs, then from keywords."),
    fn<dict_clear_method>("clear(self, /)", "Remove all items."),
    fn<checked_copy>("copy(self, /)", "Return a shallow copy of the dict."),
    fn<dict_keys>("keys(self, /)", "Return a set-like view of the keys."),
    fn<dict_values>("values(self, /)", "Return a view of the values."),
    fn<dict_items>("items(self, /)", "Return a set-like view of the (key, value) pairs."),
    class_fn<dict_from_keys>("fromkeys(type, iterable, value=None, /)", "Return a new dict with keys from iterable."),
};

const NativeType dict_type = {
    .name = "dict",
    .base = nullptr,
    .kind = Kind::Dict,
    .size = sizeof(Dict),
    .flags = Type::MAPPING,
    .visit = visit_dict,
    .members = dict_members,
    .member_count = std::size(dict_members),
    .doc = "dict() -> new empty dictionary; dict(mapping or pairs, **kwargs) -> initialized from these.",
};

} // namespace ouro::vm
