// SPDX-License-Identifier: MIT
//
// Runs the script tests: tests/scripts/<area>/<fact>.py, each with its expected standard output beside it in
// <fact>.out, its standard error in <fact>.err (absent: empty) and its exit status in <fact>.status (absent: 0). An
// optional <fact>.in is the standard input. Files and folders whose names begin with `_` are modules for tests to
// import.
//
// The expected files are written by CPython (--record) and can be compared with it again at any time (--check), so they
// state facts about Python and not about us. Comments in a test's first lines:
//
//     # ouro-only: reason          CPython cannot run it (top-level await); neither recorded nor checked
//     # args: one two              arguments of the script
//     # since 3.14                 recorded from CPython 3.14; an older one prints something else and is not asked
//     # no-stress: reason          skipped when --gc-stress is among the flags
//
// A script runs in its own folder under its bare name; the folder's path is cut out of what it prints. TMPDIR names a
// folder that is empty when the script begins and gone after it, whatever it leaves there.
// A plain C++ program, because a bare Debian has a compiler and need not have Python.

#include "run_scripts.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <mutex>
#include <optional>
#include <sstream>
#include <thread>

namespace fs = std::filesystem;

namespace script_tests {

static std::string read_text(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

static void write_text(const fs::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

// Expected texts live in files that only exist when there is something to say.
static void write_or_remove(const fs::path& path, const std::string& text) {
    if (text.empty())
        fs::remove(path);
    else
        write_text(path, text);
}

static fs::path beside(const fs::path& script, const char* extension) {
    return fs::path(script).replace_extension(extension);
}

static void read_marks(Test& test) {
    std::ifstream file(test.script);
    for (std::string line; std::getline(file, line) && line.starts_with('#');) {
        if (line.starts_with("# ouro-only"))
            test.ouro_only = true;
        else if (line.starts_with("# since 3.14"))
            test.since_314 = true;
        else if (line.starts_with("# no-stress"))
            test.no_stress = true;
        else if (line.starts_with("# args:")) {
            std::istringstream words(line.substr(7));
            for (std::string word; words >> word;)
                test.arguments.push_back(word);
        }
    }
}

static void add_test(std::vector<Test>& tests, const fs::path& path) {
    Test test;
    test.script = fs::absolute(path).lexically_normal();
    test.name = (test.script.parent_path().filename() / test.script.stem()).string();
    read_marks(test);
    tests.push_back(std::move(test));
}

// Tests are the .py files of a folder and of its subfolders; `_` at the beginning of a name hides it.
static void find_tests(std::vector<Test>& tests, const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder)) {
        std::string name = entry.path().filename().string();
        if (name.starts_with('_') || name.starts_with('.'))
            continue;
        if (fs::exists(entry.path() / "CMakeLists.txt"))
            continue; // a host program, whose scripts need their host
        if (entry.is_directory())
            find_tests(tests, entry.path());
        else if (entry.path().extension() == ".py")
            add_test(tests, entry.path());
    }
}

namespace {

// A new folder, removed with what is in it.
class TemporaryFolder {
public:
    TemporaryFolder() : m_path((fs::temp_directory_path() / "run_scripts.XXXXXX").string()) {
        if (!mkdtemp(m_path.data()))
            throw fs::filesystem_error("mkdtemp", m_path, std::error_code(errno, std::generic_category()));
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    const std::string& path() const { return m_path; }

private:
    std::string m_path;
};

} // namespace

static Outcome run_test(const Options& options, const std::string& program, const std::vector<std::string>& flags,
                        const Test& test, const char* hash_seed) {
    Command command;
    command.arguments = {program};
    command.arguments.insert(command.arguments.end(), flags.begin(), flags.end());
    command.arguments.push_back(test.script.filename().string());
    command.arguments.insert(command.arguments.end(), test.arguments.begin(), test.arguments.end());
    command.folder = test.script.parent_path().string();
    fs::path input = beside(test.script, ".in");
    command.input = fs::exists(input) ? input.string() : "/dev/null";
    command.environment.push_back(std::string("PYTHONHASHSEED=") + hash_seed);
    command.environment.push_back("PYTHONDONTWRITEBYTECODE=1");
    TemporaryFolder temporary;
    command.environment.push_back("TMPDIR=" + temporary.path());
    command.seconds = options.seconds;
    Outcome outcome = run(command);
    remove_all(outcome.out, command.folder + "/");
    remove_all(outcome.err, command.folder + "/");
    return outcome;
}

static Outcome expected_outcome(const Test& test) {
    Outcome outcome;
    outcome.out = read_text(beside(test.script, ".out"));
    outcome.err = read_text(beside(test.script, ".err"));
    std::string status = read_text(beside(test.script, ".status"));
    outcome.status = status.empty() ? 0 : std::atoi(status.c_str());
    return outcome;
}

// Empty when both agree, else what to print.
static std::string compare(const Options& options, const Outcome& expected, const Outcome& actual) {
    std::string report;
    if (actual.timed_out)
        report += "  no end after " + std::to_string(options.seconds) + " s\n";
    if (actual.signal && actual.status != expected.status)
        report += std::string("  killed by signal: ") + strsignal(actual.signal) + "\n";
    if (!actual.failure.empty())
        report += "  " + actual.failure + "\n";
    if (actual.status != expected.status)
        report +=
            "  exit status " + std::to_string(actual.status) + ", expected " + std::to_string(expected.status) + "\n";
    if (actual.out != expected.out)
        report += "  standard output (- expected, + printed):\n" + difference(expected.out, actual.out);
    if (actual.err != expected.err)
        report += "  standard error (- expected, + printed):\n" + difference(expected.err, actual.err);
    return report;
}

static std::string check_ouro(const Options& options, const Test& test) {
    if (!fs::exists(beside(test.script, ".out")))
        return "  there is no " + beside(test.script, ".out").filename().string() + "; record it\n";
    return compare(options, expected_outcome(test), run_test(options, options.ouro, options.flags, test, "0"));
}

// Runs the oracle twice with different hash seeds: what differs between the two says nothing about Python.
static std::string run_oracle(const Options& options, const Test& test, Outcome& outcome) {
    outcome = run_test(options, options.python, {}, test, "1");
    std::string report = compare(options, outcome, run_test(options, options.python, {}, test, "2"));
    return report.empty() ? report : "  two runs of CPython differ:\n" + report;
}

static std::string check_oracle(const Options& options, const Test& test) {
    Outcome outcome;
    std::string report = run_oracle(options, test, outcome);
    return report.empty() ? compare(options, expected_outcome(test), outcome) : report;
}

static std::string record(const Options& options, const Test& test) {
    Outcome outcome;
    std::string report = run_oracle(options, test, outcome);
    if (report.empty() &&
        (outcome.timed_out || (outcome.signal && outcome.signal != SIGINT) || !outcome.failure.empty()))
        report = compare(options, Outcome{}, outcome);
    if (!report.empty())
        return report;
    write_text(beside(test.script, ".out"), outcome.out);
    write_or_remove(beside(test.script, ".err"), outcome.err);
    write_or_remove(beside(test.script, ".status"), outcome.status ? std::to_string(outcome.status) + "\n" : "");
    return "";
}

static std::string perform(const Options& options, const Test& test) {
    switch (options.mode) {
    case Mode::Run:
        return check_ouro(options, test);
    case Mode::Record:
        return record(options, test);
    case Mode::Check:
        return check_oracle(options, test);
    }
    return "";
}

static bool is_skipped(const Options& options, const Test& test) {
    if (options.mode != Mode::Run)
        return test.ouro_only || (test.since_314 && !options.python_is_314);
    return test.no_stress && options.stress();
}

// All tests on options.jobs threads; returns the number of failures.
static size_t run_all(const Options& options, const std::vector<Test>& tests) {
    std::atomic<size_t> next = 0, failed = 0, skipped = 0, known = 0;
    std::mutex printing;
    auto work = [&] {
        for (size_t i; (i = next++) < tests.size();) {
            if (is_skipped(options, tests[i])) {
                ++skipped;
                continue;
            }
            std::string report = perform(options, tests[i]);
            if (std::ranges::find(options.known, tests[i].name) != options.known.end()) {
                known += !report.empty();
                skipped += !report.empty();
                continue;
            }
            failed += !report.empty();
            std::lock_guard lock(printing);
            if (!report.empty())
                std::printf("FAILED %s\n%s", tests[i].name.c_str(), report.c_str());
            else if (options.verbose)
                std::printf("ok     %s\n", tests[i].name.c_str());
        }
    };
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < options.jobs; ++i)
        threads.emplace_back(work);
    for (auto& thread : threads)
        thread.join();
    if (known)
        std::printf("%zu known failures are counted as skipped\n", known.load());
    std::string note = skipped ? ", " + std::to_string(skipped) + " skipped" : "";
    std::printf("%zu passed, %zu failed%s\n", tests.size() - failed - skipped, failed.load(), note.c_str());
    return failed;
}

static const char s_usage[] =
    "usage: run_scripts [options] [FOLDER|FILE.py ...]\n"
    "  --ouro PATH       the command to test (default build/release/ouro)\n"
    "  --flag FLAG       pass FLAG to ouro before the script, for example --gc-stress; may be repeated\n"
    "  --jobs N          scripts run at once (default: number of processors)\n"
    "  --time-limit S    seconds allowed for one script (default 60, with --gc-stress 600)\n"
    "  --record PYTHON   write the expected files from that CPython instead of testing\n"
    "  --check PYTHON    compare the expected files with that CPython instead of testing\n"
    "  --known FILE      a list of tests that are known to fail: their failures are counted as skipped\n"
    "  --verbose         also name the tests that pass\n";

// Names of tests, one a line, with comments behind '#'.
static void read_known(const std::string& path, std::vector<std::string>& names) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        std::string name = line.substr(0, line.find_first_of(" #"));
        if (!name.empty())
            names.push_back(name);
    }
}

static std::optional<Options> parse_options(int argc, char** argv) {
    Options options;
    int seconds = 0;
    for (int i = 1; i < argc; ++i) {
        std::string argument = argv[i];
        auto value = [&]() -> std::string { return i + 1 < argc ? argv[++i] : ""; };
        if (argument == "--ouro")
            options.ouro = fs::absolute(value()).string();
        else if (argument == "--flag")
            options.flags.push_back(value());
        else if (argument == "--jobs")
            options.jobs = unsigned(std::max(1, std::atoi(value().c_str())));
        else if (argument == "--time-limit")
            seconds = std::atoi(value().c_str());
        else if (argument == "--record" || argument == "--check") {
            options.mode = argument == "--record" ? Mode::Record : Mode::Check;
            options.python = value();
        } else if (argument == "--known")
            read_known(value(), options.known);
        else if (argument == "--verbose")
            options.verbose = true;
        else if (argument.starts_with("-"))
            return std::nullopt;
        else
            options.places.push_back(argument);
    }
    options.seconds = seconds ? seconds : options.stress() ? 600 : 60;
    if (options.mode != Mode::Run && options.python.empty())
        return std::nullopt;
    return options;
}

// Only a CPython of a version that the expected files are made for is an oracle.
static bool find_oracle_version(Options& options) {
    Command command;
    command.arguments = {options.python, "-c", "import sys; print(sys.implementation.name, *sys.version_info[:2])"};
    command.folder = ".";
    command.input = "/dev/null";
    std::string version = run(command).out;
    options.python_is_314 = version == "cpython 3 14\n";
    return options.python_is_314 || version == "cpython 3 13\n";
}

static int main(int argc, char** argv) {
    auto options = parse_options(argc, argv);
    if (!options) {
        std::fputs(s_usage, stderr);
        return 2;
    }
    if (options->mode != Mode::Run && !find_oracle_version(*options)) {
        std::fprintf(stderr, "run_scripts: %s is no CPython 3.13 or 3.14\n", options->python.c_str());
        return 2;
    }
    if (options->places.empty())
        options->places.push_back("tests/scripts");
    std::vector<Test> tests;
    for (const auto& place : options->places) {
        if (fs::is_directory(place))
            find_tests(tests, place);
        else if (fs::exists(place))
            add_test(tests, place);
        else {
            std::fprintf(stderr, "run_scripts: there is no %s\n", place.c_str());
            return 2;
        }
    }
    std::ranges::sort(tests, {}, &Test::script);
    return run_all(*options, tests) ? 1 : 0;
}

} // namespace script_tests

int main(int argc, char** argv) {
    return script_tests::main(argc, argv);
}
