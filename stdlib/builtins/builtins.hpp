// SPDX-License-Identifier: MIT
//
// The module builtins (Library Reference, "Built-in Functions"). Its functions stand in tables by concept;
// set_up_builtins puts them, the builtin types and the exceptions into vm.builtins.
#pragma once

#include "vm/model/native.hpp"

#include <span>

namespace ouro::stdlib {

void set_up_builtins(vm::VM& vm);

std::span<const vm::NativeDef> builtin_number_functions();    // abs divmod hex pow round sum ...
std::span<const vm::NativeDef> builtin_iteration_functions(); // all iter len max next sorted ...
std::span<const vm::NativeDef> builtin_object_functions();    // dir getattr hash isinstance repr ...
std::span<const vm::NativeDef> builtin_statement_functions(); // __build_class__ __import__
std::span<const vm::NativeDef> builtin_code_functions();      // compile eval exec input print ...

void add_quitters(vm::VM& vm); // quit exit

} // namespace ouro::stdlib
