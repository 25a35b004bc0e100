// SPDX-License-Identifier: MIT
//
// Coroutines of the host, written as C++20 coroutines, among those of scripts and of the library.
#include "helpers.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <stdexcept>
#include <thread>

using namespace std::chrono_literals;

namespace {

// Counts the frames that live.
struct Guard {
    int& alive;
    explicit Guard(int& count) : alive(count) { alive++; }
    Guard(const Guard&) = delete;
    ~Guard() { alive--; }
};

ouro::Async<ouro::Value> relay(ouro::Value awaitable) {
    co_return co_await awaitable;
}

// A Runtime with one coroutine function of each kind that awaits what it is given: "S", a script's, "N", the library's,
// "H", the host's.
struct Kinds : Captured {
    explicit Kinds(ouro::Options options = {}) : Captured(std::move(options)) {
        ouro::Module host = runtime.module("host");
        host.def("relay(awaitable)", &relay);
        runtime.run("import asyncio, host, sys\n"
                    "sys.setrecursionlimit(50_000)\n"
                    "async def script(awaitable):\n"
                    "    return await awaitable\n"
                    "def native(awaitable):\n"
                    "    return asyncio.wait_for(awaitable, None)\n"
                    "kinds = {'S': script, 'N': native, 'H': host.relay}\n"
                    "def chain(order, inner):\n"
                    "    for kind in reversed(order):\n"
                    "        inner = kinds[kind](inner)\n"
                    "    return inner\n");
    }
    // order[0] awaits order[1], which awaits ... `inner`, an expression.
    ouro::Value chain(const std::string& order, const std::string& inner) {
        return runtime.get("chain")(order, runtime.eval(inner));
    }
};

std::vector<std::string> all_orders() {
    std::vector<std::string> orders = {"H", "HH", "SH", "HS", "NH", "HN"};
    std::string order = "HNS";
    do
        orders.push_back(order);
    while (std::next_permutation(order.begin(), order.end()));
    for (const char* longer : {"HSHNHH", "SSHHNN", "NHSNHS", "HHHNSN"})
        orders.push_back(longer);
    return orders;
}

} // namespace

TEST_CASE("a function that returns an Async is a coroutine function") {
    Captured captured;
    ouro::Runtime& runtime = captured.runtime;
    ouro::Module host = runtime.module("host");
    int calls = 0;
    host.def("add(a: int, b: int = 2)", [&calls](int a, int b) -> ouro::Async<int> {
        calls++;
        co_return a + b;
    });
    host.def("nothing()", []() -> ouro::Async<void> { co_return; });
    runtime.run("import host, asyncio, inspect\n"
                "coroutine = host.add(1)\n"
                "print(repr(coroutine).split(' at ')[0], inspect.iscoroutine(coroutine), type(coroutine).__name__)\n");
    CHECK(calls == 0); // it begins when it is awaited
    runtime.run("print(await coroutine, await host.add(3, b=4), await host.nothing())\n"
                "print(await asyncio.gather(host.add(1, 1), host.add(2, 2), host.nothing()))\n"
                "try:\n"
                "    await coroutine\n"
                "except RuntimeError as error:\n"
                "    print(error)\n"
                "try:\n"
                "    host.add('x')\n"
                "except TypeError as error:\n"
                "    print(error)\n");
    CHECK(captured.out == "<coroutine object add True coroutine\n"
                          "3 7 None\n"
                          "[2, 4, None]\n"
                          "cannot reuse already awaited coroutine\n"
                          "'str' object cannot be interpreted as an integer\n");
    CHECK(calls == 4);
}

TEST_CASE("a host's coroutine awaits whatever a script can await, and what the host has besides") {
    Captured captured;
    ouro::Runtime& runtime = captured.runtime;
    runtime.run("import asyncio\n"
                "async def script(value):\n"
                "    await asyncio.sleep(0)\n"
                "    return value\n"
                "class Custom:\n"
                "    def __await__(self):\n"
                "        yield from asyncio.sleep(0).__await__()\n"
                "        return 'custom'\n"
                "async def items():\n"
                "    yield 'item'\n"
                "    await asyncio.sleep(0)\n"
                "    yield 'next'\n"
                "def future():\n"
                "    made = asyncio.get_running_loop().create_future()\n"
                "    made.get_loop().call_soon(made.set_result, 'future')\n"
                "    return made\n");
    std::thread worker;
    auto inner = [](int number) -> ouro::Async<double> { co_return number / 2.0; };
    auto all = [&]() -> ouro::Async<std::vector<std::string>> {
        std::vector<std::string> results;
        auto add = [&](const ouro::Value& value) { results.push_back(value.str()); };
        add(co_await runtime.get("script")("script"));
        add(co_await runtime.get("Custom")());
        add(co_await runtime.get("future")());
        add(co_await runtime.spawn(runtime.get("script")("task")));
        add(co_await runtime.eval("asyncio.sleep(0.001, 'slept')"));
        add(co_await runtime.eval("asyncio.wait_for(script('waited for'), 10)"));
        ouro::Value generator = runtime.get("items")();
        add(co_await generator.call("__anext__"));
        add(co_await generator.call("asend", runtime.none()));
        ouro::Promise<int> promise(runtime);
        worker = std::thread([promise] { promise.set_value(12); });
        int twelve = co_await promise;
        ouro::Promise<void> signal(runtime);
        signal.set_value();
        co_await signal;
        double half = co_await inner(twelve + 1);
        results.push_back(std::to_string(half).substr(0, 3));
        co_return results;
    };
    CHECK(runtime.run_until_complete(all()).as<std::vector<std::string>>() ==
          std::vector<std::string>{"script", "custom", "future", "task", "slept", "waited for", "item", "next", "6.5"});
    worker.join();
    auto wrong = [&]() -> ouro::Async<void> { co_await runtime.value(3); };
    CHECK(error_of([&] { runtime.run_until_complete(wrong()); }).is("TypeError"));
    auto null = [&]() -> ouro::Async<void> { co_await ouro::Value(); };
    CHECK(error_of([&] { runtime.run_until_complete(null()); }).is("TypeError"));
    auto mismatch = [&]() -> ouro::Async<void> {
        ouro::Promise<std::string> promise(runtime);
        promise.set_error(std::out_of_range("no such page"));
        co_await promise;
    };
    CHECK(error_of([&] { runtime.run_until_complete(mismatch()); }).what() == std::string("IndexError: no such page"));
}

TEST_CASE("script coroutines, native ones and a host's await each other in every order") {
    for (bool stress : {false, true}) {
        ouro::Options options;
        options.gc_stress = stress;
        Kinds kinds(std::move(options));
        ouro::Runtime& runtime = kinds.runtime;
        for (const std::string& order : all_orders()) {
            CAPTURE(order, stress);
            CHECK(runtime.run_until_complete(kinds.chain(order, "asyncio.sleep(0, 'slept')")).str() == "slept");
            runtime.run("async def fail():\n"
                        "    await asyncio.sleep(0)\n"
                        "    raise LookupError('lost')\n"
                        "async def immediate(): return 'at once'\n");
            CHECK(runtime.run_until_complete(kinds.chain(order, "immediate()")).str() == "at once");
            ouro::Error error = error_of([&] { runtime.run_until_complete(kinds.chain(order, "fail()")); });
            CHECK(error.what() == std::string("LookupError: lost"));
            // Thrown into by hand, closed, advanced by hand.
            runtime.set("coroutine", kinds.chain(order, "asyncio.sleep(0, 'by hand')"));
            runtime.run("await asyncio.sleep(0)\n"
                        "assert coroutine.send(None) is None\n"
                        "try: coroutine.send(None)\n"
                        "except StopIteration as end: assert end.value == 'by hand'\n"
                        "else: assert False\n");
            runtime.set("coroutine", kinds.chain(order, "asyncio.sleep(0)"));
            runtime.run("await asyncio.sleep(0)\n"
                        "coroutine.send(None)\n"
                        "try: coroutine.throw(KeyError('thrown'))\n"
                        "except KeyError as error: assert error.args == ('thrown',)\n"
                        "else: assert False\n"
                        "try: coroutine.send(None)\n"
                        "except RuntimeError as error: assert 'already awaited' in str(error)\n");
            runtime.set("coroutine", kinds.chain(order, "asyncio.sleep(0)"));
            runtime.run("await asyncio.sleep(0)\n"
                        "coroutine.send(None)\ncoroutine.close()\ncoroutine.close()\n");
            runtime.set("coroutine", kinds.chain(order, "asyncio.sleep(0)"));
            runtime.run("await asyncio.sleep(0)\n"
                        "coroutine.send(None)\ndel coroutine\nimport gc\ngc.collect()\n");
        }
        CHECK(kinds.err.empty());
    }
}

TEST_CASE("chains of all kinds are 10,000 deep, and a switch costs the same at any depth") {
    Kinds kinds;
    ouro::Runtime& runtime = kinds.runtime;
    runtime.run("import time\n"
                "async def turns(n):\n"
                "    for i in range(n):\n"
                "        await asyncio.sleep(0)\n"
                "    return n\n"
                "async def fail(): raise LookupError('from the bottom')\n"
                "async def measure(depth, n):\n"
                "    whole = chain('SHN' * (depth // 3), turns(n))\n"
                "    task = asyncio.create_task(whole)\n"
                "    await asyncio.sleep(0)\n" // it goes down once
                "    start = time.perf_counter()\n"
                "    assert await task == n\n"
                "    return (time.perf_counter() - start) / n\n");
    auto cost = [&](int depth) {
        double least = 1;
        for (int i = 0; i < 3; i++)
            least = std::min(least, runtime.run_until_complete(runtime.get("measure")(depth, 20'000)).as<double>());
        return least;
    };
    double shallow = cost(9), deep = cost(9'999);
    CAPTURE(shallow * 1e9, deep * 1e9);
    INFO("nanoseconds per turn");
    CHECK(deep < 20 * shallow); // on a busy machine; going through the members would cost hundreds of times as much
    std::string order;
    for (int i = 0; i < 3'333; i++)
        order += "HNS";
    CHECK(error_of([&] { runtime.run_until_complete(kinds.chain(order, "fail()")); }).is("LookupError"));
    ouro::Task task = runtime.spawn(kinds.chain(order, "asyncio.sleep(1000)"));
    runtime.poll();
    CHECK(task.cancel());
    while (runtime.poll() && !task.done()) {
    }
    CHECK(task.cancelled());
    // Dropped while it waits.
    runtime.set("coroutine", kinds.chain(order, "asyncio.sleep(0)"));
    runtime.run("await asyncio.sleep(0)\n"
                "coroutine.send(None)\ndel coroutine\nimport gc\ngc.collect()\n");
    CHECK(kinds.err.empty());
}

namespace {

// Waits in six different ways, one after the other, between turns of the loop.
ouro::Async<std::string> six_waits(ouro::Runtime& runtime, ouro::Promise<int> promise, int& alive) {
    Guard guard(alive);
    co_await runtime.eval("asyncio.sleep(0)");
    co_await runtime.eval("script(asyncio.sleep(0))");
    co_await relay(runtime.eval("asyncio.sleep(0)"));
    co_await runtime.spawn(runtime.eval("asyncio.sleep(0)"));
    co_await runtime.eval("native(host.relay(asyncio.sleep(0)))");
    co_await promise;
    co_return "all";
}

} // namespace

TEST_CASE("a host's coroutine is cancelled wherever it waits") {
    for (bool stress : {false, true}) {
        int alive = 0;
        ouro::Options options;
        options.gc_stress = stress;
        Kinds kinds(std::move(options));
        ouro::Runtime& runtime = kinds.runtime;
        bool was_whole = false;
        for (int turns = 0; !was_whole; turns++) {
            CAPTURE(turns, stress);
            REQUIRE(turns < 100);
            ouro::Promise<int> promise(runtime);
            ouro::Task task = runtime.spawn(six_waits(runtime, promise, alive));
            for (int i = 0; i < turns; i++)
                runtime.poll();
            CHECK(alive == (turns > 0));
            if (turns > 20) { // it waits for the promise
                promise.set_value(1);
                runtime.run_until_complete(task);
                was_whole = true;
                CHECK(task.result().str() == "all");
            } else {
                CHECK(task.cancel());
                ouro::Error error = error_of([&] { runtime.run_until_complete(task); });
                CHECK(error.is("CancelledError"));
                CHECK(task.cancelled());
                promise.set_value(1);
            }
            CHECK(alive == 0);
        }
        runtime.close_loop();
        CHECK(kinds.err.empty());
    }
}

TEST_CASE("cancellation is thrown at the co_await, and may be turned into a result") {
    Captured captured;
    ouro::Runtime& runtime = captured.runtime;
    runtime.run("import asyncio");
    std::string caught;
    auto stubborn = [&]() -> ouro::Async<std::string> {
        try {
            co_await runtime.eval("asyncio.sleep(1000)");
        } catch (const ouro::Error& error) {
            caught = error.type_name();
        }
        co_await runtime.eval("asyncio.sleep(0)");
        co_return "went on";
    };
    ouro::Task task = runtime.spawn(stubborn());
    runtime.poll();
    CHECK(task.cancel());
    CHECK(runtime.run_until_complete(task).str() == "went on");
    CHECK(caught == "asyncio.exceptions.CancelledError");
    CHECK_FALSE(task.cancelled());
    // asyncio.timeout() of a script around a host's coroutine
    runtime.module("host").def("forever()",
                               [&]() -> ouro::Async<void> { co_await runtime.eval("asyncio.Event().wait()"); });
    runtime.run("import host\n"
                "try:\n"
                "    async with asyncio.timeout(0.001):\n"
                "        await host.forever()\n"
                "except TimeoutError:\n"
                "    print('timed out')\n"
                "async with asyncio.TaskGroup() as group:\n"
                "    task = group.create_task(host.forever())\n"
                "    await asyncio.sleep(0)\n"
                "    task.cancel()\n"
                "print(task.cancelled())\n");
    CHECK(captured.out == "timed out\nTrue\n");
}

TEST_CASE("C++ exceptions leave a host's coroutine as script exceptions, and the other way round") {
    Captured captured;
    ouro::Runtime& runtime = captured.runtime;
    ouro::Module host = runtime.module("host");
    runtime.run("import asyncio\n"
                "class Lost(Exception): pass\n"
                "async def lose():\n"
                "    await asyncio.sleep(0)\n"
                "    raise Lost('key')\n");
    host.def("fail(kind: int, wait: bool)", [&](int kind, bool wait) -> ouro::Async<int> {
        if (wait)
            co_await runtime.eval("asyncio.sleep(0)");
        if (kind == 0)
            throw std::invalid_argument("no number");
        if (kind == 1)
            throw ouro::Error("PermissionError", "locked");
        if (kind == 2)
            throw 3;
        co_return kind;
    });
    host.def("pass_on()", [&]() -> ouro::Async<ouro::Value> { co_return co_await runtime.get("lose")(); });
    host.def("catch()", [&]() -> ouro::Async<std::string> {
        try {
            co_await runtime.get("lose")();
        } catch (const ouro::Error& error) {
            co_return error.what();
        }
        co_return "nothing was thrown";
    });
    host.def("stop()", []() -> ouro::Async<int> {
        throw ouro::Error("StopIteration", "3");
        co_return 1;
    });
    host.def("text()", []() -> ouro::Async<std::string> { co_return "\xff"; });
    host.def("exit()", [&]() -> ouro::Async<void> {
        co_await runtime.eval("asyncio.sleep(0)");
        runtime.run("raise SystemExit(4)");
    });
    runtime.run("import host\n"
                "async def show(awaitable):\n"
                "    try:\n"
                "        print('result', await awaitable)\n"
                "    except BaseException as error:\n"
                "        print(type(error).__name__, error)\n"
                "for kind in range(4):\n"
                "    await show(host.fail(kind, False))\n"
                "    await show(host.fail(kind, True))\n"
                "await show(host.pass_on())\n"
                "await show(host.catch())\n"
                "await show(host.stop())\n"
                "await show(host.text())\n"
                "await show(host.exit())\n"
                "error = Lost('same')\n"
                "try:\n"
                "    coroutine = host.pass_on()\n"
                "    coroutine.send(None)\n"
                "    coroutine.throw(error)\n"
                "except Lost as caught:\n"
                "    print(caught is error)\n");
    std::string fault = "a host function threw something that is no std::exception";
    CHECK(captured.out ==
          "ValueError no number\nValueError no number\n"
          "PermissionError locked\nPermissionError locked\n"
          "RuntimeError " +
              fault + "\nRuntimeError " + fault +
              "\n"
              "result 3\nresult 3\n"
              "Lost key\n"
              "result Lost: key\n"
              "RuntimeError coroutine raised StopIteration\n"
              "UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte\n"
              "SystemExit 4\n"
              "True\n");
}

TEST_CASE("closing a host's coroutine throws GeneratorExit, which it may not ignore") {
    int alive = 0, begun = 0;
    std::string seen;
    auto kinds = std::make_unique<Kinds>();
    ouro::Runtime& runtime = kinds->runtime;
    runtime.module("host").def("ignore()", [&]() -> ouro::Async<int> {
        Guard guard(alive);
        begun++;
        for (;;) {
            try {
                co_await runtime.eval("asyncio.sleep(0)");
            } catch (const ouro::Error& error) {
                seen += error.type_name() + ",";
            }
        }
    });
    runtime.module("host").def("end()", [&]() -> ouro::Async<int> {
        Guard guard(alive);
        try {
            co_await runtime.eval("asyncio.sleep(0)");
        } catch (const ouro::Error& error) {
            seen += error.type_name() + ",";
        }
        co_return 5;
    });
    runtime.run("coroutine = host.ignore()\n"
                "coroutine.send(None)\n"
                "try: coroutine.close()\n"
                "except RuntimeError as error: print(error)\n"
                "ending = host.end()\n"
                "ending.send(None)\n"
                "print(ending.close(), ending.close())\n");
    CHECK(kinds->out == "coroutine ignored GeneratorExit\n5 None\n");
    CHECK(seen == "GeneratorExit,GeneratorExit,");
    CHECK(alive == 1);
    // Its locals go with it all the same, as a member of a chain, too.
    runtime.run("import gc\n"
                "del coroutine, ending\n"
                "gc.collect()\n");
    CHECK(alive == 0);
    CHECK(kinds->err.find("coroutine ignored GeneratorExit") != std::string::npos);
    for (const char* order : {"S", "HS", "SN", "H", "NHS"}) {
        CAPTURE(order);
        runtime.set("coroutine", kinds->chain(order, "host.ignore()"));
        runtime.run("await asyncio.sleep(0)\ncoroutine.send(None)");
        runtime.run("del coroutine\ngc.collect()");
    }
    CHECK(begun == 6);
    // When the collector finds them depends on what stands on the native stack; with the Runtime they go at the latest.
    kinds.reset();
    CHECK(alive == 0);
}

TEST_CASE("a host's coroutine that nobody awaits is reported, and destroyed") {
    int alive = 0;
    {
        Captured captured;
        ouro::Runtime& runtime = captured.runtime;
        auto guard = std::make_shared<Guard>(alive);
        runtime.module("host").def("idle()", [guard = std::move(guard)]() -> ouro::Async<void> { co_return; });
        runtime.run("import host, gc\n"
                    "host.idle()\n"
                    "gc.collect()\n",
                    "script.py");
        CHECK(captured.err.find("script.py:2: RuntimeWarning: coroutine 'idle' was never awaited") !=
              std::string::npos);
        { // one that no runtime has seen
            auto async = relay(runtime.none());
        }
        // What the lambda has captured lives as long as its coroutines.
        runtime.run("coroutine = host.idle()\n"
                    "del host.idle\n"
                    "gc.collect()\n");
        CHECK(alive == 1);
        runtime.run("await coroutine\n"
                    "del coroutine\n");
    }
    CHECK(alive == 0);
}

TEST_CASE("a Runtime ends while coroutines of the host wait") {
    int alive = 0;
    ouro::Value kept;
    std::vector<std::string> orders = all_orders();
    for (const char* how : {"tasks", "by hand", "new"}) {
        CAPTURE(how);
        Kinds kinds;
        ouro::Runtime& runtime = kinds.runtime;
        runtime.module("host").def("wait(value)", [&](ouro::Value value) -> ouro::Async<void> {
            Guard guard(alive);
            kept = value;
            for (;;)
                co_await runtime.eval("asyncio.get_running_loop().create_future()");
        });
        runtime.set("orders", orders);
        runtime.set("how", how);
        runtime.run("waiting = [chain(order, host.wait([order])) for order in orders]\n"
                    "async def start():\n"
                    "    for coroutine in waiting:\n"
                    "        if how == 'tasks': asyncio.create_task(coroutine)\n"
                    "        elif how == 'by hand': coroutine.send(None)\n"
                    "    await asyncio.sleep(0)\n"
                    "    await asyncio.sleep(0)\n"
                    "await start()\n");
        if (std::string(how) != "new")
            CHECK(alive == int(orders.size()));
    }
    CHECK(alive == 0);
    CHECK_THROWS_AS(kept.str(), std::logic_error);
}

TEST_CASE("values in the frames of a host's coroutines are roots") {
    ouro::Options options;
    options.gc_stress = true;
    Captured captured(std::move(options));
    ouro::Runtime& runtime = captured.runtime;
    runtime.run("import asyncio");
    runtime.module("host").def(
        "collect(first, second: list)",
        [&](ouro::Value first, std::vector<ouro::Value> second) -> ouro::Async<std::vector<ouro::Value>> {
            std::vector<ouro::Value> all = {first, runtime.value("made")};
            for (const ouro::Value& value : second) {
                co_await runtime.eval("asyncio.sleep(0)");
                all.push_back(value);
            }
            co_return all;
        });
    runtime.run("import host\n"
                "print(await asyncio.gather(*[host.collect(['a', i], [[i], (i, i)]) for i in range(3)]))\n");
    CHECK(captured.out == "[[['a', 0], 'made', [0], (0, 0)], [['a', 1], 'made', [1], (1, 1)], "
                          "[['a', 2], 'made', [2], (2, 2)]]\n");
}
