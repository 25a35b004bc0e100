// SPDX-License-Identifier: MIT
//
// asyncio.Condition, as barriers use it.
#pragma once

#include "stdlib/asyncio/locks.hpp"

namespace ouro::stdlib {

struct Condition : Primitive {
    static constexpr const vm::NativeType& native_type = condition_type;
    vm::Value lock; // a Lock, or an object with acquire(), release() and locked()
};

Condition* make_condition(vm::VM& vm);
vm::Async<> condition_wait(vm::VM& vm, Condition& self);

} // namespace ouro::stdlib
