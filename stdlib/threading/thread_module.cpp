// SPDX-License-Identifier: MIT
//
// The native module _thread (Library Reference, _thread), on which threading.py stands, with what that needs besides.
#include "stdlib/os/descriptors.hpp"
#include "stdlib/sys/struct_sequence.hpp"
#include "stdlib/threading/threads.hpp"

#include "vm/process_signals.hpp"
#include "vm/thread.hpp"

#include <unistd.h>

namespace ouro::stdlib {

using namespace ouro::vm;

static int64_t get_ident() { return int64_t(thread_identity()); }
static int64_t get_native_id() { return int64_t(gettid()); }
static int64_t get_main_thread_ident(VM& vm) { return int64_t(vm.main_thread->native); }
static Value allocate_lock(VM& vm) { return make_blocking_lock(vm); }
static bool daemon_threads_allowed() { return true; }
static bool is_main_interpreter() { return true; }
static Raised exit_thread(VM& vm) { return vm.raise(ExceptionId::SystemExit, ""); }

static int64_t count_threads(VM& vm) {
    int64_t count = 0;
    for (ThreadHandle* handle = threading_state(vm).running; handle; handle = handle->next)
        count++;
    return count;
}

static ThreadHandle& make_handle(VM& vm) {
    return *static_cast<ThreadHandle*>(allocate_instance(vm, vm.native(thread_handle_type)));
}

static Result<Value> start_new_thread(VM& vm, Value function, Value arguments, Value keywords) {
    Tuple* positional = as<Tuple>(arguments);
    Dict* named = keywords ? as<Dict>(keywords) : nullptr;
    if (!is_callable(vm, function))
        return vm.type_error("first arg must be callable");
    if (!positional)
        return vm.type_error("2nd arg must be a tuple");
    if (keywords && !named)
        return vm.type_error("optional 3rd arg must be a dictionary");
    ThreadHandle& handle = make_handle(vm);
    handle.function = function;
    handle.arguments = positional;
    handle.keywords = named;
    handle.is_daemon = true; // the program's end does not wait for it
    TRY(start_thread(vm, handle));
    return make_int(vm, int64_t(handle.identity));
}

static Result<Value> start_joinable_thread(VM& vm, Value function, Value given, bool is_daemon) {
    if (!is_callable(vm, function))
        return vm.type_error("thread function must be callable");
    ThreadHandle* handle = given.is_none() ? &make_handle(vm) : detail::native_cast<ThreadHandle>(given);
    if (!handle)
        return vm.type_error("'handle' must be a _ThreadHandle");
    if (handle->state != ThreadHandle::State::New)
        return vm.runtime_error("thread already started");
    Heap::store(handle, handle->function, function);
    Heap::store(handle, handle->arguments, make_tuple(vm, 0));
    handle->is_daemon = is_daemon;
    TRY(start_thread(vm, *handle));
    return handle;
}

// A handle for a thread that is there already: the main one, and those that a host has made.
static Value make_thread_handle(VM& vm, int64_t identity) {
    ThreadHandle& handle = make_handle(vm);
    handle.identity = uint64_t(identity);
    handle.state = ThreadHandle::State::Running;
    return &handle;
}

static ThreadHandle* first_to_await(VM& vm) {
    for (ThreadHandle* handle = threading_state(vm).running; handle; handle = handle->next) {
        if (!handle->is_daemon && handle->identity != thread_identity())
            return handle;
    }
    return nullptr;
}

static Result<void> await_threads(VM& vm) {
    while (ThreadHandle* handle = first_to_await(vm))
        TRY(join_thread(vm, *handle, Parked::FOR_EVER));
    return {};
}

static Result<int64_t> stack_size(VM& vm, int64_t size) {
    ThreadingState& state = threading_state(vm);
    int64_t before = int64_t(state.stack_bytes);
    if (size < 0)
        return vm.value_error("size must be 0 or a positive value");
    if (size > 0 && size < 32768)
        return vm.value_error("size not valid: {} bytes", size);
    state.stack_bytes = size_t(size);
    return before;
}

// As if the signal had come. Without the process's signals there is Ctrl-C alone.
static Result<void> interrupt_main(VM& vm, int64_t number) {
    if (number < 1 || number >= NSIG)
        return vm.value_error("signal number out of range");
    if (owns_signals(vm))
        signal_arrives(int(number));
    else if (number == SIGINT)
        vm.interrupt();
    else
        return refuse_access(vm, "the signals of its process");
    return vm.handle_safepoint();
}

static void set_name(std::string_view name) {
    std::string shown(name.substr(0, 15)); // which is what Linux keeps
    pthread_setname_np(pthread_self(), shown.c_str());
}

// --- What threading.excepthook is called with ------------------------------------------------------------------------

extern const NativeType except_hook_type;

static Result<Value> except_hook_new(VM& vm, Type*, Value items) {
    List* list = TRY(list_from(vm, items));
    if (list->size() != 4)
        return vm.type_error("_thread._ExceptHookArgs() takes a 4-sequence ({}-sequence given)", list->size());
    return make_struct_sequence(vm, except_hook_type, {(*list)[0], (*list)[1], (*list)[2], (*list)[3]});
}

static constexpr NativeDef except_hook_members[] = {
    fn<except_hook_new>("__new__(cls, sequence, /)"),
    sequence_field<0>("exc_type", "Exception type"),
    sequence_field<1>("exc_value", "Exception value"),
    sequence_field<2>("exc_traceback", "Exception traceback"),
    sequence_field<3>("thread", "Thread"),
    SEQUENCE_REPR,
};
constinit const NativeType except_hook_type =
    sequence_type("_thread._ExceptHookArgs", except_hook_members, std::size(except_hook_members));

// --- The module ------------------------------------------------------------------------------------------------------

static constexpr NativeDef thread_members[] = {
    fn<get_ident>("get_ident()", "Return a number that no other thread has now."),
    fn<get_native_id>("get_native_id()", "Return the number of the thread that the system knows."),
    fn<get_main_thread_ident>("_get_main_thread_ident()"),
    fn<allocate_lock>("allocate_lock()", "Make a lock."),
    fn<allocate_lock>("allocate()"),
    fn<start_new_thread>("start_new_thread(function, args, kwargs=<unset>, /)",
                         "Start a thread that calls the function; return its identifier."),
    fn<start_new_thread>("start_new(function, args, kwargs=<unset>, /)"),
    fn<start_joinable_thread>("start_joinable_thread(function, handle=None, daemon=True)"),
    fn<make_thread_handle>("_make_thread_handle(ident, /)"),
    fn<await_threads>("_shutdown()"),
    fn<count_threads>("_count()"),
    fn<daemon_threads_allowed>("daemon_threads_allowed()"),
    fn<is_main_interpreter>("_is_main_interpreter()"),
    fn<exit_thread>("exit()", "Raise SystemExit, which ends a thread silently."),
    fn<exit_thread>("exit_thread()"),
    fn<stack_size>("stack_size(size=0, /)", "Set the bytes of the native stack of threads to come; return the former."),
    fn<interrupt_main>("interrupt_main(signum=2, /)", "Have a signal come in the main thread: Ctrl-C's."),
    fn<set_name>("set_name(name)"),
    type_constant("LockType", blocking_lock_type),
    type_constant("lock", blocking_lock_type),
    type_constant("RLock", reentrant_lock_type),
    type_constant("_local", thread_local_type),
    type_constant("_ThreadHandle", thread_handle_type),
    type_constant("_ExceptHookArgs", except_hook_type),
    type_constant("_Condition", thread_condition_type),
    type_constant("_Event", thread_event_type),
    type_constant("_Semaphore", thread_semaphore_type),
    type_constant("_BoundedSemaphore", bounded_thread_semaphore_type),
};

static Result<void> add_constants(VM& vm, Module& module) {
    module_set(vm, module, "error", vm.exception_type(ExceptionId::RuntimeError));
    module_set(vm, module, "TIMEOUT_MAX", Value::number(9223372036.0));
    return {};
}

extern const NativeModule thread_module;
const NativeModule thread_module = {
    .name = "_thread",
    .doc = "Threads and locks: what module threading stands on.",
    .members = thread_members,
    .member_count = std::size(thread_members),
    .initialize = add_constants,
};

} // namespace ouro::stdlib
