// SPDX-License-Identifier: MIT
//
// range: the type and its methods. Library Reference, "Ranges". Most ranges are SMALL and work on machine integers; the
// others compute with ints of any size.
#include "vm/model/iterators.hpp"
#include "vm/model/sequence.hpp"
#include "vm/model/reduction.hpp"

namespace ouro::vm {

static constexpr Value ZERO = Value::small_int(0);
static constexpr Value ONE = Value::small_int(1);

static void visit_range(Object* object, Visitor& visitor) {
    auto* range = static_cast<Range*>(object);
    visitor.visit(range->start);
    visitor.visit(range->stop);
    visitor.visit(range->step);
    visitor.visit(range->length);
}

static Result<Value> range_new(VM& vm, Type*, Args arguments) {
    switch (arguments.size()) {
    case 0:
        return vm.type_error("range expected at least 1 argument, got 0");
    case 1:
        return TRY(make_range(vm, ZERO, arguments[0], ONE));
    case 2:
        return TRY(make_range(vm, arguments[0], arguments[1], ONE));
    case 3:
        return TRY(make_range(vm, arguments[0], arguments[1], arguments[2]));
    }
    return vm.type_error("range expected at most 3 arguments, got {}", arguments.size());
}

static Result<Value> range_length(VM& vm, Range& self) {
    if (!self.length.is_small_int() && !to_int64(self.length))
        return vm.overflow_error("Python int too large to convert to C ssize_t");
    return self.length;
}

static bool range_truth(Range& self) { return self.length != ZERO; }

// start + position * step
static Result<Value> item_at(VM& vm, Range& range, Value position) {
    if (range.flags & Range::SMALL && position.is_small_int()) {
        int64_t item;
        if (!__builtin_mul_overflow(position.small_int(), range.step.small_int(), &item) &&
            !__builtin_add_overflow(item, range.start.small_int(), &item))
            return make_int(vm, item);
    }
    return int_add(vm, range.start, TRY(int_mul(vm, position, range.step)));
}

// A slice's start or stop as an int of any size, clamped to [low, high].
static Result<Value> clamped(VM& vm, Value bound, Value length, Value low, Value high) {
    Value position = TRY(index(vm, bound));
    if (int_compare(position, ZERO) < 0)
        position = TRY(int_add(vm, position, length));
    if (int_compare(position, low) < 0)
        return low;
    return int_compare(position, high) > 0 ? high : position;
}

static Result<void> check_slice_bound(VM& vm, Value bound) {
    if (!bound.is_none() && !is_int(bound) && vm.type_of(bound)->special(vm, Special::Index).is_empty())
        return vm.type_error("slice indices must be integers or None or have an __index__ method");
    return {};
}

struct LongSliceIndices {
    Value start, stop, step;
};

// slice.indices for a length of any size.
static Result<LongSliceIndices> long_slice_indices(VM& vm, Slice& slice, Value length) {
    TRY(check_slice_bound(vm, slice.step));
    TRY(check_slice_bound(vm, slice.start));
    TRY(check_slice_bound(vm, slice.stop));
    Value step = slice.step.is_none() ? ONE : TRY(index(vm, slice.step));
    if (step == ZERO)
        return vm.value_error("slice step cannot be zero");
    bool forward = int_compare(step, ZERO) > 0;
    Value low = forward ? ZERO : Value::small_int(-1);
    Value high = forward ? length : TRY(int_sub(vm, length, ONE));
    Value start = slice.start.is_none() ? (forward ? low : high) : TRY(clamped(vm, slice.start, length, low, high));
    Value stop = slice.stop.is_none() ? (forward ? high : low) : TRY(clamped(vm, slice.stop, length, low, high));
    return LongSliceIndices{start, stop, step};
}

static Result<Value> range_get_slice(VM& vm, Range& self, Slice& slice) {
    LongSliceIndices part = TRY(long_slice_indices(vm, slice, self.length));
    Value step = TRY(int_mul(vm, self.step, part.step));
    Value start = TRY(item_at(vm, self, part.start));
    Value stop = TRY(item_at(vm, self, part.stop));
    return TRY(make_range(vm, start, stop, step));
}

static Result<Value> range_get_item(VM& vm, Range& self, Value key) {
    if (Slice* slice = as<Slice>(key))
        return range_get_slice(vm, self, *slice);
    if (!is_int(key) && vm.type_of(key)->special(vm, Special::Index).is_empty())
        return vm.type_error("range indices must be integers or slices, not {}", vm.type_name(key));
    Value position = TRY(index(vm, key));
    if (int_compare(position, ZERO) < 0)
        position = TRY(int_add(vm, position, self.length));
    if (int_compare(position, ZERO) < 0 || int_compare(position, self.length) >= 0)
        return vm.index_error("range object index out of range");
    return item_at(vm, self, position);
}

// The position of an exact int or bool in the range, or empty.
static Result<Value> position_of(VM& vm, Range& self, Value integer) {
    bool forward = int_compare(self.step, ZERO) > 0;
    Value low = forward ? self.start : self.stop, high = forward ? self.stop : self.start;
    int below = int_compare(integer, low), above = int_compare(integer, high);
    bool inside = forward ? below >= 0 && above < 0 : below > 0 && above <= 0;
    if (!inside)
        return Value();
    Value offset = TRY(int_sub(vm, integer, self.start));
    if (TRY(int_mod(vm, offset, self.step)) != ZERO)
        return Value();
    return int_floor_div(vm, offset, self.step);
}

static bool is_exact_int(Value value) {
    return value.is_small_int() || value.is_bool() || (as<BigInt>(value) && value.object()->is_exact());
}

// How many items equal `value`, and the position of the first; anything but ints is compared item by item.
struct RangeSearch {
    int64_t count = 0;
    Value first;
};

static Result<RangeSearch> search(VM& vm, Range& self, Value value, bool first_only) {
    RangeSearch found;
    if (is_exact_int(value)) {
        found.first = TRY(position_of(vm, self, value));
        found.count = !found.first.is_empty();
        return found;
    }
    Value iterator = TRY(make_range_iterator(vm, self));
    for (int64_t position = 0;; position++) {
        Value item = TRY(next(vm, iterator));
        if (item.is_empty())
            return found;
        if (TRY(equal(vm, item, value))) {
            if (found.count++ == 0)
                found.first = make_int(vm, position);
            if (first_only)
                return found;
        }
        if (vm.safepoint.load(std::memory_order_relaxed))
            TRY(vm.handle_safepoint());
    }
}

static Result<bool> range_contains(VM& vm, Range& self, Value value) {
    return TRY(search(vm, self, value, true)).count > 0;
}

static Result<int64_t> range_count(VM& vm, Range& self, Value value) {
    return TRY(search(vm, self, value, false)).count;
}

static Result<Value> range_index(VM& vm, Range& self, Value value) {
    RangeSearch found = TRY(search(vm, self, value, true));
    if (found.count)
        return found.first;
    if (is_exact_int(value))
        return vm.value_error("range.index(x): x not in range");
    return vm.value_error("sequence.index(x): x not in sequence");
}

// Ranges are equal when they have the same items.
static bool ranges_equal(Range& a, Range& b) {
    if (int_compare(a.length, b.length) != 0)
        return false;
    if (a.length == ZERO)
        return true;
    if (int_compare(a.start, b.start) != 0)
        return false;
    return a.length == ONE || int_compare(a.step, b.step) == 0;
}

template <bool negated>
static Value range_equals(Range& self, Value other) {
    Range* range = as<Range>(other);
    return range ? Value::boolean(ranges_equal(self, *range) != negated) : Value::not_implemented();
}

static Result<int64_t> range_hash(VM& vm, Range& self) {
    uint64_t hashes[3] = {int_hash(self.length), 0, 0};
    uint64_t none = TRY(hash(vm, Value::none()));
    hashes[1] = self.length == ZERO ? none : int_hash(self.start);
    hashes[2] = self.length == ZERO || self.length == ONE ? none : int_hash(self.step);
    return int64_t(tuple_hash_combine(hashes, 3));
}

static Result<std::string> range_repr(VM& vm, Range& self) {
    Str* start = TRY(repr(vm, self.start));
    Str* stop = TRY(repr(vm, self.stop));
    if (self.step == ONE)
        return fmt::format("range({}, {})", start->view(), stop->view());
    return fmt::format("range({}, {}, {})", start->view(), stop->view(), TRY(repr(vm, self.step))->view());
}

static Result<Value> range_iter(VM& vm, Range& self) { return TRY(make_range_iterator(vm, self)); }

static Result<Value> range_reversed(VM& vm, Range& self) {
    Value last = TRY(item_at(vm, self, TRY(int_sub(vm, self.length, ONE))));
    Value before_first = TRY(int_sub(vm, self.start, self.step));
    Range* backwards = TRY(make_range(vm, last, before_first, TRY(int_negate(vm, self.step))));
    return TRY(make_range_iterator(vm, *backwards));
}

static Value range_start(Range& self) { return self.start; }
static Value range_stop(Range& self) { return self.stop; }
static Value range_step(Range& self) { return self.step; }

static Result<Value> range_reduce(VM& vm, Range& self) {
    return reduce_to_builtin(vm, "range", {self.start, self.stop, self.step});
}

static constexpr NativeDef range_members[] = {
    fn<range_reduce>("__reduce__(self, /)"),
    fn<range_new>("__new__(cls, /, *args)"),
    fn<range_repr>("__repr__(self, /)"),
    fn<range_hash>("__hash__(self, /)"),
    fn<range_length>("__len__(self, /)"),
    fn<range_truth>("__bool__(self, /)"),
    fn<range_get_item>("__getitem__(self, key, /)"),
    fn<range_contains>("__contains__(self, key, /)"),
    fn<range_iter>("__iter__(self, /)"),
    fn<range_reversed>("__reversed__(self, /)", "Return a reverse iterator."),
    fn<range_equals<false>>("__eq__(self, value, /)"),
    fn<range_equals<true>>("__ne__(self, value, /)"),
    fn<range_count>("count(self, value, /)", "Return the number of occurrences of value."),
    fn<range_index>("index(self, value, /)", "Return the index of value; ValueError if it is not in the range."),
    get<range_start>("start"),
    get<range_stop>("stop"),
    get<range_step>("step"),
};

const NativeType range_type = {
    .name = "range",
    .base = nullptr,
    .kind = Kind::Range,
    .size = sizeof(Range),
    .flags = Type::FINAL | Type::SEQUENCE,
    .visit = visit_range,
    .members = range_members,
    .member_count = std::size(range_members),
    .doc = "range(stop) or range(start, stop[, step]): an arithmetic progression of integers.",
};

} // namespace ouro::vm
