// SPDX-License-Identifier: MIT
//
// Calls the modules that know, if a script has imported them.
#include "stdlib/sys/program_end.hpp"

namespace ouro::stdlib {

using namespace vm;

static bool call_if_loaded(VM& vm, const char* module, const char* function) {
    Str* name = find_interned(vm, module); // as all names of loaded modules are
    DictEntry* entry = name ? dict_find(*vm.modules, name) : nullptr;
    if (!entry || !as<Module>(entry->value))
        return false;
    if (auto done = call_method(vm, entry->value, function, {}); done.is_error())
        vm.report_unraisable(done.exception(), module);
    return true;
}

// Module threading, where it is loaded, has more to do before it waits.
void join_threads(VM& vm) {
    if (!call_if_loaded(vm, "threading", "_shutdown"))
        call_if_loaded(vm, "_thread", "_shutdown");
}

void run_exit_functions(VM& vm) { call_if_loaded(vm, "atexit", "_run_exitfuncs"); }

} // namespace ouro::stdlib
