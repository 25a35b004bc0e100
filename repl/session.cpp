// SPDX-License-Identifier: MIT
//
// Sessions: the module __main__, running code in it, and exit statuses as CPython gives them.
#include "repl/session.hpp"

#include "lang/compile.hpp"
#include "lang/stages.hpp"
#include "stdlib/asyncio/runner.hpp"
#include "stdlib/modules.hpp"
#include "stdlib/sys/program_end.hpp"
#include "stdlib/sys/sys.hpp"
#include "vm/code.hpp"
#include "vm/errors/exceptions.hpp"
#include "vm/finalize.hpp"
#include "vm/import.hpp"
#include "vm/run/interpreter.hpp"
#include "vm/objects/text_stream.hpp"

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <poll.h>
#include <unistd.h>

namespace ouro::repl {

using namespace vm;

// The folders of OUROPATH, separated by colons.
static void add_environment_path(VM& vm, List& path) {
    const char* variable = std::getenv("OUROPATH");
    std::string_view rest = variable ? variable : "";
    while (!rest.empty()) {
        size_t colon = rest.find(':');
        if (colon != 0)
            MUST(list_append(vm, path, make_short_str(vm, rest.substr(0, colon)))); // a few short entries
        rest = colon == std::string_view::npos ? "" : rest.substr(colon + 1);
    }
}

Session::Session(std::span<const std::string> arguments, std::string_view first_path) {
    stdlib::register_stdlib(m_vm);
    lang::install_compiler(m_vm);
    stdlib::set_arguments(m_vm, arguments);
    List* path = make_list(m_vm, std::initializer_list<Value>{make_short_str(m_vm, first_path)});
    add_environment_path(m_vm, *path);
    module_set(m_vm, *m_vm.sys, "path", path);
    m_main = make_module(m_vm, m_vm.names.dunder_main);
    if (DictEntry* builtins = dict_find(*m_vm.modules, intern(m_vm, "builtins")))
        dict_set(m_vm, *m_main->dict, m_vm.names.dunder_builtins, builtins->value);
    dict_set(m_vm, *m_vm.modules, m_vm.names.dunder_main, m_main);
}

Result<Value> Session::execute(std::string_view text, std::string_view name, std::string_view mode) {
    Code* code = TRY(m_vm.compile(m_vm, text, name, std::string(mode) + ":await"));
    Value result = TRY(run_code(m_vm, *code, m_main->dict, m_main->dict));
    Generator* coroutine = as<Generator>(result);
    if (!coroutine || !code->has(Code::COROUTINE))
        return result;
    return stdlib::run_main_coroutine(m_vm, *coroutine);
}

// The status of SystemExit, whose text, if it is one, goes to stderr (Library Reference, SystemExit).
static int exit_status(VM& vm, Exception& exception) {
    Value code = exception.field(0);
    if (!code || code.is_none())
        return 0;
    if (is_int(code))
        return to_int64(code) ? int(*to_int64(code) & 0xFF) : 255;
    auto text = str(vm, code);
    if (!text.is_error())
        vm.write_stderr(std::string(text.release()->view()) + "\n");
    return 1;
}

// Whoever read the standard output has gone (`ouro job.py | head`): there is nothing wrong with the script.
static bool lost_its_reader(VM& vm, Exception* exception) {
    pollfd output{STDOUT_FILENO, POLLOUT, 0};
    return is_exception_of(exception, vm, ExceptionId::BrokenPipeError) && poll(&output, 1, 0) > 0 && (output.revents & POLLERR);
}

// What the script has put in the place of sys.excepthook; empty while it is the one that Ouro began with.
static Value own_excepthook(VM& vm) {
    DictEntry* hook = vm.sys ? dict_find(*static_cast<Module*>(vm.sys)->dict, intern(vm, "excepthook")) : nullptr;
    if (!hook)
        return {};
    NativeFunction* native = as<NativeFunction>(hook->value);
    return native && native->def->name() == "excepthook" ? Value() : hook->value;
}

// Lets the script's hook report the exception. An error in the hook is reported with it.
static std::optional<int> report_by_hook(VM& vm, Value hook, Exception& exception) {
    Value traceback = exception.traceback ? Value(exception.traceback) : Value::none();
    auto called = call(vm, hook, {Value(vm.type_of(&exception)), Value(&exception), traceback});
    flush_standard_streams(vm);
    if (!called.is_error())
        return {};
    if (is_exception_of(called.exception(), vm, ExceptionId::SystemExit))
        return exit_status(vm, *called.exception());
    vm.write_stderr("Error in sys.excepthook:\n" + format_exception(vm, *called.exception()) + "\nOriginal exception was:\n" +
                    format_exception(vm, exception));
    return {};
}

int Session::report(Exception* exception) {
    Root rooted(m_vm.heap, exception);
    flush_standard_streams(m_vm);
    if (is_exception_of(exception, m_vm, ExceptionId::SystemExit))
        return exit_status(m_vm, *exception);
    if (lost_its_reader(m_vm, exception))
        return 1;
    if (Value hook = own_excepthook(m_vm)) {
        if (auto status = report_by_hook(m_vm, hook, *exception))
            return *status;
    } else {
        m_vm.write_stderr(format_exception(m_vm, *exception));
    }
    return is_exception_of(exception, m_vm, ExceptionId::KeyboardInterrupt) ? 130 : 1;
}

int Session::run(std::string_view text, std::string_view name, std::string_view mode) {
    auto result = execute(text, name, mode);
    Root value(m_vm.heap, result.is_error() ? Value(result.exception()) : Value());
    auto closed = stdlib::close_main_runner(m_vm);
    if (result.is_error())
        return report(result.exception());
    return closed.is_error() ? report(closed.error().exception) : 0;
}

int Session::run_text(std::string_view text, const std::string& name) {
    m_vm.source_texts[name] = text;
    return run(text, name, "file");
}

// `./job.py` and `job.py` as /folder/job.py, without resolving links, as CPython shows the main script.
static std::string absolute_path(const std::string& path) {
    char folder[PATH_MAX];
    if (path.starts_with('/') || !getcwd(folder, sizeof(folder)))
        return path;
    return fmt::format("{}/{}", folder, path.starts_with("./") ? path.substr(2) : path);
}

int Session::run_file(const std::string& given_path) {
    std::string path = absolute_path(given_path);
    std::string text;
    if (!lang::read_text_file(path, text)) {
        std::fprintf(stderr, "ouro: can't open file '%s': [Errno %d] %s\n", path.c_str(), errno, std::strerror(errno));
        return 2;
    }
    dict_set(m_vm, *m_main->dict, m_vm.names.dunder_file, make_short_str(m_vm, path));
    return run(text, path, "file");
}

int Session::run_module(std::string_view name) {
    auto source = find_module_source(m_vm, name);
    if (source.is_error())
        return report(source.exception());
    ModuleSource found = source.release();
    if (!found.exists) {
        std::fprintf(stderr, "ouro: No module named %.*s\n", int(name.size()), name.data());
        return 1;
    }
    dict_set(m_vm, *m_main->dict, m_vm.names.dunder_file, make_short_str(m_vm, found.file));
    size_t dot = name.rfind('.');
    std::string_view package = dot == std::string_view::npos ? "" : name.substr(0, dot);
    dict_set(m_vm, *m_main->dict, m_vm.names.dunder_package, intern(m_vm, package));
    return run(found.text, found.file, "file");
}

// Reads one prompt entry: lines until it is complete, or until a blank line ends a block. False at the end of input.
static bool read_entry(std::string& entry) {
    entry.clear();
    for (;;) {
        std::fputs(entry.empty() ? ">>> " : "... ", stdout);
        std::fflush(stdout);
        char* line = nullptr;
        size_t capacity = 0;
        ssize_t length = getline(&line, &capacity, stdin);
        std::string text(line ? line : "", length > 0 ? size_t(length) : 0);
        std::free(line);
        if (length < 0)
            return !entry.empty();
        bool is_blank = text.find_first_not_of(" \t\r\n") == std::string::npos;
        if (is_blank && entry.empty())
            continue;
        entry += text;
        if (!lang::needs_more_lines(entry, is_blank))
            return true;
    }
}

int Session::run_prompt() {
    std::fputs("Ouro 0.1.0 (Python 3.14). Ctrl-D leaves; await works here.\n", stderr);
    stdlib::serve_prompt(m_vm);
    std::string entry;
    while (read_entry(entry)) {
        m_vm.source_texts["<stdin>"] = entry;
        auto result = execute(entry, "<stdin>", "single");
        if (!result.is_error()) {
            flush_standard_streams(m_vm);
            continue;
        }
        int status = report(result.exception());
        if (is_exception_of(result.exception(), m_vm, ExceptionId::SystemExit))
            return status;
    }
    std::fputs("\n", stdout);
    return 0;
}

int Session::finish(int status) {
    stdlib::run_exit_functions(m_vm);
    if (auto closed = stdlib::close_main_runner(m_vm); closed.is_error())
        status = report(closed.error().exception);
    finalize_everything(m_vm);
    stdlib::flush_files(m_vm);
    if (stdlib::has_lost_error(m_vm) && status == 0)
        status = 1;
    if (!flush_standard_streams(m_vm) && status == 0)
        status = 120;
    return status;
}

} // namespace ouro::repl
