// SPDX-License-Identifier: MIT
//
// Shared declarations of the script test runner: what a test is, how a child process is run (process.cpp), and how two
// texts are compared for people (difference.cpp). run_scripts.cpp puts them together.

#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace script_tests {

struct Test {
    std::filesystem::path script; // absolute
    std::string name;             // area/fact
    std::vector<std::string> arguments;
    bool ouro_only = false;
    bool since_314 = false;
    bool no_stress = false;
};

enum class Mode { Run, Record, Check };

struct Options {
    Mode mode = Mode::Run;
    std::string ouro = std::filesystem::absolute("build/release/ouro").string();
    std::string python;
    bool python_is_314 = false; // or later
    std::vector<std::string> flags;
    std::vector<std::string> places;
    std::vector<std::string> known; // names of tests that are known to fail
    unsigned jobs = std::max(1u, std::thread::hardware_concurrency());
    int seconds = 60;
    bool verbose = false;

    bool stress() const { return std::ranges::find(flags, "--gc-stress") != flags.end(); }
};

struct Command {
    std::vector<std::string> arguments; // the first is the program, looked up in PATH
    std::vector<std::string> environment; // NAME=VALUE, in addition to what every script gets
    std::string folder;
    std::string input;
    int seconds = 60;
};

struct Outcome {
    std::string out;
    std::string err;
    int status = 0; // as a shell shows it: 128 + n after signal n
    int signal = 0;
    bool timed_out = false;
    std::string failure; // why the program could not be started
};

// Runs one program to its end or its time limit, in a process group of its own.
Outcome run(const Command& command);

// Lines of both texts with `-` (only expected), `+` (only actual) and a little of what is common.
std::string difference(const std::string& expected, const std::string& actual);

// Removes every occurrence of `part` from `text`.
void remove_all(std::string& text, const std::string& part);

} // namespace script_tests
