// SPDX-License-Identifier: MIT
//
// Who waits for a future: what call graphs are made of. Library Reference, "Call graph introspection".
#pragma once

#include "stdlib/asyncio/future.hpp"

namespace ouro::stdlib {

// Members of what has callbacks at futures on behalf of somebody (a TaskGroup, a wait()): for which future or task.
inline constexpr const char* AWAITING_MEMBER = "_awaiting";

// The tasks that wait for `future`, through gather(), wait(), shield() and TaskGroups, too: a frozenset, or None when
// there are none. They are found by the callbacks that they have there, so that waiting itself keeps no books.
vm::Result<vm::Value> awaited_by(vm::VM& vm, Future& future);

} // namespace ouro::stdlib
