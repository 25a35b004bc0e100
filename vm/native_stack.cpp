// SPDX-License-Identifier: MIT
#include "vm/native_stack.hpp"

#include <cstring>

namespace ouro::vm {

void scrub_native_stack() {
    char left_behind[16 * 1024];
    std::memset(left_behind, 0, sizeof(left_behind));
    asm volatile("" : : "r"(left_behind) : "memory");
}

} // namespace ouro::vm
