// SPDX-License-Identifier: MIT
#include "helpers.hpp"

#include <atomic>
#include <thread>

namespace {

// Exercises much of the language, and some of the library; the result depends on `seed` only.
constexpr const char* WORK = R"(
import collections, functools, heapq, host, itertools, json, math, re

@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)

class Account:
    __slots__ = ("owner", "balance")
    def __init__(self, owner): self.owner, self.balance = owner, 0
    def __repr__(self): return f"{self.owner}:{self.balance}"

def work(seed):
    random = seed
    accounts = [Account(f"a{i}") for i in range(50)]
    heap, seen = [], collections.Counter()
    for step in range(3000):
        random = (random * 1103515245 + 12345) % 2**31
        account = accounts[random % 50]
        account.balance += host.rate(random % 7)
        heapq.heappush(heap, (random, step))
        seen[random % 13] += 1
    text = json.dumps({"accounts": [repr(a) for a in accounts], "seen": dict(seen)})
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    try:
        raise ValueError(sum(numbers))
    except ValueError as error:
        total = error.args[0]
    chain = list(itertools.islice((x for x in itertools.count() if x % 3 == seed % 3), 20))
    return [total, heapq.heappop(heap)[0], fib(80), math.factorial(60) % 1000003, chain[-1], len(text)]
)";

std::vector<int64_t> run_work(int seed) {
    ouro::Runtime runtime;
    runtime.module("host").def("rate(n)", [seed](int n) { return n * seed; });
    runtime.run(WORK);
    std::vector<int64_t> result;
    for (int round = 0; round < 3; round++)
        result = runtime.get("work")(seed).as<std::vector<int64_t>>();
    return result;
}

} // namespace

TEST_CASE("runtimes work in threads at the same time, each for itself") {
    constexpr int THREADS = 4;
    std::vector<std::vector<int64_t>> results(THREADS);
    std::vector<std::thread> threads;
    for (int i = 0; i < THREADS; i++)
        threads.emplace_back([&, i] { results[size_t(i)] = run_work(i + 1); });
    for (std::thread& thread : threads)
        thread.join();
    for (int i = 0; i < THREADS; i++) {
        CHECK(results[size_t(i)].size() == 6);
        CHECK(results[size_t(i)] == run_work(i + 1));
    }
}

TEST_CASE("a runtime may move from thread to thread, one at a time") {
    ouro::Runtime runtime;
    ouro::Value list;
    for (int i = 0; i < 5; i++) {
        std::thread([&] {
            if (list.is_null())
                list = runtime.eval("[]");
            list.call("append", std::vector<int>(1000, i));
            runtime.run("waste = [str(i) for i in range(20000)]");
            runtime.collect();
        }).join();
    }
    CHECK(list.length() == 5);
    CHECK(list[4][999].as<int>() == 4);
    runtime.run("def down(n): return down(n + 1)");
    CHECK(error_of([&] { runtime.eval("down(0)"); }).is("RecursionError"));
}

TEST_CASE("a runtime that is busy refuses another thread") {
    ouro::Runtime runtime;
    std::atomic<bool> refused = false;
    runtime.module("host").def("meanwhile()", [&] {
        std::thread([&] {
            try {
                runtime.eval("1");
            } catch (const std::logic_error&) {
                refused = true;
            }
        }).join();
    });
    runtime.run("import host\nhost.meanwhile()");
    CHECK(refused);
}
