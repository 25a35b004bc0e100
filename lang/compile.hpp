// SPDX-License-Identifier: MIT
//
// The whole way from source text to Code: tokens, tree, checks, scopes, code.
#pragma once

#include "vm/compile_options.hpp"
#include "vm/result.hpp"

#include <string_view>

namespace ouro::vm {
struct Code;
class VM;
} // namespace ouro::vm

namespace ouro::lang {

// Compiles `source`: UTF-8, in mode File the bytes of a file. Raises SyntaxError (with msg, filename, lineno, offset,
// text, end_lineno, end_offset), RecursionError for text nested too deeply, MemoryError. Syntax warnings go to stderr.
vm::Result<vm::Code*> compile(vm::VM& vm, std::string_view source, const vm::CompileOptions& options);

// Makes `vm` able to compile: sets Hooks::compile.
void install_compiler(vm::VM& vm);

} // namespace ouro::lang
