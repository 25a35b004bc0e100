// SPDX-License-Identifier: MIT
//
// Operations of async generators (PEP 525): how one begins and ends.
#pragma once

#include "vm/model/coroutine_object.hpp"
#include "vm/result.hpp"

namespace ouro::vm {

// Starts an operation of an async generator: marks it running. `thrown` is what has to be raised in the generator, if
// anything. False when there is nothing to run (aclose() of a finished one). RuntimeError for misuse.
Result<bool> begin_operation(VM& vm, AsyncOperation& operation, Exception*& thrown);
// The operation that an async generator runs for, or null: none, or an `async for`.
AsyncOperation* current_operation(const Generator& generator);
// Ends it: the generator yielded, returned or raised.
void end_operation(Generator& generator);
// Starts the operation of agen.__anext__() without an object for it. StopAsyncIteration at the end.
Result<void> begin_iteration(VM& vm, Generator& generator);

// The operation object of agen.__anext__() and its siblings.
AsyncOperation* make_async_operation(VM& vm, Generator& generator, AsyncOperation::Method method, Value argument);

// RuntimeWarning "coroutine method 'aclose' of 'agen' was never awaited" on stderr, with the line that made it.
void report_never_awaited(VM& vm, AsyncOperation& operation);

} // namespace ouro::vm
