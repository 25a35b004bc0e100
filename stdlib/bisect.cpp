// SPDX-License-Identifier: MIT
//
// Module bisect: places in sorted sequences. Library Reference, "bisect".
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

enum class Side : uint8_t { Left, Right };

// Where `value` (already a key when there is a key function) goes among the items from `low` to `high`.
template <Side side>
static Result<int64_t> find_place(VM& vm, Value sequence, Value value, int64_t low, Value high, Value key) {
    if (low < 0)
        return vm.value_error("lo must be non-negative");
    int64_t end = high.is_none() ? TRY(length(vm, sequence)) : TRY(index_int64(vm, high));
    while (low < end) {
        int64_t middle = low + (end - low) / 2;
        List* list = as_exact<List>(sequence);
        Value item = list && size_t(middle) < list->size() ? (*list)[size_t(middle)]
                                                           : TRY(get_item(vm, sequence, make_int(vm, middle)));
        if (!key.is_none())
            item = TRY(call(vm, key, {item}));
        bool go_right = TRY(side == Side::Left ? less_than(vm, item, value) : less_than(vm, value, item));
        if (side == Side::Right)
            go_right = !go_right;
        if (go_right)
            low = middle + 1;
        else
            end = middle;
    }
    return low;
}

template <Side side>
static Result<Value> insort(VM& vm, Value sequence, Value value, int64_t low, Value high, Value key) {
    Value searched = key.is_none() ? value : TRY(call(vm, key, {value}));
    int64_t place = TRY(find_place<side>(vm, sequence, searched, low, high, key));
    TRY(call_method(vm, sequence, "insert", {make_int(vm, place), value}));
    return Value::none();
}

static constexpr NativeDef bisect_members[] = {
    fn<find_place<Side::Right>>("bisect_right(a, x, lo=0, hi=None, *, key=None)",
                                "Return the index where to insert x in a, behind equal items."),
    fn<find_place<Side::Left>>("bisect_left(a, x, lo=0, hi=None, *, key=None)",
                               "Return the index where to insert x in a, before equal items."),
    fn<insort<Side::Right>>("insort_right(a, x, lo=0, hi=None, *, key=None)", "Insert x in a, behind equal items."),
    fn<insort<Side::Left>>("insort_left(a, x, lo=0, hi=None, *, key=None)", "Insert x in a, before equal items."),
};

// Second names of the same functions.
static Result<void> add_short_names(VM& vm, Module& module) {
    module_set(vm, module, "bisect", TRY(get_attribute(vm, &module, "bisect_right")));
    module_set(vm, module, "insort", TRY(get_attribute(vm, &module, "insort_right")));
    return {};
}

extern const NativeModule bisect_module;
const NativeModule bisect_module = {
    .name = "bisect",
    .doc = "Bisection algorithms.",
    .members = bisect_members,
    .member_count = std::size(bisect_members),
    .initialize = add_short_names,
};

} // namespace ouro::stdlib
