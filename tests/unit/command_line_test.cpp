// SPDX-License-Identifier: MIT
//
// The flags of the `ouro` command.
#include "repl/command_line.hpp"

#include <catch2/catch.hpp>

using ouro::repl::CommandLine;
using What = CommandLine::What;

static CommandLine parsed(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "ouro");
    CommandLine line;
    auto status = ouro::repl::parse(int(arguments.size()), arguments.data(), line);
    CHECK_FALSE(status);
    return line;
}

TEST_CASE("what follows the script is the script's") {
    CommandLine line = parsed({"-q", "job.py", "-q", "--", "-c"});
    CHECK(line.what == What::File);
    CHECK(line.target == "job.py");
    CHECK(line.arguments == std::vector<std::string>{"job.py", "-q", "--", "-c"});
    CHECK(line.flags == std::map<std::string, int>{{"quiet", 1}});
    CHECK(parsed({"--", "-c"}).target == "-c");
    CHECK(parsed({"-", "a"}).what == What::Stdin);
    CHECK(parsed({}).arguments == std::vector<std::string>{""});
}

TEST_CASE("short flags may be joined, and a value may follow its flag at once") {
    CommandLine line = parsed({"-Oic", "pass", "x"});
    CHECK(line.what == What::Code);
    CHECK(line.target == "pass");
    CHECK(line.arguments == std::vector<std::string>{"-c", "x"});
    CHECK(line.flags == std::map<std::string, int>{{"inspect", 1}, {"interactive", 1}, {"optimize", 1}});
    CHECK(parsed({"-cpass"}).target == "pass");
    CHECK(parsed({"-OO"}).flags.at("optimize") == 2);
    line = parsed({"-Werror", "-W", "ignore", "-uXdev", "-m", "tool"});
    CHECK(line.warnings == std::vector<std::string>{"error", "ignore"});
    CHECK(line.x_options == std::vector<std::string>{"dev"});
    CHECK(line.unbuffered);
    CHECK(line.what == What::Module);
    CHECK(line.arguments == std::vector<std::string>{"-m"});
}

TEST_CASE("-I means -E, -P and -s") {
    CommandLine line = parsed({"-I"});
    for (const char* flag : {"isolated", "ignore_environment", "safe_path", "no_user_site"})
        CHECK(line.has(flag));
}

TEST_CASE("a stage is printed of a FILE, which may not be missing") {
    CHECK(parsed({"--ast", "job.py"}).stage == ouro::lang::Stage::Ast);
    CommandLine line;
    for (std::vector<const char*> arguments : {std::vector<const char*>{"ouro", "--ast"}, {"ouro", "--tokens", "-"}})
        CHECK(ouro::repl::parse(int(arguments.size()), arguments.data(), line) == 2);
}
