// SPDX-License-Identifier: MIT
//
// Collections that somebody asked for: gc.collect() and hosts. They are to find dead what is dead, and what is found is
// finalized when they return.
#pragma once

namespace ouro::vm {

class VM;

// Collects now, `full` everything, else only what is young, and runs the finalizers of what was found.
void collect_explicitly(VM& vm, bool full);

} // namespace ouro::vm
