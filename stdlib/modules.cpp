// SPDX-License-Identifier: MIT
//
// Makes the modules of modules.def known to a VM.
#include "stdlib/modules.hpp"

#include "stdlib/builtins/builtins.hpp"
#include "stdlib/traceback/source_lines.hpp"
#include "stdlib/sys/sys.hpp"
#include "vm/run/module_finders.hpp"

namespace ouro::stdlib {

#define MODULE(name) extern const vm::NativeModule name;
#include "stdlib/modules.def"

static constexpr const vm::NativeModule* MODULES[] = {
#define MODULE(name) &name,
#include "stdlib/modules.def"
};

void register_stdlib(vm::VM& vm) {
    vm.native_modules.insert(vm.native_modules.end(), std::begin(MODULES), std::end(MODULES));
    vm.hooks.embedded_source = embedded_source;
    vm.hooks.source_line = source_line;
    set_up_builtins(vm);
    set_up_sys(vm);
}

} // namespace ouro::stdlib
