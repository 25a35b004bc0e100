// SPDX-License-Identifier: MIT
//
// What the iteration and await instructions share with the methods of generator objects and with native coroutines.
#pragma once

#include "vm/async/chain.hpp"
#include "vm/async/generator.hpp"

namespace ouro::vm {

// Lets `generator` run for a for loop; ends the loop when it is finished. ValueError when it is running.
Frame* switch_to_generator(VM& vm, Frame* frame, const uint32_t* at, Generator& generator, ReturnAction action);
// A delegate of a script's `yield from` or `await` raised: its awaiter's instruction counts as under way.
Frame* finish_delegate_raise(VM& vm, Frame* callee);

// What `await value` waits for: the value itself if it is a coroutine, future or operation; else __await__()'s
// iterator.
Result<Value> awaitable_iterator(VM& vm, Value value);
// TypeError unless `value`, which __await__ returned, is an iterator and no coroutine.
Result<void> check_awaited_iterator(VM& vm, Value value);

// Starts an operation of an async generator: marks it running. `thrown` is what has to be raised in the generator, if
// anything. False when there is nothing to run (aclose() of a finished one). RuntimeError for misuse.
Result<bool> begin_operation(VM& vm, AsyncOperation& operation, Exception*& thrown);
// The operation that an async generator runs for, or null: none, or an `async for`.
AsyncOperation* current_operation(const Generator& generator);
// Ends it: the generator yielded, returned or raised.
void end_operation(Generator& generator);
// Starts the operation of agen.__anext__() without an object for it. StopAsyncIteration at the end.
Result<void> begin_iteration(VM& vm, Generator& generator);
// next(iterator) with StopIteration as an exception, as `yield from` sees it.
Result<Value> iterator_step(VM& vm, Value iterator);
// The exception that throw(type_or_instance[, value[, traceback]]) raises. TypeError for anything else.
Result<Exception*> thrown_exception(VM& vm, Value type, Value value, Value traceback);

// The operation object of agen.__anext__() and its siblings.
AsyncOperation* make_async_operation(VM& vm, Generator& generator, AsyncOperation::Method method, Value argument);

} // namespace ouro::vm
