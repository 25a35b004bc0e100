// SPDX-License-Identifier: MIT
//
// The code of docs/embedding.md: a test holds every piece of it, word for word, in the order of the page, and the
// last test compares the two.
#include "helpers.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <poll.h>
#include <sstream>
#include <thread>

TEST_CASE("docs/embedding.md: from running code to coroutines") {
    ouro::Runtime runtime;
    runtime.run("def area(width, height=1):\n"
                "    return width * height\n");
    ouro::Value area = runtime.get("area");
    int a = area(6, 7).as<int>();
    int b = area(6, ouro::named("height", 2)).as<int>();
    std::string text = runtime.eval("f'{area(2):05.1f}'").as<std::string>();
    CHECK(a == 42);
    CHECK(b == 12);
    CHECK(text == "002.0");

    runtime.set("fleet", std::map<std::string, int>{{"Aurora", 3}, {"Gull", 5}});
    ouro::Value fleet = runtime.get("fleet");
    int guns = 0;
    for (const ouro::Value& name : fleet)
        guns += fleet[name].as<int>();
    fleet.set_item("Heron", guns);
    ouro::Value sorted_names = runtime.import("builtins").attr("sorted")(fleet);
    CHECK(runtime.eval("fleet['Heron']").as<int>() == 8);
    CHECK(sorted_names.repr() == "['Aurora', 'Gull', 'Heron']");

    std::vector<std::string> log;
    ouro::Module host = runtime.module("host");
    host.set("version", "1.0");
    host.def("note(text: str, *, times: int = 1) -> int", [&](const std::string& text, int times) {
        log.insert(log.end(), size_t(times), text);
        return log.size();
    });
    host.def("map(function, items)", [](const std::function<int(int)>& function, std::vector<int> items) {
        for (int& item : items)
            item = function(item);
        return items;
    });
    runtime.run("import host\n"
                "host.note('ready', times=2)\n"
                "squares = host.map(lambda n: n * n, range(4))\n");
    CHECK(log == std::vector<std::string>{"ready", "ready"});
    CHECK(runtime.get("squares").repr() == "[0, 1, 4, 9]");

    host.def("open(name)", [](const std::string& name) {
        if (name.empty())
            throw ouro::Error::value_error("a name is needed");
    });
    std::string report;
    try {
        runtime.run("host.open('')", "mission.py");
    } catch (const ouro::SystemExit& exit) {
        report = "exit " + std::to_string(exit.status());
    } catch (const ouro::Error& error) {
        report = error.type_name() + ", " + error.message() + "\n" + error.traceback();
    }
    CHECK(report == "ValueError, a name is needed\n"
                    "Traceback (most recent call last):\n"
                    "  File \"mission.py\", line 1, in <module>\n"
                    "    host.open('')\n"
                    "    ~~~~~~~~~^^^^\n"
                    "ValueError: a name is needed\n");
}

TEST_CASE("docs/embedding.md: coroutines") {
    Captured captured;
    ouro::Runtime& runtime = captured.runtime;
    ouro::Module host = runtime.module("host");
    runtime.run("import asyncio\n"
                "async def countdown(n):\n"
                "    while n:\n"
                "        await asyncio.sleep(0.001)\n"
                "        n -= 1\n"
                "    return 'liftoff'\n");
    ouro::Task task = runtime.spawn(runtime.get("countdown")(3));
    while (runtime.poll()) {
        pollfd news{runtime.wait_fd(), POLLIN, 0};
        auto deadline = runtime.next_deadline().value_or(std::chrono::steady_clock::now() + std::chrono::hours(1));
        auto rest = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        ::poll(&news, 1, std::max(0, int(rest.count())));
    }
    std::string end = task.result().as<std::string>();
    CHECK(end == "liftoff");

    runtime.run("import host");
    std::thread worker;
    host.def("square(n: int)", [&](int n) {
        ouro::Promise<int> result(runtime);
        worker = std::thread([=] { result.set_value(n * n); });
        return result;
    });
    runtime.run("print(await host.square(12))");
    worker.join();
    CHECK(captured.out == "144\n");

    host.def("escort(ships: list)", [&](std::vector<ouro::Value> ships) -> ouro::Async<std::string> {
        int reached = 0;
        for (const ouro::Value& ship : ships) {
            try {
                co_await ship.call("sail"); // a script's coroutine
                reached++;
            } catch (const ouro::Error& error) {
                if (!error.is("OSError"))
                    throw; // CancelledError, too, comes this way
            }
        }
        co_await runtime.eval("asyncio.sleep(0.001)");
        co_return std::to_string(reached) + " reached the port";
    });
    runtime.run("class Ship:\n"
                "    def __init__(self, leaks): self.leaks = leaks\n"
                "    async def sail(self):\n"
                "        await asyncio.sleep(0.001)\n"
                "        if self.leaks: raise OSError('sunk')\n"
                "print(await host.escort([Ship(False), Ship(True)]))\n");
    CHECK(captured.out == "144\n1 reached the port\n");
}

TEST_CASE("docs/embedding.md: limits and grants") {
    std::string printed;
    ouro::Options options;
    options.arguments = {"job", "--fast"};
    options.import_folders = {"/usr/share/game/scripts"};
    options.readable_folders = {"/usr/share/game/levels"};
    options.environment = {{"LANG", "en"}};
    options.output = ouro::Output::function([&](std::string_view text) { printed += text; });
    options.memory_limit = 16 << 20;
    options.recursion_limit = 200;
    ouro::Runtime limited(std::move(options));
    limited.run("try: 'x' * 10**9\n"
                "except MemoryError: print('no room')\n");
    CHECK(printed == "no room\n");
}

TEST_CASE("docs/embedding.md: programs and prompts") {
    std::string messages;
    ouro::Options settings;
    settings.unrestricted = true; // the files and the environment of the process
    settings.input = 0;           // its standard input
    settings.arguments = {"job.py", "--fast"};
    settings.errors = ouro::Output::function([&](std::string_view text) { messages += text; });
    ouro::Runtime program(std::move(settings));
    int status = 0;
    try {
        program.run("import sys\n"
                    "sys.exit('unknown job: ' + sys.argv[1])\n");
    } catch (const ouro::Error& error) {
        status = program.report(error);
    }
    status = program.finish(status);
    CHECK(status == 1);
    CHECK(messages == "unknown job: --fast\n");
}

// The lines of a file without their indentation.
static std::vector<std::string> lines_of(const std::string& path) {
    std::ifstream file(path);
    REQUIRE(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        lines.push_back(line.substr(std::min(line.find_first_not_of(' '), line.size())));
    return lines;
}

TEST_CASE("docs/embedding.md and this file show the same code") {
    std::string folder = OURO_SOURCE_FOLDER;
    std::vector<std::string> page = lines_of(folder + "/docs/embedding.md");
    std::vector<std::string> tests = lines_of(folder + "/tests/embed/documentation_test.cpp");
    size_t pieces = 0;
    for (auto begin = std::find(page.begin(), page.end(), "```cpp"); begin != page.end();
         begin = std::find(begin, page.end(), "```cpp")) {
        auto end = std::find(++begin, page.end(), "```");
        INFO(*begin);
        CHECK(std::search(tests.begin(), tests.end(), begin, end) != tests.end());
        pieces++;
        begin = end;
    }
    CHECK(pieces == 9);
}
