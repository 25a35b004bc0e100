// SPDX-License-Identifier: MIT
//
// asyncio.TaskGroup. Library Reference, "Task groups".
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

extern const vm::NativeType task_group_type;

} // namespace ouro::stdlib
