// SPDX-License-Identifier: MIT
//
// The module sys (Library Reference, sys).
#pragma once

#include "vm/native.hpp"

#include <span>
#include <string>

namespace ouro::stdlib {

// Makes the module, with standard streams over the descriptors 0, 1 and 2, and puts it into sys.modules and vm.sys.
void set_up_sys(vm::VM& vm);
// sys.argv.
void set_arguments(vm::VM& vm, std::span<const std::string> arguments);

// The exception being handled in the innermost frame that handles one, or null.
vm::Exception* handled_exception(vm::VM& vm);

// Attributes that are made when first asked for (sys_info.cpp); empty for other names.
vm::Result<vm::Value> sys_information(vm::VM& vm, std::string_view name);

} // namespace ouro::stdlib
