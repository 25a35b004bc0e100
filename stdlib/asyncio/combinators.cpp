// SPDX-License-Identifier: MIT
//
// The native module behind asyncio's combinators: gather, wait, task groups and timeouts. asyncio/__init__.py
// re-exports them.
#include "stdlib/asyncio/as_completed.hpp"
#include "stdlib/asyncio/gather.hpp"
#include "stdlib/asyncio/shield.hpp"
#include "stdlib/asyncio/task_group.hpp"
#include "stdlib/asyncio/timeouts.hpp"
#include "stdlib/asyncio/wait.hpp"
#include "vm/model/module.hpp"

namespace ouro::stdlib {

using namespace vm;

static constexpr NativeDef combinator_members[] = {
    fn<gather>("gather(*coros_or_futures, return_exceptions=False)",
               "Return a future aggregating results from the given coroutines/futures."),
    fn<wait>("wait(fs, *, timeout=None, return_when='ALL_COMPLETED')",
             "Wait for futures; return the sets (done, pending)."),
    fn<wait_for>("wait_for(fut, timeout)",
                 "Wait for an awaitable, which is cancelled when the time is up: TimeoutError."),
    fn<shield>("shield(arg)", "Return a future that ends as arg does; cancelling it leaves arg running."),
    fn<as_completed>("as_completed(fs, *, timeout=None)",
                     "Run awaitables concurrently; iterate over their results, or futures, in order of their ends."),
    fn<timeout>("timeout(delay)", "Timeout async context manager."),
    fn<timeout_at>("timeout_at(when)", "Schedule the timeout at absolute time."),
};

static Result<void> initialize_combinators(VM& vm, Module& module) {
    module_set(vm, module, "_GatheringFuture", vm.native(gathering_future_type));
    module_set(vm, module, "TaskGroup", vm.native(task_group_type));
    module_set(vm, module, "Timeout", vm.native(timeout_type));
    return {};
}

extern const NativeModule asyncio_combinators_module;
const NativeModule asyncio_combinators_module = {
    .name = "_asyncio_combinators",
    .doc = "The native part of asyncio's gather, wait, task groups and timeouts.",
    .members = combinator_members,
    .member_count = std::size(combinator_members),
    .initialize = initialize_combinators,
};

} // namespace ouro::stdlib
