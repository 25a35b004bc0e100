// SPDX-License-Identifier: MIT
//
// From a future's callbacks to those who wait.
#include "stdlib/asyncio/awaited_by.hpp"

#include "stdlib/asyncio/task.hpp"
#include "vm/model/attributes.hpp"
#include "vm/model/set.hpp"

#include <unordered_set>

namespace ouro::stdlib {

using namespace vm;

// The future for which this callback was registered; empty for callbacks of scripts and of the loop.
static Result<Value> awaiting(VM& vm, Value target) {
    if (as<Future>(target))
        return target;
    return target.is_object() ? find_attribute(vm, target, AWAITING_MEMBER) : Result<Value>(Value());
}

// Callbacks change while members, which may be code of scripts, are asked.
static void push_targets(RootVector& targets, Future& future) {
    for (const EventLoop::Callback& callback : done_callbacks(future))
        targets.push(callback.target);
}

Result<Value> awaited_by(VM& vm, Future& future) {
    Set* found = make_set(vm, true);
    Root root(vm.heap, found);
    std::unordered_set<Future*> inner_seen; // the two of a shield() refer to each other
    RootVector targets(vm.heap);
    push_targets(targets, future);
    for (size_t i = 0; i < targets.items.size(); i++) {
        Value waiter = TRY(awaiting(vm, targets.items[i]));
        if (as_task(waiter))
            TRY(set_add(vm, *found, waiter));
        else if (Future* inner = as<Future>(waiter); inner && inner_seen.insert(inner).second)
            push_targets(targets, *inner); // of a gather(): who waits for that?
    }
    return found->size() == 0 ? Value::none() : Value(found);
}

} // namespace ouro::stdlib
