// SPDX-License-Identifier: MIT
//
// Warnings that the engine gives about a place that it names (Library Reference, warnings.warn_explicit). VM::warn_at
// gives those about the running code.
#pragma once

#include "vm/exception_ids.hpp"
#include "vm/result.hpp"

#include <cstdint>
#include <string_view>

namespace ouro::vm {

class VM;

// Warns of line `line` of the file, whose text is `source_line`, through module warnings when it is loaded, else on
// stderr in its format, but for the categories that are hidden by default. Raises what the filters make of it: the
// warning itself for "error".
Result<void> warn_explicit(VM& vm, ExceptionId category, std::string_view message, std::string_view filename,
                           uint32_t line, std::string_view source_line);

} // namespace ouro::vm
