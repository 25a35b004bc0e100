// SPDX-License-Identifier: MIT
//
// Native threads in one VM: scripts that run at once, collections that each of them forces while the others are parked,
// blocking, leaving in any order; how the lock is handed over, and how long that takes.
#include "api/realm.hpp"
#include "lang/compile.hpp"
#include "stdlib/io/standard_streams.hpp"
#include "stdlib/modules.hpp"
#include "vm/blocking.hpp"
#include "vm/compile_options.hpp"
#include "vm/errors/exceptions.hpp"
#include "vm/model/function.hpp"
#include "vm/model/core.hpp"
#include "vm/run/enter.hpp"
#include "vm/vm.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <chrono>
#include <deque>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <sys/eventfd.h>
#include <unistd.h>

namespace lang = ouro::lang;
namespace stdlib = ouro::stdlib;
using namespace ouro::vm;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

// A VM with the library, and a namespace that all its threads share.
struct Machine {
    Machine() {
        stdlib::register_stdlib(vm);
        lang::install_compiler(vm);
        globals.value = make_dict(vm);
        define("__builtins__", vm.builtins);
        CHECK(run("import gc, time") == "");
    }
    Dict* dict() { return as<Dict>(globals.value); }
    void define(const char* name, Value value) { dict_set(vm, *dict(), intern(vm, name), value); }

    // Runs `source` in the shared namespace: the text of the exception that it raises, or "".
    std::string run(const std::string& source) {
        auto code = vm.hooks.compile(vm, source, {.filename = "test.py"});
        auto result = code.is_error() ? Result<Value>(code.error()) : run_code(vm, *code.release(), dict(), dict());
        if (!result.is_error())
            return "";
        return std::string(vm.type_name(result.exception())) + ": " + str_text(result.exception());
    }
    std::string str_text(Value value) {
        auto text = str(vm, value);
        return text.is_error() ? "?" : std::string(text.release()->view());
    }
    std::string show(const std::string& expression) {
        std::string error = run("shown = repr(" + expression + ")");
        DictEntry* entry = dict_find(*dict(), intern(vm, "shown"));
        return error.empty() && entry ? str_text(entry->value) : error;
    }

    VM vm;
    Root globals{vm.heap};
};

// Threads that run scripts; what went wrong in them is seen after join().
struct Threads {
    explicit Threads(Machine& machine) : machine(machine) {}
    void start(std::string source) {
        Job& job = jobs.emplace_back();
        REQUIRE_FALSE(job.thread.start(machine.vm, [this, &job, source = std::move(source)](VM&) {
            job.error = machine.run(source);
        }).is_error());
    }
    void join() {
        for (Job& job : jobs) {
            job.thread.join(machine.vm);
            CHECK(job.error == "");
        }
        jobs.clear();
    }
    struct Job {
        NativeThread thread;
        std::string error;
    };
    Machine& machine;
    std::deque<Job> jobs;
};

// Threads that are still running when the machine ends.
void start_and_forget(Machine& machine, std::initializer_list<const char*> sources) {
    for (const char* source : sources) {
        NativeThread thread;
        REQUIRE_FALSE(thread.start(machine.vm, [&machine, source](VM&) { machine.run(source); }).is_error());
        thread.detach();
    }
}

std::string numbered(std::string text, int number) {
    size_t at = text.find("NUMBER");
    return text.replace(at, 6, std::to_string(number));
}

// What each thread does in the tests of many: a bit of everything, checked as it goes. What others must not disturb is
// its own; what they share is only touched by steps that are atomic.
constexpr const char* WORK = R"(
def work(me):
    def numbers(n):
        try:
            for i in range(n):
                yield [i, str(i)]
        finally:
            closed.append(me)
    def depth(n):
        return 0 if n == 0 else 1 + depth(n - 1)
    class Node:
        def __init__(self, value, next):
            self.value, self.next = value, next
    def fail(n):
        try:
            raise ValueError(me, n)
        finally:
            depth(20)
    chain = None
    for i in range(ROUNDS):
        shared.append((me, i))
        table[me, i] = [i] * 3
        chain = Node(f'{me}:{i}', chain if i % 20 else None)
        assert sum(pair[0] for pair in numbers(10)) == 45
        for pair in numbers(5):
            if pair[0] == 2:
                break
        try:
            fail(i)
        except ValueError as error:
            assert error.args == (me, i), error.args
        assert depth(100) == 100
        assert repr([[me], {me: i}]) == f'[[{me}], {{{me}: {i}}}]'
        assert sorted(range(30, 0, -1), key=lambda n: str(n).zfill(3)) == list(range(1, 31))
        if i % 16 == me:
            gc.collect()
        if i % 8 == 0:
            time.sleep(0.0001)
        assert table.pop((me, i)) == [i, i, i]
        node, length = chain, 0
        while node is not None:
            assert node.value == f'{me}:{i - length}', (node.value, i, length)
            node, length = node.next, length + 1
        assert length == i % 20 + 1
    try:
        depth(100000)
    except RecursionError:
        done.append(me)
work(NUMBER)
)";

void run_together(int count, int rounds, bool stress) {
    Machine machine;
    CHECK(machine.run("shared, closed, done, table = [], [], [], {}\nROUNDS = " + std::to_string(rounds)) == "");
    machine.vm.lock.switch_interval = 200'000; // many switches
    machine.vm.heap.set_stress(stress);
    Threads threads(machine);
    for (int i = 0; i < count; i++)
        threads.start(numbered(WORK, i));
    threads.join();
    machine.vm.heap.set_stress(false);
    CHECK(machine.vm.threads.size() == 1);
    CHECK(machine.show("len(shared)") == std::to_string(count * rounds));
    CHECK(machine.show("all([x for x in shared if x[0] == n] == [(n, i) for i in range(ROUNDS)] for n in range(" +
                       std::to_string(count) + "))") == "True");
    CHECK(machine.show("sorted(done) == list(range(" + std::to_string(count) + "))") == "True");
    CHECK(machine.run("gc.collect()") == "");
    // Each of them closed two generators a round, one of which was left to the collector; a stale word may hold a few.
    CHECK(machine.show("0 <= 2 * ROUNDS * len(done) - len(closed) <= len(done)") == "True");
    CHECK(machine.show("table") == "{}");
}

bool is_main_thread(VM& vm) { return vm.thread == vm.main_thread.get(); }

double microseconds(Clock::duration duration) { return std::chrono::duration<double, std::micro>(duration).count(); }

} // namespace

TEST_CASE("two and eight threads run scripts in one VM", "[threads]") {
    run_together(2, 60, false);
    run_together(8, 30, false);
}

TEST_CASE("threads with a collection at every allocation", "[threads]") {
    run_together(2, 1, true);
    run_together(8, 1, true);
}

TEST_CASE("what a parked thread's native frames hold is alive, though nothing else knows it", "[threads]") {
    Machine machine;
    VM& vm = machine.vm;
    std::atomic<bool> is_parked{false}, may_go{false};
    NativeThread thread;
    std::string seen;
    REQUIRE_FALSE(thread.start(vm, [&](VM& vm) {
        Value text = make_short_str(vm, "held by a native frame alone");
        {
            BlockingScope scope(vm);
            is_parked = true;
            while (!may_go)
                usleep(100);
        }
        seen = machine.str_text(text);
    }).is_error());
    {
        BlockingScope scope(vm);
        while (!is_parked)
            usleep(100);
    }
    for (int i = 0; i < 3; i++) {
        vm.heap.collect(true);
        CHECK(machine.run("junk = [str(i) * 3 for i in range(2000)]") == "");
    }
    may_go = true;
    thread.join(vm);
    CHECK(seen == "held by a native frame alone");
}

TEST_CASE("threads leave in any order while others go on", "[threads]") {
    Machine machine;
    CHECK(machine.run("ended = []") == "");
    machine.vm.lock.switch_interval = 100'000;
    Threads threads(machine);
    for (int round = 0; round < 5; round++) {
        for (int i = 0; i < 8; i++)
            threads.start(numbered("def count(n, end):\n"
                                   "    while n < end:\n"
                                   "        n += 1; x = [n, str(n)]\n"
                                   "    ended.append(1)\n"
                                   "count(0, 200 * ((NUMBER * 5) % 8))", i));
        threads.join();
    }
    CHECK(machine.show("len(ended)") == "40");
    CHECK(machine.vm.threads.size() == 1);
}

TEST_CASE("an interrupt is the main thread's, whoever runs when it comes", "[threads]") {
    Machine machine;
    CHECK(machine.run("stop = False") == "");
    Threads threads(machine);
    threads.start("while not stop: pass");
    CHECK(machine.run("time.sleep(0.002)") == ""); // the other one runs
    {
        BlockingScope scope(machine.vm);
        machine.vm.interrupt(); // the other one meets it
        usleep(2000);
    }
    CHECK(machine.run("for i in range(10): time.sleep(0.001)") == "KeyboardInterrupt: ");
    CHECK(machine.run("stop = True") == "");
    threads.join();
}

TEST_CASE("finalizers run in the main thread while it computes, not in the one that collects", "[threads]") {
    Machine machine;
    VM& vm = machine.vm;
    static constexpr NativeDef PROBE = fn<is_main_thread>("is_main_thread()");
    machine.define("is_main_thread", make_native_function(vm, PROBE, nullptr, Value()));
    CHECK(machine.run("class C:\n"
                      "    def __del__(self):\n"
                      "        where.append(is_main_thread())\n"
                      "where = []\n"
                      "def churn():\n"
                      "    while len(where) < 200:\n"
                      "        C()\n"
                      "        junk = [[i] for i in range(200)]\n") == "");
    vm.lock.switch_interval = 200'000;
    Threads threads(machine);
    threads.start("churn()");
    while (vm.threads.size() > 1)
        CHECK(machine.run("for i in range(1000): pass") == "");
    threads.join();
    CHECK(machine.show("len(where) >= 200 and all(where)") == "True");
}

TEST_CASE("what several threads write to one stream is neither lost nor doubled", "[threads]") {
    Machine machine;
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    std::string written;
    NativeThread reader; // the pipe is small: writers block in it
    REQUIRE_FALSE(reader.start(machine.vm, [&](VM& vm) {
        BlockingScope scope(vm);
        char buffer[700];
        while (ssize_t size = read(ends[0], buffer, sizeof(buffer)))
            written.append(buffer, size_t(size));
    }).is_error());
    stdlib::TextFile* stream = stdlib::make_standard_stream(machine.vm, ends[1], "pipe", true, "strict", false);
    machine.define("stream", stream);
    machine.vm.lock.switch_interval = 100'000;
    Threads threads(machine);
    for (int i = 0; i < 4; i++) {
        threads.start(numbered("def write(me):\n    for i in range(400):\n"
                               "        stream.write(f'{me}:{i:04}' + 'x' * 250 + '\\n')\n"
                               "        if i % 50 == 0: stream.flush()\nwrite(NUMBER)", i));
    }
    threads.join();
    CHECK(machine.run("stream.flush()") == "");
    close(ends[1]);
    reader.join(machine.vm);
    close(ends[0]);
    std::string rest = "x" + std::string(249, 'x') + "\n";
    CHECK(written.size() == 4 * 400 * (6 + rest.size()));
    int next[4] = {};
    bool whole = true;
    for (size_t at = 0; at + 6 + rest.size() <= written.size(); at += 6 + rest.size()) {
        int me = written[at] - '0';
        whole &= me >= 0 && me < 4 && std::stoi(written.substr(at + 2, 4)) == next[me]++;
        whole &= written.compare(at + 6, rest.size(), rest) == 0;
        if (!whole)
            break;
    }
    CHECK(whole);
}

// Eight threads write numbered lines to one file over a small pipe, in which they block. It is opened in `mode`, with a
// buffer smaller than most lines or bigger.
static void write_from_eight_threads(const std::string& mode, int buffering) {
    INFO(mode << " " << buffering);
    Machine machine;
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    std::string written;
    NativeThread reader;
    REQUIRE_FALSE(reader.start(machine.vm, [&](VM& vm) {
        BlockingScope scope(vm);
        char buffer[700];
        while (ssize_t size = read(ends[0], buffer, sizeof(buffer)))
            written.append(buffer, size_t(size));
    }).is_error());
    std::string convert = mode == "wb" ? ".encode()" : "";
    REQUIRE(machine.run("file = open(" + std::to_string(ends[1]) + ", '" + mode + "', " + std::to_string(buffering) +
                        ")") == "");
    machine.vm.lock.switch_interval = 100'000;
    Threads threads(machine);
    for (int i = 0; i < 8; i++) {
        threads.start(numbered("def write(me):\n    for i in range(300):\n"
                               "        file.write((f'{me}:{i:04}' + 'x' * (i % 90) + '\\n')" + convert + ")\n"
                               "        if i % 50 == 0: file.flush()\nwrite(NUMBER)", i));
    }
    threads.join();
    CHECK(machine.run("file.close()") == "");
    reader.join(machine.vm);
    close(ends[0]);
    int next[8] = {};
    bool whole = true;
    size_t lines = 0;
    for (size_t at = 0; whole && at < written.size(); lines++) {
        int me = written[at] - '0';
        whole = me >= 0 && me < 8;
        int i = whole ? next[me]++ : 0;
        std::string line = fmt::format("{}:{:04}{}\n", me, i, std::string(size_t(i % 90), 'x'));
        whole = whole && written.compare(at, line.size(), line) == 0;
        at += line.size();
    }
    CHECK(whole);
    CHECK(lines == 8 * 300);
}

TEST_CASE("lines that eight threads write to one file are whole and in the order of each thread", "[threads]") {
    write_from_eight_threads("w", -1);
    write_from_eight_threads("w", 40);
    write_from_eight_threads("wb", -1);
    write_from_eight_threads("wb", 40);
}

TEST_CASE("lines that eight threads read from one file are whole, and each is read once", "[threads]") {
    for (const char* opening : {"open(name)", "open(name, 'rb', 100)", "open(name, buffering=100, newline='')"}) {
        INFO(opening);
        Machine machine;
        machine.define("name", make_short_str(machine.vm, fmt::format("/tmp/ouro_thread_test_{}", getpid())));
        REQUIRE(machine.run("with open(name, 'w') as file:\n"
                            "    for i in range(4000): file.write(f'{i}:' + 'é' * (i % 70) + '\\n')\n"
                            "found = []\nfile = " + std::string(opening)) == "");
        machine.vm.lock.switch_interval = 50'000;
        Threads threads(machine);
        for (int i = 0; i < 8; i++)
            threads.start("def read():\n    while line := file.readline(): found.append(line)\nread()");
        threads.join();
        CHECK(machine.run("import os\nfile.close()\nos.remove(name)\n"
                          "found = [line if isinstance(line, str) else line.decode() for line in found]\n"
                          "wanted = [f'{i}:' + 'é' * (i % 70) + '\\n' for i in range(4000)]\n"
                          "assert sorted(found) == sorted(wanted), len(found)") == "");
    }
}

TEST_CASE("finalizers run in the thread that collects while the main thread is blocked in a call", "[threads]") {
    Machine machine;
    CHECK(machine.run("class C:\n"
                      "    def __del__(self):\n"
                      "        finalized.append(1)\n"
                      "finalized = []\n"
                      "def churn():\n"
                      "    while len(finalized) < 200:\n"
                      "        C()\n"
                      "        junk = [[i] for i in range(200)]\n") == "");
    Threads threads(machine);
    threads.start("churn()");
    threads.join(); // the main thread blocks until it has ended
    CHECK(machine.show("len(finalized) >= 200") == "True");
}

namespace {

// Modules in a folder of their own, on the path of a machine.
struct Modules {
    Modules(Machine& machine, std::vector<std::pair<std::string, std::string>> texts) {
        char name[] = "/tmp/ouro-modules-XXXXXX";
        REQUIRE(mkdtemp(name));
        folder = name;
        for (auto& [module, text] : texts)
            std::ofstream(folder / (module + ".py")) << text;
        CHECK(machine.run("import sys\nsys.path[:] = ['" + folder.string() + "']\nsys.loads = []") == "");
    }
    ~Modules() { std::filesystem::remove_all(folder); }
    std::filesystem::path folder;
};

} // namespace

TEST_CASE("threads that import one module load it once and get it whole", "[threads]") {
    Machine machine;
    Modules modules(machine, {{"slow", "import sys, time\nsys.loads.append(1)\ntime.sleep(0.02)\nwhole = True\n"}});
    CHECK(machine.run("seen = []") == "");
    Threads threads(machine);
    for (int i = 0; i < 8; i++)
        threads.start("import slow\nseen.append(slow.whole)");
    threads.join();
    CHECK(machine.show("(sum(seen), sys.loads)") == "(8, [1])");
}

TEST_CASE("a module that fails in one thread is tried by the next", "[threads]") {
    Machine machine;
    Modules modules(machine, {{"bad", "import sys, time\nsys.loads.append(1)\ntime.sleep(0.005)\n"
                                      "if len(sys.loads) < 3: raise OSError\n"}});
    CHECK(machine.run("seen = []") == "");
    Threads threads(machine);
    for (int i = 0; i < 6; i++)
        threads.start("try:\n    import bad\n    seen.append(1)\nexcept OSError:\n    seen.append(0)");
    threads.join();
    CHECK(machine.show("(sorted(seen), sys.loads)") == "([0, 0, 1, 1, 1, 1], [1, 1, 1])");
}

TEST_CASE("threads that import modules in a circle do not wait for ever", "[threads]") {
    Machine machine;
    auto text = [](const char* other) {
        return std::string("import sys, time\ntime.sleep(0.01)\nimport ") + other + "\nwhole = True\n";
    };
    Modules modules(machine, {{"one", text("two")}, {"two", text("three")}, {"three", text("one")}});
    for (int i = 0; i < 3; i++) {
        Threads threads(machine);
        threads.start("import one\nassert one.whole");
        threads.start("import two\nassert two.whole");
        threads.start("import three\nassert three.whole");
        threads.join();
        CHECK(machine.run("for name in 'one', 'two', 'three': del sys.modules[name]") == "");
    }
}

TEST_CASE("threads that nobody joins stand still once their VM has ended", "[threads]") {
    static int ends[2]; // outlives this test, as the threads do
    REQUIRE(pipe(ends) == 0);
    {
        Machine machine;
        CHECK(machine.run("started = []") == "");
        std::deque<NativeThread> threads;
        for (const char* source : {"started.append(1)\nwhile True: started[0] += 1",
                                   "started.append(1)\ntime.sleep(0.02)",
                                   "started.append(1)\nwhile True: time.sleep(0.0001)"}) {
            REQUIRE_FALSE(threads.emplace_back().start(machine.vm, [&machine, source](VM&) {
                machine.run(source);
            }).is_error());
        }
        REQUIRE_FALSE(threads.emplace_back().start(machine.vm, [](VM& vm) {
            BlockingScope scope(vm);
            char byte;
            (void)!read(ends[0], &byte, 1);
        }).is_error());
        CHECK(machine.run("while len(started) < 3: time.sleep(0.001)") == "");
        for (NativeThread& thread : threads)
            thread.detach();
    }
    usleep(40'000);
    REQUIRE(write(ends[1], "x", 1) == 1);
    usleep(20'000); // they come back, and meet nothing
}

TEST_CASE("threads that wait in loops of their own stand still once their VM has ended", "[threads]") {
    static int ends[2]; // outlives this test, as the threads do
    REQUIRE(pipe(ends) == 0);
    {
        Machine machine;
        machine.define("pipe_end", Value::small_int(ends[0]));
        CHECK(machine.run("import asyncio, io, sys\nstarted = []") == "");
        CHECK(machine.run("sys.stderr = io.StringIO()") == ""); // for the reports of pending tasks
        start_and_forget(machine, {"started.append(1)\nasyncio.run(asyncio.sleep(0.2))",
                                   "async def watch():\n"
                                   "    asyncio.get_running_loop().add_reader(pipe_end, int)\n"
                                   "    started.append(1)\n"
                                   "    await asyncio.sleep(100)\n"
                                   "asyncio.run(watch())",
                                   "loop = asyncio.new_event_loop()\n"
                                   "loop.call_later(0.2, int)\n"
                                   "started.append(1)\n"
                                   "loop.run_forever()"});
        CHECK(machine.run("while len(started) < 3: time.sleep(0.001)\ntime.sleep(0.02)") == "");
    }
    REQUIRE(write(ends[1], "x", 1) == 1);
    usleep(250'000); // they come back, and meet nothing
}

TEST_CASE("a thread that is writing when its VM ends writes what it was given", "[threads]") {
    static int ends[2]; // outlives this test, as the threads do
    REQUIRE(pipe(ends) == 0);
    REQUIRE(fcntl(ends[1], F_SETPIPE_SZ, 4096) >= 0);
    constexpr size_t SIZE = 70'000;
    {
        Machine machine;
        machine.define("pipe_end", Value::small_int(ends[1]));
        CHECK(machine.run("import os\ndata = b'x' * 60000\nwritten = []") == "");
        start_and_forget(machine, {"written.append(1)\nos.write(pipe_end, data)",
                                   "file = open(pipe_end, 'w', closefd=False)\n"
                                   "file.write('x' * 5000)\nwritten.append(1)\nfile.flush()",
                                   "file = open(pipe_end, 'w', closefd=False)\n"
                                   "written.append(1)\nfile.write('x' * 5000)\nfile.flush()"});
        CHECK(machine.run("while len(written) < 3: time.sleep(0.001)\ntime.sleep(0.02)") == "");
    }
    Machine second; // has its objects where those of the first were
    CHECK(second.run("others = [b'S' * 60000 for i in range(50)] + ['S' * (i % 900) for i in range(20000)]") == "");
    std::string read_back(SIZE, ' ');
    for (size_t done = 0; done < SIZE;) {
        ssize_t count = read(ends[0], read_back.data() + done, SIZE - done);
        REQUIRE(count > 0);
        done += size_t(count);
    }
    CHECK(read_back.find_first_not_of('x') == std::string::npos);
}

TEST_CASE("threads of a script run while its host is in blocking()", "[threads]") {
    ouro::Runtime runtime;
    VM& vm = ouro::detail::Realm::of(runtime).machine();
    runtime.run("n, stop = 0, False");
    NativeThread thread;
    std::string error;
    REQUIRE_FALSE(thread.start(vm, [&](VM&) {
        try {
            runtime.run("while not stop: n += 1");
        } catch (const std::exception& thrown) {
            error = thrown.what();
        }
    }).is_error());
    bool is_refused = false;
    int answer = runtime.blocking([&] {
        usleep(20'000);
        try {
            runtime.eval("n");
        } catch (const std::logic_error&) {
            is_refused = true;
        }
        return 42;
    });
    CHECK(answer == 42);
    CHECK(is_refused);
    int before = runtime.get("n").as<int>();
    CHECK(before > 0);
    usleep(2000);
    CHECK(runtime.get("n").as<int>() == before); // the host keeps the VM outside of it
    CHECK_THROWS_AS(runtime.blocking([] { throw std::runtime_error("passes"); }), std::runtime_error);
    runtime.run("stop = True");
    thread.join(vm);
    CHECK(error == "");
}

// Two threads that wake each other through descriptors, as a loop and its executor do.
TEST_CASE("a round trip between two threads", "[.benchmark]") {
    Machine machine;
    VM& vm = machine.vm;
    constexpr int TRIPS = 20000;
    int there = eventfd(0, 0), back = eventfd(0, 0);
    auto send = [](int fd) {
        uint64_t one = 1;
        return write(fd, &one, sizeof(one)) == sizeof(one);
    };
    auto receive = [](VM& vm, int fd, Claim claim) {
        BlockingScope scope(vm, claim);
        uint64_t count;
        return read(fd, &count, sizeof(count)) == sizeof(count);
    };
    NativeThread worker;
    REQUIRE_FALSE(worker.start(vm, [&](VM& vm) {
        for (int i = 0; i < TRIPS; i++) {
            receive(vm, there, Claim::Return);
            send(back);
        }
    }).is_error());
    auto begin = Clock::now();
    for (int i = 0; i < TRIPS; i++) {
        send(there);
        receive(vm, back, Claim::Wake);
    }
    WARN("round trip: " << microseconds(Clock::now() - begin) / TRIPS << " us");
    worker.join(vm);
    close(there);
    close(back);
}

// How soon a thread that comes back gets the VM from one that computes.
static double longest_wait_beside_busy_thread(Claim claim) {
    Machine machine;
    VM& vm = machine.vm;
    CHECK(machine.run("stop = False") == "");
    Threads threads(machine);
    threads.start("n = 0\nwhile not stop: n += 1");
    double longest = 0, sum = 0;
    constexpr int COUNT = 200;
    for (int i = 0; i < COUNT; i++) {
        Clock::time_point back;
        {
            BlockingScope scope(vm, claim);
            usleep(1000);
            back = Clock::now();
        }
        double waited = microseconds(Clock::now() - back);
        sum += waited;
        longest = std::max(longest, waited);
    }
    CHECK(machine.run("stop = True") == "");
    threads.join();
    WARN("beside a busy thread: " << sum / COUNT << " us, at most " << longest << " us");
    return sum / COUNT;
}

TEST_CASE("a thread that comes back beside a busy one", "[.benchmark]") {
    CHECK(longest_wait_beside_busy_thread(Claim::Wake) < 5000);
    CHECK(longest_wait_beside_busy_thread(Claim::Return) < 5000);
}
