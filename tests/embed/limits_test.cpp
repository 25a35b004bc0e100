// SPDX-License-Identifier: MIT
#include "helpers.hpp"

#include <atomic>
#include <chrono>
#include <pthread.h>
#include <thread>

using namespace std::chrono_literals;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
static constexpr size_t SMALL_STACK_BYTES = 2 << 20; // their frames are larger
#else
static constexpr size_t SMALL_STACK_BYTES = 64 * 1024;
#endif

TEST_CASE("a memory limit raises MemoryError and leaves the runtime usable") {
    Captured host({.memory_limit = 24 << 20});
    ouro::Runtime& runtime = host.runtime;
    runtime.run("def strings():\n"
                "    kept = []\n"
                "    while True: kept.append(str(len(kept)) * 10)\n"
                "def objects():\n"
                "    class Node: pass\n"
                "    last = None\n"
                "    while True:\n"
                "        node = Node(); node.next = last; last = node\n"
                "def one_big(): return 'x' * 10**12\n"
                "def big_number(): return 1 << 10**10\n"
                "def doubling():\n"
                "    text = b'0123456789'\n"
                "    while True: text += text\n"
                "def native(): return list(map(str, range(10**8)))\n"
                "def native_split(): return ('ab ' * 4_000_000).split()\n"
                "def table(): return {i: str(i) for i in range(10**8)}\n"
                "def numbers(): return set(range(10**8))\n"
                "def joined(): return ','.join(str(i) for i in range(10**8))\n"
                "def callbacks():\n"
                "    import asyncio\n"
                "    loop = asyncio.new_event_loop()\n"
                "    future = loop.create_future()\n"
                "    try:\n"
                "        while True: future.add_done_callback(print)\n"
                "    finally:\n"
                "        loop.close()\n"
                "def attributes():\n"
                "    one = type('A', (), {})()\n"
                "    for i in range(10**8): setattr(one, f'n{i}', i)\n");
    for (int round = 0; round < 2; round++) {
        for (const char* name : {"strings", "objects", "one_big", "big_number", "doubling", "native", "native_split",
                                 "table", "numbers", "joined", "callbacks", "attributes"}) {
            INFO(name);
            CHECK(error_of([&] { runtime.get(name)(); }).is("MemoryError"));
            CHECK(runtime.eval("sum(len(str(i)) for i in range(20000))").as<int>() == 88890);
        }
    }
    runtime.collect();
    CHECK(runtime.memory_used() < (8 << 20));
}

TEST_CASE("a script survives its MemoryErrors") {
    Captured host({.memory_limit = 16 << 20});
    host.runtime.run("kept = []\n"
                     "try:\n"
                     "    while True: kept.append([len(kept)] * 100)\n"
                     "except MemoryError:\n"
                     "    kept.clear()\n"
                     "    print('cleaned up')\n"
                     "kept = [str(i) for i in range(10000)]\n"
                     "print(len(kept))\n");
    CHECK(host.out == "cleaned up\n10000\n");
}

TEST_CASE("what a global name holds can be freed by the next script, or the limit be raised") {
    ouro::Runtime runtime({.memory_limit = 16 << 20});
    std::string fill = "kept = []\nwhile True: kept.append([1] * 50)";
    CHECK(error_of(runtime, fill).is("MemoryError"));
    runtime.run("kept = None");
    runtime.collect();
    CHECK(runtime.memory_used() < (8 << 20));
    CHECK(error_of(runtime, fill).is("MemoryError"));
    runtime.set_memory_limit(64 << 20);
    runtime.run("kept.extend(range(100000))\nassert len([i for i in range(300000)]) == 300000");
    runtime.set_memory_limit(0);
    runtime.run("big = 'x' * 100_000_000");
    CHECK(runtime.memory_used() > 100'000'000);
}

TEST_CASE("endless recursion raises RecursionError and leaves the runtime usable") {
    ouro::Runtime runtime;
    runtime.run("def down(): return down()\n"
                "class Loop:\n"
                "    def __repr__(self): return repr(self)\n"
                "    def __eq__(self, other): return self == other\n"
                "    def __getattr__(self, name): return getattr(self, name + 'x')\n"
                "nested = []\n"
                "for i in range(100000): nested = [nested]\n");
    for (const char* source : {"down()", "repr(Loop())", "Loop() == 1", "Loop().y", "repr(nested)",
                               "sorted([2, 1], key=lambda x: down())", "list(map(lambda x: down(), [1]))"}) {
        INFO(source);
        CHECK(error_of([&] { runtime.eval(source); }).is("RecursionError"));
        CHECK(runtime.eval("1 + 1").as<int>() == 2);
    }
    CHECK(error_of(runtime, std::string(100000, '(')).is("Exception"));
    CHECK(error_of([&] { runtime.get("nested").repr(); }).is("RecursionError"));
}

TEST_CASE("a native stack of 64 KB is enough for scripts, and its end is RecursionError") {
    ouro::Runtime runtime;
    runtime.run("import json, re\n"
                "def work():\n"
                "    names = sorted(re.findall('[a-z]+', 'the quick brown fox'), key=lambda name: -len(name))\n"
                "    return len(json.dumps({'names': names, 'big': 7 ** 5000})) + len(f'{1 / 3:.30f}')\n"
                "def nest(depth): return [nest(depth - 1)] if depth else []\n"
                "deep = []\n"
                "for _ in range(10 ** 5): deep = [deep]\n");
    const auto expected = runtime.eval("work()").as<int>();
    struct Job {
        ouro::Runtime& runtime;
        int result = 0;
        std::vector<std::string> errors = {};
    } job{runtime};
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, SMALL_STACK_BYTES);
    auto body = [](void* argument) -> void* {
        auto& job = *static_cast<Job*>(argument);
        job.result = job.runtime.eval("work()").as<int>();
        for (const char* source : {"repr(deep)", "nest(10 ** 6)", "3 ** 10 ** 6"}) {
            try {
                job.runtime.eval(source);
            } catch (const ouro::Error& error) {
                job.errors.push_back(error.type_name());
            }
        }
        return nullptr;
    };
    pthread_t thread;
    REQUIRE(pthread_create(&thread, &attributes, body, &job) == 0);
    pthread_join(thread, nullptr);
    pthread_attr_destroy(&attributes);
    CHECK(job.result == expected);
    CHECK(job.errors[0] == "RecursionError");
    CHECK(job.errors[1] == "RecursionError");
    CHECK(job.errors.size() == (SMALL_STACK_BYTES < 512 * 1024 ? 3 : 2)); // GMP wants a larger stack
}

TEST_CASE("interrupt() from another thread stops endless loops, and the runtime stays usable") {
    ouro::Runtime runtime;
    for (const char* source :
         {"while True: pass", "while True: len('x')", "def f(): return f() if False else 1\nwhile True: f()",
          "import itertools\nfor i in itertools.count(): pass", "import itertools\nsum(itertools.count())",
          "sum(1 for _ in iter(int, 1))", "list(map(abs, iter(int, 1)))"}) {
        INFO(source);
        std::thread stopper([&] {
            std::this_thread::sleep_for(20ms);
            runtime.interrupt();
        });
        ouro::Error error = error_of(runtime, source);
        stopper.join();
        CHECK(error.type_name() == "KeyboardInterrupt");
        CHECK_FALSE(error.is("Exception"));
        CHECK(runtime.eval("6 * 7").as<int>() == 42);
    }
}

TEST_CASE("an interrupt that comes while no script runs stops the next one") {
    Captured host;
    ouro::Runtime& runtime = host.runtime;
    runtime.interrupt();
    CHECK(error_of(runtime, "for i in range(10): pass").is("KeyboardInterrupt"));
    runtime.run("for i in range(10): pass");
    for (const char* source : {"pass", "print('x')", "len([])", "import asyncio\nawait asyncio.sleep(0)"}) {
        INFO(source);
        runtime.interrupt();
        CHECK(error_of(runtime, source).is("KeyboardInterrupt"));
        runtime.run(source);
    }
    runtime.interrupt();
    CHECK(error_of([&] { runtime.eval("1"); }).is("KeyboardInterrupt"));
    CHECK(runtime.eval("1").as<int>() == 1);
}

TEST_CASE("an interrupt as a coroutine returns does not stop the next run") {
    ouro::Runtime runtime;
    runtime.module("host").def("interrupt()", [&] { runtime.interrupt(); });
    runtime.run("import asyncio, host\nasync def interrupts(): host.interrupt()");
    for (int i = 0; i < 3; i++) {
        CHECK(error_of(runtime, "await interrupts()").is("KeyboardInterrupt"));
        runtime.run("await asyncio.sleep(0)");
    }
}

TEST_CASE("an interrupt that nothing has taken does not cut the end of a program short") {
    std::string out, errors;
    {
        ouro::Options options;
        options.output = ouro::Output::function([&](std::string_view text) { out += text; });
        options.errors = ouro::Output::function([&](std::string_view text) { errors += text; });
        ouro::Runtime runtime(std::move(options));
        runtime.run("import asyncio, atexit\n"
                    "atexit.register(print, 'exit function')\n"
                    "async def left():\n"
                    "    try: await asyncio.sleep(100)\n"
                    "    finally: print('cancelled')");
        ouro::Task task = runtime.spawn(runtime.get("left")());
        runtime.poll();
        runtime.interrupt();
    }
    CHECK(out == "exit function\ncancelled\n");
    CHECK(errors.empty());
}

TEST_CASE("a script may catch an interrupt") {
    Captured host;
    std::thread stopper([&] {
        std::this_thread::sleep_for(20ms);
        host.runtime.interrupt();
    });
    host.runtime.run("try:\n    while True: pass\nexcept KeyboardInterrupt: print('stopped')");
    stopper.join();
    CHECK(host.out == "stopped\n");
}
