// SPDX-License-Identifier: MIT
//
// Sources that no person would write: a hundred thousand brackets, endless chains, random bytes, the tour with holes in
// it. Each is generated into a temporary file and given to the command. Whatever it is, the command must end by itself,
// with a Python error on stderr and exit status 1, or with status 0 where the source is valid; never by a signal.
//
//     hostile_sources OURO EXAMPLE.py

#include "../runner/run_scripts.hpp"

#include <atomic>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <mutex>
#include <random>
#include <sstream>
#include <thread>
#include <unistd.h>

namespace fs = std::filesystem;
using script_tests::Outcome;

namespace {

enum class Expect { Error, Success, Either };

struct Case {
    std::string name;
    std::string source;
    Expect expect = Expect::Error;
    bool compile_only = false; // checked with --bytecode, because running it might never end
};

std::string repeat(const std::string& text, size_t count) {
    std::string result;
    result.reserve(text.size() * count);
    for (size_t i = 0; i < count; ++i)
        result += text;
    return result;
}

// Lines whose parts depend on their number.
std::string lines(size_t count, const std::function<std::string(size_t)>& line) {
    std::string result;
    for (size_t i = 0; i < count; ++i)
        result += line(i) + "\n";
    return result;
}

constexpr size_t many = 100'000;

void add_nested(std::vector<Case>& cases) {
    for (std::string pair : {"()", "[]", "{}"}) {
        std::string open = repeat(pair.substr(0, 1), many), close = repeat(pair.substr(1), many);
        cases.push_back({"nested " + pair, "x = " + open + close + "\n"});
        cases.push_back({"unclosed " + pair, "x = " + open + "\n"});
        cases.push_back({"closing " + pair, "x = " + close + "\n"});
    }
    cases.push_back({"nested subscripts", "x = " + repeat("a[", many) + "0" + repeat("]", many) + "\n"});
    cases.push_back({"nested calls", "x = " + repeat("f(", many) + repeat(")", many) + "\n"});
    cases.push_back({"nested lambdas", "x = " + repeat("lambda: ", many) + "0\n", Expect::Either});
    cases.push_back({"nested conditionals", "x = " + repeat("1 if 0 else ", many) + "2\n", Expect::Either});
    cases.push_back({"nested targets", repeat("(", 5000) + "x" + repeat(",)", 5000) + " = 1\n"});
    cases.push_back({"nested patterns", "match 1:\n case " + repeat("[", 5000) + "x" + repeat("]", 5000) + ": pass\n"});
    cases.push_back({"nested f-strings", "x = " + repeat("f'{", 5000) + "1" + repeat("}'", 5000) + "\n"});
    cases.push_back({"nested format specs", "x = f'" + repeat("{1:", 5000) + repeat("}", 5000) + "'\n"});
    cases.push_back(
        {"nested comprehensions", "x = " + repeat("[", 1000) + "1" + repeat(" for x in [1]]", 1000) + "\n"});
    cases.push_back({"nested blocks", lines(5000, [](size_t i) { return std::string(i, ' ') + "if 1:"; })});
    cases.push_back({"nested functions", lines(5000, [](size_t i) { return std::string(i, ' ') + "def f():"; })});
    cases.push_back({"nested classes", lines(90, [](size_t i) { return std::string(i, ' ') + "class A:"; }) +
                                           std::string(90, ' ') + "pass\n", Expect::Either});
}

void add_chains(std::vector<Case>& cases) {
    auto chain = [&](const std::string& name, const std::string& source) {
        cases.push_back({name, source + "\n", Expect::Either});
    };
    chain("minus signs", "x = " + repeat("-", many) + "1");
    chain("not not not", "x = " + repeat("not ", many) + "1");
    chain("tildes", "x = " + repeat("~", many) + "1");
    chain("await await", "async def f(): return " + repeat("await ", many) + "x");
    chain("sum", "x = 1" + repeat(" + 1", many));
    chain("powers", "x = 1" + repeat(" ** 1", many));
    chain("comparisons", "x = 1" + repeat(" < 1", many));
    chain("and", "x = 1" + repeat(" and 1", many));
    chain("or of and", "x = 1" + repeat(" and 1 or 0", many));
    chain("attributes", "x = a" + repeat(".b", many));
    chain("call chain", "x = f" + repeat("()", many));
    chain("subscript chain", "x = f" + repeat("[0]", many));
    chain("assignment chain", repeat("a = ", many) + "1");
    chain("walrus chain", "x = " + repeat("(a := ", 5000) + "1" + repeat(")", 5000));
    chain("elif chain", "x = 1\nif x == 0: pass\n" + repeat("elif x == 0: pass\n", 20'000));
    chain("case chain", "match 1:\n" + repeat(" case 0: pass\n", 20'000));
    chain("or pattern", "match 1:\n case 0" + repeat(" | 0", many) + ": pass");
    chain("except chain", "try: pass\n" + repeat("except ValueError: pass\n", 20'000));
    chain("decorators", repeat("@f\n", many) + "def f(): pass");
    chain("with items", "with a" + repeat(", a", 20'000) + ": pass");
    chain("comprehension clauses", "x = [1" + repeat(" for x in y", 5000) + "]");
    chain("dotted import", "import a" + repeat(".a", many));
    chain("import dots", "from " + repeat(".", many) + " import a");
    chain("adjacent strings", "x = " + repeat("'a' ", many));
    chain("adjacent f-strings", "x = " + repeat("f'{1}' ", 20'000));
    chain("global names", "def f():\n global a0" + repeat(", a", many));
    chain("star args", "f(" + repeat("*a, ", many) + ")");
}

void add_large(std::vector<Case>& cases) {
    auto number = [](size_t i) { return std::to_string(i); };
    auto valid = [&](const std::string& name, const std::string& source) {
        cases.push_back({name, source, Expect::Success});
    };
    valid("100,000 lines", lines(many, [&](size_t i) { return "x" + number(i % 1000) + " = " + number(i); }));
    valid("100,000 blank lines", repeat("\n", many) + "x = 1\n");
    valid("100,000 comments", repeat("# nothing\n", many));
    valid("100,000 semicolons", repeat("x = 1; ", many) + "\n");
    valid("large list", "x = [" + repeat("1, ", many) + "]\nassert len(x) == 100000\n");
    valid("large dict", "x = {" + lines(many, [&](size_t i) { return number(i) + ": " + number(i) + ","; }) + "}\n");
    valid("large tuple of names", "a = 1\nx = (" + repeat("a, ", many) + ")\nassert len(x) == 100000\n");
    valid("many constants",
          lines(70'000, [&](size_t i) { return "x = '" + number(i) + "'"; }) + "assert x == '69999'\n");
    valid("many functions", lines(10'000, [&](size_t i) { return "def f" + number(i) + "(): return " + number(i); }) +
                                "assert f9999() == 9999\n");
    valid("many locals", "def f():\n" + lines(5000, [&](size_t i) { return " a" + number(i) + " = " + number(i); }) +
                             " return a4999\nassert f() == 4999\n");
    valid("many cells", "def f():\n" + lines(1000, [&](size_t i) { return " a" + number(i) + " = " + number(i); }) +
                            " def g():\n  return a0" +
                            lines(1, [&](size_t) {
                                std::string sum;
                                for (size_t i = 1; i < 1000; ++i)
                                    sum += " + a" + number(i);
                                return sum;
                            }) +
                            " return g()\nassert f() == 499500\n");
    std::string parameters;
    for (size_t i = 0; i < 2000; ++i)
        parameters += "a" + number(i) + ", ";
    valid("many parameters", "def f(" + parameters + "): return a1999\nassert f(*range(2000)) == 1999\n");
    valid("many arguments", "def f(*a): return len(a)\nassert f(" + repeat("1, ", 20'000) + ") == 20000\n");
    valid("many keywords", "def f(**k): return len(k)\nassert f(" +
                               lines(5000, [&](size_t i) { return "k" + number(i) + "=1,"; }) + ") == 5000\n");
    valid("long string", "x = '" + repeat("a", 5'000'000) + "'\nassert len(x) == 5000000\n");
    valid("long name", repeat("a", many) + " = 1\n");
    valid("long jump", "for i in range(2):\n" + repeat(" x = i + 1\n", 50'000) + "assert x == 2\n");
    valid("long f-string", "x = f'" + repeat("{1}", 20'000) + "'\nassert len(x) == 20000\n");
    cases.push_back({"long number", "x = " + repeat("1", 5000) + "\n"});
    cases.push_back({"long float", "x = " + repeat("1", many) + "e5\n", Expect::Either});
}

void add_malformed(std::vector<Case>& cases) {
    using namespace std::string_literals;
    cases.push_back({"empty", "", Expect::Success});
    cases.push_back({"only a byte order mark", "\xef\xbb\xbf", Expect::Success});
    for (const std::string& text : {"\0"s,
                                    "x = 1\0\n"s,
                                    "x = '\0'\n"s,
                                    "# \0\n"s,
                                    "\xff\xfe"s,
                                    "x = '\xff'\n"s,
                                    "x = '\xc3"s,
                                    "x = \xed\xa0\x80\n"s,
                                    "\\"s,
                                    "x = \\"s,
                                    "x = 'abc"s,
                                    "x = '''abc"s,
                                    "x = f'{"s,
                                    "x = f'{1"s,
                                    "x = f'{1!"s,
                                    "x = f'{1:"s,
                                    "f'''{\n"s,
                                    "if 1:"s,
                                    "if 1:\n"s,
                                    "def f(\n"s,
                                    "class"s,
                                    "\t x\n y\n"s,
                                    "if 1:\n\tx\n        y\n"s,
                                    "0x"s,
                                    "1__0"s,
                                    "1e"s,
                                    "'\\x'"s,
                                    "'\\N{'"s,
                                    "'\\N{nothing}'"s,
                                    "'\\U99999999'"s,
                                    "b'\xc3\xa9'"s,
                                    "$"s,
                                    "?"s,
                                    "!"s,
                                    "\x01"s,
                                    "\xe2\x80\xa8"s,
                                    "x = (\n"s,
                                    "@"s,
                                    "lambda"s,
                                    "x ="s,
                                    "for"s,
                                    "async"s,
                                    "match x:\n case"s,
                                    "try:"s,
                                    "# coding: nothing\nx=1\n"s})
        cases.push_back({"malformed: " + text.substr(0, 12), text});
}

void add_random(std::vector<Case>& cases, const std::string& example) {
    std::mt19937 random(20250);
    auto below = [&](size_t limit) { return random() % limit; };
    for (int i = 0; i < 40; ++i) {
        std::string bytes;
        for (size_t n = 1 + below(2000); n > 0; --n)
            bytes += char(i % 2 ? below(256) : 32 + below(95));
        cases.push_back({"random bytes " + std::to_string(i), bytes, Expect::Either, true});
    }
    for (int i = 0; i < 150; ++i) {
        std::string text = example;
        for (size_t n = 1 + below(4); n > 0; --n) {
            size_t at = below(text.size());
            switch (below(4)) {
            case 0:
                text.erase(at, 1 + below(20));
                break;
            case 1:
                text.insert(at, 1, "()[]{}:,'\"\\\n\t #=*@"[below(18)]);
                break;
            case 2:
                text[at] = char(below(256));
                break;
            case 3:
                text.insert(at, text.substr(below(text.size()), below(60)));
                break;
            }
        }
        cases.push_back({"example with errors " + std::to_string(i), text, Expect::Either, true});
    }
}

// Empty when the outcome is what a source like that may lead to.
std::string judge(const Case& test, const Outcome& outcome) {
    if (outcome.timed_out)
        return "no end";
    if (outcome.signal)
        return "killed by signal " + std::to_string(outcome.signal);
    if (outcome.status == 0)
        return test.expect == Expect::Error ? "was accepted" : "";
    if (test.expect == Expect::Success)
        return "was refused: " + outcome.err.substr(0, 300);
    size_t line = outcome.err.rfind('\n', outcome.err.size() - std::min<size_t>(outcome.err.size(), 2));
    std::string last = outcome.err.substr(line == std::string::npos ? 0 : line + 1);
    if (outcome.status != 1 || last.find("Error") == std::string::npos)
        return "exit status " + std::to_string(outcome.status) + ", last line: " + last.substr(0, 300);
    return "";
}

// In a folder of its own, which stays when it fails.
std::string run_case(const std::string& ouro, const fs::path& folder, const Case& test) {
    fs::create_directory(folder);
    std::ofstream(folder / "source.py", std::ios::binary) << test.source;
    script_tests::Command command;
    command.arguments = {ouro};
    if (test.compile_only)
        command.arguments.push_back("--bytecode");
    command.arguments.push_back("source.py");
    command.folder = folder.string();
    command.input = "/dev/null";
    command.seconds = 300;
    std::string complaint = judge(test, script_tests::run(command));
    if (complaint.empty())
        fs::remove_all(folder);
    return complaint;
}

// All cases, as many at once as there are processors. Returns the number of failures.
size_t run_all(const std::string& ouro, const fs::path& folder, const std::vector<Case>& cases) {
    std::atomic<size_t> next = 0, failed = 0;
    std::mutex printing;
    auto work = [&] {
        for (size_t i; (i = next++) < cases.size();) {
            fs::path own = folder / std::to_string(i);
            std::string complaint = run_case(ouro, own, cases[i]);
            if (complaint.empty())
                continue;
            ++failed;
            std::lock_guard lock(printing);
            std::printf("FAILED %s (%s/source.py): %s\n", cases[i].name.c_str(), own.c_str(), complaint.c_str());
        }
    };
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i)
        threads.emplace_back(work);
    for (auto& thread : threads)
        thread.join();
    return failed;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: hostile_sources OURO EXAMPLE.py\n");
        return 2;
    }
    std::ifstream file(argv[2]);
    std::string example((std::istreambuf_iterator<char>(file)), {});
    std::vector<Case> cases;
    add_nested(cases);
    add_chains(cases);
    add_large(cases);
    add_malformed(cases);
    add_random(cases, example);

    fs::path folder = fs::temp_directory_path() / ("ouro-hostile-" + std::to_string(getpid()));
    fs::create_directory(folder);
    std::string ouro = fs::absolute(argv[1]).string();
    size_t failed = run_all(ouro, folder, cases);
    if (!failed)
        fs::remove_all(folder);
    std::printf("%zu passed, %zu failed\n", cases.size() - failed, failed);
    return failed ? 1 : 0;
}
