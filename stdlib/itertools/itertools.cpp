// SPDX-License-Identifier: MIT
//
// Module itertools: its table. The iterators stand in itertools_*.cpp. Library Reference, "itertools".
#include "stdlib/itertools/itertools.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

static Result<Value> tee_function(VM& vm, Value iterable, Value n) { return tee(vm, iterable, n); }

static constexpr NativeDef itertools_members[] = {
    type_constant("accumulate", accumulate_type),
    type_constant("batched", batched_type),
    type_constant("chain", chain_type),
    type_constant("combinations", combinations_type),
    type_constant("combinations_with_replacement", combinations_with_replacement_type),
    type_constant("compress", compress_type),
    type_constant("count", count_type),
    type_constant("cycle", cycle_type),
    type_constant("dropwhile", dropwhile_type),
    type_constant("filterfalse", filterfalse_type),
    type_constant("groupby", groupby_type),
    type_constant("islice", islice_type),
    type_constant("pairwise", pairwise_type),
    type_constant("permutations", permutations_type),
    type_constant("product", product_type),
    type_constant("repeat", repeat_type),
    type_constant("starmap", starmap_type),
    type_constant("takewhile", takewhile_type),
    type_constant("zip_longest", zip_longest_type),
    fn<tee_function>("tee(iterable, n=2, /)", "Return a tuple of n independent iterators over iterable."),
};

extern const NativeModule itertools_module;
const NativeModule itertools_module = {
    .name = "itertools",
    .doc = "Functional tools for creating and using iterators.",
    .members = itertools_members,
    .member_count = std::size(itertools_members),
};

} // namespace ouro::stdlib
