// SPDX-License-Identifier: MIT
//
// What core_types.def lists, declared: the NativeTypes of the core, and the Types that a VM made of them.
#pragma once

namespace ouro::vm {

struct NativeType;
struct Type;

#define CORE_TYPE(field, native) extern const NativeType native;
#include "vm/core_types.def"

struct CoreTypes {
#define CORE_TYPE(field, native) Type* field = nullptr;
#include "vm/core_types.def"
};

} // namespace ouro::vm
