// SPDX-License-Identifier: MIT
//
// list: the growing array. The type's methods stand in list_methods.cpp, sorting in vm/objects/list/sort.cpp.
//
// Invariants: length <= capacity; storage is null iff capacity is 0; words beyond length are never read. Every change
// of the items or of the storage is followed by a barrier on the list.
#include "vm/model/list.hpp"

#include "vm/model/core.hpp"

#include <algorithm>

namespace ouro::vm {

static constexpr size_t MAX_LENGTH = size_t(1) << 58; // items whose bytes still fit a size_t with room to spare

// Amortised growth: by half while it is small. Large lists double: the pages of what is not used yet take no memory,
// and less is left behind in old storage.
static size_t grown_capacity(size_t wanted) {
    size_t extra = wanted < (1 << 16) ? wanted / 2 : wanted;
    return (wanted + extra + 3) & ~size_t(3);
}

static Result<void> set_capacity(VM& vm, List& list, size_t capacity) {
    if (capacity > MAX_LENGTH)
        return vm.memory_error();
    size_t bytes = capacity * sizeof(Value);
    if (bytes > Heap::LARGEST_SMALL)
        TRY(vm.heap.reserve(bytes));
    Storage* storage = list.storage ? vm.heap.grow_storage(list.storage, bytes) : vm.heap.allocate_storage(bytes);
    list.capacity = storage->capacity_bytes() / sizeof(Value);
    Heap::store(&list, list.storage, storage);
    return {};
}

List* make_list(VM& vm, size_t capacity) {
    List* list = vm.heap.make<List>(vm.types.list->root_shape);
    if (capacity) {
        Storage* storage = vm.heap.allocate_storage(capacity * sizeof(Value)); // cleared: some set the length first
        Heap::store(list, list->storage, storage);
        list->capacity = storage->capacity_bytes() / sizeof(Value);
    }
    return list;
}

List* make_list(VM& vm, std::span<const Value> items) {
    List* list = vm.heap.make<List>(vm.types.list->root_shape);
    if (items.empty())
        return list;
    Storage* storage = vm.heap.allocate_raw_storage(items.size_bytes());
    std::copy(items.begin(), items.end(), storage->values());
    Heap::store(list, list->storage, storage);
    list->capacity = storage->capacity_bytes() / sizeof(Value);
    list->length = items.size();
    return list;
}

Result<void> list_reserve(VM& vm, List& list, size_t capacity) {
    if (capacity <= list.capacity)
        return {};
    return set_capacity(vm, list, capacity);
}

Result<void> list_append(VM& vm, List& list, Value value) {
    if (list.length == list.capacity) [[unlikely]]
        TRY(set_capacity(vm, list, grown_capacity(list.length + 1)));
    list.storage->values()[list.length++] = value;
    Heap::barrier(&list);
    return {};
}

// The items may be the list's own: they are read only after the storage has grown, through `source`.
template <class Source>
static Result<void> append_items(VM& vm, List& list, Source& source) {
    size_t count = source.size();
    if (list.length + count > list.capacity)
        TRY(set_capacity(vm, list, list.length == 0 ? count : grown_capacity(list.length + count)));
    if (count)
        std::copy_n(source.items(), count, list.items() + list.length);
    list.length += count;
    Heap::barrier(&list);
    return {};
}

static Result<void> append_characters(VM& vm, List& list, Str& text) {
    if (list.length + text.length > list.capacity)
        TRY(set_capacity(vm, list, list.length == 0 ? text.length : grown_capacity(list.length + text.length)));
    for (size_t i = 0; i < text.length; i++) {
        Value character = make_char(vm, uint8_t(text.data()[i])); // no script code runs: the capacity stays
        Heap::store(&list, list.storage->values()[list.length++], character);
    }
    return {};
}

Result<void> list_extend(VM& vm, List& list, Value iterable) {
    if (List* other = as_exact<List>(iterable))
        return append_items(vm, list, *other);
    if (Tuple* other = as_exact<Tuple>(iterable))
        return append_items(vm, list, *other);
    if (Str* text = as_exact<Str>(iterable); text && text->is_ascii())
        return append_characters(vm, list, *text);
    Value iterator = TRY(get_iterator(vm, iterable));
    int64_t hint = TRY(length_hint(vm, iterable, 0));
    bool is_countable = hint <= INT64_MAX - int64_t(list.length); // more than that is taken for a bad guess
    if (is_countable && size_t(hint) > MAX_LENGTH - list.length)
        return vm.memory_error();
    if (is_countable)
        TRY(list_reserve(vm, list, list.length + size_t(hint)));
    const NativeType* native = vm.type_of(iterator)->native;
    if (native->next && iterator.is_object() && iterator.object()->is_exact()) {
        for (;;) {
            // Finalizers and other threads wait: they might change what is walked through, and list(d.values()) is
            // taken for one step.
            constexpr uint32_t WANTED = ~uint32_t(SAFEPOINT_FINALIZERS | SAFEPOINT_SWITCH);
            if (vm.safepoint.load(std::memory_order_relaxed) & WANTED) [[unlikely]]
                TRY(vm.handle_safepoint(WANTED));
            auto item = native->next(vm, iterator.object());
            if (item.is_error())
                return is_exception_of(item.exception(), vm, ExceptionId::StopIteration) ? Result<void>()
                                                                                         : item.error();
            if (item.release().is_empty())
                return {};
            if (list.length == list.capacity) [[unlikely]]
                TRY(set_capacity(vm, list, grown_capacity(list.length + 1)));
            Heap::store(&list, list.storage->values()[list.length++], item.release());
        }
    }
    for (;;) {
        Value item = TRY(next(vm, iterator));
        if (item.is_empty())
            return {};
        TRY(list_append(vm, list, item));
    }
}

} // namespace ouro::vm
