// SPDX-License-Identifier: MIT
//
// The event loop's engine: the queue of what is ready, the heap of timers, and waiting, which its reactor does. It
// knows nothing of tasks; asyncio's Loop object (stdlib/asyncio/loop.hpp) owns one and gives it its meaning.
//
// One tick: wait if nothing is ready, else look what is ready outside; move the timers that are due to the queue,
// then run exactly the entries that it holds at that moment; what they add waits for the next tick.
//
// A wait ends at a whole number of milliseconds, rounded up as CPython does, so that timers that are due within one
// are run in one tick.
#pragma once

#include "vm/heap.hpp"
#include "vm/result.hpp"
#include "vm/value.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace ouro::vm {

struct Thread;

class Mailbox;
class Reactor;

class EventLoop {
public:
    // Something to do: run(vm, target, argument). What it returns as an error leaves the loop, so it reports
    // everything but KeyboardInterrupt and SystemExit itself.
    using Run = Result<void> (*)(VM& vm, Value target, Value argument);
    struct Callback {
        Run run = nullptr;
        Value target;
    };
    // On the target of a timer: it was cancelled and may be dropped unrun.
    static constexpr uint8_t TIMER_CANCELLED = Object::FLAG_D;

    // `owner` is the object that visits this loop: each push is a store into it.
    EventLoop(VM& vm, Object* owner);
    ~EventLoop();
    EventLoop(const EventLoop&) = delete;
    EventLoop& operator=(const EventLoop&) = delete;

    // Runs in the next tick, after what was pushed before.
    void push(Run run, Value target, Value argument = {}) {
        if (m_end == CHUNK_ENTRIES) [[unlikely]]
            add_chunk();
        m_last->entries[m_end++] = {{run, target}, argument};
        m_count++;
        Heap::barrier(m_owner);
    }
    void push(const Callback& callback, Value argument) { push(callback.run, callback.target, argument); }

    // Runs once time() reaches `when`. Timers with the same deadline run in order of creation, or, if they are not
    // `in_order` (call_at), as Python's heapq happens to order them.
    void add_timer(double when, bool in_order, Run run, Value target);
    // To be called after setting TIMER_CANCELLED on a timer's target: many cancelled ones are purged.
    void timer_cancelled();

    // Seconds on the monotonic clock (or the virtual one).
    double time() const;
    // When the first timer is due, on that clock.
    std::optional<double> next_deadline();
    bool has_ready() const { return m_count != 0; }
    bool has_timers();
    // Whether anything can still happen. If not, waiting would never end.
    bool can_progress() {
        return has_ready() || has_timers() || waits_for_outside() || other_threads_may_act();
    }
    // Whether run_tick() would find something without waiting, timers apart.
    bool has_work() const;

    // --- Outside ---

    // What is under way there and will wake the loop: descriptors that are watched, and operations,
    // such as the host's, that end by a job in the mailbox.
    bool waits_for_outside() const { return m_operations > 0 || listens(); }
    void operation_begins() { m_operations++; }
    void operation_ended() { m_operations--; }
    // Something may wake the loop at any time, or never: a signal that it handles.
    void listener_begins();
    void listener_ended() { m_listeners--; }

    // Virtual time jumps over waits, but stands still while operations are under way, and goes by like real time while
    // the loop listens, to descriptors or signals, which may stay silent for ever.
    bool time_jumps() const;
    bool time_stands_still() const;

    enum class Direction : uint8_t { Read, Write };
    // What to do with regular files, which are always ready: EPERM, as of epoll and of CPython, or call back each tick.
    enum class Files : uint8_t { Refuse, Allow };
    // Runs `callback` with an empty argument once in each tick that finds `fd` readable (writable), until it is
    // unwatched. `fd` stays the caller's, who unwatches it before closing it. Returns the callback that it replaces,
    // or one without a function. OSError: no descriptor, no descriptors left; MemoryError.
    Result<Callback> watch(int fd, Direction direction, Callback callback, Files files = Files::Refuse);
    // Returns the callback, or one without a function if there was none. What is in the ready queue already stays
    // there. OSError when the descriptor was closed while it was watched in both directions.
    Result<Callback> unwatch(int fd, Direction direction);

    // Numbers below MAX_RUNS for functions, where there are many callbacks and few functions.
    static constexpr size_t MAX_RUNS = 255;
    uint8_t run_index(Run run);
    Run run_of(uint8_t index) const { return m_runs[index]; }

    // In debug mode: is told of each entry that was run how long that took, on the loop's clock, and may raise.
    using Observer = Result<void> (*)(VM& vm, Object* owner, const Callback& callback, Value argument,
                                      int64_t nanoseconds);
    void observe(Observer observer) { m_observer = observer; } // null: nobody

    // One tick. With `may_wait`, first waits until something is ready. Errors of entries, KeyboardInterrupt, OSError
    // when the system has no descriptors left for the wait.
    Result<void> run_tick(bool may_wait);

    // To be called when the loop begins to run: this may be another process than when it ran before.
    Result<void> begin_run();
    // Ends the wait of a loop that runs in another thread of the VM.
    void wake();
    // Where threads outside the VM put what this loop is to do.
    const std::shared_ptr<Mailbox>& mailbox();
    // A descriptor that becomes readable when has_work() becomes true or the VM is interrupted. The loop's own, until
    // it is closed. OSError, MemoryError.
    Result<int> wait_descriptor();

    // Forgets everything that is ready, timed or watched, and gives back its descriptors.
    void close();
    void visit(Visitor& visitor);

private:
    bool other_threads_may_act() const;

    struct Entry {
        Callback callback;
        Value argument;
    };
    struct Timer {
        double when;
        uint64_t order_and_run; // order << 8 | run_index; the order among equal deadlines, 0: none
        Value target;
        uint64_t order() const { return order_and_run >> 8; }
        bool operator<(const Timer& other) const {
            return when < other.when || (when == other.when && order() < other.order());
        }
    };

    static constexpr size_t CHUNK_ENTRIES = 682;
    // A part of the ready queue. Memory comes from the system and goes back with what is ready; nothing is ever moved.
    struct Chunk {
        Entry entries[CHUNK_ENTRIES];
        Chunk* next;
    };

    void add_chunk(); // std::bad_alloc
    void free_chunk(Chunk* chunk);
    Entry take_first();
    Result<void> run(const Entry& entry);
    bool watches_descriptors() const;
    bool listens() const { return m_listeners > 0 || watches_descriptors(); }
    Result<Reactor*> reactor();
    Result<void> wait();
    void wait_outside(int64_t milliseconds);
    void look_outside(int64_t milliseconds);
    void pass_real_time();
    void run_posted();
    void move_due_timers();
    void rise(size_t place, size_t top);
    void sink(size_t place);
    Timer pop_timer();
    void drop_cancelled_timers();

    VM& m_vm;
    Object* m_owner;
    // The ready queue: entries from m_begin of the first chunk to m_end of the last one.
    Chunk *m_first = nullptr, *m_last = nullptr;
    Chunk* m_spare = nullptr;
    size_t m_begin = 0, m_end = CHUNK_ENTRIES, m_count = 0;
    std::vector<Timer> m_timers; // a binary heap
    size_t m_cancelled = 0;      // timers among them, at most
    uint64_t m_last_order = 0;
    Observer m_observer = nullptr;
    std::vector<Run> m_runs; // by run_index
    uint32_t m_operations = 0, m_listeners = 0;
    Thread* m_waiting = nullptr; // the thread that waits in this loop now
    int64_t m_real_time = 0; // up to when virtual time has followed the real one; 0: it does not follow
    std::unique_ptr<Reactor> m_reactor; // made for the first wait
    std::shared_ptr<Mailbox> m_mailbox; // made when first asked for
};

} // namespace ouro::vm
