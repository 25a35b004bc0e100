// SPDX-License-Identifier: MIT
//
// The modules that keep state of their own in a VM: each has a slot of VM::library_state, empty until it makes its
// object. What a module keeps per thread stands in vm/thread.hpp.
#pragma once

#include "vm/vm.hpp"

namespace ouro::stdlib {

enum class LibrarySlot : uint8_t {
    Abc,     // AbcState
    Asyncio, // AsyncioState
    Files, // the list of unflushed files (io/unflushed.cpp)
    Threading, // ThreadingState
    COUNT
};
static_assert(size_t(LibrarySlot::COUNT) <= std::tuple_size_v<decltype(vm::VM::library_state)>);

// The module's object, or null. The collector keeps it alive as long as the VM.
inline vm::Object*& library_state(vm::VM& vm, LibrarySlot slot) { return vm.library_state[size_t(slot)]; }

} // namespace ouro::stdlib
