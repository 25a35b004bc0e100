// SPDX-License-Identifier: MIT
//
// Finding modules (Reference 5.3): sys.meta_path with the finders that are there from the start. BuiltinImporter finds
// native modules, FrozenImporter the embedded ones that no file may hide, PathFinder files and folders along sys.path
// or a package's __path__, and behind them the other modules of the library. They are native, and looked for without
// running Python code; finders of scripts are asked in the order in which they stand.
#pragma once

#include "vm/model/core.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ouro::vm {

extern const NativeType builtin_importer_type, frozen_importer_type, path_finder_type, file_finder_type;

struct EmbeddedSource {
    std::string_view text;
    bool is_package;
    bool found;
};

// What was found, in one of these forms.
struct FoundModule {
    const NativeModule* native = nullptr;
    std::string file;                  // of a source file, or "<ouro>/..." of an embedded module
    bool is_package = false;
    bool is_frozen = false;            // an embedded module that no file hides
    std::vector<std::string> portions; // folders without __init__.py: together a namespace package (PEP 420)
    Value spec;                        // what a finder of the script gave

    bool exists() const { return native || !file.empty() || spec; }
};

// The module of that absolute name, through sys.meta_path. `path` is the __path__ of its package, empty for a module
// outside of packages. Nothing exists when no finder knows it. Raises what finders raise.
Result<FoundModule> find_module(VM& vm, std::string_view name, Value path);
// Does the binary hold a module of that absolute name?
bool is_library_module(VM& vm, std::string_view name);
// The same as a spec, or None.
Result<Value> spec_of(VM& vm, std::string_view name, const FoundModule& found);
// Sets __spec__ and __loader__ where the namespace lacks them: Hooks::describe_native_module.
void describe_native_module(VM& vm, Module& module);
// Reads a source file that may be read: a granted one, or an embedded module's. False with errno when there is none.
bool read_module_file(VM& vm, const std::string& path, std::string& text);
// ModuleNotFoundError with its name.
Raised module_not_found(VM& vm, std::string_view name, std::string_view message);
// sys.meta_path, sys.path_hooks and sys.path_importer_cache as they are in the beginning; empty for other names.
Result<Value> initial_import_setting(VM& vm, std::string_view name);

} // namespace ouro::vm
