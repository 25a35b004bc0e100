// SPDX-License-Identifier: MIT
//
// slice: positions from start:stop:step. The type's methods stand in range_methods.cpp with those of range.
#include "vm/model/slice.hpp"

#include "vm/model/core.hpp"

#include <algorithm>

namespace ouro::vm {

Slice* make_slice(VM& vm, Value start, Value stop, Value step) {
    Slice* slice = vm.heap.make<Slice>(vm.types.slice->root_shape);
    slice->start = start;
    slice->stop = stop;
    slice->step = step;
    return slice;
}

// An int or __index__ as int64_t, saturated: positions beyond 64 bits are beyond every sequence anyway.
static inline Result<int64_t> slice_position(VM& vm, Value value) {
    if (value.is_small_int())
        return value.small_int();
    if (!is_int(value) && vm.type_of(value)->special(vm, Special::Index).is_empty())
        return vm.type_error("slice indices must be integers or None or have an __index__ method");
    Value integer = TRY(index(vm, value));
    if (auto exact = to_int64(integer))
        return *exact;
    return int_compare(integer, Value::small_int(0)) < 0 ? INT64_MIN : INT64_MAX;
}

// A given start or stop, counted from the end when negative, clamped to [low, high].
static inline Result<int64_t> clamped_position(VM& vm, Value value, int64_t length, int64_t low, int64_t high) {
    int64_t position = TRY(slice_position(vm, value));
    if (position < 0)
        position = position < -length ? low : position + length;
    return std::clamp(position, low, high);
}

static int64_t selected_length(int64_t start, int64_t stop, int64_t step) {
    if (step == 1 || step == -1) // no division for what nearly all slices are
        return std::max<int64_t>((stop - start) * step, 0);
    if (step > 0)
        return start < stop ? (stop - start - 1) / step + 1 : 0;
    return stop < start ? (start - stop - 1) / -step + 1 : 0;
}

Result<Slice*> plain_slice(VM& vm, Slice& slice) {
    auto is_plain = [](Value value) { return value.is_none() || is_int(value); };
    if (is_plain(slice.start) && is_plain(slice.stop) && is_plain(slice.step))
        return &slice;
    auto plain = [&](Value value) -> Result<Value> {
        if (is_plain(value))
            return value;
        if (vm.type_of(value)->special(vm, Special::Index).is_empty())
            return vm.type_error("slice indices must be integers or None or have an __index__ method");
        return index(vm, value);
    };
    Value step = TRY(plain(slice.step));
    Value start = TRY(plain(slice.start));
    Value stop = TRY(plain(slice.stop));
    return make_slice(vm, start, stop, step);
}

Result<SliceIndices> slice_indices(VM& vm, Slice& slice, int64_t length) {
    SliceIndices result{0, 0, 1, 0};
    if (!slice.step.is_none()) {
        result.step = std::max(TRY(slice_position(vm, slice.step)), -INT64_MAX);
        if (result.step == 0)
            return vm.value_error("slice step cannot be zero");
    }
    bool forward = result.step > 0;
    int64_t low = forward ? 0 : -1, high = forward ? length : length - 1;
    result.start = slice.start.is_none() ? (forward ? low : high)
                                         : TRY(clamped_position(vm, slice.start, length, low, high));
    result.stop = slice.stop.is_none() ? (forward ? high : low)
                                       : TRY(clamped_position(vm, slice.stop, length, low, high));
    result.length = selected_length(result.start, result.stop, result.step);
    return result;
}

} // namespace ouro::vm
