// SPDX-License-Identifier: MIT
//
// The event loop's engine: the queue of what is ready, the heap of timers, and waiting. It knows nothing of tasks; asyncio's
// Loop object (stdlib/asyncio/loop.hpp) owns one and gives it its meaning.
//
// One tick: wait if nothing is ready, move the timers that are due to the queue, then run exactly the entries that it
// holds at that moment; what they add waits for the next tick.
#pragma once

#include "vm/heap.hpp"
#include "vm/result.hpp"
#include "vm/value.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace ouro::vm {

class Mailbox;

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
    bool can_progress() { return has_ready() || has_timers() || outside_waits > 0; }
    // How many things outside, such as signal handlers and operations of the host, may wake it.
    uint32_t outside_waits = 0;

    // Numbers below MAX_RUNS for functions, where there are many callbacks and few functions.
    static constexpr size_t MAX_RUNS = 255;
    uint8_t run_index(Run run);
    Run run_of(uint8_t index) const { return m_runs[index]; }

    // One tick. With `may_wait`, first waits until something is ready. Errors of entries, KeyboardInterrupt while waiting.
    Result<void> run_tick(bool may_wait);

    // From the loop's thread: ends the next wait at once.
    void wake();
    // Where other threads put what this loop is to do, and the descriptor that wakes it.
    const std::shared_ptr<Mailbox>& mailbox();

    // Forgets everything that is ready or timed.
    void clear();
    void visit(Visitor& visitor);

private:
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

    void add_chunk();
    void free_chunk(Chunk* chunk);
    Entry take_first();
    Result<void> wait();
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
    std::vector<Run> m_runs; // by run_index
    std::shared_ptr<Mailbox> m_mailbox; // made for the first wait
};

} // namespace ouro::vm
