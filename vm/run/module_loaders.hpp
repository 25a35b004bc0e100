// SPDX-License-Identifier: MIT
//
// Loading what a finder has found (Reference 5.4): the module is made, stands in sys.modules while its code runs, and
// leaves it again when that fails. Every import that loads a module comes through load_module.
#pragma once

#include "vm/run/module_finders.hpp"

namespace ouro::vm {

extern const NativeType source_loader_type, namespace_loader_type;

Value make_source_loader(VM& vm, Str* name, Str* path);
Value make_namespace_loader(VM& vm, Str* name, List* path);

// Loads the module of that name. The result is what sys.modules has in the end: a module may replace itself there.
Result<Value> load_module(VM& vm, Str* name, const FoundModule& found);
// A module as its spec asks for it: made by the loader's create_module() or, where that gives None, as a plain one.
Result<Value> module_from_spec(VM& vm, Value spec);

// --- Methods of BuiltinImporter and FrozenImporter, which are loaders, too ---
Result<Value> builtin_create_module(VM& vm, Value spec);
Result<void> builtin_exec_module(VM& vm, Module& module);
Result<bool> builtin_is_package(VM& vm, std::string_view name);
Value builtin_get_nothing(Value name);
Result<void> frozen_exec_module(VM& vm, Module& module);
Result<Value> frozen_get_code(VM& vm, std::string_view name);
Result<bool> frozen_is_package(VM& vm, std::string_view name);

} // namespace ouro::vm
