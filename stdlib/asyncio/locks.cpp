// SPDX-License-Identifier: MIT
//
// What asyncio's locks and queues share: waiting in line, the loop they belong to, overridden methods.
#include "stdlib/asyncio/locks.hpp"

#include "stdlib/asyncio/loop.hpp"
#include "stdlib/asyncio/queue.hpp"
#include "vm/model/sequence.hpp"
#include "vm/model/class.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

static bool has_own(VM& vm, Object& self, Str* name) {
    if (get_own_attribute(vm, &self, name))
        return true;
    return !(self.type()->lookup(vm, name) == vm.native(*self.type()->native)->lookup(vm, name));
}

// The id of a shape stands for the state of the class too; only dictionaries change without a trace.
bool look_for_override(VM& vm, Overridable& self, Method method) {
    if (self.shape->is_dictionary)
        return has_own(vm, self, intern(vm, METHOD_NAMES[unsigned(method)]));
    if (self.shape_id != self.shape->id) {
        self.shape_id = self.shape->id;
        self.known = 0;
    }
    bool is_exact = self.is_exact() && !self.shape->parent;
    bool found = !is_exact && has_own(vm, self, intern(vm, METHOD_NAMES[unsigned(method)]));
    unsigned bit = 1u << unsigned(method);
    self.known = uint16_t(self.known | bit);
    self.overridden = uint16_t(found ? self.overridden | bit : self.overridden & ~bit);
    return found;
}

Async<void> enter_by_acquire(VM& vm, Overridable& self) {
    Value acquiring = co_await call_override(vm, self, Method::Acquire);
    co_await acquiring;
}

// --- Waiting ------------------------------------------------------------------------------------------------------

Result<Loop*> bind_loop(VM& vm, Object& self, Object*& bound) {
    Loop* loop = running_loop(vm);
    if (!bound && loop)
        Heap::store(&self, bound, loop);
    if (bound != loop)
        return vm.runtime_error("{} is bound to a different event loop", TRY(repr(vm, &self))->view());
    if (!loop) // as CPython words it
        return vm.attribute_error(Value::none(), intern(vm, "create_future"));
    return loop;
}

Deque& waiters_of(VM& vm, Object& owner, Deque*& waiters) {
    if (!waiters)
        Heap::store(&owner, waiters, make_deque(vm, -1));
    return *waiters;
}

Result<Future*> add_waiter(VM& vm, Loop& loop, Object& owner, Deque*& waiters) {
    Future* future = make_future(vm, loop);
    TRY(deque_append(vm, waiters_of(vm, owner, waiters), future));
    return future;
}

Result<Value> wait_in(VM& vm, NativeCoroutine& coroutine, Loop& loop, Object& owner, Deque*& waiters) {
    return wait_on(coroutine, TRY(add_waiter(vm, loop, owner, waiters)));
}

Result<Value> wait_in(VM& vm, NativeCoroutine& coroutine, Primitive& self) {
    return wait_in(vm, coroutine, *TRY(bind_loop(vm, self, self.loop)), self, self.waiters);
}

void remove_waiter(Deque* waiters, Value future) {
    for (size_t i = 0; i < waiter_count(waiters); i++) {
        if ((*waiters)[i] == future) {
            deque_remove_at(*waiters, i);
            return;
        }
    }
}

void wake_all(VM& vm, Primitive& self) {
    for (size_t i = 0; i < waiter_count(self.waiters); i++)
        wake(vm, waiter_at(*self.waiters, i));
}

bool has_uncancelled(Deque* waiters) {
    for (size_t i = 0; i < waiter_count(waiters); i++) {
        if (waiter_at(*waiters, i).state() != Future::State::Cancelled)
            return true;
    }
    return false;
}

// --- Members of all primitives ------------------------------------------------------------------------------------

Object* primitive_new(VM& vm, Type* cls, Args, Kwargs) { return allocate_instance(vm, cls); }

std::string primitive_repr(VM& vm, Primitive& self, std::string_view state) {
    std::string text = fmt::format("<{} object at {:#x} [{}", full_type_name(vm, self.type()), uintptr_t(&self), state);
    if (size_t count = waiter_count(self.waiters))
        text += fmt::format(", waiters:{}", count);
    return text + "]>";
}

void visit_primitive(Object* object, Visitor& visitor) {
    auto& self = *static_cast<Primitive*>(object);
    visitor.visit(self.loop);
    visitor.visit(self.waiters);
}

Result<Value> primitive_get_loop(VM& vm, Value self) {
    auto& primitive = *static_cast<Primitive*>(self.object());
    return TRY(bind_loop(vm, primitive, primitive.loop));
}

Value primitive_waiters(VM& vm, Value self) {
    auto& primitive = *static_cast<Primitive*>(self.object());
    return &waiters_of(vm, primitive, primitive.waiters);
}

Value primitive_waiters_or_none(Value self) {
    Deque* waiters = static_cast<Primitive*>(self.object())->waiters;
    return waiters ? Value(waiters) : Value::none();
}

// --- The module's part --------------------------------------------------------------------------------------------

void add_synchronisation_types(VM& vm, Module& module) {
    static constexpr const NativeType* types[] = {
        &lock_type,  &event_type,      &condition_type,      &semaphore_type, &bounded_semaphore_type,
        &barrier_type,
        &queue_type, &lifo_queue_type, &priority_queue_type,
    };
    for (const NativeType* native : types) {
        Type* type = vm.native(*native);
        module_set(vm, module, std::string(type->name->view()).c_str(), type);
    }
}

} // namespace ouro::stdlib
