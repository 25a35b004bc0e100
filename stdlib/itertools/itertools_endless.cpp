// SPDX-License-Identifier: MIT
//
// itertools.count, cycle and repeat.
#include "stdlib/itertools/itertools.hpp"

#include "vm/values/float.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

// --- count -------------------------------------------------------------------------------------------------------

struct Count : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = count_type;
    Value current, step;
};

static bool is_number(VM& vm, Value value) {
    Type* type = vm.type_of(value);
    return is_int(value) || is_float(value) || !type->special(vm, Special::Float).is_empty() ||
           !type->special(vm, Special::Int).is_empty() || !type->special(vm, Special::Index).is_empty();
}

static Result<Value> count_new(VM& vm, Type* type, Value start, Value step) {
    if (!is_number(vm, start) || !is_number(vm, step))
        return vm.type_error("a number is required");
    Count* self = new_instance<Count>(vm, type);
    self->current = start;
    self->step = step;
    return self;
}

static Result<Value> count_next(VM& vm, Object* object) {
    auto& self = *static_cast<Count*>(object);
    Value current = self.current;
    if (both_small_ints(current, self.step))
        self.current = make_int(vm, current.small_int() + self.step.small_int());
    else
        self.current = TRY(binary_operation(vm, Special::Add, current, self.step));
    Heap::barrier(&self);
    return current;
}

static Result<std::string> count_repr(VM& vm, Count& self) {
    std::string start(TRY(repr(vm, self.current))->view());
    if (self.step == Value::small_int(1))
        return fmt::format("count({})", start);
    return fmt::format("count({}, {})", start, TRY(repr(vm, self.step))->view());
}

static void visit_count(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<Count*>(object)->current);
    visitor.visit(static_cast<Count*>(object)->step);
}

static constexpr NativeDef count_members[] = {
    fn<count_new>("__new__(cls, start=0, step=1)"),
    fn<count_repr>("__repr__(self, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType count_type = iterator_class<Count>("itertools.count", count_members, visit_count, count_next,
                                                    "start, start + step, start + 2 * step, ...");

// --- cycle -------------------------------------------------------------------------------------------------------

struct Cycle : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = cycle_type;
    Value iterator; // empty once it has ended
    List* saved;
    uint64_t position;
};

static Result<Value> cycle_new(VM& vm, Type* type, Value iterable) {
    Value iterator = TRY(get_iterator(vm, iterable));
    List* saved = make_list(vm);
    Cycle* self = new_instance<Cycle>(vm, type);
    self->iterator = iterator;
    self->saved = saved;
    return self;
}

static Result<Value> cycle_next(VM& vm, Object* object) {
    auto& self = *static_cast<Cycle*>(object);
    if (!self.iterator.is_empty()) {
        Value item = TRY(next(vm, self.iterator));
        if (!item.is_empty()) {
            TRY(list_append(vm, *self.saved, item));
            return item;
        }
        self.iterator = Value();
    }
    if (self.saved->size() == 0)
        return Value();
    if (self.position >= self.saved->size())
        self.position = 0;
    return (*self.saved)[self.position++];
}

static void visit_cycle(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<Cycle*>(object)->iterator);
    visitor.visit(static_cast<Cycle*>(object)->saved);
}

static constexpr NativeDef cycle_members[] = {
    fn<cycle_new>("__new__(cls, iterable, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
};

const NativeType cycle_type = iterator_class<Cycle>("itertools.cycle", cycle_members, visit_cycle, cycle_next,
                                                    "The items of iterable, again and again.");

// --- repeat ------------------------------------------------------------------------------------------------------

struct Repeat : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = repeat_type;
    Value object;
    int64_t remaining; // -1: without end
};

static Result<Value> repeat_new(VM& vm, Type* type, Value object, Value times) {
    int64_t remaining = times.is_empty() ? -1 : std::max<int64_t>(TRY(index_int64(vm, times)), 0);
    Repeat* self = new_instance<Repeat>(vm, type);
    self->object = object;
    self->remaining = remaining;
    return self;
}

static Result<Value> repeat_next(VM&, Object* object) {
    auto& self = *static_cast<Repeat*>(object);
    if (self.remaining == 0)
        return Value();
    if (self.remaining > 0)
        self.remaining--;
    return self.object;
}

static Result<std::string> repeat_repr(VM& vm, Repeat& self) {
    std::string object(TRY(repr(vm, self.object))->view());
    return self.remaining < 0 ? fmt::format("repeat({})", object)
                              : fmt::format("repeat({}, {})", object, self.remaining);
}

static Result<int64_t> repeat_hint(VM& vm, Repeat& self) {
    if (self.remaining < 0)
        return vm.type_error("len() of unsized object");
    return self.remaining;
}

static void visit_repeat(Object* object, Visitor& visitor) { visitor.visit(static_cast<Repeat*>(object)->object); }

static constexpr NativeDef repeat_members[] = {
    fn<repeat_new>("__new__(cls, object, times=<unset>)"),
    fn<repeat_repr>("__repr__(self, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<native_iterator_next>("__next__(self, /)"),
    fn<repeat_hint>("__length_hint__(self, /)"),
};

const NativeType repeat_type = iterator_class<Repeat>("itertools.repeat", repeat_members, visit_repeat, repeat_next,
                                                      "The object, as often as times says, or without end.");

} // namespace ouro::stdlib
