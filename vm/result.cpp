// SPDX-License-Identifier: MIT
//
// Where broken invariants end.
#include "vm/result.hpp"

#include <cstdio>
#include <cstdlib>

namespace ouro::vm {

void verification_failed(const char* expression, const char* file, int line) {
    std::fprintf(stderr, "ouro: internal error: %s does not hold (%s:%d)\n", expression, file, line);
    std::abort();
}

} // namespace ouro::vm
