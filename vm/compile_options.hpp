// SPDX-License-Identifier: MIT
//
// CompileOptions: what a text is and how it is to be compiled. Whoever has text to run fills them in (the builtins
// compile, exec and eval, the import, programs and their prompts) and hands them to Hooks::compile, behind which lang/
// stands.
#pragma once

#include <cstdint>
#include <string_view>

namespace ouro::vm {

struct CompileOptions {
    enum class Mode : uint8_t {
        Exec,   // statements
        File,   // statements, as the bytes of a file: a byte order mark and an encoding cookie count (PEP 263)
        Single, // one statement of a prompt: the values of expression statements are shown
        Eval,   // one expression: running the code returns its value
    };
    Mode mode = Mode::Exec;
    // What tracebacks call the text.
    std::string_view filename = "<string>";
    // Its code keeps the text for tracebacks, since no file that they could read has it.
    bool keeps_text = false;
    // The code may run in a namespace that is not its globals: names at module level are looked up one by one.
    bool names_in_namespace = false;
    // `await`, `async for` and `async with` may stand at module level: the code is a coroutine if it has any.
    bool allows_await = false;
    // As if the text began with `from __future__ import annotations`.
    bool has_future_annotations = false;
    // 1 leaves out assert statements and makes __debug__ false, 2 leaves out docstrings, too; -1: as VM::optimize_level
    // says.
    int8_t optimize_level = -1;
};

} // namespace ouro::vm
