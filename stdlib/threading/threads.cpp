// SPDX-License-Identifier: MIT
//
// Starting, ending and joining threads.
#include "stdlib/threading/threads.hpp"

#include "vm/errors/exceptions.hpp"
#include "vm/thread.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

// --- The state of the module -----------------------------------------------------------------------------------------

static void visit_threading_state(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<ThreadingState*>(object)->running);
}

static constexpr NativeType threading_state_type = {
    .name = "_thread._State",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(ThreadingState),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_threading_state,
    .members = nullptr,
    .member_count = 0,
};
const NativeType& ThreadingState::native_type = threading_state_type;

ThreadingState& threading_state(VM& vm) {
    Object*& slot = library_state(vm, LibrarySlot::Threading);
    if (!slot)
        slot = allocate_instance(vm, vm.native(threading_state_type));
    return *static_cast<ThreadingState*>(slot);
}

// --- Threads ---------------------------------------------------------------------------------------------------------

static void link(VM& vm, ThreadHandle& handle) {
    ThreadingState& state = threading_state(vm);
    Heap::store(&handle, handle.next, state.running);
    if (state.running)
        Heap::store(state.running, state.running->previous, &handle);
    Heap::store(&state, state.running, &handle);
}

static void unlink(VM& vm, ThreadHandle& handle) {
    ThreadingState& state = threading_state(vm);
    if (handle.previous)
        Heap::store(handle.previous, handle.previous->next, handle.next);
    else if (state.running == &handle) // and not one that was there before
        Heap::store(&state, state.running, handle.next);
    if (handle.next)
        Heap::store(handle.next, handle.next->previous, handle.previous);
    handle.next = handle.previous = nullptr;
}

static void end(VM& vm, ThreadHandle& handle) {
    unlink(vm, handle);
    handle.state = ThreadHandle::State::Done;
    handle.joiners.unpark_all();
}

void end_lost_threads(VM& vm) {
    for (ThreadHandle* handle = threading_state(vm).running; handle;) {
        ThreadHandle* next = handle->next;
        if (handle->identity != thread_identity()) {
            unlink(vm, *handle);
            handle->state = ThreadHandle::State::Done;
            handle->joiners.forget();
        }
        handle = next;
    }
}

static void report(VM& vm, Exception& exception, Value function) {
    if (is_exception_of(&exception, vm, ExceptionId::SystemExit))
        return;
    vm.report_unraisable(&exception, repr_text(vm, function));
}

namespace {

// Whatever becomes of the thread, others hear of its end.
struct Ending {
    ~Ending() { end(vm, handle); }
    VM& vm;
    ThreadHandle& handle;
};

} // namespace

static void run_handle(VM& vm, ThreadHandle& handle) {
    Ending ending{vm, handle};
    handle.identity = thread_identity();
    Value function = std::exchange(handle.function, Value());
    Tuple* positional = std::exchange(handle.arguments, nullptr);
    Dict* keywords = std::exchange(handle.keywords, nullptr);
    auto result = call_with_dict(vm, function, Args(positional->items(), positional->size()), keywords);
    if (result.is_error())
        report(vm, *result.exception(), function);
}

Result<void> start_thread(VM& vm, ThreadHandle& handle) {
    if (handle.state != ThreadHandle::State::New)
        return vm.runtime_error("thread already started");
    NativeThread native;
    link(vm, handle); // which keeps it alive
    handle.state = ThreadHandle::State::Running;
    auto started = native.start(vm, [&handle](VM& machine) { run_handle(machine, handle); },
                                threading_state(vm).stack_bytes);
    if (started.is_error()) {
        unlink(vm, handle);
        handle.state = ThreadHandle::State::New;
        return started;
    }
    native.detach(); // who joins it waits for the handle
    return {};
}

Result<bool> join_thread(VM& vm, ThreadHandle& handle, int64_t deadline) {
    if (handle.state == ThreadHandle::State::New)
        return vm.runtime_error("thread not started");
    if (handle.identity == thread_identity() && handle.state == ThreadHandle::State::Running)
        return vm.runtime_error("Cannot join current thread");
    while (handle.state != ThreadHandle::State::Done) {
        Parked parked(vm, handle.joiners);
        if (!TRY(parked.wait(deadline)))
            return false;
    }
    return true;
}

// --- What scripts see ------------------------------------------------------------------------------------------------

static void visit_thread_handle(Object* object, Visitor& visitor) {
    auto* handle = static_cast<ThreadHandle*>(object);
    visitor.visit(handle->function);
    visitor.visit(handle->arguments);
    visitor.visit(handle->keywords);
    visitor.visit(handle->next);
    visitor.visit(handle->previous);
}

static Value handle_new(VM& vm, Type* type) { return allocate_instance(vm, type); }
static bool handle_is_done(ThreadHandle& self) { return self.state == ThreadHandle::State::Done; }
static int64_t handle_ident(ThreadHandle& self) { return int64_t(self.identity); }

static Result<void> handle_join(VM& vm, ThreadHandle& self, Value timeout) {
    int64_t deadline = Parked::FOR_EVER;
    if (!timeout.is_none()) {
        double seconds = TRY(detail::argument_to_double(vm, timeout));
        if (seconds >= 0) // a negative one waits for ever
            deadline = TRY(wait_deadline(vm, Value::number(seconds)));
    }
    TRY(join_thread(vm, self, deadline));
    return {};
}

static Result<void> handle_set_done(VM& vm, ThreadHandle& self) {
    if (self.state == ThreadHandle::State::New)
        return vm.runtime_error("thread not started");
    if (self.state == ThreadHandle::State::Running)
        end(vm, self);
    return {};
}

static std::string handle_repr(ThreadHandle& self) {
    return fmt::format("<_ThreadHandle object: ident={}>", self.identity);
}

static constexpr NativeDef thread_handle_members[] = {
    fn<handle_new>("__new__(cls, /)"),
    fn<handle_is_done>("is_done(self, /)", "Return whether the thread has ended."),
    fn<handle_join>("join(self, timeout=None, /)", "Wait until the thread has ended, or `timeout` seconds."),
    fn<handle_set_done>("_set_done(self, /)"),
    fn<handle_repr>("__repr__(self, /)"),
    get<handle_ident>("ident"),
};

const NativeType thread_handle_type = {
    .name = "_thread._ThreadHandle",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(ThreadHandle),
    .flags = Type::FINAL | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_thread_handle,
    .members = thread_handle_members,
    .member_count = std::size(thread_handle_members),
    .doc = "A thread, to wait for its end.",
};

} // namespace ouro::stdlib
