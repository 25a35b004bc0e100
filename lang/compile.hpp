// SPDX-License-Identifier: MIT
//
// The whole way from source text to Code: tokens, tree, checks, scopes, code.
#pragma once

#include "vm/result.hpp"

#include <string_view>

namespace ouro::vm {
struct Code;
class VM;
} // namespace ouro::vm

namespace ouro::lang {

// Compiles `source` (UTF-8). `mode`:
//   "exec"    a module whose namespace is its globals: scripts, imported modules, exec(text) without own locals
//   "file"    the same from the bytes of a file, whose encoding cookie counts (PEP 263)
//   "single"  one statement of the prompt: expression statements show their values
//   "eval"    one expression: running the code returns its value
// Options may follow, each after a colon:
//   names     the code may run in a namespace that is not its globals (compile(), exec() and eval() with separate
//             locals); names at module level are looked up one by one then
//   await     `await`, `async for` and `async with` are allowed at module level; the code is a coroutine if it has any
// Raises SyntaxError (with msg, filename, lineno, offset, text, end_lineno, end_offset), RecursionError for text nested
// too deeply, MemoryError. Syntax warnings go to stderr.
vm::Result<vm::Code*> compile(vm::VM& vm, std::string_view source, std::string_view filename, std::string_view mode);

// Makes `vm` able to compile: sets VM::compile.
void install_compiler(vm::VM& vm);

} // namespace ouro::lang
