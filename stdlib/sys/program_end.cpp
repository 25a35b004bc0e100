// SPDX-License-Identifier: MIT
//
// Calls the modules that know, if a script has imported them.
#include "stdlib/sys/program_end.hpp"

namespace ouro::stdlib {

using namespace vm;

static void call_if_loaded(VM& vm, const char* module, const char* function) {
    Str* name = find_interned(vm, module); // as all names of loaded modules are
    DictEntry* entry = name ? dict_find(*vm.modules, name) : nullptr;
    if (!entry || !as<Module>(entry->value))
        return;
    if (auto done = call_method(vm, entry->value, function, {}); done.is_error())
        vm.report_unraisable(done.exception(), module);
}

void run_exit_functions(VM& vm) { call_if_loaded(vm, "atexit", "_run_exitfuncs"); }

} // namespace ouro::stdlib
