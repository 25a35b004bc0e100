// SPDX-License-Identifier: MIT
//
// Module gc: the collector from scripts (Library Reference, gc). Differs: thresholds are kept but mean nothing here,
// there are no generations to count, and collect() tells how many objects it freed, where CPython tells how many were
// in cycles.
#include "vm/run/explicit_collection.hpp"
#include "vm/model/octets.hpp"
#include "vm/model/code.hpp"
#include "vm/model/core.hpp"
#include "vm/model/frame.hpp"

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
    collect_explicitly(vm, generation == 2);
    return std::max<int64_t>(0, before - count_objects(vm));
}

// A collection that is asked for finds what the last calls left behind dead: the registers above its own arguments are
// free.
static Value collect_entry(VM& vm, Value* arguments, NativeFunction& callee) {
    if (Frame* frame = vm.thread->frame) {
        Value* end = frame->registers + frame->code->register_count;
        if (arguments >= frame->registers && arguments < end)
            std::fill(arguments + 1, end, Value());
    }
    return detail::thunk<collect>(vm, arguments, callee);
}

static constexpr NativeDef collect_function() {
    NativeDef def = fn<collect>("collect(generation=2)",
                                "Free what is unreachable; return how many objects that were.");
    def.entry = collect_entry;
    return def;
}

static void enable(VM& vm) { vm.heap.set_enabled(true); }
static void disable(VM& vm) { vm.heap.set_enabled(false); }
static bool is_enabled(VM& vm) { return vm.heap.enabled(); }
static bool is_tracked(Value object) { return object.is_object() && !as<Str>(object) && !Octets::from(object); }

static constexpr NativeDef MEMBERS[] = {
    collect_function(),
    fn<enable>("enable()", "Collect automatically."),
    fn<disable>("disable()", "Collect only when collect() is called."),
    fn<is_enabled>("isenabled()", "Is automatic collection on?"),
    fn<is_tracked>("is_tracked(obj, /)", "Can the object hold references?"),
};

// The signature of collect() is parsed now: so its arguments are never anywhere but in their registers (collect_entry).
static Result<void> initialize(VM& vm, Module& module) {
    Value bound[1];
    auto* function = as<NativeFunction>(dict_find(*module.dict, intern(vm, "collect"))->value);
    return bind_native_arguments(vm, *function, {}, nullptr, bound);
}

extern const NativeModule gc_module;
constinit const NativeModule gc_module = {"gc", "The garbage collector.", MEMBERS, std::size(MEMBERS),
                                          initialize};

} // namespace ouro::stdlib
