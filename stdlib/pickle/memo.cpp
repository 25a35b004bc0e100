// SPDX-License-Identifier: MIT
//
// The memos of picklers and unpicklers.
#include "stdlib/pickle/memo.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

// --- WriteMemo -----------------------------------------------------------------------------------------------------

namespace {

struct MemoEntry {
    Value key; // empty: unused
    uint64_t number;
};
constexpr uint64_t FIRST_TABLE = 64;

MemoEntry* entries_of(Storage* table) { return reinterpret_cast<MemoEntry*>(table->bytes()); }

// The place of `value` in the table, or where it would go.
MemoEntry& place_of(Storage* table, uint64_t mask, Value value) {
    uint64_t at = (value.bits() >> 4) * 0x9E3779B97F4A7C15ull >> 20;
    for (;; at++) {
        MemoEntry& entry = entries_of(table)[at & mask];
        if (entry.key.is_empty() || entry.key == value)
            return entry;
    }
}

void visit_write_memo(Object* object, Visitor& visitor) {
    auto* self = static_cast<WriteMemo*>(object);
    visitor.visit(self->table); // its keys are in `objects`
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

uint32_t WriteMemo::find(Value value) const {
    if (!table)
        return NOT_FOUND;
    MemoEntry& entry = place_of(table, mask, value);
    return entry.key.is_empty() ? NOT_FOUND : uint32_t(entry.number);
}

Result<void> WriteMemo::insert(VM& vm, Value value, uint32_t number) {
    if (!table || entries * 2 > mask) {
        uint64_t size = table ? (mask + 1) * 4 : FIRST_TABLE;
        TRY(vm.heap.reserve(size * sizeof(MemoEntry)));
        Storage* larger = vm.heap.allocate_storage(size * sizeof(MemoEntry));
        for (uint64_t i = 0; table && i <= mask; i++) {
            MemoEntry& entry = entries_of(table)[i];
            if (entry.key)
                place_of(larger, size - 1, entry.key) = entry;
        }
        Heap::store(this, table, larger);
        mask = size - 1;
    }
    MemoEntry& entry = place_of(table, mask, value);
    entries += entry.key.is_empty();
    entry = {value, number};
    return {};
}

Result<void> WriteMemo::add(VM& vm, Value value) {
    auto number = uint32_t(size());
    TRY(list_append(vm, *objects, value));
    return insert(vm, value, number);
}

Result<void> WriteMemo::skip(VM& vm) { return list_append(vm, *objects, Value::none()); }

Result<void> WriteMemo::put(VM& vm, Value value, uint32_t number) {
    // Beyond the next numbers there is no order to keep: the object only has to live.
    if (number == size())
        return add(vm, value);
    TRY(list_append(vm, *objects, value));
    return insert(vm, value, number);
}

void WriteMemo::clear(VM& vm) {
    Heap::store(this, objects, make_list(vm));
    table = nullptr;
    mask = entries = 0;
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
