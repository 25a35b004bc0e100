// SPDX-License-Identifier: MIT
//
// A session of the `ouro` command: one VM that runs a script, a module, a piece of code or a prompt, and turns what it
// ends with into an exit status.
#pragma once

#include "vm/vm.hpp"

#include <span>
#include <string>
#include <string_view>

namespace ouro::repl {

class Session {
public:
    // `arguments` become sys.argv; `first_path` the first entry of sys.path.
    Session(std::span<const std::string> arguments, std::string_view first_path);

    vm::VM& vm() { return m_vm; }

    // Each runs in the module __main__, reports an uncaught exception on stderr and returns the exit status: 0, 1, what
    // SystemExit says, 130 after KeyboardInterrupt.
    int run_file(const std::string& path);
    int run_text(std::string_view text, const std::string& name);
    int run_module(std::string_view name);
    // The interactive prompt, until end of input.
    int run_prompt();

    // Runs what remains to be run at the end, flushes, and returns the final exit status.
    int finish(int status);

private:
    vm::Result<vm::Value> execute(std::string_view text, std::string_view name, std::string_view mode);
    int run(std::string_view text, std::string_view name, std::string_view mode);
    int report(vm::Exception* exception);

    vm::VM m_vm;
    vm::Module* m_main; // kept alive by sys.modules
};

} // namespace ouro::repl
