// SPDX-License-Identifier: MIT
//
// The reactor below event loops: what wakes it, watched descriptors in all their states, descriptors given back.
#include "vm/async/clock.hpp"
#include "vm/async/event_loop.hpp"
#include "vm/async/loop_descriptors.hpp"
#include "vm/async/mailbox.hpp"
#include "vm/async/reactor.hpp"
#include "vm/blocking.hpp"
#include "vm/model/core.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace ouro::vm;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Direction = EventLoop::Direction;

namespace {
// How long uv_timer_start takes: as if the thread lost the processor at its end.
std::chrono::milliseconds timer_start_delay{0};
} // namespace

extern "C" int __real_uv_timer_start(uv_timer_t* timer, uv_timer_cb callback, uint64_t timeout, uint64_t repeat);
extern "C" int __wrap_uv_timer_start(uv_timer_t* timer, uv_timer_cb callback, uint64_t timeout, uint64_t repeat) {
    int error = __real_uv_timer_start(timer, callback, timeout, repeat);
    if (timer_start_delay.count() > 0)
        std::this_thread::sleep_for(timer_start_delay);
    return error;
}

namespace {

struct Fixture {
    VM vm;
    Root owner{vm.heap, make_list(vm)};
    EventLoop loop{vm, owner.value.object()};
    std::vector<int64_t> log;

    Fixture() { current() = this; }
    static Fixture*& current() {
        static thread_local Fixture* fixture = nullptr;
        return fixture;
    }
    static Result<void> note(VM&, Value target, Value) {
        current()->log.push_back(target.small_int());
        return {};
    }
    void add_timer(EventLoop& of, double seconds) { // notes 1
        auto note_one = [](VM&, Value, Value) { return note(current()->vm, Value::small_int(1), {}); };
        of.add_timer(of.time() + seconds, true, note_one, owner.value);
    }
    static EventLoop::Callback noting(int64_t number) { return {note, Value::small_int(number)}; }
    EventLoop::Callback watch(int fd, Direction direction, int64_t number,
                              EventLoop::Files files = EventLoop::Files::Refuse) {
        return loop.watch(fd, direction, noting(number), files).release();
    }
    bool unwatch(int fd, Direction direction) { return loop.unwatch(fd, direction).release().run != nullptr; }
    std::vector<int64_t> tick(bool may_wait = true) {
        log.clear();
        CHECK_FALSE(loop.run_tick(may_wait).is_error());
        return log;
    }
};

struct Pipe {
    int ends[2];
    Pipe() { REQUIRE(pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0); }
    ~Pipe() {
        close_read();
        close_write();
    }
    int read_end() const { return ends[0]; }
    int write_end() const { return ends[1]; }
    void put() { REQUIRE(write(ends[1], "x", 1) == 1); }
    void take() {
        char byte;
        REQUIRE(read(ends[0], &byte, 1) == 1);
    }
    void close_read() { close_end(0); }
    void close_write() { close_end(1); }

private:
    void close_end(int which) {
        if (ends[which] >= 0)
            close(std::exchange(ends[which], -1));
    }
};

size_t open_descriptors() {
    size_t count = 0;
    DIR* folder = opendir("/proc/self/fd");
    while (readdir(folder))
        count++;
    closedir(folder);
    return count;
}

bool is_readable(int fd) {
    pollfd query{fd, POLLIN, 0};
    return poll(&query, 1, 0) == 1;
}

using Log = std::vector<int64_t>;

} // namespace

static std::vector<int> loop_descriptors() {
    std::vector<int> found;
    for (int fd = 0; fd < 256; fd++) {
        if (is_loop_descriptor(fd))
            found.push_back(fd);
    }
    return found;
}

TEST_CASE("the descriptors of a loop are known as long as it has them") {
    Fixture fixture;
    CHECK(loop_descriptors().empty());
    Pipe pipe;
    int set = fixture.loop.wait_descriptor().release();
    CHECK(loop_descriptors().size() >= 3);
    CHECK(is_loop_descriptor(set));
    CHECK(!is_loop_descriptor(pipe.read_end()));
    for (int fd : loop_descriptors()) {
        CHECK(fd > STDERR_FILENO);
        CHECK(fcntl(fd, F_GETFD) >= 0);
    }
    fixture.loop.close();
    CHECK(loop_descriptors().empty());
    for (int strange : {-1, 1 << 30}) {
        own_descriptor(strange);
        CHECK(!is_loop_descriptor(strange));
    }
}

TEST_CASE("a loop wakes another thread's interrupt") {
    Fixture fixture;
    auto start = Clock::now();
    std::thread other([&] {
        std::this_thread::sleep_for(20ms);
        fixture.vm.interrupt();
    });
    auto result = fixture.loop.run_tick(true); // with nothing to wait for but this
    CHECK(result.is_error());
    other.join();
    CHECK(Clock::now() - start < 10s);
}

TEST_CASE("a signal handler ends the wait") {
    static VM* interrupted;
    Fixture fixture;
    interrupted = &fixture.vm;
    struct sigaction action = {}, previous = {};
    action.sa_handler = [](int) { interrupted->interrupt(); };
    sigaction(SIGALRM, &action, &previous);
    for (int i = 0; i < 5; i++) {
        itimerval timer{{0, 0}, {0, 5000 * (i + 1)}};
        setitimer(ITIMER_REAL, &timer, nullptr);
        CHECK(fixture.loop.run_tick(true).is_error());
    }
    raise(SIGALRM); // before it waits
    CHECK(fixture.loop.run_tick(true).is_error());
    sigaction(SIGALRM, &previous, nullptr);
}

TEST_CASE("interrupts come at any time, also while their loop goes") {
    Fixture fixture;
    std::atomic<bool> stop = false;
    std::thread other([&] {
        while (!stop)
            fixture.vm.interrupt();
    });
    for (int i = 0; i < 300; i++) {
        EventLoop loop(fixture.vm, fixture.owner.value.object());
        CHECK_FALSE(loop.wait_descriptor().is_error());
        (void)loop.run_tick(true).is_error();
    }
    stop = true;
    other.join();
}

TEST_CASE("a loop that goes while the main thread waits in another one is not woken any more") {
    Fixture fixture;
    auto watched = std::make_unique<EventLoop>(fixture.vm, fixture.owner.value.object());
    REQUIRE_FALSE(watched->wait_descriptor().is_error());
    fixture.add_timer(fixture.loop, 0.2);
    NativeThread thread;
    REQUIRE_FALSE(thread.start(fixture.vm, [&](VM& vm) {
        blocking(vm, [] { return usleep(20'000); }); // until the main thread waits again
        watched.reset();
    }).is_error());
    while (fixture.log.empty())
        REQUIRE_FALSE(fixture.loop.run_tick(true).is_error());
    thread.join(fixture.vm);
    CHECK(watched == nullptr);
    fixture.vm.interrupt();
    CHECK(fixture.loop.run_tick(true).is_error());
}

TEST_CASE("an interrupt wakes who waits on a loop's descriptor, also after another loop has waited") {
    Fixture fixture;
    EventLoop other(fixture.vm, fixture.owner.value.object());
    int descriptor = fixture.loop.wait_descriptor().release();
    fixture.add_timer(other, 0.001);
    CHECK_FALSE(other.run_tick(true).is_error());
    pollfd news{descriptor, POLLIN, 0};
    CHECK(poll(&news, 1, 0) == 0);
    fixture.vm.interrupt();
    CHECK(poll(&news, 1, 0) == 1);
    CHECK(fixture.loop.run_tick(false).is_error());
}

TEST_CASE("a pipe that becomes readable runs its callback once per tick while it is") {
    Fixture fixture;
    Pipe pipe;
    CHECK(fixture.watch(pipe.read_end(), Direction::Read, 1).run == nullptr);
    CHECK(fixture.loop.can_progress());
    CHECK(fixture.tick(false).empty());
    std::thread writer([&] { // Catch's assertions are for one thread
        std::this_thread::sleep_for(20ms);
        (void)!write(pipe.write_end(), "x", 1);
    });
    CHECK(fixture.tick() == Log{1});
    writer.join();
    CHECK(fixture.tick() == Log{1});
    pipe.take();
    CHECK(fixture.tick(false).empty());
    pipe.put();
    fixture.loop.push(Fixture::note, Value::small_int(2));
    CHECK(fixture.tick() == Log{2, 1}); // what was ready before comes first
    CHECK(fixture.unwatch(pipe.read_end(), Direction::Read));
    CHECK_FALSE(fixture.unwatch(pipe.read_end(), Direction::Read));
    CHECK(fixture.tick(false).empty());
    CHECK_FALSE(fixture.loop.can_progress());
}

TEST_CASE("both directions of a descriptor are watched, replaced and unwatched separately") {
    Fixture fixture;
    int ends[2];
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
    fixture.watch(ends[0], Direction::Write, 1);
    CHECK(fixture.tick() == Log{1});
    fixture.watch(ends[0], Direction::Read, 2);
    CHECK(fixture.tick() == Log{1});
    REQUIRE(write(ends[1], "x", 1) == 1);
    CHECK(fixture.tick() == Log{2, 1});
    EventLoop::Callback replaced = fixture.watch(ends[0], Direction::Read, 3);
    CHECK((replaced.run == Fixture::note && replaced.target == Value::small_int(2)));
    CHECK(fixture.tick() == Log{3, 1});
    CHECK(fixture.unwatch(ends[0], Direction::Write));
    CHECK(fixture.tick() == Log{3});
    CHECK(fixture.unwatch(ends[0], Direction::Read));
    CHECK(fixture.tick(false).empty());
    close(ends[0]);
    close(ends[1]);
}

TEST_CASE("a hang-up is reported to whoever watches") {
    Fixture fixture;
    Pipe read_side, write_side;
    fixture.watch(read_side.read_end(), Direction::Read, 1);
    fixture.watch(write_side.write_end(), Direction::Write, 2);
    CHECK(fixture.tick() == Log{2});
    fixture.unwatch(write_side.write_end(), Direction::Write);
    while (write(write_side.write_end(), "0123456789abcdef", 16) > 0) {
    }
    fixture.watch(write_side.write_end(), Direction::Write, 2);
    CHECK(fixture.tick(false).empty()); // it is full
    write_side.close_read();
    CHECK(fixture.tick() == Log{2});
    read_side.close_write();
    fixture.unwatch(write_side.write_end(), Direction::Write);
    CHECK(fixture.tick() == Log{1});
}

TEST_CASE("a descriptor that was closed while it is watched falls silent") {
    Fixture fixture;
    Pipe pipe;
    int fd = pipe.read_end();
    fixture.watch(fd, Direction::Read, 1);
    pipe.close_read();
    CHECK(fixture.tick(false).empty());
    CHECK(fixture.tick(false).empty());
    CHECK(fixture.unwatch(fd, Direction::Read));
    auto refused = fixture.loop.watch(fd, Direction::Read, Fixture::noting(2));
    REQUIRE(refused.is_error());
    CHECK(is_exception_of(refused.exception(), fixture.vm, ExceptionId::OSError));
    CHECK_FALSE(fixture.loop.can_progress());
    CHECK(fixture.loop.watch(-1, Direction::Read, Fixture::noting(3)).is_error());
    CHECK(fixture.loop.watch(100000, Direction::Write, Fixture::noting(3)).is_error());
    // The same number is another pipe now.
    Pipe next;
    int same = next.read_end() == fd ? fd : dup2(next.read_end(), fd);
    fixture.watch(same, Direction::Read, 4);
    next.put();
    CHECK(fixture.tick() == Log{4});
    fixture.unwatch(same, Direction::Read);
    if (same != next.read_end())
        close(same);
}

TEST_CASE("regular files are always ready, for those who allow them") {
    Fixture fixture;
    char path[] = "/tmp/ouro-reactor-XXXXXX";
    int fd = mkstemp(path);
    REQUIRE(fd >= 0);
    unlink(path);
    auto refused = fixture.loop.watch(fd, Direction::Read, Fixture::noting(1));
    REQUIRE(refused.is_error());
    CHECK(is_exception_of(refused.exception(), fixture.vm, ExceptionId::PermissionError));
    CHECK_FALSE(fixture.loop.can_progress());
    fixture.watch(fd, Direction::Read, 2, EventLoop::Files::Allow);
    CHECK(fixture.loop.has_work());
    CHECK(fixture.tick() == Log{2});
    fixture.watch(fd, Direction::Write, 3, EventLoop::Files::Allow);
    CHECK(fixture.tick() == Log{2, 3});
    CHECK(fixture.unwatch(fd, Direction::Read));
    CHECK(fixture.tick() == Log{3});
    CHECK(fixture.unwatch(fd, Direction::Write));
    CHECK_FALSE(fixture.loop.has_work());
    close(fd);
}

TEST_CASE("many descriptors are ready in one tick") {
    Fixture fixture;
    std::vector<Pipe> pipes(40);
    for (size_t i = 0; i < pipes.size(); i++) {
        fixture.watch(pipes[i].read_end(), Direction::Read, int64_t(i));
        pipes[i].put();
    }
    Log ready = fixture.tick();
    std::sort(ready.begin(), ready.end());
    REQUIRE(ready.size() == pipes.size());
    CHECK(ready.back() == int64_t(pipes.size()) - 1);
}

TEST_CASE("a wait ends neither early nor more than a millisecond and the system's delay late") {
    Fixture fixture;
    List* target = make_list(fixture.vm);
    Root rooted(fixture.vm.heap, target);
    for (double seconds : {0.0003, 0.001, 0.0042, 0.02}) {
        double when = fixture.loop.time() + seconds;
        static bool is_over;
        is_over = false;
        auto end = [](VM&, Value, Value) -> Result<void> {
            is_over = true;
            return {};
        };
        fixture.loop.add_timer(when, true, end, target);
        while (!is_over)
            REQUIRE_FALSE(fixture.loop.run_tick(true).is_error());
        CHECK(fixture.loop.time() >= when - 1e-9);
        CHECK(fixture.loop.time() < when + 0.5); // the machine may be busy
    }
}

TEST_CASE("a wait ends also when its time was over before it began") {
    Fixture fixture;
    Root target(fixture.vm.heap, make_list(fixture.vm));
    static bool is_over;
    is_over = false;
    auto end = [](VM&, Value, Value) -> Result<void> {
        is_over = true;
        return {};
    };
    fixture.loop.add_timer(fixture.loop.time() + 0.001, true, end, target.value);
    timer_start_delay = 5ms;
    while (!is_over)
        REQUIRE_FALSE(fixture.loop.run_tick(true).is_error());
    timer_start_delay = 0ms;
}

TEST_CASE("virtual time goes by like real time while a descriptor is watched") {
    Fixture fixture;
    fixture.vm.time_is_virtual = true;
    Pipe pipe;
    List* target = make_list(fixture.vm);
    Root rooted(fixture.vm.heap, target);
    fixture.watch(pipe.read_end(), Direction::Read, 1);
    CHECK_FALSE(fixture.loop.time_jumps());
    CHECK_FALSE(fixture.loop.time_stands_still());
    auto start = Clock::now();
    auto end = [](VM&, Value, Value) -> Result<void> {
        Fixture::current()->log.push_back(2);
        return {};
    };
    fixture.loop.add_timer(fixture.loop.time() + 0.02, true, end, target);
    fixture.log.clear();
    while (fixture.log.empty())
        REQUIRE_FALSE(fixture.loop.run_tick(true).is_error());
    CHECK(fixture.log == Log{2});
    CHECK(Clock::now() - start >= 20ms);
    fixture.unwatch(pipe.read_end(), Direction::Read);
    CHECK(fixture.loop.time_jumps());
}

TEST_CASE("the descriptor of a loop is readable when there is something to do") {
    Fixture fixture;
    int fd = fixture.loop.wait_descriptor().release();
    CHECK_FALSE(is_readable(fd));
    Pipe pipe;
    fixture.watch(pipe.read_end(), Direction::Read, 1);
    CHECK_FALSE(is_readable(fd));
    pipe.put();
    CHECK(is_readable(fd));
    CHECK(fixture.tick(false) == Log{1});
    pipe.take();
    CHECK_FALSE(is_readable(fd));
    CHECK(fixture.loop.mailbox()->post([] {}));
    CHECK(is_readable(fd));
    CHECK(fixture.loop.has_work());
    fixture.tick(false);
    CHECK_FALSE(is_readable(fd));
    fixture.vm.interrupt();
    CHECK(is_readable(fd));
    CHECK(fixture.loop.run_tick(false).is_error());
    CHECK_FALSE(is_readable(fd));
}

TEST_CASE("loops give back their descriptors, with handles still active or not") {
    { // libuv's own, once per process
        Fixture fixture;
        CHECK_FALSE(fixture.loop.wait_descriptor().is_error());
    }
    size_t before = open_descriptors();
    Pipe pipe;
    for (int i = 0; i < 20; i++) {
        Fixture fixture, second;
        Fixture::current() = &fixture;
        fixture.watch(pipe.read_end(), Direction::Read, 1);
        second.watch(pipe.write_end(), Direction::Write, 1);
        if (i % 2) {
            pipe.put();
            CHECK(fixture.tick() == Log{1});
        }
        if (i % 3)
            fixture.loop.close();
        if (i % 5 == 0)
            fixture.loop.close();
    }
    CHECK(open_descriptors() == before + 2);
}

TEST_CASE("a loop that finds no descriptors left raises OSError") {
    Fixture fixture;
    rlimit limit{}, low{};
    getrlimit(RLIMIT_NOFILE, &limit);
    low = limit;
    bool has_failed = false, has_worked = false;
    int next = dup(0);
    close(next);
    for (rlim_t room = 0; room < 20; room++) {
        low.rlim_cur = rlim_t(next) + room;
        setrlimit(RLIMIT_NOFILE, &low);
        EventLoop loop(fixture.vm, fixture.owner.value.object());
        auto made = loop.wait_descriptor();
        auto watched = loop.watch(0, Direction::Read, Fixture::noting(1), EventLoop::Files::Allow);
        has_failed |= made.is_error() || watched.is_error();
        has_worked |= !made.is_error() && !watched.is_error();
        setrlimit(RLIMIT_NOFILE, &limit);
        if (made.is_error())
            CHECK(is_exception_of(made.exception(), fixture.vm, ExceptionId::OSError));
        if (watched.is_error())
            CHECK(is_exception_of(watched.exception(), fixture.vm, ExceptionId::OSError));
    }
    CHECK(has_failed);
    CHECK(has_worked);
}

TEST_CASE("a loop beside others asks for no descriptor that it does not use") {
    Fixture fixture;
    auto count_with_loop = [&] {
        EventLoop loop(fixture.vm, fixture.owner.value.object());
        REQUIRE_FALSE(loop.wait_descriptor().is_error());
        return open_descriptors();
    };
    count_with_loop(); // with the first one comes what libuv makes once
    size_t used = count_with_loop() - open_descriptors();
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    rlimit low = limit;
    low.rlim_cur = 100;
    setrlimit(RLIMIT_NOFILE, &low);
    std::vector<int> taken;
    for (int fd; (fd = dup(0)) >= 0;)
        taken.push_back(fd);
    for (size_t i = 0; i < used; i++, taken.pop_back())
        close(taken.back());
    EventLoop loop(fixture.vm, fixture.owner.value.object());
    bool is_made = !loop.wait_descriptor().is_error();
    std::ranges::for_each(taken, close);
    setrlimit(RLIMIT_NOFILE, &limit);
    CHECK(is_made);
}

TEST_CASE("a forked process has its loop to itself") {
    Fixture fixture;
    Pipe pipe, back;
    fixture.watch(pipe.read_end(), Direction::Read, 1);
    CHECK(fixture.tick(false).empty());
    pid_t child = fork();
    if (child == 0) { // no checks here: it leaves without a word to Catch
        bool good = !fixture.loop.begin_run().is_error();
        pipe.put();
        fixture.log.clear();
        good = good && !fixture.loop.run_tick(true).is_error() && fixture.log == Log{1};
        pipe.take();
        fixture.loop.wake();
        good = good && !fixture.loop.unwatch(pipe.read_end(), Direction::Read).is_error();
        fixture.loop.close();
        _exit(good ? 0 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
    // And one that only closes it.
    child = fork();
    if (child == 0) {
        fixture.loop.close();
        _exit(0);
    }
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
    CHECK(fixture.tick(false).empty());
    pipe.put();
    CHECK(fixture.tick() == Log{1});
    fixture.vm.interrupt();
    CHECK(fixture.loop.run_tick(true).is_error());
}
