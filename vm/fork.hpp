// SPDX-License-Identifier: MIT
//
// What a VM is in a forked process: of its threads there is only the one that forked, which is the main thread now.
#pragma once

#include <sys/types.h>

namespace ouro::vm {

class VM;

// fork(2) by the holder of the VM, with signals blocked meanwhile; in the child the VM knows one thread. errno on -1.
pid_t fork_process(VM& vm);

} // namespace ouro::vm
