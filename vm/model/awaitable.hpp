// SPDX-License-Identifier: MIT
//
// What `await` waits for (Language Reference, "Awaitable Objects").
#pragma once

#include "vm/result.hpp"
#include "vm/special.hpp"

namespace ouro::vm {

class VM;

// What `await value` waits for: the value itself if it is a coroutine, future or operation; else __await__()'s
// iterator.
Result<Value> awaitable_iterator(VM& vm, Value value);
// AttributeError for an __await__, __aiter__ or __anext__ that is there, but whose binding raised AttributeError.
Raised missing_async_method(VM& vm, Value object, Special special);
// TypeError unless `value`, which __await__ returned, is an iterator and no coroutine.
Result<void> check_awaited_iterator(VM& vm, Value value);
// next(iterator) with StopIteration as an exception, as `yield from` sees it.
Result<Value> iterator_step(VM& vm, Value iterator);

} // namespace ouro::vm
