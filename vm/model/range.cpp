// SPDX-License-Identifier: MIT
//
// range: an immutable arithmetic progression of unbounded ints. The type's methods stand in range_methods.cpp.
#include "vm/model/range.hpp"

#include "vm/model/core.hpp"

namespace ouro::vm {

// ceil((stop - start) / step), not below zero, for ints of any size.
static Result<Value> progression_length(VM& vm, Value start, Value stop, Value step) {
    constexpr Value ZERO = Value::small_int(0), ONE = Value::small_int(1);
    bool forward = int_compare(step, ZERO) > 0;
    Value low = forward ? start : stop, high = forward ? stop : start;
    if (int_compare(low, high) >= 0)
        return ZERO;
    Value distance = TRY(int_sub(vm, TRY(int_sub(vm, high, low)), ONE));
    Value stride = forward ? step : TRY(int_negate(vm, step));
    return int_add(vm, TRY(int_floor_div(vm, distance, stride)), ONE);
}

static int64_t small_progression_length(int64_t start, int64_t stop, int64_t step) {
    if (step > 0)
        return start < stop ? (stop - start - 1) / step + 1 : 0;
    return stop < start ? (start - stop - 1) / -step + 1 : 0;
}

Result<Range*> make_range(VM& vm, Value start, Value stop, Value step) {
    start = TRY(index(vm, start));
    stop = TRY(index(vm, stop));
    step = TRY(index(vm, step));
    if (step == Value::small_int(0))
        return vm.value_error("range() arg 3 must not be zero");
    bool small = start.is_small_int() && stop.is_small_int() && step.is_small_int();
    Value length;
    if (small) {
        length = make_int(vm, small_progression_length(start.small_int(), stop.small_int(), step.small_int()));
        small = length.is_small_int();
    } else {
        length = TRY(progression_length(vm, start, stop, step));
    }
    Range* range = vm.heap.make<Range>(vm.types.range->root_shape);
    range->start = start;
    range->stop = stop;
    range->step = step;
    range->length = length;
    if (small)
        range->flags |= Range::SMALL;
    return range;
}

} // namespace ouro::vm
