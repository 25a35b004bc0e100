// SPDX-License-Identifier: MIT
//
// The descriptors on which the event loops of this process stand: libuv aborts without them, so for scripts they do not
// exist. Descriptors are the process's, not a VM's: a script must not close those of another runtime either. So this
// alone of what the engine keeps is global. It is one bit per descriptor, set by the reactor that owns it, and may be
// asked and changed by any thread.
//
// A descriptor that another thread's loop opens after the question is not safe from the answer, as nothing that a
// program opens is from those who close what is not theirs.
#pragma once

namespace ouro::vm {

void own_descriptor(int fd);
void disown_descriptor(int fd);
bool is_loop_descriptor(int fd);

} // namespace ouro::vm
