// SPDX-License-Identifier: MIT
//
// anext(iterator, default): the next item, or the default where StopAsyncIteration would be raised.
#include "vm/async/anext.hpp"

#include "vm/async/async.hpp"

namespace ouro::vm {

static Async<> item_or_default(VM& vm, Value awaitable, Value otherwise) {
    Result<Value> item = co_await caught(awaitable);
    if (item.is_error() && is_exception_of(item.exception(), vm, ExceptionId::StopAsyncIteration))
        co_return otherwise;
    co_return item;
}

static Result<Value> anext_body(VM& vm, NativeCoroutine& coroutine, Result<Value>) {
    OnePhaseCoroutine& self = one_phase(coroutine);
    return end_by(vm, self, item_or_default(vm, self.self, self.argument));
}

static constexpr NativeCoroutine::Code ANEXT = {"anext_or_default", anext_body};

NativeCoroutine* make_anext_or_default(VM& vm, Value awaitable, Value otherwise) {
    return make_native_coroutine(vm, ANEXT, awaitable, otherwise);
}

Value awaitable_of_anext(Coroutine& coroutine) {
    bool is_new = coroutine.is_native() && coroutine.state() == Coroutine::State::Created;
    auto* native = is_new ? static_cast<NativeCoroutine*>(&coroutine) : nullptr;
    return native && native->code == &ANEXT ? one_phase(*native).self : Value();
}

} // namespace ouro::vm
