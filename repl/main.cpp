// SPDX-License-Identifier: MIT
//
// The `ouro` command: its flags, and what they run.
#include "lang/stages.hpp"
#include "repl/session.hpp"

#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <malloc.h>
#include <unistd.h>
#include <vector>

namespace {

constexpr const char* USAGE =
    "usage: ouro [option] ... [-c CODE | -m MODULE | FILE | -] [ARGUMENT] ...\n"
    "  -c CODE        run CODE\n"
    "  -m MODULE      run a module as a script\n"
    "  -i             then start the prompt\n"
    "  FILE           run a script; - reads it from standard input\n"
    "  --tokens       print the tokens of FILE instead of running it\n"
    "  --ast          print its syntax tree (--positions: with positions)\n"
    "  --bytecode     print its instructions\n"
    "  --gc-stress    collect at every allocation\n"
    "  --virtual-time let the clocks stand still and jump over every wait\n"
    "  --version      print the version\n"
    "  --help         print this text\n"
    "Without CODE, MODULE or FILE, ouro starts its prompt, or runs standard input if that is no terminal.\n";

struct Options {
    enum class What { Prompt, File, Code, Module, Stdin } what = What::Prompt;
    std::string target;
    std::vector<std::string> arguments; // sys.argv
    bool interactive = false, gc_stress = false, virtual_time = false, positions = false;
    const char* stage = nullptr; // "tokens", "ast" or "bytecode"
};

int usage_error(const char* format, const char* argument) {
    std::fprintf(stderr, format, argument);
    std::fputs(USAGE, stderr);
    return 2;
}

// Reads one flag. Returns an exit status when there is nothing to run, -1 to go on.
int parse_flag(const std::string& flag, Options& options) {
    if (flag == "--version" || flag == "-V") {
        std::puts("Ouro 0.1.0 (Python 3.14)");
        return 0;
    }
    if (flag == "--help" || flag == "-h") {
        std::fputs(USAGE, stdout);
        return 0;
    }
    if (flag == "-i")
        options.interactive = true;
    else if (flag == "--gc-stress")
        options.gc_stress = true;
    else if (flag == "--virtual-time")
        options.virtual_time = true;
    else if (flag == "--positions")
        options.positions = true;
    else if (flag == "--tokens")
        options.stage = "tokens";
    else if (flag == "--ast")
        options.stage = "ast";
    else if (flag == "--bytecode")
        options.stage = "bytecode";
    else
        return usage_error("ouro: unknown option %s\n", flag.c_str());
    return -1;
}

int parse(int argc, char** argv, Options& options) {
    int i = 1;
    for (; i < argc && options.what == Options::What::Prompt; i++) {
        std::string argument = argv[i];
        if (argument == "-c" || argument == "-m") {
            if (i + 1 >= argc)
                return usage_error("ouro: argument expected for the %s option\n", argv[i]);
            options.what = argument == "-c" ? Options::What::Code : Options::What::Module;
            options.target = argv[++i];
            options.arguments = {argument};
        } else if (argument == "-") {
            options.what = Options::What::Stdin;
            options.arguments = {"-"};
        } else if (!argument.starts_with("-")) {
            options.what = Options::What::File;
            options.target = argument;
            options.arguments = {argument};
        } else if (int status = parse_flag(argument, options); status >= 0) {
            return status;
        }
    }
    if (options.arguments.empty())
        options.arguments = {""};
    options.arguments.insert(options.arguments.end(), argv + i, argv + argc);
    return -1;
}

// The folder of a script: where it really is, whatever link led to it.
std::string folder_of(std::string path) {
    char resolved[PATH_MAX];
    if (realpath(path.c_str(), resolved))
        path = resolved;
    size_t slash = path.rfind('/');
    return slash == std::string::npos ? "" : slash == 0 ? "/" : path.substr(0, slash);
}

std::string read_stdin() {
    std::string text;
    char buffer[64 * 1024];
    while (size_t count = std::fread(buffer, 1, sizeof(buffer), stdin))
        text.append(buffer, count);
    return text;
}

// The VM that Ctrl-C interrupts: one per process, as the signal is.
ouro::vm::VM* interrupted = nullptr;

void install_signals(ouro::vm::VM& vm) {
    interrupted = &vm;
    struct sigaction action = {};
    action.sa_handler = [](int) { interrupted->interrupt(); };
    sigaction(SIGINT, &action, nullptr); // without SA_RESTART: blocking calls return and look
    std::signal(SIGPIPE, SIG_IGN);
}

int run(const Options& options) {
    using What = Options::What;
    bool from_stdin = options.what == What::Stdin || (options.what == What::Prompt && !options.interactive && !isatty(0));
    ouro::repl::Session session(options.arguments, options.what == What::File ? folder_of(options.target) : "");
    install_signals(session.vm());
    session.vm().heap.set_stress(options.gc_stress);
    session.vm().time_is_virtual = options.virtual_time;
    if (options.stage)
        return ouro::lang::print_stage(session.vm(), options.target, options.stage, options.positions);
    int status = 0;
    if (from_stdin)
        status = session.run_text(read_stdin(), "<stdin>");
    else if (options.what == What::File)
        status = session.run_file(options.target);
    else if (options.what == What::Code)
        status = session.run_text(options.target + "\n", "<string>");
    else if (options.what == What::Module)
        status = session.run_module(options.target);
    if ((options.what == What::Prompt && !from_stdin) || options.interactive)
        status = session.run_prompt();
    return session.finish(status);
}

// Memory is left to the system, which takes it back faster than destructors would; a sanitizer looks for leaks first.
[[noreturn]] void leave(int status) {
    std::fflush(nullptr);
#ifdef OURO_SANITIZED
    std::exit(status);
#else
    _exit(status);
#endif
}

} // namespace

int main(int argc, char** argv) {
    // The tables of a large heap grow by leaps: what they leave behind goes back to the system, whatever its size.
    mallopt(M_MMAP_THRESHOLD, 128 * 1024);
    Options options;
    int status = parse(argc, argv, options);
    leave(status >= 0 ? status : run(options));
}
