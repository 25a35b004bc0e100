// SPDX-License-Identifier: MIT
//
// tuple: the type and its methods. Library Reference, "Immutable Sequence Types".
#include "vm/model/dict_table.hpp"
#include "vm/model/generic_alias.hpp"
#include "vm/model/iterators.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::vm {

static void visit_tuple(Object* object, Visitor& visitor) {
    auto* tuple = static_cast<Tuple*>(object);
    visitor.visit(tuple->items(), tuple->size());
}

static Result<Tuple*> reserve_tuple(VM& vm, size_t size) {
    if (size > UINT32_MAX)
        return vm.memory_error();
    if (size * sizeof(Value) > Heap::LARGEST_SMALL)
        TRY(vm.heap.reserve(size * sizeof(Value)));
    return make_tuple(vm, size);
}

// An instance of a class derived from tuple with the items of `source`.
static Result<Value> make_tuple_instance(VM& vm, Type* type, Tuple& source) {
    size_t bytes = sizeof(Tuple) + source.size() * sizeof(Value);
    if (bytes > Heap::LARGEST_SMALL)
        TRY(vm.heap.reserve(bytes));
    auto* tuple = static_cast<Tuple*>(allocate_variable_instance(vm, type, bytes));
    tuple->aux = source.aux;
    std::copy_n(source.items(), source.size(), tuple->items());
    return tuple;
}

static Result<Value> tuple_new(VM& vm, Type* type, Args arguments, Kwargs keywords) {
    TRY(refuse_keywords(vm, type, vm.types.tuple, keywords));
    TRY(at_most_one_argument(vm, "tuple", arguments.size()));
    Tuple* items = arguments.empty() ? make_tuple(vm, 0) : TRY(tuple_from(vm, arguments[0]));
    if (type == vm.types.tuple)
        return items;
    return make_tuple_instance(vm, type, *items);
}

static int64_t tuple_length(Tuple& self) { return int64_t(self.size()); }

static Result<Value> tuple_get_slice(VM& vm, Tuple& self, Slice& slice) {
    SliceIndices part = TRY(slice_indices(vm, slice, int64_t(self.size())));
    if (part.length == int64_t(self.size()) && part.step == 1 && self.is_exact())
        return &self;
    Tuple* result = TRY(reserve_tuple(vm, size_t(part.length)));
    for (int64_t i = 0; i < part.length; i++)
        (*result)[size_t(i)] = self[size_t(part.start + i * part.step)];
    return result;
}

static Result<Value> tuple_get_item(VM& vm, Tuple& self, Value key) {
    if (Slice* slice = as<Slice>(key))
        return tuple_get_slice(vm, self, *slice);
    return self[TRY(sequence_position(vm, key, self.size(), "tuple", "tuple index out of range"))];
}

static Result<bool> tuple_contains(VM& vm, Tuple& self, Value value) {
    return TRY(find_item(vm, self, value, 0, INT64_MAX)).has_value();
}

static Result<int64_t> tuple_index(VM& vm, Tuple& self, Value value, Value start, Value stop) {
    int64_t first = TRY(search_bound(vm, start, self.size()));
    int64_t last = TRY(search_bound(vm, stop, self.size()));
    auto position = TRY(find_item(vm, self, value, first, last));
    if (!position)
        return vm.value_error("tuple.index(x): x not in tuple");
    return int64_t(*position);
}

static Result<int64_t> tuple_count(VM& vm, Tuple& self, Value value) { return count_items(vm, self, value); }

static Result<Value> tuple_add(VM& vm, Tuple& self, Value other) {
    Tuple* right = as<Tuple>(other);
    if (!right)
        return refuse_concatenation(vm, "tuple", other);
    if (self.size() == 0 && right->is_exact())
        return right;
    if (right->size() == 0 && self.is_exact())
        return &self;
    Tuple* sum = TRY(reserve_tuple(vm, self.size() + right->size()));
    std::copy_n(right->items(), right->size(), std::copy_n(self.items(), self.size(), sum->items()));
    return sum;
}

static Result<Value> tuple_multiply(VM& vm, Tuple& self, Value factor) {
    int64_t count = TRY(repeat_count(vm, factor));
    if (self.is_exact() && (count == 1 || self.size() == 0))
        return &self;
    if (self.size() && uint64_t(count) > UINT32_MAX / self.size())
        return vm.memory_error();
    Tuple* product = TRY(reserve_tuple(vm, self.size() * size_t(count)));
    Value* target = product->items();
    for (int64_t i = 0; i < count && self.size(); i++)
        target = std::copy_n(self.items(), self.size(), target);
    return product;
}

template <Special comparison>
static Result<Value> tuple_compare(VM& vm, Tuple& self, Value other) {
    Tuple* right = as<Tuple>(other);
    return right ? compare_sequences(vm, comparison, self, *right) : Value::not_implemented();
}

static Result<int64_t> tuple_hash_method(VM& vm, Tuple& self) { return int64_t(TRY(tuple_hash(vm, self))); }

static Result<std::string> tuple_repr(VM& vm, Tuple& self) {
    ReprGuard guard(vm, &self);
    if (guard.is_recursive())
        return std::string("(...)");
    TRY(vm.check_native_stack());
    std::string text = "(";
    TRY(append_item_reprs(vm, text, self));
    return text + (self.size() == 1 ? ",)" : ")");
}

static Object* tuple_iter(VM& vm, Tuple& self) { return make_tuple_iterator(vm, self); }

static Result<Value> tuple_get_new_arguments(VM& vm, Tuple& self) {
    return make_tuple(vm, {make_tuple(vm, std::span<const Value>(self.items(), self.size()))});
}

static constexpr NativeDef tuple_members[] = {
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<tuple_new>("__new__(cls, /, *args, **kwargs)", "(cls, iterable=(), /)\n--\n\n"),
    fn<tuple_repr>("__repr__(self, /)"),
    fn<tuple_hash_method>("__hash__(self, /)"),
    fn<tuple_length>("__len__(self, /)"),
    fn<tuple_get_item>("__getitem__(self, key, /)"),
    fn<tuple_contains>("__contains__(self, key, /)"),
    fn<tuple_iter>("__iter__(self, /)"),
    fn<tuple_add>("__add__(self, value, /)"),
    fn<tuple_multiply>("__mul__(self, value, /)"),
    fn<tuple_multiply>("__rmul__(self, value, /)"),
    fn<tuple_compare<Special::Lt>>("__lt__(self, value, /)"),
    fn<tuple_compare<Special::Le>>("__le__(self, value, /)"),
    fn<tuple_compare<Special::Eq>>("__eq__(self, value, /)"),
    fn<tuple_compare<Special::Ne>>("__ne__(self, value, /)"),
    fn<tuple_compare<Special::Gt>>("__gt__(self, value, /)"),
    fn<tuple_compare<Special::Ge>>("__ge__(self, value, /)"),
    fn<tuple_get_new_arguments>("__getnewargs__(self, /)"),
    fn<tuple_index>("index(self, value, start=0, stop=9223372036854775807, /)", "Return the first index of value."),
    fn<tuple_count>("count(self, value, /)", "Return the number of occurrences of value."),
};

const NativeType tuple_type = {
    .name = "tuple",
    .base = nullptr,
    .kind = Kind::Tuple,
    .size = sizeof(Tuple),
    .flags = Type::SEQUENCE | Type::VARIABLE_SIZE,
    .visit = visit_tuple,
    .members = tuple_members,
    .member_count = std::size(tuple_members),
    .doc = "Built-in immutable sequence. If no argument is given, the constructor returns an empty tuple.",
};

} // namespace ouro::vm
