// SPDX-License-Identifier: MIT
//
// What asyncio's synchronisation primitives share: Lock (lock.hpp), Event (event.hpp), Condition (condition.hpp),
// semaphores and Barrier; some of it with the queues (queue.hpp), too.
// Library Reference, "Synchronization Primitives".
//
// Whoever waits stands as a Future in a deque and is woken by that future's result. Nothing is made as long as nobody
// waits. Taking what is there at once, and waiting for one future after the other, is a body of one phase
// (vm/async/native_coroutine.hpp); what awaits anything else on the way, or what a script's subclass has in place of a
// native method, is a C++20 coroutine, by which such a body may end.
#pragma once

#include "stdlib/asyncio/future.hpp"
#include "stdlib/collections/deque.hpp"
#include "vm/async/async.hpp"

namespace ouro::stdlib {

extern const vm::NativeType lock_type, event_type, condition_type, semaphore_type, bounded_semaphore_type, barrier_type;

// The methods that CPython calls by name: a subclass may have its own.
#define OURO_ASYNCIO_METHODS(X)                                                                                        \
    X(Acquire, "acquire") X(Release, "release") X(Locked, "locked") X(Notify, "notify") X(Wait, "wait")                \
    X(QSize, "qsize") X(Empty, "empty") X(Full, "full") X(PutNowait, "put_nowait") X(GetNowait, "get_nowait")          \
    X(InitItems, "_init") X(PutItem, "_put") X(GetItem, "_get")

enum class Method : uint8_t {
#define X(name, text) name,
    OURO_ASYNCIO_METHODS(X)
#undef X
};
inline constexpr const char* METHOD_NAMES[] = {
#define X(name, text) text,
    OURO_ASYNCIO_METHODS(X)
#undef X
};

// What locks and queues remember of their methods.
struct Overridable : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    uint32_t shape_id;    // of the shape for which the next two hold
    uint16_t known;       // bits of the methods that were looked at
    uint16_t overridden;  // those of them that a subclass or the instance has in place of the native ones
};

struct Primitive : Overridable {
    Object* loop;   // the one in which somebody waited first, or null
    Deque* waiters; // Futures, the longest waiting first; null while there never was one
};

struct Semaphore : Primitive { // and BoundedSemaphore
    static constexpr const vm::NativeType& native_type = semaphore_type;
    vm::Value value; // any number
    vm::Value bound; // empty: unbounded
};

// --- What the primitives share ------------------------------------------------------------------------------------

bool look_for_override(vm::VM& vm, Overridable& self, Method method);
// Has a subclass or the instance a `method` in place of the native one?
inline bool overrides(vm::VM& vm, Overridable& self, Method method) {
    bool is_known = self.shape_id == self.shape->id && self.known >> unsigned(method) & 1;
    return is_known ? self.overridden >> unsigned(method) & 1 : look_for_override(vm, self, method);
}
// What the script has in place of a native method.
inline vm::Result<vm::Value> call_override(vm::VM& vm, Overridable& self, Method method,
                                           std::initializer_list<vm::Value> arguments = {}) {
    return call_method(vm, &self, METHOD_NAMES[unsigned(method)], arguments);
}

// `async with` for a subclass with an acquire() of its own.
vm::Async<void> enter_by_acquire(vm::VM& vm, Overridable& self);

// The running loop, to which `self` is bound from now on: `bound` is its field.
// RuntimeError "... is bound to a different event loop".
vm::Result<Loop*> bind_loop(vm::VM& vm, vm::Object& self, vm::Object*& bound);
// The deque in the field `waiters` of `owner`, made on demand.
Deque& waiters_of(vm::VM& vm, vm::Object& owner, Deque*& waiters);
// A new future of `loop` at the end of `waiters`.
vm::Result<Future*> add_waiter(vm::VM& vm, Loop& loop, vm::Object& owner, Deque*& waiters);
// Suspends the coroutine on one.
vm::Result<vm::Value> wait_in(vm::VM& vm, vm::NativeCoroutine& coroutine, Loop& loop, vm::Object& owner,
                              Deque*& waiters);
vm::Result<vm::Value> wait_in(vm::VM& vm, vm::NativeCoroutine& coroutine, Primitive& self);
// Takes a future that somebody waited for out of `waiters`, where it may be missing.
void remove_waiter(Deque* waiters, vm::Value future);
void wake_all(vm::VM& vm, Primitive& self); // those that wait
// Is there one whose wait was not cancelled?
bool has_uncancelled(Deque* waiters);
inline size_t waiter_count(const Deque* waiters) { return waiters ? waiters->size() : 0; }
inline Future& waiter_at(Deque& waiters, size_t index) { return *static_cast<Future*>(waiters[index].object()); }
inline bool is_cancelled_error(vm::VM& vm, vm::Exception* exception) {
    return is_exception_of(exception, vm, vm::ExceptionId::CancelledError);
}

// "<asyncio.locks.Lock object at 0x... [STATE, waiters:N]>"
std::string primitive_repr(vm::VM& vm, Primitive& self, std::string_view state);
void visit_primitive(vm::Object* object, vm::Visitor& visitor);
// Members of every primitive: `_get_loop()`; `_waiters`, which is None in a Lock or Semaphore that nobody waited for.
vm::Result<vm::Value> primitive_get_loop(vm::VM& vm, vm::Value self);
vm::Value primitive_waiters(vm::VM& vm, vm::Value self);
vm::Value primitive_waiters_or_none(vm::Value self);

// `__new__`: __init__ says what the arguments are.
vm::Object* primitive_new(vm::VM& vm, vm::Type* cls, vm::Args, vm::Kwargs);

// Adds the types of all primitives and queues to module _asyncio.
void add_synchronisation_types(vm::VM& vm, vm::Module& module);

} // namespace ouro::stdlib
