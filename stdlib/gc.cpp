// SPDX-License-Identifier: MIT
//
// Module gc: the collector from scripts (Library Reference, gc). Differs: thresholds are kept but mean nothing here, there are no
// generations to count, and collect() tells how many objects it freed, where CPython tells how many were in cycles.
#include "vm/model/core.hpp"

namespace ouro::stdlib {

using namespace vm;

static int64_t count_objects(VM& vm) {
    int64_t count = 0;
    vm.heap.for_each_object([](void* context, Object*) { ++*static_cast<int64_t*>(context); }, &count);
    return count;
}

static Result<int64_t> collect(VM& vm, int64_t generation) {
    if (generation < 0 || generation > 2)
        return vm.value_error("invalid generation");
    int64_t before = count_objects(vm);
    vm.heap.collect(generation == 2);
    vm.run_finalizers();
    return std::max<int64_t>(0, before - count_objects(vm));
}

static void enable(VM& vm) { vm.heap.set_enabled(true); }
static void disable(VM& vm) { vm.heap.set_enabled(false); }
static bool is_enabled(VM& vm) { return vm.heap.enabled(); }
static bool is_tracked(Value object) { return object.is_object() && !as<Str>(object) && !as<Bytes>(object); }

static constexpr NativeDef MEMBERS[] = {
    fn<collect>("collect(generation=2)", "Free what is unreachable; return how many objects that were."),
    fn<enable>("enable()", "Collect automatically."),
    fn<disable>("disable()", "Collect only when collect() is called."),
    fn<is_enabled>("isenabled()", "Is automatic collection on?"),
    fn<is_tracked>("is_tracked(obj, /)", "Can the object hold references?"),
};

extern const NativeModule gc_module;
constinit const NativeModule gc_module = {"gc", "The garbage collector.", MEMBERS, std::size(MEMBERS)};

} // namespace ouro::stdlib
