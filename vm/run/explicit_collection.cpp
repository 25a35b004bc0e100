// SPDX-License-Identifier: MIT
//
// A collection that finds what is dead: stale words do not hold it, nor do weak references to what finalizers let go.
#include "vm/run/explicit_collection.hpp"

#include "vm/run/liveness.hpp"
#include "vm/vm.hpp"

#include <cstring>

namespace ouro::vm {

// Overwrites what earlier calls left on the native stack, where the calls to come would show it to the collector.
__attribute__((noinline)) static void scrub_native_stack() {
    char left_behind[16 * 1024];
    std::memset(left_behind, 0, sizeof(left_behind));
    asm volatile("" : : "r"(left_behind) : "memory");
}

void collect_explicitly(VM& vm, bool full) {
    clear_dead_registers(vm);
    scrub_native_stack();
    vm.heap.collect(full);
    bool is_decided = vm.finalizer_queue.empty() || !vm.weak_references;
    vm.run_finalizers();
    if (is_decided)
        return;
    vm.heap.collect(true); // weak references to what the finalizers did not bring back to life
    vm.run_finalizers();
}

} // namespace ouro::vm
