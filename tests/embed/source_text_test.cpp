// SPDX-License-Identifier: MIT
//
// Source lines of texts that are in no file: each code shows its own, whatever else has run under the same name.
#include "helpers.hpp"

using Catch::Matchers::Contains;

TEST_CASE("a traceback shows each code's own text, whatever else had its file's name") {
    ouro::Runtime runtime;
    runtime.run("def f():\n    1/0\n");
    ouro::Error error = error_of(runtime, "x = 1\ny = 2\nf()\n");
    CHECK(error.traceback() == "Traceback (most recent call last):\n"
                               "  File \"<string>\", line 3, in <module>\n"
                               "    f()\n"
                               "    ~^^\n"
                               "  File \"<string>\", line 2, in f\n"
                               "    1/0\n"
                               "    ~^~\n"
                               "ZeroDivisionError: division by zero\n");
}

TEST_CASE("text that a script compiles has the lines of no other text") {
    ouro::Runtime runtime;
    ouro::Error error = error_of(runtime, "a = 1\nb = 2\nexec('\\n1/0')\n");
    CHECK_THAT(error.traceback(), Contains("line 3, in <module>\n    exec('\\n1/0')\n"));
    CHECK_THAT(error.traceback(), Contains("line 2, in <module>\nZeroDivisionError"));
}

TEST_CASE("entries of a prompt show their own lines") {
    Captured captured;
    captured.runtime.run_entry("def f():\n    1/0\n\n");
    captured.runtime.run_entry("x = 1\n");
    ouro::Error error = error_of([&] { captured.runtime.run_entry("f()\n"); });
    CHECK_THAT(error.traceback(), Contains("line 1, in <module>\n    f()\n"));
    CHECK_THAT(error.traceback(), Contains("line 2, in f\n    1/0\n"));
}

TEST_CASE("expressions and spawned texts show their lines, too") {
    ouro::Runtime runtime;
    runtime.run("def f():\n    1/0\n", "rules.py");
    ouro::Error error = error_of([&] { runtime.eval("f() + 2"); });
    CHECK_THAT(error.traceback(), Contains("    f() + 2\n") && Contains("    1/0\n"));
    ouro::Task task = runtime.spawn("import asyncio\nawait asyncio.sleep(0)\nf()\n", "rules.py");
    error = error_of([&] { runtime.run_until_complete(task); });
    CHECK_THAT(error.traceback(), Contains("line 3, in <module>\n    f()\n") && Contains("line 2, in f\n    1/0\n"));
}

TEST_CASE("the modules traceback, linecache, inspect and warnings find the text of the code") {
    Captured captured;
    ouro::Runtime& runtime = captured.runtime;
    runtime.run("import warnings\n"
                "def f():\n"
                "    1/0\n"
                "def old():\n"
                "    warnings.warn('old', stacklevel=2)\n");
    runtime.run("import inspect, linecache, sys, traceback\n"
                "try: f()\n"
                "except ZeroDivisionError as error: caught = error\n"
                "formatted = traceback.format_exception(caught)\n"
                "entries = traceback.extract_tb(caught.__traceback__)\n"
                "walked = traceback.StackSummary.extract(traceback.walk_tb(caught.__traceback__))\n"
                "source = inspect.getsource(f)\n"
                "own = linecache.getline('<string>', 8)\n"
                "old() # here\n");
    runtime.run("pass");
    CHECK_THAT(runtime.eval("''.join(formatted)").as<std::string>(),
               Contains("    try: f()\n") && Contains("    1/0\n"));
    CHECK(runtime.eval("[e.line for e in entries]").as<std::vector<std::string>>() ==
          std::vector<std::string>{"try: f()", "1/0"});
    CHECK(runtime.eval("[e.line for e in walked]").as<std::vector<std::string>>() ==
          std::vector<std::string>{"try: f()", "1/0"});
    CHECK_THAT(runtime.eval("''.join(traceback.format_list(entries))").as<std::string>(),
               Contains("    try: f()\n") && Contains("    1/0\n    ~^~\n"));
    CHECK(runtime.get("source").as<std::string>() == "def f():\n    1/0\n");
    CHECK(runtime.get("own").as<std::string>() == "own = linecache.getline('<string>', 8)\n");
    CHECK(captured.err == "<string>:9: UserWarning: old\n  old() # here\n");
}

TEST_CASE("a text goes with its code") {
    ouro::Runtime runtime;
    std::string filler = "#" + std::string(1 << 20, 'x') + "\n";
    runtime.run(filler, "first.py");
    runtime.collect();
    size_t before = runtime.memory_used();
    for (int i = 0; i < 20; i++)
        runtime.run("def f(): pass\n" + filler, "text " + std::to_string(i));
    runtime.collect();
    CHECK(runtime.memory_used() < before + (3 << 20)); // that of the last f
}
