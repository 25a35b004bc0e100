// SPDX-License-Identifier: MIT
//
// Names of what is pickled by name: attributes along dotted names, and the names that modules and what they contain had
// in Python 2, which pickles of protocols 0 to 2 show (module _compat_pickle).
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

// root.a.b.c; AttributeError.
vm::Result<vm::Value> get_dotted(vm::VM& vm, vm::Value root, std::string_view name);
// The same; empty in the place of AttributeError.
vm::Result<vm::Value> find_dotted(vm::VM& vm, vm::Value root, std::string_view name);
// Is there a function among the parts of a qualified name, whose locals nobody can name?
bool is_local_name(std::string_view name);

struct GlobalName {
    vm::Str *module, *name;
};
vm::Result<void> to_old_name(vm::VM& vm, GlobalName& name);
vm::Result<void> from_old_name(vm::VM& vm, GlobalName& name);

} // namespace ouro::stdlib
