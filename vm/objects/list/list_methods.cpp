// SPDX-License-Identifier: MIT
//
// list: the type and its methods. Library Reference, "Mutable Sequence Types"; slices stand in list_slices.cpp.
//
// Script code that runs in the middle of a method (comparisons, repr, iterables) may change the list: the length is
// read again after each such call.
#include "vm/model/generic_alias.hpp"
#include "vm/model/iterators.hpp"
#include "vm/objects/list/list_slices.hpp"
#include "vm/model/sequence.hpp"
#include "vm/objects/list/sort.hpp"

namespace ouro::vm {

static void visit_list(Object* object, Visitor& visitor) {
    auto* list = static_cast<List*>(object);
    visitor.visit(list->storage);
    if (list->storage)
        visitor.visit(list->items(), list->size());
}

// --- Making ------------------------------------------------------------------------------------------------------

static Result<Value> list_new(VM& vm, Type* type, Args, Kwargs) {
    return allocate_instance(vm, type);
}

static void list_clear(List& self) {
    self.storage = nullptr;
    self.length = self.capacity = 0;
}

static Result<void> list_init(VM& vm, List& self, Value iterable) {
    list_clear(self);
    return iterable.is_empty() ? Result<void>() : list_extend(vm, self, iterable);
}

static Result<List*> list_copy(VM& vm, List& self) {
    List* copy = make_list(vm);
    TRY(list_extend_items(vm, *copy, self.items(), self.size()));
    return copy;
}

// --- Items -------------------------------------------------------------------------------------------------------

static int64_t list_length(List& self) { return int64_t(self.size()); }

// __index__ may be a script's and change the list, so it runs before the list's size is looked at.
static Result<Value> plain_index(VM& vm, Value key) {
    bool is_script =
        key.is_object() && vm.type_of(key)->has(Type::HEAP) && vm.type_of(key)->special(vm, Special::Index);
    return is_script ? index(vm, key) : Result<Value>(key);
}

static Result<Value> list_get_item(VM& vm, List& self, Value key) {
    if (Slice* slice = as<Slice>(key))
        return TRY(list_get_slice(vm, self, *slice));
    key = TRY(plain_index(vm, key));
    size_t position = TRY(sequence_position(vm, key, self.size(), "list", "list index out of range"));
    return self[position];
}

static Result<void> list_set_item(VM& vm, List& self, Value key, Value value) {
    if (Slice* slice = as<Slice>(key))
        return list_set_slice(vm, self, *slice, value);
    key = TRY(plain_index(vm, key));
    size_t position = TRY(sequence_position(vm, key, self.size(), "list", "list assignment index out of range"));
    Heap::store(&self, self[position], value);
    return {};
}

static Result<void> list_delete_item(VM& vm, List& self, Value key) {
    if (Slice* slice = as<Slice>(key))
        return list_delete_slice(vm, self, *slice);
    key = TRY(plain_index(vm, key));
    size_t position = TRY(sequence_position(vm, key, self.size(), "list", "list assignment index out of range"));
    list_remove_range(self, position, 1);
    return {};
}

static Result<bool> list_contains(VM& vm, List& self, Value value) {
    return TRY(find_item(vm, self, value, 0, INT64_MAX)).has_value();
}

static Result<int64_t> list_index(VM& vm, List& self, Value value, Value start, Value stop) {
    int64_t first = TRY(search_bound(vm, start, self.size()));
    int64_t last = TRY(search_bound(vm, stop, self.size()));
    auto position = TRY(find_item(vm, self, value, first, last));
    if (!position)
        return vm.value_error("list.index(x): x not in list");
    return int64_t(*position);
}

static Result<int64_t> list_count(VM& vm, List& self, Value value) { return count_items(vm, self, value); }

// --- Changing ----------------------------------------------------------------------------------------------------

static Result<void> list_append_method(VM& vm, List& self, Value value) { return list_append(vm, self, value); }

static Result<void> list_extend_method(VM& vm, List& self, Value iterable) { return list_extend(vm, self, iterable); }

static Result<void> list_insert(VM& vm, List& self, int64_t position, Value value) {
    TRY(list_append(vm, self, value));
    int64_t length = int64_t(self.size()) - 1;
    if (position < 0)
        position = std::max<int64_t>(position + length, 0);
    position = std::min(position, length);
    Value* items = self.items();
    std::copy_backward(items + position, items + length, items + length + 1);
    items[position] = value;
    return {};
}

static Result<Value> list_pop(VM& vm, List& self, int64_t position) {
    int64_t length = int64_t(self.size());
    if (length == 0)
        return vm.index_error("pop from empty list");
    if (position < 0)
        position += length;
    if (position < 0 || position >= length)
        return vm.index_error("pop index out of range");
    Value value = self[size_t(position)];
    list_remove_range(self, size_t(position), 1);
    return value;
}

static Result<void> list_remove(VM& vm, List& self, Value value) {
    auto position = TRY(find_item(vm, self, value, 0, INT64_MAX));
    if (!position)
        return vm.value_error("list.remove(x): x not in list");
    if (*position < self.size())
        list_remove_range(self, *position, 1);
    return {};
}

static void list_reverse(List& self) { std::reverse(self.items(), self.items() + self.size()); }

static Result<void> list_sort_method(VM& vm, List& self, Value key, Value reverse) {
    return list_sort(vm, self, key, TRY(truth(vm, reverse)));
}

// --- Operators ---------------------------------------------------------------------------------------------------

static Result<Value> list_add(VM& vm, List& self, Value other) {
    List* right = as<List>(other);
    if (!right)
        return refuse_concatenation(vm, "list", other);
    List* sum = make_list(vm);
    TRY(list_reserve(vm, *sum, self.size() + right->size()));
    TRY(list_extend_items(vm, *sum, self.items(), self.size()));
    TRY(list_extend_items(vm, *sum, right->items(), right->size()));
    return sum;
}

static Result<Value> list_in_place_add(VM& vm, List& self, Value other) {
    TRY(list_extend(vm, self, other));
    return &self;
}

static Result<Value> list_multiply(VM& vm, List& self, Value factor) {
    int64_t count = TRY(repeat_count(vm, factor));
    List* product = make_list(vm);
    TRY(list_append_repeated(vm, *product, self, size_t(count)));
    return product;
}

static Result<Value> list_in_place_multiply(VM& vm, List& self, Value factor) {
    int64_t count = TRY(repeat_count(vm, factor));
    if (count == 0)
        list_clear(self);
    else
        TRY(list_append_repeated(vm, self, self, size_t(count) - 1));
    return &self;
}

template <Special comparison>
static Result<Value> list_compare(VM& vm, List& self, Value other) {
    List* right = as<List>(other);
    return right ? compare_sequences(vm, comparison, self, *right) : Value::not_implemented();
}

// --- Text and iteration ------------------------------------------------------------------------------------------

static Result<std::string> list_repr(VM& vm, List& self) {
    ReprGuard guard(vm, &self);
    if (guard.is_recursive())
        return std::string("[...]");
    TRY(vm.check_native_stack());
    std::string text = "[";
    TRY(append_item_reprs(vm, text, self));
    return text + "]";
}

static Object* list_iter(VM& vm, List& self) { return make_list_iterator(vm, self); }

static Object* list_reversed(VM& vm, List& self) {
    auto* iterator = vm.heap.make<ListReverseIterator>(vm.native(ListReverseIterator::native_type)->root_shape);
    iterator->list = &self;
    iterator->remaining = self.size();
    return iterator;
}

static constexpr NativeDef list_members[] = {
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<list_new>("__new__(cls, /, *args, **kwargs)"),
    fn<list_init>("__init__(self, iterable=<unset ()>, /)"),
    fn<list_repr>("__repr__(self, /)"),
    fn<list_length>("__len__(self, /)"),
    fn<list_get_item>("__getitem__(self, index, /)"),
    fn<list_set_item>("__setitem__(self, key, value, /)"),
    fn<list_delete_item>("__delitem__(self, key, /)"),
    fn<list_contains>("__contains__(self, key, /)"),
    fn<list_iter>("__iter__(self, /)"),
    fn<list_reversed>("__reversed__(self, /)", "Return a reverse iterator over the list."),
    fn<list_add>("__add__(self, value, /)"),
    fn<list_in_place_add>("__iadd__(self, value, /)"),
    fn<list_multiply>("__mul__(self, value, /)"),
    fn<list_multiply>("__rmul__(self, value, /)"),
    fn<list_in_place_multiply>("__imul__(self, value, /)"),
    fn<list_compare<Special::Lt>>("__lt__(self, value, /)"),
    fn<list_compare<Special::Le>>("__le__(self, value, /)"),
    fn<list_compare<Special::Eq>>("__eq__(self, value, /)"),
    fn<list_compare<Special::Ne>>("__ne__(self, value, /)"),
    fn<list_compare<Special::Gt>>("__gt__(self, value, /)"),
    fn<list_compare<Special::Ge>>("__ge__(self, value, /)"),
    none_constant("__hash__"),
    fn<list_append_method>("append(self, object, /)", "Append object to the end of the list."),
    fn<list_extend_method>("extend(self, iterable, /)", "Extend the list by the items of the iterable."),
    fn<list_insert>("insert(self, index, object, /)", "Insert object before index."),
    fn<list_pop>("pop(self, index=-1, /)", "Remove and return the item at index (the last one by default)."),
    fn<list_remove>("remove(self, value, /)", "Remove the first occurrence of value; ValueError if there is none."),
    fn<list_clear>("clear(self, /)", "Remove all items."),
    fn<list_copy>("copy(self, /)", "Return a shallow copy of the list."),
    fn<list_index>("index(self, value, start=0, stop=9223372036854775807, /)", "Return the first index of value."),
    fn<list_count>("count(self, value, /)", "Return the number of occurrences of value."),
    fn<list_reverse>("reverse(self, /)", "Reverse the items in place."),
    fn<list_sort_method>("sort(self, /, *, key=None, reverse=False)",
                         "Sort the list in place, keeping equal items in order."),
};

const NativeType list_type = {
    .name = "list",
    .base = nullptr,
    .kind = Kind::List,
    .size = sizeof(List),
    .flags = Type::SEQUENCE,
    .visit = visit_list,
    .members = list_members,
    .member_count = std::size(list_members),
    .doc = "Built-in mutable sequence. If no argument is given, the constructor creates a new empty list.",
};

} // namespace ouro::vm
