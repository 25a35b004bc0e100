// SPDX-License-Identifier: MIT
//
// The ready queue, the timer heap, waiting and what is outside.
#include "vm/async/event_loop.hpp"

#include "vm/async/clock.hpp"
#include "vm/async/mailbox.hpp"
#include "vm/async/reactor.hpp"
#include "vm/blocking.hpp"
#include "vm/model/core.hpp"

#include <algorithm>
#include <new>
#include <sys/mman.h>

namespace ouro::vm {

EventLoop::EventLoop(VM& vm, Object* owner) : m_vm(vm), m_owner(owner) {}

EventLoop::~EventLoop() {
    close();
    free_chunk(m_spare);
}

// --- The ready queue ----------------------------------------------------------------------------------------------

void EventLoop::add_chunk() {
    Chunk* chunk = std::exchange(m_spare, nullptr);
    if (!chunk) {
        void* memory = mmap(nullptr, sizeof(Chunk), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED)
            throw std::bad_alloc();
        chunk = static_cast<Chunk*>(memory);
    }
    (m_last ? m_last->next : m_first) = chunk;
    m_last = chunk;
    m_end = 0;
}

void EventLoop::free_chunk(Chunk* chunk) {
    if (chunk)
        munmap(chunk, sizeof(Chunk));
}

EventLoop::Entry EventLoop::take_first() {
    Entry entry = std::exchange(m_first->entries[m_begin++], {});
    m_count--;
    if (m_count == 0) {
        m_begin = m_end = 0; // the first chunk, which is the last one, serves again
    } else if (m_begin == CHUNK_ENTRIES) {
        free_chunk(std::exchange(m_spare, m_first));
        m_first = std::exchange(m_spare->next, nullptr);
        m_begin = 0;
    }
    return entry;
}

Result<void> EventLoop::run(const Entry& entry) {
    const Callback& callback = entry.callback;
    if (!m_observer) [[likely]]
        return callback.run(m_vm, callback.target, entry.argument);
    int64_t start = monotonic_nanoseconds(m_vm);
    TRY(callback.run(m_vm, callback.target, entry.argument));
    if (!m_observer)
        return {};
    return m_observer(m_vm, m_owner, callback, entry.argument, monotonic_nanoseconds(m_vm) - start);
}

Result<void> EventLoop::run_tick(bool may_wait) {
    if (m_count == 0 && may_wait)
        TRY(wait());
    else if (m_reactor && m_reactor->has_work())
        look_outside(0);
    if (m_vm.safepoint.load(std::memory_order_relaxed)) [[unlikely]]
        TRY(m_vm.handle_safepoint()); // what has ended the wait, or came without anything being ready
    if (m_mailbox && m_mailbox->has_jobs())
        run_posted();
    if (!m_timers.empty())
        move_due_timers();
    for (size_t n = m_count; n > 0 && m_count > 0; n--) {
        Entry entry = take_first();
        TRY(run(entry));
        if (m_vm.safepoint.load(std::memory_order_relaxed)) [[unlikely]]
            TRY(m_vm.handle_safepoint());
    }
    return {};
}

// --- Timers -------------------------------------------------------------------------------------------------------
// The heap moves its entries exactly as Python's heapq does, because scripts can see the order of equal deadlines
// (Library Reference, heapq): a new entry rises from the end; a removed first one leaves a hole that sinks to a leaf
// along the smaller children, where the last entry is put and rises.

void EventLoop::rise(size_t place, size_t top) {
    Timer item = m_timers[place];
    while (place > top) {
        size_t parent = (place - 1) / 2;
        if (!(item < m_timers[parent]))
            break;
        m_timers[place] = m_timers[parent];
        place = parent;
    }
    m_timers[place] = item;
}

void EventLoop::sink(size_t place) {
    Timer item = m_timers[place];
    size_t hole = place;
    for (size_t child = 2 * hole + 1; child < m_timers.size(); child = 2 * hole + 1) {
        if (child + 1 < m_timers.size() && !(m_timers[child] < m_timers[child + 1]))
            child++;
        m_timers[hole] = m_timers[child];
        hole = child;
    }
    m_timers[hole] = item;
    rise(hole, place);
}

uint8_t EventLoop::run_index(Run run) {
    for (size_t i = 0; i < m_runs.size(); i++) {
        if (m_runs[i] == run)
            return uint8_t(i);
    }
    OURO_VERIFY(m_runs.size() < MAX_RUNS);
    m_runs.push_back(run);
    return uint8_t(m_runs.size() - 1);
}

void EventLoop::add_timer(double when, bool in_order, Run run, Value target) {
    m_timers.push_back({when, (in_order ? ++m_last_order : 0) << 8 | run_index(run), target});
    rise(m_timers.size() - 1, 0);
    Heap::barrier(m_owner);
}

EventLoop::Timer EventLoop::pop_timer() {
    Timer first = m_timers.front();
    Timer last = m_timers.back();
    m_timers.pop_back();
    if (m_timers.empty())
        return first;
    m_timers.front() = last;
    sink(0);
    return first;
}

static bool is_cancelled(Value target) { return target.object()->flags & EventLoop::TIMER_CANCELLED; }

void EventLoop::timer_cancelled() {
    static constexpr size_t FEW = 100;
    m_cancelled++;
    if (m_timers.size() <= FEW || m_cancelled * 2 <= m_timers.size())
        return;
    std::erase_if(m_timers, [](const Timer& timer) { return is_cancelled(timer.target); });
    m_cancelled = 0;
    for (size_t i = m_timers.size() / 2; i-- > 0;) // heapq.heapify: from the last parent up
        sink(i);
}

void EventLoop::drop_cancelled_timers() {
    while (!m_timers.empty() && is_cancelled(m_timers.front().target)) {
        pop_timer();
        m_cancelled -= m_cancelled > 0;
    }
}

bool EventLoop::has_timers() {
    drop_cancelled_timers();
    return !m_timers.empty();
}

std::optional<double> EventLoop::next_deadline() {
    return has_timers() ? std::optional(m_timers.front().when) : std::nullopt;
}

double EventLoop::time() const { return to_seconds(monotonic_nanoseconds(m_vm)); }

void EventLoop::move_due_timers() {
    int64_t now = monotonic_nanoseconds(m_vm);
    while (!m_timers.empty() && to_nanoseconds(m_timers.front().when) <= now) {
        Timer timer = pop_timer();
        if (is_cancelled(timer.target))
            m_cancelled -= m_cancelled > 0;
        else
            push(run_of(uint8_t(timer.order_and_run)), timer.target);
    }
}

// --- Waiting ------------------------------------------------------------------------------------------------------

const std::shared_ptr<Mailbox>& EventLoop::mailbox() {
    if (!m_mailbox) {
        m_mailbox = std::make_shared<Mailbox>();
        if (m_reactor)
            m_mailbox->attach(*m_reactor);
    }
    return m_mailbox;
}

Result<Reactor*> EventLoop::reactor() {
    if (!m_reactor) {
        m_reactor = TRY(Reactor::make(m_vm));
        if (m_mailbox)
            m_mailbox->attach(*m_reactor);
    }
    return m_reactor.get();
}

void EventLoop::wake() {
    if (m_waiting)
        m_waiting->is_idle = false;
    if (m_reactor)
        m_reactor->wake();
}

bool EventLoop::other_threads_may_act() const { return others_may_act(*m_vm.thread); }

Result<void> EventLoop::begin_run() { return m_reactor ? m_reactor->follow_fork(m_vm) : Result<void>(); }

bool EventLoop::has_work() const {
    return has_ready() || (m_mailbox && m_mailbox->has_jobs()) || (m_reactor && m_reactor->is_always_ready());
}

void EventLoop::run_posted() {
    for (const Mailbox::Job& job : m_mailbox->take())
        job();
}

bool EventLoop::time_jumps() const { return time_may_jump(m_vm) && !waits_for_outside(); }
bool EventLoop::time_stands_still() const { return time_may_jump(m_vm) && m_operations > 0; }

void EventLoop::pass_real_time() {
    bool follows = time_may_jump(m_vm) && listens();
    int64_t now = follows ? system_monotonic_nanoseconds() : 0;
    if (m_real_time && now && !time_stands_still())
        advance_virtual_clock(m_vm, now - m_real_time);
    m_real_time = now;
}

void EventLoop::listener_begins() {
    m_listeners++;
    pass_real_time();
}

void EventLoop::look_outside(int64_t milliseconds) {
    Reactor& reactor = *m_reactor; // the VM may end during the wait, and close the loop
    Reactor::Wait wait = reactor.prepare(milliseconds, other_threads_may_act());
    if (wait.milliseconds == 0) {
        reactor.wait(wait);
    } else {
        BlockingScope scope(m_vm, Claim::Wake);
        reactor.wait(wait);
    }
    m_reactor->deliver(*this);
    pass_real_time();
}

// Only the main thread's wait is ended by interrupts, which are that thread's to handle.
void EventLoop::wait_outside(int64_t milliseconds) {
    bool is_main = m_vm.thread == m_vm.main_thread.get();
    WakeSlot::Wait wait(m_vm.wake_slot, is_main ? m_reactor.get() : nullptr);
    std::optional<IdleScope> idle;
    if (milliseconds < 0 && !waits_for_outside())
        idle.emplace(*m_vm.thread, m_reactor.get());
    m_waiting = m_vm.thread;
    bool may_wait = m_vm.safepoint.load() == 0 && !(m_mailbox && m_mailbox->has_jobs());
    look_outside(may_wait ? milliseconds : 0);
    m_waiting = nullptr;
}

Result<void> EventLoop::wait() {
    static constexpr int64_t MILLISECOND = 1'000'000, LONGEST = 24 * 3600 * 1000, FOR_EVER = -1;
    int64_t milliseconds = FOR_EVER;
    if (std::optional<double> deadline = next_deadline(); deadline && !time_stands_still()) {
        int64_t at = to_nanoseconds(*deadline), now = monotonic_nanoseconds(m_vm);
        int64_t rest = at > now ? std::min(at - now, INT64_MAX - MILLISECOND) : 0;
        milliseconds = rest / MILLISECOND + (rest % MILLISECOND != 0);
        if (time_jumps() && at != INT64_MAX && advance_virtual_clock(m_vm, milliseconds * MILLISECOND))
            return {};
        milliseconds = std::min(milliseconds, LONGEST);
    }
    if (milliseconds != 0) {
        TRY(reactor());
        wait_outside(milliseconds);
    } else if (m_reactor && m_reactor->has_work()) {
        look_outside(0);
    }
    return {};
}

// --- Descriptors --------------------------------------------------------------------------------------------------

bool EventLoop::watches_descriptors() const { return m_reactor && m_reactor->watched() > 0; }

Result<EventLoop::Callback> EventLoop::watch(int fd, Direction direction, Callback callback, Files files) {
    Reactor& watcher = *TRY(reactor());
    TRY(watcher.follow_fork(m_vm));
    Heap::barrier(m_owner);
    auto previous = watcher.watch(m_vm, fd, direction, callback, files);
    pass_real_time();
    return previous;
}

Result<EventLoop::Callback> EventLoop::unwatch(int fd, Direction direction) {
    if (!m_reactor)
        return Callback{};
    TRY(m_reactor->follow_fork(m_vm));
    return m_reactor->unwatch(m_vm, fd, direction);
}

Result<int> EventLoop::wait_descriptor() {
    Reactor* reactor = TRY(this->reactor());
    int descriptor = TRY(reactor->descriptor(m_vm));
    if (m_vm.thread == m_vm.main_thread.get())
        m_vm.wake_slot.set_host(reactor);
    return descriptor;
}

// --- The rest -----------------------------------------------------------------------------------------------------

void EventLoop::close() {
    while (m_first)
        free_chunk(std::exchange(m_first, m_first->next));
    m_last = nullptr;
    m_begin = m_count = m_cancelled = 0;
    m_end = CHUNK_ENTRIES;
    m_timers.clear();
    if (m_mailbox)
        m_mailbox->close();
    if (m_reactor)
        m_vm.wake_slot.remove(m_reactor.get());
    if (m_reactor && m_reactor->is_waiting()) // the VM has ended: that thread will not come back from its wait
        (void)m_reactor.release();
    m_reactor.reset();
}

void EventLoop::visit(Visitor& visitor) {
    for (const Chunk* chunk = m_first; chunk; chunk = chunk->next) {
        size_t end = chunk == m_last ? m_end : CHUNK_ENTRIES;
        for (size_t i = chunk == m_first ? m_begin : 0; i < end; i++) {
            visitor.visit(chunk->entries[i].callback.target);
            visitor.visit(chunk->entries[i].argument);
        }
    }
    for (const Timer& timer : m_timers)
        visitor.visit(timer.target);
    if (m_reactor)
        m_reactor->visit(visitor);
}

} // namespace ouro::vm
