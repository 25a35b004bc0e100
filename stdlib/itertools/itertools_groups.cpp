// SPDX-License-Identifier: MIT
//
// The iterators of itertools that cut one iterable into parts or share it: batched, groupby, islice, tee.
#include "stdlib/itertools/itertools.hpp"

#include "vm/model/iterator_ends.hpp"

#include <optional>

namespace ouro::stdlib {

using namespace ouro::vm;

// --- batched -----------------------------------------------------------------------------------------------------

struct Batched : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = batched_type;
    Value iterator; // empty at the end
    int64_t batch_size;
    bool strict;
};

static Result<Value> batched_new(VM& vm, Type* type, Value iterable, int64_t batch_size, bool strict) {
    if (batch_size < 1)
        return vm.value_error("n must be at least one");
    Value iterator = TRY(get_iterator(vm, iterable));
    Batched* self = new_instance<Batched>(vm, type);
    self->iterator = iterator;
    self->batch_size = batch_size;
    self->strict = strict;
    return self;
}

static Result<Value> batched_next(VM& vm, Object* object) {
    auto& self = *static_cast<Batched*>(object);
    if (self.iterator.is_empty())
        return Value();
    List* items = make_list(vm);
    while (int64_t(items->size()) < self.batch_size) {
        Value item = TRY(next(vm, self.iterator));
        if (item.is_empty())
            break;
        TRY(list_append(vm, *items, item));
        TRY(poll_safepoint(vm));
    }
    bool incomplete = int64_t(items->size()) < self.batch_size;
    if (incomplete)
        self.iterator = Value();
    if (items->size() == 0)
        return Value();
    if (incomplete && self.strict)
        return vm.value_error("batched(): incomplete batch");
    return TRY(tuple_from(vm, items));
}

static void visit_batched(Object* object, Visitor& visitor) { visitor.visit(static_cast<Batched*>(object)->iterator); }

static constexpr NativeDef batched_members[] = {
    fn<batched_new>("__new__(cls, iterable, n, *, strict=False)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType batched_type =
    iterator_class<Batched>("itertools.batched", batched_members, visit_batched, batched_next,
                            "Tuples of n items each; the last may be shorter.");

// --- groupby -----------------------------------------------------------------------------------------------------

struct GroupBy : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = groupby_type;
    Value iterator, key_function;
    Value target_key;             // of the group that was given out last
    Value current_key, current_value; // what was read ahead; empty when there is nothing
    Object* group;                // the group object given out last; older ones have ended
};

struct Grouper : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    GroupBy* parent;
    Value key;
};

static Result<Value> groupby_new(VM& vm, Type* type, Value iterable, Value key) {
    Value iterator = TRY(get_iterator(vm, iterable));
    GroupBy* self = new_instance<GroupBy>(vm, type);
    self->iterator = iterator;
    self->key_function = key;
    return self;
}

// Reads one item ahead; false at the end.
static Result<bool> groupby_step(VM& vm, GroupBy& self) {
    Value value = TRY(next(vm, self.iterator));
    if (value.is_empty())
        return false;
    Value key = self.key_function.is_none() ? value : TRY(call(vm, self.key_function, {value}));
    Heap::store(&self, self.current_value, value);
    Heap::store(&self, self.current_key, key);
    return true;
}

static Result<Value> groupby_next(VM& vm, Object* object) {
    auto& self = *static_cast<GroupBy*>(object);
    self.group = nullptr;
    for (;;) {
        if (!self.current_key.is_empty()) {
            if (self.target_key.is_empty() || !TRY(equal(vm, self.target_key, self.current_key)))
                break;
        }
        if (!TRY(groupby_step(vm, self)))
            return Value();
        TRY(poll_safepoint(vm));
    }
    Heap::store(&self, self.target_key, self.current_key);
    Value key = self.current_key;
    auto* group = vm.heap.make<Grouper>(vm.native(Grouper::native_type)->root_shape);
    group->parent = &self;
    group->key = key;
    self.group = group;
    Heap::barrier(&self);
    return make_tuple(vm, {key, group});
}

static void visit_groupby(Object* object, Visitor& visitor) {
    auto& self = *static_cast<GroupBy*>(object);
    for (Value value : {self.iterator, self.key_function, self.target_key, self.current_key, self.current_value})
        visitor.visit(value);
    visitor.visit(self.group);
}

static Result<Value> grouper_next(VM& vm, Object* object) {
    auto& self = *static_cast<Grouper*>(object);
    GroupBy& parent = *self.parent;
    if (parent.group != &self)
        return Value();
    if (parent.current_value.is_empty() && !TRY(groupby_step(vm, parent)))
        return Value();
    if (!TRY(equal(vm, self.key, parent.current_key)))
        return Value();
    Value value = parent.current_value;
    parent.current_value = Value();
    return value;
}

static void visit_grouper(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<Grouper*>(object)->parent);
    visitor.visit(static_cast<Grouper*>(object)->key);
}

static constexpr NativeDef iterator_protocol_members[] = {
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType Grouper::native_type = {
    .name = "itertools._grouper",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Grouper),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_grouper,
    .members = iterator_protocol_members,
    .member_count = std::size(iterator_protocol_members),
    .next = grouper_next,
};

static constexpr NativeDef groupby_members[] = {
    fn<groupby_new>("__new__(cls, iterable, key=None)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType groupby_type =
    iterator_class<GroupBy>("itertools.groupby", groupby_members, visit_groupby, groupby_next,
                            "Pairs of a key and the iterator over the items with that key.");

// --- islice ------------------------------------------------------------------------------------------------------

struct ISlice : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = islice_type;
    Value iterator; // empty at the end
    int64_t wanted; // position of the next item to give
    int64_t stop;   // -1: none
    int64_t step;
    int64_t position; // items read
};

// A position argument: nothing for None, -1 for anything that is no position.
static Result<std::optional<int64_t>> islice_position(VM& vm, Value value) {
    if (value.is_none())
        return std::optional<int64_t>();
    if (!is_int(value) && vm.type_of(value)->special(vm, Special::Index).is_empty())
        return std::optional<int64_t>(-1);
    Value integer = TRY(index(vm, value));
    return std::optional<int64_t>(std::max<int64_t>(to_int64(integer).value_or(-1), -1));
}

static Result<void> islice_parse(VM& vm, ISlice& self, Args arguments) {
    constexpr const char* STOP_ERROR = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    constexpr const char* INDEX_ERROR = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    auto stop = TRY(islice_position(vm, arguments.size() == 1 ? arguments[0] : arguments[1]));
    if (stop == -1)
        return vm.value_error("{}", STOP_ERROR);
    self.stop = stop.value_or(-1);
    self.step = 1;
    if (arguments.size() > 1) {
        auto start = TRY(islice_position(vm, arguments[0]));
        if (start == -1)
            return vm.value_error("{}", INDEX_ERROR);
        self.wanted = start.value_or(0);
    }
    if (arguments.size() > 2) {
        auto step = TRY(islice_position(vm, arguments[2]));
        if (step && *step < 1)
            return vm.value_error("Step for islice() must be a positive integer or None.");
        self.step = step.value_or(1);
    }
    return {};
}

static Result<Value> islice_new(VM& vm, Type* type, Args arguments) {
    if (arguments.size() < 2)
        return vm.type_error("islice expected at least 2 arguments, got {}", arguments.size());
    if (arguments.size() > 4)
        return vm.type_error("islice expected at most 4 arguments, got {}", arguments.size());
    ISlice* self = new_instance<ISlice>(vm, type);
    TRY(islice_parse(vm, *self, arguments.subspan(1)));
    Heap::store(self, self->iterator, TRY(get_iterator(vm, arguments[0])));
    return self;
}

static Result<Value> islice_read(VM& vm, ISlice& self) {
    auto item = next_inside(vm, self.iterator);
    if (item.is_error() || item.release().is_empty())
        self.iterator = Value(); // an error ends the slice as well
    else
        self.position++;
    return item;
}

static Result<Value> islice_next(VM& vm, Object* object) {
    auto& self = *static_cast<ISlice*>(object);
    while (!self.iterator.is_empty() && self.position < self.wanted) {
        TRY(islice_read(vm, self));
        TRY(poll_safepoint(vm));
    }
    if (self.iterator.is_empty())
        return Value();
    if (self.stop != -1 && self.position >= self.stop) {
        self.iterator = Value();
        return Value();
    }
    Value item = TRY(islice_read(vm, self));
    bool overflow = __builtin_add_overflow(self.wanted, self.step, &self.wanted);
    if (overflow || (self.stop != -1 && self.wanted > self.stop))
        self.wanted = self.stop == -1 ? INT64_MAX : self.stop;
    return item;
}

static void visit_islice(Object* object, Visitor& visitor) { visitor.visit(static_cast<ISlice*>(object)->iterator); }

static constexpr NativeDef islice_members[] = {
    fn<islice_new>("__new__(cls, /, *args)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType islice_type = iterator_class<ISlice>(
    "itertools.islice", islice_members, visit_islice, islice_next,
    "islice(iterable, stop) or islice(iterable, start, stop[, step]): a slice of an iterator.");

// --- tee ---------------------------------------------------------------------------------------------------------

// What the iterators of one tee() share: a chain of blocks, each with some of the items. A block is dropped when the
// last iterator has gone past it.
struct TeeBlock : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType native_type;
    static constexpr size_t CAPACITY = 56;
    Value iterator;
    TeeBlock* following;
    uint32_t count;
    bool reading; // an item is being fetched for this block
    Value items[CAPACITY];
};

struct Tee : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = tee_type;
    TeeBlock* block;
    uint64_t position;
};

static void visit_tee_block(Object* object, Visitor& visitor) {
    auto& self = *static_cast<TeeBlock*>(object);
    visitor.visit(self.iterator);
    visitor.visit(self.following);
    visitor.visit(self.items, self.count);
}

const NativeType TeeBlock::native_type = {
    .name = "itertools._tee_dataobject",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(TeeBlock),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_tee_block,
    .members = nullptr,
    .member_count = 0,
};

static TeeBlock* make_tee_block(VM& vm, Value iterator) {
    auto* block = vm.heap.make<TeeBlock>(vm.native(TeeBlock::native_type)->root_shape);
    block->iterator = iterator;
    return block;
}

static Tee* make_tee(VM& vm, TeeBlock* block, uint64_t position) {
    auto* self = vm.heap.make<Tee>(vm.native(tee_type)->root_shape);
    self->block = block;
    self->position = position;
    return self;
}

static Result<Value> tee_read(VM& vm, TeeBlock& block) {
    if (block.reading)
        return vm.runtime_error("cannot re-enter the tee iterator");
    block.reading = true;
    auto item = next(vm, block.iterator);
    block.reading = false;
    if (!item.is_error() && !item.release().is_empty())
        Heap::store(&block, block.items[block.count++], item.release());
    return Result<Value>::from_bits(item.bits());
}

static Result<Value> tee_next(VM& vm, Object* object) {
    auto& self = *static_cast<Tee*>(object);
    if (self.position == TeeBlock::CAPACITY) {
        TeeBlock* block = self.block;
        if (!block->following)
            Heap::store(block, block->following, make_tee_block(vm, block->iterator));
        Heap::store(&self, self.block, block->following);
        self.position = 0;
    }
    if (self.position < self.block->count)
        return self.block->items[self.position++];
    Value item = TRY(tee_read(vm, *self.block));
    if (!item.is_empty())
        self.position++;
    return item;
}

static Value tee_copy(VM& vm, Tee& self) { return make_tee(vm, self.block, self.position); }

static Result<Tee*> tee_of(VM& vm, Value iterable) {
    Value iterator = TRY(get_iterator(vm, iterable));
    if (auto* other = detail::native_cast<Tee>(iterator))
        return make_tee(vm, other->block, other->position);
    return make_tee(vm, make_tee_block(vm, iterator), 0);
}

static Result<Value> tee_new(VM& vm, Type*, Value iterable) { return TRY(tee_of(vm, iterable)); }

static void visit_tee(Object* object, Visitor& visitor) { visitor.visit(static_cast<Tee*>(object)->block); }

static constexpr NativeDef tee_members[] = {
    fn<tee_new>("__new__(cls, iterable, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
    fn<tee_copy>("__copy__(self, /)", "Return an independent iterator."),
};

const NativeType tee_type = {
    .name = "itertools._tee",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Tee),
    .flags = Type::FINAL | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_tee,
    .members = tee_members,
    .member_count = std::size(tee_members),
    .doc = "Iterator wrapped to make it copyable.",
    .next = tee_next,
};

Result<Value> tee(VM& vm, Value iterable, Value n) {
    int64_t count = TRY(index_int64(vm, n));
    if (count < 0)
        return vm.value_error("n must be >= 0");
    if (count == 0)
        return make_tuple(vm, 0);
    if (count > UINT32_MAX)
        return vm.memory_error();
    TRY(vm.heap.reserve(size_t(count) * (sizeof(Value) + sizeof(Tee))));
    Tee* first = TRY(tee_of(vm, iterable));
    Tuple* iterators = make_tuple(vm, size_t(count));
    Heap::store(iterators, (*iterators)[0], Value(first));
    for (size_t i = 1; i < size_t(count); i++)
        Heap::store(iterators, (*iterators)[i], Value(make_tee(vm, first->block, first->position)));
    return iterators;
}

} // namespace ouro::stdlib
