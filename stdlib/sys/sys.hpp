// SPDX-License-Identifier: MIT
//
// The module sys (Library Reference, sys).
#pragma once

#include "vm/model/native.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace ouro::stdlib {

// Makes the module and puts it into sys.modules and vm.sys. The standard streams and the arguments are for the program
// to add.
void set_up_sys(vm::VM& vm);
// sys.argv or sys.orig_argv.
void set_arguments(vm::VM& vm, const char* name, std::span<const std::string> arguments);
// What sys.orig_argv is made of when it is first asked for. The texts must live as long as the VM.
void set_command(vm::VM& vm, std::span<const char* const> command);
// sys.flags where they differ from the usual ones, by name; false for a name that is none. `optimize` counts for what
// is compiled from now on.
bool set_flags(vm::VM& vm, const std::map<std::string, int>& flags);

// Text of the system, of arguments and paths: bytes that are no UTF-8 become surrogates (PEP 383). MemoryError.
vm::Result<vm::Str*> file_system_text(vm::VM& vm, std::string_view bytes);


// Attributes that are made when first asked for (sys_info.cpp); empty for other names.
vm::Result<vm::Value> sys_information(vm::VM& vm, std::string_view name);

} // namespace ouro::stdlib
