// SPDX-License-Identifier: MIT
//
// The ready queue, the timer heap and waiting.
#include "vm/async/event_loop.hpp"

#include "vm/async/clock.hpp"
#include "vm/async/mailbox.hpp"
#include "vm/vm.hpp"

#include <algorithm>
#include <cmath>
#include <poll.h>
#include <sys/mman.h>

namespace ouro::vm {

// A timer is due when its deadline is less than this far away (time.get_clock_info('monotonic').resolution).
static constexpr double CLOCK_RESOLUTION = 1e-9;

EventLoop::EventLoop(VM& vm, Object* owner) : m_vm(vm), m_owner(owner) {}

EventLoop::~EventLoop() {
    clear();
    free_chunk(m_spare);
    if (m_mailbox)
        m_mailbox->close();
}

// --- The ready queue ----------------------------------------------------------------------------------------------

void EventLoop::add_chunk() {
    Chunk* chunk = std::exchange(m_spare, nullptr);
    if (!chunk) {
        void* memory = mmap(nullptr, sizeof(Chunk), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        OURO_VERIFY(memory != MAP_FAILED);
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

Result<void> EventLoop::run_tick(bool may_wait) {
    if (m_count == 0 && may_wait)
        TRY(wait());
    if (m_mailbox && m_mailbox->has_jobs())
        run_posted();
    if (!m_timers.empty())
        move_due_timers();
    for (size_t n = m_count; n > 0 && m_count > 0; n--) {
        Entry entry = take_first();
        TRY(entry.callback.run(m_vm, entry.callback.target, entry.argument));
        if (m_vm.safepoint.load(std::memory_order_relaxed)) [[unlikely]]
            TRY(m_vm.handle_safepoint());
    }
    return {};
}

// --- Timers -------------------------------------------------------------------------------------------------------
// The heap moves its entries exactly as Python's heapq does, because scripts can see the order of equal deadlines
// (Library Reference, heapq): a new entry rises from the end; a removed first one leaves a hole that sinks to a leaf along
// the smaller children, where the last entry is put and rises.

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

double EventLoop::time() const { return double(monotonic_nanoseconds(m_vm)) * 1e-9; }

void EventLoop::move_due_timers() {
    double end = time() + CLOCK_RESOLUTION;
    while (!m_timers.empty() && m_timers.front().when < end) {
        Timer timer = pop_timer();
        if (is_cancelled(timer.target))
            m_cancelled -= m_cancelled > 0;
        else
            push(run_of(uint8_t(timer.order_and_run)), timer.target);
    }
}

// --- Waiting ------------------------------------------------------------------------------------------------------

const std::shared_ptr<Mailbox>& EventLoop::mailbox() {
    if (!m_mailbox)
        m_mailbox = std::make_shared<Mailbox>();
    return m_mailbox;
}

void EventLoop::wake() { mailbox()->wake(); }

void EventLoop::run_posted() {
    for (const Mailbox::Job& job : m_mailbox->take())
        job();
}

Result<void> EventLoop::wait() {
    static constexpr double LONGEST = 24 * 3600;
    std::optional<double> deadline = next_deadline();
    double seconds = deadline ? std::min(*deadline - time(), LONGEST) : LONGEST;
    if (seconds <= 0)
        return {};
    int64_t nanoseconds = int64_t(std::ceil(seconds * 1e9));
    if (m_vm.time_is_virtual && deadline && outside_waits == 0) {
        m_vm.virtual_elapsed += nanoseconds;
        return {};
    }
    Mailbox& box = *mailbox();
    m_vm.wake_descriptor = box.descriptor();
    if (m_vm.safepoint.load() == 0) {
        pollfd wakeup{box.descriptor(), POLLIN, 0};
        timespec timeout{time_t(nanoseconds / 1'000'000'000), long(nanoseconds % 1'000'000'000)};
        if (ppoll(&wakeup, 1, m_vm.time_is_virtual ? nullptr : &timeout, nullptr) > 0)
            box.drain();
    }
    m_vm.wake_descriptor = -1;
    if (m_vm.safepoint.load())
        TRY(m_vm.handle_safepoint());
    return {};
}

// --- The rest -----------------------------------------------------------------------------------------------------

void EventLoop::clear() {
    while (m_first)
        free_chunk(std::exchange(m_first, m_first->next));
    m_last = nullptr;
    m_begin = m_count = m_cancelled = 0;
    m_end = CHUNK_ENTRIES;
    m_timers.clear();
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
}

} // namespace ouro::vm
