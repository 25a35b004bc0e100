// SPDX-License-Identifier: MIT
//
// The objects of C++20 coroutines, and the body that resumes their frames.
#include "vm/async/async.hpp"

#include "vm/async/chain.hpp"
#include "vm/model/awaitable.hpp"

namespace ouro::vm {

AsyncCoroutine* make_async_coroutine(VM& vm, size_t frame_bytes, const NativeCoroutine::Code& code) {
    auto* coroutine =
        vm.heap.make<AsyncCoroutine>(vm.types.coroutine->root_shape, sizeof(AsyncCoroutine) + frame_bytes);
    coroutine->code = &code;
    coroutine->frame_bytes = uint32_t(frame_bytes);
    note_creation(vm, *coroutine);
    return coroutine;
}

// The frame writes references into itself without barriers.
Result<Value> resume_async(VM& vm, NativeCoroutine& self, Result<Value> outcome) {
    auto& coroutine = static_cast<AsyncCoroutine&>(self);
    AsyncPromise& promise = coroutine.promise();
    for (;;) {
        if (outcome.is_error() && !coroutine.catches)
            return outcome;
        promise.outcome = outcome;
        Heap::barrier(&coroutine);
        frame_of(coroutine).resume();
        Heap::barrier(&coroutine);
        if (coroutine.has_ended)
            return promise.outcome;
        if (coroutine.awaits_turn)
            return Value();
        outcome = awaitable_iterator(vm, coroutine.awaited);
        if (!outcome.is_error()) {
            coroutine.awaited = outcome.release();
            return Value();
        }
    }
}

void destroy_async(VM& vm, AsyncCoroutine& coroutine) {
    Coroutine* delegate = as_coroutine(coroutine.awaited);
    if (auto* operation = detail::native_cast<AsyncOperation>(coroutine.awaited))
        delegate = operation->generator;
    if (delegate && delegate->awaiter() == &coroutine)
        detach_from_awaiter(vm, *delegate);
    if (!coroutine.is_closed())
        detach_from_awaiter(vm, coroutine);
    close_native(coroutine);
}

const NativeCoroutine::Code ASYNC_CODE = {nullptr, resume_async};

} // namespace ouro::vm
