// SPDX-License-Identifier: MIT
//
// Program: the life of one program in a VM of its own, be it a host's (ouro::Runtime) or the `ouro` command's, which is
// a host, too. It sets up the VM, sys and the module __main__, compiles and runs code there, drives the event loop of
// code that awaits, reports what nobody caught, and ends the program as CPython ends its own.
//
// All of this is the engine's side of the border: errors are Results, strings are the VM's. The host's side, its
// Values, functions and C++ exceptions, is the Realm (realm.hpp), which owns the Program and ends it.
#pragma once

#include "ouro/runtime.hpp"
#include "vm/compile_options.hpp"
#include "vm/grants.hpp"
#include "stdlib/io/standard_streams.hpp"
#include "vm/model/core.hpp"

#include <string>
#include <string_view>

namespace ouro::detail {

class Program {
public:
    // Where a standard stream leads: to a descriptor, unless there is a sink, which outlives the Program. Neither: a
    // stream of that name is None.
    struct Stream {
        int descriptor = -1;
        stdlib::ByteSink* sink = nullptr;
    };

    // `output` and `errors` stand in the place of those of `options`. std::invalid_argument for an unknown name in
    // Options::flags.
    Program(const Options& options, Stream output, Stream errors);
    ~Program(); // after finish()
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    vm::VM& machine() { return m_vm; }
    vm::Module& main() { return *m_main; }

    // --- Running code, in __main__ ---

    // What code gives when it is run: its value, or if it awaits at module level its coroutine, which has not begun.
    struct Outcome {
        vm::Value value;
        bool is_coroutine;
    };
    vm::Result<Outcome> start(std::string_view text, vm::CompileOptions options);
    // The same to its end: a coroutine runs on the event loop of the program.
    vm::Result<vm::Value> run(std::string_view text, const vm::CompileOptions& options);
    // An entry of a prompt. Between entries the event loop counts as running, so that they can make tasks.
    vm::Result<vm::Value> run_entry(std::string_view text, std::string_view filename);
    // A module as `-m` runs it. An empty text: it has run; else why there is nothing to run.
    vm::Result<std::string> run_module(std::string_view name);
    // Makes `path` the __file__ of __main__. `is_folder`: its __main__.py is what runs, outside of any package.
    vm::Result<void> set_main_file(std::string_view path, bool is_folder);

    // --- The end ---

    // Ends the event loop, if there is one, as asyncio.run() does.
    vm::Result<void> close_loop();
    // Reports an exception that nobody has caught (uncaught.hpp); the exit status.
    int report(vm::Exception& exception);
    // Runs what remains to be run, once, in CPython's order: atexit functions, the tasks that are left, finalizers;
    // writes out files and streams. Returns `status`, 1 where that is 0 and errors were reported, 120
    // when output was lost.
    int finish(int status);

    // Writes out the program's own streams. Output that cannot be written is lost, which is reported on stderr.
    void flush() noexcept;

private:
    void flush_streams();
    class Roots;

    void set_up_streams(const Options& options, Stream output, Stream errors);
    stdlib::TextFile* make_stream(const char* name, Stream stream, bool writable, const char* errors,
                                  bool line_buffered);
    void set_up_sys(const Options& options);
    void make_main();

    vm::Grants m_grants;
    vm::VM m_vm;
    vm::Module* m_main = nullptr; // kept alive by m_roots, as are the streams
    bool m_has_loader = false;    // __main__ has its __loader__
    stdlib::TextFile *m_output = nullptr, *m_errors = nullptr;
    int m_output_descriptor;
    bool m_is_finished = false, m_has_lost_output = false;
    bool m_has_chosen_status = false; // by sys.exit()
    std::unique_ptr<Roots> m_roots;
};

} // namespace ouro::detail
