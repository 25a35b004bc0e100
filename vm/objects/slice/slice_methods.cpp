// SPDX-License-Identifier: MIT
//
// slice: the type and its methods.
#include "vm/model/generic_alias.hpp"
#include "vm/model/range.hpp"
#include "vm/model/sequence.hpp"
#include "vm/model/reduction.hpp"

namespace ouro::vm {

static void visit_slice(Object* object, Visitor& visitor) {
    auto* slice = static_cast<Slice*>(object);
    visitor.visit(slice->start);
    visitor.visit(slice->stop);
    visitor.visit(slice->step);
}

static Result<Value> slice_new(VM& vm, Type*, Args arguments) {
    constexpr Value NONE = Value::none();
    switch (arguments.size()) {
    case 0:
        return vm.type_error("slice expected at least 1 argument, got 0");
    case 1:
        return make_slice(vm, NONE, arguments[0], NONE);
    case 2:
        return make_slice(vm, arguments[0], arguments[1], NONE);
    case 3:
        return make_slice(vm, arguments[0], arguments[1], arguments[2]);
    }
    return vm.type_error("slice expected at most 3 arguments, got {}", arguments.size());
}

static Tuple* as_tuple(VM& vm, Slice& slice) { return make_tuple(vm, {slice.start, slice.stop, slice.step}); }

static Result<Value> slice_indices_method(VM& vm, Slice& self, Value length) {
    Value count = TRY(index(vm, length));
    if (int_compare(count, Value::small_int(0)) < 0)
        return vm.value_error("length should not be negative");
    auto exact = to_int64(count);
    if (!exact)
        return vm.overflow_error("cannot fit 'int' into an index-sized integer");
    SliceIndices part = TRY(slice_indices(vm, self, *exact));
    Value start = make_int(vm, part.start), stop = make_int(vm, part.stop), step = make_int(vm, part.step);
    return make_tuple(vm, {start, stop, step});
}

template <Special comparison>
static Result<Value> slice_compare(VM& vm, Slice& self, Value other) {
    Slice* slice = as<Slice>(other);
    if (!slice)
        return Value::not_implemented();
    return compare(vm, comparison, as_tuple(vm, self), as_tuple(vm, *slice));
}

// The mixing of tuples without the length at the end.
static Result<int64_t> slice_hash(VM& vm, Slice& self) {
    constexpr uint64_t PRIME_1 = 11400714785074694791u, PRIME_2 = 14029467366897019727u, PRIME_5 = 2870177450012600261u;
    uint64_t sum = PRIME_5;
    for (Value part : {self.start, self.stop, self.step}) {
        sum += TRY(hash(vm, part)) * PRIME_2;
        sum = std::rotl(sum, 31) * PRIME_1;
    }
    return sum == uint64_t(-1) ? 1546275796 : int64_t(sum);
}

static Result<std::string> slice_repr(VM& vm, Slice& self) {
    std::string text = "slice(";
    Tuple* parts = as_tuple(vm, self);
    TRY(append_item_reprs(vm, text, *parts));
    return text + ")";
}

static Value slice_start(Slice& self) { return self.start; }
static Value slice_stop(Slice& self) { return self.stop; }
static Value slice_step(Slice& self) { return self.step; }

static Result<Value> slice_reduce(VM& vm, Slice& self) {
    return reduce_to_builtin(vm, "slice", {self.start, self.stop, self.step});
}

static constexpr NativeDef slice_members[] = {
    fn<slice_reduce>("__reduce__(self, /)"),
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<slice_new>("__new__(cls, /, *args)"),
    fn<slice_repr>("__repr__(self, /)"),
    fn<slice_hash>("__hash__(self, /)"),
    fn<slice_compare<Special::Lt>>("__lt__(self, value, /)"),
    fn<slice_compare<Special::Le>>("__le__(self, value, /)"),
    fn<slice_compare<Special::Eq>>("__eq__(self, value, /)"),
    fn<slice_compare<Special::Ne>>("__ne__(self, value, /)"),
    fn<slice_compare<Special::Gt>>("__gt__(self, value, /)"),
    fn<slice_compare<Special::Ge>>("__ge__(self, value, /)"),
    fn<slice_indices_method>("indices(self, object, /)", "Return (start, stop, step) for a sequence of that length."),
    get<slice_start>("start"),
    get<slice_stop>("stop"),
    get<slice_step>("step"),
};

const NativeType slice_type = {
    .name = "slice",
    .base = nullptr,
    .kind = Kind::Slice,
    .size = sizeof(Slice),
    .flags = Type::FINAL,
    .visit = visit_slice,
    .members = slice_members,
    .member_count = std::size(slice_members),
    .doc = "slice(stop) or slice(start, stop[, step]): what stands between the brackets in a[start:stop:step].",
};

} // namespace ouro::vm
