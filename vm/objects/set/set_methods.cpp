// SPDX-License-Identifier: MIT
//
// set and frozenset: the types and their methods. Library Reference, "Set Types". Operators want sets on both sides,
// methods take any iterable.
#include "vm/model/generic_alias.hpp"
#include "vm/model/dict_table.hpp"
#include "vm/model/iterators.hpp"
#include "vm/model/sequence.hpp"
#include "vm/objects/set/set_algebra.hpp"
#include "vm/model/set_table.hpp"
#include "vm/model/reduction.hpp"

namespace ouro::vm {

static void visit_set(Object* object, Visitor& visitor) {
    auto* set = static_cast<Set*>(object);
    visitor.visit(set->table);
    for (uint64_t position = 0; SetEntry* entry = set_next_entry(*set, position);)
        visitor.visit(entry->key);
}

// The methods of set that frozenset has not: they must not be applied to one.
struct MutableSet : Set {
    static constexpr const NativeType& native_type = set_type;
};

// --- Making ------------------------------------------------------------------------------------------------------

static Result<Value> set_new(VM& vm, Type* type, Args, Kwargs) {
    return allocate_instance(vm, type);
}

static Result<void> set_init(VM& vm, MutableSet& self, Value iterable) {
    set_clear(self);
    return iterable.is_empty() ? Result<void>() : set_update(vm, self, iterable);
}

static Result<Value> frozenset_new(VM& vm, Type* type, Args arguments, Kwargs keywords) {
    TRY(refuse_keywords(vm, type, vm.types.frozenset, keywords));
    TRY(at_most_one_argument(vm, "frozenset", arguments.size()));
    bool exact = type == vm.types.frozenset;
    if (exact && !arguments.empty()) {
        Set* source = as_exact<Set>(arguments[0]);
        if (source && source->is_frozen())
            return source;
    }
    Set* set = exact ? make_set(vm, true) : static_cast<Set*>(allocate_instance(vm, type));
    set->flags |= Set::FROZEN;
    if (!arguments.empty())
        TRY(set_update(vm, *set, arguments[0]));
    return set;
}

static Result<Value> set_copy_method(VM& vm, Set& self) {
    if (self.is_frozen() && self.is_exact())
        return &self;
    return TRY(set_copy(vm, self, self.is_frozen()));
}

// --- Hash and keys -----------------------------------------------------------------------------------------------

static int64_t frozenset_hash(Set& self) {
    if (self.hash == 0)
        self.hash = set_hash_of_keys(self);
    return int64_t(self.hash);
}

static int64_t set_length(Set& self) { return int64_t(self.size()); }

static Result<bool> set_contains_method(VM& vm, Set& self, Value key) {
    return set_contains(vm, self, key);
}

static Result<void> set_add_method(VM& vm, MutableSet& self, Value key) { return set_add(vm, self, key); }

static Result<void> set_discard(VM& vm, MutableSet& self, Value key) {
    TRY(set_remove(vm, self, key));
    return {};
}

static Result<void> set_remove_method(VM& vm, MutableSet& self, Value key) {
    if (!TRY(set_remove(vm, self, key)))
        return vm.key_error(key);
    return {};
}

// Takes the next key from where the last pop left off, round and round.
static Result<Value> set_pop(VM& vm, MutableSet& self) {
    if (self.used == 0)
        return vm.key_error(make_short_str(vm, "pop from an empty set"));
    uint64_t position = self.aux & self.mask;
    SetEntry* entry = set_next_entry(self, position);
    if (!entry) {
        position = 0;
        entry = set_next_entry(self, position);
    }
    Value key = entry->key;
    set_remove_entry(self, *entry);
    self.aux = uint32_t(position);
    return key;
}

static void set_clear_method(MutableSet& self) { set_clear(self); }

// --- Methods with any iterables ----------------------------------------------------------------------------------

static Result<void> set_update_method(VM& vm, MutableSet& self, Args others) {
    for (Value other : others)
        TRY(set_update(vm, self, other));
    return {};
}

static Result<Value> set_union(VM& vm, Set& self, Args others) {
    Set* result = TRY(set_copy(vm, self, self.is_frozen()));
    for (Value other : others) {
        if (other != Value(&self))
            TRY(set_update(vm, *result, other));
    }
    return result;
}

static Result<Set*> intersection_of_all(VM& vm, Set& self, Args others) {
    if (others.empty())
        return set_copy(vm, self, self.is_frozen());
    Set* result = &self;
    for (Value other : others)
        result = TRY(set_intersection(vm, *result, other));
    return result;
}

static Result<Value> set_intersection_method(VM& vm, Set& self, Args others) {
    return TRY(intersection_of_all(vm, self, others));
}

static Result<void> set_intersection_update(VM& vm, MutableSet& self, Args others) {
    set_swap(self, *TRY(intersection_of_all(vm, self, others)));
    return {};
}

static Result<Value> set_difference_method(VM& vm, Set& self, Args others) {
    if (others.empty())
        return TRY(set_copy(vm, self, self.is_frozen()));
    Set* result = TRY(set_difference(vm, self, others[0]));
    for (Value other : others.subspan(1))
        TRY(set_difference_update(vm, *result, other));
    return result;
}

static Result<void> set_difference_update_method(VM& vm, MutableSet& self, Args others) {
    for (Value other : others)
        TRY(set_difference_update(vm, self, other));
    return {};
}

static Result<Value> set_symmetric_difference(VM& vm, Set& self, Value other) {
    Set* result = TRY(set_from(vm, other, self.is_frozen()));
    TRY(set_symmetric_difference_update(vm, *result, &self));
    return result;
}

static Result<void> set_symmetric_difference_update_method(VM& vm, MutableSet& self, Value other) {
    return set_symmetric_difference_update(vm, self, other);
}

static Result<bool> set_is_disjoint_method(VM& vm, Set& self, Value other) { return set_is_disjoint(vm, self, other); }

static Result<bool> set_is_subset_method(VM& vm, Set& self, Value other) {
    if (Set* right = as<Set>(other))
        return set_is_subset(vm, self, *right);
    return TRY(set_intersection(vm, self, other))->used == self.used;
}

static Result<bool> set_is_superset_method(VM& vm, Set& self, Value other) {
    if (Set* right = as<Set>(other))
        return set_is_subset(vm, *right, self);
    Value iterator = TRY(get_iterator(vm, other));
    for (;;) {
        Value item = TRY(next(vm, iterator));
        if (item.is_empty())
            return true;
        if (!TRY(set_find(vm, self, item, TRY(set_element_hash(vm, item)))))
            return false;
    }
}

// --- Operators ---------------------------------------------------------------------------------------------------

static Result<Value> set_or(VM& vm, Set& self, Value other) {
    return as<Set>(other) ? set_union(vm, self, Args(&other, 1)) : Value::not_implemented();
}
static Result<Value> set_and(VM& vm, Set& self, Value other) {
    return as<Set>(other) ? Result<Value>(TRY(set_intersection(vm, self, other))) : Value::not_implemented();
}
static Result<Value> set_sub(VM& vm, Set& self, Value other) {
    return as<Set>(other) ? Result<Value>(TRY(set_difference(vm, self, other))) : Value::not_implemented();
}
static Result<Value> set_xor(VM& vm, Set& self, Value other) {
    return as<Set>(other) ? set_symmetric_difference(vm, self, other) : Value::not_implemented();
}

// The reflected forms: the other operand stands on the left.
template <Result<Value> operation(VM&, Set&, Value)>
static Result<Value> set_reflected(VM& vm, Set& self, Value other) {
    Set* left = as<Set>(other);
    return left ? operation(vm, *left, &self) : Value::not_implemented();
}

template <Result<void> operation(VM&, Set&, Value)>
static Result<Value> set_in_place(VM& vm, MutableSet& self, Value other) {
    if (!as<Set>(other))
        return Value::not_implemented();
    TRY(operation(vm, self, other));
    return &self;
}

static Result<void> intersect_with(VM& vm, Set& self, Value other) {
    set_swap(self, *TRY(set_intersection(vm, self, other)));
    return {};
}

static Result<bool> sets_equal(VM& vm, Set& a, Set& b) {
    if (a.used != b.used || (a.hash && b.hash && a.hash != b.hash))
        return false;
    TRY(vm.check_native_stack());
    return set_is_subset(vm, a, b);
}

template <Special comparison>
static Result<Value> set_compare(VM& vm, Set& self, Value other) {
    Set* right = as<Set>(other);
    if (!right)
        return Value::not_implemented();
    bool holds;
    if constexpr (comparison == Special::Eq)
        holds = TRY(sets_equal(vm, self, *right));
    else if constexpr (comparison == Special::Ne)
        holds = !TRY(sets_equal(vm, self, *right));
    else if constexpr (comparison == Special::Le)
        holds = TRY(set_is_subset(vm, self, *right));
    else if constexpr (comparison == Special::Ge)
        holds = TRY(set_is_subset(vm, *right, self));
    else if constexpr (comparison == Special::Lt)
        holds = self.used < right->used && TRY(set_is_subset(vm, self, *right));
    else
        holds = self.used > right->used && TRY(set_is_subset(vm, *right, self));
    return Value::boolean(holds);
}

// --- Text and iteration ------------------------------------------------------------------------------------------

static Result<std::string> set_repr(VM& vm, Set& self) {
    std::string name(self.type()->name->view());
    if (self.used == 0)
        return name + "()";
    ReprGuard guard(vm, &self);
    if (guard.is_recursive())
        return name + "(...)";
    TRY(vm.check_native_stack());
    List* keys = TRY(list_from(vm, &self)); // of the moment: repr of a key may change the set
    bool plain = self.type() == vm.types.set;
    std::string text = plain ? "{" : name + "({";
    TRY(append_item_reprs(vm, text, *keys));
    return text + (plain ? "}" : "})");
}

static Object* set_iter(VM& vm, Set& self) { return make_set_iterator(vm, self); }

static Result<Value> set_reduce(VM& vm, Set& self) {
    Value elements = TRY(list_from(vm, &self));
    return reduce_with_attributes(vm, &self, {elements});
}

static constexpr NativeDef set_members[] = {
    fn<set_reduce>("__reduce__(self, /)"),
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<set_new>("__new__(cls, /, *args, **kwargs)"),
    fn<set_init>("__init__(self, iterable=<unset ()>, /)"),
    fn<set_repr>("__repr__(self, /)"),
    fn<set_length>("__len__(self, /)"),
    fn<set_contains_method>("__contains__(self, key, /)"),
    fn<set_iter>("__iter__(self, /)"),
    none_constant("__hash__"),
    fn<set_compare<Special::Lt>>("__lt__(self, value, /)"),
    fn<set_compare<Special::Le>>("__le__(self, value, /)"),
    fn<set_compare<Special::Eq>>("__eq__(self, value, /)"),
    fn<set_compare<Special::Ne>>("__ne__(self, value, /)"),
    fn<set_compare<Special::Gt>>("__gt__(self, value, /)"),
    fn<set_compare<Special::Ge>>("__ge__(self, value, /)"),
    fn<set_or>("__or__(self, value, /)"),
    fn<set_and>("__and__(self, value, /)"),
    fn<set_sub>("__sub__(self, value, /)"),
    fn<set_xor>("__xor__(self, value, /)"),
    fn<set_reflected<set_or>>("__ror__(self, value, /)"),
    fn<set_reflected<set_and>>("__rand__(self, value, /)"),
    fn<set_reflected<set_sub>>("__rsub__(self, value, /)"),
    fn<set_reflected<set_xor>>("__rxor__(self, value, /)"),
    fn<set_in_place<set_update>>("__ior__(self, value, /)"),
    fn<set_in_place<intersect_with>>("__iand__(self, value, /)"),
    fn<set_in_place<set_difference_update>>("__isub__(self, value, /)"),
    fn<set_in_place<set_symmetric_difference_update>>("__ixor__(self, value, /)"),
    fn<set_add_method>("add(self, object, /)", "Add an element."),
    fn<set_discard>("discard(self, object, /)", "Remove an element if it is there."),
    fn<set_remove_method>("remove(self, object, /)", "Remove an element; KeyError if it is not there."),
    fn<set_pop>("pop(self, /)", "Remove and return an element; KeyError if the set is empty."),
    fn<set_clear_method>("clear(self, /)", "Remove all elements."),
    fn<set_copy_method>("copy(self, /)", "Return a shallow copy."),
    fn<set_update_method>("update(self, /, *others)", "Add all elements of the others."),
    fn<set_union>("union(self, /, *others)", "Return the set of elements of any."),
    fn<set_intersection_method>("intersection(self, /, *others)", "Return the set of elements of all."),
    fn<set_intersection_update>("intersection_update(self, /, *others)", "Keep only elements that are in all."),
    fn<set_difference_method>("difference(self, /, *others)", "Return the set of elements that are in no other."),
    fn<set_difference_update_method>("difference_update(self, /, *others)", "Remove all elements of the others."),
    fn<set_symmetric_difference>("symmetric_difference(self, other, /)",
                                 "Return the set of elements that are in one only."),
    fn<set_symmetric_difference_update_method>("symmetric_difference_update(self, other, /)",
                                               "Keep the elements that are in one only."),
    fn<set_is_disjoint_method>("isdisjoint(self, other, /)", "Tell whether no element is shared."),
    fn<set_is_subset_method>("issubset(self, other, /)", "Tell whether other has all elements of this set."),
    fn<set_is_superset_method>("issuperset(self, other, /)", "Tell whether this set has all elements of other."),
};

const NativeType set_type = {
    .name = "set",
    .base = nullptr,
    .kind = Kind::Set,
    .size = sizeof(Set),
    .flags = Type::WEAKLY_REFERENCEABLE,
    .visit = visit_set,
    .members = set_members,
    .member_count = std::size(set_members),
    .doc = "Build an unordered collection of unique elements.",
};

static constexpr NativeDef frozenset_members[] = {
    fn<set_reduce>("__reduce__(self, /)"),
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<frozenset_new>("__new__(cls, /, *args, **kwargs)", "(cls, iterable=(), /)\n--\n\n"),
    fn<set_repr>("__repr__(self, /)"),
    fn<frozenset_hash>("__hash__(self, /)"),
    fn<set_length>("__len__(self, /)"),
    fn<set_contains_method>("__contains__(self, key, /)"),
    fn<set_iter>("__iter__(self, /)"),
    fn<set_compare<Special::Lt>>("__lt__(self, value, /)"),
    fn<set_compare<Special::Le>>("__le__(self, value, /)"),
    fn<set_compare<Special::Eq>>("__eq__(self, value, /)"),
    fn<set_compare<Special::Ne>>("__ne__(self, value, /)"),
    fn<set_compare<Special::Gt>>("__gt__(self, value, /)"),
    fn<set_compare<Special::Ge>>("__ge__(self, value, /)"),
    fn<set_or>("__or__(self, value, /)"),
    fn<set_and>("__and__(self, value, /)"),
    fn<set_sub>("__sub__(self, value, /)"),
    fn<set_xor>("__xor__(self, value, /)"),
    fn<set_reflected<set_or>>("__ror__(self, value, /)"),
    fn<set_reflected<set_and>>("__rand__(self, value, /)"),
    fn<set_reflected<set_sub>>("__rsub__(self, value, /)"),
    fn<set_reflected<set_xor>>("__rxor__(self, value, /)"),
    fn<set_copy_method>("copy(self, /)", "Return a shallow copy."),
    fn<set_union>("union(self, /, *others)", "Return the set of elements of any."),
    fn<set_intersection_method>("intersection(self, /, *others)", "Return the set of elements of all."),
    fn<set_difference_method>("difference(self, /, *others)", "Return the set of elements that are in no other."),
    fn<set_symmetric_difference>("symmetric_difference(self, other, /)",
                                 "Return the set of elements that are in one only."),
    fn<set_is_disjoint_method>("isdisjoint(self, other, /)", "Tell whether no element is shared."),
    fn<set_is_subset_method>("issubset(self, other, /)", "Tell whether other has all elements of this set."),
    fn<set_is_superset_method>("issuperset(self, other, /)", "Tell whether this set has all elements of other."),
};

const NativeType frozenset_type = {
    .name = "frozenset",
    .base = nullptr,
    .kind = Kind::Set,
    .size = sizeof(Set),
    .flags = Type::WEAKLY_REFERENCEABLE,
    .visit = visit_set,
    .members = frozenset_members,
    .member_count = std::size(frozenset_members),
    .doc = "Build an immutable unordered collection of unique elements.",
};

} // namespace ouro::vm
