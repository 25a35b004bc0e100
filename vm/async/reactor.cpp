// SPDX-License-Identifier: MIT
//
// Waiting in libuv, and the set of watched descriptors. Errors of libuv are negative error numbers, as are those here.
#include "vm/async/reactor.hpp"

#include "vm/async/loop_descriptors.hpp"
#include "vm/futex.hpp"
#include "vm/model/core.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace ouro::vm {

// --- Making and closing -------------------------------------------------------------------------------------------

// libuv has made what it makes once per process: the pipe of its signals. It tells nobody, so a loop was made here.
static constinit std::atomic<bool> libuv_has_begun{false};

// Where uv_loop_init() finds no descriptors it ends the process (for that pipe) or leaks those that it had made before
// (libuv 1.44).
static int check_descriptors_left() {
    static constexpr int OF_A_LOOP = 4, OF_THE_PROCESS = 2;
    const int needed = OF_A_LOOP + (libuv_has_begun.load() ? 0 : OF_THE_PROCESS);
    int taken[OF_A_LOOP + OF_THE_PROCESS], count = 0, error = 0;
    while (count < needed && error == 0) {
        taken[count] = eventfd(0, EFD_CLOEXEC);
        if (taken[count] < 0)
            error = -errno;
        else
            count++;
    }
    while (count > 0)
        close(taken[--count]);
    return error;
}

namespace {

// While it lives, descriptors 0 to 2 are taken: libuv aborts when it closes one of those, and nobody is to print into
// an epoll set. The process may have closed its standard streams.
class StandardDescriptors {
public:
    StandardDescriptors() {
        int fd;
        while ((fd = ::open("/", O_PATH | O_CLOEXEC)) >= 0 && fd <= STDERR_FILENO)
            m_taken[m_count++] = fd;
        if (fd >= 0)
            close(fd);
    }
    ~StandardDescriptors() {
        while (m_count > 0)
            close(m_taken[--m_count]);
    }
    StandardDescriptors(const StandardDescriptors&) = delete;
    StandardDescriptors& operator=(const StandardDescriptors&) = delete;

private:
    int m_taken[STDERR_FILENO + 1], m_count = 0;
};

} // namespace

// In the place of a descriptor in the set.
static constexpr int LIBUV = -1;

static Raised raise_error(VM& vm, int error) { return error == UV_ENOMEM ? vm.memory_error() : vm.os_error(-error); }

Result<std::unique_ptr<Reactor>> Reactor::make(VM& vm) {
    std::unique_ptr<Reactor> reactor(new Reactor);
    if (int error = reactor->open())
        return raise_error(vm, error);
    return reactor;
}

int Reactor::open() {
    StandardDescriptors taken;
    if (int error = check_descriptors_left())
        return error;
    if (int error = uv_loop_init(&m_uv))
        return error;
    libuv_has_begun.store(true);
    m_is_open = true;
    m_process = getpid();
    if (int error = uv_async_init(&m_uv, &m_wake, [](uv_async_t*) {}))
        return error;
    OURO_VERIFY(uv_timer_init(&m_uv, &m_timer) == 0); // it only fills in fields
    uv_run(&m_uv, UV_RUN_NOWAIT);                     // its descriptors enter the backend's now
    own_descriptors();
    return 0;
}

// What libuv has made for its loop: it tells nobody but its own structures.
void Reactor::own_descriptors() {
    disown_descriptors();
    for (int fd : {m_set, uv_backend_fd(&m_uv), m_uv.async_io_watcher.fd, m_uv.async_wfd, m_uv.signal_pipefd[0],
                   m_uv.signal_pipefd[1]}) {
        if (fd >= 0)
            m_owned.push_back(fd);
    }
    std::ranges::for_each(m_owned, own_descriptor);
}

void Reactor::disown_descriptors() {
    std::ranges::for_each(m_owned, disown_descriptor);
    m_owned.clear();
}

static void close_handle(uv_handle_t* handle, void*) {
    if (!uv_is_closing(handle))
        uv_close(handle, nullptr);
}

int Reactor::fork_uv() {
    StandardDescriptors taken;
    return uv_loop_fork(&m_uv);
}

Reactor::~Reactor() {
    disown_descriptors();
    if (m_is_open) {
        if (getpid() != m_process)
            fork_uv(); // what closing takes out of the set is not to be missing in the parent's
        uv_walk(&m_uv, close_handle, nullptr);
        uv_run(&m_uv, UV_RUN_DEFAULT); // until all are closed
        OURO_VERIFY(uv_loop_close(&m_uv) == 0);
    }
    close_set();
}

void Reactor::close_set() {
    if (m_set >= 0)
        close(std::exchange(m_set, -1));
}

Result<void> Reactor::follow_fork(VM& vm) {
    if (getpid() == m_process)
        return {};
    if (int error = fork_uv())
        return raise_error(vm, error);
    m_process = getpid();
    uv_run(&m_uv, UV_RUN_NOWAIT);
    bool had_set = m_set >= 0;
    close_set();
    own_descriptors();
    if (!had_set)
        return {};
    if (int error = open_set())
        return raise_error(vm, error);
    for (auto& [fd, watch] : m_watches) {
        if (!watch.is_always_ready && control(EPOLL_CTL_ADD, fd, watch.events()) != 0)
            continue; // closed since: it stays silent, as in the parent
    }
    return {};
}

int Reactor::open_set() {
    StandardDescriptors taken;
    m_set = epoll_create1(EPOLL_CLOEXEC);
    if (m_set < 0)
        return -errno;
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = LIBUV;
    if (epoll_ctl(m_set, EPOLL_CTL_ADD, uv_backend_fd(&m_uv), &event) == 0) {
        m_ready = 0;
        own_descriptors();
        return 0;
    }
    int error = -errno;
    close_set();
    return error;
}

Result<int> Reactor::descriptor(VM& vm) {
    if (int error = m_set < 0 ? open_set() : 0)
        return raise_error(vm, error);
    m_has_host.store(true);
    m_is_asleep.store(true);
    return m_set;
}

// --- Waiting ------------------------------------------------------------------------------------------------------

// The order of the two words is the other way round in wait(): one of both sees what the other has written.
void Reactor::wake() {
    m_is_woken.store(true);
    if (m_is_asleep.load())
        uv_async_send(&m_wake);
}

Reactor::Wait Reactor::prepare(int64_t milliseconds, bool is_short) {
    // Before libuv is asked: whoever wakes from here on is seen the next time, if not now.
    bool is_woken = m_is_woken.exchange(false);
    m_is_waiting = true;
    return {is_woken || m_always_ready > 0 ? 0 : milliseconds, m_watches.size() > m_always_ready, is_short};
}

void Reactor::wait(Wait how) {
    if (how.is_short && how.milliseconds != 0 && spin_until([this] { return m_is_woken.load(); }))
        how.milliseconds = 0;
    if (how.milliseconds != 0) {
        m_is_asleep.store(true);
        if (m_is_woken.load())
            how.milliseconds = 0;
    }
    if (how.in_set)
        wait_in_set(how.milliseconds);
    else if (how.milliseconds != 0 || m_has_host.load()) // else nothing was sent to libuv
        wait_in_uv(how.milliseconds);
    m_is_asleep.store(m_has_host.load());
    m_is_woken.store(false); // why is looked at after this
}

void Reactor::wait_in_uv(int64_t milliseconds) {
    if (milliseconds == 0) {
        uv_run(&m_uv, UV_RUN_NOWAIT);
        return;
    }
    if (milliseconds > 0) {
        uv_update_time(&m_uv);
        // A thread that loses the processor here may find the timer due before uv_run waits: it must not wait then.
        auto end_wait = [](uv_timer_t* timer) { uv_stop(timer->loop); };
        OURO_VERIFY(uv_timer_start(&m_timer, end_wait, uint64_t(milliseconds), 0) == 0);
    }
    uv_run(&m_uv, UV_RUN_ONCE);
    uv_timer_stop(&m_timer);
}

void Reactor::wait_in_set(int64_t milliseconds) {
    int64_t limit = uv_backend_timeout(&m_uv);
    if (limit >= 0 && (milliseconds < 0 || limit < milliseconds))
        milliseconds = limit;
    int count = epoll_wait(m_set, m_events, std::size(m_events), int(milliseconds));
    m_ready = size_t(std::max(count, 0)); // -1: a signal came first
    bool is_uv_ready = limit == 0;
    for (size_t i = 0; i < m_ready; i++)
        is_uv_ready |= m_events[i].data.fd == LIBUV;
    if (is_uv_ready)
        uv_run(&m_uv, UV_RUN_NOWAIT);
}

void Reactor::push_ready(EventLoop& loop, Watch& watch, uint32_t events) {
    // Errors and hang-ups are for both directions: the callback meets them when it reads or writes.
    if (events & ~uint32_t(EPOLLOUT) && watch[Direction::Read].run)
        loop.push(watch[Direction::Read], {});
    if (events & ~uint32_t(EPOLLIN) && watch[Direction::Write].run)
        loop.push(watch[Direction::Write], {});
}

void Reactor::deliver(EventLoop& loop) {
    m_is_waiting = false;
    for (size_t i = 0, ready = std::exchange(m_ready, 0); i < ready; i++) {
        auto found = m_watches.find(m_events[i].data.fd);
        if (found != m_watches.end())
            push_ready(loop, found->second, m_events[i].events);
    }
    if (m_always_ready == 0)
        return;
    for (auto& [fd, watch] : m_watches) {
        if (watch.is_always_ready)
            push_ready(loop, watch, EPOLLIN | EPOLLOUT);
    }
}

// --- Watching -----------------------------------------------------------------------------------------------------

int Reactor::control(int operation, int fd, uint32_t events) {
    epoll_event event{};
    event.events = events;
    event.data.fd = fd;
    return epoll_ctl(m_set, operation, fd, &event) == 0 ? 0 : -errno;
}

int Reactor::add(int fd, Watch& watch, Files files) {
    int error = m_set < 0 ? open_set() : 0;
    if (error == 0)
        error = control(EPOLL_CTL_ADD, fd, watch.events());
    if (error != -EPERM || files == Files::Refuse)
        return error;
    watch.is_always_ready = true;
    m_always_ready++;
    return 0;
}

void Reactor::erase(int fd) {
    auto found = m_watches.find(fd);
    if (found->second.is_always_ready)
        m_always_ready--;
    else
        control(EPOLL_CTL_DEL, fd, 0); // not found: it was closed, and has left the set by itself
    m_watches.erase(found);
}

Result<Reactor::Callback> Reactor::watch(VM& vm, int fd, Direction direction, Callback callback, Files files) {
    auto [found, is_new] = m_watches.try_emplace(fd);
    Watch& watch = found->second;
    uint32_t events = watch.events();
    Callback previous = std::exchange(watch[direction], callback);
    if (m_is_waiting) // this is another thread, and the loop may wait without this descriptor
        wake();
    int error = 0;
    if (is_new) {
        error = add(fd, watch, files);
    } else if (events != watch.events() && !watch.is_always_ready) {
        error = control(EPOLL_CTL_MOD, fd, watch.events());
    }
    if (error == 0)
        return previous;
    erase(fd);
    return raise_error(vm, error);
}

Result<Reactor::Callback> Reactor::unwatch(VM& vm, int fd, Direction direction) {
    auto found = m_watches.find(fd);
    if (found == m_watches.end())
        return Callback{};
    Watch& watch = found->second;
    Callback previous = std::exchange(watch[direction], {});
    if (!previous.run)
        return previous;
    int error = 0;
    if (watch.events() && !watch.is_always_ready)
        error = control(EPOLL_CTL_MOD, fd, watch.events());
    if (error || !watch.events())
        erase(fd);
    if (error)
        return raise_error(vm, error);
    return previous;
}

void Reactor::visit(Visitor& visitor) {
    for (auto& [fd, watch] : m_watches) {
        for (const Callback& callback : watch.callbacks)
            visitor.visit(callback.target);
    }
}

} // namespace ouro::vm
