// SPDX-License-Identifier: MIT
//
// What is run, and with which sys.path. CPython's order of events: the script, the end of its event loop, the report of
// what it raised, the prompt after -i, the end of the program.
#include "repl/session.hpp"

#include "repl/prompt.hpp"

#include <climits>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace ouro::repl {

using What = CommandLine::What;

// --- Paths ----------------------------------------------------------------------------------------------------------

static bool is_folder(const std::string& path) {
    struct stat status;
    return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

// The folder of a script: where it really is, whatever link led to it.
static std::string folder_of(std::string path) {
    char resolved[PATH_MAX];
    if (realpath(path.c_str(), resolved))
        path = resolved;
    size_t slash = path.rfind('/');
    return slash == std::string::npos ? "" : slash == 0 ? "/" : path.substr(0, slash);
}

// `./job.py` and `job.py` as /folder/job.py, without resolving links, as CPython shows the main script.
static std::string absolute_path(const std::string& path) {
    char folder[PATH_MAX];
    if (path.starts_with('/') || !getcwd(folder, sizeof(folder)))
        return path;
    return std::string(folder) + "/" + (path.starts_with("./") ? path.substr(2) : path);
}

// The folders of OUROPATH, separated by colons.
static void add_environment_path(std::vector<std::string>& folders) {
    const char* variable = std::getenv("OUROPATH");
    std::string_view rest = variable ? variable : "";
    while (!rest.empty()) {
        size_t colon = rest.find(':');
        if (colon != 0)
            folders.emplace_back(rest.substr(0, colon));
        rest = colon == std::string_view::npos ? "" : rest.substr(colon + 1);
    }
}

// sys.path begins with where the program comes from.
static std::string first_folder(const CommandLine& line) {
    if (line.what == What::File)
        return is_folder(line.target) ? absolute_path(line.target) : folder_of(line.target);
    char folder[PATH_MAX];
    return line.what == What::Module && getcwd(folder, sizeof(folder)) ? folder : "";
}

static Options options_of(const CommandLine& line) {
    Options options;
    options.unrestricted = true;
    options.signals = true;
    options.input = STDIN_FILENO;
    options.arguments = line.arguments;
    options.command = line.command;
    if (!line.has("safe_path"))
        options.import_folders.push_back(first_folder(line));
    if (!line.has("ignore_environment"))
        add_environment_path(options.import_folders);
    options.flags = line.flags;
    options.virtual_time = line.virtual_time;
    options.gc_stress = line.gc_stress;
    return options;
}

// --- Running --------------------------------------------------------------------------------------------------------

Session::Session(const CommandLine& line) : m_line(line), m_runtime(options_of(line)) {}

// Library Reference, "Debug Mode".
static bool debugs_asyncio(const CommandLine& line) {
    const char* variable = line.has("ignore_environment") ? nullptr : std::getenv("PYTHONASYNCIODEBUG");
    return line.has("dev_mode") || (variable && *variable);
}

// Text that goes to the descriptor itself as it is written, line or not, as scripts could have it.
static void make_unbuffered(Runtime& runtime, const Value& sys, const std::string& name) {
    Value stream = sys.attr(name);
    if (stream.is_none())
        return;
    Value made = runtime.import("io").call("TextIOWrapper", stream.attr("buffer").attr("raw"), stream.attr("encoding"),
                                             stream.attr("errors"), named("write_through", true));
    made.set_attr("mode", "w");
    sys.set_attr(name, made);
    sys.set_attr("__" + name + "__", made);
}

// Flags that scripts could have given themselves.
void Session::apply_flags() {
    if (!m_line.unbuffered && m_line.warnings.empty() && m_line.x_options.empty() && !debugs_asyncio(m_line))
        return;
    Value sys = m_runtime.import("sys");
    if (m_line.unbuffered) {
        make_unbuffered(m_runtime, sys, "stdout");
        make_unbuffered(m_runtime, sys, "stderr");
    }
    for (const std::string& option : m_line.x_options) {
        size_t equals = option.find('=');
        Value entries = sys.attr("_xoptions");
        if (equals == std::string::npos)
            entries.set_item(option, true);
        else
            entries.set_item(option.substr(0, equals), option.substr(equals + 1));
        if (option == "dev")
            sys.attr("warnoptions").call("append", "default");
    }
    if (debugs_asyncio(m_line))
        m_runtime.import("_asyncio").call("_debug_by_default");
    for (const std::string& warning : m_line.warnings)
        sys.attr("warnoptions").call("append", warning);
    if (sys.attr("warnoptions").truth())
        m_runtime.import("warnings"); // which reads them
}

// Runs `work`, then ends the event loop, and only then reports what `work` raised.
template <class F>
int Session::attempt(F&& work) {
    std::optional<Error> failure;
    try {
        work();
    } catch (const Error& error) {
        failure = error;
    }
    try {
        m_runtime.close_loop();
    } catch (const Error& error) {
        if (!failure)
            failure = error;
    }
    if (!failure)
        return 0;
    m_was_interrupted = failure->is("KeyboardInterrupt");
    return m_runtime.report(*failure);
}

int Session::run_file() {
    std::string path = absolute_path(m_line.target);
    if (is_folder(path) && access((path + "/__main__.py").c_str(), F_OK) != 0) {
        std::fprintf(stderr, "ouro: can't find '__main__' module in '%s'\n", path.c_str());
        return 1;
    }
    try {
        return attempt([&] { m_runtime.run_file(path); });
    } catch (const std::system_error& error) {
        std::fprintf(stderr, "ouro: can't open file '%s': [Errno %d] %s\n", path.c_str(), error.code().value(),
                     error.code().message().c_str());
        return 2;
    }
}

int Session::run_module() {
    try {
        return attempt([&] { m_runtime.run_module(m_line.target); });
    } catch (const std::runtime_error& error) {
        std::fprintf(stderr, "ouro: %s\n", error.what());
        return 1;
    }
}

static std::string read_stdin() {
    std::string text;
    char buffer[64 * 1024];
    while (size_t count = std::fread(buffer, 1, sizeof(buffer), stdin))
        text.append(buffer, count);
    return text;
}

int Session::run_target() {
    switch (m_line.what) {
    case What::File:
        return run_file();
    case What::Module:
        return run_module();
    case What::Code:
        return attempt([&] { m_runtime.run(m_line.target + "\n"); });
    default:
        m_runtime.main().set_attr("__file__", "<stdin>");
        m_runtime.main().set_attr("__cached__", nullptr);
        return attempt([&] { m_runtime.run_bytes(read_stdin(), "<stdin>"); });
    }
}

int Session::run() {
    bool has_prompt = m_line.has("interactive");
    bool has_target = m_line.what != What::Prompt || (!has_prompt && !isatty(STDIN_FILENO));
    int status = attempt([&] { apply_flags(); });
    if (status == 0 && has_target)
        status = run_target();
    if (has_prompt || !has_target) {
        m_was_interrupted = false;
        if (!has_target && !m_line.has("quiet"))
            std::fprintf(stderr, "%s. Ctrl-D leaves; await works here.\n", VERSION);
        status = repl::run_prompt(m_runtime);
    }
    return m_runtime.finish(status);
}

} // namespace ouro::repl
