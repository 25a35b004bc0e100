// SPDX-License-Identifier: MIT
//
// ModuleSpec: what is known of a module before it is loaded (Library Reference, importlib.machinery): who loads it and
// from where. Finders make specs, loading reads them.
#pragma once

#include "vm/model/core.hpp"

namespace ouro::vm {

extern const NativeType module_spec_type;

struct ModuleSpec : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = module_spec_type;
    Value name, loader, origin, loader_state, cached; // empty stands for None
    Value locations;                                  // where a package's submodules are searched; None: no package
    bool has_location;                                // the origin is a file
    bool is_initializing;                             // the module's code is running

    // The package that the module is, or is in.
    std::string_view parent() const;
};

// `locations` is a list, or None for what is no package.
ModuleSpec* make_module_spec(VM& vm, Value name, Value loader, Value origin, bool has_location, Value locations);
// Sets what a spec says of a module: __spec__, __loader__, __package__, and where they apply __path__ and __file__.
void describe_module(VM& vm, Module& module, ModuleSpec& spec);
// The same by attributes, for any spec and any module. What has a value stays.
Result<void> describe_any_module(VM& vm, Value module, Value spec);

} // namespace ouro::vm
