// SPDX-License-Identifier: MIT
//
// The engine of event loops on a virtual clock: order of entries, timers, jumps of time, posted jobs.
#include "vm/async/clock.hpp"
#include "vm/async/event_loop.hpp"
#include "vm/async/mailbox.hpp"
#include "vm/model/core.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <thread>
#include <vector>

using namespace ouro::vm;

namespace {

// A loop on a virtual clock, whose entries note their argument, or their target's number, in `log`.
struct Fixture {
    VM vm;
    Root owner{vm.heap, make_list(vm)};
    RootVector targets{vm.heap};
    EventLoop loop{vm, owner.value.object()};
    std::vector<int64_t> log;

    Fixture() {
        vm.time_is_virtual = true;
        current() = this;
    }
    static Fixture*& current() {
        static thread_local Fixture* fixture = nullptr;
        return fixture;
    }
    static Result<void> note(VM&, Value, Value argument) {
        current()->log.push_back(argument.small_int());
        return {};
    }
    static Result<void> note_target(VM&, Value target, Value) {
        auto& items = current()->targets.items;
        current()->log.push_back(std::find(items.begin(), items.end(), target) - items.begin());
        return {};
    }
    void push(int64_t number) { loop.push(note, Value::none(), Value::small_int(number)); }
    Object* timer(double when, bool in_order = true) {
        List* target = make_list(vm);
        targets.push(target);
        loop.add_timer(when, in_order, note_target, target);
        return target;
    }
    void tick() { CHECK_FALSE(loop.run_tick(true).is_error()); }
    void run() {
        while (loop.can_progress())
            tick();
    }
};

} // namespace

TEST_CASE("entries run in order, and what they add waits for the next tick") {
    Fixture fixture;
    auto again = [](VM&, Value, Value) -> Result<void> {
        Fixture::current()->push(9);
        return {};
    };
    fixture.push(1);
    fixture.loop.push(again, Value::none());
    fixture.push(2);
    fixture.tick();
    CHECK(fixture.log == std::vector<int64_t>{1, 2});
    fixture.tick();
    CHECK(fixture.log == std::vector<int64_t>{1, 2, 9});
    CHECK_FALSE(fixture.loop.can_progress());
}

TEST_CASE("a queue of many chunks keeps its order") {
    Fixture fixture;
    for (int64_t i = 0; i < 5000; i++)
        fixture.push(i);
    fixture.tick();
    REQUIRE(fixture.log.size() == 5000);
    for (int64_t i = 0; i < 5000; i++)
        CHECK(fixture.log[size_t(i)] == i);
}

TEST_CASE("timers with equal deadlines run in order of creation") {
    Fixture fixture;
    double when = fixture.loop.time() + 0.01;
    for (int i = 0; i < 20; i++)
        fixture.timer(when);
    fixture.run();
    REQUIRE(fixture.log.size() == 20);
    CHECK(std::is_sorted(fixture.log.begin(), fixture.log.end()));
}

TEST_CASE("a wait ends at a whole millisecond, and what is due by then runs in one tick, by deadline") {
    Fixture fixture;
    double start = fixture.loop.time();
    fixture.timer(start + 0.0104);
    fixture.timer(start + 0.0101);
    fixture.timer(start + 0.0111);
    fixture.tick();
    CHECK(fixture.loop.time() == Approx(start + 0.011).epsilon(0).margin(1e-9));
    CHECK(fixture.log == std::vector<int64_t>{1, 0});
    fixture.tick();
    CHECK(fixture.log == std::vector<int64_t>{1, 0, 2});
    CHECK(fixture.loop.time() == Approx(start + 0.012).epsilon(0).margin(1e-9));
}

TEST_CASE("the deadline that a host asks for is exact") {
    Fixture fixture;
    double when = fixture.loop.time() + 0.0104;
    fixture.timer(when);
    CHECK(fixture.loop.next_deadline() == when);
}

TEST_CASE("a virtual clock far ahead still reaches every deadline") {
    Fixture fixture;
    for (int i = 0; i < 20; i++) {
        double when = fixture.loop.time() + 1e7 / 3;
        fixture.timer(when);
        int ticks = 0;
        for (; fixture.loop.has_timers(); ticks++)
            fixture.tick();
        CHECK(ticks == 1);
    }
    CHECK(fixture.log.size() == 20);
}

TEST_CASE("seconds become the nearest nanoseconds, and what is too far away the last one") {
    CHECK(to_nanoseconds(1.5) == 1'500'000'000);
    CHECK(to_nanoseconds(-1e-9) == -1);
    CHECK(to_nanoseconds(INFINITY) == INT64_MAX);
    CHECK(to_nanoseconds(1e300) == INT64_MAX);
    CHECK(to_nanoseconds(-INFINITY) == INT64_MIN);
    CHECK(to_nanoseconds(NAN) == INT64_MAX);
    CHECK(to_seconds(1000'010'000'000) == 1000.01);
}

TEST_CASE("the virtual clock does not run over") {
    Fixture fixture;
    CHECK(advance_virtual_clock(fixture.vm, INT64_MAX));
    int64_t end = realtime_nanoseconds(fixture.vm);
    CHECK_FALSE(advance_virtual_clock(fixture.vm, INT64_MAX));
    CHECK_FALSE(advance_virtual_clock(fixture.vm, -5));
    CHECK(realtime_nanoseconds(fixture.vm) == end);
    CHECK(end > 0);
}

TEST_CASE("cancelled timers do not run and are no reason to wait") {
    Fixture fixture;
    double start = fixture.loop.time();
    std::vector<Object*> timers;
    for (int i = 0; i < 300; i++)
        timers.push_back(fixture.timer(start + i));
    for (int i = 0; i < 300; i++) {
        if (i == 7)
            continue;
        timers[size_t(i)]->flags |= EventLoop::TIMER_CANCELLED;
        fixture.loop.timer_cancelled();
    }
    fixture.run();
    CHECK(fixture.log == std::vector<int64_t>{7});
    CHECK(fixture.loop.time() == Approx(start + 7));
}

TEST_CASE("a job that another thread posts ends the wait of a loop that it gives something to do") {
    Fixture fixture;
    fixture.loop.operation_begins();
    CHECK(fixture.loop.can_progress());
    CHECK(fixture.loop.time_stands_still());
    fixture.timer(fixture.loop.time() + 1); // stands still
    bool is_posted = false; // Catch's assertions are for one thread
    std::thread poster([mailbox = fixture.loop.mailbox(), &fixture, &is_posted] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        is_posted = mailbox->post([&fixture] {
            fixture.loop.operation_ended();
            fixture.push(77);
        });
    });
    fixture.tick();
    poster.join();
    CHECK(is_posted);
    CHECK(fixture.log == std::vector<int64_t>{77});
    CHECK(fixture.loop.time_jumps());
    fixture.tick();
    CHECK(fixture.log == std::vector<int64_t>{77, 0});
}

TEST_CASE("a closed loop takes no jobs") {
    Fixture fixture;
    auto mailbox = fixture.loop.mailbox();
    CHECK(mailbox->post([] {}));
    fixture.loop.close();
    CHECK_FALSE(mailbox->post([] {}));
    CHECK_FALSE(mailbox->is_open());
    CHECK_FALSE(mailbox->has_jobs());
}

TEST_CASE("an error of an entry leaves the tick; the rest of the queue stays") {
    Fixture fixture;
    fixture.loop.push([](VM& vm, Value, Value) -> Result<void> { return vm.runtime_error("stop"); }, Value::none());
    fixture.push(3);
    CHECK(fixture.loop.run_tick(true).is_error());
    CHECK(fixture.loop.has_ready());
    fixture.tick();
    CHECK(fixture.log == std::vector<int64_t>{3});
}
