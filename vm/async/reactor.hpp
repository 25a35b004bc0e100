// SPDX-License-Identifier: MIT
//
// Reactor: what an event loop waits in, and what wakes it. Below it is libuv, one uv_loop_t per reactor; the event
// loop makes one for its first wait or its first watched descriptor.
//
// libuv's callbacks run no code of scripts and touch nothing of the VM, so wait() may run while another thread uses
// it; what happened is handed over by deliver(), which pushes callbacks to the loop's ready queue.
//
// Watched descriptors are the script's and may be closed or replaced under us, at which libuv aborts. So they stand
// in an epoll set of our own, where every mistake is an errno, together with libuv's backend descriptor (libuv's way
// of being embedded: uv_backend_fd, uv_backend_timeout and uv_run without waiting). While none is watched libuv waits
// by itself.
//
// libuv's own descriptors, and that set, are kept from scripts (loop_descriptors.hpp): without them libuv aborts.
#pragma once

#include "vm/async/event_loop.hpp"
#include "vm/wake_slot.hpp"

#include <atomic>
#include <memory>
#include <sys/epoll.h>
#include <sys/types.h>
#include <unordered_map>
#include <uv.h>
#include <vector>

namespace ouro::vm {

class Reactor final : public WakeHandle {
public:
    using Callback = EventLoop::Callback;
    using Direction = EventLoop::Direction;
    using Files = EventLoop::Files;

    // OSError when the system has no descriptors left, MemoryError.
    static Result<std::unique_ptr<Reactor>> make(VM& vm);
    ~Reactor();
    Reactor(const Reactor&) = delete;
    Reactor& operator=(const Reactor&) = delete;

    void wake() override;
    // Becomes readable when wait() would return at once. OSError, MemoryError.
    Result<int> descriptor(VM& vm);

    // A wait takes three steps: prepare() and deliver() by the holder of the VM, wait() without it.
    struct Wait {
        int64_t milliseconds;
        bool in_set; // else in libuv alone
        bool is_short; // somebody else is at work who may wake soon: it looks for that before it sleeps
    };
    // Until a descriptor is ready, somebody wakes or a signal was handled, and no longer than `milliseconds`; 0: only
    // looks; negative: for ever.
    Wait prepare(int64_t milliseconds, bool is_short);
    void wait(Wait how);
    // Pushes the callbacks of the descriptors that wait() has found ready.
    void deliver(EventLoop& loop);
    // A wait is under way in another thread.
    bool is_waiting() const { return m_is_waiting; }
    // Whether there is any use in wait(0): a loop that watches nothing makes no system call in its ticks.
    bool has_work() const { return m_is_woken.load(std::memory_order_relaxed) || !m_watches.empty(); }

    // EventLoop::watch and unwatch.
    Result<Callback> watch(VM& vm, int fd, Direction direction, Callback callback, Files files);
    Result<Callback> unwatch(VM& vm, int fd, Direction direction);
    size_t watched() const { return m_watches.size(); }
    bool is_always_ready() const { return m_always_ready > 0; }

    // In a forked process: what it shares with its parent is made anew. To be called before a loop runs (again).
    Result<void> follow_fork(VM& vm);

    void visit(Visitor& visitor);

private:
    struct Watch {
        Callback callbacks[2]; // by Direction; without a function: not watched
        bool is_always_ready;  // a regular file, which epoll does not take
        Callback& operator[](Direction direction) { return callbacks[unsigned(direction)]; }
        uint32_t events() const { return (callbacks[0].run ? EPOLLIN : 0u) | (callbacks[1].run ? EPOLLOUT : 0u); }
    };

    Reactor() = default;
    int open();
    int open_set();
    void close_set();
    int fork_uv();
    void own_descriptors();
    void disown_descriptors();
    void wait_in_set(int64_t milliseconds);
    void wait_in_uv(int64_t milliseconds);
    int control(int operation, int fd, uint32_t events);
    int add(int fd, Watch& watch, Files files);
    void erase(int fd);
    static void push_ready(EventLoop& loop, Watch& watch, uint32_t events);

    uv_loop_t m_uv;
    uv_async_t m_wake;
    uv_timer_t m_timer;
    bool m_is_open = false; // m_uv is initialised
    std::vector<int> m_owned; // the descriptors that scripts may not touch
    int m_set = -1;         // the epoll set, made for the first watched descriptor or the first host that asks
    std::unordered_map<int, Watch> m_watches; // by descriptor
    size_t m_always_ready = 0;                // among them
    bool m_is_waiting = false;                // between prepare() and deliver()
    epoll_event m_events[256];                // found by wait(): what has no room is found the next time
    size_t m_ready = 0;                       // of them are not delivered yet
    std::atomic<bool> m_is_woken{false};      // wake() was called since libuv was last asked
    std::atomic<bool> m_is_asleep{false};     // or about to be: it looks at m_is_woken in between
    std::atomic<bool> m_has_host{false};      // descriptor() was asked for: who sleeps on it does not say so
    pid_t m_process = 0;
};

} // namespace ouro::vm
