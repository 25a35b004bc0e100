// SPDX-License-Identifier: MIT
//
// The ring behind collections.deque.
#include "stdlib/collections/deque.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

static constexpr uint64_t SMALLEST_RING = 8;

Deque* make_deque(VM& vm, int64_t max_length) {
    auto* deque = vm.heap.make<Deque>(vm.native(deque_type)->root_shape);
    deque->max_length = max_length;
    return deque;
}

// Moves the items to the beginning of a larger ring.
static Result<void> grow(VM& vm, Deque& self, uint64_t wanted) {
    uint64_t capacity = std::bit_ceil(std::max(wanted, SMALLEST_RING));
    if (capacity > (uint64_t(1) << 56))
        return vm.memory_error();
    if (capacity * sizeof(Value) > Heap::LARGEST_SMALL)
        TRY(vm.heap.reserve(capacity * sizeof(Value)));
    Storage* ring = vm.heap.allocate_storage(capacity * sizeof(Value));
    for (size_t i = 0; i < self.size(); i++)
        ring->values()[i] = self[i];
    self.capacity = capacity;
    self.first = 0;
    Heap::store(&self, self.ring, ring);
    return {};
}

Result<void> deque_append(VM& vm, Deque& self, Value value) {
    if (self.length == self.capacity)
        TRY(grow(vm, self, self.length + 1));
    self.version++;
    self[self.length++] = value;
    Heap::barrier(&self);
    if (self.max_length >= 0 && int64_t(self.length) > self.max_length)
        deque_take_first(self);
    return {};
}

Result<void> deque_append_left(VM& vm, Deque& self, Value value) {
    if (self.length == self.capacity)
        TRY(grow(vm, self, self.length + 1));
    self.version++;
    self.first = (self.first - 1) & (self.capacity - 1);
    self.length++;
    self[0] = value;
    Heap::barrier(&self);
    if (self.max_length >= 0 && int64_t(self.length) > self.max_length)
        deque_take_last(self);
    return {};
}

Value deque_take_first(Deque& self) {
    Value value = self[0];
    self[0] = Value();
    self.first = (self.first + 1) & (self.capacity - 1);
    self.length--;
    self.version++;
    return value;
}

Value deque_take_last(Deque& self) {
    Value& last = self[self.length - 1];
    Value value = last;
    last = Value();
    self.length--;
    self.version++;
    return value;
}

template <Result<void> append(VM&, Deque&, Value)>
static Result<void> extend_by(VM& vm, Deque& self, Value iterable) {
    if (iterable == Value(&self))
        iterable = TRY(list_from(vm, iterable));
    return for_each(vm, iterable, [&](Value item) -> Result<void> { return append(vm, self, item); });
}

Result<void> deque_extend(VM& vm, Deque& self, Value iterable) { return extend_by<deque_append>(vm, self, iterable); }
Result<void> deque_extend_left(VM& vm, Deque& self, Value iterable) {
    return extend_by<deque_append_left>(vm, self, iterable);
}

Result<void> deque_insert(VM& vm, Deque& self, int64_t position, Value value) {
    if (self.max_length >= 0 && int64_t(self.length) >= self.max_length)
        return vm.index_error("deque already at its maximum size");
    int64_t length = int64_t(self.length);
    if (position < 0)
        position = std::max<int64_t>(position + length, 0);
    position = std::min(position, length);
    if (position <= length / 2) {
        TRY(deque_append_left(vm, self, value));
        for (int64_t i = 0; i < position; i++)
            std::swap(self[size_t(i)], self[size_t(i) + 1]);
    } else {
        TRY(deque_append(vm, self, value));
        for (int64_t i = length; i > position; i--)
            std::swap(self[size_t(i)], self[size_t(i) - 1]);
    }
    return {};
}

// Closes the gap from the nearer end.
void deque_remove_at(Deque& self, size_t position) {
    if (position < self.length / 2) {
        for (size_t i = position; i > 0; i--)
            self[i] = self[i - 1];
        deque_take_first(self);
    } else {
        for (size_t i = position; i + 1 < self.length; i++)
            self[i] = self[i + 1];
        deque_take_last(self);
    }
    Heap::barrier(&self);
}

void deque_rotate(Deque& self, int64_t steps) {
    int64_t length = int64_t(self.length);
    if (length < 2)
        return;
    steps %= length;
    if (steps > length / 2)
        steps -= length;
    else if (steps < -length / 2)
        steps += length;
    uint64_t mask = self.capacity - 1;
    Value* ring = self.ring->values();
    for (; steps > 0; steps--) {
        Value last = ring[(self.first + self.length - 1) & mask];
        ring[(self.first + self.length - 1) & mask] = Value();
        self.first = (self.first - 1) & mask;
        ring[self.first] = last;
    }
    for (; steps < 0; steps++) {
        Value front = ring[self.first];
        ring[self.first] = Value();
        self.first = (self.first + 1) & mask;
        ring[(self.first + self.length - 1) & mask] = front;
    }
    self.version++;
    Heap::barrier(&self);
}

void deque_clear(Deque& self) {
    self.ring = nullptr;
    self.capacity = self.first = self.length = 0;
    self.version++;
}

static Result<void> append_all(VM& vm, Deque& self, Deque& items) {
    for (size_t i = 0; i < items.size(); i++)
        TRY(deque_append(vm, self, items[i]));
    return {};
}

Result<Deque*> deque_copy(VM& vm, Deque& self) {
    Deque* copy = make_deque(vm, self.max_length);
    TRY(append_all(vm, *copy, self));
    return copy;
}

Result<void> deque_repeat(VM& vm, Deque& self, int64_t times) {
    if (times <= 0) {
        deque_clear(self);
        return {};
    }
    if (self.length == 0 || times == 1)
        return {};
    uint64_t count = self.length;
    if (uint64_t(times) > (uint64_t(1) << 56) / count)
        return vm.memory_error();
    if (self.max_length >= 0) // earlier rounds would only be pushed out again
        times = std::min<int64_t>(times, 1 + (self.max_length + int64_t(count) - 1) / int64_t(count));
    else
        TRY(grow(vm, self, count * uint64_t(times)));
    Deque* items = TRY(deque_copy(vm, self));
    for (int64_t i = 1; i < times; i++)
        TRY(append_all(vm, self, *items));
    return {};
}

} // namespace ouro::stdlib
