// SPDX-License-Identifier: MIT
//
// Slices of lists: reading, assigning, deleting; Reference 6.3.3 and 7.2. Part of list_methods.cpp.
#include "vm/objects/list/list_slices.hpp"

#include "vm/model/core.hpp"

#include <algorithm>

namespace ouro::vm {

Result<void> list_extend_items(VM& vm, List& list, const Value* items, size_t count) {
    TRY(list_reserve(vm, list, list.size() + count));
    if (count)
        std::copy_n(items, count, list.items() + list.size());
    list.length += count;
    Heap::barrier(&list);
    return {};
}

Result<void> list_append_repeated(VM& vm, List& list, List& source, size_t times) {
    size_t count = source.size();
    if (count == 0 || times == 0)
        return {};
    if (times > (size_t(1) << 57) / count)
        return vm.memory_error();
    TRY(list_reserve(vm, list, list.size() + count * times));
    Value* target = list.items() + list.size();
    if (count == 1)
        std::fill_n(target, times, source[0]);
    else
        for (size_t i = 0; i < times; i++)
            std::copy_n(source.items(), count, target + i * count);
    list.length += count * times;
    Heap::barrier(&list);
    return {};
}

void list_remove_range(List& list, size_t first, size_t count) {
    Value* items = list.items();
    std::copy(items + first + count, items + list.size(), items + first);
    list.length -= count;
    Heap::barrier(&list);
}

Result<List*> list_get_slice(VM& vm, List& list, Slice& slice) {
    Slice* plain = TRY(plain_slice(vm, slice));
    SliceIndices part = TRY(slice_indices(vm, *plain, int64_t(list.size())));
    constexpr int64_t FEW = 32;
    if (part.step == 1) {
        TRY(vm.heap.reserve(size_t(part.length) * sizeof(Value)));
        return make_list(vm, std::span<const Value>(list.items() + part.start, size_t(part.length)));
    }
    if (part.length <= FEW) {
        Value few[FEW];
        for (int64_t i = 0; i < part.length; i++)
            few[i] = list[size_t(part.start + i * part.step)];
        return make_list(vm, std::span<const Value>(few, size_t(part.length)));
    }
    List* result = make_list(vm);
    TRY(list_reserve(vm, *result, size_t(part.length)));
    for (int64_t i = 0; i < part.length; i++)
        result->items()[i] = list[size_t(part.start + i * part.step)];
    result->length = size_t(part.length);
    Heap::barrier(result);
    return result;
}

// Replaces `count` items from `first` on by others, which stand in another list.
static Result<void> replace_range(VM& vm, List& list, size_t first, size_t count, List& others) {
    size_t rest = list.size() - first - count;
    if (others.size() > count)
        TRY(list_reserve(vm, list, list.size() + (others.size() - count)));
    Value* place = list.items() + first;
    std::memmove(static_cast<void*>(place + others.size()), place + count, rest * sizeof(Value));
    std::copy_n(others.items(), others.size(), place);
    list.length = first + others.size() + rest;
    Heap::barrier(&list);
    return {};
}

static Result<List*> assigned_items(VM& vm, List& list, Value iterable) {
    if (iterable == Value(&list))
        return make_list(vm, std::span<const Value>(list.items(), list.size()));
    if (vm.type_of(iterable)->special(vm, Special::Iter).is_empty() &&
        vm.type_of(iterable)->special(vm, Special::GetItem).is_empty())
        return vm.type_error("must assign iterable to extended slice");
    return list_from(vm, iterable);
}

Result<void> list_set_slice(VM& vm, List& list, Slice& slice, Value iterable) {
    Slice* plain = TRY(plain_slice(vm, slice));
    SliceIndices part = TRY(slice_indices(vm, *plain, int64_t(list.size()))); // errors of the slice come first
    List* items = as_exact<List>(iterable);
    if (!items || items == &list) {
        items = TRY(assigned_items(vm, list, iterable));
        // Making the items may have run script code: the positions are those of the list as it is now.
        part = TRY(slice_indices(vm, *plain, int64_t(list.size())));
    }
    if (part.step == 1)
        return replace_range(vm, list, size_t(part.start), size_t(std::max(part.stop - part.start, int64_t(0))),
                             *items);
    if (int64_t(items->size()) != part.length)
        return vm.value_error("attempt to assign sequence of size {} to extended slice of size {}", items->size(),
                              part.length);
    for (int64_t i = 0; i < part.length; i++)
        list[size_t(part.start + i * part.step)] = (*items)[size_t(i)];
    Heap::barrier(&list);
    return {};
}

Result<void> list_delete_slice(VM& vm, List& list, Slice& slice) {
    Slice* plain = TRY(plain_slice(vm, slice));
    SliceIndices part = TRY(slice_indices(vm, *plain, int64_t(list.size())));
    if (part.length == 0)
        return {};
    if (part.step < 0) {
        part.start += (part.length - 1) * part.step;
        part.step = -part.step;
    }
    // Moves each stretch between two deleted items down by as many as were deleted before it.
    Value* items = list.items();
    Value* target = items + part.start;
    for (int64_t i = 0; i < part.length; i++) {
        int64_t from = part.start + i * part.step + 1;
        int64_t to = i + 1 < part.length ? part.start + (i + 1) * part.step : int64_t(list.size());
        target = std::copy(items + from, items + to, target);
    }
    list.length -= size_t(part.length);
    Heap::barrier(&list);
    return {};
}

} // namespace ouro::vm
