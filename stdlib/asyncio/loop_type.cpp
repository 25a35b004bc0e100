// SPDX-License-Identifier: MIT
//
// The event loop as scripts see it.
#include "stdlib/asyncio/context_scope.hpp"
#include "stdlib/asyncio/executors.hpp"
#include "stdlib/asyncio/gather.hpp"
#include "stdlib/asyncio/handle.hpp"
#include "stdlib/asyncio/loop.hpp"
#include "stdlib/asyncio/readers.hpp"
#include "stdlib/asyncio/signal_handlers.hpp"
#include "stdlib/asyncio/task.hpp"
#include "stdlib/asyncio/wait.hpp"
#include "stdlib/contextvars/context.hpp"
#include "vm/async/chain.hpp"
#include "vm/values/float.hpp"
#include "vm/model/sequence.hpp"
#include "vm/run/import.hpp"

namespace ouro::stdlib {

using namespace vm;

const NativeType& Loop::native_type = loop_type;

static Result<Value> loop_new(VM& vm, Type* type, Args, Kwargs) { return make_loop(vm, type); }
// Selectors wait for descriptors in CPython's loops; this one has its reactor for that.
static void loop_init(Loop&, Value) {}

static std::string loop_repr(Loop& self) {
    auto word = [](bool b) { return b ? "True" : "False"; };
    return fmt::format("<{} running={} closed={} debug={}>", self.type()->name->view(), word(self.is_running),
                       word(self.is_closed), word(self.is_debug));
}

// --- Running ------------------------------------------------------------------------------------------------------

static void stop(Loop& self) { self.is_stopping = true; }
static bool is_running(Loop& self) { return self.is_running; }
static bool is_closed(Loop& self) { return self.is_closed; }
static double loop_time(Loop& self) { return self.engine->time(); }

// --- Scheduling ---------------------------------------------------------------------------------------------------

static Result<void> check_thread(VM& vm, Loop& self) {
    if (self.is_debug && self.is_running && running_loop(vm) != &self)
        return vm.runtime_error("Non-thread-safe operation invoked on an event loop other than the current one");
    return {};
}

static Result<void> check_callback(VM& vm, Loop& self, Value callback, const char* method) {
    if (!self.is_debug)
        return {};
    if (TRY(is_coroutine(vm, callback)) ||
        TRY(truth(vm, TRY(call_library(vm, "inspect", "iscoroutinefunction", {callback})))))
        return vm.type_error("coroutines cannot be used with {}()", method);
    if (!is_callable(vm, callback))
        return vm.type_error("a callable object was expected by {}(), got {}", method, repr_text(vm, callback));
    return {};
}

static Result<Value> call_soon_method(VM& vm, Loop& self, Value callback, Args arguments, Value context) {
    TRY(check_open(vm, self));
    TRY(check_thread(vm, self));
    TRY(check_callback(vm, self, callback, "call_soon"));
    return TRY(call_soon(vm, self, callback, arguments, TRY(captured_context(vm, context))));
}

// One thread at a time holds the VM, so nothing but the wake-up differs from call_soon.
static Result<Value> call_soon_threadsafe(VM& vm, Loop& self, Value callback, Args arguments, Value context) {
    TRY(check_open(vm, self));
    TRY(check_callback(vm, self, callback, "call_soon_threadsafe"));
    Handle* handle = TRY(call_soon(vm, self, callback, arguments, TRY(captured_context(vm, context))));
    self.engine->wake();
    return handle;
}

static Result<Value> call_later(VM& vm, Loop& self, Value delay, Value callback, Args arguments, Value context) {
    if (delay.is_none())
        return vm.type_error("delay must not be None");
    Value when = TRY(binary_operation(vm, Special::Add, Value::number(self.engine->time()), delay));
    TRY(check_open(vm, self));
    TRY(check_thread(vm, self));
    TRY(check_callback(vm, self, callback, "call_at")); // the name in CPython's message
    return TRY(call_at(vm, self, when, true, callback, arguments, TRY(captured_context(vm, context))));
}

static Result<Value> call_at_method(VM& vm, Loop& self, Value when, Value callback, Args arguments, Value context) {
    if (when.is_none())
        return vm.type_error("when cannot be None");
    TRY(check_open(vm, self));
    TRY(check_thread(vm, self));
    TRY(check_callback(vm, self, callback, "call_at"));
    return TRY(call_at(vm, self, when, false, callback, arguments, TRY(captured_context(vm, context))));
}

static Result<Value> run_in_executor_method(VM& vm, Loop& self, Value executor, Value function, Args arguments) {
    TRY(check_callback(vm, self, function, "run_in_executor"));
    return run_in_executor(vm, self, executor, function, arguments);
}

static Value create_future(VM& vm, Loop& self) { return make_future(vm, self); }

// --- Settings -----------------------------------------------------------------------------------------------------

static Result<void> set_task_factory(VM& vm, Loop& self, Value factory) {
    if (!factory.is_none() && !is_callable(vm, factory))
        return vm.type_error("task factory must be a callable or None");
    Heap::store(&self, self.task_factory, factory);
    return {};
}
static Value get_task_factory(Loop& self) { return self.task_factory; }

static Result<void> set_exception_handler(VM& vm, Loop& self, Value handler) {
    if (!handler.is_none() && !is_callable(vm, handler))
        return vm.type_error("A callable object or None is expected, got {}", repr_text(vm, handler));
    Heap::store(&self, self.exception_handler, handler);
    return {};
}
static Value get_exception_handler(Loop& self) { return self.exception_handler; }
// The exit status tells of what is reported here, unless somebody has waited for the future that failed.
static bool is_lost_error(VM& vm, Dict& context) {
    auto item = [&](const char* key) {
        DictEntry* entry = dict_find(context, intern(vm, key));
        return entry ? entry->value : Value();
    };
    if (Exception* exception = as<Exception>(item("exception"));
        exception && is_exception_of(exception, vm, ExceptionId::CancelledError))
        return false;
    Future* future = as<Future>(item("future"));
    Str* message = as<Str>(item("message"));
    return !(future && was_waited_for(*future) && message && message->view().ends_with(NEVER_RETRIEVED));
}

static Result<Value> default_exception_handler(VM& vm, Value, Value context) {
    if (Dict* known = as<Dict>(context); known && is_lost_error(vm, *known))
        asyncio_state(vm).has_lost_error = true;
    return call_library(vm, "asyncio._reports", "default_exception_handler", {context});
}
static Result<void> call_exception_handler_method(VM& vm, Loop& self, Dict& context) {
    return call_exception_handler(vm, self, context);
}

static Value get_default_executor(Loop& self) { return self.default_executor; }
static bool get_debug(Loop& self) { return self.is_debug; }
static void set_debug_method(Loop& self, bool enabled) { set_debug(self, enabled); }
static double get_slow_duration(Loop& self) { return self.slow_callback_duration; }
static void set_slow_duration(Loop& self, double seconds) { self.slow_callback_duration = seconds; }

// --- Async generators ---------------------------------------------------------------------------------------------

static Result<void> firstiter_hook(VM& vm, Loop& self, Generator& generator) {
    self.has_async_generators = true;
    Task* task = current_task(vm);
    GeneratorExtra& extra = generator_extra(vm, generator);
    Heap::store(&extra, extra.started_in, task ? Value(task) : vm.thread->context);
    if (self.async_generators_shut_down)
        vm.warn_at(ExceptionId::ResourceWarning,
                   fmt::format("asynchronous generator {} was scheduled after loop.shutdown_asyncgens() call",
                               repr_text(vm, &generator)),
                   nullptr, nullptr);
    return {};
}

// A copy of the context in which the generator was started, as it is now.
static Value context_of_start(VM& vm, Generator& generator) {
    Value place = generator.extra ? generator.extra->started_in : Value();
    Task* task = place ? as_task(place) : nullptr;
    Value context = task && task == current_task(vm) ? vm.thread->context : task ? task->context : place;
    return context ? Value(copy_context(vm, *static_cast<Context*>(context.object()))) : Value();
}

// A generator that was dropped is closed by a task of the loop.
static Result<void> finalizer_hook(VM& vm, Loop& self, Generator& generator) {
    if (self.is_closed)
        return {};
    Value closing = TRY(call_method(vm, &generator, "aclose", {}));
    Value create = TRY(get_attribute(vm, &self, "create_task"));
    TRY(call_soon(vm, self, create, std::initializer_list<Value>{closing}, context_of_start(vm, generator)));
    self.engine->wake();
    return {};
}

static bool is_open_generator_of(const Loop& loop, Object* object) {
    Generator* generator = as<Generator>(object);
    if (!generator || generator->flavor() != Coroutine::Flavor::AsyncGenerator || !generator->hooks_inited() ||
        generator->is_abandoned() || generator->is_closed())
        return false;
    BoundMethod* finalizer = as<BoundMethod>(generator->async_finalizer());
    return finalizer && finalizer->self == Value(const_cast<Loop*>(&loop));
}

// The started async generators of this loop that are not finished and that no finalizer has been called for. Those that
// the collection finds to be garbage are closed with the others, so theirs is not called any more.
static Value open_async_generators(VM& vm, Loop& self) {
    self.async_generators_shut_down = true;
    if (!self.has_async_generators)
        return Value::none();
    vm.heap.collect(true);
    std::erase_if(vm.finalizer_queue, [&](Object* object) { return is_open_generator_of(self, object); });
    struct Search {
        Loop& loop;
        RootVector found;
    } search{self, RootVector(vm.heap)};
    vm.heap.for_each_object(
        [](void* context, Object* object) {
            auto& search = *static_cast<Search*>(context);
            if (is_open_generator_of(search.loop, object))
                search.found.push(object);
        },
        &search);
    vm.run_finalizers();
    return make_list(vm, search.found.items);
}

// The unfinished tasks that close async generators which were dropped.
static Value closing_tasks(VM& vm, Loop& self) {
    RootVector tasks(vm.heap);
    for (Task* task = self.first_task; task; task = task->next) {
        auto* operation = detail::native_cast<AsyncOperation>(task->coroutine);
        if (operation && operation->method == AsyncOperation::Method::Close && operation->generator->is_abandoned())
            tasks.push(task);
    }
    return make_list(vm, tasks.items);
}

// An error in the end of one of the async generators that were closed together.
static Result<void> report_ends(VM& vm, Loop& self, List& generators, List& ends) {
    for (size_t i = 0; i < generators.size(); i++) {
        Exception* error = as<Exception>(ends[i]);
        if (!error || !is_exception_of(error, vm, ExceptionId::Exception))
            continue;
        std::string message = fmt::format("an error occurred during closing of asynchronous generator {}",
                                          repr_text(vm, generators[i]));
        TRY(call_exception_handler(vm, self, message, "asyncgen", generators[i], error));
    }
    return {};
}

static Result<Value> close_together(VM& vm, List& generators) {
    RootVector closings(vm.heap);
    for (size_t i = 0; i < generators.size(); i++)
        closings.push(TRY(call_method(vm, generators[i], "aclose", {})));
    return gather(vm, closings.items, true);
}

// Closes all open async generators of the loop at the same time.
static Async<> shutdown_asyncgens(VM& vm, Loop& self) {
    auto* generators = as<List>(open_async_generators(vm, self));
    if (!generators)
        co_return Value::none();
    if (generators->size()) {
        Value closing = co_await close_together(vm, *generators);
        Value ends = co_await closing;
        co_await report_ends(vm, self, *generators, *as<List>(ends));
    }
    co_await next_turn(); // those that were dropped just now get their tasks
    for (;;) {
        Value tasks = closing_tasks(vm, self);
        if (!as<List>(tasks)->size())
            co_return Value::none();
        co_await wait(vm, tasks, Value::none(), make_short_str(vm, "ALL_COMPLETED"));
    }
}

static Value unfinished_tasks(VM& vm, Loop& self) {
    RootVector tasks(vm.heap);
    for (Task* task = self.first_task; task; task = task->next)
        tasks.push(task);
    return make_list(vm, tasks.items);
}

// --- Methods in Python --------------------------------------------------------------------------------------------

namespace {

struct LoopPart {
    const char *module, *name;
};
constexpr LoopPart LOOP_PARTS[] = {
#define PART(module, name) {module, #name},
#include "stdlib/asyncio/loop_parts.def"
#undef PART
};
enum class PartIndex : size_t {
#define PART(module, name) name,
#include "stdlib/asyncio/loop_parts.def"
#undef PART
};

} // namespace

template <PartIndex index>
static Result<Value> call_part(VM& vm, Loop& self, Args arguments, Kwargs keywords) {
    constexpr LoopPart part = LOOP_PARTS[size_t(index)];
    Value function = TRY(get_attribute(vm, TRY(import_absolute(vm, part.module)), part.name));
    RootVector all(vm.heap);
    all.push(&self);
    for (Value argument : arguments)
        all.push(argument);
    return call_with_dict(vm, function, all.items, &keywords);
}

// --- The type -----------------------------------------------------------------------------------------------------

static void visit_loop(Object* object, Visitor& visitor) {
    auto& self = *static_cast<Loop*>(object);
    visitor.visit(self.first_task);
    visitor.visit(self.last_task);
    visitor.visit(self.last_origin);
    visitor.visit(self.exception_handler);
    visitor.visit(self.task_factory);
    visitor.visit(self.default_executor);
    visitor.visit(self.awaited);
    if (self.engine)
        self.engine->visit(visitor);
}

// The end of a coroutine that its task never finished: its finally blocks run now.
static void abandon_coroutine(VM& vm, Value value) {
    Coroutine* coroutine = as_coroutine(value);
    if (!coroutine || coroutine->is_closed())
        return;
    if (coroutine->state() == Coroutine::State::Created)
        report_never_awaited(vm, *coroutine);
    auto closed = coroutine_close(vm, *coroutine);
    if (closed.is_error())
        vm.report_unraisable(closed.exception(), repr_text(vm, coroutine));
}

// Nothing finalizes what a thread that has been stopped was about to go on with.
static void leave_as_it_is(VM& vm, Loop& self) {
    for (Task* task = self.first_task; task; task = task->next) {
        Coroutine* root = as_coroutine(task->coroutine);
        for (Coroutine* member = root ? chain_leaf(*root) : nullptr; member; member = member->awaiter())
            member->flags &= uint8_t(~Object::FINALIZABLE);
    }
    vm.heap.for_each_object(
        [](void* loop, Object* object) {
            if (is_open_generator_of(*static_cast<Loop*>(loop), object))
                object->flags &= uint8_t(~Object::FINALIZABLE);
        },
        &self);
}

void abandon_loop(VM& vm, Loop& self) {
    if (std::exchange(self.is_abandoned, true))
        return;
    if (self.is_running) {
        leave_as_it_is(vm, self);
        return;
    }
    if (!self.is_closed)
        vm.warn_at(ExceptionId::ResourceWarning, "unclosed event loop " + loop_repr(self), nullptr, nullptr);
    self.is_closed = true;
    for (Task* task = self.first_task; task; task = task->next) {
        auto reported =
            call_exception_handler(vm, self, "Task was destroyed but it is pending!", "task", task, nullptr);
        if (reported.is_error())
            vm.report_unraisable(reported.error().exception, "the event loop's end");
        abandon_coroutine(vm, task->coroutine);
    }
    self.engine->close();
}

static void finalize_loop(VM& vm, Object* object) {
    auto& self = *static_cast<Loop*>(object);
    // Finalizers of other objects that go now may still use its futures: the engine goes the next time.
    if (self.is_abandoned) {
        delete std::exchange(self.engine, nullptr);
        delete std::exchange(self.transports, nullptr);
        delete[] std::exchange(self.read_buffer, nullptr);
        return;
    }
    abandon_loop(vm, self);
    vm.heap.add_finalizable(&self);
}

static constexpr NativeDef loop_members[] = {
    fn<loop_new>("__new__(cls, /, *args, **kwargs)"),
    fn<loop_init>("__init__(self, selector=None)"),
    fn<loop_repr>("__repr__(self, /)"),
    fn<run_forever>("run_forever(self)", "Run until stop() is called."),
    fn<run_until_complete>("run_until_complete(self, future)", "Run until the future is done and return its result."),
    fn<stop>("stop(self)", "Stop running at the end of the current iteration."),
    fn<is_running>("is_running(self)", "Return True if the loop is running."),
    fn<is_closed>("is_closed(self)", "Return True if the loop was closed."),
    fn<close_loop>("close(self)", "Close the loop. Pending callbacks are lost."),
    fn<loop_time>("time(self)", "Return the time of the loop's clock in seconds."),
    fn<call_soon_method>("call_soon(self, callback, *args, context=None)",
                         "Call a function in the next iteration of the loop."),
    fn<call_soon_threadsafe>("call_soon_threadsafe(self, callback, *args, context=None)",
                             "call_soon() for other threads."),
    fn<call_later>("call_later(self, delay, callback, *args, context=None)", "Call a function after some seconds."),
    fn<call_at_method>("call_at(self, when, callback, *args, context=None)",
                       "Call a function at a time of the loop's clock."),
    fn<add_reader>("add_reader(self, fd, callback, *args)", "Call a function while a descriptor can be read."),
    fn<remove_reader>("remove_reader(self, fd)", "Stop watching for reading. Return True if it was watched."),
    fn<add_writer>("add_writer(self, fd, callback, *args)", "Call a function while a descriptor can be written."),
    fn<remove_writer>("remove_writer(self, fd)", "Stop watching for writing. Return True if it was watched."),
    fn<add_signal_handler>("add_signal_handler(self, sig, callback, *args)", "Call a function when a signal comes."),
    fn<remove_signal_handler>("remove_signal_handler(self, sig)",
                              "Give a signal its default back. Return True if it had a handler of the loop."),
    fn<create_future>("create_future(self)", "Return a new future."),
    fn<create_task>("create_task(self, coro, *, name=<unset>, context=<unset>, eager_start=<unset>)",
                    "(self, coro, **kwargs)\n--\n\nReturn a new task that runs the coroutine."),
    fn<set_task_factory>("set_task_factory(self, factory)", "Set what create_task() calls; None for Task."),
    fn<get_task_factory>("get_task_factory(self)", "Return the task factory or None."),
    fn<set_exception_handler>("set_exception_handler(self, handler)",
                              "Set what is called with errors that nobody else sees."),
    fn<get_exception_handler>("get_exception_handler(self)", "Return the exception handler or None."),
    fn<default_exception_handler>("default_exception_handler(self, context)", "Report an error on logger 'asyncio'."),
    fn<call_exception_handler_method>("call_exception_handler(self, context)", "Call the exception handler."),
    fn<get_debug>("get_debug(self)", "Return True in debug mode."),
    fn<set_debug_method>("set_debug(self, enabled)", "Turn debug mode on or off."),
    fn<shutdown_asyncgens>("shutdown_asyncgens(self)", "Close all open async generators."),
    fn<run_in_executor_method>("run_in_executor(self, executor, func, *args)",
                               "Call a function in an executor, None for the default one; return a future."),
    fn<set_default_executor>("set_default_executor(self, executor)", "Set the executor that None stands for."),
    fn<shutdown_default_executor>("shutdown_default_executor(self, timeout=None)", "Wait for the default executor."),
#define PART(module, name) fn<call_part<PartIndex::name>>(#name "(self, /, *args, **kwargs)"),
#include "stdlib/asyncio/loop_parts.def"
#undef PART
    fn<firstiter_hook>("_asyncgen_firstiter_hook(self, agen)"),
    fn<finalizer_hook>("_asyncgen_finalizer_hook(self, agen)"),
    fn<unfinished_tasks>("_unfinished_tasks(self)"),
    get<get_default_executor>("_default_executor"),
    get<get_slow_duration, set_slow_duration>("slow_callback_duration"),
};

const NativeType loop_type = {
    .name = "asyncio.unix_events._UnixSelectorEventLoop",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Loop),
    .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_loop,
    .members = loop_members,
    .member_count = std::size(loop_members),
    .doc = "An event loop.",
    .finalize = finalize_loop,
};

} // namespace ouro::stdlib
