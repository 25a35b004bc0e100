// SPDX-License-Identifier: MIT
//
// pickle.PickleBuffer: a bytes-like object that may stay outside of the pickle (PEP 574).
#pragma once

#include "vm/model/buffer.hpp"
#include "vm/model/core.hpp"

namespace ouro::stdlib {

extern const vm::NativeType pickle_buffer_type;

// The octets of a PickleBuffer, as long as it lives and is not released: `data` is null and `length` is not 0 where
// they are not contiguous. ValueError when it was released.
vm::Result<vm::BufferView> pickle_buffer_view(vm::VM& vm, vm::Value value);

} // namespace ouro::stdlib
