// SPDX-License-Identifier: MIT
//
// What `await` waits for (Language Reference, "Awaitable Objects").
#pragma once

#include "vm/result.hpp"

namespace ouro::vm {

class VM;

// What `await value` waits for: the value itself if it is a coroutine, future or operation; else __await__()'s
// iterator.
Result<Value> awaitable_iterator(VM& vm, Value value);
// TypeError unless `value`, which __await__ returned, is an iterator and no coroutine.
Result<void> check_awaited_iterator(VM& vm, Value value);
// next(iterator) with StopIteration as an exception, as `yield from` sees it.
Result<Value> iterator_step(VM& vm, Value iterator);

} // namespace ouro::vm
