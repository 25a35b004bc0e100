// SPDX-License-Identifier: MIT
//
// Module itertools: its table. The iterators stand in itertools_*.cpp. Library Reference, "itertools".
#include "stdlib/itertools/itertools.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

static Result<Value> tee_function(VM& vm, Value iterable, Value n) { return tee(vm, iterable, n); }

static constexpr NativeDef itertools_members[] = {
    fn<tee_function>("tee(iterable, n=2, /)", "Return a tuple of n independent iterators over iterable."),
};

static Result<void> initialize_itertools(VM& vm, Module& module) {
    for (const NativeType* type :
         {&accumulate_type, &batched_type, &chain_type, &combinations_type, &combinations_with_replacement_type,
          &compress_type, &count_type, &cycle_type, &dropwhile_type, &filterfalse_type, &groupby_type, &islice_type,
          &pairwise_type, &permutations_type, &product_type, &repeat_type, &starmap_type, &takewhile_type,
          &zip_longest_type})
        module_set(vm, module, detail::native_type_name(*type), vm.native(*type));
    return {};
}

extern const NativeModule itertools_module;
const NativeModule itertools_module = {
    .name = "itertools",
    .doc = "Functional tools for creating and using iterators.",
    .members = itertools_members,
    .member_count = std::size(itertools_members),
    .initialize = initialize_itertools,
};

} // namespace ouro::stdlib
