// SPDX-License-Identifier: MIT
//
// The heaps of module heapq for other native code (asyncio.PriorityQueue). heapq.cpp has them.
#pragma once

#include "vm/model/list.hpp"
#include "vm/result.hpp"

namespace ouro::stdlib {

// heapq.heappush: the item is in the list even if a comparison raised.
vm::Result<void> min_heap_push(vm::VM& vm, vm::List& heap, vm::Value item);
// heapq.heappop. IndexError when it is empty.
vm::Result<vm::Value> min_heap_pop(vm::VM& vm, vm::List& heap);

} // namespace ouro::stdlib
