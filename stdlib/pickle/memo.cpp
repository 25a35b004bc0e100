// SPDX-License-Identifier: MIT
//
// The memos of picklers and unpicklers.
#include "stdlib/pickle/memo.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

// --- WriteMemo -----------------------------------------------------------------------------------------------------

namespace {

constexpr uint64_t FIRST_TABLE = 256;

uint32_t* places_of(Storage* table) { return reinterpret_cast<uint32_t*>(table->bytes()); }

// The place of `value` in the table, or where it would go.
uint32_t& place_of(const WriteMemo& memo, Value value) {
    uint64_t at = (value.bits() >> 4) * 0x9E3779B97F4A7C15ull >> 32;
    for (;; at++) {
        uint32_t& place = places_of(memo.table)[at & memo.mask];
        if (place == 0 || (*memo.objects)[place - 1] == value)
            return place;
    }
}

void visit_write_memo(Object* object, Visitor& visitor) {
    auto* self = static_cast<WriteMemo*>(object);
    visitor.visit(self->table);
    visitor.visit(self->objects);
}

void visit_read_memo(Object* object, Visitor& visitor) {
    auto* self = static_cast<ReadMemo*>(object);
    visitor.visit(self->dense);
    visitor.visit(self->sparse);
}

} // namespace

WriteMemo* make_write_memo(VM& vm) {
    List* objects = make_list(vm);
    auto* memo = static_cast<WriteMemo*>(allocate_instance(vm, vm.native(write_memo_type)));
    memo->objects = objects;
    return memo;
}

uint32_t WriteMemo::find(Value value) {
    if (!table)
        return NOT_FOUND;
    uint32_t& place = place_of(*this, value);
    if (place == 0) {
        missed = value;
        missed_at = uint64_t(&place - places_of(table));
    }
    return place - 1; // NOT_FOUND for an unused place
}

Result<void> WriteMemo::grow(VM& vm) {
    uint64_t size = table ? (mask + 1) * 4 : FIRST_TABLE;
    TRY(vm.heap.reserve(size * sizeof(uint32_t)));
    Storage* old = table;
    uint64_t old_mask = mask;
    missed = {};
    Heap::store(this, table, vm.heap.allocate_storage(size * sizeof(uint32_t)));
    mask = size - 1;
    for (uint64_t i = 0; old && i <= old_mask; i++) {
        if (uint32_t place = places_of(old)[i])
            place_of(*this, (*objects)[place - 1]) = place;
    }
    return {};
}

Result<void> WriteMemo::add(VM& vm, Value value) {
    if (!table || size() * 2 > mask)
        TRY(grow(vm));
    TRY(list_append(vm, *objects, value));
    // Nothing leaves the table: a place that is still unused is still the first one on the way.
    bool is_at_hand = missed == value && places_of(table)[missed_at] == 0;
    (is_at_hand ? places_of(table)[missed_at] : place_of(*this, value)) = uint32_t(size());
    return {};
}

Result<void> WriteMemo::skip(VM& vm) { return list_append(vm, *objects, Value()); }

Result<void> WriteMemo::put(VM& vm, Value value, uint32_t number) {
    while (size() < number)
        TRY(skip(vm));
    if (number == size())
        return add(vm, value);
    if (!table || size() * 2 > mask)
        TRY(grow(vm));
    if (Value before = (*objects)[number]; before && find(before) == number)
        return {}; // two objects cannot have one number
    Heap::store(objects, (*objects)[number], value);
    place_of(*this, value) = number + 1;
    return {};
}

void WriteMemo::clear(VM& vm) {
    Heap::store(this, objects, make_list(vm));
    table = nullptr;
    mask = 0;
    missed = {};
}

constinit const NativeType write_memo_type = {
    .name = "_pickle._WriteMemo",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(WriteMemo),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_write_memo,
    .members = nullptr,
    .member_count = 0,
};

// --- ReadMemo ------------------------------------------------------------------------------------------------------

ReadMemo* make_read_memo(VM& vm) {
    List* dense = make_list(vm);
    auto* memo = static_cast<ReadMemo*>(allocate_instance(vm, vm.native(read_memo_type)));
    memo->dense = dense;
    return memo;
}

Result<Value> ReadMemo::find(VM& vm, uint64_t number) const {
    if (number < dense->size())
        return (*dense)[number];
    return sparse ? dict_get(vm, *sparse, make_int_unsigned(vm, number)) : Value();
}

Result<void> ReadMemo::put(VM& vm, uint64_t number, Value value) {
    if (number > dense->size() + LARGEST_GAP) {
        if (!sparse)
            Heap::store(this, sparse, make_dict(vm));
        size_t before = sparse->size();
        TRY(dict_set(vm, *sparse, make_int_unsigned(vm, number), value));
        count += sparse->size() - before;
        return {};
    }
    while (number >= dense->size()) { // what stood in `sparse` so far is found here from now on
        Value key = make_int_unsigned(vm, dense->size());
        TRY(list_append(vm, *dense, sparse ? TRY(dict_get(vm, *sparse, key)) : Value()));
    }
    count += (*dense)[number].is_empty();
    Heap::store(dense, (*dense)[number], value);
    return {};
}

void ReadMemo::clear(VM& vm) {
    Heap::store(this, dense, make_list(vm));
    sparse = nullptr;
    count = 0;
}

constinit const NativeType read_memo_type = {
    .name = "_pickle._ReadMemo",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(ReadMemo),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_read_memo,
    .members = nullptr,
    .member_count = 0,
};

} // namespace ouro::stdlib
