// SPDX-License-Identifier: MIT
//
// Switching between generators: what the iteration and await instructions share with the methods of generator objects.
// frame.hpp explains chains, roots and leaves.
#pragma once

#include "vm/model/frame.hpp"
#include "vm/async/generator.hpp"
#include "vm/result.hpp"

namespace ouro::vm {

// The outermost generator of the chain that `generator` is in.
Generator* chain_root(Generator& generator);
// Is it, or the chain it is in, running now?
bool is_running(Generator& generator);
// Takes a suspended delegate out of the chain of the generator that awaits it: someone else is about to advance it. The
// awaiter will find out when its instruction runs again.
void detach_from_awaiter(VM& vm, Generator& generator);

// The innermost generator of the chain whose root `generator` is.
inline Generator* chain_leaf(Generator& root) { return root.link ? root.link : &root; }
// Makes `delegate` wait for nobody but the instruction at `at` of `frame`, to whose generator's chain it belongs now.
void link_delegate(Frame* frame, const uint32_t* at, Generator& delegate);
// A generator ends: it leaves its chain, and its frame lets go of everything.
void close_frame(Generator& generator);
// What is thrown into a generator has as context what the generator, or who awaits it in the chain, is handling. What the
// thrower is handling is no context of it.
void set_thrown_context(Generator& root, Exception& exception);
// ValueError "generator already executing"
Raised already_executing(VM& vm, Generator& generator);

// Makes `generator` (Created or Suspended, not running, no awaiter) run on behalf of `frame`'s instruction: returns the
// frame to run, the innermost of its chain. `sent` is what its yield evaluates to.
Frame* activate(VM& vm, Frame* frame, const uint32_t* at, Generator& generator, ReturnAction action, uint8_t dst, Value sent);
// The same for a for loop; ends the loop when the generator is finished. ValueError when it is running.
Frame* switch_to_generator(VM& vm, Frame* frame, const uint32_t* at, Generator& generator, ReturnAction action);
// A delegate of `yield from` or `await` raised: an exhausted async generator ends its operation.
Frame* finish_delegate_raise(VM& vm, Frame* callee);

// What `await value` waits for: the value itself if it is a coroutine, future or operation; else __await__()'s iterator.
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
// Suspends the running chain at the instruction `at`, which will run again, giving `awaited` to the root's resumer.
Frame* suspend_for(VM& vm, Frame* frame, const uint32_t* at, Value awaited);
// `await future`: its result, its exception, or a suspension.
Frame* await_future(VM& vm, Frame* frame, const uint32_t* at, Object* future);

// The exception that throw(type_or_instance[, value[, traceback]]) raises. TypeError for anything else.
Result<Exception*> thrown_exception(VM& vm, Value type, Value value, Value traceback);

// The operation object of agen.__anext__() and its siblings.
AsyncOperation* make_async_operation(VM& vm, Generator& generator, AsyncOperation::Method method, Value argument);

} // namespace ouro::vm
