// SPDX-License-Identifier: MIT
//
// collections.OrderedDict: a dict whose order counts. dict keeps the order of insertion already; what is added are
// reordering, popitem from either end, comparison by order, and iterators that notice every change of the order. Part
// of module _collections.
#include "stdlib/collections/collections.hpp"

#include "vm/objects/dict/dict_iterators.hpp"
#include "vm/model/dict_table.hpp"
#include "vm/objects/dict/dict_views.hpp"
#include "vm/model/generic_alias.hpp"
#include "vm/model/iterator_state.hpp"
#include "vm/model/iterators.hpp"
#include "vm/model/sequence.hpp"
#include "vm/objects/dict/dict_methods.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

struct OrderedDict : Dict {
    static constexpr const NativeType& native_type = ordered_dict_type;
    // The entries before `first` in this storage are deleted ones: a queue by popitem(last=False) would pass them again
    // and again. The storage is kept alive so that its address means what it says.
    Storage* first_of;
    uint64_t first;
};

static void visit_ordered_dict(Object* object, Visitor& visitor) {
    dict_type.visit(object, visitor);
    visitor.visit(static_cast<OrderedDict*>(object)->first_of);
}

static OrderedDict* allocate_ordered_dict(VM& vm, Type* type) {
    auto* self = static_cast<OrderedDict*>(allocate_instance(vm, type));
    self->flags |= Object::SUBCLASS;
    return self;
}

static Result<Value> ordered_dict_new(VM& vm, Type* type, Args, Kwargs) {
    return allocate_ordered_dict(vm, type);
}

// Goes through the __setitem__ of a script subclass, if it has one.
static Result<void> update_by_items(VM& vm, OrderedDict& self, Value other) {
    if (as<Dict>(other) || !TRY(find_attribute(vm, other, vm.names.keys)).is_empty()) {
        Value keys = TRY(call_method(vm, other, vm.names.keys, {}));
        return for_each(vm, keys, [&](Value key) -> Result<void> {
            return set_item(vm, &self, key, TRY(get_item(vm, other, key)));
        });
    }
    Dict* pairs = make_dict(vm);
    return for_each(vm, other, [&](Value pair) -> Result<void> {
        dict_clear(vm, *pairs); // unpacks one pair, with dict's errors
        List* single = make_list(vm, std::span<const Value>(&pair, 1));
        TRY(dict_update(vm, *pairs, single));
        DictEntry entry = *pairs->begin();
        return set_item(vm, &self, entry.key, entry.value);
    });
}

static Result<void> update_with(VM& vm, OrderedDict& self, Value other) {
    if (inherits_special(vm, self.type(), vm.types.dict, Special::SetItem))
        return dict_update(vm, self, other);
    return update_by_items(vm, self, other);
}

static Result<void> ordered_dict_update(VM& vm, OrderedDict& self, Args arguments, Kwargs keywords) {
    if (arguments.size() > 1)
        return vm.type_error("expected at most 1 argument, got {}", arguments.size());
    if (!arguments.empty())
        TRY(update_with(vm, self, arguments[0]));
    return keywords.size() ? update_with(vm, self, &keywords) : Result<void>();
}

static DictEntry* first_entry(OrderedDict& self) {
    if (self.used == 0)
        return nullptr;
    uint64_t position = self.first_of == self.entries ? self.first : 0;
    while (self.begin()[position].key.is_empty())
        position++;
    self.first = position;
    Heap::store(&self, self.first_of, self.entries);
    return self.begin() + position;
}

static Result<Value> ordered_dict_pop_item(VM& vm, OrderedDict& self, bool last) {
    DictEntry* entry = last ? dict_last_entry(self) : first_entry(self);
    if (!entry)
        return vm.key_error(make_short_str(vm, "dictionary is empty"));
    Tuple* item = make_tuple(vm, {entry->key, entry->value});
    dict_remove_entry(self, *entry);
    return item;
}

static Result<void> move_to_front(VM& vm, OrderedDict& self, DictEntry* moved, DictEntry* first) {
    uint32_t place = TRY(dict_move_to_front(vm, self, uint32_t(moved - self.begin()), uint32_t(first - self.begin())));
    self.first = place;
    Heap::store(&self, self.first_of, self.entries);
    return {};
}

static Result<void> ordered_dict_move_to_end(VM& vm, OrderedDict& self, Value key, bool last) {
    DictEntry* entry = TRY(dict_find(vm, self, key, TRY(key_hash(vm, key))));
    if (!entry)
        return vm.key_error(key);
    DictEntry* end = last ? dict_last_entry(self) : first_entry(self);
    if (entry == end)
        return {};
    if (!last)
        return move_to_front(vm, self, entry, end);
    DictEntry moved = *entry;
    dict_remove_entry(self, *entry);
    auto added = dict_insert_new(vm, self, moved.key, moved.hash, moved.value);
    if (added.is_error()) { // without memory the tables are as they were: the entry returns to its place
        *entry = moved;
        self.used++;
        Heap::barrier(&self);
    }
    return added;
}

static Result<Value> ordered_dict_copy(VM& vm, OrderedDict& self) {
    if (self.type() != vm.native(ordered_dict_type))
        return call(vm, self.type(), {&self});
    TRY(vm.heap.reserve(self.entry_capacity * sizeof(DictEntry)));
    OrderedDict* copy = allocate_ordered_dict(vm, self.type());
    dict_copy_into(vm, *copy, self);
    return copy;
}

static Result<bool> same_order(VM& vm, Dict& a, Dict& b) {
    uint32_t k = 0;
    for (uint32_t i = 0; i < a.entry_count; i++) {
        if (a.begin()[i].key.is_empty())
            continue;
        while (k < b.entry_count && b.begin()[k].key.is_empty())
            k++;
        if (k >= b.entry_count || !TRY(equal(vm, a.begin()[i].key, b.begin()[k].key)))
            return false;
        k++;
    }
    return true;
}

template <bool negated>
static Result<Value> ordered_dict_equals(VM& vm, OrderedDict& self, Value other) {
    Dict* right = as<Dict>(other);
    if (!right)
        return Value::not_implemented();
    Value as_dicts = TRY(call(vm, vm.types.dict->special(vm, Special::Eq), {&self, other}));
    bool same = as_dicts.is_true();
    if (same && detail::native_cast<OrderedDict>(other))
        same = TRY(same_order(vm, self, *right));
    return Value::boolean(same != negated);
}

static Result<Value> ordered_dict_or(VM& vm, OrderedDict& self, Value other) {
    if (!as<Dict>(other))
        return Value::not_implemented();
    Value merged = TRY(call(vm, self.type(), {&self}));
    TRY(call_method(vm, merged, "update", {other}));
    return merged;
}

static Result<Value> ordered_dict_reflected_or(VM& vm, OrderedDict& self, Value other) {
    if (!as<Dict>(other))
        return Value::not_implemented();
    Value merged = TRY(call(vm, self.type(), {other}));
    TRY(call_method(vm, merged, "update", {&self}));
    return merged;
}

static Result<Value> ordered_dict_in_place_or(VM& vm, OrderedDict& self, Value other) {
    TRY(update_with(vm, self, other));
    return &self;
}

static Result<std::string> ordered_dict_repr(VM& vm, OrderedDict& self) {
    std::string name(self.type()->name->view());
    if (self.used == 0)
        return name + "()";
    ReprGuard guard(vm, &self);
    if (guard.is_recursive())
        return std::string("...");
    return fmt::format("{}({})", name, TRY(repr(vm, dict_copy(vm, self)))->view());
}

static Result<Value> ordered_dict_reduce(VM& vm, OrderedDict& self) {
    Value items = TRY(call_method(vm, &self, vm.names.items, {}));
    Value iterator = TRY(get_iterator(vm, items));
    Value state = TRY(call_method(vm, &self, "__getstate__", {}));
    return make_tuple(vm, {self.type(), make_tuple(vm, 0), state, Value::none(), iterator});
}

// --- Iterators: an error after any change of the keys or their order -------------------------------------------------

struct OrderedDictIterator : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    Dict* dict; // null at the end, and after an error
    uint32_t position; // of the next entry; backwards: entries before it are to come
    uint32_t keys_version;
    DictPart part;
    bool backwards;
};

static Object* make_ordered_iterator(VM& vm, OrderedDict& dict, DictPart part, bool backwards) {
    // Deleted entries at either end are passed over once, not by each iterator.
    DictEntry* start = backwards ? dict_last_entry(dict) : first_entry(dict);
    auto* iterator = vm.heap.make<OrderedDictIterator>(vm.native(OrderedDictIterator::native_type)->root_shape);
    iterator->dict = &dict;
    iterator->position = backwards ? dict.entry_count : uint32_t(start ? start - dict.begin() : 0);
    iterator->keys_version = dict_keys_version(vm, dict);
    iterator->part = part;
    iterator->backwards = backwards;
    return iterator;
}

static DictEntry* next_entry(OrderedDictIterator& self) {
    Dict& dict = *self.dict;
    while (self.backwards ? self.position > 0 : self.position < dict.entry_count) {
        DictEntry& entry = dict.begin()[self.backwards ? --self.position : self.position++];
        if (!entry.key.is_empty())
            return &entry;
    }
    return nullptr;
}

static Result<Value> ordered_iterator_next(VM& vm, Object* object) {
    auto& self = *static_cast<OrderedDictIterator*>(object);
    if (!self.dict)
        return Value();
    bool unchanged = self.dict->keys_version == self.keys_version;
    DictEntry* entry = unchanged ? next_entry(self) : nullptr;
    if (!entry) {
        self.dict = nullptr;
        return unchanged ? Result<Value>(Value()) : vm.runtime_error("OrderedDict mutated during iteration");
    }
    if (self.part == DictPart::Items)
        return make_tuple(vm, {entry->key, entry->value});
    return self.part == DictPart::Keys ? entry->key : entry->value;
}

static Result<Value> ordered_iterator_reduce(VM& vm, OrderedDictIterator& self) { return reduce_iterator(vm, self); }

static constexpr NativeDef ordered_iterator_members[] = {
    fn<ordered_iterator_reduce>("__reduce__(self, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType OrderedDictIterator::native_type = {
    .name = "odict_iterator",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(OrderedDictIterator),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = [](Object* object, Visitor& visitor) { visitor.visit(static_cast<OrderedDictIterator*>(object)->dict); },
    .members = ordered_iterator_members,
    .member_count = std::size(ordered_iterator_members),
    .next = ordered_iterator_next,
};

template <bool backwards>
static Object* ordered_dict_iter(VM& vm, OrderedDict& self) {
    return make_ordered_iterator(vm, self, DictPart::Keys, backwards);
}

template <DictPart part, bool backwards>
static Result<Object*> ordered_view_iter(VM& vm, Value self) {
    auto& dict = *static_cast<OrderedDict*>(static_cast<DictView*>(self.object())->dict);
    return make_ordered_iterator(vm, dict, part, backwards);
}

// --- Views: those of dict under names of their own -----------------------------------------------------------------

template <DictPart part>
static constexpr NativeDef ordered_view_members[] = {
    fn<ordered_view_iter<part, false>>("__iter__(self, /)"),
    fn<ordered_view_iter<part, true>>("__reversed__(self, /)"),
};

template <DictPart part>
static constexpr NativeType view_type(const char* name, const NativeType& base) {
    return {
        .name = name,
        .base = &base,
        .kind = Kind::Native,
        .size = sizeof(DictView),
        .flags = Type::FINAL | Type::NO_NEW,
        .visit = [](Object* object, Visitor& visitor) { visitor.visit(static_cast<DictView*>(object)->dict); },
        .members = ordered_view_members<part>,
        .member_count = std::size(ordered_view_members<part>),
    };
}

static const NativeType ordered_keys_type = view_type<DictPart::Keys>("odict_keys", dict_keys_type);
static const NativeType ordered_values_type = view_type<DictPart::Values>("odict_values", dict_values_type);
static const NativeType ordered_items_type = view_type<DictPart::Items>("odict_items", dict_items_type);

static Object* ordered_dict_keys(VM& vm, OrderedDict& self) { return make_dict_view(vm, self, ordered_keys_type); }
static Object* ordered_dict_values(VM& vm, OrderedDict& self) { return make_dict_view(vm, self, ordered_values_type); }
static Object* ordered_dict_items(VM& vm, OrderedDict& self) { return make_dict_view(vm, self, ordered_items_type); }

static constexpr NativeDef ordered_dict_members[] = {
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<ordered_dict_new>("__new__(cls, /, *args, **kwargs)"),
    fn<ordered_dict_update>("__init__(self, /, *args, **kwargs)"),
    fn<ordered_dict_repr>("__repr__(self, /)"),
    fn<ordered_dict_equals<false>>("__eq__(self, value, /)"),
    fn<ordered_dict_equals<true>>("__ne__(self, value, /)"),
    none_constant("__hash__"),
    fn<ordered_dict_or>("__or__(self, value, /)"),
    fn<ordered_dict_reflected_or>("__ror__(self, value, /)"),
    fn<ordered_dict_in_place_or>("__ior__(self, value, /)"),
    fn<ordered_dict_reduce>("__reduce__(self, /)"),
    fn<ordered_dict_iter<false>>("__iter__(self, /)"),
    fn<ordered_dict_iter<true>>("__reversed__(self, /)"),
    fn<ordered_dict_copy>("copy(self, /)", "Return a shallow copy."),
    fn<ordered_dict_copy>("__copy__(self, /)", "Return a shallow copy."),
    fn<ordered_dict_pop_item>("popitem(self, /, last=True)",
                              "Remove and return the last (key, value) pair, or the first."),
    fn<ordered_dict_move_to_end>("move_to_end(self, /, key, last=True)",
                                 "Move an existing key to the end, or to the front."),
    fn<ordered_dict_update>("update(self, /, *args, **kwargs)",
                            "Set items from a mapping or pairs, then from keywords."),
    fn<ordered_dict_keys>("keys(self, /)", "Return a set-like view of the keys."),
    fn<ordered_dict_values>("values(self, /)", "Return a view of the values."),
    fn<ordered_dict_items>("items(self, /)", "Return a set-like view of the (key, value) pairs."),
};

const NativeType ordered_dict_type = {
    .name = "collections.OrderedDict",
    .base = &dict_type,
    .kind = Kind::Dict,
    .size = sizeof(OrderedDict),
    .flags = Type::MAPPING | Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_ordered_dict,
    .members = ordered_dict_members,
    .member_count = std::size(ordered_dict_members),
    .doc = "Dictionary that remembers insertion order",
};

} // namespace ouro::stdlib
