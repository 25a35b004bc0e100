// SPDX-License-Identifier: MIT
//
// queue.SimpleQueue and the native module _queue. A put() never waits, so finalizers and signal handlers may call it.
#include "stdlib/collections/deque.hpp"
#include "stdlib/threading/locks.hpp"

#include "vm/model/class.hpp"
#include "vm/model/generic_alias.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

extern const NativeType simple_queue_type;

struct SimpleQueue : Object {
    static constexpr const NativeType& native_type = simple_queue_type;
    Deque* items;
    ParkingLine getters;
};

Value simple_queue_new(VM& vm, Type* type) {
    auto* self = static_cast<SimpleQueue*>(allocate_instance(vm, type));
    Heap::store(self, self->items, make_deque(vm, -1));
    return self;
}

Result<void> simple_queue_put(VM& vm, SimpleQueue& self, Value item, Value, Value) {
    TRY(deque_append(vm, *self.items, item));
    self.getters.unpark();
    return {};
}
Result<void> simple_queue_put_nowait(VM& vm, SimpleQueue& self, Value item) {
    return simple_queue_put(vm, self, item, Value(), Value());
}

Result<Value> raise_empty(VM& vm) {
    Value module = TRY(vm.hooks.import_absolute(vm, "_queue"));
    Value empty = TRY(get_attribute(vm, module, "Empty"));
    Value error = TRY(call(vm, empty, std::initializer_list<Value>{}));
    return vm.raise(static_cast<Exception*>(error.object()));
}

// Of those who wait the last to come gets the next item: it may not sleep yet (vm/futex.hpp).
Result<Value> take(VM& vm, SimpleQueue& self, int64_t deadline) {
    while (self.items->length == 0) {
        if (deadline == 0)
            return raise_empty(vm);
        Parked parked(vm, self.getters, Parked::Place::Front);
        auto woken = parked.wait(deadline);
        if (woken.is_error()) {
            if (parked.is_woken() && self.items->length)
                self.getters.unpark();
            return woken.error();
        }
        if (!woken.release() && self.items->length == 0)
            return raise_empty(vm);
    }
    return deque_take_first(*self.items);
}

Result<Value> simple_queue_get(VM& vm, SimpleQueue& self, bool block, Value timeout) {
    if (!block)
        return take(vm, self, 0);
    if (!timeout.is_none() && TRY(detail::argument_to_double(vm, timeout)) < 0)
        return vm.value_error("'timeout' must be a non-negative number");
    return take(vm, self, TRY(wait_deadline(vm, timeout)));
}
Result<Value> simple_queue_get_nowait(VM& vm, SimpleQueue& self) { return take(vm, self, 0); }
bool simple_queue_empty(SimpleQueue& self) { return self.items->length == 0; }
int64_t simple_queue_size(SimpleQueue& self) { return int64_t(self.items->length); }
Result<Value> class_getitem(VM& vm, Type& type, Value item) { return make_generic_alias(vm, &type, item); }

void visit_simple_queue(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<SimpleQueue*>(object)->items);
}

constexpr NativeDef simple_queue_members[] = {
    fn<simple_queue_new>("__new__(cls, /)"),
    fn<simple_queue_put>("put(self, /, item, block=True, timeout=None)", "Add an item; never waits."),
    fn<simple_queue_put_nowait>("put_nowait(self, /, item)", "Add an item."),
    fn<simple_queue_get>("get(self, /, block=True, timeout=None)",
                         "Remove and return the first item, waiting until there is one.\n\n"
                         "Empty is raised when `timeout` seconds have passed, or at once if not `block`."),
    fn<simple_queue_get_nowait>("get_nowait(self, /)", "Remove and return the first item, or raise Empty."),
    fn<simple_queue_empty>("empty(self, /)"),
    fn<simple_queue_size>("qsize(self, /)"),
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
};

constinit const NativeType simple_queue_type = {
    .name = "_queue.SimpleQueue",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(SimpleQueue),
    .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_simple_queue,
    .members = simple_queue_members,
    .member_count = std::size(simple_queue_members),
    .doc = "An unbounded queue between threads: first in, first out.",
};

constexpr NativeDef queue_members[] = {type_constant("SimpleQueue", simple_queue_type)};

Result<void> add_empty(VM& vm, Module& module) {
    Dict* names = make_dict(vm);
    dict_set(vm, *names, vm.names.dunder_module, make_short_str(vm, "_queue"));
    dict_set(vm, *names, vm.names.dunder_doc, make_short_str(vm, "There is no item, and none came in time."));
    Tuple* bases = make_tuple(vm, {vm.exception_type(ExceptionId::Exception)});
    Type* empty = TRY(make_class(vm, vm.types.type, intern(vm, "Empty"), bases, names, nullptr));
    module_set(vm, module, "Empty", empty);
    return {};
}

} // namespace

extern const NativeModule queue_module;
const NativeModule queue_module = {
    .name = "_queue",
    .doc = "The native part of module queue.",
    .members = queue_members,
    .member_count = std::size(queue_members),
    .initialize = add_empty,
};

} // namespace ouro::stdlib
