// SPDX-License-Identifier: MIT
//
// Module _heapq: the operations of heapq on lists. merge, nlargest and nsmallest are Python: stdlib/heapq/heapq.py.
//
// A heap is a list with heap[k] <= heap[2k+1] and heap[k] <= heap[2k+2]. Items move as they do in CPython, so that the
// lists look alike. Comparisons may run script code that changes the list: its size is checked after each.
#include "stdlib/heapq/heapq.hpp"

#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

enum class Order : uint8_t { Min, Max };

// Shall `a` stand above `b`?
template <Order order>
static Result<bool> precedes(VM& vm, List& heap, Value a, Value b) {
    size_t size = heap.size();
    bool result = TRY(order == Order::Min ? less_than(vm, a, b) : less_than(vm, b, a));
    if (heap.size() != size)
        return vm.runtime_error("list changed size during iteration");
    return result;
}

static void swap_items(List& heap, size_t a, size_t b) {
    std::swap(heap[a], heap[b]);
    Heap::barrier(&heap);
}

// Moves the item at `position` up to its place, not above `top`.
template <Order order>
static Result<void> rise(VM& vm, List& heap, size_t top, size_t position) {
    while (position > top) {
        size_t parent = (position - 1) / 2;
        if (!TRY(precedes<order>(vm, heap, heap[position], heap[parent])))
            break;
        swap_items(heap, position, parent);
        position = parent;
    }
    return {};
}

// Moves the item at `position` down to a leaf along the smaller children, then up to its place: as it mostly comes from
// a leaf, this takes fewer comparisons than stopping on the way down.
template <Order order>
static Result<void> sink(VM& vm, List& heap, size_t position) {
    size_t top = position, size = heap.size();
    while (position < size / 2) {
        size_t child = 2 * position + 1;
        if (child + 1 < size && !TRY(precedes<order>(vm, heap, heap[child], heap[child + 1])))
            child++;
        swap_items(heap, position, child);
        position = child;
    }
    return rise<order>(vm, heap, top, position);
}

template <Order order>
static Result<void> heap_push(VM& vm, List& heap, Value item) {
    TRY(list_append(vm, heap, item));
    return rise<order>(vm, heap, 0, heap.size() - 1);
}

template <Order order>
static Result<Value> heap_pop(VM& vm, List& heap) {
    if (heap.size() == 0)
        return vm.index_error("index out of range");
    Value last = heap[--heap.length];
    if (heap.size() == 0)
        return last;
    Value top = heap[0];
    Heap::store(&heap, heap[0], last);
    TRY(sink<order>(vm, heap, 0));
    return top;
}

template <Order order>
static Result<Value> heap_replace(VM& vm, List& heap, Value item) {
    if (heap.size() == 0)
        return vm.index_error("index out of range");
    Value top = heap[0];
    Heap::store(&heap, heap[0], item);
    TRY(sink<order>(vm, heap, 0));
    return top;
}

template <Order order>
static Result<Value> heap_push_pop(VM& vm, List& heap, Value item) {
    if (heap.size() == 0 || !TRY(precedes<order>(vm, heap, heap[0], item)))
        return item;
    return heap_replace<order>(vm, heap, item);
}

template <Order order>
static Result<void> heapify(VM& vm, List& heap) {
    for (size_t i = heap.size() / 2; i > 0; i--)
        TRY(sink<order>(vm, heap, i - 1));
    return {};
}

Result<void> min_heap_push(VM& vm, List& heap, Value item) { return heap_push<Order::Min>(vm, heap, item); }
Result<Value> min_heap_pop(VM& vm, List& heap) { return heap_pop<Order::Min>(vm, heap); }

static constexpr NativeDef heapq_members[] = {
    fn<heap_push<Order::Min>>("heappush(heap, item, /)", "Push item onto heap, maintaining the heap invariant."),
    fn<heap_pop<Order::Min>>("heappop(heap, /)", "Pop the smallest item off the heap."),
    fn<heap_replace<Order::Min>>("heapreplace(heap, item, /)", "Pop the smallest item, then add the new one."),
    fn<heap_push_pop<Order::Min>>("heappushpop(heap, item, /)", "Push item, then pop the smallest one."),
    fn<heapify<Order::Min>>("heapify(heap, /)", "Transform a list into a heap, in place, in linear time."),
    fn<heap_push<Order::Max>>("heappush_max(heap, item, /)", "Push item onto a max-heap."),
    fn<heap_pop<Order::Max>>("heappop_max(heap, /)", "Pop the largest item off a max-heap."),
    fn<heap_replace<Order::Max>>("heapreplace_max(heap, item, /)", "Pop the largest item, then add the new one."),
    fn<heap_push_pop<Order::Max>>("heappushpop_max(heap, item, /)", "Push item, then pop the largest one."),
    fn<heapify<Order::Max>>("heapify_max(heap, /)", "Transform a list into a max-heap, in place."),
};

extern const NativeModule heapq_module;
const NativeModule heapq_module = {
    .name = "_heapq",
    .doc = "The native part of heapq.",
    .members = heapq_members,
    .member_count = std::size(heapq_members),
};

} // namespace ouro::stdlib
