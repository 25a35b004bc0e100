// SPDX-License-Identifier: MIT
#include "helpers.hpp"

#include <atomic>
#include <chrono>
#include <dirent.h>
#include <poll.h>
#include <sys/epoll.h>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

bool is_due(ouro::Runtime& runtime) {
    auto deadline = runtime.next_deadline();
    return deadline && *deadline <= Clock::now();
}

// What a host does that owns its loop: waits for the descriptor or the deadline, then polls.
void drive(ouro::Runtime& runtime) {
    while (runtime.poll()) {
        pollfd wakeup{runtime.wait_fd(), POLLIN, 0};
        auto deadline = runtime.next_deadline();
        auto rest = deadline ? std::chrono::ceil<std::chrono::milliseconds>(*deadline - Clock::now()) : 10s;
        ::poll(&wakeup, 1, int(std::max<int64_t>(rest.count(), 0)));
    }
}

} // namespace

TEST_CASE("top-level await runs on the runtime's loop, and tasks stay on it") {
    Captured host;
    host.runtime.run("import asyncio\n"
                     "async def background():\n"
                     "    for i in range(3):\n"
                     "        await asyncio.sleep(0)\n"
                     "        print('tick', i)\n"
                     "task = asyncio.create_task(background())\n"
                     "await asyncio.sleep(0)\n"
                     "print('end of the script')\n");
    CHECK(host.out == "end of the script\ntick 0\n");
    CHECK_FALSE(host.runtime.get("task").call("done").truth());
    while (host.runtime.poll()) {
    }
    CHECK(host.out == "end of the script\ntick 0\ntick 1\ntick 2\n");
    CHECK(host.runtime.eval("await asyncio.sleep(0, 'value')").str() == "value");
}

TEST_CASE("poll gives one turn, and says whether anything can still happen") {
    Captured host;
    ouro::Runtime& runtime = host.runtime;
    CHECK_FALSE(runtime.poll()); // there is no loop yet
    CHECK_FALSE(runtime.next_deadline());
    runtime.run("import asyncio\n"
                "async def steps(n):\n"
                "    for i in range(n):\n"
                "        print(i)\n"
                "        await asyncio.sleep(0)\n"
                "    return 'done'\n");
    ouro::Task task = runtime.spawn(runtime.get("steps")(2));
    CHECK(host.out.empty());
    CHECK(is_due(runtime));
    CHECK(error_of([&] { task.result(); }).type_name() == "asyncio.exceptions.InvalidStateError");
    CHECK(runtime.poll());
    CHECK(host.out == "0\n");
    CHECK(runtime.poll());
    CHECK(host.out == "0\n1\n");
    CHECK_FALSE(task.done());
    runtime.poll();
    CHECK(task.done());
    CHECK_FALSE(runtime.poll());
    CHECK(task.result().str() == "done");
    CHECK_FALSE(task.cancelled());
    CHECK_FALSE(task.cancel());
    CHECK_FALSE(runtime.next_deadline());
}

TEST_CASE("the host waits for deadlines") {
    ouro::Runtime runtime;
    auto start = Clock::now();
    ouro::Task task = runtime.spawn(runtime.eval("__import__('asyncio').sleep(0.03, 'rested')"));
    CHECK(runtime.poll());
    auto deadline = runtime.next_deadline();
    REQUIRE(deadline);
    CHECK(*deadline > start + 20ms);
    CHECK(*deadline < start + 10s);
    drive(runtime);
    CHECK(Clock::now() - start >= 30ms);
    CHECK(task.result().str() == "rested");
}

TEST_CASE("scripts are spawned whole") {
    Captured host;
    ouro::Task task = host.runtime.spawn("import asyncio\n"
                                         "print('first')\n"
                                         "await asyncio.sleep(0)\n"
                                         "print('second')\n"
                                         "await asyncio.sleep(0)\n"
                                         "1 / 0\n",
                                         "mission.py");
    CHECK(host.out.empty());
    drive(host.runtime);
    CHECK(host.out == "first\nsecond\n");
    ouro::Error error = error_of([&] { task.result(); });
    CHECK(error.is("ZeroDivisionError"));
    CHECK(error.traceback().find("File \"mission.py\", line 6, in <module>") != std::string::npos);
    ouro::Task plain = host.runtime.spawn("print('no await')", "plain.py");
    CHECK(plain.done());
    CHECK(plain.result().is_none());
    CHECK(error_of([&] { host.runtime.spawn("x = = 1", "bad.py"); }).is("SyntaxError"));
}

TEST_CASE("run_until_complete drives coroutines, tasks and futures") {
    Captured host;
    ouro::Runtime& runtime = host.runtime;
    runtime.run("import asyncio\n"
                "async def add(a, b):\n"
                "    await asyncio.sleep(0.001)\n"
                "    return a + b\n"
                "async def fail(): raise LookupError('nothing')\n");
    ouro::Value add = runtime.get("add");
    CHECK(runtime.run_until_complete(add(1, 2)).as<int>() == 3);
    ouro::Task first = runtime.spawn(add("a", "b")), second = runtime.spawn(add(3, 4));
    CHECK(runtime.run_until_complete(second).as<int>() == 7);
    CHECK(runtime.run_until_complete(first).str() == "ab");
    CHECK(error_of([&] { runtime.run_until_complete(runtime.get("fail")()); }).message() == "nothing");
    CHECK(error_of([&] { runtime.run_until_complete(runtime.value(3)); }).is("TypeError"));
    CHECK(error_of([&] { runtime.spawn(runtime.value(3)); }).is("TypeError"));
    CHECK(host.err.empty());
}

TEST_CASE("a wait for nothing is an error, not a hang") {
    Captured host;
    host.runtime.run("import asyncio\nasync def forever(): await asyncio.Event().wait()");
    ouro::Error error = error_of([&] { host.runtime.run_until_complete(host.runtime.get("forever")()); });
    CHECK(error.is("RuntimeError"));
    CHECK(error.message().find("deadlock") != std::string::npos);
    CHECK(host.err.find("forever") != std::string::npos);
}

TEST_CASE("tasks are cancelled by the host") {
    Captured host;
    host.runtime.run("import asyncio\n"
                     "async def patient():\n"
                     "    try: await asyncio.sleep(3600)\n"
                     "    finally: print('cleaned up')\n");
    ouro::Task task = host.runtime.spawn(host.runtime.get("patient")());
    host.runtime.poll();
    CHECK(task.cancel());
    drive(host.runtime);
    CHECK(task.cancelled());
    CHECK(host.out == "cleaned up\n");
    CHECK(error_of([&] { task.result(); }).is("CancelledError"));
}

TEST_CASE("what is left when the runtime ends is cancelled and awaited") {
    std::string out, err;
    {
        ouro::Options options;
        options.output = ouro::Output::function([&](std::string_view text) { out += text; });
        options.errors = ouro::Output::function([&](std::string_view text) { err += text; });
        ouro::Runtime runtime(std::move(options));
        runtime.run("import asyncio\n"
                    "async def patient():\n"
                    "    try: await asyncio.sleep(3600)\n"
                    "    finally:\n"
                    "        await asyncio.sleep(0)\n"
                    "        print('cleaned up')\n"
                    "task = asyncio.create_task(patient())\n"
                    "await asyncio.sleep(0)");
    }
    CHECK(out == "cleaned up\n");
    CHECK(err.empty());
}

TEST_CASE("tasks that fail unseen are reported") {
    Captured host;
    host.runtime.run("import asyncio\nasync def fail(): raise ValueError('unseen')");
    host.runtime.spawn(host.runtime.get("fail")());
    drive(host.runtime);
    for (int i = 0; i < 3; i++) {
        host.runtime.eval("[[], []]");
        host.runtime.collect();
    }
    CHECK(host.err.find("Task exception was never retrieved") != std::string::npos);
    CHECK(host.err.find("ValueError: unseen") != std::string::npos);
}

TEST_CASE("the loop is not entered twice") {
    ouro::Runtime runtime;
    std::vector<std::string> messages;
    runtime.module("host").def("nested(coroutine)", [&](const ouro::Value& coroutine) {
        messages.push_back(error_of([&] { runtime.poll(); }).message());
        messages.push_back(error_of([&] { runtime.run_until_complete(coroutine); }).message());
        ouro::Task task = runtime.spawn(coroutine); // this may be done
        return task;
    });
    runtime.run("import asyncio, host\nresult = await host.nested(asyncio.sleep(0, 'inner'))");
    CHECK(messages == std::vector<std::string>(2, "This event loop is already running"));
    CHECK(runtime.get("result").str() == "inner");
}

TEST_CASE("sys.exit() and interrupts leave poll") {
    Captured host;
    ouro::Runtime& runtime = host.runtime;
    runtime.run(
        "import asyncio, sys\nasync def leave(): sys.exit(4)\nasync def spin():\n    started()\n    while True: pass");
    runtime.spawn(runtime.get("leave")());
    try {
        drive(runtime);
        FAIL("sys.exit() was lost");
    } catch (const ouro::SystemExit& exit) {
        CHECK(exit.status() == 4);
    }
    std::thread stopper;
    runtime.set("started", [&] {
        stopper = std::thread([&] {
            std::this_thread::sleep_for(20ms);
            runtime.interrupt();
        });
    });
    ouro::Task spin = runtime.spawn(runtime.get("spin")());
    CHECK(error_of([&] { drive(runtime); }).is("KeyboardInterrupt"));
    stopper.join();
    CHECK(runtime.eval("1 + 1").as<int>() == 2);
}

TEST_CASE("an interrupt ends a wait of the loop, the host's too") {
    Captured host;
    ouro::Runtime& runtime = host.runtime;
    auto interrupt_soon = [&] {
        return std::thread([&] {
            std::this_thread::sleep_for(20ms);
            runtime.interrupt();
        });
    };
    runtime.run("import asyncio\nawait asyncio.sleep(0)");
    auto start = Clock::now();
    std::thread first = interrupt_soon();
    CHECK(error_of(runtime, "await asyncio.sleep(60)").is("KeyboardInterrupt"));
    first.join();
    runtime.spawn(runtime.eval("asyncio.sleep(60)"));
    runtime.wait_fd();
    std::thread second = interrupt_soon();
    CHECK(error_of([&] { drive(runtime); }).is("KeyboardInterrupt"));
    second.join();
    CHECK(Clock::now() - start < 10s);
}

TEST_CASE("a host's own epoll set takes the descriptor, once for all") {
    Captured host;
    ouro::Runtime& runtime = host.runtime;
    int set = epoll_create1(EPOLL_CLOEXEC);
    epoll_event event{};
    event.events = EPOLLIN;
    REQUIRE(epoll_ctl(set, EPOLL_CTL_ADD, runtime.wait_fd(), &event) == 0);
    auto is_awake = [&](int milliseconds) { return epoll_wait(set, &event, 1, milliseconds) == 1; };
    CHECK_FALSE(is_awake(0));
    ouro::Promise<int> promise(runtime);
    runtime.set("promise", promise.future());
    ouro::Task task = runtime.spawn("result = await promise", "job.py");
    while (runtime.next_deadline()) // what is ready now
        runtime.poll();
    CHECK_FALSE(is_awake(0));
    std::thread settler([&] {
        std::this_thread::sleep_for(10ms);
        promise.set_value(7);
    });
    CHECK(is_awake(10000));
    settler.join();
    CHECK(is_due(runtime));
    while (runtime.poll()) {
    }
    CHECK(task.done());
    CHECK(runtime.get("result").as<int>() == 7);
    CHECK_FALSE(is_awake(0)); // poll() has taken note
    runtime.run("import asyncio\nawait asyncio.sleep(0.002)"); // waits on its own in between
    CHECK_FALSE(is_awake(0));
    std::thread interrupter([&] { runtime.interrupt(); });
    CHECK(is_awake(10000));
    interrupter.join();
    CHECK(error_of([&] { runtime.poll(); }).is("KeyboardInterrupt"));
    CHECK_FALSE(runtime.poll());
    CHECK_FALSE(is_awake(0));
    close(set);
}

TEST_CASE("runtimes and loops give back their descriptors") {
    auto count = [] {
        size_t found = 0;
        DIR* folder = opendir("/proc/self/fd");
        while (readdir(folder))
            found++;
        closedir(folder);
        return found;
    };
    auto use = [] {
        Captured host;
        host.runtime.run("import asyncio\n"
                         "async def main(): await asyncio.sleep(0.001)\n"
                         "for _ in range(3): asyncio.run(main())\n"
                         "left_open = asyncio.new_event_loop()\n"
                         "left_open.run_until_complete(main())\n");
        host.runtime.wait_fd();
        host.runtime.run("await main()");
        host.runtime.spawn("await asyncio.sleep(1)", "job.py");
        host.runtime.poll();
    };
    use();
    size_t before = count();
    for (int i = 0; i < 5; i++)
        use();
    CHECK(count() == before);
}

TEST_CASE("virtual time makes an hour of sleeping pass at once") {
    Captured host({.virtual_time = true});
    auto start = Clock::now();
    host.runtime.run("import asyncio, time\n"
                     "began = time.monotonic()\n"
                     "async def watch(name, seconds):\n"
                     "    await asyncio.sleep(seconds)\n"
                     "    print(name, round(time.monotonic() - began))\n"
                     "async with asyncio.TaskGroup() as group:\n"
                     "    group.create_task(watch('hour', 3600))\n"
                     "    group.create_task(watch('minute', 60))\n");
    CHECK(host.out == "minute 60\nhour 3600\n");
    ouro::Task task = host.runtime.spawn(host.runtime.get("watch")("day", 86400));
    while (host.runtime.poll())
        CHECK(is_due(host.runtime));
    CHECK(task.done());
    CHECK(host.out == "minute 60\nhour 3600\nday 90000\n");
    CHECK(Clock::now() - start < 10s);
}

TEST_CASE("host operations are awaited, and settled from any thread") {
    Captured host;
    ouro::Runtime& runtime = host.runtime;
    std::vector<std::thread> threads;
    runtime.module("host")
        .def("twice(n: int, delay=0)", [&](int n, int delay) {
            ouro::Promise<int> result(runtime);
            threads.emplace_back([=] {
                std::this_thread::sleep_for(std::chrono::milliseconds(delay));
                result.set_value(2 * n);
            });
            return result;
        })
        .def("fail()", [&] {
            ouro::Promise<std::string> result(runtime);
            threads.emplace_back([=] { result.set_error(std::out_of_range("no such page")); });
            return result;
        })
        .def("drop()", [&] { return ouro::Promise<void>(runtime); })
        .def("at_once()", [&] {
            ouro::Promise<void> result(runtime);
            CHECK(result.set_value());
            CHECK_FALSE(result.set_value()); // once only
            return result;
        });
    runtime.run("import asyncio, host\n"
                "print(await host.twice(21))\n"
                "print(await asyncio.gather(*(host.twice(i, 20 - i) for i in range(20))))\n"
                "try: await host.fail()\n"
                "except IndexError as error: print(repr(error))\n"
                "try: await host.drop()\n"
                "except RuntimeError as error: print(error)\n"
                "print(await host.at_once())\n"
                "try: await asyncio.wait_for(host.twice(1, 200), 0.001)\n"
                "except TimeoutError: print('too late')\n"
                "async def sum_of(n): return sum([await host.twice(i) for i in range(n)])\n"
                "print(asyncio.iscoroutinefunction(sum_of))\n");
    CHECK(host.out == "42\n[0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38]\n"
                      "IndexError('no such page')\n"
                      "the host has dropped this operation without a result\n"
                      "None\ntoo late\nTrue\n");
    ouro::Task task = runtime.spawn(runtime.get("sum_of")(10));
    drive(runtime); // the host waits on wait_fd()
    CHECK(task.result().as<int>() == 90);
    for (std::thread& thread : threads)
        thread.join();
}

TEST_CASE("operations may be settled when their loop or runtime is gone") {
    std::optional<ouro::Promise<int>> late, in_run;
    {
        Captured host;
        late.emplace(host.runtime);
        CHECK_FALSE(late->future().is_null());
        host.runtime.module("host").def("start()", [&] {
            in_run.emplace(host.runtime);
            return *in_run;
        });
        host.runtime.run("import asyncio, host\n"
                         "async def main():\n"
                         "    waiting = host.start()\n"
                         "    await asyncio.sleep(0)\n"
                         "asyncio.run(main())\n");
    }
    CHECK_FALSE(late->set_value(1));
    CHECK_FALSE(in_run->set_value(2));
    CHECK_THROWS_AS(late->future(), std::logic_error);
}

TEST_CASE("virtual time waits for host operations in real time") {
    Captured host({.virtual_time = true});
    std::thread worker;
    host.runtime.module("host").def("work()", [&] {
        ouro::Promise<int> result(host.runtime);
        worker = std::thread([=] {
            std::this_thread::sleep_for(20ms);
            result.set_value(5);
        });
        return result;
    });
    host.runtime.run("import asyncio, host\nprint(await asyncio.wait_for(host.work(), timeout=0.001))");
    worker.join();
    CHECK(host.out == "5\n");
}
