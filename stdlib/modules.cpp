// SPDX-License-Identifier: MIT
//
// The list of native modules: one line each, in alphabetical order.
#include "stdlib/modules.hpp"

#include "stdlib/builtins/builtins.hpp"
#include "stdlib/traceback/source_lines.hpp"
#include "stdlib/sys/sys.hpp"

namespace ouro::stdlib {

// clang-format off
extern const vm::NativeModule
    asyncio_combinators_module,
    asyncio_module,
    bisect_module,
    collections_module,
    contextvars_module,
    errno_module,
    functools_module,
    gc_module,
    gregorian_module,
    heapq_module,
    itertools_module,
    json_module,
    math_module,
    operator_module,
    posix_module,
    random_core_module,
    re_module,
    streams_module,
    time_module,
    tracebacks_module,
    types_module,
    unicodedata_module;

static constexpr const vm::NativeModule* MODULES[] = {
    &asyncio_combinators_module,
    &asyncio_module,
    &bisect_module,
    &collections_module,
    &contextvars_module,
    &errno_module,
    &functools_module,
    &gc_module,
    &gregorian_module,
    &heapq_module,
    &itertools_module,
    &json_module,
    &math_module,
    &operator_module,
    &posix_module,
    &random_core_module,
    &re_module,
    &streams_module,
    &time_module,
    &tracebacks_module,
    &types_module,
    &unicodedata_module,
};
// clang-format on

void register_stdlib(vm::VM& vm) {
    vm.native_modules.insert(vm.native_modules.end(), std::begin(MODULES), std::end(MODULES));
    vm.hooks.embedded_source = embedded_source;
    vm.hooks.source_line = source_line;
    set_up_builtins(vm);
    set_up_sys(vm);
}

} // namespace ouro::stdlib
