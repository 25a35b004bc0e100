// SPDX-License-Identifier: MIT
//
// Runtime: one interpreter. Options: what it may do and how much.
//
// A new Runtime can do nothing to the outside world but print: it reads and writes no files, sees no environment and no
// standard input, and imports only the library built into Ouro and the host's own modules, unless Options grant more.
#pragma once

#include "ouro/async.hpp"
#include "ouro/coroutine.hpp"
#include "ouro/error.hpp"
#include "ouro/function.hpp"
#include "ouro/module.hpp"
#include "ouro/value.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace ouro {

// Where the text goes that a script writes to sys.stdout or sys.stderr.
class Output {
public:
    using Function = std::function<void(std::string_view)>;

    // To a file descriptor, which stays the host's and must stay open. Buffered; what is left is written when the
    // outermost call of the API returns.
    static Output descriptor(int fd) { return Output(fd, {}); }
    // To a function: called with each line as it ends, with what is left when the outermost call of the API returns.
    // It runs on the Runtime's thread, may use the Runtime, and what it throws is raised in the script that prints.
    static Output function(Function function) { return Output(-1, std::move(function)); }
    // Nowhere.
    static Output discard() { return Output(-1, {}); }

private:
    friend class detail::Realm;
    Output(int fd, Function function) : m_descriptor(fd), m_function(std::move(function)) {}
    int m_descriptor;
    Function m_function;
};

struct Options {
    // sys.argv
    std::vector<std::string> arguments = {""};
    // sys.orig_argv: what main() was called with; it is not copied. Empty: the same as `arguments`.
    std::span<const char* const> command = {};
    // sys.path: folders from which scripts may import modules. Granted with all that is below them, for reading Python
    // source only.
    std::vector<std::string> import_folders = {};
    // Folders whose files, and what is below, scripts may read with open() and os; and write, too. Symbolic links that
    // lead out of them are not followed. What is not granted raises PermissionError.
    std::vector<std::string> readable_folders = {};
    std::vector<std::string> writable_folders = {};
    // os.environ: the process's own environment is not seen, and not changed.
    std::map<std::string, std::string> environment = {};
    // Lifts all of these limits, as the `ouro` command does: scripts may do whatever the process may, to its files and
    // in its environment. import_folders is then only what sys.path begins as.
    bool unrestricted = false;
    // Module signal's, and Ctrl-C: the Runtime catches SIGINT unless the process was started to ignore it, ignores
    // SIGPIPE and SIGXFSZ, and lets scripts set handlers. Signals are the process's, so one Runtime at a time has them:
    // std::logic_error for a second one. Without them module signal raises PermissionError.
    bool signals = false;
    Output output = Output::descriptor(1); // sys.stdout
    Output errors = Output::descriptor(2); // sys.stderr
    // sys.stdin: a file descriptor to read from; -1: there is none. As with the outputs, the stream of a descriptor
    // that is not open is None.
    int input = -1;
    // Bytes that the script's objects may take, 0 for no limit. Beyond: MemoryError in the script; the Runtime stays
    // usable.
    size_t memory_limit = 0;
    // How deep script calls may nest: RecursionError beyond (sys.setrecursionlimit).
    uint32_t recursion_limit = 1000;
    // Time stands still while scripts compute, and jumps to the next timer when all of them wait: an hour of sleeping
    // takes no time, and always goes the same way. Module time and asyncio follow this clock. While scripts watch
    // descriptors it goes by like real time.
    bool virtual_time = false;
    // sys.flags that are not as usual, by name, for hosts that have flags as CPython's command has: {{"optimize", 1}}.
    // The flag optimize leaves assert statements out (1), and docstrings, too (2); the others only tell scripts.
    std::map<std::string, int> flags = {};
    // Collects garbage at every allocation, to find faults of native code: very slow.
    bool gc_stress = false;
};

class Runtime {
public:
    // Takes about half a millisecond and half a megabyte. std::bad_alloc, std::invalid_argument for unknown flags.
    explicit Runtime(Options options = {});
    // Ends the program as CPython does: runs what was registered with atexit, cancels the tasks that are left and
    // awaits them, finalizes what is still alive (finally blocks of generators, __del__), writes out files and output.
    // Then frees everything. Values and Errors may outlive it. Within a call of this Runtime, in a host function for
    // example, it aborts the process.
    ~Runtime();
    Runtime(const Runtime&) = delete;
    Runtime& operator=(const Runtime&) = delete;

    // --- Running code ---

    // All of it shares the module __main__. Everything that a script raises is thrown as Error,
    // sys.exit() as SystemExit.

    // Runs statements. `filename` is what tracebacks call them; it need not exist. SyntaxError.
    void run(std::string_view source, std::string_view filename = "<string>");
    // Reads the file and runs it; of a folder its __main__.py. std::system_error when it cannot be read. Its folder is
    // not granted for imports.
    void run_file(const std::string& path);
    // The same for the bytes of a file that the host has read: a byte order mark and an encoding declaration count (PEP
    // 263).
    void run_bytes(std::string_view bytes, std::string_view filename);
    // Runs a module, or the __main__ of a package, as `-m` does: found as imports are, with its packages imported, but
    // in __main__. sys.argv[0] becomes its file. std::runtime_error when there is none; what() says so in CPython's
    // words.
    void run_module(std::string_view name);
    // The value of one expression.
    Value eval(std::string_view expression);

    // --- Prompts ---

    // Runs one entry of a prompt: the values of its expressions are printed (sys.displayhook). From then on scripts can
    // make tasks outside of coroutines, too; these go on while later entries await.
    void run_entry(std::string_view source, std::string_view filename = "<stdin>");
    // Is the text typed so far a whole entry? A block goes on until a blank line. A text with an error is whole:
    // running it tells.
    static bool is_whole_entry(std::string_view text);

    // --- Programs ---

    // For hosts that are commands: with these, main() ends as CPython's does.
    //
    //     int status = 0;
    //     try {
    //         runtime.run_file(path);
    //     } catch (const ouro::Error& error) {
    //         status = runtime.report(error);
    //     }
    //     return runtime.finish(status);

    // Reports an error as an uncaught one: calls sys.excepthook, or writes the traceback to sys.stderr; of a SystemExit
    // only its text, if it has one. Returns the exit status: 1, what SystemExit says (0 to 255), 130 after
    // KeyboardInterrupt.
    int report(const Error& error);
    // Ends the event loop as asyncio.run() does: cancels the tasks that are left and awaits them. A later await begins
    // a new one.
    void close_loop();
    // Ends the program, as the destructor would else. Returns the exit status: `status`, 1 where that is 0 and errors
    // of tasks were reported, 120 when output could not be written. Nothing is to be run afterwards.
    int finish(int status = 0);

    // --- Coroutines ---

    // The Runtime has one event loop: that of top-level awaits, of spawn and of poll. It is made
    // when first needed. run(), run_file(), eval() and run_until_complete() drive it until what they run is done;
    // poll() gives it a turn, for hosts that have a loop of their own:
    //
    //     while (runtime.poll())
    //         wait_until_readable_or(runtime.wait_fd(), runtime.next_deadline());
    //
    // While the loop runs, that is, in a host function called from a coroutine, it cannot be driven again
    // (RuntimeError); spawn() is allowed.

    // Has a coroutine (or another awaitable) run as a task. It begins in the next turn of the loop. TypeError.
    Task spawn(const Value& awaitable);
    template <class T>
    Task spawn(Async<T> coroutine) {
        return spawn(std::move(coroutine).object(*this));
    }
    // The same for the text of a script. If it awaits nothing at top level, it runs at once, and the task is done.
    Task spawn(std::string_view source, std::string_view filename);
    Task spawn_file(const std::string& path);
    // Runs what is ready, without waiting; what that makes ready runs in the next turn. Whether anything can still
    // happen by itself: something is ready or timed, or a Promise is not settled. KeyboardInterrupt and SystemExit
    // leave it as errors; what else tasks raise waits in them, and is reported on sys.stderr if nobody looks at it.
    bool poll();
    // When the next poll() has something to do: now, when the first timer is due, or never (by itself).
    std::optional<std::chrono::steady_clock::time_point> next_deadline();
    // A file descriptor that becomes readable when another thread has settled a Promise or called interrupt(), or when
    // a descriptor is ready that scripts watch: then poll(). It stays the Runtime's, and the same. OSError when the
    // system has none left.
    int wait_fd();
    // Runs the loop until the awaitable is done; its result. RuntimeError with a report on sys.stderr when nothing
    // could ever finish it.
    Value run_until_complete(const Value& awaitable);
    Value run_until_complete(const Task& task) { return run_until_complete(task.value()); }
    template <class T>
    Value run_until_complete(Async<T> coroutine) {
        return run_until_complete(std::move(coroutine).object(*this));
    }

    // --- Modules and names ---

    // A module of the host, made by the first call of that name and importable from then on. In "a.b", a is made too.
    // What scripts have imported, and the modules of the library (sys, json), are given as they are, imported if need
    // be: the host may add to them. ValueError for a name that is no identifier or several with dots between.
    Module module(std::string_view name);
    // Imports a module as a script would; ImportError and what it raises.
    Value import(std::string_view name);
    // The module __main__: its attributes are the global names of the scripts.
    Value main();
    // A global name of the scripts: NameError when there is none.
    Value get(std::string_view name);
    template <class T>
    void set(std::string_view name, const T& value) {
        main().set_attr(name, value);
    }

    // --- Objects ---

    // A script object from a C++ value (convert.hpp). MemoryError.
    template <class T>
    Value value(const T& value) {
        return Value::make(*m_realm, detail::to_bits(*m_realm, value));
    }
    Value none() { return value(nullptr); }
    // A function object, as Module::def makes it.
    template <class F>
    Value function(std::string_view signature, F&& function, std::string_view doc = {}) {
        auto bound = detail::bind(std::forward<F>(function));
        constexpr size_t count = detail::parameter_count<F>;
        return Value::make(*m_realm, detail::make_function(*m_realm, std::move(bound), signature, count, doc));
    }

    // --- Control ---

    // Raises KeyboardInterrupt in the script that runs, at its next loop turn or call; in the next one when none
    // runs. Ends a wait of the event loop. From any thread, and from signal handlers. A blocking host function or
    // time.sleep() is not cut short.
    void interrupt() noexcept;
    // call(), which may take long and must not use the Runtime or its Values; other threads of the script run
    // meanwhile.
    // Between two calls of this API the host's thread keeps the script's other threads waiting, unless it is in here:
    //     runtime.blocking([&] { wait_for_the_next_frame(); });
    // In a host function likewise. std::logic_error when the Runtime is used within.
    template <class F>
    auto blocking(F&& call) {
        using Result = std::invoke_result_t<F&>;
        if constexpr (std::is_void_v<Result>) {
            run_blocking([](void* context) { (*static_cast<std::remove_reference_t<F>*>(context))(); }, &call);
        } else {
            struct Job {
                std::remove_reference_t<F>& call;
                std::optional<Result> result;
            } job{call, {}};
            run_blocking([](void* context) {
                auto& running = *static_cast<Job*>(context);
                running.result.emplace(running.call());
            }, &job);
            return std::move(*job.result);
        }
    }
    // Bytes that script objects take now, garbage included until it is collected.
    size_t memory_used() const noexcept;
    // 0 for no limit. Below what is in use, the next script to run gets a MemoryError unless garbage makes room.
    void set_memory_limit(size_t bytes) noexcept;
    // Collects all garbage now.
    void collect();

private:
    void run_blocking(void (*call)(void* context), void* context);
    friend class detail::Realm;
    template <class T>
    friend class Async;
    std::unique_ptr<detail::Realm, void (*)(detail::Realm*)> m_realm;
};

template <class T>
Value Async<T>::object(Runtime& runtime) && {
    return Value::make(*runtime.m_realm, std::move(*this).to_object(*runtime.m_realm, nullptr));
}

} // namespace ouro
