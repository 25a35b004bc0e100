// SPDX-License-Identifier: MIT
//
// The end of a program: what is still alive when its VM is about to go away.
#pragma once

namespace ouro::vm {

class VM;

// Finalizes every object that has something to do at its end, reachable or not, roughly in the order in which they were
// made: `finally` blocks of suspended generators, __del__, reports of coroutines never awaited. The namespaces of
// modules are intact meanwhile. To be called once, last of all.
void finalize_everything(VM& vm);

} // namespace ouro::vm
