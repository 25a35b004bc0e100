// SPDX-License-Identifier: MIT
//
// Which registers may still be read? The collector traces whole windows; what temporaries left in them stays alive with
// them. A collection that somebody asked for empties such registers first.
#pragma once

namespace ouro::vm {

class VM;

// Empties, in the frames of the current thread, the temporaries that no instruction reads before it writes them.
void clear_dead_registers(VM& vm);

} // namespace ouro::vm
