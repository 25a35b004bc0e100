// SPDX-License-Identifier: MIT
//
// The objects of C++20 coroutines, and the body that resumes their frames.
#include "vm/async/async.hpp"

#include "vm/async/chain.hpp"
#include "vm/model/awaitable.hpp"

namespace ouro::vm {

AsyncCoroutine* make_async_coroutine(VM& vm, size_t frame_bytes) {
    auto* coroutine =
        vm.heap.make<AsyncCoroutine>(vm.types.coroutine->root_shape, sizeof(AsyncCoroutine) + frame_bytes);
    coroutine->code = &ASYNC_CODE;
    coroutine->frame_bytes = frame_bytes;
    note_creation(vm, *coroutine);
    return coroutine;
}

// The body of every C++20 coroutine: resumes the frame. It writes references into its frame without barriers.
static Result<Value> run_async(VM& vm, NativeCoroutine& self, Result<Value> outcome) {
    auto& coroutine = static_cast<AsyncCoroutine&>(self);
    AsyncPromise& promise = *coroutine.promise;
    for (;;) {
        if (outcome.is_error() && !promise.catches)
            return outcome;
        promise.outcome = outcome;
        Heap::barrier(&coroutine);
        promise.handle.resume();
        Heap::barrier(&coroutine);
        if (promise.has_ended)
            return promise.outcome;
        if (promise.awaits_turn)
            return Value();
        outcome = awaitable_iterator(vm, coroutine.awaited);
        if (!outcome.is_error()) {
            coroutine.awaited = outcome.release();
            return Value();
        }
    }
}

const NativeCoroutine::Code ASYNC_CODE = {nullptr, run_async};

} // namespace ouro::vm
