// SPDX-License-Identifier: MIT
//
// Lines of source text for tracebacks and warnings: from files, and from the modules embedded in the binary. Text that
// came from no file (-c, standard input, the prompt, a host) is kept by its code (Code::text).
#pragma once

#include "vm/run/import.hpp"
#include "vm/model/core.hpp"

namespace ouro::stdlib {

// Line `line` (from 1) of `filename` without its newline; empty when there is none.
std::string source_line(vm::VM& vm, std::string_view filename, uint32_t line);
// The text of an embedded module, as vm.embedded_source has it.
vm::EmbeddedSource embedded_source(std::string_view module_name);

} // namespace ouro::stdlib
