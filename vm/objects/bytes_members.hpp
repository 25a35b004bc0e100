// SPDX-License-Identifier: MIT
//
// The members of bytes, each written in the bytes_*.cpp file of its concept, gathered in one table by bytes_type.cpp.
#pragma once

#include "vm/heap.hpp"
#include "vm/native.hpp"
#include "vm/objects/bytes.hpp"

namespace ouro::vm {

// --- bytes.cpp ---
Result<Str*> bytes_dunder_repr(VM& vm, Bytes& self);

} // namespace ouro::vm
