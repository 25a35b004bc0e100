// SPDX-License-Identifier: MIT
//
// One table of the flags without a value; the few with one are spelled out.
#include "repl/command_line.hpp"

#include <cstdio>
#include <cstring>
#include <string_view>

namespace ouro::repl {

namespace {

constexpr const char* USAGE =
    "usage: ouro [option] ... [-c CODE | -m MODULE | FILE | FOLDER | -] [ARGUMENT] ...\n"
    "  -c CODE        run CODE\n"
    "  -m MODULE      run a module as a script\n"
    "  FILE           run a script; - reads it from standard input; of a FOLDER its __main__.py\n"
    "  -i             then start the prompt\n"
    "  -q             start the prompt without a greeting\n"
    "  -u             write output at once\n"
    "  -O, -OO        leave out assert statements; docstrings, too\n"
    "  -W ACTION      what to do with warnings, as in module warnings\n"
    "  -E, -P, -I     no OUROPATH; no folder of the script in sys.path; both\n"
    "  -X NAME=VALUE  an entry of sys._xoptions; dev shows all warnings\n"
    "  -b -B -d -s -S -v  only shown in sys.flags\n"
    "  --tokens       print the tokens of FILE instead of running it\n"
    "  --ast          print its syntax tree (--positions: with positions)\n"
    "  --bytecode     print its instructions\n"
    "  --gc-stress    collect at every allocation\n"
    "  --virtual-time let the clocks stand still and jump over every wait\n"
    "  -V, --version  print the version\n"
    "  -h, --help     print this text\n"
    "Without CODE, MODULE or FILE, ouro starts its prompt, or runs standard input if that is no terminal.\n";

int usage_error(const char* format, const char* argument) {
    std::fprintf(stderr, format, argument);
    std::fputs(USAGE, stderr);
    return 2;
}

// What a short flag raises in sys.flags.
struct ShortFlag {
    char letter;
    const char* names[4];
};
constexpr ShortFlag SHORT_FLAGS[] = {
    {'b', {"bytes_warning"}},
    {'B', {"dont_write_bytecode"}},
    {'d', {"debug"}},
    {'E', {"ignore_environment"}},
    {'i', {"inspect", "interactive"}},
    {'I', {"isolated", "ignore_environment", "no_user_site", "safe_path"}},
    {'O', {"optimize"}},
    {'P', {"safe_path"}},
    {'q', {"quiet"}},
    {'s', {"no_user_site"}},
    {'S', {"no_site"}},
    {'u', {}},
    {'v', {"verbose"}},
};

int print_and_stop(const char* text) {
    std::fputs(text, stdout);
    return 0;
}

class Parser {
public:
    Parser(int argc, const char* const* argv, CommandLine& line) : m_argv(argv), m_argc(argc), m_line(line) {}

    std::optional<int> run() {
        m_line.command = std::span(m_argv, size_t(m_argc));
        while (m_next < m_argc && m_line.what == CommandLine::What::Prompt) {
            const char* argument = m_argv[m_next++];
            std::optional<int> status;
            if (std::strcmp(argument, "--") == 0) {
                if (m_next < m_argc)
                    take_script(m_argv[m_next++]);
                break;
            }
            if (argument[0] != '-' || argument[1] == '\0')
                take_script(argument);
            else if (argument[1] == '-')
                status = long_flag(argument);
            else
                status = short_flags(argument + 1);
            if (status)
                return status;
        }
        if (m_line.stage && m_line.what != CommandLine::What::File)
            return usage_error("ouro: %s needs a FILE\n", m_stage_flag);
        if (m_line.arguments.empty())
            m_line.arguments = {""};
        m_line.arguments.insert(m_line.arguments.end(), m_argv + m_next, m_argv + m_argc);
        return {};
    }

private:
    void take_script(const char* argument) {
        m_line.what = std::strcmp(argument, "-") == 0 ? CommandLine::What::Stdin : CommandLine::What::File;
        m_line.target = argument;
        m_line.arguments = {argument};
    }

    void take_stage(lang::Stage stage, std::string_view flag) {
        m_line.stage = stage;
        m_stage_flag = flag.data();
    }

    std::optional<int> long_flag(std::string_view flag) {
        if (flag == "--gc-stress")
            m_line.gc_stress = true;
        else if (flag == "--virtual-time")
            m_line.virtual_time = true;
        else if (flag == "--positions")
            m_line.positions = true;
        else if (flag == "--tokens")
            take_stage(lang::Stage::Tokens, flag);
        else if (flag == "--ast")
            take_stage(lang::Stage::Ast, flag);
        else if (flag == "--bytecode")
            take_stage(lang::Stage::Bytecode, flag);
        else if (flag == "--version")
            return print_version();
        else if (flag == "--help")
            return print_and_stop(USAGE);
        else
            return usage_error("ouro: unknown option %s\n", flag.data());
        return {};
    }

    // `letters`: one argument, without its dash. A flag with a value takes the rest of it, or the next argument.
    std::optional<int> short_flags(const char* letters) {
        for (; *letters && m_line.what == CommandLine::What::Prompt; letters++) {
            if (std::strchr("cmWX", *letters)) {
                const char* value = letters[1] ? letters + 1 : m_next < m_argc ? m_argv[m_next++] : nullptr;
                char flag[] = {'-', *letters, '\0'};
                if (!value)
                    return usage_error("ouro: argument expected for the %s option\n", flag);
                take_value(*letters, value);
                return {};
            }
            if (*letters == 'V')
                return print_version();
            if (*letters == 'h' || *letters == '?')
                return print_and_stop(USAGE);
            if (!raise_flags(*letters)) {
                char flag[] = {'-', *letters, '\0'};
                return usage_error("ouro: unknown option %s\n", flag);
            }
        }
        return {};
    }

    void take_value(char letter, const char* value) {
        if (letter == 'W') {
            m_line.warnings.push_back(value);
        } else if (letter == 'X') {
            m_line.x_options.push_back(value);
            if (std::strcmp(value, "dev") == 0)
                m_line.flags["dev_mode"] = 1;
        } else {
            m_line.what = letter == 'c' ? CommandLine::What::Code : CommandLine::What::Module;
            m_line.target = value;
            m_line.arguments = {letter == 'c' ? "-c" : "-m"};
        }
    }

    bool raise_flags(char letter) {
        for (const ShortFlag& flag : SHORT_FLAGS) {
            if (flag.letter != letter)
                continue;
            m_line.unbuffered |= letter == 'u';
            for (const char* name : flag.names) {
                if (name)
                    m_line.flags[name]++;
            }
            return true;
        }
        return false;
    }

    static int print_version() {
        std::puts(VERSION);
        return 0;
    }

    const char* const* m_argv;
    int m_argc, m_next = 1;
    const char* m_stage_flag = nullptr;
    CommandLine& m_line;
};

} // namespace

std::optional<int> parse(int argc, const char* const* argv, CommandLine& line) {
    return Parser(argc, argv, line).run();
}

} // namespace ouro::repl
