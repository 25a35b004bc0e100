// SPDX-License-Identifier: MIT
//
// asyncio.gather(). The outer future holds its children in the order of the arguments and counts those whose end it has
// not seen; each child calls child_done() in the tick after its end.
//
//     no child failed                      the last end makes the list of results
//     a child failed or was cancelled      its exception ends the outer future at once; the other children go on, and
//                                          their later exceptions count as looked at
//     the outer future was cancelled       it passes that on to the children and ends, by CancelledError, with the last
//                                          one
#include "stdlib/asyncio/gather.hpp"

#include "stdlib/asyncio/children.hpp"
#include "stdlib/asyncio/loop.hpp"
#include "stdlib/asyncio/task.hpp"
#include "vm/async/coroutine.hpp"

#include <vector>

namespace ouro::stdlib {

using namespace vm;

struct GatheringFuture : Future {
    static const NativeType& native_type;
    Tuple* children;  // as many as there are arguments; null until all are known
    size_t remaining; // different children that have not called child_done yet
    bool return_exceptions;
    bool cancel_requested; // a child took the cancel() of this future
};
const NativeType& GatheringFuture::native_type = gathering_future_type;

bool is_gathering(const Future& future) { return future.type()->native == &gathering_future_type; }

// --- Ends of children ---------------------------------------------------------------------------------------------

// What a list of results and exceptions shows of a cancelled child: a new CancelledError with the child's own message,
// which tasks that ended by an exception do not have.
static Result<Value> listed_end(VM& vm, Value child) {
    Future* future = as<Future>(child);
    if (future && future->state() == Future::State::Cancelled) {
        Value message = future->cancel_message ? future->cancel_message : Value(vm.names.empty);
        return make_exception(vm, ExceptionId::CancelledError, make_tuple(vm, {message}));
    }
    ChildEnd end = TRY(child_end(vm, child));
    return end.exception ? Value(end.exception) : end.result;
}

// The CancelledError that ends a cancelled outer future: that of the last argument, or one like it if it ended
// otherwise.
static Exception* cancellation_of(VM& vm, Value last) {
    Future* future = as<Future>(last);
    if (future && future->state() == Future::State::Cancelled)
        return cancelled_error(vm, *future);
    Value message = future ? message_of_cancel(*future) : Value();
    Tuple* arguments = message ? make_tuple(vm, {message}) : make_tuple(vm, size_t(0));
    return make_exception(vm, ExceptionId::CancelledError, arguments);
}

// All children are done.
static Result<void> finish(VM& vm, GatheringFuture& outer) {
    Tuple& children = *outer.children;
    List* results = make_list(vm);
    TRY(list_reserve(vm, *results, children.size()));
    for (size_t i = 0; i < children.size(); i++)
        TRY(list_append(vm, *results, TRY(listed_end(vm, children[i]))));
    if (outer.cancel_requested)
        set_exception(vm, outer, cancellation_of(vm, children[children.size() - 1]));
    else
        set_result(vm, outer, results);
    return {};
}

static Result<void> note_end(VM& vm, GatheringFuture& outer, Value child) {
    if (outer.remaining)
        outer.remaining--;
    if (outer.is_done()) {
        TRY(failure_of(vm, child)); // it counts as looked at
        return {};
    }
    if (!outer.return_exceptions) {
        if (Exception* exception = TRY(child_end(vm, child)).exception) {
            set_exception(vm, outer, exception);
            return {};
        }
    }
    return outer.remaining || !outer.children ? Result<void>() : finish(vm, outer);
}

// The callback of every child.
static Result<void> child_done(VM& vm, Value target, Value child) {
    auto& outer = *static_cast<GatheringFuture*>(target.object());
    return report_callback(vm, loop_of(outer), note_end(vm, outer, child),
                           "Exception in callback gather.<locals>._done_callback()", "future", child);
}

// --- gather -------------------------------------------------------------------------------------------------------

namespace {

// Which arguments stood before: the same awaitable runs once. Coroutines and futures are told apart by identity, other
// awaitables as dictionary keys.
class SeenArguments {
public:
    SeenArguments(VM& vm, Args arguments) : m_vm(vm), m_arguments(arguments) {
        size_t size = 8;
        while (size < arguments.size() * 2)
            size *= 2;
        m_table.assign(size, 0);
    }

    // The first position of the argument at `index`, which is `index` itself for a new one.
    Result<size_t> first_position(size_t index) {
        Value argument = m_arguments[index];
        if (!as_coroutine(argument) && !as<Future>(argument))
            return first_equal(index);
        size_t mask = m_table.size() - 1;
        for (size_t slot = size_t(argument.bits() * MULTIPLIER >> 32) & mask;; slot = (slot + 1) & mask) {
            uint32_t entry = m_table[slot];
            if (!entry) {
                m_table[slot] = uint32_t(index + 1);
                return index;
            }
            if (m_arguments[entry - 1] == argument)
                return size_t(entry - 1);
        }
    }

private:
    static constexpr uint64_t MULTIPLIER = 0x9E3779B97F4A7C15;

    Result<size_t> first_equal(size_t index) {
        if (!m_others)
            m_others = make_dict(m_vm);
        Value argument = m_arguments[index];
        Value earlier = TRY(dict_get(m_vm, *m_others, argument));
        if (earlier)
            return size_t(earlier.small_int());
        TRY(dict_set(m_vm, *m_others, argument, Value::small_int(int64_t(index))));
        return index;
    }

    VM& m_vm;
    Args m_arguments;
    std::vector<uint32_t> m_table; // open-addressed: positions + 1
    Dict* m_others = nullptr;
};

} // namespace

// The loop of the first child decides for all.
static Result<Loop*> loop_of_child(VM& vm, Value child) {
    if (Future* future = as<Future>(child)) {
        if (!future->loop)
            return vm.runtime_error("Future object is not initialized.");
        return &loop_of(*future);
    }
    Value loop = TRY(call_method(vm, child, "get_loop", {}));
    if (!detail::is_instance_of_native(loop, loop_type))
        return vm.type_error("get_loop() of a future should have returned an event loop, not {}", vm.type_name(loop));
    return static_cast<Loop*>(loop.object());
}

static GatheringFuture* make_gathering(VM& vm, bool return_exceptions) {
    auto* outer = static_cast<GatheringFuture*>(allocate_instance(vm, vm.native(gathering_future_type)));
    outer->return_exceptions = return_exceptions;
    return outer;
}

// The future or task for one argument; the first one sets the loop.
static Result<Value> start_child(VM& vm, GatheringFuture& outer, Value awaitable) {
    if (Future* future = as<Future>(awaitable); future && outer.loop && future->loop != outer.loop)
        return vm.value_error("The future belongs to a different loop than the one specified as the loop argument");
    if (as_plain_coroutine(awaitable)) {
        if (!outer.loop)
            outer.loop = TRY(current_loop(vm));
        return create_task(vm, loop_of(outer), awaitable);
    }
    Value child = TRY(ensure_future(vm, awaitable, reinterpret_cast<Loop*>(outer.loop)));
    if (!outer.loop)
        outer.loop = TRY(loop_of_child(vm, child));
    return child;
}

// Makes the children, watches those that are not done; the others are left in `done`.
static Result<void> start_children(VM& vm, GatheringFuture& outer, Args awaitables, Tuple& children, List& done) {
    SeenArguments seen(vm, awaitables);
    for (size_t i = 0; i < awaitables.size(); i++) {
        size_t first = TRY(seen.first_position(i));
        if (first != i) {
            children[i] = children[first];
            continue;
        }
        Value child = TRY(start_child(vm, outer, awaitables[i]));
        children[i] = child;
        outer.remaining++;
        if (TRY(is_done(vm, child)))
            TRY(list_append(vm, done, child));
        else
            TRY(watch_child(vm, child, child_done, outer, "_child_done"));
    }
    return {};
}

Result<Value> gather(VM& vm, Args awaitables, bool return_exceptions) {
    if (awaitables.empty()) {
        Future* outer = make_future(vm, *TRY(current_loop(vm)));
        set_result(vm, *outer, make_list(vm));
        return outer;
    }
    GatheringFuture* outer = make_gathering(vm, return_exceptions);
    Tuple* children = make_tuple(vm, awaitables.size());
    List* done = make_list(vm);
    auto started = start_children(vm, *outer, awaitables, *children, *done);
    if (started.is_error()) { // those that were started go on, and nobody hears of their ends
        outer->set_state(Future::State::Cancelled);
        return started.error();
    }
    Heap::store(outer, outer->children, children);
    for (size_t i = 0; i < done->size(); i++)
        TRY(note_end(vm, *outer, (*done)[i]));
    if (!outer->remaining && !outer->is_done()) // futures that are not native called back at once
        TRY(finish(vm, *outer));
    return outer;
}

// --- The type -----------------------------------------------------------------------------------------------------

namespace {

// A gather() whose children are asked to end, of those that lie inside of one another.
struct Cancelling {
    GatheringFuture* outer; // held by the next one out
    size_t next = 0;        // child
    bool is_taken = false;  // by a child before it
};

} // namespace

// Asks every unfinished child to end. Whether one of them took it. Nests are as deep as scripts make them.
static Result<bool> cancel_method(VM& vm, GatheringFuture& self, Value message) {
    std::vector<Cancelling> nest{{&self}};
    bool is_taken = false;
    while (!nest.empty()) {
        Cancelling& innermost = nest.back();
        GatheringFuture& outer = *innermost.outer;
        if (!outer.is_done() && outer.children && innermost.next < outer.children->size()) {
            Value child = (*outer.children)[innermost.next++];
            Future* future = as<Future>(child);
            if (future && is_gathering(*future))
                nest.push_back({static_cast<GatheringFuture*>(future)});
            else
                innermost.is_taken |= TRY(cancel(vm, child, message));
            continue;
        }
        is_taken = innermost.is_taken;
        if (is_taken)
            outer.cancel_requested = true;
        nest.pop_back();
        if (!nest.empty())
            nest.back().is_taken |= is_taken;
    }
    return is_taken;
}

static Result<void> child_done_method(VM& vm, GatheringFuture& self, Value child) { return note_end(vm, self, child); }

static void visit_gathering(Object* object, Visitor& visitor) {
    future_type.visit(object, visitor);
    visitor.visit(static_cast<GatheringFuture*>(object)->children);
}

static Value get_children(GatheringFuture& self) { return self.children ? Value(self.children) : Value::none(); }

static constexpr NativeDef gathering_members[] = {
    get<get_children>("_children"),
    fn<cancel_method>("cancel(self, /, msg=None)", "Cancel all children that are not done."),
    fn<child_done_method>("_child_done(self, child, /)"),
};

constinit const NativeType gathering_future_type = {
    .name = "asyncio.tasks._GatheringFuture",
    .base = &future_type,
    .kind = Kind::Future,
    .size = sizeof(GatheringFuture),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_gathering,
    .members = gathering_members,
    .member_count = std::size(gathering_members),
    .doc = "The future of gather(): cancelling it cancels its children.",
};

} // namespace ouro::stdlib
