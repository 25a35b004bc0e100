// SPDX-License-Identifier: MIT
//
// Imports (Reference 5 and 7.11): sys.modules, native modules, modules embedded in the binary, files and packages found
// along sys.path; relative imports; __main__ of packages.
#pragma once

#include "vm/run/module_finders.hpp"
#include "vm/result.hpp"

#include <string>
#include <string_view>

namespace ouro::vm {

// The import statement: calls what the builtins of the code have as __import__. `locals` is what that is told of them;
// the rest is import_module's. ImportError "__import__ not found".
Result<Value> import_statement(VM& vm, Str* name, Function& importer, Value locals, Value from_list, unsigned level);
// builtins.__import__(name, globals, locals, fromlist, level); `globals` may be empty.
Result<Value> builtin_import(VM& vm, Value name, Value globals, Value locals, Value from_list, int64_t level);
// What it does: `from_list` is an iterable of names or None; without names the outermost package that was named is the
// result. `globals` is needed only where level > 0. Raises ModuleNotFoundError, ImportError, and what the module
// raises.
Result<Value> import_module(VM& vm, Str* name, Dict* globals, Value from_list, unsigned level);
// The module of that absolute dotted name itself; what a script has put into sys.modules may be no Module.
Result<Value> import_absolute(VM& vm, std::string_view name);
// `from module import name`: an attribute or a submodule. ImportError "cannot import name 'x' from 'm' (path)".
Result<Value> import_name_from(VM& vm, Value module, Str* name);
// `from module import *`.
Result<void> import_all_names(VM& vm, Value module, Dict& into);

// The spec of a module that is to be imported, or None; its packages are imported. ModuleNotFoundError where one of
// them is no package.
Result<Value> find_spec(VM& vm, std::string_view name);

// The text that `-m` runs as __main__.
struct ModuleSource {
    std::string text;
    std::string file;
    std::string package; // its __package__
    bool exists = false;
    Value spec;          // its __spec__
};
// The source that `-m name` runs: the module's, or a package's __main__; its parent packages are imported.
Result<ModuleSource> find_module_source(VM& vm, std::string_view name);

} // namespace ouro::vm
